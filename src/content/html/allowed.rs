//! Which tags and attributes may be used in raw HTML, and which tag may stand in which.

use jiff::civil::{Date, Time};

/// Where an element may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// On its own, between paragraphs.
    Flow,
    /// In a sentence.
    Phrasing,
    /// Directly in one of these.
    In(&'static [&'static str]),
}

/// What an element may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// It has no closing tag.
    Nothing,
    /// Text and what may stand in a sentence.
    Phrasing,
    /// Anything.
    Flow,
    /// Only these.
    Only(&'static [&'static str]),
}

/// A tag that may be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Element {
    /// Its name.
    pub name: &'static str,
    /// Where it may stand.
    pub place: Place,
    /// What it may hold.
    pub holds: Holds,
    /// Attributes besides those that every element may have.
    pub attributes: &'static [&'static str],
}

const fn word(name: &'static str, attributes: &'static [&'static str]) -> Element {
    Element { name, place: Place::Phrasing, holds: Holds::Phrasing, attributes }
}

const fn block(name: &'static str, holds: Holds, attributes: &'static [&'static str]) -> Element {
    Element { name, place: Place::Flow, holds, attributes }
}

const fn part(
    name: &'static str,
    of: &'static [&'static str],
    holds: Holds,
    attributes: &'static [&'static str],
) -> Element {
    Element { name, place: Place::In(of), holds, attributes }
}

const ROWS: &[&str] = &["table"];
const CELLS: &[&str] = &["tr"];

/// All of them.
pub const ELEMENTS: &[Element] = &[
    word("a", &["href", "hreflang"]),
    word("abbr", &[]),
    word("b", &[]),
    word("cite", &[]),
    word("code", &[]),
    word("del", &["datetime"]),
    word("dfn", &[]),
    word("em", &[]),
    word("i", &[]),
    word("ins", &["datetime"]),
    word("kbd", &[]),
    word("mark", &[]),
    word("q", &[]),
    word("s", &[]),
    word("samp", &[]),
    word("small", &[]),
    word("span", &[]),
    word("strong", &[]),
    word("sub", &[]),
    word("sup", &[]),
    word("time", &["datetime"]),
    word("u", &[]),
    word("var", &[]),
    Element { name: "br", place: Place::Phrasing, holds: Holds::Nothing, attributes: &[] },
    Element { name: "wbr", place: Place::Phrasing, holds: Holds::Nothing, attributes: &[] },
    Element {
        name: "img",
        place: Place::Phrasing,
        holds: Holds::Nothing,
        attributes: &["src", "alt", "width", "height"],
    },
    block("hr", Holds::Nothing, &[]),
    block("p", Holds::Phrasing, &[]),
    block("div", Holds::Flow, &[]),
    block("section", Holds::Flow, &[]),
    block("blockquote", Holds::Flow, &[]),
    block("figure", Holds::Flow, &[]),
    part("figcaption", &["figure"], Holds::Flow, &[]),
    block("details", Holds::Flow, &["open"]),
    part("summary", &["details"], Holds::Phrasing, &[]),
    block("ul", Holds::Only(&["li"]), &[]),
    block("ol", Holds::Only(&["li"]), &["start", "reversed"]),
    part("li", &["ul", "ol"], Holds::Flow, &["value"]),
    block("dl", Holds::Only(&["dt", "dd"]), &[]),
    part("dt", &["dl"], Holds::Phrasing, &[]),
    part("dd", &["dl"], Holds::Flow, &[]),
    block("table", Holds::Only(&["caption", "thead", "tbody", "tfoot", "tr"]), &[]),
    part("caption", ROWS, Holds::Phrasing, &[]),
    part("thead", ROWS, Holds::Only(CELLS), &[]),
    part("tbody", ROWS, Holds::Only(CELLS), &[]),
    part("tfoot", ROWS, Holds::Only(CELLS), &[]),
    part("tr", &["table", "thead", "tbody", "tfoot"], Holds::Only(&["th", "td"]), &[]),
    part("th", CELLS, Holds::Flow, &["scope", "colspan", "rowspan"]),
    part("td", CELLS, Holds::Flow, &["colspan", "rowspan"]),
];

/// The tag of this name, when it may be used.
pub fn element(name: &str) -> Option<&'static Element> {
    ELEMENTS.iter().find(|e| e.name == name)
}

/// May every element have this attribute?
pub fn is_global(name: &str) -> bool {
    matches!(name, "class" | "id" | "lang" | "title" | "role")
        || name.strip_prefix("aria-").is_some_and(|rest| ARIA.iter().any(|(known, _)| *known == rest))
}

/// What WAI-ARIA has for what is read, not operated: each with its values, or none where any text will do.
const ARIA: &[(&str, &[&str])] = &[
    ("atomic", &["true", "false"]),
    ("current", &["page", "step", "location", "date", "time", "true", "false"]),
    ("describedby", &[]),
    ("description", &[]),
    ("details", &[]),
    ("hidden", &["true", "false"]),
    ("label", &[]),
    ("labelledby", &[]),
    ("live", &["off", "polite", "assertive"]),
    ("owns", &[]),
    ("roledescription", &[]),
];

/// The roles that an element without one of its own may have: none of these needs others around it or in it.
const ROLES: &[&str] = &["alert", "group", "none", "note", "presentation", "region", "status"];
/// Elements without a role of their own, or with one that may be another.
const WITHOUT_ROLE: &[&str] = &["div", "p", "section", "span"];

