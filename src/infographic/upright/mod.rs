//! What each kind is in a column: the rows of its data as pieces under each other, for a telephone and for slides.

mod besluitroute;
mod big8;
mod boom;
mod kerncijfers;
mod keuzebord;
mod ladder;
mod organogram;
mod planning;
mod relatiematrix;
mod rollenmatrix;
mod tegelkaart;
mod tegenover;
mod verloop;
mod wegwijzer;

pub use super::canvas::NARROW;
use super::canvas::{Anchor, Canvas};
use super::figure::Head;
use super::geometry::{Point, Rect};
use super::lettering::{NAME, SMALL, Style, TAG, Words};
use super::stack::{Piece, Stack};
use crate::markup::Svg;

/// A column of a slide that has two of them.
pub const HALF: f64 = 382.0;
/// A column of a slide that has three.
pub const THIRD: f64 = 248.0;
/// The height that a drawing has on a slide beside its texts.
pub const ROOM: f64 = 296.0;

/// Two columns on a slide, or three narrower ones where that takes fewer slides.
pub fn fewest_slides(head: &Head, stack: impl Fn(f64) -> Stack) -> Vec<Svg> {
    fewest_dealt(head, stack).into_iter().map(|(slide, _)| slide).collect()
}

/// The same, each with the names of the sections that stand on it.
pub fn fewest_dealt(head: &Head, stack: impl Fn(f64) -> Stack) -> Vec<(Svg, Vec<String>)> {
    let dealt = |width: f64, columns, room| -> Vec<(Svg, Vec<String>)> {
        let stack = stack(width);
        let slides = stack.dealt(head, columns, room).into_iter();
        slides.map(|(slide, names)| (slide, names.into_iter().map(str::to_owned).collect())).collect()
    };
    let halves = dealt(HALF, 2, ROOM);
    if halves.len() > 1 {
        let thirds = dealt(THIRD, 3, ROOM);
        if thirds.len() < halves.len() {
            return thirds;
        }
    }
    // Few rows stand in narrower columns, which makes their letters larger, as long as that takes no more slides.
    LARGER
        .iter()
        .map(|part| dealt(HALF * part, 2, ROOM * part))
        .find(|larger| larger.len() <= halves.len())
        .unwrap_or(halves)
}

/// Parts of the width and the height of a slide in which columns may stand, to be blown up to the whole of it.
const LARGER: [f64; 2] = [0.78, 0.88];

/// A row of a column: a name that may be a link, what stands under it, and a sign before it.
struct Entry {
    name: String,
    style: Style,
    href: String,
    /// What a screen reader says of it.
    spoken: String,
    under: Vec<String>,
    /// Where its words begin, and the room that is kept free behind them.
    left: f64,
    right: f64,
}

impl Entry {
    fn new(name: &str, href: &str, spoken: String, left: f64) -> Self {
        let (name, href) = (name.to_owned(), href.to_owned());
        Self { name, style: NAME, href, spoken, under: Vec::new(), left, right: 4.0 }
    }

    fn style(mut self, style: Style) -> Self {
        self.style = style;
        self
    }

    fn under(mut self, lines: impl IntoIterator<Item = String>) -> Self {
        self.under.extend(lines.into_iter().filter(|line| !line.is_empty()));
        self
    }

    fn right(mut self, right: f64) -> Self {
        self.right = right;
        self
    }

    /// The sign is drawn by `mark`: it gets the middle of the first line and the height of the row.
    fn piece(&self, width: f64, mark: impl FnOnce(&mut Canvas, f64, f64)) -> Piece {
        self.piece_with(width, 0.0, mark)
    }

    /// The same, with so much room under its words; `mark` gets where that begins.
    fn piece_with(&self, width: f64, more: f64, mark: impl FnOnce(&mut Canvas, f64, f64)) -> Piece {
        let room = width - self.left - self.right;
        let name = Words::set(&self.name, self.style, room);
        let under: Vec<Words> = self.under.iter().map(|line| Words::set(line, SMALL, room)).collect();
        let height = (12.0 + name.height() + under.iter().map(Words::height).sum::<f64>()).max(30.0);
        Piece::draw(|canvas| {
            mark(canvas, 6.0 + self.style.leading / 2.0, if more > 0.0 { height - 4.0 } else { height });
            canvas.open_link("ig-knoop", &self.href, &self.spoken);
            canvas.rect("ig-raakvlak", Rect::new(self.left - 3.0, 1.0, room + 6.0, height - 2.0), 4.0);
            let mut y = canvas.words(&name, self.left, 6.0, Anchor::Start);
            for words in &under {
                y = canvas.words(words, self.left, y, Anchor::Start);
            }
            canvas.close_link(&self.href);
            height + more
        })
    }
}

/// A round knot with a number or a letter in it: filled for what is sure, open for what is not yet.
fn knot(canvas: &mut Canvas, at: Point, radius: f64, words: &str, filled: bool) {
    canvas.circle(if filled { "ig-nu" } else { "ig-vak" }, at, radius);
    let style = Style { class: if filled { "ig-tag ig-op-kleur" } else { "ig-tag" }, ..TAG };
    canvas.text(style, Anchor::Middle, at.x, at.y + 4.5, words);
}

/// A thread straight down a row.
fn thread(canvas: &mut Canvas, class: &str, x: f64, from: f64, to: f64) {
    canvas.line(class, Point::new(x, from), Point::new(x, to));
}
