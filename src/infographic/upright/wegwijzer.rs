//! The signpost: from a question straight to whom to go to.

use super::super::canvas::{Anchor, LINK};
use super::super::geometry::{Point, Rect};
use super::super::lettering::{BODY, NAME, Words};
use super::super::stack::{INSET, Piece, Section, Stack};
use super::super::wegwijzer::{Fork, Target, Wegwijzer};
use crate::phrases::Phrases;

const STEM: f64 = INSET + 6.0;
const LEFT: f64 = INSET + 22.0;

impl Wegwijzer {
    pub(in super::super) fn stack(&self, width: f64) -> Stack {
        let section = |fork: &Fork| {
            let mut section = Section::named(&fork.name, &fork.note, &fork.colour, true, width);
            section.rows = fork.targets.iter().map(|target| row(&self.head.phrases, target, width)).collect();
            section
        };
        Stack { kind: "wegwijzer", width, sections: self.forks.iter().map(section).collect() }
    }
}

/// The questions of a target, each a knot on a thread that ends at the target's box.
fn row(phrases: &Phrases, target: &Target, width: f64) -> Piece {
    let room = width - LEFT - INSET;
    let questions: Vec<Words> = target.questions.iter().map(|q| Words::set(&q.drawn(), BODY, room)).collect();
    let name = Words::set(&target.name.name, NAME, room - 24.0);
    Piece::draw(|canvas| {
        let mut knots = Vec::new();
        let mut y = 4.0;
        for (question, words) in target.questions.iter().zip(&questions) {
            canvas.open("weg-vraag");
            knots.push(y + 4.0 + BODY.leading / 2.0);
            canvas.open_link(
                "ig-knoop",
                &question.question.href,
                &phrases.wegwijzer().leads_to(&question.drawn(), &target.name.name),
            );
            canvas.rect("ig-raakvlak", Rect::new(LEFT - 4.0, y, room + 8.0, words.height() + 8.0), 4.0);
            y = canvas.words(words, LEFT, y + 4.0, Anchor::Start) + 4.0;
            canvas.close_link(&question.question.href);
            canvas.close();
        }
        y += 4.0;
        let place = Rect::new(LEFT, y, room, name.height() + 16.0);
        let first = knots.first().copied().unwrap_or(y);
        canvas.thread(
            "ig-dun",
            &[Point::new(STEM, first), Point::new(STEM, place.center_y()), Point::new(LEFT - 7.0, place.center_y())],
            8.0,
        );
        for knot in &knots {
            canvas.circle("weg-stip", Point::new(STEM, *knot), 4.0);
        }
        canvas.arrow("ig-pijl", Point::new(LEFT - 1.0, place.center_y()), 0.0);
        canvas.card("ig-vak", place);
        let asked = phrases.wegwijzer().asked(&target.name.name, target.questions.len());
        canvas.open_link(LINK, &target.name.href, &asked);
        canvas.words(&name, LEFT + 16.0, y + 8.0, Anchor::Start);
        canvas.close_link(&target.name.href);
        place.bottom() + 10.0
    })
}
