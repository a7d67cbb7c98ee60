//! What is written: HTML with open places in it, and the same as plain text.

use super::{Body, Heading, Segment, Words};
use crate::markup::Html;

/// A piece of output. Headings, footnotes and text alternatives are written in a piece of their own first.
#[derive(Debug, Default)]
pub struct Out {
    /// With a gap for each segment.
    pub html: Html,
    segments: Vec<Segment>,
    pub plain: Words,
    pub headings: Vec<Heading>,
}

impl Out {
    /// The same words in HTML and in plain text.
    pub fn text(&mut self, text: &str) {
        self.html.push_text(text);
        self.plain.push_str(text);
    }

    /// Something that is filled in later and has no words of its own.
    pub fn segment(&mut self, segment: Segment) {
        self.html.gap();
        self.segments.push(segment);
    }

    /// Something that is filled in later with words.
    pub fn gap(&mut self, segment: Segment) {
        self.segment(segment);
        self.plain.push_gap(self.segments.len() - 1);
    }

    /// Adds another piece at the end.
    pub fn append(&mut self, mut other: Self) {
        let shift = self.segments.len();
        self.html.append(&other.html);
        self.segments.append(&mut other.segments);
        self.plain.append(&other.plain, shift);
        let moved = other.headings.into_iter().map(|h| Heading { text: h.text.shifted(shift), ..h });
        self.headings.extend(moved);
    }

    /// What is still to be filled in, so far.
    pub fn segments(&self) -> &[Segment] {
        &self.segments
    }

    /// All of it, in no more room than it needs.
    pub fn finish(&mut self) -> Body {
        let mut segments = std::mem::take(&mut self.segments);
        segments.shrink_to_fit();
        Body { html: self.html.take(), segments }
    }
}
