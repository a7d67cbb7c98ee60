//! Slides: 16:9, the finding as title and the question small above it, and the drawing as large as it can be. What one slide does
//! not hold goes on on the next.

use super::legend::Legend;
use super::paper::{Letter, Paper, height, letter, lines, set, wide};
use super::style::{Plain, plain};
use super::{Infographic, Subject};
use crate::infographic::metrics::Weight;
use crate::markup::Svg;

/// Width of a slide.
pub const WIDTH: f64 = 1920.0;
/// Height of a slide.
pub const HEIGHT: f64 = 1080.0;
const MARGIN: f64 = 76.0;
const BAND: f64 = 12.0;
const TOP: f64 = 48.0;
/// Under the foot.
const BOTTOM: f64 = 34.0;
/// Between the drawing and what stands above and under it.
const CLEAR: f64 = 26.0;
/// Width of the texts beside a drawing that is about as high as it is wide.
const COLUMN: f64 = 560.0;
const GAP: f64 = 64.0;
/// A drawing is not blown up so far that it looks like a poster for children.
const LARGEST: f64 = 2.9;
/// Beside is worth it only when the letters grow by it.
const WORTH: f64 = 1.12;
/// A title longer than this is no title.
const LONG: usize = 130;

const QUESTION: Letter = letter(30.0, 40.0, Weight::Regular, "v-inkt-zacht");
/// The first that fits on two lines is taken.
const TITLES: [Letter; 2] = [letter(54.0, 64.0, Weight::Bold, "v-inkt"), letter(44.0, 53.0, Weight::Bold, "v-inkt")];
const CAVEAT: Letter = letter(28.0, 37.0, Weight::Bold, "v-inkt");
/// The first that fits on two or three lines is taken.
const FEET: [Letter; 2] =
    [letter(28.0, 36.0, Weight::Regular, "v-inkt-zacht"), letter(24.0, 32.0, Weight::Regular, "v-inkt-zacht")];
const LABEL: Letter = letter(28.0, 36.0, Weight::Bold, "v-inkt");
/// How much larger than on a page the legend stands.
const LEGEND: f64 = 2.16;
const SAMPLE: f64 = 2.0;

/// A text that stands on a slide.
#[derive(Debug, Clone)]
pub struct Text {
    /// Its words.
    pub words: String,
    /// On their lines.
    pub lines: Vec<String>,
    /// How they look.
    pub letter: Letter,
    /// Left edge.
    pub x: f64,
    /// Top.
    pub y: f64,
    /// The room it was set in.
    pub room: f64,
}

impl Text {
    fn set(words: &str, letter: Letter, x: f64, y: f64, room: f64) -> Self {
        Self { words: words.to_owned(), lines: set(words, letter, room), letter, x, y, room }
    }

    /// In the large letter if it takes no more than so many lines, else in the small one.
    fn set_within(most: usize, words: &str, [large, small]: [Letter; 2], x: f64, y: f64, room: f64) -> Self {
        let text = Self::set(words, large, x, y, room);
        if text.lines.len() <= most { text } else { Self::set(words, small, x, y, room) }
    }

    /// The same; in the small letter too when that makes one line of two.
    fn title(most: usize, words: &str, x: f64, y: f64, room: f64) -> Self {
        let (text, small) =
            (Self::set_within(most, words, TITLES, x, y, room), Self::set(words, TITLES[1], x, y, room));
        if small.lines.len() == 1 && text.lines.len() > 1 { small } else { text }
    }

    fn bottom(&self) -> f64 {
        self.y + height(&self.lines, self.letter)
    }
}

/// A slide, composed: texts in order of reading, and a drawing with its legend.
#[derive(Debug, Clone)]
pub struct Slide {
    /// The title.
    pub title: Text,
    /// The question, how sure it is, and where it comes from.
    pub texts: Vec<Text>,
    /// The legend and the drawing, as SVG.
    pub drawing: String,
}

impl Slide {
    /// The slide as a file of its own.
    pub fn svg(&self, subject: &Subject<'_>, info: &Infographic) -> String {
        let mut paper = Paper::new(&subject.setting.css);
        paper.rect("v-papier", 0.0, 0.0, WIDTH, HEIGHT);
        paper.selvedge(WIDTH, BAND);
        for text in std::iter::once(&self.title).chain(&self.texts) {
            paper.block(text.letter, text.x, text.y, &text.lines);
        }
        paper.raw(&self.drawing);
        paper.finish(WIDTH, HEIGHT, &info.title, &info.described())
    }
}

