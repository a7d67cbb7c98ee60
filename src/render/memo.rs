//! Remembers rendered pages between builds.

use crate::pages::view::{PageView, SiteView, TermView};
use crate::theme::{Places, Prints};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// Path → what a page was made from, and its bytes. A page is the same as before when the theme, what all pages share, its
/// template and its own view are: compared whole, not by a hash, as that costs less and cannot be wrong. What is not
/// there any more is forgotten.
#[derive(Debug, Clone, Default)]
pub struct PageMemo {
    theme: [u8; 32],
    site: Option<Arc<SiteView>>,
    terms: Vec<TermView>,
    prints: Prints,
    pages: HashMap<String, KnownPage>,
}

/// A page as it was rendered.
#[derive(Debug, Clone)]
pub struct KnownPage {
    /// The template.
    pub template: String,
    /// What the template saw as `page`.
    pub view: Arc<PageView>,
    /// The same with its terms explained, when it uses any.
    pub shown: Option<Arc<PageView>>,
    /// What came of it.
    pub bytes: Arc<[u8]>,
    /// Where in it prints stand.
    pub places: Places,
}

impl PageMemo {
    /// Is the glossary the same as in the build before?
    pub fn begin_terms(&mut self, terms: &[TermView]) -> bool {
        let same = self.terms == terms;
        if !same {
            self.terms = terms.to_vec();
        }
        same
    }

    /// Are the prints the same as in the build before?
    pub fn begin_prints(&mut self, prints: &Prints) -> bool {
        let same = self.prints == *prints;
        if !same {
            self.prints = prints.clone();
        }
        same
    }

    /// Forgets everything when what all pages share is not what it was.
    pub fn begin(&mut self, theme: [u8; 32], site: &Arc<SiteView>) {
        if self.theme != theme || self.site.as_ref() != Some(site) {
            self.pages.clear();
        }
        self.theme = theme;
        self.site = Some(site.clone());
    }

    /// The page as rendered before, when nothing that it depends on changed.
    pub fn get(&self, path: &str, template: &str, view: &Arc<PageView>) -> Option<&KnownPage> {
        let known = self.pages.get(path)?;
        let same_view = || Arc::ptr_eq(&known.view, view) || *known.view == **view;
        (known.template == template && same_view()).then_some(known)
    }

    /// Takes in what it did not know, and forgets what it is given nothing of, and every page that is not there any more.
    pub fn update<'p>(
        &mut self,
        other: impl IntoIterator<Item = (String, Option<KnownPage>)>,
        there: impl ExactSizeIterator<Item = &'p str>,
    ) {
        for (path, page) in other {
            match page {
                Some(page) => drop(self.pages.insert(path, page)),
                None => drop(self.pages.remove(&path)),
            }
        }
        if self.pages.len() > there.len() {
            let there: HashSet<&str> = there.collect();
            self.pages.retain(|path, _| there.contains(path.as_str()));
        }
    }
}
