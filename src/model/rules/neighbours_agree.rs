//! Who borders on another is bordered by it.

use super::Context;
use crate::diag::{Diagnostic, words};

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    let organisations = &context.model.organisaties;
    for one in organisations {
        for neighbour in &one.buren {
            let Some(other) = organisations.get(&neighbour.id) else { continue };
            if other.id.value != one.id.value && !other.buren.iter().any(|b| b.id == one.id.value) {
                problems.push(words::rules::neighbours_agree(neighbour.place, &one.id, &other.id, other.id.place));
            }
        }
    }
}
