//! All pages of a site: what they share, each by itself, and what can be told only when all are there.

use super::loose::{not_found, redirects};
use super::made::{Made, Own, Shared};
use super::memo::PlanMemo;
use super::planner::Planner;
use super::site_view::{doubles, sections, site_view, terms};
use crate::diag::{Diagnostic, FileId, nearest, words};
use crate::dutch::slug;
use crate::pages::book::{Addresses, Listed, Slot, mentions};
use crate::pages::page::Page;
use crate::pages::view::{SiteView, TermView};
use crate::pages::whole::{gallery, timeline};
use crate::pages::writing::Writer;
use crate::theme::Assets;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// After so many unknown anchors no name is looked for that is near: that means going through all of them.
const MOST_HINTS: usize = 200;

/// All pages, and what was seen when they were all there.
#[derive(Debug)]
pub struct Plan {
    /// What templates see as `site`.
    pub site: Arc<SiteView>,
    /// The pages in order of address.
    pub pages: Vec<Arc<Page>>,
    /// Other files: path and source. Of those beside pages, only what a page uses; and not the originals of images that are only
    /// shown: they are large.
    pub files: BTreeMap<String, FileId>,
    /// The files beside pages that nothing uses, in order of path.
    pub unused: Vec<FileId>,
    /// The images that are shown, by the path of the original.
    pub images: BTreeSet<String>,
    /// What happened or was decided, newest first.
    pub events: Vec<timeline::Event>,
}

/// A site of which the pages are being made. Each is made by itself, so that it can be rendered and let go of before the next.
pub struct Planning<'a> {
    planner: Planner<'a>,
    /// What templates see as `site`.
    pub site: Arc<SiteView>,
    /// The glossary.
    pub terms: Vec<TermView>,
    events: Vec<timeline::Event>,
}

impl<'a> Planning<'a> {
    /// `listed` are the files of open data as they were made. `shared` tells all that pages are made from, but for the bodies of the
    /// Markdown pages: when it is the same, `memo` gives the pages whose own body and backlinks did not change.
    pub fn begin(
        book: &'a Addresses<'a>,
        assets: &Assets,
        listed: &'a [Listed],
        shared: Shared,
        memo: &mut PlanMemo,
        problems: &mut Vec<Diagnostic>,
    ) -> Self {
        let mut site = site_view(book, assets, problems);
        let mentions = mentions(book);
        doubles(book, problems);
        let menu = sections(book, problems);
        memo.begin(Shared { whole: with_addresses(shared.whole, book), ..shared });
        let events = timeline::events(&mut Writer::new(book, ""));
        let latest = events.iter().map(|event| event.when).max_by_key(|when| when.first_day());
        site.latest = latest.map(|when| book.site.phrases.moment(&when)).unwrap_or_default();
        let planner = Planner { book, mentions, menu, listed };
        Self { planner, site: Arc::new(site), terms: terms(book), events }
    }

    /// The pages to make, in order of address.
    pub fn slots(&self) -> Vec<(&'a str, &'a Slot)> {
        self.planner.book.slots.iter().map(|(url, slot)| (url.as_str(), slot)).collect()
    }

