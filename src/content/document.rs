//! A page as parsed: independent of every other file.

use super::{FrontMatter, Headings, Said, Words};
use crate::diag::{Diagnostic, FileId, Span};
use crate::markup::{Attributes, Html, Packed};
use std::ops::Range;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// A parsed page. It knows nothing of other files, not even its own number: every place is in file 0 until it is moved
/// (see [`Document::problems_in`] and [`Document::fill`]), so that the result can be kept as long as the text is the same.
#[derive(Debug, Default)]
pub struct Document {
    /// blake3 of the front matter's text, with its place: all that other pages can see of this one but what it mentions.
    pub front_hash: [u8; 32],
    /// Front matter; `None` when there was none or it could not be read (which is told in `problems`).
    /// In a place of its own, so that nothing is left of it where it is taken out.
    pub front: Option<Box<FrontMatter>>,
    /// The body's HTML; see [`Body::html`].
    html: Mutex<Held>,
    /// Does nothing of its body come on the page: is it empty, or only a remark?
    pub is_blank: bool,
    /// What fills the gaps in the body, in order.
    pub segments: Vec<Segment>,
    /// Headings in order, levels 2 to 6 (the title is the page's only h1).
    pub headings: Headings,
    /// The ids that a link may point to beside those of headings, in order: footnotes, ids in raw HTML.
    pub anchors: Vec<String>,
    /// How the body begins as plain text, one line per block, for the page's description.
    pub plain: Words,
    /// Where abbreviations stand in its text, in the order of the text: nothing of this asks for what stands elsewhere.
    pub abbreviations: Vec<Range<usize>>,
    /// Where names between `[[ ]]` stand in it, likewise.
    pub names: Vec<Range<usize>>,
    /// Addresses of other sites that it leads to, with their places.
    pub outside: Vec<(String, Span)>,
    /// What is wrong with this file on its own.
    pub problems: Vec<Diagnostic>,
}

impl Document {
    /// Is there an infographic in it?
    pub fn has_infographic(&self) -> bool {
        self.segments.iter().any(|segment| matches!(segment, Segment::Infographic { .. }))
    }

    /// Lets go of the room that was kept for more: nothing is added any more.
    pub fn tighten(&mut self) {
        self.segments.shrink_to_fit();
        self.anchors.shrink_to_fit();
        self.outside.shrink_to_fit();
        self.abbreviations.shrink_to_fit();
        self.names.shrink_to_fit();
        self.plain.tighten();
    }

    /// Packs its HTML, which is most of it, until it is filled in.
    pub fn pack_text(&self) {
        let mut held = self.held();
        if let Held::Plain(html) = &mut *held {
            *held = Held::Packed(std::mem::take(html).into());
        }
    }

    /// Lets go of its HTML: it cannot be filled in any more.
    pub fn let_go_of_text(&self) {
        *self.held() = Held::default();
    }

    /// How many bytes of HTML are not packed.
    pub fn weight(&self) -> usize {
        match &*self.held() {
            Held::Plain(html) => html.as_str().len(),
            Held::Packed(_) => 0,
        }
    }

    /// Shows its HTML.
    pub(super) fn with_html<T>(&self, see: impl FnOnce(&Html) -> T) -> T {
        match &*self.held() {
            Held::Plain(html) => see(html),
            Held::Packed(packed) => see(&packed.html()),
        }
    }

    pub(super) fn set_body(&mut self, body: Body) {
        self.is_blank = body.segments.is_empty() && body.html.as_str().trim().is_empty();
        (self.html, self.segments) = (Mutex::new(Held::Plain(body.html)), body.segments);
    }

    fn held(&self) -> MutexGuard<'_, Held> {
        self.html.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Every id that a link may point to.
    pub fn every_anchor(&self) -> impl Iterator<Item = &str> {
        self.headings.iter().map(|heading| heading.id).chain(self.anchors.iter().map(String::as_str))
    }

    /// Could its text not be found, so that nothing is known of its headings?
    pub fn is_unread(&self) -> bool {
        self.front_hash == [0; 32]
    }

    /// The problems, with their places in `file`.
    pub fn problems_in(&self, file: FileId) -> impl Iterator<Item = Diagnostic> + '_ {
        self.problems.iter().map(move |problem| problem.clone().in_file(file))
    }
}

/// HTML that waits to be filled in.
#[derive(Debug)]
enum Held {
    Plain(Html),
    Packed(Packed),
}

impl Default for Held {
    fn default() -> Self {
        Self::Plain(Html::default())
    }
}

