//! The card that goes with a page when someone shares it: the finding of its infographic and the drawing; of a page without one its
//! title and a piece of cloth.

use super::paper::{DYES, Letter, Paper, height, letter, lines, set, wide};
use super::slide::headline;
use super::style::{Plain, plain};
use super::{Infographic, Setting, Subject};
use crate::infographic::metrics::Weight;
use crate::pages::view::PageView;

/// Width of a card.
pub const WIDTH: f64 = 1200.0;
/// Height of a card.
pub const HEIGHT: f64 = 630.0;
/// Around a drawing and its finding.
const SIDE: f64 = 48.0;
const TOP: f64 = 82.0;
const BOTTOM: f64 = 26.0;
const GAP: f64 = 36.0;
const COLUMN: f64 = 380.0;
const LARGEST: f64 = 2.2;
const SMALLEST: f64 = 0.5;
const FINDING: Letter = letter(38.0, 46.0, Weight::Bold, "v-inkt");
const CAVEAT: Letter = letter(20.0, 27.0, Weight::Bold, "v-inkt");
/// The same for a title and a piece of cloth.
const MARGIN: f64 = 72.0;
const ROOM: f64 = 690.0;
const NAME: Letter = letter(28.0, 36.0, Weight::Bold, "v-meekrap");
const SECTION: Letter = letter(26.0, 34.0, Weight::Regular, "v-inkt-zacht");
/// The first that fits in four lines is taken.
const TITLES: [Letter; 3] = [
    letter(66.0, 76.0, Weight::Bold, "v-inkt"),
    letter(54.0, 63.0, Weight::Bold, "v-inkt"),
    letter(42.0, 50.0, Weight::Bold, "v-inkt"),
];

/// The card as SVG.
pub fn card(subject: &Subject<'_>) -> String {
    let (view, setting) = (subject.view, subject.setting);
    let mut paper = Paper::new(&setting.css);
    paper.rect("v-linnen", 0.0, 0.0, WIDTH, HEIGHT);
    paper.selvedge(WIDTH, 14.0);
    match view.infographics().find_map(|info| best(subject, info)) {
        Some((info, composed)) => with_drawing(&mut paper, subject, info, &composed),
        None => with_cloth(&mut paper, view, setting),
    }
    paper.finish(WIDTH, HEIGHT, &view.title, &setting.name)
}

/// A drawing for a card: the one for slides, which has large letters and no small print.
struct Composed {
    title: Vec<String>,
    caveat: Vec<String>,
    drawing: Plain,
    /// Left, top, width and height.
    room: (f64, f64, f64, f64),
    beside: bool,
    scale: f64,
}

/// The better of two compositions: the finding above the drawing, or beside it.
fn best<'a>(subject: &Subject<'_>, info: &'a Infographic) -> Option<(&'a Infographic, Composed)> {
    // Of a record people ask what it is called; of a page what it shows.
    let record = subject.view.entity.is_some();
    let finding = if record { subject.view.title.clone() } else { headline(info, 0).1 };
    let svg = info.slides.drawings.first().unwrap_or(&info.svg);
    let drawing = plain(svg, &subject.setting.css, &Subject::AROUND, subject.place())?;
    let compose = |beside: bool| {
        let room = if beside { COLUMN } else { WIDTH - 2.0 * SIDE };
        let (title, caveat) = (lines(&finding, FINDING, room), set(&info.caveat, CAVEAT, room));
        let under = TOP + height(&title, FINDING);
        let room = if beside {
            (SIDE + COLUMN + GAP, GAP, WIDTH - 2.0 * SIDE - COLUMN - GAP, HEIGHT - 2.0 * GAP)
        } else {
            (SIDE, under + GAP / 2.0, room, HEIGHT - BOTTOM - height(&caveat, CAVEAT) - under - GAP)
        };
        let scale = (room.2 / drawing.width).min(room.3 / drawing.height).min(LARGEST);
        let fits = scale > 0.0 && (!beside || under + height(&caveat, CAVEAT) + GAP + BOTTOM <= HEIGHT);
        fits.then(|| Composed { title, caveat, drawing: drawing.clone(), room, beside, scale })
    };
    let (above, beside) = (compose(false), compose(true));
    let composed = match (above, beside) {
        (Some(above), Some(beside)) if beside.scale > above.scale => Some(beside),
        (above, beside) => above.or(beside),
    };
    // Letters smaller than this show nothing: the cloth says as much.
    composed.filter(|composed| composed.scale >= SMALLEST).map(|composed| (info, composed))
}

