//! A superseded term leads to a term that holds now, not in a circle.

use super::{Context, circular_dependency::circles};
use crate::diag::{Diagnostic, words};

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    let begrippen = &context.model.begrippen;
    let next = |id: &str| -> Vec<&str> {
        let by = begrippen.get(id).and_then(|b| b.vervangen_door.as_ref());
        by.map(|r| r.id.as_str()).into_iter().collect()
    };
    for circle in circles(begrippen.iter().map(|b| b.id.value.as_str()), &next) {
        let first = circle.first().and_then(|id| begrippen.get(id));
        // A term that replaces itself is told as a reference to itself.
        if let Some(by) = first.and_then(|b| b.vervangen_door.as_ref()).filter(|_| circle.len() > 1) {
            problems.push(words::rules::circular_replacement(by.place, &circle));
        }
    }
}
