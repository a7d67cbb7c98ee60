//! Keys above the first block of a data file, which belong to no record.

use super::{Model, headings};
use crate::decode::Decoder;
use crate::diag::words;
use toml::de::{DeTable, DeValue};

/// Is this a key with a plain value, where only blocks can stand?
pub fn is_loose(key: &str, value: &DeValue<'_>) -> bool {
    let holds_blocks = match value {
        DeValue::Table(_) => true,
        DeValue::Array(items) => items.iter().any(|item| item.get_ref().is_table()),
        _ => false,
    };
    !holds_blocks && Model::kind(key).is_none()
}

impl Model {
    /// Tells of keys that stand under no heading: once for all of them, as one line mends them. `None` when there are none.
    pub(super) fn loose_keys(
        &mut self,
        root: &DeTable<'_>,
        named: Option<&'static str>,
        decoder: &mut Decoder<'_>,
    ) -> Option<()> {
        let loose = root.iter().filter(|(key, value)| is_loose(key.get_ref(), value.get_ref()));
        let mut loose: Vec<_> = loose.map(|(key, value)| (key.get_ref().as_ref(), key.span(), value)).collect();
        loose.sort_by_key(|(_, at, _)| at.start);
        let (first, at, value) = loose.first()?;
        let keys: Vec<&str> = loose.iter().map(|(key, ..)| *key).collect();
        let has_all = |kind: &str| {
            let own = Self::keys_of(kind);
            keys.iter().all(|key| own.iter().any(|own| own.name == *key))
        };
        let sourced = |kind: &str| Self::kind(kind).is_some_and(|kind| kind.sourced);
        let lacks = |kind: &&str| super::rows::missing(sourced(kind), Self::keys_of(kind), &keys);
        let fits = || Self::KINDS.iter().map(|kind| kind.name).filter(|kind| has_all(kind)).min_by_key(lacks);
        let below = headings::headings(decoder.text()).find_map(|(_, line)| headings::kind_headed(line));
        // Whoever writes an id begins a record.
        let record = keys.contains(&"id") || (keys.len() > 1 && keys.contains(&"naam"));
        let kind =
            named.or(below).filter(|kind| has_all(kind)).or_else(fits).or(named).filter(|_| record || below.is_none());
        let place = decoder.span(at.clone());
        decoder.problems.push(match (kind, below) {
            (Some(kind), _) => {
                words::pasted::heading_missing(place, kind, has_all(kind) && named.or(below) == Some(kind))
            }
            (None, below) => {
                let line = decoder.text().get(at.start..value.span().end).unwrap_or(first);
                words::pasted::above_the_blocks(place, &keys, line, below)
            }
        });
        let id = root.get("id").and_then(|id| id.get_ref().as_str());
        match (id, kind) {
            (Some(id), _) => drop(self.lost.ids.insert(id.to_owned())),
            (None, Some(kind)) => drop(self.lost.nameless.insert(kind)),
            (None, None) => {}
        }
        self.lost.some |= kind.is_some();
        Some(())
    }
}
