//! Many words looked for in one pass, without an automaton: to build one costs more than looking through a hundred pages.

use crate::letters::{digits, letters};
use std::ops::Range;

/// What is looked for, each with its sort. Capitals and small letters of ASCII are one.
#[derive(Debug)]
pub struct Needles<S: 'static> {
    /// By their first byte in small letters, the longest first.
    all: Vec<Needle<S>>,
    /// Those of first byte `b` are `all[heads[b]..heads[b + 1]]`.
    heads: Vec<usize>,
    /// Does some needle begin with this byte?
    is_first: [bool; 256],
    /// Per first byte the two bytes that may follow, a bit for each two; any may follow on a needle that is shorter.
    follow: Vec<Pairs>,
    /// The same of needles of three bytes or fewer alone.
    follow_short: Vec<Pairs>,
    /// The first four bytes of the others, a bit for each: two may share one.
    fours: Vec<u64>,
}

/// One of them.
#[derive(Debug)]
struct Needle<S: 'static> {
    text: &'static str,
    sort: S,
    /// Its first bytes as a [`window`], and which bits of that it has.
    head: u32,
    mask: u32,
}

/// The first four bytes as one number, small letters and capitals alike. Other signs become alike as well, so this can only tell that
/// something does not stand here.
fn window(text: &[u8]) -> u32 {
    const SMALL: u32 = u32::from_le_bytes([0x20; 4]);
    let mut bytes = [0; 4];
    let length = text.len().min(4);
    bytes[..length].copy_from_slice(&text[..length]);
    u32::from_le_bytes(bytes) | SMALL
}

/// How many bits are there for four bytes, and which is theirs.
const FOURS: usize = 1 << 15;

fn four(window: u32) -> usize {
    // The golden ratio spreads what differs in few bits.
    (window.wrapping_mul(0x9e37_79b1) >> 17) as usize
}

/// A bit for each two bytes, of which the lower [`LOW`] count: small letters and capitals are alike in them.
type Pairs = [u64; LOW * LOW / 64];
const LOW: usize = 32;

fn set(bits: &mut [u64], bit: usize) {
    bits[bit / 64] |= 1 << (bit % 64);
}

fn has(bits: &[u64], bit: usize) -> bool {
    bits[bit / 64] >> (bit % 64) & 1 == 1
}

fn pair(second: u8, third: u8) -> usize {
    usize::from(second) % LOW * LOW + usize::from(third) % LOW
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
        let mut is_first = [false; 256];
        let mut follow = vec![Pairs::default(); 256];
        let mut follow_short = follow.clone();
        let mut fours = vec![0; FOURS / 64];
        for needle in &all {
            heads[usize::from(first(needle)) + 1] += 1;
            is_first[usize::from(first(needle))] = true;
            let may_be = |at: usize| match needle.text.as_bytes().get(at) {
                Some(byte) => *byte..=*byte,
                None => 0..=LOW as u8 - 1,
            };
            let is_short = needle.text.len() < 4;
            if !is_short {
                set(&mut fours, four(needle.head));
            }
            for pair in may_be(1).flat_map(|second| may_be(2).map(move |third| pair(second, third))) {
                for byte in [first(needle), first(needle).to_ascii_uppercase()].map(usize::from) {
                    set(&mut follow[byte], pair);
                    if is_short {
                        set(&mut follow_short[byte], pair);
                    }
                }
            }
        }
        for byte in 0..256 {
            heads[byte + 1] += heads[byte];
        }
        Self { all, heads, is_first, follow, follow_short, fours }
    }

    /// The longest needle at every place where a word may begin, in order; what overlaps is for the caller to pass over.
    pub fn find<'a>(&'a self, text: &'a str) -> impl Iterator<Item = Hit<S>> + 'a {
        let bytes = text.as_bytes();
        let mut at = 0;
        std::iter::from_fn(move || {
            while let Some(&first) = bytes.get(at) {
                let place = at;
                at += 1;
                // In a word no other begins; a number may end where a word begins.
                match first {
                    b'a'..=b'z' | b'A'..=b'Z' => at += letters(&bytes[at..]),
                    b'0'..=b'9' => at += digits(&bytes[at..]),
                    sign if !self.is_first[usize::from(sign)] => continue,
                    _ => {}
                }
                let byte = |at: usize| bytes.get(at).copied().unwrap_or_default();
                let pair = pair(byte(place + 1), byte(place + 2));
                if has(&self.follow[usize::from(first)], pair)
                    && (has(&self.follow_short[usize::from(first)], pair)
                        || has(&self.fours, four(window(&bytes[place..]))))
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
