//! A record as an item of a list.

use super::changes;
use super::list::complete;
use crate::markup::Html;
use crate::model::AnyEntity;
use crate::pages::view::{Card, Fact};
use crate::pages::writing::{Outcomes, Writer, status_view, title};

/// A record as an item of a list.
pub fn card(writer: &mut Writer<'_>, record: &dyn AnyEntity) -> Card {
    let kind = record.kind();
    let mut card = Card {
        title: title(writer, record),
        url: String::new(),
        anchor: String::new(),
        former: Vec::new(),
        text: Html::default(),
        tag: String::new(),
        colour: String::new(),
        status: status_view(record.common().status, writer.words()).filter(|s| s.word != "feit"),
        facts: Vec::new(),
        sources: Vec::new(),
    };
    let outcomes = Outcomes::of_record(writer, record);
    // The first text says what it is; the rest is for its own page, or for the facts of an item without one.
    let opening = ["omschrijving", "betekenis", "doel", "antwoord", "onderwerp"];
    for (key, shown) in record.values() {
        if opening.contains(&key) && card.text.is_empty() {
            card.text = writer.value(&shown);
        }
    }
    if kind.own_page {
        card.url = writer.book.of_record(record);
    } else {
        card.anchor = record.id().to_owned();
        card.former = record.common().former.iter().map(|id| id.value.clone()).collect();
        card.facts = writer.facts(
            record,
            &[
                "omschrijving",
                "betekenis",
                "antwoord",
                // Other wordings are for the search, not for readers.
                "ook",
                "volgorde",
                "kleur",
                "kern",
                "waarde",
                "eenheid",
                "decimalen",
                "ongeveer",
                // What the program counts to check a figure is no news to readers.
                "telt",
            ],
        );
        if kind.answers {
            // An answer that links to whom to ask has said it; a line of its own would say it again.
            let said = |fact: &Fact| fact.value.links().first().is_some_and(|link| card.text.links().contains(link));
            card.facts.retain(|fact| !said(fact));
        }
        if !kind.happened {
            card.facts.extend(changes::told(writer, record.id()));
        }
        let note = writer.maybe(record.common().note);
        if !note.is_empty() {
            card.facts.push(Fact { label: writer.phrases().record().note().into(), value: note });
        }
        card.sources = writer.sources(record.common().sources);
        outcomes.cite(writer, &mut card.sources);
    }
    complete(writer, record, &mut card);
    card
}
