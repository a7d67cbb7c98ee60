//! What a kind of record is to readers.

use super::told::Told;
use crate::pages::writing::Writer;
use serde_json::{Map, Value};

/// A thing in the terms of schema.org.
pub type Thing = Map<String, Value>;

/// What a kind of record is to readers. Each part has a default: a kind says only what is its own.
pub trait Face {
    /// What its page tells; `None` when its keys tell all.
    fn tell(&self, _writer: &mut Writer<'_>) -> Option<Told> {
        None
    }

    /// It as a thing of schema.org; `None` when that has no fitting type.
    fn thing(&self, _writer: &mut Writer<'_>) -> Option<Thing> {
        None
    }
}
