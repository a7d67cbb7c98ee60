//! One pair has one relation of a kind, whichever way round it is written.

use super::Context;
use crate::diag::{Diagnostic, words};
use crate::model::kinds::Relatie;
use std::collections::BTreeMap;

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    let mut known: BTreeMap<_, &Relatie> = BTreeMap::new();
    for relation in &context.model.relaties {
        let first = *known.entry((pair(relation), relation.soort)).or_insert(relation);
        if first.id.value != relation.id.value {
            let place = relation.naar.place;
            problems.push(words::rules::double_relation(place, relation.soort.word(), &first.id, first.id.place));
        }
    }
}

/// The two ends in a fixed order.
pub fn pair(relation: &Relatie) -> (&str, &str) {
    let (a, b) = (relation.van.id.as_str(), relation.naar.id.as_str());
    if a <= b { (a, b) } else { (b, a) }
}
