//! Heights of boxes and lanes, and where lines leave boxes sideways.

use super::spread::{Wish, spread};
use super::{
    Exit, Item, LANE_PADDING, LINE_GAP, LINKED_STACK_GAP, PORT_INSET, Plan, SIDE_INSET, STACK_GAP, Side, Way, Wire,
};
use crate::infographic::geometry::Rect;

/// One line's port on the side of a box.
#[derive(Debug, Clone, Copy)]
struct SidePort {
    edge: usize,
    /// 0 where the edge starts, 1 where it ends.
    end: usize,
    node: usize,
    side: Side,
    /// Goes out over a wire: up (-1), down (1), or to a neighbouring column (0).
    turn: i8,
}

/// Sets the heights of boxes, relative to the top of their lane's boxes, and the ports on their sides.
pub fn set_heights(plan: &mut Plan) {
    let ports = side_ports(plan);
    stack_boxes(plan, &ports);
    level_ports(plan, &ports);
    add_steps(plan);
}

fn side_ports(plan: &Plan) -> Vec<SidePort> {
    let mut ports = Vec::new();
    let rank = |column: usize| {
        plan.items[plan.columns[column].lane].iter().position(|item| *item == Item::Column(column)).unwrap_or(0)
    };
    for (edge, way) in plan.ways.iter().enumerate() {
        let ends = [plan.edges[edge].from, plan.edges[edge].to];
        match way {
            Way::Stacked => {}
            Way::Around { side, .. } => {
                let place =
                    |node: usize| plan.columns[plan.column_of[node]].nodes.iter().position(|n| *n == node).unwrap_or(0);
                let first_is_upper = place(ends[0]) < place(ends[1]);
                for (end, node) in ends.into_iter().enumerate() {
                    let turn = if (end == 0) == first_is_upper { 1 } else { -1 };
                    ports.push(SidePort { edge, end, node, side: *side, turn });
                }
            }
            Way::Beside { .. } => {
                let first_is_left = rank(plan.column_of[ends[0]]) < rank(plan.column_of[ends[1]]);
                for (end, node) in ends.into_iter().enumerate() {
                    let side = if (end == 0) == first_is_left { Side::Right } else { Side::Left };
                    ports.push(SidePort { edge, end, node, side, turn: 0 });
                }
            }
            Way::Channels { from, to, first_channel, passes } => {
                let lane = plan.nodes[ends[0]].lane;
                let leaves_down = *first_channel > lane;
                let last = if leaves_down { first_channel + passes.len() } else { first_channel - passes.len() };
                let arrives_down = last > plan.nodes[ends[1]].lane;
                for (end, exit, down) in [(0, from, leaves_down), (1, to, arrives_down)] {
                    if let Exit::Flank { side, .. } = exit {
                        let turn = if down { 1 } else { -1 };
                        ports.push(SidePort { edge, end, node: ends[end], side: *side, turn });
                    }
                }
            }
        }
    }
    ports
}

/// A box with many lines at its top or bottom becomes as wide as they need.
pub fn widen_for_ports(plan: &mut Plan) {
    let mut count = vec![[0_usize; 2]; plan.nodes.len()];
    for (edge, way) in plan.edges.iter().zip(&plan.ways) {
        if let Way::Channels { from, to, .. } = way {
            for (node, exit) in [(edge.from, from), (edge.to, to)] {
                match exit {
                    Exit::Port(Side::Top) => count[node][0] += 1,
                    Exit::Port(_) => count[node][1] += 1,
                    Exit::Flank { .. } => {}
                }
            }
        }
    }
    for column in &mut plan.columns {
        for node in &column.nodes {
            let most = count[*node][0].max(count[*node][1]);
            let needed = 2.0 * PORT_INSET + most as f64 * LINE_GAP;
            column.width = column.width.max(needed);
        }
    }
}

fn stack_boxes(plan: &mut Plan, ports: &[SidePort]) {
    let mut count = vec![[0_usize; 2]; plan.nodes.len()];
    for port in ports {
        count[port.node][usize::from(port.side == Side::Right)] += 1;
    }
    let height = |node: usize| {
        let most = count[node][0].max(count[node][1]);
        plan.nodes[node].height.max(2.0 * SIDE_INSET + most.saturating_sub(1) as f64 * LINE_GAP)
    };
    let gap = |a: usize, b: usize| {
        let joined = plan.edges.iter().zip(&plan.ways).any(|(edge, way)| {
            matches!(way, Way::Stacked) && ((edge.from, edge.to) == (a, b) || (edge.from, edge.to) == (b, a))
        });
        if joined { LINKED_STACK_GAP } else { STACK_GAP }
    };
    let total = |nodes: &[usize]| {
        let gaps: f64 = nodes.windows(2).map(|pair| gap(pair[0], pair[1])).sum();
        nodes.iter().map(|node| height(*node)).sum::<f64>() + gaps
    };
    plan.content = vec![0.0; plan.lanes];
    for column in &plan.columns {
        let content = &mut plan.content[column.lane];
        *content = content.max(total(&column.nodes));
    }
    plan.boxes = vec![Rect::default(); plan.nodes.len()];
    for column in &plan.columns {
        let room = plan.content[column.lane];
        let mut y = if column.tall { 0.0 } else { ((room - total(&column.nodes)) / 2.0).round() };
        for (i, &node) in column.nodes.iter().enumerate() {
            if i > 0 {
                y += gap(column.nodes[i - 1], node);
            }
            let h = if column.tall { room } else { height(node) };
            plan.boxes[node] = Rect::new(0.0, y, column.width, h);
            y += h;
        }
    }
}

