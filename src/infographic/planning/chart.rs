//! The planning as SVG.

use std::fmt::Write as _;

use super::super::geometry::{Point, Rect, Route};
use super::super::pen::{Anchor, HEAD, LABEL, Pen, SMALL, Size, Words, dye};
use super::super::svg::escape;
use super::super::weave::{self, Form};
use super::super::words::{counted, lower};
use super::{Action, Milestone, Planning, Task};

const TOP: f64 = 52.0;
const LANE_GAP: f64 = 16.0;
const ROW_PADDING: f64 = 6.0;

struct Row {
    name: Words,
    /// Index of the action in its task.
    action: usize,
    y: f64,
    height: f64,
}

struct SetTask {
    name: Words,
    y: f64,
    height: f64,
    rows: Vec<Row>,
    undated: Option<(Words, f64)>,
}

struct Grid {
    left: f64,
    right: f64,
    first: i32,
    quarters: i32,
}

impl Grid {
    /// The x of the start of a quarter.
    fn x(&self, quarter: i32) -> f64 {
        self.at(quarter * 100)
    }

    /// The x of a moment in hundredths of a quarter, within the grid.
    fn at(&self, hundredths: i32) -> f64 {
        let along = f64::from(hundredths - self.first * 100) / 100.0 / f64::from(self.quarters);
        self.left + along.clamp(0.0, 1.0) * (self.right - self.left)
    }
}

/// The width of the names.
fn label(size: Size) -> f64 {
    if size == Size::Wide { 372.0 } else { 262.0 }
}

/// The lanes with all that stands in them, and where the last one ends.
fn lay(map: &Planning, size: Size) -> (Vec<(Rect, Words, Vec<SetTask>)>, f64) {
    let label = label(size);
    let mut y = TOP;
    let mut lanes = Vec::new();
    for lane in &map.lanes {
        let top = y;
        let name = Words::set(&lane.words(), HEAD, label - 4.0);
        y += 14.0 + name.height() + 6.0;
        let tasks: Vec<SetTask> = lane.tasks.iter().map(|task| set_task(task, label - 16.0, &mut y)).collect();
        y += 10.0;
        lanes.push((Rect::new(2.0, top, size.width() - 4.0, y - top), name, tasks));
        y += LANE_GAP;
    }
    (lanes, (y - LANE_GAP).max(TOP))
}

/// How high the chart is.
pub fn height(map: &Planning, size: Size) -> f64 {
    lay(map, size).1
}

pub fn draw(map: &Planning, size: Size) -> String {
    let quarters = (map.span.1 - map.span.0 + 1).max(1);
    let grid = Grid { left: label(size) + 28.0, right: size.width() - 16.0, first: map.span.0, quarters };
    let (lanes, bottom) = lay(map, size);
    let mut pen = Pen::open(
        "planning",
        &map.id,
        size,
        bottom + if map.today.is_some() { 26.0 } else { 4.0 },
        &map.title,
        &map.reading,
    );
    pen.head(TOP - 1.0);
    for (number, (lane, (band, _, tasks))) in map.lanes.iter().zip(&lanes).enumerate() {
        if number > 0 {
            pen.cut(band.y - LANE_GAP / 2.0);
        }
        // The first stays with the name of its lane.
        tasks.iter().skip(1).for_each(|task| pen.cut(task.y - 1.0));
        pen.group(&dye(&lane.colour));
        pen.card("pen-vlak", *band);
        pen.end();
    }
    axis(&mut pen, &grid, bottom);
    pen.list(&map.words.lines);
    for (lane, (band, name, tasks)) in map.lanes.iter().zip(&lanes) {
        pen.item(&dye(&lane.colour));
        pen.link(&lane.name.href, &lane.words());
        pen.group("pen-kleur");
        pen.text(name, 20.0, band.y + 12.0, Anchor::Start);
        pen.end();
        pen.end_link(&lane.name.href);
        for (task, set) in lane.tasks.iter().zip(tasks) {
            draw_task(&mut pen, (task, &map.words.task), set, &grid, &lane.colour, size);
        }
        pen.end();
    }
    pen.end();
    dependencies(&mut pen, map, &lanes.iter().map(|(_, _, tasks)| tasks.as_slice()).collect::<Vec<_>>(), &grid);
    if let Some((at, words)) = &map.today {
        let x = grid.at(*at);
        pen.line("plan-vandaag", &[Point::new(x, TOP - 4.0), Point::new(x, bottom + 4.0)], 0.0);
        let words = Words::set(words, LABEL, 200.0);
        pen.group("plan-vandaag-naam");
        pen.text(
            &words,
            x.clamp(words.width / 2.0 + 2.0, size.width() - words.width / 2.0 - 2.0),
            bottom + 6.0,
            Anchor::Middle,
        );
        pen.end();
    }
    pen.finish()
}

