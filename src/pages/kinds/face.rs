//! What a kind of record is to readers.

use super::told::Told;
use crate::pages::view::{Card, Group};
use crate::pages::writing::Writer;
use serde_json::{Map, Value};

/// A thing in the terms of schema.org.
pub type Thing = Map<String, Value>;

/// What a kind of record is to readers. Each part has a default: a kind says only what is its own.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is `told` in the list of kinds (src/model/mod.rs), and no file tells of it",
    label = "has no face",
    note = "write `impl Face for {Self}` in a file in src/pages/kinds/, named in the `mod.rs` there, or make it `plain` in the list"
)]
pub trait Face {
    /// What its page tells; `None` when its keys tell all.
    fn tell(&self, _writer: &mut Writer<'_>) -> Option<Told> {
        None
    }

    /// What its item in a list has beyond its keys.
    fn card(&self, _writer: &mut Writer<'_>, _card: &mut Card) {}

    /// What stands above the records that are listed under it, beyond its name.
    fn group(&self, _writer: &mut Writer<'_>, _group: &mut Group) {}

    /// It as a thing of schema.org; `None` when that has no fitting type.
    fn thing(&self, _writer: &mut Writer<'_>) -> Option<Thing> {
        None
    }
}
