//! The card that goes with a page when someone shares it: its title, the portal's name and a piece of cloth.

use super::Setting;
use super::paper::{DYES, Letter, Paper, height, letter, lines};
use crate::infographic::metrics::Weight;
use crate::pages::view::PageView;

/// Width of a card.
pub const WIDTH: f64 = 1200.0;
/// Height of a card.
pub const HEIGHT: f64 = 630.0;
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
pub fn card(view: &PageView, setting: &Setting) -> String {
    let mut paper = Paper::new(&setting.css);
    paper.rect("v-linnen", 0.0, 0.0, WIDTH, HEIGHT);
    paper.selvedge(WIDTH, 14.0);
    cloth(&mut paper);
    paper.line(NAME, "start", MARGIN, 98.0, &setting.name);
    let set = |letter: Letter| (letter, lines(&view.title, letter, ROOM));
    let mut sizes = TITLES.into_iter().map(set);
    let fits = sizes.find(|(_, lines)| lines.len() <= 4);
    let (title, lines_of) = fits.unwrap_or_else(|| set(TITLES[2]));
    let tall = height(&lines_of, title);
    paper.block(title, MARGIN, (HEIGHT - tall) / 2.0 + 8.0, &lines_of);
    let section = view.breadcrumbs.iter().skip(1).map(|link| link.title.as_str()).collect::<Vec<_>>().join(" › ");
    if !section.is_empty() && super::paper::wide(&section, SECTION) <= ROOM {
        paper.line(SECTION, "start", MARGIN, HEIGHT - 60.0, &section);
    }
    paper.finish(WIDTH, HEIGHT, &view.title, &setting.name)
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
