//! What the drawings of every kind are made with: texts in a few fixed styles, boxes, links, and the frame around it all.
//!
//! The sizes here are those of the stylesheet; a test compares the two.

use super::figure::{Infographic, LegendItem, Table};
use super::geometry::{Point, Rect, Route};
use super::metrics::{Weight, flow, width};
use super::pieces::Cuts;
use super::svg::{apart, attribute, escape, id_part, number, push_escaped};
use super::weave::{self, Form};
use std::fmt::Write as _;

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
/// Running text in a drawing.
pub const BODY: Style = style("ig-tekst", 13.5, 18.0, Weight::Regular);
/// The head of a part of a drawing.
pub const HEAD: Style = style("ig-kop", 17.0, 21.0, Weight::Bold);
/// A head in the colour of its part.
pub const LABEL: Style = style("ig-label", 15.0, 19.0, Weight::Bold);
/// An amount in a drawing.
pub const AMOUNT: Style = style("ig-bedrag", 22.0, 26.0, Weight::Bold);
/// A key figure.
pub const FIGURE: Style = style("ig-getal", 40.0, 46.0, Weight::Bold);

/// All styles, for the test that compares them with the stylesheet.
pub const STYLES: [Style; 7] = [NAME, SMALL, BODY, HEAD, LABEL, AMOUNT, FIGURE];

/// The two widths that drawings are made in: for a full page, and for a column or a tablet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// The full width of a wide screen.
    Wide,
    /// A tablet, or the measure of a text column.
    Medium,
}

impl Size {
    /// Pixels.
    pub fn width(self) -> f64 {
        if self == Size::Wide { 1056.0 } else { 700.0 }
    }

    /// One value for the wide drawing, another for the other.
    pub fn pick<T>(self, wide: T, medium: T) -> T {
        if self == Size::Wide { wide } else { medium }
    }
}

/// Where a text stands relative to its x.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// Starts there.
    Start,
    /// Has its middle there.
    Middle,
    /// Ends there.
    End,
}

/// What every kind has: its names and where its rows come from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Head {
    /// Unique on its page.
    pub id: String,
    /// A question or a finding.
    pub title: String,
    /// One sentence that tells how to read it.
    pub reading: String,
    /// Where the rows come from, as safe HTML.
    pub source: String,
}

impl Head {
    /// An infographic with these names, and the parts that a kind made.
    pub fn infographic(&self, kind: &str, parts: Parts) -> Infographic {
        Infographic {
            id: self.id.clone(),
            kind: kind.to_owned(),
            title: self.title.clone(),
            reading: self.reading.clone(),
            conclusion: parts.conclusion,
            legend: parts.legend,
            svg: parts.svg,
            medium: parts.medium,
            pieces: String::new(),
            narrow: parts.narrow,
            table: parts.table,
            source: self.source.clone(),
            short: None,
        }
    }
}

/// What a kind makes of its rows.
#[derive(Debug, Clone, Default)]
pub struct Parts {
    /// See [`Infographic::conclusion`].
    pub conclusion: String,
    /// See [`Infographic::legend`].
    pub legend: Vec<LegendItem>,
    /// See [`Infographic::svg`].
    pub svg: String,
    /// See [`Infographic::medium`].
    pub medium: String,
    /// See [`Infographic::narrow`].
    pub narrow: String,
    /// See [`Infographic::table`].
    pub table: Table,
}

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

/// The class that sets the current colour to a dye.
pub fn dye(colour: &str) -> String {
    format!("dye-{}", id_part(colour))
}

/// A drawing in the making.
#[derive(Debug)]
pub struct Canvas {
    /// What has been drawn so far.
    pub out: String,
    head: String,
    size: Size,
    width: f64,
    cuts: Cuts,
}

impl Canvas {
    /// A drawing; that of medium size gets ids of its own, as both stand on one page.
    pub fn new(head: &Head, size: Size) -> Self {
        let id = id_part(&head.id) + size.pick("", "-m");
        let names = format!(
            "role=\"group\" aria-labelledby=\"{id}-titel {id}-uitleg\"><title id=\"{id}-titel\">{}</title><desc id=\"{id}-uitleg\">{}</desc>",
            escape(&head.title),
            escape(&head.reading)
        );
        Self { out: String::with_capacity(16_384), head: names, size, width: size.width(), cuts: Cuts::default() }
    }

