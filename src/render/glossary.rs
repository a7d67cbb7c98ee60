//! Explains terms of the glossary where a page first uses them: the term becomes a button that opens its meaning beside it.
//!
//! It works on the finished page, so that prose and texts of the data are explained alike and in the order of reading. A term is
//! never explained in a heading, link, code, drawing or card. The meanings stand at the end of the page: a browser hides them until
//! they are asked for, paper and old browsers show them as a list.

use crate::markup::escape;
use crate::pages::view::{SiteView, TermView};
use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

/// The terms, ready to be looked for.
pub struct Glossary<'a> {
    terms: &'a [TermView],
    matcher: AhoCorasick,
    /// By number of pattern.
    patterns: Vec<Pattern>,
    heading: &'a str,
    more: &'a str,
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
    "svg",
    "script",
    "style",
    "dt",
    "th",
    "caption",
    "figcaption",
    "label",
    "nav",
    "select",
    "textarea",
    "output",
    "form",
    "details",
    "header",
];

/// Nor in elements with one of these classes.
const QUIET_CLASSES: &[&str] = &[
    "tag",
    "status",
    "cards",
    "colophon",
    "tasks",
    "infographic",
    "source-list",
    "answers-more",
    "sheet",
    "code",
    "lead",
    "exhibit-page",
];

impl<'a> Glossary<'a> {
    /// `None` for a site without terms: it pays nothing.
    pub fn of(terms: &'a [TermView], site: &'a SiteView) -> Option<Self> {
        let mut words = Vec::new();
        let mut patterns = Vec::new();
        for (term, view) in terms.iter().enumerate() {
            for word in view.words.iter().filter(|w| w.chars().count() > 1) {
                let short = !word.chars().skip(1).any(char::is_lowercase) || word.chars().count() < 4;
                for written in spellings(word, short) {
                    words.push(escape(&written));
                    patterns.push(Pattern { term, short });
                }
            }
        }
        // A site has some hundreds of patterns: what is quick to make is quick enough.
        let matcher = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .kind(Some(AhoCorasickKind::ContiguousNFA))
            .build(&words);
        let text = |key: &str| site.text.get(key).and_then(|t| t.as_str()).unwrap_or_default();
        let matcher = matcher.ok().filter(|_| !words.is_empty())?;
        Some(Self { terms, matcher, patterns, heading: text("words_here"), more: text("to_glossary") })
    }

    /// The page with its terms explained, `None` when it uses none; `root` is its way to the root of the site.
    pub fn explain(&self, html: &str, root: &str) -> Option<String> {
        let (Some(start), Some(end)) = (html.find("<main"), html.rfind("</main>")) else { return None };
        let mut page = Walk { glossary: self, used: Vec::new(), out: String::with_capacity(html.len() + 1024) };
        page.out.push_str(&html[..start]);
        page.walk(&html[start..end]);
        if page.used.is_empty() {
            return None;
        }
        page.meanings(root);
        page.out.push_str(&html[end..]);
        Some(page.out)
    }
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
    out: String,
}

impl Walk<'_, '_> {
    fn walk(&mut self, html: &str) {
        let mut rest = html;
        // The element in which nothing is explained, and how deep it stands in itself.
        let mut quiet: Option<(&str, usize)> = None;
        while let Some(at) = rest.find('<') {
            let (text, tag) = rest.split_at(at);
            if quiet.is_none() {
                self.text(text)
            } else {
                self.out.push_str(text)
            }
            let end = tag.find('>').map_or(tag.len(), |i| i + 1);
            let (tag, after) = tag.split_at(end);
            self.out.push_str(tag);
            rest = after;
            let closing = tag.starts_with("</");
            let name = tag.trim_start_matches(['<', '/']).split([' ', '>', '/', '\n']).next().unwrap_or_default();
            quiet = match quiet {
                Some((same, depth)) if same == name && closing => (depth > 1).then_some((same, depth - 1)),
                Some((same, depth)) if same == name => Some((same, depth + 1)),
                Some(other) => Some(other),
                None if !closing && is_quiet(name, tag) => Some((name, 1)),
                None => None,
            };
        }
        if quiet.is_none() { self.text(rest) } else { self.out.push_str(rest) }
    }

