//! The board of choices: a column per state, a card per choice.

use super::canvas::{Anchor, Canvas, LINK, Size, dye};
use super::figure::{Drawings, Head, Infographic, LegendItem, Parts, Slides, Table};
use super::geometry::Rect;
use super::legend::sample;
use super::lettering::{NAME, SMALL, SUBHEAD, TAG, Words};
use super::pieces::Drawing;
use super::upright::{NARROW, fewest_slides};
use super::words::{Named, PlanWords, dash, lower, or_dash};
use crate::phrases::Phrases;

/// A choice that is to be made, or was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The question and where it leads.
    pub question: Named,
    /// The task it belongs to, such as `Opgave 4`.
    pub task: Named,
    /// The dye of the task.
    pub colour: String,
    /// Index of its state.
    pub state: usize,
    /// Who is on.
    pub who: Option<Named>,
    /// The moment before which it is made, in words; may be empty.
    pub due: String,
    /// The last day of that moment, so that it sorts; empty when there is none.
    pub last_day: String,
    /// That moment is past, and what it became is not known.
    pub overdue: bool,
    /// The options, in plain text.
    pub options: Vec<String>,
    /// What it became; empty while open.
    pub outcome: String,
    /// Who made it and when, in words; may be empty.
    pub decided: String,
}

/// A main line of the plan, whose choices have its colour.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its number, such as `Spoor 1`.
    pub tag: String,
    /// Its name.
    pub name: String,
    /// The dye.
    pub colour: String,
}

/// A board, as rows of data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keuzebord {
    /// Its names, and where the rows come from.
    pub head: Head,
    /// The states, in order: the name and what it means.
    pub states: Vec<(String, String)>,
    /// The choices, in order of their tasks.
    pub choices: Vec<Choice>,
    /// The main lines that the choices belong to.
    pub lines: Vec<Line>,
    /// What the portal calls lines and tasks.
    pub words: PlanWords,
}

/// By date: what is due first stands first, what has no date last, and what was chosen as it comes.
pub(super) fn by_date<'c>(choices: impl Iterator<Item = &'c Choice>) -> Vec<&'c Choice> {
    let mut choices: Vec<&Choice> = choices.collect();
    choices.sort_by_key(|choice| (choice.last_day.is_empty(), choice.last_day.as_str()));
    choices
}

const GAP: f64 = 14.0;
const PADDING: f64 = 12.0;

struct Card<'a> {
    choice: &'a Choice,
    task: Words,
    question: Words,
    about: Vec<Words>,
    height: f64,
}

/// The cards of a state, placed.
struct Column<'a> {
    state: usize,
    band: Rect,
    name: Words,
    note: Words,
    cards: Vec<(Rect, Card<'a>)>,
}

impl Keuzebord {
    /// The drawing with all that belongs to it.
    pub fn draw(&self) -> Infographic {
        let parts =
            Parts { conclusion: self.conclusion(), legend: self.legend(), table: self.table(), ..Parts::default() };
        let drawings = || {
            Drawings::of(
                self.svg(Size::Wide),
                self.svg(Size::Medium),
                self.stack(NARROW).upright(&self.head),
                Slides::explained(fewest_slides(&self.head, |width| self.stack(width))),
            )
        };
        self.head.infographic("keuzebord", parts, drawings)
    }

    /// What the colours stand for; nothing when there is one.
    fn legend(&self) -> Vec<LegendItem> {
        if self.lines.len() < 2 {
            return Vec::new();
        }
        let item = |line: &Line| {
            let card = |canvas: &mut Canvas| canvas.card("ig-vak", Rect::new(1.0, 1.0, 38.0, 18.0));
            LegendItem { sample: sample(&line.colour, 40.0, card), label: line.tag.clone(), meaning: line.name.clone() }
        };
        self.lines.iter().map(item).collect()
    }

    fn in_state(&self, state: usize) -> Vec<&Choice> {
        by_date(self.choices.iter().filter(|c| c.state == state))
    }

    fn conclusion(&self) -> String {
        let open = self.choices.iter().filter(|c| c.outcome.is_empty()).count();
        let nobody = self.choices.iter().filter(|c| c.outcome.is_empty() && c.who.is_none()).count();
        let (say, total) = (self.head.phrases.keuzebord(), self.choices.len());
        let overdue = self.choices.iter().filter(|c| c.overdue).count();
        let first = match total - open {
            0 => say.none_known(total),
            known if known == total => say.all_known(total),
            known => say.some_known(total, known),
        };
        let overdue = if overdue > 0 { format!("{} ", say.overdue_told(total, overdue)) } else { String::new() };
        match nobody {
            0 => format!("{overdue}{first}"),
            n => format!("{overdue}{first} {}", say.nobody(n)),
        }
    }

