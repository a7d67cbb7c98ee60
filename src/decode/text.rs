//! Text with Markdown, and where it stands.

use crate::diag::Span;

/// Text that may hold inline Markdown, `[[links]]` and `{{ figures }}`.
#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    /// As written.
    pub raw: String,
    /// Where the text stands, without its quotes where that is possible.
    pub place: Span,
}

impl Text {
    /// Does it lead to this record: `[[id]]`, or with other words `[[id|…]]`?
    pub fn names(&self, id: &str) -> bool {
        let mut links = self.raw.split("[[").skip(1).filter_map(|link| link.split("]]").next());
        links.any(|link| link.split('|').next().is_some_and(|name| name.trim() == id))
    }
}
