//! The collaboration: who takes part, in which bodies, how they relate and how closely.
//!
//! Data files hold records of [`kinds`]; [`Model::read`] reads them all, `check` resolves every reference and applies the
//! [`rules`]. Layers, levels and their words are data, not program.

mod absent;
mod check;
mod choices;
mod common;
mod decided;
mod entity;
mod headings;
mod in_words;
mod kind;
pub mod kinds;
mod listed;
mod loose;
mod lost;
mod naming;
mod pasted;
mod rows;
pub mod rules;
pub mod schema;
mod spoken;
mod table;
mod twice;
pub(crate) mod visits;

pub use crate::decode::Kinds;
pub use check::{check, check_reference, check_source};
pub use choices::{choice_of_key, choices_of, made, open_for, outcomes_told, states_in};
pub use common::*;
pub use decided::{Decided, is_taken, sitter};
pub use entity::{AnyEntity, Common, Entity};
pub use headings::holds_data;
pub use kind::{Arranged, Ids, Kind};
pub use lost::Lost;
pub use spoken::{SPOKEN, kind_meant};
pub use table::Table;

use crate::decode::{Decoder, Key, Reference, Shape, Shown, is_invisible, is_placeholder, placeholders};
use crate::diag::{Diagnostic, FileId, Span, nearest, words};
use crate::dutch::{fold, is_hidden, slug};
use std::collections::BTreeMap;
use std::sync::OnceLock;
use toml::de::{DeTable, DeValue};

/// Keys under which a record tells its other names.
pub const NAMES: &[&str] = &["afkorting", "synoniemen", "aliassen", "kort"];

/// What follows from the list of kinds.
macro_rules! model {
    ($( $field:ident: $type:ident, $face:ident; )+) => {
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
            /// Records that are not finished, by id, with their places. They are told once and are not on the site.
            pub unfinished: BTreeMap<String, Span>,
            /// What could not be used, for which the reason was told: a reference to it is no mistake of its own.
            pub lost: Lost,
            /// Who names whom, once someone asked.
            naming: OnceLock<naming::Naming>,
            /// Was any choice made? Known once someone asked.
            chosen: OnceLock<bool>,
        }

        const _: &[()] = &[$( kinds::$type::LINE_IN_ALL_KINDS, )+];

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

            /// The so-manieth record of a kind.
            fn at(&self, kind: &str, at: usize) -> Option<&dyn AnyEntity> {
                match kind {
                    $( k if k == <kinds::$type as Entity>::KIND.name => self.$field.at(at).map(|e| e as &dyn AnyEntity), )+
                    _ => None,
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
            pub fn keys_of(kind: &str) -> &'static [crate::decode::Key] {
                match kind {
                    $( k if k == <kinds::$type as Entity>::KIND.name => <kinds::$type as crate::decode::Record>::keys(), )+
                    _ => &[],
                }
            }

            fn add(&mut self, kind: &str, table: &DeTable<'_>, place: Span, decoder: &mut Decoder<'_>, keep: bool) {
                match kind {
                    $( k if k == <kinds::$type as Entity>::KIND.name => {
                        // One that is not kept is read all the same, so that all its mistakes are told.
                        match decoder.record::<kinds::$type>(table, place) {
                            Some(record) if keep => self.$field.push(record),
                            Some(_) => {}
                            None => self.lose(<kinds::$type as Entity>::KIND.name, table),
                        }
                    } )+
                    _ => {}
                }
            }
        }
    };
}

/// The kinds of record, in the order in which lists show them. **A new kind is one line here** (and one file in `kinds/`): `plain`
/// when its keys tell all, `told` when a file in `pages/kinds/` tells of it. Whoever needs all kinds hands a macro to this list.
macro_rules! all_kinds {
    ($with:ident) => {
        $with! {
            lagen: Laag, told;
            niveaus: Niveau, told;
            gremia: Gremium, told;
            organisaties: Organisatie, told;
            rollen: Rol, told;
            contacten: Contact, told;
            relaties: Relatie, told;
            sporen: Spoor, told;
            opgaven: Opgave, told;
            acties: Actie, told;
            keuzes: Keuze, told;
            producten: Product, told;
            stappen: Stap, plain;
            besluitstappen: Besluitstap, plain;
            bijdragen: Bijdrage, plain;
            themas: Thema, plain;
            mijlpalen: Mijlpaal, plain;
            besluiten: Besluit, told;
            bijeenkomsten: Bijeenkomst, told;
            routes: Route, told;
            vragen: Vraag, told;
            plekken: Plek, told;
            begrippen: Begrip, told;
            cijfers: Cijfer, told;
            bronnen: Bron, told;
        }
    };
}
pub(crate) use all_kinds;

