//! A deck for PowerPoint and its like, by hand: text is text, shapes are shapes, and what a reader must know stands in the notes.

mod matrix;
mod parts;
mod path;
mod shapes;
mod zip;

use super::paper::{Letter, height};
use super::slide::{HEIGHT, Slide, Text, WIDTH};
use super::{Css, Unmade};
use crate::infographic::metrics::Weight;
use shapes::{Run, Shapes, paragraph, place, printable, solid};
use std::fmt::Write as _;
use zip::Zip;

/// A slide of a deck with what is told of it.
#[derive(Debug)]
pub struct Sheet<'a> {
    /// What stands on it.
    pub slide: &'a Slide,
    /// What the drawing shows, for who does not see it.
    pub alternative: String,
    /// Paragraphs for the notes.
    pub notes: Vec<String>,
}

/// The deck as a file. The same sheets are the same bytes.
pub fn deck(css: &Css, title: &str, sheets: &[Sheet<'_>]) -> Result<Vec<u8>, Unmade> {
    let mut zip = Zip::default();
    let mut add = |name: &str, xml: &str| zip.add(name, xml.as_bytes()).map_err(|e| Unmade(e.to_string()));
    let count = sheets.len();
    add("[Content_Types].xml", &parts::types(count))?;
    add("_rels/.rels", parts::ROOT)?;
    add("docProps/core.xml", &parts::core(&printable(title)))?;
    add("ppt/presentation.xml", &parts::presentation(count))?;
    add("ppt/_rels/presentation.xml.rels", &parts::presentation_rels(count))?;
    add("ppt/presProps.xml", parts::PROPS)?;
    add("ppt/viewProps.xml", parts::VIEWS)?;
    for number in [1, 2] {
        add(&format!("ppt/theme/theme{number}.xml"), &parts::theme(css))?;
    }
    add("ppt/slideMasters/slideMaster1.xml", &parts::master())?;
    add("ppt/slideMasters/_rels/slideMaster1.xml.rels", parts::MASTER_RELS)?;
    add("ppt/slideLayouts/slideLayout1.xml", &parts::layout())?;
    add("ppt/slideLayouts/_rels/slideLayout1.xml.rels", parts::LAYOUT_RELS)?;
    add("ppt/notesMasters/notesMaster1.xml", &parts::notes_master())?;
    add("ppt/notesMasters/_rels/notesMaster1.xml.rels", parts::NOTES_MASTER_RELS)?;
    for (index, sheet) in sheets.iter().enumerate() {
        let number = index + 1;
        add(&format!("ppt/slides/slide{number}.xml"), &slide(css, sheet))?;
        add(&format!("ppt/slides/_rels/slide{number}.xml.rels"), &parts::slide_rels(number))?;
        add(&format!("ppt/notesSlides/notesSlide{number}.xml"), &parts::notes(&notes(&sheet.notes)))?;
        add(&format!("ppt/notesSlides/_rels/notesSlide{number}.xml.rels"), &parts::notes_rels(number))?;
    }
    Ok(zip.finish())
}

/// Title first, then what stands around the drawing, and the drawing with its alternative text: the order of reading.
fn slide(css: &Css, sheet: &Sheet<'_>) -> String {
    let mut shapes = Shapes::from(2);
    let title = &sheet.slide.title;
    let id = shapes.id();
    let colour = css.token(title.letter.colour);
    let _ = write!(
        shapes.xml,
        "<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"Titel\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"title\"/></p:nvPr></p:nvSpPr><p:spPr>{}</p:spPr><p:txBody><a:bodyPr wrap=\"square\" lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\" anchor=\"t\"><a:normAutofit/></a:bodyPr><a:lstStyle/>{}</p:txBody></p:sp>",
        place("", (title.x, title.y), (title.room, height(&title.lines, title.letter)), ""),
        paragraph(std::slice::from_ref(&title.words), &run(title.letter, &colour), "l", Some(title.letter.leading))
    );
    for text in &sheet.slide.texts {
        block(&mut shapes, css, text);
    }
    let group = shapes.id();
    let mut drawn = Shapes::from(group + 1);
    drawn.draw(&sheet.slide.drawing);
    let whole = place("", (0.0, 0.0), (WIDTH, HEIGHT), "");
    let child =
        whole.replace("</a:xfrm>", "").replace("<a:xfrm>", "").replace("a:off", "a:chOff").replace("a:ext", "a:chExt");
    let mut alternative = String::new();
    crate::infographic::svg::push_escaped(&mut alternative, &printable(&sheet.alternative));
    let _ = write!(
        shapes.xml,
        "<p:grpSp><p:nvGrpSpPr><p:cNvPr id=\"{group}\" name=\"Tekening\" descr=\"{alternative}\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>{}{child}</a:xfrm></p:grpSpPr>{}</p:grpSp>",
        whole.trim_end_matches("</a:xfrm>"),
        drawn.xml
    );
    parts::slide(&solid(&css.token("v-papier"), 1.0), &shapes.xml)
}

fn run(letter: Letter, colour: &str) -> Run<'_> {
    Run { size: letter.size, bold: letter.weight == Weight::Bold, italic: false, colour }
}

fn block(shapes: &mut Shapes, css: &Css, text: &Text) {
    let colour = css.token(text.letter.colour);
    let size = (text.room, height(&text.lines, text.letter));
    shapes.block("Tekst", (text.x, text.y), size, &text.words, &run(text.letter, &colour), text.letter.leading);
}

fn notes(paragraphs: &[String]) -> String {
    let mut out = String::new();
    for words in paragraphs.iter().filter(|words| !words.is_empty()) {
        out.push_str("<a:p><a:r><a:rPr lang=\"nl-NL\"/><a:t>");
        crate::infographic::svg::push_escaped(&mut out, &printable(words));
        out.push_str("</a:t></a:r></a:p>");
    }
    if out.is_empty() { "<a:p><a:endParaRPr lang=\"nl-NL\"/></a:p>".to_owned() } else { out }
}
