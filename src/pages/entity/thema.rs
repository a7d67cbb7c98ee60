//! A theme of the agenda: question, goal, conditions, approach.

use super::{Told, text};
use crate::decode::Text;
use crate::model::kinds::Thema;
use crate::pages::writer::Writer;

pub fn tell(writer: &mut Writer<'_>, e: &Thema) -> Told {
    let mut part = |id: &str, title: &str, value: &Option<Text>| {
        let html = value.as_ref().map_or_else(|| "Dit is nog niet ingevuld.".to_owned(), |t| writer.text(t));
        text(id, title, html)
    };
    let blocks = [
        part("vraagstuk", "Wat is het vraagstuk?", &e.vraagstuk),
        part("doel", "Wat is het doel?", &e.doel),
        part("randvoorwaarden", "Wat is ervoor nodig?", &e.randvoorwaarden),
        part("aanpak", "Hoe wordt het aangepakt?", &e.aanpak),
    ];
    Told { lead: writer.text(&e.omschrijving), blocks: blocks.into_iter().flatten().collect(), ..Told::default() }
}
