//! A list names nothing twice.

use super::Context;
use crate::decode::{Citation, Shown};
use crate::diag::{Diagnostic, words};
use std::borrow::Cow;
use std::collections::HashSet;

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
    if items.len() < 2 {
        return;
    }
    let mut seen: HashSet<Cow<'_, str>> = HashSet::new();
    for item in items {
        let (said, place) = match item {
            Shown::Reference { id, place, .. } => (Cow::Borrowed(*id), *place),
            Shown::Citation(Citation { source, section: Some(section), place }) => {
                (format!("{source}/{section}").into(), *place)
            }
            Shown::Citation(citation) => (citation.source.as_str().into(), citation.place),
            Shown::Markdown(text) => (text.raw.as_str().into(), text.place),
            Shown::Plain(text) => (Cow::Borrowed(*text), list),
            _ => continue,
        };
        if seen.contains(&said) {
            problems.push(words::rules::double_in_list(place, &said));
        }
        seen.insert(said);
    }
}
