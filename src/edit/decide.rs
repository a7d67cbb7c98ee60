//! A choice that was made: everything that it takes in one change.

use super::act::{Act, Recording, Told, cited, is_party, kind_of, refused, unknown};
use super::blocks::{Record, Splice, literal};
use super::change::{Change, Refused};
use crate::model::{Model, open_for};
use crate::site::Site;
use crate::source::Sources;

/// What was decided.
#[derive(Debug, Clone)]
pub struct Decision {
    /// The choice.
    pub choice: String,
    /// The outcome: a sentence, or the id of an organisation or body.
    pub outcome: String,
    /// When, by whom, and where it is written.
    pub act: Act,
}

/// The change that records a decision: the choice itself, the milestone, the source, and the seats that wait for the choice.
pub fn decided<'s>(sources: &'s Sources, site: &Site, decision: &Decision) -> Result<Change<'s>, Refused> {
    let model = &site.model;
    let Some(choice) = model.keuzes.get(&decision.choice) else {
        return Err(unknown("keuze", &decision.choice, model.keuzes.iter().map(|k| k.id.value.as_str())));
    };
    if choice.uitkomst.is_some() {
        return Err(format!("Over “{}” is al besloten. Wijzig de uitkomst in het blok zelf.", decision.choice).into());
    }
    if decision.outcome.trim().is_empty() {
        return Err(refused("Een besluit heeft een uitkomst."));
    }
    let mut recording = Recording::of(sources, site, &decision.act)?;
    let chosen = is_party(model, &decision.outcome).then_some(decision.outcome.as_str());
    let source = recording.source.clone();
    let outcome = chosen.map_or_else(|| decision.outcome.clone(), |id| format!("[[{id}]]"));

    recording.in_block(&decision.choice, |record| {
        let splices =
            [("status", literal("besloten")), ("uitkomst", literal(&outcome)), ("bron", cited(record, &source))];
        splices.iter().map(|(key, value)| record.set(key, value)).collect()
    })?;
    for record in open_for(model, &decision.choice) {
        recording.in_block(record.id(), |block| {
            Some(vec![block.set("status", &literal("besloten"))?, block.set("bron", &cited(block, &source))?])
        })?;
    }
    for body in &model.gremia {
        let waits = |i: &usize| body.lid[*i].keuze.as_ref().is_some_and(|k| k.id == decision.choice);
        for i in (0..body.lid.len()).filter(waits) {
            recording.in_block(&body.id, |record| {
                taken(record.inner("lid").get(i)?, model, chosen, &decision.outcome, &source)
            })?;
        }
    }
    recording.told(Told {
        id: format!("besluit-{}", decision.choice),
        name: site.words.phrases.acts().decided(&choice.vraag.raw),
        text: outcome,
        change: None,
        about: vec![&decision.choice, &choice.opgave.id],
        choice: Some(&decision.choice),
    })
}

/// The places in a seat that change when it is known who takes it: a record, or a group in words.
pub fn taken(
    seat: &Record<'_, '_>,
    model: &Model,
    chosen: Option<&str>,
    outcome: &str,
    source: &str,
) -> Option<Vec<Splice>> {
    let key = chosen.and_then(|id| kind_of(model, id)).map_or("groep", |kind| kind.name);
    let mut splices = Vec::new();
    match ["groep", "organisatie", "gremium", "rol"].into_iter().find(|key| seat.has(key)) {
        Some(old) => splices.extend(seat.replace(old, key, &literal(outcome))?),
        None => splices.push(seat.set(key, &literal(outcome))?),
    }
    splices.push(seat.set("status", &literal("besloten"))?);
    splices.push(seat.set("bron", &cited(seat, source))?);
    Some(splices)
}