    fn text(&mut self, text: &str) {
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
            let id = &self.glossary.terms[pattern.term].id;
            let (opened, closed) = touching(text, done, found.start(), end);
            self.out.push_str(&text[done..opened]);
            // A browser takes a button for a thing of its own and breaks the line beside it, even before a question mark.
            let held = opened < found.start() || end < closed;
            if held {
                self.out.push_str("<span class=\"term-held\">");
            }
            self.out.push_str(&text[opened..found.start()]);
            self.out.push_str("<button type=\"button\" class=\"term\" popovertarget=\"v-begrip-");
            self.out.push_str(&escape(id));
            self.out.push_str("\">");
            self.out.push_str(&text[found.start()..end]);
            self.out.push_str("</button>");
            self.out.push_str(&text[end..closed]);
            if held {
                self.out.push_str("</span>");
            }
            done = closed;
        }
        self.out.push_str(&text[done..]);
    }

    fn meanings(&mut self, root: &str) {
        let heading = escape(self.glossary.heading);
        self.out.push_str(&format!("<div class=\"frame words\">\n<h2 class=\"small-head\">{heading}</h2>\n"));
        for term in &self.used {
            let term = &self.glossary.terms[*term];
            self.out.push_str(&format!(
                "<div class=\"word\" id=\"v-begrip-{}\" popover><p class=\"word-name\">{}</p><p>{}</p><p class=\"word-more\"><a href=\"{}{}\">{}</a></p></div>\n",
                escape(&term.id),
                escape(&term.name),
                term.meaning.as_str(),
                escape(root),
                escape(&term.url),
                escape(self.glossary.more),
            ));
        }
        self.out.push_str("</div>\n");
    }
}

fn is_quiet(name: &str, tag: &str) -> bool {
    if QUIET.contains(&name) {
        return !tag.ends_with("/>");
    }
    let Some((_, after)) = tag.split_once(" class=\"") else { return false };
    let classes = after.split('"').next().unwrap_or_default();
    classes.split(' ').any(|class| QUIET_CLASSES.contains(&class))
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
    use super::{Glossary, TermView};
    use crate::pages::view::SiteView;

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

    fn page(main: &str) -> String {
        let (terms, site) = (terms(), SiteView::default());
        let html = format!("<main>{main}</main>");
        Glossary::of(&terms, &site).unwrap().explain(&html, "../").unwrap_or(html)
    }

    fn explained(main: &str) -> String {
        let html = page(main);
        let start = "<main>".len();
        let end = html.find("<div class=\"frame words\"").unwrap_or(html.len() - "</main>".len());
        html[start..end].replace(" type=\"button\" class=\"term\" popovertarget=\"v-begrip-", " ")
    }

    #[test]
    fn only_the_first_use_in_running_text() {
        let cases = [
            ("<p>VTH en VTH</p>", "<p><button vth\">VTH</button> en VTH</p>"),
            ("<h2>VTH</h2><p>VTH</p>", "<h2>VTH</h2><p><button vth\">VTH</button></p>"),
            (
                "<p><a href=\"x\">VTH <b>VTH</b></a> en VTH</p>",
                "<p><a href=\"x\">VTH <b>VTH</b></a> en <button vth\">VTH</button></p>",
            ),
            ("<code>VTH</code>", "<code>VTH</code>"),
            ("<p class=\"tag\">VTH</p>", "<p class=\"tag\">VTH</p>"),
            ("<p>xVTH, VTHx, a-VTH</p>", "<p>xVTH, VTHx, a-VTH</p>"),
            ("<p>VTH-beleid</p>", "<p><span class=\"term-held\"><button vth\">VTH</button>-</span>beleid</p>"),
            ("<p>Is dat (VTH)?</p>", "<p>Is dat <span class=\"term-held\">(<button vth\">VTH</button>)?</span></p>"),
            ("<p>Twee bestuursopdrachten</p>", "<p>Twee <button opdracht\">bestuursopdrachten</button></p>"),
            ("<p>bestuursopdrachtgever</p>", "<p>bestuursopdrachtgever</p>"),
            ("<p>B&amp;W</p>", "<p><button bw\">B&amp;W</button></p>"),
        ];
        for (from, to) in cases {
            assert_eq!(explained(from), to);
        }
    }

    #[test]
    fn the_meanings_stand_at_the_end_and_a_site_without_terms_pays_nothing() {
        let html = page("<p>VTH</p>");
        assert!(html.contains("id=\"v-begrip-vth\" popover><p class=\"word-name\">VTH</p><p>Dit is vth.</p>"));
        assert!(html.contains("<a href=\"../begrippen/#vth\">") && html.ends_with("</main>"));
        assert!(Glossary::of(&[], &SiteView::default()).is_none());
    }
}
