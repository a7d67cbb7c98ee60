//! Key figures: large, each with what it counts, how it was reckoned, how sure it is and where it comes from.

use super::canvas::{Anchor, Canvas, Size};
use super::figure::Infographic;
use super::figure::{Drawings, Head, Parts, Slides, Table};
use super::geometry::{Point, Rect};
use super::lettering::{AMOUNT, FIGURE, NAME, SMALL, Style, height, lines};
use super::metrics::{Weight, width};
use super::upright::{NARROW, ROOM, THIRD};
use super::words::{link, or_dash};
use crate::markup::{Html, Svg};

/// A figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// As a reader sees it: `circa € 10.000`.
    pub shown: String,
    /// What it counts.
    pub name: String,
    /// Its place on the site.
    pub href: String,
    /// How it was reckoned; may be empty.
    pub reckoning: String,
    /// How sure it is; empty for plain facts.
    pub status: String,
    /// A fact, or decided.
    pub certain: bool,
    /// Where it comes from, in plain words.
    pub source: String,
    /// The same as safe HTML.
    pub source_html: Html,
}

/// Key figures, as rows of data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kerncijfers {
    /// Their names.
    pub head: Head,
    /// The figures.
    pub figures: Vec<Figure>,
}

/// What stands small before a large number, such as `circa`.
const BEFORE: Style = Style { class: "ig-sub", ..SMALL };

impl Kerncijfers {
    /// The drawing and its twins.
    pub fn draw(&self) -> Infographic {
        let parts = Parts { conclusion: self.conclusion(), table: self.table(), ..Parts::default() };
        let drawings = || Drawings {
            svg: self.drawing(Size::Wide),
            medium: self.drawing(Size::Medium),
            upright: self.stack(NARROW).upright(&self.head),
            slides: Slides::explained(self.stack(THIRD).slides(&self.head, 3, ROOM)),
            ..Drawings::default()
        };
        self.head.infographic("kerncijfers", parts, drawings)
    }

    fn drawing(&self, size: Size) -> Svg {
        let mut canvas = Canvas::new("kerncijfers", &self.head, size);
        let number = |figure: &Figure| {
            let (before, number, _) = split(figure, self.head.phrases.amounts().about());
            room_before(&before) + width(&number, FIGURE.size, Weight::Bold) + 8.0
        };
        let least = self.figures.iter().map(number).fold(184.0, f64::max);
        let most = (1..=6).rev().find(|n| (least + 32.0) * f64::from(*n) <= size.width() + 32.0).unwrap_or(1);
        let most = usize::try_from(most).unwrap_or(1);
        // As even as can be: six stand three and three.
        let rows = self.figures.len().div_ceil(most).max(1);
        let columns = self.figures.len().div_ceil(rows).max(1);
        let gap = 32.0;
        let wide = (size.width() - gap * (columns - 1) as f64) / columns as f64;
        let mut y = 0.0;
        canvas.open_list(self.head.phrases.kerncijfers().list());
        for row in self.figures.chunks(columns) {
            let mut bottom = y;
            for (column, figure) in row.iter().enumerate() {
                let x = (wide + gap) * column as f64;
                canvas.open_item("ig-item");
                bottom = f64::max(bottom, draw_figure(&mut canvas, figure, Rect::new(x, y, wide, 0.0)));
                canvas.close();
            }
            y = bottom + 32.0;
        }
        canvas.close();
        canvas.finish((y - 28.0).max(1.0))
    }

    fn table(&self) -> super::figure::Table {
        let (all, say) = (self.head.phrases.common(), self.head.phrases.kerncijfers());
        let rows = self.figures.iter().map(|figure| {
            let status = if figure.status.is_empty() { all.fact() } else { &figure.status };
            vec![
                link(&figure.href, &figure.name),
                (&figure.shown).into(),
                or_dash(&figure.reckoning),
                status.into(),
                figure.source_html.clone(),
            ]
        });
        let head = [all.what(), all.how_much(), say.reckoning(), all.status(), all.source()];
        Table::new(say.list().to_owned(), &head, rows.collect())
    }

