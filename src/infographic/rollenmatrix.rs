//! Who is on, per product and per phase. What is filled in is woven; a gap is a loose thread.

use super::canvas::{Anchor, Canvas, LINK, Size, dye};
use super::figure::{Drawings, Head, Infographic, LegendItem, Parts, Slides, Table};
use super::geometry::{Point, Rect, Route};
use super::legend::line_sample;
use super::lettering::{NAME, SMALL, TAG, Words};
use super::upright::{NARROW, ROOM, fewest_slides};
use super::weave::{self, Form};
use super::words::{Named, lower};
use crate::html;
use crate::markup::Svg;

/// Who is on in one phase.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cell {
    /// Who; `None` when that is open.
    pub who: Option<Named>,
    /// How sure it is: `duiding`, `besloten`.
    pub status: String,
}

/// A product and its phases.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its name and page.
    pub name: Named,
    /// The dye of its loop.
    pub colour: String,
    /// Who leads, when that is known.
    pub lead: Cell,
    /// One cell per phase.
    pub cells: Vec<Cell>,
}

/// A matrix, as rows of data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rollenmatrix {
    /// Its names, and where the rows come from.
    pub head: Head,
    /// The phases, in order.
    pub phases: Vec<String>,
    /// The products.
    pub rows: Vec<Row>,
}

const TOP: f64 = 44.0;
const PADDING: f64 = 14.0;

/// A row with its words set: who and how sure, per cell.
struct SetRow {
    name: Words,
    cells: Vec<(Words, Words)>,
    height: f64,
}

impl Rollenmatrix {
    /// The drawing with all that belongs to it.
    pub fn draw(&self) -> Infographic {
        let (all, say) = (self.head.phrases.common(), self.head.phrases.rollenmatrix());
        let sample = |form: Form, colour: &str, label: &str, meaning: &str| LegendItem {
            sample: line_sample(form, colour),
            label: label.to_owned(),
            meaning: meaning.to_owned(),
        };
        let parts = Parts {
            conclusion: self.conclusion(),
            legend: vec![
                sample(Form::Vlecht, "weide", say.filled(), say.filled_meaning()),
                sample(Form::Onbepaald, "inkt-zacht", all.open(), say.open_meaning()),
            ],
            table: self.table(),
            ..Parts::default()
        };
        let drawings = || Drawings {
            svg: self.svg(Size::Wide).0,
            medium: self.svg(Size::Medium).0,
            upright: self.stack(NARROW).upright(&self.head),
            slides: Slides::explained(self.slides()),
            ..Drawings::default()
        };
        self.head.infographic("rollenmatrix", parts, drawings)
    }

    fn conclusion(&self) -> String {
        let say = self.head.phrases.rollenmatrix();
        let all = self.rows.len() * self.phases.len();
        let open = self.rows.iter().flat_map(|r| &r.cells).filter(|c| c.who.is_none()).count();
        let led = self.rows.iter().filter(|r| r.lead.who.is_some()).count();
        let first = match led {
            n if n == self.rows.len() => say.all_led().to_owned(),
            0 => say.none_led(self.rows.len()),
            n => say.led(n, self.rows.len()),
        };
        match open {
            // Nothing is missing, or one cell is all there is: no news.
            0 => first,
            _ if all < 2 => first,
            open => format!("{first} {}", say.open_cells(all, open)),
        }
    }

    fn table(&self) -> Table {
        let (all, say) = (self.head.phrases.common(), self.head.phrases.rollenmatrix());
        let cell = |cell: &Cell| match &cell.who {
            Some(who) if cell.status.is_empty() => who.link(),
            Some(who) => html![who.link(), format!(" ({})", cell.status)],
            None => all.open().into(),
        };
        let mut head = vec![all.product().to_owned(), all.lead().to_owned()];
        head.extend(self.phases.iter().cloned());
        let rows = self.rows.iter().map(|row| {
            let mut cells = vec![row.name.link(), cell(&row.lead)];
            cells.extend(row.cells.iter().map(cell));
            cells
        });
        Table { caption: say.caption().to_owned(), head, rows: rows.collect() }
    }

    /// The matrix itself, when it fits one slide.
    fn slides(&self) -> Vec<Svg> {
        match self.svg(Size::Slide) {
            (svg, height) if height <= ROOM => vec![svg],
            _ => fewest_slides(&self.head, |width| self.stack(width)),
        }
    }

