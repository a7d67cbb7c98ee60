//! The tree: main lines branch into tasks, tasks into what they yield.

use super::canvas::{Anchor, Canvas, LINK, Size, dye};
use super::figure::{Drawings, Head, Infographic, Parts, Slides, Table};
use super::geometry::{Point, Rect, Route};
use super::lettering::{NAME, SMALL, SUBHEAD, TAG, Words};
use super::pieces::Drawing;
use super::upright::{NARROW, fewest_slides};
use super::weave::{self, Form};
use super::words::{Named, PlanWords, dash, lower};
use crate::html;
use crate::markup::Html;

/// A task and what it yields.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Branch {
    /// Its number, such as `Opgave 4`.
    pub tag: String,
    /// Its name and page.
    pub name: Named,
    /// What it yields, in plain text.
    pub results: Vec<String>,
}

/// A main line and its tasks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limb {
    /// Its number, such as `Spoor 2`.
    pub tag: String,
    /// Its name and page.
    pub name: Named,
    /// The dye.
    pub colour: String,
    /// Its tasks, in order.
    pub branches: Vec<Branch>,
}

/// A tree, as rows of data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Boom {
    /// Its names, and where the rows come from.
    pub head: Head,
    /// The main lines.
    pub limbs: Vec<Limb>,
    /// What the portal calls lines and tasks.
    pub words: PlanWords,
}

impl Boom {
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
        self.head.infographic("boom", parts, drawings)
    }

    fn conclusion(&self) -> String {
        let branches: usize = self.limbs.iter().map(|l| l.branches.len()).sum();
        let results: usize = self.limbs.iter().flat_map(|l| &l.branches).map(|b| b.results.len()).sum();
        let tasks = lower(&self.words.tasks);
        let say = self.head.phrases.boom();
        let lines = say.counted(self.limbs.len(), &lower(&self.words.line), &lower(&self.words.lines));
        let counted = say.counted(branches, &lower(&self.words.task), &tasks);
        let first = match results {
            0 => say.told_without(&lines, &counted),
            results => say.told(&lines, &counted, results),
        };
        let without = self.limbs.iter().flat_map(|l| &l.branches).filter(|b| b.results.is_empty()).count();
        let first = match without {
            _ if results == 0 || branches < 2 => first,
            0 => format!("{} {first}", say.all_yield(branches, &tasks)),
            without => format!("{} {first}", say.some_yield(without, branches, &tasks)),
        };
        let most = self.limbs.iter().map(|l| l.branches.len()).max().unwrap_or(0);
        let widest: Vec<String> =
            self.limbs.iter().filter(|l| l.branches.len() == most).map(|l| l.tag.clone()).collect();
        match widest.as_slice() {
            [only] if self.limbs.len() > 1 => format!("{first} {}", say.most_one(only, &tasks, most)),
            [_, ..] if widest.len() < self.limbs.len() => {
                format!("{first} {}", say.most_more(&self.head.phrases.list(&widest), &tasks, most))
            }
            _ => first,
        }
    }

    fn table(&self) -> Table {
        let mut rows = Vec::new();
        for limb in &self.limbs {
            for branch in &limb.branches {
                let results = branch.results.iter().map(Html::from);
                rows.push(vec![
                    html![format!("{}: ", branch.tag), branch.name.link()],
                    html![format!("{}: ", limb.tag), limb.name.link()],
                    if branch.results.is_empty() { dash() } else { Html::list("", results) },
                ]);
            }
        }
        Table {
            caption: self.head.phrases.boom().caption(&self.words.tasks, &lower(&self.words.line)),
            head: [&self.words.task, &self.words.line, self.head.phrases.boom().results()].map(str::to_owned).to_vec(),
            rows,
        }
    }

    fn svg(&self, size: Size) -> Drawing {
        let columns = Columns::of(size);
        let limbs: Vec<SetLimb> = self.limbs.iter().map(|limb| set_limb(limb, &columns)).collect();
        let height =
            limbs.iter().map(|l| l.height).sum::<f64>() + limbs.len().saturating_sub(1) as f64 * LIMB_GAP + 4.0;
        let mut canvas = Canvas::new("boom", &self.head, size);
        canvas.open_list(&self.words.lines);
        let mut y = 2.0;
        for (limb, set) in self.limbs.iter().zip(&limbs) {
            draw_limb(&mut canvas, (limb, &self.words), set, &columns, y);
            y += set.height + LIMB_GAP;
            canvas.cut(y - LIMB_GAP / 2.0);
        }
        canvas.close();
        canvas.finish_in_pieces(height)
    }
}

