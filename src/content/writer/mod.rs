//! Turns the events of the Markdown parser into safe, well-formed HTML with open places for what other files decide.
//!
//! The writer keeps one stack of everything that is open, Markdown and raw HTML alike. Raw HTML may only be closed within the
//! Markdown element in which it was opened, so the result is well-formed whatever an editor writes.

mod alerts;
mod bare;
mod blocks;
mod data;
mod elsewhere;
mod emphasis;
mod figures;
mod half_links;
mod links;
mod notes;
mod parts;
mod pasted;
mod raw;
mod remarks;
mod rows_apart;
mod slips;
mod swallowed;
mod tables;
mod text;
mod unspaced;
mod word_table;

use super::checks;
use super::foreign::{self, Found};
use super::html::Holds;
use super::ids::Ids;
use super::out::Out;
use super::typography::Quotes;
use super::{Body, Heading, Words};
use crate::diag::words::files as words;
use crate::diag::{Diagnostic, FileId, Span};
use crate::markup::Html;
use notes::Notes;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use std::collections::HashMap;
use std::ops::Range;

/// A file in which everything is wrong is not helped by more messages than this. Equal ones are shown once, with their number, so
/// that number must be the true one for any page that a person wrote.
const MOST_PROBLEMS: usize = 2000;

/// A page of more pieces than this is a thousand pages long, or was made by a program. Each piece costs memory in all that is made of
/// it: a heading stands in the page, in its table of contents, among its anchors and in the index for search.
const MOST_PIECES: usize = 50_000;

/// Events with their places in the text.
type Events<'e, 'a> = &'e [(Event<'a>, Range<usize>)];

/// From a byte range in the parsed text to a place in the file.
#[derive(Debug, Clone, Copy)]
pub struct Places {
    /// The file.
    pub file: FileId,
    /// Where the parsed text starts in the file.
    pub offset: usize,
    /// Set when the text is not in the file letter for letter: then this is the only place there is.
    pub whole: Option<Span>,
}

/// What is written.
#[derive(Debug, Default)]
pub struct Written {
    pub body: Body,
    pub headings: Vec<Heading>,
    pub anchors: Vec<String>,
    pub plain: Words,
    pub outside: Vec<(String, Span)>,
    pub problems: Vec<Diagnostic>,
}

/// Writes a whole page.
pub fn page(source: &str, places: Places) -> Written {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_GFM;
    write(source, places, options, false)
}

/// Writes a sentence: no blocks.
pub fn sentence(source: &str, places: Places) -> Written {
    write(source, places, Options::empty(), true)
}

fn write(source: &str, places: Places, options: Options, sentence: bool) -> Written {
    let options = options | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_WIKILINKS;
    let mut events = Vec::with_capacity(source.len() / 16 + 8);
    let mut parser = Parser::new_ext(source, options).into_offset_iter();
    events.extend(parser.by_ref().take(MOST_PIECES));
    if let Some((_, range)) = parser.next() {
        let place = Writer::new(source, places, &[], sentence).place(&(range.start..range.start));
        return Written { problems: vec![words::too_many_pieces(place, MOST_PIECES)], ..Written::default() };
    }
    let mut writer = Writer::new(source, places, &events, sentence);
    let mut places_of_words = checks::places(source);
    writer.foreign = foreign::look(source, &events, &mut places_of_words);
    let defined = parser.reference_definitions().iter();
    writer.defined = defined.map(|(label, target)| (label.to_lowercase(), target.span.clone())).collect();
    let defined = parser.reference_definitions().iter();
    let defined = defined.map(|(label, target)| (label, &*target.dest, target.span.clone()));
    writer.foreign.extend(foreign::unused(defined, &events));
    writer.foreign.sort_by_key(|found| found.range.start);
    if sentence {
        writer.foreign.retain(|found| !source.get(found.range.clone()).is_some_and(foreign::is_braced));
    }
    writer.run();
    let told = checks::look(source, &events, &mut places_of_words, &|range| writer.place(range));
    writer.problems.extend(told);
    writer.tell_foreign();
    writer.finish()
}

/// What ends something that is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Close {
    /// Nothing was opened.
    Nothing,
    /// An element within a line.
    Inline(&'static str),
    /// Elements one in the other, the innermost first, and the end of a line.
    Block(&'static [&'static str]),
    /// A link to another site: who listens hears that it leaves this one.
    External,
}

