//! Who borders on another is bordered by it.

use super::Context;
use crate::diag::{Diagnostic, words};

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    let organisations = &context.model.organisaties;
    for one in organisations {
        for neighbour in &one.buren {
            let Some(other) = organisations.get(&neighbour.id) else { continue };
            // A name among them that is nobody's may be meant for this one; of that it is told already.
            let may_be = |id: &str| id == one.id.value || !context.model.ids.contains_key(id);
            if other.id.value != one.id.value && !other.buren.iter().any(|b| may_be(&b.id)) {
                problems.push(words::rules::neighbours_agree(neighbour.place, &one.id, &other.id, other.id.place));
            }
        }
    }
}
