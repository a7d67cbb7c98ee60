//! A planned date that moves.

use super::act::{Act, Recording, Told, cited, kind_of, unknown};
use super::blocks::literal;
use super::change::{Change, Refused};
use crate::decode::{Moment, Shown};
use crate::model::AnyEntity;
use crate::site::Site;
use crate::source::Sources;

/// The keys that hold a planned date, the one that is meant first when none is named.
const PLANNED: &[&str] = &["oplevering", "tot", "voor", "wanneer", "van"];

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

/// The change that records it: the date itself, and a milestone that keeps what it was.
pub fn postponed<'s>(sources: &'s Sources, site: &Site, moved: &Postponed) -> Result<Change<'s>, Refused> {
    let model = &site.model;
    let dated = |id: &str| model.get(id).is_some_and(|record| !planned(record).is_empty());
    let Some(record) = model.get(&moved.id).filter(|record| !planned(*record).is_empty()) else {
        let known = model.ids.keys().map(String::as_str).filter(|id| dated(id));
        if kind_of(model, &moved.id).is_some() {
            return Err(format!("Bij “{}” staat geen datum die kan verschuiven.", moved.id).into());
        }
        return Err(unknown("gegeven met een geplande datum", &moved.id, known));
    };
    let dates = planned(record);
    let found = match &moved.key {
        Some(key) => dates.iter().find(|(name, _)| name == key),
        None => dates.first(),
    };
    let Some((key, old)) = found else {
        let keys: Vec<&str> = dates.iter().map(|(key, _)| *key).collect();
        return Err(format!("“{}” heeft die datum niet. Wel: {}.", moved.id, keys.join(", ")).into());
    };
    if *old == moved.to {
        return Err(format!("Die datum staat er al: {}.", old.in_dutch()).into());
    }
    let mut recording = Recording::of(sources, site, &moved.act)?;
    let source = recording.source.clone();
    recording.in_block(&moved.id, |block| {
        Some(vec![block.set(key, &literal(&moved.to.to_string()))?, block.set("bron", &cited(block, &source))?])
    })?;
    let phrases = &site.words.phrases;
    recording.told(Told {
        id: format!("verplaatst-{}", moved.id),
        name: phrases.acts().moved(&record.name(model)),
        text: phrases.acts().was_planned(&phrases.when(old), &phrases.as_noun(&moved.to)),
        change: Some((phrases.moment(old), phrases.moment(&moved.to))),
        about: vec![&moved.id],
        choice: None,
    })
}

/// The planned dates of a record.
fn planned(record: &dyn AnyEntity) -> Vec<(&'static str, Moment)> {
    let moments = |key: &&'static str| {
        record.values().into_iter().find_map(|(name, shown)| match shown {
            Shown::Moment(moment) if name == *key => Some((name, *moment)),
            _ => None,
        })
    };
    PLANNED.iter().filter_map(moments).collect()
}
