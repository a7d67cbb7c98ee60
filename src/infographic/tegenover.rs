//! Two parties over against each other, with a wall between them: what is the difference?

use super::canvas::{Anchor, Canvas, Size, dye};
use super::figure::Infographic;
use super::figure::{Drawings, Head, Parts, Slides, Table};
use super::geometry::{Point, Rect};
use super::legend::Level;
use super::lettering::{BODY, HEAD, LABEL, SMALL, Style, height, lines};
use super::pieces::Drawing;
use super::upright::{NARROW, ROOM};
use super::weave::Form;
use super::words::capital;
use crate::markup::Html;

/// One of the two.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Side {
    /// Its short name.
    pub name: String,
    /// Its name in full.
    pub full: String,
    /// Its page.
    pub href: String,
    /// The dye.
    pub colour: String,
}

/// A question that both are asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aspect {
    /// The question.
    pub question: String,
    /// The answers of the left one.
    pub left: Vec<String>,
    /// The answers of the right one.
    pub right: Vec<String>,
    /// The answers of both as they are drawn, when that is shorter; the table gives them whole.
    pub drawn: Option<[Vec<String>; 2]>,
    /// Do the data answer it for both? What they leave open has words, and is no answer.
    pub known: bool,
}

impl Aspect {
    /// The answers of the left and of the right one, as they are drawn.
    pub(super) fn shown(&self) -> [&[String]; 2] {
        self.drawn.as_ref().map_or([&self.left, &self.right], |[left, right]| [left, right])
    }
}

/// Two parties, as rows of data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tegenover {
    /// Its names.
    pub head: Head,
    /// The left one.
    pub left: Side,
    /// The right one.
    pub right: Side,
    /// The tie between them, its page and how sure it is; `None` when there is none.
    pub tie: Option<(Level, String, String)>,
    /// What is compared.
    pub aspects: Vec<Aspect>,
}

const WALL: f64 = 136.0;
/// How far down the wall its name stands at most.
const WALL_NAME: f64 = 180.0;
const QUESTION: Style = Style { class: "ig-label", ..LABEL };

impl Side {
    /// What a screen reader says of it: first the name that is seen, then the whole one.
    pub(super) fn spoken(&self) -> String {
        if self.full == self.name { self.name.clone() } else { format!("{}, {}", self.name, self.full) }
    }
}

impl Tegenover {
    /// The drawing and its twins.
    pub fn draw(&self) -> Infographic {
        let parts = Parts { conclusion: self.conclusion(), table: self.table(), ..Parts::default() };
        let drawings = || {
            Drawings::of(
                self.drawing(Size::Wide),
                self.drawing(Size::Medium),
                self.stack(NARROW).upright(&self.head),
                Slides::explained(self.stack(Size::Slide.width()).slides(&self.head, 1, ROOM)),
            )
        };
        self.head.infographic("tegenover", parts, drawings)
    }

    fn drawing(&self, size: Size) -> Drawing {
        let mut canvas = Canvas::new("tegenover", &self.head, size);
        let wide = (size.width() - WALL) / 2.0;
        let (left, right) = (Rect::new(0.0, 0.0, wide, 0.0), Rect::new(wide + WALL, 0.0, wide, 0.0));
        let room = wide - 48.0;
        let titles = [(&self.left, left), (&self.right, right)]
            .map(|(side, place)| (side, place, lines(&side.name, HEAD, room), lines(&side.full, SMALL, room)));
        let head =
            titles.iter().map(|(_, _, name, full)| height(name, HEAD) + height(full, SMALL)).fold(0.0, f64::max) + 44.0;
        let mut tops = vec![head];
        let set: Vec<[Vec<Vec<String>>; 2]> = self
            .aspects
            .iter()
            .map(|aspect| {
                aspect.shown().map(|answers| answered(self.head.phrases.tegenover().nothing(), answers, room))
            })
            .collect();
        for [one, other] in &set {
            let tall = |answers: &Vec<Vec<String>>| answers.iter().map(|words| height(words, BODY) + 6.0).sum::<f64>();
            let next = tops.last().copied().unwrap_or(0.0) + 44.0 + tall(one).max(tall(other)) + 14.0;
            tops.push(next);
        }
        let bottom = tops.last().copied().unwrap_or(head);
        canvas.head(head);
        // What the wall says stands beside the first questions.
        tops.iter().filter(|top| **top > WALL_NAME + 60.0).for_each(|top| canvas.cut(*top));
        for (number, (side, place, name, full)) in titles.iter().enumerate() {
            canvas.open(&format!("ig-zijde {}", dye(&side.colour)));
            let panel = Rect::new(place.x, 0.0, wide, bottom);
            canvas.rect("ig-baan-vlak", panel, 8.0);
            canvas.rect("ig-baan-rand", Rect::new(place.x, 0.0, wide, 6.0), 3.0);
            canvas.open_link("ig-knoop", &side.href, &side.spoken());
            canvas.rect("ig-raakvlak", Rect::new(place.x + 12.0, 14.0, wide - 24.0, head - 30.0), 4.0);
            let next = canvas.block(HEAD, Anchor::Start, place.x + 24.0, 22.0, name);
            if side.full != side.name {
                canvas.block(SMALL, Anchor::Start, place.x + 24.0, next + 2.0, full);
            }
            canvas.close_link(&side.href);
            canvas.open_list(&side.name);
            for ((aspect, answers), top) in self.aspects.iter().zip(&set).zip(&tops) {
                self.draw_answers(&mut canvas, &aspect.question, &answers[number], *top, panel, room);
            }
            canvas.close();
            canvas.close();
        }
        self.draw_wall(&mut canvas, wide + WALL / 2.0, bottom);
        canvas.finish_in_pieces(bottom + 1.0)
    }

