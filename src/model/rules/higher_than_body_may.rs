//! The closest level is decided only by a body that decides.

use super::Context;
use crate::diag::{Diagnostic, words};
use crate::model::Status;

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    let model = context.model;
    let Some(highest) = model.niveaus.iter().filter_map(|l| l.rang).max() else { return };
    for step in model.relaties.iter().flat_map(|r| &r.niveau) {
        let Some(level) = model.niveaus.get(&step.niveau.id).filter(|l| l.rang == Some(highest)) else { continue };
        let Some(by) = step.besluit_van.as_ref().filter(|_| *step.status == Status::Besloten) else { continue };
        if let Some(body) = model.gremia.get(&by.id).filter(|b| !b.besluit) {
            problems.push(words::rules::higher_than_body_may(by.place, &level.naam, &body.naam));
        }
    }
}
