//! The weaves: what form a line takes along its route. Form tells the level, colour only repeats it.
//!
//! Every weave has a whole number of beats, so that it starts and ends tidily at its boxes whatever its length. Where one line
//! passes under another it is cut, so that over and under show on any ground, on paper and in forced colours.

use std::f64::consts::{PI, TAU};

use super::geometry::{Point, Route, Segment};
use super::svg::{self, PathData};

/// The form of a line. How close it says a tie is comes from the data; the forms themselves have no order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Form {
    /// A thin plain line with an open dot: not yet decided.
    Onbepaald,
    /// A thin dashed line, cut by a round pause mark: apart on purpose.
    Gescheiden,
    /// One thread of round dots.
    Draad,
    /// Two strands that meet and part.
    Strengen,
    /// A closed plait of three strands.
    Vlecht,
    /// A laid rope: two edges with slanting strands between.
    Koord,
    /// A closed plait of so many strands, four or more: for the steps beyond the third.
    Dicht(u8),
}

impl Form {
    /// All forms.
    pub const ALL: [Form; 7] =
        [Form::Onbepaald, Form::Gescheiden, Form::Draad, Form::Strengen, Form::Vlecht, Form::Koord, Form::Dicht(4)];

    /// The density of a step of the ladder, the loosest being 0: one thread more for each.
    pub fn of_rank(rank: usize) -> Self {
        match rank {
            0 => Form::Draad,
            1 => Form::Strengen,
            2 => Form::Vlecht,
            more => Form::Dicht(u8::try_from(more + 1).unwrap_or(MOST_STRANDS).min(MOST_STRANDS)),
        }
    }

    /// How far the weave reaches to either side of its route.
    pub fn half_width(self) -> f64 {
        match self {
            Form::Onbepaald | Form::Gescheiden => 1.0,
            Form::Draad => 2.0,
            Form::Strengen => STRANDS_REACH + 1.0,
            Form::Vlecht => PLAIT_REACH + 1.2,
            Form::Koord => ROPE_REACH + 1.0,
            Form::Dicht(strands) => plait_reach(strands) + 1.2,
        }
    }

    /// The class of its lines in the stylesheet.
    pub fn class(self) -> &'static str {
        match self {
            Form::Onbepaald => "ig-onbepaald",
            Form::Gescheiden => "ig-gescheiden",
            Form::Draad => "ig-draad",
            Form::Strengen => "ig-strengen",
            Form::Vlecht => "ig-vlecht",
            Form::Koord => "ig-koord",
            Form::Dicht(_) => "ig-dicht",
        }
    }

    /// Half of the route that the form's mark takes, when it has one.
    pub fn mark_reach(self) -> f64 {
        match self {
            Form::Onbepaald => 4.5,
            Form::Gescheiden => PAUSE_RADIUS + 3.0,
            _ => 0.0,
        }
    }
}

const DOT_BEAT: f64 = 7.0;
const STRANDS_BEAT: f64 = 22.0;
const STRANDS_REACH: f64 = 4.2;
const PLAIT_BEAT: f64 = 25.0;
const PLAIT_REACH: f64 = 5.2;
/// More strands than this can no longer be told apart.
const MOST_STRANDS: u8 = 8;
const ROPE_BEAT: f64 = 8.0;
const ROPE_REACH: f64 = 5.2;
const DASH_BEAT: f64 = 9.0;
/// The radius of the pause mark.
pub const PAUSE_RADIUS: f64 = 8.0;
/// Half of the cut in a strand that passes under its neighbour, along the route.
const UNDER_GAP: f64 = 1.75;

/// A stretch of a route, in pixels from its start.
pub type Stretch = (f64, f64);

