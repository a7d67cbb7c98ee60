//! What went wrong, where, and what to do about it.
//!
//! Every problem in the content, the data, the theme or the output is one [`Diagnostic`]. Nothing in the
//! library prints: the pipeline collects diagnostics, and a renderer ([`terminal`], [`short`], [`json`], and the
//! overlay of the dev server) shows them. Dutch sentences stand in [`words`] and nowhere else.

mod group;
pub mod json;
mod lines;
mod mail_slip;
mod nearest;
mod own_disk;
mod secret;
pub mod short;
mod shown;
mod span;
pub mod terminal;
pub mod words;

pub use group::{Group, groups};
pub use lines::{Lines, Texts};
pub use mail_slip::mail_meant;
pub use nearest::{closest, nearest};
pub use own_disk::{file_name, is_filled_in, is_on_network, is_on_own_disk, is_within_walls, plain_name, turned};
pub use secret::{hidden, is_told_in as is_secret_told_in};
pub use shown::{is_unseen, shown, visible};
pub use span::{FileId, LineColumn, Span, line_column};

use std::borrow::Cow;

/// How bad a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The site cannot be published like this; `public/` stays as it was.
    Error,
    /// The site is published, but someone should look.
    Warning,
}

/// One problem, told to an editor in Dutch.
///
/// `code` is stable: editors, the manual and tests refer to it. `place` is `None` only for problems that have
/// no source file (such as an output folder that is not ours).
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Diagnostic {
    /// Stable code, for example `LINK001`.
    pub code: &'static str,
    /// Error or warning.
    pub severity: Severity,
    /// Where: byte range in a source file.
    pub place: Option<Span>,
    /// What is wrong, one Dutch sentence.
    pub message: String,
    /// Short words that stand under the caret; may be empty.
    pub label: String,
    /// Why it is wrong and what to do about it, in Dutch.
    pub remedy: String,
    /// Other places that belong to the problem, each with a few Dutch words.
    pub related: Vec<(Span, String)>,
    /// What mends it, when there is one way that is surely meant: new texts for exact places.
    pub mend: Vec<(Span, String)>,
}

impl Diagnostic {
    /// An error at a place.
    pub fn error(code: &'static str, place: Span, message: impl Into<String>) -> Self {
        Self {
            code,
            severity: Severity::Error,
            place: Some(place),
            message: hidden(Cow::Owned(message.into())).into_owned(),
            label: String::new(),
            remedy: String::new(),
            related: Vec::new(),
            mend: Vec::new(),
        }
    }

    /// A warning at a place.
    pub fn warning(code: &'static str, place: Span, message: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, ..Self::error(code, place, message) }
    }

    /// An error that belongs to no source file.
    pub fn placeless(code: &'static str, message: impl Into<String>) -> Self {
        Self {
            code,
            severity: Severity::Error,
            place: None,
            message: hidden(Cow::Owned(message.into())).into_owned(),
            label: String::new(),
            remedy: String::new(),
            related: Vec::new(),
            mend: Vec::new(),
        }
    }

    /// Adds the words under the caret.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// Adds what to do about it.
    #[must_use]
    pub fn remedy(mut self, remedy: impl Into<String>) -> Self {
        self.remedy = remedy.into();
        self
    }

    /// Adds another place that belongs to the problem.
    #[must_use]
    pub fn related(mut self, place: Span, words: impl Into<String>) -> Self {
        self.related.push((place, words.into()));
        self
    }

    /// Adds what mends it. Only for what loses nothing and can mean one thing.
    #[must_use]
    pub fn mend(mut self, place: Span, text: impl Into<String>) -> Self {
        self.mend.push((place, text.into()));
        self
    }

    /// Adds what mends it when the place holds just `written`: some places are wider than what is wrong in them.
    #[must_use]
    pub fn mend_word(self, place: Span, written: &str, text: &str) -> Self {
        if place.range().len() == written.len() { self.mend(place, text) } else { self }
    }

    /// The same problem with all its places in another file.
    #[must_use]
    pub fn in_file(mut self, file: FileId) -> Self {
        self.place = self.place.map(|place| place.in_file(file));
        for (place, _) in self.related.iter_mut().chain(&mut self.mend) {
            *place = place.in_file(file);
        }
        self
    }

    /// Is it an error?
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

/// What a renderer needs to show places: the path and the text of each source file.
pub trait Files {
    /// Path as the editor knows it, with `/` between folders.
    fn path(&self, file: FileId) -> &str;
    /// Text of the file; what is not UTF-8 is shown with replacement characters.
    fn text(&self, file: FileId) -> Cow<'_, str>;
}

/// Could a whole file not be read as it stands? Much else may follow from that, so it comes first.
fn is_unread(d: &Diagnostic, files: &dyn Files) -> bool {
    match d.code {
        words::data::ENCODING | words::files::DATA_MISNAMED | words::files::VERSIONS => true,
        // In a page it is a few lines that cannot be read.
        words::data::SYNTAX => d.place.is_some_and(|place| files.path(place.file).ends_with(".toml")),
        _ => false,
    }
}

/// Puts diagnostics in reading order (first what could not be read, then errors and warnings mixed; by file path, place, code) and
/// drops repeats.
pub fn sort(diagnostics: &mut Vec<Diagnostic>, files: &dyn Files) {
    let key = |d: &Diagnostic| {
        let place = d.place.map(|s| (files.path(s.file).to_owned(), s.start, s.end));
        (!is_unread(d, files), place, d.code, d.message.clone())
    };
    diagnostics.sort_by_cached_key(key);
    diagnostics.dedup();
}
