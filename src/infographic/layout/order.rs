//! The order of what stands in each lane, with few crossings and with neighbours that belong together side by side.
//!
//! Layer by layer: exact (a search over subsets) for layers of up to eight, sifting for larger ones; down and up until nothing
//! improves, from several starts, of which the best is kept.

use super::{Edge, Node};
use std::cell::OnceCell;
use std::ops::Range;

/// Layers of units and the edges between them.
#[derive(Debug, Clone, Default)]
pub struct Layers {
    /// Units per layer, from left to right.
    pub order: Vec<Vec<usize>>,
    /// Per unit, its neighbours in the layer above.
    pub up: Vec<Vec<usize>>,
    /// Per unit, its neighbours in the layer below.
    pub down: Vec<Vec<usize>>,
    /// Per unit, its neighbours in its own layer.
    pub beside: Vec<Vec<usize>>,
    /// Per unit, how strongly it belongs in the middle.
    pub central: Vec<f64>,
}

/// What one place of distance between two units of a layer costs when an edge joins them, in crossings.
const BESIDE: f64 = 1.25;
/// What it costs to lead an edge sideways over the whole width, in crossings.
const SIDEWAYS: f64 = 0.8;
/// What it costs to go against the order that was given: only ever decides between equals.
const AGAINST: f64 = 0.004;
/// What it costs to stand one place off the middle, for what belongs there.
pub const CENTRAL: f64 = 0.3;
/// Layers up to this size are solved exactly.
const EXACT: usize = 8;

impl Layers {
    /// Adds a unit to a layer.
    pub fn add(&mut self, layer: usize, central: f64) -> usize {
        if self.order.len() <= layer {
            self.order.resize(layer + 1, Vec::new());
        }
        let unit = self.central.len();
        self.order[layer].push(unit);
        self.up.push(Vec::new());
        self.down.push(Vec::new());
        self.beside.push(Vec::new());
        self.central.push(central);
        unit
    }

    /// Joins a unit to one in the layer below.
    pub fn join_down(&mut self, upper: usize, lower: usize) {
        self.down[upper].push(lower);
        self.up[lower].push(upper);
    }

    /// Joins two units of one layer.
    pub fn join_beside(&mut self, a: usize, b: usize) {
        self.beside[a].push(b);
        self.beside[b].push(a);
    }

    /// Finds a good order, starting from the one given, which is good already.
    pub fn reduce(&mut self) {
        let mut found = self.candidates(0..2);
        if !found.is_empty() {
            self.order = found.swap_remove(0);
        }
    }

    /// Good orders from some of the nine starts, the cheapest first.
    pub fn candidates(&self, starts: Range<usize>) -> Vec<Vec<Vec<usize>>> {
        let given = positions(&self.order, self.central.len());
        let reversed = |order: &[Vec<usize>]| -> Vec<Vec<usize>> {
            order.iter().map(|layer| layer.iter().rev().copied().collect()).collect()
        };
        let inward = self.hubs_inward();
        let both = self.order.iter().zip(&inward).enumerate();
        let mixed = both.map(|(i, (given, inward))| if i % 2 == 0 { given.clone() } else { inward.clone() }).collect();
        let turned = |order: &[Vec<usize>], odd: usize| -> Vec<Vec<usize>> {
            let turn = |(i, layer): (usize, &Vec<usize>)| {
                let mut layer = layer.clone();
                let by = if i % 2 == odd { layer.len() / 3 } else { layer.len() / 2 };
                layer.rotate_left(by);
                layer
            };
            order.iter().enumerate().map(turn).collect()
        };
        let every_other = |order: &[Vec<usize>]| -> Vec<Vec<usize>> {
            let split =
                |layer: &Vec<usize>| layer.iter().step_by(2).chain(layer.iter().skip(1).step_by(2)).copied().collect();
            order.iter().map(split).collect()
        };
        let (turned_odd, turned_even, split) = (turned(&self.order, 1), turned(&inward, 0), every_other(&self.order));
        let all = [
            self.order.clone(),
            reversed(&self.order),
            reversed(&inward),
            inward,
            mixed,
            turned_odd,
            turned_even,
            reversed(&split),
            split,
        ];
        let mut found: Vec<(f64, Vec<Vec<usize>>)> = Vec::new();
        for mut order in all.into_iter().skip(starts.start).take(starts.len()) {
            let cost = self.improve(&mut order, &given);
            if found.iter().all(|(_, known)| *known != order) {
                found.push((cost, order));
            }
        }
        found.sort_by(|a, b| a.0.total_cmp(&b.0));
        found.into_iter().map(|(_, order)| order).collect()
    }

