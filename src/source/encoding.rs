//! Text in another encoding than UTF-8, read as what it is meant to be: so that one wrong choice in "save as" does not turn every
//! reference to a file into a mistake.

use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};
use memchr::memchr;
use std::ops::Range;

/// How a text file turned out to be saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// One byte a letter, as Windows did before UTF-8.
    Windows,
    /// Two bytes a letter; Windows calls it Unicode.
    Utf16,
    /// Four bytes a letter.
    Utf32,
    /// No text at all: a document of a word processor, a picture.
    NoText,
}

/// What was found in place of UTF-8.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misread {
    /// How it was saved.
    pub encoding: Encoding,
    /// The first character that is not UTF-8, in the text as it is read now.
    pub at: Range<usize>,
}

/// The text of bytes that are no UTF-8 text, as far as it can be told; `None` when they are.
pub fn misread(bytes: &[u8]) -> Option<(String, Misread)> {
    // Two of the four bytes of its mark are that of the other.
    let wide = utf32(bytes).map(|text| (text, Encoding::Utf32));
    if let Some((text, encoding)) = wide.or_else(|| utf16(bytes).map(|text| (text, Encoding::Utf16))) {
        let first = text.chars().next().map_or(0, char::len_utf8);
        return Some((text, Misread { encoding, at: 0..first }));
    }
    const OPENINGS: [&[u8]; 6] = [b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff", b"{\\rtf"];
    if memchr(0, bytes).is_some() || OPENINGS.iter().any(|opening| bytes.starts_with(opening)) {
        return Some((String::new(), Misread { encoding: Encoding::NoText, at: 0..0 }));
    }
    let start = std::str::from_utf8(bytes).err()?.valid_up_to();
    let text = windows(bytes);
    let end = start + text[start..].chars().next().map_or(0, char::len_utf8);
    Some((text, Misread { encoding: Encoding::Windows, at: start..end }))
}

/// What is UTF-8 stays so: a word pasted from elsewhere may be all that is wrong.
fn windows(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 16);
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        text.push_str(&WINDOWS_1252.decode_without_bom_handling(chunk.invalid()).0);
    }
    text
}

/// The byte that a character has in the encoding that Windows uses in Western Europe (1252); `None` when it has none.
fn to_windows(c: char) -> Option<u8> {
    let mut written = [0; 4];
    let (bytes, _, unknown) = WINDOWS_1252.encode(c.encode_utf8(&mut written));
    bytes.first().copied().filter(|_| !unknown)
}

/// Four bytes a letter: there is a mark that says so.
fn utf32(bytes: &[u8]) -> Option<String> {
    let (body, low_first) = match bytes {
        [0xff, 0xfe, 0, 0, body @ ..] => (body, true),
        [0, 0, 0xfe, 0xff, body @ ..] => (body, false),
        _ => return None,
    };
    let (letters, _) = body.as_chunks();
    let number = |four: &[u8; 4]| if low_first { u32::from_le_bytes(*four) } else { u32::from_be_bytes(*four) };
    Some(letters.iter().map(|four| char::from_u32(number(four)).unwrap_or(char::REPLACEMENT_CHARACTER)).collect())
}

/// Two bytes a letter: there is a mark that says so, or every other byte of the opening is zero.
fn utf16(bytes: &[u8]) -> Option<String> {
    let (body, encoding) = match bytes {
        [0xff, 0xfe, body @ ..] => (body, UTF_16LE),
        [0xfe, 0xff, body @ ..] => (body, UTF_16BE),
        [first, 0, second, 0, ..] if *first != 0 && *second != 0 => (bytes, UTF_16LE),
        [0, first, 0, second, ..] if *first != 0 && *second != 0 => (bytes, UTF_16BE),
        _ => return None,
    };
    // A lone byte at the end is half a letter: a program may have put a line's end of one byte there.
    let whole = &body[..body.len() / 2 * 2];
    Some(encoding.decode_without_bom_handling(whole).0.into_owned())
}

/// Letters that were UTF-8 once and were taken for something else, such as `Ã«` for `ë`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Garbled {
    /// Where they stand.
    pub at: Range<usize>,
    /// What they were.
    pub meant: char,
}

