//! The map as SVG: lanes, boxes and weaves, every box and every line a link.

use super::super::canvas::{Anchor, Canvas, Size, arrow, dye, hatch};
use super::super::geometry::{Rect, Route};
use super::super::layout::{self, Frame, Layout, crossings};
use super::super::legend::Level;
use super::super::lettering::{LABEL, SMALL, Words};
use super::super::svg;
use super::super::weave::{self, Form, Stretch};
use super::boxes::{self, BoxText, LEFT};
use super::{Edge, Lane, Relatiekaart};
use crate::markup::Svg;

const LANE_TEXT_LEFT: f64 = 20.0;
const RIGHT_MARGIN: f64 = 20.0;
/// The least of a line that is worth showing between two that it passes under.
const CRUMB: f64 = 9.0;
/// How far before its end a line gives way to the head of its arrow.
const ARROW: f64 = 7.0;

struct LaneText {
    name: Words,
    note: Words,
    height: f64,
}

/// The drawing; `None` when lines would share a track, or bend where they cross.
pub fn draw(map: &Relatiekaart, orders: &layout::Orders, size: Size) -> Option<Svg> {
    let (width, left) = (size.width(), size.pick(148.0, 128.0));
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
    if layout.tangles > 0 {
        return None;
    }
    let mut canvas = Canvas::new("relatiekaart", &map.head, size);
    canvas.widen(layout.width);
    for (lane, text) in lane_texts.iter().enumerate() {
        draw_lane(&mut canvas, map, &layout, lane, text, &texts);
    }
    draw_edges(&mut canvas, map, &layout);
    Some(canvas.finish(layout.height))
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
    let (name, note) = (Words::set(&lane.name, LABEL, room), Words::set(&lane.note, SMALL, room));
    let height = name.height() + note.height();
    LaneText { name, note, height }
}

fn draw_lane(
    canvas: &mut Canvas,
    map: &Relatiekaart,
    layout: &Layout,
    lane: usize,
    text: &LaneText,
    texts: &[BoxText],
) {
    let band = layout.lanes[lane];
    let class = format!("ig-baan {}", dye(&map.lanes[lane].colour));
    svg::open(&mut canvas.out, "g", &[("class", &class), ("role", "group"), ("aria-label", &map.lanes[lane].name)]);
    canvas.rect("ig-baan-vlak", band, 6.0);
    canvas.edge("ig-baan-rand", band, 6.0);
    let next = canvas.words(&text.name, LANE_TEXT_LEFT, band.y + 20.0, Anchor::Start);
    canvas.words(&text.note, LANE_TEXT_LEFT, next, Anchor::Start);
    let mut members: Vec<usize> = (0..map.nodes.len()).filter(|node| map.nodes[*node].lane == lane).collect();
    members.sort_by(|a, b| {
        let (a, b) = (layout.boxes[*a], layout.boxes[*b]);
        a.x.total_cmp(&b.x).then(a.y.total_cmp(&b.y))
    });
    if !members.is_empty() {
        svg::open(&mut canvas.out, "g", &[("role", "list")]);
        for node in members {
            draw_node(canvas, map, node, layout.boxes[node], &texts[node]);
        }
        canvas.close();
    }
    canvas.close();
}

fn draw_node(canvas: &mut Canvas, map: &Relatiekaart, index: usize, place: Rect, text: &BoxText) {
    let node = &map.nodes[index];
    let class = if node.emphasis { "ig-knoop ig-kern" } else { "ig-knoop" };
    let (lane, ties) = (map.lanes[node.lane].name.to_lowercase(), map.degree(index));
    let told = format!("{}, {lane}, {}", node.label, map.head.phrases.relatiekaart().relations(ties));
    svg::open(&mut canvas.out, "g", &[("role", "listitem")]);
    let named = [("data-knoop", node.id.as_str()), ("data-naam", &node.label), ("aria-label", &told)];
    canvas.link(&[&[("class", class), ("href", &node.href)][..], &named].concat(), |canvas| {
        canvas.card("ig-vak", place);
        let top = place.y + (place.h - text.height) / 2.0;
        let next = canvas.block(boxes::name_style(node), Anchor::Start, place.x + LEFT, top, &text.name);
        canvas.block(SMALL, Anchor::Start, place.x + LEFT, next + 2.0, &text.sub);
    });
    canvas.close();
}

/// Where a line passes under others, and every place along it where it crosses one.
#[derive(Default, Clone)]
struct Crossed {
    under: Vec<Stretch>,
    places: Vec<f64>,
}

