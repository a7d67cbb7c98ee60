//! The staircase of the ladder with the ties on it, and under it the ties of which nothing is known.

use super::super::canvas::{Anchor, Canvas, Size, dye};
use super::super::geometry::{Point, Rect};
use super::super::lettering::{BODY, LABEL, NAME, SMALL, Style, height, lines, widest};
use super::super::pieces::Drawing;
use super::super::words::capital;
use super::{Ladder, Row, group, then_mark};

const ROW: f64 = 42.0;
const RISE: f64 = 14.0;
/// The narrowest step on which its name can stand.
const STEP: f64 = 100.0;

/// The widths of a staircase.
struct Widths {
    whole: f64,
    /// Of the column with names.
    names: f64,
    /// Of the column before the first step.
    start: f64,
    /// In how many columns the ties stand of which nothing is known.
    unknown: usize,
}

impl Widths {
    /// Of very many steps the stair is wider than its room: then it keeps its size, and is moved under its frame.
    fn of(size: Size, steps: usize) -> Self {
        let (names, start, unknown) = size.pick((336.0, 92.0, 3), (210.0, 70.0, 2));
        let whole = size.width().max(names + start + STEP * steps as f64);
        Self { whole, names, start, unknown }
    }

    /// The stair stands on what the names leave.
    fn stair(&self, steps: usize) -> Stair {
        let left = self.names + self.start;
        Stair { left, width: (self.whole - left) / steps.max(1) as f64 }
    }
}

/// Where the names of the steps stand: beside their sign, or under it on steps so narrow that a word would break there.
struct Head {
    /// What the name cannot use of the width of its step.
    taken: f64,
    x: f64,
    drop: f64,
}

impl Head {
    fn of(names: &[String], step: f64) -> Self {
        let beside = Self { taken: 46.0, x: 36.0, drop: 0.0 };
        let fits = |word: &str| widest(&[word.to_owned()], LABEL) <= step - beside.taken;
        if names.iter().flat_map(|name| name.split_whitespace()).all(fits) {
            beside
        } else {
            Self { taken: 24.0, x: 14.0, drop: LABEL.leading + 4.0 }
        }
    }
}

/// A row of the staircase: the ties that share it, their names on their lines, and its height.
struct Set<'a> {
    ties: Vec<&'a Row>,
    style: Style,
    block: Vec<String>,
    row: f64,
}

impl Row {
    /// On two lines the dash ends the first; what does not fit so is set small.
    fn set(&self, room: f64) -> Set<'_> {
        let two = vec![format!("{} –", self.from), self.to.clone()];
        let (style, block) = if widest(&[self.name()], NAME) <= room {
            (NAME, vec![self.name()])
        } else if widest(&two, NAME) <= room {
            (NAME, two)
        } else {
            (SMALL, lines(&self.name(), SMALL, room))
        };
        let row = (height(&block, style) + 12.0).max(ROW);
        Set { ties: vec![self], style, block, row }
    }
}

impl Ladder {
    /// Every tie on a row of its own.
    pub(super) fn drawing(&self, size: Size) -> Drawing {
        let widths = Widths::of(size, self.steps.len());
        let set: Vec<Set<'_>> = self.on_it().into_iter().map(|row| row.set(widths.names - 16.0)).collect();
        let mut canvas = Canvas::new("ladder", &self.head, size);
        canvas.widen(widths.whole);
        self.staircase(canvas, &widths, &set)
    }

    fn on_it(&self) -> Vec<&Row> {
        self.rows.iter().filter(|row| group(row) < 3).collect()
    }

