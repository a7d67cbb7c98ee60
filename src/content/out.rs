//! What is written: HTML, its open places, and the same as plain text.

use super::{Heading, Segment, Words};
use crate::markup::Html;

/// A piece of output. Headings, footnotes and text alternatives are written in a piece of their own first.
#[derive(Debug, Default)]
pub struct Out {
    /// HTML since the last segment.
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
        self.flush();
        self.segments.push(segment);
    }

    /// Something that is filled in later with words.
    pub fn gap(&mut self, segment: Segment) {
        self.segment(segment);
        self.plain.push_gap(self.segments.len() - 1);
    }

    /// Adds another piece at the end.
    pub fn append(&mut self, mut other: Self) {
        if other.segments.is_empty() {
            self.html.append(&other.html);
        } else {
            self.flush();
        }
        let shift = self.segments.len();
        if !other.segments.is_empty() {
            self.segments.append(&mut other.segments);
            self.html = other.html;
        }
        self.plain.append(&other.plain, shift);
        let moved = other.headings.into_iter().map(|h| Heading { text: h.text.shifted(shift), ..h });
        self.headings.extend(moved);
    }

    /// The segments so far that are not HTML in waiting.
    pub fn segments(&self) -> &[Segment] {
        &self.segments
    }

    /// Where the segments of a piece that is appended now would start.
    pub fn next_segment(&self) -> usize {
        self.segments.len() + usize::from(!self.html.is_empty())
    }

    /// All segments.
    pub fn finish(&mut self) -> Vec<Segment> {
        self.flush();
        std::mem::take(&mut self.segments)
    }

    fn flush(&mut self) {
        if !self.html.is_empty() {
            self.segments.push(Segment::Html(self.html.take()));
        }
    }
}
