//! The cloth on paper: as many sheets as it needs for letters that can be read, each with the strips of some hubs and only their threads.

use super::super::canvas::Size;
use super::super::network::{Edge, Network, Node};
use super::super::pieces::for_paper;
use super::cloth::Cloth;
use super::drawing;
use super::fold::{Most, folded};
use super::order::Order;
use crate::html;
use crate::markup::Html;

/// What a sheet has room for under the heading of the page, in pixels of which there are 673 between its margins.
const HIGHEST: f64 = 740.0;
const BETWEEN_MARGINS: f64 = 673.0;
/// More sheets than this nobody lays side by side: then the cloth is folded.
const MOST_SHEETS: usize = 8;
const FOLDED: Most = Most { threads: 50, ties: 90 };
/// So many hubs a sheet names.
const NAMED: usize = 3;

/// The sheets as HTML, one under the other; empty when a network is so small that its drawing for a tablet serves.
pub fn sheets(map: &Network, order: &Order, kind: &'static str) -> Html {
    if !map.is_crowded() {
        return Html::default();
    }
    let say = map.head.phrases.weefsel();
    let parts = parts(map, order);
    if parts.len() > MOST_SHEETS {
        let less = folded(map, FOLDED, fits).unwrap_or_else(|| map.clone());
        let drawn = drawing::draw(&less, &Order::of(&less), kind, Size::Sheet);
        return for_paper(row(html![drawn, Html::element("p", &[("class", "ig-gevouwen")], say.folded())]));
    }
    let count = parts.len();
    let mut rows = Html::default();
    for (at, (part, order)) in parts.iter().enumerate() {
        let mut sheet = Html::default();
        if count > 1 {
            let title = say.sheet(at + 1, count, &hubs(part, order));
            sheet.push(Html::element("p", &[("class", "ig-vel-naam")], title));
        }
        sheet.push(drawing::draw(part, order, kind, Size::Sheet));
        rows.append(&row(sheet));
    }
    for_paper(rows)
}

/// What stands on one sheet.
fn row(sheet: Html) -> Html {
    Html::element("div", &[("class", "pieces-row")], sheet)
}

/// Does it fit one sheet?
fn fits(map: &Network) -> bool {
    holds(&Cloth::of(map, &Order::of(map), Size::Sheet))
}

fn holds(cloth: &Cloth) -> bool {
    let scale = BETWEEN_MARGINS / cloth.width.max(Size::Sheet.width());
    cloth.fits(Size::Sheet) && cloth.height * scale <= HIGHEST
}

/// The network in parts that each fit a sheet: strip after strip, and of a strip that is too much by itself tie after tie.
fn parts(map: &Network, order: &Order) -> Vec<(Network, Order)> {
    let alone: Vec<usize> = (0..map.nodes.len()).filter(|node| map.degree(*node) == 0).collect();
    let mut parts: Vec<(Network, Order)> = Vec::new();
    let mut strips: Vec<Vec<usize>> = Vec::new();
    for strip in &order.strips {
        let mut left = strip.as_slice();
        while !left.is_empty() {
            let with = |count: usize| {
                let more = strips.iter().cloned().chain([left[..count].to_vec()]).collect::<Vec<_>>();
                part(map, order, more, &[])
            };
            let holds = |count: &usize| {
                let (part, order) = with(*count);
                holds(&Cloth::of(&part, &order, Size::Sheet))
            };
            // A strip is cut only when it is too much for a sheet of its own.
            let all = left.len();
            let most = if holds(&all) {
                all
            } else if strips.is_empty() {
                (1..all).rev().find(holds).unwrap_or(1)
            } else {
                parts.push(part(map, order, std::mem::take(&mut strips), &[]));
                continue;
            };
            strips.push(left[..most].to_vec());
            left = &left[most..];
        }
    }
    if !strips.is_empty() {
        let last = part(map, order, strips.clone(), &alone);
        if alone.is_empty() || holds(&Cloth::of(&last.0, &last.1, Size::Sheet)) {
            parts.push(last);
            return parts;
        }
        parts.push(part(map, order, strips, &[]));
    }
    // Who has no tie comes last, as many as a sheet holds each time.
    let mut left = alone.as_slice();
    while !left.is_empty() {
        let holds = |count: &usize| {
            let (part, order) = part(map, order, Vec::new(), &left[..*count]);
            holds(&Cloth::of(&part, &order, Size::Sheet))
        };
        let most = (1..=left.len()).rev().find(holds).unwrap_or(1);
        parts.push(part(map, order, Vec::new(), &left[..most]));
        left = &left[most..];
    }
    parts
}

/// Only these strips, the threads that they need, and these threads besides.
fn part(map: &Network, order: &Order, strips: Vec<Vec<usize>>, besides: &[usize]) -> (Network, Order) {
    let mut place: Vec<Option<usize>> = vec![None; map.nodes.len()];
    let ends = strips.iter().flatten().flat_map(|tie| [map.edges[*tie].from, map.edges[*tie].to]);
    ends.chain(besides.iter().copied()).for_each(|node| place[node] = Some(0));
    let mut nodes: Vec<Node> = Vec::new();
    for (node, place) in map.nodes.iter().zip(&mut place) {
        if place.is_some() {
            *place = Some(nodes.len());
            nodes.push(node.clone());
        }
    }
    let at = |node: usize| place[node].unwrap_or(0);
    let mut edges: Vec<Edge> = Vec::new();
    let strips = strips.iter().map(|strip| {
        let ties = strip.iter().map(|tie| {
            let edge = &map.edges[*tie];
            edges.push(Edge { from: at(edge.from), to: at(edge.to), ..edge.clone() });
            edges.len() - 1
        });
        ties.collect()
    });
    let strips = strips.collect();
    let threads = order.threads.iter().filter_map(|node| place[*node]).collect();
    let network = Network {
        nodes,
        edges,
        head: map.head.clone(),
        lanes: map.lanes.clone(),
        legend: Vec::new(),
        seats: Vec::new(),
    };
    (network, Order { threads, strips })
}

/// Whose strips a sheet holds: those with the most ties on it.
fn hubs(part: &Network, order: &Order) -> String {
    let ties = |strip: &Vec<usize>| strip.iter().map(|tie| &part.edges[*tie]).collect::<Vec<_>>();
    let mut hubs: Vec<(usize, usize)> = Vec::new();
    for strip in &order.strips {
        let ties = ties(strip);
        let in_all = |node: &usize| ties.iter().all(|tie| tie.from == *node || tie.to == *node);
        let ends = ties.first().map(|tie| [tie.from, tie.to]).into_iter().flatten();
        let Some(hub) = ends.filter(in_all).max_by_key(|node| part.degree(*node)) else { continue };
        match hubs.iter_mut().find(|(known, _)| *known == hub) {
            Some((_, count)) => *count += ties.len(),
            None => hubs.push((hub, ties.len())),
        }
    }
    hubs.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let mut names: Vec<String> = hubs.iter().take(NAMED).map(|(hub, _)| part.nodes[*hub].label.clone()).collect();
    let others = hubs.len().saturating_sub(NAMED);
    if others > 0 {
        names.push(part.head.phrases.weefsel().others(others));
    }
    part.head.phrases.list(&names)
}
