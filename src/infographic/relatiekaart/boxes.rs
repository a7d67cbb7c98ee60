//! The text of the boxes and the size that it needs.

use super::super::layout;
use super::super::lettering::{HEAD, NAME, SMALL, Style};
use super::super::metrics::{Wrapped, least_room, width, wrap};
use super::{Node, Relatiekaart};

/// Room between the text of a box and its left and right edges, the coloured edge included.
pub const LEFT: f64 = 16.0;
/// The metrics are those of the widest font: in all others more room is left on the right.
const SIDES: f64 = LEFT + 6.0;
const PADDING: f64 = 12.0;
/// The narrowest and the widest that boxes of a lane wish to be.
const NARROWEST: f64 = 104.0;
const NARROW: f64 = 120.0;
const PREFERRED: f64 = 150.0;
const WIDEST: f64 = 196.0;

/// The style of a node's name.
pub fn name_style(node: &Node) -> Style {
    if node.emphasis { HEAD } else { NAME }
}

/// A node's text on its lines.
#[derive(Debug, Clone)]
pub struct BoxText {
    /// The name.
    pub name: Vec<String>,
    /// The second line, which may take more than one.
    pub sub: Vec<String>,
    /// The height of it all.
    pub height: f64,
}

/// The texts of all boxes and what the layout must know of them, for a lane of `room` pixels.
pub fn measure(map: &Relatiekaart, room: f64) -> (Vec<BoxText>, Vec<layout::Node>) {
    let mut widths = vec![NARROW; map.nodes.len()];
    for lane in 0..map.lanes.len() {
        lane_widths(map, lane, room).into_iter().for_each(|(node, width)| widths[node] = width);
    }
    let measured = map.nodes.iter().enumerate().map(|(index, node)| {
        let wished = if node.emphasis { emphasised_width(node) } else { widths[index] };
        let (text, width) = set(node, wished.round());
        let height = text.height + 2.0 * PADDING;
        let emphasis = node.emphasis;
        (text, layout::Node { lane: node.lane, width, height: height.ceil(), emphasis })
    });
    measured.unzip()
}

/// Widths for the boxes of a lane that are not emphasised: one for all where that fits, for a calm row.
fn lane_widths(map: &Relatiekaart, lane: usize, room: f64) -> Vec<(usize, f64)> {
    let plain: Vec<usize> =
        (0..map.nodes.len()).filter(|node| map.nodes[*node].lane == lane && !map.nodes[*node].emphasis).collect();
    let aisles = plain.len().saturating_sub(1) as f64 * 24.0;
    let wished = plain.iter().map(|node| wished_width(&map.nodes[*node])).fold(NARROW, f64::max);
    if wished * plain.len() as f64 + aisles <= room {
        return plain.into_iter().map(|node| (node, wished)).collect();
    }
    // Too wide together: each as narrow as its words allow, and what is left of the room to the narrowest.
    let least: Vec<f64> = plain.iter().map(|node| least_width(&map.nodes[*node])).collect();
    let total = |level: f64| least.iter().map(|width| width.max(level)).sum::<f64>() + aisles;
    let mut level = wished;
    while level > NARROWEST && total(level) > room {
        level -= 2.0;
    }
    // A row that is far too long will be stacked: no need for narrow boxes then.
    let level = if total(level) <= room { level } else { wished };
    plain.into_iter().zip(least).map(|(node, least)| (node, least.max(level).ceil())).collect()
}

/// The width that shows a name well: on two lines, or on three when that would be very wide.
fn wished_width(node: &Node) -> f64 {
    let style = name_style(node);
    let name = least_room(&node.label, style.size, style.weight, 2, true) + SIDES;
    let sub = node.sub.as_deref().map_or(0.0, |sub| least_room(sub, SMALL.size, SMALL.weight, 2, true) + SIDES);
    // One word with a hyphen reads better whole, where that takes no wide box.
    let whole = if node.label.contains(char::is_whitespace) {
        0.0
    } else {
        width(&node.label, style.size, style.weight) + SIDES
    };
    let name = if whole <= PREFERRED { name.max(whole) } else { name };
    let wished = name.max(sub);
    if wished <= PREFERRED { wished.ceil() } else { least_width(node).max(PREFERRED) }
}

/// The width on which words still need no break but before the head of a compound.
fn least_width(node: &Node) -> f64 {
    let style = name_style(node);
    let name = least_room(&node.label, style.size, style.weight, 3, false);
    let sub = node.sub.as_deref().map_or(0.0, |sub| least_room(sub, SMALL.size, SMALL.weight, 3, false));
    // Words without any place to break are cut somewhere rather than making the box as wide as the lane.
    (name.max(sub) + SIDES).min(WIDEST).ceil()
}

/// An emphasised name stays on one line when that is not too long.
fn emphasised_width(node: &Node) -> f64 {
    let style = name_style(node);
    (width(&node.label, style.size, style.weight) + SIDES).clamp(168.0, 240.0).ceil()
}

fn set(node: &Node, wished: f64) -> (BoxText, f64) {
    let style = name_style(node);
    let (mut width, step) = (wished, 12.0);
    let fit = |text: &str, style: Style, width: f64| wrap(text, style.size, style.weight, width - SIDES, 3);
    // Wider until both texts fit on three lines; a label has an end, so this has one.
    let (name, sub): (Wrapped, Option<Wrapped>) = loop {
        let sub = node.sub.as_deref().map(|sub| fit(sub, SMALL, width));
        match (fit(&node.label, style, width), sub) {
            (Some(name), None) => break (name, None),
            (Some(name), Some(Some(sub))) => break (name, Some(sub)),
            _ => width += step,
        }
    };
    let (name, sub) = (name.lines, sub.map(|sub| sub.lines).unwrap_or_default());
    let gap = if sub.is_empty() { 0.0 } else { 2.0 };
    let height = name.len() as f64 * style.leading + gap + sub.len() as f64 * SMALL.leading;
    (BoxText { name, sub, height }, width)
}
