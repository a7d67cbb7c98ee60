//! The relation map: who works with whom, and how closely.
//!
//! Lanes from top to bottom, boxes in them, and between the boxes lines whose weave tells the level.

mod around;
mod boxes;
mod drawing;

use super::canvas::Size;
use super::figure::{Drawings, Infographic, LegendItem, Parts};
use super::geometry::Point;
use super::legend::{LINE, level_item, sample, sample_route};
pub use super::network::{Edge, Lane, Network as Relatiekaart, Node};
use super::network::{counts, level_counts, list, table};
use super::weave;
use super::weefsel;
use crate::markup::Svg;

impl Relatiekaart {
    /// The whole map: boxes and lines on a wide screen, the cloth upright; the cloth on all when there are too many for boxes.
    pub fn draw(&self) -> Infographic {
        self.without_strays().figure(Size::Wide)
    }

    /// A map without strays, its first drawing of this size: the cloth where boxes and lines would be a tangle.
    fn figure(&self, size: Size) -> Infographic {
        let map = self;
        let drawings = || {
            let cloths = weefsel::cloths(map, "relatiekaart");
            let boxes = if map.is_crowded() { None } else { drawing::draw(map, &drawing::orders(map), size) };
            let medium = if size == Size::Medium { Svg::default() } else { cloths.medium.clone() };
            Drawings { medium, ..cloths.beside(boxes) }
        };
        let parts =
            Parts { conclusion: conclusion(map), legend: map.legend_items(), narrow: list(map), table: table(map) };
        Infographic {
            folds: true,
            crowded: map.is_crowded(),
            ties: map.choices(),
            seats: map.seats.clone(),
            how: map.head.phrases.weefsel().how().to_owned(),
            ..map.head.infographic("relatiekaart", parts, drawings)
        }
    }

    fn legend_items(&self) -> Vec<LegendItem> {
        let map_words = &self.head.phrases;
        let mut items: Vec<LegendItem> = self.levels_in_use().into_iter().map(level_item).collect();
        if let Some((edge, ambition)) = self.edges.iter().find_map(|edge| Some((edge, edge.ambition.as_ref()?))) {
            items.push(LegendItem {
                sample: sample(&edge.level.colour, LINE, |canvas| {
                    let route = sample_route();
                    drawing::ambition(&mut canvas.out, ambition, &route, &[]);
                    weave::draw(&mut canvas.out, edge.level.form, &route, &[], route.length / 2.0);
                }),
                label: map_words.common().ambition_small().to_owned(),
                meaning: map_words.relatiekaart().ambition_meaning().to_owned(),
            });
        }
        items.extend(self.direction_item());
        if let Some(edge) = self.edges.iter().find(|edge| edge.reading_only) {
            items.push(LegendItem {
                sample: sample("inkt-zacht", LINE, |canvas| canvas.hatch(Point::new(14.0, 10.0))),
                label: edge.status_name.clone(),
                meaning: map_words.relatiekaart().reading_meaning().to_owned(),
            });
        }
        items
    }
}

/// What the map shows, in a sentence or two.
fn conclusion(map: &Relatiekaart) -> String {
    let total = map.edges.len();
    let (phrases, say) = (&map.head.phrases, map.head.phrases.relatiekaart());
    if total == 0 {
        return say.none().to_owned();
    }
    let hubs = weefsel::hubs(map);
    if !hubs.is_empty() {
        return format!("{hubs} {}", counts(map));
    }
    let most = (0..map.nodes.len()).map(|node| map.degree(node)).max().unwrap_or(0);
    let busiest: Vec<String> = (0..map.nodes.len())
        .filter(|node| map.degree(*node) == most)
        .map(|node| map.nodes[node].label.clone())
        .collect();
    // Around one node that node has them all: no news, but how close they are is.
    if most == total {
        return match &map.edges[..] {
            [tie] => say.one_tie(&map.nodes[tie.from].label, &map.nodes[tie.to].label, &tie.level.name),
            _ => say.around(&busiest[0], total, &level_counts(map)),
        };
    }
    let first = match busiest.len() {
        1 => say.most_one(&busiest[0], most, total),
        2 | 3 if most > 1 => say.most_more(&phrases.list(&busiest), most, total),
        _ => return counts(map),
    };
    format!("{first} {}", counts(map))
}
