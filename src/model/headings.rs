//! Headings of blocks as they stand in the text of a data file, for a file that the parser cannot make sense of.

use super::Model;
use crate::decode::{is_heading, is_key};
use std::borrow::Cow;
use std::ops::Range;

/// A kind that is written with capitals.
#[derive(Debug, PartialEq, Eq)]
pub struct Slip {
    /// Where it stands for the first time.
    pub range: Range<usize>,
    /// As it is written.
    pub found: String,
    /// The heading as it should be.
    pub right: String,
    /// How many times more.
    pub more: usize,
}

/// `Gremium`, where `gremium` is meant?
pub fn is_kind_in_capitals(name: &str) -> bool {
    Model::kind(name).is_none() && Model::kind(&name.to_ascii_lowercase()).is_some()
}

/// The text with all kinds in small letters, byte for byte as long; and what was changed, each kind once.
pub fn mended(text: &str) -> (Cow<'_, str>, Vec<Slip>) {
    let mut mended = String::new();
    let mut slips: Vec<Slip> = Vec::new();
    for (start, line) in headings(text) {
        let kind = kind_of(line);
        let inside = line.len() - line.trim_start_matches(['[', ' ']).len();
        let range = start + inside..start + inside + kind.len();
        if text.get(range.clone()) != Some(kind) || !is_kind_in_capitals(kind) {
            continue;
        }
        let small = kind.to_ascii_lowercase();
        mended.push_str(&text[mended.len()..range.start]);
        mended.push_str(&small);
        match slips.iter_mut().find(|slip| slip.found == kind) {
            Some(slip) => slip.more += 1,
            None => slips.push(Slip {
                range,
                found: kind.to_owned(),
                right: line.trim().replacen(kind, &small, 1),
                more: 0,
            }),
        }
    }
    if slips.is_empty() {
        return (Cow::Borrowed(text), slips);
    }
    mended.push_str(&text[mended.len()..]);
    (Cow::Owned(mended), slips)
}

/// The blocks of a file: each begins with the heading of a kind and goes on to the next, with all that stands under it. What
/// stands above the first is a block too.
pub fn blocks(text: &str) -> Vec<Range<usize>> {
    let starts = headings(text).filter(|(_, line)| kind_headed(line).is_some()).map(|(start, _)| start);
    let mut bounds: Vec<usize> = std::iter::once(0).chain(starts).chain([text.len()]).collect();
    bounds.dedup();
    bounds.windows(2).map(|two| two[0]..two[1]).collect()
}

/// The kind, or the plural of one, that a line is the heading of.
pub fn kind_headed(line: &str) -> Option<&'static str> {
    let name = kind_of(line);
    let whole = line.split('#').next().unwrap_or_default();
    Model::kind_called(name).filter(|_| !whole.contains('.')).map(|kind| kind.name)
}

/// The kind that a data file is named after: `begrippen.toml`, `begrip-2.toml`.
pub fn kind_of_file(name: &str) -> Option<&'static str> {
    let stem = name.rsplit('/').next()?.split(['.', '-', '_', ' ']).next()?.to_lowercase();
    Model::kind_called(&stem).map(|kind| kind.name)
}

/// Is a text the data of a site, whatever its file is called: does it begin with the heading of a kind, with a key under it?
pub fn holds_data(text: &str) -> bool {
    let mut lines = text
        .trim_start_matches('\u{feff}')
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'));
    let kind = lines.next().filter(|line| line.starts_with("[[") && is_heading(line)).and_then(kind_headed);
    kind.is_some() && lines.next().is_some_and(is_key)
}

/// All lines that are a heading, with where they begin.
pub fn headings(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut from = 0;
    text.split_inclusive('\n').filter_map(move |line| {
        let start = from;
        from += line.len();
        (line.trim_start().starts_with('[') && is_heading(line)).then(|| (start, line.trim_end()))
    })
}

/// `gremium` of `[[gremium.lid]]`.
fn kind_of(line: &str) -> &str {
    line.trim_start_matches(['[', ' ']).split(['.', ']', ' ']).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_become_small_in_place() {
        let text = "[[Gremium]]\nnaam = \"[[Gremium]]\"\n[[Gremium.lid]]\n[[gremium]]\n[[Iets]]\n";
        let (mended, slips) = mended(text);
        assert_eq!(mended, "[[gremium]]\nnaam = \"[[Gremium]]\"\n[[gremium.lid]]\n[[gremium]]\n[[Iets]]\n");
        let [slip] = &slips[..] else { panic!("{slips:?}") };
        assert_eq!((slip.range.clone(), slip.right.as_str(), slip.more), (2..9, "[[gremium]]", 1));
        assert_eq!(super::mended("[[gremium]]\n").1, []);
    }

    #[test]
    fn what_is_data_and_what_is_a_note() {
        assert!(
            holds_data("# Begrippen\n\n[[begrip]]\n# kust\nid = \"kust\"\n")
                && holds_data("\u{feff}[[gremia]]\nid = 1")
        );
        for other in [
            "",
            "[[redirects]]\nfrom = \"/a\"",
            "[[begrip]] schrijft u zo:\nid = \"x\"",
            "Zo:\n[[begrip]]\nid = 1",
            "[[begrip]]",
        ] {
            assert!(!holds_data(other), "{other}");
        }
    }

    #[test]
    fn blocks_begin_with_a_kind() {
        let text = "# kop\n[[gremium]]\nid = 1\n[[gremium.lid]]\n[rol]\n[[gremia]] # x\n";
        let parts: Vec<&str> = blocks(text).into_iter().map(|block| &text[block]).collect();
        assert_eq!(parts, ["# kop\n", "[[gremium]]\nid = 1\n[[gremium.lid]]\n", "[rol]\n", "[[gremia]] # x\n"]);
        assert!(blocks("").is_empty());
    }
}
