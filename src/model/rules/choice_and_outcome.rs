//! A choice with an outcome is decided, and no longer open or proposed; without one it is not decided.

use super::Context;
use crate::diag::{Diagnostic, words};
use crate::model::Status;

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    for decision in &context.model.besluiten {
        let choice = decision.keuze.as_ref().and_then(|k| context.model.keuzes.get(&k.id));
        if let Some(choice) = choice.filter(|choice| choice.uitkomst.is_none()) {
            let place = choice.status.as_ref().map_or(choice.place, |status| status.place);
            problems.push(words::rules::choice_of_decision_open(
                place,
                &context.model.in_words(&decision.naam),
                decision.place,
            ));
        }
    }
    for choice in &context.model.keuzes {
        let Some(status) = &choice.status else { continue };
        match (&choice.uitkomst, status.value) {
            (Some(_), of_none) if of_none.is_no_outcome() => {
                problems.push(words::rules::open_choice_with_outcome(status.place, status.word()));
            }
            (None, Status::Besloten | Status::Feit) => {
                problems.push(words::rules::decided_choice_without_outcome(status.place, status.word()));
            }
            _ => {}
        }
    }
}