all_kinds!(model);

/// Blocks of `portal.toml`, which stand among the data by mistake.
const SETTINGS: &[&str] = &["menu", "voet", "woord", "zoekwoord", "plaats", "controle"];

impl Model {
    /// The name of a record; the id itself when there is no such record.
    pub fn name_of(&self, id: &str) -> String {
        self.get(id).map_or_else(|| id.to_owned(), |e| e.name(self))
    }

    /// Does anything tell on which day it was recorded?
    pub fn tells_of_recording(&self) -> bool {
        self.mijlpalen.iter().any(|e| e.vastgelegd.is_some()) || self.besluiten.iter().any(|e| e.vastgelegd.is_some())
    }

    /// What the record is called now that had this id before.
    pub fn now_called(&self, former: &str) -> Option<&str> {
        let had = |record: &&dyn AnyEntity| record.common().former.iter().any(|id| id.value == former);
        self.all().find(had).map(|record| record.common().id.value.as_str())
    }

    /// The id of the first record of one of these kinds that goes by this name: its own, an abbreviation, a synonym or another.
    /// Capitals and marks make no difference; without kinds it may be of any.
    pub fn called(&self, name: &str, kinds: &[&str]) -> Option<&str> {
        let wanted = fold(name.trim());
        let same = |text: &str| fold(text) == wanted;
        let goes_by = |record: &&dyn AnyEntity| {
            (kinds.is_empty() || kinds.contains(&record.kind().name))
                && (same(&record.name(self))
                    || record.values().iter().any(|(key, shown)| NAMES.contains(key) && is_or_holds(shown, &same)))
        };
        self.all().find(goes_by).map(|record| record.common().id.value.as_str())
    }

    /// The kind with this name.
    pub fn kind(name: &str) -> Option<Kind> {
        Self::KINDS.iter().copied().find(|k| k.name == name)
    }

    /// The kind that people call this: by its name, or as a list is called (`organisatie`, `organisaties`).
    pub fn kind_called(name: &str) -> Option<Kind> {
        Self::KINDS.iter().copied().find(|k| k.name == name || k.plural == name)
    }

    /// Reads one data file: `text` starts at byte `offset` of the file.
    pub fn read(&mut self, file: FileId, text: &str, offset: usize, problems: &mut Vec<Diagnostic>) {
        self.read_named("", file, text, offset, problems);
    }

    /// The same of a file with this name, which tells of what kind its records were meant to be where they do not.
    pub fn read_named(&mut self, name: &str, file: FileId, text: &str, offset: usize, problems: &mut Vec<Diagnostic>) {
        (self.naming, self.chosen) = (OnceLock::new(), OnceLock::new());
        let (ids, from) = (self.ids.len(), problems.len());
        self.read_text(file, headings::kind_of_file(name), text, offset, problems);
        if self.ids.len() == ids {
            tell_copy(file, from, problems);
        }
    }

    fn read_text(
        &mut self,
        file: FileId,
        named: Option<&'static str>,
        text: &str,
        offset: usize,
        problems: &mut Vec<Diagnostic>,
    ) {
        let mut decoder = Decoder::new(file, text, offset);
        let root = decoder.parse();
        let capitals = root.get_ref().keys().any(|key| headings::is_kind_in_capitals(key.get_ref()));
        if !capitals && !decoder.is_broken() {
            return self.read_part(decoder, &root, named, problems);
        }
        // A table between the blocks is told whole; what is left may be in order.
        let tables = if decoder.is_broken() { pasted::tables(text) } else { Vec::new() };
        let untabled = (!tables.is_empty()).then(|| pasted::without(text, &tables));
        for table in &tables {
            let blocks = rows::blocks(table, named);
            self.lost.text(&blocks.each.concat());
            let place = decoder.span(table.start..table.range.end);
            problems.push(words::pasted::table(
                place,
                decoder.span(table.range.clone()),
                table.sign,
                blocks.kind,
                blocks.sure,
                &blocks.each,
            ));
        }
        let text = untabled.as_deref().unwrap_or(text);
        // A heading in capitals is read as what it is meant to be: else all that stands under it would seem wrong too.
        let (mended, slips) = headings::mended(text);
        for slip in slips {
            let place = decoder.span(slip.range);
            problems.push(words::data::kind_in_capitals(place, &slip.found, &slip.right, slip.more));
        }
        let mut decoder = Decoder::new(file, &mended, offset);
        let root = decoder.parse();
        if !decoder.is_broken() {
            return self.read_part(decoder, &root, named, problems);
        }
        // Block by block, so that a slip in one of them keeps none of the others from being read.
        for block in headings::blocks(&mended) {
            let mut decoder = Decoder::new(file, &mended[block.clone()], offset + block.start);
            let root = decoder.parse();
            self.read_part(decoder, &root, named, problems);
        }
    }

