//! The same for a slide: 16:9, with the drawing as large as it can be and room for a logo.
//!
//! A wide drawing stands under its title; a tall one beside it. Of the forms a drawing has, that is taken in which its letters
//! are largest.

use super::legend::Legend;
use super::paper::{Letter, Paper, height, letter, lines, set as set_lines};
use super::style::{Plain, plain};
use super::{Infographic, Subject};
use crate::infographic::metrics::Weight;

/// Width of a slide.
pub const WIDTH: f64 = 1920.0;
/// Height of a slide.
pub const HEIGHT: f64 = 1080.0;
const MARGIN: f64 = 72.0;
const BAND: f64 = 12.0;
const TOP: f64 = 56.0;
/// Above and under a drawing that stands beside its title.
const SIDE_TOP: f64 = 32.0;
/// Under the foot.
const BOTTOM: f64 = 28.0;
/// Between the drawing and the foot.
const CLEAR: f64 = 22.0;
/// Letters of a wide drawing are large enough then, and there is no need for its smaller form.
const GOOD: f64 = 1.4;
/// Kept free at the top right, for the logo of who shows it.
const LOGO: (f64, f64) = (320.0, 120.0);
/// Width of the texts beside a tall drawing.
const COLUMN: f64 = 440.0;
const GAP: f64 = 48.0;
/// Right of a drawing that stands beside its title.
const SIDE_MARGIN: f64 = 48.0;
/// A drawing is not blown up so far that it looks like a poster for children.
const LARGEST: f64 = 1.9;
/// Below this the smallest letters of a drawing, of 12.5 pixels, are small for a slide: a short form may do better.
const LEAST: f64 = 1.25;
/// How large the legend beside a drawing may stand, the best first.
const LEGEND: [f64; 3] = [1.2, 1.08, 0.96];

const TITLE: Letter = letter(48.0, 57.0, Weight::Bold, "v-inkt");
const SIDE_TITLE: Letter = letter(40.0, 49.0, Weight::Bold, "v-inkt");
const CONCLUSION: Letter = letter(26.0, 36.0, Weight::Regular, "v-inkt");
const CAVEAT: Letter = letter(24.0, 33.0, Weight::Bold, "v-inkt");
const FOOT: Letter = letter(18.0, 25.0, Weight::Regular, "v-inkt-zacht");
const SIDE_FOOT: Letter = letter(15.0, 21.0, Weight::Regular, "v-inkt-zacht");

struct Try {
    drawing: Plain,
    beside: bool,
    scale: f64,
}

/// The slide as SVG: of the whole, or of its short form when that can be read better.
pub fn slide(subject: &Subject<'_>, info: &Infographic) -> String {
    let (whole, scale) = set(subject, info);
    let short = info.short.as_deref().filter(|_| scale < LEAST).map(|short| set(subject, short));
    match short {
        Some((short, larger)) if larger > scale => short,
        _ => whole,
    }
}