    /// Makes one page, unless it is known.
    pub fn page(&self, url: &str, slot: &Slot, memo: &PlanMemo) -> Planned<'_> {
        let own = self.planner.own(slot);
        let known = memo.get(url, &own, |made, others| self.planner.stays(url, slot, made, others));
        let is_known = known.is_some();
        let made = known.unwrap_or_else(|| Arc::new(self.planner.page(url, slot)));
        Planned { own, made, is_known }
    }

    /// What can be told only when all pages are made. Problems are told; every page that can be made is made. `memo` remembers the
    /// pages, when a next build goes on from them.
    pub fn whole(&self, made: Vec<Planned<'_>>, memo: Option<&mut PlanMemo>, problems: &mut Vec<Diagnostic>) -> Plan {
        let book = self.planner.book;
        // They are in order of address.
        let at = |url: &str| made.binary_search_by(|one| one.page().view.url.as_str().cmp(url)).ok();
        let read = |url: &str| at(url).map(|at| &made[at]).filter(|one| !one.own.is_unread());
        // Gathered for the pages that a link with an anchor leads to, not for all.
        let mut anchors: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        let mut pages = Vec::with_capacity(made.len() + 1);
        let mut hints = 0;
        for one in &made {
            problems.extend(one.made.problems.iter().cloned());
            for wanted in &one.made.anchors_wanted {
                // A link to a file, not a page, has no anchors to check.
                let Some(target) = read(&wanted.url) else { continue };
                let names = anchors.entry(wanted.url.as_str()).or_insert_with(|| target.anchors().collect());
                let lost = || book.may_be_lost(&format!("{}#{}", wanted.url, wanted.anchor));
                if !names.contains(wanted.anchor.as_str()) && !lost() {
                    hints += 1;
                    // `[[#Wat is het?]]`: the words of the heading itself.
                    let named = slug(&wanted.anchor);
                    let near = names.get(named.as_str()).copied();
                    let near = near.filter(|_| named != wanted.anchor);
                    let near = near.or_else(|| {
                        if hints <= MOST_HINTS {
                            nearest(&wanted.anchor, names.iter().copied().filter(|name| !name.is_empty()))
                        } else {
                            None
                        }
                    });
                    let headings = target.headings(&wanted.anchor);
                    let (place, anchor, url) = (wanted.place, &wanted.anchor, &wanted.url);
                    problems.push(words::pages::missing_anchor(place, anchor, url, near, &headings));
                }
            }
            pages.push(one.made.page.clone());
        }
        gallery::fill(&mut pages, &book.site.words);
        pages.push(not_found(book).into());
        pages.extend(redirects(book, problems).into_iter().map(Arc::new));
        let shown: BTreeSet<String> = made.iter().flat_map(|one| &one.made.images_shown).cloned().collect();
        let linked = made.iter().flat_map(|one| &one.made.files_linked).map(String::as_str);
        let framed = self.site.menu.iter().chain(&self.site.footer).chain(&self.site.contact);
        let linked: BTreeSet<&str> = linked.chain(framed.map(|link| link.url.as_str())).collect();
        let companion = |file: &FileId| book.site.companions.contains(file);
        let used = |path: &String, file: &FileId| linked.contains(path.as_str()) || !companion(file);
        let forgotten = |path: &String| !shown.contains(path) && !book.site.draft_files.contains(path);
        let unused = book.files.iter().filter(|(path, file)| !used(path, file) && forgotten(path));
        let unused: Vec<FileId> = unused.map(|(_, file)| *file).collect();
        let mut files = book.files.clone();
        files.retain(|path, file| used(path, file));
        if let Some(memo) = memo {
            let count = made.len();
            let other = made.into_iter().filter(|one| !one.is_known).map(|one| (one.own, one.made));
            memo.update(other, count, |url| book.slots.contains_key(url));
        }
        Plan { site: self.site.clone(), pages, files, unused, images: shown, events: self.events.clone() }
    }
}

/// What tells all that pages are made from, and which pages there are: a link leads to one, or not.
fn with_addresses(shared: [u8; 32], book: &Addresses<'_>) -> [u8; 32] {
    *blake3::Hasher::new().update(&shared).update(&book.hash).finalize().as_bytes()
}

/// A page as it was planned.
pub struct Planned<'a> {
    own: Own<'a>,
    made: Arc<Made>,
    /// Was it made for an earlier build?
    is_known: bool,
}

impl Planned<'_> {
    /// The page.
    pub fn page(&self) -> &Page {
        &self.made.page
    }

    /// What a link may point to, in no order.
    fn anchors(&self) -> impl Iterator<Item = &str> {
        let own = self.own.document.into_iter().flat_map(|document| document.every_anchor());
        self.made.anchors.iter().map(String::as_str).chain(own)
    }

    /// The names of its headings, those that share a word with `wanted` first.
    fn headings(&self, wanted: &str) -> Vec<&str> {
        let document = self.own.document.into_iter().flat_map(|document| document.headings.iter());
        let mut all: Vec<&str> = document.map(|heading| heading.id).collect();
        if all.is_empty() {
            // The page itself has a name as well: none.
            all = self.made.anchors.iter().map(String::as_str).filter(|name| !name.is_empty()).collect();
        }
        let alike =
            |name: &&str| wanted.split('-').any(|word| word.len() > 3 && name.split('-').any(|own| own == word));
        all.sort_by_key(|name| !alike(name));
        all
    }

    /// Can it be rendered only when all pages are made?
    pub fn waits(&self) -> bool {
        gallery::is_one(&self.made.page)
    }

    /// Lets go of its text, which is most of it: it was rendered, and nothing else asks for it.
    pub fn let_go(&mut self) {
        self.own.document.into_iter().for_each(|document| document.let_go_of_text());
        // Of a page that is remembered the text is kept.
        if let Some(made) = Arc::get_mut(&mut self.made)
            && let Some(view) = Arc::get_mut(&mut made.page).and_then(|page| Arc::get_mut(&mut page.view))
        {
            view.let_go_of_text();
        }
    }
}
