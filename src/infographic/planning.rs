//! The planning: lanes of tasks, time from left to right in quarters, work as cloth, a deadline as its edge.

mod chart;

use super::canvas::Size;
use super::figure::{Drawings, Head, Infographic, LegendItem, Parts, Table};
use super::upright::NARROW;
use super::words::{Named, PlanWords, dash, joined_or_dash, link, lower, unbroken};
use crate::markup::{Html, Svg};

/// Work with a place in time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Action {
    /// What is done and where it is told.
    pub name: Named,
    /// First quarter, counted from year 0: year × 4 + 0 to 3.
    pub from: Option<i32>,
    /// Last quarter.
    pub to: Option<i32>,
    /// Only the year is known in which it ends, and none of its quarters.
    pub whole_year: bool,
    /// When, in words.
    pub when: String,
    /// When it was planned at first, in words; empty when that did not change.
    pub first: String,
    /// Who does it.
    pub who: Vec<Named>,
    /// The actions that come first: lane, task and action.
    pub after: Vec<(usize, usize, usize)>,
    /// It is done.
    pub done: bool,
}

/// A moment: a decision or a milestone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Milestone {
    /// What it is and where it is told.
    pub name: Named,
    /// When, in hundredths of a quarter, counted from year 0.
    pub at: i32,
    /// Only the year is known: it ends there, but belongs to none of its quarters.
    pub whole_year: bool,
    /// When, in words.
    pub when: String,
    /// When it was planned at first, in words; empty when that did not change.
    pub first: String,
    /// Decided or happened, not announced.
    pub sure: bool,
}

/// A task and its work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// Its number, such as `4`; empty for a row that is one milestone.
    pub tag: String,
    /// Its name and page.
    pub name: Named,
    /// Its work.
    pub actions: Vec<Action>,
    /// Its moments.
    pub milestones: Vec<Milestone>,
}

/// A lane: a main line of the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lane {
    /// Its number, such as `Spoor 1`; empty for what holds for all of them.
    pub tag: String,
    /// Its name and page.
    pub name: Named,
    /// The dye.
    pub colour: String,
    /// Its tasks.
    pub tasks: Vec<Task>,
}

/// A planning, as rows of data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planning {
    /// Its names, and where the rows come from.
    pub head: Head,
    /// The lanes.
    pub lanes: Vec<Lane>,
    /// First and last quarter to show.
    pub span: (i32, i32),
    /// A line at a moment, when asked for: hundredths of a quarter, and its words.
    pub today: Option<(i32, String)>,
    /// What the portal calls lines and tasks.
    pub words: PlanWords,
}

/// Words, and behind them when it was planned at first.
pub(super) fn with_first(words: &str, first: &str) -> String {
    if first.is_empty() { words.to_owned() } else { format!("{words} ({first})") }
}

impl Action {
    /// The quarter in which it ends, or that ends the year in which it does.
    pub fn end(&self) -> Option<i32> {
        let end = self.to.or(self.from)?;
        Some(if self.whole_year { end.div_euclid(4) * 4 + 3 } else { end })
    }

    /// Is it somewhere in one year, and no more is told?
    fn in_year(&self) -> bool {
        self.whole_year && self.from.zip(self.to).is_some_and(|(from, to)| to - from == 3)
    }

    fn dated(&self) -> bool {
        self.from.is_some() || self.to.is_some()
    }
}

impl Milestone {
    /// The first quarter of the year that is all that is known of it.
    pub fn first_of_year(&self) -> Option<i32> {
        self.whole_year.then(|| (self.at - 1).div_euclid(400) * 4)
    }
}

impl Task {
    /// The task in a cell of the table.
    fn cell(&self, word: &str) -> Html {
        if self.tag.is_empty() { dash() } else { link(&self.name.href, &format!("{word}\u{a0}{}", self.tag)) }
    }

    /// Its number and name; a milestone has no number.
    fn words(&self) -> String {
        format!("{} {}", self.tag, self.name.name).trim_start().to_owned()
    }
}

impl Lane {
    fn cell(&self) -> Html {
        if self.tag.is_empty() { dash() } else { link(&self.name.href, &unbroken(&self.tag)) }
    }

    /// Its number and name; what holds for all lanes has no number.
    fn words(&self) -> String {
        if self.tag.is_empty() { self.name.name.clone() } else { format!("{}: {}", self.tag, self.name.name) }
    }
}

impl Planning {
    /// The drawing with all that belongs to it.
    pub fn draw(&self) -> Infographic {
        let parts =
            Parts { conclusion: self.conclusion(), legend: self.legend(), table: self.table(), ..Parts::default() };
        let drawings = || {
            Drawings::of(
                chart::draw(self, Size::Wide),
                chart::draw(self, Size::Medium),
                self.stack(NARROW).upright(&self.head),
                self.slides(),
            )
        };
        self.head.infographic("planning", parts, drawings)
    }

    fn tasks(&self) -> impl Iterator<Item = (&Lane, &Task)> {
        self.lanes.iter().flat_map(|lane| lane.tasks.iter().map(move |task| (lane, task)))
    }

