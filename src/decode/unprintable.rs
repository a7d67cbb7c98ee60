//! Signs that have no place in a text: no browser shows them, and XML (the feed, drawings) cannot hold them.

use crate::letters::has_any;
use std::ops::Range;

/// A control character, or one of the numbers that Unicode keeps free.
pub fn is_unprintable(c: char) -> bool {
    let free = matches!(u32::from(c), 0xfdd0..=0xfdef) || u32::from(c) & 0xfffe == 0xfffe;
    free || (c.is_control() && !matches!(c, '\t' | '\n' | '\r'))
}

/// May such a sign begin with this byte? Nearly no byte of a text does, and every byte of a site is looked at.
fn is_suspect(byte: u8) -> bool {
    matches!(byte, b'&' | 0..=8 | 11 | 12 | 14..=31 | 0x7f | 0xc2 | 0xef..)
}

/// The same of some more: asked of many bytes together, this takes half as long.
fn may_be_suspect(byte: u8) -> bool {
    // From the first of the last bytes on, round to the last before the space.
    let at_an_end = byte.wrapping_sub(0xef) < b' '.wrapping_sub(0xef);
    at_an_end & (byte != b'\n') | (byte == b'&') | (byte == 0x7f) | (byte == 0xc2)
}

/// So many bytes are passed over together when nothing among them is suspect.
const PIECE: usize = 128;

/// The first such sign in a text, also when it is written as a number: `&#11;`. And how many more there are.
pub fn unprintable(text: &str) -> Option<(Range<usize>, char, usize)> {
    let pieces = text.as_bytes().chunks(PIECE).enumerate().filter(|(_, piece)| has_any(piece, may_be_suspect));
    let suspects = pieces.flat_map(|(i, piece)| {
        let found = piece.iter().enumerate().filter(|(_, byte)| is_suspect(**byte));
        found.map(move |(at, _)| i * PIECE + at)
    });
    let mut all = suspects.filter_map(|at| match text[at..].chars().next()? {
        '&' => {
            let (length, meant) = numbered(&text[at..])?;
            is_unprintable(meant).then_some((at..at + length, meant))
        }
        c => is_unprintable(c).then(|| (at..at + c.len_utf8(), c)),
    });
    let (at, c) = all.next()?;
    Some((at, c, all.count()))
}

/// The sign that an opening such as `&#x1F;` stands for, and how many bytes that takes.
fn numbered(text: &str) -> Option<(usize, char)> {
    let body = text.strip_prefix("&#")?;
    let end = body.bytes().take(9).position(|b| !b.is_ascii_alphanumeric())?;
    // Without its semicolon it is plain text.
    let digits = body.get(..end).filter(|_| body.as_bytes()[end] == b';')?;
    let number = match digits.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16),
        None => digits.parse(),
    };
    Some((end + 3, char::from_u32(number.ok()?)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_in_a_text_is_found() {
        for bad in
            ["a\u{b}", "\u{1}", "\u{7f}", "\u{9b}", "\u{fffe}", "\u{1ffff}", "&#11;", "x &#x1F; y", "&#xFFFE;", "\0"]
        {
            assert!(unprintable(bad).is_some(), "{bad:?}");
        }
        for good in ["één\tregel\r\n", "&#233; &amp; &#; &#x; & &#99999999;", "👩‍👩‍👧 \u{202f}", "&#1", "&#0¡", "&#0 x"]
        {
            assert_eq!(unprintable(good), None, "{good:?}");
        }
        assert_eq!(unprintable("ab\u{1}c\u{2}"), Some((2..3, '\u{1}', 1)));
    }

    #[test]
    fn every_such_sign_is_looked_at() {
        let signs = ('\0'..=char::MAX).filter(|c| is_unprintable(*c));
        assert!(signs.map(|c| c.to_string()).all(|text| is_suspect(text.as_bytes()[0])));
        assert!((0..=u8::MAX).all(|byte| !is_suspect(byte) || may_be_suspect(byte)));
    }
}
