//! Finds what tells of a record, from the one list of kinds: a kind that was forgotten does not compile.

use super::face::{Face, Thing};
use super::schema::identifier;
use super::told::Told;
use crate::model::{AnyEntity, Entity, Model, all_kinds, kinds};
use crate::pages::view::{Card, Group};
use crate::pages::writing::Writer;

macro_rules! faces {
    ($( $field:ident: $type:ident, $face:ident; )+) => {
        fn face<'m>(model: &'m Model, record: &dyn AnyEntity) -> Option<&'m dyn Face> {
            let id = record.id();
            match record.kind().name {
                $( name if name == <kinds::$type as Entity>::KIND.name => model.$field.get(id).map(|e| e as &dyn Face), )+
                _ => None,
            }
        }

        $( face!($face $type); )+
    };
}

/// A kind whose keys tell all needs no file.
macro_rules! face {
    (plain $type:ident) => {
        impl Face for kinds::$type {}
    };
    (told $type:ident) => {};
}

all_kinds!(faces);

/// What the data tell of a record.
pub fn tell(writer: &mut Writer<'_>, record: &dyn AnyEntity) -> Told {
    let told = face(writer.model(), record).and_then(|face| face.tell(writer));
    told.unwrap_or_else(|| Told { facts: writer.facts(record, &[]), ..Told::default() })
}

/// Adds to the item of a record in a list what is its kind's own.
pub fn complete(writer: &mut Writer<'_>, record: &dyn AnyEntity, card: &mut Card) {
    if let Some(face) = face(writer.model(), record) {
        face.card(writer, card);
    }
}

/// A record above those that are listed under it.
pub fn group(writer: &mut Writer<'_>, record: &dyn AnyEntity) -> Group {
    let opening = record.values().into_iter().find(|(key, _)| *key == "omschrijving");
    let mut group = Group {
        title: record.name(writer.model()),
        id: record.id().to_owned(),
        text: opening.map(|(_, shown)| writer.value(&shown)).unwrap_or_default(),
        colour: String::new(),
        items: Vec::new(),
    };
    if let Some(face) = face(writer.model(), record) {
        face.group(writer, &mut group);
    }
    group
}

/// A record as a thing of schema.org; `None` for kinds for which it has no fitting type.
pub fn thing(writer: &mut Writer<'_>, record: &dyn AnyEntity) -> Option<Thing> {
    let mut thing = face(writer.model(), record)?.thing(writer)?;
    thing.insert("@id".into(), identifier(writer, record).into());
    Some(thing)
}
