//! Every text of the sources by itself: a value of a record, or a paragraph, row or item of a page, as a reader would see it.

use crate::decode::{Shown, Text};
use crate::diag::{FileId, Files, Span};
use crate::dutch::fold;
use crate::model::rules::names_in;
use crate::model::{AnyEntity, Model, states_in};
use crate::search::stem;
use crate::site::{Site, SitePage};
use crate::source::Sources;

/// Keys whose words are there to be found by, or to file a page under: they say nothing.
pub const SILENT: &[&str] =
    &["ook", "trefwoorden", "synoniemen", "aliassen", "voorheen", "eenheid", "was", "werd", "status", "soort", "vorm"];

/// Keys at the top of a page that hold words for readers.
const FRONT: &[&str] = &["titel", "menu_titel", "omschrijving", "kop", "samenvatting"];

/// One text.
pub struct Piece<'a> {
    /// The record that it is a value of.
    pub record: Option<&'a dyn AnyEntity>,
    /// The page that it stands on.
    pub page: Option<&'a SitePage>,
    /// Its key; of a page's text empty.
    pub key: String,
    /// As it is written.
    pub raw: String,
    /// Where it stands.
    pub at: Span,
    /// Its sentences.
    pub sentences: Vec<Sentence>,
}

/// A sentence of a text.
pub struct Sentence {
    /// Where it begins in the text.
    pub from: usize,
    /// As it is written.
    pub raw: String,
    /// As it is read, in small letters without marks; what stands in for a figure or a choice is left out.
    pub said: String,
    /// The stems of its words.
    stems: Vec<String>,
}

impl Sentence {
    /// Does it hold a word with this stem, or one that is made with it: `gastheer` in `gastheerorganisatie`?
    pub fn has(&self, wanted: &str) -> bool {
        self.stems.iter().any(|own| holds(own, wanted))
    }
}

impl Piece<'_> {
    /// Is it of this record, or of its own page?
    pub fn is_of(&self, model: &Model, id: &str) -> bool {
        let own =
            |page: &SitePage| model.get(id).is_some_and(|record| page.url == format!("{}/{id}/", record.kind().plural));
        self.record.is_some_and(|record| record.id() == id) || self.page.is_some_and(own)
    }

    /// Does it lead to this record, or give the state of this choice?
    pub fn mentions(&self, id: &str) -> bool {
        names_in(&self.raw).chain(states_in(&self.raw)).any(|name| name == id)
    }

    /// Is there a sentence of which this holds?
    pub fn any(&self, says: impl Fn(&Sentence) -> bool) -> bool {
        self.sentences.iter().any(says)
    }

    /// Does it ask something, and tell nothing?
    pub fn asks(&self) -> bool {
        self.raw.trim_end().ends_with('?')
    }
}

/// The sentences of a text; a dot within a name, a link or a number ends none.
fn sentences(model: &Model, raw: &str) -> Vec<Sentence> {
    let mut ends: Vec<usize> = raw
        .char_indices()
        .filter(|(i, c)| ['.', '?', '!'].contains(c) && raw[i + c.len_utf8()..].starts_with([' ', '\n', '\r']))
        .map(|(i, c)| i + c.len_utf8())
        .collect();
    ends.push(raw.len());
    let mut from = 0;
    let mut found = Vec::new();
    for end in ends {
        let raw = &raw[from..end];
        let start = from + raw.len() - raw.trim_start().len();
        let said = said(model, raw);
        let stems = stems(&said);
        if !stems.is_empty() {
            found.push(Sentence { from: start, raw: raw.trim().to_owned(), said, stems });
        }
        from = end;
    }
    found
}

/// Is a word with this stem the other one, or made with it? Short words stand in too many others.
fn holds(own: &str, wanted: &str) -> bool {
    const LONG: usize = 5;
    own == wanted || wanted.len() >= LONG && own.contains(wanted)
}

/// The stems of the words of a text.
pub fn stems(text: &str) -> Vec<String> {
    let small = fold(text);
    small.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(stem).collect()
}

/// A text as it is read, in small letters without marks, without what stands in for a figure or the state of a choice.
fn said(model: &Model, raw: &str) -> String {
    let parts = raw.split("{{").enumerate();
    let words = parts.map(|(i, part)| if i == 0 { part } else { part.split_once("}}").map_or("", |(_, rest)| rest) });
    let text = Text { raw: words.collect(), place: Span::top(FileId(0)) };
    fold(&model.in_words(&text)).into_owned()
}

