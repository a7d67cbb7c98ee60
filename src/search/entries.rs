//! What can be found: pages, and records that stand on the list of their kind.

use super::asked::Ways;
use super::readable::Opening;
use super::word::Word;
use super::words::{of_html, of_text};
use crate::content::Calculator;
use crate::markup::Html;
use crate::model::kinds::Plek;
use crate::model::{Entity, Kind, Model};
use crate::pages::view::{Block, Card, Exhibit, Group, PageView, Part as BodyPart, PlaceView, StatusView};
use crate::pages::{ALPHABET, Names};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// How much a word weighs by where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// A word to look for.
    Keyword,
    /// A heading.
    Heading,
    /// The sentences under the title.
    Lead,
    /// Running text.
    Text,
}

impl Place {
    /// How many there are.
    pub const ALL: usize = Self::Text as usize + 1;
}

/// Something that can be found.
#[derive(Debug)]
pub struct Entry<'a> {
    /// What it is called.
    pub title: Cow<'a, str>,
    /// Address from the site's root.
    pub url: String,
    /// What it is, for readers: `Overleggen`.
    pub kind: &'static str,
    /// What makes it more or less likely to be meant than another with the same words.
    pub factor: f32,
    /// Its other names.
    pub names: Option<&'a Names>,
    /// The kind of record that it is.
    record: Option<&'static str>,
    page: &'a PageView,
    /// Which part of the page it is.
    part: Part<'a>,
}

/// What of a page an entry stands for.
#[derive(Debug, Clone, Copy)]
enum Part<'a> {
    Whole,
    /// Items under a heading, such as a year of the timeline.
    Group(&'a Group),
    /// One item, that has no page of its own.
    Item(&'a Card),
    /// An infographic, from the page that shows them all: each of them stands there once. With what readers call a drawing.
    Picture(&'a Exhibit, &'a str),
    /// The page of a place at an organisation, by its name alone: all of it is said elsewhere, and there are as many as places times
    /// organisations.
    Place(&'a PlaceView),
}

/// All entries of a page: the page itself and the records that have no page of their own.
pub fn of_page<'a>(
    page: &'a PageView,
    names: &'a BTreeMap<String, Names>,
    answered_at: &BTreeMap<String, String>,
    drawing: &'a str,
) -> Vec<Entry<'a>> {
    let listed = kind_listed(page);
    let record = page.entity.as_ref();
    let own_kind = record.and_then(|e| Model::kind(&e.kind));
    let (kind, factor) = match own_kind {
        Some(kind) => (kind.label_plural, factor_of(kind)),
        // The same record once more, on a sheet of paper.
        None if record.is_some() => (PAGES, 0.5),
        None if listed.is_some() => (PAGES, 0.8),
        None if page.url.starts_with("trefwoorden/") => (PAGES, 0.4),
        None => (PAGES, 1.0),
    };
    let key = record.map_or(page.url.as_str(), |e| e.id.as_str());
    if let Some(place) = &page.place {
        let title = Cow::Borrowed(page.title.as_str());
        let (url, kind, part) = (page.url.clone(), kind_of_places(), Part::Place(place));
        return vec![Entry { title, url, kind, factor: factor_of(Plek::KIND), names: None, record: None, page, part }];
    }
    let mut entries = vec![Entry {
        title: Cow::Borrowed(&page.title),
        url: page.url.clone(),
        kind,
        factor,
        names: names.get(key),
        record: own_kind.map(|kind| kind.name),
        page,
        part: Part::Whole,
    }];
    // The letters of the list of all names are no subject.
    let groups = page.groups.iter().filter(|_| page.url != ALPHABET);
    entries.extend(groups.map(|group| Entry {
        title: Cow::Owned(format!("{} – {}", page.title, group.title)),
        url: format!("{}#{}", page.url, group.id),
        kind,
        factor: 0.7,
        names: None,
        record: None,
        page,
        part: Part::Group(group),
    }));
    entries.extend(page.gallery.iter().flat_map(|shelf| &shelf.exhibits).map(|exhibit| Entry {
        title: Cow::Borrowed(&exhibit.title),
        url: exhibit.url.clone(),
        kind: PICTURES,
        factor: 0.75,
        names: None,
        record: None,
        page,
        part: Part::Picture(exhibit, drawing),
    }));
    if let Some(kind) = listed {
        let cards = page.items.iter().chain(page.groups.iter().flat_map(|g| &g.items));
        entries.extend(cards.filter(|c| c.url.is_empty() && !c.anchor.is_empty()).map(|card| {
            let names = names.get(&card.anchor);
            let old = if names.is_some_and(|n| n.superseded) { 0.4 } else { 1.0 };
            let own = || format!("{}#{}", page.url, card.anchor);
            let url = answered_at.get(&card.anchor).cloned().unwrap_or_else(own);
            Entry {
                title: Cow::Borrowed(&card.title),
                url,
                kind: kind.label_plural,
                factor: factor_of(*kind) * old,
                names,
                record: Some(kind.name),
                page,
                part: Part::Item(card),
            }
        }));
    }
    entries
}

