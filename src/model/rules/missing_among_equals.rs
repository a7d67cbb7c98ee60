//! What all others of its sort have, and one has not, is forgotten.

use super::Context;
use crate::decode::{Key, Shown};
use crate::diag::{Diagnostic, words};
use crate::model::{AnyEntity, Model};
use std::collections::BTreeMap;

/// With fewer others than this, all having a key may be chance.
const ENOUGH: usize = 10;
/// What even the only one may well be without: notes, and other names.
const FREE: &[&str] = &["toelichting", "aliassen", "kort", "afkorting", "synoniemen", "voorheen"];

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    for kind in Model::KINDS {
        let keys = Model::keys_of(kind.name);
        let told = |key: &str| kind.expected.contains(&key) || (kind.sourced && matches!(key, "status" | "bron"));
        let mut sorts: BTreeMap<&str, Vec<&dyn AnyEntity>> = BTreeMap::new();
        for record in context.model.of_kind(kind.name) {
            sorts.entry(kind.sort.and_then(|key| record.word(key)).unwrap_or(kind.name)).or_default().push(record);
        }
        for (sort, records) in sorts.into_iter().filter(|(_, records)| records.len() > ENOUGH) {
            missing(keys, &told, sort, &records, problems);
        }
    }
}

fn missing(
    keys: &[Key],
    told: &dyn Fn(&str) -> bool,
    sort: &str,
    records: &[&dyn AnyEntity],
    problems: &mut Vec<Diagnostic>,
) {
    let asked = |key: &Key| !key.required && !FREE.contains(&key.name) && !told(key.name);
    for (i, key) in keys.iter().enumerate().filter(|(_, key)| asked(key)) {
        let mut without = records.iter().filter(|r| matches!(r.values().get(i), Some((_, Shown::Nothing))));
        if let (Some(one), None) = (without.next(), without.next()) {
            let others = records.len() - 1;
            problems.push(words::rules::missing_among_equals(one.common().id.place, key.name, &key.help, sort, others));
        }
    }
}