/// Inline Markdown from a data file. Its places are right as they are.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Inline {
    /// The text, without a paragraph around it.
    pub body: Body,
    /// The same as plain text.
    pub plain: Words,
    /// What is wrong with it.
    pub problems: Vec<Diagnostic>,
}

/// What is finished, with gaps for what is not. One text with places in it rather than a list of pieces: a page of links would
/// otherwise be as many small texts, each with room of its own.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Body {
    /// Safe HTML with a gap for each segment, and a blank for each heading's link to itself.
    pub html: Html,
    /// What fills the gaps, in order.
    pub segments: Vec<Segment>,
}

impl From<Html> for Body {
    fn from(html: Html) -> Self {
        Self { html, segments: Vec::new() }
    }
}

/// What something on a page may be meant as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Suspected {
    /// `[id]`.
    Mention,
    /// `{ key }`.
    Figure,
    /// A block of code that is named after a kind of infographic.
    Drawing,
    /// The lines of an infographic of this kind, without the block around them.
    Unfenced,
    /// The lines of one in a block of code that says no language.
    Unnamed,
    /// What stands around a figure that may say it already: `{{ key }} euro` and `€ {{ key }}`. The name is the key, a space and the word.
    Unit,
}

/// What is filled in when the rest of the site is known.
#[derive(Debug, Clone, PartialEq)]
pub enum Segment {
    /// Words of the site's language.
    Said(Said),
    /// An opening tag whose `aria-label` is in the site's language.
    Named {
        /// The element.
        name: &'static str,
        /// Its attributes; that of the label is empty.
        attributes: Attributes,
        /// What the label says.
        said: Said,
    },
    /// An opening `<a>` whose address is yet to be found; the closing tag is in the HTML that follows.
    LinkOpen {
        /// Where to.
        target: Target,
        /// More attributes; mostly none.
        attributes: Attributes,
        /// Where the address stands, or the whole link when that is not to be found.
        place: Span,
    },
    /// `[[id]]`: a whole link, with the name of what the id stands for.
    Mention {
        /// The id, or the path of a page.
        id: String,
        /// Where the id stands.
        place: Span,
    },
    /// `{{ key }}`: a figure from the data.
    Figure {
        /// The key.
        key: String,
        /// Where the key stands.
        place: Span,
    },
    /// An image whose file is yet to be found.
    Image {
        /// Path as written.
        src: Box<str>,
        /// Text alternative; empty when the image is only decoration.
        alt: Box<str>,
        /// More attributes; mostly none.
        attributes: Attributes,
        /// Where the path stands, or the whole image when that is not to be found.
        place: Span,
    },
    /// Something that may be meant as a mention, a figure or a drawing, if there is one of this name. It leaves nothing on the page: the
    /// text itself follows it.
    Suspect {
        /// What it may be.
        of: Suspected,
        /// The id, the key or the word.
        name: String,
        /// Where it stands, with its brackets.
        place: Span,
    },
    /// A fenced `rekenhulp` block, likewise.
    Calculator {
        /// The TOML between the fences.
        toml: String,
        /// Where the TOML starts and ends.
        place: Span,
    },
    /// A fenced `infographic` block.
    Infographic {
        /// The TOML between the fences, byte for byte as long as its place: what stood before it on a line (the `> ` of a
        /// quotation, the indent of a list) is blanked.
        toml: String,
        /// Where the TOML starts and ends.
        place: Span,
    },
}

impl Segment {
    /// May it show more of other pages than the name of one that it leads to?
    pub fn may_show_pages(&self) -> bool {
        let named = matches!(self, Self::Named { .. } | Self::LinkOpen { .. } | Self::Mention { .. });
        !(named || matches!(self, Self::Said(_) | Self::Figure { .. } | Self::Image { .. }))
    }

    /// May it show something of the data, or lead to it by an id?
    pub fn may_show_data(&self) -> bool {
        let address = matches!(self, Self::LinkOpen { target: Target::Address(_), .. });
        !(address || matches!(self, Self::Said(_) | Self::Named { .. } | Self::Image { .. }))
    }
}

/// Where a link that depends on other files points.
#[derive(Debug, Clone, PartialEq)]
pub enum Target {
    /// An address within the site as written: relative (`../pho/`), absolute (`/gremia/`), to a file (`x.md`), with or without
    /// `#anchor`, or an anchor alone.
    Address(String),
    /// The id or page path of `[[id|own words]]`.
    Mention(String),
}
