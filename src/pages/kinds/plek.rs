//! A place, such as that of a board member: what it is, and at which organisations it is.

use super::face::Face;
use super::told::Told;
use crate::model::AnyEntity;
use crate::model::kinds::{Organisatie, Plek};
use crate::pages::book::{has_place, place_address};
use crate::pages::view::Link;
use crate::pages::writing::{Writer, lower_first};

impl Face for Plek {
    fn tell(&self, writer: &mut Writer<'_>) -> Option<Told> {
        let own = writer.maybe(self.omschrijving.as_ref());
        let lead = if own.is_empty() { writer.phrases().place().lead(&lower_first(&self.naam)).into() } else { own };
        Some(Told { lead, ..Told::default() })
    }
}

/// The pages of a place at its organisations, or of the places at an organisation.
pub fn places(writer: &Writer<'_>, record: &dyn AnyEntity) -> Vec<Link> {
    let model = writer.model();
    let link = |name: &str, place: &Plek, e: &Organisatie| Link {
        title: name.to_owned(),
        url: place_address(&place.id, &e.id),
        external: false,
    };
    if let Some(place) = model.plekken.get(record.id()) {
        let there = model.organisaties.iter().filter(|e| has_place(place, e));
        return there.map(|e| link(&e.naam, place, e)).collect();
    }
    let Some(e) = model.organisaties.get(record.id()) else { return Vec::new() };
    let mut here: Vec<&Plek> = model.plekken.iter().filter(|place| has_place(place, e)).collect();
    here.sort_by_key(|place| place.volgorde.unwrap_or(i64::MAX));
    here.into_iter().map(|place| link(&place.naam, place, e)).collect()
}
