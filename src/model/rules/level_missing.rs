//! A relation says how close it is, if only that this is not known yet.

use super::Context;
use crate::diag::{Diagnostic, words};

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    if context.model.niveaus.is_empty() {
        return;
    }
    for relation in context.model.relaties.iter().filter(|r| r.niveau.is_empty()) {
        problems.push(words::rules::level_missing(relation.id.place));
    }
}