/// Appends the weave of `form` along a route, cut open where it passes under another, with its mark at `mark`.
pub fn draw(out: &mut String, form: Form, route: &Route, cuts: &[Stretch], mark: f64) {
    let mut cuts = cuts.to_vec();
    if form.mark_reach() > 0.0 {
        cuts.push((mark - form.mark_reach(), mark + form.mark_reach()));
    }
    let open = remaining(route.length, &cuts);
    match form {
        Form::Onbepaald => path(out, form.class(), &plain(route, &open), None),
        Form::Draad => {
            let beat = whole_beat(route.length, DOT_BEAT);
            let dots: Vec<_> = open.iter().filter_map(|stretch| on_beats(*stretch, beat)).collect();
            path(out, form.class(), &plain(route, &dots), Some((0.01, beat - 0.01)));
        }
        Form::Gescheiden => {
            let dash = 5.0;
            let beat = whole_beat(route.length - dash, DASH_BEAT);
            let dashes: Vec<_> = open.iter().flat_map(|s| dashes(*s, beat, dash, route.length)).collect();
            path(out, form.class(), &plain(route, &dashes), None);
        }
        Form::Strengen => path(out, form.class(), &strands(route, &open), None),
        Form::Vlecht => path(out, form.class(), &plait(route, &open, 3), None),
        Form::Dicht(strands) => path(out, form.class(), &plait(route, &open, strands), None),
        Form::Koord => path(out, form.class(), &rope(route, &open), None),
    }
    draw_mark(out, form, route.at(mark).point);
}

fn draw_mark(out: &mut String, form: Form, at: Point) {
    let radius = match form {
        Form::Onbepaald => 4.0,
        Form::Gescheiden => PAUSE_RADIUS,
        _ => return,
    };
    svg::circle(out, "ig-merk", at, radius);
    if form == Form::Gescheiden {
        let mut bars = PathData::default();
        for x in [-2.5, 2.5] {
            bars.move_to(Point::new(at.x + x, at.y - 3.5));
            bars.line_to(Point::new(at.x + x, at.y + 3.5));
        }
        path(out, "ig-pauze", &bars.finish(), None);
    }
}

fn path(out: &mut String, class: &str, data: &str, dashes: Option<(f64, f64)>) {
    if data.is_empty() {
        return;
    }
    match dashes {
        None => svg::path(out, class, data),
        Some((on, off)) => {
            let dashes = format!("{on:.2} {off:.2}");
            svg::empty(out, "path", &[("class", class), ("stroke-dasharray", &dashes), ("d", data)]);
        }
    }
}

/// The beat nearest to `wished` of which a whole number, at least one, goes into the length.
fn whole_beat(length: f64, wished: f64) -> f64 {
    length / (length / wished).round().max(1.0)
}

/// What is left of a route after the cuts.
fn remaining(length: f64, cuts: &[Stretch]) -> Vec<Stretch> {
    let mut sorted = cuts.to_vec();
    sorted.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (mut left, mut start) = (Vec::new(), 0.0);
    for (from, to) in sorted {
        if from > start {
            left.push((start, from.min(length)));
        }
        start = to.max(start);
    }
    if start < length {
        left.push((start, length));
    }
    left
}

/// A stretch shrunk to its dots, which lie half-way the beats of the whole line: as far from one box as from the other.
fn on_beats((from, to): Stretch, beat: f64) -> Option<Stretch> {
    let first = ((from / beat - 0.5 - 1e-6).ceil() + 0.5) * beat;
    let last = ((to / beat - 0.5 + 1e-6).floor() + 0.5) * beat;
    // A zero-length piece draws no dot: the last one needs some line, more than rounding to tenths can take away.
    (last >= first).then_some((first, last + (to - last).clamp(0.2, beat / 4.0)))
}

/// The dashes of a stretch, in step with the whole line.
fn dashes((from, to): Stretch, beat: f64, dash: f64, length: f64) -> Vec<Stretch> {
    let mut found = Vec::new();
    let mut start = (from / beat).floor() * beat;
    while start < to {
        let (a, b) = (start.max(from), (start + dash).min(to).min(length));
        if b - a > 1.5 {
            found.push((a, b));
        }
        start += beat;
    }
    found
}

