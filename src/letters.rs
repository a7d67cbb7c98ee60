//! Where a run of letters or digits ends, for what goes through text word by word. Eight bytes are looked at together.

use std::ops::Range;

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

/// Is any byte of a text such a one? All are asked, without a way out half-way: so the processor asks many at once.
#[inline]
pub fn has_any(text: &[u8], is_one: impl Fn(u8) -> bool) -> bool {
    text.iter().fold(false, |found, byte| found | is_one(*byte))
}

/// Does this text stand here in the source letter for letter? Nearly always it is this very piece of it.
pub fn stands_at(source: &str, range: &Range<usize>, text: &str) -> bool {
    source.get(range.clone()).is_some_and(|there| std::ptr::eq(there, text) || there == text)
}

/// Has it no line below its first?
pub fn is_one_line(text: &str) -> bool {
    memchr::memchr(b'\n', text.as_bytes()).is_none()
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
        ends_where(end_of_word, |byte| byte.is_ascii_alphanumeric(), b'Z');
        ends_where(end_of_small, |byte| byte.is_ascii_lowercase() || byte.is_ascii_digit(), b'z');
    }

    #[test]
    fn any_byte_is_found_wherever_it_stands() {
        for (byte, before) in (0..=255).flat_map(|byte| (0..40).map(move |before| (byte, before))) {
            let text = [vec![b'm'; before], vec![byte], vec![b'm'; 40 - before]].concat();
            assert!(has_any(&text, |b| b == byte) && has_any(&text[..=before], |b| b == byte), "{byte} {before}");
            assert!(!has_any(&text[..before], |b| b == b'x'));
        }
    }

    #[test]
    fn a_piece_stands_where_it_is_from_and_where_the_same_is_written() {
        let source = "een een";
        assert!(stands_at(source, &(0..3), &source[..3]) && stands_at(source, &(4..7), "een"));
        assert!(!stands_at(source, &(1..4), "een") && !stands_at(source, &(5..8), "een"));
    }

    #[test]
    fn a_first_line_is_that_of_the_library() {
        for text in ["", "een", "een\n", "een\r\ntwee", "\n", "een\r", "\r\n", "a\rb\nc"] {
            assert_eq!(first_line(text), text.lines().next().unwrap_or_default(), "{text:?}");
            assert_eq!(is_one_line(text), !text.contains('\n'));
        }
    }
}