/// The kind whose list this page is; none when it is another page.
fn kind_listed(page: &PageView) -> Option<&'static Kind> {
    Model::KINDS.iter().find(|kind| page.url.strip_suffix('/') == Some(kind.plural))
}

/// What is no record.
pub const PAGES: &str = "Pagina’s";

/// Drawings.
pub const PICTURES: &str = "Infographics";

/// Places, and the pages of a place at an organisation.
pub fn kind_of_places() -> &'static str {
    Plek::KIND.label_plural
}

/// Who names a body means the body; a tie between two is meant only when both are named.
fn factor_of(kind: Kind) -> f32 {
    f32::from(kind.weight) / 100.0
}

impl Entry<'_> {
    /// What it is called: its title, and then abbreviations and other names.
    pub fn called(&self) -> impl Iterator<Item = &str> {
        let own = self.page.entity.iter().filter(|_| matches!(self.part, Part::Whole)).flat_map(|e| &e.aliases);
        let names = self.names.iter().flat_map(|n| n.also.iter().chain(&n.former));
        // A question in a few telling words is named by them.
        let others = own.chain(names).chain(self.asked());
        [&*self.title].into_iter().chain(others.map(String::as_str))
    }

    /// Visits every word but those of its names with the place where it stands.
    pub fn words(&self, visit: &mut impl FnMut(Word<'_>, Place)) {
        for text in self.names.iter().flat_map(|n| &n.keywords) {
            of_text(text, Place::Keyword, visit);
        }
        match self.part {
            Part::Whole => page_words(self.page, visit),
            Part::Place(_) => {}
            Part::Group(group) => {
                of_html(&group.text, Place::Lead, visit);
                group.items.iter().for_each(|card| of_text(&card.title, Place::Text, visit));
            }
            Part::Item(card) => card_words(card, visit),
            Part::Picture(exhibit, drawing) => {
                of_text(drawing, Place::Keyword, visit);
                of_text(&exhibit.conclusion, Place::Lead, visit);
                of_text(&exhibit.page, Place::Text, visit);
            }
        }
    }

    /// What is shown of it, as the index writes it down.
    pub fn row(&self, ways: &Ways) -> String {
        let (snippet, also, asked, source) = (self.snippet(ways), self.also(), self.asked(), self.source());
        let row = (&self.title, &self.url, snippet, also, asked, source, self.picture(), self.answers(ways));
        serde_json::to_string(&row).unwrap_or_default()
    }

    /// What it answers of what is asked of records of its kind.
    fn answers(&self, ways: &Ways) -> Vec<(usize, String)> {
        match (self.record, self.part) {
            (Some(kind), Part::Whole) => {
                let also = self.names.iter().flat_map(|names| &names.also).map(String::as_str);
                ways.of_page(kind, self.page, &also.chain([self.page.title.as_str()]).collect::<Vec<_>>())
            }
            (Some(kind), Part::Item(card)) => ways.of_card(kind, card),
            _ => Vec::new(),
        }
    }

    /// Its opening as plain text.
    fn snippet(&self, ways: &Ways) -> String {
        let mut opening = Opening::default();
        match self.part {
            Part::Whole => {
                if kind_listed(self.page).is_some() {
                    opening.add("", &Html::from(&ways.of_list(self.page)));
                }
                opening.add("", &self.page.lead);
                for fact in self.page.answers.iter().chain(self.page.entity.iter().flat_map(|e| &e.facts)) {
                    opening.add(&fact.label, &fact.value);
                }
                for part in self.page.body.iter().take_while(|part| part.infographic.is_none()) {
                    opening.add("", &part.html);
                }
            }
            Part::Group(group) => {
                opening.add("", &group.text);
                group.items.iter().for_each(|card| opening.add("", &Html::from(&card.title)));
            }
            Part::Item(card) => {
                opening.add("", &Html::from(&card.tag));
                opening.add("", &card.text);
                // A text that says what it is needs no facts beside it.
                let facts = card.facts.iter().filter(|_| card.text.is_empty());
                facts.for_each(|fact| opening.add(&fact.label, &fact.value));
            }
            Part::Picture(exhibit, _) => opening.add("", &Html::from(&exhibit.conclusion)),
            Part::Place(place) => opening.add("", &place.head),
        }
        opening.text()
    }

    /// Other wordings of the question that this answers.
    fn asked(&self) -> &[String] {
        self.names.map_or(&[], |names| &names.asked)
    }

    /// What it rests on, in words, and how sure it is where it is no plain fact: an answer is read without its page. Empty when it says so
    /// itself.
    fn source(&self) -> Cow<'_, str> {
        let (sources, status) = match self.part {
            Part::Whole => (&self.page.sources, &self.page.status),
            Part::Item(card) => (&card.sources, &card.status),
            Part::Group(_) | Part::Picture(..) | Part::Place(_) => return Cow::Borrowed(""),
        };
        let Some(source) = sources.first() else { return Cow::Borrowed("") };
        match status.as_ref().filter(|status| !status.is_plain()) {
            Some(status) => format!("{} ({})", source.title, status.name).into(),
            None => Cow::Borrowed(&source.title),
        }
    }

    /// The drawing to show beside it: its path from the site's root; empty when it is none.
    fn picture(&self) -> String {
        match self.part {
            Part::Picture(exhibit, _) => format!("{}.svg", exhibit.file),
            _ => String::new(),
        }
    }

    /// The other names.
    fn also(&self) -> Vec<&str> {
        self.names.iter().flat_map(|n| n.also.iter().chain(&n.former)).map(String::as_str).collect()
    }
}

