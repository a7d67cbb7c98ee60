//! A list names nothing twice.

use super::Context;
use crate::decode::Shown;
use crate::diag::{Diagnostic, words};

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    for entity in context.model.all() {
        for (key, value) in entity.values() {
            // Terms of a calculation may be the same: 96 + 24 + 96.
            if key != "som_van" && key != "product_van" {
                let place = entity.place_of(key);
                value.walk(&mut |value| {
                    if let Shown::List(items) = value {
                        repeated(items, place, problems);
                    }
                });
            }
        }
    }
}

fn repeated(items: &[Shown<'_>], list: crate::diag::Span, problems: &mut Vec<Diagnostic>) {
    let mut seen: Vec<String> = Vec::new();
    for item in items {
        let (said, place) = match item {
            Shown::Reference { id, place, .. } => ((*id).to_owned(), *place),
            Shown::Citation(c) => {
                (c.section.as_ref().map_or_else(|| c.source.clone(), |s| format!("{}/{s}", c.source)), c.place)
            }
            Shown::Markdown(text) => (text.raw.clone(), text.place),
            Shown::Plain(text) => ((*text).to_owned(), list),
            _ => continue,
        };
        if seen.contains(&said) {
            problems.push(words::rules::double_in_list(place, &said));
        }
        seen.push(said);
    }
}
