//! The collaboration: who takes part, in which bodies, how they relate and how closely.
//!
//! Data files hold records of [`kinds`]; [`Model::read`] reads them all, [`check`] resolves every reference and applies the
//! [`rules`]. Layers, levels and their words are data, not program.

mod check;
mod common;
mod entity;
pub mod kinds;
pub mod rules;
pub mod schema;
mod table;

pub use crate::decode::Kinds;
pub use check::{check, check_reference};
pub use common::*;
pub use entity::{AnyEntity, Common, Entity, Kind};
pub use table::Table;

use crate::decode::{Decoder, Reference};
use crate::diag::{Diagnostic, FileId, Span, nearest, words};
use std::collections::{BTreeMap, BTreeSet};
use toml::de::{DeTable, DeValue};

/// Lists the kinds of record. **A new kind is one line here** (and one file in `kinds/`).
macro_rules! model {
    ($( $field:ident: $type:ident, )+) => {
        /// All records of all kinds.
        #[derive(Debug, Clone, Default)]
        pub struct Model {
            $(
                #[doc = concat!("Records of kind [`", stringify!($type), "`](kinds::", stringify!($type), ").")]
                pub $field: Table<kinds::$type>,
            )+
            /// Every id in the data with its kind and place, also of records that could not be read whole.
            pub ids: BTreeMap<String, (Kind, Span)>,
            /// Every reference in the data, also in records that could not be read whole.
            pub references: Vec<Reference>,
            /// Every place in a source that the data name, likewise.
            pub citations: Vec<Citation>,
            /// Ids that are written somewhere in a block that could not be used, for which the reason was told: a reference to
            /// one of these is no mistake of its own.
            pub excused: BTreeSet<String>,
        }

        impl Model {
            /// The kinds, in the order in which lists show them.
            pub const KINDS: &'static [Kind] = &[$( <kinds::$type as Entity>::KIND, )+];

            /// All records, by kind and then in order of the data.
            pub fn all(&self) -> impl Iterator<Item = &dyn AnyEntity> {
                std::iter::empty()$( .chain(self.$field.iter().map(|e| e as &dyn AnyEntity)) )+
            }

            /// All records of one kind.
            pub fn of_kind(&self, kind: &str) -> Vec<&dyn AnyEntity> {
                match kind {
                    $( k if k == <kinds::$type as Entity>::KIND.name =>
                        self.$field.iter().map(|e| e as &dyn AnyEntity).collect(), )+
                    _ => Vec::new(),
                }
            }

            /// The record with this id.
            pub fn get(&self, id: &str) -> Option<&dyn AnyEntity> {
                let (kind, _) = self.ids.get(id)?;
                match kind.name {
                    $( k if k == <kinds::$type as Entity>::KIND.name =>
                        self.$field.get(id).map(|e| e as &dyn AnyEntity), )+
                    _ => None,
                }
            }

            /// The keys of a kind, for the manual and the schema.
            pub fn keys_of(kind: &str) -> Vec<crate::decode::Key> {
                match kind {
                    $( k if k == <kinds::$type as Entity>::KIND.name => <kinds::$type as crate::decode::Record>::keys(), )+
                    _ => Vec::new(),
                }
            }

            fn add(&mut self, kind: &str, table: &DeTable<'_>, place: Span, decoder: &mut Decoder<'_>, keep: bool) {
                match kind {
                    $( k if k == <kinds::$type as Entity>::KIND.name => {
                        // One that is not kept is read all the same, so that all its mistakes are told.
                        if let Some(record) = decoder.record::<kinds::$type>(table, place).filter(|_| keep) {
                            self.$field.push(record);
                        }
                    } )+
                    _ => {}
                }
            }
        }
    };
}

model! {
    lagen: Laag,
    niveaus: Niveau,
    gremia: Gremium,
    organisaties: Organisatie,
    rollen: Rol,
    relaties: Relatie,
    sporen: Spoor,
    opgaven: Opgave,
    acties: Actie,
    keuzes: Keuze,
    producten: Product,
    stappen: Stap,
    besluitstappen: Besluitstap,
    bijdragen: Bijdrage,
    themas: Thema,
    mijlpalen: Mijlpaal,
    routes: Route,
    begrippen: Begrip,
    cijfers: Cijfer,
    bronnen: Bron,
}

