//! Running text held against all patterns: one pass, and only where a byte stands with which some pattern begins.

use super::pattern::Pattern;
use super::{Construct, FAMILIES, Found, looks, office, signs, split_heading_id};
use crate::content::begins::{Begins, Places, window};
use crate::letters::{end_of_word, first_line, stands_at};
use std::ops::Range;

/// The patterns by the byte that they begin with: those of byte `b` stand from `HEADS[b]` to `HEADS[b + 1]`, in the order of the
/// tables.
const HEADS: [usize; 257] = heads();
static BY_FIRST: [Entry; HEADS[256]] = by_first();

/// A pattern in the table, with what nearly always tells that it can't stand here.
#[derive(Clone, Copy)]
struct Entry {
    construct: &'static Construct,
    pattern: &'static Pattern,
    head: u32,
    mask: u32,
    for_start: bool,
}

impl Entry {
    fn may_stand(&self, window: u32, starts_line: bool) -> bool {
        window & self.mask == self.head && (starts_line || !self.for_start)
    }
}

/// How many patterns begin with each byte, added up.
const fn heads() -> [usize; 257] {
    let mut heads = [0; 257];
    let mut family = 0;
    while family < FAMILIES.len() {
        let mut construct = 0;
        while construct < FAMILIES[family].len() {
            let patterns = FAMILIES[family][construct].patterns;
            let mut i = 0;
            while i < patterns.len() {
                heads[patterns[i].first() as usize + 1] += 1;
                i += 1;
            }
            construct += 1;
        }
        family += 1;
    }
    let mut byte = 0;
    while byte < 256 {
        heads[byte + 1] += heads[byte];
        byte += 1;
    }
    heads
}

const fn by_first() -> [Entry; HEADS[256]] {
    let (construct, pattern) = (&FAMILIES[0][0], &FAMILIES[0][0].patterns[0]);
    let mut all = [Entry { construct, pattern, head: 0, mask: 0, for_start: false }; HEADS[256]];
    let mut next = HEADS;
    let mut family = 0;
    while family < FAMILIES.len() {
        let mut one = 0;
        while one < FAMILIES[family].len() {
            let construct = &FAMILIES[family][one];
            let mut i = 0;
            while i < construct.patterns.len() {
                let pattern = &construct.patterns[i];
                let (head, mask) = pattern.head();
                let first = pattern.first() as usize;
                all[next[first]] = Entry { construct, pattern, head, mask, for_start: pattern.is_for_start() };
                next[first] += 1;
                i += 1;
            }
            one += 1;
        }
        family += 1;
    }
    all
}

/// What may begin at the start of a line, and what may begin further on: most patterns stand only at the start.
static AT_START: Begins = begins(true);
pub static FURTHER_ON: Begins = begins(false);

const fn begins(at_start: bool) -> Begins {
    let entries = by_first();
    let mut begins = Begins::NONE;
    begins.take_in(&[SIGN_OF_WORD]);
    begins.take_in(&[STYLED_LETTER]);
    // Behind the end of a line another begins.
    begins.take_in(b"\n");
    let mut i = 0;
    while i < entries.len() {
        if at_start || !entries[i].for_start {
            begins.take_in(entries[i].pattern.known());
        }
        i += 1;
    }
    begins
}

/// The first byte of a letter of social media.
const STYLED_LETTER: u8 = 0xf0;
static STYLED: Construct = signs::STYLED;

/// The first byte of a sign of Word's own letters.
const SIGN_OF_WORD: u8 = 0xef;

/// The running text of a page, looked through piece by piece as Markdown hands it over.
pub struct Prose<'a> {
    source: &'a str,
    /// Where a pattern may begin within a line, and maybe more places.
    places: &'a mut Places,
    /// What stands before this was looked through, or belongs to what was found.
    end: usize,
    /// A word goes on here that began in the piece before.
    word: Option<usize>,
    /// What is ours: the id behind a heading, the line that opens a box.
    ours: Range<usize>,
}

impl<'a> Prose<'a> {
    pub fn of(source: &'a str, places: &'a mut Places) -> Self {
        Prose { source, places, end: 0, word: None, ours: 0..0 }
    }

    /// Passes over what begins further on and is ours.
    pub fn pass_over(&mut self, ours: Range<usize>) {
        self.ours = ours;
    }

    /// Passes over the id behind the heading that begins here.
    pub fn pass_id(&mut self, range: &Range<usize>) {
        let Some(line) = self.source.get(range.clone()).map(first_line) else { return };
        if let Some((words, _)) = split_heading_id(line) {
            self.pass_over(range.start + words.len()..range.start + line.len());
        }
    }

