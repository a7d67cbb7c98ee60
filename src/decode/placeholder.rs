//! What `verbeeld new` leaves to be filled in.

use super::Value;
use toml::de::{DeTable, DeValue};

/// Stands in a new record for what its editor must write. An editor may have typed three full stops instead.
pub fn is_placeholder(text: &str) -> bool {
    matches!(text.trim(), "…" | "...")
}

/// All that a new record leaves to its editor, with the keys, in the order of the text.
pub fn placeholders<'t>(table: &'t DeTable<'_>) -> Vec<(&'t str, std::ops::Range<usize>)> {
    fn look<'t>(key: &'t str, value: &'t Value<'_>, found: &mut Vec<(&'t str, std::ops::Range<usize>)>) {
        match value.get_ref() {
            DeValue::String(text) if is_placeholder(text) => found.push((key, value.span())),
            DeValue::Array(items) => items.iter().for_each(|item| look(key, item, found)),
            DeValue::Table(table) => table.iter().for_each(|(key, value)| look(key.get_ref(), value, found)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    table.iter().for_each(|(key, value)| look(key.get_ref(), value, &mut found));
    found.sort_by_key(|(_, at)| at.start);
    found
}
