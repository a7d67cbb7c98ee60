//! The site as it is served now, and what an open page is told about it.

use super::made::Made;
use super::page;
use super::resolve::{Found, resolve};
use super::types::is_page;
use crate::export::Recipe;
use crate::output::Output;
use serde::Serialize;
use std::collections::BTreeMap;
use std::hash::{BuildHasher, RandomState};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// More changed files than this are not named; the page then loads again.
const MOST_NAMED: usize = 500;

/// What is served between two builds; immutable.
#[derive(Debug, Clone)]
pub(super) struct Snapshot {
    /// The last good site; `None` until there was one.
    pub site: Option<Arc<Output>>,
    /// Path of the site's base URL.
    pub base: String,
    /// The problems of the last build as HTML, if it failed.
    pub problems: Option<String>,
    /// Number of this site: goes up when a build changed something in it.
    pub build: u64,
    /// This start of the server: an open page of an earlier start cannot know what it missed.
    pub run: u64,
    /// Pictures that were made on request; kept from build to build.
    pub made: Arc<Made<Recipe>>,
    /// In which build each file that is no page changed last.
    changed_in: Arc<BTreeMap<String, u64>>,
}

/// What a page is told after each build; it compares this with what it has and does what is needed.
#[derive(Debug, Serialize)]
struct State<'a> {
    build: u64,
    run: String,
    /// The print of this page as it is now.
    page: String,
    /// The page's stylesheets as they are now.
    styles: Vec<String>,
    /// Files other than pages that changed since the page was loaded; `None` when they are too many to name.
    files: Option<Vec<&'a str>>,
    problems: Option<&'a str>,
}

impl Snapshot {
    fn new() -> Self {
        // Only has to differ from the last start; it is no part of any output.
        let run = RandomState::new().hash_one(());
        Self {
            site: None,
            base: "/".into(),
            problems: None,
            build: 0,
            run,
            made: Arc::new(Made::new()),
            changed_in: Arc::default(),
        }
    }

    /// The snapshot after a build that gave this.
    fn after(&self, site: Option<Arc<Output>>, base: String, problems: Option<String>) -> Self {
        let mut next = Self { problems, ..self.clone() };
        let Some(site) = site else { return next };
        next.base = base;
        let changed = self.site.as_deref().map(|old| changed_files(old, &site));
        match changed {
            Some(changed) if changed.is_empty() && next.base == self.base => return next,
            Some(changed) => {
                next.build += 1;
                let changed_in = Arc::make_mut(&mut next.changed_in);
                changed_in.extend(changed.into_iter().filter(|path| !is_page(path)).map(|path| (path, next.build)));
            }
            None => next.build += 1,
        }
        next.site = Some(site);
        next
    }

    /// The HTML that is served at an address, without the live script: a page, or the site's own 404 page.
    pub(super) fn page_at(&self, target: &str) -> Option<&Arc<[u8]>> {
        let site = self.site.as_deref()?;
        let found = match resolve(site, &self.base, target) {
            Found::Moved(to) => resolve(site, &self.base, &to),
            found => found,
        };
        match found {
            Found::File(path, bytes) => is_page(&path).then_some(bytes),
            _ => site.get("404.html"),
        }
    }

    /// The message for an open page that was loaded at build `since`.
    pub(super) fn message(&self, target: &str, since: u64) -> String {
        let html = self.page_at(target).map_or(&[][..], |bytes| bytes);
        let files: Vec<&str> =
            self.changed_in.iter().filter(|(_, build)| **build > since).map(|(path, _)| path.as_str()).collect();
        let state = State {
            build: self.build,
            run: self.run_name(),
            page: page::print(html),
            styles: page::styles(html),
            files: (files.len() <= MOST_NAMED).then_some(files),
            problems: self.problems.as_deref(),
        };
        serde_json::to_string(&state).unwrap_or_default()
    }

    /// The name of this start of the server.
    pub(super) fn run_name(&self) -> String {
        format!("{:016x}", self.run)
    }
}

/// Paths that are new, gone or different. Bytes that share their allocation need no comparing.
fn changed_files(old: &Output, new: &Output) -> Vec<String> {
    let same = |a: &Arc<[u8]>, b: &Arc<[u8]>| Arc::ptr_eq(a, b) || a == b;
    // What is made later is part of no page that stands open.
    let gone = old.ready().filter(|(path, _)| new.get(path).is_none());
    let other = new.ready().filter(|(path, bytes)| old.get(path).is_none_or(|before| !same(before, bytes)));
    gone.chain(other).map(|(path, _)| path.to_owned()).collect()
}

/// The snapshot of this moment, and a bell for who waits for the next.
#[derive(Debug)]
pub(super) struct Live {
    now: Mutex<Now>,
    bell: Condvar,
}

