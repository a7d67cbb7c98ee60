//! A theme of the agenda: question, goal, conditions, approach.

use super::face::Face;
use super::parts::{list, text};
use super::told::Told;
use crate::model::kinds::Thema;
use crate::pages::writing::Writer;

impl Face for Thema {
    fn tell(&self, writer: &mut Writer<'_>) -> Option<Told> {
        Some(tell(writer, self))
    }
}

fn tell(writer: &mut Writer<'_>, e: &Thema) -> Told {
    let parts = [
        ("vraagstuk", "Wat is het vraagstuk?", &e.vraagstuk),
        ("doel", "Wat is het doel?", &e.doel),
        ("randvoorwaarden", "Wat is ervoor nodig?", &e.randvoorwaarden),
        ("aanpak", "Hoe wordt het aangepakt?", &e.aanpak),
    ];
    let mut blocks = Vec::new();
    let mut unknown = Vec::new();
    for (id, title, value) in parts {
        match value {
            Some(told) => blocks.extend(text(id, title, writer.text(told))),
            // Heading after heading with nothing under it would hide what is known.
            None => unknown.push(title.to_owned()),
        }
    }
    blocks.extend(list("open", "Wat is niet ingevuld?", unknown));
    Told { lead: writer.text(&e.omschrijving), blocks, ..Told::default() }
}
