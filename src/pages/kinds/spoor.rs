//! A main line of the plan: its tasks.

use super::card::card;
use super::face::Face;
use super::parts::{cards, drawing};
use super::told::Told;
use crate::model::kinds::Spoor;
use crate::pages::rows;
use crate::pages::writing::{Writer, lower_first};

impl Face for Spoor {
    fn tell(&self, writer: &mut Writer<'_>) -> Option<Told> {
        Some(tell(writer, self))
    }
}

fn tell(writer: &mut Writer<'_>, e: &Spoor) -> Told {
    let model = writer.model();
    let mut tasks: Vec<_> = model.naming(&model.opgaven, &e.id).filter(|o| o.spoor.id == e.id.value).collect();
    tasks.sort_by_key(|o| o.nummer);
    let items = tasks.into_iter().map(|o| card(writer, o)).collect();
    let planned = rows::planning_of(writer, &e.id.value).map(drawing);
    let words = writer.words();
    let title = writer.phrases().record().tasks_of_line(&lower_first(words.kind_named("opgave").many));
    Told {
        lead: writer.text(&e.omschrijving),
        colour: e.kleur.map(|c| c.word().to_owned()).unwrap_or_default(),
        tag: format!("{} {}", words.kind_named("spoor").one, e.nummer),
        blocks: [cards("opgaven", &title, items), planned].into_iter().flatten().collect(),
        ..Told::default()
    }
}
