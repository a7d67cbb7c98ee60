//! Signs of emphasis that are still there as text: a space stands within them, or there is no second one.

use super::Writer;
use super::text::Run;
use crate::diag::words::slips as words;

/// No words between signs are longer.
const LONGEST: usize = 80;
/// No further is looked for the second sign of a pair.
const FAR: usize = 1000;

impl Writer<'_, '_> {
    /// `*`, `**`, `***`, `_`, `__`, `___` or `~~` at `i`: what belongs together is told once. How many bytes are signs?
    pub(super) fn check_emphasis(&mut self, run: Run<'_>, i: usize) -> usize {
        let sign = run.text.as_bytes()[i];
        let row = run.text[i..].bytes().take_while(|&b| b == sign).count();
        let escaped = i == 0 && run.escaped;
        let Some(at) = run.at.filter(|_| !run.raw && self.verbatim == 0 && !escaped && row <= 3) else { return row };
        if at + i < self.signs_until || (sign == b'~' && row != 2) {
            return row;
        }
        let before = run.text[..i].chars().next_back().or_else(|| self.source[..at].chars().next_back());
        let after = self.source[at + i + row..].chars().next();
        let signs = &run.text[i..i + row];
        if let Some(inside) = spaced(&run.text[i..], signs, letter(before)) {
            let end = at + i + inside.len() + 2 * row;
            let goes_on = self.source[end..].starts_with(char::is_alphanumeric);
            self.signs_until = end;
            let place = self.place(&(at + i..end));
            self.problem(words::spaced_signs(place, signs, inside, (letter(before), goes_on)));
        } else if let Some((inside, joined)) = tight(&run.text[i..], signs, letter(before)) {
            let end = at + i + inside.len() + 2 * row;
            self.signs_until = end;
            let place = self.place(&(at + i..end));
            self.problem(words::tight_signs(place, signs, inside, joined));
        } else if sign == b'*' && row == 2 && letter(before) != letter(after) && before != Some('*') {
            let place = self.place(&(at + i..at + i + 2));
            self.problem(words::loose_signs(place, signs));
        } else if sign == b'*' && row == 1 && self.is_alone(run, at, i) {
            let place = self.place(&(at + i..at + i + 1));
            self.problem(words::loose_signs(place, signs));
        }
        row
    }

    /// Is this one asterisk within a sentence before a word, with no other one around? At the start of a line, and behind a word,
    /// it marks a note.
    fn is_alone(&self, run: Run<'_>, at: usize, i: usize) -> bool {
        let before = &run.text[..i];
        let within = before.ends_with([' ', '(']) && before.contains(char::is_alphanumeric) && !before.contains('*');
        if !within || !run.text[i + 1..].starts_with(char::is_alphabetic) {
            return false;
        }
        let rest = &self.source[at + i + 1..];
        let rest = &rest[..rest.floor_char_boundary(FAR)];
        !rest[..rest.find("\n\n").unwrap_or(rest.len())].contains('*')
    }
}

fn letter(c: Option<char>) -> bool {
    c.is_some_and(char::is_alphanumeric)
}

/// The words of `** vet **`, `*schuin *` or `~~weg ~~` with their spaces, at the start of a text.
fn spaced<'t>(text: &'t str, signs: &str, behind_word: bool) -> Option<&'t str> {
    let inside = &text[signs.len()..];
    let inside = &inside[..inside.floor_char_boundary(LONGEST + signs.len())];
    let words = &inside[..inside.find(signs).filter(|end| *end > 0)?];
    let then = &text[signs.len() * 2 + words.len()..];
    if words.contains('\n') || then.starts_with(&signs[..1]) || !words.contains(char::is_alphabetic) {
        return None;
    }
    let space = |c: char| matches!(c, ' ' | '\u{a0}');
    let (first, last) = (words.starts_with(space), words.ends_with(space));
    let goes_on = then.starts_with(char::is_alphanumeric);
    match signs.len() {
        // `woord** vet**`: the space stands on the wrong side of the sign.
        2 | 3 if behind_word => first && !last,
        2 | 3 => first || last,
        // `2 * a * 3` is a sum, and `a* en b*` marks two notes.
        // A line below marks no note, so `_schuin _woord` is one that lacks its place.
        _ => {
            first != last
                && !behind_word
                && (!goes_on || signs == "_")
                && words.trim().starts_with(char::is_alphanumeric)
        }
    }
    .then_some(words)
}

/// The words of `**Let op:**de raad` or `zie**(hier)**`, and on which side a space is not there: a sign beside a mark of punctuation must
/// not touch a word on its other side.
fn tight<'t>(text: &'t str, signs: &str, behind_word: bool) -> Option<(&'t str, (bool, bool))> {
    let inside = &text[signs.len()..];
    let inside = &inside[..inside.floor_char_boundary(LONGEST + signs.len())];
    let words = &inside[..inside.find(signs).filter(|end| *end > 0)?];
    let then = &text[signs.len() * 2 + words.len()..];
    if words.contains('\n') || words.starts_with(' ') || words.ends_with(' ') || !words.contains(char::is_alphabetic) {
        return None;
    }
    let mark = |c: Option<char>| c.is_some_and(|c| !c.is_alphanumeric());
    let before = behind_word && mark(words.chars().next());
    let behind = then.starts_with(char::is_alphabetic) && mark(words.chars().next_back());
    (before || behind).then_some((words, (before, behind)))
}

#[cfg(test)]
mod tests {
    use super::{spaced, tight};

    #[test]
    fn a_space_that_is_not_there_is_found() {
        assert_eq!(tight("**Let op:**de raad", "**", false), Some(("Let op:", (false, true))));
        assert_eq!(tight("**(hier)** en", "**", true), Some(("(hier)", (true, false))));
        for (text, behind) in
            [("**vet** en", false), ("*btw en *kosten", false), ("** a **", false), ("* 3 (x)*", true)]
        {
            let sign = if text.starts_with("**") { "**" } else { "*" };
            assert_eq!(tight(text, sign, behind), None, "{text}");
        }
    }

    #[test]
    fn a_space_within_signs_is_found() {
        assert_eq!(spaced("*schuin * en", "*", false), Some("schuin "));
        assert_eq!(spaced("* schuin* en", "*", false), Some(" schuin"));
        assert_eq!(spaced("__vet __", "__", false), Some("vet "));
        assert_eq!(spaced("~~ weg ~~.", "~~", false), Some(" weg "));
        assert_eq!(spaced("** vet**", "**", true), Some(" vet"));
        assert_eq!(spaced("*** vet ***", "***", false), Some(" vet "));
        for (text, sign, behind) in [
            ("* a * 3", "*", false),
            ("*btw, *kosten", "*", false),
            ("* en b*", "*", true),
            ("*btw", "*", false),
            ("** 12 **", "**", false),
        ] {
            assert_eq!(spaced(text, sign, behind), None, "{text}");
        }
    }
}
