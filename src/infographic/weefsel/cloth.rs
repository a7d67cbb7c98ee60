//! Where everything in a cloth lies: threads, columns, and the stretches of a thread that show.

use super::super::canvas::Size;
use super::super::geometry::Rect;
use super::super::lettering::{LABEL, Style, THREAD, THREAD_HUB, Words};
use super::super::network::{Network, Node};
use super::super::weave::Form;
use super::order::Order;
use super::weaves::Gauge;

/// A thread with its name.
#[derive(Debug, Clone)]
pub struct Thread {
    /// Index of the body.
    pub node: usize,
    /// Its height in the drawing.
    pub y: f64,
    /// Its name on its lines.
    pub name: Words,
    /// Where its row begins and ends.
    pub row: (f64, f64),
    /// Where its first and its last knot lie; `None` without ties.
    pub knots: Option<(f64, f64)>,
}

/// A band of threads: a layer.
#[derive(Debug, Clone)]
pub struct Band {
    /// Index of the layer.
    pub lane: usize,
    /// Its place.
    pub place: Rect,
    /// Its name on its lines.
    pub name: Words,
}

/// A tie in its column.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    /// Index of the tie.
    pub edge: usize,
    /// The middle of its column.
    pub x: f64,
    /// The width of its column.
    pub width: f64,
    /// Indexes of its upper and its lower thread.
    pub ends: (usize, usize),
    /// Its form.
    pub form: Form,
}

/// A cloth, measured.
#[derive(Debug, Clone)]
pub struct Cloth {
    /// Its size.
    pub width: f64,
    /// Its size.
    pub height: f64,
    /// How large it is woven.
    pub gauge: Gauge,
    /// The bands, from the top.
    pub bands: Vec<Band>,
    /// The threads, from the top.
    pub threads: Vec<Thread>,
    /// The columns, from the left.
    pub columns: Vec<Column>,
}

/// Before the names: the edge of the band and some room.
pub const NAMES: f64 = 14.0;
/// Right of the last column.
const RIGHT: f64 = 6.0;
/// Between the name of a thread and its first column.
const CLEAR: f64 = 10.0;
/// The least room for names: those of the bands stand over them.
const NARROW_NAMES: f64 = 90.0;
/// The widest name of a band, where no tie is in its way.
const WIDEST_HEAD: f64 = 280.0;
/// The least between two threads: each is a link.
const ROW: f64 = 24.0;
/// Between two bands, and above the name of one.
const GAP: f64 = 6.0;
const HEAD: f64 = 3.0;
/// The narrowest column in which a weave can still be told from another.
const NARROWEST: f64 = 5.0;

/// The most that a name may take, and the widest column, for a size.
fn rooms(size: Size) -> (f64, f64) {
    match size {
        Size::Wide => (240.0, 34.0),
        Size::Medium | Size::Slide => (150.0, 24.0),
        Size::Upright => (106.0, 12.0),
    }
}

/// The style of a thread's name.
pub fn name_style(node: &Node) -> Style {
    if node.emphasis { THREAD_HUB } else { THREAD }
}

impl Cloth {
    /// The cloth of a network in its order.
    pub fn of(map: &Network, order: &Order, size: Size) -> Self {
        let (least, widest) = rooms(size);
        // With few ties long names need not be broken so often.
        let full = size.most();
        let spare = full - NAMES - CLEAR - RIGHT - map.edges.len() as f64 * widest * 0.6;
        let room = least.max(spare.min(full / 2.0));
        let names: Vec<Words> = order
            .threads
            .iter()
            .map(|node| Words::set(&map.nodes[*node].label, name_style(&map.nodes[*node]), room))
            .collect();
        let left = NAMES + names.iter().map(|name| name.width).fold(NARROW_NAMES, f64::max) + CLEAR;
        let gauge = gauge(map, order, full - left - RIGHT, widest);
        let columns = columns(map, order, gauge, left);
        let (bands, mut threads, bottom) = rows(map, order, &names, gauge, |first| head_room(&columns, first, left));
        let right = columns.last().map_or(0.0, |last| last.x + last.width / 2.0);
        let width = full.max((right + RIGHT).ceil());
        for column in &columns {
            for end in [column.ends.0, column.ends.1] {
                let knots = &mut threads[end].knots;
                *knots = Some(knots.map_or((column.x, column.x), |(first, _)| (first, column.x)));
            }
        }
        let bands = bands
            .into_iter()
            .map(|band| Band { place: Rect::new(0.0, band.place.y, width, band.place.h), ..band })
            .collect();
        Self { width, height: bottom, gauge, bands, threads, columns }
    }

