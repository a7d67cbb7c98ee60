//! Lays out boxes in given lanes and routes the lines between them.
//!
//! ```text
//! order ─▶ columns ─▶ heights and sides ─▶ x positions ─▶ ports and tracks ─▶ routes
//! ```
//!
//! Boxes stand in columns, one or more on each other, within their lane. Lines run straight between neighbours in a lane; all
//! others leave through the channels between lanes, where they turn, and pass other lanes through the aisles between columns.
//! Channels and aisles grow with the lines in them, so a line never has to touch a box that is not its own.
//!
//! Whatever runs up and down stands on a grid of one line's room. So two lines that meet in a channel, from above and from below,
//! are in one place, where an order of tracks keeps them apart, or a whole line apart; never so near that the one bends where it
//! crosses the other.

mod channel;
mod columns;
mod crossings;
mod order;
mod place;
mod ports;
mod routes;
mod spread;
mod tangles;

use super::geometry::{Point, Rect, Route};
pub use crossings::{Crossing, crossings};
pub use order::Orders;
pub use routes::RADIUS;

/// Least distance between two lines that run side by side, from middle to middle: a bend ends well before the next line.
pub const LINE_GAP: f64 = RADIUS + tangles::CALM;
/// Distance from a line to a box that it passes.
const BOX_CLEARANCE: f64 = 20.0;
/// Distance from a corner of a box to its first port.
const PORT_INSET: f64 = 16.0;
/// The same on the sides, where boxes are lower.
const SIDE_INSET: f64 = 13.0;
/// Least room between two columns.
const AISLE: f64 = 24.0;
/// Least room between two columns with a line between them, so that its weave can be recognised.
const LINKED_AISLE: f64 = 62.0;
/// Least room between two boxes in one column, without and with a line between them.
const STACK_GAP: f64 = 16.0;
const LINKED_STACK_GAP: f64 = 38.0;
/// Room in a lane above and below its boxes.
const LANE_PADDING: f64 = 22.0;
/// Least room between two lanes.
const LANE_GAP: f64 = 26.0;

/// A box to place.
#[derive(Debug, Clone)]
pub struct Node {
    /// Its lane, from the top.
    pub lane: usize,
    /// Least width.
    pub width: f64,
    /// Least height.
    pub height: f64,
    /// Drawn to the middle of the frame.
    pub emphasis: bool,
}

/// A line to route, between two boxes.
#[derive(Debug, Clone, Copy)]
pub struct Edge {
    /// Index of the box it starts from.
    pub from: usize,
    /// Index of the box it goes to.
    pub to: usize,
}

/// What the layout has to keep to.
#[derive(Debug, Clone)]
pub struct Frame {
    /// Wished width of the drawing; it grows when the boxes cannot be set in it.
    pub width: f64,
    /// Where boxes may begin: left of it stand the names of the lanes.
    pub left: f64,
    /// Room kept free at the right edge.
    pub right_margin: f64,
    /// Least height of each lane.
    pub lane_heights: Vec<f64>,
}

/// The finished layout.
#[derive(Debug, Clone, Default)]
pub struct Layout {
    /// Width of the drawing.
    pub width: f64,
    /// Height of the drawing.
    pub height: f64,
    /// The bands of the lanes.
    pub lanes: Vec<Rect>,
    /// The boxes, in the order of the nodes.
    pub boxes: Vec<Rect>,
    /// The corner points of every line, in the order of the edges.
    pub paths: Vec<Vec<Point>>,
    /// The lines themselves.
    pub routes: Vec<Route>,
    /// How many pairs of lines share a track, or bend where they cross.
    pub tangles: usize,
}

/// The side of a box.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Side {
    Left,
    Right,
    Top,
    Bottom,
}

/// A vertical line that runs through an aisle of a lane.
#[derive(Debug, Clone)]
struct Wire {
    edge: usize,
    lane: usize,
    x: f64,
}

/// What stands in a lane, from left to right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Item {
    Column(usize),
    Wire(usize),
}

