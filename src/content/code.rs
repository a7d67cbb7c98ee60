//! Colours in code blocks, as a handful of classes that a theme can give both a light and a dark colour.
//!
//! The syntax definitions come from syntect and two-face. Their scopes (`keyword.control.rust`) are brought back to one
//! short class each: the full set of classes makes a block five times as large and a theme's style sheet just as long.

use crate::markup::Html;
use ahash::AHashMap;
use std::sync::{LazyLock, Mutex, PoisonError};
use syntect::parsing::{ParseState, Scope, ScopeStack, SyntaxReference, SyntaxSet};

/// Loading takes some milliseconds, so it waits for the first block that needs it. A constant in all but name.
static SYNTAXES: LazyLock<SyntaxSet> = LazyLock::new(two_face::syntax::extra_newlines);

/// Scopes and their classes; the first that fits wins.
static CLASSES: LazyLock<Vec<(Scope, Option<&'static str>)>> = LazyLock::new(|| {
    const TABLE: &[(&str, Option<&str>)] = &[
        ("comment", Some("c")),
        ("string", Some("s")),
        ("constant.character.escape", Some("e")),
        ("constant.numeric", Some("n")),
        ("constant", Some("l")),
        ("keyword.operator", Some("o")),
        ("keyword", Some("k")),
        ("storage", Some("k")),
        ("entity.name.function", Some("f")),
        ("support.function", Some("f")),
        ("variable.function", Some("f")),
        ("entity.name.tag", Some("t")),
        ("entity.name.section", Some("h")),
        ("entity.name", Some("t")),
        ("entity.other.attribute-name", Some("a")),
        ("support.type.property-name", Some("a")),
        ("support", Some("t")),
        ("variable", Some("a")),
        ("markup.inserted", Some("plus")),
        ("markup.deleted", Some("min")),
        ("markup.heading", Some("h")),
        ("meta.string", None),
    ];
    TABLE.iter().filter_map(|(scope, class)| Some((Scope::new(scope).ok()?, *class))).collect()
});

/// A longer block is data, not an example; and a line of this length is slow to match and impossible to read.
const LONGEST_BLOCK: usize = 100_000;
const LONGEST_LINE: usize = 2_000;

/// Loads the languages: who knows that pages are to be parsed soon may have that done while files are looked for, which takes one thread.
pub fn load_languages() {
    LazyLock::force(&SYNTAXES);
}

/// Is there a language of this name?
pub fn is_language(name: &str) -> bool {
    language(name).is_some()
}

/// The language of this name. All names are gone through to find one, so what was asked is kept.
fn language(name: &str) -> Option<&'static SyntaxReference> {
    static ASKED: LazyLock<Mutex<AHashMap<String, Option<&SyntaxReference>>>> = LazyLock::new(Mutex::default);
    let mut asked = ASKED.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = asked.get(name) {
        return *known;
    }
    let found = SYNTAXES.find_syntax_by_token(name);
    asked.insert(name.to_owned(), found);
    found
}

/// Writes code as HTML, with spans of class `hl-…` when the language is known.
pub fn write(name: &str, code: &str, out: &mut Html) {
    if code.len() <= LONGEST_BLOCK && code.lines().all(|l| l.len() <= LONGEST_LINE) {
        let known = (!name.is_empty()).then(|| language(name)).flatten();
        // A definition that gives up leaves nothing behind but plain text.
        if let Some(html) = known.and_then(|syntax| highlight(syntax, code)) {
            out.append(&html);
            return;
        }
    }
    out.push_text(code);
}

fn highlight(syntax: &SyntaxReference, code: &str) -> Option<Html> {
    let mut state = ParseState::new(syntax);
    let mut stack = ScopeStack::new();
    let mut html = Spans { html: Html::with_capacity(code.len() * 2), class: None };
    for line in code.split_inclusive('\n') {
        let mut done = 0;
        for (at, change) in state.parse_line(line, &SYNTAXES).ok()? {
            html.text(line.get(done..at)?, class_of(&stack));
            stack.apply(&change).ok()?;
            done = at;
        }
        html.text(line.get(done..)?, class_of(&stack));
    }
    html.class(None);
    Some(html.html)
}

/// The class of the innermost scope that has one.
fn class_of(stack: &ScopeStack) -> Option<&'static str> {
    let classed = stack
        .as_slice()
        .iter()
        .rev()
        .find_map(|scope| CLASSES.iter().find(|(prefix, _)| prefix.is_prefix_of(*scope)).map(|(_, class)| *class));
    classed.flatten()
}

/// Spans that join what has the same class.
struct Spans {
    html: Html,
    class: Option<&'static str>,
}

impl Spans {
    fn text(&mut self, text: &str, class: Option<&'static str>) {
        if text.is_empty() {
            return;
        }
        // White space has no colour, so it does not end a span.
        if class != self.class && !text.trim().is_empty() {
            self.class(class);
        }
        self.html.push_text(text);
    }

    fn class(&mut self, class: Option<&'static str>) {
        if self.class.is_some() {
            self.html.close("span");
        }
        if let Some(class) = class {
            self.html.open("span", &[("class", &format!("hl-{class}"))]);
        }
        self.class = class;
    }
}

#[cfg(test)]
mod tests {
    use super::write;
    use crate::markup::Html;

    fn html(language: &str, code: &str) -> String {
        let mut out = Html::default();
        write(language, code, &mut out);
        out.into_string()
    }

    #[test]
    fn known_languages_get_classes() {
        assert_eq!(
            html("toml", "naam = \"a & b\" # c\n"),
            "<span class=\"hl-t\">naam </span>= <span class=\"hl-s\">&quot;a &amp; b&quot; </span><span class=\"hl-c\"># c\n</span>"
        );
    }

    #[test]
    fn unknown_languages_stay_plain() {
        assert_eq!(html("klingon", "a < b\n"), "a &lt; b\n");
        assert_eq!(html("", "a\n"), "a\n");
    }
}
