//! What the drawings of every kind are made with: texts, boxes, lines, links, and the frame around it all.

use crate::markup::{Html, Svg};
use crate::phrases::Phrases;
use std::fmt::Write as _;

use super::figure::Head;
use super::geometry::{Point, Rect, Route};
use super::glyph::Glyph;
use super::lettering::{Style, Words};
use super::pieces::{Cuts, Drawing, WIDEST, strips, windows};
use super::svg::{self, attribute, element, escape, id_part, number, push_escaped};
use super::weave::{self, Form};

/// The width of the narrowest screen inside the frame of an infographic: letters are as large there as they are drawn.
pub const NARROW: f64 = 254.0;

/// The widths that drawings are made in: for a full page, for a column or a tablet, and for a telephone.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Size {
    /// The full width of a wide screen.
    #[default]
    Wide,
    /// A tablet, or the measure of a text column.
    Medium,
    /// A telephone.
    Upright,
    /// A slide, on which all letters stand more than twice as large.
    Slide,
    /// A sheet of paper, for what the drawing of a tablet does not hold in letters that can be read there.
    Sheet,
}

impl Size {
    /// Pixels.
    pub fn width(self) -> f64 {
        match self {
            Size::Wide => 1056.0,
            Size::Medium | Size::Sheet => 700.0,
            Size::Upright => NARROW,
            Size::Slide => 785.0,
        }
    }

    /// The widest that it may be before its letters get too small in its frame.
    pub fn most(self) -> f64 {
        match self {
            // On a telephone the cloth takes the margins of the frame too.
            Size::Upright => 300.0,
            // The smallest letters are 12.5 there; between the margins of A4 that makes 7 points.
            Size::Sheet => 920.0,
            _ => self.width(),
        }
    }

    /// Can a drawing be this wide?
    pub fn holds(self, width: f64) -> bool {
        width <= self.most() + 1.0
    }

    /// Its class, and what its ids end on: drawings of several sizes stand on one page.
    fn names(self) -> (&'static str, &'static str) {
        match self {
            Size::Wide => ("ig-breed", ""),
            Size::Medium => ("ig-midden", "-m"),
            Size::Upright => ("ig-staand", "-s"),
            Size::Slide => ("ig-dia", "-d"),
            Size::Sheet => ("ig-vel", "-v"),
        }
    }

    /// One value for the wide drawing, another for the others.
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

/// The class that sets the current colour to a dye.
pub fn dye(colour: &str) -> String {
    format!("dye-{}", id_part(colour))
}

/// The class of a link that has no box of its own to light up.
pub const LINK: &str = "ig-link";

/// A drawing in the making; the default one is for a small sample, without a frame.
#[derive(Debug, Default)]
pub struct Canvas {
    /// What has been drawn so far.
    pub out: String,
    kind: &'static str,
    names: String,
    size: Size,
    width: f64,
    cuts: Cuts,
    /// Within a link whose name says its words already.
    named: bool,
    /// Where the links in it lead.
    pub links: Vec<String>,
    /// Where a line of text ends that breaks a word in two.
    broken: Option<usize>,
    /// The id of the infographic.
    id: String,
    /// One more class of the whole.
    class: &'static str,
    /// The words that it says.
    pub phrases: Phrases,
}

impl Canvas {
    /// A drawing of a kind; each size has ids of its own, as all stand on one page.
    pub fn new(kind: &'static str, head: &Head, size: Size) -> Self {
        let whole = id_part(&head.id);
        let id = format!("{whole}{}", size.names().1);
        let names = format!(
            "role=\"group\" aria-labelledby=\"{id}-titel {id}-uitleg\"><title id=\"{id}-titel\">{}</title><desc id=\"{id}-uitleg\">{}</desc>",
            escape(&head.title),
            escape(&head.reading)
        );
        let (out, width) = (String::with_capacity(16_384), size.width());
        Self { out, kind, names, size, width, id: whole, phrases: head.phrases.clone(), ..Self::default() }
    }

    /// One more class for the whole.
    pub fn class(&mut self, class: &'static str) {
        self.class = class;
    }

    /// Makes the drawing wider than its size, for rows that cannot be set in it.
    pub fn widen(&mut self, width: f64) {
        self.width = self.width.max(width.ceil());
    }