    /// The drawing, and how high it is.
    fn svg(&self, size: Size) -> (Svg, f64) {
        let (first, second) = if size == Size::Wide { (190.0, 210.0) } else { (130.0, 150.0) };
        let count = self.phases.len().max(1) as f64;
        let cell = (size.width() - first - second - 4.0) / count;
        let columns: Vec<(f64, f64)> = std::iter::once((2.0 + first, second))
            .chain((0..self.phases.len()).map(|i| (2.0 + first + second + i as f64 * cell, cell)))
            .collect();
        let all = self.head.phrases.common();
        let set = |c: &Cell, w: f64| -> (Words, Words) {
            let room = w - 2.0 * PADDING;
            let who =
                c.who.as_ref().map_or_else(|| Words::set(all.open(), SMALL, room), |n| Words::set(&n.name, NAME, room));
            (who, Words::set(if c.who.is_some() { &c.status } else { "" }, SMALL, room))
        };
        let heads: Vec<Words> = std::iter::once(all.lead())
            .chain(self.phases.iter().map(String::as_str))
            .zip(&columns)
            .map(|(text, (_, w))| Words::set(text, TAG, w - 2.0 * PADDING))
            .collect();
        // On a slide the letters are larger, so what stands around them need not be.
        let (line, words, room, gap) =
            if size == Size::Slide { (10.0, 17.0, 23.0, 6.0) } else { (20.0, 36.0, 52.0, 10.0) };
        let least = if size == Size::Slide { 0.0 } else { TOP };
        let top = least.max(heads.iter().map(Words::height).fold(0.0, f64::max) + 20.0);
        let rows: Vec<SetRow> = self
            .rows
            .iter()
            .map(|row| {
                let name = Words::set(&row.name.name, NAME, first - 2.0 * PADDING - 8.0);
                let cells: Vec<(Words, Words)> =
                    std::iter::once(&row.lead).chain(&row.cells).zip(&columns).map(|(c, (_, w))| set(c, *w)).collect();
                let tall = cells.iter().map(|(a, b)| a.height() + b.height()).fold(0.0, f64::max);
                let height = (tall + room).max(name.height() + 2.0 * PADDING).ceil();
                SetRow { name, cells, height }
            })
            .collect();
        let height = top + rows.iter().map(|row| row.height + gap).sum::<f64>();
        let mut canvas = Canvas::new("rollenmatrix", &self.head, size);
        for (head, (x, _)) in heads.iter().zip(&columns) {
            canvas.words(head, x + PADDING, top - 12.0 - head.height(), Anchor::Start);
        }
        canvas.open_list(self.head.phrases.rollenmatrix().products());
        let mut y = top;
        for (row, SetRow { name, cells, height }) in self.rows.iter().zip(&rows) {
            canvas.open_item(&dye(&row.colour));
            canvas.card("ig-band", Rect::new(2.0, y, size.width() - 4.0, *height));
            canvas.open_link(LINK, &row.name.href, &self.full_name(row));
            canvas.words(name, 2.0 + PADDING + 8.0, y + (height - name.height()) / 2.0, Anchor::Start);
            canvas.close_link(&row.name.href);
            for (((who, status), cell), (x, w)) in
                cells.iter().zip(std::iter::once(&row.lead).chain(&row.cells)).zip(&columns)
            {
                let route =
                    Route::rounded(&[Point::new(x + PADDING, y + line), Point::new(x + w - PADDING, y + line)], 0.0);
                let (form, dyed) = if cell.who.is_some() {
                    (Form::Vlecht, row.colour.as_str())
                } else {
                    (Form::Onbepaald, "inkt-zacht")
                };
                canvas.open(&format!("ig-lijn {}", dye(dyed)));
                weave::draw(&mut canvas.out, form, &route, &[], route.length / 2.0);
                canvas.close();
                let href = cell.who.as_ref().map(|n| n.href.clone()).unwrap_or_default();
                canvas.open(if cell.who.is_some() { "rollen-vak" } else { "rollen-gat" });
                if let Some(who) = &cell.who {
                    canvas.open_link(LINK, &href, &who.name);
                }
                let next = canvas.words(who, x + PADDING, y + words, Anchor::Start);
                if cell.who.is_some() {
                    canvas.close_link(&href);
                }
                canvas.words(status, x + PADDING, next, Anchor::Start);
                canvas.close();
            }
            canvas.close();
            y += height + gap;
        }
        canvas.close();
        (canvas.finish(height), height)
    }

    fn full_name(&self, row: &Row) -> String {
        let open = self.head.phrases.common().open();
        let told = |cell: &Cell| cell.who.as_ref().map_or_else(|| open.to_owned(), |w| w.name.clone());
        let mut name = self.head.phrases.rollenmatrix().full(&row.name.name, &told(&row.lead));
        for (phase, cell) in self.phases.iter().zip(&row.cells) {
            name.push_str(&format!("; {}: {}", lower(phase), told(cell)));
        }
        name
    }
}
