//! The weaves of ties in a cloth: upright, as narrow as their column, and every turn written alike, which packs well.

use std::f64::consts::TAU;
use std::fmt::Write as _;

use super::super::geometry::Point;
use super::super::svg::{self, PathData, number};
use super::super::weave::{Form, dives};

/// How large a cloth is woven.
#[derive(Debug, Clone, Copy)]
pub struct Gauge {
    /// The width of a column.
    pub pitch: f64,
    /// Half a turn of a strand. Threads lie whole numbers of it apart, so that every weave begins and ends in a knot.
    pub half_turn: f64,
}

impl Gauge {
    /// The radius of a filled knot.
    pub fn knot(self) -> f64 {
        (self.pitch * 0.44 - 0.1).min(4.6)
    }

    /// The radius of an open knot.
    pub fn open_knot(self) -> f64 {
        (self.pitch * 0.36 - 0.3).min(3.6)
    }

    /// The radius of the mark of what is apart on purpose.
    pub fn pause(self) -> f64 {
        (self.pitch * 0.8).clamp(5.0, 8.0)
    }

    /// The width of a column for a form: only the pause mark needs more than the rest.
    pub fn column(self, form: Form) -> f64 {
        if form == Form::Gescheiden { self.pitch.max(2.0 * self.pause() + 3.0) } else { self.pitch }
    }

    /// Half of a thread's cut where this form passes over it.
    pub fn cut(self, form: Form) -> f64 {
        match form {
            Form::Onbepaald => 0.0,
            Form::Gescheiden => 1.6,
            Form::Draad => self.dot() / 2.0 + 1.2,
            _ => self.reach(form) + self.stroke() / 2.0 + 1.1,
        }
    }

    fn reach(self, form: Form) -> f64 {
        let plait = (self.pitch * 0.34).min(4.6);
        let most = (self.pitch / 2.0 - 0.7).max(plait);
        match form {
            Form::Dicht(strands) => (plait * (1.0 + 0.22 * (f64::from(strands) - 3.0))).min(most),
            Form::Strengen => plait * 0.86,
            _ => plait,
        }
    }

    /// The width of a strand.
    fn stroke(self) -> f64 {
        (self.pitch * 0.13).clamp(0.8, 1.7)
    }

    fn dot(self) -> f64 {
        (self.pitch * 0.36).clamp(2.0, 3.6)
    }
}

/// Appends the weave between two threads, from knot to knot.
pub fn weave(out: &mut String, form: Form, gauge: Gauge, top: Point, bottom: f64) {
    let length = bottom - top.y;
    let straight = |out: &mut String, class: &str, width: f64, dashes: Option<&str>| {
        let data = format!("M{} {}v{}", number(top.x), number(top.y), number(length));
        strand(out, class, width, dashes, &data);
    };
    match form {
        Form::Onbepaald => straight(out, "ig-w ig-w-open", 1.1, None),
        Form::Gescheiden => {
            straight(out, "ig-w", 1.5, Some("4 4"));
            pause(out, gauge, Point::new(top.x, top.y + length / 2.0));
        }
        Form::Draad => {
            let beat = length / (length / (gauge.dot() * 1.9)).round().max(1.0);
            let dashes = format!(".01 {:.2}", beat - 0.01);
            straight(out, "ig-w ig-w-rond", gauge.dot(), Some(&dashes));
        }
        Form::Strengen => {
            strand(out, "ig-w", gauge.stroke(), None, &two_strands(gauge, top, length));
        }
        Form::Vlecht | Form::Koord | Form::Dicht(_) => {
            let strands = if let Form::Dicht(strands) = form { strands } else { 3 };
            let data = plait(gauge, form, strands, top, length);
            let width = gauge.stroke() * if form == Form::Koord { 1.25 } else { 1.1 };
            strand(out, "ig-w", width, None, &data);
        }
    }
}