const LIMB_GAP: f64 = 32.0;
const BRANCH_GAP: f64 = 14.0;
const PADDING: f64 = 12.0;
const RESULT_GAP: f64 = 6.0;
/// The radius of a corner of a branch.
const TURN: f64 = 16.0;

/// Where the three columns stand: left edge and width.
struct Columns {
    limb: (f64, f64),
    branch: (f64, f64),
    result: (f64, f64),
}

impl Columns {
    fn of(size: Size) -> Self {
        match size {
            Size::Wide => Self { limb: (2.0, 214.0), branch: (292.0, 292.0), result: (636.0, 418.0) },
            _ => Self { limb: (2.0, 166.0), branch: (212.0, 212.0), result: (460.0, 238.0) },
        }
    }
}

struct SetBranch {
    tag: Words,
    name: Words,
    results: Vec<Words>,
    height: f64,
}

struct SetLimb {
    tag: Words,
    name: Words,
    branches: Vec<SetBranch>,
    height: f64,
}

fn set_limb(limb: &Limb, columns: &Columns) -> SetLimb {
    let branches: Vec<SetBranch> = limb
        .branches
        .iter()
        .map(|branch| {
            let room = columns.branch.1 - 2.0 * PADDING - 6.0;
            let (tag, name) = (Words::set(&branch.tag, TAG, room), Words::set(&branch.name.name, NAME, room));
            let results: Vec<Words> =
                branch.results.iter().map(|r| Words::set(r, SMALL, columns.result.1 - 16.0)).collect();
            let listed: f64 = results.iter().map(|r| r.height() + RESULT_GAP).sum::<f64>() - RESULT_GAP;
            let height = (tag.height() + name.height() + 2.0 * PADDING).max(listed + 8.0).ceil();
            SetBranch { tag, name, results, height }
        })
        .collect();
    let room = columns.limb.1 - 2.0 * PADDING - 6.0;
    let (tag, name) = (Words::set(&limb.tag, TAG, room), Words::set(&limb.name.name, SUBHEAD, room));
    let own = tag.height() + name.height() + 2.0 * PADDING;
    let tall: f64 =
        branches.iter().map(|b| b.height).sum::<f64>() + branches.len().saturating_sub(1) as f64 * BRANCH_GAP;
    SetLimb { tag, name, branches, height: tall.max(own).ceil() }
}