fn page_words(page: &PageView, visit: &mut impl FnMut(Word<'_>, Place)) {
    of_html(&page.lead, Place::Lead, visit);
    for answer in &page.answers {
        of_text(&answer.label, Place::Heading, visit);
        of_html(&answer.value, Place::Lead, visit);
    }
    status_words(page.status.as_ref(), visit);
    for heading in &page.toc {
        of_text(&heading.title, Place::Heading, visit);
    }
    for part in &page.body {
        body_words(part, visit);
    }
    let mut text = |html: &Html| of_html(html, Place::Text, visit);
    for group in &page.groups {
        text(&group.text);
    }
    let Some(record) = &page.entity else { return };
    for fact in &record.facts {
        text(&Html::from(&fact.label));
        text(&fact.value);
    }
    for block in &record.blocks {
        match block {
            Block::Text { html, .. } => text(html),
            Block::List { items, .. } => items.iter().for_each(&mut text),
            Block::Cards { items, .. } => items.iter().for_each(|card| {
                text(&Html::from(&card.title));
                text(&card.text);
            }),
            Block::Table { table, .. } => table.rows.iter().flatten().for_each(&mut text),
            Block::Infographic { infographic, .. } => text(&Html::from(&infographic.conclusion)),
        }
    }
    text(&record.note);
}

fn body_words(part: &BodyPart, visit: &mut impl FnMut(Word<'_>, Place)) {
    of_html(&part.html, Place::Text, visit);
    part.calculator.iter().for_each(|made| calculator_words(made, visit));
    for titled in &part.tables {
        let table = &titled.table;
        for words in [&titled.title, &table.caption].into_iter().chain(&table.head) {
            of_text(words, Place::Text, visit);
        }
        table.rows.iter().flatten().for_each(|cell| of_html(cell, Place::Text, visit));
    }
    if let Some(infographic) = &part.infographic {
        for words in [&infographic.title, &infographic.conclusion] {
            of_text(words, Place::Text, visit);
        }
    }
}

fn calculator_words(made: &Calculator, visit: &mut impl FnMut(Word<'_>, Place)) {
    for words in [&made.title, &made.organisation].into_iter().chain(&made.head) {
        of_text(words, Place::Text, visit);
    }
    let legends = made.questions.iter().map(|question| &question.legend);
    let cells = made.cases.iter().flat_map(|case| [&case.who].into_iter().chain(&case.cells));
    for html in legends.chain(cells) {
        of_html(html, Place::Text, visit);
    }
}

/// A plain fact tells nothing by its status; that something is still open does.
fn status_words(status: Option<&StatusView>, visit: &mut impl FnMut(Word<'_>, Place)) {
    if let Some(status) = status {
        of_text(&status.name, Place::Lead, visit);
    }
}

fn card_words(card: &Card, visit: &mut impl FnMut(Word<'_>, Place)) {
    status_words(card.status.as_ref(), visit);
    of_text(&card.tag, Place::Lead, visit);
    of_html(&card.text, Place::Lead, visit);
    for fact in &card.facts {
        of_html(&fact.value, Place::Text, visit);
    }
}
