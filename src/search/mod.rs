//! Search: an index of all pages, made so that a small script in the browser can answer a question from a few small files.

mod compounds;
mod entries;
mod index;
mod shards;
mod stem;
mod words;

pub use shards::{FOLDER, Files};
pub use stem::stem;

use crate::pages::view::PageView;
use crate::pages::{Addresses, Names, Plan, names_of_records};
use std::collections::BTreeMap;
use std::sync::Arc;

/// All that can be found. It holds what it needs, so that the index can be made later.
#[derive(Debug)]
pub struct Corpus {
    pages: Vec<Arc<PageView>>,
    names: BTreeMap<String, Names>,
}

impl Corpus {
    /// The pages of a plan that readers are meant to find.
    pub fn of(plan: &Plan, book: &Addresses<'_>) -> Self {
        let pages = plan.pages.iter().filter(|p| !p.view.hidden).map(|p| p.view.clone()).collect();
        let mut names = names_of_records(&book.site.model);
        for (word, urls) in book.keywords.values() {
            for url in urls {
                names.entry(url.clone()).or_default().keywords.push(word.clone());
            }
        }
        Self { pages, names }
    }

    /// The index as files of the site.
    pub fn files(&self) -> Files {
        let entries: Vec<_> = self.pages.iter().flat_map(|page| entries::of_page(page, &self.names)).collect();
        shards::files(&entries, &index::index(&entries))
    }
}