    fn legend(&self) -> Vec<LegendItem> {
        let say = self.head.phrases.planning();
        let mut items = Vec::new();
        let mut add = |used: bool, sample: Svg, label: &str, meaning: &str| {
            if used {
                items.push(LegendItem { sample, label: label.to_owned(), meaning: meaning.to_owned() });
            }
        };
        let actions: Vec<&Action> = self.tasks().flat_map(|(_, t)| &t.actions).collect();
        add(
            actions.iter().any(|a| a.from.is_some() && !a.in_year()),
            chart::sample(chart::Sample::Work),
            say.work(),
            say.work_meaning(),
        );
        add(
            actions.iter().any(|a| a.from.is_none() && a.to.is_some()),
            chart::sample(chart::Sample::Due),
            say.due(),
            say.due_meaning(),
        );
        let in_year = |task: &Task| task.milestones.iter().any(|m| m.whole_year);
        add(
            actions.iter().any(|a| a.in_year()) || self.tasks().any(|(_, task)| in_year(task)),
            chart::sample(chart::Sample::Year),
            say.in_year(),
            say.in_year_meaning(),
        );
        add(
            self.tasks().any(|(_, t)| t.milestones.iter().any(|m| !m.sure)),
            chart::sample(chart::Sample::Announced),
            say.milestone(),
            say.milestone_meaning(),
        );
        add(
            self.tasks().any(|(_, t)| t.milestones.iter().any(|m| m.sure)),
            chart::sample(chart::Sample::Sure),
            say.happened(),
            say.happened_meaning(),
        );
        add(
            actions.iter().any(|a| !a.after.is_empty()),
            chart::sample(chart::Sample::After),
            say.first_this(),
            say.first_this_meaning(),
        );
        items
    }

    fn conclusion(&self) -> String {
        let actions: Vec<&Action> = self.tasks().flat_map(|(_, t)| &t.actions).collect();
        let undated = actions.iter().filter(|a| !a.dated()).count();
        let mut ends: Vec<(i32, usize)> = Vec::new();
        for end in actions.iter().filter(|a| !a.whole_year).filter_map(|a| a.to) {
            match ends.iter_mut().find(|(quarter, _)| *quarter == end) {
                Some((_, count)) => *count += 1,
                None => ends.push((end, 1)),
            }
        }
        let moments: usize = self.tasks().map(|(_, t)| t.milestones.len()).sum();
        let say = self.head.phrases.planning();
        let mut told = match moments {
            0 => say.told(actions.len()),
            _ => say.told_both(actions.len(), moments),
        };
        if let Some(busiest) = self.busiest(ends, actions.len()) {
            told = format!("{busiest} {told}");
        }
        match undated {
            0 => {}
            n => told.push_str(&format!(" {}", say.undated(n))),
        }
        told
    }

    /// When the most actions are due; nothing when that would be no news.
    fn busiest(&self, mut ends: Vec<(i32, usize)>, actions: usize) -> Option<String> {
        let say = self.head.phrases.planning();
        let most = ends.iter().map(|(_, count)| *count).max().filter(|most| *most > 1)?;
        let quarters = ends.len();
        ends.retain(|(_, count)| *count == most);
        ends.sort_unstable();
        let names: Vec<String> =
            ends.iter().map(|(at, _)| self.head.phrases.dates().the_quarter(&self.quarter(*at))).collect();
        match names.as_slice() {
            [only] if most == actions => Some(say.all_in(only, actions)),
            [only] if quarters > 1 => Some(say.busiest(only, most, actions)),
            [_, _] | [_, _, _] if names.len() < quarters => {
                Some(say.busiest_more(&self.head.phrases.list(&names), most, actions))
            }
            _ => None,
        }
    }

    /// `tweede kwartaal van 2024`.
    pub(super) fn quarter(&self, quarter: i32) -> String {
        let (year, ordinal) = (quarter.div_euclid(4), quarter.rem_euclid(4) as i8 + 1);
        self.head.phrases.dates().quarter(self.head.phrases.ordinal(ordinal), &year.to_string())
    }

    pub(super) fn year(&self, quarter: i32) -> String {
        self.head.phrases.dates().within(&quarter.div_euclid(4).to_string())
    }

    fn table(&self) -> Table {
        let (all, say) = (self.head.phrases.common(), self.head.phrases.planning());
        let mut rows = Vec::new();
        for (lane, task) in self.tasks() {
            for action in &task.actions {
                let after = action.after.iter().filter_map(|at| self.action(*at)).map(|a| a.name.link());
                rows.push(vec![
                    action.name.link(),
                    task.cell(&self.words.task),
                    lane.cell(),
                    with_first(&action.when, &action.first).into(),
                    joined_or_dash(action.who.iter().map(Named::link)),
                    joined_or_dash(after),
                ]);
            }
            for moment in &task.milestones {
                rows.push(vec![
                    moment.name.link(),
                    task.cell(&self.words.task),
                    lane.cell(),
                    with_first(&moment.when, &moment.first).into(),
                    dash(),
                    dash(),
                ]);
            }
        }
        Table {
            caption: say.caption(&lower(&self.words.task)),
            head: [all.what(), &self.words.task, &self.words.line, all.when(), all.who(), say.after()]
                .map(str::to_owned)
                .to_vec(),
            rows,
        }
    }

    fn action(&self, (lane, task, action): (usize, usize, usize)) -> Option<&Action> {
        self.lanes.get(lane)?.tasks.get(task)?.actions.get(action)
    }
}
