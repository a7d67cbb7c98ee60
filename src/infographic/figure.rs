//! What every kind of infographic delivers; the theme's `infographic.html` frames it.

use serde::Serialize;

/// A finished infographic, ready for a template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Infographic {
    /// Unique on its page; prefix of every id inside the drawing.
    pub id: String,
    /// The kind, as an editor writes it: `relatiekaart`.
    pub kind: String,
    /// A question or a finding.
    pub title: String,
    /// One sentence that tells how to read it.
    pub reading: String,
    /// One sentence made from the rows: what it shows.
    pub conclusion: String,
    /// Empty when it needs none.
    pub legend: Vec<LegendItem>,
    /// The drawing: inline SVG, styled by the theme's tokens.
    pub svg: String,
    /// The same drawing set for a container of about 700 to 1000 pixels; empty when `svg` serves there too.
    pub medium: String,
    /// The same in HTML for narrow screens; empty when the drawing itself re-forms.
    pub narrow: String,
    /// The table twin.
    pub table: Table,
    /// Where the rows come from, as safe HTML.
    pub source: String,
    /// The same told shorter, for a slide on which the whole would get letters too small to read.
    #[serde(skip)]
    pub short: Option<Box<Infographic>>,
}

/// One entry of a legend.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LegendItem {
    /// A small inline SVG, hidden from screen readers.
    pub sample: String,
    /// The name, such as `verliefd`.
    pub label: String,
    /// What it means, in a few words.
    pub meaning: String,
}

/// The table twin: safe HTML in every cell. The first cell of a row is its header.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Table {
    /// Caption, read by screen readers first.
    pub caption: String,
    /// Column headings.
    pub head: Vec<String>,
    /// Rows of safe HTML.
    pub rows: Vec<Vec<String>>,
}

impl Infographic {
    /// The same, with the words inside named links hidden from assistive technology: the link's name says them already, whole,
    /// where the drawing breaks them over lines. Words and name then cannot be at odds (WCAG 2.5.3).
    #[must_use]
    pub fn with_names_said_once(mut self) -> Self {
        self.svg = said_once(&self.svg);
        self.medium = said_once(&self.medium);
        self
    }
}

fn said_once(svg: &str) -> String {
    let mut out = String::with_capacity(svg.len() + svg.len() / 16);
    let mut rest = svg;
    while let Some(start) = rest.find("<a ") {
        let end = rest[start..].find("</a>").map_or(rest.len(), |i| start + i);
        let (before, link) = (&rest[..start], &rest[start..end]);
        out.push_str(before);
        let named = link.split('>').next().is_some_and(|tag| tag.contains(" aria-label="));
        if named {
            out.push_str(&link.replace("<text ", "<text aria-hidden=\"true\" "));
        } else {
            out.push_str(link);
        }
        rest = &rest[end..];
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::said_once;

    #[test]
    fn words_of_named_links_are_hidden_and_no_others() {
        let svg = "<text x=\"1\">laag</text><a href=\"x\" aria-label=\"Begeleidingsgroep\"><text y=\"1\">Begeleidings-</text></a><a href=\"y\"><text y=\"1\">PHO</text></a>";
        let quiet = said_once(svg);
        assert_eq!(quiet.matches("aria-hidden").count(), 1);
        assert!(quiet.contains("<text aria-hidden=\"true\" y=\"1\">Begeleidings-"));
    }
}
