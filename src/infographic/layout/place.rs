//! Positions from left to right: lines straight where possible, boxes spread over their lane.

use super::columns::{distances, least_width};
use super::spread::{Wish, spread};
use super::{BOX_CLEARANCE, Exit, Frame, Item, LINE_GAP, PORT_INSET, Plan, Way};

/// Rounds over all lanes; positions hardly move after this many.
const ROUNDS: usize = 8;

/// The nearest place of the grid that all lines up and down stand on.
pub fn on_grid(x: f64) -> f64 {
    (x / LINE_GAP).round() * LINE_GAP
}

/// Something that an edge ties to something in the next lane.
#[derive(Debug, Clone, Copy)]
enum Anchor {
    Box(usize),
    Wire(usize),
}

/// Sets the middle of each column and the x of each wire; returns the width of the drawing.
pub fn set_positions(plan: &mut Plan, frame: &Frame) -> f64 {
    let room = frame.width - frame.left - frame.right_margin;
    let needed = (0..plan.lanes).map(|lane| least_width(plan, lane)).fold(0.0, f64::max);
    let width = frame.width + (needed - room).max(0.0).ceil();
    // What is set on the grid moves by half a line at most.
    let (low, high) = (frame.left + LINE_GAP / 2.0, width - frame.right_margin - LINE_GAP / 2.0);
    let ties = ties(plan);
    let even: Vec<Vec<f64>> = (0..plan.lanes).map(|lane| evenly(plan, lane, low, high)).collect();
    for lane in 0..plan.lanes {
        let even = even[lane].clone();
        set_lane(plan, lane, low, high, |_, i| Wish { at: even[i], weight: 1.0, gap: 0.0 });
    }
    for round in 0..ROUNDS {
        for step in 0..plan.lanes {
            let lane = if round % 2 == 0 { step } else { plan.lanes - 1 - step };
            let even = even[lane].clone();
            let middle = (low + high) / 2.0;
            set_lane(plan, lane, low, high, |plan, i| wish(plan, &ties, plan.items[lane][i], even[i], middle));
        }
    }
    width
}

fn set_lane(plan: &mut Plan, lane: usize, low: f64, high: f64, wish: impl Fn(&Plan, usize) -> Wish) {
    let distances = distances(plan, lane);
    let items = plan.items[lane].clone();
    let wishes: Vec<Wish> = (0..items.len()).map(|i| Wish { gap: distances[i], ..wish(plan, i) }).collect();
    let half = |item: Option<&Item>| match item {
        Some(Item::Column(column)) => plan.columns[*column].width / 2.0,
        Some(Item::Wire(_)) => BOX_CLEARANCE / 2.0,
        None => 0.0,
    };
    let found = spread(&wishes, low + half(items.first()), high - half(items.last()));
    for (item, x) in items.into_iter().zip(found) {
        match item {
            Item::Column(column) => plan.columns[column].center = on_grid(x),
            Item::Wire(wire) => plan.wires[wire].x = on_grid(x),
        }
    }
}

/// Positions that share the free room of a lane equally.
fn evenly(plan: &Plan, lane: usize, low: f64, high: f64) -> Vec<f64> {
    let distances = distances(plan, lane);
    let columns = plan.items[lane].iter().filter(|item| matches!(item, Item::Column(_))).count() as f64;
    let free = ((high - low) - least_width(plan, lane)).max(0.0) / (columns + 1.0);
    let mut x = low;
    let mut positions = Vec::with_capacity(distances.len());
    for (i, item) in plan.items[lane].iter().enumerate() {
        let column = match item {
            Item::Column(column) => Some(*column),
            Item::Wire(_) => None,
        };
        x += distances[i];
        if i == 0 {
            x += column.map_or(BOX_CLEARANCE / 2.0, |column| plan.columns[column].width / 2.0);
        }
        if column.is_some() {
            x += free;
        }
        positions.push(x);
    }
    positions
}

