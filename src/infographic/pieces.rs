//! A drawing that is taller than a sheet of paper, in pieces that go on from sheet to sheet.
//!
//! The pieces are windows on the one drawing (`<use>`), so nothing is drawn twice. A drawing tells in `data-knip` between
//! which rows it may be cut; what stands above the first of them (`data-kop`) comes back on every sheet.

use super::svg::{element, empty, number};
use crate::markup::{Html, Svg};

/// Where a drawing may be cut.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Cuts {
    /// The height of what every sheet begins with; zero when there is nothing of the kind.
    pub head: f64,
    /// Between which rows, from top to bottom.
    pub at: Vec<f64>,
    /// Of a drawing that goes on sideways: the width that two sheets both show, so that all of it is whole on one of them.
    pub twice: f64,
}

/// Wider than this, a drawing of the width of a sheet has letters under 7 points.
pub const WIDEST: f64 = 1040.0;

impl Cuts {
    /// The same as attributes of the drawing; nothing for a drawing that is whole.
    pub fn attributes(&self) -> String {
        if self.at.is_empty() {
            return String::new();
        }
        let at: Vec<String> = self.at.iter().map(|y| number(*y)).collect();
        format!(" data-kop=\"{}\" data-knip=\"{}\"", number(self.head), at.join(" "))
    }
}

/// A finished drawing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Drawing {
    /// The whole.
    pub svg: Svg,
    /// The pieces of one that may be cut, empty for one that is whole.
    pub pieces: Html,
}

/// The pieces of a drawing so wide and high: windows on what stands in it under the id.
pub fn windows(cuts: &Cuts, id: &str, width: f64, height: f64) -> Html {
    let head = cuts.head;
    let part = |class, top, bottom| Html::element("div", &[("class", class)], piece(id, width, top, bottom));
    let mut parts = Html::default();
    if head > 0.0 {
        parts.append(&part("pieces-head", 0.0, head));
    }
    let mut top = head;
    let within = cuts.at.iter().copied().filter(|y| head < *y && *y < height);
    for bottom in within.chain([height]) {
        parts.append(&part("pieces-row", top, bottom));
        top = bottom;
    }
    for_paper(parts)
}

/// The pieces of a drawing that is too wide for a sheet, from left to right: as few as can be, all of one width.
pub fn strips(twice: f64, id: &str, width: f64, height: f64) -> Html {
    let count = ((width - twice) / (WIDEST - twice).max(1.0)).ceil().max(1.0);
    let wide = (width - twice) / count + twice;
    let mut parts = Html::default();
    for strip in 0..count as usize {
        let left = strip as f64 * (wide - twice);
        parts.append(&Html::element("div", &[("class", "pieces-row")], window(id, [left, 0.0, wide, height])));
    }
    for_paper(parts)
}

/// What shows on paper only, and is read out nowhere: the drawing beside it is.
pub fn for_paper(parts: Html) -> Html {
    Html::element("div", &[("class", "infographic-pieces"), ("aria-hidden", "true")], parts)
}

/// A window on the drawing. It shows a pixel more than its part, which the next one covers: so no seam is seen.
fn piece(id: &str, width: f64, top: f64, bottom: f64) -> Svg {
    window(id, [0.0, top, width, bottom - top + 1.0])
}

/// What of the drawing stands within this box (left, top, width, height).
fn window(id: &str, within: [f64; 4]) -> Svg {
    let [x, y, w, h] = within.map(number);
    let frame = [("class", "ig-stuk"), ("viewBox", &*format!("{x} {y} {w} {h}")), ("focusable", "false")];
    Svg::drawn(element("svg", &frame, |out| empty(out, "use", &[("href", &format!("#{id}"))])), Vec::new())
}

#[cfg(test)]
mod tests {
    use super::{Cuts, strips, windows};

    #[test]
    fn strips_show_all_of_a_wide_drawing_and_their_seams_twice() {
        let strips = strips(100.0, "kaart-heel", 1300.0, 500.0);
        for window in ["0 0 700 500", "600 0 700 500"] {
            assert!(strips.as_str().contains(&format!("viewBox=\"{window}\"")), "{window} in {strips:?}");
        }
        assert_eq!(strips.as_str().matches("<use").count(), 2);
    }

    #[test]
    fn the_pieces_cover_the_whole_drawing_and_its_head_comes_first() {
        let cuts = Cuts { head: 20.0, at: vec![60.0, 100.0], ..Cuts::default() };
        let pieces = windows(&cuts, "kaart-heel", 700.0, 100.0);
        for window in ["0 0 700 21", "0 20 700 41", "0 60 700 41"] {
            assert!(pieces.as_str().contains(&format!("viewBox=\"{window}\"")), "{window} in {pieces:?}");
        }
        assert_eq!(pieces.as_str().matches("<use href=\"#kaart-heel\"/>").count(), 3);
    }

    #[test]
    fn a_drawing_that_is_whole_tells_of_no_cuts() {
        assert_eq!(Cuts::default().attributes(), "");
    }
}