/// How many slides an infographic takes.
pub fn count(info: &Infographic) -> usize {
    info.slides.drawings.len().max(1)
}

/// The `at`-th slide.
pub fn slide(subject: &Subject<'_>, info: &Infographic, at: usize) -> Slide {
    let drawings: Vec<&Svg> = match info.slides.drawings.get(at) {
        Some(drawing) => vec![drawing],
        None => vec![&info.svg, &info.medium],
    };
    let css = &subject.setting.css;
    let (mut question, title) = headline(info, at);
    let when = &info.slides.of_when;
    if !when.is_empty() {
        let dated = subject.setting.phrases.export().of_when(&question, when);
        dated.trim_start().clone_into(&mut question);
    }
    if info.slides.drawings.len() > 1 {
        let part = subject.setting.phrases.export().part(&question, at + 1, info.slides.drawings.len());
        part.trim_start().clone_into(&mut question);
    }
    // The sources stand on each of a series: one slide may go into another deck.
    let from = subject.foot(info).pop().unwrap_or_default();
    let foot = if !info.source.is_empty() { format!("{}  ·  {from}", subject.sources_in_short(info)) } else { from };
    let head = Head { question, title, foot };
    let above = frame(subject, info, &head, MARGIN, WIDTH - 2.0 * MARGIN, false);
    let beside = frame(subject, info, &head, MARGIN, COLUMN, true);
    let mut best: Option<(f64, &Frame, Plain)> = None;
    for svg in drawings {
        let Some(drawing) = plain(svg, css, &Subject::AROUND, subject.place()) else { continue };
        for frame in [&above, &beside] {
            let (_, _, w, h) = frame.room;
            let scale = (w / drawing.width).min(h / drawing.height).min(LARGEST);
            let needed = |best: f64| best * if frame.beside { WORTH } else { 1.0 };
            if frame.fits && best.as_ref().is_none_or(|(known, ..)| scale > needed(*known)) {
                best = Some((scale, frame, drawing.clone()));
            }
        }
    }
    let (scale, frame, drawing) = match best {
        Some((scale, frame, drawing)) => (scale, frame, Some(drawing)),
        None => (1.0, &above, None),
    };
    let mut paper = Paper::new(css);
    paper.raw(&frame.legend);
    if let Some(drawing) = drawing {
        let (x, y, w, h) = frame.room;
        let (wide, tall) = (drawing.width * scale, drawing.height * scale);
        paper.drawing(&drawing, x + (w - wide) / 2.0, y + ((h - tall) / 2.0).clamp(0.0, 60.0), scale);
    }
    Slide { title: frame.title.clone(), texts: frame.texts.clone(), drawing: paper.inside() }
}

struct Head {
    question: String,
    title: String,
    foot: String,
}

/// The texts of a slide, and the room that they leave.
struct Frame {
    title: Text,
    texts: Vec<Text>,
    legend: String,
    /// Left, top, width and height.
    room: (f64, f64, f64, f64),
    beside: bool,
    /// The texts leave room for a drawing.
    fits: bool,
}

fn frame(subject: &Subject<'_>, info: &Infographic, head: &Head, x: f64, room: f64, beside: bool) -> Frame {
    let question = Text::set(&head.question, QUESTION, x, TOP, room);
    let most = if beside { 5 } else { 2 };
    let title = Text::title(most, &head.title, x, question.bottom() + 4.0, room);
    // Pieces that flow over slides, and drawings without a legend, leave room for a third line; what fills its slide does not.
    let feet = if count(info) > 1 || info.slides.explained { 3 } else { 2 };
    let mut foot = Text::set_within(feet, &head.foot, FEET, x, 0.0, room);
    foot.y = HEIGHT - BOTTOM - height(&foot.lines, foot.letter);
    let mut caveat = Text::set(&info.caveat, CAVEAT, x, 0.0, room);
    caveat.y = foot.y - height(&caveat.lines, CAVEAT) - if caveat.lines.is_empty() { 0.0 } else { 4.0 };
    let top = title.bottom() + CLEAR;
    let (legend, under) = legend(subject, info, x, top, room, beside);
    let room = if beside {
        (x + COLUMN + GAP, TOP, WIDTH - MARGIN - x - COLUMN - GAP, HEIGHT - TOP - BOTTOM)
    } else {
        (x, under, room, caveat.y - CLEAR - under)
    };
    let fits = under <= caveat.y && room.3 > 0.0;
    let texts = [question, caveat, foot].into_iter().filter(|text| !text.lines.is_empty()).collect();
    Frame { title, texts, legend, room, beside, fits }
}

