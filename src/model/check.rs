//! Resolves every reference and applies the rules.

use super::Model;
use super::rules::{self, About, Context};
use crate::diag::{Diagnostic, Span, nearest, words};
use crate::dutch::is_hidden;

/// After so many problems no more hints are given.
const MOST_HINTS: usize = 200;

/// Everything that is wrong with the data as a whole. Was all of it looked at?
pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) -> bool {
    let model = context.model;
    let before = problems.len();
    for reference in &model.references {
        check_reference(model, &reference.id, reference.place, reference.kinds, problems);
    }
    for citation in &model.citations {
        let whole = citation.source.contains([',', ';', ' ']).then(|| citation.to_string());
        check_reference(model, whole.as_deref().unwrap_or(&citation.source), citation.place, &["bron"], problems);
    }
    // What a reference that leads nowhere was meant for would look forgotten.
    let whole = context.whole && problems.len() == before;
    for rule in rules::ALL {
        if whole || rule.about == About::Presence {
            (rule.check)(context, problems);
        }
    }
    whole
}

/// `plan, besluit/artikel-2`: ids in one text, of which at least one is there.
pub fn several<'t>(model: &Model, text: &'t str) -> Option<Vec<&'t str>> {
    let ids: Vec<&str> =
        text.split([',', ';', '+', '&', '\n']).flat_map(|part| part.split(" en ")).map(str::trim).collect();
    let is_id = |text: &&str| model.ids.contains_key(text.split('/').next().unwrap_or(text));
    let plain = |text: &&str| {
        !text.is_empty()
            && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'-' | b'/'))
    };
    (ids.len() > 1 && ids.iter().all(plain) && ids.iter().any(is_id)).then_some(ids)
}

/// The source that is named as in a report: `Jaarplan 2023, blz. 12`. Only where one source can be meant.
fn source_in_words(model: &Model, said: &str) -> Option<String> {
    // The first word says which one; numbers of years and pages follow it.
    let word = |text: &str| text.split([' ', ',', ';']).next().unwrap_or_default().to_lowercase();
    let first = word(said);
    if first.chars().count() < 4 {
        return None;
    }
    let mut fitting = model.of_kind("bron").into_iter().filter(|source| word(&source.name(model)) == first);
    let (first, second) = (fitting.next(), fitting.next());
    first.filter(|_| second.is_none()).map(|source| source.id().to_owned())
}

/// One reference: does it exist, and is it of a kind that may stand here?
pub fn check_reference(model: &Model, id: &str, place: Span, kinds: &[&'static str], problems: &mut Vec<Diagnostic>) {
    if model.lost.ids.contains(id) {
        return;
    }
    if let Some(at) = model.unfinished.get(id) {
        return problems.push(words::data::refers_to_unfinished(place, id, *at));
    }
    let fits = |kind: &str| kinds.is_empty() || kinds.contains(&kind);
    match model.ids.get(id) {
        Some((kind, _)) if fits(kind.name) => {}
        Some((kind, _)) => problems.push(words::data::wrong_kind(place, id, kind.name, kinds)),
        None if model.lost.may_be(id, kinds) => {}
        None => {
            if let Some(now) = model.now_called(id) {
                return problems.push(words::data::former_id(place, id, now));
            }
            if let Some(ids) = several(model, id) {
                return problems.push(words::data::several_ids(place, &ids));
            }
            if let Some(meant) = model.called(id, kinds).filter(|_| !id.contains(is_hidden)) {
                return problems.push(words::data::name_for_id(place, id, meant));
            }
            if let Some(meant) = source_in_words(model, id).filter(|_| kinds == ["bron"]) {
                return problems.push(words::data::name_for_id(place, id, &meant));
            }
            let candidates = model.ids.iter().filter(|(_, (kind, _))| fits(kind.name)).map(|(id, _)| id.as_str());
            // To look for a name that is near means going through all of them, and so many are no slips.
            let near = if problems.len() < MOST_HINTS { nearest(id, candidates) } else { None };
            problems.push(words::data::unknown_id(place, id, near, kinds));
        }
    }
}
