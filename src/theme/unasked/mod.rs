//! Names in a site's own files that nothing asks for: a template, a key under `[extra]`, a word, a colour. Such a name is most
//! often misspelt, and nothing on the site shows it.

mod asked;
mod extra;
mod files;
mod style;
mod templates;
mod words;

use crate::diag::{Diagnostic, FileId, Span};
use crate::site::Site;
use crate::source::{SourceFile, Sources};
use asked::Texts;
use std::ops::Range;
pub use style::set_in;

/// The template that the page at an address is made with.
pub type Made<'a> = &'a dyn Fn(&str) -> Option<&'a str>;

/// Tells of every such name. A site without templates, style and words of its own costs next to nothing.
pub fn unasked(site: &Site, made: Made<'_>, sources: &Sources, problems: &mut Vec<Diagnostic>) {
    files::tell(sources, problems);
    style::tell(sources, problems);
    let texts = Texts::of(sources);
    templates::tell(site, sources, &texts, problems);
    words::tell(site, sources, &texts, problems);
    extra::tell(site, made, &texts, problems);
}

/// The site's own files in a folder for the theme, with their names in that folder.
fn own<'s>(sources: &'s Sources, folder: &'static str) -> impl Iterator<Item = (FileId, &'s str, &'s SourceFile)> {
    let own = sources.theme().filter(|(_, layer, _)| *layer == 0);
    own.filter_map(move |(id, _, file)| Some((id, file.name.strip_prefix(folder)?, file)))
}

/// A stretch of a file's text as a place in the file.
fn place(id: FileId, file: &SourceFile, at: Range<usize>) -> Span {
    let mark = file.text().map_or(0, |(_, mark)| mark);
    Span::new(id, at.start + mark..at.end + mark)
}
