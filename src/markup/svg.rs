//! A drawing, as the SVG that it is written out as.

use serde::{Serialize, Serializer};
use std::fmt;
use std::ops::Deref;

/// A finished drawing. What draws knows where its links lead; nobody looks for them in what is written.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Svg {
    written: String,
    links: Vec<String>,
    /// Too wide for its frame: it keeps its size and is moved under that.
    roomy: bool,
}

impl Svg {
    /// What a drawing kit has written, with where its links lead.
    pub(crate) fn drawn(written: String, links: Vec<String>) -> Self {
        Self { written, links, roomy: false }
    }

    /// The same, which keeps its size and is moved under its frame.
    pub(crate) fn roomy(self, roomy: bool) -> Self {
        Self { roomy, ..self }
    }

    /// Is it moved under its frame?
    pub fn is_roomy(&self) -> bool {
        self.roomy
    }

    /// Where its links lead.
    pub fn links(&self) -> &[String] {
        &self.links
    }
}

/// As it is written out.
impl Deref for Svg {
    type Target = str;

    fn deref(&self) -> &str {
        &self.written
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

impl fmt::Display for Svg {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written)
    }
}
