//! The planning as SVG.

use crate::markup::Svg;
use crate::phrases::Phrases;
use std::fmt::Write as _;

use super::super::canvas::{Anchor, Canvas, LINK, Size, dye};
use super::super::geometry::{Point, Rect, Route};
use super::super::legend;
use super::super::lettering::{SMALL, SUBHEAD, TAG, Words};
use super::super::pieces::Drawing;
use super::super::svg::escape;
use super::super::weave::{self, Form};
use super::super::words::lower;
use super::{Action, Milestone, Planning, Task, with_first};

const TOP: f64 = 52.0;
const LANE_GAP: f64 = 16.0;
const ROW_PADDING: f64 = 6.0;
/// Half a diamond.
const SIGN: f64 = 7.0;
/// Between moments of one task that stand below one another: each is a link.
const TIER: f64 = 24.0;

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
fn lay(map: &Planning, size: Size, grid: &Grid) -> (Vec<(Rect, Words, Vec<SetTask>)>, f64) {
    let label = label(size);
    let mut y = TOP;
    let mut lanes = Vec::new();
    for lane in &map.lanes {
        let top = y;
        let name = Words::set(&lane.words(), SUBHEAD, label - 4.0);
        y += 14.0 + name.height() + 6.0;
        let tasks: Vec<SetTask> =
            lane.tasks.iter().map(|task| set_task(&map.head.phrases, task, (label - 16.0, grid), &mut y)).collect();
        y += 10.0;
        lanes.push((Rect::new(2.0, top, size.width() - 4.0, y - top), name, tasks));
        y += LANE_GAP;
    }
    (lanes, (y - LANE_GAP).max(TOP))
}

pub fn draw(map: &Planning, size: Size) -> Drawing {
    let quarters = (map.span.1 - map.span.0 + 1).max(1);
    let grid = Grid { left: label(size) + 28.0, right: size.width() - 16.0, first: map.span.0, quarters };
    let (lanes, bottom) = lay(map, size, &grid);
    let mut canvas = Canvas::new("planning", &map.head, size);
    canvas.head(TOP - 1.0);
    for (number, (lane, (band, _, tasks))) in map.lanes.iter().zip(&lanes).enumerate() {
        if number > 0 {
            canvas.cut(band.y - LANE_GAP / 2.0);
        }
        // The first stays with the name of its lane.
        tasks.iter().skip(1).for_each(|task| canvas.cut(task.y - 1.0));
        canvas.open(&dye(&lane.colour));
        canvas.card("ig-baan-vlak", *band);
        canvas.close();
    }
    axis(&mut canvas, &grid, bottom);
    canvas.open_list(&map.words.lines);
    for (lane, (band, name, tasks)) in map.lanes.iter().zip(&lanes) {
        canvas.open_item(&dye(&lane.colour));
        canvas.open_link(LINK, &lane.name.href, &lane.words());
        canvas.open("ig-kleur");
        canvas.words(name, 20.0, band.y + 12.0, Anchor::Start);
        canvas.close();
        canvas.close_link(&lane.name.href);
        for (task, set) in lane.tasks.iter().zip(tasks) {
            draw_task(&mut canvas, (task, &map.words.task), set, &grid, &lane.colour, size);
        }
        canvas.close();
    }
    canvas.close();
    dependencies(&mut canvas, map, &lanes.iter().map(|(_, _, tasks)| tasks.as_slice()).collect::<Vec<_>>(), &grid);
    if let Some((at, words)) = &map.today {
        let x = grid.at(*at);
        canvas.thread("plan-vandaag", &[Point::new(x, TOP - 4.0), Point::new(x, bottom + 4.0)], 0.0);
        let words = Words::set(words, TAG, 200.0);
        canvas.open("plan-vandaag-naam");
        canvas.words(
            &words,
            x.clamp(words.width / 2.0 + 2.0, size.width() - words.width / 2.0 - 2.0),
            bottom + 6.0,
            Anchor::Middle,
        );
        canvas.close();
    }
    canvas.finish_in_pieces(bottom + if map.today.is_some() { 26.0 } else { 4.0 })
}