    /// What shows of a thread between two places: it is cut where a weave passes over it.
    pub fn shown(&self, thread: usize, from: f64, to: f64) -> Vec<(f64, f64)> {
        let over = |column: &&Column| {
            let inside = column.ends.0 < thread && thread < column.ends.1;
            inside && self.gauge.cut(column.form) > 0.0
        };
        let (mut shown, mut at) = (Vec::new(), from);
        for column in self.columns.iter().filter(over) {
            let cut = self.gauge.cut(column.form);
            if column.x + cut <= at || column.x - cut >= to {
                continue;
            }
            if column.x - cut > at + 1.0 {
                shown.push((at, column.x - cut));
            }
            at = column.x + cut;
        }
        if to > at + 1.0 {
            shown.push((at, to));
        }
        shown
    }
}

/// Columns as wide as the room allows.
fn gauge(map: &Network, order: &Order, room: f64, widest: f64) -> Gauge {
    let of = |pitch: f64| Gauge {
        pitch,
        half_turn: if pitch > 15.0 {
            12.0
        } else if pitch > 8.0 {
            8.0
        } else {
            6.0
        },
    };
    let needed = |pitch: f64| -> f64 {
        let gauge = of(pitch);
        let columns: f64 = map.edges.iter().map(|edge| gauge.column(edge.level.form)).sum();
        columns + seam(gauge) * order.strips.len().saturating_sub(1) as f64
    };
    let mut pitch = widest;
    while pitch > NARROWEST && needed(pitch) > room {
        pitch -= 0.1;
    }
    of(pitch.max(NARROWEST))
}

/// The room between two strips.
fn seam(gauge: Gauge) -> f64 {
    gauge.pitch * 0.35
}

fn rows(
    map: &Network,
    order: &Order,
    names: &[Words],
    gauge: Gauge,
    head_room: impl Fn(usize) -> f64,
) -> (Vec<Band>, Vec<Thread>, f64) {
    let mut bands: Vec<Band> = Vec::new();
    let mut threads: Vec<Thread> = Vec::new();
    // The bottom of the row before.
    let mut bottom = 0.0;
    for (node, name) in order.threads.iter().zip(names) {
        let lane = map.nodes[*node].lane;
        let half = (ROW / 2.0).max(name.height() / 2.0 + 1.0);
        let mut top = bottom;
        if bands.last().is_none_or(|band| band.lane != lane) {
            let start = if bands.is_empty() { 0.0 } else { bottom + 4.0 + GAP };
            let name = Words::set(&map.lanes[lane].name, LABEL, head_room(threads.len()));
            top = start + HEAD + name.height();
            bands.push(Band { lane, place: Rect::new(0.0, start, 0.0, 0.0), name });
        }
        // A whole number of half turns from the thread before.
        let y = match threads.last() {
            Some(before) => before.y + ((top + half - before.y) / gauge.half_turn).ceil() * gauge.half_turn,
            None => top + half,
        };
        let start =
            if threads.last().is_some_and(|before| map.nodes[before.node].lane == lane) { bottom } else { y - half };
        bottom = y + half;
        threads.push(Thread { node: *node, y, name: name.clone(), row: (start, bottom), knots: None });
        if let Some(band) = bands.last_mut() {
            band.place.h = bottom + 4.0 - band.place.y;
        }
    }
    let end = if threads.is_empty() { 1.0 } else { bottom + 4.0 };
    (bands, threads, end)
}

/// How wide the name of a band may be: no tie that passes over the band's first thread runs through it.
fn head_room(columns: &[Column], first: usize, left: f64) -> f64 {
    let passing = columns.iter().filter(|column| column.ends.0 < first && first <= column.ends.1);
    let nearest = passing.map(|column| column.x - column.width / 2.0).fold(WIDEST_HEAD, f64::min);
    nearest.max(left) - NAMES - CLEAR
}

fn columns(map: &Network, order: &Order, gauge: Gauge, left: f64) -> Vec<Column> {
    let mut at = vec![0; map.nodes.len()];
    order.threads.iter().enumerate().for_each(|(index, node)| at[*node] = index);
    let (mut columns, mut x) = (Vec::new(), left);
    for strip in &order.strips {
        for tie in strip {
            let edge = &map.edges[*tie];
            let (a, b) = (at[edge.from], at[edge.to]);
            let width = gauge.column(edge.level.form);
            let ends = (a.min(b), a.max(b));
            columns.push(Column { edge: *tie, x: x + width / 2.0, width, ends, form: edge.level.form });
            x += width;
        }
        x += seam(gauge);
    }
    columns
}
