//! Writing SVG by hand: elements, and numbers rounded to a tenth, the same on every machine.

use super::geometry::Point;
pub use crate::markup::{escape, push_escaped};

/// A small drawing beside words that say the same: nobody is told of it twice.
pub const UNSEEN: [(&str, &str); 2] = [("aria-hidden", "true"), ("focusable", "false")];

/// Starts an element; what its attributes say is escaped.
pub fn open(out: &mut String, name: &str, attributes: &[(&str, &str)]) {
    begin(out, name, attributes);
    out.push('>');
}

/// Ends an element.
pub fn close(out: &mut String, name: &str) {
    out.push_str("</");
    out.push_str(name);
    out.push('>');
}

/// An element that holds nothing.
pub fn empty(out: &mut String, name: &str, attributes: &[(&str, &str)]) {
    begin(out, name, attributes);
    out.push_str("/>");
}

/// An element around words.
pub fn said(out: &mut String, name: &str, attributes: &[(&str, &str)], words: &str) {
    open(out, name, attributes);
    push_escaped(out, words);
    close(out, name);
}

/// An element around what `inner` writes.
pub fn element(name: &str, attributes: &[(&str, &str)], inner: impl FnOnce(&mut String)) -> String {
    let mut out = String::new();
    open(&mut out, name, attributes);
    inner(&mut out);
    close(&mut out, name);
    out
}

/// A path; its data comes last, as it is the longest.
pub fn path(out: &mut String, class: &str, data: &str) {
    empty(out, "path", &[("class", class), ("d", data)]);
}

/// A circle.
pub fn circle(out: &mut String, class: &str, at: Point, radius: f64) {
    let [x, y, r] = [at.x, at.y, radius].map(number);
    empty(out, "circle", &[("class", class), ("cx", &x), ("cy", &y), ("r", &r)]);
}

fn begin(out: &mut String, name: &str, attributes: &[(&str, &str)]) {
    out.push('<');
    out.push_str(name);
    for (key, value) in attributes {
        out.push(' ');
        out.push_str(key);
        out.push_str("=\"");
        push_escaped(out, value);
        out.push('"');
    }
}

/// Makes a name safe as (the rest of) an id.
pub fn id_part(text: &str) -> String {
    text.chars().map(|c| if c.is_alphanumeric() || c == '-' || c == '_' { c } else { '-' }).collect()
}

/// A number with at most one decimal.
pub fn number(value: f64) -> String {
    let mut out = String::new();
    push_tenths(&mut out, tenths(value));
    out
}

/// Appends ` name="value"` with a number.
pub fn attribute(out: &mut String, name: &str, value: f64) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    push_tenths(out, tenths(value));
    out.push('"');
}

/// Rounds to whole tenths; what lies outside any drawing is cut off.
fn tenths(value: f64) -> i32 {
    let scaled = (value * 10.0).round().clamp(-1e8, 1e8);
    // A clamped whole number of this size is held exactly.
    scaled as i32
}

fn push_tenths(out: &mut String, tenths: i32) {
    if tenths < 0 {
        out.push('-');
    }
    let size = tenths.unsigned_abs();
    push_digits(out, size / 10);
    if !size.is_multiple_of(10) {
        out.push('.');
        push_digits(out, size % 10);
    }
}

fn push_digits(out: &mut String, value: u32) {
    if value >= 10 {
        push_digits(out, value / 10);
    }
    out.push(char::from_digit(value % 10, 10).unwrap_or('0'));
}

/// Writes the `d` of a path: one absolute move per piece, then relative steps, which are the shortest.
#[derive(Debug, Default)]
pub struct PathData {
    out: String,
    at: (i32, i32),
}

impl PathData {
    /// Starts a new piece.
    pub fn move_to(&mut self, to: Point) {
        self.at = (tenths(to.x), tenths(to.y));
        self.out.push('M');
        push_tenths(&mut self.out, self.at.0);
        self.separated(self.at.1);
    }

    /// Starts a new piece, told from where the last one ended: so a pattern that repeats is written alike each time.
    pub fn go_to(&mut self, to: Point) {
        if self.out.is_empty() {
            return self.move_to(to);
        }
        let end = (tenths(to.x), tenths(to.y));
        self.out.push('m');
        push_tenths(&mut self.out, end.0 - self.at.0);
        self.separated(end.1 - self.at.1);
        self.at = end;
    }

    /// A straight line.
    pub fn line_to(&mut self, to: Point) {
        let (x, y) = (tenths(to.x), tenths(to.y));
        let (dx, dy) = (x - self.at.0, y - self.at.1);
        match (dx, dy) {
            (0, 0) => return,
            (_, 0) => {
                self.out.push('h');
                push_tenths(&mut self.out, dx);
            }
            (0, _) => {
                self.out.push('v');
                push_tenths(&mut self.out, dy);
            }
            _ => {
                self.out.push('l');
                push_tenths(&mut self.out, dx);
                self.separated(dy);
            }
        }
        self.at = (x, y);
    }

    /// A cubic curve.
    pub fn curve_to(&mut self, first: Point, second: Point, to: Point) {
        let end = (tenths(to.x), tenths(to.y));
        self.out.push('c');
        push_tenths(&mut self.out, tenths(first.x) - self.at.0);
        self.separated(tenths(first.y) - self.at.1);
        self.separated(tenths(second.x) - self.at.0);
        self.separated(tenths(second.y) - self.at.1);
        self.separated(end.0 - self.at.0);
        self.separated(end.1 - self.at.1);
        self.at = end;
    }

    /// A part of a circle; `sweep` when the angle grows along it.
    pub fn arc_to(&mut self, radius: f64, sweep: bool, to: Point) {
        let end = (tenths(to.x), tenths(to.y));
        self.out.push('a');
        push_tenths(&mut self.out, tenths(radius));
        self.separated(tenths(radius));
        self.out.push_str(if sweep { " 0 0 1" } else { " 0 0 0" });
        self.separated(end.0 - self.at.0);
        self.separated(end.1 - self.at.1);
        self.at = end;
    }

    fn separated(&mut self, tenths: i32) {
        if tenths >= 0 {
            self.out.push(' ');
        }
        push_tenths(&mut self.out, tenths);
    }

    /// The finished text.
    pub fn finish(self) -> String {
        self.out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_element_says_nothing_that_could_end_it() {
        let drawn = element("g", &[("aria-label", "\"A\" & <b>")], |out| {
            path(out, "ig-lijn", "M0 0h1");
            said(out, "title", &[], "1 < 2");
        });
        assert_eq!(
            drawn,
            "<g aria-label=\"&quot;A&quot; &amp; &lt;b&gt;\"><path class=\"ig-lijn\" d=\"M0 0h1\"/><title>1 &lt; 2</title></g>"
        );
    }

    #[test]
    fn numbers_are_rounded_to_tenths() {
        let written: Vec<_> = [0.04, -0.04, 12.25, -3.96, 100.0, f64::NAN].iter().map(|v| number(*v)).collect();
        assert_eq!(written, ["0", "0", "12.3", "-4", "100", "0"]);
    }

    #[test]
    fn rounding_does_not_add_up_along_a_path() {
        let mut data = PathData::default();
        data.move_to(Point::new(0.0, 0.0));
        (1..=100).for_each(|i| data.line_to(Point::new(f64::from(i) * 0.14, 0.0)));
        let steps: f64 = data.finish().split('h').skip(1).map(|s| s.parse::<f64>().unwrap()).sum();
        assert!((steps - 14.0).abs() < 1e-6);
    }
}
