//! The order of threads and of columns: ties short, and what belongs to one hub together.
//!
//! Every tie belongs to the end that has the most ties, its hub; the ties of a hub stand side by side in one strip of cloth. All
//! steps are small improvements from a fixed beginning, so the same data give the same cloth everywhere.

use super::super::network::Network;

/// The order of a cloth.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// The bodies from top to bottom, lane after lane.
    pub threads: Vec<usize>,
    /// The ties from left to right, in strips: those of one hub.
    pub strips: Vec<Vec<usize>>,
}

/// No more rounds of improvement than this; they end by themselves long before.
const ROUNDS: usize = 40;
/// Knots looked at in all rounds together.
const WORK: usize = 1_000_000;
/// Knots looked at in the one round that there always is.
const MOST_WORK: usize = 5_000_000;

impl Order {
    /// The order for a network without strays.
    pub fn of(map: &Network) -> Self {
        let ties: Vec<(usize, usize)> = map.edges.iter().map(|edge| (edge.from, edge.to)).collect();
        let mut degree = vec![0_usize; map.nodes.len()];
        ties.iter().for_each(|(a, b)| {
            degree[*a] += 1;
            degree[*b] += 1;
        });
        let threads = threads(map, &ties);
        let mut row = vec![0_usize; threads.len()];
        threads.iter().enumerate().for_each(|(at, node)| row[*node] = at);
        let hub = |(a, b): (usize, usize)| {
            let first = degree[a].cmp(&degree[b]).then(row[b].cmp(&row[a])).is_ge();
            if first { (a, b) } else { (b, a) }
        };
        let owned: Vec<(usize, usize)> = ties.iter().map(|tie| hub(*tie)).collect();
        let mut hubs: Vec<usize> = owned.iter().map(|(hub, _)| *hub).collect();
        hubs.sort_by_key(|hub| row[*hub]);
        hubs.dedup();
        let hubs = shortest(hubs, ties.len(), |hubs| spread(&strips(hubs, &owned, &row), &ties));
        Self { strips: strips(&hubs, &owned, &row), threads }
    }
}

/// Bodies lane by lane; within a lane so that ties are short.
fn threads(map: &Network, ties: &[(usize, usize)]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..map.nodes.len()).collect();
    order.sort_by_key(|node| map.nodes[*node].lane);
    let mut near: Vec<Vec<usize>> = vec![Vec::new(); order.len()];
    ties.iter().for_each(|(a, b)| {
        near[*a].push(*b);
        near[*b].push(*a);
    });
    let mut row = vec![0_usize; order.len()];
    order.iter().enumerate().for_each(|(at, node)| row[*node] = at);
    for _ in 0..ROUNDS {
        let mut better = false;
        for at in 1..order.len() {
            let (up, down) = (order[at - 1], order[at]);
            if map.nodes[up].lane != map.nodes[down].lane {
                continue;
            }
            // Only ties of these two change, and the tie between them keeps its length.
            let pull = |node: usize, other: usize| -> i64 {
                let others = near[node].iter().filter(|far| **far != other);
                others.map(|far| if row[*far] > row[node] { 1 } else { -1 }).sum()
            };
            if pull(up, down) > pull(down, up) {
                order.swap(at - 1, at);
                row.swap(up, down);
                better = true;
            }
        }
        if !better {
            break;
        }
    }
    order
}

/// A sequence in which moving any one hub elsewhere makes the cloth no tighter.
fn shortest(mut hubs: Vec<usize>, ties: usize, cost: impl Fn(&[usize]) -> usize) -> Vec<usize> {
    let mut least = cost(&hubs);
    // Of very many hubs one round is what may be asked of a drawing that is made while someone waits, and of still more a round in
    // which none moves far.
    let round = (hubs.len() * hubs.len() * ties).max(1);
    let rounds = (WORK / round).clamp(1, ROUNDS);
    let far = if round > MOST_WORK { MOST_WORK / (hubs.len() * ties) } else { hubs.len() };
    for _ in 0..rounds {
        let before = least;
        for from in 0..hubs.len() {
            for to in from.saturating_sub(far)..hubs.len().min(from + far + 1) {
                let mut tried = hubs.clone();
                let hub = tried.remove(from);
                tried.insert(to, hub);
                let length = cost(&tried);
                if length < least {
                    (hubs, least) = (tried, length);
                }
            }
        }
        if least == before {
            break;
        }
    }
    hubs
}

/// How far apart the first and the last knot of every thread lie, all together.
fn spread(strips: &[Vec<usize>], ties: &[(usize, usize)]) -> usize {
    let mut ends: Vec<Option<(usize, usize)>> = Vec::new();
    for (column, tie) in strips.iter().flatten().enumerate() {
        for node in [ties[*tie].0, ties[*tie].1] {
            if ends.len() <= node {
                ends.resize(node + 1, None);
            }
            ends[node] = Some(ends[node].map_or((column, column), |(first, _)| (first, column)));
        }
    }
    ends.into_iter().flatten().map(|(first, last)| last - first).sum()
}

/// The strips of these hubs. In a strip the tie that two hubs share stands on their seam; what has its other ties to the left stands
/// left, what has them to the right stands right, and the rest between, from top to bottom.
fn strips(hubs: &[usize], owned: &[(usize, usize)], row: &[usize]) -> Vec<Vec<usize>> {
    let mut place: Vec<Option<usize>> = vec![None; row.len()];
    hubs.iter().enumerate().for_each(|(at, hub)| place[*hub] = Some(at));
    // The first and the last strip in which a body has a knot.
    let mut reach: Vec<(usize, usize)> = vec![(usize::MAX, 0); row.len()];
    for (hub, other) in owned {
        let strip = place[*hub].unwrap_or(0);
        for node in [*hub, *other] {
            reach[node] = (reach[node].0.min(strip), reach[node].1.max(strip));
        }
    }
    let mut strips = vec![Vec::new(); hubs.len()];
    for (tie, (hub, _)) in owned.iter().enumerate() {
        strips[place[*hub].unwrap_or(0)].push(tie);
    }
    for (strip, ties) in strips.iter_mut().enumerate() {
        ties.sort_by_key(|tie| {
            let other = owned[*tie].1;
            let side = match place[other] {
                Some(theirs) if theirs + 1 == strip => 0,
                Some(theirs) if theirs == strip + 1 => 4,
                _ => match reach[other] {
                    (first, last) if first < strip && last == strip => 1,
                    (first, last) if first == strip && last > strip => 3,
                    _ => 2,
                },
            };
            (side, row[other], *tie)
        });
    }
    strips
}

#[cfg(test)]
mod tests {
    use super::{MOST_WORK, shortest};
    use std::cell::Cell;

    #[test]
    fn the_work_does_not_grow_with_the_cube_of_the_hubs() {
        for (hubs, ties) in [(40, 100), (400, 2000), (1000, 4000)] {
            let looked = Cell::new(0);
            let found = shortest((0..hubs).rev().collect(), ties, |hubs| {
                looked.set(looked.get() + ties);
                // The cost of a sequence that is best in its own order.
                hubs.windows(2).filter(|pair| pair[0] > pair[1]).count()
            });
            assert!(looked.get() <= 4 * MOST_WORK, "{hubs} hubs: {} knots", looked.get());
            assert_eq!(found.len(), hubs);
        }
    }
}
