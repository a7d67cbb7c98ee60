//! Files beside pages: which a draft uses, and what an editor is told of those that nothing uses.

use super::{beside, join, page_url};
use crate::content::{Document, Segment, Target};
use crate::diag::words::files::{self, Sort};
use crate::diag::{Diagnostic, FileId, Span};
use crate::images;
use crate::source::{Role, Sources};
use std::collections::{BTreeMap, BTreeSet};

/// The output paths of what a page may mean by its images and links.
pub fn used_by<'a>(name: &'a str, document: &'a Document) -> impl Iterator<Item = String> + 'a {
    document
        .segments
        .iter()
        .flat_map(move |segment| match segment {
            Segment::Image { src, .. } => [beside(name, src), None],
            Segment::LinkOpen { target: Target::Address(address), .. } => {
                [beside(name, address), join(&page_url(name), address)]
            }
            _ => [None, None],
        })
        .flatten()
}

/// The documents among files that nothing seems to use, of which no page writes the name.
pub fn unnamed(sources: &Sources, unused: &[FileId]) -> Vec<FileId> {
    let document = |file: &&FileId| {
        let lower = sources.get(**file).name.to_lowercase();
        WRITTEN.iter().chain(SHEETS).any(|end| lower.ends_with(end))
    };
    let named = |file: &&FileId| {
        let name = sources.get(**file).name.rsplit('/').next().unwrap_or_default();
        let ways = [name.to_owned(), name.replace(' ', "%20")].map(String::into_bytes);
        let finders = ways.each_ref().map(memchr::memmem::Finder::new);
        sources.of(Role::Page).any(|(_, page)| finders.iter().any(|finder| finder.find(&page.bytes).is_some()))
    };
    unused.iter().filter(document).filter(|file| !named(file)).copied().collect()
}

/// Tells of files that nothing uses, folder by folder.
pub fn unused(sources: &Sources, unused: &[FileId], problems: &mut Vec<Diagnostic>) {
    if unused.is_empty() {
        return;
    }
    let folder_of = |name: &str| name.rfind('/').map_or(String::new(), |i| name[..i].to_owned());
    let with_pages: BTreeSet<String> = sources.of(Role::Page).map(|(_, file)| folder_of(&file.name)).collect();
    let mut folders: BTreeMap<String, Vec<FileId>> = BTreeMap::new();
    for file in unused {
        folders.entry(folder_of(&sources.get(*file).name)).or_default().push(*file);
    }
    for (folder, files) in folders {
        let names: Vec<&str> =
            files.iter().map(|file| sources.get(*file).name.rsplit('/').next().unwrap_or_default()).collect();
        let (Some(first), Some(name)) = (files.first(), names.first()) else { continue };
        let path = if with_pages.contains(&folder) {
            (*name).to_owned()
        } else {
            format!("/{folder}/{name}").replace("//", "/")
        };
        let sort = sort(name);
        let foreign: Vec<&str> = names.iter().copied().filter(|name| images::foreign(name).is_some()).collect();
        problems.push(files::unused(
            Span::top(*first),
            &names,
            &foreign,
            sort,
            with_pages.contains(&folder),
            &line(&path, name, sort),
        ));
    }
}

/// How files end that may have been meant as a page.
const WRITTEN: &[&str] = &[
    ".docx", ".doc", ".rtf", ".txt", ".pages", ".html", ".htm", ".mht", ".mhtml", ".mdx", ".rst", ".adoc", ".qmd",
    ".rmd",
];
const SHEETS: &[&str] = &[".xlsx", ".xls", ".ods", ".csv", ".pptx"];
const OPENDOCUMENT: &str = ".odt";

fn sort(name: &str) -> Sort {
    let lower = name.to_lowercase();
    if images::is_shown(name) {
        Sort::Picture
    } else if images::foreign(name).is_some() {
        Sort::Photo
    } else if WRITTEN.iter().any(|end| lower.ends_with(end)) || lower.ends_with(OPENDOCUMENT) {
        Sort::Text
    } else {
        Sort::Download
    }
}

/// What to write on a page for a file.
fn line(path: &str, name: &str, sort: Sort) -> String {
    let address = if path.contains([' ', '(', ')']) { format!("<{path}>") } else { path.to_owned() };
    let (stem, end) = name.rsplit_once('.').unwrap_or((name, ""));
    match sort {
        Sort::Picture => format!("![Wat er te zien is]({address})"),
        Sort::Photo => format!("![Wat er te zien is]({})", address.replace(&format!(".{end}"), ".jpg")),
        Sort::Text | Sort::Download => {
            let words = stem.replace(['_', '-'], " ");
            let mut letters = words.chars();
            let words: String = letters.next().map(|c| c.to_uppercase().chain(letters).collect()).unwrap_or_default();
            format!("[{words}]({address})")
        }
    }
}
