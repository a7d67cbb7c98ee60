//! A record's values as a tree.

use super::{Citation, Moment, Text};
use crate::diag::Span;

/// A value as lists, exports, back-links and text checks walk it.
#[derive(Debug, Clone, PartialEq)]
pub enum Shown<'a> {
    /// The key was absent.
    Nothing,
    /// Plain text.
    Plain(&'a str),
    /// Text with Markdown.
    Markdown(&'a Text),
    /// Yes or no.
    Bool(bool),
    /// A whole number.
    Integer(i64),
    /// A number.
    Number(f64),
    /// A date, quarter or year.
    Moment(&'a Moment),
    /// The id of another record, where it stands, and the kinds it may be of (none: any).
    Reference {
        /// The id.
        id: &'a str,
        /// Where it stands.
        place: Span,
        /// The kinds it may be of; empty means any.
        kinds: &'static [&'static str],
    },
    /// A place in a source.
    Citation(&'a Citation),
    /// Several.
    List(Vec<Shown<'a>>),
    /// A table.
    Table(Vec<(&'static str, Shown<'a>)>),
}

impl<'a> Shown<'a> {
    /// Visits this value and everything in it.
    pub fn walk(&self, visit: &mut dyn FnMut(&Shown<'a>)) {
        visit(self);
        match self {
            Self::List(items) => items.iter().for_each(|i| i.walk(visit)),
            Self::Table(fields) => fields.iter().for_each(|(_, f)| f.walk(visit)),
            _ => {}
        }
    }
}
