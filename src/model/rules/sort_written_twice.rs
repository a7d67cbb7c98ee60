//! A sort of organisations is written in one way: `Gemeente` is no `gemeente`, and would be left out of every group of them.

use super::Context;
use crate::diag::{Diagnostic, words};
use crate::model::Model;
use std::collections::BTreeMap;

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    let slips = slips(context.model);
    for organisation in &context.model.organisaties {
        if let Some(meant) = slips.get(organisation.soort.value.as_str()) {
            problems.push(words::rules::sort_written_twice(organisation.soort.place, &organisation.soort, meant));
        }
    }
}

/// Sorts that are surely another one, written wrongly, and that one: the same but for capitals, or one letter off from a sort that more
/// organisations have.
pub fn slips(model: &Model) -> BTreeMap<&str, &str> {
    let mut times: BTreeMap<&str, usize> = BTreeMap::new();
    for organisation in &model.organisaties {
        *times.entry(&organisation.soort.value).or_default() += 1;
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
