//! The cloth as SVG: every thread and every weave a link.
//!
//! From the ground up: the bands, what is not known, the threads, the weaves with their knots, the names.

use crate::markup::Svg;
use std::fmt::Write as _;

use super::super::canvas::{Anchor, Canvas, Size, dye};
use super::super::geometry::{Point, Rect};
use super::super::network::Network;
use super::super::svg::{self, escape, number};
use super::super::weave::Form;
use super::cloth::{Cloth, Column, NAMES, Thread};
use super::order::Order;
use super::weaves;

/// Beyond this many ties a name tells between whom and how close, and no more.
const FULL_NAMES: usize = 60;

/// The drawing of a network without strays.
pub fn draw(map: &Network, order: &Order, kind: &'static str, size: Size) -> Svg {
    let cloth = Cloth::of(map, order, size);
    let mut canvas = Canvas::new(kind, &map.head, size);
    canvas.class("ig-doek");
    canvas.widen(cloth.width);
    bands(&mut canvas, map, &cloth);
    if size == Size::Sheet {
        printed(&mut canvas, map, &cloth);
    } else {
        linked(&mut canvas, map, &cloth);
    }
    canvas.finish(cloth.height)
}

/// The bands with their names, and on them what is not known.
fn bands(canvas: &mut Canvas, map: &Network, cloth: &Cloth) {
    for band in &cloth.bands {
        canvas.open(&format!("ig-baan {}", dye(&map.lanes[band.lane].colour)));
        canvas.rect("ig-baan-vlak", band.place, 6.0);
        canvas.edge("ig-baan-rand", band.place, 6.0);
        canvas.words(&band.name, NAMES, band.top, Anchor::Start);
        canvas.close();
    }
    for column in cloth.columns.iter().filter(|column| column.form == Form::Onbepaald) {
        unknown(&mut canvas.out, map, cloth, column);
    }
}

/// Threads and weaves as they stand on paper.
fn printed(canvas: &mut Canvas, map: &Network, cloth: &Cloth) {
    for (index, thread) in cloth.threads.iter().enumerate() {
        let node = &map.nodes[thread.node];
        let emphasis = if node.emphasis { " ig-kern" } else { "" };
        canvas.open(&format!("{}{emphasis}", dye(&map.lanes[node.lane].colour)));
        thread_of(canvas, cloth, index, thread);
        canvas.close();
    }
    for column in &cloth.columns {
        canvas.open("ig-lijn");
        weave_of(&mut canvas.out, map, cloth, column);
        canvas.close();
    }
}

/// Threads and weaves, each a link.
fn linked(canvas: &mut Canvas, map: &Network, cloth: &Cloth) {
    for band in &cloth.bands {
        let lane = &map.lanes[band.lane];
        let class = format!("ig-baan {}", dye(&lane.colour));
        svg::open(&mut canvas.out, "g", &[("class", &class), ("role", "list"), ("aria-label", &lane.name)]);
        for (index, thread) in cloth.threads.iter().enumerate() {
            if map.nodes[thread.node].lane == band.lane {
                draw_thread(canvas, map, cloth, index, thread);
            }
        }
        canvas.close();
    }
    if !cloth.columns.is_empty() {
        let label = map.head.phrases.relatiekaart().list();
        svg::open(&mut canvas.out, "g", &[("class", "ig-lijnen"), ("role", "list"), ("aria-label", label)]);
        cloth.columns.iter().for_each(|column| draw_tie(canvas, map, cloth, column));
        canvas.close();
    }
}

fn draw_thread(canvas: &mut Canvas, map: &Network, cloth: &Cloth, index: usize, thread: &Thread) {
    let node = &map.nodes[thread.node];
    svg::open(&mut canvas.out, "g", &[("role", "listitem")]);
    let lane = map.lanes[node.lane].name.to_lowercase();
    let name =
        format!("{}, {lane}, {}", node.label, map.head.phrases.relatiekaart().relations(map.degree(thread.node)));
    let class = if node.emphasis { "ig-knoop ig-kern" } else { "ig-knoop" };
    let link = format!("{class}\" data-knoop=\"{}\" data-naam=\"{}", escape(&node.id), escape(&node.label));
    canvas.open_link(&link, &node.href, &name);
    let (top, bottom) = thread.row;
    canvas.rect("ig-raakvlak", Rect::new(6.0, top, cloth.width - 6.0, bottom - top), 3.0);
    thread_of(canvas, cloth, index, thread);
    canvas.close_link(&node.href);
    canvas.close();
}

/// What shows of a thread, and its name.
fn thread_of(canvas: &mut Canvas, cloth: &Cloth, index: usize, thread: &Thread) {
    let start = cloth.names + thread.name.width + 6.0;
    let (first, last) = thread.knots.unwrap_or((cloth.width - 14.0, 0.0));
    pieces(&mut canvas.out, "ig-aanloop", &cloth.shown(index, start, first), thread.y);
    pieces(&mut canvas.out, "ig-aanloop ig-brug", &cloth.bridges(index, start, first), thread.y);
    let pause = cloth.gauge.pitch.min(9.0) * 0.6;
    if thread.knots.is_some() {
        pieces(&mut canvas.out, "ig-draadlijn", &cloth.shown(index, first, last + pause), thread.y);
        pieces(&mut canvas.out, "ig-draadlijn ig-brug", &cloth.bridges(index, first, last + pause), thread.y);
    }
    canvas.words(&thread.name, cloth.names, thread.y - thread.name.height() / 2.0, Anchor::Start);
}

