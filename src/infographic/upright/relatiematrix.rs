//! The matrix as a row per body: the sign of each level, and with whom it is so.

use super::super::canvas::Anchor;
use super::super::canvas::{LINK, dye};
use super::super::geometry::Point;
use super::super::lettering::{NAME, SMALL, Words};
use super::super::relatiematrix::Relatiematrix;
use super::super::stack::{INSET, Piece, Section, Stack};

impl Relatiematrix {
    pub(in super::super) fn stack(&self, width: f64) -> Stack {
        let mut sections: Vec<Section> = Vec::new();
        for (index, party) in self.parties.iter().enumerate() {
            if sections.last().is_none_or(|section| section.name != party.layer) {
                sections.push(Section::named(&party.layer, "", &party.colour, true, width));
            }
            if let Some(section) = sections.last_mut() {
                section.rows.push(self.row(index, width));
            }
        }
        Stack { kind: "relatiematrix", width, sections }
    }

    fn row(&self, index: usize, width: f64) -> Piece {
        let party = &self.parties[index];
        let count = self.count(index);
        let name = Words::set(&format!("{} ({count})", party.name), NAME, width - 2.0 * INSET);
        let with = |level: &str| {
            let others = (0..self.parties.len()).filter(|other| *other != index);
            let tied = others.filter(|other| self.tie(index, *other).is_some_and(|tie| tie.level.name == level));
            tied.map(|other| self.parties[other].name.clone()).collect::<Vec<_>>().join(", ")
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
