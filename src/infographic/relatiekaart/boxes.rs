//! The text of the boxes and the size that it needs.

use super::super::layout;
use super::super::metrics::{Weight, Wrapped, least_room, width, wrap};
use super::{Node, Relatiekaart};

/// Room between the text of a box and its left and right edges, the coloured edge included.
pub const LEFT: f64 = 17.0;
const SIDES: f64 = LEFT + 12.0;
const PADDING: f64 = 12.0;
/// The narrowest and the widest that boxes of a lane wish to be.
const NARROW: f64 = 116.0;
const PREFERRED: f64 = 176.0;

/// A text at a size.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    /// Font size.
    pub size: f64,
    /// Distance between base lines.
    pub leading: f64,
    /// Weight.
    pub weight: Weight,
}

/// The second line of a box.
pub const SUB: Style = Style { size: 12.5, leading: 16.0, weight: Weight::Regular };

/// The style of a node's name.
pub fn name_style(node: &Node) -> Style {
    if node.emphasis {
        Style { size: 17.0, leading: 21.0, weight: Weight::Bold }
    } else {
        Style { size: 14.0, leading: 18.0, weight: Weight::Bold }
    }
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
    let widths: Vec<f64> = (0..map.lanes.len()).map(|lane| lane_width(map, lane, room)).collect();
    let measured = map.nodes.iter().map(|node| {
        let wished =
            if node.emphasis { (widths[node.lane] * 1.2).max(emphasised_width(node)) } else { widths[node.lane] };
        let (text, width) = set(node, wished.round());
        let height = text.height + 2.0 * PADDING;
        let emphasis = node.emphasis;
        (text, layout::Node { lane: node.lane, width, height: height.ceil(), emphasis })
    });
    measured.unzip()
}

/// One width for all boxes of a lane that are not emphasised: a calm row.
fn lane_width(map: &Relatiekaart, lane: usize, room: f64) -> f64 {
    let needed = |node: &Node| {
        let style = name_style(node);
        let sub = node.sub.as_deref().map_or(0.0, |sub| least_room(sub, SUB.size, SUB.weight, 2));
        least_room(&node.label, style.size, style.weight, 2).max(sub) + SIDES
    };
    let plain = map.nodes.iter().filter(|node| node.lane == lane && !node.emphasis);
    let widest = plain.clone().map(needed).fold(NARROW, f64::max).min(PREFERRED).ceil();
    let count = plain.count().max(1) as f64;
    let share = ((room - (count - 1.0) * 26.0) / count).floor();
    // A row that just does not fit gets smaller boxes; one that is far too long will be stacked.
    if share < widest && share >= NARROW { share } else { widest }
}

/// An emphasised name stays on one line when that is not too long.
fn emphasised_width(node: &Node) -> f64 {
    let style = name_style(node);
    (width(&node.label, style.size, style.weight) + SIDES).clamp(NARROW, 240.0).ceil()
}

fn set(node: &Node, wished: f64) -> (BoxText, f64) {
    let style = name_style(node);
    let (mut width, step) = (wished, 12.0);
    let fit = |text: &str, style: Style, width: f64| wrap(text, style.size, style.weight, width - SIDES, 3);
    // Wider until both texts fit on three lines; a label has an end, so this has one.
    let (name, sub): (Wrapped, Option<Wrapped>) = loop {
        let sub = node.sub.as_deref().map(|sub| fit(sub, SUB, width));
        match (fit(&node.label, style, width), sub) {
            (Some(name), None) => break (name, None),
            (Some(name), Some(Some(sub))) => break (name, Some(sub)),
            _ => width += step,
        }
    };
    let (name, sub) = (name.lines, sub.map(|sub| sub.lines).unwrap_or_default());
    let gap = if sub.is_empty() { 0.0 } else { 2.0 };
    let height = name.len() as f64 * style.leading + gap + sub.len() as f64 * SUB.leading;
    (BoxText { name, sub, height }, width)
}
