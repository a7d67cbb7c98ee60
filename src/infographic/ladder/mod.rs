//! The ladder: per tie how close it is now, and how close it is meant to become.
//!
//! The steps rise to the right like a staircase; a weave grows through them. What is not on the ladder stands below it.

mod drawing;

use super::canvas::{Canvas, Size};
use super::figure::{Drawings, Head, Infographic, LegendItem, Parts, Slides, Table};
use super::geometry::{Point, Rect};
use super::legend::{LINE, Level, level_item, sample};
use super::upright::NARROW;
use super::weave::Form;
use super::words::{link, or_dash};
use std::cmp::Reverse;

/// One tie.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Where it starts.
    pub from: String,
    /// Where it leads.
    pub to: String,
    /// The page of the tie.
    pub href: String,
    /// The level that holds now.
    pub now: Level,
    /// Its step on the ladder, when it is on it.
    pub now_step: Option<usize>,
    /// How sure that is, such as `duiding`.
    pub now_status: String,
    /// The level that it had before, when that is known, and its step when that is on the ladder.
    pub before: Option<(Level, Option<usize>)>,
    /// The step that it is meant to reach, and how sure that is.
    pub ambition: Option<(usize, String)>,
    /// The level that it is meant to have when that is no step, and how sure that is.
    pub beside: Option<(Level, String)>,
}

impl Row {
    pub(super) fn name(&self) -> String {
        format!("{} – {}", self.from, self.to)
    }

    fn apart(&self) -> bool {
        self.now.form == Form::Gescheiden
    }

    /// The level beside the ladder that it has not yet, and is meant to have.
    fn leaves(&self) -> Option<&Level> {
        self.beside.as_ref().map(|(level, _)| level).filter(|level| level.name != self.now.name)
    }
}

/// The ladder, as rows of data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ladder {
    /// Its names.
    pub head: Head,
    /// The steps, from loose to close.
    pub steps: Vec<Level>,
    /// The ties.
    pub rows: Vec<Row>,
}

impl Ladder {
    /// The drawing and its twins.
    pub fn draw(&self) -> Infographic {
        let mut ladder = self.clone();
        for row in &mut ladder.rows {
            row.now_step = row.now_step.filter(|step| *step < self.steps.len());
            row.before = row.before.take().map(|(was, step)| (was, step.filter(|step| *step < self.steps.len())));
            row.ambition = row.ambition.take().filter(|(step, _)| *step < self.steps.len());
        }
        ladder.rows.sort_by_key(|row| (group(row), Reverse(row.ambition.as_ref().map(|a| a.0)), Reverse(row.now_step)));
        let parts = Parts {
            conclusion: ladder.conclusion(),
            legend: ladder.legend(),
            table: ladder.table(),
            ..Parts::default()
        };
        let drawings = || {
            Drawings::of(
                ladder.drawing(Size::Wide),
                ladder.drawing(Size::Medium),
                ladder.stack(NARROW).upright(&ladder.head),
                Slides::explained(vec![ladder.beams()]).titled(vec![ladder.hanging()]),
            )
        };
        ladder.head.infographic("ladder", parts, drawings)
    }

    /// A tie in words, for its link.
    pub(super) fn in_words(&self, row: &Row) -> String {
        let say = self.head.phrases.ladder();
        let mut words = say.now_is(&row.name(), &row.now.name, &row.now_status);
        if let Some((was, _)) = &row.before {
            words.push_str(&say.then_was(&was.name));
        }
        if let Some((wish, status)) = self.wish(row) {
            words.push_str(&say.ambition_is(&wish.name, status));
        }
        words
    }

