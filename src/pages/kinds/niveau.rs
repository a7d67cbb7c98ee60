//! A level: what it means, and which ties have it.

use super::answers::short_list;
use super::card::card;
use super::face::{Face, Thing};
use super::parts::{cards, fact, list};
use super::schema;
use super::told::Told;
use crate::model::kinds::Niveau;
use crate::pages::rows::{current, look};
use crate::pages::writing::Writer;

impl Face for Niveau {
    fn tell(&self, writer: &mut Writer<'_>) -> Option<Told> {
        Some(tell(writer, self))
    }

    fn thing(&self, writer: &mut Writer<'_>) -> Option<Thing> {
        Some(schema::level(writer, self))
    }
}

fn tell(writer: &mut Writer<'_>, e: &Niveau) -> Told {
    let model = writer.model();
    let (mut now, mut wanted) = (Vec::new(), Vec::new());
    let (mut now_names, mut wanted_names) = (Vec::new(), Vec::new());
    for relation in &model.relaties {
        if current(writer, relation).is_some_and(|s| s.niveau.id == e.id.value) {
            now.push(card(writer, relation));
            now_names.push(writer.link(&relation.id));
        }
        if relation.ambitie.as_ref().is_some_and(|a| a.niveau.id == e.id.value) {
            wanted.push(card(writer, relation));
            wanted_names.push(writer.link(&relation.id));
        }
    }
    let marks: Vec<String> = e.kenmerken.iter().map(|k| writer.text(k)).collect();
    let steps = model.niveaus.iter().filter(|n| n.rang.is_some()).count();
    Told {
        lead: writer.text(&e.betekenis),
        colour: look(model, Some(e)).colour,
        answers: [
            fact("Hoe hecht is dat?", e.rang.map(|r| rung(r, steps)).unwrap_or_default()),
            fact("Welke banden zijn er nu zo?", short_list(&now_names, "nu")),
            fact("Welke moeten hiernaartoe groeien?", short_list(&wanted_names, "ambitie")),
        ]
        .into_iter()
        .flatten()
        .collect(),
        blocks: [
            list("kenmerken", "Waaraan herkent u dit?", marks),
            cards("nu", "Welke banden zijn er nu op dit niveau?", now),
            cards("ambitie", "Welke banden moeten hiernaartoe groeien?", wanted),
        ]
        .into_iter()
        .flatten()
        .collect(),
        ..Told::default()
    }
}

/// The place on the ladder in words.
fn rung(rank: i64, steps: usize) -> String {
    let words = match rank {
        1 => "de lichtste",
        r if usize::try_from(r) == Ok(steps) => "de hechtste",
        _ => "in het midden",
    };
    format!("Trede {rank} van {steps}: {words}.")
}
