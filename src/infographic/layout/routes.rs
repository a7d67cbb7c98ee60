//! Puts everything in its final place and draws the way of each line.

use super::channel::Channel;
use super::ports::lane_height;
use super::tangles::tangles;
use super::{Exit, Frame, LANE_GAP, LINE_GAP, Layout, Plan, Side, Way};
use crate::infographic::geometry::{Point, Rect, Route};

/// Radius of the bends.
pub const RADIUS: f64 = 8.0;

/// The finished layout, from the plan with all its positions.
pub fn finish(mut plan: Plan, channels: &[Channel], frame: &Frame, width: f64) -> Layout {
    let mut lanes = Vec::with_capacity(plan.lanes);
    let mut channel_tops = Vec::with_capacity(plan.lanes + 1);
    let mut y = 0.0;
    let mut offsets = Vec::with_capacity(plan.lanes);
    for (lane, channel) in channels.iter().enumerate() {
        channel_tops.push(y);
        y += channel_height(channel, lane == 0 || lane == plan.lanes);
        if lane < plan.lanes {
            let height = lane_height(plan.content[lane], frame.lane_heights[lane]);
            offsets.push((y + (height - plan.content[lane]) / 2.0).round());
            lanes.push(Rect::new(0.0, y, width, height));
            y += height;
        }
    }
    for (node, place) in plan.boxes.iter_mut().enumerate() {
        let column = &plan.columns[plan.column_of[node]];
        place.x = column.center - place.w / 2.0;
        place.y += offsets[plan.nodes[node].lane];
    }
    for (edge, heights) in plan.edges.iter().zip(&mut plan.side_y) {
        heights[0] += offsets[plan.nodes[edge.from].lane];
        heights[1] += offsets[plan.nodes[edge.to].lane];
    }
    let track_y = |channel: usize, track: usize| {
        let tracks = channels[channel].tracks.saturating_sub(1) as f64 * LINE_GAP;
        let height = channel_height(&channels[channel], channel == 0 || channel == plan.lanes);
        (channel_tops[channel] + (height - tracks) / 2.0).round() + track as f64 * LINE_GAP
    };
    let paths: Vec<Vec<Point>> = (0..plan.edges.len()).map(|edge| path(&plan, edge, channels, track_y)).collect();
    let routes: Vec<Route> = paths.iter().map(|path| Route::rounded(path, RADIUS)).collect();
    let tangles = tangles(&paths, &routes);
    Layout { width, height: y, lanes, boxes: plan.boxes, paths, routes, tangles }
}

fn channel_height(channel: &Channel, outer: bool) -> f64 {
    let tracks = channel.tracks as f64;
    match (outer, channel.tracks) {
        (true, 0) => 0.0,
        (true, _) => tracks * LINE_GAP + 4.0,
        (false, _) => LANE_GAP.max((tracks - 1.0) * LINE_GAP + 22.0),
    }
}

fn path(plan: &Plan, index: usize, channels: &[Channel], track_y: impl Fn(usize, usize) -> f64) -> Vec<Point> {
    let edge = plan.edges[index];
    let (from, to) = (plan.boxes[edge.from], plan.boxes[edge.to]);
    let [leave, arrive] = plan.side_y[index];
    match &plan.ways[index] {
        Way::Stacked => {
            let x = from.center_x();
            let (a, b) = if from.y < to.y { (from.bottom(), to.y) } else { (from.y, to.bottom()) };
            vec![Point::new(x, a), Point::new(x, b)]
        }
        Way::Beside { wire } => {
            let (a, b) = if from.x < to.x { (from.right(), to.x) } else { (from.x, to.right()) };
            let mut points = vec![Point::new(a, leave)];
            if let Some(wire) = wire {
                let x = plan.wires[*wire].x;
                points.extend(step(Point::new(x, leave), Point::new(x, arrive), b > a));
            }
            points.push(Point::new(b, arrive));
            points
        }
        Way::Around { side, wire } => {
            let edge_x = |place: &Rect| if *side == Side::Left { place.x } else { place.right() };
            let x = plan.wires[*wire].x;
            vec![
                Point::new(edge_x(&from), leave),
                Point::new(x, leave),
                Point::new(x, arrive),
                Point::new(edge_x(&to), arrive),
            ]
        }
        Way::Channels { from: out, passes, to: into, first_channel } => {
            let down = *first_channel > plan.nodes[edge.from].lane;
            let mut points = ends(plan, &from, out, leave, plan.port_x[index][0]);
            for step in 0..=passes.len() {
                let channel = if down { first_channel + step } else { first_channel - step };
                for net in channels[channel].nets.iter().filter(|net| net.edge == index) {
                    let Some(track) = net.track else { continue };
                    let y = track_y(channel, track);
                    let [a, b] = net.ends;
                    let slant = if a.above == b.above {
                        0.0
                    } else if a.above {
                        1.0
                    } else {
                        -1.0
                    };
                    points.extend(jog(a.x, b.x, y, slant));
                }
            }
            points.extend(ends(plan, &to, into, arrive, plan.port_x[index][1]).into_iter().rev());
            points
        }
    }
}

/// The first points of a line, from its box outward.
fn ends(plan: &Plan, place: &Rect, exit: &Exit, side_y: f64, port_x: f64) -> Vec<Point> {
    match exit {
        Exit::Port(Side::Top) => vec![Point::new(port_x, place.y)],
        Exit::Port(_) => vec![Point::new(port_x, place.bottom())],
        Exit::Flank { side, wire } => {
            let x = if *side == Side::Left { place.x } else { place.right() };
            vec![Point::new(x, side_y), Point::new(plan.wires[*wire].x, side_y)]
        }
    }
}

/// The two corners of a line that moves sideways on a track; a small move becomes one smooth bend.
fn jog(from: f64, to: f64, y: f64, slant: f64) -> [Point; 2] {
    let half = bend_height((to - from).abs()) * slant;
    [Point::new(from, y - half), Point::new(to, y + half)]
}

/// The same for a line that runs sideways and moves up or down.
fn step(from: Point, to: Point, rightward: bool) -> [Point; 2] {
    let half = bend_height((to.y - from.y).abs()) * if rightward { 1.0 } else { -1.0 };
    [Point::new(from.x - half, from.y), Point::new(to.x + half, to.y)]
}

/// Half of the height of the slanted piece in an S of two bends that is `shift` wide; nothing when it needs no slant.
fn bend_height(shift: f64) -> f64 {
    if shift >= 2.0 * RADIUS {
        return 0.0;
    }
    let angle = (1.0 - shift / (2.0 * RADIUS)).acos();
    RADIUS * (angle / 2.0).tan() * angle.cos()
}
