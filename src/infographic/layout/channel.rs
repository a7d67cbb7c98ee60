//! The channels between lanes: at which x a line enters and leaves, and on which track it runs sideways.

use super::place::on_grid;
use super::spread::{Wish, spread};
use super::{Exit, LINE_GAP, PORT_INSET, Plan, Way};

/// Where a line enters or leaves a channel.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Terminal {
    /// Where along the channel.
    pub x: f64,
    /// Comes from the lane above the channel, not from the one below.
    pub above: bool,
    /// The box whose port it is; a wire has a fixed x.
    node: Option<usize>,
}

/// One line's crossing of one channel.
#[derive(Debug, Clone)]
pub struct Net {
    /// The edge it is a part of.
    pub edge: usize,
    /// In the direction of the edge: where it comes in, and where it goes out.
    pub ends: [Terminal; 2],
    /// Its track, from the top; `None` when it goes straight on.
    pub track: Option<usize>,
}

impl Net {
    fn span(&self) -> (f64, f64) {
        let [a, b] = self.ends;
        (a.x.min(b.x), a.x.max(b.x))
    }

    /// The x of its ends on one side of the channel.
    fn verticals(&self, above: bool) -> impl Iterator<Item = f64> {
        self.ends.into_iter().filter(move |end| end.above == above).map(|end| end.x)
    }

    fn is_straight(&self) -> bool {
        let [a, b] = self.ends;
        a.above != b.above && (a.x - b.x).abs() < 0.5
    }
}

/// One channel with its lines.
#[derive(Debug, Clone, Default)]
pub struct Channel {
    /// The lines through it.
    pub nets: Vec<Net>,
    /// How many tracks they need.
    pub tracks: usize,
}

/// Two lines closer than this would touch; on their grid they are so only in one place.
const TOUCH: f64 = LINE_GAP - 1.0;
/// How many lines of one channel may step aside.
const MOST_STEPS: usize = 12;
/// What it costs when two lines run over each other, in crossings.
const OVERLAP: f64 = 1000.0;

/// Sets the ports of all lines at the tops and bottoms of boxes, and their tracks, between `low` and `high`.
pub fn assign(plan: &mut Plan, low: f64, high: f64) -> Vec<Channel> {
    let mut channels = nets(plan);
    for channel in &mut channels {
        set_ports(channel, plan);
        set_tracks(channel);
        // Two lines that each have to run above the other: one of them steps aside on a track of its own.
        for _ in 0..MOST_STEPS {
            if !step_aside(channel, low, high) {
                break;
            }
            set_tracks(channel);
        }
    }
    for channel in &channels {
        for net in &channel.nets {
            if let Way::Channels { from, to, .. } = &plan.ways[net.edge] {
                let ends = plan.edges[net.edge];
                for terminal in net.ends {
                    if terminal.node == Some(ends.from) && matches!(from, Exit::Port(_)) {
                        plan.port_x[net.edge][0] = terminal.x;
                    } else if terminal.node == Some(ends.to) && matches!(to, Exit::Port(_)) {
                        plan.port_x[net.edge][1] = terminal.x;
                    }
                }
            }
        }
    }
    channels
}

fn nets(plan: &Plan) -> Vec<Channel> {
    let mut channels = vec![Channel::default(); plan.lanes + 1];
    for (index, (edge, way)) in plan.edges.iter().zip(&plan.ways).enumerate() {
        let Way::Channels { from, passes, to, first_channel } = way else { continue };
        let at_box = |node: usize, exit: &Exit, above: bool| match exit {
            Exit::Port(_) => Terminal { x: plan.columns[plan.column_of[node]].center, above, node: Some(node) },
            Exit::Flank { wire, .. } => Terminal { x: plan.wires[*wire].x, above, node: None },
        };
        let lane = plan.nodes[edge.from].lane;
        let down = *first_channel > lane;
        let within_lane = lane == plan.nodes[edge.to].lane;
        let mut channel = *first_channel;
        let mut start = at_box(edge.from, from, down);
        for wire in passes {
            let x = plan.wires[*wire].x;
            let end = Terminal { x, above: !down, node: None };
            channels[channel].nets.push(Net { edge: index, ends: [start, end], track: None });
            start = Terminal { x, above: down, node: None };
            channel = if down { channel + 1 } else { channel - 1 };
        }
        let end = at_box(edge.to, to, if within_lane { down } else { !down });
        channels[channel].nets.push(Net { edge: index, ends: [start, end], track: None });
    }
    channels
}