    fn draw_answers(
        &self,
        canvas: &mut Canvas,
        question: &str,
        answers: &[Vec<String>],
        top: f64,
        panel: Rect,
        room: f64,
    ) {
        let x = panel.x + 24.0;
        canvas.open_item("ig-antwoord");
        canvas.line("ig-haarlijn", Point::new(x, top), Point::new(x + room, top));
        canvas.text(QUESTION, Anchor::Start, x, top + 27.0, question);
        let mut y = top + 40.0;
        for words in answers {
            if answers.len() > 1 {
                canvas.circle("ig-stip", Point::new(x + 4.0, y + 9.5), 3.0);
            }
            let indent = if answers.len() > 1 { 16.0 } else { 0.0 };
            y = canvas.block(BODY, Anchor::Start, x + indent, y, words) + 6.0;
        }
        canvas.close();
    }

    /// The wall: a column of bricks when the two are apart on purpose, a weave when there is a tie.
    fn draw_wall(&self, canvas: &mut Canvas, x: f64, bottom: f64) {
        let Some((level, href, status)) = &self.tie else {
            let words = lines(self.head.phrases.tegenover().no_tie(), SMALL, WALL - 24.0);
            canvas.block(SMALL, Anchor::Middle, x, bottom / 2.0 - height(&words, SMALL) / 2.0, &words);
            return;
        };
        let middle = (bottom / 2.0).min(WALL_NAME);
        let name = lines(&capital(&level.name), LABEL, WALL - 20.0);
        let tall = height(&name, LABEL) + SMALL.leading + 36.0;
        let (above, below) = (middle - tall / 2.0 - 6.0, middle + tall / 2.0 + 10.0);
        canvas.open(&format!("ig-muur {}", dye(&level.colour)));
        if level.form == Form::Gescheiden {
            for (from, to) in [(0.0, above), (below, bottom)] {
                bricks(canvas, x, from, to);
            }
        } else {
            canvas.open("ig-lijn");
            let from = x - WALL / 2.0 + 10.0;
            canvas.weave(level.form, Point::new(from, below + 10.0), Point::new(x + WALL / 2.0 - 10.0, below + 10.0));
            canvas.close();
        }
        let full = self.head.phrases.tegenover().between(&self.left.name, &self.right.name, &level.name, status);
        canvas.open_link("ig-knoop", href, &full);
        canvas.rect("ig-raakvlak", Rect::new(x - WALL / 2.0 + 6.0, above, WALL - 12.0, below - above), 4.0);
        canvas.glyph(&level.glyph, Point::new(x, middle - tall / 2.0 + 14.0));
        let next = canvas.block(LABEL, Anchor::Middle, x, middle - tall / 2.0 + 30.0, &name);
        canvas.text(SMALL, Anchor::Middle, x, next + 12.0, status);
        canvas.close_link(href);
        canvas.close();
    }

    fn table(&self) -> super::figure::Table {
        let say = self.head.phrases.tegenover();
        let joined = |answers: &[String]| match answers {
            [] => Html::text(say.nothing()),
            // What is no sentence needs a sign to tell where the next begins.
            [first, ..] if !first.ends_with('.') => answers.join("; ").into(),
            sentences => sentences.join(" ").into(),
        };
        let rows = self
            .aspects
            .iter()
            .map(|aspect| vec![(&aspect.question).into(), joined(&aspect.left), joined(&aspect.right)]);
        let head = [self.head.phrases.common().question(), &self.left.name, &self.right.name];
        Table::new(say.caption(&self.left.name, &self.right.name), &head, rows.collect())
    }

    fn conclusion(&self) -> String {
        let say = self.head.phrases.tegenover();
        // What the data tell of one only is no difference.
        let known: Vec<&Aspect> = self.aspects.iter().filter(|aspect| aspect.known).collect();
        let differ = known.iter().filter(|aspect| aspect.left != aspect.right).count();
        let tie = match &self.tie {
            Some((level, _, status)) => say.tie_is(&self.left.name, &self.right.name, &level.name, status),
            None => say.tie_is_not(&self.left.name, &self.right.name),
        };
        let compared = match (differ, known.len()) {
            (_, 0) => None,
            (0, count) => Some(say.differ_none(count)),
            (all, count) if all == count => Some(say.differ_all(count)),
            (differ, count) => Some(say.differ(differ, count)),
        };
        let rest = self.aspects.len() - known.len();
        let rest = (rest > 0).then(|| say.not_both(rest));
        [Some(tie), compared, rest].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }
}

fn answered(nothing: &str, answers: &[String], room: f64) -> Vec<Vec<String>> {
    if answers.is_empty() {
        return vec![lines(nothing, BODY, room)];
    }
    let room = if answers.len() > 1 { room - 16.0 } else { room };
    answers.iter().map(|answer| lines(answer, BODY, room)).collect()
}

/// Bricks in a running bond around a vertical line.
fn bricks(canvas: &mut Canvas, x: f64, from: f64, to: f64) {
    let (half, tall) = (22.0, 14.0);
    let mut y = from;
    let mut even = true;
    while y + tall - 3.0 <= to {
        let pieces: &[(f64, f64)] =
            if even { &[(-half, -1.5), (1.5, half)] } else { &[(-half, -13.0), (-10.0, 10.0), (13.0, half)] };
        for (left, right) in pieces {
            canvas.rect("ig-steen", Rect::new(x + left, y, right - left, tall - 3.0), 2.0);
        }
        y += tall;
        even = !even;
    }
}
