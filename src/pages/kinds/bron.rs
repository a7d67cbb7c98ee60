//! A source: what it is, and what rests on each of its sections.

use super::face::{Face, Thing};
use super::parts::{fact, list};
use super::schema;
use super::told::Told;
use crate::decode::Shown;
use crate::html;
use crate::markup::Html;
use crate::model::kinds::Bron;
use crate::model::{AnyEntity, Kind};
use crate::pages::view::Block;
use crate::pages::writing::{Writer, label_of};
use std::collections::{BTreeMap, BTreeSet};

impl Face for Bron {
    fn tell(&self, writer: &mut Writer<'_>) -> Option<Told> {
        Some(tell(writer, self))
    }

    fn thing(&self, writer: &mut Writer<'_>) -> Option<Thing> {
        Some(schema::source(writer, self))
    }
}

fn tell(writer: &mut Writer<'_>, e: &Bron) -> Told {
    let say = writer.phrases().record();
    let link =
        e.url.as_deref().map(|u| Html::element("a", &[("class", "extern"), ("rel", "noopener"), ("href", u)], u));
    let resting = resting_on(writer, &e.id);
    let lines = |section: Option<&str>| lines(writer, resting.get(&section).map(Vec::as_slice).unwrap_or_default());
    let whole = lines(None);
    let mut blocks: Vec<Block> = e
        .sectie
        .iter()
        .map(|section| {
            let items = lines(Some(&section.id));
            let items = if items.is_empty() { vec![say.nothing_here().into()] } else { items };
            Block::List { id: section.id.value.clone(), title: section.naam.clone(), ordered: false, items }
        })
        .collect();
    blocks.extend(list("hele-bron", say.on_whole_source(), whole));
    Told {
        lead: writer.maybe(e.omschrijving.as_ref()),
        tag: e.soort.as_deref().map(label_of).unwrap_or_default(),
        facts: [
            fact(say.date(), e.datum.map(|d| writer.phrases().moment(&d)).unwrap_or_default()),
            fact(say.publisher(), e.uitgever.as_deref().unwrap_or_default()),
            fact(say.found_at(), link.unwrap_or_default()),
        ]
        .into_iter()
        .flatten()
        .collect(),
        blocks,
        ..Told::default()
    }
}

/// The records that cite each section, or (with none) the source as a whole.
fn resting_on<'a>(writer: &Writer<'a>, source: &str) -> BTreeMap<Option<&'a str>, Vec<&'a dyn AnyEntity>> {
    let mut resting: BTreeMap<Option<&str>, Vec<&dyn AnyEntity>> = BTreeMap::new();
    for record in writer.model().all_naming(source) {
        let mut cited = BTreeSet::new();
        Shown::Table(record.values()).walk(&mut |value| {
            if let Shown::Citation(c) = value
                && c.source == source
            {
                cited.insert(c.section.as_deref());
            }
        });
        for section in cited {
            resting.entry(section).or_default().push(record);
        }
    }
    resting
}

/// Links to these records: one line for each kind.
fn lines(writer: &Writer<'_>, records: &[&dyn AnyEntity]) -> Vec<Html> {
    let mut lines: Vec<(Kind, Vec<Html>)> = Vec::new();
    for record in records {
        let link = writer.link(record.id());
        match lines.last_mut().filter(|(kind, _)| kind.name == record.kind().name) {
            Some((_, links)) => links.push(link),
            None => lines.push((record.kind(), vec![link])),
        }
    }
    let line = |(kind, links): (Kind, Vec<Html>)| {
        let words = writer.words().kind(kind);
        let word = if links.len() == 1 { words.one } else { words.many };
        html![word, ": ", Html::join(&links, ", ")]
    };
    lines.into_iter().map(line).collect()
}
