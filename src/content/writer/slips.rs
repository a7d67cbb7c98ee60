//! Slips that leave no error behind: what an editor meant as a list, table, link or infographic, and what stays plain text.
//!
//! Only candidates are looked at (a paragraph that begins with a certain sign, a bracket, an asterisk), so that a page costs no more.

use super::Writer;
use super::text::{LONGEST_ADDRESS, Run};
use crate::content::address::{is_address, is_file_name};
use crate::content::{Segment, Suspected};
use crate::diag::Span;
use crate::diag::words::meant;
use crate::diag::words::nearly;
use crate::diag::words::slips as words;
use crate::dutch::is_hidden;
use memchr::memchr;
use pulldown_cmark::{Event, Tag};
use std::ops::Range;

/// No id or key is longer.
const LONGEST_ID: usize = 80;

impl Writer<'_, '_> {
    /// A language of a code block that is nearly `infographic`.
    pub(super) fn check_language(&mut self, language: &str, range: &Range<usize>) {
        let lower = language.to_lowercase();
        let near = lower.starts_with("infogra")
            || (lower.len() > 7 && strsim::damerau_levenshtein(&lower, "infographic") <= 3);
        let place = self.in_block(language, range);
        if near {
            self.problem(words::nearly_infographic(place, language));
        } else if !crate::content::code::is_language(language) {
            self.out.segment(Segment::Suspect { of: Suspected::Drawing, name: lower, place });
        }
    }

    /// Where words of a block stand; its first line when they are written there in other signs, such as `&amp;`.
    fn in_block(&self, words: &str, range: &Range<usize>) -> Span {
        let block = self.source.get(range.clone()).unwrap_or_default();
        let first = block.lines().next().unwrap_or_default().trim_end();
        let (at, length) = block.find(words).map_or((0, first.len()), |at| (at, words.len()));
        self.place(&(range.start + at..range.start + at + length))
    }

    /// `infographic relatiekaart`: what stands behind the word is not read. Does the block miss it?
    pub(super) fn check_behind_language(
        &mut self,
        language: &str,
        info: &str,
        toml: &str,
        range: &Range<usize>,
    ) -> bool {
        let behind = info[language.len()..].trim_matches([' ', '\t', ',', '{', '}']);
        if behind.is_empty() || language != "infographic" {
            return false;
        }
        let place = self.in_block(behind, range);
        let kind = behind.strip_prefix("soort").map_or(behind, |rest| rest.trim_start_matches([' ', '=', ':']));
        let kind = kind.trim_matches(['"', '\'', '“', '”']);
        let lacks = !toml.lines().any(|line| line.trim_start().starts_with("soort"));
        let named = lacks && kind.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        self.problem(meant::behind_infographic(place, behind, named.then_some(kind)));
        named
    }

    /// A paragraph that begins as a heading, a list or a table.
    pub(super) fn check_paragraph(&mut self, range: &Range<usize>) {
        let source = self.source;
        let Some(text) = source.get(range.clone()) else { return };
        match text.as_bytes().first() {
            Some(b'#') => {
                let hashes = text.bytes().take_while(|&b| b == b'#').count();
                let next = text[hashes..].chars().next();
                let meant = next.is_some_and(|c| c.is_uppercase() || (hashes > 1 && c.is_alphabetic()));
                if hashes <= 6 && meant {
                    let place = self.place(&(range.start..range.start + hashes));
                    let title = text[hashes..].lines().next().unwrap_or_default();
                    self.problem(words::heading_without_space(place, &text[..hashes], title));
                    self.levels.meant(hashes);
                }
            }
            Some(b'|') if !has_other_dashes(text) && self.check_rows_apart(text, range.start) => {}
            Some(b'|') => self.check_lost_table(text, range.start),
            Some(_) if memchr(b'|', text.as_bytes()).is_some() => self.check_bare_table(text, range.start),
            Some(b'\'' | b'`' | b'"' | b',' | b'i' | b'r' | 0xe2 | 0xc2) => self.check_quoted_block(text, range.start),
            _ => {}
        }
        // Of the first one of an item its lines were looked at.
        let before = self.at.checked_sub(2).and_then(|i| self.events.get(i));
        if !matches!(before, Some((Event::Start(Tag::Item), _))) {
            self.check_unspaced(text, range.start);
        }
        self.check_pasted(text, range.start);
    }

