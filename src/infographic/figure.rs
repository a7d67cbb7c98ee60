//! What every kind of infographic delivers; the theme's `infographic.html` frames it.

use super::pieces::Drawing;
use crate::markup::{Html, Svg};
use crate::phrases::Phrases;
use serde::Serialize;

/// A finished infographic, ready for a template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Infographic {
    /// Unique on its page; prefix of every id inside the drawing.
    pub id: String,
    /// The kind, as an editor writes it: `relatiekaart`.
    pub kind: String,
    /// A question or a finding.
    pub title: String,
    /// The question above a title that is a finding; empty when the title itself asks.
    pub question: String,
    /// One sentence that tells how to read it.
    pub reading: String,
    /// How sure it is, when it is not: the editors' reading, a proposal. It goes wherever the drawing goes.
    pub caveat: String,
    /// One sentence made from the rows: what it shows.
    pub conclusion: String,
    /// Empty when it needs none.
    pub legend: Vec<LegendItem>,
    /// What the legend says besides when a reader looks at the ambition.
    pub wished: Vec<LegendItem>,
    /// The drawing: inline SVG, styled by the theme's tokens.
    pub svg: Svg,
    /// The same drawing set for a container of about 700 to 1000 pixels; empty when `svg` serves there too.
    pub medium: Svg,
    /// Windows on `medium` for paper, in HTML: a drawing taller than a sheet goes on in them on the next; empty when it is whole there.
    pub pieces: Html,
    /// The same in a column, for a telephone; empty when the other drawings serve there too.
    pub upright: Svg,
    /// The same as a list in HTML; empty when there is none. It stands in place of the drawing on narrow screens, or folds under it.
    pub narrow: Html,
    /// How to read the drawing for narrow screens, when that is another than the wide one.
    pub how: String,
    /// A drawing shows at every width, and the list folds under it.
    pub folds: bool,
    /// Says that the drawing for a telephone was folded to fit; empty when it was not.
    pub folded: String,
    /// The drawing keeps its size and is moved under its frame.
    pub roomy: bool,
    /// A map of so many bodies or ties that a wide screen gives it all its width.
    pub crowded: bool,
    /// What a map of ties has to choose from; none for what is no map, or has no ties.
    pub ties: Option<Ties>,
    /// The table twin.
    pub table: Table,
    /// The same to go through step by step: a subject, a question, its answer; empty where nobody comes with a question of their own.
    pub steps: Vec<Subject>,
    /// Who sits in which of the bodies that are drawn, to choose by; empty when there is nothing to choose.
    pub seats: Vec<Seats>,
    /// Where the rows come from, as links.
    pub source: Html,
    /// The same for slides, one after the other.
    #[serde(skip)]
    pub slides: Slides,
}

/// One entry of a legend.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LegendItem {
    /// A small inline SVG, hidden from screen readers.
    pub sample: Svg,
    /// The name, such as `verliefd`.
    pub label: String,
    /// What it means, in a few words.
    pub meaning: String,
}

/// The states and levels of a map of ties.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Ties {
    /// Some tie is known to have been otherwise.
    pub then: bool,
    /// Some tie has an ambition.
    pub wished: bool,
    /// The levels that ties have now, by name, as the legend orders them.
    pub levels: Vec<String>,
    /// The levels that no tie has any more once all is as it is meant to be.
    pub now_only: Vec<String>,
    /// The levels that no tie has yet.
    pub later_only: Vec<String>,
}

/// A first step: what a question is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Subject {
    /// Its name.
    pub name: String,
    /// The dye.
    pub colour: String,
    /// The second step.
    pub questions: Vec<Answered>,
}

/// A question, and where it leads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Answered {
    /// The question.
    pub question: String,
    /// The answer in plain text.
    pub answer: String,
    /// How sure that is, and in which source it stands: a sentence; may be empty.
    pub standing: String,
    /// To whom, as a link.
    pub to: Html,
}

/// Where an organisation sits, among the bodies that are drawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Seats {
    /// What the organisation is called.
    pub name: String,
    /// The ids of the bodies, its own among them when it is drawn itself.
    pub bodies: Vec<String>,
}

/// Drawings for slides.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Slides {
    /// One for each slide; none when the drawing of the page has to serve.
    pub drawings: Vec<Svg>,
    /// They say themselves what the legend says.
    pub explained: bool,
    /// Of the legend only what is called so belongs to them; all of it when there is no such list.
    pub shown: Option<Vec<String>>,
    /// What each of them shows, where that is another thing than the whole does; empty when it is not.
    pub titles: Vec<String>,
    /// Of when they are, in brackets behind the question; empty when there is but one moment.
    pub of_when: String,
}

