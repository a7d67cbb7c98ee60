//! The eight, small and with numbers, and its steps beneath; on a slide the whole of it, with the steps of a loop at its side.

use super::super::big8::drawing::{FLAT, stations, woven};
use super::super::big8::eight::{Eight, Lie};
use super::super::big8::{Big8, Loop, Step, full_name};
use super::super::canvas::{Anchor, Canvas, Size, dye};
use super::super::geometry::{Point, Rect};
use super::super::lettering::{LABEL, SMALL, Words};
use super::super::stack::{self, Piece, Section, Stack};
use super::super::svg::{number, open};
use super::super::weave;
use super::super::words::names;
use super::{Entry, ROOM, fewest_slides, knot};
use crate::markup::Svg;

const KNOT: f64 = 11.0;
/// The steps of a loop on a slide, at the side of the eight.
const SIDE: f64 = 250.0;
/// How much smaller the eight is on a slide, where letters are larger.
const SMALLER: f64 = 0.38;
const PADDING: f64 = 8.0;
const GAP: f64 = 10.0;
const ON_SLIDE: Sides = Sides { left: 44.0, right: 6.0, told: true };
const IN_COLUMN: Sides = Sides { left: 48.0, right: 12.0, told: true };

/// Where the words of a step stand, and whether all that is known of it is told.
#[derive(Debug, Clone, Copy)]
struct Sides {
    left: f64,
    right: f64,
    told: bool,
}

impl Big8 {
    pub(in super::super) fn stack(&self, width: f64) -> Stack {
        let mut sections: Vec<Section> = Vec::new();
        for (index, step) in self.steps.iter().enumerate() {
            let (name, note, colour) = self.loop_of(step.place);
            if sections.last().is_none_or(|section| section.name != name) {
                sections.push(Section::named(&name, note, colour, true, width));
            }
            if let Some(section) = sections.last_mut() {
                section.rows.push(self.row(index, step, width, IN_COLUMN));
            }
        }
        sections.insert(0, self.eight(width));
        Stack { kind: "big8", width, sections }
    }

    fn loop_of(&self, place: Loop) -> (String, &str, &str) {
        match place {
            Loop::First => (self.loops[0].name.clone(), &self.loops[0].note, &self.loops[0].colour),
            Loop::Second => (self.loops[1].name.clone(), &self.loops[1].note, &self.loops[1].colour),
            Loop::Both => (self.head.phrases.big8().both().to_owned(), self.head.phrases.big8().knot(), "wouw"),
        }
    }

    /// One slide with the whole eight. What does not fit at its sides is told on slides of its own.
    pub(in super::super) fn slides(&self) -> Vec<Svg> {
        if let Some(slide) = self.slide(true) {
            return vec![slide];
        }
        let Some(slide) = self.slide(false) else {
            return fewest_slides(&self.head, |width| self.stack(width));
        };
        let told = fewest_slides(&self.head, |width| {
            let mut stack = self.stack(width);
            stack.sections.remove(0);
            stack
        });
        std::iter::once(slide).chain(told).collect()
    }

    /// The eight in the middle and the steps of its loops beside it, with all that is told of them or only their names; `None` when
    /// that does not fit.
    fn slide(&self, told: bool) -> Option<Svg> {
        let width = Size::Slide.width();
        let middle = width - 2.0 * (SIDE + GAP);
        let rows = |place: Loop, width: f64| -> Vec<Piece> {
            let one = |index: usize| self.row(index, &self.steps[index], width, Sides { told, ..ON_SLIDE });
            self.of(place).into_iter().map(one).collect()
        };
        let sides = [Loop::First, Loop::Second].map(|place| rows(place, SIDE));
        let shared = rows(Loop::Both, middle);
        let high = |rows: &[Piece]| rows.iter().map(Piece::height).sum::<f64>() + 2.0 * PADDING;
        let heads = self.loops.each_ref().map(|words| {
            let room = middle / 2.0 - 6.0;
            (Words::set(&words.name, LABEL, room), Words::set(&words.note, SMALL, room))
        });
        let head = heads.iter().map(|(name, note)| name.height() + note.height()).fold(0.0, f64::max);
        let radius = FLAT.radius * SMALLER;
        let eight = head + GAP + 2.0 * (radius + KNOT);
        let under = if shared.is_empty() { 0.0 } else { GAP + high(&shared) };
        let height = sides.iter().map(|rows| high(rows)).fold(eight + under, f64::max);
        if height > ROOM || sides.iter().any(Vec::is_empty) {
            return None;
        }
        let mut canvas = Canvas::new("big8", &self.head, Size::Slide);
        let center = Point::new(width / 2.0, (height - eight - under) / 2.0 + head + GAP + radius + KNOT);
        for ((name, note), (words, side)) in heads.iter().zip(self.loops.iter().zip([-1.0, 1.0])) {
            let (x, y) = (center.x + side * middle / 4.0, center.y - radius - KNOT - GAP);
            canvas.open(&format!("{} big8-titel", dye(&words.colour)));
            let next = canvas.words(name, x, y - name.height() - note.height(), Anchor::Middle);
            canvas.words(note, x, next, Anchor::Middle);
            canvas.close();
        }
        let there = format!("translate({} {}) scale({SMALLER})", number(center.x), number(center.y));
        open(&mut canvas.out, "g", &[("transform", &there)]);
        let (nodes, both) = stations(self, &FLAT);
        woven(&mut canvas, self, &FLAT, &nodes);
        canvas.close();
        for node in &nodes {
            let at = Point::new(center.x + node.at.x * SMALLER, center.y + node.at.y * SMALLER);
            canvas.open(&dye(self.loop_of(self.steps[node.step].place).2));
            knot(&mut canvas, at, KNOT, &(node.step + 1).to_string(), self.steps[node.step].is_led());
            canvas.close();
        }
        self.shared_knot(&mut canvas, center, &both);
        for (rows, (words, x)) in sides.iter().zip(self.loops.iter().zip([0.0, width - SIDE])) {
            let place = Rect::new(x, 0.0, SIDE, height);
            side(&mut canvas, &words.name, &words.colour, place, rows);
        }
        if !shared.is_empty() {
            let (name, _, colour) = self.loop_of(Loop::Both);
            let top = center.y + radius + KNOT + GAP;
            side(&mut canvas, &name, colour, Rect::new(SIDE + GAP, top, middle, high(&shared)), &shared);
        }
        Some(canvas.finish(height))
    }

