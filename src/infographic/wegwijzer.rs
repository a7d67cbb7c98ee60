//! The signpost: from a subject to a question, and from the question to whom to go to.

use super::canvas::{Anchor, Canvas, LINK, Size, dye};
use super::figure::{Answered, Drawings, Head, Infographic, Parts, Slides, Subject, Table};
use super::geometry::{Point, Rect};
use super::lettering::{NAME, SMALL, SUBHEAD, Words};
use super::pieces::Drawing;
use super::upright::{NARROW, fewest_slides};
use super::words::{Named, lower};

/// A question and where it leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The question and its answer's place.
    pub question: Named,
    /// The answer in plain text.
    pub answer: String,
    /// What a drawing says behind the question of how sure the answer is; empty for what is sure.
    pub unsure: String,
    /// How sure the answer is, and in which source it stands: a sentence.
    pub standing: String,
}

impl Question {
    /// The question as a drawing sets it.
    pub fn drawn(&self) -> String {
        match self.unsure.as_str() {
            "" => self.question.name.clone(),
            unsure => format!("{} ({unsure})", self.question.name),
        }
    }
}

/// To whom one goes, and with which questions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// Its name and page.
    pub name: Named,
    /// The questions, in order.
    pub questions: Vec<Question>,
}

/// A first choice: a layer or a subject.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fork {
    /// Its name.
    pub name: String,
    /// What it is about; may be empty.
    pub note: String,
    /// The dye.
    pub colour: String,
    /// To whom its questions lead.
    pub targets: Vec<Target>,
}

/// A signpost, as rows of data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wegwijzer {
    /// Its names, and where the rows come from.
    pub head: Head,
    /// The first choices.
    pub forks: Vec<Fork>,
}

fn answered(target: &Target) -> Vec<Answered> {
    let answer = |question: &Question| Answered {
        question: question.question.name.clone(),
        answer: question.answer.clone(),
        standing: question.standing.clone(),
        to: target.name.link(),
    };
    target.questions.iter().map(answer).collect()
}

const ROW_GAP: f64 = 8.0;
const TARGET_GAP: f64 = 16.0;
const FORK_GAP: f64 = 18.0;
const PADDING: f64 = 12.0;

struct SetTarget {
    name: Words,
    questions: Vec<Words>,
    height: f64,
}

struct SetFork {
    name: Words,
    note: Words,
    targets: Vec<SetTarget>,
    height: f64,
}

/// Left edge and width of the three columns.
struct Columns {
    fork: (f64, f64),
    question: (f64, f64),
    target: (f64, f64),
}

impl Columns {
    fn of(size: Size) -> Self {
        match size {
            Size::Wide => Self { fork: (22.0, 176.0), question: (266.0, 440.0), target: (792.0, 246.0) },
            _ => Self { fork: (16.0, 122.0), question: (168.0, 286.0), target: (516.0, 168.0) },
        }
    }
}

impl Wegwijzer {
    /// The drawing with all that belongs to it.
    pub fn draw(&self) -> Infographic {
        let parts = Parts { conclusion: self.conclusion(), table: self.table(), ..Parts::default() };
        let drawings = || {
            Drawings::of(
                self.svg(Size::Wide),
                self.svg(Size::Medium),
                self.stack(NARROW).upright(&self.head),
                Slides::explained(fewest_slides(&self.head, |width| self.stack(width))),
            )
        };
        Infographic { steps: self.steps(), ..self.head.infographic("wegwijzer", parts, drawings) }
    }

    fn steps(&self) -> Vec<Subject> {
        let subject = |fork: &Fork| Subject {
            name: fork.name.clone(),
            colour: fork.colour.clone(),
            questions: fork.targets.iter().flat_map(answered).collect(),
        };
        self.forks.iter().map(subject).collect()
    }

    fn conclusion(&self) -> String {
        let targets: Vec<&Target> = self.forks.iter().flat_map(|f| &f.targets).collect();
        let questions: usize = targets.iter().map(|t| t.questions.len()).sum();
        let say = self.head.phrases.wegwijzer();
        let asked = |fork: &Fork| fork.targets.iter().map(|t| t.questions.len()).sum::<usize>();
        let most = self.forks.iter().map(asked).max().unwrap_or(0);
        let mut first = say.told(questions, targets.len());
        if let [only] = self.forks.iter().filter(|fork| asked(fork) == most).collect::<Vec<_>>().as_slice()
            && self.forks.len() > 1
            && most > 1
        {
            first = format!("{} {first}", say.most_under(&only.name, most, questions));
        }
        let most = targets.iter().map(|t| t.questions.len()).max().unwrap_or(0);
        match targets.iter().filter(|t| t.questions.len() == most).collect::<Vec<_>>().as_slice() {
            [only] if most > 1 => format!("{first} {}", say.most(&only.name.name, most)),
            _ => first,
        }
    }

    fn table(&self) -> Table {
        let (all, say) = (self.head.phrases.common(), self.head.phrases.wegwijzer());
        let mut rows = Vec::new();
        for fork in &self.forks {
            for target in &fork.targets {
                for question in &target.questions {
                    rows.push(vec![
                        question.question.link(),
                        target.name.link(),
                        (&fork.name).into(),
                        (&question.answer).into(),
                        (&question.standing).into(),
                    ]);
                }
            }
        }
        Table {
            caption: say.caption().to_owned(),
            head: [all.question(), say.to_whom(), all.layer(), all.answer(), say.sure()].map(str::to_owned).to_vec(),
            rows,
        }
    }