fn set_task(phrases: &Phrases, task: &Task, (room, grid): (f64, &Grid), y: &mut f64) -> SetTask {
    let top = *y;
    let name = Words::set(&task.words(), TAG, room);
    // What is no link needs no room for a finger.
    let mut names = task.milestones.iter().map(|moment| &moment.name).chain([&task.name]);
    let padding = if names.all(|name| name.href.is_empty()) { 2.5 } else { ROW_PADDING };
    let tiers = tiers(&task.milestones, grid).into_iter().max().map_or(0.0, |last| (last + 1) as f64 * TIER);
    let height = (name.height() + 2.0 * padding).max(tiers);
    *y += height;
    let mut rows = Vec::new();
    for (index, action) in task.actions.iter().enumerate().filter(|(_, a)| a.dated()) {
        let name = Words::set(&with_first(&action.name.name, &action.first), SMALL, room - 14.0);
        let (padding, least) = if action.name.href.is_empty() { (2.0, 22.0) } else { (ROW_PADDING, 28.0) };
        let height = (name.height() + 2.0 * padding).max(least);
        rows.push(Row { name, action: index, y: *y, height });
        *y += height;
    }
    let undated = task.actions.iter().filter(|a| !a.dated()).count();
    let undated = (undated > 0).then(|| {
        let say = phrases.planning();
        let words = if rows.is_empty() { say.without_date(undated) } else { say.and_without_date(undated) };
        let words = Words::set(&words, SMALL, room - 14.0);
        let at = *y;
        *y += words.height() + ROW_PADDING;
        (words, at)
    });
    *y += 6.0;
    SetTask { name, y: top, height, rows, undated }
}

/// Years and quarters, with hairlines down the chart.
fn axis(canvas: &mut Canvas, grid: &Grid, bottom: f64) {
    canvas.open("plan-as");
    let step = (grid.right - grid.left) / f64::from(grid.quarters);
    for quarter in grid.first..=grid.first + grid.quarters {
        let x = grid.x(quarter);
        let year = quarter.rem_euclid(4) == 0 || quarter == grid.first;
        canvas.thread(
            if year { "plan-jaar" } else { "plan-kwartaal" },
            &[Point::new(x, TOP - if year { 44.0 } else { 18.0 }), Point::new(x, bottom)],
            0.0,
        );
        if quarter == grid.first + grid.quarters {
            break;
        }
        // Where the name of a quarter does not fit, its number under the year may.
        let number = quarter.rem_euclid(4) as usize + 1;
        let names = [canvas.phrases.planning().quarter_short(number), number.to_string()];
        let mut fitting =
            names.iter().map(|name| Words::set(name, SMALL, 60.0)).filter(|name| name.width + 2.0 <= step);
        if let Some(words) = fitting.next() {
            canvas.words(&words, x + step / 2.0, TOP - 22.0, Anchor::Middle);
        }
        if year {
            let left = 4 - quarter.rem_euclid(4);
            let words = Words::set(&quarter.div_euclid(4).to_string(), TAG, 80.0);
            let room = step * f64::from(left.min(grid.first + grid.quarters - quarter));
            if room > words.width + 8.0 {
                canvas.words(&words, x + 6.0, TOP - 44.0, Anchor::Start);
            } else if quarter == grid.first {
                // Too little left of the first year: its number stands before its line.
                canvas.words(&words, x - 6.0, TOP - 44.0, Anchor::End);
            }
        }
    }
    canvas.close();
}

fn draw_task(canvas: &mut Canvas, (task, word): (&Task, &str), set: &SetTask, grid: &Grid, colour: &str, size: Size) {
    canvas.thread("ig-haarlijn", &[Point::new(20.0, set.y), Point::new(size.width() - 16.0, set.y)], 0.0);
    if let (true, [moment]) = (task.tag.is_empty(), task.milestones.as_slice()) {
        lone_moment(canvas, moment, set, grid);
        return;
    }
    canvas.open_link(LINK, &task.name.href, &format!("{word} {}: {}", task.tag, task.name.name));
    canvas.words(&set.name, 20.0, set.y + (set.height - set.name.height()) / 2.0, Anchor::Start);
    canvas.close_link(&task.name.href);
    canvas.open_list(&canvas.phrases.planning().actions_of(&lower(word), &task.tag));
    moments(canvas, &task.milestones, grid, set.y + set.height / 2.0);
    for row in &set.rows {
        let action = &task.actions[row.action];
        canvas.open_item("plan-actie");
        canvas.open_link(
            LINK,
            &action.name.href,
            &format!("{}: {}", action.name.name, with_first(&action.when, &action.first)),
        );
        canvas.words(&row.name, 34.0, row.y + (row.height - row.name.height()) / 2.0, Anchor::Start);
        work(canvas, action, grid, colour, row.y + row.height / 2.0);
        canvas.close_link(&action.name.href);
        canvas.close();
    }
    if let Some((words, y)) = &set.undated {
        canvas.open("plan-zonder");
        canvas.words(words, 34.0, *y, Anchor::Start);
        canvas.close();
    }
    canvas.close();
}

