//! The matrix of ties: every pair has its cell, so that what is missing shows as well as what is there.

use super::canvas::{Anchor, Canvas, Size, dye};
use super::figure::{Drawings, Head, Parts, Slides, Table};
use super::figure::{Infographic, LegendItem};
use super::geometry::{Point, Rect};
use super::legend::{Level, MARK, level_item, sample};
use super::lettering::{BODY, LABEL, SMALL, lines};
use super::pieces::for_paper;
use super::upright::{NARROW, fewest_slides};
use super::words::{joined_or_dash, link};
use crate::html;
use crate::markup::{Html, Svg};
use std::cmp::Reverse;

/// A body or organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    /// Its short name.
    pub name: String,
    /// Its page.
    pub href: String,
    /// The layer it stands in.
    pub layer: String,
    /// The dye of that layer.
    pub colour: String,
}

/// A tie between two parties.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tie {
    /// Index of a party.
    pub from: usize,
    /// Index of another.
    pub to: usize,
    /// How close it is.
    pub level: Level,
    /// How close it was and is meant to become, in words; may be empty.
    pub course: String,
    /// Its page.
    pub href: String,
}

impl Tie {
    /// Its level, and what that was and is meant to become.
    fn in_words(&self) -> String {
        if self.course.is_empty() { self.level.name.clone() } else { format!("{}; {}", self.level.name, self.course) }
    }
}

/// Of more than these without a tie the table gives the number.
const MOST_MISSING: usize = 20;

/// A sheet of paper holds so many in letters that can be read, and the drawing for a tablet does up to so many.
const MOST_ON_SHEET: usize = 45;
const MOST_ON_TABLET: usize = 21;

/// The matrix, as rows of data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relatiematrix {
    /// Its names.
    pub head: Head,
    /// The parties, in the order of their layers.
    pub parties: Vec<Party>,
    /// The ties, each pair once.
    pub ties: Vec<Tie>,
}

impl Relatiematrix {
    /// The drawing and its twins.
    pub fn draw(&self) -> Infographic {
        let matrix = Matrix::of(self.clone());
        let parts = Parts {
            conclusion: matrix.conclusion(),
            legend: matrix.legend(),
            table: matrix.table(),
            ..Parts::default()
        };
        let drawings = || Drawings {
            svg: matrix.drawing(Size::Wide, &|party| matrix.count(party)),
            medium: matrix.drawing(Size::Medium, &|party| matrix.count(party)),
            upright: matrix.stack(NARROW).upright(&matrix.head),
            slides: Slides::with_legend(fewest_slides(&matrix.head, |width| matrix.stack(width))),
            pieces: matrix.sheet(),
            ..Drawings::default()
        };
        matrix.head.infographic("relatiematrix", parts, drawings)
    }
}

/// The rows with, for every party, its ties at hand: a matrix asks of every pair whether there is one.
pub(super) struct Matrix {
    pub(super) head: Head,
    pub(super) parties: Vec<Party>,
    ties: Vec<Tie>,
    /// For every party the others that it is tied to, in order, each with the place of the tie.
    with: Vec<Vec<(usize, usize)>>,
}

impl Matrix {
    fn of(rows: Relatiematrix) -> Self {
        let Relatiematrix { head, parties, mut ties } = rows;
        let count = parties.len();
        ties.retain(|tie| tie.from < count && tie.to < count && tie.from != tie.to);
        let mut with = vec![Vec::new(); count];
        for (at, tie) in ties.iter().enumerate() {
            with[tie.from].push((tie.to, at));
            with[tie.to].push((tie.from, at));
        }
        with.iter_mut().for_each(|others| others.sort_unstable());
        Self { head, parties, ties, with }
    }

    /// The drawing for paper as HTML, when that for a tablet is too large for a sheet: of very many parties those with the most ties.
    fn sheet(&self) -> Html {
        if self.parties.len() <= MOST_ON_TABLET {
            return Html::default();
        }
        let mut kept: Vec<usize> = (0..self.parties.len()).collect();
        kept.sort_by_key(|party| (Reverse(self.count(*party)), *party));
        kept.truncate(MOST_ON_SHEET);
        kept.sort_unstable();
        let at = |party: usize| kept.iter().position(|kept| *kept == party);
        let tie = |tie: &Tie| Some(Tie { from: at(tie.from)?, to: at(tie.to)?, href: String::new(), ..tie.clone() });
        let party = |party: &usize| Party { href: String::new(), ..self.parties[*party].clone() };
        let less = Self::of(Relatiematrix {
            head: self.head.clone(),
            parties: kept.iter().map(party).collect(),
            ties: self.ties.iter().filter_map(tie).collect(),
        });
        let others = self.parties.len() - kept.len();
        let mut sheet = Html::from(less.drawing(Size::Sheet, &|party| self.count(kept[party])));
        if others > 0 {
            let told = self.head.phrases.relatiematrix().others(others);
            sheet.push(Html::element("p", &[("class", "ig-gevouwen")], told));
        }
        for_paper(sheet)
    }

