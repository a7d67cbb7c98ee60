//! A body that is tied to nothing is no part of the collaboration.

use super::Context;
use crate::diag::{Diagnostic, words};

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    for body in &context.model.gremia {
        if !context.model.relaties.iter().any(|r| r.van.id == body.id.value || r.naar.id == body.id.value) {
            problems.push(words::rules::body_without_relation(body.id.place, &body.naam));
        }
    }
}
