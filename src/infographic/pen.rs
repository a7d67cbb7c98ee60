//! What kinds draw with: text that knows its lines and its height, boxes, lines and links.

use std::fmt::Write as _;

use super::geometry::{Point, Rect, Route};
use super::metrics::{Weight, Wrapped, flow};
use super::pieces::Cuts;
use super::svg::{apart, attribute, escape, id_part, number, push_escaped};
use super::weave;

/// A size of text; `class` gives it its looks in the stylesheet.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    /// The class.
    pub class: &'static str,
    /// Font size in pixels.
    pub size: f64,
    /// Distance between base lines.
    pub leading: f64,
    /// Weight.
    pub weight: Weight,
}

/// The name of a main part.
pub const BIG: Style = Style { class: "pen-groot", size: 18.0, leading: 23.0, weight: Weight::Bold };
/// A heading of a row or column.
pub const HEAD: Style = Style { class: "pen-kop", size: 15.0, leading: 19.0, weight: Weight::Bold };
/// The name in a box.
pub const NAME: Style = Style { class: "pen-naam", size: 14.0, leading: 18.0, weight: Weight::Bold };
/// A short name of lesser weight.
pub const LABEL: Style = Style { class: "pen-label", size: 12.5, leading: 16.5, weight: Weight::Bold };
/// Running words.
pub const SMALL: Style = Style { class: "pen-klein", size: 12.5, leading: 16.5, weight: Weight::Regular };

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

/// Where text stands with respect to its x.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// To the right of it.
    Start,
    /// Around it.
    Middle,
    /// To the left of it.
    End,
}

/// The size that a drawing is made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// The full width of a wide screen.
    Wide,
    /// A tablet, or a text column.
    Medium,
}

impl Size {
    /// The width of the drawing in pixels.
    pub fn width(self) -> f64 {
        match self {
            Size::Wide => 1056.0,
            Size::Medium => 700.0,
        }
    }

    /// Makes the ids of the second drawing on a page other than those of the first.
    pub fn id(self, id: &str) -> String {
        id_part(id) + if self == Size::Medium { "-m" } else { "" }
    }
}

/// The class that sets the current colour to a dye.
pub fn dye(colour: &str) -> String {
    format!("dye-{}", id_part(colour))
}

/// A drawing in the making.
#[derive(Debug, Default)]
pub struct Pen {
    out: String,
    /// Only of the drawing that paper shows.
    cuts: Option<Cuts>,
}

impl Pen {
    /// Starts the drawing of a kind.
    pub fn open(kind: &str, id: &str, size: Size, height: f64, title: &str, meaning: &str) -> Self {
        Self::open_in(kind, id, size, Point::new(size.width(), height), title, meaning)
    }

    /// The same, as wide as it needs to be.
    pub fn open_in(kind: &str, id: &str, size: Size, corner: Point, title: &str, meaning: &str) -> Self {
        let (id, w, h) = (size.id(id), number(corner.x), number(corner.y.ceil()));
        let fit = if size == Size::Wide { "ig-breed" } else { "ig-midden" };
        let (title, meaning) = (escape(title), escape(meaning));
        let mut out = String::with_capacity(16_384);
        let _ = write!(
            out,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"ig-tekening {fit} ig-{kind}\" viewBox=\"0 0 {w} {h}\" width=\"{w}\" height=\"{h}\" role=\"group\" aria-labelledby=\"{id}-titel {id}-uitleg\"><title id=\"{id}-titel\">{title}</title><desc id=\"{id}-uitleg\">{meaning}</desc>",
        );
        Self { out, cuts: (size == Size::Medium).then(Cuts::default) }
    }

    /// The finished drawing.
    pub fn finish(mut self) -> String {
        self.out.push_str("</svg>");
        if let (Some(cuts), Some(end)) = (&self.cuts, self.out.find('>')) {
            self.out.insert_str(end, &cuts.attributes());
        }
        self.out
    }

    /// On paper, what stands above this height comes back on every sheet.
    pub fn head(&mut self, bottom: f64) {
        if let Some(cuts) = &mut self.cuts {
            cuts.head = bottom;
        }
    }

    /// On paper, the next sheet may begin here.
    pub fn cut(&mut self, y: f64) {
        if let Some(cuts) = &mut self.cuts {
            cuts.at.push(y);
        }
    }