#[derive(Debug)]
struct Now {
    snapshot: Arc<Snapshot>,
    /// Number of this snapshot.
    version: u64,
    closing: bool,
}

/// Why waiting ended.
pub(super) enum News {
    /// There is another snapshot, with this number.
    Changed(Arc<Snapshot>, u64),
    /// Nothing happened for a while.
    Quiet,
    /// The server stops.
    Closing,
}

impl Live {
    pub(super) fn new() -> Self {
        let now = Now { snapshot: Arc::new(Snapshot::new()), version: 0, closing: false };
        Self { now: Mutex::new(now), bell: Condvar::new() }
    }

    /// A thread that panicked while it held the lock left a whole snapshot: it is replaced in one assignment.
    fn lock(&self) -> MutexGuard<'_, Now> {
        self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The snapshot of this moment; requests keep it while they answer.
    pub(super) fn snapshot(&self) -> Arc<Snapshot> {
        Arc::clone(&self.lock().snapshot)
    }

    /// Takes in a build. The comparing is done outside the lock, so requests go on meanwhile.
    pub(super) fn take_in(&self, site: Option<Arc<Output>>, base: String, problems: Option<String>) {
        let next = Arc::new(self.snapshot().after(site, base, problems));
        let mut now = self.lock();
        now.snapshot = next;
        now.version += 1;
        drop(now);
        self.bell.notify_all();
    }

    /// From now on nobody waits.
    pub(super) fn close(&self) {
        self.lock().closing = true;
        self.bell.notify_all();
    }

    pub(super) fn is_closing(&self) -> bool {
        self.lock().closing
    }

    /// Waits until there is another snapshot than number `known`.
    pub(super) fn wait(&self, known: Option<u64>, at_most: Duration) -> News {
        let unchanged = |now: &mut Now| !now.closing && Some(now.version) == known;
        let waited = self.bell.wait_timeout_while(self.lock(), at_most, unchanged);
        let (now, _) = waited.unwrap_or_else(PoisonError::into_inner);
        match (now.closing, Some(now.version) == known) {
            (true, _) => News::Closing,
            (false, true) => News::Quiet,
            (false, false) => News::Changed(Arc::clone(&now.snapshot), now.version),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(files: &[(&str, &str)]) -> Option<Arc<Output>> {
        let mut output = Output::default();
        for (path, text) in files {
            output.add((*path).into(), text.as_bytes().into()).unwrap();
        }
        Some(Arc::new(output))
    }

    fn told(snapshot: &Snapshot, target: &str, since: u64) -> serde_json::Value {
        serde_json::from_str(&snapshot.message(target, since)).unwrap()
    }

    #[test]
    fn a_page_hears_only_of_itself_and_its_files() {
        let start = Snapshot::new();
        let one = start.after(site(&[("a/index.html", "a"), ("b/index.html", "b"), ("x.png", "1")]), "/".into(), None);
        let two = one.after(site(&[("a/index.html", "A"), ("b/index.html", "b"), ("x.png", "2")]), "/".into(), None);
        assert_ne!(told(&one, "/a/", 1)["page"], told(&two, "/a/", 1)["page"]);
        assert_eq!(told(&one, "/b/", 1)["page"], told(&two, "/b/", 1)["page"]);
        assert_eq!(told(&two, "/b/", 1)["files"], serde_json::json!(["x.png"]));
        assert_eq!(told(&two, "/b/", 2)["files"], serde_json::json!([]));
    }

    #[test]
    fn saved_without_change_is_no_new_build() {
        let files = [("index.html", "a")];
        let one = Snapshot::new().after(site(&files), "/".into(), None);
        let two = one.after(site(&files), "/".into(), None);
        assert_eq!((one.build, two.build), (1, 1));
        assert_eq!(one.message("/", 1), two.message("/", 1));
    }

    #[test]
    fn a_mistake_keeps_the_site_and_mending_it_takes_the_problems_away() {
        let good = Snapshot::new().after(site(&[("index.html", "a")]), "/p/".into(), None);
        let bad = good.after(None, "/".into(), Some("fout".into()));
        assert_eq!((bad.build, bad.problems.as_deref(), bad.base.as_str()), (1, Some("fout"), "/p/"));
        assert!(bad.page_at("/").is_some());
        assert_eq!(bad.after(None, "/".into(), None).problems, None);
    }

    #[test]
    fn too_many_files_are_not_named() {
        let many = |text: &str| {
            let mut output = Output::default();
            for number in 0..=MOST_NAMED {
                output.add(format!("{number}.png"), text.as_bytes().into()).unwrap();
            }
            Some(Arc::new(output))
        };
        let two = Snapshot::new().after(many("1"), "/".into(), None).after(many("2"), "/".into(), None);
        assert!(told(&two, "/", 1)["files"].is_null());
    }
}