/// Where the work of an action starts and ends in the chart.
fn stretch(action: &Action, grid: &Grid) -> Option<(f64, f64)> {
    let last = action.end()?;
    // Of a year without a quarter all quarters are as likely.
    let first = action.from.unwrap_or(if action.whole_year { last - 3 } else { last });
    let (from, to) = (grid.x(first) + 4.0, grid.x(last + 1) - 4.0);
    (to > from + 6.0).then_some((from, to))
}

fn work(canvas: &mut Canvas, action: &Action, grid: &Grid, colour: &str, y: f64) {
    let Some((from, to)) = stretch(action, grid) else { return };
    if action.in_year() {
        return bracket(canvas, from, to, y);
    }
    let route = Route::rounded(&[Point::new(from, y), Point::new(to, y)], 0.0);
    canvas.open(&format!("ig-lijn {}", dye(colour)));
    let form = if action.from.is_some() { Form::Vlecht } else { Form::Draad };
    weave::draw(&mut canvas.out, form, &route, &[], 0.0);
    if action.from.is_none() && !action.whole_year {
        canvas.rect("plan-rand", Rect::new(to - 1.5, y - 8.0, 3.0, 16.0), 1.5);
    }
    canvas.close();
}

/// A row that is one milestone: its name and its sign are one link.
fn lone_moment(canvas: &mut Canvas, moment: &Milestone, set: &SetTask, grid: &Grid) {
    canvas.open("plan-moment");
    canvas.open_link(
        LINK,
        &moment.name.href,
        &format!("{}: {}", moment.name.name, with_first(&moment.when, &moment.first)),
    );
    canvas.words(&set.name, 20.0, set.y + (set.height - set.name.height()) / 2.0, Anchor::Start);
    within_year(canvas, moment, grid, set.y + set.height / 2.0);
    diamond(canvas, Point::new(moment_x(moment, grid), set.y + set.height / 2.0), moment.sure);
    canvas.close_link(&moment.name.href);
    canvas.close();
}

/// Where a moment stands: its own place on the axis, or the middle of what shows of its year.
fn moment_x(moment: &Milestone, grid: &Grid) -> f64 {
    year_of(moment, grid).map_or_else(|| grid.at(moment.at), |(from, to)| (from + to) / 2.0)
}

/// Where the year of a moment that is told as a year begins and ends in the chart, as far as that shows it.
fn year_of(moment: &Milestone, grid: &Grid) -> Option<(f64, f64)> {
    let first = moment.first_of_year()?;
    let (from, to) = (grid.x(first) + 4.0, grid.x(first + 4) - 4.0);
    (to > from + 6.0).then_some((from, to))
}

/// Somewhere in a year: the whole of it is marked, and no day in it.
fn within_year(canvas: &mut Canvas, moment: &Milestone, grid: &Grid, y: f64) {
    if let Some((from, to)) = year_of(moment, grid) {
        bracket(canvas, from, to, y);
    }
}

/// From the begin of a year to its end.
fn bracket(canvas: &mut Canvas, from: f64, to: f64, y: f64) {
    for points in [[(from, y), (to, y)], [(from, y - 4.0), (from, y + 4.0)], [(to, y - 4.0), (to, y + 4.0)]] {
        canvas.thread("plan-heel-jaar", &points.map(|(x, y)| Point::new(x, y)), 0.0);
    }
}

/// The row of each moment of a task: those that would lie over each other stand below one another, each at its own time.
fn tiers(all: &[Milestone], grid: &Grid) -> Vec<usize> {
    let reach = |moment: &Milestone| {
        let x = moment_x(moment, grid);
        year_of(moment, grid).unwrap_or((x - SIGN, x + SIGN))
    };
    let mut order: Vec<usize> = (0..all.len()).collect();
    order.sort_by_key(|index| (all[*index].at, all[*index].whole_year));
    let mut tiers = vec![0; all.len()];
    let mut taken: Vec<Vec<(f64, f64)>> = Vec::new();
    for index in order {
        let (from, to) = reach(&all[index]);
        let free = |row: &Vec<(f64, f64)>| row.iter().all(|(start, end)| to + 3.0 < *start || *end + 3.0 < from);
        let tier = taken.iter().position(free).unwrap_or(taken.len());
        if tier == taken.len() {
            taken.push(Vec::new());
        }
        taken[tier].push((from, to));
        tiers[index] = tier;
    }
    tiers
}