/// The route itself, in pieces.
pub fn plain(route: &Route, stretches: &[Stretch]) -> String {
    let mut data = PathData::default();
    for &(from, to) in stretches {
        data.move_to(route.at(from).point);
        let mut start = 0.0;
        for segment in &route.segments {
            let (a, b) = (from.max(start), to.min(start + segment.length()));
            start += segment.length();
            if b <= a {
                continue;
            }
            let end = route.at(b.min(start - 1e-9)).point;
            match segment {
                Segment::Line { .. } => data.line_to(end),
                Segment::Arc { radius, turn, .. } => data.arc_to(*radius, *turn > 0.0, end),
            }
        }
        if to - from < 0.1 {
            // Shorter than can be written: make it visible to the round line end.
            data.curve_to(route.at(from).point, route.at(to).point, route.at(to).point);
        }
    }
    data.finish()
}

/// The whole route as path data.
pub fn outline(route: &Route) -> String {
    plain(route, &[(0.0, route.length)])
}

/// Appends one strand: the curve that lies `wave(s).0` beside the route at `s`, drifting by `wave(s).1` per pixel.
fn strand(data: &mut PathData, route: &Route, (from, to): Stretch, step: f64, wave: impl Fn(f64) -> (f64, f64)) {
    let pieces = ((to - from) / step).ceil().max(1.0);
    let size = (to - from) / pieces;
    let place = |s: f64| {
        let place = route.at(s);
        let (offset, drift) = wave(s);
        (place.beside(offset), place.velocity(offset, drift))
    };
    let (mut at, mut velocity) = place(from);
    data.move_to(at);
    let mut s = from;
    while s < to - 1e-6 {
        let (next, next_velocity) = place(s + size);
        let third = size / 3.0;
        data.curve_to(
            Point::new(at.x + velocity.x * third, at.y + velocity.y * third),
            Point::new(next.x - next_velocity.x * third, next.y - next_velocity.y * third),
            next,
        );
        (at, velocity, s) = (next, next_velocity, s + size);
    }
}

/// Two strands that touch at every beat and lie apart half-way between.
fn strands(route: &Route, open: &[Stretch]) -> String {
    let beat = whole_beat(route.length, STRANDS_BEAT);
    let mut data = PathData::default();
    for side in [1.0, -1.0] {
        for &stretch in open {
            strand(&mut data, route, stretch, beat / 4.0, |s| {
                let (sin, cos) = (TAU * s / beat).sin_cos();
                (side * STRANDS_REACH * (1.0 - cos) / 2.0, side * STRANDS_REACH * PI * sin / beat)
            });
        }
    }
    data.finish()
}

/// A plait gets wider with every strand, so that these stay as far apart.
fn plait_reach(strands: u8) -> f64 {
    PLAIT_REACH * (1.0 + 0.24 * (f64::from(strands) - 3.0).max(0.0))
}

/// Strands that each go over one neighbour and under the next; they come together at both ends.
fn plait(route: &Route, open: &[Stretch], strands: u8) -> String {
    let beat = whole_beat(route.length, PLAIT_BEAT);
    let full = plait_reach(strands);
    let taper = (beat / 2.5).min(route.length / 2.0);
    let count = f64::from(strands);
    let mut data = PathData::default();
    for which in 0..strands {
        let phase = TAU / count * f64::from(which);
        let wave = |s: f64| {
            let (sin, cos) = (TAU * s / beat + phase).sin_cos();
            let (end, slope) = if s < route.length / 2.0 { (s, 1.0) } else { (route.length - s, -1.0) };
            let grown = (end / taper).clamp(0.0, 1.0);
            let reach = full * grown * (2.0 - grown);
            let growth = full * (2.0 - 2.0 * grown) / taper * slope;
            (reach * sin, reach * cos * TAU / beat + growth * sin)
        };
        let mut from = -UNDER_GAP;
        for dive in dives(strands, phase, beat, route.length) {
            let visible = (from + UNDER_GAP, dive - UNDER_GAP);
            from = dive;
            for &(start, end) in open {
                let part = (visible.0.max(start), visible.1.min(end));
                if part.1 - part.0 > 0.8 {
                    strand(&mut data, route, part, beat / 5.0, wave);
                }
            }
        }
    }
    data.finish()
}