    /// Makes the drawing so wide, whatever its size is: on a slide it is blown up to the room there.
    pub fn only(&mut self, width: f64) {
        self.width = width.ceil();
    }

    /// On paper, what stands above this height comes back on every sheet.
    pub fn head(&mut self, bottom: f64) {
        self.cuts.head = in_tenths(bottom);
    }

    /// On paper, the next sheet may begin here.
    pub fn cut(&mut self, y: f64) {
        self.cuts.at.push(in_tenths(y));
    }

    /// On paper, a drawing that is too wide may go on sideways on the next sheet, which shows so much of the one before again.
    pub fn sideways(&mut self, twice: f64) {
        self.cuts.twice = in_tenths(twice);
    }

    /// The finished drawing, so high, and the pieces in which it goes on from sheet to sheet when it may be cut.
    pub fn finish_in_pieces(mut self, height: f64) -> Drawing {
        let wide = self.cuts.twice > 0.0 && self.width > WIDEST;
        if self.size != Size::Medium || self.cuts.at.is_empty() && !wide {
            return Drawing { svg: self.written(height), pieces: Html::default() };
        }
        let whole = format!("{}-heel", self.id);
        // What a window shows has no ancestors but its own: the class is there for the rules of the stylesheet that ask for it.
        self.out = element("g", &[("id", &whole), ("class", "ig-tekening")], |out| out.push_str(&self.out));
        let pieces = match wide {
            true => strips(self.cuts.twice, &whole, self.width, height.ceil()),
            false => windows(&self.cuts, &whole, self.width, height.ceil()),
        };
        Drawing { svg: self.written(height), pieces }
    }

    /// The finished drawing, so high, of a kind that is never cut.
    pub fn finish(self, height: f64) -> Svg {
        debug_assert!(self.cuts.at.is_empty(), "its pieces get lost");
        self.written(height)
    }

    fn written(mut self, height: f64) -> Svg {
        let links = std::mem::take(&mut self.links);
        let roomy = self.is_roomy();
        Svg::drawn(self.framed(height), links).roomy(roomy)
    }

    /// Would its letters get too small in the room of a page? Then it keeps its size and is moved under its frame.
    fn is_roomy(&self) -> bool {
        self.size != Size::Sheet && !self.size.holds(self.width)
    }

    fn framed(self, height: f64) -> String {
        let (w, h) = (number(self.width), number(height.ceil()));
        let class = self.size.names().0;
        let more = if self.class.is_empty() { String::new() } else { format!(" {}", self.class) };
        // On paper nothing is pressed or read out: the drawing beside it is.
        if self.size == Size::Sheet {
            return format!(
                "<svg class=\"ig-tekening {class}{more} ig-{}\" viewBox=\"0 0 {w} {h}\" focusable=\"false\">{}</svg>",
                self.kind, self.out
            );
        }
        let roomy = if self.is_roomy() { " ig-ruim" } else { "" };
        // The style sheet gives it on paper the height that its letters need; that goes by hundreds of pixels.
        let hundreds = (height / 100.0).ceil();
        let high =
            if self.size == Size::Medium && hundreds > 3.0 { format!(" ig-tot-{hundreds}") } else { String::new() };
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"ig-tekening {class}{roomy}{high}{more} ig-{}\" viewBox=\"0 0 {w} {h}\" width=\"{w}\" height=\"{h}\"{} {}{}</svg>",
            self.kind,
            if self.size == Size::Medium { self.cuts.attributes() } else { String::new() },
            self.names,
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
        let broken = self.broken == Some(self.out.len());
        self.out.push_str("</g>");
        // The end of a group does not part the halves of a word.
        self.broken = broken.then_some(self.out.len());
    }

    /// Opens a link with its full name; without an address it is one named thing to a screen reader. The words inside are hidden from
    /// assistive technology: the name says them already, whole, where the drawing breaks them over lines. Words and name then cannot be
    /// at odds (WCAG 2.5.3).
    pub fn open_link(&mut self, class: &str, href: &str, name: &str) {
        self.named = !href.is_empty();
        let name = escape(name);
        let _ = if href.is_empty() {
            write!(self.out, "<g class=\"{class}\" role=\"img\" aria-label=\"{name}\">")
        } else {
            self.leads_to(href);
            write!(self.out, "<a class=\"{class}\" href=\"{}\" aria-label=\"{name}\">", escape(href))
        };
    }