    /// What was drawn so far, for parts that write themselves.
    pub fn out(&mut self) -> &mut String {
        &mut self.out
    }

    /// Opens a plain group of a class.
    pub fn group(&mut self, class: &str) {
        let _ = write!(self.out, "<g class=\"{class}\">");
    }

    /// Opens a named list.
    pub fn list(&mut self, name: &str) {
        let _ = write!(self.out, "<g role=\"list\" aria-label=\"{}\">", escape(name));
    }

    /// Opens a list item of a class.
    pub fn item(&mut self, class: &str) {
        let _ = write!(self.out, "<g role=\"listitem\" class=\"{class}\">");
    }

    /// Opens a link with its full name; nothing when there is nowhere to go, so close it with [`Pen::end_link`].
    pub fn link(&mut self, href: &str, name: &str) {
        if href.is_empty() {
            let _ = write!(self.out, "<g aria-label=\"{}\" role=\"img\">", escape(name));
        } else {
            let _ =
                write!(self.out, "<a class=\"pen-link\" href=\"{}\" aria-label=\"{}\">", escape(href), escape(name));
        }
    }

    /// Closes a link opened with the same address.
    pub fn end_link(&mut self, href: &str) {
        self.out.push_str(if href.is_empty() { "</g>" } else { "</a>" });
    }

    /// Closes a group, list or item.
    pub fn end(&mut self) {
        self.out.push_str("</g>");
    }

    /// Draws text from `top` down and tells where the next would start.
    pub fn text(&mut self, words: &Words, x: f64, top: f64, anchor: Anchor) -> f64 {
        let style = words.style;
        let mut y = top;
        for line in &words.lines {
            // Base lines lie so that capitals stand in the middle of their line.
            apart(&mut self.out);
            let _ = write!(self.out, "<text class=\"{}\"", style.class);
            attribute(&mut self.out, "x", x);
            attribute(&mut self.out, "y", y + style.leading / 2.0 + style.size * 0.36);
            match anchor {
                Anchor::Start => {}
                Anchor::Middle => self.out.push_str(" text-anchor=\"middle\""),
                Anchor::End => self.out.push_str(" text-anchor=\"end\""),
            }
            self.out.push('>');
            push_escaped(&mut self.out, line);
            self.out.push_str("</text>");
            y += style.leading;
        }
        y
    }

    /// A rectangle.
    pub fn rect(&mut self, class: &str, place: Rect, radius: f64) {
        let _ = write!(self.out, "<rect class=\"{class}\"");
        attribute(&mut self.out, "x", place.x);
        attribute(&mut self.out, "y", place.y);
        attribute(&mut self.out, "width", place.w.max(0.0));
        attribute(&mut self.out, "height", place.h.max(0.0));
        if radius > 0.0 {
            attribute(&mut self.out, "rx", radius);
        }
        self.out.push_str("/>");
    }

    /// A box with a coloured left edge.
    pub fn card(&mut self, class: &str, place: Rect) {
        self.rect(class, place, 8.0);
        let _ = write!(
            self.out,
            "<path class=\"pen-rand\" d=\"M{} {}a8 8 0 0 0-8 8v{}a8 8 0 0 0 8 8z\"/>",
            number(place.x + 8.0),
            number(place.y),
            number((place.h - 16.0).max(0.0)),
        );
    }

    /// A circle.
    pub fn circle(&mut self, class: &str, center: Point, radius: f64) {
        let _ = write!(self.out, "<circle class=\"{class}\"");
        attribute(&mut self.out, "cx", center.x);
        attribute(&mut self.out, "cy", center.y);
        attribute(&mut self.out, "r", radius);
        self.out.push_str("/>");
    }

    /// A line through points, its corners rounded.
    pub fn line(&mut self, class: &str, points: &[Point], radius: f64) {
        let route = Route::rounded(points, radius);
        let _ = write!(self.out, "<path class=\"{class}\" d=\"{}\"/>", weave::outline(&route));
    }

    /// A small arrow head with its tip at a point, turned by whole degrees.
    pub fn arrow(&mut self, class: &str, tip: Point, degrees: f64) {
        let _ = write!(
            self.out,
            "<path class=\"{class}\" transform=\"translate({} {}) rotate({})\" d=\"M0 0l-8-5v10z\"/>",
            number(tip.x),
            number(tip.y),
            number(degrees)
        );
    }
}