    /// Makes the drawing wider than its size, for rows that cannot be set in it.
    pub fn widen(&mut self, width: f64) {
        self.width = self.width.max(width.ceil());
    }

    /// On paper, what stands above this height comes back on every sheet.
    pub fn head(&mut self, bottom: f64) {
        self.cuts.head = bottom;
    }

    /// On paper, the next sheet may begin here.
    pub fn cut(&mut self, y: f64) {
        self.cuts.at.push(y);
    }

    /// The finished drawing, so high.
    pub fn finish(self, height: f64) -> String {
        let (w, h) = (number(self.width), number(height.ceil()));
        let class = self.size.pick("ig-breed", "ig-midden");
        // Its letters would get too small in the room of a page: it keeps its size and is moved under its frame.
        let roomy = if self.width > self.size.width() + 1.0 { " ig-ruim" } else { "" };
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"ig-tekening {class}{roomy}\" viewBox=\"0 0 {w} {h}\" width=\"{w}\" height=\"{h}\"{} {}{}</svg>",
            self.size.pick(String::new(), self.cuts.attributes()),
            self.head,
            self.out
        )
    }

    /// Opens a group with a class.
    pub fn open(&mut self, class: &str) {
        let _ = write!(self.out, "<g class=\"{class}\">");
    }

    /// Opens a list with a name.
    pub fn open_list(&mut self, name: &str) {
        let _ = write!(self.out, "<g role=\"list\" aria-label=\"{}\">", escape(name));
    }

    /// Opens an item of a list.
    pub fn open_item(&mut self, class: &str) {
        let _ = write!(self.out, "<g class=\"{class}\" role=\"listitem\">");
    }

    /// Closes what was opened last.
    pub fn close(&mut self) {
        self.out.push_str("</g>");
    }

    /// Opens a link with a full name; without an address it is a plain group.
    pub fn open_link(&mut self, class: &str, href: &str, name: &str) {
        if href.is_empty() {
            let _ = write!(self.out, "<g class=\"{class}\">");
        } else {
            let _ = write!(self.out, "<a class=\"{class}\" href=\"{}\" aria-label=\"{}\">", escape(href), escape(name));
        }
    }

    /// Closes a link that was opened with this address.
    pub fn close_link(&mut self, href: &str) {
        self.out.push_str(if href.is_empty() { "</g>" } else { "</a>" });
    }

    /// One line of text on a base line.
    pub fn text(&mut self, style: Style, anchor: Anchor, x: f64, baseline: f64, text: &str) {
        apart(&mut self.out);
        let _ = write!(self.out, "<text class=\"{}\"", style.class);
        attribute(&mut self.out, "x", x);
        attribute(&mut self.out, "y", baseline);
        match anchor {
            Anchor::Start => {}
            Anchor::Middle => self.out.push_str(" text-anchor=\"middle\""),
            Anchor::End => self.out.push_str(" text-anchor=\"end\""),
        }
        self.out.push('>');
        push_escaped(&mut self.out, text);
        self.out.push_str("</text>");
    }

    /// Lines of text from `top` down; returns where the next would start.
    pub fn block(&mut self, style: Style, anchor: Anchor, x: f64, top: f64, lines: &[String]) -> f64 {
        let mut y = top;
        for line in lines {
            // Base lines lie so that capitals stand in the middle of their line.
            self.text(style, anchor, x, y + style.leading / 2.0 + style.size * 0.36, line);
            y += style.leading;
        }
        y
    }

    /// A box.
    pub fn rect(&mut self, class: &str, place: Rect, radius: f64) {
        let _ = write!(self.out, "<rect class=\"{class}\"");
        attribute(&mut self.out, "x", place.x);
        attribute(&mut self.out, "y", place.y);
        attribute(&mut self.out, "width", place.w);
        attribute(&mut self.out, "height", place.h);
        attribute(&mut self.out, "rx", radius);
        self.out.push_str("/>");
    }

    /// The coloured left edge of a box, inside its rounded corners.
    pub fn edge(&mut self, class: &str, place: Rect, radius: f64) {
        let r = number(radius);
        let _ = write!(
            self.out,
            "<path class=\"{class}\" d=\"M{} {}a{r} {r} 0 0 0-{r} {r}v{}a{r} {r} 0 0 0 {r} {r}z\"/>",
            number(place.x + radius),
            number(place.y),
            number(place.h - 2.0 * radius),
        );
    }

    /// A line.
    pub fn line(&mut self, class: &str, from: Point, to: Point) {
        let _ = write!(self.out, "<path class=\"{class}\" d=\"M{} {}", number(from.x), number(from.y));
        let _ = write!(self.out, "L{} {}\"/>", number(to.x), number(to.y));
    }

    /// A circle.
    pub fn circle(&mut self, class: &str, at: Point, radius: f64) {
        let _ = write!(self.out, "<circle class=\"{class}\"");
        attribute(&mut self.out, "cx", at.x);
        attribute(&mut self.out, "cy", at.y);
        attribute(&mut self.out, "r", radius);
        self.out.push_str("/>");
    }

    /// A straight piece of weave.
    pub fn weave(&mut self, form: Form, from: Point, to: Point) {
        let route = Route::rounded(&[from, to], 0.0);
        weave::draw(&mut self.out, form, &route, &[], route.length / 2.0);
    }

    /// The small hatched tag of what is a reading and not a decision.
    pub fn hatch(&mut self, at: Point) {
        hatch(&mut self.out, at);
    }

    /// The glyph of a level, 20 × 20, around a point.
    pub fn glyph(&mut self, form: Form, at: Point) {
        let svg = super::glyph::glyph(form);
        let place = format!("<svg x=\"{}\" y=\"{}\"", number(at.x - 10.0), number(at.y - 10.0));
        self.out.push_str(&svg.replacen("<svg", &place, 1));
    }
}

