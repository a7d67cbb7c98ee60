//! A tie that grows closer than it was needs a decision and a source, or says that it is the editors' reading.

use super::Context;
use crate::diag::{Diagnostic, words};
use crate::model::Status;

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    for relation in &context.model.relaties {
        let mut before = None;
        for step in &relation.niveau {
            let Some(level) = context.model.niveaus.get(&step.niveau.id) else { continue };
            let Some(rank) = level.rang else { continue };
            let grown = before.is_some_and(|b| rank > b);
            let founded = step.besluit_van.is_some() && !step.bron.is_empty();
            if grown && !founded && *step.status != Status::Duiding {
                problems.push(words::rules::higher_needs_decision(step.niveau.place, &level.naam));
            }
            before = Some(rank);
        }
    }
}
