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
    pub(super) page: Page,
    /// What a link may point to beyond what stands in its Markdown.
    pub(super) anchors: BTreeSet<String>,
    pub(super) anchors_wanted: Vec<WantedAnchor>,
    pub(super) images_shown: Vec<String>,
    pub(super) files_linked: Vec<String>,
    pub(super) problems: Vec<Diagnostic>,
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
