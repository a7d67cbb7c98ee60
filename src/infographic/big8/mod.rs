//! The Big 8: the figure eight of policy and execution, who does what on its two loops, and which products lie on it.
//!
//! Each loop is a plait of its own; they are woven together in the steps that both share.

pub(super) mod drawing;
pub(super) mod eight;

use super::canvas::Size;
use super::figure::{Drawings, Head, Infographic, Parts, Slides, Table};
use super::upright::NARROW;
use super::words::{Named, capital, joined_or_dash, links};
use crate::html;

/// A loop of the eight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Loop {
    /// The loop of policy, drawn first.
    First,
    /// The loop of execution.
    Second,
    /// Where they meet.
    Both,
}

/// What is said of a loop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoopWords {
    /// Its name, such as `Strategische lus`.
    pub name: String,
    /// What it is about, in a few words; may be empty.
    pub note: String,
    /// The dye.
    pub colour: String,
}

/// Something that a step yields.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Product {
    /// Its name and page.
    pub name: Named,
    /// Who leads; `None` when that is open.
    pub lead: Option<Named>,
}

/// A step of the cycle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Its name and page.
    pub name: Named,
    /// On which loop it lies.
    pub place: Loop,
    /// Who does it.
    pub who: Vec<Named>,
    /// What it yields.
    pub products: Vec<Product>,
}

impl Step {
    /// It is known who leads something that it yields.
    pub(super) fn is_led(&self) -> bool {
        self.products.iter().any(|product| product.lead.is_some())
    }
}

/// A figure eight, as rows of data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Big8 {
    /// Its names, and where the rows come from.
    pub head: Head,
    /// What is said of the first and the second loop.
    pub loops: [LoopWords; 2],
    /// The steps, in order of the cycle.
    pub steps: Vec<Step>,
}

impl Big8 {
    /// The drawing with all that belongs to it.
    pub fn draw(&self) -> Infographic {
        let parts = Parts { conclusion: self.conclusion(), table: self.table(), ..Parts::default() };
        let drawings = || Drawings {
            svg: drawing::draw(self, Size::Wide),
            medium: drawing::draw(self, Size::Medium),
            upright: self.stack(NARROW).upright(&self.head),
            slides: Slides::explained(self.slides()),
            ..Drawings::default()
        };
        self.head.infographic("big8", parts, drawings)
    }

    fn loop_name(&self, place: Loop) -> String {
        match place {
            Loop::First => self.loops[0].name.clone(),
            Loop::Second => self.loops[1].name.clone(),
            Loop::Both => self.head.phrases.big8().both().to_owned(),
        }
    }

    fn table(&self) -> Table {
        let (all, say) = (self.head.phrases.common(), self.head.phrases.big8());
        let mut rows = Vec::new();
        for (index, step) in self.steps.iter().enumerate() {
            let name = html![format!("{}. ", index + 1), step.name.link()];
            let leads = step.products.iter().map(|p| p.lead.as_ref().map_or_else(|| all.open().into(), Named::link));
            rows.push(vec![
                name,
                self.loop_name(step.place).into(),
                links(&step.who),
                joined_or_dash(step.products.iter().map(|p| p.name.link())),
                joined_or_dash(leads),
            ]);
        }
        Table {
            caption: say.caption(self.steps.len()),
            head: [say.step(), say.loop_head(), all.who(), all.product(), all.lead()].map(str::to_owned).to_vec(),
            rows,
        }
    }

    fn conclusion(&self) -> String {
        let count = |place: Loop| self.steps.iter().filter(|s| s.place == place).count();
        let say = self.head.phrases.big8();
        let mut parts: Vec<String> = [Loop::First, Loop::Second]
            .into_iter()
            .enumerate()
            .filter(|(_, place)| count(*place) > 0)
            .map(|(index, place)| say.on_loop(count(place), &super::words::lower(&self.loops[index].name)))
            .collect();
        parts.extend(Some(count(Loop::Both)).filter(|both| *both > 0).map(|both| say.on_both(both)));
        let first = match parts.as_slice() {
            [] | [_] => say.told_plain(self.steps.len()),
            parts => say.told(self.steps.len(), &self.head.phrases.list(parts)),
        };
        let products: Vec<&Product> = self.steps.iter().flat_map(|s| &s.products).collect();
        let mut leads: Vec<(String, usize)> = Vec::new();
        for product in &products {
            let name = product.lead.as_ref().map_or_else(|| say.nobody().to_owned(), |lead| lead.name.clone());
            match leads.iter_mut().find(|(known, _)| *known == name) {
                Some((_, count)) => *count += 1,
                None => leads.push((name, 1)),
            }
        }
        leads.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        let told: Vec<String> = leads.iter().map(|(name, count)| say.leads(name, *count)).collect();
        if products.is_empty() {
            return first;
        }
        format!("{} {first}", say.lead_told(products.len(), &self.head.phrases.list(&told)))
    }
}

/// How a step is named in full, for those who cannot see the drawing.
pub(super) fn full_name(map: &Big8, index: usize) -> String {
    let step = &map.steps[index];
    let who = super::words::names(&step.who);
    let loop_name = super::words::lower(&map.loop_name(step.place));
    let mut name = map.head.phrases.big8().full(index + 1, &loop_name, &step.name.name);
    if !who.is_empty() {
        name.push_str(&format!(". {}", capital(&who)));
    }
    name
}
