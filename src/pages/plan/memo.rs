//! Remembers planned pages between builds.

use super::made::{Made, Own, Shared};
use crate::content::Document;
use std::collections::HashMap;
use std::sync::Arc;

/// Address → a page as it was planned, and what it was made from. A page sees of the others only what their front matter and
/// the data tell, and who mentions its record; so while an editor writes on in one text, all other pages stay as they are. Of the front
/// matter of others and of the data a page of text shows little, and that can be told (see `Planner::stays`).
#[derive(Debug, Clone, Default)]
pub struct PlanMemo {
    shared: Shared,
    /// What of the others is not as it was when these were planned.
    others: Others,
    pages: HashMap<String, Known>,
}

/// What of all that pages show of others is another than it was.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Others {
    /// Some front matter.
    pub fronts: bool,
    /// Some of the data.
    pub data: bool,
}

#[derive(Debug, Clone)]
struct Known {
    document: Option<Arc<Document>>,
    mentions: Vec<(String, String)>,
    made: Arc<Made>,
}

impl PlanMemo {
    /// Forgets everything when what all pages share is not what it was.
    pub(super) fn begin(&mut self, shared: Shared) {
        if self.shared.whole != shared.whole {
            self.pages.clear();
        }
        self.others = Others { fronts: self.shared.fronts != shared.fronts, data: self.shared.data != shared.data };
        self.shared = shared;
    }

    /// The page as planned before, when nothing that it is made from has changed. `stays`: is all that it shows of these others what
    /// they are now?
    pub(super) fn get(&self, url: &str, own: &Own<'_>, stays: impl FnOnce(&Made, Others) -> bool) -> Option<Arc<Made>> {
        let known = self.pages.get(url)?;
        // The same text gives the same document: it is parsed once.
        let same_text = match (&known.document, own.document) {
            (Some(before), Some(now)) => Arc::ptr_eq(before, now),
            (before, now) => before.is_none() && now.is_none(),
        };
        let as_it_was = self.others == Others::default();
        let same = same_text && known.mentions == own.mentions && (as_it_was || stays(&known.made, self.others));
        same.then(|| known.made.clone())
    }

    /// Takes in the pages that it did not know, and forgets those that are not there any more. `count` pages are there.
    pub(super) fn update<'a>(
        &mut self,
        other: impl IntoIterator<Item = (Own<'a>, Arc<Made>)>,
        count: usize,
        is_there: impl Fn(&str) -> bool,
    ) {
        let known = |(own, made): (Own<'_>, Arc<Made>)| {
            let url = made.page.view.url.clone();
            (url, Known { document: own.document.cloned(), mentions: own.mentions.to_vec(), made })
        };
        self.pages.extend(other.into_iter().map(known));
        if self.pages.len() > count {
            self.pages.retain(|url, _| is_there(url));
        }
    }
}