/// The legend with its top at a height, and where what follows begins: in rows over the whole width, or in a column.
fn legend(subject: &Subject<'_>, info: &Infographic, x: f64, top: f64, room: f64, beside: bool) -> (String, f64) {
    let css = &subject.setting.css;
    let mut paper = Paper::new(css);
    // A legend explains what its drawing shows: of a cloth the levels that it has.
    let shows = |label: &String| info.slides.shown.as_ref().is_none_or(|shown| shown.contains(label));
    let shown: Vec<_> = info.legend.iter().filter(|item| shows(&item.label)).collect();
    if shown.is_empty() || info.slides.explained {
        return (String::new(), top);
    }
    if beside {
        let legend = Legend::of(&shown, css, subject.place(), room, LEGEND);
        legend.draw(&mut paper, x, top);
        return (paper.inside(), top + legend.height);
    }
    let (mut at, mut y) = (x, top - 8.0);
    for item in shown {
        let sample = plain(&item.sample, css, &["infographic"], subject.place());
        let drawn = sample.as_ref().map_or(0.0, |sample| sample.width * SAMPLE + 14.0);
        let needed = drawn + wide(&item.label, LABEL);
        if at > x && at + needed > x + room {
            (at, y) = (x, y + LABEL.leading + 8.0);
        }
        if let Some(sample) = &sample {
            paper.drawing(sample, at, y, SAMPLE);
        }
        paper.block(LABEL, at + drawn, y + 2.0, &lines(&item.label, LABEL, room));
        at += needed + 44.0;
    }
    (paper.inside(), y + LABEL.leading + 18.0)
}

/// What stands small above, and what is the title of a slide: what it shows itself, where that is told.
pub(super) fn headline(info: &Infographic, at: usize) -> (String, String) {
    let (question, title) = finding(info);
    match info.slides.titles.get(at) {
        Some(own) if question.is_empty() => (title, own.clone()),
        Some(own) => (question, own.clone()),
        None => (question, title),
    }
}

/// What stands small above, and what is the title: what the drawing shows, when that can be told in a line or two.
fn finding(info: &Infographic) -> (String, String) {
    if !info.question.is_empty() {
        return (info.question.clone(), info.title.clone());
    }
    let finding = first_sentence(&info.conclusion);
    if info.title.ends_with('?') && !finding.is_empty() && finding.chars().count() <= LONG {
        return (info.title.clone(), finding.trim_end_matches('.').to_owned());
    }
    (String::new(), info.title.clone())
}

/// Up to the first full stop behind which a sentence begins: with a capital, or with a number when what stands before it is no
/// abbreviation, such as `art. 3`.
fn first_sentence(text: &str) -> &str {
    let is_end = |at: usize| {
        let word = text[..at].rsplit(' ').next().unwrap_or_default();
        let short = word.chars().count() <= 4 && word.chars().all(char::is_lowercase);
        match text[at + 2..].chars().next() {
            Some(next) if next.is_uppercase() => true,
            Some(next) => next.is_ascii_digit() && !short,
            None => false,
        }
    };
    let ends = text.match_indices(". ").find(|(at, _)| is_end(*at));
    ends.map_or(text, |(at, _)| &text[..at + 1])
}

#[cfg(test)]
mod tests {
    use super::first_sentence;

    #[test]
    fn a_title_is_one_sentence() {
        assert_eq!(first_sentence("Drie van de 4. Daarna niets."), "Drie van de 4.");
        assert_eq!(first_sentence("Bij art. 3 is het zo."), "Bij art. 3 is het zo.");
        assert_eq!(first_sentence("17 van de 25 via het PHO VTH. 25 banden."), "17 van de 25 via het PHO VTH.");
        assert_eq!(first_sentence(""), "");
    }
}
