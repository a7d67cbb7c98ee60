//! A group of all organisations of a sort: the sort exists, and a number in its name is right.

use super::Context;
use crate::diag::{Diagnostic, nearest, words};

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    let organisations = &context.model.organisaties;
    let slips = super::sort_written_twice::slips(context.model);
    for member in context.model.gremia.iter().flat_map(|g| &g.lid) {
        let Some(sort) = &member.soort else { continue };
        let Some(group) = &member.groep else {
            problems.push(words::rules::sort_without_group(sort.place));
            continue;
        };
        let count = organisations.iter().filter(|o| meant(&slips, &o.soort) == meant(&slips, sort)).count();
        if count == 0 {
            let near = nearest(sort, organisations.iter().map(|o| o.soort.value.as_str()));
            problems.push(words::rules::unknown_sort(sort.place, sort, near));
            continue;
        }
        let said = group.raw.split_whitespace().next().and_then(|w| w.parse::<usize>().ok());
        if let Some(said) = said.filter(|n| *n != count) {
            problems.push(words::rules::group_miscounted(group.place, said, count, sort));
        }
    }
}

/// The sort that a word stands for: a slip is told where it stands, and nothing follows from it.
fn meant<'a>(slips: &std::collections::BTreeMap<&'a str, &'a str>, sort: &'a str) -> &'a str {
    slips.get(sort).copied().unwrap_or(sort)
}
