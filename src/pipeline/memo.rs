//! What is kept of a build, for the next one or for who publishes it.

use crate::content::Document;
use crate::diag::Diagnostic;
use crate::images::{Prepared, Seen};
use crate::output::Ahead;
use crate::pages::{AddressList, Plan, PlanMemo};
use crate::phrases::Phrases;
use crate::render::{DataMemo, PageMemo};
use crate::search::Reader;
use crate::site::{Site, SitePage};
use crate::theme::{Bundle, Templates};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What is kept of a build beside its problems.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Keep {
    /// All: a next build goes on from it.
    #[default]
    All,
    /// The site, to be published: each page is let go of when it is rendered.
    Site,
    /// Nothing: only the judgement is asked. There is no output then.
    Nothing,
}

/// Work saved between builds.
#[derive(Debug, Clone, Default)]
pub struct Memo {
    pub(super) keep: Keep,
    pub(super) ahead: Option<Arc<Ahead>>,
    /// What the last build was made of, when nothing goes on from it: whoever ends with it takes it apart beside what it still does.
    pub(super) spent: Option<Arc<(Arc<Site>, Plan)>>,
    pub(super) parsed: Vec<Parsed>,
    /// Were drafts published too?
    pub(super) drafts: bool,
    pub(super) images: BTreeMap<[u8; 32], Arc<Prepared>>,
    /// What is seen of each picture without unpacking it, by the hash of its file.
    pub(super) looked: BTreeMap<[u8; 32], Option<Seen>>,
    pub(super) cleaned: BTreeMap<[u8; 32], Arc<[u8]>>,
    pub(super) plan: PlanMemo,
    pub(super) pages: PageMemo,
    pub(super) data: DataMemo,
    pub(super) phrases: Option<Once<Phrases>>,
    pub(super) bundle: Option<Once<Arc<Bundle>>>,
    pub(super) templates: Option<Once<Arc<Templates>>>,
    pub(super) addresses: Option<Once<Arc<AddressList>>>,
    pub(super) reader: Option<Once<Arc<Reader>>>,
    pub(super) titles: Option<Once<()>>,
    pub(super) sitemap: Option<Once<Arc<[u8]>>>,
    /// Paths of which nothing was told.
    pub(super) fit: Vec<String>,
}

/// A file with a page, as it was parsed.
#[derive(Debug, Clone)]
pub(super) struct Parsed {
    pub(super) hash: [u8; 32],
    pub(super) document: Arc<Document>,
    /// What is published of it; nothing of a draft.
    pub(super) page: Option<Arc<SitePage>>,
}

/// What is made anew only when what it is made from is other, with what was told of it.
#[derive(Debug, Clone)]
pub(super) struct Once<T> {
    from: [u8; 32],
    made: T,
    told: Vec<Diagnostic>,
}

impl<T: Clone> Once<T> {
    /// What was made of the same, else what `make` makes of it.
    pub(super) fn made(
        known: &mut Option<Self>,
        from: [u8; 32],
        problems: &mut Vec<Diagnostic>,
        make: impl FnOnce(&mut Vec<Diagnostic>) -> T,
    ) -> T {
        let once = match known.take() {
            Some(once) if once.from == from => once,
            _ => {
                let mut told = Vec::new();
                Self { from, made: make(&mut told), told }
            }
        };
        problems.extend(once.told.iter().cloned());
        known.insert(once).made.clone()
    }

    /// The same for what may tell of more than it is made from: where something was told it is made again each time.
    pub(super) fn made_in_silence(
        known: &mut Option<Self>,
        from: [u8; 32],
        problems: &mut Vec<Diagnostic>,
        make: impl FnOnce(&mut Vec<Diagnostic>) -> T,
    ) -> T {
        *known = known.take().filter(|once| once.told.is_empty());
        Self::made(known, from, problems, make)
    }
}

impl Memo {
    /// For a build of which so much is kept.
    pub fn that_keeps(keep: Keep) -> Self {
        Self { keep, ..Self::default() }
    }

    /// Has pages go to their place while others are made.
    pub fn write_ahead(&mut self, ahead: Option<Arc<Ahead>>) {
        self.ahead = ahead;
    }

    /// Lets go of all of it, by all threads side by side.
    pub fn let_go(mut self) {
        let Some((site, plan)) = self.spent.take().and_then(Arc::into_inner) else { return };
        plan.pages.into_par_iter().for_each(drop);
        let documents = Arc::into_inner(site).map(|site| site.documents).unwrap_or_default();
        documents.into_par_iter().for_each(drop);
    }

    /// Takes in an image that was prepared in an earlier run, by the hash of its original.
    pub fn take_image(&mut self, hash: [u8; 32], image: Prepared) {
        self.images.insert(hash, Arc::new(image));
    }

    /// The images of the last build, to be kept for a later run.
    pub fn images(&self) -> impl Iterator<Item = (&[u8; 32], &Prepared)> {
        self.images.iter().map(|(hash, image)| (hash, image.as_ref()))
    }
}
