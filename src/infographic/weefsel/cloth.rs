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
    /// Where its name begins.
    pub top: f64,
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
    /// Half of the cut that it makes in a thread that it passes over.
    pub cut: f64,
    /// Half of what it cuts out at another moment only: a thread goes on there for as long as it has no weave.
    pub bridge: f64,
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
    /// Where the names of threads begin.
    pub names: f64,
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
/// The same on a slide, that nobody presses: just what its letters need.
const SLIDE_ROW: f64 = 14.4;
/// And on paper.
const SHEET_ROW: f64 = 16.0;
/// A page gives a drawing of very many ties all the width of its screen.
const BROAD: f64 = 1312.0;
/// There a weave is told from another by how dense it is, and by the card that a press on it shows.
const FINEST: f64 = 4.2;
/// The room for the names of bands on a slide: beside the threads, as a slide is low and wide.
const BESIDE: f64 = 104.0;
/// Between two bands, and above the name of one.
const GAP: f64 = 6.0;
const HEAD: f64 = 3.0;
/// The narrowest column in which a weave can still be told from another; a telephone shows it larger than it is drawn.
fn narrowest(size: Size) -> f64 {
    if size == Size::Upright { 6.0 } else { 7.0 }
}

/// The most that a name may take, and the widest column, for a size.
fn rooms(size: Size) -> (f64, f64) {
    match size {
        Size::Wide => (240.0, 34.0),
        Size::Medium => (150.0, 24.0),
        Size::Slide => (170.0, 26.0),
        Size::Sheet => (170.0, 20.0),
        Size::Upright => (106.0, 12.0),
    }
}

/// The style of a thread's name.
pub fn name_style(node: &Node) -> Style {
    if node.emphasis { THREAD_HUB } else { THREAD }
}

impl Band {
    /// Makes a band as high as the name beside it, which stands in its middle. Gives where the band ends.
    fn hold_name(&mut self, beside: bool) -> f64 {
        if beside {
            self.place.h = self.place.h.max(self.name.height() + 4.0);
            self.top = self.place.y + (self.place.h - self.name.height()) / 2.0;
        }
        self.place.bottom()
    }
}

impl Cloth {
    /// The cloth of a network in its order.
    pub fn of(map: &Network, order: &Order, size: Size) -> Self {
        let (least, widest) = rooms(size);
        // With few ties long names need not be broken so often.
        let full = if size == Size::Sheet { size.width() } else { size.most() };
        let spare = full - NAMES - CLEAR - RIGHT - map.edges.len() as f64 * widest * 0.6;
        let slide = size == Size::Slide;
        let room = if slide { least } else { least.max(spare.min(full / 2.0)) };
        let start = NAMES + if slide { BESIDE } else { 0.0 };
        let names: Vec<Words> = order
            .threads
            .iter()
            .map(|node| Words::set(&map.nodes[*node].label, name_style(&map.nodes[*node]), room))
            .collect();
        let left = start + names.iter().map(|name| name.width).fold(NARROW_NAMES, f64::max) + CLEAR;
        let mut gauge = gauge(map, order, full - left - RIGHT, (narrowest(size), widest));
        if size == Size::Wide && gauge.needs(map, order) > full - left - RIGHT {
            gauge = self::gauge(map, order, BROAD - left - RIGHT, (FINEST, widest));
        }
        match size {
            Size::Slide => gauge.half_turn = SLIDE_ROW / 2.0,
            Size::Sheet => gauge.half_turn = SHEET_ROW / 2.0,
            _ => {}
        }
        let columns = columns(map, order, gauge, left);
        let (bands, mut threads, bottom) = if slide {
            rows(map, order, &names, gauge, SLIDE_ROW, |_| Head::Beside)
        } else {
            let row = if size == Size::Sheet { SHEET_ROW } else { ROW };
            rows(map, order, &names, gauge, row, |first| Head::Above(head_room(&columns, first, left)))
        };
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
        Self { width, height: bottom, gauge, names: start, bands, threads, columns }
    }

    /// Does it fit in the room that this size has, with its letters as they are?
    pub fn fits(&self, size: Size) -> bool {
        size.holds(self.width)
    }

    /// The thread of a body.
    pub fn thread_of(&self, node: usize) -> usize {
        self.threads.iter().position(|thread| thread.node == node).unwrap_or(0)
    }