/// The head of an arrow that points at the knot of a thread, as large as its column allows, and never so long that it covers its tie.
pub fn arrow(out: &mut String, gauge: Gauge, knot: Point, down: bool, tie: f64) {
    let half = (gauge.pitch * 0.38).min(5.0);
    let length = (gauge.pitch * 0.8).min(9.0).min((tie - 2.0 * gauge.knot()) / 2.0).max(3.0);
    let toward = if down { -1.0 } else { 1.0 };
    let tip = [knot.x, knot.y + toward * gauge.knot(), -half, toward * length, 2.0 * half].map(number);
    svg::path(out, "ig-pijl", &format!("M{} {}l{} {}h{}z", tip[0], tip[1], tip[2], tip[3], tip[4]));
}

/// The mark of what is apart on purpose: two bars in a round.
fn pause(out: &mut String, gauge: Gauge, at: Point) {
    let radius = gauge.pause();
    svg::circle(out, "ig-merk", at, radius);
    let bar = radius * 0.42;
    let mut bars = String::new();
    for side in [-1.0, 1.0] {
        let _ = write!(bars, "M{} {}v{}", number(at.x + side * radius * 0.3), number(at.y - bar), number(2.0 * bar));
    }
    strand(out, "ig-w", 1.5, None, &bars);
}

/// A line so wide, as a whole or in dashes.
fn strand(out: &mut String, class: &str, width: f64, dashes: Option<&str>, data: &str) {
    let width = number(width);
    let mut attributes = vec![("class", class), ("stroke-width", &width)];
    attributes.extend(dashes.map(|dashes| ("stroke-dasharray", dashes)));
    attributes.push(("d", data));
    svg::empty(out, "path", &attributes);
}

/// Two strands that cross at every half turn: one mirrors the other.
fn two_strands(gauge: Gauge, top: Point, length: f64) -> String {
    let (half, reach) = (gauge.half_turn, 2.0 * gauge.reach(Form::Strengen));
    let turns = (length / half).round().max(1.0) as usize;
    let mut data = String::new();
    for side in [1.0, -1.0] {
        let _ = write!(data, "M{} {}", number(top.x), number(top.y));
        // The control point of the first half turn; every next one mirrors the one before.
        let _ = write!(data, "q{} {} 0 {}", number(side * reach), number(half / 2.0), number(half));
        data.extend(std::iter::repeat_n(format!("t0 {}", number(half)), turns - 1));
    }
    data
}

/// Strands that go over and under each other. What lies under is left out, so that it shows on any ground.
fn plait(gauge: Gauge, form: Form, strands: u8, top: Point, length: f64) -> String {
    let turn = 2.0 * gauge.half_turn;
    let reach = gauge.reach(form);
    let gap = (gauge.stroke() * 0.85).min(turn / f64::from(strands) / 5.0);
    let mut data = PathData::default();
    for which in 0..strands {
        let phase = TAU / f64::from(strands) * f64::from(which);
        let place = |s: f64| Point::new(top.x + reach * (TAU * s / turn + phase).sin(), top.y + s);
        let slope = |s: f64| reach * TAU / turn * (TAU * s / turn + phase).cos();
        let mut from = -gap;
        for dive in dives(strands, phase, turn, length) {
            let (start, end) = ((from + gap).max(0.0), (dive - gap).min(length));
            from = dive;
            if end - start < 0.6 {
                continue;
            }
            data.go_to(place(start));
            let pieces = ((end - start) / (turn / 4.0)).ceil().max(1.0);
            let size = (end - start) / pieces;
            let mut s = start;
            for _ in 0..pieces as usize {
                let (a, b) = (place(s), place(s + size));
                let third = size / 3.0;
                data.curve_to(
                    Point::new(a.x + slope(s) * third, a.y + third),
                    Point::new(b.x - slope(s + size) * third, b.y - third),
                    b,
                );
                s += size;
            }
        }
    }
    data.finish()
}
