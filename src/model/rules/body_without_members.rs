//! A body has members, if only a gap that says so.

use super::Context;
use crate::diag::{Diagnostic, words};

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    for body in context.model.gremia.iter().filter(|b| b.lid.is_empty()) {
        problems.push(words::rules::body_without_members(body.id.place, &body.naam));
    }
}
