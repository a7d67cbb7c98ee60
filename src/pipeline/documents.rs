//! The Markdown pages of a site, each parsed once per content.

use super::memo::Parsed;
use super::{Keep, Memo, Options, SMALL};
use crate::content::{self, Document};
use crate::diag::{Diagnostic, FileId, words};
use crate::model::rules::{abbreviations, places_of_names};
use crate::site::{SitePage, companions, page_url};
use crate::source::{Role, SourceFile, Sources};
use rayon::prelude::*;
use std::collections::{BTreeSet, HashMap};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};

/// Of a site of more than [`SMALL`] pages so many bytes wait as they are once they are parsed; the others are packed.
const PLAIN: usize = 500_000;

/// At most so many files are parsed by one thread while another has none.
const AT_ONCE: usize = 4;

/// The pages, and what is known of the drafts that were left out.
#[derive(Default)]
pub struct Pages {
    pub documents: Vec<Arc<SitePage>>,
    /// The addresses of the drafts.
    pub drafts: BTreeSet<String>,
    /// The output paths of what they use.
    pub draft_files: BTreeSet<String>,
}

/// What a file became.
enum Made {
    Page(Arc<SitePage>),
    /// It is left out.
    Draft(Arc<Document>),
}

/// Parses all pages; one that was parsed before, where it stood, is the same one still.
pub fn documents(sources: &Sources, options: Options, memo: &mut Memo, problems: &mut Vec<Diagnostic>) -> Pages {
    let files: Vec<_> = sources.of(Role::Page).collect();
    let same_drafts = memo.drafts == options.drafts;
    memo.drafts = options.drafts;
    let known = std::mem::take(&mut memo.parsed);
    // Most files stand where they stood.
    let in_place = |at: usize, file: &SourceFile| known.get(at).filter(|known| known.hash == *file.hash());
    let by_hash = OnceLock::new();
    let elsewhere = |file: &SourceFile| {
        if known.is_empty() {
            return None;
        }
        let by_hash =
            by_hash.get_or_init(|| known.iter().map(|one| (one.hash, &one.document)).collect::<HashMap<_, _>>());
        by_hash.get(file.hash()).copied()
    };
    let same_page = |at: usize, id: FileId, file: &SourceFile| {
        let page = in_place(at, file).filter(|_| same_drafts)?.page.as_ref()?;
        (page.file == id && page.name == file.name).then_some(page)
    };
    let (keep, held, is_large) = (memo.keep, AtomicUsize::new(0), files.len() > SMALL);
    let parsed = |(at, (id, file)): (usize, &(FileId, &SourceFile))| {
        if sources.is_no_text(*id) {
            return Arc::default();
        }
        if let Some(document) = in_place(at, file).map(|known| &known.document).or_else(|| elsewhere(file)) {
            return document.clone();
        }
        let parsed = |(text, mark)| {
            let mut document = content::parse(text, mark);
            document.abbreviations = abbreviations(text).map(|(_, range)| range).collect();
            document.names = places_of_names(text);
            document.tighten();
            document
        };
        let document = file.text().map(parsed).unwrap_or_default();
        if keep != Keep::All && is_large && held.fetch_add(document.weight(), Ordering::Relaxed) > PLAIN {
            document.pack_text();
        }
        Arc::new(document)
    };
    let made = |(at, (id, file)): (usize, &(FileId, &SourceFile))| {
        let mut document = parsed((at, &(*id, *file)));
        let draft = document.front.as_ref().and_then(|f| f.concept) == Some(true);
        if draft && !options.drafts {
            return Made::Draft(document);
        }
        // Where nobody keeps the parsed page, its front matter need not be there twice.
        let front = match Arc::get_mut(&mut document) {
            Some(own) if keep != Keep::All => own.front.take(),
            _ => document.front.clone(),
        };
        let front = front.map(|front| front.in_file(*id));
        let (name, url) = (file.name.clone(), page_url(&file.name));
        Made::Page(Arc::new(SitePage { file: *id, name, url, front, document, described: OnceLock::new() }))
    };
    let same: Vec<_> = files.iter().enumerate().map(|(at, (id, file))| same_page(at, *id, file)).collect();
    let other: Vec<_> = files.iter().enumerate().filter(|(at, _)| same[*at].is_none()).collect();
    let mut other = other.into_par_iter().with_max_len(AT_ONCE).map(made).collect::<Vec<_>>().into_iter();

    let mut pages = Pages { documents: Vec::with_capacity(files.len()), ..Pages::default() };
    let mut parsed_now = Vec::new();
    for (at, (id, file)) in files.into_iter().enumerate() {
        let mut remember = |document: &Arc<Document>, page: Option<&Arc<SitePage>>| {
            if keep == Keep::All {
                let (document, page) = (document.clone(), page.cloned());
                parsed_now.push(Parsed { hash: *file.hash(), document, page });
            }
        };
        if let Some(page) = same[at] {
            remember(&page.document, Some(page));
            pages.documents.push(page.clone());
            continue;
        }
        match other.next() {
            Some(Made::Page(page)) => {
                remember(&page.document, Some(&page));
                pages.documents.push(page);
            }
            Some(Made::Draft(document)) => {
                remember(&document, None);
                // A draft is not published, but its mistakes are told.
                // That its text is not finished it says itself.
                problems.extend(document.problems_in(id).filter(|problem| problem.code != words::checks::UNFINISHED));
                pages.drafts.insert(page_url(&file.name));
                pages.draft_files.extend(companions::used_by(&file.name, &document));
            }
            None => {}
        }
    }
    memo.parsed = parsed_now;
    pages
}