impl Model {
    /// The name of a record; the id itself when there is no such record.
    pub fn name_of(&self, id: &str) -> String {
        self.get(id).map_or_else(|| id.to_owned(), |e| e.name(self))
    }

    /// The kind with this name.
    pub fn kind(name: &str) -> Option<Kind> {
        Self::KINDS.iter().copied().find(|k| k.name == name)
    }

    /// Reads one data file: `text` starts at byte `offset` of the file.
    pub fn read(&mut self, file: FileId, text: &str, offset: usize, problems: &mut Vec<Diagnostic>) {
        let mut decoder = Decoder::new(file, text, offset);
        let root = decoder.parse();
        let names: Vec<&str> = Self::KINDS.iter().map(|k| k.name).collect();
        let mut records = Vec::new();
        for (key, value) in root.get_ref() {
            let place = decoder.span(key.span());
            let Some(kind) = Self::kind(key.get_ref()) else {
                let near = nearest(key.get_ref(), names.iter().copied());
                let near = near.or_else(|| Self::KINDS.iter().find(|k| k.plural == *key.get_ref()).map(|k| k.name));
                decoder.problems.push(words::data::unknown_kind(place, key.get_ref(), near, &names));
                // What it says is not read: which kind is meant is only a guess. References to it are no mistake.
                self.excused.extend(ids_in(value.get_ref()));
                continue;
            };
            let DeValue::Array(items) = value.get_ref() else {
                decoder.problems.push(words::data::single_brackets(place, kind.name));
                // The only record of its kind is read as what it is meant to be.
                if let Some(table) = value.get_ref().as_table() {
                    records.push((value.span(), kind, table));
                }
                continue;
            };
            for item in items.iter() {
                match item.get_ref().as_table() {
                    Some(table) => records.push((item.span(), kind, table)),
                    None => decoder.problems.push(words::data::single_brackets(place, kind.name)),
                }
            }
        }
        // The parser gives kinds in order of their names; of two records with one id the one that stands first keeps it.
        records.sort_by_key(|(span, ..)| span.start);
        for (span, kind, table) in records {
            let keep = self.note_id(kind, table, &mut decoder);
            let place = decoder.span(span);
            self.add(kind.name, table, place, &mut decoder, keep);
        }
        if decoder.is_broken() {
            self.excused.extend(ids_written(text).map(str::to_owned));
        }
        let (references, citations) = decoder.pointers();
        self.references.extend(references);
        self.citations.extend(citations);
        problems.extend(decoder.told());
    }

    /// Remembers the id of a record before it is read, so that a mistake in one record does not make every reference to it a
    /// mistake too. `false` when the id was there already.
    fn note_id(&mut self, kind: Kind, table: &DeTable<'_>, decoder: &mut Decoder<'_>) -> bool {
        let Some(value) = table.get("id") else { return true };
        let Some(id) = value.get_ref().as_str() else { return true };
        let place = decoder.span(value.span());
        let dotted = kind.name == "cijfer";
        let plain =
            |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || (dotted && (b == b'.' || b == b'_'));
        let good = !id.is_empty() && id.bytes().all(plain) && !id.starts_with(['-', '.']) && !id.ends_with(['-', '.']);
        if !good {
            decoder.problems.push(words::data::bad_id(place, id));
            self.excused.insert(id.to_owned());
            return false;
        }
        if let Some((_, first)) = self.ids.get(id) {
            decoder.problems.push(words::data::duplicate_id(place, id, *first));
            self.excused.insert(id.to_owned());
            return false;
        }
        self.ids.insert(id.to_owned(), (kind, place));
        true
    }
}

/// The ids of the blocks of a kind that is not known.
fn ids_in(value: &DeValue<'_>) -> Vec<String> {
    let id = |table: &DeTable<'_>| table.get("id").and_then(|id| id.get_ref().as_str()).map(str::to_owned);
    match value {
        DeValue::Table(table) => id(table).into_iter().collect(),
        DeValue::Array(items) => items.iter().filter_map(|item| item.get_ref().as_table().and_then(id)).collect(),
        _ => Vec::new(),
    }
}

/// The ids in a text that cannot be read whole: `id = "…"` at the start of a line.
fn ids_written(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter_map(|line| {
        let rest = line.trim_start().strip_prefix("id")?.trim_start().strip_prefix('=')?;
        rest.split(['"', '\'']).map(str::trim).find(|id| !id.is_empty())
    })
}
