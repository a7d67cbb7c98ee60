//! An id that many places name and no record has: told once, since one act made them all wrong.
//!
//! It happens when an editor changes the id of a record in one place. Each place that still names it would be a mistake of its own,
//! with a remedy that leads away from the cause: make the record anew, or take the id that looks most like it.

use crate::diag::{Diagnostic, FileId, Files, Lines, Span, nearest, words};
use crate::model::{Kind, Model, choice_of_key};
use crate::source::{Role, Sources};
use std::collections::{BTreeMap, BTreeSet};

/// How many places make it likely that the record has another id now, and not that each place has a slip.
const MANY: usize = 3;

/// So many ids are looked up among the records: more are no slips, but a file that is missing.
const MOST_HINTS: usize = 50;

/// How many of the places are shown.
const SHOWN: usize = 3;

/// So many lines are named beside those.
const LISTED: usize = 200;

/// The codes of a place that names an id that is not there.
const CODES: &[&str] = &[words::data::UNKNOWN_ID, words::pages::UNKNOWN_MENTION];

/// The codes of a place that may lead to an id by an address, an anchor or the name of a figure. Alone they say nothing of an id.
const LEADING: &[&str] = &[DEAD_LINK, DEAD_ANCHOR, UNKNOWN_FIGURE];
const DEAD_LINK: &str = "LINK001";
const DEAD_ANCHOR: &str = "LINK002";
const UNKNOWN_FIGURE: &str = "DATA016";

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
    problems.retain(|problem| match led_to(sources, problem) {
        Some((id, place)) => places.get_mut(&id).map(|places| places.push(place)).is_none(),
        None => true,
    });
    // An id that can't be one was told with how it is written: those who name it as it should be have no mistake of their own.
    let mended = mended_ids(sources, problems);
    places.retain(|id, _| !mended.contains(id));
    let asked = Asked::of(model);
    let mut lines: BTreeMap<FileId, Lines<'_>> = BTreeMap::new();
    for (at, (id, mut all)) in places.into_iter().enumerate() {
        all.sort_by_key(|place| (place.file, place.start));
        all.dedup();
        // To look for a name that is near means going through all of them.
        let near = || record_of_page(model, sources, problems, &id).or_else(|| asked.now_called(&id));
        let now = if at < MOST_HINTS { near() } else { None };
        let now = now.as_ref().map(|(id, place)| (id.as_str(), *place));
        if let Some((now, _)) = now {
            problems.retain(|problem| !is_of_page(sources, problem, &id, now));
        }
        let more: Vec<Span> = all.iter().skip(1).take(SHOWN - 1).copied().collect();
        let listed = if at < MOST_HINTS { listed(sources, &mut lines, &all) } else { String::new() };
        problems.push(words::data::id_gone(all[0], &id, all.len(), now, &more, &listed));
    }
}

/// The ids that were told to be none, as they are to be written.
fn mended_ids(sources: &Sources, problems: &[Diagnostic]) -> BTreeSet<String> {
    let told =
        problems.iter().filter(|problem| problem.code == words::data::BAD_ID).filter_map(|problem| problem.place);
    let id = |place: Span| {
        let text = sources.text(place.file);
        let written = text.get(place.range())?.trim_matches(['"', '\'']);
        Some(crate::dutch::slug(written).replace('_', "-"))
    };
    told.filter_map(id).collect()
}

/// Every place, by file: `site/data/gremia.toml: 12, 30; site/content/index.md: 4`.
pub(super) fn listed<'s>(sources: &'s Sources, texts: &mut BTreeMap<FileId, Lines<'s>>, places: &[Span]) -> String {
    let mut files: Vec<(FileId, Vec<String>)> = Vec::new();
    for place in places.iter().take(LISTED) {
        let text = texts.entry(place.file).or_insert_with(|| Lines::of(sources.text(place.file)));
        let line = text.at(place.range().start).line.to_string();
        match files.last_mut().filter(|(file, _)| *file == place.file) {
            Some((_, lines)) if lines.last() == Some(&line) => {}
            Some((_, lines)) => lines.push(line),
            None => files.push((place.file, vec![line])),
        }
    }
    let of_file = |(file, lines): &(FileId, Vec<String>)| format!("{}: {}", sources.path(*file), lines.join(", "));
    let mut told = files.iter().map(of_file).collect::<Vec<_>>().join("; ");
    if places.len() > LISTED {
        told.push_str(&format!("; en nog {}", places.len() - LISTED));
    }
    told
}

/// The record of which the page is still called after this id, by its title, with the place of its id.
fn record_of_page(model: &Model, sources: &Sources, problems: &[Diagnostic], id: &str) -> Option<(String, Span)> {
    let told = problems.iter().find(|problem| is_left_over(sources, problem, id))?;
    let place = told.related.first()?.0;
    let (now, _) = model.ids.iter().find(|(_, (_, own))| *own == place)?;
    // Where there is a page of that name too, this one is what was left over.
    (!sources.of(Role::Page).any(|(_, page)| is_called(&page.name, now))).then(|| (now.clone(), place))
}

