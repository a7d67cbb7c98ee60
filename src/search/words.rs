//! Text and HTML taken apart in words: small letters without marks.

use crate::dutch::push_folded;
use crate::letters::end_of_small;
use crate::markup::Html;

/// Visits every word of some HTML with the place where it stands. Marks within a word (`<strong>VTH</strong>-beleid`) do not occur often
/// enough to look further.
pub fn of_html<P: Copy>(html: &Html, place: P, visit: &mut impl FnMut(&str, P)) {
    let mut word = String::new();
    for text in html.texts() {
        words(&text, &mut word, place, visit);
    }
}

/// Visits every word of a text with the place where it stands. A word is letters and digits; an `&` within stays (`b&w`), an apostrophe
/// and a soft hyphen fall out (`thema's`), as does a full stop between digits (`1.300`); a comma between digits stays (`0,8`).
pub fn of_text<P: Copy>(text: &str, place: P, visit: &mut impl FnMut(&str, P)) {
    words(text, &mut String::new(), place, visit);
}

/// `word` is room for a word that does not stand in the text as it is visited; it is left empty.
fn words<P: Copy>(text: &str, word: &mut String, place: P, visit: &mut impl FnMut(&str, P)) {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'a'..=b'z' | b'0'..=b'9' => {
                let end = end_of_small(bytes, at);
                // Most words are small letters and nothing else: they are visited where they stand.
                if word.is_empty() && bytes.get(end).is_none_or(|b| ends_word(*b)) {
                    visit(&text[at..end], place);
                    // What ends a word is no part of another.
                    at = end + 1;
                } else {
                    word.push_str(&text[at..end]);
                    at = end;
                }
            }
            b'A'..=b'Z' => {
                word.push(char::from(byte.to_ascii_lowercase()));
                at += 1;
            }
            b'&' => {
                at += 1;
                let between = !word.is_empty() && text[at..].starts_with(char::is_alphanumeric);
                if between { word.push('&') } else { flush(word, place, visit) }
            }
            b'\'' => at += 1,
            b',' => {
                at += 1;
                let digit = |b: Option<u8>| b.is_some_and(|b| b.is_ascii_digit());
                if digit(word.bytes().next_back()) && digit(bytes.get(at).copied()) {
                    word.push(',');
                } else {
                    flush(word, place, visit);
                }
            }
            b'.' => {
                at += 1;
                let digit = |b: Option<u8>| b.is_some_and(|b| b.is_ascii_digit());
                if !digit(word.bytes().next_back()) || !digit(bytes.get(at).copied()) {
                    flush(word, place, visit);
                }
            }
            _ if byte.is_ascii() => {
                flush(word, place, visit);
                at += 1;
            }
            _ => {
                let letter = text[at..].chars().next().unwrap_or_default();
                at += letter.len_utf8();
                match letter {
                    '’' | '\u{ad}' => {}
                    _ if letter.is_alphanumeric() => push_folded(word, letter),
                    _ => flush(word, place, visit),
                }
            }
        }
    }
    flush(word, place, visit);
}

/// Does a word end where this follows on small letters, whatever comes next?
fn ends_word(byte: u8) -> bool {
    byte.is_ascii() && !byte.is_ascii_alphanumeric() && !matches!(byte, b'&' | b'\'' | b'.' | b',')
}

fn flush<P>(word: &mut String, place: P, visit: &mut impl FnMut(&str, P)) {
    if !word.is_empty() {
        visit(word, place);
        word.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words_of(html: &Html) -> Vec<String> {
        let mut all = Vec::new();
        of_html(html, (), &mut |word, ()| all.push(word.to_owned()));
        all
    }

    #[test]
    fn words_of_html() {
        let paragraph = Html::element("p", &[("class", "x")], "Coördinerend thema’s");
        assert_eq!(words_of(&paragraph), ["coordinerend", "themas"]);
        let cases: [(&str, &[&str]); 7] = [
            ("B&W en R&D, 1.300 uur <x>", &["b&w", "en", "r&d", "1300", "uur", "x"]),
            ("a & b\u{a0}c Één <", &["a", "b", "c", "een"]),
            ("VTH-kerngroep 2024. Zo", &["vth", "kerngroep", "2024", "zo"]),
            ("woord. 1.000.000 v1.2.a x.y 'k thema's", &["woord", "1000000", "v12", "a", "x", "y", "k", "themas"]),
            ("klein\u{ad}kind kleinKind één-2e a&b", &["kleinkind", "kleinkind", "een", "2e", "a&b"]),
            ("0,8 fte, 1,4 en 2,", &["0,8", "fte", "1,4", "en", "2"]),
            ("x<y>z <r", &["x", "y", "z", "r"]),
        ];
        for (text, expected) in cases {
            assert_eq!(words_of(&text.into()), expected);
        }
    }
}
