//! Contributions: equal shares that together pay for something, and bars that show what a share consists of.

use super::canvas::{Anchor, Canvas, Size, dye};
use super::figure::{Drawings, Head, Parts, Slides, Table};
use super::figure::{Infographic, LegendItem};
use super::geometry::{Point, Rect};
use super::legend::{LINE, sample};
use super::lettering::{AMOUNT, BODY, LABEL, NAME, height, lines};
use super::metrics::{Weight, width};
use super::svg::{self, number};
use super::weave::Form;
use super::words::link;
use crate::markup::{Html, Svg};
use std::fmt::Write as _;

/// A share, and who gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Share {
    /// Who gives it.
    pub name: String,
    /// Its page.
    pub href: String,
}

/// A part of a whole.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// What it is for.
    pub name: String,
    /// Where it is told; may be empty.
    pub href: String,
    /// How much.
    pub value: f64,
    /// The same as a reader sees it: `0,8 fte`.
    pub shown: String,
}

/// A bar of parts.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// Its name.
    pub name: String,
    /// Its parts.
    pub parts: Vec<Part>,
    /// The sum as a reader sees it.
    pub shown: String,
}

/// What is drawn.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// Equal shares above, and below them what they pay for.
    Shares {
        /// The shares.
        shares: Vec<Share>,
        /// Each share as a reader sees it.
        each: String,
        /// What they pay for.
        parts: Vec<Part>,
        /// The sum as a reader sees it.
        total: String,
    },
    /// Bars on one scale, and perhaps a line to compare them with.
    Bars {
        /// The bars.
        bars: Vec<Bar>,
        /// What they are compared with.
        compare: Option<Part>,
    },
}

/// Contributions, as rows of data.
#[derive(Debug, Clone, PartialEq)]
pub struct Bijdrage {
    /// Its names.
    pub head: Head,
    /// What is drawn.
    pub shape: Shape,
}

const DYES: [&str; 5] = ["indigo", "wouw", "weide", "meekrap", "walnoot"];
/// With more shares than this there is no room for names.
const NAMED: usize = 16;

impl Bijdrage {
    /// The drawing and its twins.
    pub fn draw(&self) -> Infographic {
        let parts =
            Parts { conclusion: self.conclusion(), legend: self.legend(), table: self.table(), ..Parts::default() };
        let drawings = || Drawings {
            svg: self.drawing(Size::Wide),
            medium: self.drawing(Size::Medium),
            upright: self.drawing(Size::Upright),
            slides: Slides::with_legend(vec![self.drawing(Size::Slide)]),
            ..Drawings::default()
        };
        self.head.infographic("bijdrage", parts, drawings)
    }

    fn drawing(&self, size: Size) -> Svg {
        match &self.shape {
            Shape::Shares { shares, each, parts, total } => self.draw_shares(size, shares, each, parts, total),
            Shape::Bars { bars, compare } => self.draw_bars(size, bars, compare.as_ref()),
        }
    }