    fn tie(&self, a: usize, b: usize) -> Option<&Tie> {
        let others = &self.with[a];
        let (other, at) = others.get(others.partition_point(|(other, _)| *other < b))?;
        (*other == b).then(|| &self.ties[*at])
    }

    /// The others that a party is tied to, each with the tie.
    pub(super) fn ties_of(&self, party: usize) -> impl Iterator<Item = (&Party, &Tie)> {
        let distinct = self.with[party].chunk_by(|a, b| a.0 == b.0).filter_map(|same| same.first());
        distinct.map(|(other, at)| (&self.parties[*other], &self.ties[*at]))
    }

    pub(super) fn count(&self, party: usize) -> usize {
        self.with[party].len()
    }

    /// `degree` counts the ties of a party, also those that are not drawn.
    fn drawing(&self, size: Size, degree: &dyn Fn(usize) -> usize) -> Svg {
        let mut canvas = Canvas::new("relatiematrix", &self.head, size);
        let count = self.parties.len();
        // Names stand at the end of their row, beyond the diagonal; the last one needs the most room there.
        let name_room = size.pick(230.0, 168.0);
        let left = 14.0;
        // On paper nobody presses a cell.
        let least = if size == Size::Sheet { 16.0 } else { 24.0 };
        let cell = ((size.width() - left - name_room) / count.max(1) as f64).clamp(least, 40.0);
        canvas.widen(left + cell * count as f64 + name_room);
        let wide = size.width().max(left + cell * count as f64 + name_room);
        let names: Vec<Vec<String>> = self
            .parties
            .iter()
            .enumerate()
            .map(|(row, party)| lines(&party.name, BODY, wide - left - cell * (row + 1) as f64 - 12.0))
            .collect();
        let mut y = canvas.block(
            SMALL,
            Anchor::Start,
            0.0,
            0.0,
            &lines(self.head.phrases.relatiematrix().how(), SMALL, size.width()),
        ) + 4.0;
        // A row is as high as a cell, or as its name. Over the first of a layer stands the name of that layer.
        let mut rows: Vec<(f64, f64)> = Vec::new();
        let mut bar = None;
        for (row, (party, words)) in self.parties.iter().zip(&names).enumerate() {
            if row == 0 || self.parties[row - 1].layer != party.layer {
                draw_bar(&mut canvas, bar.take(), y);
                y += 12.0;
                canvas.open(&format!("ig-groepsbaan {}", dye(&party.colour)));
                y = canvas.block(LABEL, Anchor::Start, 0.0, y, &lines(&party.layer, LABEL, size.width())) + 3.0;
                canvas.close();
                bar = Some((party, y));
            }
            let high = if words.len() > 1 { words.len() as f64 * SMALL.leading + 4.0 } else { cell };
            rows.push((y, high.max(cell)));
            y += high.max(cell);
        }
        draw_bar(&mut canvas, bar, y);
        canvas.open_list(self.head.phrases.common().bodies());
        for (row, (party, words)) in self.parties.iter().zip(&names).enumerate() {
            let (y, tall) = rows[row];
            canvas.open_item("ig-matrixrij");
            let x = left + cell * row as f64;
            canvas.rect("ig-diagonaal", Rect::new(x + 1.0, y + 1.0, cell - 2.0, tall - 2.0), 4.0);
            let degree = degree(row);
            canvas.open(&dye(&party.colour));
            canvas.open_link("ig-knoop", &party.href, &self.head.phrases.relatiematrix().ties(&party.name, degree));
            let high = words.len() as f64 * SMALL.leading;
            let style = if words.len() > 1 { SMALL } else { BODY };
            let high = if words.len() > 1 { high } else { BODY.leading };
            canvas.block(style, Anchor::Start, x + cell + 8.0, y + (tall - high) / 2.0, words);
            canvas.text(SMALL, Anchor::Middle, x + cell / 2.0, y + tall / 2.0 + 4.5, &degree.to_string());
            canvas.close_link(&party.href);
            canvas.close();
            for column in 0..row {
                let at = Rect::new(left + cell * column as f64 + 1.0, y + 1.0, cell - 2.0, tall - 2.0);
                let middle = Point::new(at.center_x(), at.center_y());
                let Some(tie) = self.tie(row, column) else {
                    if size != Size::Sheet {
                        canvas.circle("ig-leeg", middle, 1.5);
                    }
                    continue;
                };
                canvas.open(&format!("ig-cel {}", dye(&tie.level.colour)));
                let name =
                    self.head.phrases.relatiematrix().between(&self.parties[column].name, &party.name, &tie.in_words());
                canvas.open_link("ig-knoop", &tie.href, &name);
                canvas.rect("ig-vak", at, 4.0);
                canvas.glyph_within(&tie.level.glyph, middle, cell.min(20.0));
                canvas.close_link(&tie.href);
                canvas.close();
            }
            canvas.close();
        }
        canvas.close();
        canvas.finish(y + 2.0)
    }

