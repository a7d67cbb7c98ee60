//! Quotations, and the boxes that GitHub writes as quotations: `> [!NOTE]`.

use super::{Close, Writer};
use crate::content::html::Holds;
use crate::content::{Said, Segment};
use crate::diag::words::content as words;
use pulldown_cmark::{BlockQuoteKind, Event, Tag, TagEnd};
use std::ops::Range;

/// Words that an editor may type, the class and what the title says.
const ALERTS: &[(&[&str], &str, Said)] = &[
    (&["OPMERKING", "NOTE"], "opmerking", Said::Note),
    (&["TIP"], "tip", Said::Tip),
    (&["BELANGRIJK", "IMPORTANT"], "belangrijk", Said::Important),
    (&["WAARSCHUWING", "WARNING"], "waarschuwing", Said::Warning),
    (&["LET OP", "CAUTION"], "let-op", Said::Caution),
];

impl Writer<'_, '_> {
    pub(super) fn quotation(&mut self, kind: Option<BlockQuoteKind>, range: &Range<usize>) {
        let word = match kind {
            Some(BlockQuoteKind::Note) => Some("NOTE"),
            Some(BlockQuoteKind::Tip) => Some("TIP"),
            Some(BlockQuoteKind::Important) => Some("IMPORTANT"),
            Some(BlockQuoteKind::Warning) => Some("WARNING"),
            Some(BlockQuoteKind::Caution) => Some("CAUTION"),
            None => None,
        };
        let alert = match word {
            Some(word) => alert(word),
            None => self.dutch_alert(),
        };
        if !self.block(range) {
            return self.enter(Holds::Phrasing, Close::Nothing);
        }
        let Some((class, title)) = alert else {
            self.out.html.open("blockquote", &[]);
            self.out.html.line();
            return self.enter(Holds::Flow, Close::Block(&["blockquote"]));
        };
        self.out.html.open("div", &[("class", &format!("melding melding--{class}")), ("role", "note")]);
        self.out.html.line();
        self.out.html.open("p", &[("class", "melding__titel")]);
        self.out.gap(Segment::Said(title));
        self.out.plain.end_line();
        self.out.html.close("p");
        self.out.html.line();
        self.enter(Holds::Flow, Close::Block(&["div"]));
    }

    /// `> [!LET OP]` as the first line, which the parser does not know; the line itself is passed over.
    fn dutch_alert(&mut self) -> Option<(&'static str, Said)> {
        let (events, source) = (self.events, self.source);
        let Some((Event::Start(Tag::Paragraph), range)) = events.get(self.at) else { return None };
        let line = source.get(range.clone())?.lines().next()?.trim();
        let word = line.strip_prefix("[!")?.strip_suffix(']')?;
        let found = alert(word);
        if found.is_none() {
            let place = self.place(&(range.start..range.start + line.len()));
            let all: Vec<&str> = ALERTS.iter().map(|(words, ..)| words[0]).collect();
            self.problem(words::unknown_alert(place, word, &all));
            return None;
        }
        // Drop the line: up to its line break, or the whole paragraph when there is no other line.
        let rest = &events[self.at + 1..];
        let end = rest.iter().position(|(event, _)| {
            matches!(event, Event::SoftBreak | Event::HardBreak | Event::End(TagEnd::Paragraph))
        })?;
        match rest[end].0 {
            Event::End(_) => self.at += end + 2,
            _ => self.skip = Some(self.at + end + 2),
        }
        found
    }
}

fn alert(word: &str) -> Option<(&'static str, Said)> {
    let word = word.trim();
    ALERTS
        .iter()
        .find(|(words, ..)| words.iter().any(|w| w.eq_ignore_ascii_case(word)))
        .map(|&(_, class, title)| (class, title))
}
