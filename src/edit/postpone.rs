//! A planned date that moves.

use super::act::{Act, Recording, Told, dated as dated_as, link};
use super::alongside;
use super::called::unknown;
use super::change::{Change, Refused};
use crate::decode::{Moment, Shown};
use crate::diag::{Files, Lines};
use crate::model::{AnyEntity, MilestoneKind, Model, Status};
use crate::phrases::Phrases;
use crate::site::Site;
use crate::source::Sources;

/// Which date moves to when.
#[derive(Debug, Clone)]
pub struct Postponed {
    /// The record.
    pub id: String,
    /// The key of the date; without it the record's first planned date.
    pub key: Option<String>,
    /// The new date.
    pub to: Moment,
    /// When that was decided, by whom, and where it is written.
    pub act: Act,
}

/// The planned date that is meant, by its key and with what it is now.
pub fn date_meant(
    sources: &Sources,
    model: &Model,
    id: &str,
    key: Option<&str>,
) -> Result<(&'static str, Moment), Refused> {
    let dated = |id: &str| model.get(id).is_some_and(|record| !planned(record).is_empty());
    let Some(record) = model.get(id) else {
        // What has happened does not move.
        let known = model.ids.keys().map(String::as_str).filter(|id| dated(id) && past(model, id).is_none());
        return Err(unknown(model, "gegeven met een geplande datum", id, known));
    };
    let dates = planned(record);
    if dates.is_empty() {
        return Err(without_date(sources, record));
    }
    if let Some(why) = past(model, id) {
        return Err(why.into());
    }
    let found = match key {
        Some(key) => dates.iter().find(|(name, _)| *name == key),
        None => dates.first(),
    };
    found.copied().ok_or_else(|| {
        let keys: Vec<&str> = dates.iter().map(|(key, _)| *key).collect();
        format!("“{id}” heeft die datum niet. Wel: {}.", keys.join(", ")).into()
    })
}

/// Is the new date another one?
pub fn is_new_date(old: &Moment, to: &Moment) -> Result<(), Refused> {
    if old == to {
        return Err(format!("Die datum staat er al: {}.", old.in_dutch()).into());
    }
    Ok(())
}

/// The change that records it: the date itself, and a milestone that keeps what it was.
pub fn postponed<'s>(sources: &'s Sources, site: &Site, moved: &Postponed) -> Result<Change<'s>, Refused> {
    let model = &site.model;
    let (key, old) = date_meant(sources, model, &moved.id, moved.key.as_deref())?;
    let old = &old;
    is_new_date(old, &moved.to)?;
    let act = moved.act.by_id(model)?;
    let mut recording = Recording::of(sources, site, &act)?;
    let source = recording.source.clone();
    recording.in_block(&moved.id, |block| {
        let mut splices = vec![block.set(key, &dated_as(&moved.to))?];
        splices.extend(block.with_item("bron", &source)?);
        Some(splices)
    })?;
    if moved.to.last_day() < act.when.first_day() {
        recording.change.note(format!(
            "De nieuwe datum ({}) ligt vóór de dag waarop het is besloten ({}). Klopt --naar?",
            moved.to.in_dutch(),
            act.when.in_dutch()
        ));
    }
    let phrases = &site.words.phrases;
    let mut change = recording.told(Told {
        id: format!("verplaatst-{}", moved.id),
        name: phrases.acts().moved(&link(&moved.id)),
        text: was_planned(phrases, model.get(&moved.id), key, (old, &moved.to)),
        change: Some((phrases.moment(old), phrases.moment(&moved.to))),
        about: vec![&moved.id],
        choice: None,
    })?;
    alongside::of_date(&mut change, sources, site, &moved.id, (key, old, &moved.to));
    Ok(change)
}

/// What it was and is; of what has a beginning and an end, which of them moved.
fn was_planned(phrases: &Phrases, record: Option<&dyn AnyEntity>, key: &str, (old, to): (&Moment, &Moment)) -> String {
    let (acts, was, now) = (phrases.acts(), phrases.when(old), phrases.as_noun(to));
    let dates = record.map(planned).unwrap_or_default();
    let has = |wanted: &str| dates.iter().any(|(name, _)| *name == wanted);
    match key {
        "van" if has("tot") => acts.begin_was_planned(&was, &now),
        "tot" if has("van") => acts.end_was_planned(&was, &now),
        _ => acts.was_planned(&was, &now),
    }
}

/// The planned dates of a record.
fn planned(record: &dyn AnyEntity) -> Vec<(&'static str, Moment)> {
    let moments = |key: &&'static str| {
        record.values().into_iter().find_map(|(name, shown)| match shown {
            Shown::Moment(moment) if name == *key => Some((name, *moment)),
            _ => None,
        })
    };
    record.kind().planned.iter().filter_map(moments).collect()
}

/// Why nothing of a record can move: its date stands in words, or it has none.
fn without_date(sources: &Sources, record: &dyn AnyEntity) -> Refused {
    let id = record.id();
    let in_words = record.values().into_iter().find_map(|(key, shown)| match shown {
        Shown::Markdown(text) if record.kind().planned.contains(&key) => Some((key, text)),
        _ => None,
    });
    let Some((key, text)) = in_words else {
        return format!("Bij “{id}” staat geen datum die kan verschuiven.").into();
    };
    let line = Lines::of(sources.text(text.place.file)).at(text.place.start as usize).line;
    let path = sources.path(text.place.file);
    format!("Bij “{id}” staat {key} in woorden: “{}”. Verander die zelf: {path}:{line}", text.raw).into()
}

/// Why a planned date does not move any more: it has come to pass.
fn past(model: &Model, id: &str) -> Option<String> {
    if model.keuzes.get(id).is_some_and(|choice| choice.uitkomst.is_some()) {
        return Some(format!("Over “{id}” is al besloten. Haar planning verschuift niet meer."));
    }
    if let Some(done) = model.acties.get(id).and_then(|action| action.gerealiseerd.as_ref()) {
        return Some(format!("“{id}” is al klaar ({}). De planning verschuift niet meer.", done.in_dutch()));
    }
    let milestone = model.mijlpalen.get(id)?;
    let status = milestone.status.as_ref()?.value;
    // What was decided to happen may move; that it was decided may not.
    let been = status == Status::Feit || status == Status::Besloten && milestone.soort == MilestoneKind::Besluit;
    been.then(|| {
        format!(
            "“{id}” is gebeurd (status = \"{}\"). Klopt de dag niet? Verander dan wanneer in het blok zelf.",
            status.word()
        )
    })
}
