//! What `verbeeld new` leaves to be filled in is filled in.

use super::Context;
use crate::decode::Shown;
use crate::diag::{Diagnostic, words};

/// Stands in a new record for what its editor must write.
const PLACEHOLDER: &str = "…";

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    for entity in context.model.all() {
        for (key, value) in entity.values() {
            let place = entity.place_of(key);
            value.walk(&mut |value| {
                let place = match value {
                    Shown::Plain(text) if is_placeholder(text) => place,
                    Shown::Markdown(text) if is_placeholder(&text.raw) => text.place,
                    _ => return,
                };
                problems.push(words::rules::placeholder_left(place, key));
            });
        }
    }
}

/// An editor may have typed three full stops instead.
fn is_placeholder(text: &str) -> bool {
    matches!(text.trim(), PLACEHOLDER | "...")
}
