//! What all others of its sort have, and one has not, is forgotten.

use super::Context;
use crate::decode::{Key, Shown};
use crate::diag::{Diagnostic, words};
use crate::model::{AnyEntity, Model};
use std::collections::BTreeMap;

/// With fewer others than this, all having a key may be chance.
const ENOUGH: usize = 10;

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    for kind in Model::KINDS {
        let keys = Model::keys_of(kind.name);
        let mut sorts: BTreeMap<&str, Vec<&dyn AnyEntity>> = BTreeMap::new();
        if kind.name == "organisatie" {
            for organisation in &context.model.organisaties {
                sorts.entry(&organisation.soort).or_default().push(organisation);
            }
        } else {
            sorts.insert(kind.name, context.model.of_kind(kind.name));
        }
        for (sort, records) in sorts.into_iter().filter(|(_, records)| records.len() > ENOUGH) {
            missing(&keys, sort, &records, problems);
        }
    }
}

fn missing(keys: &[Key], sort: &str, records: &[&dyn AnyEntity], problems: &mut Vec<Diagnostic>) {
    for (i, key) in keys.iter().enumerate().filter(|(_, k)| !k.required && k.name != "toelichting") {
        let mut without = records.iter().filter(|r| matches!(r.values().get(i), Some((_, Shown::Nothing))));
        if let (Some(one), None) = (without.next(), without.next()) {
            let others = records.len() - 1;
            problems.push(words::rules::missing_among_equals(one.common().id.place, key.name, sort, others));
        }
    }
}
