//! How hard a page is to read: an indication of its language level, by sentence length and word length.
//!
//! The measure is the Flesch-Douma formula, made for Dutch: 206,84 − 0,77 × syllables per 100 words − 0,93 × words per sentence.
//! High is easy. The formula knows easy from hard; that 60 stands for B1 is our own reading of its steps, so a level is an
//! indication, never a verdict. Only sentences count: headings, tables of names and drawings do not. A name that is a link,
//! or a term that the page explains, counts as a word of two syllables: a reader who knows it or can look it up does not stumble.

use crate::markup::{Html, Piece};
use std::fmt;

/// A level of the Common European Framework.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Very simple.
    A2,
    /// Plain.
    B1,
    /// For who reads a lot.
    B2,
    /// Hard.
    C1,
    /// Very hard.
    C2,
}

impl Level {
    /// The level of a score as it is shown, without decimals.
    pub fn of(score: f64) -> Self {
        match score.round() {
            s if s >= 80.0 => Self::A2,
            s if s >= 60.0 => Self::B1,
            s if s >= 45.0 => Self::B2,
            s if s >= 30.0 => Self::C1,
            _ => Self::C2,
        }
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self:?}")
    }
}

/// A sentence of a page.
#[derive(Debug, Clone, PartialEq)]
pub struct Sentence {
    /// Its words.
    pub text: String,
    words: usize,
    syllables: usize,
}

impl Sentence {
    /// High is easy.
    pub fn score(&self) -> f64 {
        score(self.words, self.syllables, 1)
    }

    /// Long enough for its own score to say something: a few words with one long name among them are not hard.
    pub fn is_long(&self) -> bool {
        self.words >= 8
    }
}

/// What a page is like to read.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// High is easy.
    pub score: f64,
    /// The level that goes with it.
    pub level: Level,
    /// The sentences, the hardest first.
    pub sentences: Vec<Sentence>,
}

/// Fewer words than this are no running text to judge.
const FEWEST_WORDS: usize = 30;
/// Fewer words than this are no sentence: a name, a date, a cell of a table.
const SHORTEST: usize = 4;

/// The reading of the texts of a page; `None` when it has hardly any running text.
pub fn of_texts<'h>(texts: impl IntoIterator<Item = &'h Html>) -> Option<Reading> {
    let mut sentences = Vec::new();
    texts.into_iter().for_each(|text| sentences_in(text, &mut sentences));
    let words = sentences.iter().map(|s| s.words).sum();
    let syllables = sentences.iter().map(|s| s.syllables).sum();
    if words < FEWEST_WORDS {
        return None;
    }
    let score = score(words, syllables, sentences.len());
    sentences.sort_by(|a, b| a.score().total_cmp(&b.score()));
    Some(Reading { score, level: Level::of(score), sentences })
}

/// The level in the middle of many.
pub fn median(readings: &[Reading]) -> Option<Level> {
    let mut levels: Vec<Level> = readings.iter().map(|r| r.level).collect();
    levels.sort();
    levels.get(levels.len() / 2).copied()
}

fn score(words: usize, syllables: usize, sentences: usize) -> f64 {
    let (words, syllables, sentences) = (words.max(1) as f64, syllables as f64, sentences.max(1) as f64);
    206.84 - 0.77 * (100.0 * syllables / words) - 0.93 * (words / sentences)
}

/// What stands in these is no running text.
const QUIET: &[&str] =
    &["h1", "h2", "h3", "h4", "h5", "h6", "th", "dt", "summary", "caption", "code", "pre", "details"];
/// Within a sentence.
const INLINE: &[&str] = &[
    "a", "button", "b", "strong", "em", "i", "span", "small", "sup", "sub", "s", "mark", "abbr", "time", "br", "wbr",
    "kbd",
];

/// The sentences in some HTML.
fn sentences_in(html: &Html, found: &mut Vec<Sentence>) {
    let mut block = Block::default();
    let mut quiet: Option<(&str, usize)> = None;
    for piece in html.pieces() {
        let (name, opens, label) = match piece {
            Piece::Text(text) => {
                if quiet.is_none() {
                    block.push(&text);
                }
                continue;
            }
            Piece::Open { name, label } => (name, true, label),
            Piece::Close(name) => (name, false, false),
            Piece::Drawing => {
                block.end(found);
                continue;
            }
        };
        quiet = match quiet {
            Some((same, depth)) if same == name && !opens => (depth > 1).then_some((same, depth - 1)),
            Some((same, depth)) if same == name => Some((same, depth + 1)),
            Some(other) => Some(other),
            None => (opens && (label || QUIET.contains(&name))).then_some((name, 1)),
        };
        if matches!(name, "a" | "button") {
            block.named = opens;
        } else if !INLINE.contains(&name) {
            block.end(found);
        }
    }
    block.end(found);
}

/// A paragraph, item or cell.
#[derive(Debug, Default)]
struct Block {
    words: Vec<(String, bool)>,
    /// Within a link or an explained term.
    named: bool,
    /// The last piece did not end in white space: what follows belongs to its last word.
    open: bool,
}

