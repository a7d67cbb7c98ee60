//! The route of a decision: lanes side by side, a step per row, and one thread that goes through them all.

use super::canvas::{Anchor, Canvas, LINK, Size, dye};
use super::figure::{Drawings, Head, Infographic, Parts, Slides, Table};
use super::geometry::{Point, Rect};
use super::lettering::{NAME, SMALL, SUBHEAD, TAG, Words};
use super::pieces::Drawing;
use super::upright::{NARROW, fewest_slides};
use super::words::{Named, capital, links, lower, names};
use crate::html;

/// A lane: a layer of the collaboration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lane {
    /// Its name.
    pub name: String,
    /// The dye.
    pub colour: String,
}

/// A step of the route.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What is done, such as `Voorbereiden`.
    pub name: Named,
    /// Who does it.
    pub who: Vec<Named>,
    /// What happens, in plain text.
    pub what: String,
    /// Index of its lane.
    pub lane: usize,
    /// Whether it is here that is decided.
    pub decides: bool,
    /// How sure it is.
    pub status: String,
    /// Whether that is sure enough to say nothing of it in the drawing.
    pub settled: bool,
}

/// A route, as rows of data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Besluitroute {
    /// Its names, and where the rows come from.
    pub head: Head,
    /// The lanes, from the left.
    pub lanes: Vec<Lane>,
    /// The steps, in order.
    pub steps: Vec<Step>,
}

const HEAD_HEIGHT: f64 = 48.0;
const GAP: f64 = 30.0;
const PADDING: f64 = 12.0;
const THREAD: &str = "inkt";

impl Step {
    /// Its status, when that is not sure.
    pub(super) fn doubt(&self) -> Option<&str> {
        (!self.settled && !self.status.is_empty()).then_some(self.status.as_str())
    }
}

struct Set {
    /// The thread comes from beside it, not from above.
    level: bool,
    tag: Words,
    who: Words,
    what: Words,
    mark: Option<Words>,
    status: Option<Words>,
    place: Rect,
}

impl Besluitroute {
    /// The drawing with all that belongs to it.
    pub fn draw(&self) -> Infographic {
        let mut route = self.clone();
        let last = route.lanes.len().saturating_sub(1);
        route.steps.iter_mut().for_each(|s| s.lane = s.lane.min(last));
        let parts = Parts { conclusion: route.conclusion(), table: route.table(), ..Parts::default() };
        let drawings = || {
            Drawings::of(
                route.svg(Size::Wide),
                route.svg(Size::Medium),
                route.stack(NARROW).upright(&route.head),
                Slides::explained(fewest_slides(&route.head, |width| route.stack(width))),
            )
        };
        route.head.infographic("besluitroute", parts, drawings)
    }

    pub(super) fn lane(&self, step: &Step) -> (&str, &str) {
        self.lanes.get(step.lane).map_or(("", "inkt-zacht"), |l| (l.name.as_str(), l.colour.as_str()))
    }

    fn conclusion(&self) -> String {
        let say = self.head.phrases.besluitroute();
        let deciding: Vec<String> = self
            .steps
            .iter()
            .enumerate()
            .filter(|(_, s)| s.decides)
            .map(|(i, s)| say.deciding(&if s.who.is_empty() { lower(&s.name.name) } else { names(&s.who) }, i + 1))
            .collect();
        let lanes = self.lanes.iter().enumerate().filter(|(i, _)| self.steps.iter().any(|s| s.lane == *i)).count();
        let first = say.told(self.steps.len(), lanes);
        match deciding.len() {
            0 => first,
            1 => format!("{} {first}", say.decided_once(&deciding[0])),
            _ => format!("{} {first}", say.decided_more(deciding.len(), &self.head.phrases.list(&deciding))),
        }
    }

    fn table(&self) -> Table {
        let (all, say) = (self.head.phrases.common(), self.head.phrases.besluitroute());
        let rows = self.steps.iter().enumerate().map(|(index, step)| {
            vec![
                html![format!("{}. ", index + 1), step.name.link()],
                links(&step.who),
                self.lane(step).0.into(),
                (&step.what).into(),
                if step.decides { all.yes() } else { all.no() }.into(),
                (&step.status).into(),
            ]
        });
        Table {
            caption: say.caption().to_owned(),
            head: [say.step(), all.who(), all.layer(), say.what(), say.decision(), all.status()]
                .map(str::to_owned)
                .to_vec(),
            rows: rows.collect(),
        }
    }

