//! Which tags and attributes may be used in raw HTML, and which tag may stand in which.

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
        || name
            .strip_prefix("aria-")
            .is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_lowercase()))
}

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
        "width" | "height" | "colspan" | "rowspan" | "start" | "value" => number(),
        "scope" => matches!(value, "row" | "col" | "rowgroup" | "colgroup"),
        "id" => !value.is_empty() && !value.contains(char::is_whitespace),
        "lang" | "hreflang" => !value.is_empty() && value.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'),
        "open" | "reversed" => value.is_empty() || value == name,
        _ => true,
    };
    (!fits).then_some(AttributeProblem::Value)
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
        assert!(element("script").is_none() && element("svg").is_none());
    }
}
