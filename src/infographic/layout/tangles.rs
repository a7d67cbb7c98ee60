//! Where lines cannot be told apart: two on one track, or a bend where they cross.

use super::crossings::crossings;
use crate::infographic::geometry::{Point, Route, Segment};

/// Two lines that run closer than this beside each other are read as one.
const APART: f64 = 7.0;
/// For so long that may pass: a corner.
const BESIDE: f64 = 20.0;
/// A bend nearer to a crossing than this may fall in its gap.
pub const CALM: f64 = 16.0;

/// How many pairs of lines share a track or bend where they cross.
pub fn tangles(paths: &[Vec<Point>], routes: &[Route]) -> usize {
    let bent = crossings(paths)
        .iter()
        .filter(|crossing| {
            bends_near(&routes[crossing.first], crossing.at) || bends_near(&routes[crossing.second], crossing.at)
        })
        .count();
    let mut shared = 0;
    for (i, first) in routes.iter().enumerate() {
        shared += routes[i + 1..].iter().filter(|second| beside(first, second) > BESIDE).count();
    }
    bent + shared
}

fn bends_near(route: &Route, at: Point) -> bool {
    let (mut start, mut found) = (0.0, false);
    for segment in &route.segments {
        let length = segment.length();
        if matches!(segment, Segment::Arc { .. }) {
            found |=
                [0.0, 0.5, 1.0].iter().any(|share| route.at(start + length * share).point.distance(at) < CALM - 0.1);
        }
        start += length;
    }
    found
}

/// How far straight pieces of two routes run beside each other, too near to tell them apart.
fn beside(a: &Route, b: &Route) -> f64 {
    a.segments.iter().flat_map(|one| b.segments.iter().map(move |other| shared(one, other))).sum()
}

fn shared(a: &Segment, b: &Segment) -> f64 {
    let (Segment::Line { from, direction, length }, Segment::Line { from: start, direction: along, length: reach }) =
        (a, b)
    else {
        return 0.0;
    };
    let turn = direction.x * along.y - direction.y * along.x;
    let (x, y) = (start.x - from.x, start.y - from.y);
    let apart = (x * direction.y - y * direction.x).abs();
    if turn.abs() > 0.2 || apart >= APART {
        return 0.0;
    }
    let first = x * direction.x + y * direction.y;
    let last = first + (along.x * direction.x + along.y * direction.y) * reach;
    (first.max(last).min(*length) - first.min(last).max(0.0)).max(0.0)
}
