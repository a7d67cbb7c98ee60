//! The cloth: every body a thread, every tie a weave across from one thread to another.
//!
//! No two ties share a track and none needs a detour, so it holds many more than boxes and lines do, and fits a telephone as well as
//! a wide screen. (The form is that of BioFabric: W. Longabaugh, BMC Bioinformatics 13:275, 2012.)

mod cloth;
mod drawing;
mod fold;
mod order;
mod sheets;
mod weaves;

use super::canvas::Size;
use super::figure::{Drawings, Infographic, LegendItem, Parts, Slides};
use super::legend::level_item;
use super::network::{Network, levels, list, table};
use crate::markup::{Html, Svg};
use cloth::Cloth;
use fold::{Most, folded};
use order::Order;

/// A cloth in the sizes that a page needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cloths {
    /// For a full page.
    pub wide: Svg,
    /// For a tablet, or for paper; empty when the wide one serves.
    pub medium: Svg,
    /// For a telephone, folded if it must be.
    pub upright: Svg,
    /// For a slide, folded if it must be.
    pub slide: Svg,
    /// For paper, as HTML; empty when the one for a tablet serves there.
    pub sheets: Html,
    /// The levels that the slide shows.
    pub on_slide: Vec<String>,
    /// Of when the slide is, where readers of the page can choose another moment; empty where they can not.
    pub of_when: String,
    /// Says that the one for a telephone is folded; empty when it is not.
    pub folded: String,
}

impl Cloths {
    /// As all that a figure has, beside another drawing for a wide screen when there is one.
    pub fn beside(self, wide: Option<Svg>) -> Drawings {
        let Self { medium, upright, folded, sheets: pieces, .. } = self;
        let slides =
            Slides { shown: Some(self.on_slide), of_when: self.of_when, ..Slides::with_legend(vec![self.slide]) };
        Drawings { svg: wide.unwrap_or(self.wide), medium, upright, folded, pieces, slides }
    }
}

/// Above this many ties even a wide cloth is moved under its frame, and the same one serves everywhere but on telephones and slides.
const ONE_CLOTH: usize = 160;
/// What a telephone holds without being moved under its frame, and what can be read on a slide from the back of the room.
const TELEPHONE: Most = Most { threads: 28, ties: 27 };
const SLIDE: Most = Most { threads: 20, ties: 44 };

/// The cloths of a network without strays, for a kind.
pub fn cloths(map: &Network, kind: &'static str) -> Cloths {
    let order = Order::of(map);
    let draw = |size| drawing::draw(map, &order, kind, size);
    let less = |most, size| {
        let fits = |small: &Network| Cloth::of(small, &Order::of(small), size).fits(size);
        folded(map, most, fits)
    };
    let of = |less: &Network, size| drawing::draw(less, &Order::of(less), kind, size);
    let (for_telephone, for_slide) = (less(TELEPHONE, Size::Upright), less(SLIDE, Size::Slide));
    let say = map.head.phrases.weefsel();
    let dated = map.choices().is_some_and(|ties| ties.then || ties.wished);
    Cloths {
        of_when: if dated { map.head.phrases.common().now_small() } else { "" }.to_owned(),
        wide: draw(Size::Wide),
        medium: if map.edges.len() > ONE_CLOTH { Svg::default() } else { draw(Size::Medium) },
        folded: for_telephone.as_ref().map_or("", |_| say.folded()).to_owned(),
        upright: for_telephone.map_or_else(|| draw(Size::Upright), |less| of(&less, Size::Upright)),
        on_slide: on_slide(for_slide.as_ref().unwrap_or(map)),
        slide: for_slide.map_or_else(|| draw(Size::Slide), |less| of(&less, Size::Slide)),
        sheets: sheets::sheets(map, &order, kind),
    }
}

/// What the legend of a slide explains: the levels, and what an arrow means.
fn on_slide(map: &Network) -> Vec<String> {
    let levels = levels(map).into_iter().map(|(name, _)| name);
    levels.chain(map.direction_item().map(|item| item.label)).collect()
}

impl Network {
    /// The cloth as an infographic of its own.
    pub fn weave(&self) -> Infographic {
        let map = self.without_strays();
        let parts =
            Parts { conclusion: conclusion(&map), legend: map.legend_of_now(), narrow: list(&map), table: table(&map) };
        Infographic {
            folds: true,
            crowded: map.is_crowded(),
            ties: map.choices(),
            wished: map.levels_in_use().into_iter().filter(|level| !map.has(level)).map(level_item).collect(),
            seats: map.seats.clone(),
            ..map.head.infographic("weefsel", parts, || cloths(&map, "weefsel").beside(None))
        }
    }

    /// The levels that ties have now, and what an arrow means.
    fn legend_of_now(&self) -> Vec<LegendItem> {
        let levels = self.levels_in_use().into_iter().filter(|level| self.has(level)).map(level_item);
        levels.chain(self.direction_item()).collect()
    }

    /// Is there a tie of this level now?
    fn has(&self, level: &super::legend::Level) -> bool {
        self.edges.iter().any(|edge| edge.level.name == level.name)
    }
}

/// Through whom most ties run: what the cloth shows at a glance. Empty when it has no hubs.
pub fn hubs(map: &Network) -> String {
    let total = map.edges.len();
    let mut by_degree: Vec<usize> = (0..map.nodes.len()).collect();
    by_degree.sort_by_key(|node| std::cmp::Reverse(map.degree(*node)));
    for count in 1..=2 {
        let hubs = &by_degree[..count.min(by_degree.len())];
        let through = map.edges.iter().filter(|edge| hubs.contains(&edge.from) || hubs.contains(&edge.to)).count();
        // With few ties it is no news, and who is next must not have as many.
        let next = by_degree.get(count).map_or(0, |node| map.degree(*node));
        let clear = hubs.iter().all(|hub| map.degree(*hub) > next);
        if total >= 6 && clear && through < total && through * 5 >= total * 3 {
            let names: Vec<String> = hubs.iter().map(|hub| map.nodes[*hub].label.clone()).collect();
            return map.head.phrases.weefsel().hubs(through, total, &map.head.phrases.either(&names));
        }
    }
    String::new()
}

/// What the cloth shows.
fn conclusion(map: &Network) -> String {
    let alone: Vec<String> =
        (0..map.nodes.len()).filter(|node| map.degree(*node) == 0).map(|node| map.nodes[node].label.clone()).collect();
    let (hubs, say) = (hubs(map), map.head.phrases.weefsel());
    let first = match (map.edges.len(), hubs.is_empty()) {
        (0, _) => return say.none().to_owned(),
        (_, false) => hubs,
        _ => super::network::counts(map),
    };
    match alone.len() {
        0 => first,
        1..=3 => format!("{first} {}", say.alone(&map.head.phrases.list(&alone))),
        more => format!("{first} {}", say.alone_count(more)),
    }
}
