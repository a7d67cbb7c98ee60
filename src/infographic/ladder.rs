//! The ladder: per tie how close it is now, and how close it is meant to become.
//!
//! The steps rise to the right like a staircase; a weave grows through them. What is not on the ladder stands below it.

use super::canvas::{Anchor, Canvas, Size, dye};
use super::figure::{Head, Parts, Table};
use super::figure::{Infographic, LegendItem};
use super::geometry::{Point, Rect};
use super::glyph::glyph;
use super::legend::{LINE, Level, level_item, sample};
use super::lettering::{BODY, LABEL, NAME, SMALL, Style, height, lines, widest};
use super::svg::escape;
use super::weave::Form;
use super::words::{capital, counted, joined, link};

/// One tie.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Where it starts.
    pub from: String,
    /// Where it leads.
    pub to: String,
    /// The page of the tie.
    pub href: String,
    /// The level that holds now.
    pub now: Level,
    /// Its step on the ladder, when it is on it.
    pub now_step: Option<usize>,
    /// How sure that is, such as `duiding`.
    pub now_status: String,
    /// The step that it is meant to reach, and how sure that is.
    pub ambition: Option<(usize, String)>,
}

impl Row {
    fn name(&self) -> String {
        format!("{} – {}", self.from, self.to)
    }

    fn apart(&self) -> bool {
        self.now.form == Form::Gescheiden
    }
}

/// The ladder, as rows of data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ladder {
    /// Its names.
    pub head: Head,
    /// The steps, from loose to close.
    pub steps: Vec<Level>,
    /// The ties.
    pub rows: Vec<Row>,
}

const ROW: f64 = 42.0;
const RISE: f64 = 14.0;

/// The names of a tie on their lines, and the height of their row.
struct Names {
    style: Style,
    block: Vec<String>,
    row: f64,
}

impl Row {
    /// On two lines the dash ends the first; what does not fit so is set small.
    fn names(&self, room: f64) -> Names {
        let two = vec![format!("{} –", self.from), self.to.clone()];
        let (style, block) = if widest(&[self.name()], NAME) <= room {
            (NAME, vec![self.name()])
        } else if widest(&two, NAME) <= room {
            (NAME, two)
        } else {
            (SMALL, lines(&self.name(), SMALL, room))
        };
        let row = (height(&block, style) + 12.0).max(ROW);
        Names { style, block, row }
    }
}

impl Ladder {
    /// The drawing and its twins.
    pub fn draw(&self) -> Infographic {
        let mut ladder = self.clone();
        for row in &mut ladder.rows {
            row.now_step = row.now_step.filter(|step| *step < self.steps.len());
            row.ambition = row.ambition.take().filter(|(step, _)| *step < self.steps.len());
        }
        ladder.rows.sort_by_key(|row| (group(row), std::cmp::Reverse(row.ambition.as_ref().map(|a| a.0))));
        let parts = Parts {
            conclusion: ladder.conclusion(),
            legend: ladder.legend(),
            svg: ladder.drawing(Size::Wide),
            medium: ladder.drawing(Size::Medium),
            narrow: ladder.narrow(),
            table: ladder.table(),
        };
        ladder.head.infographic("ladder", parts)
    }

