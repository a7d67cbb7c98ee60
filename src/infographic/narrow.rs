//! The form for narrow screens that several kinds share: sections with a coloured head and a list.

use super::canvas::dye;
use super::svg::{escape, id_part};

/// A section of the list.
pub struct Section {
    /// The dye.
    pub colour: String,
    /// The head, as safe HTML.
    pub head: String,
    /// How many, shown at the end of the head; may be empty.
    pub count: String,
    /// A line under the head, in plain text; may be empty.
    pub note: String,
    /// The items, as safe HTML.
    pub items: Vec<String>,
    /// Whether the order of the items matters.
    pub ordered: bool,
}

/// The sections one under the other.
pub fn sections(id: &str, all: &[Section]) -> String {
    let mut out = String::from("<div class=\"ig-lijst\">");
    for (index, section) in all.iter().enumerate() {
        let id = format!("{}-deel-{}", id_part(id), index + 1);
        out.push_str(&format!(
            "<div role=\"group\" class=\"ig-niveau {}\" aria-labelledby=\"{id}\"><p class=\"ig-niveau-naam\" id=\"{id}\"><strong>{}</strong>",
            dye(&section.colour),
            section.head
        ));
        if !section.count.is_empty() {
            out.push_str(&format!(" <span class=\"ig-aantal\">{}</span>", escape(&section.count)));
        }
        out.push_str("</p>");
        if !section.note.is_empty() {
            out.push_str(&format!("<p class=\"ig-niveau-uitleg\">{}</p>", escape(&section.note)));
        }
        let list = if section.ordered { "ol" } else { "ul" };
        if !section.items.is_empty() {
            out.push_str(&format!("<{list}>"));
            for item in &section.items {
                out.push_str(&format!("<li>{item}</li>"));
            }
            out.push_str(&format!("</{list}>"));
        }
        out.push_str("</div>");
    }
    out.push_str("</div>");
    out
}

/// A line of an item: its name, large enough to touch.
pub fn name(html: &str) -> String {
    format!("<p class=\"ig-paar\">{html}</p>")
}

/// A line of an item: what is said of it.
pub fn about(html: &str) -> String {
    format!("<p class=\"ig-onderwerp\">{html}</p>")
}