/// A slide, and how large its drawing stands on it.
fn set(subject: &Subject<'_>, info: &Infographic) -> (String, f64) {
    let css = &subject.setting.css;
    let mut paper = Paper::new(css);
    paper.rect("v-papier", 0.0, 0.0, WIDTH, HEIGHT);
    paper.selvedge(WIDTH, BAND);

    let head = Head::of(info);
    let room = WIDTH - 2.0 * MARGIN;
    let caveat = set_lines(&info.caveat, CAVEAT, room);
    let mut foot = lines(&subject.foot(info).join("  ·  "), FOOT, room);
    if foot.len() > 1 {
        foot = subject.foot(info).iter().flat_map(|text| lines(text, FOOT, room)).collect();
    }
    let foot_top = HEIGHT - BOTTOM - height(&foot, FOOT) - height(&caveat, CAVEAT);
    let floor = foot_top - CLEAR;
    let under = Legend::of(info, css, subject.place(), WIDTH - 2.0 * MARGIN, 1.35);
    let under_top = head.bottom + if info.legend.is_empty() { 0.0 } else { under.height + 12.0 };
    let mut best: Option<Try> = None;
    for svg in [&info.svg, &info.medium] {
        if best.as_ref().is_some_and(|best| best.scale >= GOOD) {
            break;
        }
        let Some(drawing) = plain(svg, css, &Subject::AROUND, subject.place()) else { continue };
        for side in [false, true] {
            let (w, h) = if side {
                (WIDTH - MARGIN - COLUMN - GAP - SIDE_MARGIN, HEIGHT - 2.0 * SIDE_TOP)
            } else {
                (WIDTH - 2.0 * MARGIN, floor - under_top)
            };
            let scale = (w / drawing.width).min(h / drawing.height).min(LARGEST);
            // Beside is worth it only when the letters grow by it.
            let better = |best: &Try| scale > best.scale * if side && !best.beside { 1.12 } else { 1.0 };
            if best.as_ref().is_none_or(better) {
                best = Some(Try { drawing: drawing.clone(), beside: side, scale });
            }
        }
    }
    let scale = best.as_ref().map_or(0.0, |best| best.scale);
    match best {
        Some(best) if best.beside => side_by_side(&mut paper, subject, info, &best),
        best => {
            head.draw(&mut paper);
            if !info.legend.is_empty() {
                under.draw(&mut paper, MARGIN, head.bottom);
            }
            if let Some(best) = best {
                let (w, h) = (best.drawing.width * best.scale, best.drawing.height * best.scale);
                let x = (WIDTH - w) / 2.0;
                paper.drawing(&best.drawing, x, under_top + (floor - under_top - h) / 2.0, best.scale);
            }
            let y = paper.block(CAVEAT, MARGIN, foot_top, &caveat);
            paper.block(FOOT, MARGIN, y, &foot);
        }
    }
    (paper.finish(WIDTH, HEIGHT, &info.title, &info.described()), scale)
}

/// Title and conclusion above a wide drawing, clear of the logo.
struct Head {
    title: Vec<String>,
    conclusion: Vec<String>,
    bottom: f64,
}

impl Head {
    fn of(info: &Infographic) -> Self {
        let room = WIDTH - 2.0 * MARGIN - LOGO.0;
        let title = lines(&info.title, TITLE, room);
        let conclusion =
            if info.conclusion.is_empty() { Vec::new() } else { lines(&info.conclusion, CONCLUSION, room) };
        let text = TOP + height(&title, TITLE) + 10.0 + height(&conclusion, CONCLUSION);
        Self { title, conclusion, bottom: text.max(TOP + LOGO.1) + 24.0 }
    }

    fn draw(&self, paper: &mut Paper<'_>) {
        let y = paper.block(TITLE, MARGIN, TOP, &self.title) + 10.0;
        paper.block(CONCLUSION, MARGIN, y, &self.conclusion);
    }
}

/// Texts on the left with room for a logo under them, the drawing on the right at full height.
fn side_by_side(paper: &mut Paper<'_>, subject: &Subject<'_>, info: &Infographic, best: &Try) {
    let title = lines(&info.title, SIDE_TITLE, COLUMN);
    let y = paper.block(SIDE_TITLE, MARGIN, TOP, &title) + 20.0;
    let conclusion = lines(&info.conclusion, CONCLUSION, COLUMN);
    let y = paper.block(CONCLUSION, MARGIN, y, &conclusion) + 12.0;
    let y = paper.block(CAVEAT, MARGIN, y, &set_lines(&info.caveat, CAVEAT, COLUMN)) + 24.0;
    let foot: Vec<String> = subject.foot(info).iter().flat_map(|text| lines(text, SIDE_FOOT, COLUMN)).collect();
    let foot_top = HEIGHT - BOTTOM - height(&foot, SIDE_FOOT);
    paper.block(SIDE_FOOT, MARGIN, foot_top, &foot);
    // The logo's room stays free; a long legend gets smaller letters, the foot's at the least.
    let room = foot_top - LOGO.1 - y;
    let legend = LEGEND.into_iter().map(|scale| Legend::of(info, &subject.setting.css, subject.place(), COLUMN, scale));
    if let Some(legend) = legend.into_iter().find(|legend| legend.height <= room) {
        legend.draw(paper, MARGIN, y);
    }
    let (w, h) = (best.drawing.width * best.scale, best.drawing.height * best.scale);
    let left = MARGIN + COLUMN + GAP;
    let x = left + (WIDTH - SIDE_MARGIN - left - w) / 2.0;
    paper.drawing(&best.drawing, x, SIDE_TOP + (HEIGHT - 2.0 * SIDE_TOP - h) / 2.0, best.scale);
}
