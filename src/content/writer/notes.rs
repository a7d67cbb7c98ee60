//! Footnotes: numbered by first reference, written at the end, with links there and back.

use super::{Close, Writer};
use crate::content::html::Holds;
use crate::content::out::Out;
use crate::content::{Said, Segment};
use crate::diag::words::content as words;
use crate::markup::{Attributes, Html};
use pulldown_cmark::{CowStr, Event, Tag, TagEnd};
use std::collections::HashMap;
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
        let mut to = Attributes::default();
        to.add("href", format!("#voetnoot-{shown}"));
        to.add("id", id);
        to.add("role", "doc-noteref");
        to.add("aria-label", "");
        self.out.html.open("sup", &[("class", "voetnoot")]);
        self.out.segment(Segment::Named { name: "a", attributes: to, said: Said::Footnote(shown) });
        self.out.html.push_text(&shown.to_string());
        self.out.html.close("a");
        self.out.html.close("sup");
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
        self.enter(Holds::Flow, Close::Nothing);
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
        let html = &mut self.out.html;
        html.open("section", &[("class", "voetnoten"), ("role", "doc-endnotes"), ("aria-labelledby", &id)]);
        html.line();
        html.open("h2", &[("id", &id)]);
        self.out.segment(Segment::Said(Said::Footnotes));
        let html = &mut self.out.html;
        html.close("h2");
        html.line();
        html.open("ol", &[]);
        html.line();
        for (number, note) in notes.into_iter().enumerate() {
            self.out.html.open("li", &[("id", &format!("voetnoot-{}", number + 1))]);
            let mut text = note.text.unwrap_or_default();
            // The way back stands at the end of the last sentence.
            let in_sentence = text.html.reopen("p");
            if !in_sentence {
                text.html.open("p", &[]);
            }
            back_links(&mut text, number, note.references, in_sentence);
            text.html.close("p");
            text.html.line();
            text.plain.end_line();
            self.out.plain.end_line();
            self.out.append(text);
            self.out.html.close("li");
            self.out.html.line();
        }
        for name in ["ol", "section"] {
            self.out.html.close(name);
            self.out.html.line();
        }
    }
}

fn reference_id(number: usize, reference: usize) -> String {
    match reference {
        1 => format!("verwijzing-{}", number + 1),
        more => format!("verwijzing-{}-{more}", number + 1),
    }
}

/// The links back, each after a space; the first without one where nothing stands before it.
fn back_links(out: &mut Out, number: usize, references: usize, after_words: bool) {
    for reference in 1..=references {
        if after_words || reference > 1 {
            out.html.push_text(" ");
        }
        let mut to = Attributes::default();
        to.add("href", format!("#{}", reference_id(number, reference)));
        to.add("class", "voetnoot-terug");
        to.add("role", "doc-backlink");
        to.add("aria-label", "");
        out.segment(Segment::Named { name: "a", attributes: to, said: Said::Back(number + 1, reference) });
        // The selector after the arrow keeps it from being shown as a coloured picture.
        out.html.push_text("↩\u{fe0e}");
        if reference > 1 {
            out.html.push(Html::element("sup", &[], reference.to_string()));
        }
        out.html.close("a");
    }
}
