//! A choice that was made is nowhere called open: not by the status of a seat that waited for it, not in a sentence that speaks of it.

use super::{Context, names_in};
use crate::decode::Shown;
use crate::diag::{Diagnostic, Span, words};
use crate::model::kinds::Keuze;
use crate::model::{Status, choices_of, open_for};

/// What a sentence says of something that is not decided.
const OPEN: &[&str] = &[
    "nog open",
    "is open",
    "staat open",
    "was open",
    "**open**",
    "open keuze",
    "open vraag",
    "laat dit open",
    "laat het open",
    "laat het plan open",
    "laat de bron open",
    "nog te kiezen",
    "nog te bepalen",
    "nog niet",
    "nog niets",
    "moet nog",
    "moeten nog",
    "nog geen",
    "niet bekend",
    "kiest niet",
    "kiest nog niet",
    "weten wij niet",
    "weten we niet",
    "staat nergens",
    "is onbekend",
    "zijn open",
    "ligt niet vast",
    "liggen niet vast",
    "staat niet vast",
    "staan niet vast",
    "moet worden gekozen",
    "wordt nog gekozen",
];

/// What stays true of a source, whatever was decided since: it counts only where the choice itself is named.
const OF_SOURCE: &[&str] = &["laat het plan open", "laat de bron open"];

/// What a sentence names that tells what its source said then, which stays true.
const SOURCES: &[&str] = &["bron", "plan", "opgave", "spoor", "toen", "stuk"];

/// What many questions have in common: such a word says nothing of what is asked.
const COMMON: &[&str] = &["welke", "hoeveel", "wanneer", "waarom", "worden", "komen", "zoals"];

/// Fewer letters make no word that says what is asked.
const SHORTEST: usize = 5;

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    for choice in context.model.keuzes.iter().filter(|choice| choice.is_made()) {
        let waiting = seats(context, choice, problems);
        let asked = Asked { choice, own: false, waiting, words: asked(&choice.vraag.raw) };
        for status in open_for(context.model, &choice.id).filter_map(|record| record.common().status) {
            problems.push(words::rules::still_open(status.place, &choice.id, choice.id.place));
        }
        own_note(choice, problems);
        for record in context.model.all().filter(|record| record.id() != choice.id.value) {
            // An answer that leads to the choice is about it, whether it names it or not.
            let whole = record.kind().answers && choices_of(context.model, record).iter().eq([&choice.id.value]);
            Shown::Table(record.values()).walk(&mut |value| {
                if let Shown::Markdown(text) = value {
                    sentences(&text.raw, text.place, &asked, whole, problems);
                }
            });
        }
        for page in context.pages.unwrap_or_default() {
            let whole = Span::new(page.file, page.offset()..page.bytes.len());
            sentences(page.text(), whole, &asked, false, problems);
        }
    }
}

/// The note of the choice itself may tell what the source left open; what it says in its own words no longer holds.
fn own_note(choice: &Keuze, problems: &mut Vec<Diagnostic>) {
    let own = Asked { choice, own: true, waiting: Vec::new(), words: Vec::new() };
    if let Some(note) = &choice.toelichting {
        sentences(&note.raw, note.place, &own, true, problems);
    }
}

/// The names of the bodies with a seat that waited for the choice, in small letters; a seat that still waits is told.
fn seats(context: &Context<'_>, choice: &Keuze, problems: &mut Vec<Diagnostic>) -> Vec<String> {
    let mut names = Vec::new();
    for body in context.model.naming(&context.model.gremia, &choice.id) {
        let of_choice = body.lid.iter().filter(|seat| seat.keuze.as_ref().is_some_and(|k| k.id == choice.id.value));
        for seat in of_choice {
            names.push(body.id.value.clone());
            names.push(body.naam.to_lowercase());
            names.extend(body.kort.iter().map(|short| short.to_lowercase()));
            if let Some(status) = seat.status.as_ref().filter(|s| matches!(s.value, Status::Open | Status::Voorstel)) {
                problems.push(words::rules::still_open(status.place, &choice.id, choice.id.place));
            }
        }
    }
    names
}

/// A choice, and by what a sentence speaks of it.
struct Asked<'a> {
    choice: &'a Keuze,
    /// Are these sentences of its own, which may tell what the source left open?
    own: bool,
    /// The names of the bodies with a seat that waited for it.
    waiting: Vec<String>,
    /// The words of its question that say what is asked.
    words: Vec<String>,
}

impl Asked<'_> {
    /// Does a sentence name the choice, by its id or by a body that waited for it?
    fn named_in(&self, sentence: &str, small: &str) -> bool {
        names_in(sentence).any(|name| name == self.choice.id.value) || self.waiting.iter().any(|name| says(small, name))
    }

    /// Does it speak of it with two words of its question?
    fn asked_in(&self, small: &str) -> bool {
        self.words.iter().filter(|word| small.contains(word.as_str())).count() > 1
    }
}

/// The words of a question that say what is asked, each once: `waterschap` and not `waterschappen` too.
fn asked(question: &str) -> Vec<String> {
    let small = question.to_lowercase();
    let mut words: Vec<String> = Vec::new();
    for word in small.split(|c: char| !c.is_alphanumeric()) {
        let says = word.chars().count() >= SHORTEST && !COMMON.contains(&word);
        if says && !words.iter().any(|known| word.starts_with(known.as_str()) || known.starts_with(word)) {
            words.push(word.to_owned());
        }
    }
    words
}

/// Tells of every sentence that speaks of the choice, or of a body that waited for it, as open. `whole`: all sentences do.
fn sentences(text: &str, place: Span, asked: &Asked<'_>, whole: bool, problems: &mut Vec<Diagnostic>) {
    let choice = asked.choice;
    // With escapes in it a text is not as long as its place: then the whole place is told.
    let exact = place.range().len() == text.len();
    let mut from = 0;
    for sentence in text.split_inclusive(['.', '?', '!', '\n']) {
        let small = sentence.to_lowercase();
        let named = whole || asked.named_in(sentence, &small);
        let tells = |word: &&&str| says(&small, word) && (named || !OF_SOURCE.contains(*word));
        let open = || OPEN.iter().find(tells);
        let named = named && !(asked.own && SOURCES.iter().any(|word| says(&small, word)));
        if let Some(word) = (named || asked.asked_in(&small)).then(open).flatten() {
            let start = small.find(word).filter(|_| exact && small.len() == sentence.len()).map(|i| from + i);
            let at = start.map_or(place, |start| {
                let start = place.range().start + start;
                Span::new(place.file, start..start + word.len())
            });
            problems.push(words::rules::still_open(at, &choice.id, choice.id.place));
        }
        from += sentence.len();
    }
}

/// Does a sentence hold these words, not as a part of longer ones?
fn says(sentence: &str, words: &str) -> bool {
    sentence.match_indices(words).any(|(i, _)| {
        let letter = |c: char| c.is_alphanumeric() || c == '-';
        !sentence[..i].ends_with(letter) && !sentence[i + words.len()..].starts_with(letter)
    })
}
