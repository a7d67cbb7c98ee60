//! The map as SVG: lanes, boxes and weaves, every box and every line a link.

use std::fmt::Write as _;

use super::super::geometry::{Point, Rect, Route};
use super::super::layout::{self, Frame, Layout, crossings};
use super::super::metrics::{Weight, flow};
use super::super::svg::{apart, attribute, escape, id_part, number, push_escaped};
use super::super::weave::{self, Form, Stretch};
use super::boxes::{self, BoxText, LEFT, SUB, Style};
use super::{Ambition, Edge, Lane, Relatiekaart, Size, relations};

const LANE_NAME: Style = Style { size: 15.0, leading: 19.0, weight: Weight::Bold };
const LANE_NOTE: Style = Style { size: 12.5, leading: 16.0, weight: Weight::Regular };
const LANE_TEXT_LEFT: f64 = 20.0;
const RIGHT_MARGIN: f64 = 20.0;

/// The class that sets the current colour to a dye.
pub fn dye(colour: &str) -> String {
    format!("dye-{}", id_part(colour))
}

struct LaneText {
    name: Vec<String>,
    note: Vec<String>,
    height: f64,
}

/// The drawing; a second one of the same map on a page gets ids of its own.
pub fn draw(map: &Relatiekaart, orders: &layout::Orders, size: Size, second: bool) -> String {
    let (width, left) = if size == Size::Wide { (1056.0, 148.0) } else { (700.0, 128.0) };
    let lane_texts: Vec<LaneText> =
        map.lanes.iter().map(|lane| lane_text(lane, left - LANE_TEXT_LEFT - 12.0)).collect();
    let (texts, nodes) = boxes::measure(map, width - left - RIGHT_MARGIN);
    let edges = edges(map);
    let frame = Frame {
        width,
        left,
        right_margin: RIGHT_MARGIN,
        lane_heights: lane_texts.iter().map(|text| text.height + 36.0).collect(),
    };
    let layout = layout::lay_out_in(orders, &nodes, &edges, &frame);
    let mut out = String::with_capacity(4096 + map.edges.len() * 1500);
    open(&mut out, map, &layout, size, second);
    for (lane, text) in lane_texts.iter().enumerate() {
        draw_lane(&mut out, map, &layout, lane, text, &texts);
    }
    draw_edges(&mut out, map, &layout);
    out.push_str("</svg>");
    out
}

fn open(out: &mut String, map: &Relatiekaart, layout: &Layout, size: Size, second: bool) {
    let id = id_part(&map.id) + if second { "-m" } else { "" };
    let class = if size == Size::Wide { "ig-breed" } else { "ig-midden" };
    let _ = write!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"ig-tekening {class}\" viewBox=\"0 0 {w} {h}\" width=\"{w}\" height=\"{h}\" role=\"group\" aria-labelledby=\"{id}-titel {id}-uitleg\"><title id=\"{id}-titel\">{}</title><desc id=\"{id}-uitleg\">{}</desc>",
        escape(&map.title),
        escape(&map.reading),
        w = number(layout.width),
        h = number(layout.height),
    );
}

fn edges(map: &Relatiekaart) -> Vec<layout::Edge> {
    map.edges.iter().map(|edge| layout::Edge { from: edge.from, to: edge.to }).collect()
}

/// The orders of the boxes that are worth trying, the same for every size.
pub fn orders(map: &Relatiekaart) -> layout::Orders {
    let place = |node: &super::Node| layout::Node { lane: node.lane, width: 0.0, height: 0.0, emphasis: node.emphasis };
    let nodes: Vec<layout::Node> = map.nodes.iter().map(place).collect();
    layout::Orders::of(&nodes, &edges(map), map.lanes.len())
}

fn lane_text(lane: &Lane, room: f64) -> LaneText {
    let lines = |text: &str, style: Style| flow(text, style.size, style.weight, room).lines;
    let name = lines(&lane.name, LANE_NAME);
    let note = if lane.note.is_empty() { Vec::new() } else { lines(&lane.note, LANE_NOTE) };
    let height = name.len() as f64 * LANE_NAME.leading + note.len() as f64 * LANE_NOTE.leading;
    LaneText { name, note, height }
}

