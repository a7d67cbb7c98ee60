//! Explains terms of the glossary where a page first uses them: the term becomes a button that opens its meaning beside it.
//!
//! It walks the texts of the page's view, so that prose and texts of the data are explained alike and in the order of reading. A
//! term is never explained in a heading, link, code, drawing or card. The template puts the meanings at the end of the page: a
//! browser hides them until they are asked for, paper and old browsers show them as a list.

use crate::markup::{Html, Piece};
use crate::pages::Stand;
use crate::pages::view::{PageView, TermView};
use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

/// The terms, ready to be looked for.
pub struct Glossary<'a> {
    terms: &'a [TermView],
    matcher: AhoCorasick,
    /// By number of pattern.
    patterns: Vec<Pattern>,
}

/// A way in which a term is written.
struct Pattern {
    term: usize,
    /// An abbreviation stands as it is; another word may have an ending.
    short: bool,
}

/// In these elements nothing is explained.
const QUIET: &[&str] = &[
    "a",
    "button",
    "summary",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "code",
    "pre",
    "kbd",
    "samp",
    "dt",
    "th",
    "caption",
    "figcaption",
    "label",
    "details",
];

impl<'a> Glossary<'a> {
    /// `None` for a site without terms: it pays nothing.
    pub fn of(terms: &'a [TermView]) -> Option<Self> {
        let mut words = Vec::new();
        let mut patterns = Vec::new();
        for (term, view) in terms.iter().enumerate() {
            for word in view.words.iter().filter(|w| w.chars().count() > 1) {
                let short = !word.chars().skip(1).any(char::is_lowercase) || word.chars().count() < 4;
                for written in spellings(word, short) {
                    words.push(written);
                    patterns.push(Pattern { term, short });
                }
            }
        }
        // A site has some hundreds of patterns: what is quick to make is quick enough.
        let matcher = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .kind(Some(AhoCorasickKind::ContiguousNFA))
            .build(&words);
        let matcher = matcher.ok().filter(|_| !words.is_empty())?;
        Some(Self { terms, matcher, patterns })
    }

    /// The page with its terms explained, `None` when it uses none.
    pub fn explain(&self, view: &PageView) -> Option<PageView> {
        let mut walk = Walk { glossary: self, used: Vec::new() };
        let mut changes = Vec::new();
        let mut number = 0;
        view.texts(&mut |text, stand| {
            if is_running(stand) {
                changes.extend(walk.explained(text).map(|explained| (number, explained)));
            }
            number += 1;
        });
        if changes.is_empty() {
            return None;
        }
        let mut shown = view.clone();
        let mut changes = changes.into_iter().peekable();
        let mut number = 0;
        shown.texts_mut(&mut |text, _| {
            if let Some((_, explained)) = changes.next_if(|(at, _)| *at == number) {
                *text = explained;
            }
            number += 1;
        });
        shown.words = walk.used.iter().map(|term| self.terms[*term].clone()).collect();
        Some(shown)
    }
}

/// A lead and a card are read in passing; details are looked up.
fn is_running(stand: Stand) -> bool {
    matches!(stand, Stand::Answer | Stand::Prose | Stand::Cell | Stand::Entry)
}

/// The word itself, and with a small or capital first letter.
fn spellings(word: &str, short: bool) -> Vec<String> {
    if short {
        return vec![word.to_owned()];
    }
    let mut letters = word.chars();
    let Some(first) = letters.next() else { return Vec::new() };
    let rest = letters.as_str();
    let (small, capital) = (first.to_lowercase().to_string() + rest, first.to_uppercase().to_string() + rest);
    if small == capital { vec![small] } else { vec![small, capital] }
}

/// One page.
struct Walk<'g, 'a> {
    glossary: &'g Glossary<'a>,
    /// Terms in order of first use.
    used: Vec<usize>,
}

impl Walk<'_, '_> {
    /// A text with its terms explained, `None` when it uses none that is new to the page.
    fn explained(&mut self, text: &Html) -> Option<Html> {
        let before = self.used.len();
        // The element in which nothing is explained, and how deep it stands in itself.
        let mut quiet: Option<(&str, usize)> = None;
        let explained = text.with_texts(|piece| {
            quiet = match (quiet, piece) {
                (None, Piece::Text(text)) => return self.words(&text),
                (None, Piece::Open { name, label }) if label || QUIET.contains(&name) => Some((name, 1)),
                (Some((same, depth)), Piece::Open { name, .. }) if same == name => Some((same, depth + 1)),
                (Some((same, depth)), Piece::Close(name)) if same == name => (depth > 1).then_some((same, depth - 1)),
                (other, _) => other,
            };
            None
        });
        (self.used.len() > before).then_some(explained)
    }

