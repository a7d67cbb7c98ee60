//! Running text held against all patterns: one pass, and only where a byte stands with which some pattern begins.

use super::pattern::Pattern;
use super::{Construct, FAMILIES, Found, looks, office, signs, split_heading_id};
use crate::letters::{Begins, end_of_word, first_line, window};
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

/// What may begin somewhere. Nearly every letter begins some pattern, so without this every word would be held against a dozen of them.
/// Most patterns stand only at the start of a line, so the rest of a line has a table of its own.
static AT_START: Begins = begins(true);
static FURTHER_ON: Begins = begins(false);

const fn begins(at_start: bool) -> Begins {
    let entries = by_first();
    let mut begins = Begins::NONE;
    begins.take_in(SIGN_OF_WORD as u32);
    begins.take_in(STYLED_LETTER as u32);
    let mut i = 0;
    while i < entries.len() {
        if at_start || !entries[i].for_start {
            begins.take_in(entries[i].head);
        }
        i += 1;
    }
    begins
}

/// Letters and digits.
const OF_WORD: u8 = 1;
/// Some pattern begins with it.
const BEGINS: u8 = 2;

/// Some pattern begins with it of which no more than two bytes are known.
const TINY: u8 = 4;

/// Which bytes may stand second further on in a line, where the first is `b`: a bit for each. Most words end here, before four bytes are
/// looked at.
static SECONDS: [[u64; 4]; 256] = {
    let (entries, mut all, mut i) = (by_first(), [[0; 4]; 256], 0);
    // Of these whole ranges of signs are looked for, not patterns.
    (all[SIGN_OF_WORD], all[STYLED_LETTER]) = ([u64::MAX; 4], [u64::MAX; 4]);
    while i < entries.len() {
        let Entry { pattern, for_start, .. } = entries[i];
        i += 1;
        if for_start {
            continue;
        }
        let bits = &mut all[pattern.first() as usize];
        match pattern.second() {
            Some(byte) => {
                let (small, capital) = (byte.to_ascii_lowercase() as usize, byte.to_ascii_uppercase() as usize);
                bits[small / 64] |= 1 << (small % 64);
                bits[capital / 64] |= 1 << (capital % 64);
            }
            None => *bits = [u64::MAX; 4],
        }
    }
    all
};

/// What each byte is, of these.
static CLASS: [u8; 256] = {
    let mut table = [0; 256];
    table[SIGN_OF_WORD] = TINY;
    table[STYLED_LETTER] = TINY;
    let (entries, mut i) = (by_first(), 0);
    while i < entries.len() {
        if entries[i].mask <= 0xffff {
            table[entries[i].pattern.first() as usize] |= TINY;
        }
        i += 1;
    }
    let mut byte = 0;
    while byte < 256 {
        if (byte as u8).is_ascii_alphanumeric() {
            table[byte] |= OF_WORD;
        }
        if HEADS[byte] < HEADS[byte + 1] {
            table[byte] |= BEGINS;
        }
        byte += 1;
    }
    table
};

/// The first byte of a letter of social media.
const STYLED_LETTER: usize = 0xf0;
static STYLED: Construct = signs::STYLED;

/// The first byte of a sign of Word's own letters.
const SIGN_OF_WORD: usize = 0xef;

/// May a pattern begin here?
fn may_begin(text: &[u8], tiny: bool, starts_line: bool) -> bool {
    if starts_line {
        return AT_START.may_have(window(text), tiny);
    }
    let &[first, second, ..] = text else { return true };
    SECONDS[usize::from(first)][usize::from(second / 64)] >> (second % 64) & 1 == 1
        && FURTHER_ON.may_have(window(text), tiny)
}

/// The running text of a page, looked through piece by piece as Markdown hands it over.
pub struct Prose<'a> {
    source: &'a str,
    /// What stands before this was looked through, or belongs to what was found.
    end: usize,
    /// A word goes on here that began in the piece before.
    word: Option<usize>,
    /// What is ours: the id behind a heading, the line that opens a box.
    ours: Range<usize>,
}

impl<'a> Prose<'a> {
    pub fn of(source: &'a str) -> Self {
        Prose { source, end: 0, word: None, ours: 0..0 }
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
        if text.is_empty() || self.source.get(range.clone()) != Some(text) {
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
        let source = self.source.as_bytes();
        let text = &source[..end];
        let mut starts_line = self.starts_line(start);
        let mut i = if self.word.take() == Some(start) { end_of_word(text, start) } else { start };
        let mut in_word = i > start;
        while i < end {
            let class = CLASS[usize::from(text[i])];
            if class & BEGINS != 0
                && may_begin(&source[i..], class & TINY != 0, starts_line)
                && let Some((construct, length)) = self.at(i, starts_line)
            {
                found.push(Found { range: i..i + length, construct });
                i += length.max(1);
                starts_line = source[i - 1] == b'\n';
                in_word = false;
                continue;
            }
            starts_line = text[i] == b'\n';
            // Nothing begins within a word, and nearly all of a text is the rest of one.
            in_word = class & OF_WORD != 0;
            i = if in_word { end_of_word(text, i + 1) } else { i + 1 };
        }
        self.end = i;
        self.word = in_word.then_some(i);
    }

    /// Stand only signs of quotations, lists and headings before this on its line?
    fn starts_line(&self, at: usize) -> bool {
        let before = &self.source.as_bytes()[..at];
        let marks = before[self.end.min(at)..].iter().rev().take_while(|byte| looks::is_mark(**byte)).count();
        let first = at - marks;
        first == 0 || before[first - 1] == b'\n'
    }

    fn at(&self, i: usize, starts_line: bool) -> Option<(&'static Construct, usize)> {
        let rest = self.source.get(i..)?;
        let first = usize::from(rest.as_bytes()[0]);
        if let Some(length) = Some(rest).filter(|_| first == SIGN_OF_WORD).and_then(office::sign_of_word) {
            return Some((&office::SIGN, length));
        }
        if let Some(length) = Some(rest).filter(|_| first == STYLED_LETTER).and_then(signs::styled) {
            return Some((&STYLED, length));
        }
        let window = window(rest.as_bytes());
        let entries = BY_FIRST[HEADS[first]..HEADS[first + 1]].iter();
        entries.filter(|entry| entry.may_stand(window, starts_line)).find_map(|entry| {
            let before = self.source[..i].chars().next_back();
            Some((entry.construct, entry.pattern.length(rest, before, starts_line)?))
        })
    }
}
