//! Makes and renders all pages. Each is made, rendered, read for the search and let go of before the next, unless a next build goes on
//! from this one: all of them together are many times what an editor wrote.

use super::Keep;
use crate::diag::Diagnostic;
use crate::output::{Ahead, Aside, Bytes};
use crate::pages::view::PageView;
use crate::pages::{Page, Plan, PlanMemo, Planned, Planning, Slot};
use crate::render::{KnownPage, Ready, Renderer};
use crate::search::{Gathering, Read};
use rayon::prelude::*;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};

/// A site of so many pages waits in memory as a whole.
pub const SMALL: usize = 2_000;
/// Of a larger site so many bytes of pages do; the others wait on the disk.
const HELD: usize = 4_000_000;
/// At most so many pages are one part of the work. Lists of many pages lie together, and take long.
const MOST_AT_ONCE: usize = 8;
/// Every thread gets its pages in about so many parts at least.
const PARTS_PER_THREAD: usize = 200;

/// All pages as they came out.
pub struct Pages {
    /// The plan.
    pub plan: Plan,
    /// Path and bytes; pages whose template failed are left out.
    pub files: Vec<(String, Bytes)>,
    /// What each of them shows, in the same order. Only where all is kept.
    pub views: Vec<(Arc<Page>, Arc<PageView>)>,
    /// Paths of the pages that were rendered anew, not taken from the memo.
    pub anew: Vec<String>,
    /// What the search needs of pages that were let go of.
    pub read: Vec<Read>,
    /// The pages that are yet to be read for the search, behind those.
    pub unread: Vec<Arc<PageView>>,
    /// What to remember of pages that are not as they were; nothing of those that could not be made.
    pub known: Vec<(String, Option<KnownPage>)>,
}

/// A page as it came out.
struct Out {
    bytes: Bytes,
    /// What its template saw, when that is more than its own view.
    shown: Option<Arc<PageView>>,
    anew: bool,
    /// In a place of its own: of a next build's pages nearly all are known.
    known: Option<Box<KnownPage>>,
}

/// What came of a page; `None` when it waits for the others, or nothing can be rendered.
type Rendered = Option<Result<Out, Box<Diagnostic>>>;

/// Some pages that follow each other.
struct Part<'a> {
    planned: Vec<Planned<'a>>,
    rendered: Vec<Rendered>,
    read: Option<Read>,
}

