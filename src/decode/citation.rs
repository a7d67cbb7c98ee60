//! A place in a source.

use super::{Decoder, Field, Shape, Shown, Value};
use crate::diag::Span;

/// Where a record comes from: `"plan/opgave-8"`, or `"plan"` for the whole document.
#[derive(Debug, Clone, PartialEq)]
pub struct Citation {
    /// The id of a `bron`.
    pub source: String,
    /// The id of one of its sections.
    pub section: Option<String>,
    /// Where it stands.
    pub place: Span,
}

/// As in the data: `plan/opgave-8`.
impl std::fmt::Display for Citation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.section {
            Some(section) => write!(f, "{}/{section}", self.source),
            None => f.write_str(&self.source),
        }
    }
}

impl Field for Citation {
    fn decode(value: &Value<'_>, decoder: &mut Decoder<'_>) -> Option<Self> {
        let text = String::decode(value, decoder)?;
        let place = decoder.verbatim(value, &text);
        let (source, section) = match text.split_once('/') {
            Some((source, section)) => (source.trim().to_owned(), Some(section.trim().to_owned())),
            None => (text.trim().to_owned(), None),
        };
        let citation = Self { source, section, place };
        decoder.citations.push(citation.clone());
        Some(citation)
    }
    fn shape() -> Shape {
        Shape::Citation
    }
    fn shown(&self) -> Shown<'_> {
        Shown::Citation(self)
    }
}
