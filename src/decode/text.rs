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
