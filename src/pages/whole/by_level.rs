//! Ties in groups by how close they are, the closest first.

use crate::model::kinds::{Niveau, Relatie};
use crate::pages::kinds;
use crate::pages::rows::{current, look};
use crate::pages::view::Group;
use crate::pages::writing::Writer;

/// The groups of the list of ties; within a group in order of the first body.
pub fn groups(writer: &mut Writer<'_>) -> Vec<Group> {
    let model = writer.model();
    let mut relations: Vec<&Relatie> = model.relaties.iter().collect();
    let place = |id: &str| model.gremia.place(id).unwrap_or(usize::MAX);
    relations.sort_by_cached_key(|r| (kinds::closeness(writer, r), place(&r.van.id)));
    let mut groups: Vec<Group> = Vec::new();
    for relation in relations {
        let level = current(writer, relation).and_then(|s| model.niveaus.get(&s.niveau.id));
        let id = level.map_or("zonder-niveau", |l| l.id.value.as_str());
        let mut card = kinds::card(writer, relation);
        // The heading above says it.
        card.tag.clear();
        match groups.iter_mut().find(|g| g.id == id) {
            Some(group) => group.items.push(card),
            None => {
                let group = group(writer, level, id);
                groups.push(Group { items: vec![card], ..group });
            }
        }
    }
    groups
}

fn group(writer: &mut Writer<'_>, level: Option<&Niveau>, id: &str) -> Group {
    let say = writer.phrases().pages();
    Group {
        title: level.map_or_else(|| say.without_level().to_owned(), |l| l.naam.clone()),
        id: id.to_owned(),
        text: level.map(|l| writer.text(&l.betekenis)).unwrap_or_default(),
        colour: look(writer, level).colour,
        items: Vec::new(),
    }
}
