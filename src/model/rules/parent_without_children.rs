//! A track has tasks, and a task has actions.

use super::Context;
use crate::diag::{Diagnostic, words};

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    let model = context.model;
    for track in &model.sporen {
        if !model.naming(&model.opgaven, &track.id).any(|o| o.spoor.id == track.id.value) {
            problems.push(words::rules::parent_without_children(track.id.place, "spoor", "opgave"));
        }
    }
    if model.acties.is_empty() {
        return;
    }
    for task in &model.opgaven {
        if !model.naming(&model.acties, &task.id).any(|a| a.opgave.id == task.id.value) {
            problems.push(words::rules::parent_without_children(task.id.place, "opgave", "actie"));
        }
    }
}
