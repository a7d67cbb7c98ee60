//! A folder of pages that has another name: every link to one of them is dead, and one act made them so. Told once.

use super::{Site, SitePage, by_hand, join};
use crate::diag::{Diagnostic, FileId, Files, Lines, Span, words};
use crate::source::Sources;
use std::collections::{BTreeMap, BTreeSet};

/// So many links make it likely that the folder has another name, and not that each has a slip.
const MANY: usize = 3;

/// So many dead links are looked at: of a site that was taken over there are thousands, and no folder has moved.
const MOST: usize = 2000;

/// The codes of links and names that lead to no page.
const DEAD: &[&str] = &["LINK001", "LINK003", "LINK005"];

/// A link that leads nowhere: which problem, and the address from the root that it asks for, without its last stroke.
struct Dead {
    at: usize,
    place: Span,
    path: String,
}

/// Tells the links to pages of a folder that has another name as one problem. `made` are the files of the site.
pub fn fold(site: &Site, sources: &Sources, made: &[&str], problems: &mut Vec<Diagnostic>) {
    if problems.iter().filter(|problem| DEAD.contains(&problem.code)).count() < MANY {
        return;
    }
    let documents: BTreeMap<FileId, &SitePage> = site.documents.iter().map(|page| (page.file, page.as_ref())).collect();
    let dead = problems.iter().enumerate().filter_map(|(at, p)| dead(&documents, sources, at, p));
    let dead: Vec<Dead> = dead.take(MOST).collect();
    if dead.len() < MANY {
        return;
    }
    let pages: BTreeSet<&str> = made.iter().filter_map(|file| file.strip_suffix("/index.html")).collect();
    let mut by_folder: BTreeMap<&str, Vec<&Dead>> = BTreeMap::new();
    for link in &dead {
        if let Some(gone) = gone(&link.path, &pages) {
            by_folder.entry(gone).or_default().push(link);
        }
    }
    let mut lines: BTreeMap<FileId, Lines<'_>> = BTreeMap::new();
    let (mut told, mut folded) = (Vec::new(), BTreeSet::new());
    for (gone, links) in by_folder {
        let Some(now) = now(gone, &links, &pages) else { continue };
        let leads = |link: &&&Dead| {
            let page = format!("{now}{}", &link.path[gone.len()..]);
            pages.contains(&*page)
        };
        let links: Vec<&Dead> = links.iter().filter(leads).copied().collect();
        if links.len() < MANY {
            continue;
        }
        let mut places: Vec<Span> = links.iter().map(|link| link.place).collect();
        places.sort_by_key(|place| (place.file, place.start));
        let page = links.iter().map(|link| &*link.path).find(|path| path.len() > gone.len()).unwrap_or(gone);
        let listed = by_hand::listed(sources, &mut lines, &places);
        told.push(words::meant::folder_renamed(places[0], gone, &now, page, places.len(), &listed));
        folded.extend(links.iter().map(|link| link.at));
    }
    let mut at = 0;
    problems.retain(|_| {
        at += 1;
        !folded.contains(&(at - 1))
    });
    problems.extend(told);
}

/// Is this a link that leads nowhere?
fn dead(documents: &BTreeMap<FileId, &SitePage>, sources: &Sources, at: usize, problem: &Diagnostic) -> Option<Dead> {
    let place = problem.place.filter(|_| DEAD.contains(&problem.code))?;
    let text = sources.text(place.file);
    let written = text.get(place.range())?.trim_matches('"');
    let written = written.split(['#', '?', '|']).next().unwrap_or_default();
    let page = documents.get(&place.file);
    let from_page = problem.code == "LINK001" && !written.starts_with('/');
    let path = match page.filter(|_| from_page) {
        // A link to a file leads from the folder that the page stands in.
        Some(page) if written.ends_with(".md") => {
            join(page.name.rsplit_once('/').map_or("", |(folder, _)| folder), written)?
        }
        Some(page) => join(&page.url, written)?,
        None => written.to_owned(),
    };
    let path = path.trim_matches('/');
    let path = path.strip_suffix(".md").unwrap_or(path);
    let path = path.strip_suffix("/index").unwrap_or(path);
    (!path.is_empty()).then(|| Dead { at, place, path: path.to_owned() })
}

/// The highest folder of this path that holds no page.
fn gone<'p>(path: &'p str, pages: &BTreeSet<&str>) -> Option<&'p str> {
    let ends = path.match_indices('/').map(|(end, _)| end).chain([path.len()]);
    let holds = |folder: &str| {
        let inside = format!("{folder}/");
        pages.contains(folder) || pages.range(&*inside..).next().is_some_and(|page| page.starts_with(&inside))
    };
    ends.map(|end| &path[..end]).find(|folder| !holds(folder))
}

/// The folder that holds most of the pages that are asked for in the one that is gone: two of them at least, and no other as many.
fn now(gone: &str, links: &[&Dead], pages: &BTreeSet<&str>) -> Option<String> {
    let rests: BTreeSet<&str> =
        links.iter().map(|link| &link.path[gone.len()..]).filter(|rest| !rest.is_empty()).collect();
    let mut found: BTreeMap<&str, usize> = BTreeMap::new();
    for rest in rests {
        for folder in pages.iter().filter_map(|page| page.strip_suffix(rest)).filter(|folder| !folder.is_empty()) {
            *found.entry(folder).or_default() += 1;
        }
    }
    let most = found.values().max().copied().filter(|most| *most > 1)?;
    let mut best = found.iter().filter(|(_, count)| **count == most).map(|(folder, _)| *folder);
    best.next().filter(|_| best.next().is_none()).map(str::to_owned)
}
