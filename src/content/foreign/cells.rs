//! The cells of a table from a word processor that was pasted as text: each of them became a paragraph of its own.

use super::Construct;
use std::ops::Range;

pub static LOOSE: Construct = Construct {
    code: "MD070",
    from: "Word",
    effect: "lijkt een vakje van een tabel, en wordt hier een losse alinea",
    remedy: "Een tabel schrijft u met strepen. Zet de vakjes van een rij op één regel: | Naam | Taak | en daaronder |---|---|, en dan de andere rijen.",
    patterns: &[],
};

/// A cell is no longer.
const LONGEST: usize = 40;
/// So many in a row are a table, when one of them is a number.
const CELLS: usize = 4;

/// Is this paragraph one of many cells?
pub fn is_among(source: &str, range: &Range<usize>) -> bool {
    let before = paragraphs_before(source, range.start).take_while(|text| is_cell(text)).take(CELLS).count();
    before + after(source, range).take(CELLS).count() >= CELLS
}

/// Is it the first of them? A number among them tells them from a poem or a row of names.
pub fn first_of_many(source: &str, range: &Range<usize>) -> bool {
    let own = source.get(range.clone()).map(str::trim).unwrap_or_default();
    if !is_cell(own) || paragraphs_before(source, range.start).next().is_some_and(is_cell) {
        return false;
    }
    let cells: Vec<&str> = after(source, range).collect();
    cells.len() >= CELLS
        && cells.iter().any(|cell| cell.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b',' | b'%')))
}

/// This paragraph and those below it that are cells.
fn after<'s>(source: &'s str, range: &Range<usize>) -> impl Iterator<Item = &'s str> {
    source[range.start..].split("\n\n").map(str::trim).take_while(|text| is_cell(text))
}

fn paragraphs_before(source: &str, start: usize) -> impl Iterator<Item = &str> {
    source[..start].trim_end().rsplit("\n\n").map(str::trim)
}

/// A short line that is no sentence and has no markup.
fn is_cell(text: &str) -> bool {
    !text.is_empty()
        && text.chars().count() <= LONGEST
        && !text.contains('\n')
        && text.starts_with(|c: char| c.is_alphanumeric() || c == '€')
        && text.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ')' | '%' | '-'))
        && !text.contains(['[', '`', '|', '<', '{'])
        && !text.split_once([' ', '.']).is_some_and(|(number, _)| {
            text.as_bytes()[number.len()] == b'.' && number.bytes().all(|b| b.is_ascii_digit())
        })
}

#[cfg(test)]
mod tests {
    use super::{first_of_many, is_among};

    #[test]
    fn cells_that_became_paragraphs() {
        let text = "Een zin.\n\nGemeente\n\nInwoners\n\nAlmelo\n\n74\n\nBorne\n\n24\n\nEen zin.";
        let at = |word: &str| text.find(word).map(|i| i..i + word.len()).unwrap();
        assert!(first_of_many(text, &at("Gemeente")) && !first_of_many(text, &at("Inwoners")));
        assert!(is_among(text, &at("74")) && is_among(text, &at("24")));
        let page = "Een zin van een bladzijde.\n\n12\n\nNog een zin.";
        assert!(!is_among(page, &(28..30)));
        let poem = "Een\n\nTwee\n\nDrie\n\nVier\n\nVijf";
        assert!(!first_of_many(poem, &(0..3)));
    }
}
