//! The form of the eight: two circles, joined by two lines that cross in the middle.

use std::f64::consts::{FRAC_PI_2, PI, TAU};

use super::super::geometry::{Point, Route, Segment};

/// The two ways in which an eight lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lie {
    /// The loops side by side.
    Flat,
    /// The loops one above the other.
    Upright,
}

/// An eight around the origin.
#[derive(Debug, Clone, Copy)]
pub struct Eight {
    /// How it lies.
    pub lie: Lie,
    /// Radius of its loops.
    pub radius: f64,
    /// From its middle to the middle of a loop.
    pub reach: f64,
}

impl Eight {
    /// The middle of the first or the second loop.
    pub fn center(&self, second: bool) -> Point {
        let at = if second { self.reach } else { -self.reach };
        self.turned(Point::new(at, 0.0))
    }

    /// A loop, in the direction of the cycle: from `apart` of the middle round and back to there.
    pub fn route(&self, second: bool, apart: f64, scale: f64) -> Route {
        let (radius, reach, apart) = (self.radius / scale, self.reach / scale, apart / scale);
        let side = if second { 1.0 } else { -1.0 };
        let lean = (radius / reach).asin();
        let straight = (reach * reach - radius * radius).sqrt();
        let out = Point::new(side * lean.cos(), -lean.sin());
        let back = Point::new(-side * lean.cos(), -lean.sin());
        let into = Point::new(side * straight * lean.cos(), straight * lean.sin());
        let center = self.turned(Point::new(side * reach, 0.0));
        let start = if second { -FRAC_PI_2 - lean } else { lean - FRAC_PI_2 };
        let around = radius * (PI + 2.0 * lean);
        let from = Point::new(out.x * apart, out.y * apart);
        let length = straight - apart;
        let segments = vec![
            Segment::Line { from: self.turned(from), direction: self.turned(out), length },
            Segment::Arc { center, radius, start: start + self.angle(), turn: side, length: around },
            Segment::Line { from: self.turned(into), direction: self.turned(back), length },
        ];
        Route { segments, length: around + 2.0 * length }
    }

    /// How far along its loop each of `count` steps lies, spread evenly over its round part.
    pub fn stations(&self, count: usize, apart: f64) -> Vec<f64> {
        let straight = (self.reach * self.reach - self.radius * self.radius).sqrt() - apart;
        let around = self.radius * (PI + 2.0 * (self.radius / self.reach).asin());
        (0..count).map(|i| straight + around * (i as f64 + 0.5) / count as f64).collect()
    }

    /// A closed ring around the middle.
    pub fn ring(&self, radius: f64) -> Route {
        let segment =
            Segment::Arc { center: Point::new(0.0, 0.0), radius, start: -FRAC_PI_2, turn: 1.0, length: TAU * radius };
        Route { segments: vec![segment], length: TAU * radius }
    }

    fn angle(&self) -> f64 {
        if self.lie == Lie::Flat { 0.0 } else { FRAC_PI_2 }
    }

    fn turned(&self, p: Point) -> Point {
        if self.lie == Lie::Flat { p } else { Point::new(-p.y, p.x) }
    }
}

/// The two strands of a ring, each over and under the other in turn: the `d` of both.
pub fn strands(ring: &Route, beats: usize, reach: f64) -> [String; 2] {
    let beats = beats.max(2) & !1;
    let half = ring.length / (2.0 * beats as f64);
    let mut made = [String::new(), String::new()];
    for (which, out) in made.iter_mut().enumerate() {
        let mut data = super::super::svg::PathData::default();
        let side = if which == 0 { 1.0 } else { -1.0 };
        let wave = |s: f64| side * reach * (PI * s / half).sin();
        let place = |s: f64| {
            let at = ring.at(s.rem_euclid(ring.length));
            let drift = side * reach * (PI * s / half).cos() * PI / half;
            (at.beside(wave(s)), at.velocity(wave(s), drift))
        };
        // The strands cross at every half beat; each dives under at every second crossing.
        for piece in 0..beats {
            let from = half * (2.0 * piece as f64 + which as f64) + 4.0;
            let (steps, size) = (8, (2.0 * half - 8.0) / 8.0);
            let (mut at, mut speed) = place(from);
            data.move_to(at);
            for step in 1..=steps {
                let (next, next_speed) = place(from + f64::from(step) * size);
                let third = size / 3.0;
                data.curve_to(
                    Point::new(at.x + speed.x * third, at.y + speed.y * third),
                    Point::new(next.x - next_speed.x * third, next.y - next_speed.y * third),
                    next,
                );
                (at, speed) = (next, next_speed);
            }
        }
        *out = data.finish();
    }
    made
}
