//! A sort is written in one way: an organisation that is a `Gemeente` is no `gemeente`, and would be left out of every group of them; a
//! `Voorzitter` beside a `voorzitter` reads as a second function.

use super::Context;
use crate::decode::Record;
use crate::diag::{Diagnostic, Span, words};
use crate::model::{AnyEntity, Model};
use std::collections::BTreeMap;

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    let model = context.model;
    let slips = slips(model);
    for organisation in &model.organisaties {
        if let Some(meant) = slips.get(organisation.soort.value.as_str()) {
            problems.push(words::rules::sort_written_twice(organisation.soort.place, &organisation.soort, meant));
        }
    }
    let sources = model.bronnen.iter().filter_map(|source| Some((source.soort.as_deref()?, source, "soort")));
    tell(sources.map(|(sort, source, key)| (sort, AnyEntity::place_of(source, key))), "soort", problems);
    let seats = model.gremia.iter().flat_map(|body| &body.lid);
    let functions = seats.filter_map(|seat| Some((seat.functie.as_deref()?, seat.place_of("functie"))));
    tell(functions, "functie", problems);
}

/// Tells of words under this key that are surely another one, written wrongly.
fn tell<'m>(all: impl Iterator<Item = (&'m str, Span)>, key: &str, problems: &mut Vec<Diagnostic>) {
    let all: Vec<(&str, Span)> = all.collect();
    let slips = among(all.iter().map(|(word, _)| *word));
    let told = all.iter().filter_map(|(word, at)| Some((word, at, slips.get(word)?)));
    problems.extend(told.map(|(word, at, meant)| words::rules::word_written_twice(*at, key, word, meant)));
}

/// Sorts of organisations that are surely another one, written wrongly, and that one.
pub fn slips(model: &Model) -> BTreeMap<&str, &str> {
    among(model.organisaties.iter().map(|organisation| organisation.soort.value.as_str()))
}

/// Words that are surely another one, written wrongly: the same but for capitals, or one letter off from one that stands there more.
fn among<'m>(all: impl Iterator<Item = &'m str>) -> BTreeMap<&'m str, &'m str> {
    let mut times: BTreeMap<&str, usize> = BTreeMap::new();
    for word in all {
        *times.entry(word).or_default() += 1;
    }
    let meant = |sort: &str, count: usize| {
        let others = times.iter().filter(|(other, more)| **other != sort && (**more, **other) > (count, sort));
        others.map(|(other, _)| *other).find(|other| is_slip(sort, other))
    };
    times.iter().filter_map(|(sort, count)| Some((*sort, meant(sort, *count)?))).collect()
}

/// Is this the other word with a slip? Short words differ in a letter by right.
fn is_slip(sort: &str, other: &str) -> bool {
    let (sort, other) = (sort.to_lowercase(), other.to_lowercase());
    sort == other || (other.chars().count() > 5 && strsim::damerau_levenshtein(&sort, &other) == 1)
}
