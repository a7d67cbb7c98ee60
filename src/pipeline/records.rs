//! What the settings and the data say.

use super::memo::Once;
use super::wording_hash;
use crate::decode::Record;
use crate::diag::{Diagnostic, FileId, Span, words};
use crate::model::{Model, holds_data};
use crate::phrases::{self, Phrases};
use crate::site::{Portal, Words};
use crate::source::{Role, Sources, passed_over};

/// All that is known before a page is read.
pub struct Records {
    pub portal_file: FileId,
    pub portal: Portal,
    pub phrases: Phrases,
    pub words: Words,
    pub model: Model,
    /// Was all of it read, without a mistake?
    pub whole: bool,
}

/// Reads the settings and the data; `known` are the words of the language that were read before.
pub fn records(sources: &Sources, known: &mut Option<Once<Phrases>>, problems: &mut Vec<Diagnostic>) -> Records {
    let (portal_file, portal) = match sources.of(Role::Config).next() {
        Some((id, file)) => match file.text() {
            Ok((text, mark)) if !sources.is_no_text(id) => (id, Portal::read(id, text, mark, problems)),
            _ => (id, Portal::read(id, "naam = \"\"\nbasis_url = \"http://localhost/\"", 0, &mut Vec::new())),
        },
        None => (FileId(0), Portal::read(FileId(0), "", 0, problems)),
    };

    let asked = portal.taal.as_deref().unwrap_or("nl");
    let place = portal.place_of("taal");
    let from = *blake3::hash(format!("{asked} {place:?} {:?}", wording_hash(sources)).as_bytes()).as_bytes();
    let phrases = Once::made(known, from, problems, |told| phrases::load(sources, asked, place, told));
    let words = Words::of(&portal, phrases.clone(), problems);
    let mut model = Model::default();
    let mut empty = Vec::new();
    for (id, file) in sources.of(Role::Data) {
        match file.text() {
            // Saved before anything stood in it, or emptied by mistake.
            Ok((text, _)) if text.trim().is_empty() && !sources.is_no_text(id) => {
                empty.push(Span::top(id));
            }
            Ok((text, mark)) if !sources.is_no_text(id) => model.read_named(&file.name, id, text, mark, problems),
            _ => model.lost.text(""),
        }
    }
    for (_, file, _) in passed_over(sources, &holds_data).filter(|(.., how)| how.data) {
        model.lost.text(&String::from_utf8_lossy(&file.bytes));
    }
    if sources.lacks_of("data") {
        model.lost.text("");
    }
    // A file that nothing is missed from is not yet filled; else its content was lost.
    if !empty.is_empty() && model.misses_some() {
        model.lost.text("");
        problems.extend(empty.drain(..).map(words::data::emptied_file));
    }
    problems.extend(empty.into_iter().map(words::data::empty_file));
    model.tell_absent(problems);
    let whole = !model.lost.some && !problems.iter().any(Diagnostic::is_error);
    Records { portal_file, portal, phrases, words, model, whole }
}
