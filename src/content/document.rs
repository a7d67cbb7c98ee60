//! A page as parsed: independent of every other file.

use super::FrontMatter;
use crate::diag::{Diagnostic, Span};

/// A parsed page. Places are in file 0 until [`Document::problems`] are moved to the real file.
#[derive(Debug, Clone, Default)]
pub struct Document {
    /// Front matter; `None` when there was none or it could not be read.
    pub front: Option<FrontMatter>,
    /// The body in order.
    pub body: Vec<Segment>,
    /// Headings in order, levels 2 to 6 (a `#` heading becomes level 2: the title is the page's only h1).
    pub headings: Vec<Heading>,
    /// The body as plain text, for search and descriptions.
    pub plain: String,
    /// Anchors.
    pub anchors: Vec<String>,
    /// What is wrong with this file on its own.
    pub problems: Vec<Diagnostic>,
}

/// A heading in the body.
#[derive(Debug, Clone, PartialEq)]
pub struct Heading {
    /// 2 to 6.
    pub level: u8,
    /// Unique on the page.
    pub id: String,
    /// Plain text.
    pub text: String,
}

/// A piece of the body.
#[derive(Debug, Clone, PartialEq)]
pub enum Segment {
    /// Finished, safe HTML.
    Html(String),
    /// An opening `<a>` whose address is yet to be found; the closing tag is in the HTML that follows.
    LinkOpen {
        /// Where to.
        target: Target,
        /// Title attribute, when given.
        title: String,
        /// Where the link stands.
        place: Span,
    },
    /// `[[id]]` or `[[id|text]]`: a whole link.
    Mention {
        /// The id, or the path of a page.
        id: String,
        /// The words to show; the entity's name when absent.
        text: Option<String>,
        /// Where the id stands.
        place: Span,
    },
    /// `{{ key }}`: a figure from the data.
    Figure {
        /// The key.
        key: String,
        /// Where it stands.
        place: Span,
    },
    /// An image whose file is yet to be found.
    Image {
        /// Path as written.
        src: String,
        /// Text alternative.
        alt: String,
        /// Title, or empty.
        title: String,
        /// Where it stands.
        place: Span,
    },
    /// A fenced `infographic` block: its TOML, with the byte offset of the TOML in the file.
    Infographic {
        /// The TOML between the fences.
        toml: String,
        /// Where the TOML starts and ends.
        place: Span,
    },
}

/// Where an ordinary link points.
#[derive(Debug, Clone, PartialEq)]
pub enum Target {
    /// Within the site, as written: relative (`../pho/`), absolute (`/gremia/`), to a file (`x.md`), with or without `#anchor`.
    Internal(String),
    /// Another site, or a scheme such as `mailto:`; finished and safe.
    External(String),
}
