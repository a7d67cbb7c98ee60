//! What HTML asks of the parts of an element together: their order, how many there are, and what they are called.

use super::Writer;
use crate::content::html::{Attribute, Element};
use crate::diag::Span;
use crate::diag::words::content as words;
use crate::diag::words::html as words_of_html;

/// What has come in an element.
#[derive(Debug)]
pub(super) struct Parts {
    /// The length of the output behind its tag.
    from: usize,
    /// Those that may stand in this element only.
    names: Vec<&'static str>,
    /// A caption with something before it: where its tag stands, and the length of the output then.
    late: Option<(Span, usize)>,
}

impl Parts {
    pub(super) fn behind(from: usize) -> Self {
        Self { from, names: Vec::new(), late: None }
    }
}

/// Elements whose role has no name: who listens would never hear it.
const NAMELESS: &[&str] = &[
    "abbr", "b", "caption", "cite", "code", "del", "dfn", "div", "em", "i", "ins", "kbd", "mark", "p", "q", "s",
    "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var",
];

impl Writer<'_, '_> {
    /// May this come where it comes, behind what came in the same element before?
    pub(super) fn check_part(&mut self, name: &'static str, place: Span) {
        if name == "dfn" && self.open.iter().any(|open| open.raw.as_ref().is_some_and(|raw| raw.name == name)) {
            return self.problem(words_of_html::out_of_order(place, name, name));
        }
        let end = self.out.html.as_str().len();
        let Some(raw) = self.open.last_mut().and_then(|open| open.raw.as_mut()) else { return };
        let is_first = self.out.html.as_str().get(raw.parts.from..).is_none_or(|before| before.trim().is_empty());
        let parts = &mut raw.parts;
        let came = parts.names.contains(&name);
        let fits = match (raw.name, name) {
            ("details", "summary") => is_first && !came,
            ("figure", "figcaption") => {
                parts.late = (!is_first && !came).then_some((place, end));
                !came
            }
            ("table", _) => {
                let last = parts.names.last().map_or(0, |last| rank(last));
                rank(name) > last || (rank(name) == last && matches!(name, "tbody" | "tr"))
            }
            ("dl", "dd") => !parts.names.is_empty(),
            ("dl", _) => true,
            _ => return,
        };
        let whole = raw.name;
        // Rows stay the last of a table, also before a caption that comes too late.
        if fits || whole != "table" {
            parts.names.push(name);
        }
        if !fits {
            self.problem(words_of_html::out_of_order(place, name, whole));
        }
    }

    /// Is there all that must be in an element that ends here, and nothing behind what must be the last?
    pub(super) fn check_whole(&mut self, name: &str, place: Span, parts: &Parts) {
        let Parts { names, late, .. } = parts;
        if name == "details" && !names.contains(&"summary") {
            self.problem(words::no_summary(place));
        }
        if name == "dl" && names.last() == Some(&"dt") {
            self.problem(words_of_html::out_of_order(place, "dt", "dl"));
        }
        if let Some((place, at)) = late {
            let behind = self.out.html.as_str().get(*at..).and_then(|rest| rest.split_once("</figcaption>"));
            if behind.is_some_and(|(_, behind)| !behind.trim().is_empty()) {
                self.problem(words_of_html::out_of_order(*place, "figcaption", "figure"));
            }
        }
    }

    /// Has it a name where one can be heard, and a date where one is promised?
    pub(super) fn check_name(&mut self, element: &Element, given: &[Attribute], place: Span) {
        let has = |name: &str| given.iter().any(|attribute| attribute.name == name);
        let named = ["aria-label", "aria-labelledby"].into_iter().find(|name| has(name));
        if let Some(name) = named.filter(|_| NAMELESS.contains(&element.name) && !has("role")) {
            self.problem(words_of_html::no_name(place, name, element.name));
        }
        if element.name == "time" && !has("datetime") {
            self.problem(words_of_html::no_date(place));
        }
    }

    /// Are the ids that raw HTML refers to on the page?
    pub(super) fn check_wanted(&mut self) {
        for (id, place) in std::mem::take(&mut self.wanted) {
            if !self.sentence && !self.ids.has(&id) {
                self.problem(words_of_html::unknown_id(place, &id));
            }
        }
    }
}

/// In which order the parts of a table come.
fn rank(part: &str) -> usize {
    match part {
        "caption" => 1,
        "thead" => 2,
        "tbody" | "tr" => 3,
        _ => 4,
    }
}