    fn staircase(&self, mut canvas: Canvas, widths: &Widths, set: &[Set<'_>]) -> Drawing {
        let stair = widths.stair(self.steps.len());
        let words: Vec<Vec<String>> =
            self.steps.iter().map(|step| lines(&capital(&step.meaning), SMALL, stair.width - 32.0)).collect();
        let names: Vec<String> = self.steps.iter().map(|step| capital(&step.name)).collect();
        let head = Head::of(&names, stair.width);
        let heads: Vec<Vec<String>> = names.iter().map(|name| lines(name, LABEL, stair.width - head.taken)).collect();
        let lower = |head: &[String]| height(head, LABEL) - LABEL.leading;
        let tallest =
            words.iter().zip(&heads).map(|(words, head)| height(words, SMALL) + lower(head)).fold(0.0, f64::max);
        let rises = RISE * self.steps.len().saturating_sub(1) as f64;
        let top = rises + 14.0 + head.drop + LABEL.leading + 4.0 + tallest + 18.0;
        let unknown: Vec<&Row> = self.rows.iter().filter(|row| group(row) == 3).collect();
        let bottom = top + set.iter().map(|set| set.row).sum::<f64>() + 10.0;

        for (index, ((step, words), name)) in self.steps.iter().zip(&words).zip(&heads).enumerate() {
            let up = rises - RISE * index as f64;
            canvas.open(&format!("ig-trede {}", dye(&step.colour)));
            let place = Rect::new(stair.x(index) + 3.0, up, stair.width - 6.0, bottom - up);
            canvas.rect("ig-trede-vlak", place, 8.0);
            canvas.rect("ig-trede-rand", Rect::new(place.x, up, place.w, 6.0), 3.0);
            canvas.glyph(&step.glyph, Point::new(place.x + 20.0, up + 26.0));
            for (line, words) in name.iter().enumerate() {
                let y = up + 31.5 + head.drop + LABEL.leading * line as f64;
                canvas.text(LABEL, Anchor::Start, place.x + head.x, y, words);
            }
            canvas.block(SMALL, Anchor::Start, place.x + 14.0, up + 44.0 + head.drop + lower(name), words);
            canvas.close();
        }
        if self.on_it().iter().any(|row| row.now_step.is_none() && !row.apart()) {
            let words = lines(self.head.phrases.ladder().not_yet(), SMALL, widths.start - 12.0);
            let up = top - 18.0 - height(&words, SMALL);
            canvas.block(SMALL, Anchor::Middle, widths.names + widths.start / 2.0, up, &words);
        }
        canvas.head(top);
        if !set.is_empty() {
            canvas.open_list(self.head.phrases.ladder().on_ladder());
            let mut y = top;
            for set in set {
                canvas.cut(y);
                self.draw_row(&mut canvas, set, &stair, widths, y);
                y += set.row;
            }
            canvas.close();
        }
        let mut end = bottom;
        if !unknown.is_empty() {
            canvas.cut(bottom + 8.0);
            end = self.draw_unknown(&mut canvas, &unknown, widths, bottom + 30.0);
        }
        canvas.finish_in_pieces(end + 4.0)
    }

    fn draw_row(&self, canvas: &mut Canvas, set: &Set<'_>, stair: &Stair, widths: &Widths, y: f64) {
        let Some(row) = set.ties.first() else { return };
        let middle = y + set.row / 2.0;
        canvas.open_item("ig-rij");
        canvas.line("ig-haarlijn", Point::new(0.0, y), Point::new(canvas_width(stair, self.steps.len()), y));
        // Ties that share a row have no page in common.
        let href = if set.ties.len() == 1 { row.href.as_str() } else { "" };
        canvas.open_link("ig-knoop", href, &self.in_words(row));
        canvas.rect("ig-raakvlak", Rect::new(0.0, y + 2.0, widths.names, set.row - 4.0), 4.0);
        canvas.block(set.style, Anchor::Start, 4.0, middle - height(&set.block, set.style) / 2.0, &set.block);
        canvas.close_link(href);
        let last = stair.left + stair.width * self.steps.len() as f64;
        if row.apart() {
            canvas.open(&format!("ig-lijn {}", dye(&row.now.colour)));
            canvas.weave(row.now.form, Point::new(stair.left + 14.0, middle), Point::new(last - 14.0, middle));
            canvas.close();
        } else if row.now_step.is_none() {
            canvas.open(&format!("ig-lijn {}", dye(&row.now.colour)));
            canvas.circle("ig-merk", Point::new(widths.names + widths.start / 2.0, middle), 4.5);
            canvas.close();
        }
        let now = row.now_step.map_or(0, |step| step + 1);
        for index in 0..now {
            let mark = (index + 1 == now).then_some("ig-nu");
            self.draw_piece(canvas, "ig-lijn", index, stair, middle, mark);
        }
        if let Some((wish, _)) = &row.ambition {
            for index in now..=*wish {
                let mark = (index == *wish).then_some("ig-ring");
                self.draw_piece(canvas, "ig-doel", index, stair, middle, mark);
            }
        }
        if let Some(wish) = row.leaves().filter(|_| group(row) == 2) {
            canvas.open(&format!("ig-doel {}", dye(&wish.colour)));
            let from = stair.x(now) + 14.0;
            canvas.weave(wish.form, Point::new(from, middle), Point::new((last - 30.0).max(from), middle));
            canvas.close();
            canvas.open(&dye(&wish.colour));
            canvas.circle("ig-ring", Point::new(last - 20.0, middle), 5.5);
            canvas.close();
        }
        if let Some(index) = row.before.as_ref().and_then(|(_, step)| *step) {
            canvas.open(&dye(&self.steps[index].colour));
            then_mark(canvas, Point::new(stair.x(index + 1) - 20.0, middle));
            canvas.close();
        }
        canvas.close();
    }

    fn draw_piece(&self, canvas: &mut Canvas, class: &str, index: usize, stair: &Stair, y: f64, mark: Option<&str>) {
        let step = &self.steps[index];
        let (left, right) = (stair.x(index) + 14.0, stair.x(index + 1) - 14.0);
        canvas.open(&dye(&step.colour));
        canvas.open(class);
        let end = if mark.is_some() { right - 16.0 } else { right };
        canvas.weave(step.form, Point::new(left, y), Point::new(end, y));
        canvas.close();
        if let Some(mark) = mark {
            canvas.circle(mark, Point::new(right - 6.0, y), 5.5);
        }
        canvas.close();
    }

    fn draw_unknown(&self, canvas: &mut Canvas, rows: &[&Row], widths: &Widths, top: f64) -> f64 {
        let columns = widths.unknown;
        let room = widths.whole / columns as f64;
        let title = vec![self.head.phrases.ladder().unknown_head().to_owned()];
        let mut y = canvas.block(LABEL, Anchor::Start, 4.0, top, &title) + 8.0;
        canvas.open_list(&title[0]);
        for line in rows.chunks(columns) {
            let set: Vec<Vec<String>> = line.iter().map(|row| lines(&row.name(), BODY, room - 44.0)).collect();
            let tall = set.iter().map(|words| height(words, BODY)).fold(0.0, f64::max).max(18.0);
            for (index, (row, words)) in line.iter().zip(&set).enumerate() {
                let x = room * index as f64;
                canvas.open_item(&dye(&row.now.colour));
                canvas.circle("ig-open", Point::new(x + 10.0, y + 13.0), 4.5);
                canvas.open_link("ig-knoop", &row.href, &self.in_words(row));
                canvas.rect("ig-raakvlak", Rect::new(x, y, room - 8.0, tall + 8.0), 4.0);
                canvas.block(BODY, Anchor::Start, x + 24.0, y + 4.0, words);
                canvas.close_link(&row.href);
                canvas.close();
            }
            y += tall + 10.0;
        }
        canvas.close();
        y
    }
}

/// Where the steps stand.
struct Stair {
    left: f64,
    width: f64,
}

impl Stair {
    fn x(&self, index: usize) -> f64 {
        self.left + self.width * index as f64
    }
}

fn canvas_width(stair: &Stair, steps: usize) -> f64 {
    stair.x(steps) - 3.0
}