fn set_task(task: &Task, room: f64, y: &mut f64) -> SetTask {
    let top = *y;
    let name = Words::set(&task.words(), LABEL, room);
    // What is no link needs no room for a finger.
    let mut names = task.milestones.iter().map(|moment| &moment.name).chain([&task.name]);
    let padding = if names.all(|name| name.href.is_empty()) { 2.5 } else { ROW_PADDING };
    let height = name.height() + 2.0 * padding;
    *y += height;
    let mut rows = Vec::new();
    for (index, action) in task.actions.iter().enumerate().filter(|(_, a)| a.dated()) {
        let name = Words::set(&action.name.name, SMALL, room - 14.0);
        let (padding, least) = if action.name.href.is_empty() { (2.0, 22.0) } else { (ROW_PADDING, 28.0) };
        let height = (name.height() + 2.0 * padding).max(least);
        rows.push(Row { name, action: index, y: *y, height });
        *y += height;
    }
    let undated = task.actions.iter().filter(|a| !a.dated()).count();
    let undated = (undated > 0).then(|| {
        let also = if rows.is_empty() { "" } else { "en " };
        let words =
            Words::set(&format!("{also}{} zonder datum", counted(undated, "actie", "acties")), SMALL, room - 14.0);
        let at = *y;
        *y += words.height() + ROW_PADDING;
        (words, at)
    });
    *y += 6.0;
    SetTask { name, y: top, height, rows, undated }
}

/// Years and quarters, with hairlines down the chart.
fn axis(pen: &mut Pen, grid: &Grid, bottom: f64) {
    pen.group("plan-as");
    let step = (grid.right - grid.left) / f64::from(grid.quarters);
    for quarter in grid.first..=grid.first + grid.quarters {
        let x = grid.x(quarter);
        let year = quarter.rem_euclid(4) == 0 || quarter == grid.first;
        pen.line(
            if year { "plan-jaar" } else { "plan-kwartaal" },
            &[Point::new(x, TOP - if year { 44.0 } else { 18.0 }), Point::new(x, bottom)],
            0.0,
        );
        if quarter == grid.first + grid.quarters {
            break;
        }
        if step >= 22.0 {
            let words = Words::set(&format!("Q{}", quarter.rem_euclid(4) + 1), SMALL, 60.0);
            pen.text(&words, x + step / 2.0, TOP - 22.0, Anchor::Middle);
        }
        if year {
            let left = 4 - quarter.rem_euclid(4);
            let words = Words::set(&quarter.div_euclid(4).to_string(), LABEL, 80.0);
            let room = step * f64::from(left.min(grid.first + grid.quarters - quarter));
            if room > words.width + 8.0 {
                pen.text(&words, x + 6.0, TOP - 44.0, Anchor::Start);
            } else if quarter == grid.first {
                // Too little left of the first year: its number stands before its line.
                pen.text(&words, x - 6.0, TOP - 44.0, Anchor::End);
            }
        }
    }
    pen.end();
}

