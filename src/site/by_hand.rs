//! An id that many places name and no record has: told once, since one act made them all wrong.
//!
//! It happens when an editor changes the id of a record in one place. Each place that still names it would be a mistake of its own,
//! with a remedy that leads away from the cause: make the record anew, or take the id that looks most like it.

use crate::diag::{Diagnostic, Files, Span, nearest, words};
use crate::model::{Kind, Model};
use crate::source::Sources;
use std::collections::{BTreeMap, BTreeSet};

/// How many places make it likely that the record has another id now, and not that each place has a slip.
const MANY: usize = 3;

/// How many of the places are shown.
const SHOWN: usize = 3;

/// The codes of a place that names an id that is not there.
const CODES: &[&str] = &[words::data::UNKNOWN_ID, words::pages::UNKNOWN_MENTION];

/// Tells the places of one unknown id as one problem.
pub fn fold(model: &Model, sources: &Sources, problems: &mut Vec<Diagnostic>) {
    let mut places: BTreeMap<String, Vec<Span>> = BTreeMap::new();
    for problem in problems.iter() {
        if let Some((id, place)) = named(sources, problem) {
            places.entry(id).or_default().push(place);
        }
    }
    places.retain(|_, places| places.len() >= MANY);
    if places.is_empty() {
        return;
    }
    problems.retain(|problem| named(sources, problem).is_none_or(|(id, _)| !places.contains_key(&id)));
    for (id, mut all) in places {
        all.sort_by_key(|place| (place.file, place.start));
        all.dedup();
        let now = now_called(model, &id);
        let now = now.as_ref().map(|(id, place)| (id.as_str(), *place));
        let more: Vec<Span> = all.iter().skip(1).take(SHOWN - 1).copied().collect();
        problems.push(words::data::id_gone(all[0], &id, all.len(), now, &more));
    }
}

/// The id that a problem is about, and where it stands.
fn named(sources: &Sources, problem: &Diagnostic) -> Option<(String, Span)> {
    let place = problem.place.filter(|_| CODES.contains(&problem.code))?;
    let text = sources.text(place.file);
    let written = text.get(place.range())?.trim_matches(['"', '\'']);
    let id = written.split(['|', '#']).next().unwrap_or_default().trim();
    (!id.is_empty()).then(|| (id.to_owned(), place))
}

/// The record that likely has another id now: of a kind that these places ask for, and nobody names it.
fn now_called(model: &Model, id: &str) -> Option<(String, Span)> {
    let asked: BTreeSet<&str> =
        model.references.iter().filter(|r| r.id == id).flat_map(|r| r.kinds.iter().copied()).collect();
    let known: BTreeSet<&str> = model.references.iter().map(|r| r.id.as_str()).collect();
    let fits = |kind: &Kind| asked.is_empty() || asked.contains(kind.name);
    let lonely: Vec<(&String, &(Kind, Span))> =
        model.ids.iter().filter(|(id, (kind, _))| fits(kind) && !known.contains(id.as_str())).collect();
    let near = nearest(id, lonely.iter().map(|(id, _)| id.as_str())).map(str::to_owned);
    // Words in another order look little alike, and are the same words.
    let parts = |id: &str| id.split('-').map(str::to_owned).collect::<BTreeSet<_>>();
    let shared = |other: &str| parts(other).intersection(&parts(id)).count();
    let alike = lonely.iter().map(|(id, _)| id.as_str()).filter(|other| shared(other) > 0);
    let best = near.or_else(|| alike.max_by_key(|other| shared(other)).map(str::to_owned));
    let only = (lonely.len() == 1).then(|| lonely[0].0.clone());
    let chosen = best.or(only)?;
    let place = model.ids.get(&chosen)?.1;
    Some((chosen, place))
}
