//! A sheet to set texts and drawings on: everything it holds carries its own look.

use super::css::Css;
use super::style::Plain;
use crate::infographic::metrics::{Weight, flow, width};
use crate::infographic::svg::{attribute, escape, push_escaped};
use std::fmt::Write as _;

/// A text style of a sheet.
#[derive(Debug, Clone, Copy)]
pub struct Letter {
    /// Letter size.
    pub size: f64,
    /// From base line to base line.
    pub leading: f64,
    /// Weight.
    pub weight: Weight,
    /// The token of its colour.
    pub colour: &'static str,
}

/// A letter style.
pub const fn letter(size: f64, leading: f64, weight: Weight, colour: &'static str) -> Letter {
    Letter { size, leading, weight, colour }
}

/// The dyes in the order of the selvedge.
pub const DYES: [&str; 5] = ["v-indigo", "v-meekrap", "v-wouw-vulling", "v-weide", "v-walnoot"];

/// A sheet in the making.
#[derive(Debug)]
pub struct Paper<'a> {
    css: &'a Css,
    out: String,
}

impl<'a> Paper<'a> {
    /// An empty sheet, in the colours of a theme.
    pub fn new(css: &'a Css) -> Self {
        Self { css, out: String::new() }
    }

    /// A filled rectangle.
    pub fn rect(&mut self, colour: &str, x: f64, y: f64, w: f64, h: f64) {
        let _ = write!(self.out, "<rect fill=\"{}\"", escape(&self.css.token(colour)));
        for (name, value) in [("x", x), ("y", y), ("width", w), ("height", h)] {
            attribute(&mut self.out, name, value);
        }
        self.out.push_str("/>");
    }

    /// The selvedge: a woven band in the dyes, over the whole width.
    pub fn selvedge(&mut self, w: f64, h: f64) {
        let step = h * 4.0;
        let count = (w / step).ceil() as usize;
        for i in 0..count {
            let x = i as f64 * step;
            let dye = DYES[i % DYES.len()];
            self.rect(dye, x, 0.0, step.min(w - x), h);
            // Every other thread goes under the next.
            self.rect("v-linnen", x, if i % 2 == 0 { h * 0.4 } else { 0.0 }, (h * 0.2).min(w - x), h * 0.6);
        }
    }

    /// A line of text; `y` is its base line.
    pub fn line(&mut self, letter: Letter, anchor: &str, x: f64, y: f64, text: &str) {
        self.out.push_str("<text");
        attribute(&mut self.out, "x", x);
        attribute(&mut self.out, "y", y);
        attribute(&mut self.out, "font-size", letter.size);
        if letter.weight == Weight::Bold {
            self.out.push_str(" font-weight=\"700\"");
        }
        if anchor != "start" {
            let _ = write!(self.out, " text-anchor=\"{anchor}\"");
        }
        let _ = write!(self.out, " fill=\"{}\">", escape(&self.css.token(letter.colour)));
        push_escaped(&mut self.out, text);
        self.out.push_str("</text>");
    }

    /// Lines from `top` down; gives where the next would begin.
    pub fn block(&mut self, letter: Letter, x: f64, top: f64, lines: &[String]) -> f64 {
        let mut y = top;
        for line in lines {
            self.line(letter, "start", x, y + letter.leading / 2.0 + letter.size * 0.36, line);
            y += letter.leading;
        }
        y
    }

    /// A drawing at a place, at a scale.
    pub fn drawing(&mut self, drawing: &Plain, x: f64, y: f64, scale: f64) {
        let _ =
            write!(self.out, "<g transform=\"translate({:.1} {:.1}) scale({scale:.4})\">{}</g>", x, y, drawing.inside);
    }

    /// A piece of SVG as it is.
    pub fn raw(&mut self, svg: &str) {
        self.out.push_str(svg);
    }

    /// What was set so far, to go onto another sheet.
    pub fn inside(self) -> String {
        self.out
    }

    /// The finished file. `title` and `description` are what a screen reader says of it.
    pub fn finish(self, w: f64, h: f64, title: &str, description: &str) -> String {
        let mut file = String::with_capacity(self.out.len() + 1024);
        file.push_str("<svg xmlns=\"http://www.w3.org/2000/svg\"");
        attribute(&mut file, "width", w);
        attribute(&mut file, "height", h);
        let _ = write!(
            file,
            " viewBox=\"0 0 {w:.0} {h:.0}\" font-family=\"{}\"><title>{}</title>",
            escape(&self.css.token("v-letter").replace('"', "'")),
            escape(title)
        );
        if !description.is_empty() {
            let _ = write!(file, "<desc>{}</desc>", escape(description));
        }
        file.push_str(&self.out);
        file.push_str("</svg>\n");
        file
    }
}

/// A text over as many lines as it needs, with its words whole.
pub fn lines(text: &str, letter: Letter, room: f64) -> Vec<String> {
    flow(text, letter.size, letter.weight, room).lines
}

/// The same; no line at all for no text.
pub fn set(text: &str, letter: Letter, room: f64) -> Vec<String> {
    if text.is_empty() { Vec::new() } else { lines(text, letter, room) }
}

/// The height of so many lines.
pub fn height(lines: &[String], letter: Letter) -> f64 {
    lines.len() as f64 * letter.leading
}

/// How wide a text is.
pub fn wide(text: &str, letter: Letter) -> f64 {
    width(text, letter.size, letter.weight)
}
