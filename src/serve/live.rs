//! The site as it is served now, and what an open page is told about it.

use super::made::Made;
use super::page;
use super::resolve::{Found, resolve};
use super::{Warning, words};
use crate::export::Recipe;
use crate::hosts::is_page;
use crate::html;
use crate::markup::Html;
use crate::output::{Bytes, Output};
use serde::Serialize;
use std::collections::BTreeMap;
use std::hash::{BuildHasher, RandomState};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// More changed files than this are not named; the page then loads again.
const MOST_NAMED: usize = 500;
/// More warnings than this are in the terminal only.
const MOST_TOLD: usize = 100;
/// The site's own page for what is missing.
const MISSING: &str = "404.html";

/// What is served between two builds; immutable.
#[derive(Debug, Clone)]
pub(super) struct Snapshot {
    /// The last good site; `None` until there was one.
    pub site: Option<Arc<Output>>,
    /// Path of the site's base URL.
    pub base: String,
    /// What the last build said.
    pub told: Told,
    /// Number of this site: goes up when a build changed something in it.
    pub build: u64,
    /// This start of the server: an open page of an earlier start cannot know what it missed.
    pub run: u64,
    /// Pictures that were made on request; kept from build to build.
    pub made: Arc<Made<Recipe>>,
    /// In which build each file that is no page changed last.
    changed_in: Arc<BTreeMap<String, u64>>,
}

/// What there is to say about a build.
#[derive(Debug, Clone, Default)]
pub(super) struct Told {
    /// Its problems as HTML, if it failed.
    pub problems: Option<Html>,
    warnings: Arc<Vec<Warning>>,
}

impl Told {
    pub(super) fn of(problems: Option<Html>, warnings: Vec<Warning>) -> Self {
        Self { problems, warnings: Arc::new(warnings) }
    }

    /// The list for an open page, its own warnings first; nothing when there are none, or when there are errors: those
    /// are told together with the warnings.
    fn list(&self, page: Option<&str>) -> Option<List> {
        if self.warnings.is_empty() || self.problems.is_some() {
            return None;
        }
        let is_own = |warning: &&Warning| page.is_some() && warning.page.as_deref() == page;
        let (own, others): (Vec<&Warning>, Vec<&Warning>) = self.warnings.iter().partition(is_own);
        let items = |list: &[&Warning]| Html::join(list.iter().take(MOST_TOLD).map(|warning| &warning.html), "");
        let group = |words: &str| Html::element("p", &[("class", "group")], words);
        let mut html = Html::default();
        for (list, heading) in [(&own, words::ON_THIS_PAGE), (&others, words::ELSEWHERE)] {
            if !list.is_empty() {
                html.push(html![group(heading), Html::element("ol", &[], items(list))]);
            }
            if list.len() > MOST_TOLD {
                html.push(group(&words::more_warnings(list.len() - MOST_TOLD)));
            }
        }
        Some(List { label: words::warnings(self.warnings.len(), own.len()), html })
    }
}

/// Warnings as a page shows them.
#[derive(Debug, Serialize)]
struct List {
    /// How many there are, in words.
    label: String,
    html: Html,
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
    problems: Option<&'a Html>,
    warnings: Option<List>,
}

impl Snapshot {
    fn new() -> Self {
        // Only has to differ from the last start; it is no part of any output.
        let run = RandomState::new().hash_one(());
        Self {
            site: None,
            base: "/".into(),
            told: Told::default(),
            build: 0,
            run,
            made: Arc::new(Made::new()),
            changed_in: Arc::default(),
        }
    }

