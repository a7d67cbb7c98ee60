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
    let say = writer.phrases().record();
    let parts = [
        ("vraagstuk", say.issue(), &e.vraagstuk),
        ("doel", say.goal(), &e.doel),
        ("randvoorwaarden", say.conditions(), &e.randvoorwaarden),
        ("aanpak", say.approach(), &e.aanpak),
    ];
    let mut blocks = Vec::new();
    let mut unknown = Vec::new();
    for (id, title, value) in parts {
        match value {
            Some(told) => blocks.extend(text(id, title, writer.text(told))),
            // Heading after heading with nothing under it would hide what is known.
            None => unknown.push(title.into()),
        }
    }
    blocks.extend(list("open", say.not_filled_in(), unknown));
    Told { lead: writer.text(&e.omschrijving), blocks, ..Told::default() }
}
