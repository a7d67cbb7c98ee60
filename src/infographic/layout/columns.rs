//! From an order to columns: which boxes stand on each other, which lines run straight, and which take a wire through a lane.

use super::order::{CENTRAL, Layers};
use super::ports::widen_for_ports;
use super::{
    AISLE, BOX_CLEARANCE, Column, Edge, Exit, Frame, Item, LINE_GAP, LINKED_AISLE, Node, Plan, Side, Way, Wire,
};

/// Sets the boxes in columns that fit the frame, and decides the way of every edge.
pub fn arrange<'a>(
    nodes: &'a [Node],
    edges: &'a [Edge],
    lanes: usize,
    ordered: &[Vec<usize>],
    frame: &Frame,
) -> Plan<'a> {
    let room = frame.width - frame.left - frame.right_margin;
    let mut most: Vec<usize> = ordered.iter().map(|lane| lane.len().max(1)).collect();
    loop {
        let plan = attempt(nodes, edges, lanes, ordered, room, &most);
        let crowded = (0..lanes).filter(|lane| least_width(&plan, *lane) > room);
        let mut again = false;
        for lane in crowded {
            let count = plan.items[lane].iter().filter(|item| matches!(item, Item::Column(_))).count();
            // Where nothing more can be stacked the drawing becomes wider.
            if count > 2 && most[lane] >= count {
                most[lane] = count - 1;
                again = true;
            }
        }
        if !again {
            return plan;
        }
    }
}

fn attempt<'a>(
    nodes: &'a [Node],
    edges: &'a [Edge],
    lanes: usize,
    ordered: &[Vec<usize>],
    room: f64,
    most: &[usize],
) -> Plan<'a> {
    let mut columns = Vec::new();
    for (lane, order) in ordered.iter().enumerate() {
        let passing = edges.iter().filter(|edge| {
            let (a, b) = (nodes[edge.from].lane, nodes[edge.to].lane);
            a.min(b) < lane && lane < a.max(b)
        });
        let room = room - passing.count() as f64 * LINE_GAP;
        columns.extend(lane_columns(lane, order, nodes, edges, room, most[lane]));
    }
    let mut column_of = vec![0; nodes.len()];
    for (i, column) in columns.iter_mut().enumerate() {
        sort_stack(column, nodes, edges);
        column.nodes.iter().for_each(|node| column_of[*node] = i);
    }
    let mut plan = Plan {
        nodes,
        edges,
        lanes,
        columns,
        column_of,
        wires: Vec::new(),
        items: vec![Vec::new(); lanes],
        ways: Vec::new(),
        boxes: Vec::new(),
        content: Vec::new(),
        side_y: vec![[0.0; 2]; edges.len()],
        port_x: vec![[0.0; 2]; edges.len()],
    };
    order_columns(&mut plan);
    choose_ways(&mut plan);
    add_flanks(&mut plan);
    widen_for_ports(&mut plan);
    plan
}

/// The node with the most neighbours in its own lane, when there are enough to stack them on both its sides.
fn hub(order: &[usize], nodes: &[Node], edges: &[Edge]) -> Option<usize> {
    let rank = |node: usize| {
        let beside = neighbours(node, edges).filter(|n| nodes[*n].lane == nodes[node].lane && *n != node).count();
        (beside, nodes[node].emphasis)
    };
    let best = order.iter().copied().rev().max_by_key(|node| rank(*node))?;
    (rank(best).0 >= 3).then_some(best)
}

fn neighbours(node: usize, edges: &[Edge]) -> impl Iterator<Item = usize> {
    edges.iter().filter_map(move |edge| match (edge.from == node, edge.to == node) {
        (true, _) => Some(edge.to),
        (_, true) => Some(edge.from),
        _ => None,
    })
}