    /// The snapshot after a build that gave this.
    fn after(&self, site: Option<Arc<Output>>, base: String, told: Told) -> Self {
        let mut next = Self { told, ..self.clone() };
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
    pub(super) fn page_at(&self, target: &str) -> Option<(String, &Arc<[u8]>)> {
        let site = self.site.as_deref()?;
        let found = match resolve(site, &self.base, target) {
            Found::Moved(to) => resolve(site, &self.base, &to),
            found => found,
        };
        match found {
            Found::File(path, bytes) => is_page(&path).then_some((path, bytes)),
            _ => site.get(MISSING).map(|bytes| (MISSING.into(), bytes)),
        }
    }

    /// The message for an open page that was loaded at build `since`.
    pub(super) fn message(&self, target: &str, since: u64) -> String {
        let page = self.page_at(target);
        let html = page.as_ref().map_or(&[][..], |(_, bytes)| bytes);
        let files: Vec<&str> =
            self.changed_in.iter().filter(|(_, build)| **build > since).map(|(path, _)| path.as_str()).collect();
        let state = State {
            build: self.build,
            run: self.run_name(),
            page: page::print(html),
            styles: page::styles(html),
            files: (files.len() <= MOST_NAMED).then_some(files),
            problems: self.told.problems.as_ref(),
            warnings: self.told.list(page.as_ref().map(|(path, _)| path.as_str())),
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
    let alike = |a: &Bytes, b: &Bytes| matches!((a.read(), b.read()), (Ok(a), Ok(b)) if a == b);
    let same = |a: &Bytes, b: &Bytes| a.is(b) || alike(a, b);
    // Both are in order of path. What is made later is part of no page that stands open.
    let mut changed = Vec::new();
    let mut before = old.held().peekable();
    for (path, bytes) in new.held() {
        while let Some((gone, _)) = before.next_if(|(other, _)| *other < path) {
            changed.extend((!new.may_have(gone)).then(|| gone.to_owned()));
        }
        let other = match before.next_if(|(other, _)| *other == path) {
            Some((_, before)) => !same(before, bytes),
            None => !old.may_have(path),
        };
        changed.extend(other.then(|| path.to_owned()));
    }
    changed.extend(before.filter(|(gone, _)| !new.may_have(gone)).map(|(gone, _)| gone.to_owned()));
    changed
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
    pub(super) fn take_in(&self, site: Option<Arc<Output>>, base: String, told: Told) {
        let next = Arc::new(self.snapshot().after(site, base, told));
        let mut now = self.lock();
        let before = std::mem::replace(&mut now.snapshot, next);
        now.version += 1;
        drop(now);
        self.bell.notify_all();
        // A large site takes a while to let go of, and nobody should wait for that.
        drop(before);
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
        let one = start.after(
            site(&[("a/index.html", "a"), ("b/index.html", "b"), ("x.png", "1")]),
            "/".into(),
            Told::default(),
        );
        let two = one.after(
            site(&[("a/index.html", "A"), ("b/index.html", "b"), ("x.png", "2")]),
            "/".into(),
            Told::default(),
        );
        assert_ne!(told(&one, "/a/", 1)["page"], told(&two, "/a/", 1)["page"]);
        assert_eq!(told(&one, "/b/", 1)["page"], told(&two, "/b/", 1)["page"]);
        assert_eq!(told(&two, "/b/", 1)["files"], serde_json::json!(["x.png"]));
        assert_eq!(told(&two, "/b/", 2)["files"], serde_json::json!([]));
    }

    #[test]
    fn saved_without_change_is_no_new_build() {
        let files = [("index.html", "a")];
        let one = Snapshot::new().after(site(&files), "/".into(), Told::default());
        let two = one.after(site(&files), "/".into(), Told::default());
        assert_eq!((one.build, two.build), (1, 1));
        assert_eq!(one.message("/", 1), two.message("/", 1));
    }

    #[test]
    fn a_mistake_keeps_the_site_and_mending_it_takes_the_problems_away() {
        let good = Snapshot::new().after(site(&[("index.html", "a")]), "/p/".into(), Told::default());
        let bad = good.after(None, "/".into(), Told::of(Some("fout".into()), Vec::new()));
        assert_eq!(
            (bad.build, bad.told.problems.as_ref().map(Html::as_str), bad.base.as_str()),
            (1, Some("fout"), "/p/")
        );
        assert!(bad.page_at("/").is_some());
        assert_eq!(bad.after(None, "/".into(), Told::default()).told.problems, None);
    }

    #[test]
    fn a_page_hears_of_its_own_warnings_first_and_of_none_beside_errors() {
        let warning = |page: Option<&str>, text: &str| Warning {
            page: page.map(Into::into),
            html: Html::element("li", &[], text),
        };
        let all =
            || vec![warning(None, "los"), warning(Some("a/index.html"), "eigen"), warning(Some("index.html"), "begin")];
        let good = Snapshot::new().after(site(&[("a/index.html", "a")]), "/".into(), Told::of(None, all()));
        let list = &told(&good, "/a/", 1)["warnings"];
        assert_eq!(list["label"], "3 waarschuwingen, waarvan 1 op deze pagina");
        let html = list["html"].as_str().unwrap();
        let place = |text: &str| html.find(text).unwrap_or_else(|| panic!("{text}: {html}"));
        assert!(
            place("Op deze pagina") < place("eigen")
                && place("eigen") < place("Elders")
                && place("Elders") < place("los")
        );
        assert_eq!(told(&good, "/b/", 1)["warnings"]["label"], "3 waarschuwingen");
        let bad = good.after(None, "/".into(), Told::of(Some("fout".into()), all()));
        assert!(told(&bad, "/a/", 1)["warnings"].is_null());
        let mended = bad.after(site(&[("a/index.html", "a")]), "/".into(), Told::default());
        assert!(told(&mended, "/a/", 1)["warnings"].is_null());
    }

    #[test]
    fn too_many_warnings_are_counted() {
        let many = vec![Warning { page: None, html: Html::element("li", &[], "x") }; MOST_TOLD + 7];
        let snapshot = Snapshot::new().after(site(&[]), "/".into(), Told::of(None, many));
        let html = told(&snapshot, "/", 0)["warnings"]["html"].as_str().unwrap().to_owned();
        assert_eq!(html.matches("<li>").count(), MOST_TOLD);
        assert!(html.contains("nog 7"), "{html}");
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
        let two =
            Snapshot::new().after(many("1"), "/".into(), Told::default()).after(many("2"), "/".into(), Told::default());
        assert!(told(&two, "/", 1)["files"].is_null());
    }
}