    fn table(&self) -> Table {
        let say = self.head.phrases.keuzebord();
        let rows = self.choices.iter().map(|c| {
            vec![
                c.question.link(),
                c.task.link_unbroken(),
                self.states.get(c.state).map_or("", |s| s.0.as_str()).into(),
                c.who.as_ref().map_or_else(dash, Named::link),
                or_dash(&c.due),
                or_dash(&c.options.join("; ")),
                or_dash([c.outcome.as_str(), &c.decided].join(". ").trim_end_matches(". ")),
            ]
        });
        Table {
            caption: say.caption(&lower(&self.words.task)),
            head: [say.choice(), &self.words.task, say.state(), say.turn(), say.due(), say.options(), say.outcome()]
                .map(str::to_owned)
                .to_vec(),
            rows: rows.collect(),
        }
    }

    fn svg(&self, size: Size) -> Drawing {
        let lanes = if size == Size::Wide { 4 } else { 3 };
        let shown: Vec<usize> = (0..self.states.len()).filter(|s| self.choices.iter().any(|c| c.state == *s)).collect();
        let counts: Vec<usize> = shown.iter().map(|s| self.in_state(*s).len()).collect();
        let shares = shares(&counts, lanes.max(shown.len()));
        let total: usize = shares.iter().sum::<usize>().max(1);
        let width =
            (size.width() - 4.0 - (total - 1) as f64 * GAP - shown.len().saturating_sub(1) as f64 * GAP) / total as f64;
        let span = |share: usize| width * share as f64 + GAP * share.saturating_sub(1) as f64;
        let heads: Vec<(Words, Words)> = shown
            .iter()
            .zip(&shares)
            .map(|(state, share)| {
                let (name, note) = &self.states[*state];
                (Words::set(name, SUBHEAD, span(*share) - 40.0), Words::set(note, SMALL, span(*share)))
            })
            .collect();
        let head = heads.iter().map(|(name, note)| name.height() + note.height()).fold(0.0, f64::max);
        let mut x = 2.0;
        let mut placed: Vec<Column<'_>> = Vec::new();
        let mut tallest: f64 = 0.0;
        for ((state, share), (name, note)) in shown.iter().zip(&shares).zip(heads) {
            let span = span(*share);
            let top = head + 26.0;
            let mut bottoms = vec![top; *share];
            let mut cards = Vec::new();
            let all: Vec<Card<'_>> =
                self.in_state(*state).into_iter().map(|c| set(&self.head.phrases, c, width)).collect();
            // Down one column and then the next, by date.
            let aim = top + all.iter().map(|c| c.height + GAP).sum::<f64>() / *share as f64;
            let mut lane = 0;
            for card in all {
                if lane + 1 < *share && bottoms[lane] + card.height / 2.0 > aim {
                    lane += 1;
                }
                let place = Rect::new(x + lane as f64 * (width + GAP), bottoms[lane], width, card.height);
                bottoms[lane] += card.height + GAP;
                cards.push((place, card));
            }
            let bottom = bottoms.iter().copied().fold(0.0, f64::max);
            tallest = tallest.max(bottom);
            placed.push(Column { state: *state, band: Rect::new(x, 0.0, span, bottom), name, note, cards });
            x += span + 2.0 * GAP;
        }
        let mut canvas = Canvas::new("keuzebord", &self.head, size);
        if size == Size::Medium {
            let ends = in_rows(&mut placed, &shares, width, head + 26.0);
            canvas.head(head + 20.0);
            ends.iter().for_each(|y| canvas.cut(*y));
            tallest = ends.last().copied().unwrap_or(tallest);
        }
        for Column { state, band, name, note, cards } in &placed {
            canvas.open(&dye(STATE_DYES[(*state).min(2)]));
            canvas.open("ig-kleur");
            canvas.words(name, band.x, 2.0, Anchor::Start);
            canvas.words(&Words::set(&cards.len().to_string(), SUBHEAD, 50.0), band.right(), 2.0, Anchor::End);
            canvas.close();
            canvas.words(note, band.x, 4.0 + name.height(), Anchor::Start);
            let y = 12.0 + head;
            canvas.rect("bord-lijn", Rect::new(band.x, y, band.w, 2.0), 0.0);
            canvas.close();
            canvas.open_list(&self.states[*state].0);
            for (place, card) in cards {
                draw_card(&mut canvas, place, card);
            }
            canvas.close();
        }
        canvas.finish_in_pieces(tallest.max(20.0))
    }
}