/// Something that is open.
#[derive(Debug)]
struct Open {
    /// What may stand in it.
    holds: Holds,
    /// What ends it.
    close: Close,
    /// Filled when it is raw HTML.
    raw: Option<raw::RawOpen>,
}

/// A finished piece of output.
#[derive(Debug)]
struct Piece {
    out: Out,
    /// The number of ids before it.
    ids: usize,
}

#[derive(Debug)]
struct Writer<'e, 'a> {
    source: &'a str,
    places: Places,
    events: Events<'e, 'a>,
    /// The event that comes next.
    at: usize,
    /// Where the next paragraph really starts, when its first line has been dealt with.
    skip: Option<usize>,
    /// The next image stands alone in its paragraph and has a caption.
    figure: bool,
    /// Only a sentence, no blocks.
    sentence: bool,
    /// Stands somewhere in it what a remark begins with? Nearly no page has it.
    may_have_remarks: bool,
    blocks: usize,
    out: Out,
    /// The pieces around the one that is being written, each with the number of ids when that one began.
    outer: Vec<(Out, usize)>,
    quotes: Quotes,
    open: Vec<Open>,
    links: Vec<links::OpenLink>,
    /// `[label]: address`: the label in small letters, and where the line stands.
    defined: Vec<(String, Range<usize>)>,
    images: Vec<figures::OpenImage<'a>>,
    table: tables::Table,
    notes: Notes,
    ids: Ids,
    levels: blocks::Levels,
    /// Raw tags that are open, links among them, and elements whose text stays as it is.
    raw_depth: usize,
    raw_links: usize,
    verbatim: usize,
    /// Tags that were refused, so that their closing tags are passed over.
    refused: HashMap<String, usize>,
    /// Ids that raw HTML refers to.
    wanted: Vec<(String, Span)>,
    /// Links to other sites.
    outside: Vec<(String, Span)>,
    problems: Vec<Diagnostic>,
    /// Markup of other programs, in order.
    foreign: Vec<Found>,
    /// Emphasis with a space within its signs was told up to here.
    signs_until: usize,
    /// A table with empty lines between its rows was told up to here.
    rows_until: usize,
    /// Loose rows of a table in HTML were told up to here.
    loose_until: usize,
    /// What was pasted from a word processor has been told of.
    pasted: pasted::Told,
}

impl<'e, 'a> Writer<'e, 'a> {
    fn new(source: &'a str, places: Places, events: Events<'e, 'a>, sentence: bool) -> Self {
        let mut writer = Self {
            source,
            places,
            events,
            at: 0,
            skip: None,
            figure: false,
            sentence,
            may_have_remarks: remarks::may_have(source),
            blocks: 0,
            out: Out::default(),
            outer: Vec::new(),
            quotes: Quotes::default(),
            open: Vec::new(),
            links: Vec::new(),
            defined: Vec::new(),
            images: Vec::new(),
            table: tables::Table::default(),
            notes: Notes::default(),
            ids: Ids::default(),
            levels: blocks::Levels::of(events),
            raw_depth: 0,
            raw_links: 0,
            verbatim: 0,
            refused: HashMap::new(),
            wanted: Vec::new(),
            outside: Vec::new(),
            problems: Vec::new(),
            foreign: Vec::new(),
            signs_until: 0,
            rows_until: 0,
            loose_until: 0,
            pasted: pasted::Told::default(),
        };
        writer.out.html = Html::with_capacity(source.len() + source.len() / 4);
        writer.open.push(Open {
            holds: if sentence { Holds::Phrasing } else { Holds::Flow },
            close: Close::Nothing,
            raw: None,
        });
        if source.contains("[^") {
            writer.number_notes();
        }
        writer
    }