/// The small hatched tag of what is a reading and not a decision.
pub fn hatch(out: &mut String, at: Point) {
    let x = at.x - 11.0;
    let _ = write!(
        out,
        "<rect class=\"ig-duiding\" x=\"{}\" y=\"{}\" width=\"22\" height=\"13\" rx=\"3\"/><path class=\"ig-arcering\" d=\"",
        number(x),
        number(at.y - 6.5)
    );
    for step in 0..4 {
        let _ = write!(out, "M{} {}l4-7", number(x + 3.0 + f64::from(step) * 4.0), number(at.y + 3.5));
    }
    out.push_str("\"/>");
}

/// A small drawing for the legend, 84 × 20, in a dye.
pub fn sample(colour: &str, draw: impl FnOnce(&mut Canvas)) -> String {
    let mut canvas = Canvas::new(&Head::default(), Size::Wide);
    draw(&mut canvas);
    format!(
        "<svg class=\"ig-sample {}\" viewBox=\"0 0 84 20\" width=\"84\" height=\"20\" aria-hidden=\"true\" focusable=\"false\">{}</svg>",
        dye(colour),
        canvas.out
    )
}

/// What the legend says of a level.
pub fn level_item(level: &Level) -> LegendItem {
    let draw = |canvas: &mut Canvas| canvas.weave(level.form, Point::new(3.0, 10.0), Point::new(81.0, 10.0));
    LegendItem { sample: sample(&level.colour, draw), label: level.name.clone(), meaning: level.meaning.clone() }
}

/// The words of a list: "a, b en c".
pub fn joined(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [only] => only.clone(),
        [head @ .., last] => format!("{} en {last}", head.join(", ")),
    }
}

/// "1 band", "3 banden".
pub fn counted(count: usize, one: &str, more: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{count} {more}") }
}

/// A link in HTML; plain text without an address.
pub fn link(href: &str, text: &str) -> String {
    if href.is_empty() { escape(text) } else { format!("<a href=\"{}\">{}</a>", escape(href), escape(text)) }
}

/// A table twin.
pub fn table(caption: String, head: &[&str], rows: Vec<Vec<String>>) -> Table {
    Table { caption, head: head.iter().map(|word| (*word).to_owned()).collect(), rows }
}

pub use super::words::capital;
