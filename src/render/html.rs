//! Renders pages; those that did not change come from the memo.

use super::PageMemo;
use super::glossary::Glossary;
use super::memo::KnownPage;
use crate::diag::{Diagnostic, words};
use crate::pages::Page;
use crate::pages::view::{PageView, SiteView, TermView};
use crate::source::Sources;
use crate::theme::{Places, Prints, Templates, template_problem};
use std::sync::Arc;
use tera::{Context, Value};

/// Most pages have fewer bytes: so much room is made at once.
const USUAL: usize = 32_000;

/// One page, and whether it had to be rendered.
pub struct Ready {
    /// The HTML.
    pub bytes: Arc<[u8]>,
    /// What the template saw when that is more than the page's own view: the same with its terms explained.
    pub shown: Option<Arc<PageView>>,
    /// Was it made anew, not taken from the memo?
    pub anew: bool,
    /// Is it remembered already, of this very view?
    pub is_known: bool,
    /// Where in it prints stand.
    pub places: Places,
}

impl Ready {
    /// As it is remembered, with the page that it was made from.
    pub fn known(&self, page: &Page) -> KnownPage {
        let (template, view) = (page.template.clone(), page.view.clone());
        KnownPage { template, view, shown: self.shown.clone(), bytes: self.bytes.clone(), places: self.places.clone() }
    }
}

/// What all pages are rendered with.
pub struct Renderer<'a> {
    templates: &'a Templates,
    sources: &'a Sources,
    shared: Value,
    glossary: Option<Glossary<'a>>,
    memo: &'a PageMemo,
    /// Is the glossary the same as when the pages in the memo were made?
    same_terms: bool,
    prints: &'a Prints,
    /// Are the prints in the pages in the memo those of now?
    same_prints: bool,
}

impl<'a> Renderer<'a> {
    /// `theme` is a hash of all the theme's files but the style and the scripts, of which a page has only the prints. `None` when a
    /// template is broken: nothing can be rendered then.
    pub fn begin(
        site: &Arc<SiteView>,
        terms: &'a [TermView],
        templates: &'a Templates,
        theme: [u8; 32],
        prints: &'a Prints,
        sources: &'a Sources,
        memo: &'a mut PageMemo,
    ) -> Option<Self> {
        if templates.is_broken() {
            return None;
        }
        memo.begin(theme, site);
        let same_terms = memo.begin_terms(terms);
        let same_prints = memo.begin_prints(prints);
        let shared = Value::from_serializable(site.as_ref());
        Some(Self { templates, sources, shared, glossary: Glossary::of(terms), memo, same_terms, prints, same_prints })
    }

    /// Renders one page.
    pub fn page(&self, page: &Page) -> Result<Ready, Box<Diagnostic>> {
        let known = self.memo.get(&page.path, &page.template, &page.view);
        let same = |known: &KnownPage| {
            let mut bytes = known.bytes.clone();
            if !self.same_prints {
                self.prints.fill_at(Arc::make_mut(&mut bytes), &known.places);
            }
            Ready {
                bytes,
                shown: known.shown.clone(),
                anew: false,
                is_known: self.same_prints && Arc::ptr_eq(&known.view, &page.view),
                places: known.places.clone(),
            }
        };
        if let Some(known) = known.filter(|_| self.same_terms) {
            return Ok(same(known));
        }
        let shown = self.explained(page);
        // The glossary changed, but none of the words of this page.
        if let Some(known) = known.filter(|known| known.shown == shown) {
            return Ok(same(known));
        }
        let templates = self.templates;
        if !templates.has(&page.template) {
            return Err(Box::new(match page.template_place {
                Some(place) => {
                    let names = templates.files.keys().map(String::as_str).filter(|n| !n.contains('/'));
                    words::pages::unknown_template(place, &page.template, crate::diag::nearest(&page.template, names))
                }
                None => words::theme::missing_template(&page.template),
            }));
        }
        let mut context = Context::new();
        context.insert_value("site", self.shared.clone());
        context.insert("page", shown.as_ref().unwrap_or(&page.view).as_ref());
        let mut html = Vec::with_capacity(USUAL);
        templates.tera.render_to(&page.template, &context, &mut html).map_err(|e| {
            template_problem(&e, templates.files.get(&page.template).copied(), &templates.files, self.sources)
        })?;
        let places = self.prints.fill(&mut html);
        Ok(Ready { bytes: html.into(), shown, anew: true, is_known: false, places })
    }

    fn explained(&self, page: &Page) -> Option<Arc<PageView>> {
        let glossary = self.glossary.as_ref().filter(|_| page.view.explained)?;
        glossary.explain(&page.view).map(Arc::new)
    }
}
