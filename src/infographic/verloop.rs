//! How a tie grew: its steps over time, and where it is meant to go. One step is enough to draw.

use super::canvas::{Anchor, Canvas, Size, dye};
use super::figure::Infographic;
use super::figure::{Drawings, Head, Parts, Slides, Table};
use super::geometry::{Point, Rect};
use super::legend::Level;
use super::lettering::{LABEL, NAME, SMALL, Style, height, lines};
use super::svg::{self, PathData};
use super::upright::NARROW;
use super::words::{capital, link, or_dash};
use crate::markup::Svg;
use crate::phrases::Phrases;

/// A step: a level from a moment on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The level.
    pub level: Level,
    /// The page of the level.
    pub href: String,
    /// Its place on the ladder, when it is on it.
    pub rank: Option<usize>,
    /// Since when, in words; empty when nobody said.
    pub since: String,
    /// How sure it is.
    pub status: String,
    /// Who decided it; may be empty.
    pub by: String,
    /// It does not hold yet.
    pub to_come: bool,
    /// It is proposed, and nobody says that it holds.
    pub proposed: bool,
}

/// How a tie grew, as rows of data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verloop {
    /// Its names.
    pub head: Head,
    /// The two that it ties, for the conclusion.
    pub between: (String, String),
    /// The steps of the ladder, from loose to close.
    pub ladder: Vec<Level>,
    /// The steps, the oldest first; those that are yet to come stand last.
    pub steps: Vec<Step>,
    /// Where it is meant to go.
    pub ambition: Option<Step>,
}

const RISE: f64 = 62.0;
const TOP: f64 = 16.0;
const WHEN: Style = Style { class: "ig-naam", ..NAME };

impl Verloop {
    /// The drawing and its twins.
    pub fn draw(&self) -> Infographic {
        let parts = Parts { conclusion: self.conclusion(), table: self.table(), ..Parts::default() };
        let drawings = || Drawings {
            svg: self.drawing(Size::Wide),
            medium: self.drawing(Size::Medium),
            upright: self.stack(NARROW).upright(&self.head),
            slides: Slides::explained(vec![self.drawing(Size::Slide)]),
            ..Drawings::default()
        };
        self.head.infographic("niveauverloop", parts, drawings)
    }

    fn drawing(&self, size: Size) -> Svg {
        let mut canvas = Canvas::new("niveauverloop", &self.head, size);
        let left = size.pick(150.0, 122.0);
        let all = self.in_order();
        // The lowest line is for what is not on the ladder.
        let off = all.iter().any(|(step, _)| step.rank.is_none());
        let lines_used = self.ladder.len() + usize::from(off);
        let y_of = |rank: Option<usize>| match rank {
            Some(rank) => TOP + RISE * (self.ladder.len().saturating_sub(1 + rank)) as f64 + 20.0,
            None => TOP + RISE * self.ladder.len() as f64 + 20.0,
        };
        for (rank, level) in self.ladder.iter().enumerate() {
            let y = y_of(Some(rank));
            canvas.open(&format!("ig-trede {}", dye(&level.colour)));
            canvas.rect("ig-trede-vlak", Rect::new(0.0, y - 25.0, size.width(), 50.0), 6.0);
            canvas.glyph(&level.glyph, Point::new(22.0, y));
            canvas.text(LABEL, Anchor::Start, 42.0, y + 5.5, &capital(&level.name));
            canvas.close();
        }
        if let (true, Some((step, _))) = (off, all.iter().find(|(step, _)| step.rank.is_none())) {
            let y = y_of(None);
            canvas.open(&dye(&step.level.colour));
            canvas.glyph(&step.level.glyph, Point::new(22.0, y));
            let words = lines(&capital(&step.level.name), SMALL, left - 50.0);
            canvas.block(SMALL, Anchor::Start, 42.0, y - height(&words, SMALL) / 2.0, &words);
            canvas.close();
        }
        let room = (size.width() - left - 10.0) / all.len().max(1) as f64;
        let axis = TOP + RISE * lines_used as f64 + 6.0;
        let mut bottom = axis;
        canvas.open_list(self.head.phrases.verloop().list());
        for (index, (step, when)) in all.iter().enumerate() {
            let x = left + room * index as f64;
            let y = y_of(step.rank);
            canvas.open_item(&format!("ig-stap-beeld {}", dye(&step.level.colour)));
            if let Some((before, _)) = index.checked_sub(1).and_then(|before| all.get(before)) {
                let from = y_of(before.rank);
                if (from - y).abs() > 1.0 {
                    let start = Point::new(x - 16.0, if y < from { from - 10.0 } else { from + 10.0 });
                    let class = if step.to_come { "ig-stijging ig-straks" } else { "ig-stijging" };
                    let mut path = PathData::default();
                    path.move_to(start);
                    path.line_to(Point::new(start.x, y));
                    path.line_to(Point::new(x + 6.0, y));
                    svg::path(&mut canvas.out, class, &path.finish());
                }
            }
            canvas.open(if step.to_come { "ig-doel" } else { "ig-lijn" });
            canvas.weave(step.level.form, Point::new(x + 12.0, y), Point::new(x + room - 26.0, y));
            canvas.close();
            canvas.circle(if step.to_come { "ig-ring" } else { "ig-nu" }, Point::new(x + room - 16.0, y), 5.5);
            canvas.line("ig-haarlijn", Point::new(x + 12.0, axis), Point::new(x + room - 10.0, axis));
            canvas.open_link("ig-knoop", &step.href, &format!("{when}: {}, {}", step.level.name, step.status));
            let words = lines(when, WHEN, room - 22.0);
            let next = canvas.block(WHEN, Anchor::Start, x + 12.0, axis + 8.0, &words);
            canvas.close_link(&step.href);
            let note = lines(&note(&self.head.phrases, step), SMALL, room - 22.0);
            bottom = f64::max(bottom, canvas.block(SMALL, Anchor::Start, x + 12.0, next + 2.0, &note));
            canvas.close();
        }
        canvas.close();
        canvas.finish(bottom + 6.0)
    }

