//! Where a picture is cut in bands, so that a large one never lies in memory whole.
//!
//! Not through the curve of a filled shape: where an edge cuts such a curve is asked of the system's own cosine, which differs by a hair
//! between Linux and Windows, and a pixel of one picture in a hundred differs with it. Letters and strokes have curves of another kind
//! (quadratic), which are cut by a square root, and that is the same everywhere.

use resvg::tiny_skia::{PathSegment, Point};
use resvg::usvg::{Group, Node, Path, Tree};
use std::ops::Range;

/// A band is at most so high, in pixels, unless there is nowhere to cut. A slide is one band: every band goes through all shapes again.
const BAND: u32 = 1080;

/// The rows of each band of a drawing at this scale, from top to bottom.
pub fn bands(tree: &Tree, scale: f32, height: u32) -> Vec<Range<u32>> {
    let mut bands = Vec::new();
    let mut top = 0;
    if height > BAND {
        let mut cuts = Cuts { scale, free: vec![true; height as usize + 1] };
        cuts.spare(tree.root());
        let free = |row: &u32| cuts.free[*row as usize];
        while height - top > BAND {
            let highest = (top + 1..=top + BAND).rev().find(free);
            let Some(end) = highest.or_else(|| (top + BAND + 1..height).find(free)) else { break };
            bands.push(top..end);
            top = end;
        }
    }
    bands.push(top..height);
    bands
}

/// The rows above which a picture can be cut.
struct Cuts {
    scale: f32,
    free: Vec<bool>,
}

impl Cuts {
    /// Keeps every filled curve of a group whole.
    fn spare(&mut self, group: &Group) {
        for node in group.children() {
            match node {
                Node::Group(group) => self.spare(group),
                Node::Path(path) if path.fill().is_some() => self.spare_curves(path),
                Node::Path(_) | Node::Text(_) | Node::Image(_) => {}
            }
        }
    }

    fn spare_curves(&mut self, path: &Path) {
        let (mut start, mut pen) = (Point::zero(), Point::zero());
        for segment in path.data().segments() {
            match segment {
                PathSegment::MoveTo(to) => (start, pen) = (to, to),
                PathSegment::LineTo(to) | PathSegment::QuadTo(_, to) => pen = to,
                PathSegment::CubicTo(a, b, to) => {
                    let mut points = [pen, a, b, to];
                    path.abs_transform().map_points(&mut points);
                    self.spare_rows(points.map(|point| point.y * self.scale));
                    pen = to;
                }
                PathSegment::Close => pen = start,
            }
        }
    }

    /// Forbids a cut between the highest and the lowest of these. A curve stays between its handles.
    fn spare_rows(&mut self, [a, b, c, d]: [f32; 4]) {
        let top = a.min(b).min(c).min(d).floor().max(0.0) as usize;
        let end = (a.max(b).max(c).max(d).ceil().max(0.0) as usize + 1).min(self.free.len());
        self.free[top.min(end)..end].fill(false);
    }
}

#[cfg(test)]
mod tests {
    use super::{BAND, bands};
    use resvg::usvg::{Options, Tree};

    fn of(shapes: &str) -> Vec<std::ops::Range<u32>> {
        let svg = format!(r#"<svg xmlns="http://www.w3.org/2000/svg" width="500" height="1500">{shapes}</svg>"#);
        bands(&Tree::from_str(&svg, &Options::default()).unwrap(), 2.0, 3000)
    }

    #[test]
    fn what_has_no_curves_is_cut_where_it_comes() {
        assert_eq!(of(r#"<path d="M0 0H500V1500z" fill="red"/>"#), [0..BAND, BAND..2 * BAND, 2 * BAND..3000]);
        assert_eq!(of(r#"<path d="M0 0C9 500 9 900 0 1400" fill="none" stroke="red"/>"#).len(), 3);
    }

    #[test]
    fn no_band_ends_in_a_filled_curve() {
        // From row 1060 to 1100: the first band ends above it.
        let circle = of(r#"<g transform="translate(0 40)"><circle cx="100" cy="500" r="10" fill="red"/></g>"#);
        assert_eq!(circle[0], 0..1059);
        assert_eq!(circle[1].start, 1059);
        assert_eq!(circle.last().unwrap().end, 3000);
        // Of a box with round corners only the corners are kept whole.
        assert_eq!(of(r#"<rect y="10" width="100" height="1400" rx="8" fill="red"/>"#)[0], 0..BAND);
    }

    #[test]
    fn a_curve_higher_than_a_band_makes_a_higher_band() {
        assert_eq!(of(r#"<path d="M0 0C900 500 900 900 0 1400z" fill="red"/>"#), [0..2801, 2801..3000]);
        assert_eq!(of(r#"<path d="M0 0C900 500 900 900 0 1500z" fill="red"/>"#), vec![0..3000; 1]);
    }
}
