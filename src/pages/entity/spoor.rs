//! A main line of the plan: its tasks.

use super::answers::short_list;
use super::{Told, card, cards, drawing, fact};
use crate::model::kinds::Spoor;
use crate::pages::infographics;
use crate::pages::writer::Writer;

pub fn tell(writer: &mut Writer<'_>, e: &Spoor) -> Told {
    let model = writer.model();
    let mut tasks: Vec<_> = model.opgaven.iter().filter(|o| o.spoor.id == e.id.value).collect();
    tasks.sort_by_key(|o| o.nummer);
    let names: Vec<String> = tasks.iter().map(|o| writer.link(&o.id)).collect();
    let items = tasks.into_iter().map(|o| card(writer, o)).collect();
    let planned = infographics::planning_of(writer, &e.id.value).map(drawing);
    Told {
        lead: writer.text(&e.omschrijving),
        colour: e.kleur.map(|c| c.word().to_owned()).unwrap_or_default(),
        tag: format!("Spoor {}", e.nummer),
        answers: fact("Welke opgaven horen erbij?", short_list(&names, "opgaven")).into_iter().collect(),
        blocks: [cards("opgaven", "Welke opgaven horen erbij?", items), planned].into_iter().flatten().collect(),
        ..Told::default()
    }
}
