//! Every place in the sources where the id of a record is written: data, texts, infographics, links, menu.

use crate::content::{Document, Inline, Segment, Target, inline};
use crate::decode::{Citation, Shown};
use crate::diag::{FileId, Span};
use crate::pages::{Addresses, What, block_references};
use crate::site::{Site, SitePage};
use crate::source::Sources;

/// A place where an id is written.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The id.
    pub id: String,
    /// The id itself; where it is written with escapes, the whole text with its quotes.
    pub at: Span,
    /// Is it the id of the record itself, which all others refer to?
    pub own: bool,
}

/// All places, in order. `lost` is an id that is written though its record has another one now, with the address that it had.
pub fn places_of(sources: &Sources, site: &Site, lost: Option<(&str, String)>) -> Vec<Place> {
    let book = Addresses::of(site, &|_| true, &mut Vec::new());
    let mut finder = Finder { sources, book: &book, lost, found: Vec::new() };
    for (id, (_, at)) in &site.model.ids {
        finder.add(id, *at, true);
    }
    for reference in &site.model.references {
        finder.add(&reference.id, reference.place, false);
    }
    site.model.citations.iter().for_each(|citation| finder.citation(citation));
    for record in site.model.all() {
        Shown::Table(record.values()).walk(&mut |value| {
            if let Shown::Markdown(text) = value {
                finder.sentence(&inline(text));
            }
        });
    }
    site.documents.iter().for_each(|page| finder.page(page));
    finder.portal(site);
    finder.found.sort();
    finder.found.dedup();
    finder.found
}

struct Finder<'s> {
    sources: &'s Sources,
    book: &'s Addresses<'s>,
    lost: Option<(&'s str, String)>,
    found: Vec<Place>,
}

