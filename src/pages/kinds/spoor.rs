//! A main line of the plan: its tasks.

use super::card::card;
use super::face::Face;
use super::parts::{cards, drawing, dye};
use super::told::Told;
use crate::model::kinds::Spoor;
use crate::pages::rows;
use crate::pages::view::{Card, Group};
use crate::pages::writing::{Writer, lower_first};

impl Face for Spoor {
    fn tell(&self, writer: &mut Writer<'_>) -> Option<Told> {
        Some(tell(writer, self))
    }

    fn card(&self, writer: &mut Writer<'_>, card: &mut Card) {
        card.colour = dye(self.kleur);
        card.tag = format!("{} {}", writer.words().kind_named("spoor").one, self.nummer);
    }

    fn group(&self, _writer: &mut Writer<'_>, group: &mut Group) {
        group.colour = dye(self.kleur);
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
        colour: dye(e.kleur),
        tag: format!("{} {}", words.kind_named("spoor").one, e.nummer),
        blocks: [cards("opgaven", &title, items), planned].into_iter().flatten().collect(),
        ..Told::default()
    }
}

/// The dye of a spoor.
pub fn spoor_colour(writer: &Writer<'_>, id: &str) -> String {
    dye(writer.model().sporen.get(id).and_then(|spoor| spoor.kleur))
}