    fn drawing(&self, size: Size) -> String {
        let mut canvas = Canvas::new("ladder", &self.head, size);
        let (names, start) = size.pick((336.0, 92.0), (210.0, 70.0));
        let stair =
            Stair { left: names + start, width: (size.width() - names - start) / self.steps.len().max(1) as f64 };
        let words: Vec<Vec<String>> =
            self.steps.iter().map(|step| lines(&capital(&step.meaning), SMALL, stair.width - 32.0)).collect();
        let heads: Vec<Vec<String>> =
            self.steps.iter().map(|step| lines(&capital(&step.name), LABEL, stair.width - 46.0)).collect();
        let lower = |head: &[String]| height(head, LABEL) - LABEL.leading;
        let tallest =
            words.iter().zip(&heads).map(|(words, head)| height(words, SMALL) + lower(head)).fold(0.0, f64::max);
        let rises = RISE * self.steps.len().saturating_sub(1) as f64;
        let top = rises + 14.0 + LABEL.leading + 4.0 + tallest + 18.0;
        let drawn: Vec<&Row> = self.rows.iter().filter(|row| group(row) < 3).collect();
        let unknown: Vec<&Row> = self.rows.iter().filter(|row| group(row) == 3).collect();
        let set: Vec<Names> = drawn.iter().map(|row| row.names(names - 16.0)).collect();
        let bottom = top + set.iter().map(|names| names.row).sum::<f64>() + 10.0;

        for (index, ((step, words), head)) in self.steps.iter().zip(&words).zip(&heads).enumerate() {
            let up = rises - RISE * index as f64;
            canvas.open(&format!("ig-trede {}", dye(&step.colour)));
            let place = Rect::new(stair.x(index) + 3.0, up, stair.width - 6.0, bottom - up);
            canvas.rect("ig-trede-vlak", place, 8.0);
            canvas.rect("ig-trede-rand", Rect::new(place.x, up, place.w, 6.0), 3.0);
            canvas.glyph(step.form, Point::new(place.x + 20.0, up + 26.0));
            let x = place.x + 36.0;
            for (line, words) in head.iter().enumerate() {
                canvas.text(LABEL, Anchor::Start, x, up + 31.5 + LABEL.leading * line as f64, words);
            }
            canvas.block(SMALL, Anchor::Start, place.x + 14.0, up + 44.0 + lower(head), words);
            canvas.close();
        }
        if drawn.iter().any(|row| row.now_step.is_none() && !row.apart()) {
            let words = lines("Nog niet bepaald", SMALL, start - 12.0);
            let up = top - 18.0 - height(&words, SMALL);
            canvas.block(SMALL, Anchor::Middle, names + start / 2.0, up, &words);
        }
        canvas.head(top);
        if !drawn.is_empty() {
            canvas.open_list("Banden op de ladder");
            let mut y = top;
            for (row, set) in drawn.iter().zip(&set) {
                canvas.cut(y);
                self.draw_row(&mut canvas, row, set, &stair, (names, start), y);
                y += set.row;
            }
            canvas.close();
        }
        let mut end = bottom;
        if !unknown.is_empty() {
            canvas.cut(bottom + 8.0);
            end = self.draw_unknown(&mut canvas, &unknown, size, bottom + 30.0);
        }
        canvas.finish(end + 4.0)
    }

