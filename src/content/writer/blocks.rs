//! Blocks: paragraphs, headings, lists, quotations, code.

use super::{Close, Events, Piece, Writer};
use crate::content::Said;
use crate::content::code;
use crate::content::foreign::split_heading_id;
use crate::content::html::Holds;
use crate::content::out::Out;
use crate::content::typography::Quotes;
use crate::content::{Heading, Segment, Words};
use crate::diag::Span;
use crate::diag::words::content as words;
use crate::diag::words::slips;
use crate::letters::first_line;
use crate::markup::Attributes;
use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Tag, TagEnd};
use std::ops::Range;

/// The elements of the levels from 2 on.
const HEADINGS: [&str; 5] = ["h2", "h3", "h4", "h5", "h6"];

/// How the levels in the source become levels on the page.
#[derive(Debug)]
pub(super) struct Levels {
    /// The highest level that is used; it becomes level 2.
    top: u8,
    /// Level of the heading before, on the page.
    last: u8,
}

impl Levels {
    pub(super) fn of(events: Events<'_, '_>) -> Self {
        let mut levels = events.iter().filter_map(|(event, _)| match event {
            Event::Start(Tag::Heading { level, .. }) => Some(*level as u8),
            _ => None,
        });
        let first = levels.next().unwrap_or(2);
        let top = levels.min().unwrap_or(first).min(first);
        // A page that begins with ## means it so: a single # further on is the one that is wrong.
        Self { top: if first == 2 { 2 } else { top }, last: 1 }
    }

    /// A heading was meant here that is none for a slip, which is told: those below it are not to blame.
    pub(super) fn meant(&mut self, hashes: usize) {
        let hashes = u8::try_from(hashes).unwrap_or(u8::MAX);
        self.last = hashes.saturating_sub(self.top).saturating_add(2).min(6);
    }
}

