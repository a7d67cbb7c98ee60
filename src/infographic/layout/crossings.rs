//! Where lines cross each other.

use crate::infographic::geometry::Point;

/// A place where two lines cross.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Crossing {
    /// The first line.
    pub first: usize,
    /// The second line.
    pub second: usize,
    /// Where.
    pub at: Point,
    /// The first runs more up and down than sideways here.
    pub first_is_vertical: bool,
}

/// All crossings between lines given by their corner points.
pub fn crossings(paths: &[Vec<Point>]) -> Vec<Crossing> {
    let mut found = Vec::new();
    let bounds: Vec<_> = paths.iter().map(|path| bounds(path)).collect();
    for first in 0..paths.len() {
        for second in first + 1..paths.len() {
            let (a, b) = (bounds[first], bounds[second]);
            if a.0 > b.1 || b.0 > a.1 || a.2 > b.3 || b.2 > a.3 {
                continue;
            }
            for p in paths[first].windows(2) {
                for q in paths[second].windows(2) {
                    if let Some(at) = meeting(p[0], p[1], q[0], q[1]) {
                        let first_is_vertical = (p[1].y - p[0].y).abs() > (p[1].x - p[0].x).abs();
                        found.push(Crossing { first, second, at, first_is_vertical });
                    }
                }
            }
        }
    }
    found
}

fn bounds(path: &[Point]) -> (f64, f64, f64, f64) {
    path.iter()
        .fold((f64::MAX, f64::MIN, f64::MAX, f64::MIN), |b, p| (b.0.min(p.x), b.1.max(p.x), b.2.min(p.y), b.3.max(p.y)))
}

/// Where two pieces cross; pieces that run along each other do not.
fn meeting(a: Point, b: Point, c: Point, d: Point) -> Option<Point> {
    let (ab, cd) = (Point::new(b.x - a.x, b.y - a.y), Point::new(d.x - c.x, d.y - c.y));
    let cross = ab.x * cd.y - ab.y * cd.x;
    if cross.abs() < 1e-9 {
        return None;
    }
    let along = ((c.x - a.x) * cd.y - (c.y - a.y) * cd.x) / cross;
    let along_other = ((c.x - a.x) * ab.y - (c.y - a.y) * ab.x) / cross;
    let inside = |share: f64| (0.0..1.0).contains(&share);
    (inside(along) && inside(along_other)).then(|| Point::new(a.x + ab.x * along, a.y + ab.y * along))
}
