//! A level: what it means, and which ties have it.

use super::answers::short_list;
use super::card::card;
use super::face::{Face, Thing};
use super::parts::{cards, dye, fact, list};
use super::schema;
use super::told::Told;
use crate::markup::Html;
use crate::model::kinds::Niveau;
use crate::pages::rows::{current, look};
use crate::pages::view::Card;
use crate::pages::writing::Writer;
use crate::phrases::Phrases;

impl Face for Niveau {
    fn tell(&self, writer: &mut Writer<'_>) -> Option<Told> {
        Some(tell(writer, self))
    }

    fn thing(&self, writer: &mut Writer<'_>) -> Option<Thing> {
        Some(schema::level(writer, self))
    }

    fn card(&self, _writer: &mut Writer<'_>, card: &mut Card) {
        card.colour = dye(self.kleur);
    }
}

fn tell(writer: &mut Writer<'_>, e: &Niveau) -> Told {
    let say = writer.phrases().record();
    let model = writer.model();
    let (mut now, mut wanted) = (Vec::new(), Vec::new());
    let (mut now_names, mut wanted_names) = (Vec::new(), Vec::new());
    for relation in model.naming(&model.relaties, &e.id) {
        if current(writer, relation).is_some_and(|s| s.niveau.id == e.id.value) {
            now.push(card(writer, relation));
            now_names.push(writer.link(&relation.id));
        }
        if relation.ambitie.as_ref().is_some_and(|a| a.niveau.id == e.id.value) {
            wanted.push(card(writer, relation));
            wanted_names.push(writer.link(&relation.id));
        }
    }
    let marks: Vec<Html> = e.kenmerken.iter().map(|k| writer.text(k)).collect();
    let steps = model.niveaus.iter().filter(|n| n.rang.is_some()).count();
    Told {
        lead: writer.text(&e.betekenis),
        colour: look(writer, Some(e)).colour,
        answers: [
            fact(say.how_close(), e.rang.map(|r| rung(writer.phrases(), r, steps)).unwrap_or_default()),
            fact(say.ties_now(), short_list(writer.phrases(), &now_names, "nu")),
            fact(say.ties_wanted(), short_list(writer.phrases(), &wanted_names, "ambitie")),
        ]
        .into_iter()
        .flatten()
        .collect(),
        blocks: [
            list("kenmerken", say.marks(), marks),
            cards("nu", say.ties_on_level(), now),
            cards("ambitie", say.ties_to_level(), wanted),
        ]
        .into_iter()
        .flatten()
        .collect(),
        ..Told::default()
    }
}

/// The place on the ladder in words.
fn rung(phrases: &Phrases, rank: i64, steps: usize) -> String {
    let say = phrases.record();
    let words = match rank {
        1 => say.lightest(),
        r if usize::try_from(r) == Ok(steps) => say.closest(),
        _ => say.middle(),
    };
    say.rung(&rank.to_string(), steps, words)
}