    /// What shows of a thread between two places: it is cut where a weave passes over it.
    pub fn shown(&self, thread: usize, from: f64, to: f64) -> Vec<(f64, f64)> {
        let (mut shown, mut at) = (Vec::new(), from);
        for column in self.over(thread) {
            let cut = column.cut.max(column.bridge);
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

    /// What shows of it besides, under the weaves that are there at another moment only.
    pub fn bridges(&self, thread: usize, from: f64, to: f64) -> Vec<(f64, f64)> {
        let under = self.over(thread).filter(|column| column.bridge > 0.0);
        let stretches = under.map(|column| ((column.x - column.bridge).max(from), (column.x + column.bridge).min(to)));
        stretches.filter(|(start, end)| end > start).collect()
    }

    /// The ties that pass over a thread.
    fn over(&self, thread: usize) -> impl Iterator<Item = &Column> {
        self.columns.iter().filter(move |column| {
            column.ends.0 < thread && thread < column.ends.1 && column.cut.max(column.bridge) > 0.0
        })
    }
}

/// Columns as wide as the room allows.
fn gauge(map: &Network, order: &Order, room: f64, (narrowest, widest): (f64, f64)) -> Gauge {
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
    let mut pitch = widest;
    while pitch > narrowest && of(pitch).needs(map, order) > room {
        pitch -= 0.1;
    }
    of(pitch.max(narrowest))
}

impl Gauge {
    /// The width of all columns together.
    fn needs(self, map: &Network, order: &Order) -> f64 {
        let columns: f64 = map.edges.iter().map(|edge| self.column(edge.level.form)).sum();
        columns + seam(self) * order.strips.len().saturating_sub(1) as f64
    }
}

/// The room between two strips.
fn seam(gauge: Gauge) -> f64 {
    gauge.pitch * 0.35
}

/// Where the name of a band stands.
enum Head {
    /// Over its threads, in so much room.
    Above(f64),
    /// Before them.
    Beside,
}

/// Which threads have a tie that shows with the one straight above them: its weave or its arrow needs room between the knots.
fn close(map: &Network, order: &Order) -> Vec<bool> {
    let ties = |a: usize, b: usize| {
        let mut ties = map.edges.iter().filter(|edge| (edge.from, edge.to) == (a, b) || (edge.from, edge.to) == (b, a));
        ties.any(|edge| edge.directed || edge.level.form != Form::Onbepaald)
    };
    let above = std::iter::once(None).chain(order.threads.iter().map(Some));
    order.threads.iter().zip(above).map(|(node, above)| above.is_some_and(|above| ties(*above, *node))).collect()
}

fn rows(
    map: &Network,
    order: &Order,
    names: &[Words],
    gauge: Gauge,
    row: f64,
    head: impl Fn(usize) -> Head,
) -> (Vec<Band>, Vec<Thread>, f64) {
    let (edge, gap) = if row < ROW { (2.0, 3.0) } else { (4.0, GAP) };
    let beside = matches!(head(0), Head::Beside);
    let close = close(map, order);
    let mut bands: Vec<Band> = Vec::new();
    let mut threads: Vec<Thread> = Vec::new();
    // The bottom of the row before.
    let mut bottom: f64 = 0.0;
    for (node, name) in order.threads.iter().zip(names) {
        let lane = map.nodes[*node].lane;
        let half = (row / 2.0).max(name.height() / 2.0 + if row < ROW { 0.0 } else { 1.0 });
        let mut top = bottom;
        if bands.last().is_none_or(|band| band.lane != lane) {
            if let Some(before) = bands.last_mut() {
                bottom = bottom.max(before.hold_name(beside) - edge);
            }
            let start = if bands.is_empty() { 0.0 } else { bottom + edge + gap };
            let name = match head(threads.len()) {
                Head::Above(room) => {
                    let name = Words::set(&map.lanes[lane].name, LABEL, room);
                    top = start + HEAD + name.height();
                    name
                }
                Head::Beside => {
                    top = start + edge;
                    Words::set(&map.lanes[lane].name, THREAD_HUB, BESIDE - 6.0)
                }
            };
            bands.push(Band { lane, place: Rect::new(0.0, start, 0.0, 0.0), name, top: start + HEAD });
        }
        // A whole number of half turns from the thread before.
        let y = match threads.last() {
            Some(before) => {
                let apart = if close[threads.len()] { 1.5 * row } else { 0.0 };
                before.y + ((top + half - before.y).max(apart) / gauge.half_turn - 1e-6).ceil() * gauge.half_turn
            }
            None => top + half,
        };
        let start =
            if threads.last().is_some_and(|before| map.nodes[before.node].lane == lane) { bottom } else { y - half };
        bottom = y + half;
        threads.push(Thread { node: *node, y, name: name.clone(), row: (start, bottom), knots: None });
        if let Some(band) = bands.last_mut() {
            band.place.h = bottom + edge - band.place.y;
        }
    }
    if let Some(last) = bands.last_mut() {
        bottom = bottom.max(last.hold_name(beside) - edge);
    }
    let end = if threads.is_empty() { 1.0 } else { bottom + edge };
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
            let (form, now) = (edge.level.form, gauge.cut(edge.level.form));
            let others = edge.before.iter().chain(&edge.ambition).map(|level| gauge.cut(level.form));
            let widest = others.fold(0.0, f64::max);
            // Where there is a weave now, one cut serves all moments.
            let (cut, bridge) = if now > 0.0 { (now.max(widest), 0.0) } else { (0.0, widest) };
            columns.push(Column { edge: *tie, x: x + width / 2.0, width, ends, form, cut, bridge });
            x += width;
        }
        x += seam(gauge);
    }
    columns
}