const STATE_DYES: [&str; 3] = ["meekrap", "wouw", "weide"];

/// Sets the cards in rows, the same for all states, so that paper may cut between them; gives where each row ends.
fn in_rows(columns: &mut [Column<'_>], shares: &[usize], width: f64, top: f64) -> Vec<f64> {
    let deep = columns.iter().zip(shares).map(|(column, share)| column.cards.len().div_ceil(*share)).max().unwrap_or(0);
    let mut y = top;
    let ends = (0..deep).map(|row| {
        let mut high: f64 = 0.0;
        for (column, share) in columns.iter_mut().zip(shares) {
            let x = column.band.x;
            for (lane, (place, card)) in column.cards.iter_mut().skip(row * share).take(*share).enumerate() {
                *place = Rect::new(x + lane as f64 * (width + GAP), y, width, card.height);
                high = high.max(card.height);
            }
        }
        y += high + GAP;
        y - GAP / 2.0
    });
    ends.collect()
}

/// How many of `lanes` columns each state gets, so that the fullest is as short as can be.
fn shares(counts: &[usize], lanes: usize) -> Vec<usize> {
    let mut shares = vec![1; counts.len()];
    for _ in counts.len()..lanes {
        let load = |i: usize| counts[i] as f64 / shares[i] as f64;
        let fullest = (0..counts.len()).fold(0, |best, i| if load(i) > load(best) { i } else { best });
        if counts.is_empty() || counts[fullest] <= shares[fullest] {
            break;
        }
        shares[fullest] += 1;
    }
    shares
}

fn set<'c>(phrases: &Phrases, choice: &'c Choice, width: f64) -> Card<'c> {
    let say = phrases.keuzebord();
    let room = width - 2.0 * PADDING - 6.0;
    let (task, question) = (Words::set(&choice.task.name, TAG, room), Words::set(&choice.question.name, NAME, room));
    let mut about = Vec::new();
    if !choice.outcome.is_empty() {
        about.extend([choice.outcome.clone(), choice.decided.clone()].into_iter().filter(|line| !line.is_empty()));
    } else if let Some(who) = &choice.who {
        about.push(say.turn_is(&who.name));
    }
    let mut about: Vec<Words> = about.iter().map(|line| Words::set(line, SMALL, room)).collect();
    if !choice.due.is_empty() {
        let (when, style) =
            if choice.overdue { (say.due_was(&choice.due), TAG) } else { (say.due_is(&choice.due), SMALL) };
        about.push(Words::set(&when, style, room));
    }
    let told = about.iter().map(Words::height).sum::<f64>() + if about.is_empty() { 0.0 } else { 4.0 };
    let height = 2.0 * PADDING + task.height() + question.height() + told;
    Card { choice, task, question, about, height: height.ceil() }
}

fn draw_card(canvas: &mut Canvas, place: &Rect, card: &Card<'_>) {
    let x = place.x + PADDING + 6.0;
    canvas.open_item(&dye(&card.choice.colour));
    canvas.card("ig-vak", *place);
    canvas.open_link(LINK, &card.choice.task.href, &card.choice.task.name);
    canvas.open("ig-kleur");
    let next = canvas.words(&card.task, x, place.y + PADDING, Anchor::Start);
    canvas.close();
    canvas.close_link(&card.choice.task.href);
    let say = canvas.phrases.keuzebord();
    let state = match card.choice.outcome.as_str() {
        "" => say.turn_is(card.choice.who.as_ref().map_or(say.unknown(), |w| w.name.as_str())),
        outcome => outcome.to_owned(),
    };
    canvas.open_link(LINK, &card.choice.question.href, &format!("{} {state}", card.choice.question.name));
    let next = canvas.words(&card.question, x, next, Anchor::Start);
    canvas.close_link(&card.choice.question.href);
    let mut y = next + 4.0;
    for line in &card.about {
        y = canvas.words(line, x, y, Anchor::Start);
    }
    canvas.close();
}
