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