impl Block {
    fn push(&mut self, text: &str) {
        let joins = self.open && !text.starts_with(char::is_whitespace);
        for (i, word) in text.split_whitespace().enumerate() {
            match self.words.last_mut().filter(|_| i == 0 && joins) {
                Some(last) => last.0.push_str(word),
                None => self.words.push((word.to_owned(), self.named)),
            }
        }
        if !text.is_empty() {
            self.open = !text.ends_with(char::is_whitespace);
        }
    }

    /// Cuts the block into sentences.
    fn end(&mut self, found: &mut Vec<Sentence>) {
        let words = std::mem::take(&mut self.words);
        (self.named, self.open) = (false, false);
        let mut sentence: Vec<(String, bool)> = Vec::new();
        for word in words {
            let last = word.0.trim_end_matches([')', '”', '"', '’', '»']).ends_with(['.', '?', '!']);
            sentence.push(word);
            if last {
                found.extend(whole(std::mem::take(&mut sentence)));
            }
        }
        found.extend(whole(sentence));
    }
}

fn whole(words: Vec<(String, bool)>) -> Option<Sentence> {
    let spoken: Vec<&(String, bool)> = words.iter().filter(|(w, _)| w.contains(char::is_alphanumeric)).collect();
    // A row of links is a list of names, not a sentence.
    if spoken.len() < SHORTEST || spoken.iter().filter(|(_, named)| !named).count() * 3 < spoken.len() {
        return None;
    }
    let syllables =
        spoken.iter().map(|(word, named)| if *named { syllables(word).min(2) } else { syllables(word) }).sum();
    let text = words.iter().map(|(w, _)| w.as_str()).collect::<Vec<_>>().join(" ");
    Some(Sentence { text, words: spoken.len(), syllables })
}

/// The syllables of a Dutch word: its groups of vowels. An abbreviation is read as one, a number as two.
fn syllables(word: &str) -> usize {
    let letters: Vec<char> = word.chars().filter(|c| c.is_alphabetic()).collect();
    if letters.is_empty() {
        return 2;
    }
    if letters.len() <= 4 && letters.iter().all(|c| c.is_uppercase()) {
        return 1;
    }
    let letters: Vec<char> = word.chars().flat_map(char::to_lowercase).collect();
    let vowel = |c: char| "aeiouyàáâäèéêëìíîïòóôöùúûü".contains(c);
    let (mut count, mut i) = (0, 0);
    while i < letters.len() {
        if !vowel(letters[i]) {
            i += 1;
            continue;
        }
        count += 1;
        let rest: String = letters[i..].iter().take(3).collect();
        let long = ["aai", "ooi", "oei", "eeu", "ieu"].iter().any(|g| rest.starts_with(g));
        let two = ["aa", "ee", "oo", "uu", "ie", "oe", "eu", "ui", "ij", "ei", "au", "ou"]
            .iter()
            .any(|g| rest.starts_with(g));
        i += if long {
            3
        } else if two {
            2
        } else {
            1
        };
    }
    count.max(1)
}

#[cfg(test)]
mod tests {
    use super::{Level, of_texts, sentences_in, syllables};
    use crate::html;
    use crate::markup::Html;

    #[test]
    fn syllables_of_dutch_words() {
        let words = [
            ("de", 1),
            ("overleg", 3),
            ("samenwerking", 4),
            ("ijs", 1),
            ("tijdig", 2),
            ("coördineren", 5),
            ("nieuwe", 2),
            ("mooi", 1),
            ("VTH", 1),
            ("2024", 2),
            ("beleid", 2),
            ("provincie", 3),
        ];
        for (word, count) in words {
            assert_eq!(syllables(word), count, "{word}");
        }
    }

    #[test]
    fn only_sentences_count() {
        let element = |name, inner: Html| Html::element(name, &[], inner);
        let text = html![
            element("h2", "Een kop met veel woorden erin".into()),
            element("p", html!["Wij zijn er ", element("b", "voor".into()), " u. Kom gerust langs bij ons!"]),
            Html::list("", [Html::link("x", "Een rij van namen")]),
            element("table", html![element("th", "Kop van de kolom hier".into()), element("td", "ja".into())]),
        ];
        let mut found = Vec::new();
        sentences_in(&text, &mut found);
        let found: Vec<String> = found.into_iter().map(|s| s.text).collect();
        assert_eq!(found, ["Wij zijn er voor u.", "Kom gerust langs bij ons!"]);
    }

    #[test]
    fn a_score_and_its_level_never_contradict_each_other() {
        for (score, level) in
            [(59.6, Level::B1), (59.4, Level::B2), (79.5, Level::A2), (44.5, Level::B2), (29.4, Level::C2)]
        {
            assert_eq!(Level::of(score), level, "{score:.0}");
        }
    }

    #[test]
    fn short_words_are_easy_and_long_ones_are_hard() {
        let level = |sentence: &str| of_texts([&sentence.repeat(8).into()]).unwrap().level;
        assert_eq!(level("De man loopt naar het huis en doet de deur open. "), Level::A2);
        let hard = "Bestuurlijke samenwerkingsovereenkomsten veronderstellen gemeenschappelijke verantwoordelijkheidsverdeling inzake uitvoeringsorganisaties. ";
        assert_eq!(level(hard), Level::C2);
        assert_eq!(of_texts([&"Te kort om te meten.".into()]), None);
    }
}