/// Where a strand of a plait dives under another, and the end. It crosses all others in every half turn; those in the even
/// columns of crossings pass over it on its way back, those in the odd ones on its way out: so over and under take turns.
pub fn dives(strands: u8, phase: f64, beat: f64, length: f64) -> Vec<f64> {
    let count = u32::from(strands.max(2));
    let place = |m: u32| (PI * f64::from(m) / f64::from(count) - PI / 2.0 - phase) * beat / TAU;
    let mut found = Vec::new();
    let mut m = 0;
    while place(m) < length {
        let (turn, column) = (m / count % 2, m % count);
        let under = column != 0 && if turn == 0 { column % 2 == 0 } else { (count - column) % 2 == 1 };
        if under && place(m) > 0.0 {
            found.push(place(m));
        }
        m += 1;
    }
    found.push(length + UNDER_GAP);
    found
}

/// A laid rope: two edges that come together at both ends, and strands that slant from the one to the other.
fn rope(route: &Route, open: &[Stretch]) -> String {
    let beat = whole_beat(route.length, ROPE_BEAT);
    let taper = (beat * 1.25).min(route.length / 2.0);
    let grown = |s: f64| {
        let (end, slope) = if s < route.length / 2.0 { (s, 1.0) } else { (route.length - s, -1.0) };
        let part = (end / taper).clamp(0.0, 1.0);
        (ROPE_REACH * part * (2.0 - part), ROPE_REACH * (2.0 - 2.0 * part) / taper * slope)
    };
    let mut data = PathData::default();
    for side in [1.0, -1.0] {
        for &stretch in open {
            strand(&mut data, route, stretch, beat / 2.0, |s| {
                let (reach, growth) = grown(s);
                (side * reach, side * growth)
            });
        }
    }
    let mut start = beat;
    while start < route.length - 1.5 * beat {
        let end = start + beat;
        if open.iter().any(|(from, to)| *from <= start && end <= *to) {
            strand(&mut data, route, (start, end), beat, |s| {
                let along = (s - start) / beat;
                (ROPE_REACH * (2.0 * along - 1.0), 2.0 * ROPE_REACH / beat)
            });
        }
        start += beat;
    }
    data.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bend() -> Route {
        Route::rounded(&[Point::new(0.0, 0.0), Point::new(0.0, 90.0), Point::new(200.0, 90.0)], 16.0)
    }

    #[test]
    fn every_form_draws_something_and_no_number_is_broken() {
        for form in Form::ALL {
            let mut out = String::new();
            draw(&mut out, form, &bend(), &[(40.0, 60.0)], 200.0);
            assert!(out.contains("<path"), "{form:?}");
            assert!(!out.contains("NaN") && !out.contains("inf"), "{form:?}");
        }
    }

    #[test]
    fn weaves_stay_within_their_half_width() {
        let route = Route::rounded(&[Point::new(0.0, 100.0), Point::new(300.0, 100.0)], 16.0);
        for data in [strands(&route, &[(0.0, 300.0)]), plait(&route, &[(0.0, 300.0)], 3), rope(&route, &[(0.0, 300.0)])]
        {
            for piece in data.split('M').skip(1) {
                let y: f64 = piece.split('c').next().unwrap().split(' ').nth(1).unwrap().parse().unwrap();
                assert!((y - 100.0).abs() <= PLAIT_REACH + 0.1);
            }
        }
    }

    #[test]
    fn cuts_leave_the_rest() {
        assert_eq!(remaining(100.0, &[(40.0, 50.0), (-5.0, 5.0)]), [(5.0, 40.0), (50.0, 100.0)]);
        assert_eq!(remaining(100.0, &[(90.0, 120.0)]), [(0.0, 90.0)]);
    }

    #[test]
    fn beats_are_whole() {
        for length in [10.0, 47.0, 333.3] {
            let beats = length / whole_beat(length, STRANDS_BEAT);
            assert!((beats - beats.round()).abs() < 1e-9 && beats >= 1.0);
        }
    }
}
