//! Draws the rows of a band of a drawing, and of its shapes only those that reach into them.
//!
//! `resvg::render` goes through all shapes for every band, so bands had to be high, and their pixels went through the processor's
//! cache again for each shape. What is not a plain shape or text is still drawn by `resvg`.

use resvg::tiny_skia::{self, FillRule, PixmapMut, Rect, Transform};
use resvg::usvg::{self, Group, Node, Opacity, Paint, PaintOrder, Path, Tree};
use std::ops::Range;

/// Round a shape: what smooth edges and rounding may add, in pixels.
const MARGIN: f32 = 2.0;

/// The colour of a drawing's ground, when its first shape fills all of it.
pub fn ground(tree: &Tree) -> Option<[u8; 4]> {
    let Some(Node::Path(path)) = tree.root().children().first() else { return None };
    let (fill, size, place) = (path.fill()?, tree.size(), path.data().bounds());
    let whole = place.left() <= 0.0
        && place.top() <= 0.0
        && place.right() >= size.width()
        && place.bottom() >= size.height()
        && path.abs_transform().is_identity()
        && tree.root().transform().is_identity();
    let corner = |point: &tiny_skia::Point| {
        (point.x == place.left() || point.x == place.right()) && (point.y == place.top() || point.y == place.bottom())
    };
    let square = path.data().points().len() == 4 && path.data().points().iter().all(corner);
    match fill.paint() {
        Paint::Color(c) if whole && square && path.stroke().is_none() && fill.opacity() == Opacity::ONE => {
            Some([c.red, c.green, c.blue, u8::MAX])
        }
        _ => None,
    }
}

/// Draws what lies in these rows of a drawing at this scale. `pixels` are those rows, filled with the ground when there is one.
pub fn draw(tree: &Tree, scale: f32, rows: &Range<u32>, pixels: PixmapMut<'_>) {
    let (top, bottom) = (rows.start as f32, rows.end as f32);
    let place = Transform::from_scale(scale, scale).post_translate(0.0, -top);
    let mut band = Band { pixels, top: (top - MARGIN) / scale, bottom: (bottom + MARGIN) / scale };
    let laid = usize::from(ground(tree).is_some());
    band.nodes(&tree.root().children()[laid..], place.pre_concat(tree.root().transform()), false);
}

struct Band<'a> {
    pixels: PixmapMut<'a>,
    /// Its edges, in the drawing's own measure.
    top: f32,
    bottom: f32,
}

impl Band<'_> {
    /// `inside`: it is known that they reach into the band.
    fn nodes(&mut self, nodes: &[Node], place: Transform, inside: bool) {
        for node in nodes {
            match node {
                Node::Group(group) if !group.should_isolate() => self.group(group, place, inside),
                // Letters may stand out above and under their line.
                Node::Text(text) if !text.flattened().should_isolate() => {
                    let lines = text.abs_bounding_box();
                    if inside || self.holds(lines, lines.height()) {
                        self.group(text.flattened(), place, true);
                    }
                }
                Node::Path(path) if is_plain(path) => {
                    if inside || self.holds(path.abs_stroke_bounding_box(), 0.0) {
                        self.path(path, place);
                    }
                }
                other => {
                    if let Some(area) = other.abs_layer_bounding_box()
                        && (inside || self.holds(area.to_rect(), 0.0))
                    {
                        resvg::render_node(other, place.pre_translate(area.x(), area.y()), &mut self.pixels);
                    }
                }
            }
        }
    }

    fn group(&mut self, group: &Group, place: Transform, inside: bool) {
        self.nodes(group.children(), place.pre_concat(group.transform()), inside);
    }

    fn holds(&self, area: Rect, more: f32) -> bool {
        area.bottom() + more >= self.top && area.top() - more <= self.bottom
    }

    fn path(&mut self, path: &Path, place: Transform) {
        if !path.is_visible() {
            return;
        }
        if path.paint_order() == PaintOrder::FillAndStroke {
            self.fill(path, place);
            self.stroke(path, place);
        } else {
            self.stroke(path, place);
            self.fill(path, place);
        }
    }

    fn fill(&mut self, path: &Path, place: Transform) {
        let bounds = path.data().bounds();
        // A straight line has nothing to fill.
        let Some(fill) = path.fill().filter(|_| bounds.width() > 0.0 && bounds.height() > 0.0) else { return };
        let rule = match fill.rule() {
            usvg::FillRule::NonZero => FillRule::Winding,
            usvg::FillRule::EvenOdd => FillRule::EvenOdd,
        };
        self.pixels.fill_path(path.data(), &paint(fill.paint(), fill.opacity(), path), rule, place, None);
    }

    fn stroke(&mut self, path: &Path, place: Transform) {
        let Some(stroke) = path.stroke() else { return };
        let paint = paint(stroke.paint(), stroke.opacity(), path);
        self.pixels.stroke_path(path.data(), &paint, &stroke.to_tiny_skia(), place, None);
    }
}