    /// Looks through a piece of running text; what has a backslash before it means nothing.
    pub fn look(&mut self, text: &str, range: &Range<usize>, found: &mut Vec<Found>) {
        if text.is_empty() || !stands_at(self.source, range, text) {
            return;
        }
        let escaped = self.source.as_bytes()[..range.start].ends_with(b"\\");
        let start = range.start + usize::from(escaped && text.starts_with(|c: char| c.is_ascii_punctuation()));
        let end = if self.ours.contains(&range.start) {
            return;
        } else if self.ours.contains(&(range.end - 1)) {
            self.ours.start
        } else {
            range.end
        };
        let start = start.max(self.end);
        if start < end && self.source.is_char_boundary(start) {
            self.pass(start, end, found);
        }
    }

    fn pass(&mut self, start: usize, end: usize, found: &mut Vec<Found>) {
        let (source, bytes) = (self.source, self.source.as_bytes());
        let mut starts_line = self.starts_line(start);
        let mut i = if self.word.take() == Some(start) { end_of_word(&bytes[..end], start) } else { start };
        let mut passed = start;
        let mut places = self.places.within(i..end).iter().copied();
        // Nothing begins within a word, but a piece may, and so may what follows on what was found.
        let within_word = |at: usize| bytes[at].is_ascii_alphanumeric() && bytes[at - 1].is_ascii_alphanumeric();
        while i < end {
            if let Some((construct, length)) = at(source, i, starts_line) {
                found.push(Found { range: i..i + length, construct });
                i += length.max(1);
                passed = i;
            } else if bytes[i] == b'\n' {
                i += 1;
            } else {
                i = places.find(|&at| at > i && !within_word(at)).unwrap_or(end);
            }
            starts_line = bytes[i - 1] == b'\n';
        }
        self.end = i;
        self.word = (passed < end && bytes[end - 1].is_ascii_alphanumeric()).then_some(end);
    }

    /// Stand only signs of quotations, lists and headings before this on its line?
    fn starts_line(&self, at: usize) -> bool {
        let before = &self.source.as_bytes()[..at];
        let marks = before[self.end.min(at)..].iter().rev().take_while(|byte| looks::is_mark(**byte)).count();
        let first = at - marks;
        first == 0 || before[first - 1] == b'\n'
    }
}

/// What begins here, and how long it is.
fn at(source: &str, i: usize, starts_line: bool) -> Option<(&'static Construct, usize)> {
    let begins = if starts_line { &AT_START } else { &FURTHER_ON };
    if !begins.may_have(&source.as_bytes()[i..]) {
        return None;
    }
    whatever_stands_at(source, i, starts_line)
}

/// The same, held against every pattern.
fn whatever_stands_at(source: &str, i: usize, starts_line: bool) -> Option<(&'static Construct, usize)> {
    let rest = source.get(i..)?;
    let first = *rest.as_bytes().first()?;
    if let Some(length) = Some(rest).filter(|_| first == SIGN_OF_WORD).and_then(office::sign_of_word) {
        return Some((&office::SIGN, length));
    }
    if let Some(length) = Some(rest).filter(|_| first == STYLED_LETTER).and_then(signs::styled) {
        return Some((&STYLED, length));
    }
    let window = window(rest.as_bytes());
    let first = usize::from(first);
    let entries = BY_FIRST[HEADS[first]..HEADS[first + 1]].iter();
    entries.filter(|entry| entry.may_stand(window, starts_line)).find_map(|entry| {
        let before = source[..i].chars().next_back();
        Some((entry.construct, entry.pattern.length(rest, before, starts_line)?))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What stands in a text as one piece, with every byte of it held against every pattern.
    fn without_places(source: &str) -> Vec<Range<usize>> {
        let (bytes, mut found, mut i) = (source.as_bytes(), Vec::new(), 0);
        let mut starts_line = true;
        while i < source.len() {
            let here = whatever_stands_at(source, i, starts_line);
            found.extend(here.map(|(_, length)| i..i + length));
            i += here.map_or(1, |(_, length)| length.max(1));
            if here.is_none() && bytes[i - 1].is_ascii_alphanumeric() {
                i = end_of_word(bytes, i);
            }
            starts_line = bytes[i - 1] == b'\n';
        }
        found
    }

    /// What tells that nothing begins somewhere must never hide what does.
    #[test]
    fn nothing_is_hidden() {
        let patterns = FAMILIES.iter().copied().flatten().flat_map(|construct| construct.patterns);
        let signs = ["\u{f0b7}", "𝗔𝗕𝗖 𝗔", "\u{f000}"].map(str::to_owned);
        for example in patterns.map(Pattern::example).chain(signs) {
            for before in ["", "x", "é ", "een\n", "{{a}}"] {
                for behind in ["", "x"] {
                    let source = format!("{before}{example}{behind}{example}");
                    let mut found = Vec::new();
                    Prose::of(&source, &mut FURTHER_ON.places(&source)).look(&source, &(0..source.len()), &mut found);
                    let found: Vec<_> = found.into_iter().map(|found| found.range).collect();
                    assert_eq!(found, without_places(&source), "{source}");
                }
            }
        }
    }
}
