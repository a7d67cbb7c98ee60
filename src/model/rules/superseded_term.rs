//! A superseded term is used only where it is meant as such.
//!
//! It may stand between quotation marks, beside the term that replaced it, in a name or alias, and in a record or page that
//! links to its explanation. Elsewhere a reader would take it for a word that holds.

use super::prose::{quoted, whole_word, whole_words};
use super::{Context, Prose, names_in};
use crate::decode::{Shown, Text};
use crate::diag::{Diagnostic, FileId, Span, words};
use crate::model::kinds::Begrip;
use crate::model::{AnyEntity, Model};

/// A superseded term: its words, and those of what holds now.
struct Superseded<'a> {
    id: &'a str,
    old: Vec<&'a str>,
    new: Vec<&'a str>,
    advice: &'a str,
}

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    let terms = superseded(context.model);
    if terms.is_empty() {
        return;
    }
    let records: Vec<_> = context.model.all().map(Written::of).collect();
    for term in &terms {
        for record in &records {
            in_record(record, term, problems);
        }
        for page in context.pages.unwrap_or_default() {
            in_page(page, term, problems);
        }
    }
}

/// What a record says and refers to: read once, whatever the number of terms.
struct Written<'a> {
    id: &'a str,
    texts: Vec<&'a Text>,
    refers: Vec<&'a str>,
}

impl<'a> Written<'a> {
    fn of(record: &'a dyn AnyEntity) -> Self {
        let mut written = Self { id: record.id(), texts: Vec::new(), refers: Vec::new() };
        Shown::Table(record.values()).walk(&mut |value| match value {
            Shown::Reference { id, .. } => written.refers.push(id),
            Shown::Markdown(text) => written.texts.push(text),
            _ => {}
        });
        written
    }

    fn refers_to(&self, id: &str) -> bool {
        self.id == id
            || self.refers.contains(&id)
            || self.texts.iter().any(|text| names_in(&text.raw).any(|name| name == id))
    }
}

fn superseded(model: &Model) -> Vec<Superseded<'_>> {
    let old = model.begrippen.iter().filter_map(|b| Some((b, model.begrippen.get(&b.vervangen_door.as_ref()?.id)?)));
    old.map(|(old, new)| Superseded { id: &old.id, old: names(old), new: names(new), advice: &new.naam }).collect()
}

fn names(term: &Begrip) -> Vec<&str> {
    [Some(&term.naam), term.afkorting.as_ref()].into_iter().flatten().map(String::as_str).collect()
}

fn in_record(record: &Written<'_>, term: &Superseded<'_>, problems: &mut Vec<Diagnostic>) {
    let found = record.texts.iter().flat_map(|text| uses(&text.raw, term).into_iter().map(move |found| (text, found)));
    let found: Vec<_> = found.collect();
    if found.is_empty() || record.refers_to(term.id) {
        return;
    }
    for (text, (at, word)) in found {
        // With an escape in it the text stands there in other letters than it means: then point at all of it.
        let verbatim = text.place.range().len() == text.raw.len();
        let start = text.place.start as usize + at;
        let place = if verbatim { Span::new(text.place.file, start..start + word.len()) } else { text.place };
        problems.push(words::rules::superseded_term(place, word, term.advice, term.id));
    }
}

fn in_page(page: &Prose<'_>, term: &Superseded<'_>, problems: &mut Vec<Diagnostic>) {
    let text = page.text();
    if !term.old.iter().any(|w| text.contains(w)) || names_in(text).any(|n| n == term.id) {
        return;
    }
    for (start, paragraph) in paragraphs(text) {
        for (at, word) in uses(paragraph, term) {
            problems.push(words::rules::superseded_term(
                place_in(page.file, page.offset() + start + at, word),
                word,
                term.advice,
                term.id,
            ));
        }
    }
}

fn place_in(file: FileId, start: usize, word: &str) -> Span {
    Span::new(file, start..start + word.len())
}

/// Where the term is used as if it held, each with the word.
fn uses<'a>(text: &str, term: &Superseded<'a>) -> Vec<(usize, &'a str)> {
    let all = term.old.iter().flat_map(|word| whole_words(text, word).map(move |at| (at, *word)));
    let mut found: Vec<_> = all.filter(|(at, _)| !quoted(text, *at)).collect();
    if !found.is_empty() && term.new.iter().any(|w| whole_word(text, w).is_some()) {
        found.clear();
    }
    found
}

/// The paragraphs of a page with their places; of the front matter only the lines that readers see.
fn paragraphs(text: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let body = match text.strip_prefix("+++").and_then(|rest| rest.find("\n+++")) {
        Some(end) => {
            let front = &text[..end + 3];
            let shown = front.split_inclusive('\n').scan(0, |at, line| {
                let start = *at;
                *at += line.len();
                Some((start, line))
            });
            found.extend(
                shown.filter(|(_, l)| ["titel", "omschrijving", "menu_titel"].iter().any(|k| l.starts_with(k))),
            );
            end + 7
        }
        None => 0,
    };
    let mut start = body.min(text.len());
    while start < text.len() {
        let end = text[start..].find("\n\n").map_or(text.len(), |i| start + i + 2);
        found.push((start, &text[start..end]));
        start = end;
    }
    found
}
