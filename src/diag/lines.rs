//! Texts that know where their lines start, so that a problem far down a long file costs no more than one at its top.

use super::{Diagnostic, FileId, Files, LineColumn, Span};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// The texts of the files that problems stand in.
pub struct Texts<'a>(BTreeMap<FileId, Lines<'a>>);

/// A text and the bytes at which its lines start.
pub struct Lines<'a> {
    text: Cow<'a, str>,
    starts: Vec<usize>,
}

impl<'a> Texts<'a> {
    /// Those of all files that these problems speak of.
    pub fn of<'d>(diagnostics: impl IntoIterator<Item = &'d Diagnostic>, files: &'a dyn Files) -> Self {
        let places =
            diagnostics.into_iter().flat_map(|d| d.place.iter().chain(d.related.iter().map(|(place, _)| place)));
        let shown: BTreeSet<FileId> = places.map(|place| place.file).collect();
        Self(shown.into_iter().map(|file| (file, Lines::of(files.text(file)))).collect())
    }

    /// The text of a file; `None` when no problem stands in it.
    pub fn get(&self, file: FileId) -> Option<&Lines<'a>> {
        self.0.get(&file)
    }

    /// Where a place begins.
    pub fn start(&self, place: Span) -> LineColumn {
        self.at(place.file, place.start)
    }

    /// Where a place ends.
    pub fn end(&self, place: Span) -> LineColumn {
        self.at(place.file, place.end)
    }

    fn at(&self, file: FileId, offset: u32) -> LineColumn {
        self.get(file).map_or(LineColumn { line: 1, column: 1 }, |lines| lines.at(offset as usize))
    }
}

impl<'a> Lines<'a> {
    /// Looks where the lines of a text start.
    pub fn of(text: Cow<'a, str>) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(i, _)| i + 1)).collect();
        Self { text, starts }
    }

    /// The index of the line that a byte stands on.
    fn line_of(&self, at: usize) -> usize {
        self.starts.partition_point(|start| *start <= at).saturating_sub(1)
    }

    /// Line and column of a byte offset; an offset past the end gives the end.
    pub fn at(&self, offset: usize) -> LineColumn {
        let offset = fit(&self.text, offset..offset).start;
        let line = self.line_of(offset);
        let before = self.text[self.starts[line]..offset].trim_start_matches('\u{feff}');
        LineColumn { line: line + 1, column: before.chars().count() + 1 }
    }

    /// A line, from 1, without its end and without a byte order mark.
    pub fn line(&self, number: usize) -> Option<&str> {
        let from = *self.starts.get(number.checked_sub(1)?)?;
        let line = self.text[from..].lines().next().unwrap_or_default();
        Some(line.trim_start_matches('\u{feff}'))
    }

    /// All of it.
    pub fn whole(&self) -> &str {
        &self.text
    }

    /// The text of a range.
    pub fn get(&self, range: Range<usize>) -> Option<&str> {
        self.text.get(range)
    }

    /// The lines that a range touches with one on either side, the number of the first, and the range within them.
    pub fn around(&self, range: Range<usize>) -> (&str, usize, Range<usize>) {
        let range = fit(&self.text, range);
        let first = self.line_of(range.start).saturating_sub(1);
        let (from, after) = (self.starts[first], self.line_of(range.end) + 2);
        let to = self.starts.get(after).copied().unwrap_or(self.text.len());
        (&self.text[from..to], first + 1, range.start - from..range.end - from)
    }
}

/// A range inside the text and on character boundaries, so that no span can make a renderer panic.
fn fit(text: &str, range: Range<usize>) -> Range<usize> {
    let start = text.floor_char_boundary(range.start);
    start..text.floor_char_boundary(range.end).max(start)
}

#[cfg(test)]
mod tests {
    use super::Lines;
    use crate::diag::line_column;

    #[test]
    fn places_are_those_that_counting_gives() {
        let text = "\u{feff}één\r\ntwee\n\nvier";
        let lines = Lines::of(text.into());
        for offset in 0..text.len() + 3 {
            assert_eq!(lines.at(offset), line_column(text, offset), "{offset}");
        }
        assert_eq!((lines.line(1), lines.line(4), lines.line(5)), (Some("één"), Some("vier"), None));
    }
}