    fn words(&mut self, text: &str) -> Option<Html> {
        let mut html = Html::default();
        let mut done = 0;
        for found in self.glossary.matcher.find_iter(text) {
            let pattern = &self.glossary.patterns[found.pattern().as_usize()];
            let before = text[..found.start()].chars().next_back();
            let Some(end) = end_of_word(text, found.end(), pattern.short) else { continue };
            let inside = before.is_some_and(|c| c.is_alphanumeric() || c == '-' || c == '&');
            if inside || found.start() < done || self.used.contains(&pattern.term) {
                continue;
            }
            self.used.push(pattern.term);
            let target = format!("v-begrip-{}", self.glossary.terms[pattern.term].id);
            let (opened, closed) = touching(text, done, found.start(), end);
            html.push_text(&text[done..opened]);
            // A browser takes a button for a thing of its own and breaks the line beside it, even before a question mark.
            let held = opened < found.start() || end < closed;
            if held {
                html.open("span", &[("class", "term-held")]);
            }
            html.push_text(&text[opened..found.start()]);
            html.open("button", &[("type", "button"), ("class", "term"), ("popovertarget", &target)]);
            html.push_text(&text[found.start()..end]);
            html.close("button");
            html.push_text(&text[end..closed]);
            if held {
                html.close("span");
            }
            done = closed;
        }
        if done == 0 {
            return None;
        }
        html.push_text(&text[done..]);
        Some(html)
    }
}

/// Where the word ends that starts with a match; `None` when the match is only a part of another word. An abbreviation may go on
/// after a hyphen, another word may have the ending of a plural.
fn end_of_word(text: &str, end: usize, short: bool) -> Option<usize> {
    let whole = |at: usize| !text[at..].starts_with(|c: char| c.is_alphanumeric() || (c == '-' && !short));
    if whole(end) {
        return Some(end);
    }
    let endings: &[&str] = if short { &[] } else { &["en", "s", "n"] };
    endings.iter().find(|e| text[end..].starts_with(**e) && whole(end + e.len())).map(|e| end + e.len())
}

/// Where the marks begin and end that touch a word: `(ODT),` or `MDA-`. Text before `from` has been written.
fn touching(text: &str, from: usize, start: usize, end: usize) -> (usize, usize) {
    let opened = text[from..start].trim_end_matches(['(', '[', '‘', '“']).len() + from;
    let after = &text[end..];
    let closed = after.trim_start_matches(['.', ',', ';', ':', '?', '!', ')', ']', '’', '”', '…', '-', '/']);
    (opened, end + after.len() - closed.len())
}

#[cfg(test)]
mod tests {
    use super::{Glossary, TermView, Walk};
    use crate::html;
    use crate::markup::Html;

    fn terms() -> Vec<TermView> {
        let term = |id: &str, words: &[&str]| TermView {
            id: id.into(),
            name: words[0].into(),
            meaning: format!("Dit is {id}.").into(),
            url: format!("begrippen/#{id}"),
            words: words.iter().map(|w| (*w).to_owned()).collect(),
        };
        vec![term("vth", &["VTH"]), term("opdracht", &["Bestuursopdracht"]), term("bw", &["B&W"])]
    }

    fn explained(text: &Html) -> String {
        let terms = terms();
        let glossary = Glossary::of(&terms).unwrap();
        let mut walk = Walk { glossary: &glossary, used: Vec::new() };
        let html = walk.explained(text).unwrap_or_else(|| text.clone());
        html.as_str().replace(" type=\"button\" class=\"term\" popovertarget=\"v-begrip-", " ")
    }

    #[test]
    fn only_the_first_use_in_running_text() {
        let p = |inner: Html| Html::element("p", &[], inner);
        let b = |words: &str| Html::element("b", &[], words);
        let mut tag = Html::default();
        tag.label("span", "tag", "VTH");
        let cases = [
            (p("VTH en VTH".into()), "<p><button vth\">VTH</button> en VTH</p>"),
            (html![Html::element("h2", &[], "VTH"), p("VTH".into())], "<h2>VTH</h2><p><button vth\">VTH</button></p>"),
            (
                p(html![Html::link("x", html!["VTH ", b("VTH")]), " en VTH"]),
                "<p><a href=\"x\">VTH <b>VTH</b></a> en <button vth\">VTH</button></p>",
            ),
            (Html::element("code", &[], "VTH"), "<code>VTH</code>"),
            (tag, "<span class=\"tag\">VTH</span>"),
            (p("xVTH, VTHx, a-VTH".into()), "<p>xVTH, VTHx, a-VTH</p>"),
            (p("VTH-beleid".into()), "<p><span class=\"term-held\"><button vth\">VTH</button>-</span>beleid</p>"),
            (p("Is dat (VTH)?".into()), "<p>Is dat <span class=\"term-held\">(<button vth\">VTH</button>)?</span></p>"),
            (p("Twee bestuursopdrachten".into()), "<p>Twee <button opdracht\">bestuursopdrachten</button></p>"),
            (p("bestuursopdrachtgever".into()), "<p>bestuursopdrachtgever</p>"),
            (p("B&W".into()), "<p><button bw\">B&amp;W</button></p>"),
        ];
        for (from, to) in cases {
            assert_eq!(explained(&from), to);
        }
    }

    #[test]
    fn a_site_without_terms_pays_nothing() {
        assert!(Glossary::of(&[]).is_none());
    }
}
