//! A drawing, as the SVG that it is written out as.

use serde::{Serialize, Serializer};
use std::fmt;

/// A finished drawing. What draws knows where its links lead; nobody looks for them in what is written.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Svg {
    written: String,
    links: Vec<String>,
}

impl Svg {
    /// What a drawing kit has written, with where its links lead.
    pub(crate) fn drawn(written: String, links: Vec<String>) -> Self {
        Self { written, links }
    }

    /// No drawing?
    pub fn is_empty(&self) -> bool {
        self.written.is_empty()
    }

    /// As it is written out.
    pub fn as_str(&self) -> &str {
        &self.written
    }

    /// Where its links lead.
    pub fn links(&self) -> &[String] {
        &self.links
    }
}

impl fmt::Debug for Svg {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.written.fmt(f)
    }
}

impl Serialize for Svg {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.written)
    }
}
