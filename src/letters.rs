//! Where a run of letters or digits ends, for what goes through text word by word, and what may begin there. Eight bytes, or four, are
//! looked at together.

/// A byte eight times.
const fn each(byte: u8) -> u64 {
    u64::from_le_bytes([byte; 8])
}

/// Which of eight bytes lie between two bytes of ASCII, both included: their highest bit.
fn between(eight: u64, first: u8, last: u8) -> u64 {
    let low = eight & each(0x7f);
    (low + each(0x80 - first)) & !(low + each(0x7f - last)) & !eight & each(0x80)
}

/// Where the bytes from here on are no longer as wanted: of eight together as a bit of each, of one by itself.
#[inline]
fn end(text: &[u8], mut at: usize, wanted: impl Fn(u64) -> u64, one: impl Fn(&u8) -> bool) -> usize {
    while let Some(eight) = text.get(at..).and_then(|rest| rest.first_chunk()) {
        let others = !wanted(u64::from_le_bytes(*eight)) & each(0x80);
        if others != 0 {
            return at + others.trailing_zeros() as usize / 8;
        }
        at += 8;
    }
    while text.get(at).is_some_and(&one) {
        at += 1;
    }
    at
}

/// Where the letters of ASCII end that stand here.
pub fn end_of_letters(text: &[u8], at: usize) -> usize {
    end(text, at, |eight| between(eight | each(0x20), b'a', b'z'), u8::is_ascii_alphabetic)
}

/// Where the digits end.
pub fn end_of_digits(text: &[u8], at: usize) -> usize {
    end(text, at, |eight| between(eight, b'0', b'9'), u8::is_ascii_digit)
}

/// Where letters and digits end.
pub fn end_of_word(text: &[u8], at: usize) -> usize {
    // Most words have no digits, and to look for both takes twice as long.
    let at = end_of_letters(text, at);
    if !text.get(at).is_some_and(u8::is_ascii_digit) {
        return at;
    }
    let wanted = |eight| between(eight | each(0x20), b'a', b'z') | between(eight, b'0', b'9');
    end(text, at, wanted, u8::is_ascii_alphanumeric)
}

/// Where small letters and digits end.
pub fn end_of_small(text: &[u8], at: usize) -> usize {
    let wanted = |eight| between(eight, b'a', b'z') | between(eight, b'0', b'9');
    end(text, at, wanted, |byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
}

/// A text up to the end of its first line.
pub fn first_line(text: &str) -> &str {
    let line = memchr::memchr(b'\n', text.as_bytes()).map_or(text, |end| &text[..end]);
    if line.len() < text.len() { line.strip_suffix('\r').unwrap_or(line) } else { line }
}

/// Has it no line below its first?
pub fn is_one_line(text: &str) -> bool {
    memchr::memchr(b'\n', text.as_bytes()).is_none()
}

/// The bit that makes a small letter of a capital. Other bytes may become the same by it, so what is alike is not yet equal.
pub const SMALL: u8 = 0x20;

/// The first four bytes of a text as one number, capitals and small letters alike.
pub fn window(text: &[u8]) -> u32 {
    let four = text.first_chunk().copied().unwrap_or_else(|| {
        let mut four = [0; 4];
        four[..text.len()].copy_from_slice(text);
        four
    });
    u32::from_le_bytes(four) | u32::from_le_bytes([SMALL; 4])
}

/// What begins what is looked for: a [`window`] of four bytes or of as many as there are, a bit for each. Two may share one, so this can
/// only tell that something does not stand here.
#[derive(Debug)]
pub struct Begins([u64; Begins::BITS / 64]);

impl Begins {
    /// Many times as many as are looked for.
    const BITS: usize = 1 << 15;
    /// Nothing is looked for.
    pub const NONE: Self = Self([0; Self::BITS / 64]);

    const fn bit(window: u32) -> usize {
        // The golden ratio spreads what differs in few bits.
        (window.wrapping_mul(0x9e37_79b1) >> 17) as usize
    }

    /// Takes in a window, with nothing in it behind what is known.
    pub const fn take_in(&mut self, window: u32) {
        let bit = Self::bit(window);
        self.0[bit / 64] |= 1 << (bit % 64);
    }

    /// May something begin with these four bytes? What is shorter than three is only looked for when it is `tiny`.
    pub fn may_have(&self, window: u32, tiny: bool) -> bool {
        let of = |bytes: u32| {
            let bit = Self::bit(window & (u32::MAX >> (32 - 8 * bytes)));
            self.0[bit / 64] >> (bit % 64) & 1 == 1
        };
        of(4) || of(3) || tiny && (of(2) || of(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every byte ends a run or does not, wherever in the eight it stands.
    fn ends_where(end: impl Fn(&[u8], usize) -> usize, wanted: impl Fn(u8) -> bool, filler: u8) {
        for (byte, before) in (0..=255).flat_map(|byte| (0..20).map(move |before| (byte, before))) {
            for after in [0, 3, 8, 20] {
                let text = [vec![filler; before], vec![byte], vec![filler; after]].concat();
                let expected = if wanted(byte) { text.len() } else { before };
                assert_eq!(end(&text, 0), expected, "{byte} behind {before}, before {after}");
                assert_eq!(end(&text, before / 2), expected, "{byte} behind {before}, before {after}, from half way");
            }
        }
        assert_eq!(end(&[filler], 1), 1);
    }

    #[test]
    fn every_byte_at_every_place() {
        ends_where(end_of_letters, |byte| byte.is_ascii_alphabetic(), b'm');
        ends_where(end_of_digits, |byte| byte.is_ascii_digit(), b'5');
        ends_where(end_of_word, |byte| byte.is_ascii_alphanumeric(), b'Z');
        ends_where(end_of_small, |byte| byte.is_ascii_lowercase() || byte.is_ascii_digit(), b'z');
    }

    #[test]
    fn a_first_line_is_that_of_the_library() {
        for text in ["", "een", "een\n", "een\r\ntwee", "\n", "een\r", "\r\n", "a\rb\nc"] {
            assert_eq!(first_line(text), text.lines().next().unwrap_or_default(), "{text:?}");
            assert_eq!(is_one_line(text), !text.contains('\n'));
        }
    }

    #[test]
    fn what_was_taken_in_may_be_there() {
        let mut all = Begins::NONE;
        for (text, tiny) in [("elst", false), ("mei", false), ("pm", true), ("€", false), ("[", true)] {
            let at = window(format!("{text}, en meer").to_uppercase().as_bytes());
            assert!(!all.may_have(at, tiny), "{text}");
            all.take_in(window(text.as_bytes()) & (u32::MAX >> (32 - 8 * text.len().min(4))));
            assert!(all.may_have(at, tiny), "{text}");
        }
        assert!(!all.may_have(window(b"pm"), false));
    }
}