/// The garbled letters of a text, in order.
pub fn garbled(text: &str) -> impl Iterator<Item = Garbled> + '_ {
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            // All of them begin with one of two bytes; texts are long, and these are few.
            let start = from + memchr::memchr2(0xc3, 0xef, text.as_bytes().get(from..)?)?;
            let first = text.get(start..)?.chars().next()?;
            from = start + first.len_utf8();
            if first == char::REPLACEMENT_CHARACTER {
                return Some(Garbled { at: start..from, meant: first });
            }
            if let Some((length, meant)) = matches!(first, 'Ã' | 'Â' | 'â').then(|| once(&text[start..])).flatten() {
                from = start + length;
                return Some(Garbled { at: start..from, meant });
            }
        }
    })
}

/// The letter that the opening of a text once was, and how many bytes of the text it takes now.
fn once(text: &str) -> Option<(usize, char)> {
    let mut bytes = Vec::with_capacity(3);
    let mut length = 0;
    for c in text.chars().take(3) {
        bytes.push(to_windows(c)?);
        length += c.len_utf8();
        // One letter alone is what it is; and no sound text has these after one another.
        if let Some(meant) = std::str::from_utf8(&bytes).ok().filter(|_| bytes.len() > 1).and_then(|s| s.chars().next())
        {
            return Some((length, meant));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> Option<(String, Encoding, Range<usize>)> {
        misread(bytes).map(|(text, misread)| (text, misread.encoding, misread.at))
    }

    #[test]
    fn utf8_is_left_alone() {
        assert_eq!(text("één € \u{feff}".as_bytes()), None);
        assert_eq!(text(b""), None);
    }

    #[test]
    fn what_windows_saved_is_read_and_what_was_right_stays() {
        assert_eq!(text(b"\x80 5, co\xf6rdinatie"), Some(("€ 5, coördinatie".into(), Encoding::Windows, 0..3)));
        let mixed = [b"caf\xe9 ".as_slice(), "é".as_bytes()].concat();
        assert_eq!(text(&mixed), Some(("café é".into(), Encoding::Windows, 3..5)));
    }

    #[test]
    fn two_bytes_a_letter_with_and_without_a_mark() {
        let little: Vec<u8> = "één".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = "[[één]]".encode_utf16().flat_map(u16::to_be_bytes).collect();
        let marked = [b"\xff\xfe".as_slice(), &little].concat();
        assert_eq!(text(&marked), Some(("één".into(), Encoding::Utf16, 0..2)));
        let wide =
            |order: fn(u32) -> [u8; 4]| "\u{feff}één".chars().flat_map(|c| order(u32::from(c))).collect::<Vec<u8>>();
        for bytes in [wide(u32::to_le_bytes), wide(u32::to_be_bytes)] {
            assert_eq!(text(&bytes), Some(("één".into(), Encoding::Utf32, 0..2)));
        }
        assert_eq!(text(&big), Some(("[[één]]".into(), Encoding::Utf16, 0..1)));
    }

    #[test]
    fn a_document_is_no_text() {
        assert_eq!(text(b"PK\x03\x04\x14\0\x06\0\x08"), Some((String::new(), Encoding::NoText, 0..0)));
        assert_eq!(text(b"%PDF-1.7\n%\xe2\xe3"), Some((String::new(), Encoding::NoText, 0..0)));
    }

    #[test]
    fn garbled_letters_are_found_and_told_back() {
        let found = |text: &str| garbled(text).map(|g| (g.at.start, g.meant)).collect::<Vec<_>>();
        assert_eq!(
            found("CoÃ¶rdinatie, Ã«n â‚¬ 5, itâ€™s, nÂ°"),
            [(2, 'ö'), (16, 'ë'), (22, '€'), (35, '’'), (47, '°')]
        );
        assert_eq!(found("een �"), [(4, '\u{fffd}')]);
        for sound in ["São Paulo, SÃO", "château, Âge", "â", "Ã", "â’s"] {
            assert_eq!(found(sound), [], "{sound}");
        }
    }
}