/// Makes all pages.
pub fn make(
    planning: &Planning<'_>,
    renderer: Option<&Renderer<'_>>,
    search: &Gathering,
    (keep, ahead): (Keep, Option<&Ahead>),
    memo: &mut PlanMemo,
    problems: &mut Vec<Diagnostic>,
) -> Pages {
    let known = &*memo;
    let slots = planning.slots();
    let held = &Held::of(slots.len(), ahead);
    let part = |slots: &[(&str, &Slot)]| {
        let mut planned: Vec<_> = slots.iter().map(|(url, slot)| planning.page(url, slot, known)).collect();
        let ready =
            |one: &Planned<'_>| (!one.waits()).then(|| renderer.map(|with| rendered(with, one.page(), keep, held)))?;
        let rendered = planned.iter().map(ready).collect();
        let found = planned.iter().filter(|one| !one.waits()).map(|one| one.page().view.as_ref());
        let read = (keep == Keep::Site).then(|| search.read(found));
        if keep != Keep::All {
            planned.iter_mut().filter(|one| !one.waits()).for_each(Planned::let_go);
        }
        Part { planned, rendered, read }
    };
    let parts = rayon::current_num_threads() * PARTS_PER_THREAD;
    let at_once = slots.len().div_ceil(parts).clamp(1, MOST_AT_ONCE);
    let parts: Vec<Part<'_>> = slots.par_chunks(at_once).with_max_len(1).map(part).collect();

    let (mut all, mut results, mut read) =
        (Vec::with_capacity(slots.len()), Vec::with_capacity(slots.len()), Vec::new());
    for part in parts {
        all.extend(part.planned);
        results.extend(part.rendered);
        read.extend(part.read);
    }
    let waits: Vec<bool> = all.iter().map(Planned::waits).collect();
    let plan = planning.whole(all, (keep == Keep::All).then_some(memo), problems);
    // Those that waited, and those that are there because of others.
    results.resize_with(plan.pages.len(), || None);
    results.par_iter_mut().zip(&plan.pages).filter(|(result, _)| result.is_none()).for_each(|(result, page)| {
        *result = renderer.map(|with| rendered(with, page, keep, held));
    });
    let (first, last): (Vec<usize>, Vec<usize>) =
        (0..plan.pages.len()).partition(|i| waits.get(*i).is_some_and(|waits| !waits));
    let unread = match keep {
        Keep::All => [first, last].concat(),
        Keep::Site => last,
        Keep::Nothing => Vec::new(),
    };
    let unread = unread.into_iter().map(|i| plan.pages[i].view.clone()).collect();
    let files = Vec::with_capacity(plan.pages.len());
    let views = Vec::with_capacity(if keep == Keep::All { plan.pages.len() } else { 0 });
    let mut pages = Pages { files, views, anew: Vec::new(), read, unread, known: Vec::new(), plan };
    for (page, result) in pages.plan.pages.iter().zip(results) {
        match result {
            Some(Ok(Out { bytes, shown, anew, known })) => {
                pages.anew.extend(anew.then(|| page.path.clone()));
                if keep == Keep::All {
                    pages.views.push((page.clone(), shown.unwrap_or_else(|| page.view.clone())));
                }
                pages.known.extend(known.map(|known| (page.path.clone(), Some(*known))));
                pages.files.push((page.path.clone(), bytes));
            }
            // A template that fails on a thousand pages fails in one place: sorting drops the repeats.
            Some(Err(problem)) => {
                pages.known.push((page.path.clone(), None));
                problems.push(*problem);
            }
            None => {}
        }
    }
    pages
}

/// The pages that wait to be published.
struct Held<'a> {
    /// Where they go at once, if anywhere.
    ahead: Option<&'a Ahead>,
    /// So many of their bytes may be in memory.
    most: usize,
    /// How many are.
    bytes: AtomicUsize,
    /// Where the others are; nowhere when the system has no place for them.
    aside: OnceLock<Option<Arc<Aside>>>,
}

impl<'a> Held<'a> {
    /// For a site of so many pages.
    fn of(pages: usize, ahead: Option<&'a Ahead>) -> Self {
        let most = if pages <= SMALL { usize::MAX } else { HELD };
        Self { ahead, most, bytes: AtomicUsize::new(0), aside: OnceLock::new() }
    }

    fn take(&self, path: &str, bytes: &Arc<[u8]>) -> Bytes {
        if let Some(put) = self.ahead.and_then(|ahead| ahead.put(path, bytes)) {
            return put;
        }
        if self.bytes.fetch_add(bytes.len(), Ordering::Relaxed) < self.most {
            return bytes.clone().into();
        }
        let aside = self.aside.get_or_init(|| Aside::somewhere().ok().map(Arc::new));
        aside.as_ref().map_or_else(|| bytes.clone().into(), |aside| Bytes::aside(bytes, aside))
    }
}

fn rendered(renderer: &Renderer<'_>, page: &Page, keep: Keep, held: &Held<'_>) -> Result<Out, Box<Diagnostic>> {
    let ready = renderer.page(page)?;
    let (bytes, known) = match keep {
        Keep::All => (ready.bytes.clone().into(), (!ready.is_known).then(|| Box::new(ready.known(page)))),
        Keep::Site => (held.take(&page.path, &ready.bytes), None),
        Keep::Nothing => (Bytes::default(), None),
    };
    let Ready { shown, anew, .. } = ready;
    Ok(Out { bytes, shown: shown.filter(|_| keep == Keep::All), anew, known })
}