fn lane_columns(lane: usize, order: &[usize], nodes: &[Node], edges: &[Edge], room: f64, most: usize) -> Vec<Column> {
    let single = |node: usize| Column { lane, nodes: vec![node], ..Column::default() };
    let mut columns: Vec<Column> = Vec::new();
    match hub(order, nodes, edges) {
        None => columns.extend(order.iter().copied().map(single)),
        Some(hub) => {
            let at = order.iter().position(|node| *node == hub).unwrap_or(0);
            let linked = |node: &usize| neighbours(hub, edges).any(|n| n == *node);
            let side = |part: &[usize]| -> (Vec<usize>, Vec<usize>) { part.iter().copied().partition(linked) };
            let (mut left, left_rest) = side(&order[..at]);
            let (mut right, right_rest) = side(&order[at + 1..]);
            let lonely = |node: &usize, rest: &[usize]| {
                !neighbours(*node, edges).any(|n| n != hub && nodes[n].lane == lane && rest.contains(&n))
            };
            let at_left = order[..at].to_vec();
            let at_right = order[at + 1..].to_vec();
            balance((&mut left, left_rest.len()), (&mut right, right_rest.len()), |node| lonely(node, &at_left));
            balance((&mut right, right_rest.len()), (&mut left, left_rest.len()), |node| lonely(node, &at_right));
            columns.extend(left_rest.into_iter().map(single));
            columns.extend((!left.is_empty()).then(|| Column { lane, nodes: left, ..Column::default() }));
            columns.push(Column { tall: true, ..single(hub) });
            columns.extend((!right.is_empty()).then(|| Column { lane, nodes: right, ..Column::default() }));
            columns.extend(right_rest.into_iter().map(single));
        }
    }
    let width = |column: &Column| column.nodes.iter().map(|node| nodes[*node].width).fold(0.0, f64::max);
    loop {
        let linked = if columns.iter().any(|column| column.tall) { 2.0 * (LINKED_AISLE - AISLE) } else { 0.0 };
        let aisles = AISLE * columns.len().saturating_sub(1) as f64 + linked;
        let needed: f64 = columns.iter().map(width).sum::<f64>() + aisles;
        if columns.len() <= most && needed <= room || !merge_two(&mut columns, nodes) {
            break;
        }
    }
    columns.iter_mut().for_each(|column| column.width = width(column));
    columns
}

/// Moves boxes from the fuller side of a hub to the other, if nothing but the hub ties them to their side.
fn balance(from: (&mut Vec<usize>, usize), to: (&mut Vec<usize>, usize), free: impl Fn(&usize) -> bool) {
    while from.0.len() + from.1 >= to.0.len() + to.1 + 2 {
        let Some(at) = from.0.iter().rposition(&free) else { return };
        to.0.push(from.0.remove(at));
    }
}

/// Stacks the two neighbouring columns that are lowest together; false when there are none.
fn merge_two(columns: &mut Vec<Column>, nodes: &[Node]) -> bool {
    let height = |column: &Column| column.nodes.iter().map(|node| nodes[*node].height + 16.0).sum::<f64>();
    let pairs = (1..columns.len()).filter(|i| !columns[*i].tall && !columns[i - 1].tall);
    let lowest = pairs.min_by(|a, b| {
        let sum = |i: usize| height(&columns[i]) + height(&columns[i - 1]);
        sum(*a).total_cmp(&sum(*b))
    });
    let Some(second) = lowest else { return false };
    let moved = columns.remove(second).nodes;
    columns[second - 1].nodes.extend(moved);
    true
}

/// Boxes with most lines up on top, those with most lines down at the bottom.
fn sort_stack(column: &mut Column, nodes: &[Node], edges: &[Edge]) {
    let lane = column.lane;
    let pull = |node: usize| -> i64 {
        neighbours(node, edges).map(|n| i64::from(nodes[n].lane > lane) - i64::from(nodes[n].lane < lane)).sum()
    };
    column.nodes.sort_by_key(|node| pull(*node));
}