    fn shared_knot(&self, canvas: &mut Canvas, middle: Point, both: &[usize]) {
        let numbers: Vec<String> = both.iter().map(|index| (index + 1).to_string()).collect();
        if !numbers.is_empty() {
            let led = both.iter().all(|index| self.steps[*index].is_led());
            canvas.open(&dye("wouw"));
            knot(canvas, middle, KNOT + 2.0, &numbers.join("·"), led);
            canvas.close();
        }
    }

    fn row(&self, index: usize, step: &Step, width: f64, sides: Sides) -> Piece {
        let products = step.products.iter().map(|product| {
            let say = self.head.phrases.big8();
            let lead = product.lead.as_ref().map_or_else(|| say.lead_open().to_owned(), |lead| say.lead(&lead.name));
            format!("{}, {lead}", product.name.name)
        });
        let products: Vec<String> = products.collect();
        let mut spoken = full_name(self, index);
        if sides.told && !products.is_empty() {
            spoken.push_str(&format!(". {}", products.join(". ")));
        }
        let under = std::iter::once(names(&step.who)).chain(products);
        let led = step.is_led();
        Entry::new(&step.name.name, &step.name.href, spoken, sides.left)
            .right(sides.right)
            .under(under.filter(|_| sides.told))
            .piece(width, |canvas, middle, _| {
                knot(canvas, Point::new(26.0, middle), KNOT, &(index + 1).to_string(), led)
            })
    }

    /// The figure itself: a knot with its number for each step.
    fn eight(&self, width: f64) -> Section {
        let radius = (width / 6.0).min(56.0);
        let eight = Eight { lie: Lie::Flat, radius, reach: radius * 1.5 };
        let middle = Point::new(width / 2.0, radius + KNOT + 4.0);
        let shift = |p: Point| Point::new(p.x + middle.x, p.y + middle.y);
        let head = Piece::draw(|canvas| {
            open(&mut canvas.out, "g", &[("transform", &format!("translate({} {})", middle.x, middle.y))]);
            for second in [false, true] {
                canvas.open(&format!("ig-lijn {}", dye(&self.loops[usize::from(second)].colour)));
                let route = eight.route(second, 0.0, 1.0);
                weave::draw(&mut canvas.out, weave::Form::Strengen, &route, &[], 0.0);
                canvas.close();
            }
            canvas.close();
            for second in [false, true] {
                self.numbers(canvas, &eight, second, shift);
            }
            self.shared_knot(canvas, middle, &self.of(Loop::Both));
            let words = Words::set(self.head.phrases.big8().follow(), SMALL, width);
            canvas.words(&words, middle.x, 2.0 * (radius + KNOT) + 10.0, Anchor::Middle)
        });
        Section { name: String::new(), colour: "inkt".to_owned(), ground: false, head, rows: Vec::new() }
    }

    fn of(&self, place: Loop) -> Vec<usize> {
        (0..self.steps.len()).filter(|index| self.steps[*index].place == place).collect()
    }

    fn numbers(&self, canvas: &mut Canvas, eight: &Eight, second: bool, shift: impl Fn(Point) -> Point) {
        let steps = self.of(if second { Loop::Second } else { Loop::First });
        let route = eight.route(second, 0.0, 1.0);
        canvas.open(&dye(&self.loops[usize::from(second)].colour));
        for (along, index) in eight.stations(steps.len(), 0.0).into_iter().zip(steps) {
            let led = self.steps[index].is_led();
            knot(canvas, shift(route.at(along).point), KNOT, &(index + 1).to_string(), led);
        }
        canvas.close();
    }
}

/// Steps on a ground in their dye, as far apart as it is high.
fn side(canvas: &mut Canvas, name: &str, colour: &str, place: Rect, rows: &[Piece]) {
    canvas.open(&dye(colour));
    canvas.rect("ig-baan-vlak", place, 6.0);
    canvas.edge("ig-baan-rand", place, 6.0);
    canvas.open_list(name);
    let left = place.h - 2.0 * PADDING - rows.iter().map(Piece::height).sum::<f64>();
    let apart = left / rows.len() as f64;
    let mut y = place.y + PADDING + apart / 2.0;
    for row in rows {
        stack::place(canvas, Some("listitem"), place.x, y, row);
        y += row.height() + apart;
    }
    canvas.close();
    canvas.close();
}
