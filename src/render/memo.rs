//! Remembers rendered pages between builds.

use std::collections::BTreeMap;
use std::sync::Arc;

/// Page key → bytes. The key is a hash of all that a page depends on: the theme, what all pages share, the template and the
/// page's own view. What a build does not use is forgotten.
#[derive(Debug, Default)]
pub struct PageMemo {
    pages: BTreeMap<[u8; 32], Arc<[u8]>>,
}

impl PageMemo {
    /// The page as rendered before.
    pub fn get(&self, key: &[u8; 32]) -> Option<&Arc<[u8]>> {
        self.pages.get(key)
    }

    /// Keeps exactly these pages.
    pub fn replace(&mut self, pages: impl IntoIterator<Item = ([u8; 32], Arc<[u8]>)>) {
        self.pages = pages.into_iter().collect();
    }
}