/// Orders the columns, and the passes of lines through lanes that are not theirs; adds those as wires.
fn order_columns(plan: &mut Plan) {
    let mut layers = Layers { order: vec![Vec::new(); plan.lanes], ..Layers::default() };
    for column in &plan.columns {
        let central = column.nodes.iter().any(|node| plan.nodes[*node].emphasis);
        layers.add(column.lane, if central { CENTRAL } else { 0.0 });
    }
    let columns = plan.columns.len();
    for (index, edge) in plan.edges.iter().enumerate() {
        let (from, to) = (plan.column_of[edge.from], plan.column_of[edge.to]);
        let (upper, lower) = if plan.columns[from].lane <= plan.columns[to].lane { (from, to) } else { (to, from) };
        let (top, bottom) = (plan.columns[upper].lane, plan.columns[lower].lane);
        if top == bottom {
            // Next to a hub a line is straight, anywhere else it has to go around: worth more than a crossing.
            let times = if plan.columns[upper].tall || plan.columns[lower].tall { 5 } else { 1 };
            for _ in 0..if upper == lower { 0 } else { times } {
                layers.join_beside(upper, lower);
            }
            continue;
        }
        let mut at = upper;
        for lane in top + 1..bottom {
            plan.wires.push(Wire { edge: index, lane, x: 0.0 });
            let pass = layers.add(lane, 0.0);
            layers.join_down(at, pass);
            at = pass;
        }
        layers.join_down(at, lower);
    }
    layers.reduce();
    let item = |unit: &usize| if *unit < columns { Item::Column(*unit) } else { Item::Wire(unit - columns) };
    plan.items = layers.order.iter().map(|layer| layer.iter().map(item).collect()).collect();
}

/// The place of each column among the columns of its lane, and of each item among all.
fn ranks(plan: &Plan) -> (Vec<usize>, Vec<f64>) {
    let (mut rank, mut share) = (vec![0; plan.columns.len()], vec![0.0; plan.columns.len()]);
    for lane in &plan.items {
        let mut count = 0;
        for (i, item) in lane.iter().enumerate() {
            if let Item::Column(column) = item {
                rank[*column] = count;
                share[*column] = (i as f64 + 0.5) / lane.len() as f64;
                count += 1;
            }
        }
    }
    (rank, share)
}

fn choose_ways(plan: &mut Plan) {
    let (rank, share) = ranks(plan);
    // How many lines run through the aisle on the left and right of each column: what a flank wire there would cross.
    let mut beside = vec![[0_usize; 2]; plan.columns.len()];
    for edge in plan.edges {
        let (a, b) = (plan.column_of[edge.from], plan.column_of[edge.to]);
        if plan.columns[a].lane == plan.columns[b].lane && rank[a].abs_diff(rank[b]) == 1 {
            let (left, right) = if rank[a] < rank[b] { (a, b) } else { (b, a) };
            beside[left][1] += 1;
            beside[right][0] += 1;
        }
    }
    for (index, edge) in plan.edges.iter().enumerate() {
        let (a, b) = (plan.column_of[edge.from], plan.column_of[edge.to]);
        let way = if a == b {
            let place = |node: usize| plan.columns[a].nodes.iter().position(|n| *n == node).unwrap_or(0);
            if place(edge.from).abs_diff(place(edge.to)) == 1 {
                Way::Stacked
            } else {
                let side = if beside[a][0] < beside[a][1] { Side::Left } else { Side::Right };
                Way::Around { side, wire: new_wire(&mut plan.wires, index, plan.columns[a].lane) }
            }
        } else if plan.columns[a].lane == plan.columns[b].lane && rank[a].abs_diff(rank[b]) == 1 {
            Way::Beside { wire: None }
        } else {
            through_channels(plan, index, &share, &beside)
        };
        plan.ways.push(way);
    }
}

fn new_wire(wires: &mut Vec<Wire>, edge: usize, lane: usize) -> usize {
    wires.push(Wire { edge, lane, x: 0.0 });
    wires.len() - 1
}