fn draw_limb(canvas: &mut Canvas, (limb, words): (&Limb, &PlanWords), set: &SetLimb, columns: &Columns, top: f64) {
    canvas.open_item(&dye(&limb.colour));
    let own = set.tag.height() + set.name.height() + 2.0 * PADDING;
    let mut y = top;
    let tall: f64 =
        set.branches.iter().map(|b| b.height).sum::<f64>() + set.branches.len().saturating_sub(1) as f64 * BRANCH_GAP;
    y += (set.height - tall).max(0.0) / 2.0;
    let mut places = Vec::new();
    for branch in &set.branches {
        places.push(Rect::new(columns.branch.0, y, columns.branch.1, branch.height));
        y += branch.height + BRANCH_GAP;
    }
    // The trunk is a plait; every branch is one strand of it. A branch that is almost level with the middle gets the box and
    // the trunk level with it: there is no room for its two corners.
    let middle = top + set.height / 2.0;
    let level = places.iter().map(Rect::center_y).find(|y| (y - middle).abs() < 2.0 * TURN).unwrap_or(middle);
    let highest = (level - own / 2.0).clamp(top, top + set.height - own);
    let place = Rect::new(columns.limb.0, highest, columns.limb.1, own);
    let root = Point::new(place.right(), level);
    let fork = Point::new(root.x + (columns.branch.0 - root.x) * 0.55, root.y);
    for place in &places {
        let end = Point::new(place.x, place.center_y());
        canvas.thread("ig-dun boom-tak", &[fork, Point::new(fork.x, end.y), end], TURN);
    }
    if !places.is_empty() {
        canvas.open("ig-lijn");
        weave::draw(&mut canvas.out, Form::Vlecht, &Route::rounded(&[root, fork], 0.0), &[], 0.0);
        canvas.close();
    }
    canvas.card("ig-vak ig-vol", place);
    canvas.open_link(
        LINK,
        &limb.name.href,
        &format!(
            "{}: {}, {}",
            limb.tag,
            limb.name.name,
            canvas.phrases.boom().counted(limb.branches.len(), &lower(&words.task), &lower(&words.tasks))
        ),
    );
    canvas.open("ig-kleur");
    let next = canvas.words(&set.tag, place.x + PADDING + 6.0, place.y + PADDING, Anchor::Start);
    canvas.close();
    canvas.words(&set.name, place.x + PADDING + 6.0, next, Anchor::Start);
    canvas.close_link(&limb.name.href);
    canvas.open_list(&canvas.phrases.boom().tasks_of(&words.tasks, &lower(&limb.tag)));
    for ((branch, set), place) in limb.branches.iter().zip(&set.branches).zip(&places) {
        draw_branch(canvas, branch, set, place, columns);
    }
    canvas.close();
    canvas.close();
}

fn draw_branch(canvas: &mut Canvas, branch: &Branch, set: &SetBranch, row: &Rect, columns: &Columns) {
    let own = set.tag.height() + set.name.height() + 2.0 * PADDING;
    let place = Rect::new(row.x, row.center_y() - own / 2.0, row.w, own);
    let listed: f64 = set.results.iter().map(|r| r.height() + RESULT_GAP).sum::<f64>() - RESULT_GAP;
    let mut y = row.center_y() - listed / 2.0;
    let dots: Vec<Point> = set
        .results
        .iter()
        .map(|result| {
            let dot = Point::new(columns.result.0, y + result.height() / 2.0);
            y += result.height() + RESULT_GAP;
            dot
        })
        .collect();
    let from = Point::new(place.right(), place.center_y());
    let turn = from.x + (columns.result.0 - from.x) / 2.0;
    for dot in &dots {
        canvas.thread("boom-draad", &[from, Point::new(turn, from.y), Point::new(turn, dot.y), *dot], 8.0);
    }
    canvas.open_item("boom-opgave");
    canvas.card("ig-vak", place);
    let results = canvas.phrases.boom().results_count(branch.results.len());
    let full = format!("{}: {}. {results}", branch.tag, branch.name.name);
    canvas.open_link(LINK, &branch.name.href, &full);
    canvas.open("ig-kleur");
    let next = canvas.words(&set.tag, place.x + PADDING + 6.0, place.y + PADDING, Anchor::Start);
    canvas.close();
    canvas.words(&set.name, place.x + PADDING + 6.0, next, Anchor::Start);
    canvas.close_link(&branch.name.href);
    for (result, dot) in set.results.iter().zip(&dots) {
        canvas.circle("boom-vrucht", *dot, 4.0);
        canvas.words(result, dot.x + 14.0, dot.y - result.height() / 2.0, Anchor::Start);
    }
    canvas.close();
}
