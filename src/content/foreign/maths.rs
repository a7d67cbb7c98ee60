//! `\\(x + y\\)` and `\\[x^2\\]`: a formula between brackets with a backslash, of which Markdown shows the brackets alone.

use super::Found;
use super::diagrams::ESCAPED_FORMULA;

/// No formula is longer.
const LONGEST: usize = 300;

/// A text that has a backslash before it and begins with a bracket.
pub fn look(source: &str, start: usize) -> Option<Found> {
    let before = start.checked_sub(1)?;
    let rest = source.get(before..)?;
    let close = match rest.get(..2)? {
        "\\(" => "\\)",
        "\\[" => "\\]",
        _ => return None,
    };
    let inside = rest.get(2..rest.floor_char_boundary(LONGEST).max(2))?;
    let inside = &inside[..inside.find(close)?];
    let end = before + 4 + inside.len();
    // `- \\[x\\] klaar` are brackets that someone wants to see.
    let at_item = source[..before].trim_end_matches(' ').ends_with(['-', '*', '+']);
    (is_formula(inside.trim()) && !at_item).then_some(Found { range: before..end, construct: &ESCAPED_FORMULA })
}

/// Signs of a formula, or one letter alone. `\\[sic\\]` is a word.
fn is_formula(inside: &str) -> bool {
    let alone = inside.chars().count() == 1 && inside.starts_with(char::is_alphabetic);
    let command = inside.split('\\').skip(1).any(|word| word.starts_with(|c: char| c.is_ascii_alphabetic()));
    !inside.contains("\n\n") && (alone || command || inside.contains(['^', '=', '+', '{']) || is_indexed(inside))
}

/// `x_i`, `a < b`, `2 - n`
fn is_indexed(inside: &str) -> bool {
    let short = |word: &str| word.chars().count() <= 3;
    inside.contains('_') && short(inside)
        || [" < ", " > ", " - ", " * "].iter().any(|sign| inside.contains(sign)) && inside.split(' ').all(short)
}

#[cfg(test)]
mod tests {
    use super::look;

    #[test]
    fn formulas_are_told_and_words_are_not() {
        for text in ["\\(x\\)", "\\[x^2\\]", "\\(a \\le b\\)", "\\(x_i\\)", "\\[a < b\\]", "\\[\na+b\n\\]"] {
            assert_eq!(look(text, 1).map(|found| found.range), Some(0..text.len()), "{text}");
        }
        for text in ["\\[sic\\]", "\\(zie ook\\)", "\\[…\\]", "\\(x", "\\[ \\]", "\\(de heer - en mevrouw\\)"] {
            assert!(look(text, 1).is_none(), "{text}");
        }
        assert!(look("- \\[x\\] klaar", 3).is_none());
    }
}