    fn conclusion(&self) -> String {
        let decided = self.figures.iter().filter(|figure| figure.certain).count();
        let rest = self.figures.len() - decided;
        let say = self.head.phrases.kerncijfers();
        match (decided, rest) {
            (_, 0) => say.all_sure(self.figures.len()),
            (0, _) => say.none_sure(self.figures.len()),
            _ => say.told(self.figures.len(), decided, rest),
        }
    }
}

/// How far a number moves up for the small word before it.
fn room_before(before: &str) -> f64 {
    if before.is_empty() { 0.0 } else { width(before, BEFORE.size, Weight::Regular) + 5.0 }
}

/// What stands small with a number, the number itself, and a unit too long to stand beside it: that goes below, unless the
/// name says it already.
fn split(figure: &Figure, about: &str) -> (String, String, String) {
    let (before, rest) = match figure.shown.strip_prefix(about).and_then(|rest| rest.strip_prefix(' ')) {
        Some(rest) => (about, rest),
        None => ("", figure.shown.as_str()),
    };
    match rest.split_once('\u{a0}') {
        Some((number, unit)) if number != "€" && unit.chars().count() > 5 => {
            let said = figure.name.to_lowercase().contains(&unit.to_lowercase());
            (before.to_owned(), number.to_owned(), if said { String::new() } else { unit.to_owned() })
        }
        _ => (before.to_owned(), rest.to_owned(), String::new()),
    }
}

pub(super) fn draw_figure(canvas: &mut Canvas, figure: &Figure, place: Rect) -> f64 {
    canvas.open("ig-cijfer dye-indigo");
    canvas.line("ig-cijferlijn", Point::new(place.x, place.y + 2.0), Point::new(place.right(), place.y + 2.0));
    let mut y = place.y + 16.0;
    let (before, number, unit) = split(figure, canvas.phrases.amounts().about());
    // Named as it is seen, so that who speaks to the screen can say what stands there.
    canvas.open_link("ig-knoop", &figure.href, format!("{before} {number} {unit} {}", figure.name).trim());
    // On one base line, as it is read aloud.
    let base = y + FIGURE.leading / 2.0 + FIGURE.size * 0.36;
    let ahead = room_before(&before);
    if !before.is_empty() {
        canvas.text(BEFORE, Anchor::Start, place.x, base, &before);
    }
    let fits = |style: Style, from: f64| from + width(&number, style.size, style.weight) <= place.w;
    if fits(FIGURE, ahead) || fits(AMOUNT, ahead) {
        let style = if fits(FIGURE, ahead) { FIGURE } else { AMOUNT };
        canvas.text(style, Anchor::Start, place.x + ahead, base, &number);
        y += FIGURE.leading;
    } else {
        // Millions to the cent on a telephone: under its small word, on as many lines as it takes.
        y += if before.is_empty() { 0.0 } else { FIGURE.leading };
        y = canvas.block(AMOUNT, Anchor::Start, place.x, y, &lines(&number, AMOUNT, place.w));
    }
    if !unit.is_empty() {
        y = canvas.block(BEFORE, Anchor::Start, place.x, y, &lines(&unit, BEFORE, place.w - 8.0));
    }
    y = canvas.block(NAME, Anchor::Start, place.x, y + 4.0, &lines(&figure.name, NAME, place.w - 8.0));
    canvas.close_link(&figure.href);
    y += 6.0;
    for text in [&figure.reckoning, &figure.source] {
        if !text.is_empty() {
            let set = lines(text, SMALL, place.w - 8.0);
            canvas.block(SMALL, Anchor::Start, place.x, y, &set);
            y += height(&set, SMALL) + 4.0;
        }
    }
    if !figure.status.is_empty() {
        let wide = width(&figure.status, SMALL.size, Weight::Regular) + 16.0;
        canvas.rect("ig-kader", Rect::new(place.x + 0.5, y + 2.0, wide, 20.0), 4.0);
        canvas.text(SMALL, Anchor::Middle, place.x + 0.5 + wide / 2.0, y + 16.5, &figure.status);
        y += 26.0;
    }
    canvas.close();
    y
}
