//! A name or alias means one thing: else a reader, the search and a link cannot know which is meant.

use super::Context;
use crate::diag::{Diagnostic, Span, words};
use crate::model::AnyEntity;
use std::collections::BTreeMap;

/// Names already given: in lower case, with whose they are.
type Given<'a> = BTreeMap<String, (&'a str, Span)>;

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    let model = context.model;
    let mut parties = Given::new();
    for body in &model.gremia {
        let names = body.aliassen.iter().chain(&body.kort).chain([&body.naam]);
        give(&mut parties, body, names.map(String::as_str), problems);
    }
    for organisation in &model.organisaties {
        let names = organisation.aliassen.iter().chain(&organisation.kort).chain([&organisation.naam]);
        give(&mut parties, organisation, names.map(String::as_str), problems);
    }
    let mut terms = Given::new();
    for term in &model.begrippen {
        let names = term.synoniemen.iter().chain(&term.afkorting).chain([&term.naam]);
        give(&mut terms, term, names.map(String::as_str), problems);
    }
    for kind in [
        "laag", "niveau", "rol", "spoor", "opgave", "product", "stap", "bijdrage", "thema", "mijlpaal", "bron",
        "cijfer",
    ] {
        let mut named = Given::new();
        // What a command recorded may happen again: a date that moves twice, a level that is raised once more.
        let again = |id: &str| model.mijlpalen.get(id).is_some_and(|m| m.vastgelegd.is_some());
        for entity in model.of_kind(kind).into_iter().filter(|entity| !again(entity.id())) {
            let name = entity.name(model);
            give(&mut named, entity, std::iter::once(name.as_str()), problems);
        }
    }
}

fn give<'a, 'n>(
    given: &mut Given<'a>,
    whose: &'a dyn AnyEntity,
    names: impl Iterator<Item = &'n str>,
    problems: &mut Vec<Diagnostic>,
) {
    for name in names {
        let place = whose.common().id.place;
        match given.get(&name.to_lowercase()) {
            Some((id, first)) if *id != whose.id() => {
                let place = place_of_name(whose, name).unwrap_or(place);
                problems.push(words::rules::double_name(place, name, id, *first));
            }
            _ => {
                given.insert(name.to_lowercase(), (whose.id(), place));
            }
        }
    }
}

/// The key that holds the name.
fn place_of_name(whose: &dyn AnyEntity, name: &str) -> Option<Span> {
    let holds = |value: &crate::decode::Shown<'_>| {
        let mut found = false;
        value.walk(&mut |v| found |= matches!(v, crate::decode::Shown::Plain(text) if *text == name));
        found
    };
    whose.values().iter().find(|(_, value)| holds(value)).map(|(key, _)| whose.place_of(key))
}