fn draw_lane(out: &mut String, map: &Relatiekaart, layout: &Layout, lane: usize, text: &LaneText, texts: &[BoxText]) {
    let band = layout.lanes[lane];
    let _ = write!(
        out,
        "<g class=\"ig-baan {}\" role=\"group\" aria-label=\"{}\">",
        dye(&map.lanes[lane].colour),
        escape(&map.lanes[lane].name)
    );
    rect(out, "ig-baan-vlak", &band, 6.0);
    edge_bar(out, "ig-baan-rand", &band, 6.0);
    let top = band.y + 20.0;
    let next = draw_lines(out, "ig-baan-naam", &text.name, LANE_TEXT_LEFT, top, LANE_NAME);
    draw_lines(out, "ig-baan-noot", &text.note, LANE_TEXT_LEFT, next, LANE_NOTE);
    let mut members: Vec<usize> = (0..map.nodes.len()).filter(|node| map.nodes[*node].lane == lane).collect();
    members.sort_by(|a, b| {
        let (a, b) = (layout.boxes[*a], layout.boxes[*b]);
        a.x.total_cmp(&b.x).then(a.y.total_cmp(&b.y))
    });
    if !members.is_empty() {
        out.push_str("<g role=\"list\">");
        for node in members {
            draw_node(out, map, node, &layout.boxes[node], &texts[node]);
        }
        out.push_str("</g>");
    }
    out.push_str("</g>");
}

fn draw_node(out: &mut String, map: &Relatiekaart, index: usize, place: &Rect, text: &BoxText) {
    let node = &map.nodes[index];
    let class = if node.emphasis { "ig-knoop ig-kern" } else { "ig-knoop" };
    let _ = write!(
        out,
        "<g role=\"listitem\"><a class=\"{class}\" href=\"{}\" data-knoop=\"{}\" aria-label=\"{}, {}, {}\">",
        escape(&node.href),
        escape(&node.id),
        escape(&node.label),
        escape(&map.lanes[node.lane].name.to_lowercase()),
        relations(map.degree(index)),
    );
    rect(out, "ig-vak", place, 8.0);
    edge_bar(out, "ig-vak-rand", place, 8.0);
    let top = place.y + (place.h - text.height) / 2.0;
    let next = draw_lines(out, "ig-naam", &text.name, place.x + LEFT, top, boxes::name_style(node));
    if !text.sub.is_empty() {
        draw_lines(out, "ig-sub", &text.sub, place.x + LEFT, next + 2.0, SUB);
    }
    out.push_str("</a></g>");
}

/// Draws lines of text from `top` down and returns where the next would start.
fn draw_lines(out: &mut String, class: &str, lines: &[String], x: f64, top: f64, style: Style) -> f64 {
    let mut y = top;
    for line in lines {
        // Base lines lie so that capitals stand in the middle of their line.
        let baseline = y + style.leading / 2.0 + style.size * 0.36;
        apart(out);
        let _ = write!(out, "<text class=\"{class}\"");
        attribute(out, "x", x);
        attribute(out, "y", baseline);
        out.push('>');
        push_escaped(out, line);
        out.push_str("</text>");
        y += style.leading;
    }
    y
}

fn rect(out: &mut String, class: &str, place: &Rect, radius: f64) {
    let _ = write!(out, "<rect class=\"{class}\"");
    attribute(out, "x", place.x);
    attribute(out, "y", place.y);
    attribute(out, "width", place.w);
    attribute(out, "height", place.h);
    attribute(out, "rx", radius);
    out.push_str("/>");
}

/// The coloured left edge of a band or a box, inside its rounded corners.
fn edge_bar(out: &mut String, class: &str, place: &Rect, radius: f64) {
    let r = number(radius);
    let _ = write!(
        out,
        "<path class=\"{class}\" d=\"M{} {}a{r} {r} 0 0 0-{r} {r}v{}a{r} {r} 0 0 0 {r} {r}z\"/>",
        number(place.x + radius),
        number(place.y),
        number(place.h - 2.0 * radius),
    );
}

/// Where a line passes under others, and every place along it where it crosses one.
#[derive(Default, Clone)]
struct Crossed {
    under: Vec<Stretch>,
    places: Vec<f64>,
}

fn draw_edges(out: &mut String, map: &Relatiekaart, layout: &Layout) {
    if map.edges.is_empty() {
        return;
    }
    let crossed = crossed(map, layout);
    out.push_str("<g class=\"ig-lijnen\" role=\"list\" aria-label=\"Relaties\">");
    for (index, edge) in map.edges.iter().enumerate() {
        draw_edge(out, map, edge, &layout.routes[index], &crossed[index]);
    }
    out.push_str("</g>");
}

fn reach(edge: &Edge) -> f64 {
    edge.ambition.as_ref().map_or(0.0, |ambition| ambition.form.half_width()).max(edge.form.half_width())
}

