//! A network, as rows of data: bodies in layers, and the ties between them. The relation map and the cloth are drawn from it.

mod list;
mod rows;

pub use list::list;
pub use rows::{counts, level_counts, levels, table};

use super::figure::{Head, LegendItem, Seats, Ties};
use super::geometry::Point;
use super::legend::{LINE, Level, sample};

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

/// A body or an organisation: a box on the map, a thread in the cloth.
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

/// A tie between two of them: a line on the map, a weave in the cloth.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edge {
    /// Index of a node.
    pub from: usize,
    /// Index of another node.
    pub to: usize,
    /// One gives, asks or submits, the other gets it: the tie points from the first to the second.
    pub directed: bool,
    /// How close it is.
    pub level: Level,
    /// The level it had before, when that is known.
    pub before: Option<Level>,
    /// The level it is meant to grow to, when that is another.
    pub ambition: Option<Level>,
    /// The editors' reading, not a decision.
    pub reading_only: bool,
    /// What it is about, in plain text.
    pub subject: String,
    /// Where it leads.
    pub href: String,
    /// Such as `duiding` or `besloten`.
    pub status_name: String,
}

/// Bodies, and the ties between them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Network {
    /// Its names, and where the rows come from.
    pub head: Head,
    /// The lanes, from the top.
    pub lanes: Vec<Lane>,
    /// The bodies, in reading order within their lane.
    pub nodes: Vec<Node>,
    /// The ties.
    pub edges: Vec<Edge>,
    /// The levels of the collaboration.
    pub legend: Vec<Level>,
    /// Who sits in which of the bodies: to choose the ties that concern one organisation.
    pub seats: Vec<Seats>,
}

/// Beyond these, lines between boxes run so close and so far that none can be followed.
const MOST_BOXES: usize = 28;
const MOST_LINES: usize = 42;

impl Network {
    /// More than boxes and lines can show so that it can be read.
    pub fn is_crowded(&self) -> bool {
        self.nodes.len() > MOST_BOXES || self.edges.len() > MOST_LINES
    }

    /// The same without ties or bodies that point at nothing: the model reports those, a drawing just cannot show them.
    pub fn without_strays(&self) -> Self {
        let mut map = self.clone();
        let last = map.lanes.len().saturating_sub(1);
        map.nodes.iter_mut().for_each(|node| node.lane = node.lane.min(last));
        let count = map.nodes.len();
        map.edges.retain(|edge| edge.from < count && edge.to < count && edge.from != edge.to);
        map
    }

    /// A tie in a few words: between whom, and how close.
    pub fn tie_in_short(&self, edge: &Edge) -> String {
        let say = self.head.phrases.relatiekaart();
        let (from, to) = (&self.nodes[edge.from].label, &self.nodes[edge.to].label);
        if edge.directed { say.toward(from, to, &edge.level.name) } else { say.between(from, to, &edge.level.name) }
    }

    /// A tie in words, for its link.
    pub fn tie_in_words(&self, edge: &Edge) -> String {
        let mut words = self.tie_in_short(edge);
        if let Some(before) = &edge.before {
            words.push_str(&self.head.phrases.relatiekaart().with_before(&before.name));
        }
        if let Some(ambition) = &edge.ambition {
            words.push_str(&self.head.phrases.relatiekaart().with_ambition(&ambition.name));
        }
        if !edge.subject.is_empty() {
            words.push_str(&format!(". {}", edge.subject));
        }
        if !edge.status_name.is_empty() {
            words.push_str(&format!(" ({})", edge.status_name));
        }
        words
    }

    /// What the legend says of arrows, when there are any.
    pub fn direction_item(&self) -> Option<LegendItem> {
        let edge = self.edges.iter().find(|edge| edge.directed)?;
        let say = self.head.phrases.relatiekaart();
        let colour = &edge.level.colour;
        let sample = sample(colour, LINE, |canvas| {
            canvas.line("ig-onbepaald", Point::new(3.0, 10.0), Point::new(LINE - 8.0, 10.0));
            canvas.arrow("ig-pijl", Point::new(LINE - 2.0, 10.0), 0.0);
        });
        Some(LegendItem { sample, label: say.arrow().to_owned(), meaning: say.direction_meaning().to_owned() })
    }

    /// How many ties a body has.
    pub fn degree(&self, node: usize) -> usize {
        self.edges.iter().filter(|edge| edge.from == node || edge.to == node).count()
    }

    /// The levels that a drawing shows, from loose to close.
    pub fn choices(&self) -> Option<Ties> {
        let now = |level: &&Level| self.edges.iter().any(|edge| edge.level.name == level.name);
        let later = |level: &&Level| {
            self.edges.iter().any(|edge| edge.ambition.as_ref().unwrap_or(&edge.level).name == level.name)
        };
        let names = |levels: &[&Level]| levels.iter().map(|level| level.name.clone()).collect();
        let (mut now_only, mut later_only) = (self.levels_in_use(), self.levels_in_use());
        now_only.retain(|level| !later(level));
        later_only.retain(|level| !now(level));
        (!self.edges.is_empty()).then(|| Ties {
            now_only: names(&now_only),
            later_only: names(&later_only),
            then: self.edges.iter().any(|edge| edge.before.is_some()),
            wished: self.edges.iter().any(|edge| edge.ambition.is_some()),
            levels: self.levels_in_use().into_iter().filter(now).map(|level| level.name.clone()).collect(),
        })
    }

    /// The levels that ties have now or should have, from loose to close.
    pub fn levels_in_use(&self) -> Vec<&Level> {
        let used = |level: &&Level| {
            let is = |other: &Level| other.name == level.name;
            self.edges.iter().any(|edge| is(&edge.level) || edge.ambition.as_ref().is_some_and(is))
        };
        let mut levels: Vec<&Level> = self.legend.iter().filter(used).collect();
        levels.sort_by_key(|level| (level.rank.is_none(), level.rank));
        levels
    }
}