/// All texts of the data and the pages.
pub fn pieces<'a>(sources: &Sources, site: &'a Site) -> Vec<Piece<'a>> {
    let model = &site.model;
    let mut found = Vec::new();
    for record in model.all() {
        for (key, shown) in record.values() {
            of_value(model, record, key, &shown, record.place_of(key), &mut found);
        }
    }
    for page in &site.documents {
        of_page(sources, model, page, &mut found);
    }
    found
}

fn piece<'a>(model: &Model, key: &str, raw: &str, at: Span) -> Option<Piece<'a>> {
    let sentences = sentences(model, raw);
    let tells = !sentences.is_empty();
    tells.then(|| Piece { record: None, page: None, key: key.to_owned(), raw: raw.to_owned(), at, sentences })
}

fn of_value<'a>(
    model: &Model,
    record: &'a dyn AnyEntity,
    key: &str,
    shown: &Shown<'_>,
    at: Span,
    found: &mut Vec<Piece<'a>>,
) {
    if SILENT.contains(&key) {
        return;
    }
    let of_record = |piece: Piece<'a>| Piece { record: Some(record), ..piece };
    match shown {
        Shown::Markdown(text) => found.extend(piece(model, key, &text.raw, text.place).map(of_record)),
        Shown::Plain(text) if *text != record.id() => found.extend(piece(model, key, text, at).map(of_record)),
        Shown::List(items) => {
            // Of plain words in a list nobody knows where each of them stands.
            let told = items.iter().filter(|item| !matches!(item, Shown::Plain(_)));
            told.for_each(|item| of_value(model, record, key, item, at, found));
        }
        Shown::Table(fields) => {
            let told = fields.iter().filter(|(_, field)| !matches!(field, Shown::Plain(_)));
            told.for_each(|(key, field)| of_value(model, record, key, field, at, found));
        }
        _ => {}
    }
}

/// A paragraph is one text, however it is broken into lines; so is each row and each item.
fn of_page<'a>(sources: &Sources, model: &Model, page: &'a SitePage, found: &mut Vec<Piece<'a>>) {
    let text = sources.text(page.file);
    let mut this = Paragraphs { model, page, found, open: None };
    let (mut front, mut fenced, mut start) = (false, false, 0);
    for (i, line) in text.split_inclusive('\n').enumerate() {
        let (bare, at) = (line.trim(), start);
        start += line.len();
        if bare == "+++" && (i == 0 || front) {
            front = i == 0;
        } else if front {
            let key = bare.split('=').next().unwrap_or_default().trim();
            if FRONT.contains(&key) {
                this.add(
                    key,
                    bare.split_once('=').map_or("", |(_, words)| words).trim().trim_matches('"'),
                    at,
                    line.len(),
                );
            }
        } else if bare.starts_with("```") {
            this.end();
            fenced = !fenced;
        } else if !fenced && bare.is_empty() {
            this.end();
        } else if !fenced {
            this.line(bare, line, at);
        }
    }
    this.end();
}

struct Paragraphs<'f, 'a> {
    model: &'f Model,
    page: &'a SitePage,
    found: &'f mut Vec<Piece<'a>>,
    /// The text so far, and where it began.
    open: Option<(String, usize, usize)>,
}

impl Paragraphs<'_, '_> {
    fn line(&mut self, bare: &str, line: &str, at: usize) {
        let number = bare.trim_start_matches(|c: char| c.is_ascii_digit());
        let begins =
            bare.starts_with(['|', '-', '*', '#', '>']) || number.len() < bare.len() && number.starts_with('.');
        if begins {
            self.end();
        }
        let (words, _, length) = self.open.get_or_insert_with(|| (String::new(), at, 0));
        words.push_str(line);
        *length += line.len();
    }

    fn end(&mut self) {
        if let Some((words, at, length)) = self.open.take() {
            self.add("", words.trim(), at, length);
        }
    }

    fn add(&mut self, key: &str, words: &str, at: usize, length: usize) {
        let file: FileId = self.page.file;
        let piece = piece(self.model, key, words, Span::new(file, at..at + length));
        self.found.extend(piece.map(|piece| Piece { page: Some(self.page), ..piece }));
    }
}
