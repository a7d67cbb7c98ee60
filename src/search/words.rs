//! Text and safe HTML taken apart in words: small letters without marks.

use crate::dutch::push_folded;

/// Visits every word of a text.
pub fn of_text(text: &str, visit: &mut dyn FnMut(&str)) {
    split(text, false, visit);
}

/// Visits every word of safe HTML, without its tags.
pub fn of_html(html: &str, visit: &mut dyn FnMut(&str)) {
    split(html, true, visit);
}

/// A word is letters and digits; an `&` within stays (`b&w`), an apostrophe and a soft hyphen fall out (`thema's`), as does a
/// full stop between digits (`1.300`).
fn split(text: &str, html: bool, visit: &mut dyn FnMut(&str)) {
    let mut word = String::with_capacity(32);
    let mut chars = text.chars();
    while let Some(letter) = chars.next() {
        match letter {
            'a'..='z' | '0'..='9' => word.push(letter),
            'A'..='Z' => word.push(letter.to_ascii_lowercase()),
            '<' if html => {
                let end = chars.as_str().find('>').map_or(chars.as_str().len(), |i| i + 1);
                // Marks within a word (`<strong>VTH</strong>-beleid`) do not occur often enough to look further.
                chars = chars.as_str()[end..].chars();
                flush(&mut word, visit);
            }
            '&' => {
                if html {
                    let end = chars.as_str().bytes().take(10).position(|b| b == b';');
                    let name = end.map_or("", |i| &chars.as_str()[..i]);
                    if let Some(i) = end {
                        chars = chars.as_str()[i + 1..].chars();
                    }
                    if name == "#39" || name == "#x27" {
                        continue;
                    }
                    if name != "amp" {
                        flush(&mut word, visit);
                        continue;
                    }
                }
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

    fn words(html: &str) -> Vec<String> {
        let mut all = Vec::new();
        of_html(html, &mut |word| all.push(word.to_owned()));
        all
    }

    #[test]
    fn words_of_html() {
        assert_eq!(words("<p class=\"x\">Coördinerend thema’s</p>"), ["coordinerend", "themas"]);
        assert_eq!(words("B&amp;W en R&amp;D, 1.300 uur &lt;x&gt;"), ["b&w", "en", "r&d", "1300", "uur", "x"]);
        assert_eq!(words("a &amp; b&nbsp;c Één <"), ["a", "b", "c", "een"]);
        assert_eq!(words("VTH-kerngroep 2024. Zo"), ["vth", "kerngroep", "2024", "zo"]);
    }
}