    fn svg(&self, size: Size) -> Drawing {
        let count = self.lanes.len().max(1) as f64;
        let lane_gap = 10.0;
        let lane = (size.width() - 4.0 - (count - 1.0) * lane_gap) / count;
        let lane_x = |i: usize| 2.0 + i as f64 * (lane + lane_gap);
        let margin = if size == Size::Wide { 14.0 } else { 8.0 };
        let heads: Vec<Words> = self.lanes.iter().map(|l| Words::set(&l.name, SUBHEAD, lane - 28.0)).collect();
        let top = heads.iter().map(|h| h.height() + 28.0).fold(HEAD_HEIGHT, f64::max);
        let mut y = top + 12.0;
        let mut set: Vec<Set> = Vec::new();
        for (index, step) in self.steps.iter().enumerate() {
            let width = lane - 2.0 * margin;
            let room = width - 2.0 * PADDING - 6.0;
            let tag = Words::set(&format!("{}. {}", index + 1, step.name.name), TAG, room);
            let who = Words::set(&names(&step.who), NAME, room);
            let what = Words::set(&step.what, SMALL, room);
            let mark =
                step.decides.then(|| Words::set(self.head.phrases.besluitroute().decides_here(), TAG, room - 21.0));
            let marked = mark.as_ref().map_or(0.0, |words| words.height() + 11.0);
            let status = step.doubt().map(|status| Words::set(status, SMALL, room - 16.0));
            let doubted = status.as_ref().map_or(0.0, |words| words.height() + 10.0);
            let height = (2.0 * PADDING + tag.height() + who.height() + what.height() + 3.0 + marked + doubted).ceil();
            // A step in another lane may begin beside the one before it, when the thread can get there above nothing else.
            let mut level = false;
            if let Some(before) = set.last() {
                let lanes = self.steps[index - 1].lane.min(step.lane)..=self.steps[index - 1].lane.max(step.lane);
                let passed = |own: bool| {
                    let kept = set.iter().zip(&self.steps).enumerate();
                    kept.filter(|(i, (_, s))| lanes.contains(&s.lane) && (own || i + 1 < index))
                        .map(|(_, (s, _))| s.place.bottom())
                        .fold(0.0, f64::max)
                };
                let middle = before.place.center_y();
                level = self.steps[index - 1].lane != step.lane && passed(false) + 18.0 <= middle;
                y = if level { middle + 34.0 } else { passed(true) + GAP };
            }
            set.push(Set {
                level,
                tag,
                who,
                what,
                mark,
                status,
                place: Rect::new(lane_x(step.lane) + margin, y, width, height),
            });
        }
        let bottom = set.iter().map(|s| s.place.bottom()).fold(top, f64::max) + 16.0;
        let mut canvas = Canvas::new("besluitroute", &self.head, size);
        for ((index, words), head) in self.lanes.iter().enumerate().zip(&heads) {
            canvas.open(&dye(&words.colour));
            let band = Rect::new(lane_x(index), 2.0, lane, bottom - 2.0);
            canvas.rect("ig-baan-vlak", band, 8.0);
            canvas.rect("ig-baan-rand", Rect::new(band.x, band.y, band.w, 6.0), 3.0);
            canvas.open("ig-kleur");
            canvas.words(head, band.x + margin, 18.0, Anchor::Start);
            canvas.close();
            canvas.close();
        }
        canvas.head(top);
        for index in 1..set.len() {
            self.thread(&mut canvas, &set, index);
            let between = set[index].place.y - GAP / 2.0;
            if !set.iter().any(|step| step.place.y < between && between < step.place.bottom()) {
                canvas.cut(between);
            }
        }
        canvas.open_list(self.head.phrases.common().steps());
        for (step, set) in self.steps.iter().zip(&set) {
            self.draw_step(&mut canvas, step, set);
        }
        canvas.close();
        canvas.finish_in_pieces(bottom + 2.0)
    }

    /// The thread from the step before to this one.
    fn thread(&self, canvas: &mut Canvas, set: &[Set], index: usize) {
        let (from, to) = (&set[index - 1].place, &set[index].place);
        let (a, b) = (self.steps[index - 1].lane, self.steps[index].lane);
        let end = Point::new(to.center_x(), to.y - 9.0);
        let points: Vec<Point> = if a == b {
            vec![Point::new(from.center_x(), from.bottom()), end]
        } else if !set[index].level {
            let y = to.y - GAP / 2.0 - 4.0;
            vec![Point::new(from.center_x(), from.bottom()), Point::new(from.center_x(), y), Point::new(end.x, y), end]
        } else {
            let x = if b > a { from.right() } else { from.x };
            vec![Point::new(x, from.center_y()), Point::new(end.x, from.center_y()), end]
        };
        canvas.open(&dye(THREAD));
        canvas.thread("route-draad", &points, 16.0);
        canvas.arrow("ig-pijl", Point::new(end.x, end.y + 8.0), 90.0);
        canvas.close();
    }

    fn draw_step(&self, canvas: &mut Canvas, step: &Step, set: &Set) {
        let (lane, colour) = self.lane(step);
        let x = set.place.x + PADDING + 6.0;
        canvas.open_item(&dye(colour));
        canvas.card(if step.decides { "ig-vak ig-zwaar" } else { "ig-vak" }, set.place);
        // First all that is seen, so that who speaks to the screen can say it; then the lane.
        let mut full = format!("{}: {}. {}", set.tag.lines.join(" "), names(&step.who), step.what);
        for words in set.mark.iter().chain(&set.status) {
            full.push_str(&format!(" {}.", capital(&words.lines.join(" "))));
        }
        full.push_str(&format!(" {lane}."));
        canvas.open_link(LINK, &step.name.href, &full);
        canvas.open("ig-kleur");
        let next = canvas.words(&set.tag, x, set.place.y + PADDING, Anchor::Start);
        canvas.close();
        let next = canvas.words(&set.who, x, next, Anchor::Start);
        let mut next = canvas.words(&set.what, x, next + 3.0, Anchor::Start);
        if let Some(words) = &set.mark {
            canvas.rect("route-besluit", Rect::new(x, next + 9.0, 14.0, 14.0), 7.0);
            canvas.open("ig-kleur");
            next = canvas.words(words, x + 21.0, next + 8.0, Anchor::Start) + 3.0;
            canvas.close();
        }
        if let Some(words) = &set.status {
            let frame = Rect::new(x + 0.5, next + 5.5, words.width + 15.0, words.height() + 4.0);
            canvas.rect("ig-kader", frame, 4.0);
            canvas.words(words, frame.center_x(), frame.y + 2.0, Anchor::Middle);
        }
        canvas.close_link(&step.name.href);
        canvas.close();
    }
}