fn crossed(map: &Relatiekaart, layout: &Layout) -> Vec<Crossed> {
    let mut crossed = vec![Crossed::default(); map.edges.len()];
    for crossing in crossings(&layout.paths) {
        let (a, b) = (crossing.first, crossing.second);
        let first_over = match map.edges[a].form.cmp(&map.edges[b].form) {
            std::cmp::Ordering::Greater => true,
            std::cmp::Ordering::Less => false,
            std::cmp::Ordering::Equal => crossing.first_is_vertical,
        };
        let (over, under) = if first_over { (a, b) } else { (b, a) };
        if let Some(at) = layout.routes[under].distance_of(crossing.at) {
            let gap = reach(&map.edges[over]) + 3.5;
            crossed[under].under.push((at - gap, at + gap));
            crossed[under].places.push(at);
        }
        if let Some(at) = layout.routes[over].distance_of(crossing.at) {
            crossed[over].places.push(at);
        }
    }
    crossed
}

fn draw_edge(out: &mut String, map: &Relatiekaart, edge: &Edge, route: &Route, crossed: &Crossed) {
    let (from, to) = (&map.nodes[edge.from], &map.nodes[edge.to]);
    let mut name = format!("{} en {}: {}", from.label, to.label, edge.level_name);
    if let Some(ambition) = &edge.ambition {
        let _ = write!(name, ", ambitie {}", ambition.name);
    }
    if !edge.subject.is_empty() {
        let _ = write!(name, ". {}", edge.subject);
    }
    if !edge.status_name.is_empty() {
        let _ = write!(name, " ({})", edge.status_name);
    }
    let name = escape(&name);
    let _ = write!(
        out,
        "<g role=\"listitem\"><a class=\"ig-lijn {}\" href=\"{}\" data-van=\"{}\" data-naar=\"{}\" data-niveau=\"{}\" aria-label=\"{name}\"><title>{name}</title><path class=\"ig-raak\" d=\"{}\"/>",
        dye(&edge.colour),
        escape(&edge.href),
        escape(&from.id),
        escape(&to.id),
        escape(&edge.level_name),
        weave::outline(route),
    );
    if let Some(wished) = &edge.ambition {
        ambition(out, wished, route, &crossed.under);
    }
    let (mark, hatch_at) = marks(route, &crossed.places, edge.form.mark_reach() > 0.0);
    weave::draw(out, edge.form, route, &crossed.under, mark);
    if edge.reading_only && map.edges.iter().any(|edge| !edge.reading_only) {
        hatch(out, route.at(hatch_at).point);
    }
    out.push_str("</a></g>");
}

/// Appends the form that a relation is meant to get, faint.
pub fn ambition(out: &mut String, ambition: &Ambition, route: &Route, cuts: &[Stretch]) {
    let _ = write!(out, "<g class=\"ig-doel {}\">", dye(&ambition.colour));
    let form = if ambition.form.mark_reach() > 0.0 { Form::Draad } else { ambition.form };
    weave::draw(out, form, route, cuts, 0.0);
    out.push_str("</g>");
}

/// Appends the small hatched tag of what is a reading and not a decision.
pub fn hatch(out: &mut String, at: Point) {
    let place = Rect::new(at.x - 11.0, at.y - 6.5, 22.0, 13.0);
    rect(out, "ig-duiding", &place, 3.0);
    out.push_str("<path class=\"ig-arcering\" d=\"");
    for step in 0..4 {
        let x = place.x + 3.0 + f64::from(step) * 4.0;
        let _ = write!(out, "M{} {}l4-7", number(x), number(at.y + 3.5));
    }
    out.push_str("\"/>");
}

/// The two best places for marks: on straight pieces, far from bends, ends and crossings.
fn marks(route: &Route, crossed: &[f64], apart: bool) -> (f64, f64) {
    let clear = |at: f64, other: f64| {
        let mut start = 0.0;
        let mut room: f64 = 0.0;
        for segment in &route.segments {
            let end = start + segment.length();
            if (start..=end).contains(&at) && matches!(segment, super::super::geometry::Segment::Line { .. }) {
                room = room.max((at - start).min(end - at));
            }
            start = end;
        }
        let nearest = crossed.iter().chain([&other]).map(|place| (place - at).abs()).fold(f64::MAX, f64::min);
        // Among places with plenty of room the middle wins.
        room.min(nearest).min(26.0) - (at - route.length / 2.0).abs() * 0.01
    };
    let best = |other: f64| {
        let steps = (route.length / 4.0).floor().max(1.0);
        let mut found = (f64::MIN, route.length / 2.0);
        let mut step = 1.0;
        while step < steps {
            let at = route.length * step / steps;
            let value = clear(at, other);
            if value > found.0 + 1e-9 {
                found = (value, at);
            }
            step += 1.0;
        }
        found.1
    };
    let first = best(f64::MAX / 2.0);
    (first, if apart { best(first) } else { first })
}