fn through_channels(plan: &mut Plan, index: usize, share: &[f64], beside: &[[usize; 2]]) -> Way {
    let edge = plan.edges[index];
    let (a, b) = (plan.column_of[edge.from], plan.column_of[edge.to]);
    let (lane_a, lane_b) = (plan.columns[a].lane, plan.columns[b].lane);
    let (leave, arrive) = match lane_a.cmp(&lane_b) {
        std::cmp::Ordering::Less => (Side::Bottom, Side::Top),
        std::cmp::Ordering::Greater => (Side::Top, Side::Bottom),
        std::cmp::Ordering::Equal => {
            let side = around_lane(plan, edge, share);
            (side, side)
        }
    };
    let mut passes: Vec<usize> = (0..plan.wires.len())
        .filter(|wire| {
            let lane = plan.wires[*wire].lane;
            plan.wires[*wire].edge == index && lane > lane_a.min(lane_b) && lane < lane_a.max(lane_b)
        })
        .collect();
    if lane_a > lane_b {
        passes.reverse();
    }
    let first_channel = if leave == Side::Bottom { lane_a + 1 } else { lane_a };
    let from = exit(plan, index, edge.from, leave, share[b], share, beside);
    let to = exit(plan, index, edge.to, arrive, share[a], share, beside);
    Way::Channels { from, passes, to, first_channel }
}

/// Whether an edge within a lane, between columns that are no neighbours, goes over or under it.
fn around_lane(plan: &Plan, edge: Edge, share: &[f64]) -> Side {
    let lane = plan.nodes[edge.from].lane;
    let (a, b) = (share[plan.column_of[edge.from]], share[plan.column_of[edge.to]]);
    let between = |column: usize| share[column] > a.min(b) && share[column] < a.max(b);
    let cost = |side: Side| {
        let ends = [edge.from, edge.to].into_iter().filter(|node| !faces(plan, *node, side)).count() as f64;
        let outer = if side == Side::Top { lane == 0 } else { lane + 1 == plan.lanes };
        let crossed = plan.edges.iter().filter(|other| {
            let other = [other.from, other.to].map(|node| (plan.nodes[node].lane, plan.column_of[node]));
            let leaves = |(lane_of, column): (usize, usize), other_lane: usize| {
                lane_of == lane
                    && between(column)
                    && if side == Side::Top { other_lane < lane } else { other_lane > lane }
            };
            leaves(other[0], other[1].0) || leaves(other[1], other[0].0)
        });
        ends * 2.0 + crossed.count() as f64 + if outer { 0.5 } else { 0.0 }
    };
    if cost(Side::Top) < cost(Side::Bottom) { Side::Top } else { Side::Bottom }
}

/// Whether nothing stands between a box and the channel on that side of its lane.
fn faces(plan: &Plan, node: usize, side: Side) -> bool {
    let stack = &plan.columns[plan.column_of[node]].nodes;
    if side == Side::Top { stack.first() == Some(&node) } else { stack.last() == Some(&node) }
}

fn exit(
    plan: &mut Plan,
    edge: usize,
    node: usize,
    side: Side,
    target: f64,
    share: &[f64],
    beside: &[[usize; 2]],
) -> Exit {
    if faces(plan, node, side) {
        return Exit::Port(side);
    }
    let column = plan.column_of[node];
    let away = |left: bool| if (target < share[column]) == left { 0.0 } else { 0.7 };
    let cost = [beside[column][0] as f64 + away(true), beside[column][1] as f64 + away(false)];
    let flank = if cost[0] < cost[1] { Side::Left } else { Side::Right };
    Exit::Flank { side: flank, wire: new_wire(&mut plan.wires, edge, plan.columns[column].lane) }
}