    fn draw_row(&self, canvas: &mut Canvas, row: &Row, set: &Names, stair: &Stair, (names, start): (f64, f64), y: f64) {
        let middle = y + set.row / 2.0;
        canvas.open_item("ig-rij");
        canvas.line("ig-haarlijn", Point::new(0.0, y), Point::new(canvas_width(stair, self.steps.len()), y));
        canvas.open_link("ig-knoop", &row.href, &self.in_words(row));
        canvas.rect("ig-raakvlak", Rect::new(0.0, y + 2.0, names, set.row - 4.0), 4.0);
        canvas.block(set.style, Anchor::Start, 4.0, middle - height(&set.block, set.style) / 2.0, &set.block);
        canvas.close_link(&row.href);
        let last = stair.left + stair.width * self.steps.len() as f64;
        if row.apart() {
            canvas.open(&format!("ig-lijn {}", dye(&row.now.colour)));
            canvas.weave(row.now.form, Point::new(stair.left + 14.0, middle), Point::new(last - 14.0, middle));
            canvas.close();
        } else if row.now_step.is_none() {
            canvas.open(&format!("ig-lijn {}", dye(&row.now.colour)));
            canvas.circle("ig-merk", Point::new(names + start / 2.0, middle), 4.5);
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

    fn draw_unknown(&self, canvas: &mut Canvas, rows: &[&Row], size: Size, top: f64) -> f64 {
        let columns = size.pick(3, 2);
        let room = size.width() / columns as f64;
        let title = vec!["Nog niet bepaald, en zonder ambitie".to_owned()];
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

    /// A tie in words, for its link.
    fn in_words(&self, row: &Row) -> String {
        let mut words = format!("{} en {}, nu {} ({})", row.from, row.to, row.now.name, row.now_status);
        if let Some((wish, status)) = &row.ambition {
            words.push_str(&format!(", ambitie {} ({status})", self.steps[*wish].name));
        }
        words
    }

    fn legend(&self) -> Vec<LegendItem> {
        // The steps stand explained over their columns.
        let mut items: Vec<LegendItem> = Vec::new();
        let Some(step) = self.steps.get(self.steps.len() / 2) else { return items };
        if self.rows.iter().any(|row| row.now_step.is_some()) {
            items.push(LegendItem {
                sample: sample(&step.colour, LINE, |canvas| {
                    canvas.weave(step.form, Point::new(3.0, 10.0), Point::new(64.0, 10.0));
                    canvas.circle("ig-nu", Point::new(74.0, 10.0), 5.5);
                }),
                label: "nu".to_owned(),
                meaning: "dichte stip: zo hecht is de band".to_owned(),
            });
        }
        if self.rows.iter().any(|row| row.ambition.is_some()) {
            items.push(LegendItem {
                sample: sample(&step.colour, LINE, |canvas| {
                    canvas.open("ig-doel");
                    canvas.weave(step.form, Point::new(3.0, 10.0), Point::new(64.0, 10.0));
                    canvas.close();
                    canvas.circle("ig-ring", Point::new(74.0, 10.0), 5.5);
                }),
                label: "ambitie".to_owned(),
                meaning: "licht, met open ring: zo hecht moet hij worden".to_owned(),
            });
        }
        for apart in self.rows.iter().filter(|row| row.apart()).take(1) {
            items.push(level_item(&apart.now));
        }
        items
    }

    fn table(&self) -> super::figure::Table {
        let rows = self.rows.iter().map(|row| {
            let (wish, status) = match &row.ambition {
                Some((wish, status)) => (self.steps[*wish].name.clone(), status.clone()),
                None => ("–".to_owned(), "–".to_owned()),
            };
            vec![
                link(&row.href, &row.name()),
                escape(&row.now.name),
                escape(&row.now_status),
                escape(&wish),
                escape(&status),
            ]
        });
        let caption = format!("{}: nu en straks", counted(self.rows.len(), "band", "banden"));
        Table::new(caption, &["Band", "Nu", "Status nu", "Ambitie", "Status ambitie"], rows.collect())
    }

    fn conclusion(&self) -> String {
        if self.rows.is_empty() {
            return "Er zijn nog geen banden vastgelegd.".to_owned();
        }
        let growing = self.rows.iter().filter(|row| group(row) == 0).count();
        let unknown = self.rows.iter().filter(|row| row.now_step.is_none() && !row.apart()).count();
        let wished: Vec<String> = self
            .steps
            .iter()
            .enumerate()
            .filter_map(|(index, step)| {
                let count = self.rows.iter().filter(|row| row.ambition.as_ref().is_some_and(|a| a.0 == index)).count();
                (count > 0).then(|| format!("{count} naar {}", step.name))
            })
            .collect();
        let mut words = format!("{growing} van de {}", counted(self.rows.len(), "band moet", "banden moeten"));
        words.push_str(" hechter worden");
        if !wished.is_empty() {
            words.push_str(&format!(": {}", joined(&wished)));
        }
        words.push('.');
        if unknown > 0 {
            words.push_str(&format!(" Bij {unknown} is nog niet bepaald hoe hecht de band nu is."));
        }
        words
    }

    fn narrow(&self) -> String {
        let names =
            ["Moet hechter worden", "Staat op de ladder", "Bewust gescheiden", "Nog niet bepaald, en zonder ambitie"];
        let mut out = String::from("<div class=\"ig-lijst\"><ul class=\"ig-treden\">");
        for step in &self.steps {
            out.push_str(&format!(
                "<li class=\"{}\">{}<span><strong>{}</strong> {}</span></li>",
                dye(&step.colour),
                glyph(step.form),
                escape(&step.name),
                escape(&step.meaning)
            ));
        }
        out.push_str("</ul>");
        for (kept, name) in names.iter().enumerate() {
            let rows: Vec<&Row> = self.rows.iter().filter(|row| group(row) == kept).collect();
            if rows.is_empty() {
                continue;
            }
            out.push_str(&format!(
                "<div class=\"ig-groep\"><p class=\"ig-groep-naam\"><strong>{name}</strong> <span class=\"ig-aantal\">{}</span></p><ul>",
                rows.len()
            ));
            for row in rows {
                out.push_str(&format!("<li><p class=\"ig-paar\">{}</p>", link(&row.href, &row.name())));
                out.push_str(&format!("<p class=\"ig-stappen\">{}", step_html("nu", &row.now, &row.now_status)));
                if let Some((wish, status)) = &row.ambition {
                    out.push_str(&step_html("ambitie", &self.steps[*wish], status));
                }
                out.push_str("</p></li>");
            }
            out.push_str("</ul></div>");
        }
        out.push_str("</div>");
        out
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

/// A level with its glyph, for narrow screens.
pub fn step_html(what: &str, level: &Level, status: &str) -> String {
    format!(
        "<span class=\"ig-stap {}\"><span class=\"ig-stap-wat\">{what}</span> {}<strong>{}</strong> <span class=\"ig-status\">{}</span></span>",
        dye(&level.colour),
        glyph(level.form),
        escape(&level.name),
        escape(status)
    )
}

/// Growing ties first, then those that are where they are, then those apart, then those of which nothing is known.
fn group(row: &Row) -> usize {
    match (row.now_step, &row.ambition) {
        (now, Some((wish, _))) if now.is_none_or(|now| *wish > now) => 0,
        (Some(_), _) => 1,
        _ if row.apart() => 2,
        _ => 3,
    }
}
