//! What changed: what was, what is since, the day it happened and the day it was recorded here.

use super::answers::whole_list;
use super::parts::{fact, table};
use super::running::was_is;
use crate::decode::{At, Citation, Moment, Text};
use crate::html;
use crate::markup::Html;
use crate::model::AnyEntity;
use crate::model::kinds::{Besluit, Mijlpaal};
use crate::pages::rows::{first_planned, planned_first};
use crate::pages::view::{Block, Fact};
use crate::pages::writing::Writer;
use std::cmp::Reverse;

/// Something that happened or was decided and of which it is told what it changed, or when it was recorded.
pub struct Change<'m> {
    /// The record that tells of it.
    pub record: &'m dyn AnyEntity,
    /// When it happened.
    pub when: Moment,
    /// When it was recorded.
    pub recorded: Option<Moment>,
    /// What it comes to.
    pub text: Option<&'m Text>,
    was: Option<&'m Text>,
    now: Option<&'m Text>,
    /// What it rests on.
    pub sources: &'m [Citation],
    about: Vec<&'m str>,
}

impl<'m> Change<'m> {
    /// What was and what is since, and when it was recorded, as facts.
    pub fn facts(&self, writer: &mut Writer<'_>) -> Vec<Fact> {
        let say = writer.phrases().running();
        let happened = writer.phrases().moment(&self.when);
        let changed = was_is(writer, self.was, self.now);
        [fact(say.happened(), happened), fact(say.changed(), changed)].into_iter().flatten().collect()
    }

    fn of_milestone(e: &'m Mijlpaal) -> Self {
        Self {
            record: e,
            when: e.wanneer.value,
            recorded: day(e.vastgelegd.as_ref()),
            text: e.omschrijving.as_ref(),
            was: e.was.as_ref(),
            now: e.werd.as_ref(),
            sources: &e.bron,
            about: e.raakt.iter().map(|r| r.id.as_str()).collect(),
        }
    }

    fn of_decision(e: &'m Besluit) -> Self {
        let choice = e.keuze.iter().map(|k| k.id.as_str());
        Self {
            record: e,
            when: e.datum.value,
            recorded: day(e.vastgelegd.as_ref()),
            text: Some(&e.omschrijving),
            was: e.was.as_ref(),
            now: e.werd.as_ref(),
            sources: &e.bron,
            about: e.raakt.iter().map(|r| r.id.as_str()).chain(choice).collect(),
        }
    }

    fn is_told(&self) -> bool {
        self.now.is_some() || self.recorded.is_some()
    }
}

fn day(moment: Option<&At<Moment>>) -> Option<Moment> {
    moment.map(|m| m.value)
}

/// All changes, what was recorded last first.
pub fn changes<'m>(writer: &Writer<'m>) -> Vec<Change<'m>> {
    let model = writer.model();
    let milestones = model.mijlpalen.iter().map(Change::of_milestone);
    newest_first(milestones.chain(model.besluiten.iter().map(Change::of_decision)))
}

/// The changes that touch a record.
fn touching<'m>(writer: &Writer<'m>, id: &str) -> Vec<Change<'m>> {
    let model = writer.model();
    let milestones = model.naming(&model.mijlpalen, id).map(Change::of_milestone);
    let decisions = model.naming(&model.besluiten, id).map(Change::of_decision);
    newest_first(milestones.chain(decisions).filter(|change| change.about.contains(&id)))
}

fn newest_first<'m>(all: impl Iterator<Item = Change<'m>>) -> Vec<Change<'m>> {
    let mut all: Vec<Change<'m>> = all.filter(Change::is_told).collect();
    all.sort_by_key(|c| Reverse((c.recorded.unwrap_or(c.when).first_day(), c.when.first_day())));
    all
}

/// The changes that touch a record, as a table on its page.
pub fn block(writer: &mut Writer<'_>, id: &str) -> Option<Block> {
    let say = writer.phrases().running();
    let mut rows = Vec::new();
    for change in touching(writer, id) {
        rows.push(vec![
            writer.link(change.record.id()),
            writer.maybe(change.was),
            writer.maybe(change.now.or(change.text)),
            writer.phrases().moment(&change.when).into(),
            change.recorded.map(|day| writer.phrases().moment(&day)).unwrap_or_default().into(),
        ]);
    }
    let head = [say.change(), say.before(), say.since(), say.happened(), say.recorded()];
    table("veranderd", say.changed(), &head, rows)
}

/// The changes that touch a record without a page of its own, as a fact.
pub fn told(writer: &mut Writer<'_>, id: &str) -> Option<Fact> {
    let say = writer.phrases().running();
    let mut lines = Vec::new();
    for change in touching(writer, id) {
        let what = was_is(writer, change.was, change.now);
        if !what.is_empty() {
            let link = writer.link(change.record.id());
            lines.push(html![what, " (", link, ", ", writer.phrases().moment(&change.when), ")"]);
        }
    }
    fact(say.changed(), whole_list(&lines))
}

/// Behind the period of what is planned: when it was planned at first, if it moved since.
pub fn moved(writer: &mut Writer<'_>, id: &str) -> Html {
    let Some((was, end)) = first_planned(writer, id) else { return Html::default() };
    let was = writer.text(was);
    let told = Html::sentence([was], |[was]| planned_first(writer, end, was));
    html![" ", Html::element("small", &[], html!["(", told, ")"])]
}
