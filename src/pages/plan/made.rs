//! A planned page, and what it was made from.

use crate::content::Document;
use crate::diag::Diagnostic;
use crate::pages::page::Page;
use crate::pages::writing::WantedAnchor;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A planned page, with what is checked when all pages are there.
#[derive(Debug)]
pub(super) struct Made {
    pub(super) page: Arc<Page>,
    /// What a link may point to beyond what stands in its Markdown.
    pub(super) anchors: BTreeSet<String>,
    pub(super) anchors_wanted: Vec<WantedAnchor>,
    pub(super) images_shown: Vec<String>,
    pub(super) files_linked: Vec<String>,
    pub(super) pages_named: Vec<(String, String)>,
    /// Is what it lists made of front matter alone?
    pub(super) lists_fronts: bool,
    pub(super) problems: Vec<Diagnostic>,
}

/// Tells all that pages are made from, but for their own Markdown and backlinks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Shared {
    /// A hash of all but the data and the front matter of the pages.
    pub whole: [u8; 32],
    /// A hash of the data.
    pub data: [u8; 32],
    /// A hash of that front matter: titles, dates, order.
    pub fronts: [u8; 32],
}

impl Shared {
    /// A hash of all of it, with something more.
    pub fn all(&self, more: &[u8]) -> [u8; 32] {
        *blake3::Hasher::new()
            .update(&self.whole)
            .update(&self.data)
            .update(&self.fronts)
            .update(more)
            .finalize()
            .as_bytes()
    }
}

/// What a page is made from beyond what it shares with others.
#[derive(Debug)]
pub(super) struct Own<'a> {
    /// Its Markdown.
    pub(super) document: Option<&'a Arc<Document>>,
    /// Who mentions its record.
    pub(super) mentions: &'a [(String, String)],
}

impl Own<'_> {
    pub(super) fn is_unread(&self) -> bool {
        self.document.is_some_and(|document| document.is_unread())
    }
}
