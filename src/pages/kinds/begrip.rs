//! A term of the glossary: its keys tell all; others know it as a defined term.

use super::face::{Face, Thing};
use super::schema;
use crate::model::kinds::Begrip;
use crate::pages::writing::Writer;

impl Face for Begrip {
    fn thing(&self, writer: &mut Writer<'_>) -> Option<Thing> {
        Some(schema::term(writer, self))
    }
}
