//! The planning as warp threads: a thread per main line, time from top to bottom, and a bar where the sources stop.

use super::super::canvas::{Anchor, Canvas, dye};
use super::super::figure::Slides;
use super::super::geometry::{Point, Rect};
use super::super::lettering::{BODY, SMALL, Style, TAG, Words};
use super::super::planning::{Action, Lane, Planning, Task, with_first};
use super::super::stack::{Piece, Section, Stack};
use super::super::words::capital;
use super::{Entry, fewest_dealt, knot};

const KNOT: f64 = 9.0;
/// Between two threads.
const PITCH: f64 = 22.0;
const FIRST: f64 = 12.0;

/// Something that happens, on one thread or on all.
struct Moment {
    /// In hundredths of a quarter; `None` for what has no date.
    at: Option<i32>,
    /// It belongs to the year that ends there, not to its last quarter.
    whole_year: bool,
    lane: Option<usize>,
    name: String,
    href: String,
    under: String,
    sure: bool,
}

impl Moment {
    fn order(&self) -> (i32, bool) {
        (self.at.unwrap_or(i32::MAX), self.whole_year)
    }
}

impl Planning {
    pub(in super::super) fn stack(&self, width: f64) -> Stack {
        let threads: Vec<&Lane> = self.lanes.iter().filter(|lane| !lane.tag.is_empty()).collect();
        let mut moments = self.moments(&threads);
        moments.sort_by_key(Moment::order);
        let mut sections: Vec<Section> = Vec::new();
        let mut told = self.today.is_none();
        for moment in &moments {
            if let (false, Some((today, words))) = (told, &self.today)
                && moment.at.is_none_or(|at| at > *today)
            {
                told = true;
                sections.push(self.stand(words, width));
            }
            let head = self.head_of(moment);
            if sections.last().is_none_or(|section| section.name != head) {
                sections.push(Section::named(&head, "", "inkt", false, width));
            }
            if let Some(section) = sections.last_mut() {
                section.rows.push(row(moment, &threads, width));
            }
        }
        if let (false, Some((_, words))) = (told, &self.today) {
            sections.push(self.stand(words, width));
        }
        Stack { kind: "planning", width, sections }
    }

    /// What stands above what happens at a moment.
    fn head_of(&self, moment: &Moment) -> String {
        let Some(at) = moment.at else { return self.head.phrases.planning().no_date().to_owned() };
        let quarter = (at - 1).div_euclid(100);
        capital(&if moment.whole_year { self.year(quarter) } else { self.quarter(quarter) })
    }

    /// The slides. One of a series shows a part of the time, and its title says which: what is true of all of it is not of each.
    pub(in super::super) fn slides(&self) -> Slides {
        let dealt = fewest_dealt(&self.head, |width| self.stack(width));
        let titles =
            if dealt.len() > 1 { dealt.iter().map(|(_, names)| self.span_of(names)).collect() } else { Vec::new() };
        Slides::explained(dealt.into_iter().map(|(slide, _)| slide).collect()).titled(titles)
    }

    /// The time that these sections are of, in words.
    fn span_of(&self, names: &[String]) -> String {
        let (phrases, say) = (&self.head.phrases, self.head.phrases.planning());
        let threads: Vec<&Lane> = self.lanes.iter().filter(|lane| !lane.tag.is_empty()).collect();
        let mut moments = self.moments(&threads);
        moments.retain(|moment| names.contains(&self.head_of(moment)));
        moments.sort_by_key(Moment::order);
        let undated = moments.iter().any(|moment| moment.at.is_none());
        let mut dated = moments.iter().filter_map(|moment| {
            let quarter = (moment.at? - 1).div_euclid(100);
            let year = || quarter.div_euclid(4).to_string();
            Some(if moment.whole_year { year() } else { phrases.dates().the_quarter(&self.quarter(quarter)) })
        });
        let first = dated.next();
        let span = match (first, dated.next_back()) {
            (Some(first), Some(last)) if first != last => say.from_to(&first, &last),
            (Some(only), _) => only,
            (None, _) => String::new(),
        };
        capital(&match (span.is_empty(), undated) {
            (true, _) => say.no_date().to_owned(),
            (false, true) => say.and_no_date(&span),
            (false, false) => span,
        })
    }

