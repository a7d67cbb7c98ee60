//! Places that an editor should look at after an act: how they are found, put in order and told.

use super::change::Change;
use super::pieces::{Piece, Sentence, stems};
use crate::diag::Span;
use crate::site::Site;
use std::collections::BTreeSet;

/// Of a place that is shown.
const LONGEST: usize = 110;

/// The stems of words that tell of what something is about: some do by themselves, others only together.
pub struct Words {
    telling: Vec<String>,
    weak: Vec<String>,
}

impl Words {
    /// Those of these texts, weighed by how many of the texts of the site have them. What is no word to search for tells nothing here.
    pub fn of<'t>(texts: impl IntoIterator<Item = &'t str>, pieces: &[Piece<'_>], site: &Site) -> Self {
        let common: BTreeSet<String> = stems(site.words.phrases.searching().stop_words()).into_iter().collect();
        let told = |stem: &str| {
            stem.chars().count() > 2 && !common.contains(stem) && !stem.bytes().all(|b| b.is_ascii_digit())
        };
        let all: BTreeSet<String> = texts.into_iter().flat_map(stems).filter(|stem| told(stem)).collect();
        let (mut telling, mut weak) = (Vec::new(), Vec::new());
        for stem in all {
            match pieces.iter().filter(|piece| piece.any(|sentence| sentence.has(&stem))).count() {
                n if n <= (pieces.len() / 25).max(5) => telling.push(stem),
                n if n <= (pieces.len() / 8).max(10) => weak.push(stem),
                _ => {}
            }
        }
        Self { telling, weak }
    }

    /// How surely a sentence speaks of it; 0 when it does not.
    pub fn in_sentence(&self, sentence: &Sentence) -> usize {
        let count = |stems: &[String]| stems.iter().filter(|stem| sentence.has(stem)).count();
        let (telling, weak) = (count(&self.telling), count(&self.weak));
        if telling > 0 || weak > 1 { 2 * telling + weak } else { 0 }
    }

    /// The same of a text: that of the sentence that does most.
    pub fn in_text(&self, piece: &Piece<'_>) -> usize {
        piece.sentences.iter().map(|sentence| self.in_sentence(sentence)).max().unwrap_or_default()
    }
}

/// Why a place should be looked at, the surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// It stands with the record itself.
    Own,
    /// It refers to the record.
    Refers,
    /// It speaks of it.
    Speaks,
}

/// A place.
pub struct Found {
    why: Why,
    at: Span,
    words: String,
}

impl Found {
    /// A text, with the sentence in it that tells most.
    pub fn text(why: Why, piece: &Piece<'_>, tells: impl Fn(&Sentence) -> usize) -> Self {
        // Of those that tell as much the first.
        let best = piece.sentences.iter().rev().max_by_key(|sentence| tells(sentence));
        let (from, words) = best.map_or((0, piece.raw.as_str()), |sentence| (sentence.from, sentence.raw.as_str()));
        // With escapes in it a text is not as long as its place; the words of a paragraph begin where it does.
        let exact = piece.page.is_some() || piece.at.range().len() == piece.raw.len();
        let start = piece.at.range().start + if exact { from } else { 0 };
        let at = Span::new(piece.at.file, start..(start + words.len()).min(piece.at.range().end));
        let words = short(words);
        let words = if piece.key.is_empty() { words } else { format!("{}: {words}", piece.key) };
        Self { why, at, words }
    }

    /// A value, as it is written.
    pub fn value(why: Why, at: Span, key: &str, value: &str) -> Self {
        Self { why, at, words: format!("{key} = {value}") }
    }
}

fn short(words: &str) -> String {
    let one: String = words.split_whitespace().collect::<Vec<_>>().join(" ");
    match one.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &one[..end].trim_end()),
        None => one,
    }
}

/// Notes what should be looked at, once for each line, but for what the change itself puts there. `head` says what it is; it is given
/// how many places there are.
pub fn note(change: &mut Change<'_>, mut found: Vec<Found>, head: impl FnOnce(&str) -> String) {
    found.retain(|found| !change.touches(found.at));
    found.sort_by_key(|found| (found.why, found.at));
    let mut seen = BTreeSet::new();
    found.retain(|found| seen.insert((found.at.file, change.line(found.at))));
    if found.is_empty() {
        return;
    }
    found.sort_by_key(|found| (matches!(found.why, Why::Speaks), found.at));
    let count = if found.len() == 1 { "1 plek".to_owned() } else { format!("{} plekken", found.len()) };
    let mut told = head(&count);
    let places: Vec<_> = found.iter().map(|f| (change.path(f.at.file), change.line(f.at), f.words.as_str())).collect();
    told.push_str(&listed(&places));
    change.note(told);
}

/// So many places are read one by one; of more the files come first.
const FEW: usize = 10;

/// Places, as path, line and words, each on a line of its own: of many those of one file together, under its name and with their number.
pub fn listed<W: std::fmt::Display>(places: &[(String, usize, W)]) -> String {
    // The files in the order of what is surest to be about it.
    let mut files: Vec<(&str, Vec<String>)> = Vec::new();
    for (path, line, words) in places {
        let told = format!("{path}:{line}  {words}");
        match files.iter_mut().find(|(known, _)| known == path).filter(|_| places.len() > FEW) {
            Some((_, lines)) => lines.push(told),
            None => files.push((path, vec![told])),
        }
    }
    let mut told = String::new();
    for (path, lines) in files {
        let indent = if places.len() > FEW { "    " } else { "  " };
        if places.len() > FEW {
            let count = if lines.len() == 1 { "1 plek".to_owned() } else { format!("{} plekken", lines.len()) };
            told.push_str(&format!("\n  {path} ({count})"));
        }
        lines.iter().for_each(|line| told.push_str(&format!("\n{indent}{line}")));
    }
    told
}