/// Sets the wires that run along a column beside it: those of inner boxes nearest to it.
fn add_flanks(plan: &mut Plan) {
    let mut flanks: Vec<[Vec<(usize, usize)>; 2]> = vec![Default::default(); plan.columns.len()];
    let mut add = |plan: &Plan, node: usize, side: Side, down: Option<bool>, wire: usize| {
        let column = plan.column_of[node];
        let stack = &plan.columns[column].nodes;
        let place = stack.iter().position(|n| *n == node).unwrap_or(0);
        let depth = match down {
            None => 0,
            Some(true) => stack.len() - place,
            Some(false) => place + 1,
        };
        flanks[column][usize::from(side == Side::Right)].push((depth, wire));
    };
    for (index, way) in plan.ways.iter().enumerate() {
        let edge = plan.edges[index];
        match way {
            Way::Around { side, wire } => add(plan, edge.from, *side, None, *wire),
            Way::Channels { from, to, first_channel, passes } => {
                let leaves_down = *first_channel > plan.nodes[edge.from].lane;
                let last_channel =
                    if leaves_down { first_channel + passes.len() } else { first_channel - passes.len() };
                let arrives_down = last_channel > plan.nodes[edge.to].lane;
                if let Exit::Flank { side, wire } = from {
                    add(plan, edge.from, *side, Some(leaves_down), *wire);
                }
                if let Exit::Flank { side, wire } = to {
                    add(plan, edge.to, *side, Some(arrives_down), *wire);
                }
            }
            Way::Stacked | Way::Beside { .. } => {}
        }
    }
    for lane in &mut plan.items {
        let mut with_flanks = Vec::with_capacity(lane.len());
        for item in lane.drain(..) {
            let Item::Column(column) = item else {
                with_flanks.push(item);
                continue;
            };
            let [left, right] = &mut flanks[column];
            left.sort_unstable();
            right.sort_unstable();
            with_flanks.extend(left.iter().rev().map(|(_, wire)| Item::Wire(*wire)));
            with_flanks.push(item);
            with_flanks.extend(right.iter().map(|(_, wire)| Item::Wire(*wire)));
        }
        *lane = with_flanks;
    }
}

/// The aisles of a lane: for each item but the first, the least distance between its middle and that of the one before.
pub fn distances(plan: &Plan, lane: usize) -> Vec<f64> {
    let items = &plan.items[lane];
    let half = |item: &Item| if let Item::Column(column) = item { plan.columns[*column].width / 2.0 } else { 0.0 };
    let mut distances = vec![0.0; items.len()];
    let mut last_column: Option<(usize, usize)> = None;
    for (i, item) in items.iter().enumerate() {
        if i > 0 {
            let between = match (items[i - 1], item) {
                (Item::Column(_), Item::Column(_)) => AISLE,
                (Item::Wire(_), Item::Wire(_)) => LINE_GAP,
                _ => BOX_CLEARANCE,
            };
            distances[i] = half(&items[i - 1]) + between + half(item);
        }
        if let Item::Column(column) = item {
            if let Some((at, before)) = last_column.filter(|(_, before)| linked(plan, *before, *column)) {
                let aisle: f64 = distances[at + 1..=i].iter().sum::<f64>()
                    - (plan.columns[before].width + plan.columns[*column].width) / 2.0;
                let short = (LINKED_AISLE - aisle).max(0.0) / (i - at) as f64;
                distances[at + 1..=i].iter_mut().for_each(|distance| *distance += short);
            }
            last_column = Some((i, *column));
        }
    }
    // Whole lines apart, so that what is rounded to the grid keeps its distance.
    distances.iter().map(|distance| (distance / LINE_GAP).ceil() * LINE_GAP).collect()
}

/// Whether a line runs straight through the aisle between two columns.
fn linked(plan: &Plan, a: usize, b: usize) -> bool {
    plan.edges.iter().zip(&plan.ways).any(|(edge, way)| {
        let ends = (plan.column_of[edge.from], plan.column_of[edge.to]);
        matches!(way, Way::Beside { .. }) && (ends == (a, b) || ends == (b, a))
    })
}

/// The least width that a lane can be set in.
pub fn least_width(plan: &Plan, lane: usize) -> f64 {
    let ends = [plan.items[lane].first(), plan.items[lane].last()];
    let outer = ends.iter().flatten().map(|item| match item {
        Item::Column(column) => plan.columns[*column].width / 2.0,
        Item::Wire(_) => BOX_CLEARANCE / 2.0,
    });
    distances(plan, lane).iter().sum::<f64>() + outer.sum::<f64>() + LINE_GAP
}
