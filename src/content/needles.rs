//! Many words looked for in one pass, without an automaton: to build one costs more than looking through a hundred pages.

use super::begins::{Begins, Places, window};
use std::ops::Range;

/// What is looked for, each with its sort. Capitals and small letters of ASCII are one.
#[derive(Debug)]
pub struct Needles<S: 'static> {
    /// Those whose first bytes have the same slot together, of these the longest first.
    all: Vec<Needle<S>>,
    /// Where in `all` those of each slot begin, and last where all end.
    starts: Vec<usize>,
    /// What they begin with.
    begin: Begins,
    /// By its first byte: the length of the shortest head.
    shortest: [usize; 256],
}

/// One of them.
#[derive(Debug)]
struct Needle<S: 'static> {
    text: &'static str,
    sort: S,
    /// Its first bytes, which tell nearly always whether it stands somewhere.
    head: u32,
}

/// What was found where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit<S> {
    /// The place in the text.
    pub range: Range<usize>,
    /// Of what sort it is.
    pub sort: S,
}

/// By so many first bytes at most are they told apart.
const LONGEST_HEAD: usize = 4;
/// Many times as many as there are needles.
const SLOTS: usize = 1 << 11;

/// So many first bytes of a window.
fn head(window: u32, bytes: usize) -> u32 {
    window & (u32::MAX >> (32 - 8 * bytes))
}

/// The slot of such bytes. Others may share it.
fn slot(head: u32) -> usize {
    (head.wrapping_mul(0x9e37_79b1) >> 21) as usize
}

impl<S: Copy> Needles<S> {
    /// Needles with something in them; an empty one would stand everywhere, and is left out.
    pub fn of(needles: impl Iterator<Item = (&'static str, S)>) -> Self {
        let mut all: Vec<_> = needles
            .filter(|(text, _)| !text.is_empty())
            .map(|(text, sort)| {
                let head = head(window(text.as_bytes()), text.len().min(LONGEST_HEAD));
                Needle { text, sort, head }
            })
            .collect();
        all.sort_by_key(|needle| (slot(needle.head), std::cmp::Reverse(needle.text.len())));
        let mut begin = Begins::NONE;
        all.iter().for_each(|needle| begin.take_in(needle.text.as_bytes()));
        let mut starts = vec![0; SLOTS + 1];
        all.iter().for_each(|needle| starts[slot(needle.head) + 1] += 1);
        for slot in 0..SLOTS {
            starts[slot + 1] += starts[slot];
        }
        let mut shortest = [LONGEST_HEAD; 256];
        for needle in &all {
            let first = needle.text.as_bytes()[0];
            for byte in [first.to_ascii_lowercase(), first.to_ascii_uppercase()].map(usize::from) {
                shortest[byte] = shortest[byte].min(needle.text.len());
            }
        }
        Self { all, starts, begin, shortest }
    }

    /// What they begin with.
    pub fn begins(&self) -> &Begins {
        &self.begin
    }

    /// The longest needle at every place where a word may begin in a piece of the text, in order; what overlaps is for the caller to pass
    /// over. `places` are where one may stand in the whole text, and maybe more.
    pub fn find<'a>(
        &'a self,
        text: &'a str,
        piece: &Range<usize>,
        places: &'a mut Places,
    ) -> impl Iterator<Item = Hit<S>> + 'a {
        let Range { start, end } = *piece;
        let bytes = &text.as_bytes()[..end];
        // The piece itself may begin within a word.
        let here = Some(start).filter(|&at| self.begin.may_have(&bytes[at..]));
        let further_on = places.within(start + 1..end).iter().copied();
        here.into_iter().chain(further_on).filter_map(move |at| {
            let found = self.longest(&bytes[at..])?;
            Some(Hit { range: at - start..at - start + found.text.len(), sort: found.sort })
        })
    }

    fn longest(&self, rest: &[u8]) -> Option<&Needle<S>> {
        let (window, shortest) = (window(rest), self.shortest[usize::from(*rest.first()?)]);
        (shortest..=LONGEST_HEAD.min(rest.len())).rev().find_map(|bytes| {
            let head = head(window, bytes);
            let slot = slot(head);
            self.all[self.starts[slot]..self.starts[slot + 1]].iter().find(|needle| {
                let text = needle.text.as_bytes();
                needle.head == head && rest.get(..text.len()).is_some_and(|rest| rest.eq_ignore_ascii_case(text))
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Needles;

    #[test]
    fn the_longest_stands_where_a_word_begins() {
        let needles = Needles::of(["els", "elst", "@", "[", "[naam]", "€ ", "06", "abna", ""].into_iter().zip(0..));
        let found = |text: &str| {
            let mut places = needles.begins().places(text);
            let hits: Vec<_> =
                needles.find(text, &(0..text.len()), &mut places).map(|hit| (&text[hit.range], hit.sort)).collect();
            format!("{hits:?}")
        };
        assert_eq!(found("Els en ELST, niet tels"), r#"[("Els", 0), ("ELST", 1)]"#);
        assert_eq!(found("é€ 06 a@b [naam] ["), r#"[("€ ", 5), ("06", 6), ("@", 2), ("[naam]", 4), ("[", 3)]"#);
        assert_eq!(found("NL91ABNA06 els"), r#"[("ABNA", 7), ("06", 6), ("els", 0)]"#);
        assert_eq!(found(""), "[]");
        assert_eq!(found("el"), "[]");
    }

    #[test]
    fn a_piece_may_begin_within_a_word_and_ends_where_it_ends() {
        let needles = Needles::of(["els", "elst"].into_iter().zip(0..));
        let text = "telst els";
        let mut places = needles.begins().places(text);
        let mut found =
            |piece| needles.find(text, &piece, &mut places).map(|hit| (hit.range, hit.sort)).collect::<Vec<_>>();
        assert_eq!(found(0..9), [(6..9, 0)]);
        assert_eq!(found(1..5), [(0..4, 1)]);
        assert_eq!(found(1..4), [(0..3, 0)]);
        assert_eq!(found(1..3), []);
    }
}
