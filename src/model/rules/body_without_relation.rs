//! A body that is tied to nothing is no part of the collaboration.

use super::Context;
use crate::diag::{Diagnostic, words};

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    let model = context.model;
    for body in &model.gremia {
        if !model.naming(&model.relaties, &body.id).any(|r| r.van.id == body.id.value || r.naar.id == body.id.value) {
            problems.push(words::rules::body_without_relation(body.id.place, &body.naam));
        }
    }
}