impl<'a> Writer<'_, 'a> {
    /// Gets ready for a block; `false` where none can stand.
    pub(super) fn block(&mut self, range: &Range<usize>) -> bool {
        self.quotes = Quotes::default();
        if self.sentence {
            self.blocks += 1;
            if self.blocks == 1 {
                let place = self.place(range);
                self.problem(words::block_in_sentence(place));
            }
            self.out.text(" ");
            return false;
        }
        self.out.plain.end_line();
        if self.open.last().is_some_and(|open| open.raw.is_some() && open.holds != Holds::Flow) {
            self.misplaced_text();
        }
        true
    }

    /// Opens a block in this element.
    fn open_block(&mut self, range: &Range<usize>, holds: Holds, element: &'static [&'static str]) {
        self.open_block_with(range, holds, element, &[]);
    }

    fn open_block_with(
        &mut self,
        range: &Range<usize>,
        holds: Holds,
        element: &'static [&'static str],
        attributes: &[(&str, &str)],
    ) {
        if !self.block(range) {
            return self.enter(Holds::Phrasing, Close::Nothing);
        }
        for name in element {
            self.out.html.open(name, attributes);
            // What holds blocks has each on a line of its own.
            if matches!(*name, "ul" | "ol" | "dl") {
                self.out.html.line();
            }
        }
        self.enter(holds, Close::Block(element));
    }

    pub(super) fn start_block(&mut self, tag: &Tag<'a>, range: &Range<usize>) {
        match tag {
            Tag::Paragraph => self.paragraph(range),
            Tag::Heading { .. } => {
                self.block(range);
                self.begin_piece();
                self.enter(Holds::Phrasing, Close::Nothing);
            }
            Tag::BlockQuote(kind) => {
                self.check_empty(if kind.is_some() { "Dit kader" } else { "Dit citaat" }, range);
                if kind.is_none() {
                    self.check_quotation(range);
                }
                self.quotation(*kind, range);
            }
            Tag::CodeBlock(kind) => self.code_block(kind, range),
            Tag::HtmlBlock => self.html_block(range),
            Tag::List(start) => {
                self.check_list_signs(range);
                self.list(*start, range);
            }
            Tag::Item => {
                self.check_empty("Dit punt van de lijst", range);
                self.check_below_item(range);
                self.item(range);
            }
            Tag::FootnoteDefinition(label) => self.note_definition(label, range),
            Tag::DefinitionList => self.open_block(range, Holds::Flow, &["dl"]),
            Tag::DefinitionListTitle => {
                self.no_colons(range);
                self.open_block(range, Holds::Phrasing, &["dt"]);
            }
            Tag::DefinitionListDefinition => {
                self.no_colons(range);
                self.open_block(range, Holds::Flow, &["dd"]);
            }
            Tag::Table(alignments) => self.table(alignments, range),
            Tag::TableHead => self.table_head(),
            Tag::TableRow => self.table_row(range),
            Tag::TableCell => self.table_cell(),
            _ => self.enter(Holds::Phrasing, Close::Nothing),
        }
    }

    pub(super) fn end_block(&mut self, tag: TagEnd, range: &Range<usize>) {
        match tag {
            TagEnd::Heading(level) => return self.end_heading(level, range),
            TagEnd::FootnoteDefinition => return self.end_note_definition(),
            TagEnd::Table => self.end_table_body(),
            TagEnd::TableCell => {
                self.table.in_cell = false;
                self.out.plain.space();
            }
            // Read as a whole where they start.
            TagEnd::CodeBlock | TagEnd::HtmlBlock => return,
            _ => {}
        }
        self.leave();
        if !self.sentence && tag != TagEnd::TableCell {
            self.out.plain.end_line();
        }
    }

    fn paragraph(&mut self, range: &Range<usize>) {
        self.no_colons(range);
        if !self.sentence {
            self.check_paragraph(range);
        }
        if let Some(start) = self.skip.take() {
            self.at = start;
        }
        let data = !self.sentence && self.check_data(range);
        if data {
            // Told whole: what it looks like here is no mistake of its own.
            let end = self.events[self.at..].iter().position(|(e, _)| matches!(e, Event::End(TagEnd::Paragraph)));
            self.at += end.unwrap_or(0);
        }
        if self.sentence && self.blocks == 0 && self.out.plain.is_empty() && self.out.html.is_empty() {
            // The one paragraph that a sentence is parsed as.
            self.enter(Holds::Phrasing, Close::Nothing);
        } else if !self.sentence && self.is_figure() {
            self.open_block(range, Holds::Phrasing, &["figure"]);
            self.figure = true;
        } else if self.is_only_paragraph_of_definition() {
            self.quotes = Quotes::default();
            self.enter(Holds::Phrasing, Close::Nothing);
        } else {
            self.open_block(range, Holds::Phrasing, &["p"]);
        }
    }

    /// `<dd><p>…</p></dd>` needs no paragraph when it is the only one.
    fn is_only_paragraph_of_definition(&self) -> bool {
        let before = self.at.checked_sub(2).and_then(|i| self.events.get(i));
        if !matches!(before, Some((Event::Start(Tag::DefinitionListDefinition), _))) {
            return false;
        }
        let end = self.events[self.at..].iter().position(|(e, _)| matches!(e, Event::End(TagEnd::Paragraph)));
        let after = end.and_then(|end| self.events.get(self.at + end + 1));
        matches!(after, Some((Event::End(TagEnd::DefinitionListDefinition), _)))
    }

    /// Signs alone, below a box that was told: its end.
    fn ends_colons(&self, text: &str) -> bool {
        let line = text.lines().next().unwrap_or_default();
        line.trim_end().bytes().all(|b| b == b':') && self.problems.iter().any(|problem| problem.code == "MD018")
    }

    /// Other programs make boxes with `:::`; here it would become text or, worse, a definition.
    fn no_colons(&mut self, range: &Range<usize>) {
        if self.source.get(range.clone()).is_some_and(|text| text.starts_with(":::") && !self.ends_colons(text)) {
            let place = self.place(&(range.start..range.start + 3));
            // The parser gives one line as a word to explain and as a paragraph within that.
            let told = |told: &crate::diag::Diagnostic| {
                told.code == "MD018"
                    && told.place.is_some_and(|told| told.start <= place.start && place.start < told.end)
            };
            if !self.problems.iter().any(told) {
                self.problem(words::colons(place));
            }
        }
    }

    fn end_heading(&mut self, level: HeadingLevel, range: &Range<usize>) {
        self.leave();
        let piece = self.end_piece();
        if self.sentence {
            self.out.append(piece.out);
            return;
        }
        let mut inner = piece.out;
        let mut text = inner.plain.clone().trimmed();
        let own = self.own_id(range, &mut inner, &mut text);
        let piece = Piece { out: inner, ..piece };
        if text.is_empty() {
            self.drop_piece(&piece);
            let place = self.place(range);
            self.problem(words::empty_heading(place));
            return;
        }
        let mut inner = piece.out;
        if (level as u8) < self.levels.top && self.outer.is_empty() {
            let place = self.first_signs(range.start, level as u8);
            self.problem(words::heading_too_high(place));
        }
        let level = (level as u8).saturating_sub(self.levels.top).saturating_add(2).min(6);
        if level > self.levels.last + 1 && self.outer.is_empty() {
            let shift = self.levels.top;
            let written = |level: u8| (level + shift).saturating_sub(2);
            let place = self.first_signs(range.start, written(level));
            self.problem(words::skipped_level(place, written(level), written(self.levels.last + 1)));
        }
        self.levels.last = level;
        // The name of a mention is not known yet, so its id takes part in the id of the heading.
        let own = own.filter(|(id, place)| {
            let free = self.ids.take(id);
            if !free {
                self.problem(words::taken_anchor(*place, id));
            }
            free
        });
        let id = own.map(|(id, _)| id).unwrap_or_else(|| {
            self.ids.give(&text.filled(|n| match inner.segments().get(n) {
                Some(Segment::Mention { id, .. }) => id,
                Some(Segment::Figure { key, .. }) => key,
                _ => "",
            }))
        });
        let name = HEADINGS[usize::from(level) - 2];
        self.out.html.open("div", &[("class", "kop")]);
        self.out.html.open(name, &[("id", &id)]);
        let shift = self.out.segments().len();
        inner.plain = text.clone();
        self.out.append(inner);
        self.out.html.close(name);
        self.out.html.blank();
        self.out.html.close("div");
        self.out.html.line();
        self.out.plain.end_line();
        self.out.headings.push(Heading { level, id, text: text.shifted(shift) });
    }

    /// The id that a heading gives itself: `## Kop {#naam}`. It is taken off its words.
    fn own_id(&self, range: &Range<usize>, inner: &mut Out, text: &mut Words) -> Option<(String, Span)> {
        let line = first_line(self.source.get(range.clone())?);
        let (words, id) = split_heading_id(line.trim_end_matches(['#', ' ']))?;
        let written = line[words.len()..].trim();
        let shorter = text.clone().without_end(written.len())?;
        if !text.text().ends_with(written) {
            return None;
        }
        inner.html.take_end(written).then_some(())?;
        *text = shorter;
        let start = range.start + line.rfind(id)?;
        Some((id.to_owned(), self.place(&(start..start + id.len()))))
    }

    /// A quotation or an item with nothing in it but perhaps a box to tick.
    fn check_empty(&mut self, what: &str, range: &Range<usize>) {
        let mut next = self.events[self.at..].iter().map(|(event, _)| event);
        let first = next.by_ref().find(|event| !matches!(event, Event::TaskListMarker(_)));
        if matches!(first, Some(Event::End(TagEnd::Item | TagEnd::BlockQuote(_)))) {
            let line = self.source[range.clone()].lines().next().unwrap_or_default().trim_end();
            let place = self.place(&(range.start..range.start + line.len()));
            self.problem(slips::empty_part(place, what));
        }
    }

    fn list(&mut self, start: Option<u64>, range: &Range<usize>) {
        // Only items stand directly in a list, and Markdown itself sees to that.
        match start {
            None => self.open_block(range, Holds::Flow, &["ul"]),
            Some(1) => self.open_block(range, Holds::Flow, &["ol"]),
            Some(n) => self.open_block_with(range, Holds::Flow, &["ol"], &[("start", &n.to_string())]),
        }
    }

    fn item(&mut self, range: &Range<usize>) {
        let mut next = self.events[self.at..].iter().map(|(event, _)| event);
        let first = next.next();
        let marker = if matches!(first, Some(Event::Start(Tag::Paragraph))) { next.next() } else { first };
        let task = [("class", "taak")];
        let is_task = matches!(marker, Some(Event::TaskListMarker(_)));
        self.open_block_with(range, Holds::Flow, &["li"], if is_task { &task } else { &[] });
    }

    pub(super) fn task(&mut self, done: bool) {
        let mut attributes = Attributes::default();
        attributes.add("type", "checkbox");
        attributes.flag("disabled");
        if done {
            attributes.flag("checked");
        }
        attributes.add("aria-label", "");
        let said = if done { Said::Done } else { Said::ToDo };
        self.out.segment(Segment::Named { name: "input", attributes, said });
        self.out.html.push_text(" ");
    }

    fn code_block(&mut self, kind: &CodeBlockKind<'a>, range: &Range<usize>) {
        let events = self.events;
        let mut pieces = Vec::new();
        let mut text = String::new();
        while let Some((event, place)) = events.get(self.at) {
            self.at += 1;
            match event {
                Event::Text(piece) => {
                    pieces.push(place.clone());
                    text.push_str(piece);
                }
                _ => break,
            }
        }
        let fits = self.block(range);
        let info = match kind {
            CodeBlockKind::Fenced(info) => info.as_ref(),
            CodeBlockKind::Indented => "",
        };
        let language = info.split([' ', '\t', ',', '{']).next().unwrap_or("");
        let closed = matches!(kind, CodeBlockKind::Indented) || self.is_closed(range);
        // The end of a block that began with other signs was told with that.
        let ends = info.is_empty() && self.problems.last().is_some_and(|told| self.ends_at(told, range));
        if !closed && !ends {
            let place = self.place(&(range.start..range.start + 3));
            let fence = self.source.get(range.start..range.start + 3).unwrap_or("```");
            self.problem(words::unclosed_fence(place, fence));
        }
        if closed && text.trim().is_empty() && language.is_empty() {
            let place = self.place(&(range.start..range.start + 3));
            self.problem(slips::empty_part(place, "Dit blok"));
        }
        if !fits {
            self.out.text(text.trim());
        } else if matches!(language, "infographic" | "rekenhulp") {
            let told = closed && self.check_behind_language(language, info, &text, range);
            if closed && !told {
                let (start, toml) = self.blanked(&pieces);
                let start = if pieces.is_empty() { range.end } else { start };
                let place = self.place(&(start..start + toml.len()));
                if let Some(around) = self.around() {
                    let fence = range.start..range.start + first_line(&self.source[range.clone()]).trim_end().len();
                    self.problem(slips::not_alone(self.place(&fence), language, &around));
                }
                self.out.segment(match language {
                    "rekenhulp" => Segment::Calculator { toml, place },
                    _ => Segment::Infographic { toml, place },
                });
            }
        } else {
            // `infographic` on the line below the accents.
            let first = if language.is_empty() { text.lines().next().unwrap_or_default().trim() } else { language };
            if !language.is_empty() || first == "infographic" {
                self.check_language(first, range);
            } else if closed {
                self.check_nameless_block(&text, range);
            }
            // The block may scroll sideways, so that it must be reachable with the keyboard.
            self.out.html.open("pre", &[("tabindex", "0")]);
            let class = [("class", &*format!("taal-{language}"))];
            self.out.html.open("code", if language.is_empty() { &[] } else { &class });
            code::write(language, &text, &mut self.out.html);
            self.close(Close::Block(&["code", "pre"]));
            self.out.plain.end_line();
        }
    }

    /// What stands around a block here, as an editor knows it: nothing where the page itself does. A picture is a part of the page of its
    /// own, wider than the text, so that what is around it would be cut in two.
    fn around(&self) -> Option<String> {
        let outer = self.open.get(1)?;
        Some(match (&outer.raw, outer.close) {
            (Some(raw), _) => format!("<{}>", raw.name),
            (None, Close::Block(["ul" | "ol"])) => "een lijst".to_owned(),
            (None, Close::Block(["blockquote"])) => "een citaat".to_owned(),
            (None, Close::Block(["dl"])) => "een uitleg bij een woord".to_owned(),
            (None, Close::Block(_)) => "een kader".to_owned(),
            (None, _) => "een voetnoot".to_owned(),
        })
    }

    /// Was this told of the paragraph directly above?
    fn ends_at(&self, told: &crate::diag::Diagnostic, range: &Range<usize>) -> bool {
        let above = &self.source[..range.start];
        let paragraph = above.rsplit("\n\n").next().unwrap_or_default().trim_start();
        let start = range.start - paragraph.len();
        told.code == "MD035" && told.place == Some(self.place(&(start..start + first_line(paragraph).trim_end().len())))
    }

    /// A fenced block ends with its fence, or runs on to the end of what it stands in.
    fn is_closed(&self, range: &Range<usize>) -> bool {
        let block = self.source.get(range.clone()).unwrap_or("").trim_end();
        let fence = block.get(..3).unwrap_or("```");
        let last = block.rsplit('\n').next().unwrap_or("");
        block.contains('\n') && last.trim_end_matches(&fence[..1]).len() + 3 <= last.len()
    }
}
