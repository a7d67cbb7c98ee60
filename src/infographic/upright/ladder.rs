//! The ladder: ties that stand alike share one track, from how close they are to how close they may become. On a slide every tie
//! hangs from the beam of its level.

use super::super::canvas::{Anchor, Canvas, Size, dye};
use super::super::geometry::{Point, Rect};
use super::super::ladder::{Ladder, Row, group};
use super::super::legend::Level;
use super::super::lettering::{AMOUNT, BODY, LABEL, SMALL, Words};
use super::super::stack::{Section, Stack};
use super::super::weave::Form;
use super::super::words::capital;
use super::Entry;
use crate::markup::Svg;

/// How far a tie hangs down.
const HANG: f64 = 92.0;
/// Threads of the unknown lie closer: they recede.
const CLOSE: f64 = 9.0;
const APART: f64 = 21.0;

impl Ladder {
    pub(in super::super) fn stack(&self, width: f64) -> Stack {
        let sections = self.rows.chunk_by(alike).filter_map(|ties| {
            let first = ties.first()?;
            let now = capital(&first.now.name);
            let name = match self.wish(first) {
                Some((wish, _)) => self.head.phrases.ladder().can_become(&now, &wish.name),
                None => now,
            };
            let mut section = Section::named(&format!("{name}: {}", ties.len()), "", &first.now.colour, true, width);
            section.head = self.track(first, &section, width);
            section.rows = ties
                .iter()
                .map(|tie| {
                    let was = tie.before.iter().map(|(was, _)| self.head.phrases.running().then(&was.name));
                    let entry = Entry::new(&tie.name(), &tie.href, self.in_words(tie), 28.0).style(BODY).right(10.0);
                    let entry = entry.under(was);
                    entry.piece(width, |canvas, middle, _| canvas.circle("ig-stip", Point::new(18.0, middle), 3.0))
                })
                .collect();
            Some(section)
        });
        Stack { kind: "ladder", width, sections: sections.collect() }
    }

    /// The name of a section, and under it the weave that its ties have now, faint on to what they may become.
    fn track(&self, tie: &Row, section: &Section, width: f64) -> super::super::stack::Piece {
        let name = Words::set(&section.name, LABEL, width - 28.0);
        super::super::stack::Piece::draw(|canvas| {
            canvas.open("ig-kleur");
            let y = canvas.words(&name, 14.0, 2.0, Anchor::Start) + 12.0;
            canvas.close();
            let half = (width - 44.0) / 2.0;
            let wish = self.wish(tie);
            let end = if wish.is_some() { 14.0 + half } else { width - 14.0 };
            canvas.open("ig-lijn");
            canvas.weave(tie.now.form, Point::new(14.0, y), Point::new(end, y));
            canvas.close();
            if let Some((wish, _)) = wish {
                canvas.open(&format!("ig-doel {}", dye(&wish.colour)));
                canvas.weave(wish.form, Point::new(end + 16.0, y), Point::new(width - 14.0, y));
                canvas.close();
            }
            y + 14.0
        })
    }

    /// How many ties have which level now: the steps first.
    fn levels_now(&self) -> Vec<(&Level, usize)> {
        let mut levels: Vec<(&Level, usize)> = self.steps.iter().map(|step| (step, 0)).collect();
        for row in &self.rows {
            match levels.iter_mut().find(|(level, _)| level.name == row.now.name) {
                Some((_, count)) => *count += 1,
                None => levels.push((&row.now, 1)),
            }
        }
        levels
    }

    /// What the beams show: the levels of now, and nothing of what is wished.
    pub(in super::super) fn hanging(&self) -> String {
        let (phrases, say) = (&self.head.phrases, self.head.phrases.ladder());
        let levels = self.levels_now().into_iter().filter(|(_, count)| *count > 0);
        let levels: Vec<String> = levels.map(|(level, count)| say.to_beside(count, &level.name)).collect();
        say.hanging(phrases.common().now(), &phrases.list(&levels))
    }

    /// Every tie hung from the beam of the level that it has now.
    pub(in super::super) fn beams(&self) -> Svg {
        let mut canvas = Canvas::new("ladder", &self.head, Size::Slide);
        let levels = self.levels_now();
        let full = Size::Slide.width();
        let column = full / levels.len().max(1) as f64;
        let room = column - 24.0;
        let heads: Vec<(Words, Words)> = levels
            .iter()
            .map(|(level, _)| (Words::set(&capital(&level.name), LABEL, room), Words::set(&level.meaning, SMALL, room)))
            .collect();
        let beam = heads.iter().map(|(name, note)| name.height() + note.height()).fold(0.0, f64::max) + 16.0;
        canvas.open_list(self.head.phrases.ladder().on_ladder());
        for (index, ((level, count), (name, note))) in levels.iter().zip(&heads).enumerate() {
            let x = column * index as f64;
            canvas.open_item(&dye(&level.colour));
            canvas.open("ig-kleur");
            let y = canvas.words(name, x, 0.0, Anchor::Start);
            canvas.close();
            canvas.words(note, x, y, Anchor::Start);
            canvas.rect("ig-trede-rand", Rect::new(x, beam, room, 4.0), 2.0);
            let pitch = (room - 16.0) / (*count).max(1) as f64;
            let pitch = pitch.min(if level.form == Form::Onbepaald { CLOSE } else { APART });
            for tie in 0..*count {
                let at = x + 10.0 + pitch * tie as f64;
                canvas.open(if level.form == Form::Onbepaald { "ig-dun" } else { "ig-lijn" });
                let (from, to) = (Point::new(at, beam + 5.0), Point::new(at, beam + HANG));
                match level.form {
                    Form::Onbepaald => canvas.line("ig-dun", from, to),
                    form => canvas.weave(form, from, to),
                }
                canvas.close();
                canvas.circle(
                    "ig-stip",
                    Point::new(at, beam + 2.0),
                    if level.form == Form::Onbepaald { 2.5 } else { 5.0 },
                );
            }
            let number = Words::set(&count.to_string(), AMOUNT, room);
            canvas.words(&number, x, beam + HANG + 8.0, Anchor::Start);
            let word = self.head.phrases.ladder().ties_word(*count);
            canvas.words(&Words::set(&word, SMALL, room), x + number.width + 6.0, beam + HANG + 14.0, Anchor::Start);
            canvas.close();
        }
        canvas.close();
        canvas.finish(beam + HANG + 8.0 + AMOUNT.leading)
    }
}

fn alike(a: &Row, b: &Row) -> bool {
    let beside = |row: &Row| row.beside.as_ref().map(|(level, _)| level.name.clone());
    let place = |row: &Row| (group(row), row.now.name.clone(), row.ambition.as_ref().map(|wish| wish.0), beside(row));
    place(a) == place(b)
}