    fn draw_shares(&self, size: Size, shares: &[Share], each: &str, parts: &[Part], total: &str) -> Svg {
        let mut canvas = Canvas::new("bijdrage", &self.head, size);
        let full = size.width();
        let head = vec![self.head.phrases.bijdrage().shares(shares.len(), each)];
        let mut y = canvas.block(LABEL, Anchor::Start, 0.0, 0.0, &head) + 10.0;
        let named = shares.len() <= NAMED;
        // Two rows like bricks: the thread of an upper share falls between two lower ones.
        let upright = size == Size::Upright;
        let per_row = if upright {
            2
        } else if named && shares.len() > 4 {
            shares.len().div_ceil(2)
        } else {
            shares.len().max(1)
        };
        let pitch = full / (per_row as f64 + if per_row < shares.len() && !upright { 0.5 } else { 0.0 });
        let (gap, style) = if named { size.pick((16.0, NAME), (10.0, BODY)) } else { (3.0, NAME) };
        let padding = size.pick(14.0, 4.0);
        let words: Vec<Vec<String>> =
            shares.iter().map(|share| lines(&share.name, style, pitch - gap - padding)).collect();
        let tall = if named { words.iter().map(|words| height(words, style)).fold(0.0, f64::max) + 18.0 } else { 34.0 };
        let rows = shares.len().div_ceil(per_row).max(1);
        // A slide is low.
        let (fall, thick) = if size == Size::Slide { (36.0, 60.0) } else { (44.0, 76.0) };
        let bar_top = y + (tall + 16.0) * rows as f64 + fall;
        let place = |index: usize| {
            let (row, column) = (index / per_row, index % per_row);
            let shift = if row % 2 == 1 && !upright { pitch / 2.0 } else { 0.0 };
            Rect::new(shift + pitch * column as f64 + gap / 2.0, y + (tall + 16.0) * row as f64, pitch - gap, tall)
        };
        // Every thread comes down on one beam over all parts: a share pays for each of them, never for the part below it.
        let beam = bar_top - 14.0;
        let low = y + (tall + 16.0) * rows as f64 - 10.0;
        canvas.open("ig-draden dye-inkt-zacht");
        if upright {
            // Too many rows for a thread each: one plait for all of them.
            canvas.open("ig-lijn");
            canvas.weave(Form::Vlecht, Point::new(full / 2.0, low), Point::new(full / 2.0, beam));
            canvas.close();
        } else {
            for place in (0..shares.len()).map(place) {
                let (x, from) = (number(place.center_x()), number(place.bottom()));
                svg::path(&mut canvas.out, "ig-inslag", &format!("M{x} {from}V{}", number(beam)));
            }
        }
        let (left, right) = (number(1.5), number(full - 1.5));
        let (feet, beam) = (number(bar_top - 3.0), number(beam));
        svg::path(&mut canvas.out, "ig-inslag", &format!("M{left} {feet}V{beam}H{right}V{feet}"));
        canvas.close();
        canvas.open_list(self.head.phrases.bijdrage().sharers());
        for (index, share) in shares.iter().enumerate() {
            let at = place(index);
            canvas.open_item("ig-deel dye-inkt-zacht");
            canvas.open_link("ig-knoop", &share.href, &format!("{}, {each}", share.name));
            canvas.rect("ig-vak", at, 6.0);
            if named {
                let top = at.center_y() - height(&words[index], style) / 2.0;
                canvas.block(style, Anchor::Middle, at.center_x(), top, &words[index]);
            }
            canvas.close_link(&share.href);
            canvas.close();
        }
        canvas.close();
        y = bar_top;
        let sum: f64 = parts.iter().map(|part| part.value).sum();
        let bar = Bar { name: String::new(), parts: parts.to_vec(), shown: total.to_owned() };
        let under = self.draw_bar(&mut canvas, &bar, Rect::new(0.0, y, full, thick), sum, true, None);
        let foot = vec![self.head.phrases.bijdrage().together(total)];
        let end = canvas.block(LABEL, Anchor::Start, 0.0, under + 12.0, &foot);
        canvas.finish(end + 2.0)
    }

    /// A bar of parts, with their names beneath when `named`; amounts keep clear of the line at `avoid`. Returns where it ends.
    fn draw_bar(
        &self,
        canvas: &mut Canvas,
        bar: &Bar,
        place: Rect,
        scale: f64,
        named: bool,
        avoid: Option<f64>,
    ) -> f64 {
        let known = self.parts();
        let mut x = place.x;
        let mut end = place.bottom();
        // Where the last amount under the bar ends on each of its lines.
        let mut taken: Vec<f64> = Vec::new();
        canvas.open_list(if bar.name.is_empty() { self.head.phrases.bijdrage().spent() } else { &bar.name });
        for part in &bar.parts {
            let index = known.iter().position(|other| other.name == part.name).unwrap_or(0);
            let w = if scale > 0.0 { place.w * part.value.max(0.0) / scale } else { 0.0 };
            canvas.open_item(&format!("ig-part {}", dye(DYES[index % DYES.len()])));
            canvas.open_link("ig-knoop", &part.href, &format!("{}: {}", part.name, part.shown));
            let at = Rect::new(x + 1.5, place.y, (w - 3.0).max(1.0), place.h);
            canvas.rect("ig-part-vlak", at, 4.0);
            texture(canvas, index, at);
            canvas.close_link(&part.href);
            let words = width(&part.shown, AMOUNT.size, Weight::Bold);
            let plate = words + 16.0;
            let fits = plate + 12.0 <= at.w;
            if fits {
                let hit = |left: f64| avoid.is_some_and(|line| line > left - 6.0 && line < left + plate + 6.0);
                // Up to the frame, so that no thread peeps out beside it.
                let (first, last) = (at.x + 4.0, at.right() - plate - 4.0);
                let left = if hit(first) && !hit(last) { last } else { first };
                canvas.rect("ig-plaat", Rect::new(left, at.center_y() - 17.0, plate, 34.0), 4.0);
                canvas.text(AMOUNT, Anchor::Middle, left + plate / 2.0, at.center_y() + 8.0, &part.shown);
            } else if !named {
                let amount = lines(&part.shown, NAME, f64::MAX);
                let line = taken.iter().position(|last| last + 8.0 <= at.x).unwrap_or(taken.len());
                taken.resize(taken.len().max(line + 1), 0.0);
                taken[line] = at.x + width(&part.shown, NAME.size, NAME.weight);
                let top = place.bottom() + 6.0 + NAME.leading * line as f64;
                end = end.max(canvas.block(NAME, Anchor::Start, at.x, top, &amount));
            }
            if named {
                let tag = if fits { part.name.clone() } else { format!("{}: {}", part.name, part.shown) };
                let name = lines(&tag, NAME, (at.w - 8.0).max(60.0));
                end = end.max(canvas.block(NAME, Anchor::Start, at.x, place.bottom() + 8.0, &name));
            }
            canvas.close();
            x += w;
        }
        canvas.close();
        end
    }