    /// Improves an order layer by layer and returns what it costs in the end.
    fn improve(&self, order: &mut [Vec<usize>], given: &[f64]) -> f64 {
        let mut positions = positions(order, self.central.len());
        let count = order.len();
        // A layer needs another look only when a layer next to it has changed.
        let mut due = vec![true; count];
        for round in 0..6 {
            for step in 0..count {
                let layer = if round % 2 == 0 { step } else { count - 1 - step };
                if !std::mem::take(&mut due[layer]) {
                    continue;
                }
                if let Some(better) = self.better_layer(order, layer, round == 0, &positions, given) {
                    better.iter().enumerate().for_each(|(i, unit)| positions[*unit] = i as f64);
                    order[layer] = better;
                    let beside = [layer.checked_sub(1), Some(layer + 1).filter(|next| *next < count)];
                    beside.into_iter().flatten().for_each(|next| due[next] = true);
                }
            }
            if due.iter().all(|due| !due) {
                break;
            }
        }
        (0..count).map(|layer| self.layer(order, layer, &positions, given).given_cost()).sum()
    }

    /// Units with the most edges in the middle of their layer, the rest around them.
    fn hubs_inward(&self) -> Vec<Vec<usize>> {
        let degree = |unit: usize| self.up[unit].len() + self.down[unit].len() + 2 * self.beside[unit].len();
        let arrange = |layer: &Vec<usize>| {
            let mut by_degree = layer.clone();
            by_degree.sort_by_key(|unit| std::cmp::Reverse(degree(*unit)));
            let mut arranged = std::collections::VecDeque::new();
            for (i, unit) in by_degree.into_iter().enumerate() {
                if i % 2 == 0 { arranged.push_back(unit) } else { arranged.push_front(unit) }
            }
            arranged.into_iter().collect()
        };
        self.order.iter().map(arrange).collect()
    }

    fn better_layer(
        &self,
        order: &[Vec<usize>],
        layer: usize,
        afresh: bool,
        positions: &[f64],
        given: &[f64],
    ) -> Option<Vec<usize>> {
        let n = order[layer].len();
        if n < 2 {
            return None;
        }
        let costs = self.layer(order, layer, positions, given);
        let found = if n <= EXACT {
            costs.exact()
        } else if afresh {
            costs.sifted(self.by_barycentre(&order[layer], positions))
        } else {
            costs.sifted((0..n).collect())
        };
        let better = costs.cost(&found) < costs.given_cost() - 1e-9;
        better.then(|| found.into_iter().map(|slot| order[layer][slot]).collect())
    }

    /// The slots of a layer by the middle of their neighbours.
    fn by_barycentre(&self, units: &[usize], positions: &[f64]) -> Vec<usize> {
        let middle = |unit: usize| {
            let around = self.up[unit].iter().chain(&self.down[unit]);
            let (sum, count) = around.fold((0.0, 0.0), |(sum, count), n| (sum + positions[*n], count + 1.0));
            if count > 0.0 { sum / count } else { positions[unit] }
        };
        let middles: Vec<f64> = units.iter().map(|unit| middle(*unit)).collect();
        let mut slots: Vec<usize> = (0..units.len()).collect();
        slots.sort_by(|a, b| middles[*a].total_cmp(&middles[*b]));
        slots
    }

