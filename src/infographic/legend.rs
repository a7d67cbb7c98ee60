//! What legends are made of: small samples of what stands in a drawing.

use super::canvas::{Canvas, dye};
use super::figure::LegendItem;
use super::geometry::{Point, Route};
pub use super::glyph::Glyph;
use super::svg::{UNSEEN, element, number};
use super::weave::{self, Form};
use crate::markup::Svg;

/// A level of a tie: how it is drawn and what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Level {
    /// The form of its line.
    pub form: Form,
    /// What stands for it in small.
    pub glyph: Glyph,
    /// Its place on the ladder, from loose to close; `None` when it is no step of it.
    pub rank: Option<usize>,
    /// The ink: all steps share one, so that the density alone tells the level.
    pub colour: String,
    /// Its name.
    pub name: String,
    /// What it means, in a few words.
    pub meaning: String,
}

/// The ink of every step of the ladder.
pub const INK: &str = "inkt";
/// The ink of what stands on no ladder: it recedes.
pub const FAINT: &str = "inkt-zacht";

impl Level {
    /// A step of the ladder, of which `of` steps there are; without a form its density is that of its place.
    pub fn step(at: usize, of: usize, form: Option<Form>, name: String, meaning: String) -> Self {
        let form = form.unwrap_or_else(|| Form::of_rank(at));
        Self { form, glyph: Glyph::Step { at, of }, rank: Some(at), colour: INK.to_owned(), name, meaning }
    }

    /// A level that is no step: apart on purpose, or not known.
    pub fn off_ladder(form: Form, name: String, meaning: String) -> Self {
        let glyph = if form == Form::Gescheiden { Glyph::Apart } else { Glyph::Open };
        Self { form, glyph, rank: None, colour: FAINT.to_owned(), name, meaning }
    }

    /// For sorting: what is not known, what is apart, then the steps from loose to close.
    pub fn closeness(&self) -> usize {
        match (self.rank, self.form) {
            (Some(rank), _) => rank + 2,
            (None, Form::Onbepaald) => 0,
            (None, _) => 1,
        }
    }
}

/// The width of a sample in which a line is shown.
pub const LINE: f64 = 84.0;

/// The width of a sample in which one mark is shown.
pub const MARK: f64 = 20.0;

/// A small drawing for the legend, so wide and 20 high, in a dye.
pub fn sample(colour: &str, width: f64, draw: impl FnOnce(&mut Canvas)) -> Svg {
    let mut canvas = Canvas::default();
    draw(&mut canvas);
    let w = number(width);
    let (class, view) = (format!("ig-sample {}", dye(colour)), format!("0 0 {w} 20"));
    let frame = [("class", class.as_str()), ("viewBox", &view), ("width", &w), ("height", "20")];
    small(&frame, &canvas)
}

fn small(frame: &[(&str, &str)], canvas: &Canvas) -> Svg {
    Svg::drawn(element("svg", &[frame, &UNSEEN].concat(), |out| out.push_str(&canvas.out)), Vec::new())
}

/// The line that a sample of weave follows.
pub fn sample_route() -> Route {
    Route::rounded(&[Point::new(3.0, 10.0), Point::new(LINE - 3.0, 10.0)], 0.0)
}

/// A sample of the weave of a level.
pub fn line_sample(form: Form, colour: &str) -> Svg {
    let route = sample_route();
    sample(colour, LINE, |canvas| weave::draw(&mut canvas.out, form, &route, &[], route.length / 2.0))
}

/// The same as a long thread from top to bottom, for a page that follows one tie.
pub fn long_sample(form: Form, colour: &str) -> Svg {
    const WIDE: f64 = 20.0;
    const HIGH: f64 = 450.0;
    let route = Route::rounded(&[Point::new(WIDE / 2.0, 0.0), Point::new(WIDE / 2.0, HIGH)], 0.0);
    let mut canvas = Canvas::default();
    weave::draw(&mut canvas.out, form, &route, &[], HIGH / 2.0);
    let (class, view) = (format!("ig-sample {}", dye(colour)), format!("0 0 {} {}", number(WIDE), number(HIGH)));
    let frame = [("class", class.as_str()), ("viewBox", &view), ("preserveAspectRatio", "xMidYMin slice")];
    small(&frame, &canvas)
}

/// What the legend says of a level.
pub fn level_item(level: &Level) -> LegendItem {
    LegendItem {
        sample: line_sample(level.form, &level.colour),
        label: level.name.clone(),
        meaning: level.meaning.clone(),
    }
}
