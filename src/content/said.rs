//! What Markdown means without saying it: the site's language has the words.

use crate::phrases::Phrases;

/// Something that Markdown means without saying it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// The title of `> [!NOTE]`.
    Note,
    /// Of `> [!TIP]`.
    Tip,
    /// Of `> [!IMPORTANT]`.
    Important,
    /// Of `> [!WARNING]`.
    Warning,
    /// Of `> [!CAUTION]`.
    Caution,
    /// The link beside a heading.
    ToHeading,
    /// A task that is done.
    Done,
    /// A task that is not.
    ToDo,
    /// A reference to the footnote with this number.
    Footnote(usize),
    /// The heading above the footnotes.
    Footnotes,
    /// The way back from a footnote, to the so-manieth reference to it.
    Back(usize, usize),
}

impl Said {
    /// The words for it.
    pub fn words(self, phrases: &Phrases) -> String {
        let say = phrases.markdown();
        let words = match self {
            Self::Note => say.note(),
            Self::Tip => say.tip(),
            Self::Important => say.important(),
            Self::Warning => say.warning(),
            Self::Caution => say.caution(),
            Self::ToHeading => say.to_heading(),
            Self::Done => say.done(),
            Self::ToDo => say.to_do(),
            Self::Footnotes => say.footnotes(),
            Self::Footnote(number) => return say.footnote(number),
            Self::Back(number, 1) => return say.back(number),
            Self::Back(number, nth) => return say.back_nth(number, nth),
        };
        words.to_owned()
    }
}
