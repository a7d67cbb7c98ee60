//! Many words looked for in one pass, without an automaton: to build one costs more than looking through a hundred pages.

use crate::letters::{Begins, end_of_digits, end_of_letters, window};
use std::ops::Range;

/// What is looked for, each with its sort. Capitals and small letters of ASCII are one.
#[derive(Debug)]
pub struct Needles<S: 'static> {
    /// By their first byte in small letters, the longest first.
    all: Vec<Needle<S>>,
    /// Those of first byte `b` are `all[heads[b]..heads[b + 1]]`.
    heads: Vec<usize>,
    /// What each byte is: a row of the bits below.
    class: [u8; 256],
    /// What they begin with: four bytes, or as many as there are.
    begin: Begins,
}

/// A letter of ASCII.
const LETTER: u8 = 1;
/// A digit.
const DIGIT: u8 = 2;
/// Another sign with which some needle begins.
const SIGN: u8 = 4;
/// Some needle begins with it that is no longer than two bytes.
const TINY: u8 = 8;

/// One of them.
#[derive(Debug)]
struct Needle<S: 'static> {
    text: &'static str,
    sort: S,
    /// Its first bytes as a [`window`], and which bits of that it has.
    head: u32,
    mask: u32,
}

/// What was found where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit<S> {
    /// The place in the text.
    pub range: Range<usize>,
    /// Of what sort it is.
    pub sort: S,
}

impl<S: Copy> Needles<S> {
    /// Needles with something in them; an empty one would stand everywhere, and is left out.
    pub fn of(needles: impl Iterator<Item = (&'static str, S)>) -> Self {
        let mut all: Vec<_> = needles
            .filter(|(text, _)| !text.is_empty())
            .map(|(text, sort)| {
                let mask = u32::MAX >> (32 - 8 * text.len().min(4));
                Needle { text, sort, head: window(text.as_bytes()) & mask, mask }
            })
            .collect();
        let first = |needle: &Needle<S>| needle.text.as_bytes()[0].to_ascii_lowercase();
        all.sort_by(|a, b| first(a).cmp(&first(b)).then(b.text.len().cmp(&a.text.len())));
        let mut heads = vec![0; 257];
        let mut begin = Begins::NONE;
        let mut class = [0; 256];
        for byte in 0..=u8::MAX {
            let letter = if byte.is_ascii_alphabetic() { LETTER } else { 0 };
            class[usize::from(byte)] = if byte.is_ascii_digit() { DIGIT } else { letter };
        }
        for needle in &all {
            let first = first(needle);
            heads[usize::from(first) + 1] += 1;
            begin.take_in(needle.head);
            for byte in [first, first.to_ascii_uppercase()] {
                let class = &mut class[usize::from(byte)];
                *class |= if *class & (LETTER | DIGIT) == 0 { SIGN } else { 0 };
                *class |= if needle.text.len() < 3 { TINY } else { 0 };
            }
        }
        for byte in 0..256 {
            heads[byte + 1] += heads[byte];
        }
        Self { all, heads, class, begin }
    }

    /// The longest needle at every place where a word may begin, in order; what overlaps is for the caller to pass over.
    pub fn find<'a>(&'a self, text: &'a str) -> impl Iterator<Item = Hit<S>> + 'a {
        let bytes = text.as_bytes();
        let mut at = 0;
        std::iter::from_fn(move || {
            while let Some(&first) = bytes.get(at) {
                let place = at;
                let class = self.class[usize::from(first)];
                at += 1;
                // In a word no other begins; a number may end where a word begins.
                match class & (LETTER | DIGIT | SIGN) {
                    0 => continue,
                    LETTER => at = end_of_letters(bytes, at),
                    DIGIT => at = end_of_digits(bytes, at),
                    _ => {}
                }
                if self.begin.may_have(window(&bytes[place..]), class & TINY != 0)
                    && let Some(hit) = self.longest(text, place)
                {
                    return Some(hit);
                }
            }
            None
        })
    }

    fn longest(&self, text: &str, place: usize) -> Option<Hit<S>> {
        let first = usize::from(text.as_bytes()[place].to_ascii_lowercase());
        let rest = &text.as_bytes()[place..];
        let window = window(rest);
        let mut all = self.all[self.heads[first]..self.heads[first + 1]].iter();
        let found = all.find(|needle| {
            window & needle.mask == needle.head
                && rest.get(..needle.text.len()).is_some_and(|r| r.eq_ignore_ascii_case(needle.text.as_bytes()))
        })?;
        Some(Hit { range: place..place + found.text.len(), sort: found.sort })
    }
}

#[cfg(test)]
mod tests {
    use super::Needles;

    #[test]
    fn the_longest_stands_where_a_word_begins() {
        let needles = Needles::of(["els", "elst", "@", "[", "[naam]", "€ ", "06", "abna", ""].into_iter().zip(0..));
        let found = |text: &str| {
            let hits: Vec<_> = needles.find(text).map(|hit| (&text[hit.range], hit.sort)).collect();
            format!("{hits:?}")
        };
        assert_eq!(found("Els en ELST, niet tels"), r#"[("Els", 0), ("ELST", 1)]"#);
        assert_eq!(found("é€ 06 a@b [naam] ["), r#"[("€ ", 5), ("06", 6), ("@", 2), ("[naam]", 4), ("[", 3)]"#);
        assert_eq!(found("NL91ABNA06 els"), r#"[("ABNA", 7), ("06", 6), ("els", 0)]"#);
        assert_eq!(found(""), "[]");
        assert_eq!(found("el"), "[]");
    }
}