    /// The level that a tie is meant to have, a step or not, and how sure that is.
    pub(super) fn wish<'a>(&'a self, row: &'a Row) -> Option<(&'a Level, &'a str)> {
        let step = row.ambition.as_ref().and_then(|(step, status)| Some((self.steps.get(*step)?, status.as_str())));
        step.or_else(|| row.beside.as_ref().map(|(level, status)| (level, status.as_str())))
    }

    fn legend(&self) -> Vec<LegendItem> {
        // The steps stand explained over their columns.
        let (all, say) = (self.head.phrases.common(), self.head.phrases.ladder());
        let mut items: Vec<LegendItem> = Vec::new();
        let Some(step) = self.steps.get(self.steps.len() / 2) else { return items };
        if self.rows.iter().any(|row| row.before.as_ref().is_some_and(|(_, step)| step.is_some())) {
            items.push(LegendItem {
                sample: sample(&step.colour, LINE, |canvas| then_mark(canvas, Point::new(12.0, 10.0))),
                label: all.then_small().to_owned(),
                meaning: say.then_meaning().to_owned(),
            });
        }
        if self.rows.iter().any(|row| row.now_step.is_some()) {
            items.push(LegendItem {
                sample: sample(&step.colour, LINE, |canvas| {
                    canvas.weave(step.form, Point::new(3.0, 10.0), Point::new(64.0, 10.0));
                    canvas.circle("ig-nu", Point::new(74.0, 10.0), 5.5);
                }),
                label: all.now_small().to_owned(),
                meaning: say.now_meaning().to_owned(),
            });
        }
        if self.rows.iter().any(|row| row.ambition.is_some() || row.leaves().is_some()) {
            items.push(LegendItem {
                sample: sample(&step.colour, LINE, |canvas| {
                    canvas.open("ig-doel");
                    canvas.weave(step.form, Point::new(3.0, 10.0), Point::new(64.0, 10.0));
                    canvas.close();
                    canvas.circle("ig-ring", Point::new(74.0, 10.0), 5.5);
                }),
                label: all.ambition_small().to_owned(),
                meaning: say.ambition_meaning().to_owned(),
            });
        }
        let apart = self.rows.iter().filter(|row| row.apart()).map(|row| &row.now);
        let mut beside: Vec<&Level> = Vec::new();
        for level in apart.chain(self.rows.iter().filter_map(Row::leaves)) {
            if !beside.iter().any(|known| known.name == level.name) {
                beside.push(level);
                items.push(level_item(level));
            }
        }
        items
    }

    fn table(&self) -> Table {
        let grown = self.rows.iter().any(|row| row.before.is_some());
        let rows = self.rows.iter().map(|row| {
            let (wish, status) = self.wish(row).map_or(("", ""), |(wish, status)| (wish.name.as_str(), status));
            let was = row.before.as_ref().map_or("", |(was, _)| was.name.as_str());
            let mut cells = vec![link(&row.href, &row.name())];
            cells.extend(grown.then(|| or_dash(was)));
            cells.extend([(&row.now.name).into(), (&row.now_status).into(), or_dash(wish), or_dash(status)]);
            cells
        });
        let (all, say) = (self.head.phrases.common(), self.head.phrases.ladder());
        let mut head = vec![say.tie()];
        head.extend(grown.then(|| all.then()));
        head.extend([all.now(), say.status_now(), all.ambition(), say.status_ambition()]);
        Table::new(say.caption(self.rows.len()), &head, rows.collect())
    }

    fn conclusion(&self) -> String {
        let (phrases, say) = (&self.head.phrases, self.head.phrases.ladder());
        if self.rows.is_empty() {
            return say.none().to_owned();
        }
        let growing: Vec<&Row> = self.rows.iter().filter(|row| group(row) == 0).collect();
        let unknown = self.rows.iter().filter(|row| row.now_step.is_none() && !row.apart()).count();
        let mut wished: Vec<String> = self
            .steps
            .iter()
            .enumerate()
            .filter_map(|(index, step)| {
                let count = growing.iter().filter(|row| row.ambition.as_ref().is_some_and(|a| a.0 == index)).count();
                (count > 0).then(|| say.to_level(count, &step.name))
            })
            .collect();
        // What is to be apart has an ambition as well, but none that is a step.
        let mut beside: Vec<(&str, usize)> = Vec::new();
        for level in self.rows.iter().filter(|row| group(row) > 0).filter_map(Row::leaves) {
            match beside.iter_mut().find(|(name, _)| *name == level.name) {
                Some((_, count)) => *count += 1,
                None => beside.push((&level.name, 1)),
            }
        }
        wished.extend(beside.iter().map(|(name, count)| say.to_beside(*count, name)));
        let all = growing.len() + beside.iter().map(|(_, count)| count).sum::<usize>();
        let mut words = match wished.as_slice() {
            [] => say.none_growing(self.rows.len()),
            wished => say.told(all, self.rows.len(), &phrases.list(wished)),
        };
        if unknown > 0 {
            words.push_str(&format!(" {}", say.unknown(unknown)));
        }
        words
    }
}

/// A bar across the cloth, where it ended before.
pub(super) fn then_mark(canvas: &mut Canvas, at: Point) {
    canvas.rect("ig-toen", Rect::new(at.x - 2.0, at.y - 9.0, 4.0, 18.0), 2.0);
}

/// Growing ties first, then those that are where they are, then those that are apart or to be so, then those of which nothing is known.
pub(super) fn group(row: &Row) -> usize {
    match (row.now_step, &row.ambition) {
        (now, Some((wish, _))) if now.is_none_or(|now| *wish > now) => 0,
        _ if row.apart() || row.leaves().is_some() => 2,
        (Some(_), _) => 1,
        _ => 3,
    }
}
