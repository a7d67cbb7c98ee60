//! Resolves every reference and applies the rules.

use super::rules::{self, About, Context};
use super::{Citation, Model};
use crate::diag::{Diagnostic, Span, nearest, words};
use crate::dutch::{is_hidden, slug};
use rayon::prelude::*;

/// After so many problems no more hints are given.
const MOST_HINTS: usize = 200;

/// Everything that is wrong with the data as a whole. Was all of it looked at?
pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) -> bool {
    let model = context.model;
    let before = problems.len();
    for reference in &model.references {
        if reference.alone
            && !model.ids.contains_key(&reference.id)
            && let Some(ids) = several(model, &reference.id)
        {
            problems.push(words::meant::one_id(reference.place, &ids));
            continue;
        }
        check_reference(model, &reference.id, reference.place, reference.kinds, problems);
    }
    for citation in &model.citations {
        let said = citation.to_string();
        if said.starts_with("http:/") || said.starts_with("https:/") || said.starts_with("www.") {
            let known = model.bronnen.iter().find(|source| source.url.as_deref() == Some(&said));
            let known = known.map(|source| source.id.value.as_str());
            problems.push(words::meant::address_as_source(citation.place, &said, known));
            continue;
        }
        check_source(model, citation, problems);
    }
    // What a reference that leads nowhere was meant for would look forgotten.
    let whole = context.whole && problems.len() == before;
    let told = rules::ALL.par_iter().filter(|rule| whole || rule.about == About::Presence).map(|rule| {
        let mut told = Vec::new();
        (rule.check)(context, &mut told);
        told
    });
    problems.extend(told.collect::<Vec<_>>().into_iter().flatten());
    whole
}

/// The source of a citation: does it exist? Of one with a part of it the whole is told.
pub fn check_source(model: &Model, citation: &Citation, problems: &mut Vec<Diagnostic>) {
    let whole = citation.to_string();
    if let Some(section) = &citation.section
        && model.bronnen.get(&citation.source).is_none()
        && !model.lost.ids.contains(&citation.source)
        && let Some(meant) = model.called(&citation.source, &["bron"]).and_then(|id| model.bronnen.get(id))
    {
        let wanted = slug(section);
        let same = meant.sectie.iter().find(|part| part.id.value == wanted || part.naam.eq_ignore_ascii_case(section));
        let ids = || meant.sectie.iter().map(|part| part.id.value.as_str());
        let part = same.map(|part| part.id.value.as_str()).or_else(|| nearest(&wanted, ids()));
        let right = part.map_or_else(|| meant.id.value.clone(), |part| format!("{}/{part}", meant.id.value));
        problems.push(words::data::name_for_id(citation.place, &whole, &right));
        return;
    }
    let several = citation.source.contains([',', ';', ' ']);
    check_reference(model, if several { &whole } else { &citation.source }, citation.place, &["bron"], problems);
}

/// `plan, besluit/artikel-2`: ids in one text, of which at least one is there.
pub fn several<'t>(model: &Model, text: &'t str) -> Option<Vec<&'t str>> {
    let ids = crate::decode::ids_in(text)?;
    let is_id = |text: &&str| model.ids.contains_key(text.split('/').next().unwrap_or(text));
    ids.iter().any(is_id).then_some(ids)
}

/// `plan, blz. 12`: the id of a source, with a place in it that is none of its parts.
fn page_of<'t>(model: &Model, said: &'t str) -> Option<&'t str> {
    let (id, behind) = said.split_at(said.find([',', ';', ' ', '(', ':'])?);
    let id = id.split('/').next().unwrap_or(id);
    const WORDS: &[&str] = &[
        "blz",
        "pag",
        "pagina",
        "p",
        "bladzijde",
        "hoofdstuk",
        "hfst",
        "paragraaf",
        "par",
        "artikel",
        "art",
        "bijlage",
        "§",
    ];
    let mut words = behind.split(|c: char| !c.is_alphanumeric() && c != '§').filter(|word| !word.is_empty());
    let number = |word: &str| word.trim_start_matches(['p', '§']).bytes().all(|b| b.is_ascii_digit());
    let placed = words.next().is_some_and(|word| number(word) || WORDS.contains(&word.to_lowercase().as_str()));
    (placed && model.bronnen.get(id).is_some()).then_some(id)
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
        // What may be meant is looked for among all records, and so many are no slips.
        None if problems.len() >= MOST_HINTS => problems.push(words::data::unknown_id(place, id, None, kinds)),
        None => {
            if let Some(now) = model.now_called(id) {
                return problems.push(words::data::former_id(place, id, now));
            }
            if let Some(source) = page_of(model, id).filter(|_| kinds == ["bron"]) {
                return problems.push(words::slips::page_of_source(place, id, source));
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
            let near = nearest(id, candidates);
            // That there is a sign in it that nobody sees, is told with it.
            if crate::decode::invisible(id).next().is_some() {
                let within = |at: Span| at.file == place.file && place.start <= at.start && at.end <= place.end;
                problems.retain(|p| p.code != words::files::UNPRINTABLE || !p.place.is_some_and(within));
            }
            problems.push(words::data::unknown_id(place, id, near, kinds));
        }
    }
}
