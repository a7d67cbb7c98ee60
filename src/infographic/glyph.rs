//! Small marks that stand for a level, drawn by us: no icon font, no emoji.

use std::fmt::Write as _;

use super::svg::{UNSEEN, element, empty, number};
use crate::markup::Svg;

/// What stands for a level in small.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Glyph {
    /// A mark of the level's own: path data in a box of 20 × 20, from the data.
    Own(String),
    /// A step of the ladder: bars that rise, those up to this step heavy.
    Step {
        /// Which step, from 0.
        at: usize,
        /// How many there are.
        of: usize,
    },
    /// On no ladder: apart on purpose.
    Apart,
    /// On no ladder: not known.
    Open,
}

/// A glyph, 20 × 20, in the current colour, hidden from screen readers.
pub fn glyph(glyph: &Glyph) -> Svg {
    Svg::drawn(drawn(glyph, &[], "20"), Vec::new())
}

/// The same at a place in a drawing, so wide and high.
pub fn drawn(glyph: &Glyph, place: &[(&str, &str)], side: &str) -> String {
    let frame = [("class", "ig-glyph"), ("viewBox", "0 0 20 20"), ("width", side), ("height", side)];
    element("svg", &[place, &frame, &UNSEEN].concat(), |out| match glyph {
        Glyph::Own(data) => empty(out, "path", &[("d", data)]),
        Glyph::Step { at, of } => empty(out, "path", &[("d", &bars(*at, *of))]),
        Glyph::Apart => empty(out, "path", &[("d", "M7 5v10M13 5v10")]),
        Glyph::Open => empty(out, "circle", &[("cx", "10"), ("cy", "10"), ("r", "3")]),
    })
}

/// More bars than this would run into each other.
const MOST: usize = 6;

/// Bars that rise to the right. What is beyond the step is only its foot, so that the whole of the ladder shows.
fn bars(at: usize, of: usize) -> String {
    let count = of.clamp(1, MOST);
    // Of a longer ladder the bars show the part that has been climbed.
    let filled = if of > MOST { (at + 1) * MOST / of } else { at + 1 };
    let pitch = 15.0 / count as f64;
    let mut data = String::new();
    for bar in 0..count {
        let x = 2.5 + pitch * (bar as f64 + 0.5);
        let tall = if bar < filled.max(1) { 4.0 + 10.0 * (bar + 1) as f64 / count as f64 } else { 0.5 };
        let _ = write!(data, "M{} 17v-{}", number(x), number(tall));
    }
    data
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_of_a_ladder_looks_different_and_a_mark_of_its_own_stays_text() {
        for of in 1..=MOST {
            let mut seen: Vec<Svg> = (0..of).map(|at| glyph(&Glyph::Step { at, of })).collect();
            seen.dedup();
            assert_eq!(seen.len(), of);
        }
        assert!(!glyph(&Glyph::Own("\"><script>".to_owned())).contains("<script>"));
    }
}
