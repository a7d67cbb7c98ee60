//! The order of what stands in each lane, with few crossings and with neighbours that belong together side by side.
//!
//! Layer by layer: exact (a search over subsets) for layers of up to eight, sifting for larger ones; down and up until nothing
//! improves, from several starts, of which the best is kept.

use super::{Edge, Node};

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
const SIDEWAYS: f64 = 1.6;
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

    /// Finds a good order, starting from the one given.
    pub fn reduce(&mut self) {
        let given = self.positions();
        self.improve(&given);
    }

    /// Good orders from several starts, the cheapest first.
    pub fn candidates(&self) -> Vec<Vec<Vec<usize>>> {
        let given = self.positions();
        let reversed = |order: &[Vec<usize>]| -> Vec<Vec<usize>> {
            order.iter().map(|layer| layer.iter().rev().copied().collect()).collect()
        };
        let inward = self.hubs_inward();
        let both = self.order.iter().zip(&inward).enumerate();
        let mixed = both.map(|(i, (given, inward))| if i % 2 == 0 { given.clone() } else { inward.clone() }).collect();
        let starts = [self.order.clone(), inward.clone(), reversed(&self.order), reversed(&inward), mixed];
        let mut found: Vec<(f64, Vec<Vec<usize>>)> = Vec::new();
        for start in starts {
            let mut trial = Self { order: start, ..self.clone() };
            trial.improve(&given);
            if found.iter().all(|(_, order)| *order != trial.order) {
                found.push((trial.total_cost(&given), trial.order));
            }
        }
        found.sort_by(|a, b| a.0.total_cmp(&b.0));
        found.into_iter().map(|(_, order)| order).collect()
    }

    fn improve(&mut self, given: &[f64]) {
        let mut positions = self.positions();
        let count = self.order.len();
        for round in 0..5 {
            let mut changed = false;
            for step in 0..count {
                let layer = if round % 2 == 0 { step } else { count - 1 - step };
                if let Some(better) = self.better_layer(layer, round < 2, &positions, given) {
                    better.iter().enumerate().for_each(|(i, unit)| positions[*unit] = i as f64);
                    self.order[layer] = better;
                    changed = true;
                }
            }
            if !changed && round > 0 {
                break;
            }
        }
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

    fn positions(&self) -> Vec<f64> {
        let mut positions = vec![0.0; self.central.len()];
        for layer in &self.order {
            layer.iter().enumerate().for_each(|(i, unit)| positions[*unit] = i as f64);
        }
        positions
    }

    fn total_cost(&self, given: &[f64]) -> f64 {
        let positions = self.positions();
        let layers = 0..self.order.len();
        layers.map(|layer| self.layer(layer, &positions, given).cost(&self.order[layer])).sum()
    }

    fn better_layer(&self, layer: usize, afresh: bool, positions: &[f64], given: &[f64]) -> Option<Vec<usize>> {
        let current = &self.order[layer];
        if current.len() < 2 {
            return None;
        }
        let costs = self.layer(layer, positions, given);
        let found = if current.len() <= EXACT {
            costs.exact()
        } else if afresh {
            costs.sifted(self.by_barycentre(layer, positions))
        } else {
            costs.sifted(current.clone())
        };
        (costs.cost(&found) < costs.cost(current) - 1e-9).then_some(found)
    }

    fn by_barycentre(&self, layer: usize, positions: &[f64]) -> Vec<usize> {
        let middle = |unit: &usize| {
            let around = self.up[*unit].iter().chain(&self.down[*unit]);
            let (sum, count) = around.fold((0.0, 0.0), |(sum, count), n| (sum + positions[*n], count + 1.0));
            if count > 0.0 { sum / count } else { positions[*unit] }
        };
        let mut sorted = self.order[layer].clone();
        sorted.sort_by(|a, b| middle(a).total_cmp(&middle(b)));
        sorted
    }

    /// What the order of one layer costs, given the others.
    fn layer(&self, layer: usize, positions: &[f64], given: &[f64]) -> LayerCosts {
        let units = self.order[layer].clone();
        let n = units.len();
        let mut slot = vec![usize::MAX; self.central.len()];
        units.iter().enumerate().for_each(|(i, unit)| slot[*unit] = i);
        let mut before = vec![0.0; n * n];
        for (i, &u) in units.iter().enumerate() {
            for (j, &v) in units.iter().enumerate() {
                if i != j {
                    let inverted = if given[u] > given[v] { AGAINST } else { 0.0 };
                    before[i * n + j] = inverted
                        + crossings(&self.up[u], &self.up[v], positions)
                        + crossings(&self.down[u], &self.down[v], positions);
                }
            }
        }
        let mut beside = vec![0.0; n * n];
        for (i, &u) in units.iter().enumerate() {
            self.beside[u].iter().for_each(|v| beside[i * n + slot[*v]] += BESIDE);
        }
        let tied = |i: usize| (0..n).map(|j| (j, beside[i * n + j])).filter(|tie| tie.1 > 0.0).collect();
        let ties = (0..n).map(tied).collect();
        let share = |unit: usize, layer: usize| (positions[unit] + 0.5) / self.order[layer].len() as f64;
        let mut place = vec![0.0; n * n];
        for (i, &u) in units.iter().enumerate() {
            for at in 0..n {
                let own = (at as f64 + 0.5) / n as f64;
                let above = self.up[u].iter().map(|other| (share(*other, layer - 1) - own).abs()).sum::<f64>();
                let below = self.down[u].iter().map(|other| (share(*other, layer + 1) - own).abs()).sum::<f64>();
                let off_centre = self.central[u] * (at as f64 - (n as f64 - 1.0) / 2.0).abs();
                place[i * n + at] = SIDEWAYS * (above + below) + off_centre;
            }
        }
        LayerCosts { units, slot, before, beside, ties, place }
    }
}

