//! The id of a relation is made of its two ends, so that its web address tells what it is about.

use super::Context;
use crate::diag::{Diagnostic, words};

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    for relation in &context.model.relaties {
        // As long as an end leads nowhere, nobody knows what the id should be.
        if [&relation.van, &relation.naar].iter().any(|end| context.model.get(&end.id).is_none()) {
            continue;
        }
        // With one end that is wrong, neither.
        if relation.van.id == relation.naar.id {
            continue;
        }
        let fits = format!("{}--{}", relation.van.id, relation.naar.id);
        let rest = relation.id.strip_prefix(fits.as_str());
        if !rest.is_some_and(|r| r.is_empty() || r.starts_with('-')) {
            problems.push(words::rules::relation_id(relation.id.place, &relation.id, &fits));
        }
    }
}