/// Sets the ports so that as many lines as possible run level from box to box.
fn level_ports(plan: &mut Plan, ports: &[SidePort]) {
    for port in ports {
        plan.side_y[port.edge][port.end] = plan.boxes[port.node].center_y();
    }
    let mut groups: Vec<Vec<SidePort>> = Vec::new();
    let mut sorted = ports.to_vec();
    sorted.sort_by_key(|port| (port.node, port.side));
    for port in sorted {
        match groups.last_mut().filter(|group| group[0].node == port.node && group[0].side == port.side) {
            Some(group) => group.push(port),
            None => groups.push(vec![port]),
        }
    }
    // Boxes of their own height first: the tall ones follow them.
    groups.sort_by_key(|group| (plan.columns[plan.column_of[group[0].node]].tall, group[0].node, group[0].side));
    for round in 0..4 {
        for group in &mut groups {
            let own = plan.boxes[group[0].node];
            let other = |port: &SidePort| {
                let edge = plan.edges[port.edge];
                if port.end == 0 { edge.to } else { edge.from }
            };
            group.sort_by(|a, b| {
                let key = |port: &SidePort| (i16::from(port.turn), plan.boxes[other(port)].center_y());
                let (a, b) = (key(a), key(b));
                a.0.cmp(&b.0).then(a.1.total_cmp(&b.1))
            });
            let wishes: Vec<Wish> = group
                .iter()
                .map(|port| {
                    let partner = plan.side_y[port.edge][1 - port.end];
                    let at = match port.turn {
                        0 if round == 0 => plan.boxes[other(port)].center_y(),
                        0 => partner,
                        turn => own.center_y() + f64::from(turn) * 6.0,
                    };
                    Wish { at, weight: if port.turn == 0 { 1.0 } else { 0.3 }, gap: LINE_GAP }
                })
                .collect();
            let found = spread(&wishes, own.y + SIDE_INSET, own.bottom() - SIDE_INSET);
            for (port, y) in group.iter().zip(found) {
                plan.side_y[port.edge][port.end] = y.round();
            }
        }
    }
}

/// Lines between neighbouring columns that are not level get a wire to step on.
fn add_steps(plan: &mut Plan) {
    let mut steps: Vec<(usize, f64, usize)> = Vec::new();
    for (index, way) in plan.ways.iter_mut().enumerate() {
        let [from, to] = plan.side_y[index];
        if !matches!(way, Way::Beside { .. }) || (from - to).abs() < 0.5 {
            continue;
        }
        let lane = plan.nodes[plan.edges[index].from].lane;
        let place = |node: usize| {
            let column = plan.column_of[node];
            (plan.items[lane].iter().position(|item| *item == Item::Column(column)).unwrap_or(0), column)
        };
        let (a, b) = (place(plan.edges[index].from), place(plan.edges[index].to));
        let (left, y_left, y_right) = if a.0 < b.0 { (a.1, from, to) } else { (b.1, to, from) };
        plan.wires.push(Wire { edge: index, lane, x: 0.0 });
        let wire = plan.wires.len() - 1;
        *way = Way::Beside { wire: Some(wire) };
        // Lines that go down step the earlier, the lower they start; lines that go up the other way round.
        steps.push((left, if y_right > y_left { -y_left } else { y_left }, wire));
    }
    steps.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)));
    for (left, _, wire) in steps {
        let lane = plan.columns[left].lane;
        let items = &mut plan.items[lane];
        let mut at = items.iter().position(|item| *item == Item::Column(left)).map_or(0, |i| i + 1);
        // Past the wires along the left column itself, which must stay next to it.
        while let Some(Item::Wire(next)) = items.get(at) {
            if !is_right_flank(&plan.ways[plan.wires[*next].edge], *next) {
                break;
            }
            at += 1;
        }
        plan.items[lane].insert(at, Item::Wire(wire));
    }
}

/// Whether a wire runs along the column on its left.
fn is_right_flank(way: &Way, wire: usize) -> bool {
    match way {
        Way::Around { side, wire: own } => *own == wire && *side == Side::Right,
        Way::Channels { from, to, .. } => {
            [from, to].iter().any(|exit| matches!(exit, Exit::Flank { side: Side::Right, wire: own } if *own == wire))
        }
        Way::Beside { .. } | Way::Stacked => false,
    }
}

/// Height of a lane with its padding.
pub fn lane_height(content: f64, least: f64) -> f64 {
    (content + 2.0 * LANE_PADDING).max(least)
}
