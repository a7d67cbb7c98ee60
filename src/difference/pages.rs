//! Pages that are new, gone, moved or changed.

use super::text::{Words, links_around, read as words};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// Address → what the page says.
pub type Pages = BTreeMap<String, Words>;

/// A page that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageChange {
    /// Its address, from the root: `over/contact/`.
    pub url: String,
    /// Its heading.
    pub title: String,
    /// How it differs.
    pub kind: PageKind,
}

/// How a page differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PageKind {
    /// It is new.
    New,
    /// Its address leads nowhere any more.
    Gone,
    /// Its address leads to another one.
    Moved(String),
    /// It says other things: lines that are gone, and lines that are new.
    Changed(Vec<String>, Vec<String>),
}

/// The pages of a site: each is let go of when it was read.
pub fn read<'a>(files: impl Iterator<Item = (&'a str, Cow<'a, [u8]>)>) -> Pages {
    let pages = files.filter(|(path, _)| path.ends_with("index.html"));
    pages
        .map(|(path, bytes)| {
            let url = path.strip_suffix("index.html").unwrap_or(path).to_owned();
            let html = String::from_utf8_lossy(&bytes);
            let mut page = words(&html);
            page.leads_to = page.leads_to.map(|to| target(&url, &to));
            // What stands around one page stands around all.
            if url.is_empty() {
                page.around = links_around(&html).into_iter().map(|(to, words)| (target("", &to), words)).collect();
            }
            (url, page)
        })
        .collect()
}

/// The address that a relative one leads to.
fn target(from: &str, to: &str) -> String {
    let mut folder: Vec<&str> = from.split('/').filter(|part| !part.is_empty()).collect();
    for part in to.split('#').next().unwrap_or_default().split('/') {
        match part {
            ".." => drop(folder.pop()),
            "" | "." => {}
            part => folder.push(part),
        }
    }
    if folder.is_empty() { String::new() } else { format!("{}/", folder.join("/")) }
}

/// What differs, in order of address.
pub fn compare(old: &Pages, new: &Pages) -> Vec<PageChange> {
    let mut all: BTreeSet<&String> = old.keys().collect();
    all.extend(new.keys());
    let mut changes: Vec<PageChange> =
        all.into_iter().filter_map(|url| change(url, old.get(url), new.get(url))).collect();
    // Where an old page has moved to is that page, not a new one besides.
    let moved: BTreeSet<String> = changes
        .iter()
        .filter_map(|change| match &change.kind {
            PageKind::Moved(to) if old.get(&change.url).is_some_and(|old| old.leads_to.is_none()) => Some(to.clone()),
            _ => None,
        })
        .collect();
    changes.retain(|change| change.kind != PageKind::New || !moved.contains(&change.url));
    changes
}

fn change(url: &str, old: Option<&Words>, new: Option<&Words>) -> Option<PageChange> {
    let told = |words: &Words, kind| Some(PageChange { url: url.to_owned(), title: words.title.clone(), kind });
    match (old, new) {
        // An old address that led elsewhere already, and does so still or no more, was no page.
        (Some(old), _) if old.leads_to.is_some() && new.is_none_or(|new| new.leads_to.is_some()) => match new {
            None => told(old, PageKind::Gone),
            Some(new) if new.leads_to != old.leads_to => {
                new.leads_to.clone().and_then(|to| told(old, PageKind::Moved(to)))
            }
            Some(_) => None,
        },
        (None, Some(new)) if new.leads_to.is_some() => None,
        (None, Some(new)) => told(new, PageKind::New),
        (Some(old), None) => told(old, PageKind::Gone),
        (Some(old), Some(new)) => match &new.leads_to {
            Some(to) => told(old, PageKind::Moved(to.clone())),
            None if old.lines == new.lines => None,
            None => {
                let (gone, came) = lines(&old.lines, &new.lines);
                told(new, PageKind::Changed(gone, came))
            }
        },
        (None, None) => None,
    }
}

/// Lines that only the one has, and lines that only the other has, each in its order.
fn lines(old: &[String], new: &[String]) -> (Vec<String>, Vec<String>) {
    let (of_old, of_new): (BTreeSet<_>, BTreeSet<_>) = (old.iter().collect(), new.iter().collect());
    let only = |lines: &[String], others: &BTreeSet<&String>| {
        lines.iter().filter(|line| !others.contains(line)).cloned().collect()
    };
    (only(old, &of_new), only(new, &of_old))
}