impl Slides {
    /// Drawings that need no legend.
    pub fn explained(drawings: Vec<Svg>) -> Self {
        Self { drawings, explained: true, ..Self::default() }
    }

    /// Drawings that stand beside the legend.
    pub fn with_legend(drawings: Vec<Svg>) -> Self {
        Self { drawings, ..Self::default() }
    }

    /// The same, each under a title of its own.
    #[must_use]
    pub fn titled(mut self, titles: Vec<String>) -> Self {
        self.titles = titles;
        self
    }
}

/// What every kind has: its names and where its rows come from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Head {
    /// Unique on its page.
    pub id: String,
    /// A question or a finding.
    pub title: String,
    /// One sentence that tells how to read it.
    pub reading: String,
    /// Where the rows come from, as links.
    pub source: Html,
    /// The words that the drawing says.
    pub phrases: Phrases,
    /// Nobody will see it: only what is wrong with its rows is asked for, so nothing is drawn.
    pub unseen: bool,
}

impl Head {
    /// An infographic with these names, what a kind says of its rows, and the drawings that it makes of them when anybody will see them.
    pub fn infographic(&self, kind: &str, parts: Parts, drawings: impl FnOnce() -> Drawings) -> Infographic {
        let drawn = if self.unseen { Drawings::default() } else { drawings() };
        Infographic {
            id: self.id.clone(),
            kind: kind.to_owned(),
            title: self.title.clone(),
            question: String::new(),
            reading: self.reading.clone(),
            caveat: String::new(),
            conclusion: parts.conclusion,
            legend: parts.legend,
            wished: Vec::new(),
            roomy: drawn.svg.is_roomy(),
            crowded: false,
            svg: drawn.svg,
            medium: drawn.medium,
            pieces: drawn.pieces,
            upright: drawn.upright,
            narrow: parts.narrow,
            how: String::new(),
            folds: false,
            folded: drawn.folded,
            ties: None,
            table: parts.table,
            steps: Vec::new(),
            seats: Vec::new(),
            source: self.source.clone(),
            slides: drawn.slides,
        }
    }
}

/// What a kind says of its rows.
#[derive(Debug, Clone, Default)]
pub struct Parts {
    /// See [`Infographic::conclusion`].
    pub conclusion: String,
    /// See [`Infographic::legend`].
    pub legend: Vec<LegendItem>,
    /// See [`Infographic::narrow`].
    pub narrow: Html,
    /// See [`Infographic::table`].
    pub table: Table,
}

/// What a kind draws of its rows.
#[derive(Debug, Clone, Default)]
pub struct Drawings {
    /// See [`Infographic::svg`].
    pub svg: Svg,
    /// See [`Infographic::medium`].
    pub medium: Svg,
    /// See [`Infographic::pieces`].
    pub pieces: Html,
    /// See [`Infographic::upright`].
    pub upright: Svg,
    /// See [`Infographic::folded`].
    pub folded: String,
    /// See [`Infographic::slides`].
    pub slides: Slides,
}

impl Drawings {
    /// Those for a full page and for a narrower one, which paper may cut, for a telephone and for slides.
    pub fn of(wide: Drawing, medium: Drawing, upright: Svg, slides: Slides) -> Self {
        let Drawing { svg: medium, pieces } = medium;
        Self { svg: wide.svg, medium, pieces, upright, slides, folded: String::new() }
    }
}

/// The table twin: safe HTML in every cell. The first cell of a row is its header.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Table<Cell = Html> {
    /// Caption, read by screen readers first.
    pub caption: String,
    /// Column headings.
    pub head: Vec<String>,
    /// Rows of safe HTML.
    pub rows: Vec<Vec<Cell>>,
}

impl Table {
    /// A twin with its headings.
    pub fn new(caption: String, head: &[&str], rows: Vec<Vec<Html>>) -> Self {
        Self { caption, head: head.iter().map(|word| (*word).to_owned()).collect(), rows }
    }
}

impl Infographic {
    /// What is said of the drawing to who does not see it: what it shows, and how sure that is.
    pub fn described(&self) -> String {
        [self.conclusion.as_str(), self.caveat.as_str()].join(" ").trim().to_owned()
    }

    /// The same, and how sure it is.
    #[must_use]
    pub fn with_caveat(mut self, caveat: String) -> Self {
        self.caveat = caveat;
        self
    }

    /// The same under a finding: what was its title stands above that as the question.
    #[must_use]
    pub fn with_finding(mut self, finding: &str) -> Self {
        self.question = std::mem::replace(&mut self.title, finding.to_owned());
        self
    }
}