/// Does an attribute only say how something looks or opens? Then nothing is lost without it.
pub fn is_looks(name: &str) -> bool {
    const LOOKS: &[&str] = &[
        "target",
        "style",
        "align",
        "valign",
        "width",
        "height",
        "bgcolor",
        "border",
        "cellpadding",
        "cellspacing",
        "color",
        "face",
        "size",
        "loading",
        "decoding",
    ];
    LOOKS.contains(&name)
}

/// What is wrong with an attribute.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AttributeProblem {
    /// `onclick` and its like.
    Script,
    /// `style`.
    Style,
    /// Not on the list.
    Unknown,
    /// A value that cannot be.
    Value,
}

/// Is this attribute wrong on this element?
pub fn attribute_problem(element: &Element, name: &str, value: &str) -> Option<AttributeProblem> {
    if name.starts_with("on") {
        return Some(AttributeProblem::Script);
    }
    if name == "style" {
        return Some(AttributeProblem::Style);
    }
    if !is_global(name) && !element.attributes.contains(&name) {
        return Some(AttributeProblem::Unknown);
    }
    let number = || !value.is_empty() && value.len() <= 4 && value.bytes().all(|b| b.is_ascii_digit());
    let fits = match name {
        "colspan" | "rowspan" => number() && value.len() <= 3 && value.bytes().any(|b| b != b'0'),
        "width" | "height" | "start" | "value" => number(),
        "scope" => matches!(value, "row" | "col" | "rowgroup" | "colgroup"),
        "id" => !value.is_empty() && !value.contains(char::is_whitespace),
        "lang" | "hreflang" => is_language(value),
        "datetime" => is_moment(value) || (element.name == "time" && is_time(value)),
        "role" => WITHOUT_ROLE.contains(&element.name) && ROLES.contains(&value),
        "open" | "reversed" => value.is_empty() || value == name,
        _ => match name.strip_prefix("aria-").and_then(|name| ARIA.iter().find(|(known, _)| *known == name)) {
            Some((_, values)) => values.is_empty() || values.contains(&value),
            None => true,
        },
    };
    (!fits).then_some(AttributeProblem::Value)
}

/// Does this tell a language, as `nl` and `nl-BE` do (BCP 47)?
fn is_language(value: &str) -> bool {
    let mut parts = value.split('-');
    let first =
        parts.next().is_some_and(|part| matches!(part.len(), 2 | 3) && part.bytes().all(|b| b.is_ascii_alphabetic()));
    first && parts.all(|part| matches!(part.len(), 1..=8) && part.bytes().all(|b| b.is_ascii_alphanumeric()))
}

/// A day, or a day with a time: `2027-01-31`, `2027-01-31T14:30`.
fn is_moment(value: &str) -> bool {
    let (day, time) = value.split_once(['T', ' ']).map_or((value, None), |(day, time)| (day, Some(time)));
    let whole = |day: &str| day.len() == 10 && day.parse::<Date>().is_ok();
    whole(day) && time.is_none_or(|time| is_clock(time.trim_end_matches('Z')))
}

/// What else a `<time>` may tell: a year, a month, a time of day.
fn is_time(value: &str) -> bool {
    let digits = |text: &str, many: usize| text.len() == many && text.bytes().all(|b| b.is_ascii_digit());
    let month =
        |text: &str| text.split_once('-').is_some_and(|(year, _)| digits(year, 4)) && is_moment(&format!("{text}-01"));
    (digits(value, 4) && value != "0000") || month(value) || is_clock(value)
}

fn is_clock(value: &str) -> bool {
    matches!(value.len(), 5 | 8) && value.parse::<Time>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::{AttributeProblem, ELEMENTS, Place, attribute_problem, element};

    #[test]
    fn every_part_has_its_whole() {
        for e in ELEMENTS {
            if let Place::In(wholes) = e.place {
                assert!(wholes.iter().all(|w| element(w).is_some()), "{}", e.name);
            }
        }
    }

    #[test]
    fn scripts_and_styles_are_refused() {
        let a = element("a").unwrap();
        assert_eq!(attribute_problem(a, "onclick", "x"), Some(AttributeProblem::Script));
        assert_eq!(attribute_problem(a, "style", "x"), Some(AttributeProblem::Style));
        assert_eq!(attribute_problem(a, "srcdoc", "x"), Some(AttributeProblem::Unknown));
        assert_eq!(attribute_problem(a, "aria-label", "x"), None);
        for (tag, name, good, bad) in [
            ("div", "role", "note", "banaan"),
            ("span", "aria-hidden", "true", "misschien"),
            ("td", "colspan", "2", "0"),
            ("p", "lang", "nl-BE", "---"),
            ("a", "hreflang", "de", "--"),
            ("time", "datetime", "2027-01", "gisteren"),
            ("time", "datetime", "14:30", "25:00"),
            ("time", "datetime", "2027-01-31T14:30", "2027-02-31"),
            ("del", "datetime", "2027-01-31", "2027"),
        ] {
            assert_eq!(attribute_problem(element(tag).unwrap(), name, good), None, "{name}={good}");
            let told = attribute_problem(element(tag).unwrap(), name, bad);
            assert_eq!(told, Some(AttributeProblem::Value), "{name}={bad}");
        }
        assert_eq!(attribute_problem(a, "aria-bestaatniet", "x"), Some(AttributeProblem::Unknown));
        assert!(element("script").is_none() && element("svg").is_none());
    }
}
