//! Dutch quotation marks and apostrophes.

/// Short words that begin with an apostrophe: 's avonds, 't, 'n.
const CLIPPED: &[&str] = &["s", "t", "n", "k", "m", "r", "em", "er", "ie", "ns"];

/// Turns straight quotation marks into Dutch ones. One per block: a mark never pairs with one in another paragraph.
#[derive(Debug, Default, Clone, Copy)]
pub struct Quotes {
    open: bool,
}

impl Quotes {
    /// What `"` becomes between these two characters.
    pub fn double(&mut self, before: char, after: Option<char>) -> &'static str {
        let space_after = after.is_none_or(char::is_whitespace);
        let opens = if opens_after(before) {
            !space_after || !self.open
        } else {
            // `zie:"tekst"` opens, `"tekst:"` closes.
            !self.open && !before.is_alphanumeric() && after.is_some_and(char::is_alphanumeric)
        };
        self.open = opens;
        if opens { "“" } else { "”" }
    }
}

/// What `'` becomes after this character, with this text behind it.
pub fn single(before: char, rest: &str) -> &'static str {
    let space_after = rest.chars().next().is_none_or(char::is_whitespace);
    let letter_after = rest.starts_with(char::is_alphanumeric);
    // `zie:'tekst'` opens, as with the double ones.
    let opens = opens_after(before) || (matches!(before, ':' | ';' | ',' | '=') && letter_after);
    if !opens || space_after || is_clipped(rest) { "’" } else { "‘" }
}

/// May a quotation start after this character?
fn opens_after(before: char) -> bool {
    before.is_whitespace() || matches!(before, '(' | '[' | '{' | '“' | '‘' | '„' | '–' | '—' | '/' | '-' | '¿' | '¡')
}

/// `s avonds`, `t`, `90 en later`: then the mark stands for letters or digits that were left out.
fn is_clipped(rest: &str) -> bool {
    // Longer words do not matter, so a long text without spaces costs nothing.
    let end = rest.char_indices().take(4).find(|(_, c)| !c.is_alphanumeric()).map(|(i, _)| i);
    let Some(word) = end.map_or_else(|| (rest.len() <= 2).then_some(rest), |end| rest.get(..end)) else {
        return false;
    };
    let quoted = rest[word.len()..].starts_with('\'');
    let clipped = CLIPPED.iter().any(|c| word.eq_ignore_ascii_case(c));
    let year = word.len() == 2 && word.bytes().all(|b| b.is_ascii_digit());
    (clipped || year) && !quoted
}

#[cfg(test)]
mod tests {
    use super::{Quotes, single};

    fn smart(text: &str) -> String {
        let mut quotes = Quotes::default();
        let mut out = String::new();
        for (i, c) in text.char_indices() {
            let before = out.chars().next_back().unwrap_or('\n');
            let rest = &text[i + c.len_utf8()..];
            match c {
                '"' => out.push_str(quotes.double(before, rest.chars().next())),
                '\'' => out.push_str(single(before, rest)),
                _ => out.push(c),
            }
        }
        out
    }

    #[test]
    fn quotes_as_dutch_readers_expect() {
        for (plain, right) in [
            ("Zij zei: \"Dat is goed.\"", "Zij zei: “Dat is goed.”"),
            ("\"'Ja', zei hij\", las zij.", "“‘Ja’, zei hij”, las zij."),
            ("'s Avonds in 's-Hertogenbosch, 't was '90", "’s Avonds in ’s-Hertogenbosch, ’t was ’90"),
            ("foto's en agenda's van Kees'", "foto’s en agenda’s van Kees’"),
            ("\"'s Avonds\" (\"laat\")", "“’s Avonds” (“laat”)"),
            ("de letter 's' en '90'", "de letter ‘s’ en ‘90’"),
            ("zie:\"dit\" en 'dat'.", "zie:“dit” en ‘dat’."),
            ("zo'n 'mooi' ding", "zo’n ‘mooi’ ding"),
            ("'n", "’n"),
            ("\"a\" \"b\"", "“a” “b”"),
        ] {
            assert_eq!(smart(plain), right);
        }
    }
}