fn pieces(out: &mut String, class: &str, shown: &[(f64, f64)], y: f64) {
    if shown.is_empty() {
        return;
    }
    let mut data = String::new();
    for (from, to) in shown {
        let _ = write!(data, "M{} {}h{}", number(*from), number(y), number(to - from));
    }
    svg::path(out, class, &data);
}

/// What is not known lies under the threads: it recedes.
fn unknown(out: &mut String, map: &Network, cloth: &Cloth, column: &Column) {
    let edge = &map.edges[column.edge];
    let (top, bottom) = (cloth.threads[column.ends.0].y, cloth.threads[column.ends.1].y);
    // It gives way to the ambition when a reader asks for that.
    let class = if edge.ambition.is_some() { "ig-lijn ig-grond ig-groeit" } else { "ig-lijn ig-grond" };
    let [from, to] = [edge.from, edge.to].map(|node| &*map.nodes[node].id);
    let mut about = vec![("class", class), ("data-van", from), ("data-naar", to), ("data-niveau", &*edge.level.name)];
    about.extend(edge.ambition.as_ref().map(|level| ("data-straks", &*level.name)));
    svg::open(out, "g", &about);
    weaves::weave(out, column.form, cloth.gauge, Point::new(column.x, top), bottom);
    svg::close(out, "g");
}

fn draw_tie(canvas: &mut Canvas, map: &Network, cloth: &Cloth, column: &Column) {
    let edge = &map.edges[column.edge];
    let (upper, lower) = (&cloth.threads[column.ends.0], &cloth.threads[column.ends.1]);
    let name = if map.edges.len() > FULL_NAMES { map.tie_in_short(edge) } else { map.tie_in_words(edge) };
    // Ties folded together lead to no page of their own.
    let (tag, leads) = match edge.href.as_str() {
        "" => ("g", ("role", "img")),
        href => {
            canvas.leads_to(href);
            ("a", ("href", href))
        }
    };
    let out = &mut canvas.out;
    let class = format!("ig-lijn {}", dye(&edge.level.colour));
    let [from, to] = [edge.from, edge.to].map(|node| &*map.nodes[node].id);
    let short = map.tie_in_short(edge);
    svg::open(out, "g", &[("role", "listitem")]);
    let mut about = vec![
        ("class", &*class),
        leads,
        ("data-van", from),
        ("data-naar", to),
        ("data-niveau", &edge.level.name),
        ("data-kort", &short),
        ("aria-label", &name),
    ];
    about.extend(edge.ambition.as_ref().map(|level| ("data-straks", &*level.name)));
    svg::open(out, tag, &about);
    let (left, top) = (column.x - column.width / 2.0, upper.y - 6.0);
    let [x, y, width, height] = [left, top, column.width, lower.y - upper.y + 12.0].map(number);
    let place = [("x", &*x), ("y", &*y), ("width", &*width), ("height", &*height)];
    svg::empty(out, "rect", &[&[("class", "ig-bandvlak")], &place[..]].concat());
    weave_of(out, map, cloth, column);
    svg::close(out, tag);
    svg::close(out, "g");
}

/// A weave with its knots, and where it points.
fn weave_of(out: &mut String, map: &Network, cloth: &Cloth, column: &Column) {
    let edge = &map.edges[column.edge];
    let (upper, lower) = (&cloth.threads[column.ends.0], &cloth.threads[column.ends.1]);
    let known = column.form != Form::Onbepaald;
    let weave = |out: &mut String, class: &str, form: Form| {
        svg::open(out, "g", &[("class", class)]);
        weaves::weave(out, form, cloth.gauge, Point::new(column.x, upper.y), lower.y);
        svg::close(out, "g");
    };
    match (known, edge.before.is_some() || edge.ambition.is_some()) {
        (true, true) => weave(out, "ig-huidig", column.form),
        (true, false) => weaves::weave(out, column.form, cloth.gauge, Point::new(column.x, upper.y), lower.y),
        (false, _) => {}
    }
    for (class, level) in [("ig-eerder", &edge.before), ("ig-doel", &edge.ambition)] {
        level.iter().for_each(|level| weave(out, class, level.form));
    }
    // Filled is certain; where some levels are decided, those that are only read are outlined.
    let outlined = edge.reading_only && map.edges.iter().any(|edge| !edge.reading_only && edge.level.rank.is_some());
    for thread in [upper, lower] {
        let colour = &map.lanes[map.nodes[thread.node].lane].colour;
        let (class, radius) = match (known, outlined) {
            (true, false) => ("ig-kn", cloth.gauge.knot()),
            (true, true) => ("ig-kn ig-kn-lezing", cloth.gauge.knot() - 0.5),
            (false, _) => ("ig-kn ig-kn-open", cloth.gauge.open_knot()),
        };
        svg::circle(out, &format!("{class} {}", dye(colour)), Point::new(column.x, thread.y), radius);
    }
    if edge.directed {
        let down = column.ends.1 == cloth.thread_of(edge.to);
        weaves::arrow(
            out,
            cloth.gauge,
            Point::new(column.x, if down { lower.y } else { upper.y }),
            down,
            lower.y - upper.y,
        );
    }
}
