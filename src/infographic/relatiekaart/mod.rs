//! The relation map: who works with whom, and how closely.
//!
//! Lanes from top to bottom, boxes in them, and between the boxes lines whose weave tells the level.

mod around;
mod boxes;
mod drawing;
mod narrow;
mod rows;

use super::canvas::Size;
use super::figure::{Head, Infographic, LegendItem, Parts};
use super::geometry::Point;
use super::layout;
use super::legend::{LINE, line_sample, sample, sample_route};
use super::weave;
pub use super::weave::Form;
use super::words::counted;

/// A layer of the collaboration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lane {
    /// Its name, such as `Bestuurlijk`.
    pub name: String,
    /// What happens there, in a few words; may be empty.
    pub note: String,
    /// The dye, such as `indigo`.
    pub colour: String,
}

/// A box.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// Short name, unique in the map; ends up in ids and `data-` attributes.
    pub id: String,
    /// What it is called.
    pub label: String,
    /// A second line, smaller.
    pub sub: Option<String>,
    /// Index of its lane.
    pub lane: usize,
    /// Where it leads.
    pub href: String,
    /// Drawn larger and towards the middle.
    pub emphasis: bool,
}

/// The level that a relation is meant to grow to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ambition {
    /// Its form.
    pub form: Form,
    /// The dye.
    pub colour: String,
    /// The level's name.
    pub name: String,
}

/// A line between two boxes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edge {
    /// Index of a node.
    pub from: usize,
    /// Index of another node.
    pub to: usize,
    /// The form of its level.
    pub form: Form,
    /// The dye of its level.
    pub colour: String,
    /// The level's name.
    pub level_name: String,
    /// The level it is meant to grow to, when that is another.
    pub ambition: Option<Ambition>,
    /// The editors' reading, not a decision.
    pub reading_only: bool,
    /// What it is about, in plain text.
    pub subject: String,
    /// Where it leads.
    pub href: String,
    /// Such as `duiding` or `besloten`.
    pub status_name: String,
}

/// What the legend says of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LegendEntry {
    /// The form.
    pub form: Form,
    /// The dye.
    pub colour: String,
    /// The level's name.
    pub label: String,
    /// What it means, in a few words.
    pub meaning: String,
}

/// A relation map, as rows of data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relatiekaart {
    /// Its names, and where the rows come from.
    pub head: Head,
    /// The lanes, from the top.
    pub lanes: Vec<Lane>,
    /// The boxes, in reading order within their lane.
    pub nodes: Vec<Node>,
    /// The lines.
    pub edges: Vec<Edge>,
    /// The forms in use and what they mean, from loose to close.
    pub legend: Vec<LegendEntry>,
}

impl Relatiekaart {
    /// The whole map.
    pub fn draw(&self) -> Infographic {
        let map = self.without_strays();
        let orders = drawing::orders(&map);
        let medium = drawing::draw(&map, &orders, Size::Medium);
        Infographic { medium, ..map.figure(&orders, Size::Wide) }
    }

    /// One drawing, of a map without strays.
    fn figure(&self, orders: &layout::Orders, size: Size) -> Infographic {
        let map = self;
        let parts = Parts {
            conclusion: rows::conclusion(map),
            legend: map.legend_items(),
            svg: drawing::draw(map, orders, size),
            narrow: narrow::list(map),
            table: rows::table(map),
            ..Parts::default()
        };
        map.head.infographic("relatiekaart", parts)
    }

    /// The same map without lines or boxes that point at nothing: the model reports those, a drawing just cannot show them.
    fn without_strays(&self) -> Self {
        let mut map = self.clone();
        let last = map.lanes.len().saturating_sub(1);
        map.nodes.iter_mut().for_each(|node| node.lane = node.lane.min(last));
        let count = map.nodes.len();
        map.edges.retain(|edge| edge.from < count && edge.to < count && edge.from != edge.to);
        map
    }

    /// How many lines end at a node.
    fn degree(&self, node: usize) -> usize {
        self.edges.iter().filter(|edge| edge.from == node || edge.to == node).count()
    }

    fn legend_items(&self) -> Vec<LegendItem> {
        let used = |entry: &&LegendEntry| {
            self.edges.iter().any(|edge| {
                edge.level_name == entry.label || edge.ambition.as_ref().is_some_and(|a| a.name == entry.label)
            })
        };
        let item = |entry: &LegendEntry| LegendItem {
            sample: line_sample(entry.form, &entry.colour),
            label: entry.label.clone(),
            meaning: entry.meaning.clone(),
        };
        let mut items: Vec<LegendItem> = self.legend.iter().filter(used).map(item).collect();
        if let Some((edge, ambition)) = self.edges.iter().find_map(|edge| Some((edge, edge.ambition.as_ref()?))) {
            items.push(LegendItem {
                sample: sample(&edge.colour, LINE, |canvas| {
                    let route = sample_route();
                    drawing::ambition(&mut canvas.out, ambition, &route, &[]);
                    weave::draw(&mut canvas.out, edge.form, &route, &[], route.length / 2.0);
                }),
                label: "ambitie".to_owned(),
                meaning: "licht eronder: zo hecht moet het worden".to_owned(),
            });
        }
        if let Some(edge) = self.edges.iter().find(|edge| edge.reading_only) {
            items.push(LegendItem {
                sample: sample("inkt-zacht", LINE, |canvas| canvas.hatch(Point::new(14.0, 10.0))),
                label: edge.status_name.clone(),
                meaning: "onze lezing, nog niet besloten".to_owned(),
            });
        }
        items
    }
}

/// `1 relatie`, `3 relaties`.
fn relations(count: usize) -> String {
    counted(count, "relatie", "relaties")
}