    fn draw_bars(&self, size: Size, bars: &[Bar], compare: Option<&Part>) -> Svg {
        let mut canvas = Canvas::new("bijdrage", &self.head, size);
        let single = bars.len() == 1;
        let upright = size == Size::Upright;
        let left = if single || upright { 0.0 } else { size.pick(210.0, 150.0) };
        let sum = |bar: &Bar| bar.parts.iter().map(|part| part.value.max(0.0)).sum::<f64>();
        let most = bars.iter().map(sum).chain(compare.map(|part| part.value)).fold(0.0, f64::max);
        let totals = bars.iter().map(|bar| width(&bar.shown, AMOUNT.size, Weight::Bold)).fold(0.0, f64::max);
        let room = size.width() - left - totals - 24.0;
        let line = compare.map(|part| left + if most > 0.0 { room * part.value / most } else { 0.0 });
        let words = compare.map(|part| format!("{}: {}", part.name, part.shown)).unwrap_or_default();
        // The words stand on the side of the line where there is most room.
        let near_end = line.is_some_and(|x| x > size.width() / 2.0);
        let beside = line.map_or(0.0, |x| if near_end { x } else { size.width() - x });
        let words = if words.is_empty() { Vec::new() } else { lines(&words, NAME, beside) };
        let above = if upright && !single { 40.0 } else { 0.0 };
        let mut y = above + height(&words, NAME) + if words.is_empty() { 0.0 } else { 22.0 };
        if let Some(x) = line {
            canvas.open("ig-maatlijn dye-meekrap");
            canvas.block(NAME, if near_end { Anchor::End } else { Anchor::Start }, x, 0.0, &words);
            canvas.close();
        }
        for bar in bars {
            let w = if most > 0.0 { room * sum(bar) / most } else { 0.0 };
            let place = Rect::new(left, y, w, 72.0);
            if !single && upright {
                let name = lines(&bar.name, NAME, size.width());
                canvas.block(NAME, Anchor::Start, 0.0, y - height(&name, NAME) - 2.0, &name);
            } else if !single {
                let name = lines(&bar.name, NAME, (left - 20.0).max(1.0));
                canvas.block(NAME, Anchor::Start, 0.0, place.center_y() - height(&name, NAME) / 2.0, &name);
            }
            let end = self.draw_bar(&mut canvas, bar, place, sum(bar), false, line);
            canvas.text(AMOUNT, Anchor::End, size.width() - 6.0, place.center_y() + 8.0, &bar.shown);
            if let Some(x) = line {
                canvas.open("ig-maatlijn dye-meekrap");
                canvas.line("ig-streep", Point::new(x, place.y - 16.0), Point::new(x, place.bottom() + 10.0));
                canvas.close();
            }
            y = end + if upright { 52.0 } else { 34.0 };
        }
        canvas.finish((y - 22.0).max(1.0))
    }

    /// The parts in use, each once, in order: a part looks the same in every bar.
    fn parts(&self) -> Vec<&Part> {
        let all: Vec<&Part> = match &self.shape {
            Shape::Shares { parts, .. } => parts.iter().collect(),
            Shape::Bars { bars, .. } => bars.iter().flat_map(|bar| &bar.parts).collect(),
        };
        let mut found: Vec<&Part> = Vec::new();
        for part in all {
            if !found.iter().any(|known| known.name == part.name) {
                found.push(part);
            }
        }
        found
    }

