//! Words in running text, for the rules that read texts.

use memchr::memmem;
use std::ops::Range;

/// Where a word or name stands in a text, not as part of a longer word. An abbreviation or name with a capital is found as
/// it is written; another word also with a capital at the start of a sentence.
pub fn whole_word(text: &str, word: &str) -> Option<usize> {
    whole_words(text, word).next()
}

/// The other way in which a word may be written: with a small letter or a capital.
pub fn other_form(word: &str) -> Option<String> {
    let capitals = word.chars().skip(1).any(char::is_uppercase);
    let mut letters = word.chars();
    let first = letters.next();
    // A name of one ordinary word ("Convenant") or of several ("Big 8") may stand in small letters within a sentence.
    first.filter(|_| !capitals).map(|c| {
        let lower = c.to_lowercase().to_string();
        let turned = if lower.starts_with(c) { c.to_uppercase().to_string() } else { lower };
        format!("{turned}{}", letters.as_str())
    })
}

/// All places where a word stands in a text.
pub fn whole_words<'a>(text: &'a str, word: &'a str) -> impl Iterator<Item = usize> + 'a {
    let other = other_form(word);
    let places = |word: &str| memmem::find_iter(text.as_bytes(), word.as_bytes()).collect::<Vec<_>>();
    let mut found = places(word);
    if let Some(other) = &other {
        found.extend(places(other));
        found.sort_unstable();
    }
    found.into_iter().filter(move |at| is_whole(text, *at..*at + word.len()))
}

/// Does a word stand here that is no part of a longer one?
pub fn is_whole(text: &str, word: Range<usize>) -> bool {
    let before = text[..word.start].chars().next_back();
    let after = text.get(word.end..).and_then(|rest| rest.chars().next());
    let inside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    !inside(before) && !inside(after)
}

/// Does the place lie between quotation marks?
pub fn quoted(text: &str, at: usize) -> bool {
    let before = &text[..at];
    [('‘', '’'), ('“', '”')].into_iter().any(|(open, close)| {
        let opened = before.rfind(open);
        opened.is_some_and(|o| before.rfind(close).is_none_or(|c| c < o) && text[at..].contains(close))
    })
}
