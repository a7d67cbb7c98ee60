//! A level, layer, term or function that nothing uses is forgotten, or needs nobody.

use super::Context;
use super::prose::whole_word;
use crate::decode::Shown;
use crate::diag::{Diagnostic, words};
use crate::model::kinds::Begrip;

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    let Some(pages) = context.pages else { return };
    let model = context.model;
    let used = context.used();
    let levels = model.niveaus.iter().map(|l| (&l.id, "niveau"));
    let layers = model.lagen.iter().map(|l| (&l.id, "laag"));
    // A function that belongs to a body is shown with it.
    let functions = model.rollen.iter().filter(|r| r.gremium.is_none()).map(|r| (&r.id, "rol"));
    for (id, kind) in levels.chain(layers).chain(functions) {
        if !used.contains(id.as_str()) {
            problems.push(words::rules::unused(id.place, id, kind));
        }
    }
    // A term that leads on to something is a signpost, also when no text has the word.
    for term in model.begrippen.iter().filter(|b| b.zie.is_empty() && b.vervangen_door.is_none()) {
        let in_data = || model.all().filter(|e| e.id() != term.id.value).any(|e| mentions(&e.values(), term));
        let in_pages = || pages.iter().any(|p| names(term).any(|n| whole_word(p.text(), n).is_some()));
        if !used.contains(term.id.as_str()) && !in_data() && !in_pages() {
            problems.push(words::rules::unused(term.id.place, &term.id, "begrip"));
        }
    }
}

fn names(term: &Begrip) -> impl Iterator<Item = &str> {
    term.synoniemen.iter().chain(&term.afkorting).chain([&term.naam]).map(String::as_str)
}

fn mentions(values: &[(&'static str, Shown<'_>)], term: &Begrip) -> bool {
    let mut found = false;
    for (_, value) in values {
        value.walk(&mut |v| {
            let text = match v {
                Shown::Markdown(text) => text.raw.as_str(),
                Shown::Plain(text) => text,
                _ => return,
            };
            found |= names(term).any(|n| whole_word(text, n).is_some());
        });
    }
    found
}