    pub(super) fn levels(&self) -> Vec<(&Level, usize)> {
        let mut levels: Vec<(&Level, usize)> = Vec::new();
        for tie in &self.ties {
            match levels.iter_mut().find(|(level, _)| level.name == tie.level.name) {
                Some((_, count)) => *count += 1,
                None => levels.push((&tie.level, 1)),
            }
        }
        // From loose to close, then what is on no ladder.
        levels.sort_by_key(|(level, _)| (level.rank.is_none(), level.rank, Reverse(level.closeness())));
        levels
    }

    fn legend(&self) -> Vec<LegendItem> {
        let mut items: Vec<LegendItem> = self
            .levels()
            .into_iter()
            .map(|(level, _)| LegendItem {
                sample: sample(&level.colour, MARK, |canvas| canvas.glyph(&level.glyph, Point::new(10.0, 10.0))),
                ..level_item(level)
            })
            .collect();
        items.push(LegendItem {
            sample: sample("inkt-zacht", MARK, |canvas| canvas.circle("ig-leeg", Point::new(10.0, 10.0), 1.5)),
            label: self.head.phrases.relatiematrix().no_tie().to_owned(),
            meaning: self.head.phrases.relatiematrix().no_tie_meaning().to_owned(),
        });
        items
    }

    fn table(&self) -> super::figure::Table {
        let rows = (0..self.parties.len()).map(|index| {
            let party = &self.parties[index];
            let ties: Vec<Html> = self
                .ties_of(index)
                .map(|(with, tie)| html![link(&tie.href, &with.name), format!(" ({})", tie.in_words())])
                .collect();
            let missing = self.parties.len() - 1 - ties.len();
            // A list of nearly all others tells nothing, and fills a book on paper.
            let missing: Vec<Html> = if missing > MOST_MISSING {
                vec![self.head.phrases.weefsel().others(missing).into()]
            } else {
                let others =
                    (0..self.parties.len()).filter(|other| *other != index && self.tie(index, *other).is_none());
                others.map(|other| Html::text(&self.parties[other].name)).collect()
            };
            vec![link(&party.href, &party.name), (&party.layer).into(), joined_or_dash(ties), joined_or_dash(missing)]
        });
        let (all, say) = (self.head.phrases.common(), self.head.phrases.relatiematrix());
        Table::new(say.caption().to_owned(), &[all.who(), all.layer(), say.has(), say.has_not()], rows.collect())
    }

    fn conclusion(&self) -> String {
        let count = self.parties.len();
        let possible = count * count.saturating_sub(1) / 2;
        let alone: Vec<String> =
            (0..count).filter(|party| self.count(*party) == 0).map(|party| self.parties[party].name.clone()).collect();
        let say = self.head.phrases.relatiematrix();
        if self.ties.is_empty() {
            return say.none().to_owned();
        }
        let mut words = match self.ties.len() {
            all if all == possible && all > 1 => say.all(all),
            ties => say.told(ties, possible),
        };
        let most = (0..count).map(|party| self.count(party)).max().unwrap_or(0);
        let busiest: Vec<String> = (0..count)
            .filter(|party| self.count(*party) == most)
            .map(|party| self.parties[party].name.clone())
            .collect();
        match busiest.len() {
            1 => words.push_str(&format!(" {}", say.most(&busiest[0], most))),
            2 | 3 if busiest.len() < count && most > 1 => {
                words.push_str(&format!(" {}", say.most_more(&self.head.phrases.list(&busiest), most)));
            }
            _ => {}
        }
        match alone.len() {
            0 => {}
            1..=4 => words.push_str(&format!(" {}", say.alone(&self.head.phrases.list(&alone)))),
            more => words.push_str(&format!(" {}", say.alone_count(more))),
        }
        words
    }
}

/// The bar before the rows of a layer, from where it starts to where the rows end.
fn draw_bar(canvas: &mut Canvas, layer: Option<(&Party, f64)>, bottom: f64) {
    let Some((party, top)) = layer else { return };
    canvas.open(&format!("ig-groepsbaan {}", dye(&party.colour)));
    canvas.rect("ig-baan-rand", Rect::new(4.0, top + 2.0, 4.0, bottom - top - 4.0), 2.0);
    canvas.close();
}
