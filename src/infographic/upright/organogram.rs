//! The organogram: a ground per layer, a row per body, and a dot for everyone who sits in it.

use super::super::canvas::Canvas;
use super::super::geometry::Point;
use super::super::organogram::{Body, Member, Organogram, in_a_sentence, nobody_in};
use super::super::stack::{INSET, Piece, Section, Stack};
use super::Entry;
use crate::phrases::Phrases;

const DOT: f64 = 9.0;
/// So many are named; more are dots and a number.
const NAMED: usize = 4;

impl Organogram {
    pub(in super::super) fn stack(&self, width: f64) -> Stack {
        let filled = self.layers.iter().filter(|layer| !layer.bodies.is_empty());
        let sections = filled.map(|layer| {
            let mut section = Section::named(&layer.name, "", &layer.colour, true, width);
            section.rows = layer.bodies.iter().map(|body| row(&self.head.phrases, body, width)).collect();
            section
        });
        Stack { kind: "organogram", width, sections: sections.collect() }
    }
}

fn row(phrases: &Phrases, body: &Body, width: f64) -> Piece {
    let count = body.members.len();
    let decides = if body.decides { phrases.organogram().decides() } else { "" };
    let who = match body.members.len() {
        0 => nobody_in(phrases, body).to_owned(),
        n if n <= NAMED => in_a_sentence(phrases, body),
        _ => phrases.organogram().members(count),
    };
    let spoken = format!("{}, {decides}, {who}", body.name);
    let left = INSET + 22.0;
    let entry = Entry::new(&body.name, &body.href, spoken, left).right(INSET).under([decides.to_owned(), who]);
    let dots = if body.members.len() > NAMED { count } else { 0 };
    let per_row = ((width - left - INSET) / DOT).floor().max(1.0) as usize;
    // Sixty dots still tell at a glance how many that is; six hundred do not.
    let rows = if dots <= 120 { dots.div_ceil(per_row) } else { 0 };
    entry.piece_with(width, rows as f64 * DOT, |canvas, middle, bottom| {
        canvas.circle(if body.decides { "ig-nu" } else { "ig-open" }, Point::new(INSET + 8.0, middle), 6.0);
        if rows > 0 {
            members(canvas, &body.members, left, bottom, per_row);
        }
    })
}

/// A dot for each: filled when it is sure, open when it is a reading or a proposal.
fn members(canvas: &mut Canvas, all: &[Member], left: f64, top: f64, per_row: usize) {
    for (index, member) in all.iter().enumerate() {
        let (row, column) = (index / per_row, index % per_row);
        let at = Point::new(left + 3.5 + DOT * column as f64, top + 3.5 + DOT * row as f64);
        canvas.circle(if member.status.is_empty() { "ig-stip" } else { "ig-lid-open" }, at, 3.0);
    }
}
