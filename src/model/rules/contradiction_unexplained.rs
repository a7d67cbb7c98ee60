//! Where the source contradicts itself, the data show both values.

use super::Context;
use crate::diag::{Diagnostic, words};
use crate::model::Status;

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    for entity in context.model.all() {
        let common = entity.common();
        if let Some(status) = common.status.filter(|s| s.value == Status::Tegenstrijdig)
            && common.note.is_none()
        {
            problems.push(words::rules::contradiction_unexplained(status.place));
        }
    }
    for statement in context.statements() {
        if statement.status == Some(Status::Tegenstrijdig) && !statement.explained {
            problems.push(words::rules::contradiction_unexplained(statement.place));
        }
    }
}