    /// A link with attributes of its own, its name among them, and what is drawn in it.
    pub fn link(&mut self, attributes: &[(&str, &str)], draw: impl FnOnce(&mut Self)) {
        self.named = true;
        attributes.iter().filter(|(key, _)| *key == "href").for_each(|(_, href)| self.leads_to(href));
        svg::open(&mut self.out, "a", attributes);
        draw(self);
        svg::close(&mut self.out, "a");
        self.named = false;
    }

    /// A link in the drawing leads there.
    pub fn leads_to(&mut self, href: &str) {
        self.links.push(href.to_owned());
    }

    /// Closes a link that was opened with this address.
    pub fn close_link(&mut self, href: &str) {
        self.named = false;
        self.out.push_str(if href.is_empty() { "</g>" } else { "</a>" });
    }

    /// One line of text on a base line.
    pub fn text(&mut self, style: Style, anchor: Anchor, x: f64, baseline: f64, text: &str) {
        // Words that a link shows can be told from each other; a word that was broken in two stays one.
        if self.broken != Some(self.out.len()) {
            self.out.push(' ');
        }
        self.out.push_str(if self.named { "<text aria-hidden=\"true\" class=\"" } else { "<text class=\"" });
        self.out.push_str(style.class);
        self.out.push('"');
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
        self.broken = text.ends_with('-').then_some(self.out.len());
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

    /// Text from `top` down; returns where the next would start.
    pub fn words(&mut self, words: &Words, x: f64, top: f64, anchor: Anchor) -> f64 {
        self.block(words.style, anchor, x, top, &words.lines)
    }

    /// A box.
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

    /// The coloured left edge of a box, inside its rounded corners.
    pub fn edge(&mut self, class: &str, place: Rect, radius: f64) {
        let r = number(radius);
        let _ = write!(
            self.out,
            "<path class=\"{class}\" d=\"M{} {}a{r} {r} 0 0 0-{r} {r}v{}a{r} {r} 0 0 0 {r} {r}z\"/>",
            number(place.x + radius),
            number(place.y),
            number((place.h - 2.0 * radius).max(0.0)),
        );
    }

    /// A box with a coloured left edge.
    pub fn card(&mut self, class: &str, place: Rect) {
        self.rect(class, place, 8.0);
        self.edge("ig-vak-rand", place, 8.0);
    }

    /// A straight line.
    pub fn line(&mut self, class: &str, from: Point, to: Point) {
        let _ = write!(self.out, "<path class=\"{class}\" d=\"M{} {}", number(from.x), number(from.y));
        let _ = write!(self.out, "L{} {}\"/>", number(to.x), number(to.y));
    }

    /// A line through points, its corners rounded.
    pub fn thread(&mut self, class: &str, points: &[Point], radius: f64) {
        let route = Route::rounded(points, radius);
        let _ = write!(self.out, "<path class=\"{class}\" d=\"{}\"/>", weave::outline(&route));
    }

    /// A small arrow head with its tip at a point, turned by whole degrees.
    pub fn arrow(&mut self, class: &str, tip: Point, degrees: f64) {
        arrow(&mut self.out, class, tip, degrees);
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
    pub fn glyph(&mut self, glyph: &Glyph, at: Point) {
        self.glyph_within(glyph, at, 20.0);
    }

    /// The same, so wide and high.
    pub fn glyph_within(&mut self, glyph: &Glyph, at: Point, side: f64) {
        let [x, y] = [at.x, at.y].map(|middle| number(middle - side / 2.0));
        self.out.push_str(&super::glyph::drawn(glyph, &[("x", &x), ("y", &y)], &number(side)));
    }
}

/// As a drawing writes it.
fn in_tenths(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

/// A small arrow head with its tip at a point, turned by whole degrees.
pub fn arrow(out: &mut String, class: &str, tip: Point, degrees: f64) {
    let _ = write!(
        out,
        "<path class=\"{class}\" transform=\"translate({} {}) rotate({})\" d=\"M0 0l-8-5v10z\"/>",
        number(tip.x),
        number(tip.y),
        number(degrees)
    );
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