fn draw_task(pen: &mut Pen, (task, word): (&Task, &str), set: &SetTask, grid: &Grid, colour: &str, size: Size) {
    pen.line("pen-haarlijn", &[Point::new(20.0, set.y), Point::new(size.width() - 16.0, set.y)], 0.0);
    if let (true, [moment]) = (task.tag.is_empty(), task.milestones.as_slice()) {
        lone_moment(pen, moment, set, grid);
        return;
    }
    pen.link(&task.name.href, &format!("{word} {}: {}", task.tag, task.name.name));
    pen.text(&set.name, 20.0, set.y + (set.height - set.name.height()) / 2.0, Anchor::Start);
    pen.end_link(&task.name.href);
    pen.list(&format!("Acties van {} {}", lower(word), task.tag));
    moments(pen, &task.milestones, grid, set.y + set.height / 2.0);
    for row in &set.rows {
        let action = &task.actions[row.action];
        pen.item("plan-actie");
        pen.link(&action.name.href, &format!("{}: {}", action.name.name, action.when));
        pen.text(&row.name, 34.0, row.y + (row.height - row.name.height()) / 2.0, Anchor::Start);
        work(pen, action, grid, colour, row.y + row.height / 2.0);
        pen.end_link(&action.name.href);
        pen.end();
    }
    if let Some((words, y)) = &set.undated {
        pen.group("plan-zonder");
        pen.text(words, 34.0, *y, Anchor::Start);
        pen.end();
    }
    pen.end();
}

/// Where the work of an action starts and ends in the chart.
fn stretch(action: &Action, grid: &Grid) -> Option<(f64, f64)> {
    let last = action.to.or(action.from)?;
    let first = action.from.unwrap_or(last);
    let (from, to) = (grid.x(first) + 4.0, grid.x(last + 1) - 4.0);
    (to > from + 6.0).then_some((from, to))
}

fn work(pen: &mut Pen, action: &Action, grid: &Grid, colour: &str, y: f64) {
    let Some((from, to)) = stretch(action, grid) else { return };
    let route = Route::rounded(&[Point::new(from, y), Point::new(to, y)], 0.0);
    pen.group(&format!("ig-lijn {}", dye(colour)));
    let form = if action.from.is_some() { Form::Vlecht } else { Form::Draad };
    weave::draw(pen.out(), form, &route, &[], 0.0);
    if action.from.is_none() {
        pen.rect("plan-rand", Rect::new(to - 1.5, y - 8.0, 3.0, 16.0), 1.5);
    }
    pen.end();
}

/// A row that is one milestone: its name and its sign are one link.
fn lone_moment(pen: &mut Pen, moment: &Milestone, set: &SetTask, grid: &Grid) {
    pen.group("plan-moment");
    pen.link(&moment.name.href, &format!("{}: {}", moment.name.name, moment.when));
    pen.text(&set.name, 20.0, set.y + (set.height - set.name.height()) / 2.0, Anchor::Start);
    diamond(pen, Point::new(moment_x(moment, grid), set.y + set.height / 2.0), moment.sure);
    pen.end_link(&moment.name.href);
    pen.end();
}

fn moment_x(moment: &Milestone, grid: &Grid) -> f64 {
    grid.at(moment.at).clamp(grid.left + 8.0, grid.right - 8.0)
}

/// The moments of a task, side by side where they fall together.
fn moments(pen: &mut Pen, all: &[Milestone], grid: &Grid, y: f64) {
    let mut taken: Vec<f64> = Vec::new();
    for moment in all {
        let mut x = moment_x(moment, grid);
        while taken.iter().any(|t| (t - x).abs() < 17.0) && x > grid.left {
            x -= 17.0;
        }
        taken.push(x);
        pen.item("plan-moment");
        pen.link(&moment.name.href, &format!("{}: {}", moment.name.name, moment.when));
        // Only the sign is drawn: its name shows when it is pointed at.
        let _ = write!(pen.out(), "<title>{}: {}</title>", escape(&moment.name.name), escape(&moment.when));
        diamond(pen, Point::new(x, y), moment.sure);
        pen.end_link(&moment.name.href);
        pen.end();
    }
}

