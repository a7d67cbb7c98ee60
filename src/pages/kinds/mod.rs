//! What each kind of record is to readers: one file per kind, on the shared parts. A kind without a file shows all its keys.

mod actie;
mod answers;
mod begrip;
mod besluit;
mod bijeenkomst;
mod bron;
mod card;
mod changes;
mod cijfer;
mod contact;
mod course;
mod face;
mod gremium;
mod keuze;
mod laag;
mod linked;
mod list;
mod niveau;
mod opgave;
mod organisatie;
mod parts;
mod plek;
mod product;
mod relatie;
mod rol;
mod running;
mod schema;
mod spoor;
mod tasks;
mod told;
mod vraag;

pub use answers::{closeness, members, ties};
pub use card::card;
pub use changes::{Change, changes};
pub use linked::{SCHEMA, about, of_page, term_set};
pub use list::{group, tell, thing};
pub use parts::filled;
pub use running::{calendar_link, was_is};
pub use told::Told;

use super::view::{Backlinks, EntityView, Link};
use super::writing::{Writer, label_of};
use crate::model::AnyEntity;

/// The view of a record's page.
pub fn view(writer: &mut Writer<'_>, record: &dyn AnyEntity, told: Told, backlinks: Vec<Backlinks>) -> EntityView {
    // `Opgave 3` says what it is; `Opgave · Opgave 3` would say it twice.
    let word = writer.words().kind(record.kind()).one;
    let mut told = told;
    if !record.kind().happened {
        told.blocks.extend(changes::block(writer, record.id()));
    }
    let label = if told.tag.starts_with(word) { "" } else { word };
    EntityView {
        kind: record.kind().name.to_owned(),
        kind_label: label.to_owned(),
        id: record.id().to_owned(),
        colour: told.colour,
        tag: told.tag,
        aliases: told.aliases,
        facts: told.facts,
        blocks: told.blocks,
        note: writer.maybe(record.common().note),
        places: plek::places(writer, record),
        backlinks,
    }
}

/// Records that mention a record, and pages that do, per kind.
pub fn backlinks(writer: &Writer<'_>, mentions: &[(String, String)]) -> Vec<Backlinks> {
    let mut groups: Vec<Backlinks> = Vec::new();
    for (title, url) in mentions {
        let link = Link { title: record_or_page_title(writer, url), url: url.clone(), external: false };
        match groups.iter_mut().find(|g| g.title == *title) {
            Some(group) => group.links.push(link),
            None => groups.push(Backlinks { title: title.clone(), links: vec![link] }),
        }
    }
    groups
}

fn record_or_page_title(writer: &Writer<'_>, url: &str) -> String {
    if let Some((_, id)) = url.split_once('#') {
        return writer.model().name_of(id);
    }
    writer.book.slots.get(url).map_or_else(|| label_of(url), |slot| slot.short.clone())
}
