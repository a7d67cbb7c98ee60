//! Two over against each other, question by question, with the wall or the weave between them at the top.

use super::super::canvas::{Anchor, dye};
use super::super::geometry::{Point, Rect};
use super::super::lettering::{BODY, HEAD, LABEL, SMALL, Words};
use super::super::stack::{Piece, Section, Stack};
use super::super::tegenover::{Side, Tegenover};
use super::super::words::capital;

const BETWEEN: f64 = 14.0;

impl Tegenover {
    pub(in super::super) fn stack(&self, width: f64) -> Stack {
        let say = self.head.phrases.tegenover();
        let half = (width - BETWEEN) / 2.0;
        let rows = self.aspects.iter().map(|aspect| {
            let question = Words::set(&aspect.question, LABEL, width - 8.0);
            let set = |answers: &[String]| -> Vec<Words> {
                let told: Vec<&str> =
                    if answers.is_empty() { vec![say.nothing()] } else { answers.iter().map(String::as_str).collect() };
                told.into_iter().map(|answer| Words::set(answer, BODY, half - 12.0)).collect()
            };
            let sides = aspect.shown().map(set);
            Piece::draw(|canvas| {
                canvas.line("ig-haarlijn", Point::new(0.0, 0.0), Point::new(width, 0.0));
                let top = canvas.words(&question, 0.0, 8.0, Anchor::Start) + 4.0;
                let mut bottom = top;
                for (index, (answers, side)) in sides.iter().zip([&self.left, &self.right]).enumerate() {
                    let x = (half + BETWEEN) * index as f64;
                    let mut y = top;
                    for words in answers {
                        y = canvas.words(words, x + 10.0, y, Anchor::Start) + 5.0;
                    }
                    canvas.open(&dye(&side.colour));
                    canvas.rect("ig-trede-rand", Rect::new(x, top + 2.0, 3.0, y - top - 8.0), 1.5);
                    canvas.close();
                    bottom = f64::max(bottom, y);
                }
                bottom + 8.0
            })
        });
        let section = Section {
            name: say.questions().to_owned(),
            colour: "inkt".to_owned(),
            ground: false,
            head: self.both(width, half),
            rows: rows.collect(),
        };
        Stack { kind: "tegenover", width, sections: vec![section] }
    }

    /// Both names, and under them how close they are.
    fn both(&self, width: f64, half: f64) -> Piece {
        let sides: [(&Side, Words); 2] =
            [&self.left, &self.right].map(|side| (side, Words::set(&side.name, HEAD, half - 20.0)));
        let tall = sides.iter().map(|(_, words)| words.height()).fold(0.0, f64::max) + 20.0;
        Piece::draw(|canvas| {
            for (index, (side, words)) in sides.iter().enumerate() {
                let x = (half + BETWEEN) * index as f64;
                canvas.open(&dye(&side.colour));
                canvas.rect("ig-baan-vlak", Rect::new(x, 0.0, half, tall), 6.0);
                canvas.rect("ig-baan-rand", Rect::new(x, 0.0, half, 5.0), 2.5);
                canvas.open_link("ig-knoop", &side.href, &side.spoken());
                canvas.words(words, x + 10.0, 12.0, Anchor::Start);
                canvas.close_link(&side.href);
                canvas.close();
            }
            let Some((level, href, status)) = &self.tie else {
                let none = Words::set(self.head.phrases.tegenover().no_tie(), SMALL, width);
                return canvas.words(&none, 0.0, tall + 8.0, Anchor::Start) + 8.0;
            };
            let words = Words::set(&format!("{} ({status})", capital(&level.name)), LABEL, width - 30.0);
            canvas.open(&dye(&level.colour));
            canvas.glyph(&level.glyph, Point::new(10.0, tall + 20.0));
            canvas.open_link(
                "ig-knoop",
                href,
                &self.head.phrases.tegenover().between(&self.left.name, &self.right.name, &level.name, status),
            );
            let y = canvas.words(&words, 28.0, tall + 10.0, Anchor::Start);
            canvas.close_link(href);
            canvas.close();
            y + 12.0
        })
    }
}
