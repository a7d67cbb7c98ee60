//! The file to take along: question, reading, legend, drawing, conclusion, source and date on one sheet, as tall as it needs.

use super::legend::Legend;
use super::paper::{Letter, Paper, letter, lines, set};
use super::style::plain;
use super::{Infographic, Subject};
use crate::infographic::metrics::Weight;

const TITLE: Letter = letter(30.0, 37.0, Weight::Bold, "v-inkt");
const READING: Letter = letter(16.0, 23.0, Weight::Regular, "v-inkt-zacht");
const QUESTION: Letter = letter(17.0, 24.0, Weight::Regular, "v-inkt-zacht");
const CAVEAT: Letter = letter(16.0, 23.0, Weight::Bold, "v-inkt");
const CONCLUSION: Letter = letter(18.0, 25.0, Weight::Bold, "v-inkt");
const FOOT: Letter = letter(13.0, 19.0, Weight::Regular, "v-inkt-zacht");
const MARGIN: f64 = 48.0;
const BAND: f64 = 8.0;

/// The sheet as SVG.
pub fn sheet(subject: &Subject<'_>, info: &Infographic) -> String {
    let css = &subject.setting.css;
    let drawing = plain(&info.svg, css, &Subject::AROUND, subject.place());
    let (w, h) = drawing.as_ref().map_or((1056.0, 0.0), |d| (d.width, d.height));
    // A small drawing is not blown up to the width of a large one, but its title needs room.
    let room = w.max(700.0);
    let width = room + 2.0 * MARGIN;
    let mut paper = Paper::new(css);
    let question = set(&info.question, QUESTION, room);
    let caveat = set(&info.caveat, CAVEAT, room);
    let title = lines(&info.title, TITLE, room);
    let reading = set(&info.reading, READING, room);
    let conclusion = set(&info.conclusion, CONCLUSION, room);
    let foot: Vec<String> = subject.foot(info).iter().flat_map(|text| lines(text, FOOT, room)).collect();
    let legend = Legend::of(&info.legend.iter().collect::<Vec<_>>(), css, subject.place(), room, 1.0);

    let mut y = BAND + 36.0;
    let mut body = Paper::new(css);
    y = body.block(QUESTION, MARGIN, y, &question);
    y = body.block(TITLE, MARGIN, y, &title) + 6.0;
    y = body.block(READING, MARGIN, y, &reading) + 20.0;
    if !info.legend.is_empty() {
        legend.draw(&mut body, MARGIN, y);
        y += legend.height + 8.0;
    }
    if let Some(drawing) = &drawing {
        body.drawing(drawing, MARGIN + (room - w) / 2.0, y, 1.0);
        y += h + 24.0;
    }
    y = body.block(CONCLUSION, MARGIN, y, &conclusion) + if caveat.is_empty() { 18.0 } else { 6.0 };
    if !caveat.is_empty() {
        y = body.block(CAVEAT, MARGIN, y, &caveat) + 18.0;
    }
    body.rect("v-lijn", MARGIN, y, room, 1.0);
    y = body.block(FOOT, MARGIN, y + 12.0, &foot) + 24.0;

    paper.rect("v-papier", 0.0, 0.0, width, y);
    paper.selvedge(width, BAND);
    paper.raw(&body.inside());
    paper.finish(width, y.ceil(), &info.title, &info.described())
}