/// The moments of a task about this height.
fn moments(canvas: &mut Canvas, all: &[Milestone], grid: &Grid, middle: f64) {
    let tiers = tiers(all, grid);
    let top = middle - tiers.iter().max().map_or(0.0, |last| *last as f64 * TIER / 2.0);
    for (moment, tier) in all.iter().zip(tiers) {
        let y = top + tier as f64 * TIER;
        canvas.open_item("plan-moment");
        canvas.open_link(
            LINK,
            &moment.name.href,
            &format!("{}: {}", moment.name.name, with_first(&moment.when, &moment.first)),
        );
        // Only the sign is drawn: its name shows when it is pointed at.
        let when = with_first(&moment.when, &moment.first);
        let _ = write!(&mut canvas.out, "<title>{}: {}</title>", escape(&moment.name.name), escape(&when));
        within_year(canvas, moment, grid, y);
        diamond(canvas, Point::new(moment_x(moment, grid), y), moment.sure);
        canvas.close_link(&moment.name.href);
        canvas.close();
    }
}

fn diamond(canvas: &mut Canvas, at: Point, sure: bool) {
    let r = SIGN;
    let corners = [(0.0, -r), (r, 0.0), (0.0, r), (-r, 0.0), (0.0, -r)];
    let points: Vec<Point> = corners.iter().map(|(x, y)| Point::new(at.x + x, at.y + y)).collect();
    canvas.thread(if sure { "plan-ruit plan-zeker" } else { "plan-ruit" }, &points, 0.0);
}

/// From the end of what comes first to the start of what waits for it.
fn dependencies(canvas: &mut Canvas, map: &Planning, lanes: &[&[SetTask]], grid: &Grid) {
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
                    canvas.open(&dye(&lane.colour));
                    let side = y2 - 8.0 * (y2 - y1).signum();
                    let points: Vec<Point> = if start > end + 12.0 {
                        let x = start + 10.0;
                        vec![Point::new(end + 4.0, y1), Point::new(x, y1), Point::new(x, side)]
                    } else {
                        let x = end + 10.0;
                        vec![Point::new(end + 2.0, y1), Point::new(x, y1), Point::new(x, y2), Point::new(end + 4.0, y2)]
                    };
                    canvas.thread("plan-eerst", &points, 6.0);
                    let tip = points[points.len() - 1];
                    canvas.arrow("ig-pijl", tip, if start > end + 12.0 { 90.0 * (y2 - y1).signum() } else { 180.0 });
                    canvas.close();
                }
            }
        }
    }
}

/// A moment is a diamond in the chart and a knot on a thread in the drawing that stands upright: the style shows one of them.
fn moment_sample(canvas: &mut Canvas, sure: bool) {
    canvas.open("plan-liggend");
    diamond(canvas, Point::new(12.0, 10.0), sure);
    canvas.close();
    canvas.open(&format!("plan-staand {}", dye("inkt")));
    canvas.circle(if sure { "ig-nu" } else { "ig-vak" }, Point::new(12.0, 10.0), 7.0);
    canvas.close();
}

/// What the legend shows.
pub enum Sample {
    /// Work.
    Work,
    /// A deadline.
    Due,
    /// A year of which no quarter is named.
    Year,
    /// An announced milestone.
    Announced,
    /// What was decided or happened.
    Sure,
    /// What comes first.
    After,
}

/// A small drawing for the legend.
pub fn sample(what: Sample) -> Svg {
    let route = legend::sample_route();
    legend::sample("inkt-zacht", legend::LINE, |canvas| {
        canvas.open("ig-planning");
        match what {
            Sample::Work => weave::draw(&mut canvas.out, Form::Vlecht, &route, &[], 0.0),
            Sample::Due => {
                weave::draw(&mut canvas.out, Form::Draad, &route, &[], 0.0);
                canvas.rect("plan-rand", Rect::new(79.5, 2.0, 3.0, 16.0), 1.5);
            }
            Sample::Year => bracket(canvas, 3.0, 81.0, 10.0),
            Sample::Announced => moment_sample(canvas, false),
            Sample::Sure => moment_sample(canvas, true),
            Sample::After => {
                canvas.thread("plan-eerst", &[Point::new(3.0, 10.0), Point::new(60.0, 10.0)], 0.0);
                canvas.arrow("ig-pijl", Point::new(68.0, 10.0), 0.0);
            }
        }
        canvas.close();
    })
}
