//! Drawings that stand upright: pieces under each other, in sections that each have a head.
//!
//! A kind sets its rows once as pieces of a width. On a telephone they stand in one column. On a slide the same pieces flow over
//! columns, and over more slides where one does not hold them; a section that goes on there gets its head again.

use super::canvas::{Anchor, Canvas, Size, dye};
use super::figure::Head;
use super::geometry::Rect;
use super::lettering::{LABEL, SMALL, Words};
use super::svg::{number, open};
use crate::markup::Svg;

/// A piece of a drawing that is never cut; its top is at 0.
#[derive(Debug, Clone, Default)]
pub struct Piece {
    svg: String,
    links: Vec<String>,
    height: f64,
}

impl Piece {
    /// What is drawn between 0 and the height that comes back.
    pub fn draw(draw: impl FnOnce(&mut Canvas) -> f64) -> Self {
        let mut canvas = Canvas::default();
        let height = draw(&mut canvas);
        Self { svg: canvas.out, links: canvas.links, height: height.ceil() }
    }

    /// How high it is.
    pub fn height(&self) -> f64 {
        self.height
    }
}

/// What belongs together under one head.
#[derive(Debug, Clone)]
pub struct Section {
    /// What a screen reader calls its list.
    pub name: String,
    /// The dye of all that is in it.
    pub colour: String,
    /// It stands on a ground in its dye.
    pub ground: bool,
    /// What stands above its rows.
    pub head: Piece,
    /// Its rows.
    pub rows: Vec<Piece>,
}

/// Room left and right of what stands on a ground.
pub const INSET: f64 = 14.0;
const PADDING: f64 = 8.0;
const GAP: f64 = 14.0;
/// Between the columns of a slide.
const GUTTER: f64 = 20.0;

impl Section {
    /// A section with a name as its head, and perhaps a line under it.
    pub fn named(name: &str, note: &str, colour: &str, ground: bool, width: f64) -> Self {
        let room = width - if ground { 2.0 * INSET } else { 0.0 };
        let x = if ground { INSET } else { 0.0 };
        let (words, note) = (Words::set(name, LABEL, room), Words::set(note, SMALL, room));
        let head = Piece::draw(|canvas| {
            canvas.open("ig-kleur");
            let y = canvas.words(&words, x, 2.0, Anchor::Start);
            canvas.close();
            canvas.words(&note, x, y + 2.0, Anchor::Start) + 6.0
        });
        Self { name: name.to_owned(), colour: colour.to_owned(), ground, head, rows: Vec::new() }
    }

    fn padding(&self) -> f64 {
        if self.ground { PADDING } else { 0.0 }
    }

    /// How high its head and these rows are.
    fn height(&self, rows: &[Piece]) -> f64 {
        2.0 * self.padding() + self.head.height + rows.iter().map(|row| row.height).sum::<f64>()
    }
}

/// An upright drawing.
#[derive(Debug, Clone)]
pub struct Stack {
    /// The kind that it is of.
    pub kind: &'static str,
    /// How wide its pieces are.
    pub width: f64,
    /// Its sections, from the top.
    pub sections: Vec<Section>,
}

/// A part of a section: which one, and which of its rows.
type Part = (usize, std::ops::Range<usize>);

impl Stack {
    /// All of it in one column, for a telephone.
    pub fn upright(&self, head: &Head) -> Svg {
        let whole: Vec<Part> = self.sections.iter().enumerate().map(|(i, s)| (i, 0..s.rows.len())).collect();
        let mut canvas = Canvas::new(self.kind, head, Size::Upright);
        canvas.widen(self.width);
        let end = self.column(&mut canvas, 0.0, &whole);
        canvas.finish(end.max(1.0))
    }

    /// All of it on slides: columns side by side, none higher than `room`, as even as can be.
    pub fn slides(&self, head: &Head, columns: usize, room: f64) -> Vec<Svg> {
        self.dealt(head, columns, room).into_iter().map(|(slide, _)| slide).collect()
    }

    /// The same, each with the names of the sections that stand on it.
    pub fn dealt(&self, head: &Head, columns: usize, room: f64) -> Vec<(Svg, Vec<&str>)> {
        let least = self.flow(room, false).len().div_ceil(columns).max(1) * columns;
        // The lowest height at which it still takes no more slides; sections whole if that takes none more either.
        let heights = || (1..=12).map(|step| room * f64::from(step) / 12.0);
        let found = [true, false]
            .into_iter()
            .find_map(|whole| heights().map(|height| self.flow(height, whole)).find(|flowed| flowed.len() <= least));
        let flowed = found.unwrap_or_else(|| self.flow(room, false));
        // As wide on each slide of a series, so that their letters are as large.
        let whole = self.width * columns as f64 + GUTTER * (columns - 1) as f64;
        let slide = |columns: &[Vec<Part>]| {
            let mut canvas = Canvas::new(self.kind, head, Size::Slide);
            canvas.only(whole);
            let ends = columns.iter().enumerate().map(|(at, parts)| {
                let x = (self.width + GUTTER) * at as f64;
                self.column(&mut canvas, x, parts)
            });
            let end = ends.fold(1.0, f64::max);
            let mut names: Vec<&str> = columns.iter().flatten().map(|(at, _)| &*self.sections[*at].name).collect();
            names.dedup();
            (canvas.finish(end), names)
        };
        flowed.chunks(columns).map(slide).collect()
    }