type PortGroup = ((usize, bool), Vec<(usize, usize)>);

/// Spreads the ports of each box over its side, straight above or below where the line goes if that can be.
fn set_ports(channel: &mut Channel, plan: &Plan) {
    // Per side of a box: its node and whether it is the underside, and the nets and ends that have their port there.
    let mut groups: Vec<PortGroup> = Vec::new();
    for (n, net) in channel.nets.iter().enumerate() {
        for (e, end) in net.ends.iter().enumerate() {
            if let Some(node) = end.node {
                let key = (node, end.above);
                match groups.iter_mut().find(|(other, _)| *other == key) {
                    Some((_, members)) => members.push((n, e)),
                    None => groups.push((key, vec![(n, e)])),
                }
            }
        }
    }
    groups.sort_by_key(|(key, _)| *key);
    for round in 0..6 {
        for ((node, _), members) in &mut groups {
            let column = &plan.columns[plan.column_of[*node]];
            let (low, high) =
                (column.center - column.width / 2.0 + PORT_INSET, column.center + column.width / 2.0 - PORT_INSET);
            let (low, high) = ((low / LINE_GAP).ceil() * LINE_GAP, (high / LINE_GAP).floor() * LINE_GAP);
            let target = |&(n, e): &(usize, usize)| channel.nets[n].ends[1 - e].x;
            if round < 3 {
                let key = |member: &(usize, usize)| port_order(&channel.nets[member.0], member.1, column.center);
                members.sort_by(|a, b| {
                    let (a, b) = (key(a), key(b));
                    a.0.cmp(&b.0).then(a.1.total_cmp(&b.1))
                });
            }
            let wishes: Vec<Wish> = members
                .iter()
                .map(|member| {
                    let at = target(member);
                    let inside = (low..=high).contains(&at);
                    // A wire stays where it is: above or below it the line is straight, a little beside it the line has a kink.
                    let fixed = channel.nets[member.0].ends[1 - member.1].node.is_none();
                    let towards_center = if inside { at } else { at.clamp(low, high) * 0.35 + column.center * 0.65 };
                    Wish {
                        at: towards_center,
                        weight: [1.0, 4.0, 200.0][usize::from(inside) + usize::from(inside && fixed)],
                        gap: LINE_GAP,
                    }
                })
                .collect();
            let found = spread(&wishes, low, high);
            for (&(n, e), x) in members.iter().zip(found) {
                channel.nets[n].ends[e].x = on_grid(x);
            }
        }
    }
}

/// Lines that come back to the same lane lie outermost, the shortest of them farthest out.
fn port_order(net: &Net, end: usize, center: f64) -> (i8, f64) {
    let other = net.ends[1 - end];
    if other.above != net.ends[end].above {
        return (0, other.x);
    }
    if other.x < center { (-1, -other.x) } else { (1, -other.x) }
}

/// Puts the lines that turn in an order from top to bottom with few crossings and no overlap, then on as few tracks as that
/// order allows.
fn set_tracks(channel: &mut Channel) {
    let turning: Vec<usize> = (0..channel.nets.len()).filter(|n| !channel.nets[*n].is_straight()).collect();
    let count = turning.len();
    let mut above = vec![0.0; count * count];
    for (i, a) in turning.iter().enumerate() {
        for (j, b) in turning.iter().enumerate() {
            if i != j {
                above[i * count + j] = cost_above(&channel.nets[*a], &channel.nets[*b]);
            }
        }
    }
    let order = sorted_by_cost(count, &above, |i| channel.nets[turning[i]].span());
    let mut tracks = vec![0; count];
    for (place, &i) in order.iter().enumerate() {
        let net = &channel.nets[turning[i]];
        let earlier = order[..place].iter().filter(|j| conflict(&channel.nets[turning[**j]], net));
        tracks[i] = earlier.map(|j| tracks[*j] + 1).max().unwrap_or(0);
    }
    channel.tracks = tracks.iter().map(|track| track + 1).max().unwrap_or(0);
    for (i, n) in turning.into_iter().enumerate() {
        channel.nets[n].track = Some(tracks[i]);
    }
}