/// Is it that the page of this record still has its id of before? The command that is told here gives it its new name.
fn is_of_page(sources: &Sources, problem: &Diagnostic, id: &str, now: &str) -> bool {
    is_left_over(sources, problem, id) && !sources.of(Role::Page).any(|(_, page)| is_called(&page.name, now))
}

fn is_left_over(sources: &Sources, problem: &Diagnostic, id: &str) -> bool {
    let place = problem.place.filter(|_| problem.code == words::pages::LEFT_OVER);
    place.is_some_and(|place| is_called(&sources.get(place.file).name, id))
}

fn is_called(page: &str, id: &str) -> bool {
    page.rsplit('/').next().and_then(|name| name.strip_suffix(".md")) == Some(id)
}

/// The id that a problem is about, and where it stands.
fn named(sources: &Sources, problem: &Diagnostic) -> Option<(String, Span)> {
    let (written, place) = written(sources, problem, CODES)?;
    let id = written.split(['|', '#']).next().unwrap_or_default().trim();
    // A name is no id that was changed: of each it was told what is meant.
    let named = problem.label == words::meant::PAGE_NAMED || problem.label == words::pages::NAME_MENTIONED;
    // Of a page that moved it is known where it is.
    if problem.label == words::pages::FORMER {
        return None;
    }
    let is_id = id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-_./".contains(&b));
    (!id.is_empty() && (is_id || !named)).then(|| (id.to_owned(), place))
}

/// The id that a link or a figure would lead to, and where it stands: `/opgaven/opgave-1/`, `../#opgave-1`.
fn led_to(sources: &Sources, problem: &Diagnostic) -> Option<(String, Span)> {
    let (written, place) = written(sources, problem, LEADING)?;
    let (path, anchor) = written.split_once('#').unwrap_or((written, ""));
    let id = match problem.code {
        UNKNOWN_FIGURE => choice_of_key(written).unwrap_or(written),
        DEAD_ANCHOR => anchor,
        _ => path.trim_end_matches('/').rsplit('/').next().unwrap_or_default().trim_end_matches(".md"),
    };
    (!id.is_empty()).then(|| (id.to_owned(), place))
}

/// What stands at the place of a problem with one of these codes.
fn written<'s>(sources: &'s Sources, problem: &Diagnostic, codes: &[&str]) -> Option<(&'s str, Span)> {
    let place = problem.place.filter(|_| codes.contains(&problem.code))?;
    // Only these few bytes: to have the whole file looked at for passwords would cost that for every problem.
    let written = std::str::from_utf8(sources.get(place.file).bytes.get(place.range())?).ok()?;
    Some((written.trim_matches(['"', '\'']), place))
}

/// What the references of the data ask for: the ids, and of which kinds each may be.
struct Asked<'m> {
    model: &'m Model,
    kinds: BTreeMap<&'m str, BTreeSet<&'static str>>,
}

impl<'m> Asked<'m> {
    fn of(model: &'m Model) -> Self {
        let mut kinds: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for reference in &model.references {
            kinds.entry(reference.id.as_str()).or_default().extend(reference.kinds);
        }
        Self { model, kinds }
    }

    /// The record that likely has another id now: of a kind that these places ask for, and nobody names it.
    fn now_called(&self, id: &str) -> Option<(String, Span)> {
        let model = self.model;
        let asked = self.kinds.get(id);
        // `keuze-1-duur` speaks of its own kind.
        let said = id.split('-').next().and_then(Model::kind);
        let fits = |kind: &Kind| {
            asked.is_none_or(|asked| asked.is_empty() || asked.contains(kind.name))
                && said.is_none_or(|said| said.name == kind.name)
        };
        let lonely: Vec<(&String, &(Kind, Span))> =
            model.ids.iter().filter(|(id, (kind, _))| fits(kind) && !self.kinds.contains_key(id.as_str())).collect();
        let near = nearest(id, lonely.iter().map(|(id, _)| id.as_str())).map(str::to_owned);
        // Words in another order look little alike, and are the same words.
        let parts =
            |id: &str| id.split('-').skip(usize::from(said.is_some())).map(str::to_owned).collect::<BTreeSet<_>>();
        let shared = |other: &str| parts(other).intersection(&parts(id)).count();
        let alike = lonely.iter().map(|(id, _)| id.as_str()).filter(|other| shared(other) > 0);
        let best = near.or_else(|| alike.max_by_key(|other| shared(other)).map(str::to_owned));
        let only = (lonely.len() == 1).then(|| lonely[0].0.clone());
        let chosen = best.or(only)?;
        let place = model.ids.get(&chosen)?.1;
        Some((chosen, place))
    }
}