/// One or more boxes on each other.
#[derive(Debug, Clone, Default)]
struct Column {
    lane: usize,
    nodes: Vec<usize>,
    /// As high as its lane, to face all boxes of the columns beside it.
    tall: bool,
    width: f64,
    center: f64,
}

/// How an edge leaves a box.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Exit {
    /// Straight into the channel above or below.
    Port(Side),
    /// Through a side, then along the column over a wire.
    Flank { side: Side, wire: usize },
}

/// How an edge goes.
#[derive(Debug, Clone)]
enum Way {
    /// To the box above or below in the same column.
    Stacked,
    /// To a neighbouring column, through the aisle between; over a wire when the two sides are not level.
    Beside { wire: Option<usize> },
    /// To a box in the same column that is not next to it, around those between.
    Around { side: Side, wire: usize },
    /// Through channels: where it leaves, the wires through the lanes that it passes, where it arrives.
    Channels { from: Exit, passes: Vec<usize>, to: Exit, first_channel: usize },
}

/// The state that the steps fill in, one after the other.
struct Plan<'a> {
    nodes: &'a [Node],
    edges: &'a [Edge],
    lanes: usize,
    columns: Vec<Column>,
    /// The column of each node.
    column_of: Vec<usize>,
    wires: Vec<Wire>,
    items: Vec<Vec<Item>>,
    ways: Vec<Way>,
    boxes: Vec<Rect>,
    /// Height of the boxes of each lane, without padding.
    content: Vec<f64>,
    /// For each edge, the height at which it leaves and arrives, where it does so through a side.
    side_y: Vec<[f64; 2]>,
    /// For each edge, the x at which it leaves and arrives, where it does so through top or bottom.
    port_x: Vec<[f64; 2]>,
}

/// Lays out the boxes and the lines. The same input gives the same layout.
pub fn lay_out(nodes: &[Node], edges: &[Edge], frame: &Frame) -> Layout {
    lay_out_in(&Orders::of(nodes, edges, frame.lane_heights.len()), nodes, edges, frame)
}

/// The same, with the orders to try, which drawings in several sizes share.
///
/// Several orders are carried through to the end, and the one that reads best wins: what an order is worth only shows in the
/// lines. Where many lines cross, more orders are tried.
pub fn lay_out_in(orders: &Orders, nodes: &[Node], edges: &[Edge], frame: &Frame) -> Layout {
    let mut best: Option<(f64, Layout)> = None;
    let mut try_all = |all: &[Vec<Vec<usize>>]| {
        for ordered in all {
            let layout = lay_out_ordered(nodes, edges, frame, ordered);
            let cost = reading_cost(&layout);
            if best.as_ref().is_none_or(|(least, _)| cost < *least) {
                best = Some((cost, layout));
            }
        }
        best.as_ref().is_none_or(|(_, layout)| layout.tangles == 0 && crossings(&layout.paths).len() <= CLEAR)
    };
    if !try_all(orders.first()) {
        try_all(orders.others());
    }
    best.map(|(_, layout)| layout).unwrap_or_default()
}

fn lay_out_ordered(nodes: &[Node], edges: &[Edge], frame: &Frame, ordered: &[Vec<usize>]) -> Layout {
    let mut plan = columns::arrange(nodes, edges, frame.lane_heights.len(), ordered, frame);
    ports::set_heights(&mut plan);
    let width = place::set_positions(&mut plan, frame);
    let channels = channel::assign(&mut plan, frame.left, width - 8.0);
    routes::finish(plan, &channels, frame, width)
}

/// A drawing with this few crossings can be read well.
const CLEAR: usize = 12;

/// How hard a layout is to read, in pixels of line.
fn reading_cost(layout: &Layout) -> f64 {
    let crossed = crossings(&layout.paths).len() as f64;
    let bends: usize = layout.paths.iter().map(|path| path.len().saturating_sub(2)).sum();
    let length: f64 = layout.routes.iter().map(|route| route.length).sum();
    layout.tangles as f64 * 5000.0
        + crossed * 200.0
        + bends as f64 * 12.0
        + length
        + layout.height * 2.0
        + layout.width * 2.0
}
