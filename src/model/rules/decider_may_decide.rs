//! What a body decided, it may decide.

use super::Context;
use crate::diag::{Diagnostic, words};

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    let model = context.model;
    for decision in &model.besluiten {
        if let Some(body) = model.gremia.get(&decision.door.id).filter(|body| !body.besluit) {
            problems.push(words::rules::decider_may_not(decision.door.place, &body.naam, body.id.place));
        }
    }
}
