//! What legends are made of: small samples of what stands in a drawing.

use super::canvas::{Canvas, dye};
use super::figure::LegendItem;
use super::geometry::{Point, Route};
use super::svg::number;
use super::weave::{self, Form};

/// A level of a tie: how it is drawn and what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Level {
    /// The form of its line.
    pub form: Form,
    /// The dye.
    pub colour: String,
    /// Its name.
    pub name: String,
    /// What it means, in a few words.
    pub meaning: String,
}

/// The width of a sample in which a line is shown.
pub const LINE: f64 = 84.0;

/// A small drawing for the legend, so wide and 20 high, in a dye.
pub fn sample(colour: &str, width: f64, draw: impl FnOnce(&mut Canvas)) -> String {
    let mut canvas = Canvas::default();
    draw(&mut canvas);
    let w = number(width);
    format!(
        "<svg class=\"ig-sample {}\" viewBox=\"0 0 {w} 20\" width=\"{w}\" height=\"20\" aria-hidden=\"true\" focusable=\"false\">{}</svg>",
        dye(colour),
        canvas.out
    )
}

/// The line that a sample of weave follows.
pub fn sample_route() -> Route {
    Route::rounded(&[Point::new(3.0, 10.0), Point::new(LINE - 3.0, 10.0)], 0.0)
}

/// A sample of the weave of a level.
pub fn line_sample(form: Form, colour: &str) -> String {
    let route = sample_route();
    sample(colour, LINE, |canvas| weave::draw(&mut canvas.out, form, &route, &[], route.length / 2.0))
}

/// What the legend says of a level.
pub fn level_item(level: &Level) -> LegendItem {
    LegendItem {
        sample: line_sample(level.form, &level.colour),
        label: level.name.clone(),
        meaning: level.meaning.clone(),
    }
}
