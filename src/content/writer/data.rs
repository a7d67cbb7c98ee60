//! Data in the text of a page: a block that belongs in the folder of data, or keys that belong at the top of the page.

use super::Writer;
use crate::content::front::FrontMatter;
use crate::decode::Record;
use crate::diag::words::meant as words;
use crate::letters::first_line;
use crate::model::Model;
use std::ops::Range;
use toml::de::DeTable;

impl Writer<'_, '_> {
    /// Is this paragraph a block of the data, or keys of the page? That is told.
    pub(super) fn check_data(&mut self, range: &Range<usize>) -> bool {
        let Some(text) = self.source.get(range.clone()) else { return false };
        let first = first_line(text).trim_end();
        let place = range.start..range.start + first.len();
        if let Some(kind) = first.strip_prefix("[[").and_then(|rest| rest.strip_suffix("]]")) {
            let keys = text.lines().nth(1).is_some_and(|line| key(line).is_some());
            let told = keys && Model::kind_called(kind.split('.').next().unwrap_or(kind)).is_some();
            if told {
                let place = self.place(&place);
                self.problem(words::data_in_page(place, kind));
            }
            return told;
        }
        // Nearly no paragraph has one at all.
        if memchr::memchr(b'=', text.as_bytes()).is_none() {
            return false;
        }
        let keys: Option<Vec<&str>> = text.lines().map(key).collect();
        let Some(keys) = keys else { return false };
        let known = FrontMatter::keys();
        let Some(name) = keys.into_iter().find(|key| known.iter().any(|of_page| of_page.name == *key)) else {
            return false;
        };
        if DeTable::parse(text).is_err() {
            return false;
        }
        let place = self.place(&place);
        self.problem(words::key_in_text(place, name));
        true
    }
}

/// The key of a line `sleutel = waarde`.
fn key(line: &str) -> Option<&str> {
    let key = line.split_once('=')?.0.trim();
    (!key.is_empty() && key.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')).then_some(key)
}
