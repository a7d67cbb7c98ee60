//! Where in a text something may begin that is looked for, so that nothing else has to be looked at.
//!
//! A text is gone through once, many bytes together, for the places where a word, a number or a sign stands. Of each of those four bytes
//! are held against what is looked for. This can only tell that something does not stand there.

use std::ops::Range;

/// The bit that makes a small letter of a capital. Other bytes may become the same by it, so what is alike is not yet equal.
pub const SMALL: u8 = 0x20;

/// That bit four times.
const ALL_SMALL: u32 = u32::from_le_bytes([SMALL; 4]);

/// The first four bytes of a text as one number, capitals and small letters alike.
pub fn window(text: &[u8]) -> u32 {
    let four = text.first_chunk().copied().unwrap_or_else(|| {
        let mut four = [0; 4];
        four[..text.len()].copy_from_slice(text);
        four
    });
    u32::from_le_bytes(four) | ALL_SMALL
}

/// What is looked for, by the bytes with which it begins.
#[derive(Debug)]
pub struct Begins {
    /// What is known of each first byte.
    firsts: [u8; 256],
    /// What is known of two, three or four bytes. Others may share their slot.
    slots: [u8; Begins::SLOTS],
    /// With these bytes something goes on that begins with a space.
    behind_space: [bool; 256],
}

/// Something begins with these bytes, of which no more are known.
const WHOLE: u8 = 1;
/// Something begins with this byte, of which two are known.
const TWO: u8 = 2;
/// Something begins with these three bytes, of which four are known.
const FOUR: u8 = 4;
/// These are two bytes with which something begins.
const OF_TWO: u8 = 8;
/// These are four.
const OF_FOUR: u8 = 16;

impl Begins {
    /// Many times as many as are looked for.
    const SLOTS: usize = 1 << 13;
    /// Nothing is looked for.
    pub const NONE: Self = Self { firsts: [0; 256], slots: [0; Self::SLOTS], behind_space: [false; 256] };

    /// The place of some bytes at the top of a number.
    const fn slot(bytes: u32) -> usize {
        // The golden ratio spreads what differs in few bits.
        (bytes.wrapping_mul(0x9e37_79b1) >> 19) as usize
    }

    /// Takes in what begins with these bytes. A space at the beginning is one at most: places where one stands are not gone through.
    pub const fn take_in(&mut self, head: &[u8]) {
        let spaces = if head[0] == b' ' { 1 } else { 0 };
        let known = if head.len() - spaces > 4 { 4 } else { head.len() - spaces };
        let (mut bytes, mut i) = (0, 0);
        while i < known {
            bytes |= ((head[spaces + i] | SMALL) as u32) << (8 * i);
            i += 1;
        }
        let firsts = [head[spaces].to_ascii_lowercase() as usize, head[spaces].to_ascii_uppercase() as usize];
        let mut i = 0;
        while i < firsts.len() {
            self.firsts[firsts[i]] |= [WHOLE, TWO, 0, 0][known - 1];
            self.behind_space[firsts[i]] |= spaces > 0;
            i += 1;
        }
        match known {
            1 => {}
            2 => self.slots[Self::slot(bytes << 16)] |= OF_TWO,
            3 => self.slots[Self::slot(bytes << 8)] |= WHOLE,
            _ => {
                self.slots[Self::slot(bytes << 8)] |= FOUR;
                self.slots[Self::slot(bytes)] |= OF_FOUR;
            }
        }
    }

    /// What is looked for by the one or by the other.
    pub fn or(&self, other: &Self) -> Self {
        let mut both = Self::NONE;
        for byte in 0..=usize::from(u8::MAX) {
            both.firsts[byte] = self.firsts[byte] | other.firsts[byte];
            both.behind_space[byte] = self.behind_space[byte] | other.behind_space[byte];
        }
        for slot in 0..Self::SLOTS {
            both.slots[slot] = self.slots[slot] | other.slots[slot];
        }
        both
    }

    /// May something begin with the bytes with which this text begins?
    pub fn may_have(&self, text: &[u8]) -> bool {
        match text {
            [] => false,
            [b' ', behind, ..] => {
                self.behind_space[usize::from(*behind)] && self.may_go_on(*behind, window(&text[1..]))
            }
            [first, ..] => self.may_go_on(*first, window(text)),
        }
    }

    /// The same without a space before it.
    #[inline]
    fn may_go_on(&self, first: u8, window: u32) -> bool {
        let known = self.firsts[usize::from(first)] | self.slots[Self::slot(window << 8)];
        known & (WHOLE | TWO | FOUR) != 0
            && (known & WHOLE != 0
                || known & FOUR != 0 && self.slots[Self::slot(window)] & OF_FOUR != 0
                || known & TWO != 0 && self.slots[Self::slot(window << 16)] & OF_TWO != 0)
    }

