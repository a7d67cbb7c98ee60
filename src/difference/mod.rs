//! What publishing will change: the site as it was published last beside the site as it is now.
//!
//! The published folder is its own memory: its pages and its open data tell what stood there, so nothing else is kept.

mod brief;
mod files;
mod loss;
mod losses;
mod pages;
mod records;
mod shown;
mod text;

pub use brief::brief;
pub use loss::Loss;
pub use pages::{PageChange, PageKind};
pub use records::{RecordChange, RecordKind, ValueChange};
pub use shown::{html, json, whole};

use crate::output::Output;
use std::collections::BTreeMap;

/// Path → bytes, of the files that are compared; of all others only that they are there.
pub type Published = BTreeMap<String, Vec<u8>>;

/// The file that holds all records.
const EVERYTHING: &str = "data/portaal.json";

/// What differs.
#[derive(Debug, Clone, Default)]
pub struct Difference {
    /// Pages, by address.
    pub pages: Vec<PageChange>,
    /// Records, by kind and id.
    pub records: Vec<RecordChange>,
    /// What would be lost without a word.
    pub losses: Vec<Loss>,
}

impl Difference {
    /// Is there nothing to tell?
    pub fn is_empty(&self) -> bool {
        self.pages.is_empty() && self.records.is_empty() && self.losses.is_empty()
    }
}

/// Is this one of the files that are compared?
pub fn is_compared(path: &str) -> bool {
    path.ends_with(".html") && path != "404.html" || path == EVERYTHING
}

/// Compares what was published with what would be.
pub fn between(before: &Published, after: &Output) -> Difference {
    let compared = before.iter().filter(|(path, _)| is_compared(path));
    let old_pages = pages::read(compared.map(|(path, bytes)| (path.as_str(), bytes.into())));
    let gone = files::gone(before, after);
    let new_pages = after.held().filter(|(path, _)| is_compared(path));
    let new_pages = pages::read(new_pages.map(|(path, bytes)| (path, bytes.read().unwrap_or_default())));
    let everything = after.held_at(EVERYTHING).map(|bytes| bytes.read().unwrap_or_default());
    let old_records = records::read(before.get(EVERYTHING).map(Vec::as_slice));
    let new_records = records::read(everything.as_deref());
    let records = records::compare(&old_records, &new_records);
    let pages = pages::compare(&old_pages, &new_pages);
    let both = loss::Both { old: &old_pages, new: &new_pages, before: &old_records, now: &new_records, files: &gone };
    let losses = losses::of(&pages, &records, &both);
    Difference { pages, records, losses }
}
