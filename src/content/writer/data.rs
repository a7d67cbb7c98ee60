//! Data in the text of a page: a block that belongs in the folder of data, or keys that belong at the top of the page.

use super::Writer;
use crate::content::front::FrontMatter;
use crate::content::{Segment, Suspected};
use crate::decode::Record;
use crate::diag::words::meant as words;
use crate::diag::words::nearly;
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
        if self.is_unfenced(text, range.start) {
            return true;
        }
        let keys: Option<Vec<&str>> = text.lines().map(key).collect();
        let Some(keys) = keys else { return false };
        let known = FrontMatter::keys();
        let found = keys.into_iter().enumerate().find(|(_, key)| known.iter().any(|of_page| of_page.name == *key));
        let Some((row, name)) = found.filter(|_| DeTable::parse(text).is_ok()) else { return false };
        let line = text.lines().nth(row).map_or(first, str::trim_end);
        let start = range.start + text.split_inclusive('\n').take(row).map(str::len).sum::<usize>();
        let place = self.place(&(start..start + line.len()));
        self.problem(words::key_in_text(place, name));
        true
    }

    /// Are these the lines of an infographic, without the block around them? With a title they are; of a line alone it is not known here
    /// whether there is such a kind.
    fn is_unfenced(&mut self, text: &str, start: usize) -> bool {
        let Some((at, kind)) = kind_of_drawing(text) else { return false };
        let line = text[at..].lines().next().unwrap_or_default().trim_end();
        let place = self.place(&(start + at..start + at + line.len()));
        let keys: Option<Vec<&str>> = text.lines().map(key).collect();
        let known = FrontMatter::keys();
        // A record of the data has a sort too, and other keys that a page has.
        let of_page = |key: &&&str| known.iter().any(|of_page| of_page.name == **key);
        if keys.is_some_and(|keys| keys.iter().filter(of_page).eq([&"titel"])) {
            self.problem(nearly::no_block(place));
            return true;
        }
        // What stands above it may have been told: an infographic between quotes.
        if !first_line(text).trim_end().ends_with("infographic") {
            self.out.segment(Segment::Suspect { of: Suspected::Unfenced, name: kind.to_owned(), place });
        }
        false
    }

    /// A block of code without a language: may it be an infographic?
    pub(super) fn check_nameless_block(&mut self, text: &str, range: &Range<usize>) {
        let bare = self.source.get(range.clone()).is_some_and(|block| first_line(block).trim_end() == "```");
        let keys = text.lines().filter(|line| !line.trim().is_empty()).all(|line| key(line).is_some());
        if let Some((_, kind)) = kind_of_drawing(text).filter(|_| bare && keys) {
            let place = self.place(&(range.start..range.start + 3));
            self.out.segment(Segment::Suspect { of: Suspected::Unnamed, name: kind.to_owned(), place });
        }
    }
}

/// Where a line `soort = "relatiekaart"` stands, and what it names.
fn kind_of_drawing(text: &str) -> Option<(usize, &str)> {
    let mut at = 0;
    text.split_inclusive('\n').find_map(|line| {
        let start = at;
        at += line.len();
        let value = line.split_once('=').filter(|_| key(line) == Some("soort"))?.1.trim();
        let kind = value.trim_matches(['"', '\'', '“', '”', '„', '‘', '’']);
        (!kind.is_empty() && kind.len() < value.len()).then_some((start, kind))
    })
}

/// The key of a line `sleutel = waarde`.
pub(super) fn key(line: &str) -> Option<&str> {
    let key = line.split_once('=')?.0.trim();
    (!key.is_empty() && key.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')).then_some(key)
}
