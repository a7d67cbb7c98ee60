//! Plain text with gaps, for what only the rest of the site can tell.

use std::ops::Range;

/// So many letters and signs are more than any opening of a page shows.
const OPENING: usize = 400;

/// Plain text in which the names of mentions and the values of figures are still to be filled in.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Words {
    text: String,
    /// Byte offset in the text, and the number of the segment that belongs there. In order.
    gaps: Vec<(usize, usize)>,
}

impl Words {
    /// Lets go of the room that was kept for more.
    pub fn tighten(&mut self) {
        self.text.shrink_to_fit();
        self.gaps.shrink_to_fit();
    }

    /// The text with nothing in its gaps.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text with its gaps filled: `name` gets the number of a segment.
    pub fn filled<'n>(&self, name: impl FnMut(usize) -> &'n str) -> String {
        self.filled_part(0..self.text.len(), 0..self.gaps.len(), name)
    }

    /// The same for a part of it, with the gaps in that by number.
    pub(super) fn filled_part<'n>(
        &self,
        part: Range<usize>,
        gaps: Range<usize>,
        mut name: impl FnMut(usize) -> &'n str,
    ) -> String {
        let mut full = String::with_capacity(part.len() + 16 * gaps.len());
        let mut done = part.start;
        for &(at, segment) in &self.gaps[gaps] {
            full.push_str(&self.text[done..at]);
            full.push_str(name(segment));
            done = at;
        }
        full.push_str(&self.text[done..part.end]);
        full
    }

    /// Nothing at all?
    pub fn is_empty(&self) -> bool {
        self.text.is_empty() && self.gaps.is_empty()
    }

    pub(super) fn push_str(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// A gap for segment number `segment`.
    pub(super) fn push_gap(&mut self, segment: usize) {
        self.gaps.push((self.text.len(), segment));
    }

    /// A space between words; several become one.
    pub(super) fn space(&mut self) {
        if !self.last().is_whitespace() {
            self.text.push(' ');
        }
    }

    /// Ends a block: the next words start on a line of their own.
    pub(super) fn end_line(&mut self) {
        while self.text.ends_with(' ') && !self.ends_in_gap() {
            self.text.pop();
        }
        if self.last() != '\n' {
            self.text.push('\n');
        }
    }

    /// The last character; a gap counts as a letter, and the start of a block as a line end.
    pub(super) fn last(&self) -> char {
        if self.ends_in_gap() { 'x' } else { self.text.chars().next_back().unwrap_or('\n') }
    }

    pub(super) fn reserve_exact(&mut self, bytes: usize) {
        self.text.reserve_exact(bytes);
    }

    /// How much there is, to see whether something was added.
    pub(super) fn size(&self) -> (usize, usize) {
        (self.text.len(), self.gaps.len())
    }

    /// Adds the words of another, whose segments are numbered from `shift`.
    pub(super) fn append(&mut self, other: &Self, shift: usize) {
        let start = self.text.len();
        self.gaps.extend(other.gaps.iter().map(|&(at, segment)| (at + start, segment + shift)));
        self.text.push_str(&other.text);
    }

    /// The same words, with segments numbered from `shift`.
    pub(super) fn shifted(mut self, shift: usize) -> Self {
        self.gaps.iter_mut().for_each(|(_, segment)| *segment += shift);
        self
    }

    /// Without white space around it.
    pub(super) fn trimmed(mut self) -> Self {
        while self.text.ends_with(char::is_whitespace) && !self.ends_in_gap() {
            self.text.pop();
        }
        let first_gap = self.gaps.first().map_or(self.text.len(), |g| g.0);
        let cut = self.text[..first_gap].len() - self.text[..first_gap].trim_start().len();
        self.text.drain(..cut);
        self.gaps.iter_mut().for_each(|(at, _)| *at -= cut);
        self
    }

    /// No more of it than an opening asks, in no more room than it needs: pages are many.
    pub(super) fn opening(mut self) -> Self {
        if let Some(end) = self.end_of_opening() {
            self.text.truncate(end);
            self.gaps.retain(|&(at, _)| at <= end);
        }
        self.text.shrink_to_fit();
        self
    }

    /// Where the sign stands that is one too many for an opening.
    fn end_of_opening(&self) -> Option<usize> {
        let mut signs = 0;
        self.text.bytes().enumerate().position(|(at, byte)| {
            signs += match byte {
                b' ' | b'\t'..=b'\r' => 0,
                0..0x80 => 1,
                // The others of a sign go on with it.
                0x80..0xc0 => 0,
                0xc0.. => usize::from(!self.text[at..].starts_with(char::is_whitespace)),
            };
            signs > OPENING
        })
    }

    /// Without its last bytes, when these are words; otherwise as it is.
    pub(super) fn without_end(mut self, length: usize) -> Option<Self> {
        let end = self.text.len().checked_sub(length).filter(|end| self.text.is_char_boundary(*end))?;
        if self.gaps.last().is_some_and(|&(at, _)| at > end) {
            return None;
        }
        self.text.truncate(end);
        Some(self.trimmed())
    }

    fn ends_in_gap(&self) -> bool {
        self.gaps.last().is_some_and(|&(at, _)| at == self.text.len())
    }
}

#[cfg(test)]
mod tests {
    use super::{OPENING, Words};

    #[test]
    fn gaps_move_along() {
        let mut words = Words::default();
        words.push_str("  Het ");
        words.push_gap(0);
        words.push_str(" vergadert ");
        let words = words.trimmed();
        assert_eq!(words.text(), "Het  vergadert");
        let mut all = Words::default();
        all.push_str("A ");
        all.append(&words, 4);
        assert_eq!(all.filled(|n| if n == 4 { "PHO" } else { "?" }), "A Het PHO vergadert");
    }

    #[test]
    fn an_opening_is_no_longer_than_it_need_be() {
        let mut words = Words::default();
        words.push_gap(0);
        words.push_str(&" één\u{a0}\n ander €".repeat(OPENING));
        words.push_gap(1);
        let opening = words.clone().opening();
        assert_eq!(opening.text().chars().filter(|sign| !sign.is_whitespace()).count(), OPENING);
        assert!(words.text().starts_with(opening.text()));
        assert_eq!(opening.filled(|_| "x"), format!("x{}", opening.text()));
        words = Words::default();
        words.push_str("Kort.");
        assert_eq!(words.clone().opening(), words);
    }
}