/// What each item is tied to: per column and per wire, pairs of the own anchor and the other.
struct Ties {
    columns: Vec<Vec<(Anchor, Anchor, f64)>>,
    wires: Vec<Vec<(Anchor, Anchor, f64)>>,
}

fn ties(plan: &Plan) -> Ties {
    let mut ties = Ties { columns: vec![Vec::new(); plan.columns.len()], wires: vec![Vec::new(); plan.wires.len()] };
    let mut tie = |a: Anchor, b: Anchor, weight: f64| {
        for (own, other) in [(a, b), (b, a)] {
            match own {
                Anchor::Box(node) => ties.columns[plan.column_of[node]].push((own, other, weight)),
                Anchor::Wire(wire) => ties.wires[wire].push((own, other, weight)),
            }
        }
    };
    for (edge, way) in plan.edges.iter().zip(&plan.ways) {
        match way {
            Way::Channels { from, passes, to, .. } => {
                let end = |node: usize, exit: &Exit| match exit {
                    Exit::Port(_) => Anchor::Box(node),
                    Exit::Flank { wire, .. } => Anchor::Wire(*wire),
                };
                let within_lane = plan.nodes[edge.from].lane == plan.nodes[edge.to].lane;
                let mut at = end(edge.from, from);
                let chain = passes.iter().map(|wire| Anchor::Wire(*wire)).chain([end(edge.to, to)]);
                for next in chain {
                    let spine = plan.nodes[edge.from].emphasis && plan.nodes[edge.to].emphasis;
                    let weight = if within_lane {
                        0.1
                    } else if spine {
                        40.0
                    } else {
                        match (at, next) {
                            (Anchor::Wire(_), Anchor::Wire(_)) => 4.0,
                            (Anchor::Box(_), Anchor::Box(_)) => 1.0,
                            _ => 3.0,
                        }
                    };
                    tie(at, next, weight);
                    at = next;
                }
            }
            Way::Beside { .. } => tie(Anchor::Box(edge.from), Anchor::Box(edge.to), 0.05),
            Way::Stacked | Way::Around { .. } => {}
        }
    }
    ties
}

fn wish(plan: &Plan, ties: &Ties, item: Item, even: f64, middle: f64) -> Wish {
    let (list, own) = match item {
        Item::Column(column) => (&ties.columns[column], plan.columns[column].center),
        Item::Wire(wire) => (&ties.wires[wire], plan.wires[wire].x),
    };
    let mut pulls: Vec<(f64, f64)> = Vec::with_capacity(list.len() + 2);
    for &(from, to, weight) in list {
        let at = match (from, to) {
            // A wire is content anywhere above or below the box: its port moves along.
            (Anchor::Wire(_), Anchor::Box(node)) => {
                let column = &plan.columns[plan.column_of[node]];
                let reach = (column.width / 2.0 - PORT_INSET).max(0.0);
                own.clamp(column.center - reach, column.center + reach)
            }
            (Anchor::Box(node), Anchor::Wire(wire)) => {
                let reach = (plan.columns[plan.column_of[node]].width / 2.0 - PORT_INSET).max(0.0);
                let x = plan.wires[wire].x;
                own.clamp(x - reach, x + reach)
            }
            (Anchor::Box(_), Anchor::Box(node)) => plan.columns[plan.column_of[node]].center,
            (Anchor::Wire(_), Anchor::Wire(wire)) => plan.wires[wire].x,
        };
        pulls.push((at, weight));
    }
    match item {
        Item::Column(column) => {
            pulls.push((even, 1.2));
            if plan.columns[column].nodes.iter().any(|node| plan.nodes[*node].emphasis) {
                pulls.push((middle, 4.0));
            }
        }
        Item::Wire(_) if pulls.is_empty() => pulls.push((even, 0.1)),
        Item::Wire(_) => {}
    }
    let weight: f64 = pulls.iter().map(|pull| pull.1).sum();
    Wish { at: pulls.iter().map(|pull| pull.0 * pull.1).sum::<f64>() / weight, weight, gap: 0.0 }
}
