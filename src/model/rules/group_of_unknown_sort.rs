//! A group of all organisations of a sort: the sort exists, and a number in its name is right.

use super::Context;
use crate::diag::{Diagnostic, nearest, words};

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    let organisations = &context.model.organisaties;
    for member in context.model.gremia.iter().flat_map(|g| &g.lid) {
        let Some(sort) = &member.soort else { continue };
        let Some(group) = &member.groep else {
            problems.push(words::rules::sort_without_group(sort.place));
            continue;
        };
        let count = organisations.iter().filter(|o| o.soort.value == sort.value).count();
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