    /// An infographic between three quotes, which were meant as accents; or with two accents, or none, above its keys.
    fn check_quoted_block(&mut self, text: &str, start: usize) {
        let mut lines = text.lines().map(str::trim_end);
        let line = lines.next().unwrap_or_default();
        let name = line.trim_start_matches(['\'', '’', '‘', '´', '`', '"', '“', '”', '„', ',']);
        let signs = &line[..line.len() - name.len()];
        if !matches!(name.trim(), "infographic" | "rekenhulp") {
            return;
        }
        let keys = lines.next().is_some_and(|next| super::data::key(next).is_some());
        let accents = signs.bytes().all(|b| b == b'`');
        let place = self.place(&(start..start + line.len()));
        if accents && keys {
            let problem = nearly::not_three_accents(place, line);
            let last = text.trim_end().rsplit('\n').next().unwrap_or_default();
            self.problem(match !signs.is_empty() && last == signs {
                true => {
                    let (at, end) = (start + text.trim_end().len() - last.len(), start + text.trim_end().len());
                    let opening = self.place(&(start..start + signs.len()));
                    problem.mend(opening, "```").mend(self.place(&(at..end)), "```")
                }
                false => problem,
            });
        } else if !accents && (signs.chars().count() == 3 || keys) {
            self.problem(words::infographic_in_quotes(place, line));
        }
    }

    /// Rows between bars, with none before the first cell.
    fn check_bare_table(&mut self, text: &str, start: usize) {
        let mut lines = text.lines().map(str::trim);
        let (Some(first), Some(second)) = (lines.next(), lines.next()) else { return };
        if !first.contains('|') || !second.contains('|') {
            return;
        }
        if self.check_other_dashes(text, start, first, second) {
            return;
        }
        let place = self.place(&(start..start + first.len()));
        if is_dashes(second) {
            self.problem(words::table_dashes(place, cells(first), cells(second)));
        } else if cells(first) == cells(second) {
            self.problem(words::table_without_dashes(place, cells(first)));
        }
    }

    /// `|–|–|` and `|===|===|` where the dashes belong. Was it told?
    fn check_other_dashes(&mut self, text: &str, start: usize, first: &str, second: &str) -> bool {
        let other = |c: char| matches!(c, '–' | '—' | '=' | '_' | '−');
        let dashes = second.contains(other)
            && second.contains('|')
            && second.chars().all(|c| other(c) || matches!(c, '|' | '-' | ':' | ' ' | '+'));
        if dashes && cells(first) > 1 {
            let at = start + text.find(second).unwrap_or(0);
            let right = format!("|{}", "---|".repeat(cells(first)));
            let place = self.place(&(at..at + second.len()));
            self.problem(meant::table_other_dashes(place, second, &right));
        }
        dashes && cells(first) > 1
    }

    /// Rows of a table that the parser left as text.
    fn check_lost_table(&mut self, text: &str, start: usize) {
        let mut lines = text.lines().map(str::trim);
        let (Some(first), Some(second)) = (lines.next(), lines.next()) else { return };
        let row = |line: &str| line.starts_with('|') && line[1..].contains('|');
        let dashes = lines.next().filter(|line| is_dashes(line));
        if let Some(whole) = dashes.and_then(|dashes| joined(first, second, cells(dashes))) {
            let place = self.place(&(start..start + first.len()));
            self.problem(nearly::head_in_two(place, &whole));
            return;
        }
        if !row(first) || !second.starts_with('|') {
            return;
        }
        if self.check_other_dashes(text, start, first, second) {
            return;
        }
        let place = self.place(&(start..start + first.len()));
        let columns = cells(first);
        self.problem(if is_dashes(second) {
            words::table_dashes(place, columns, cells(second))
        } else {
            words::table_without_dashes(place, columns)
        });
    }