    /// What the order of one layer costs, given the others.
    fn layer(&self, order: &[Vec<usize>], layer: usize, positions: &[f64], given: &[f64]) -> LayerCosts {
        let units = &order[layer];
        let n = units.len();
        let places = |all: &[Vec<usize>]| -> Vec<Vec<f64>> {
            units.iter().map(|unit| all[*unit].iter().map(|other| positions[*other]).collect()).collect()
        };
        let (up, down) = (places(&self.up), places(&self.down));
        let mut costs = LayerCosts { n, before: vec![0.0; n * n], beside: vec![0.0; n * n], place: vec![0.0; n * n] };
        let size =
            |layer: Option<usize>| layer.and_then(|layer| order.get(layer)).map_or(1.0, |layer| layer.len() as f64);
        let (above, below) = (size(layer.checked_sub(1)), size(Some(layer + 1)));
        for (i, &u) in units.iter().enumerate() {
            for j in i + 1..n {
                let (across, back) = (crossings(&up[i], &up[j]), crossings(&down[i], &down[j]));
                let against = if given[u] > given[units[j]] { AGAINST } else { -AGAINST };
                costs.before[i * n + j] = across.0 + back.0 + against;
                costs.before[j * n + i] = across.1 + back.1 - against;
            }
            for other in &self.beside[u] {
                if let Some(j) = units.iter().position(|unit| unit == other) {
                    costs.beside[i * n + j] += BESIDE;
                }
            }
            for at in 0..n {
                let own = (at as f64 + 0.5) / n as f64;
                let aside = |places: &[f64], size: f64| {
                    places.iter().map(|place| ((place + 0.5) / size - own).abs()).sum::<f64>()
                };
                let off_centre = self.central[u] * (at as f64 - (n as f64 - 1.0) / 2.0).abs();
                costs.place[i * n + at] = SIDEWAYS * (aside(&up[i], above) + aside(&down[i], below)) + off_centre;
            }
        }
        costs
    }
}

fn positions(order: &[Vec<usize>], count: usize) -> Vec<f64> {
    let mut positions = vec![0.0; count];
    for layer in order {
        layer.iter().enumerate().for_each(|(i, unit)| positions[*unit] = i as f64);
    }
    positions
}

/// How many pairs of edges cross when the first stands left of the second, and the other way round.
fn crossings(first: &[f64], second: &[f64]) -> (f64, f64) {
    let (mut left, mut right) = (0.0, 0.0);
    for p in first {
        for q in second {
            left += f64::from(u8::from(p > q));
            right += f64::from(u8::from(p < q));
        }
    }
    (left, right)
}

/// The costs of one layer, by slots: the places of its units in the order that they have now.
struct LayerCosts {
    n: usize,
    /// Cost of the first slot standing somewhere before the second.
    before: Vec<f64>,
    /// Cost of each place of distance between two slots.
    beside: Vec<f64>,
    /// Cost of each slot standing at each position.
    place: Vec<f64>,
}

impl LayerCosts {
    fn given_cost(&self) -> f64 {
        self.cost(&(0..self.n).collect::<Vec<_>>())
    }

    fn cost(&self, order: &[usize]) -> f64 {
        let n = self.n;
        let mut cost = 0.0;
        for (i, &a) in order.iter().enumerate() {
            cost += self.place[a * n + i];
            for (j, &b) in order.iter().enumerate().skip(i + 1) {
                cost += self.before[a * n + b] + self.beside[a * n + b] * (j - i) as f64;
            }
        }
        cost
    }

