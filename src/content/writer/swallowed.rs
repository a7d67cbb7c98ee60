//! Signs at the start of a line that Markdown takes for its own and that were meant as words, and sentences that Markdown counts with
//! the list or quotation above them.

use super::Writer;
use crate::decode::month_name;
use crate::diag::words::slips as words;
use pulldown_cmark::{Event, TagEnd};
use std::ops::Range;

/// A mark and the note that it leads to are no further apart than so many events.
const NEAR: usize = 400;
/// A line that goes on to the edge of the screen was cut there by an editor of text.
const CUT: usize = 72;

impl Writer<'_, '_> {
    /// `> 50% van de gemeenten`: more than, not a quotation. And a sentence directly below a quotation.
    pub(super) fn check_quotation(&mut self, range: &Range<usize>) {
        let source = self.source;
        let Some(text) = source.get(range.clone()).map(str::trim_end) else { return };
        let Some(inside) = text.strip_prefix('>') else { return };
        if !text.contains('\n') {
            let said = inside.trim();
            if is_amount(said) {
                let stop = if said.ends_with(['.', '!', '?']) { "" } else { "." };
                let place = self.place(&(range.start..range.start + text.len()));
                self.problem(words::more_than(place, &format!("{said}{stop}")));
            }
            return;
        }
        let mut before = "";
        let mut at = range.start;
        for line in text.split_inclusive('\n') {
            let words = line.trim_end();
            if !words.trim_start().starts_with('>') {
                let ended = before.ends_with(['.', '!', '?', '”', '"', '’']);
                if ended && words.starts_with(char::is_uppercase) {
                    let place = self.place(&(at..at + words.len()));
                    self.problem(words::swallowed(place, true));
                }
                return;
            }
            before = words;
            at += line.len();
        }
    }

    /// A list of one item that was a plus or a note, and a sentence directly below the last item.
    pub(super) fn check_list_signs(&mut self, range: &Range<usize>) {
        let source = self.source;
        let Some(text) = source.get(range.clone()).map(str::trim_end) else { return };
        let place = |writer: &Self, at: usize, length: usize| writer.place(&(at..at + length));
        if !text.contains('\n') {
            let sign = text.as_bytes().first();
            let said = text.get(1..).unwrap_or_default().trim();
            let stop = said.trim_end_matches('.');
            if sign == Some(&b'+')
                && said.starts_with(|c: char| c.is_ascii_digit() || c == '€')
                && self.is_below_text(range)
            {
                let at = place(self, range.start, text.len());
                self.problem(words::plus(at, stop));
            } else if sign == Some(&b'*') && self.has_star_above() {
                let at = place(self, range.start, text.len());
                self.problem(words::starred_note(at, stop));
            }
            return;
        }
        let marked = |line: &str| {
            let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
            rest.starts_with(['-', '*', '+']) || (rest.len() < line.len() && rest.starts_with(['.', ')']))
        };
        let (mut items, mut before, mut at) = (0, "", range.start);
        for line in text.split_inclusive('\n') {
            let words = line.trim_end();
            if !marked(words) {
                // Who cuts lines, or lets an item end with half a sentence, means them to go on.
                let cut = before.chars().count() > CUT || before.ends_with([',', '-', '–', '(', '/']);
                let last = !text[at - range.start + line.len()..].lines().any(marked);
                if items > 1 && !cut && last && words.starts_with(char::is_uppercase) {
                    let at = place(self, at, words.len());
                    self.problem(words::swallowed(at, false));
                }
                return;
            }
            items += 1;
            before = words;
            at += line.len();
        }
    }

    /// Stands this directly below a paragraph?
    fn is_below_text(&self, range: &Range<usize>) -> bool {
        let before = self.at.checked_sub(2).and_then(|i| self.events.get(i));
        let above = self.source[..range.start].lines().next_back().unwrap_or_default();
        matches!(before, Some((Event::End(TagEnd::Paragraph), _))) && !above.trim().is_empty()
    }

    /// Is there a star behind a word or number above, that leads to a note?
    fn has_star_above(&self) -> bool {
        let above = &self.events[self.at.saturating_sub(NEAR)..self.at];
        above.iter().any(|(event, range)| {
            let Event::Text(text) = event else { return false };
            if !text.contains('*') || self.source.get(range.clone()) != Some(text) {
                return false;
            }
            let before = self.source[..range.start].trim_end_matches('\\').chars().next_back();
            text.match_indices('*').any(|(i, _)| {
                let before = text[..i].chars().next_back().or(before);
                let after = text[i + 1..].chars().next();
                before.is_some_and(|c| c.is_alphanumeric() || c == ')') && !after.is_some_and(char::is_alphanumeric)
            })
        })
    }
}

/// `50% van de gemeenten`, `€ 100 per jaar`, `50 gemeenten`; not a year, a date, or a number with a full stop.
fn is_amount(text: &str) -> bool {
    let money = text.strip_prefix('€').map(str::trim_start);
    let rest = money.unwrap_or(text);
    let digits = rest.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ','))).unwrap_or(rest.len());
    let (number, behind) = rest.split_at(digits);
    if number.is_empty() || number.ends_with(['.', ',']) {
        return false;
    }
    let year = money.is_none() && number.len() == 4 && (number.starts_with("19") || number.starts_with("20"));
    let word = behind.trim_start();
    let date = (1..=12).any(|month| word.to_lowercase().starts_with(month_name(month)));
    word.starts_with('%')
        || (behind.starts_with(' ') && word.starts_with(char::is_lowercase) && !year && !date)
        || (money.is_some() && behind.is_empty())
}

#[cfg(test)]
mod tests {
    use super::is_amount;

    #[test]
    fn amounts_are_no_quotations() {
        for text in ["50% van de gemeenten", "50 gemeenten doen mee.", "€ 1.250 per jaar", "2,5 fte", "12 % meer"] {
            assert!(is_amount(text), "{text}");
        }
        for text in ["2026 wordt het jaar", "12 mei 2026: besluit", "1. Een punt", "“50% doet mee”", "Dat is 50%", "3"]
        {
            assert!(!is_amount(text), "{text}");
        }
    }
}
