//! The map around one node: its own relations and nothing else.

use super::super::canvas::Size;
use super::super::figure::Infographic;
use super::{Edge, Node, Relatiekaart};

impl Relatiekaart {
    /// The small map of one node with its neighbours; an unknown index gives an empty map.
    pub fn draw_around(&self, center: usize) -> Infographic {
        self.around(center).figure(Size::Medium)
    }

    fn around(&self, center: usize) -> Self {
        let whole = self.without_strays();
        let mine = |edge: &&Edge| edge.from == center || edge.to == center;
        let near = |node: usize| {
            node == center || whole.edges.iter().filter(mine).any(|edge| edge.from == node || edge.to == node)
        };
        let kept: Vec<usize> = (0..whole.nodes.len()).filter(|node| near(*node)).collect();
        let lanes: Vec<usize> =
            (0..whole.lanes.len()).filter(|lane| kept.iter().any(|node| whole.nodes[*node].lane == *lane)).collect();
        let index = |list: &[usize], item: usize| list.iter().position(|other| *other == item).unwrap_or(0);
        let node = |old: usize| Node {
            lane: index(&lanes, whole.nodes[old].lane),
            emphasis: old == center,
            ..whole.nodes[old].clone()
        };
        let edge = |edge: &Edge| Edge { from: index(&kept, edge.from), to: index(&kept, edge.to), ..edge.clone() };
        Self {
            nodes: kept.iter().map(|old| node(*old)).collect(),
            edges: whole.edges.iter().filter(mine).map(edge).collect(),
            seats: Vec::new(),
            lanes: lanes.iter().map(|lane| whole.lanes[*lane].clone()).collect(),
            ..whole.clone()
        }
    }
}