    /// The best order there is: the cheapest way to place each subset first.
    fn exact(&self) -> Vec<usize> {
        let n = self.n;
        let all = (1_usize << n) - 1;
        // Sums over the members of each set, towards each slot: built up from the set without its lowest member.
        let (mut crossed, mut tied) = (vec![0.0; (all + 1) * n], vec![0.0; (all + 1) * n]);
        for set in 1..=all {
            let (low, rest) = (set.trailing_zeros() as usize, set & (set - 1));
            for slot in 0..n {
                crossed[set * n + slot] = crossed[rest * n + slot] + self.before[low * n + slot];
                tied[set * n + slot] = tied[rest * n + slot] + self.beside[low * n + slot];
            }
        }
        // Per set: the least cost, the slot placed last, and the ties that lead out of it.
        let mut best = vec![(f64::INFINITY, 0, 0.0); all + 1];
        best[0].0 = 0.0;
        for set in 0..all {
            let (so_far, _, leading_out) = best[set];
            let position = set.count_ones() as usize;
            for next in (0..n).filter(|slot| set & (1 << slot) == 0) {
                let inward = tied[set * n + next];
                let leading_out = leading_out + tied[all * n + next] - 2.0 * inward;
                let cost = so_far + crossed[set * n + next] + leading_out + self.place[next * n + position];
                let with = set | (1 << next);
                if cost < best[with].0 - 1e-9 {
                    best[with] = (cost, next, leading_out);
                }
            }
        }
        let (mut set, mut order) = (all, Vec::with_capacity(n));
        while set != 0 {
            let last = best[set].1;
            order.push(last);
            set &= !(1 << last);
        }
        order.reverse();
        order
    }

    /// Moves one unit at a time to its best place, until nothing moves.
    fn sifted(&self, mut order: Vec<usize>) -> Vec<usize> {
        let n = order.len();
        let tied = |i: usize| (0..n).map(|j| (j, self.beside[i * n + j])).filter(|tie| tie.1 > 0.0).collect();
        let ties: Vec<Vec<(usize, f64)>> = (0..n).map(tied).collect();
        let mut position = vec![0; n];
        order.iter().enumerate().for_each(|(i, slot)| position[*slot] = i);
        for _ in 0..3 {
            let mut moved = false;
            for slot in 0..n {
                let from = position[slot];
                let (mut change, mut best) = (0.0, (0.0, from));
                let mut pass = |at: usize, rightward: bool, order: &mut Vec<usize>, position: &mut Vec<usize>| {
                    change += self.swap(if rightward { at } else { at - 1 }, order, position, &ties);
                    let now = if rightward { at + 1 } else { at - 1 };
                    if change < best.0 - 1e-9 {
                        best = (change, now);
                    }
                };
                (1..=from).rev().for_each(|at| pass(at, false, &mut order, &mut position));
                (0..n - 1).for_each(|at| pass(at, true, &mut order, &mut position));
                let target = best.1;
                (target + 1..n).rev().for_each(|at| {
                    self.swap(at - 1, &mut order, &mut position, &ties);
                });
                moved |= target != from;
            }
            if !moved {
                break;
            }
        }
        order
    }

    /// Swaps what stands at `at` with what stands after it; returns the change in cost.
    fn swap(&self, at: usize, order: &mut [usize], position: &mut [usize], ties: &[Vec<(usize, f64)>]) -> f64 {
        let n = order.len();
        let (a, b) = (order[at], order[at + 1]);
        let mut change = self.before[b * n + a] - self.before[a * n + b];
        change +=
            self.place[a * n + at + 1] + self.place[b * n + at] - self.place[a * n + at] - self.place[b * n + at + 1];
        // Whoever moves away from a neighbour pays for it; the two themselves stay as near as they were.
        for (slot, towards) in [(a, 1.0), (b, -1.0)] {
            for &(other, weight) in ties[slot].iter().filter(|(other, _)| *other != a && *other != b) {
                change += if position[other] < at { weight * towards } else { -weight * towards };
            }
        }
        order.swap(at, at + 1);
        (position[a], position[b]) = (at + 1, at);
        change
    }
}

/// The first starts are always tried; the others where many lines cross.
const FIRST: Range<usize> = 0..5;
const OTHERS: Range<usize> = 5..9;

/// Orders worth trying of the nodes of each lane. They do not depend on sizes, so drawings of one map in two sizes share them.
#[derive(Debug)]
pub struct Orders {
    layers: Layers,
    nodes: usize,
    first: OnceCell<Vec<Vec<Vec<usize>>>>,
    others: OnceCell<Vec<Vec<Vec<usize>>>>,
}

