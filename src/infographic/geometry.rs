//! Points, boxes, and routes measured along their length.

/// A place in the drawing, in its own pixels; y points down.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Down.
    pub y: f64,
}

impl Point {
    /// A point.
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    fn plus(self, direction: Point, distance: f64) -> Self {
        Self::new(self.x + direction.x * distance, self.y + direction.y * distance)
    }

    /// How far it is to another point.
    pub fn distance(self, other: Point) -> f64 {
        (self.x - other.x).hypot(self.y - other.y)
    }
}

/// A rectangle.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Rect {
    /// Left edge.
    pub x: f64,
    /// Top edge.
    pub y: f64,
    /// Width.
    pub w: f64,
    /// Height.
    pub h: f64,
}

impl Rect {
    /// A rectangle.
    pub const fn new(x: f64, y: f64, w: f64, h: f64) -> Self {
        Self { x, y, w, h }
    }

    /// Right edge.
    pub fn right(&self) -> f64 {
        self.x + self.w
    }

    /// Bottom edge.
    pub fn bottom(&self) -> f64 {
        self.y + self.h
    }

    /// Horizontal middle.
    pub fn center_x(&self) -> f64 {
        self.x + self.w / 2.0
    }

    /// Vertical middle.
    pub fn center_y(&self) -> f64 {
        self.y + self.h / 2.0
    }

    /// Whether the two share more than an edge.
    pub fn overlaps(&self, other: &Rect) -> bool {
        self.x < other.right() && other.x < self.right() && self.y < other.bottom() && other.y < self.bottom()
    }
}

/// One piece of a route.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Segment {
    /// Straight.
    Line {
        /// Where it starts.
        from: Point,
        /// Unit vector along it.
        direction: Point,
        /// How long it is.
        length: f64,
    },
    /// A part of a circle.
    Arc {
        /// Middle of the circle.
        center: Point,
        /// Radius of the circle.
        radius: f64,
        /// Angle at which it starts.
        start: f64,
        /// 1 when the angle grows along it, -1 when it shrinks.
        turn: f64,
        /// How long it is.
        length: f64,
    },
}

impl Segment {
    /// How long it is.
    pub fn length(&self) -> f64 {
        match self {
            Segment::Line { length, .. } | Segment::Arc { length, .. } => *length,
        }
    }
}

/// Where one stands on a route, and which way it goes there.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    /// The point.
    pub point: Point,
    /// Unit vector along the route.
    pub tangent: Point,
    /// One over the radius, signed: positive turns with the angle.
    pub curvature: f64,
}

impl Place {
    /// The point beside the route, at a signed distance.
    pub fn beside(&self, offset: f64) -> Point {
        Point::new(self.point.x - self.tangent.y * offset, self.point.y + self.tangent.x * offset)
    }

    /// The derivative along the route of a curve that lies at `offset` and drifts by `drift` per pixel.
    pub fn velocity(&self, offset: f64, drift: f64) -> Point {
        let along = 1.0 - self.curvature * offset;
        Point::new(self.tangent.x * along - self.tangent.y * drift, self.tangent.y * along + self.tangent.x * drift)
    }
}

/// A polyline with rounded corners, measured along its length.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Route {
    /// Its pieces, in order.
    pub segments: Vec<Segment>,
    /// The sum of their lengths.
    pub length: f64,
}

impl Route {
    /// A route through the points, its corners rounded with `radius` where there is room.
    pub fn rounded(points: &[Point], radius: f64) -> Self {
        let points = simplified(points);
        let mut segments = Vec::with_capacity(points.len() * 2);
        let Some(&first) = points.first() else { return Self::default() };
        let mut at = first;
        for i in 1..points.len() {
            let corner = points[i];
            let (before, room_before) = unit(points[i - 1], corner);
            let room_before = if i == 1 { room_before } else { room_before / 2.0 };
            let Some(&next) = points.get(i + 1) else {
                push_line(&mut segments, at, corner);
                break;
            };
            let (after, room_after) = unit(corner, next);
            let room_after = if i + 2 == points.len() { room_after } else { room_after / 2.0 };
            let cross = before.x * after.y - before.y * after.x;
            let angle = cross.atan2(before.x * after.x + before.y * after.y);
            let reach = (angle.abs() / 2.0).tan();
            let radius = if reach > 0.0 { radius.min(room_before.min(room_after) / reach) } else { 0.0 };
            if radius < 0.5 {
                push_line(&mut segments, at, corner);
                at = corner;
                continue;
            }
            let into = corner.plus(before, -radius * reach);
            push_line(&mut segments, at, into);
            let turn = angle.signum();
            let center = Point::new(into.x - before.y * radius * turn, into.y + before.x * radius * turn);
            let start = (into.y - center.y).atan2(into.x - center.x);
            segments.push(Segment::Arc { center, radius, start, turn, length: radius * angle.abs() });
            at = corner.plus(after, radius * reach);
        }
        let length = segments.iter().map(Segment::length).sum();
        Self { segments, length }
    }