fn draw_edges(canvas: &mut Canvas, map: &Relatiekaart, layout: &Layout) {
    if map.edges.is_empty() {
        return;
    }
    let crossed = crossed(map, layout);
    let name = map.head.phrases.relatiekaart().list();
    svg::open(&mut canvas.out, "g", &[("class", "ig-lijnen"), ("role", "list"), ("aria-label", name)]);
    for (index, edge) in map.edges.iter().enumerate() {
        canvas.leads_to(&edge.href);
        draw_edge(&mut canvas.out, map, edge, &layout.routes[index], &crossed[index]);
    }
    svg::close(&mut canvas.out, "g");
}

fn reach(edge: &Edge) -> f64 {
    edge.ambition.as_ref().map_or(0.0, |wish| wish.form.half_width()).max(edge.level.form.half_width())
}

fn crossed(map: &Relatiekaart, layout: &Layout) -> Vec<Crossed> {
    let mut crossed = vec![Crossed::default(); map.edges.len()];
    for crossing in crossings(&layout.paths) {
        let (a, b) = (crossing.first, crossing.second);
        let first_over = match map.edges[a].level.closeness().cmp(&map.edges[b].level.closeness()) {
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
    for (index, _) in map.edges.iter().enumerate().filter(|(_, edge)| edge.directed) {
        let end = layout.routes[index].length;
        crossed[index].under.push((end - ARROW, end));
    }
    crossed.iter_mut().for_each(|line| line.under = bundled(&line.under));
    crossed
}

/// One gap where a line passes under several side by side: a crumb of it between two of them tells nothing.
fn bundled(gaps: &[Stretch]) -> Vec<Stretch> {
    let mut sorted = gaps.to_vec();
    sorted.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut bundles: Vec<Stretch> = Vec::with_capacity(sorted.len());
    for (from, to) in sorted {
        match bundles.last_mut().filter(|last| from - last.1 < CRUMB) {
            Some(last) => last.1 = last.1.max(to),
            None => bundles.push((from, to)),
        }
    }
    bundles
}

fn draw_edge(out: &mut String, map: &Relatiekaart, edge: &Edge, route: &Route, crossed: &Crossed) {
    let (from, to) = (&map.nodes[edge.from], &map.nodes[edge.to]);
    let (name, short) = (map.tie_in_words(edge), map.tie_in_short(edge));
    let class = format!("ig-lijn {}", dye(&edge.level.colour));
    svg::open(out, "g", &[("role", "listitem")]);
    let mut attributes = vec![
        ("class", class.as_str()),
        ("href", &edge.href),
        ("data-van", &from.id),
        ("data-naar", &to.id),
        ("data-niveau", &edge.level.name),
        ("data-kort", &short),
        ("aria-label", &name),
    ];
    attributes.extend(edge.ambition.as_ref().map(|level| ("data-straks", &*level.name)));
    svg::open(out, "a", &attributes);
    svg::said(out, "title", &[], &name);
    svg::path(out, "ig-raak", &weave::outline(route));
    if let Some(wished) = &edge.ambition {
        ambition(out, wished, route, &crossed.under);
    }
    if let Some(before) = &edge.before {
        other_moment(out, "ig-eerder", before, route, &crossed.under);
    }
    // What is now gives way to another moment when a reader asks for that.
    let grows = edge.ambition.is_some() || edge.before.is_some();
    if grows {
        svg::open(out, "g", &[("class", "ig-huidig")]);
    }
    let (mark, hatch_at) = marks(route, &crossed.places, edge.level.form.mark_reach() > 0.0);
    weave::draw(out, edge.level.form, route, &crossed.under, mark);
    if edge.reading_only && map.edges.iter().any(|edge| !edge.reading_only) {
        hatch(out, route.at(hatch_at).point);
    }
    if grows {
        svg::close(out, "g");
    }
    if edge.directed {
        let end = route.at(route.length);
        arrow(out, "ig-pijl", end.point, end.tangent.y.atan2(end.tangent.x).to_degrees().round());
    }
    svg::close(out, "a");
    svg::close(out, "g");
}

/// Appends the form that a relation is meant to get, faint.
pub fn ambition(out: &mut String, ambition: &Level, route: &Route, cuts: &[Stretch]) {
    other_moment(out, "ig-doel", ambition, route, cuts);
}

/// Appends the form that a relation has at another moment than now.
fn other_moment(out: &mut String, class: &str, level: &Level, route: &Route, cuts: &[Stretch]) {
    svg::open(out, "g", &[("class", &format!("{class} {}", dye(&level.colour)))]);
    // What is kept apart needs room for its sign; a bare thread would say that it is the lightest tie.
    let apart = level.form == Form::Gescheiden && route.length > 4.0 * level.form.mark_reach();
    let form = if level.form.mark_reach() > 0.0 && !apart { Form::Draad } else { level.form };
    weave::draw(out, form, route, cuts, route.length / 2.0);
    svg::close(out, "g");
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