    /// The steps and the ambition, each with what stands under it.
    pub(super) fn in_order(&self) -> Vec<(&Step, String)> {
        let (all, say) = (self.head.phrases.common(), self.head.phrases.verloop());
        let last = self.steps.iter().rposition(|step| !step.to_come);
        let when = |index: usize, step: &Step| match (step.since.is_empty(), Some(index) == last) {
            (false, _) => say.since(&step.since),
            (true, true) => all.now().to_owned(),
            (true, false) => say.step(index + 1),
        };
        let steps = self.steps.iter().enumerate().map(|(index, step)| (step, when(index, step)));
        steps.chain(self.ambition.iter().map(|step| (step, all.ambition().to_owned()))).collect()
    }

    fn table(&self) -> super::figure::Table {
        let row = |(step, when): (&Step, String)| {
            let level = link(&step.href, &capital(&step.level.name));
            vec![when.into(), level, (&step.status).into(), or_dash(&step.by)]
        };
        let rows = self.in_order().into_iter().map(row).collect();
        let (all, say) = (self.head.phrases.common(), self.head.phrases.verloop());
        let head = [all.when(), all.level(), all.status(), say.decided_by()];
        Table::new(say.caption().to_owned(), &head, rows)
    }

    fn conclusion(&self) -> String {
        let say = self.head.phrases.verloop();
        let (a, b) = &self.between;
        let now = self.steps.iter().rfind(|step| !step.to_come);
        let mut words = match now {
            Some(step) if step.proposed => say.proposed_is(a, b, &step.level.name),
            now => say.now_is(a, b, now.map_or(say.not_yet(), |step| &step.level.name)),
        };
        for step in self.steps.iter().filter(|step| step.to_come) {
            words.push_str(&say.then(&step.since, &step.level.name));
        }
        match &self.ambition {
            Some(step) => words.push_str(&say.ambition_is(&step.level.name)),
            // A band that has grown may have reached what it was to be.
            None if self.steps.len() > 1 => words.push('.'),
            None => words.push_str(say.no_ambition()),
        }
        if self.steps.len() > 1 {
            words.push_str(&format!(" {}", say.steps(self.steps.len())));
        }
        words
    }
}

pub(super) fn note(phrases: &Phrases, step: &Step) -> String {
    if step.by.is_empty() { step.status.clone() } else { phrases.verloop().by(&step.status, &step.by) }
}