/// What it costs to run `upper` on a track above that of `lower`.
fn cost_above(upper: &Net, lower: &Net) -> f64 {
    let inside = |x: f64, span: (f64, f64)| x > span.0 - 1.0 && x < span.1 + 1.0;
    let crossed = lower.verticals(true).filter(|x| inside(*x, upper.span())).count()
        + upper.verticals(false).filter(|x| inside(*x, lower.span())).count();
    // A part that stepped aside hangs under its own line.
    let touching = upper
        .verticals(false)
        .flat_map(|x| lower.verticals(true).map(move |y| (x - y).abs()))
        .filter(|distance| *distance < TOUCH)
        .count();
    crossed as f64 + OVERLAP * touching as f64
}

/// Whether two lines cannot share a track.
fn conflict(a: &Net, b: &Net) -> bool {
    let ((a0, a1), (b0, b1)) = (a.span(), b.span());
    a0 < b1 + LINE_GAP && b0 < a1 + LINE_GAP
}

/// Splits the first line that runs down over one that comes from above; false when there is none.
fn step_aside(channel: &mut Channel, low: f64, high: f64) -> bool {
    let nets = &channel.nets;
    let touches = |upper: &Net, lower: &Net| {
        let below = upper.track.zip(lower.track).is_some_and(|(upper, lower)| upper < lower);
        let near = |x: f64| lower.verticals(true).any(|y| (x - y).abs() < TOUCH);
        if below { (0..2).find(|end| !upper.ends[*end].above && near(upper.ends[*end].x)) } else { None }
    };
    let pairs = (0..nets.len()).flat_map(|a| (0..nets.len()).map(move |b| (a, b)));
    let found = pairs.filter(|(a, b)| nets[*a].edge != nets[*b].edge);
    let taken: Vec<f64> = nets.iter().flat_map(|net| net.ends.map(|end| end.x)).collect();
    let free = |x: &f64| (low..=high).contains(x) && taken.iter().all(|other| (x - other).abs() > TOUCH);
    let place = |net: &Net, end: usize| {
        let wished = net.ends[end].x;
        let towards = (net.ends[1 - end].x - wished).signum();
        let steps = (1..40).flat_map(|i| [1.0, -1.0].map(|side| wished + towards * side * f64::from(i) * LINE_GAP));
        steps.into_iter().find(free)
    };
    let found = found.into_iter().find_map(|(a, b)| {
        let end = touches(&nets[a], &nets[b])?;
        Some((a, end, place(&nets[a], end)?))
    });
    let Some((index, end, x)) = found else { return false };
    let old = nets[index].clone();
    // The first part keeps to its track and ends at `x`; the second goes on from there, lower down.
    let aside = |above: bool| Terminal { x, above, node: None };
    let (mut main, mut step) = (old.clone(), old);
    main.ends[end] = aside(false);
    step.ends[1 - end] = aside(true);
    let parts = if end == 1 { [main, step] } else { [step, main] };
    channel.nets.splice(index..=index, parts);
    true
}

fn sorted_by_cost(count: usize, above: &[f64], span: impl Fn(usize) -> (f64, f64)) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by(|a, b| {
        let (a, b) = (span(*a), span(*b));
        (a.1 - a.0).total_cmp(&(b.1 - b.0)).then(a.0.total_cmp(&b.0))
    });
    for _ in 0..6 {
        let mut moved = false;
        for from in 0..count {
            let item = order[from];
            // The change in cost when the item moves to each place, kept up while it passes one other at a time.
            let (mut best, mut change) = ((0.0, from), 0.0);
            for to in (0..from).rev() {
                change += above[item * count + order[to]] - above[order[to] * count + item];
                if change < best.0 - 1e-9 {
                    best = (change, to);
                }
            }
            change = 0.0;
            for (to, other) in order.iter().enumerate().skip(from + 1) {
                change += above[other * count + item] - above[item * count + other];
                if change < best.0 - 1e-9 {
                    best = (change, to);
                }
            }
            if best.1 != from {
                order.remove(from);
                order.insert(best.1, item);
                moved = true;
            }
        }
        if !moved {
            break;
        }
    }
    order
}
