//! The eight, small and with numbers, and its steps beneath.

use super::super::big8::eight::{Eight, Lie};
use super::super::big8::{Big8, Loop, Step, full_name};
use super::super::canvas::{Anchor, Canvas, dye};
use super::super::geometry::Point;
use super::super::lettering::{SMALL, Words};
use super::super::stack::{Piece, Section, Stack};
use super::super::svg::open;
use super::super::weave;
use super::super::words::names;
use super::{Entry, knot};

const KNOT: f64 = 11.0;

impl Big8 {
    pub(in super::super) fn stack(&self, width: f64) -> Stack {
        let mut sections: Vec<Section> = Vec::new();
        for (index, step) in self.steps.iter().enumerate() {
            let (name, note, colour) = self.loop_of(step.place);
            if sections.last().is_none_or(|section| section.name != name) {
                sections.push(Section::named(&name, note, colour, true, width));
            }
            if let Some(section) = sections.last_mut() {
                section.rows.push(self.row(index, step, width));
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

    fn row(&self, index: usize, step: &Step, width: f64) -> Piece {
        let products = step.products.iter().map(|product| {
            let say = self.head.phrases.big8();
            let lead = product.lead.as_ref().map_or_else(|| say.lead_open().to_owned(), |lead| say.lead(&lead.name));
            format!("{}, {lead}", product.name.name)
        });
        let under = std::iter::once(names(&step.who)).chain(products);
        let led = step.is_led();
        Entry::new(&step.name.name, &step.name.href, full_name(self, index), 48.0)
            .right(12.0)
            .under(under)
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
            let both: Vec<String> = self.of(Loop::Both).iter().map(|index| (index + 1).to_string()).collect();
            if !both.is_empty() {
                let led = self.of(Loop::Both).into_iter().all(|index| self.steps[index].is_led());
                canvas.open(&dye("wouw"));
                knot(canvas, middle, KNOT + 2.0, &both.join("·"), led);
                canvas.close();
            }
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