impl Orders {
    /// For nodes in lanes, with edges between them.
    pub fn of(nodes: &[Node], edges: &[Edge], lanes: usize) -> Self {
        let mut layers = Layers { order: vec![Vec::new(); lanes], ..Layers::default() };
        for node in nodes {
            layers.add(node.lane, if node.emphasis { CENTRAL } else { 0.0 });
        }
        for edge in edges {
            let (upper, lower) =
                if nodes[edge.from].lane <= nodes[edge.to].lane { (edge.from, edge.to) } else { (edge.to, edge.from) };
            if nodes[upper].lane == nodes[lower].lane {
                layers.join_beside(upper, lower);
                continue;
            }
            let mut at = upper;
            for lane in nodes[upper].lane + 1..nodes[lower].lane {
                let pass = layers.add(lane, 0.0);
                layers.join_down(at, pass);
                at = pass;
            }
            layers.join_down(at, lower);
        }
        Self { layers, nodes: nodes.len(), first: OnceCell::new(), others: OnceCell::new() }
    }

    /// Those that are always tried.
    pub fn first(&self) -> &[Vec<Vec<usize>>] {
        self.first.get_or_init(|| self.orders_from(FIRST))
    }

    /// Those that are tried as well where many lines cross.
    pub fn others(&self) -> &[Vec<Vec<usize>>] {
        self.others.get_or_init(|| {
            let known = self.first();
            self.orders_from(OTHERS).into_iter().filter(|order| !known.contains(order)).collect()
        })
    }

    fn orders_from(&self, starts: Range<usize>) -> Vec<Vec<Vec<usize>>> {
        let mut found: Vec<Vec<Vec<usize>>> = Vec::new();
        for order in self.layers.candidates(starts) {
            let only_nodes = |layer: &Vec<usize>| layer.iter().copied().filter(|unit| *unit < self.nodes).collect();
            let order = order.iter().map(only_nodes).collect();
            if !found.contains(&order) {
                found.push(order);
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all_crossings(layers: &Layers, order: &[Vec<usize>]) -> f64 {
        let positions = positions(order, layers.central.len());
        let places = |unit: usize| layers.down[unit].iter().map(|other| positions[*other]).collect::<Vec<_>>();
        let layer = |units: &Vec<usize>| {
            let pairs = (0..units.len()).flat_map(|i| (i + 1..units.len()).map(move |j| (i, j)));
            pairs.map(|(i, j)| crossings(&places(units[i]), &places(units[j])).0).sum::<f64>()
        };
        order.iter().map(layer).sum()
    }

    #[test]
    fn far_fewer_lines_cross_than_in_the_order_given() {
        let (mut before, mut after) = (0.0, 0.0);
        for seed in 1..60_usize {
            let (mut layers, mut dice) = (Layers::default(), seed * 7919);
            let mut below = |bound: usize| {
                dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                (dice >> 33) % bound
            };
            let units: Vec<usize> = (0..8 + seed % 16).map(|_| layers.add(below(4), 0.0)).collect();
            let layer_of = |layers: &Layers, unit: usize| layers.order.iter().position(|l| l.contains(&unit)).unwrap();
            for _ in 0..units.len() * 2 {
                let (a, b) = (below(units.len()), below(units.len()));
                if layer_of(&layers, a) + 1 == layer_of(&layers, b) {
                    layers.join_down(a, b);
                }
            }
            before += all_crossings(&layers, &layers.order);
            after += all_crossings(&layers, &layers.candidates(0..5)[0]);
        }
        assert!(before > 100.0 && after < before * 0.6, "{before} before, {after} after");
    }

    #[test]
    fn a_small_layer_is_solved_exactly() {
        let mut layers = Layers::default();
        let upper: Vec<usize> = (0..5).map(|_| layers.add(0, 0.0)).collect();
        let lower: Vec<usize> = (0..5).map(|_| layers.add(1, 0.0)).collect();
        (0..5).for_each(|i| layers.join_down(upper[i], lower[(i * 2 + 3) % 5]));
        assert_eq!(all_crossings(&layers, &layers.candidates(0..1)[0]), 0.0);
    }
}
