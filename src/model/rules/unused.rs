//! A level, layer, term or function that nothing uses is forgotten, or needs nobody.

use super::Context;
use super::Prose;
use super::prose::{is_whole, other_form, whole_word};
use crate::decode::Shown;
use crate::diag::{Diagnostic, words};
use crate::model::kinds::Begrip;
use aho_corasick::{AhoCorasick, AhoCorasickKind};

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
    let terms = model.begrippen.iter().filter(|b| b.zie.is_empty() && b.vervangen_door.is_none());
    let mut terms: Vec<&Begrip> = terms.filter(|term| !used.contains(term.id.as_str())).collect();
    let found = if terms.len() > MANY { named_at_once(context, pages, &terms) } else { None };
    let mut number = 0;
    terms.retain(|term| {
        number += 1;
        let in_data = || model.all().filter(|e| e.id() != term.id.value).any(|e| mentions(&e.values(), term));
        let in_pages = || pages.iter().any(|p| names(term).any(|n| whole_word(p.text(), n).is_some()));
        !found.as_ref().map_or_else(|| in_data() || in_pages(), |found| found[number - 1])
    });
    problems.extend(terms.iter().map(|term| words::rules::unused(term.id.place, &term.id, "begrip")));
}

/// With more terms than this one pass over all texts is quicker than one for each that ends at the first that has it.
const MANY: usize = 50;

/// Of each term: does any text name it?
fn named_at_once(context: &Context<'_>, pages: &[Prose<'_>], terms: &[&Begrip]) -> Option<Vec<bool>> {
    let (mut forms, mut of) = (Vec::new(), Vec::new());
    for (number, term) in terms.iter().enumerate() {
        for name in names(term).filter(|name| !name.is_empty()) {
            let both = [Some(name.to_owned()), other_form(name)];
            of.extend(both.iter().flatten().map(|_| number));
            forms.extend(both.into_iter().flatten());
        }
    }
    let all = AhoCorasick::builder().kind(Some(AhoCorasickKind::ContiguousNFA)).build(&forms).ok()?;
    let mut found = vec![false; terms.len()];
    let mut look = |text: &str, own: Option<&str>| {
        for hit in all.find_overlapping_iter(text) {
            let number = of[hit.pattern().as_usize()];
            if !found[number] && own != Some(&terms[number].id.value) {
                found[number] = is_whole(text, hit.range());
            }
        }
    };
    for entity in context.model.all() {
        texts(&entity.values(), &mut |text| look(text, Some(entity.id())));
    }
    pages.iter().for_each(|page| look(page.text(), None));
    Some(found)
}

fn names(term: &Begrip) -> impl Iterator<Item = &str> {
    term.synoniemen.iter().chain(&term.afkorting).chain([&term.naam]).map(String::as_str)
}

fn mentions(values: &[(&'static str, Shown<'_>)], term: &Begrip) -> bool {
    let mut found = false;
    texts(values, &mut |text| found |= names(term).any(|n| whole_word(text, n).is_some()));
    found
}

/// Every text of a record.
fn texts(values: &[(&'static str, Shown<'_>)], see: &mut dyn FnMut(&str)) {
    for (_, value) in values {
        value.walk(&mut |value| match value {
            Shown::Markdown(text) => see(&text.raw),
            Shown::Plain(text) => see(text),
            _ => {}
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::FileId;
    use crate::model::Model;
    use std::fmt::Write;

    /// Whichever way is quicker, the same terms are told.
    #[test]
    fn many_terms_are_found_as_few_are() {
        let told = |more: usize| {
            let mut text = String::from(
                "[[begrip]]\nid = 'duin'\nnaam = 'Duin'\nbetekenis = 'Een heuvel, en geen Dal of BOA-werk.'\n\
                 [[begrip]]\nid = 'dal'\nnaam = 'dal'\nbetekenis = 'Tussen duinen.'\n\
                 [[begrip]]\nid = 'boa'\nnaam = 'Opsporing'\nafkorting = 'BOA'\nbetekenis = 'Een boa. Zie Opsporing.'\n\
                 [[begrip]]\nid = 'zee'\nnaam = 'Zee'\nbetekenis = 'De zee en het zeedal.'\n",
            );
            for i in 0..more {
                let next = (i + 1) % more;
                let _ = write!(
                    text,
                    "[[begrip]]\nid = 'b{i}'\nnaam = 'Begrip {i}'\nbetekenis = 'Anders dan begrip {next}.'\n"
                );
            }
            let mut model = Model::default();
            model.read(FileId(0), &text, 0, &mut Vec::new());
            let context = Context { model: &model, pages: Some(&[]), today: None, stand: None, whole: true };
            let mut problems = Vec::new();
            check(&context, &mut problems);
            problems.iter().map(|p| p.message.clone()).collect::<Vec<_>>()
        };
        assert_eq!(told(2).len(), 2, "{:?}", told(2));
        assert_eq!(told(2), told(2 * MANY));
    }
}
