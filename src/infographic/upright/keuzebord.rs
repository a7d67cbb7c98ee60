//! The board of choices by date: what is overdue first, what is chosen last.

use super::super::canvas::dye;
use super::super::geometry::Point;
use super::super::keuzebord::{Choice, Keuzebord, by_date};
use super::super::lettering::BODY;
use super::super::stack::{Piece, Section, Stack};
use super::{Entry, knot};
use crate::phrases::list::drawings::keuzebord;

impl Keuzebord {
    pub(in super::super) fn stack(&self, width: f64) -> Stack {
        let say = self.head.phrases.keuzebord();
        let open = |choice: &&Choice| choice.outcome.is_empty();
        let groups: [(&str, &str, &str, Vec<&Choice>); 4] = [
            (
                say.overdue(),
                say.overdue_note(),
                "meekrap",
                by_date(self.choices.iter().filter(open).filter(|c| c.overdue)),
            ),
            (
                say.dated(),
                "",
                "wouw",
                by_date(self.choices.iter().filter(open).filter(|c| !c.overdue && !c.due.is_empty())),
            ),
            (say.undated(), "", "inkt-zacht", self.choices.iter().filter(open).filter(|c| c.due.is_empty()).collect()),
            (say.chosen(), say.chosen_note(), "weide", self.choices.iter().filter(|c| !c.outcome.is_empty()).collect()),
        ];
        let sections =
            groups.into_iter().filter(|(.., choices)| !choices.is_empty()).map(|(name, note, colour, choices)| {
                let mut section = Section::named(&format!("{name}: {}", choices.len()), note, colour, false, width);
                section.rows = choices.into_iter().map(|choice| row(say, choice, width)).collect();
                section
            });
        Stack { kind: "keuzebord", width, sections: sections.collect() }
    }
}

fn row(say: keuzebord::Of<'_>, choice: &Choice, width: f64) -> Piece {
    let who = choice.who.as_ref().map(|who| format!("{} {}", say.turn_small(), who.name)).unwrap_or_default();
    let due = if choice.due.is_empty() { String::new() } else { format!("{} {}", say.due_small(), choice.due) };
    let parts = [choice.task.name.clone(), due, who];
    let about = parts.iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" · ");
    let spoken = format!("{} {about}", choice.question.name);
    let number = choice.task.name.rsplit(' ').next().unwrap_or_default().to_owned();
    let entry = Entry::new(&choice.question.name, &choice.question.href, spoken, 36.0).style(BODY);
    entry.under([about, choice.outcome.clone(), choice.decided.clone()]).piece(width, |canvas, middle, _| {
        canvas.line("ig-haarlijn", Point::new(0.0, 0.0), Point::new(width, 0.0));
        canvas.open(&dye(&choice.colour));
        knot(canvas, Point::new(14.0, middle), 12.0, &number, !choice.outcome.is_empty());
        canvas.close();
    })
}
