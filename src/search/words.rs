//! Text and HTML taken apart in words: small letters without marks.

use crate::dutch::push_folded;
use crate::markup::{Html, Piece};

/// Visits every word of some HTML. Marks within a word (`<strong>VTH</strong>-beleid`) do not occur often enough to look further.
pub fn of_html(html: &Html, visit: &mut dyn FnMut(&str)) {
    for piece in html.pieces() {
        if let Piece::Text(text) = piece {
            of_text(&text, visit);
        }
    }
}

/// Visits every word of a text. A word is letters and digits; an `&` within stays (`b&w`), an apostrophe and a soft hyphen fall out
/// (`thema's`), as does a full stop between digits (`1.300`).
pub fn of_text(text: &str, visit: &mut dyn FnMut(&str)) {
    let mut word = String::with_capacity(32);
    let mut chars = text.chars();
    while let Some(letter) = chars.next() {
        match letter {
            'a'..='z' | '0'..='9' => word.push(letter),
            'A'..='Z' => word.push(letter.to_ascii_lowercase()),
            '&' => {
                let between = !word.is_empty() && chars.as_str().starts_with(|c: char| c.is_alphanumeric());
                if between { word.push('&') } else { flush(&mut word, visit) }
            }
            '\'' | '’' | '\u{ad}' => {}
            '.' if word.ends_with(|c: char| c.is_ascii_digit())
                && chars.as_str().starts_with(|c: char| c.is_ascii_digit()) => {}
            _ if letter.is_alphanumeric() => push_folded(&mut word, letter),
            _ => flush(&mut word, visit),
        }
    }
    flush(&mut word, visit);
}

fn flush(word: &mut String, visit: &mut dyn FnMut(&str)) {
    if !word.is_empty() {
        visit(word);
        word.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(html: &Html) -> Vec<String> {
        let mut all = Vec::new();
        of_html(html, &mut |word| all.push(word.to_owned()));
        all
    }

    #[test]
    fn words_of_html() {
        let paragraph = Html::element("p", &[("class", "x")], "Coördinerend thema’s");
        assert_eq!(words(&paragraph), ["coordinerend", "themas"]);
        let cases: [(&str, &[&str]); 3] = [
            ("B&W en R&D, 1.300 uur <x>", &["b&w", "en", "r&d", "1300", "uur", "x"]),
            ("a & b\u{a0}c Één <", &["a", "b", "c", "een"]),
            ("VTH-kerngroep 2024. Zo", &["vth", "kerngroep", "2024", "zo"]),
        ];
        for (text, expected) in cases {
            assert_eq!(words(&text.into()), expected);
        }
    }
}