    /// Where something may begin in a text, but not within a row of letters or a row of digits.
    pub fn places(&self, text: &str) -> Places {
        let text = text.as_bytes();
        let mut all = Vec::with_capacity(text.len() / 16);
        let mut at = 0;
        // There is nothing before the first byte, and nothing behind the last.
        let mut padded = padded(b" ", &text[..text.len().min(BLOCK + AHEAD)]);
        let mut block = &padded;
        while at < text.len() {
            let mut starts = starts(block);
            while starts != 0 {
                let i = starts.trailing_zeros() as usize % BLOCK;
                starts &= starts - 1;
                let [before, first, second, third, fourth] =
                    [block[i], block[i + 1], block[i + 2], block[i + 3], block[i + 4]];
                let window = u32::from_le_bytes([first, second, third, fourth]) | ALL_SMALL;
                if self.may_go_on(first, window) {
                    if before == b' ' && self.behind_space[usize::from(first)] && at + i > 0 {
                        all.push(at + i - 1);
                    }
                    all.push(at + i);
                }
            }
            at += BLOCK;
            let rest = text.get(at - 1..).unwrap_or_default();
            block = if let Some(whole) = rest.first_chunk() {
                whole
            } else {
                padded = self::padded(b"", rest);
                &padded
            };
        }
        Places { all, next: 0 }
    }
}
/// So many bytes are looked at together.
const BLOCK: usize = 64;
/// So many more of a text are known behind each.
const AHEAD: usize = 3;
/// Bytes that are looked at, the one before them and those behind them.
type Block = [u8; 1 + BLOCK + AHEAD];

/// A block with spaces where no text is.
fn padded(before: &[u8], text: &[u8]) -> Block {
    let mut block = [b' '; _];
    block[..before.len()].copy_from_slice(before);
    block[before.len()..][..text.len()].copy_from_slice(text);
    block
}

/// Which bytes are no space, and no letter or digit with another before it: a bit for each, without a branch between them.
fn starts(block: &Block) -> u64 {
    let letter = |byte: u8| (byte | SMALL).wrapping_sub(b'a') < 26;
    let digit = |byte: u8| byte.wrapping_sub(b'0') < 10;
    let mut starts = [0; BLOCK];
    for (i, start) in starts.iter_mut().enumerate() {
        let (before, byte) = (block[i], block[i + 1]);
        *start = u8::from((byte != b' ') & !(letter(before) & letter(byte)) & !(digit(before) & digit(byte)));
    }
    // A product in which the lowest bits of eight bytes stand behind one another in the highest byte.
    let bits = |eight: &[u8; 8]| u64::from_le_bytes(*eight).wrapping_mul(0x0102_0408_1020_4080) >> 56;
    starts.as_chunks().0.iter().rev().fold(0, |all, eight| all << 8 | bits(eight))
}

/// Places in a text, in order.
#[derive(Debug)]
pub struct Places {
    all: Vec<usize>,
    /// The first of them that was not asked for.
    next: usize,
}

impl Places {
    /// Those in a piece of the text. Pieces are best asked for one after another.
    pub fn within(&mut self, piece: Range<usize>) -> &[usize] {
        while self.next > 0 && self.all[self.next - 1] >= piece.start {
            self.next -= 1;
        }
        let goes_on = |next: usize, end: usize| self.all.get(next).is_some_and(|place| *place < end);
        while goes_on(self.next, piece.start) {
            self.next += 1;
        }
        let first = self.next;
        while goes_on(self.next, piece.end) {
            self.next += 1;
        }
        &self.all[first..self.next]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_taken_in_may_be_there() {
        let mut all = Begins::NONE;
        for text in ["elst", "mei", "pm", "€", "[", "mr. jansen"] {
            let there = format!("{text}, en meer").to_uppercase();
            assert!(!all.may_have(there.as_bytes()), "{text}");
            all.take_in(text.as_bytes());
            assert!(all.may_have(there.as_bytes()) && all.may_have(text.as_bytes()), "{text}");
        }
        let both = all.or(&Begins::NONE);
        assert!(both.may_have(b"elst") && Begins::NONE.or(&both).may_have(b"elst"));
        assert!(!all.may_have(b"") && !all.may_have(b"elf") && !all.may_have(b"p.m."));
    }

    #[test]
    fn places_are_where_something_may_begin_whatever_stands_around_it() {
        let mut all = Begins::NONE;
        ["els", "12", "@", " uur", "ë"].iter().for_each(|text| all.take_in(text.as_bytes()));
        let places = |text: &str| all.places(text).all;
        assert_eq!(places("Els, tels els"), [0, 10]);
        assert_eq!(places("a12 uur 212 a@b één ëen"), [1, 3, 4, 13, 22]);
        assert_eq!((places(""), places("uur"), places("els")), (vec![], vec![0], vec![0]));
        for before in 0..200 {
            for after in [0, 1, 70, 200] {
                let text = format!("{}els{}", "x ".repeat(before), " x".repeat(after));
                assert_eq!(places(&text), [2 * before]);
            }
        }
    }

    #[test]
    fn places_of_a_piece_are_those_in_it() {
        let mut places = Places { all: vec![1, 4, 9], next: 0 };
        for (piece, wanted) in
            [(0..4, &[1][..]), (4..5, &[4]), (6..20, &[9]), (1..9, &[1, 4]), (20..30, &[]), (0..0, &[])]
        {
            assert_eq!(places.within(piece), wanted);
        }
    }
}