    fn legend(&self) -> Vec<LegendItem> {
        // What a share is spent on carries its name itself.
        let Shape::Bars { .. } = &self.shape else { return Vec::new() };
        let parts = self.parts();
        let item = |(index, part): (usize, &&Part)| LegendItem {
            sample: sample(DYES[index % DYES.len()], LINE, |canvas| {
                let place = Rect::new(1.0, 1.0, 82.0, 18.0);
                canvas.rect("ig-part-vlak", place, 3.0);
                texture(canvas, index, Rect::new(-1.0, -2.0, 86.0, 24.0));
            }),
            label: part.name.clone(),
            meaning: String::new(),
        };
        parts.iter().enumerate().map(item).collect()
    }

    fn table(&self) -> super::figure::Table {
        let (all, say) = (self.head.phrases.common(), self.head.phrases.bijdrage());
        match &self.shape {
            Shape::Shares { shares, each, parts, total } => {
                let mut rows: Vec<Vec<Html>> = shares
                    .iter()
                    .map(|share| vec![link(&share.href, &share.name), say.contributes().into(), each.into()])
                    .collect();
                rows.extend(
                    parts
                        .iter()
                        .map(|part| vec![link(&part.href, &part.name), say.paid().into(), (&part.shown).into()]),
                );
                rows.push(vec![say.together_head().into(), say.sum().into(), total.into()]);
                Table::new(say.caption().to_owned(), &[say.who_or_what(), say.sort(), all.how_much()], rows)
            }
            Shape::Bars { bars, compare } => {
                let mut rows = Vec::new();
                for bar in bars {
                    rows.extend(
                        bar.parts
                            .iter()
                            .map(|part| vec![(&bar.name).into(), link(&part.href, &part.name), (&part.shown).into()]),
                    );
                    rows.push(vec![(&bar.name).into(), say.together_small().into(), (&bar.shown).into()]);
                }
                rows.extend(
                    compare
                        .iter()
                        .map(|part| vec![say.compared().into(), link(&part.href, &part.name), (&part.shown).into()]),
                );
                Table::new(self.head.title.clone(), &[say.bar(), say.part(), all.how_much()], rows)
            }
        }
    }

    fn conclusion(&self) -> String {
        let (phrases, say) = (&self.head.phrases, self.head.phrases.bijdrage());
        match &self.shape {
            Shape::Shares { shares, each, parts, total } => {
                let names: Vec<String> =
                    parts.iter().map(|part| format!("{} ({})", part.shown, super::words::lower(&part.name))).collect();
                match names.len() {
                    0 => say.told_plain(shares.len(), each, total),
                    _ => say.told(shares.len(), each, total, &phrases.list(&names)),
                }
            }
            Shape::Bars { bars, compare } => {
                let sums: Vec<String> =
                    bars.iter().map(|bar| format!("{}: {}", super::words::lower(&bar.name), bar.shown)).collect();
                let mut words = if let [bar] = &bars[..]
                    && bar.parts.len() > 1
                {
                    let parts: Vec<String> = bar.parts.iter().map(|part| part.shown.clone()).collect();
                    say.one_bar(&phrases.list(&parts), &bar.shown)
                } else {
                    format!("{}.", super::words::capital(&sums.join("; ")))
                };
                if let Some(part) = compare {
                    let _ = write!(words, " {}", say.compared_told(&part.shown, &super::words::lower(&part.name)));
                }
                words
            }
        }
    }
}

/// Threads over a part, so that parts differ without colour too: upright, level, both, slanting, dotted.
fn texture(canvas: &mut Canvas, index: usize, place: Rect) {
    let mut data = String::new();
    let (left, right, top, bottom) = (place.x + 5.0, place.right() - 5.0, place.y + 5.0, place.bottom() - 5.0);
    if right <= left {
        return;
    }
    let kind = index % 5;
    if matches!(kind, 0 | 2) {
        let mut x = left;
        while x <= right {
            let _ = write!(data, "M{} {}V{}", number(x), number(top), number(bottom));
            x += if kind == 2 { 9.0 } else { 6.0 };
        }
    }
    if matches!(kind, 1 | 2) {
        let mut y = top;
        while y <= bottom {
            let _ = write!(data, "M{} {}H{}", number(left), number(y), number(right));
            y += if kind == 2 { 9.0 } else { 6.0 };
        }
    }
    if matches!(kind, 3 | 4) {
        let tall = bottom - top;
        let mut x = left;
        while x + tall / 2.0 <= right {
            let slant = tall / 2.0;
            if kind == 3 {
                let _ = write!(data, "M{} {}L{} {}", number(x), number(bottom), number(x + slant), number(top));
            } else {
                let _ = write!(data, "M{} {}L{} {}", number(x + slant), number(bottom), number(x), number(top));
            }
            x += 8.0;
        }
    }
    svg::path(&mut canvas.out, "ig-kruisdraad", &data);
}