/// How many pairs of edges cross when the owner of the first stands left of that of the second.
fn crossings(left: &[usize], right: &[usize], positions: &[f64]) -> f64 {
    let pairs = left.iter().flat_map(|p| right.iter().map(move |q| (p, q)));
    pairs.filter(|(p, q)| positions[**p] > positions[**q]).count() as f64
}

/// The costs of one layer, by slots: the places of its units in the order that they came in.
struct LayerCosts {
    units: Vec<usize>,
    /// The slot of each unit.
    slot: Vec<usize>,
    /// Cost of the first slot standing somewhere before the second.
    before: Vec<f64>,
    /// Cost of each place of distance between two slots.
    beside: Vec<f64>,
    /// The same as lists: per slot, those it is tied to.
    ties: Vec<Vec<(usize, f64)>>,
    /// Cost of each slot standing at each position.
    place: Vec<f64>,
}

impl LayerCosts {
    fn slots(&self, order: &[usize]) -> Vec<usize> {
        order.iter().map(|unit| self.slot[*unit]).collect()
    }

    fn cost(&self, order: &[usize]) -> f64 {
        let n = self.units.len();
        let order = self.slots(order);
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
        let n = self.units.len();
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
            order.push(self.units[last]);
            set &= !(1 << last);
        }
        order.reverse();
        order
    }

    /// Moves one unit at a time to its best place, until nothing moves.
    fn sifted(&self, order: Vec<usize>) -> Vec<usize> {
        let n = order.len();
        let mut order = self.slots(&order);
        let mut position = vec![0; n];
        order.iter().enumerate().for_each(|(i, slot)| position[*slot] = i);
        for _ in 0..3 {
            let mut moved = false;
            for slot in 0..n {
                let from = position[slot];
                let (mut change, mut best) = (0.0, (0.0, from));
                let mut pass = |at: usize, rightward: bool, order: &mut Vec<usize>, position: &mut Vec<usize>| {
                    change += self.swap(if rightward { at } else { at - 1 }, order, position);
                    let now = if rightward { at + 1 } else { at - 1 };
                    if change < best.0 - 1e-9 {
                        best = (change, now);
                    }
                };
                (1..=from).rev().for_each(|at| pass(at, false, &mut order, &mut position));
                (0..n - 1).for_each(|at| pass(at, true, &mut order, &mut position));
                let target = best.1;
                (target + 1..n).rev().for_each(|at| {
                    self.swap(at - 1, &mut order, &mut position);
                });
                moved |= target != from;
            }
            if !moved {
                break;
            }
        }
        order.into_iter().map(|slot| self.units[slot]).collect()
    }

    /// Swaps what stands at `at` with what stands after it; returns the change in cost.
    fn swap(&self, at: usize, order: &mut [usize], position: &mut [usize]) -> f64 {
        let n = order.len();
        let (a, b) = (order[at], order[at + 1]);
        let mut change = self.before[b * n + a] - self.before[a * n + b];
        change +=
            self.place[a * n + at + 1] + self.place[b * n + at] - self.place[a * n + at] - self.place[b * n + at + 1];
        // Whoever moves away from a neighbour pays for it; the two themselves stay as near as they were.
        for (slot, towards) in [(a, 1.0), (b, -1.0)] {
            for &(other, weight) in self.ties[slot].iter().filter(|(other, _)| *other != a && *other != b) {
                change += if position[other] < at { weight * towards } else { -weight * towards };
            }
        }
        order.swap(at, at + 1);
        (position[a], position[b]) = (at + 1, at);
        change
    }
}

/// The nodes of each lane, in orders worth trying.
pub fn order_nodes(nodes: &[Node], edges: &[Edge], lanes: usize) -> Vec<Vec<Vec<usize>>> {
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
    let mut found: Vec<Vec<Vec<usize>>> = Vec::new();
    for order in layers.candidates() {
        let only_nodes = |layer: &Vec<usize>| layer.iter().copied().filter(|unit| *unit < nodes.len()).collect();
        let order = order.iter().map(only_nodes).collect();
        if !found.contains(&order) {
            found.push(order);
        }
    }
    found
}