    /// A row with more cells than the table has columns: the parser leaves them out.
    pub(super) fn check_row(&mut self, range: &Range<usize>, columns: usize) {
        let source = self.source;
        let Some(text) = source.get(range.clone()) else { return };
        let line = text.lines().next().unwrap_or_default().trim_end();
        // The bar of `[[id|words]]` has a message of its own.
        if line.contains("[[") {
            return;
        }
        let found = cells(line);
        if found > columns {
            let place = self.place(&(range.start..range.start + line.len()));
            self.problem(words::row_too_long(place, found, columns));
        } else if !line.contains('|') && !line.is_empty() && (columns > 1 || barred_above(source, range.start)) {
            let place = self.place(&(range.start..range.start + line.len()));
            // With more of the table below, it is the rest of a row that was cut in two.
            let cut = source[range.start..].lines().nth(1).is_some_and(|below| below.contains('|'));
            let above = row_above(source, range.start).filter(|_| cut);
            let whole = above.and_then(|above| joined(above, line, columns));
            self.problem(nearly::text_below_table(place, whole.as_deref()));
        } else if !line.starts_with('|')
            && let Some(above) = row_above(source, range.start)
            && let Some(whole) = joined(above, line, columns)
        {
            let place = self.place(&(range.start..range.start + line.len()));
            let start = source[..range.start].rfind(above).unwrap_or(range.start);
            let problem = nearly::row_in_two(place, &whole);
            self.problem(problem.mend(self.place(&(start..range.start + line.len())), whole));
        } else if found < columns && line.starts_with('|') {
            // The rest of a row that was cut in two is told with the line below.
            let below = source[range.start..].lines().nth(1).unwrap_or_default().trim();
            if below.contains('|') && joined(line, below, columns).is_some() {
                return;
            }
            let place = self.place(&(range.start..range.start + line.len()));
            let closed = line.trim_end_matches('|').len() < line.len();
            let whole = format!("{line}{}{}", if closed { "" } else { " |" }, " |".repeat(columns - found));
            self.problem(words::row_too_short(place, found, columns, &whole));
        }
    }

    /// `[id]` with single brackets: whether there is such an id is not known here.
    pub(super) fn check_single_brackets(&mut self, run: Run<'_>, i: usize) {
        let Some(at) = run.at.filter(|_| !run.raw && self.verbatim == 0) else { return };
        let rest = &run.text[i + 1..];
        let Some(end) = rest.bytes().take(LONGEST_ID).position(|b| b == b']') else { return };
        let id = &rest[..end];
        let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'-' | b'.' | b'_');
        if end > 2 && id.bytes().all(plain) && !rest[end + 1..].starts_with(['(', ']', ':', '[']) {
            let place = self.place(&(at + i..at + i + end + 2));
            let of = if id.contains(['.', '_']) { Suspected::Figure } else { Suspected::Mention };
            self.out.segment(Segment::Suspect { of, name: id.to_owned(), place });
        }
    }

    /// `(words)[address]`: the brackets have changed places.
    pub(super) fn check_reversed_link(&mut self, run: Run<'_>, i: usize) {
        let Some(at) = run.at.filter(|_| !run.raw && self.verbatim == 0) else { return };
        let Some(before) = run.text[..i].strip_suffix(')') else { return };
        let inside = &self.source[at + i + 1..];
        let Some(end) = inside.bytes().take(LONGEST_ADDRESS).position(|b| b == b']') else { return };
        let address = &inside[..end];
        if !is_address(address) && !is_file_name(address) {
            return;
        }
        let from = before.ceil_char_boundary(before.len().saturating_sub(LONGEST_ADDRESS));
        let Some(open) = before[from..].rfind('(').map(|open| from + open) else { return };
        let image = before[..open].ends_with('!');
        let place = self.place(&(at + open - usize::from(image)..at + i + end + 2));
        self.problem(words::reversed_link(place, image, &before[open + 1..], address));
    }

    /// `{ key }` with single braces, likewise.
    pub(super) fn check_single_braces(&mut self, run: Run<'_>, i: usize) {
        let Some(at) = run.at.filter(|_| !run.raw && self.verbatim == 0) else { return };
        let rest = &run.text[i + 1..];
        let Some(end) = rest.bytes().take(LONGEST_ID).position(|b| b == b'}') else { return };
        let key = rest[..end].trim();
        // Braces around one plain word mean something else more often than not.
        if key.contains('.') && super::text::is_key(key) {
            let place = self.place(&(at + i..at + i + end + 2));
            self.out.segment(Segment::Suspect { of: Suspected::Figure, name: key.to_owned(), place });
        }
    }

    /// `{{ key }} euro` and `€ {{ key }}`: what stands around a figure, at `range`, may be what it says itself.
    pub(super) fn check_units(&mut self, key: &str, before: &str, after: &str, range: Range<usize>) {
        let space: &[char] = &[' ', '\u{a0}'];
        let behind = after.strip_prefix(space).unwrap_or(after);
        let word = match behind.strip_prefix('%') {
            Some(_) => "%",
            None => &behind[..behind.find(|c: char| !c.is_alphabetic()).unwrap_or(behind.len())],
        };
        let start = range.end + after.len() - behind.len();
        let sign = before.trim_end_matches(space);
        let sign_at = range.start - (before.len() - sign.len());
        let around = [
            (word, start..start + word.len()),
            (if sign.ends_with('€') { "€" } else { "" }, sign_at.saturating_sub('€'.len_utf8())..sign_at),
        ];
        for (word, range) in around.into_iter().filter(|(word, _)| !word.is_empty()) {
            let place = self.place(&range);
            let name = format!("{key} {word}");
            self.out.segment(Segment::Suspect { of: Suspected::Unit, name, place });
        }
    }

    /// `[words] (address)` or `![words] (address)` with a space between.
    pub(super) fn check_spaced_link(&mut self, run: Run<'_>, bracket: Option<usize>, i: usize) {
        let (Some(at), Some(bracket)) = (run.at.filter(|_| !run.raw), bracket) else { return };
        let after = run.text[i + 1..].trim_start_matches(|c| matches!(c, ' ' | '\n') || is_hidden(c));
        let Some(inside) = after.strip_prefix('(') else { return };
        let start = run.text.len() - inside.len();
        let Some(end) = inside.bytes().take(LONGEST_ADDRESS).position(|b| b == b')') else { return };
        let address = &inside[..end];
        if start > i + 2 && (is_address(address) || (!address.contains(' ') && is_file_name(address))) {
            let image = run.text[..bracket].ends_with('!');
            let place = self.place(&(at + bracket - usize::from(image)..at + start + end + 1));
            self.problem(words::space_in_link(place, image, &run.text[bracket + 1..i], address));
        }
    }
}