/// Is it in flat colours?
fn is_plain(path: &Path) -> bool {
    let flat = |paint: &Paint| matches!(paint, Paint::Color(_));
    path.fill().is_none_or(|fill| flat(fill.paint())) && path.stroke().is_none_or(|stroke| flat(stroke.paint()))
}

fn paint(colour: &Paint, opacity: Opacity, path: &Path) -> tiny_skia::Paint<'static> {
    let mut paint =
        tiny_skia::Paint { anti_alias: path.rendering_mode().use_shape_antialiasing(), ..tiny_skia::Paint::default() };
    if let Paint::Color(c) = colour {
        paint.set_color_rgba8(c.red, c.green, c.blue, opacity.to_u8());
    }
    paint
}

#[cfg(test)]
mod tests {
    use super::{draw, ground};
    use resvg::tiny_skia::{Pixmap, Transform};
    use resvg::usvg::{Options, Tree};

    const SHAPES: &str = r##"<g transform="translate(3 4) rotate(10)"><rect x="20" y="20" width="60" height="130" rx="9" fill="#456"/>
        <path d="M5 5L90 190" stroke="#a10" stroke-width="7" fill="none"/></g><g opacity=".5"><rect x="60" y="80" width="30" height="90"
        fill="#080"/><path d="M0 120H200" stroke="#00f" stroke-width="3"/></g><circle cx="120" cy="100" r="50" fill="#fc0" stroke="#000"
        stroke-width="4" paint-order="stroke"/>"##;

    fn tree(shapes: &str) -> Tree {
        let svg = format!(r#"<svg xmlns="http://www.w3.org/2000/svg" width="200" height="200">{shapes}</svg>"#);
        Tree::from_str(&svg, &Options::default()).unwrap()
    }

    #[test]
    fn it_draws_what_resvg_draws() {
        let tree = tree(&format!(r##"<rect width="200" height="200" fill="#eee"/>{SHAPES}"##));
        assert_eq!(ground(&tree), Some([0xee, 0xee, 0xee, 0xff]));
        let mut known = Pixmap::new(400, 400).unwrap();
        resvg::render(&tree, Transform::from_scale(2.0, 2.0), &mut known.as_mut());
        // The band from row 0 on is the same to the last bit; those further down may round an edge in another way.
        for rows in [0..400, 0..70, 70..201, 201..400] {
            let mut band = Pixmap::new(400, rows.end - rows.start).unwrap();
            band.data_mut().as_chunks_mut::<4>().0.fill([0xee, 0xee, 0xee, 0xff]);
            draw(&tree, 2.0, &rows, band.as_mut());
            let from = (rows.start * 400 * 4) as usize;
            let off = band.data().iter().zip(&known.data()[from..]).filter(|(one, other)| one.abs_diff(**other) > 8);
            assert!(off.count() < 40, "{rows:?}");
        }
    }

    #[test]
    fn only_what_fills_it_all_is_a_ground() {
        for not in [
            r#"<rect width="200" height="199" fill="red"/>"#,
            r#"<rect width="200" height="200" rx="9" fill="red"/>"#,
            r#"<rect width="200" height="200" fill="red" fill-opacity=".5"/>"#,
            r#"<rect width="200" height="200" fill="red" stroke="blue"/>"#,
            r#"<g transform="rotate(9)"><rect width="300" height="300" fill="red"/></g>"#,
            "",
        ] {
            assert_eq!(ground(&tree(not)), None, "{not}");
        }
    }
}
