//! A tie that gets another level.

use super::act::{Act, Recording, Told, unknown};
use super::blocks::literal;
use super::change::{Change, Refused};
use crate::decode::Moment;
use crate::site::Site;
use crate::source::Sources;

/// Which tie gets which level.
#[derive(Debug, Clone)]
pub struct Raised {
    /// The tie.
    pub relation: String,
    /// The level.
    pub level: String,
    /// From when; without it from the day of the decision on.
    pub from: Option<Moment>,
    /// When, by whom, and where it is written.
    pub act: Act,
}

/// The change that records it. The levels before stay: they are the history. An ambition that is reached goes away.
pub fn raised<'s>(sources: &'s Sources, site: &Site, raised: &Raised) -> Result<Change<'s>, Refused> {
    let model = &site.model;
    let Some(relation) = model.relaties.get(&raised.relation) else {
        return Err(unknown("band", &raised.relation, model.relaties.iter().map(|r| r.id.value.as_str())));
    };
    let Some(level) = model.niveaus.get(&raised.level) else {
        return Err(unknown("niveau", &raised.level, model.niveaus.iter().map(|n| n.id.value.as_str())));
    };
    let before = relation.niveau.last();
    if before.is_some_and(|step| step.niveau.id == raised.level && step.besluit_van.is_some()) {
        return Err(format!("De band heeft al het niveau “{}”.", raised.level).into());
    }
    if let Some(by) = raised.act.by.as_deref().filter(|by| model.gremia.get(by).is_none()) {
        return Err(unknown("overleg", by, model.gremia.iter().map(|g| g.id.value.as_str())));
    }
    let mut recording = Recording::of(sources, site, &raised.act)?;
    let source = recording.source.clone();
    let from = raised.from.unwrap_or(raised.act.when);
    let mut lines = vec![("niveau", literal(&raised.level)), ("vanaf", literal(&from.to_string()))];
    lines.extend(raised.act.by.iter().map(|by| ("besluit_van", literal(by))));
    let status = if raised.act.by.is_some() { "besloten" } else { "feit" };
    lines.extend([("status", literal(status)), ("bron", format!("[{}]", literal(&source)))]);
    let rank = |id: &str| model.niveaus.get(id).and_then(|n| n.rang);
    let reached = |aim: &str| aim == raised.level || rank(aim).zip(level.rang).is_some_and(|(aim, now)| aim <= now);
    let met = relation.ambitie.as_ref().is_some_and(|aim| reached(&aim.niveau.id));
    recording.in_block(&raised.relation, |record| {
        let mut splices = vec![record.add_block("relatie", "niveau", &lines)?];
        if met {
            splices.push(record.without_block("ambitie")?);
        }
        Some(splices)
    })?;
    let was = before.map(|step| model.name_of(&step.niveau.id));
    let name = model.name_of(&raised.relation);
    let phrases = &site.words.phrases;
    let (tie, now) = (format!("[[{}]]", raised.relation), format!("[[{}]]", raised.level));
    let text = if from == raised.act.when {
        phrases.acts().level_now(&tie, &now)
    } else {
        phrases.acts().level_begins(&tie, &now, &phrases.when(&from))
    };
    recording.told(Told {
        id: format!("niveau-{}-{}", raised.relation, raised.level),
        name: phrases.acts().level(&name, &level.naam),
        text,
        change: was.map(|was| (was, level.naam.clone())),
        about: vec![&raised.relation, &raised.level],
        choice: None,
    })
}