/// Stands a line of other signs than dashes below the first row?
fn has_other_dashes(text: &str) -> bool {
    let second = text.lines().nth(1).unwrap_or_default().trim();
    let signs = |c: char| matches!(c, '|' | '–' | '—' | '=' | '_' | '−' | ' ' | ':' | '-');
    second.contains('|') && second.contains(['–', '—', '=', '_', '−']) && second.chars().all(signs)
}

/// Has the line above this place a bar? A table of one column may do without.
fn barred_above(source: &str, at: usize) -> bool {
    source[..at].trim_end_matches(['\n', '\r', ' ']).rsplit('\n').next().is_some_and(|line| line.contains('|'))
}

/// The row above this place, with its first bar; not the line of dashes.
fn row_above(source: &str, at: usize) -> Option<&str> {
    let above = source[..at].trim_end_matches([' ', '\t']).strip_suffix('\n')?;
    let line = above.rsplit('\n').next().unwrap_or_default().trim();
    (line.starts_with('|') && !is_dashes(line)).then_some(line)
}

/// A row that was cut in two by an enter within a cell, as one.
fn joined(above: &str, line: &str, columns: usize) -> Option<String> {
    let goes_on = line.starts_with(|c: char| c.is_alphanumeric() || "([*_“‘\"€".contains(c));
    if !goes_on || !above.starts_with('|') || above.ends_with("\\|") || columns < 2 {
        return None;
    }
    let closing = if line.ends_with('|') { "" } else { " |" };
    let whole = format!("{} {line}{closing}", above.trim_end_matches('|').trim_end());
    (cells(&whole) == columns).then_some(whole)
}

/// The line under the first row of a table.
pub(super) fn is_dashes(line: &str) -> bool {
    line.contains('-') && line.bytes().all(|b| matches!(b, b'|' | b'-' | b':' | b' '))
}

/// How many cells a row of a table has.
pub(super) fn cells(line: &str) -> usize {
    let line = line.trim();
    let inner = line.strip_prefix('|').unwrap_or(line);
    let (mut count, mut escaped, mut open) = (0, false, false);
    for c in inner.chars() {
        match c {
            '|' if !escaped => {
                count += 1;
                open = false;
            }
            _ => open |= !c.is_whitespace(),
        }
        escaped = c == '\\' && !escaped;
    }
    count + usize::from(open)
}

#[cfg(test)]
mod tests {
    use super::cells;

    #[test]
    fn cells_are_counted_as_the_parser_does() {
        for (line, count) in [("| a | b |", 2), ("a | b", 2), ("| a | b", 2), (r"| a \| b | c |", 2), ("| | |", 2)] {
            assert_eq!(cells(line), count, "{line}");
        }
    }
}
