//! Footnotes: numbered by first reference, written at the end, with links there and back.

use super::Writer;
use crate::content::html::Holds;
use crate::content::out::Out;
use crate::content::{Said, Segment};
use crate::diag::words::content as words;
use pulldown_cmark::{CowStr, Event, Tag, TagEnd};
use std::collections::HashMap;
use std::fmt::Write;
use std::ops::Range;

/// The footnotes of a page.
#[derive(Debug, Default)]
pub(super) struct Notes {
    /// Number of each label, from 0, in order of first reference.
    numbers: HashMap<String, usize>,
    /// The notes by number.
    notes: Vec<Note>,
    /// Places of the first definitions.
    defined: HashMap<String, Range<usize>>,
    /// What the definitions that are being written are of: a number, or nothing when they are left out.
    writing: Vec<Option<usize>>,
}

#[derive(Debug, Default)]
struct Note {
    /// References so far.
    references: usize,
    text: Option<Out>,
}

/// Labels are the same whatever their case.
fn key(label: &str) -> String {
    label.to_lowercase()
}

impl<'a> Writer<'_, 'a> {
    /// Gives the numbers before anything is written: first what the text refers to, then what those notes refer to.
    pub(super) fn number_notes(&mut self) {
        let mut order: Vec<String> = Vec::new();
        let mut within: HashMap<String, Vec<String>> = HashMap::new();
        let mut definitions: Vec<String> = Vec::new();
        let mut images = 0_usize;
        for (event, _) in self.events {
            match event {
                Event::Start(Tag::FootnoteDefinition(label)) => definitions.push(key(label)),
                Event::End(TagEnd::FootnoteDefinition) => drop(definitions.pop()),
                Event::Start(Tag::Image { .. }) => images += 1,
                Event::End(TagEnd::Image) => images -= 1,
                Event::FootnoteReference(label) if images == 0 => match definitions.last() {
                    Some(definition) => within.entry(definition.clone()).or_default().push(key(label)),
                    None => order.push(key(label)),
                },
                _ => {}
            }
        }
        let mut next = 0;
        while next < order.len() {
            let label = order[next].clone();
            next += 1;
            if self.notes.numbers.contains_key(&label) {
                continue;
            }
            order.extend(within.remove(&label).unwrap_or_default());
            self.notes.numbers.insert(label, self.notes.notes.len());
            self.notes.notes.push(Note::default());
        }
    }

    pub(super) fn note_reference(&mut self, label: &CowStr<'a>, range: &Range<usize>) {
        if !self.check_text("x") {
            return;
        }
        let place = self.place(range);
        if !self.images.is_empty() {
            return self.problem(words::not_in_alternative(place));
        }
        if self.in_link() {
            self.problem(words::footnote_in_link(place));
        }
        // What stands in a note that is left out is left out with it.
        if self.notes.writing.contains(&None) {
            return;
        }
        let Some(&number) = self.notes.numbers.get(&key(label)) else { return };
        let Some(note) = self.notes.notes.get_mut(number) else { return };
        note.references += 1;
        let (shown, id) = (number + 1, reference_id(number, note.references));
        self.ids.take(&id);
        let _ = write!(
            self.out.html,
            "<sup class=\"voetnoot\"><a href=\"#voetnoot-{shown}\" id=\"{id}\" role=\"doc-noteref\" \
             aria-label=\""
        );
        self.out.segment(Segment::Said(Said::Footnote(shown)));
        let _ = write!(self.out.html, "\">{shown}</a></sup>");
    }

    pub(super) fn note_definition(&mut self, label: &CowStr<'a>, range: &Range<usize>) {
        let label_key = key(label);
        let label_place = range.start..(range.start + label.len() + 3).min(range.end);
        let place = match self.source.get(label_place.clone()) {
            Some(_) => self.place(&label_place),
            None => self.place(range),
        };
        let mut number = self.notes.numbers.get(&label_key).copied();
        let first = self.notes.defined.get(&label_key).cloned();
        match first {
            Some(first) => {
                let first = self.place(&first);
                self.problem(words::repeated_footnote(place, label, first));
                number = None;
            }
            None => {
                self.notes.defined.insert(label_key, label_place);
                if number.is_none() {
                    self.problem(words::unused_footnote(place, label));
                } else if let Some(number) = number {
                    self.ids.take(&format!("voetnoot-{}", number + 1));
                }
            }
        }
        self.notes.writing.push(number);
        self.begin_piece();
        self.enter(Holds::Flow, "");
    }

    pub(super) fn end_note_definition(&mut self) {
        self.leave();
        let piece = self.end_piece();
        match self.notes.writing.pop().flatten().and_then(|number| self.notes.notes.get_mut(number)) {
            Some(note) => note.text = Some(piece.out),
            None => self.drop_piece(&piece),
        }
    }

    /// Writes the notes at the end of the page.
    pub(super) fn write_notes(&mut self) {
        let notes = std::mem::take(&mut self.notes.notes);
        if notes.is_empty() {
            return;
        }
        let id = self.ids.give("Voetnoten");
        let _ = write!(
            self.out.html,
            "<section class=\"voetnoten\" role=\"doc-endnotes\" aria-labelledby=\"{id}\">\n<h2 id=\"{id}\">"
        );
        self.out.segment(Segment::Said(Said::Footnotes));
        self.out.html.push_str("</h2>\n<ol>\n");
        for (number, note) in notes.into_iter().enumerate() {
            let _ = write!(self.out.html, "<li id=\"voetnoot-{}\">", number + 1);
            let mut text = note.text.unwrap_or_default();
            // The way back stands at the end of the last sentence.
            match text.html.strip_suffix("</p>\n").map(str::len) {
                Some(before) => {
                    text.html.truncate(before);
                    text.html.push(' ');
                }
                None => text.html.push_str("<p>"),
            }
            back_links(&mut text, number, note.references);
            text.html.push_str("</p>\n");
            text.plain.end_line();
            self.out.plain.end_line();
            self.out.append(text);
            self.out.html.push_str("</li>\n");
        }
        self.out.html.push_str("</ol>\n</section>\n");
    }
}

fn reference_id(number: usize, reference: usize) -> String {
    match reference {
        1 => format!("verwijzing-{}", number + 1),
        more => format!("verwijzing-{}-{more}", number + 1),
    }
}

fn back_links(out: &mut Out, number: usize, references: usize) {
    for reference in 1..=references {
        let id = reference_id(number, reference);
        if reference > 1 {
            out.html.push(' ');
        }
        // The selector after the arrow keeps it from being shown as a coloured picture.
        let _ = write!(out.html, "<a href=\"#{id}\" class=\"voetnoot-terug\" role=\"doc-backlink\" aria-label=\"");
        out.segment(Segment::Said(Said::Back(number + 1, reference)));
        out.html.push_str("\">↩\u{fe0e}");
        if reference > 1 {
            let _ = write!(out.html, "<sup>{reference}</sup>");
        }
        out.html.push_str("</a>");
    }
}