fn with_drawing(paper: &mut Paper<'_>, subject: &Subject<'_>, info: &Infographic, composed: &Composed) {
    let column = if composed.beside { COLUMN } else { WIDTH - 2.0 * SIDE };
    let page = &subject.view.title;
    let whole = format!("{}  ·  {page}", subject.setting.name);
    let told = if page == &info.title || subject.view.entity.is_some() || wide(&whole, NAME) > column {
        &subject.setting.name
    } else {
        &whole
    };
    paper.line(NAME, "start", SIDE, 64.0, told);
    paper.block(FINDING, SIDE, TOP, &composed.title);
    let caveat = HEIGHT - BOTTOM - height(&composed.caveat, CAVEAT);
    paper.block(CAVEAT, SIDE, caveat, &composed.caveat);
    let (x, y, w, h) = composed.room;
    let (drawn, tall) = (composed.drawing.width * composed.scale, composed.drawing.height * composed.scale);
    paper.drawing(&composed.drawing, x + (w - drawn) / 2.0, y + (h - tall) / 2.0, composed.scale);
}

/// The title of a page without a drawing, and a piece of cloth.
fn with_cloth(paper: &mut Paper<'_>, view: &PageView, setting: &Setting) {
    cloth(paper);
    paper.line(NAME, "start", MARGIN, 98.0, &setting.name);
    let set = |letter: Letter| (letter, lines(&view.title, letter, ROOM));
    let mut sizes = TITLES.into_iter().map(set);
    let fits = sizes.find(|(_, lines)| lines.len() <= 4);
    let (title, lines_of) = fits.unwrap_or_else(|| set(TITLES[2]));
    let tall = height(&lines_of, title);
    paper.block(title, MARGIN, (HEIGHT - tall) / 2.0 + 8.0, &lines_of);
    let section = view.breadcrumbs.iter().skip(1).map(|link| link.title.as_str()).collect::<Vec<_>>().join(" › ");
    if !section.is_empty() && wide(&section, SECTION) <= ROOM {
        paper.line(SECTION, "start", MARGIN, HEIGHT - 60.0, &section);
    }
}

/// A piece of plain weave at the right edge: threads go over and under by turns.
fn cloth(paper: &mut Paper<'_>) {
    const STEP: f64 = 74.0;
    const THREAD: f64 = 46.0;
    const LEFT: f64 = 846.0;
    const TOP: f64 = 14.0;
    let (columns, rows) = (5, 9);
    let dye = |i: usize| DYES[i % DYES.len()];
    for column in 0..columns {
        let x = LEFT + 24.0 + column as f64 * STEP;
        paper.rect(dye(column), x, TOP, THREAD, HEIGHT - TOP);
    }
    for row in 0..rows {
        let y = TOP + 18.0 + row as f64 * STEP;
        let colour = dye(row + 2);
        // A loose thread sticks out at the left, as at the edge of a piece of cloth.
        let start = LEFT - if row % 2 == 0 { 20.0 } else { 0.0 };
        for column in 0..columns {
            let x = LEFT + 24.0 + column as f64 * STEP;
            if (row + column) % 2 == 0 {
                // Over: the cross thread lies on top, with a seam of ground beside it.
                paper.rect("v-linnen", x - 7.0, y - 7.0, THREAD + 14.0, THREAD + 14.0);
                paper.rect(colour, x - 14.0, y, THREAD + 28.0, THREAD);
            } else {
                paper.rect("v-linnen", x - 7.0, y - 7.0, 7.0, THREAD + 14.0);
                paper.rect("v-linnen", x + THREAD, y - 7.0, 7.0, THREAD + 14.0);
            }
        }
        let first_over = row % 2 == 0;
        let end = LEFT + 24.0 - if first_over { 14.0 } else { 7.0 };
        paper.rect(colour, start, y, end - start, THREAD);
    }
}
