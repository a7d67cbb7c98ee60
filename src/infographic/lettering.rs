//! The letters of drawings: a few fixed styles, and texts broken over lines that know their size.
//!
//! The sizes here are those of the stylesheet; a test compares the two.

use super::metrics::{Weight, Wrapped, flow, width};

/// A text at a size.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Style {
    /// Its class in the stylesheet.
    pub class: &'static str,
    /// Font size.
    pub size: f64,
    /// Distance between base lines.
    pub leading: f64,
    /// Weight.
    pub weight: Weight,
}

const fn style(class: &'static str, size: f64, leading: f64, weight: Weight) -> Style {
    Style { class, size, leading, weight }
}

/// The name of a thing.
pub const NAME: Style = style("ig-naam", 14.0, 18.0, Weight::Bold);
/// What stands under a name.
pub const SMALL: Style = style("ig-sub", 12.5, 16.0, Weight::Regular);
/// A short name of lesser weight than [`NAME`].
pub const TAG: Style = style("ig-tag", 12.5, 16.0, Weight::Bold);
/// Running text in a drawing.
pub const BODY: Style = style("ig-tekst", 13.5, 18.0, Weight::Regular);
/// The head of a part of a drawing.
pub const HEAD: Style = style("ig-kop", 17.0, 21.0, Weight::Bold);
/// A head of a row or column.
pub const SUBHEAD: Style = style("ig-tussenkop", 15.0, 19.0, Weight::Bold);
/// The same in the colour of its part.
pub const LABEL: Style = style("ig-label", 15.0, 19.0, Weight::Bold);
/// An amount in a drawing.
pub const AMOUNT: Style = style("ig-bedrag", 22.0, 26.0, Weight::Bold);
/// A key figure.
pub const FIGURE: Style = style("ig-getal", 40.0, 46.0, Weight::Bold);

/// The name of a thread.
pub const THREAD: Style = style("ig-draadnaam", 13.0, 14.0, Weight::Regular);
/// The same for one with many ties.
pub const THREAD_HUB: Style = style("ig-kernnaam", 13.0, 14.0, Weight::Bold);

/// All styles, for the test that compares them with the stylesheet.
pub const STYLES: [Style; 11] = [NAME, SMALL, TAG, BODY, HEAD, SUBHEAD, LABEL, AMOUNT, FIGURE, THREAD, THREAD_HUB];

/// Text on its lines.
#[derive(Debug, Clone)]
pub struct Words {
    /// The lines, top to bottom.
    pub lines: Vec<String>,
    /// How they look.
    pub style: Style,
    /// Width of the widest.
    pub width: f64,
}

impl Words {
    /// Breaks text over as few lines as fit in the room.
    pub fn set(text: &str, style: Style, room: f64) -> Self {
        let text = text.trim();
        if text.is_empty() {
            return Self { lines: Vec::new(), style, width: 0.0 };
        }
        let Wrapped { lines, width } = flow(text, style.size, style.weight, room);
        Self { lines, style, width }
    }

    /// The height of it all.
    pub fn height(&self) -> f64 {
        self.lines.len() as f64 * self.style.leading
    }
}

/// A text broken over as many lines as it needs in the room.
pub fn lines(text: &str, style: Style, room: f64) -> Vec<String> {
    flow(text, style.size, style.weight, room).lines
}

/// The height of so many lines.
pub fn height(lines: &[String], style: Style) -> f64 {
    lines.len() as f64 * style.leading
}

/// The width of the widest line.
pub fn widest(lines: &[String], style: Style) -> f64 {
    lines.iter().map(|line| width(line, style.size, style.weight)).fold(0.0, f64::max)
}
