//! A part of a record that has a status of its own says where it comes from, and the other way round.

use super::Context;
use crate::diag::{Diagnostic, words};

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    for statement in context.statements() {
        let absent = match (statement.status, statement.sources) {
            (Some(_), []) => "bron",
            (None, [_, ..]) => "status",
            _ => continue,
        };
        problems.push(words::rules::statement_without_source(statement.place, absent));
    }
}
