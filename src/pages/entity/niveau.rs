//! A level: what it means, and which ties have it.

use super::{Told, card, cards, fact, list};
use crate::model::kinds::Niveau;
use crate::pages::infographics::current;
use crate::pages::writer::Writer;

pub fn tell(writer: &mut Writer<'_>, e: &Niveau) -> Told {
    let model = writer.model();
    let (mut now, mut wanted) = (Vec::new(), Vec::new());
    for relation in &model.relaties {
        if current(relation).is_some_and(|s| s.niveau.id == e.id.value) {
            now.push(card(writer, relation));
        }
        if relation.ambitie.as_ref().is_some_and(|a| a.niveau.id == e.id.value) {
            wanted.push(card(writer, relation));
        }
    }
    let marks = e.kenmerken.iter().map(|k| writer.text(k)).collect();
    let steps = model.niveaus.iter().filter(|n| n.rang.is_some()).count();
    Told {
        lead: writer.text(&e.betekenis),
        colour: e.kleur.map(|c| c.word().to_owned()).unwrap_or_default(),
        facts: fact("Trede", e.rang.map(|r| format!("{r} van {steps}")).unwrap_or_default()).into_iter().collect(),
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
