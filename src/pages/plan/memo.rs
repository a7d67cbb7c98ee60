//! Remembers planned pages between builds.

use super::made::{Made, Own};
use crate::content::Document;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Address → a page as it was planned, and what it was made from. A page sees of the others only what their front matter and
/// the data tell, and who mentions its record; so while an editor writes on in one text, all other pages stay as they are.
#[derive(Debug, Clone, Default)]
pub struct PlanMemo {
    shared: [u8; 32],
    pages: BTreeMap<String, Known>,
}

#[derive(Debug, Clone)]
struct Known {
    document: Option<Arc<Document>>,
    mentions: Vec<(String, String)>,
    made: Arc<Made>,
}

impl PlanMemo {
    /// Forgets everything when what all pages share is not what it was.
    pub(super) fn begin(&mut self, shared: [u8; 32]) {
        if self.shared != shared {
            self.pages.clear();
        }
        self.shared = shared;
    }

    /// The page as planned before, when nothing that it is made from has changed.
    pub(super) fn get(&self, url: &str, own: &Own<'_>) -> Option<Arc<Made>> {
        let known = self.pages.get(url)?;
        // The same text gives the same document: it is parsed once.
        let same_text = match (&known.document, own.document) {
            (Some(before), Some(now)) => Arc::ptr_eq(before, now),
            (before, now) => before.is_none() && now.is_none(),
        };
        (same_text && known.mentions == own.mentions).then(|| known.made.clone())
    }

    /// Keeps exactly these pages.
    pub(super) fn replace<'a>(&mut self, pages: impl IntoIterator<Item = (Own<'a>, Arc<Made>)>) {
        let known = |(own, made): (Own<'_>, Arc<Made>)| {
            let url = made.page.view.url.clone();
            (url, Known { document: own.document.cloned(), mentions: own.mentions.to_vec(), made })
        };
        self.pages = pages.into_iter().map(known).collect();
    }
}
