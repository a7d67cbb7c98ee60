//! A level is decided by a body that decides; the closest one by no other at all.

use super::Context;
use crate::diag::{Diagnostic, words};
use crate::model::Status;

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    let model = context.model;
    let highest = model.niveaus.iter().filter_map(|l| l.rang).max();
    for step in model.relaties.iter().flat_map(|r| &r.niveau) {
        let Some(by) = &step.besluit_van else { continue };
        let Some(body) = model.gremia.get(&by.id).filter(|b| !b.besluit) else { continue };
        let level = model.niveaus.get(&step.niveau.id).filter(|l| l.rang.is_some() && l.rang == highest);
        problems.push(match level.filter(|_| *step.status == Status::Besloten) {
            Some(level) => words::rules::higher_than_body_may(by.place, &level.naam, &body.naam),
            None => words::rules::body_does_not_decide(by.place, &body.naam),
        });
    }
}