impl Finder<'_> {
    fn text(&self, at: Span) -> &str {
        self.sources.get(at.file).bytes.get(at.range()).and_then(|b| std::str::from_utf8(b).ok()).unwrap_or_default()
    }

    fn add(&mut self, id: &str, at: Span, own: bool) {
        let exact = occurrence(self.text(at), id).map_or(at, |start| within(at, start, id.len()));
        self.found.push(Place { id: id.to_owned(), at: exact, own });
    }

    fn citation(&mut self, citation: &Citation) {
        self.add(&citation.source, citation.place, false);
    }

    fn sentence(&mut self, text: &Inline) {
        text.body.segments.iter().for_each(|segment| self.segment(segment, None, "", ""));
    }

    fn page(&mut self, page: &SitePage) {
        if let Some(front) = &page.front {
            front.bron.iter().for_each(|citation| self.citation(citation));
            front.omschrijving.iter().for_each(|text| self.sentence(&inline(text)));
        }
        let document: &Document = &page.document;
        for segment in &document.segments {
            self.segment(segment, Some(page.file), &page.name, &page.url);
        }
    }

    /// `file` is where the places of a page's segments lie; those of data are right as they are.
    fn segment(&mut self, segment: &Segment, file: Option<FileId>, name: &str, url: &str) {
        let here = |place: Span| file.map_or(place, |file| place.in_file(file));
        match segment {
            Segment::Mention { id, place } | Segment::LinkOpen { target: Target::Mention(id), place, .. } => {
                self.mention(id, here(*place));
            }
            Segment::LinkOpen { target: Target::Address(address), place, .. } => {
                let record = self.record_at(address, name, url);
                self.address(record, self.is_own_file(address, name), here(*place));
            }
            Segment::Image { src, place, .. } => {
                let record = self.record_with(crate::site::beside(name, src).as_deref());
                self.address(record, self.is_own_file(src, name), here(*place));
            }
            Segment::Figure { key, place } => {
                let id = self.record_of_figure(key);
                self.add(&id, here(*place), false);
            }
            Segment::Calculator { .. } | Segment::Infographic { .. } => {
                for reference in block_references(segment) {
                    self.add(&reference.id, here(reference.place), false);
                }
            }
            Segment::Said(_) | Segment::Named { .. } | Segment::Suspect { .. } => {}
        }
    }

    /// `keuze.een-keuze.uitkomst` names a choice, any other key a figure.
    fn record_of_figure(&self, key: &str) -> String {
        let id = crate::model::choice_of_key(key).unwrap_or(key);
        id.to_owned()
    }

    /// What stands between double brackets: an id, or the path of a page.
    fn mention(&mut self, name: &str, at: Span) {
        let name = name.split('#').next().unwrap_or_default().trim();
        if self.book.site.model.ids.contains_key(name) {
            self.add(name, at, false);
        } else if let Some(id) = self.record_at_url(&format!("{}/", name.trim_matches('/').trim_end_matches(".md"))) {
            self.last(&id, at);
        } else {
            // An id that is not there any more is renamed all the same.
            self.add(name, at, false);
        }
    }

    /// The record that an address as written leads to.
    fn record_at(&self, written: &str, name: &str, url: &str) -> Option<String> {
        let Some((target, anchor)) = self.book.link(written, name, url) else {
            return self.record_with(crate::site::beside(name, written).as_deref());
        };
        let anchored = anchor.filter(|id| {
            let kind = self.book.site.model.ids.get(id.as_str()).map(|(kind, _)| *kind);
            kind.is_some_and(|kind| !kind.own_page && format!("{}/", kind.plural) == target)
        });
        anchored.or_else(|| self.record_with(Some(&target)))
    }

    /// The record at whose address, or under it, this page or file lies.
    fn record_with(&self, path: Option<&str>) -> Option<String> {
        let mut parts = path?.splitn(3, '/');
        self.record_at_url(&format!("{}/{}/", parts.next()?, parts.next()?))
    }

    fn record_at_url(&self, url: &str) -> Option<String> {
        if let Some((id, _)) = self.lost.as_ref().filter(|(_, address)| address == url) {
            return Some((*id).to_owned());
        }
        match &self.book.slots.get(url)?.what {
            What::Record(id) => Some(id.clone()),
            _ => None,
        }
    }

    /// The id as the last of the folders in an address, or as the name of a page's file; a photo that is called so has a name of its own.
    fn last(&mut self, id: &str, at: Span) {
        let text = self.text(at);
        let leads = |i: usize| {
            let rest = &text[i + id.len()..];
            !rest.starts_with('.')
                || rest.strip_prefix(".md").is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        };
        let starts = text.match_indices(id).map(|(i, _)| i);
        let start = starts.filter(|i| stands_alone(text, *i, id.len()) && leads(*i)).last();
        if let Some(start) = start {
            let at = within(at, start, id.len());
            self.found.push(Place { id: id.to_owned(), at, own: false });
        }
    }

    /// The id in an address: as the last of its folders, and in the name of a file that the program makes and calls after it, wherever that
    /// lies: `relatiekaart-kerngroep.svg`. A file of the editor's own keeps its name.
    fn address(&mut self, record: Option<String>, own_file: bool, at: Span) {
        if let Some(id) = &record {
            self.last(id, at);
        }
        let called_after = self.called_after_in(at).filter(|_| !own_file);
        if let Some((id, start)) = called_after.filter(|(id, _)| record.as_ref().is_none_or(|record| record == id)) {
            let at = within(at, start, id.len());
            self.found.push(Place { id, at, own: false });
        }
    }

    /// Does an address lead to a file of the site's own sources?
    fn is_own_file(&self, written: &str, name: &str) -> bool {
        crate::site::beside(name, written).is_some_and(|path| self.book.files.contains_key(&path))
    }

    /// The id that is the end of a file's name, and where it starts in the text of the place.
    fn called_after_in(&self, at: Span) -> Option<(String, usize)> {
        let text = self.text(at);
        let end = text.rfind(['.'])?;
        let from = text[..end].rfind(['/', '(', '"', ' ']).map_or(0, |i| i + 1);
        let name = text[from..end].split("-dia").next().unwrap_or_default();
        let starts = name.match_indices('-').map(|(i, _)| i + 1);
        let known = |id: &&str| {
            self.book.site.model.ids.contains_key(*id) || self.lost.as_ref().is_some_and(|(lost, _)| lost == id)
        };
        starts.map(|i| (&name[i..], from + i)).find(|(id, _)| known(id)).map(|(id, i)| (id.to_owned(), i))
    }

    fn portal(&mut self, site: &Site) {
        let portal = &site.portal;
        let rows = portal.menu.iter().chain(&portal.voet);
        let mut written: Vec<(&str, Span)> = Vec::new();
        for row in rows {
            written.push((&row.naar, row.naar.place));
            written.extend(row.ook.iter().map(|also| (also.value.as_str(), also.place)));
        }
        written.extend(portal.contact.iter().map(|c| (c.value.as_str(), c.place)));
        if let Some(door) = &portal.beveiliging {
            written.push((&door.meldpunt, door.meldpunt.place));
            written.extend(door.beleid.iter().map(|b| (b.value.as_str(), b.place)));
        }
        for (address, place) in written {
            if site.model.ids.contains_key(address) || self.lost.as_ref().is_some_and(|(id, _)| *id == address) {
                self.add(address, place, false);
            } else if let Some(id) = self.record_at(address, "", "") {
                self.last(&id, place);
            }
        }
    }
}

fn within(place: Span, start: usize, length: usize) -> Span {
    let start = place.start as usize + start;
    Span::new(place.file, start..start + length)
}

/// Where an id stands in a text, not as a part of a longer one.
pub(super) fn occurrence(text: &str, id: &str) -> Option<usize> {
    text.match_indices(id).map(|(i, _)| i).find(|i| stands_alone(text, *i, id.len()))
}

fn stands_alone(text: &str, start: usize, length: usize) -> bool {
    let letter = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
    !text[..start].ends_with(letter) && !text[start + length..].starts_with(letter)
}
