//! A place in a source.

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