    /// The place at a distance from the start.
    pub fn at(&self, distance: f64) -> Place {
        let mut rest = distance.max(0.0);
        let last = self.segments.len().saturating_sub(1);
        for (i, segment) in self.segments.iter().enumerate() {
            if rest <= segment.length() || i == last {
                return place_on(segment, rest);
            }
            rest -= segment.length();
        }
        Place { point: Point::new(0.0, 0.0), tangent: Point::new(1.0, 0.0), curvature: 0.0 }
    }

    /// Whether the route is straight between two distances.
    pub fn straight_between(&self, from: f64, to: f64) -> bool {
        let mut start = 0.0;
        self.segments.iter().any(|segment| {
            let end = start + segment.length();
            let inside = matches!(segment, Segment::Line { .. }) && from >= start - 1e-6 && to <= end + 1e-6;
            start = end;
            inside
        })
    }

    /// The distance along the route of a point that lies on one of its straight pieces.
    pub fn distance_of(&self, point: Point) -> Option<f64> {
        let mut start = 0.0;
        for segment in &self.segments {
            if let Segment::Line { from, direction, length } = segment {
                let along = (point.x - from.x) * direction.x + (point.y - from.y) * direction.y;
                let across = (point.x - from.x) * direction.y - (point.y - from.y) * direction.x;
                if across.abs() < 0.5 && (-0.5..=length + 0.5).contains(&along) {
                    return Some(start + along);
                }
            }
            start += segment.length();
        }
        None
    }
}

/// Leaves out points that coincide with the one before or lie on the line between their neighbours.
fn simplified(points: &[Point]) -> Vec<Point> {
    let mut kept: Vec<Point> = Vec::with_capacity(points.len());
    for &point in points {
        if kept.last().is_some_and(|last| last.distance(point) < 0.05) {
            continue;
        }
        if let [.., a, b] = kept[..] {
            let (first, _) = unit(a, b);
            let (second, _) = unit(b, point);
            if (first.x * second.y - first.y * second.x).abs() < 1e-6 && first.x * second.x + first.y * second.y > 0.0 {
                kept.pop();
            }
        }
        kept.push(point);
    }
    kept
}

fn unit(from: Point, to: Point) -> (Point, f64) {
    let length = from.distance(to);
    if length == 0.0 {
        return (Point::new(1.0, 0.0), 0.0);
    }
    (Point::new((to.x - from.x) / length, (to.y - from.y) / length), length)
}

fn push_line(segments: &mut Vec<Segment>, from: Point, to: Point) {
    let (direction, length) = unit(from, to);
    if length > 1e-6 {
        segments.push(Segment::Line { from, direction, length });
    }
}

fn place_on(segment: &Segment, along: f64) -> Place {
    match *segment {
        Segment::Line { from, direction, length } => {
            Place { point: from.plus(direction, along.min(length)), tangent: direction, curvature: 0.0 }
        }
        Segment::Arc { center, radius, start, turn, length } => {
            let (sin, cos) = (start + turn * along.min(length) / radius).sin_cos();
            Place {
                point: Point::new(center.x + cos * radius, center.y + sin * radius),
                tangent: Point::new(-sin * turn, cos * turn),
                curvature: turn / radius,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quarter_turn_is_rounded_and_measured() {
        let points = [Point::new(0.0, 0.0), Point::new(0.0, 50.0), Point::new(80.0, 50.0)];
        let route = Route::rounded(&points, 16.0);
        let expected = 34.0 + 16.0 * std::f64::consts::FRAC_PI_2 + 64.0;
        assert!((route.length - expected).abs() < 1e-9);
        let end = route.at(route.length).point;
        assert!(end.distance(Point::new(80.0, 50.0)) < 1e-9);
        let middle = route.at(34.0 + 8.0 * std::f64::consts::FRAC_PI_2);
        assert!((middle.point.distance(Point::new(16.0, 34.0)) - 16.0).abs() < 1e-9);
    }

    #[test]
    fn corners_give_way_where_there_is_no_room() {
        let points = [Point::new(0.0, 0.0), Point::new(0.0, 6.0), Point::new(6.0, 6.0), Point::new(6.0, 30.0)];
        let route = Route::rounded(&points, 16.0);
        assert!(route.at(route.length).point.distance(Point::new(6.0, 30.0)) < 1e-9);
        assert!(route.segments.iter().all(|segment| segment.length() > 0.0));
    }

    #[test]
    fn a_point_on_the_route_is_found_back() {
        let route = Route::rounded(&[Point::new(0.0, 0.0), Point::new(0.0, 50.0), Point::new(80.0, 50.0)], 10.0);
        let distance = route.distance_of(Point::new(50.0, 50.0)).unwrap();
        assert!(route.at(distance).point.distance(Point::new(50.0, 50.0)) < 1e-9);
        assert!(route.distance_of(Point::new(50.0, 20.0)).is_none());
    }
}