fn diamond(pen: &mut Pen, at: Point, sure: bool) {
    let r = 7.0;
    let corners = [(0.0, -r), (r, 0.0), (0.0, r), (-r, 0.0), (0.0, -r)];
    let points: Vec<Point> = corners.iter().map(|(x, y)| Point::new(at.x + x, at.y + y)).collect();
    pen.line(if sure { "plan-ruit plan-zeker" } else { "plan-ruit" }, &points, 0.0);
}

/// From the end of what comes first to the start of what waits for it.
fn dependencies(pen: &mut Pen, map: &Planning, lanes: &[&[SetTask]], grid: &Grid) {
    let row = |(lane, task, action): (usize, usize, usize)| {
        lanes.get(lane)?.get(task)?.rows.iter().find(|row| row.action == action)
    };
    for (l, lane) in map.lanes.iter().enumerate() {
        for (t, task) in lane.tasks.iter().enumerate() {
            for (a, action) in task.actions.iter().enumerate() {
                for first in &action.after {
                    let (Some(from), Some(to)) = (row(*first), row((l, t, a))) else { continue };
                    let Some(before) = map.action(*first) else { continue };
                    let (Some((_, end)), Some((start, _))) = (stretch(before, grid), stretch(action, grid)) else {
                        continue;
                    };
                    let (y1, y2) = (from.y + from.height / 2.0, to.y + to.height / 2.0);
                    pen.group(&dye(&lane.colour));
                    let side = y2 - 8.0 * (y2 - y1).signum();
                    let points: Vec<Point> = if start > end + 12.0 {
                        let x = start + 10.0;
                        vec![Point::new(end + 4.0, y1), Point::new(x, y1), Point::new(x, side)]
                    } else {
                        let x = end + 10.0;
                        vec![Point::new(end + 2.0, y1), Point::new(x, y1), Point::new(x, y2), Point::new(end + 4.0, y2)]
                    };
                    pen.line("plan-eerst", &points, 6.0);
                    let tip = points[points.len() - 1];
                    pen.arrow("pen-pijl", tip, if start > end + 12.0 { 90.0 * (y2 - y1).signum() } else { 180.0 });
                    pen.end();
                }
            }
        }
    }
}

/// What the legend shows.
pub enum Sample {
    /// Work.
    Work,
    /// A deadline.
    Due,
    /// An announced milestone.
    Announced,
    /// What was decided or happened.
    Sure,
    /// What comes first.
    After,
}

/// A small drawing for the legend.
pub fn sample(what: Sample) -> String {
    let mut pen = Pen::default();
    pen.out().push_str("<svg class=\"ig-sample ig-planning dye-inkt-zacht\" viewBox=\"0 0 84 20\" width=\"84\" height=\"20\" aria-hidden=\"true\" focusable=\"false\">");
    let route = Route::rounded(&[Point::new(3.0, 10.0), Point::new(81.0, 10.0)], 0.0);
    match what {
        Sample::Work => weave::draw(pen.out(), Form::Vlecht, &route, &[], 0.0),
        Sample::Due => {
            weave::draw(pen.out(), Form::Draad, &route, &[], 0.0);
            pen.rect("plan-rand", Rect::new(79.5, 2.0, 3.0, 16.0), 1.5);
        }
        Sample::Announced => diamond(&mut pen, Point::new(12.0, 10.0), false),
        Sample::Sure => diamond(&mut pen, Point::new(12.0, 10.0), true),
        Sample::After => {
            pen.line("plan-eerst", &[Point::new(3.0, 10.0), Point::new(60.0, 10.0)], 0.0);
            pen.arrow("pen-pijl", Point::new(68.0, 10.0), 0.0);
        }
    }
    pen.finish()
}