    fn svg(&self, size: Size) -> Drawing {
        let columns = Columns::of(size);
        let forks: Vec<SetFork> = self.forks.iter().map(|fork| set_fork(fork, &columns)).collect();
        let height = forks.iter().map(|f| f.height + FORK_GAP).sum::<f64>() - FORK_GAP + 4.0;
        let mut canvas = Canvas::new("wegwijzer", &self.head, size);
        canvas.open_list(self.head.phrases.common().layers());
        let mut y = 2.0;
        for (fork, set) in self.forks.iter().zip(&forks) {
            draw_fork(&mut canvas, fork, set, &columns, Rect::new(2.0, y, size.width() - 4.0, set.height));
            y += set.height + FORK_GAP;
            canvas.cut(y - FORK_GAP / 2.0);
        }
        canvas.close();
        canvas.finish_in_pieces(height.max(20.0))
    }
}

fn set_fork(fork: &Fork, columns: &Columns) -> SetFork {
    let targets: Vec<SetTarget> = fork
        .targets
        .iter()
        .map(|target| {
            let name = Words::set(&target.name.name, NAME, columns.target.1 - 2.0 * PADDING - 6.0);
            let questions: Vec<Words> =
                target.questions.iter().map(|q| Words::set(&q.drawn(), SMALL, columns.question.1 - 4.0)).collect();
            let asked: f64 = questions.iter().map(|q| q.height() + ROW_GAP).sum::<f64>() - ROW_GAP;
            let height = asked.max(name.height() + 20.0).ceil();
            SetTarget { name, questions, height }
        })
        .collect();
    let room = columns.fork.1 - 8.0;
    let (name, note) = (Words::set(&fork.name, SUBHEAD, room), Words::set(&fork.note, SMALL, room));
    let tall = targets.iter().map(|t| t.height + TARGET_GAP).sum::<f64>() - TARGET_GAP;
    let height = tall.max(name.height() + 4.0 + note.height()) + 40.0;
    SetFork { name, note, targets, height: height.ceil() }
}

fn draw_fork(canvas: &mut Canvas, fork: &Fork, set: &SetFork, columns: &Columns, band: Rect) {
    canvas.open_item(&dye(&fork.colour));
    canvas.card("ig-baan-vlak", band);
    let own = set.name.height() + 4.0 + set.note.height();
    let top = band.center_y() - own / 2.0;
    canvas.open("ig-kleur");
    let next = canvas.words(&set.name, columns.fork.0, top, Anchor::Start);
    canvas.close();
    canvas.words(&set.note, columns.fork.0, next + 4.0, Anchor::Start);
    let start = Point::new(columns.fork.0 + columns.fork.1 + 4.0, band.center_y());
    let turn = start.x + (columns.question.0 - 14.0 - start.x) / 2.0;
    let tall = set.targets.iter().map(|t| t.height + TARGET_GAP).sum::<f64>() - TARGET_GAP;
    let mut y = band.center_y() - tall / 2.0;
    // All lines begin under each other, behind the longest question.
    let widest = set.targets.iter().flat_map(|t| &t.questions).map(|q| q.width).fold(0.0, f64::max);
    let end = columns.question.0 + widest + 10.0;
    canvas.open_list(&canvas.phrases.wegwijzer().questions_of(&lower(&fork.name)));
    for (target, words) in fork.targets.iter().zip(&set.targets) {
        let middle = y + words.height / 2.0;
        let asked: f64 = words.questions.iter().map(|q| q.height() + ROW_GAP).sum::<f64>() - ROW_GAP;
        let own = words.name.height() + 20.0;
        let place = Rect::new(columns.target.0, middle - own / 2.0, columns.target.1, own);
        let mut at = middle - asked / 2.0;
        let bend = columns.question.0 + columns.question.1 + (place.x - columns.question.0 - columns.question.1) * 0.55;
        for (question, lines) in target.questions.iter().zip(&words.questions) {
            let center = at + lines.height() / 2.0;
            let dot = Point::new(columns.question.0 - 12.0, center);
            canvas.thread("weg-tak", &[start, Point::new(turn, start.y), Point::new(turn, center), dot], 10.0);
            canvas.thread(
                "ig-dun",
                &[
                    Point::new(end, center),
                    Point::new(bend, center),
                    Point::new(bend, middle),
                    Point::new(place.x - 6.0, middle),
                ],
                10.0,
            );
            canvas.open_item("weg-vraag");
            canvas.circle("weg-stip", dot, 4.0);
            canvas.open_link(
                LINK,
                &question.question.href,
                &canvas.phrases.wegwijzer().leads_to(&question.drawn(), &target.name.name),
            );
            canvas.words(lines, columns.question.0, at, Anchor::Start);
            canvas.close_link(&question.question.href);
            canvas.close();
            at += lines.height() + ROW_GAP;
        }
        canvas.arrow("ig-pijl", Point::new(place.x - 1.0, middle), 0.0);
        canvas.open_item("weg-doel");
        canvas.card("ig-vak", place);
        let asked = canvas.phrases.wegwijzer().asked(&target.name.name, target.questions.len());
        canvas.open_link(LINK, &target.name.href, &asked);
        canvas.words(&words.name, place.x + PADDING + 6.0, place.y + 10.0, Anchor::Start);
        canvas.close_link(&target.name.href);
        canvas.close();
        y += words.height + TARGET_GAP;
    }
    canvas.close();
    canvas.close();
}
