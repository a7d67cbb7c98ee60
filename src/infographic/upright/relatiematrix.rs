//! The matrix as a row per body: the sign of each level, and with whom it is so.

use super::super::canvas::Anchor;
use super::super::canvas::{LINK, dye};
use super::super::geometry::Point;
use super::super::lettering::{NAME, SMALL, Words};
use super::super::relatiematrix::Matrix;
use super::super::stack::{INSET, Piece, Section, Stack};

/// Of more than these a column would be many screens long.
const MOST: usize = 28;
const SHOWN: usize = 12;

impl Matrix {
    pub(in super::super) fn stack(&self, width: f64) -> Stack {
        let mut sections: Vec<Section> = Vec::new();
        let shown = self.shown();
        for (index, party) in self.parties.iter().enumerate() {
            if sections.last().is_none_or(|section| section.name != party.layer) {
                sections.push(Section::named(&party.layer, "", &party.colour, true, width));
            }
            if let Some(section) = sections.last_mut().filter(|_| shown.contains(&index)) {
                section.rows.push(self.row(index, width));
            }
        }
        for section in &mut sections {
            let all = self.parties.iter().filter(|party| party.layer == section.name).count();
            let others = all - section.rows.len();
            if others > 0 {
                let words = Words::set(&self.head.phrases.relatiematrix().others(others), SMALL, width - 2.0 * INSET);
                section.rows.push(Piece::draw(|canvas| canvas.words(&words, INSET, 6.0, Anchor::Start) + 6.0));
            }
        }
        Stack { kind: "relatiematrix", width, sections }
    }

    /// Whom a column holds: all, or of very many those with the most ties.
    fn shown(&self) -> Vec<usize> {
        let mut all: Vec<usize> = (0..self.parties.len()).collect();
        if all.len() > MOST {
            all.sort_by_key(|party| (std::cmp::Reverse(self.count(*party)), *party));
            all.truncate(SHOWN);
        }
        all
    }

    fn row(&self, index: usize, width: f64) -> Piece {
        let party = &self.parties[index];
        let count = self.count(index);
        let name = Words::set(&format!("{} ({count})", party.name), NAME, width - 2.0 * INSET);
        let with = |level: &str| {
            let tied = self.ties_of(index).filter(|(_, tie)| tie.level.name == level);
            tied.map(|(other, _)| other.name.as_str()).collect::<Vec<_>>().join(", ")
        };
        let lines: Vec<_> = self
            .levels()
            .into_iter()
            .map(|(level, _)| (level, Words::set(&with(&level.name), SMALL, width - 2.0 * INSET - 26.0)))
            .filter(|(_, words)| !words.lines.is_empty())
            .collect();
        Piece::draw(|canvas| {
            canvas.open_link(LINK, &party.href, &self.head.phrases.relatiematrix().ties(&party.name, count));
            let mut y = canvas.words(&name, INSET, 6.0, Anchor::Start);
            canvas.close_link(&party.href);
            for (level, words) in &lines {
                canvas.open(&format!("ig-lijn {}", dye(&level.colour)));
                canvas.glyph(&level.glyph, Point::new(INSET + 10.0, y + 11.0));
                canvas.close();
                y = canvas.words(words, INSET + 26.0, y + 3.0, Anchor::Start).max(y + 22.0);
            }
            y + 4.0
        })
    }
}