    fn run(&mut self) {
        let events = self.events;
        while let Some((event, range)) = events.get(self.at) {
            self.at += 1;
            match event {
                Event::Start(tag) => self.start(tag, range),
                Event::End(tag) => self.end(*tag, range),
                Event::Text(_) => self.texts(),
                Event::Code(code) => self.inline_code(code),
                Event::InlineHtml(html) => self.inline_html(html, range),
                Event::FootnoteReference(label) => self.note_reference(label, range),
                Event::SoftBreak => self.soft_break(),
                Event::HardBreak => {
                    self.out.html.open("br", &[]);
                    self.out.html.line();
                    self.out.plain.space();
                }
                Event::Rule => {
                    if self.block(range) {
                        self.out.html.open("hr", &[]);
                        self.out.html.line();
                    }
                }
                Event::TaskListMarker(done) => self.task(*done),
                // HTML blocks are read as a whole where they start; mathematics is not switched on.
                Event::Html(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {}
            }
        }
    }

    fn start(&mut self, tag: &Tag<'a>, range: &Range<usize>) {
        match tag {
            Tag::Link { link_type, dest_url, title, id } => self.start_link(*link_type, dest_url, title, id, range),
            Tag::Image { link_type, dest_url, title, id } => {
                self.start_image(*link_type, dest_url, title, id, range);
            }
            Tag::Emphasis => self.start_inline("em"),
            Tag::Strong => self.start_inline("strong"),
            Tag::Strikethrough => self.start_inline("s"),
            Tag::Superscript => self.start_inline("sup"),
            Tag::Subscript => self.start_inline("sub"),
            _ => self.start_block(tag, range),
        }
    }

    fn end(&mut self, tag: TagEnd, range: &Range<usize>) {
        match tag {
            TagEnd::Link => self.end_link(),
            TagEnd::Image => self.end_image(),
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Superscript | TagEnd::Subscript => {
                self.leave()
            }
            _ => self.end_block(tag, range),
        }
    }

    fn start_inline(&mut self, name: &'static str) {
        self.check_text("x");
        self.out.html.open(name, &[]);
        self.enter(Holds::Phrasing, Close::Inline(name));
    }

    fn inline_code(&mut self, code: &str) {
        self.check_text("x");
        self.out.html.open("code", &[]);
        self.out.text(code);
        self.out.html.close("code");
    }

    /// Opens a Markdown element; raw HTML in it cannot be closed outside it.
    fn enter(&mut self, holds: Holds, close: Close) {
        self.open.push(Open { holds, close, raw: None });
    }

    /// Closes the innermost Markdown element, and with a message all raw HTML that is still open in it.
    fn leave(&mut self) {
        while let Some(open) = self.open.pop() {
            if let Some(raw) = open.raw {
                self.unclosed(raw, open.close);
                continue;
            }
            self.close(open.close);
            break;
        }
    }

    fn close(&mut self, close: Close) {
        let html = &mut self.out.html;
        match close {
            Close::Nothing => {}
            Close::Inline(name) => html.close(name),
            Close::Block(names) => {
                names.iter().for_each(|name| html.close(name));
                html.line();
            }
            Close::External => {
                html.push(Html::element("span", &[("class", "alleen-voorlezer")], links::EXTERNAL));
                html.close("a");
            }
        }
    }

    /// Starts a piece of output of its own.
    fn begin_piece(&mut self) {
        self.outer.push((std::mem::take(&mut self.out), self.ids.count()));
    }

    /// Ends it and goes on with the piece around it.
    fn end_piece(&mut self) -> Piece {
        let (outer, ids) = self.outer.pop().unwrap_or_default();
        Piece { out: std::mem::replace(&mut self.out, outer), ids }
    }

    /// Leaves a piece out: what is not on the page has no ids.
    fn drop_piece(&mut self, piece: &Piece) {
        self.ids.forget_since(piece.ids);
    }

    fn place(&self, range: &Range<usize>) -> Span {
        let moved = self.places.offset + range.start..self.places.offset + range.end;
        self.places.whole.unwrap_or_else(|| Span::new(self.places.file, moved))
    }

    /// The first signs of a block: a heading has no `#` of its own when a line stands under it.
    fn first_signs(&self, start: usize, signs: u8) -> Span {
        let text = self.source.get(start..).unwrap_or_default();
        let length: usize = text.chars().take(usize::from(signs)).map(char::len_utf8).sum();
        self.place(&(start..start + length))
    }

    fn problem(&mut self, problem: Diagnostic) {
        if self.problems.len() < MOST_PROBLEMS {
            self.problems.push(problem);
        }
    }

    fn finish(mut self) -> Written {
        self.leave();
        self.write_notes();
        self.check_wanted();
        let anchors = self.ids.finish();
        let body = self.out.finish();
        let Out { plain, headings, .. } = self.out;
        Written { body, headings, anchors, plain: plain.trimmed(), outside: self.outside, problems: self.problems }
    }
}
