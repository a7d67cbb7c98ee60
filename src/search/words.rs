//! Text and HTML taken apart in words: small letters without marks.

use super::word::Word;
use crate::dutch::push_folded;
use crate::letters::end_of_word;
use crate::markup::Html;

/// Visits every word of some HTML with the place where it stands. Marks within a word (`<strong>VTH</strong>-beleid`) do not occur often
/// enough to look further.
pub fn of_html<P: Copy>(html: &Html, place: P, visit: &mut impl FnMut(Word<'_>, P)) {
    let mut room = String::new();
    html.texts().for_each(|text| words(&text, &mut room, place, visit));
}

/// Visits every word of a text as text.
pub fn each(text: &str, visit: &mut impl FnMut(&str)) {
    of_text(text, (), &mut |word, ()| word.with_text(&mut *visit));
}

/// Visits every word of a text with the place where it stands. A word is letters and digits; an `&` within stays (`b&w`), an apostrophe
/// and a soft hyphen fall out (`thema's`), as does a full stop between digits (`1.300`); a comma between digits stays (`0,8`).
pub fn of_text<P: Copy>(text: &str, place: P, visit: &mut impl FnMut(Word<'_>, P)) {
    words(text, &mut String::new(), place, visit);
}

/// `word` is room for a word that does not stand in the text as it is visited.
fn words<P: Copy>(text: &str, word: &mut String, place: P, visit: &mut impl FnMut(Word<'_>, P)) {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let class = Class::of(*byte);
        if matches!(class, Class::Dot | Class::Within | Class::Between) {
            at += 1;
            continue;
        }
        let run = if class == Class::Digit { Run::DIGITS } else { Run::LETTERS };
        let found = match short(bytes, at, run) {
            Some((number, end)) => {
                // What ends a word is no part of another.
                at = end + 1;
                Word::Short(number)
            }
            None => {
                word.clear();
                at = gather(text, at, word);
                if word.is_empty() {
                    continue;
                }
                word.as_str().into()
            }
        };
        visit(found, place);
    }
}

/// What a byte is to a word.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Letter,
    Digit,
    /// A part of a sign that is not of ASCII.
    Wide,
    /// Begins none, and ends one unless it stands between digits.
    Dot,
    /// Begins none, but may stand within one or fall out.
    Within,
    /// Any other: ends it.
    Between,
}

impl Class {
    /// Of every byte, as they are asked for more often than anything else.
    const ALL: [Self; 256] = {
        let mut all = [Self::Between; 256];
        let mut byte = 0;
        while byte < 256 {
            all[byte] = match byte as u8 {
                b'a'..=b'z' | b'A'..=b'Z' => Self::Letter,
                b'0'..=b'9' => Self::Digit,
                b'.' | b',' => Self::Dot,
                b'&' | b'\'' => Self::Within,
                0x80.. => Self::Wide,
                _ => Self::Between,
            };
            byte += 1;
        }
        all
    };

    #[inline]
    fn of(byte: u8) -> Self {
        Self::ALL[usize::from(byte)]
    }
}

/// Bytes of ASCII that follow each other in the alphabet: numbers with which eight are looked at together.
struct Run {
    /// A bit that all get.
    given: u64,
    /// From this a byte takes the highest bit away, unless it stands before the first of them.
    first: u64,
    /// With this a byte has the highest bit when it stands behind the last.
    last: u64,
}

impl Run {
    /// Capitals too, by the bit that makes a small letter of them.
    const LETTERS: &Self = &Self::of(b'a', b'z', b'a' ^ b'A');
    const DIGITS: &Self = &Self::of(b'0', b'9', 0);

    const fn of(first: u8, last: u8, given: u8) -> Self {
        Self { given: eight_times(given), first: eight_times(0x7f + first), last: eight_times(0x7f - last) }
    }

    /// Of the eight bytes that stand here those before the first that is none of the run, as a number with the first of them lowest; and
    /// how many they are.
    #[inline]
    fn at(&self, text: &[u8], at: usize) -> (u64, usize) {
        let rest = &text[at..];
        let eight = match rest.first_chunk() {
            Some(eight) => u64::from_le_bytes(*eight),
            None => rest.iter().rev().fold(0, |number, byte| number << 8 | u64::from(*byte)),
        };
        let all = eight | self.given;
        // Behind one that is not of ASCII it may be wrong.
        let others = self.first.wrapping_sub(all) | all.wrapping_add(self.last) | eight;
        let others = others & eight_times(0x80);
        let first_other = others & others.wrapping_neg();
        (all & (first_other >> 7).wrapping_sub(1), others.trailing_zeros() as usize / 8)
    }
}

/// A byte eight times.
const fn eight_times(byte: u8) -> u64 {
    u64::from_le_bytes([byte; 8])
}

/// The word that begins here and where it ends, when it is short and all of it is of this run, as it stands in the text: most are.
#[inline(always)]
fn short(text: &[u8], at: usize, run: &Run) -> Option<(u128, usize)> {
    let (first, mut length) = run.at(text, at);
    let mut word = u128::from(first);
    if length == 8 {
        let (second, more) = run.at(text, at + 8);
        word |= u128::from(second) << 64;
        length += more;
    }
    let end = at + length;
    let next = text.get(end).map_or(Class::Between, |byte| Class::of(*byte));
    let ends = next == Class::Between || next == Class::Dot && !text.get(end + 1).is_some_and(u8::is_ascii_digit);
    ends.then_some((word, end))
}

/// Puts the word together that begins here, if any does; gives where to look for the next.
fn gather(text: &str, mut at: usize, word: &mut String) -> usize {
    let bytes = text.as_bytes();
    let digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
    while let Some(&byte) = bytes.get(at) {
        if byte.is_ascii_alphanumeric() {
            let (start, end) = (word.len(), end_of_word(bytes, at));
            word.push_str(&text[at..end]);
            word[start..].make_ascii_lowercase();
            at = end;
            continue;
        }
        let sign = text[at..].chars().next().unwrap_or_default();
        at += sign.len_utf8();
        let between_digits = || digit(word.as_bytes().last()) && digit(bytes.get(at));
        match sign {
            '\'' | '’' | '\u{ad}' => {}
            '.' if between_digits() => {}
            ',' if between_digits() => word.push(','),
            '&' if !word.is_empty() && text[at..].starts_with(char::is_alphanumeric) => word.push('&'),
            _ if !sign.is_ascii() && is_letter(sign) => push_folded(word, sign),
            _ => break,
        }
    }
    at
}

/// Is it a letter or a digit? The library takes hundreds of instructions for most letters with marks.
fn is_letter(sign: char) -> bool {
    match sign {
        '×' | '÷' => false,
        'À'..='ÿ' => true,
        // Dashes, quotes and the like, and the signs of money.
        '\u{2000}'..='\u{206f}' | '\u{20a0}'..='\u{20cf}' => false,
        _ => sign.is_alphanumeric(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words_of(html: &Html) -> Vec<String> {
        let mut all = Vec::new();
        of_html(html, (), &mut |word, ()| all.push(word.with_text(str::to_owned)));
        all
    }

    #[test]
    fn words_of_html() {
        let paragraph = Html::element("p", &[("class", "x")], "Coördinerend thema’s");
        assert_eq!(words_of(&paragraph), ["coordinerend", "themas"]);
        let cases: [(&str, &[&str]); 10] = [
            ("B&W en R&D, 1.300 uur <x>", &["b&w", "en", "r&d", "1300", "uur", "x"]),
            ("a & b\u{a0}c Één <", &["a", "b", "c", "een"]),
            ("VTH-kerngroep 2024. Zo", &["vth", "kerngroep", "2024", "zo"]),
            ("woord. 1.000.000 v1.2.a x.y 'k thema's", &["woord", "1000000", "v12", "a", "x", "y", "k", "themas"]),
            ("klein\u{ad}kind kleinKind één-2e a&b", &["kleinkind", "kleinkind", "een", "2e", "a&b"]),
            ("0,8 fte, 1,4 en 2,", &["0,8", "fte", "1,4", "en", "2"]),
            ("x<y>z <r", &["x", "y", "z", "r"]),
            ("’t 's & é&é “Ǆ” 5€ ½ ×a÷ ’", &["t", "s", "e&e", "ǆ", "5", "½", "a"]),
            (
                "Gemeenschappelijk Informatiebeveiliging samenwerkingsèn 1234567890123456 12345678901234567",
                &[
                    "gemeenschappelijk",
                    "informatiebeveiliging",
                    "samenwerkingsen",
                    "1234567890123456",
                    "12345678901234567",
                ],
            ),
            ("A&B&C 1&2 a'&b &c d& 1,2,3.4.é1.2", &["a&b&c", "1&2", "a&b", "c", "d", "1,2,34", "e12"]),
        ];
        for (text, expected) in cases {
            assert_eq!(words_of(&text.into()), expected);
        }
    }

    /// Sign by sign, as the rules are told.
    fn slowly(text: &str) -> Vec<String> {
        let mut words = vec![String::new()];
        for (at, sign) in text.char_indices() {
            let (next, digit) = (text[at + sign.len_utf8()..].chars().next(), |c: char| c.is_ascii_digit());
            let Some(word) = words.last_mut() else { continue };
            let between_digits = word.ends_with(digit) && next.is_some_and(digit);
            match sign {
                '\'' | '’' | '\u{ad}' => {}
                '.' if between_digits => {}
                ',' if between_digits => word.push(','),
                '&' if !word.is_empty() && next.is_some_and(char::is_alphanumeric) => word.push('&'),
                _ if sign.is_alphanumeric() => push_folded(word, sign),
                _ => words.push(String::new()),
            }
        }
        words.retain(|word| !word.is_empty());
        words
    }

    #[test]
    fn every_sign_wherever_it_stands() {
        let signs = (0..=0x24f).chain(0x2000..=0x2100).filter_map(char::from_u32);
        for (sign, before) in signs.flat_map(|sign| (0..18).map(move |before| (sign, before))) {
            for after in ["", "3", "a", "B.4"] {
                let text = format!("{0}Z{sign}{after} {0}7{sign}{after}", "Ab3".repeat(6).split_off(before));
                let mut words = Vec::new();
                each(&text, &mut |word| words.push(word.to_owned()));
                assert_eq!(words, slowly(&text), "{text:?}");
            }
        }
    }

    #[test]
    fn a_letter_is_that_of_the_library() {
        for sign in '\0'..=char::MAX {
            assert_eq!(is_letter(sign), sign.is_alphanumeric(), "{sign:?}");
        }
    }
}
