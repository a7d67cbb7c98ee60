//! A decided level says since when, and by whom it was decided.

use super::Context;
use crate::diag::{Diagnostic, words};
use crate::model::Status;

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    for step in context.model.relaties.iter().flat_map(|r| &r.niveau) {
        if *step.status != Status::Besloten {
            continue;
        }
        let absent: Vec<&str> = [("vanaf", step.vanaf.is_none()), ("besluit_van", step.besluit_van.is_none())]
            .into_iter()
            .filter_map(|(key, absent)| absent.then_some(key))
            .collect();
        if !absent.is_empty() {
            problems.push(words::rules::decided_needs_decision(step.status.place, &absent));
        }
    }
}