    /// The parts of each column, when none may be higher than this; with sections `whole`, those that fit a column are not cut.
    fn flow(&self, room: f64, whole: bool) -> Vec<Vec<Part>> {
        let mut all: Vec<Vec<Part>> = vec![Vec::new()];
        let mut left = room;
        for (at, section) in self.sections.iter().enumerate() {
            let mut from = 0;
            let gap = if all.last().is_some_and(|column| !column.is_empty()) { GAP } else { 0.0 };
            let high = section.height(&section.rows);
            if whole && gap > 0.0 && high <= room && gap + high > left {
                all.push(Vec::new());
                left = room;
            }
            loop {
                let gap = if all.last().is_some_and(|column| !column.is_empty()) { GAP } else { 0.0 };
                let fits = (from..=section.rows.len())
                    .rev()
                    .find(|to| gap + section.height(&section.rows[from..*to]) <= left)
                    .filter(|to| *to > from || section.rows.is_empty());
                let empty = all.last().is_none_or(Vec::is_empty);
                // What is higher than a column by itself stands in one all the same.
                let to = match fits {
                    Some(to) => to,
                    None if empty => (from + 1).min(section.rows.len()),
                    None => {
                        all.push(Vec::new());
                        left = room;
                        continue;
                    }
                };
                left -= gap + section.height(&section.rows[from..to]);
                if let Some(column) = all.last_mut() {
                    column.push((at, from..to));
                }
                from = to;
                if from >= section.rows.len() {
                    break;
                }
                all.push(Vec::new());
                left = room;
            }
        }
        all
    }

    /// Draws parts under each other; gives where the last one ends.
    fn column(&self, canvas: &mut Canvas, x: f64, parts: &[Part]) -> f64 {
        let mut y = 0.0;
        for (at, rows) in parts {
            let section = &self.sections[*at];
            let rows = &section.rows[rows.clone()];
            canvas.open(&dye(&section.colour));
            if section.ground {
                let place = Rect::new(x, y, self.width, section.height(rows));
                canvas.rect("ig-baan-vlak", place, 6.0);
                canvas.edge("ig-baan-rand", place, 6.0);
            }
            y += section.padding();
            place(canvas, None, x, y, &section.head);
            y += section.head.height;
            if !rows.is_empty() {
                canvas.open_list(&section.name);
                for row in rows {
                    place(canvas, Some("listitem"), x, y, row);
                    y += row.height;
                }
                canvas.close();
            }
            canvas.close();
            y += section.padding() + GAP;
        }
        (y - GAP).max(0.0)
    }
}

/// Sets a piece down, as an item of a list when it is one.
pub fn place(canvas: &mut Canvas, role: Option<&str>, x: f64, y: f64, piece: &Piece) {
    let there = format!("translate({} {})", number(x), number(y));
    let attributes: Vec<(&str, &str)> =
        role.map(|role| ("role", role)).into_iter().chain([("transform", &*there)]).collect();
    open(&mut canvas.out, "g", &attributes);
    canvas.out.push_str(&piece.svg);
    piece.links.iter().for_each(|href| canvas.leads_to(href));
    canvas.close();
}

#[cfg(test)]
mod tests {
    use super::{Head, Piece, Section, Stack};

    fn rows(count: usize) -> Vec<Piece> {
        (0..count).map(|_| Piece { svg: "<path/>".to_owned(), links: Vec::new(), height: 40.0 }).collect()
    }

    fn stack(counts: &[usize]) -> Stack {
        let section =
            |count: &usize| Section { rows: rows(*count), ..Section::named("Deel", "", "indigo", true, 300.0) };
        Stack { kind: "proef", width: 300.0, sections: counts.iter().map(section).collect() }
    }

    #[test]
    fn nothing_is_lost_over_columns_and_slides() {
        for counts in [&[1][..], &[3, 0, 9], &[30], &[2, 2, 2, 2, 2]] {
            let stack = stack(counts);
            let slides = stack.slides(&Head::default(), 2, 300.0);
            let drawn: usize = slides.iter().map(|svg| svg.matches("<path/>").count()).sum();
            assert_eq!(drawn, counts.iter().sum::<usize>());
            for column in stack.flow(300.0, false).into_iter().chain(stack.flow(300.0, true)) {
                let high: f64 = column
                    .iter()
                    .map(|(at, rows)| {
                        let section = &stack.sections[*at];
                        section.height(&section.rows[rows.clone()]) + super::GAP
                    })
                    .sum();
                assert!(high - super::GAP <= 300.0, "{high}");
            }
        }
    }

    #[test]
    fn a_section_is_cut_only_when_it_must_be() {
        let parts = |counts: &[usize]| {
            stack(counts)
                .slides(&Head::default(), 2, 300.0)
                .iter()
                .map(|svg| svg.matches("ig-baan-vlak").count())
                .sum::<usize>()
        };
        assert_eq!(parts(&[3, 1, 4]), 3, "as they come they take two slides, and so they do whole");
        assert_eq!(parts(&[12]), 2, "what is higher than a column is cut");
    }

    #[test]
    fn columns_of_a_slide_are_about_as_full() {
        let columns = stack(&[8]).flow(1000.0, false).len();
        assert_eq!(columns, 1);
        let slides = stack(&[8]).slides(&Head::default(), 2, 1000.0);
        assert_eq!(slides.len(), 1);
        assert_eq!(slides[0].matches("ig-baan-vlak").count(), 2, "half of it stands beside the other half");
    }
}
