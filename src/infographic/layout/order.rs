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
        let mut found = self.candidates();
        if !found.is_empty() {
            self.order = found.swap_remove(0);
        }
    }

    /// Good orders from several starts, the cheapest first.
    pub fn candidates(&self) -> Vec<Vec<Vec<usize>>> {
        let given = self.positions();
        let reversed = |order: &[Vec<usize>]| -> Vec<Vec<usize>> {
            order.iter().map(|layer| layer.iter().rev().copied().collect()).collect()
        };
        let inward = self.hubs_inward();
        let outward = self.order.iter().zip(&inward).enumerate();
        let mixed = outward.map(|(i, (a, b))| if i % 2 == 0 { a.clone() } else { b.clone() }).collect();
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
        for round in 0..6 {
            let mut changed = false;
            for step in 0..count {
                let layer = if round % 2 == 0 { step } else { count - 1 - step };
                if let Some(better) = self.better_layer(layer, &positions, given) {
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

    fn better_layer(&self, layer: usize, positions: &[f64], given: &[f64]) -> Option<Vec<usize>> {
        let current = &self.order[layer];
        if current.len() < 2 {
            return None;
        }
        let costs = self.layer(layer, positions, given);
        let found =
            if current.len() <= EXACT { costs.exact() } else { costs.sifted(self.by_barycentre(layer, positions)) };
        let found = if current.len() > EXACT {
            let other = costs.sifted(current.clone());
            if costs.cost(&other) < costs.cost(&found) { other } else { found }
        } else {
            found
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
        let beside = units.iter().map(|u| self.beside[*u].iter().map(|v| slot[*v]).collect()).collect();
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
        LayerCosts { units, slot, before, beside, place }
    }
}

/// How many pairs of edges cross when the owner of the first stands left of that of the second.
fn crossings(left: &[usize], right: &[usize], positions: &[f64]) -> f64 {
    let pairs = left.iter().flat_map(|p| right.iter().map(move |q| (p, q)));
    pairs.filter(|(p, q)| positions[**p] > positions[**q]).count() as f64
}

struct LayerCosts {
    units: Vec<usize>,
    /// Index in `units` of each unit.
    slot: Vec<usize>,
    /// Cost of the first standing somewhere before the second.
    before: Vec<f64>,
    beside: Vec<Vec<usize>>,
    /// Cost of each unit standing at each position.
    place: Vec<f64>,
}

impl LayerCosts {
    fn at_place(&self, unit: usize, position: usize) -> f64 {
        self.place[unit * self.units.len() + position]
    }

    fn cost(&self, order: &[usize]) -> f64 {
        let n = self.units.len();
        let mut position = vec![0; n];
        order.iter().enumerate().for_each(|(i, unit)| position[self.slot[*unit]] = i);
        let mut cost = 0.0;
        for (i, unit) in order.iter().enumerate() {
            let u = self.slot[*unit];
            cost += self.at_place(u, i);
            cost += order[i + 1..].iter().map(|v| self.before[u * n + self.slot[*v]]).sum::<f64>();
            cost += self.beside[u].iter().map(|v| BESIDE * position[*v].saturating_sub(i) as f64).sum::<f64>();
        }
        cost
    }

    /// The best order there is: the cheapest way to place each subset first.
    fn exact(&self) -> Vec<usize> {
        let n = self.units.len();
        let mut best = vec![(f64::INFINITY, 0); 1 << n];
        best[0].0 = 0.0;
        for set in 0..(1_usize << n) - 1 {
            let (so_far, _) = best[set];
            let position = set.count_ones() as usize;
            for next in (0..n).filter(|i| set & (1 << i) == 0) {
                let with = set | (1 << next);
                let placed = (0..n).filter(|i| set & (1 << i) != 0);
                let crossed: f64 = placed.map(|i| self.before[i * n + next]).sum();
                let cost = so_far + crossed + BESIDE * self.cut(with) + self.at_place(next, position);
                if cost < best[with].0 - 1e-9 {
                    best[with] = (cost, next);
                }
            }
        }
        let (mut set, mut order) = ((1 << n) - 1, Vec::with_capacity(n));
        while set != 0 {
            let last = best[set].1;
            order.push(self.units[last]);
            set &= !(1 << last);
        }
        order.reverse();
        order
    }

    /// Edges between units in the set and units of the layer outside it.
    fn cut(&self, set: usize) -> f64 {
        let inside = (0..self.units.len()).filter(|i| set & (1 << i) != 0);
        inside.map(|i| self.beside[i].iter().filter(|j| set & (1 << **j) == 0).count()).sum::<usize>() as f64
    }

    /// Moves one unit at a time to its best place, until nothing moves.
    fn sifted(&self, mut order: Vec<usize>) -> Vec<usize> {
        let n = order.len();
        let mut cost = self.cost(&order);
        for _ in 0..3 {
            let mut moved = false;
            for unit in self.units.clone() {
                let Some(from) = order.iter().position(|u| *u == unit) else { continue };
                let mut best = (cost, from);
                let mut trial = order.clone();
                trial.remove(from);
                trial.insert(0, unit);
                for at in 0..n {
                    if at > 0 {
                        trial.swap(at - 1, at);
                    }
                    let cost = self.cost(&trial);
                    if cost < best.0 - 1e-9 {
                        best = (cost, at);
                    }
                }
                if best.1 != from {
                    order.remove(from);
                    order.insert(best.1, unit);
                    cost = best.0;
                    moved = true;
                }
            }
            if !moved {
                break;
            }
        }
        order
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