    /// Reads what was parsed: a file, or a block of it.
    fn read_part(
        &mut self,
        mut decoder: Decoder<'_>,
        root: &crate::decode::Table<'_>,
        named: Option<&'static str>,
        problems: &mut Vec<Diagnostic>,
    ) {
        // Of a block with a slip nothing is kept; it is read to tell what else is wrong in it.
        let broken = decoder.is_broken();
        if broken {
            self.lost.text(decoder.text());
        }
        let names: Vec<&str> = Self::KINDS.iter().map(|k| k.name).collect();
        let unknown = root.get_ref().keys().any(|key| Self::kind(key.get_ref()).is_none());
        let mut records = Vec::new();
        let loose = if broken { None } else { self.loose_keys(root.get_ref(), named, &mut decoder) };
        for (key, value) in root.get_ref() {
            if loose.is_some() && loose::is_loose(key.get_ref(), value.get_ref()) {
                continue;
            }
            let place = decoder.span(key.span());
            let Some(kind) = Self::kind(key.get_ref()) else {
                // Under a heading that cannot be read, its keys seem to be kinds.
                if broken {
                    continue;
                }
                let near = nearest(key.get_ref(), names.iter().copied());
                let near = near.or_else(|| Self::KINDS.iter().find(|k| k.plural == *key.get_ref()).map(|k| k.name));
                decoder.problems.push(match Self::whole_of(key.get_ref()) {
                    Some(whole) => words::slips::part_as_kind(place, key.get_ref(), whole),
                    None if SETTINGS.contains(&&**key.get_ref()) => {
                        words::portal::setting_in_data(place, key.get_ref())
                    }
                    None => words::data::unknown_kind(place, key.get_ref(), near, &names),
                });
                // What it says is not read: which kind is meant is only a guess. References to it are no mistake.
                self.lost.ids.extend(ids_in(value.get_ref()));
                self.lost.some = true;
                continue;
            };
            let DeValue::Array(items) = value.get_ref() else {
                let table = value.get_ref().as_table();
                // `[[gremium.lid]]` under a heading that is wrong, of which that was told.
                if (unknown || broken) && table.is_some_and(|t| t.values().all(|v| v.get_ref().is_array())) {
                    continue;
                }
                // `[[gremium.leden]]` before the first `[[gremium]]`.
                // What has an id of its own is a record between single brackets.
                let parts = table.filter(|t| !t.contains_key("id"));
                if let Some((part, _)) = parts.and_then(|t| t.iter().find(|(_, v)| is_blocks(v.get_ref()))) {
                    decoder.problems.push(words::data::part_alone(place, kind.name, part.get_ref()));
                    continue;
                }
                decoder.problems.push(words::data::single_brackets(place, kind.name));
                // The only record of its kind is read as what it is meant to be.
                if let Some(table) = table {
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
            if table.is_empty() && !broken {
                decoder.problems.push(words::meant::empty_block(decoder.span(span), kind.name));
                continue;
            }
            if !broken && self.leave_unfinished(kind, table, &mut decoder) {
                continue;
            }
            let keep = !broken && self.note_id(kind, table, &mut decoder);
            let place = decoder.span(span);
            self.add(kind.name, table, place, &mut decoder, keep);
        }
        let (references, citations) = decoder.pointers();
        self.references.extend(references);
        self.citations.extend(citations);
        self.lost.lists.append(&mut decoder.emptied);
        problems.extend(decoder.told());
    }

    /// The kind of which the records have blocks of this name within them: `gremium` of `lid`.
    fn whole_of(part: &str) -> Option<&'static str> {
        let is_list =
            |key: &Key| key.name == part && matches!(&key.shape, Shape::List(of) if matches!(**of, Shape::Table(_)));
        Self::KINDS.iter().find(|kind| Self::keys_of(kind.name).iter().any(is_list)).map(|kind| kind.name)
    }

    /// A record that holds what `verbeeld new` leaves to its editor is told as a whole, and is not there yet.
    fn leave_unfinished(&mut self, kind: Kind, table: &DeTable<'_>, decoder: &mut Decoder<'_>) -> bool {
        let open = placeholders(table);
        let Some((_, first)) = open.first() else { return false };
        let place = decoder.span(first.clone());
        let id = table.get("id").and_then(|id| id.get_ref().as_str()).filter(|id| !is_placeholder(id));
        if let Some(id) = id {
            if let Some(known) = self.place_of(id) {
                let place = table.get("id").map_or(place, |id| decoder.span(id.span()));
                decoder.problems.push(twice::told(place, id, known, decoder.file_of(known)));
            }
            self.unfinished.entry(id.to_owned()).or_insert(place);
        }
        let mut keys: Vec<&str> = Vec::new();
        for (key, _) in &open {
            if !keys.contains(key) {
                keys.push(key);
            }
        }
        decoder.problems.push(words::data::unfinished(place, kind.name, id, &keys));
        true
    }

    /// A record with a mistake is not on the site: what leads to it is no mistake of its own.
    fn lose(&mut self, kind: &'static str, table: &DeTable<'_>) {
        self.lost.some = true;
        self.lost.kinds.insert(kind);
        self.lost.ids.extend(table.get("id").and_then(|id| id.get_ref().as_str()).map(str::to_owned));
    }

    /// Where the record with this id stands, finished or not.
    fn place_of(&self, id: &str) -> Option<Span> {
        self.ids.get(id).map(|(_, place)| *place).or_else(|| self.unfinished.get(id).copied())
    }

    /// Remembers the id of a record before it is read, so that a mistake in one record does not make every reference to it a
    /// mistake too. `false` when the id was there already.
    fn note_id(&mut self, kind: Kind, table: &DeTable<'_>, decoder: &mut Decoder<'_>) -> bool {
        let Some(value) = table.get("id") else {
            self.lost.nameless.insert(kind.name);
            self.lost.some = true;
            return true;
        };
        let Some(id) = value.get_ref().as_str() else { return true };
        let place = decoder.span(value.span());
        if !kind.allows(id) {
            // Others refer to what it looks like.
            let seen: String = id.chars().filter(|c| !is_invisible(*c)).collect();
            let meant = slug(seen.trim_matches(|c: char| !c.is_alphanumeric()));
            decoder.problems.push(if id.contains(is_hidden) {
                words::data::hidden_in_id(place, &meant)
            } else {
                words::data::bad_id(place, id, &kind.ids.meant(id), kind.ids == Ids::Dotted)
            });
            self.lost.ids.extend([id.to_owned(), meant.replace('-', ""), meant]);
            self.lost.some = true;
            return false;
        }
        if let Some(first) = self.place_of(id) {
            decoder.problems.push(twice::told(place, id, first, decoder.file_of(first)));
            self.lost.ids.insert(id.to_owned());
            // What the second was called before, others may still name.
            self.lost.nameless.insert(kind.name);
            self.lost.some = true;
            return false;
        }
        self.ids.insert(id.to_owned(), (kind, place));
        true
    }
}

/// A file without a single new id is a copy of another: that is one mistake, not one for each record.
fn tell_copy(file: FileId, from: usize, problems: &mut Vec<Diagnostic>) {
    let of_file = problems[from..].iter().filter(|p| p.code == words::data::DOUBLE_ID);
    let firsts: Vec<Span> = of_file.filter_map(|p| Some(p.related.first()?.0)).collect();
    let [first, _, _, ..] = firsts[..] else { return };
    if firsts.iter().all(|place| place.file == first.file && place.file != file) {
        let rest = problems.split_off(from);
        problems.extend(rest.into_iter().filter(|p| p.code != words::data::DOUBLE_ID));
        problems.push(words::data::copied_file(Span::top(file), firsts.len(), first));
    }
}

/// Is it a list of blocks, as `[[gremium.lid]]` makes?
fn is_blocks(value: &DeValue<'_>) -> bool {
    value.as_array().is_some_and(|items| items.iter().any(|item| item.get_ref().is_table()))
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
/// Is it a text that is sought, or a list with one?
fn is_or_holds(shown: &Shown<'_>, sought: &dyn Fn(&str) -> bool) -> bool {
    match shown {
        Shown::Plain(text) => sought(text),
        Shown::Markdown(text) => sought(&text.raw),
        Shown::List(items) => items.iter().any(|item| is_or_holds(item, sought)),
        _ => false,
    }
}
