//! Keys that stand under a block, and belong to the lines above all blocks: someone wrote them at the end of the file.
//!
//! They are read as what they are meant to be, so that one line in the wrong place is one mistake.

use super::{Decoder, Key, Record, Shape, Table};
use crate::diag::words;
use toml::de::{DeTable, DeValue};

impl Decoder<'_> {
    /// Brings such keys to where they belong, and tells of them: once for each block.
    pub fn lift<R: Record>(&mut self, root: &mut Table<'_>) {
        let root = root.get_mut();
        // Most pages have no blocks, and there are many.
        let block = |value: &super::Value<'_>| match value.get_ref() {
            DeValue::Table(_) => true,
            DeValue::Array(items) => items.first().is_some_and(|item| item.get_ref().is_table()),
            _ => false,
        };
        if !root.values().any(block) {
            return;
        }
        let keys = R::keys();
        for block in keys {
            let Some(own) = own_keys(&block.shape) else { continue };
            let header = root.get_key_value(block.name).map(|(key, _)| key.span());
            let is_free = |name: &str| !own.iter().any(|key| key.name == name) && is_line(keys, name);
            let wanted: Vec<String> = match root.get(block.name).map(toml::Spanned::get_ref) {
                Some(DeValue::Array(items)) => {
                    let tables = items.iter().filter_map(|item| item.get_ref().as_table());
                    tables.flat_map(DeTable::keys).map(|key| key.get_ref().to_string()).collect()
                }
                Some(DeValue::Table(table)) => table.keys().map(|key| key.get_ref().to_string()).collect(),
                _ => continue,
            };
            let wanted: Vec<String> =
                wanted.into_iter().filter(|name| is_free(name) && !root.contains_key(name.as_str())).collect();
            let mut moved = Vec::new();
            let mut under = header.clone();
            for name in &wanted {
                let found = match root.get_mut(block.name).map(toml::Spanned::get_mut) {
                    Some(DeValue::Array(items)) => items.iter_mut().find_map(|item| {
                        let span = item.span();
                        let DeValue::Table(table) = item.get_mut() else { return None };
                        let found = table.remove_entry(name.as_str())?;
                        under = Some(span.start..span.start);
                        Some(found)
                    }),
                    Some(DeValue::Table(table)) => table.remove_entry(name.as_str()),
                    _ => None,
                };
                moved.extend(found);
            }
            moved.sort_by_key(|(key, _)| key.span().start);
            if let (Some((key, _)), Some(at)) = (moved.first(), under) {
                let list = matches!(root.get(block.name).map(toml::Spanned::get_ref), Some(DeValue::Array(_)));
                let named = if list { format!("[[{}]]", block.name) } else { format!("[{}]", block.name) };
                let at = self.line_at(at.start).start;
                let end = at + self.text[at..].lines().next().map_or(0, |line| line.trim_end().len());
                let (place, block) = (self.span(key.span()), self.span(at..end));
                self.problems.push(words::data::under_block(place, key.get_ref(), &named, block, moved.len() - 1));
            }
            for (key, value) in moved {
                root.insert(key, value);
            }
        }
    }
}

/// The keys of a block; `None` for what is no block, or may hold any key.
fn own_keys(shape: &Shape) -> Option<&[Key]> {
    match shape {
        Shape::Table(keys) => Some(keys),
        Shape::List(of) => own_keys(of),
        _ => None,
    }
}

/// Is this a key of the plain lines?
fn is_line(keys: &[Key], name: &str) -> bool {
    keys.iter().any(|key| key.name == name && own_keys(&key.shape).is_none() && key.shape != Shape::Free)
}
