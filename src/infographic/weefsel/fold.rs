//! A network folded until a small cloth holds it: the bodies with the most ties stay, those that are left of a layer become one thread.

use super::super::network::{Edge, Network, Node};
use std::collections::BTreeMap;

/// What a cloth may hold.
#[derive(Debug, Clone, Copy)]
pub struct Most {
    /// Threads.
    pub threads: usize,
    /// Ties.
    pub ties: usize,
}

/// The network, or as much of it as a cloth of this size holds; `None` when it need not be folded.
///
/// How many ties a cloth can hold hangs on how closely they are woven too, so what is `most` must also fit.
pub fn folded(map: &Network, most: Most, fits: impl Fn(&Network) -> bool) -> Option<Network> {
    if map.nodes.len() <= most.threads && map.edges.len() <= most.ties {
        return None;
    }
    let mut by_degree: Vec<usize> = (0..map.nodes.len()).collect();
    by_degree.sort_by_key(|node| (std::cmp::Reverse(map.degree(*node)), *node));
    let room = most.threads.saturating_sub(map.lanes.len());
    let kept = |count: usize| keep(map, &by_degree[..count.min(by_degree.len())]);
    let small = (1..=room).rev().map(kept).find(|small| small.edges.len() <= most.ties && fits(small));
    Some(small.unwrap_or_else(|| kept(0)))
}

/// These bodies by themselves, all others of a layer together.
fn keep(map: &Network, hubs: &[usize]) -> Network {
    let mut nodes: Vec<Node> = Vec::new();
    let mut place = vec![0; map.nodes.len()];
    for lane in 0..map.lanes.len() {
        let mut rest: Vec<usize> = (0..map.nodes.len()).filter(|node| map.nodes[*node].lane == lane).collect();
        let own: Vec<usize> = rest.iter().copied().filter(|node| hubs.contains(node)).collect();
        rest.retain(|node| !hubs.contains(node));
        for node in own {
            place[node] = nodes.len();
            nodes.push(map.nodes[node].clone());
        }
        match rest.as_slice() {
            [] => {}
            // One by itself keeps its name.
            [one] => {
                place[*one] = nodes.len();
                nodes.push(map.nodes[*one].clone());
            }
            more => {
                more.iter().for_each(|node| place[*node] = nodes.len());
                nodes.push(Node {
                    id: format!("rest-{lane}"),
                    label: map.head.phrases.weefsel().others(more.len()),
                    sub: None,
                    lane,
                    href: String::new(),
                    emphasis: false,
                });
            }
        }
    }
    // Ties between the same two threads are one; those within a thread do not show.
    let mut together: BTreeMap<(usize, usize), Vec<&Edge>> = BTreeMap::new();
    for edge in &map.edges {
        let (a, b) = (place[edge.from], place[edge.to]);
        if a != b {
            together.entry((a.min(b), a.max(b))).or_default().push(edge);
        }
    }
    let edges = together
        .into_iter()
        .filter_map(|((from, to), ties)| one(map, (from, to), &ties, |edge| place[edge.from] == to));
    Network { edges: edges.collect(), nodes, ..map.clone() }
}

/// Ties between the same two threads as one: it is as close as most of them are.
fn one(map: &Network, (from, to): (usize, usize), ties: &[&Edge], turned: impl Fn(&Edge) -> bool) -> Option<Edge> {
    let count = |edge: &Edge| ties.iter().filter(|other| other.level.name == edge.level.name).count();
    let first = ties.iter().max_by_key(|edge| (count(edge), edge.level.closeness()))?;
    if ties.len() == 1 {
        // By itself it keeps the way it points.
        let (from, to) = if turned(first) { (to, from) } else { (from, to) };
        return Some(Edge { from, to, ..(*first).clone() });
    }
    Some(Edge {
        from,
        to,
        directed: false,
        level: first.level.clone(),
        before: None,
        ambition: None,
        reading_only: ties.iter().any(|edge| edge.reading_only),
        subject: map.head.phrases.weefsel().folded_ties(ties.len()),
        href: String::new(),
        status_name: String::new(),
    })
}