    /// What is done and what happens; work of one task that ends in one quarter is one of them.
    fn moments(&self, threads: &[&Lane]) -> Vec<Moment> {
        let mut all = Vec::new();
        for lane in &self.lanes {
            let thread = threads.iter().position(|thread| thread.tag == lane.tag);
            for task in &lane.tasks {
                for moment in &task.milestones {
                    all.push(Moment {
                        at: Some(moment.at),
                        whole_year: moment.whole_year,
                        lane: thread,
                        name: moment.name.name.clone(),
                        href: moment.name.href.clone(),
                        under: with_first(&moment.when, &moment.first),
                        sure: moment.sure,
                    });
                }
                all.extend(self.work(task, thread));
            }
        }
        all
    }

    fn work(&self, task: &Task, lane: Option<usize>) -> Vec<Moment> {
        let end = |action: &Action| (action.end(), action.whole_year);
        let mut ends: Vec<(Option<i32>, bool)> = task.actions.iter().map(end).collect();
        ends.sort_unstable();
        ends.dedup();
        let moment = |(quarter, whole_year): (Option<i32>, bool)| {
            let actions: Vec<&Action> =
                task.actions.iter().filter(|action| end(action) == (quarter, whole_year)).collect();
            let under = match actions[..] {
                [only] => with_first(&only.name.name, &only.first),
                _ => self.head.phrases.planning().actions(actions.len()),
            };
            Moment {
                at: quarter.map(|quarter| (quarter + 1) * 100),
                whole_year,
                lane,
                name: format!("{} {}: {}", self.words.task, task.tag, task.name.name),
                href: task.name.href.clone(),
                under,
                sure: actions.iter().all(|action| action.done),
            }
        };
        ends.into_iter().map(moment).collect()
    }
}

fn row(moment: &Moment, threads: &[&Lane], width: f64) -> Piece {
    let left = FIRST + PITCH * threads.len() as f64 + 2.0;
    let spoken = format!("{}, {}", moment.name, moment.under);
    let entry = Entry::new(&moment.name, &moment.href, spoken, left).style(BODY).under([moment.under.clone()]);
    entry.piece(width, |canvas, middle, height| {
        for (index, lane) in threads.iter().enumerate() {
            canvas.open(&dye(&lane.colour));
            super::thread(canvas, "ig-dun", x_of(index), 0.0, height);
            canvas.close();
        }
        match moment.lane.and_then(|lane| Some((lane, threads.get(lane)?))) {
            Some((at, lane)) => {
                canvas.open(&dye(&lane.colour));
                let number = lane.tag.rsplit(' ').next().unwrap_or_default();
                knot(canvas, Point::new(x_of(at), middle), KNOT, number, moment.sure);
                canvas.close();
            }
            None => across(canvas, threads.len(), middle, moment.sure),
        }
    })
}

fn x_of(thread: usize) -> f64 {
    FIRST + PITCH * thread as f64
}

/// What holds for all threads is a bar over them: filled when it happened, open when it is announced.
fn across(canvas: &mut Canvas, threads: usize, y: f64, sure: bool) {
    let last = x_of(threads.saturating_sub(1));
    canvas.open(&dye("inkt"));
    canvas.rect(
        if sure { "ig-trede-rand" } else { "ig-vak" },
        Rect::new(FIRST - 5.0, y - 4.0, last - FIRST + 10.0, 8.0),
        4.0,
    );
    canvas.close();
}

impl Planning {
    /// Where the sources stop: what stands under it was announced there.
    fn stand(&self, words: &str, width: f64) -> Section {
        let say = self.head.phrases.planning();
        let on_dark = |style: Style| Style {
            class: if style == TAG { "ig-tag ig-op-kleur" } else { "ig-sub ig-op-kleur" },
            ..style
        };
        let first = Words::set(&say.as_of(words), on_dark(TAG), width - 20.0);
        let second = Words::set(say.announced(), on_dark(SMALL), width - 20.0);
        let head = Piece::draw(|canvas| {
            let height = first.height() + second.height() + 12.0;
            canvas.rect("ig-stempel", Rect::new(0.0, 0.0, width, height), 4.0);
            let y = canvas.words(&first, 10.0, 6.0, Anchor::Start);
            canvas.words(&second, 10.0, y, Anchor::Start);
            height
        });
        Section { name: say.as_of(words), colour: "inkt".to_owned(), ground: false, head, rows: Vec::new() }
    }
}
