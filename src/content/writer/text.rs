//! Running text: mentions and figures that are not what they should be, typography, escaping.

use super::Writer;
use crate::content::address::{is_address, is_file_name};
use crate::content::html::Holds;
use crate::content::typography::single;
use crate::content::{Segment, Target};
use crate::diag::is_on_own_disk;
use crate::diag::is_within_walls;
use crate::diag::words::content as words;
use crate::diag::words::nearly;
use crate::diag::words::slips as words_of_slips;
use crate::letters::stands_at;
use crate::markup::Attributes;
use pulldown_cmark::{Event, Parser};
use std::ops::Range;

/// Bytes that need a second look; all others are copied as they are.
const SPECIAL: [bool; 256] = {
    let mut table = [false; 256];
    let mut control = 0;
    while control < 32 {
        table[control] = true;
        control += 1;
    }
    table[b'\t' as usize] = false;
    table[127] = true;
    let special = b"&\"'-.{[]*_~";
    let mut i = 0;
    while i < special.len() {
        table[special[i] as usize] = true;
        i += 1;
    }
    table
};

/// May this byte be one of them? These are all that are, and a few more: so it takes few instructions for many bytes together.
fn may_be_special(byte: u8) -> bool {
    let low = (byte <= b'.') & (byte != b' ') & (byte != b',');
    // From `[` to `_`, and from `{` to the last of ASCII.
    low | ((byte | 0x20).wrapping_sub(b'{') < 5)
}

/// Where the first of them stands. Sixteen bytes are looked at together, and there is none in most.
fn first_special(bytes: &[u8]) -> Option<usize> {
    let special = |stretch: &[u8]| stretch.iter().position(|byte| SPECIAL[usize::from(*byte)]);
    let (stretches, rest) = bytes.as_chunks::<16>();
    let found = stretches.iter().enumerate().find_map(|(i, stretch)| {
        let any = stretch.iter().fold(false, |any, byte| any | may_be_special(*byte));
        if any { Some(16 * i + special(stretch)?) } else { None }
    });
    found.or_else(|| Some(bytes.len() - rest.len() + special(rest)?))
}

/// No address is longer than this; it keeps the search for its end cheap.
pub(super) const LONGEST_ADDRESS: usize = 300;

/// A stretch of text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Run<'r> {
    pub text: &'r str,
    /// Where it stands, when it stands in the source letter for letter.
    pub at: Option<usize>,
    /// The first character has a backslash before it.
    pub escaped: bool,
    /// It stands in a block of raw HTML, where Markdown itself has no meaning.
    pub raw: bool,
}

impl<'a> Writer<'_, 'a> {
    /// The text event before `self.at` and those that follow it.
    pub(super) fn texts(&mut self) {
        let (events, source) = (self.events, self.source);
        let mut next = self.at - 1;
        while let Some((Event::Text(text), range)) = events.get(next) {
            next += 1;
            if !stands_at(source, range, text) {
                self.text(Run { text, at: None, escaped: false, raw: false });
                continue;
            }
            // The parser cuts text at every character that could have meant something; what adjoins is one.
            let mut end = range.end;
            while let Some((Event::Text(more), place)) = events.get(next) {
                if place.start != end || !stands_at(source, place, more) {
                    break;
                }
                end = place.end;
                next += 1;
            }
            let text = &source[range.start..end];
            if self.may_have_remarks {
                self.check_remarks(text, range.start);
            }
            self.text(Run { text, at: Some(range.start), escaped: is_escaped(source, range.start), raw: false });
        }
        self.at = next;
    }

    pub(super) fn soft_break(&mut self) {
        self.out.html.push_text("\n");
        self.out.plain.space();
    }

    /// Says so when text stands in an element that only holds parts.
    pub(super) fn check_text(&mut self, text: &str) -> bool {
        let fits = self.open.last().is_none_or(|open| !matches!(open.holds, Holds::Only(_)));
        if fits || text.trim().is_empty() {
            return true;
        }
        self.misplaced_text();
        false
    }

    /// Writes text without addresses in it. With `self.verbatim` set only what HTML asks for is changed.
    pub(super) fn text_part(&mut self, run: Run<'_>) {
        if !self.check_text(run.text) {
            return;
        }
        let (text, bytes) = (run.text, run.text.as_bytes());
        let mut done = 0;
        let mut i = 0;
        // Set once a closing mark was looked for in vain, so that the search is not done again.
        let (mut no_braces, mut no_brackets) = (false, false);
        // The last bracket that could have started a link.
        let mut bracket = None;
        while let Some(plain) = first_special(&bytes[i..]) {
            i += plain;
            let again = bytes.get(i + 1) == Some(&bytes[i]);
            if matches!(bytes[i], b'.' | b'-') && !again {
                // Nearly every full stop and hyphen: it stays as it is, and needs no writing of its own.
                i += 1;
                continue;
            }
            self.out.text(&text[done..i]);
            let rest = &text[i..];
            let escaped = i == 0 && run.escaped;
            let smart = self.verbatim == 0;
            if bytes[i] == b'[' && !escaped {
                bracket = Some(i);
            }
            let length = match bytes[i] {
                // It has a backslash before it, so it stays as it is.
                b'"' if escaped => self.changed("\"", 1),
                b'\'' | b'-' | b'.' if escaped => {
                    let row = rest.bytes().take_while(|&b| b == bytes[i]).count();
                    self.changed(&rest[..row], row)
                }
                b'{' if rest.starts_with("{{") && !escaped => self.figure(run, i, &mut no_braces),
                b'[' if rest.starts_with("[[") && !escaped => self.brackets(run, i, &mut no_brackets),
                b'[' if rest.starts_with("[^") && !escaped && !run.raw => self.missing_note(run, i),
                b'"' if smart => {
                    let after = self.after(run, i + 1);
                    let mark = self.quotes.double(self.out.plain.last(), after);
                    self.changed(mark, 1)
                }
                b'\'' if smart => {
                    let mark = single(self.out.plain.last(), self.rest(run, i + 1));
                    self.changed(mark, 1)
                }
                b'-' if smart => match rest.bytes().take(4).take_while(|&b| b == b'-').count() {
                    // An option of a program, not a dash: `--formaat`.
                    2 if self.is_option(run, i) => self.changed("--", 2),
                    2 => self.changed("–", 2),
                    3 => self.changed("—", 3),
                    // A row of hyphens is a line, not a dash.
                    _ => {
                        let row = rest.bytes().take_while(|&b| b == b'-').count();
                        self.changed(&rest[..row], row)
                    }
                },
                b'.' if smart && rest.starts_with("...") && !rest.starts_with("....") => self.changed("…", 3),
                b'.' => {
                    let row = rest.bytes().take_while(|&b| b == b'.').count();
                    self.changed(&rest[..row], row)
                }
                b'&' if run.raw => match entity(rest) {
                    Some((decoded, length)) => {
                        self.out.text(&decoded);
                        length
                    }
                    None => self.changed("&", 1),
                },
                b'&' => self.changed("&", 1),
                b'"' => self.changed("\"", 1),
                b'\n' => self.line_break(),
                b']' if rest.starts_with("](") && !run.raw => self.missing_link(run, bracket, i),
                b'*' | b'_' | b'~' => {
                    let row = self.check_emphasis(run, i);
                    self.changed(&rest[..row], row)
                }
                b'\'' | b'-' | b'{' | b'[' | b']' => {
                    match bytes[i] {
                        b'{' if !escaped => self.check_single_braces(run, i),
                        b'[' if !escaped => {
                            self.check_single_brackets(run, i);
                            self.check_reversed_link(run, i);
                            self.check_open_bracket(run, i);
                        }
                        b']' => self.check_spaced_link(run, bracket, i),
                        _ => {}
                    }
                    self.out.text(&rest[..1]);
                    1
                }
                // Control characters are not allowed in HTML and say nothing to a reader.
                _ => 1,
            };
            i += length;
            done = i;
        }
        self.out.text(&text[done..]);
    }

    fn changed(&mut self, text: &str, length: usize) -> usize {
        self.out.text(text);
        length
    }

    fn line_break(&mut self) -> usize {
        self.out.html.push_text("\n");
        self.out.plain.push_str(" ");
        1
    }

    /// What follows in the run, or in the source when the run ends.
    fn rest<'r>(&self, run: Run<'r>, i: usize) -> &'r str
    where
        'a: 'r,
    {
        match run.at {
            Some(at) if i == run.text.len() => self.source.get(at + i..).unwrap_or(""),
            _ => &run.text[i..],
        }
    }

    /// `--naam` behind a space, with no `--` that closes what it would open.
    fn is_option(&self, run: Run<'_>, i: usize) -> bool {
        let rest = self.rest(run, i + 2);
        let line = rest[..rest.floor_char_boundary(LONGEST_ADDRESS)].lines().next().unwrap_or_default();
        matches!(self.out.plain.last(), ' ' | '\n' | '(' | '[' | '“' | '‘' | '\u{a0}')
            && rest.starts_with(|c: char| c.is_ascii_lowercase())
            && !line.match_indices("--").any(|(end, _)| !line[..end].ends_with(' '))
    }

    fn after(&self, run: Run<'_>, i: usize) -> Option<char> {
        self.rest(run, i).chars().next()
    }

    /// `{{ key }}`, or a message.
    fn figure(&mut self, run: Run<'_>, i: usize, no_close: &mut bool) -> usize {
        let Some(at) = run.at.filter(|at| !self.is_foreign(&(at + i..at + i + 2))) else {
            return self.changed("{{", 2);
        };
        let inner = &run.text[i + 2..];
        let end = if *no_close { None } else { inner.find("}}") };
        *no_close = end.is_none();
        let key = end.map(|end| inner[..end].trim());
        match (key, end) {
            (Some(key), Some(end)) if is_key(key) => {
                let start = at + i + 2 + inner.len() - inner.trim_start().len();
                let place = self.place(&(start..start + key.len()));
                self.out.gap(Segment::Figure { key: key.to_owned(), place });
                self.check_units(key, &run.text[..i], &inner[end + 2..], at + i..at + i + end + 4);
                end + 4
            }
            _ => {
                let place = self.place(&(at + i..at + i + 2));
                self.problem(words::bad_figure(place, meant_key(inner).as_deref()));
                self.changed("{{", 2)
            }
        }
    }

    /// `[[`: in Markdown always a mention that did not work out; in raw HTML it may still be one.
    fn brackets(&mut self, run: Run<'_>, i: usize, no_close: &mut bool) -> usize {
        let Some(at) = run.at else { return self.changed("[[", 2) };
        let inner = &run.text[i + 2..];
        if run.raw && !*no_close {
            match inner.find("]]") {
                Some(end) => {
                    if self.raw_mention(&inner[..end], at + i + 2) {
                        return end + 4;
                    }
                }
                None => *no_close = true,
            }
        }
        let place = self.place(&(at + i..at + i + 2));
        if self.table.in_cell && !*no_close {
            *no_close = !inner.contains("]]");
        }
        let cell_ends = self.source[at + run.text.len()..].trim_start_matches(' ').starts_with('|');
        if self.table.in_cell && *no_close && cell_ends {
            self.problem(words::mention_in_cell(place, inner.trim()));
        } else {
            self.problem(words::bad_mention(place, meant_id(inner)));
        }
        self.changed("[[", 2)
    }

    /// `id` or `id|words` in raw HTML, starting at `at`.
    fn raw_mention(&mut self, inner: &str, at: usize) -> bool {
        let (id, own) = inner.split_once('|').map_or((inner, None), |(id, own)| (id, Some(own)));
        let start = at + id.len() - id.trim_start().len();
        let id = id.trim();
        if id.is_empty() || inner.contains(['\n', '[', ']']) {
            return false;
        }
        let range = start..start + id.len();
        let place = self.place(&range);
        if self.in_link() {
            self.problem(words::nested_link(place));
            self.out.text(own.unwrap_or(id));
        } else if let Some(own) = own.map(str::trim).filter(|own| !own.is_empty()) {
            let target = Target::Mention(id.to_owned());
            self.out.segment(Segment::LinkOpen { target, attributes: Attributes::default(), place });
            self.out.text(own);
            self.out.html.close("a");
        } else {
            self.out.gap(Segment::Mention { id: id.to_owned(), place });
        }
        true
    }

    /// `[^label]`: the parser leaves it as text when there is no such footnote.
    fn missing_note(&mut self, run: Run<'_>, i: usize) -> usize {
        let label_start = i + 2;
        let rest = &run.text[label_start..];
        let end = rest.bytes().take(100).position(|b| matches!(b, b']' | b'[') || b.is_ascii_whitespace());
        if let (Some(at), Some(end)) = (run.at, end)
            && end > 0
            && rest.as_bytes()[end] == b']'
        {
            let label = &rest[..end];
            let range = at + i..at + label_start + end + 1;
            let place = self.place(&range);
            if self.sentence {
                self.problem(nearly::footnote_in_data(place, label));
                return self.changed("[", 1);
            }
            // `[^1] De noot.` at the start of a line: what lacks its colon there is the footnote.
            let line = format!("\n[^{label}] ");
            let starts = |at: usize| at == 0 || self.source[..at].ends_with('\n');
            if starts(range.start) && self.source[range.end..].starts_with(' ') {
                self.problem(crate::diag::words::meant::note_without_colon(place, label));
            } else if !self.source.contains(&line) {
                self.problem(words::unknown_footnote(place, label));
            }
        }
        self.changed("[", 1)
    }

    /// `[words](address)` that the parser did not take for a link, mostly because of a space in the address.
    fn missing_link(&mut self, run: Run<'_>, bracket: Option<usize>, i: usize) -> usize {
        let rest = &run.text[i + 2..];
        let end = rest.bytes().take(LONGEST_ADDRESS).position(|b| b == b')');
        let inside = end.map_or("", |end| &rest[..end]);
        // `\[tekst\](/a/)` is what someone wants to be seen.
        if let (Some(at), None) = (run.at, bracket)
            && !is_escaped(self.source, at + i)
        {
            if !self.is_bracket_open(at + i) {
                self.check_unopened_link(at + i, inside);
            } else if is_address(inside) {
                // The bracket that opened it stands before another link.
                let place = self.place(&(at + i..at + i + 2 + inside.len() + 1));
                let before = &self.source[..at + i];
                let before = &before[before.ceil_char_boundary(before.len().saturating_sub(LONGEST_ADDRESS))..];
                let line = before.rsplit('\n').next().unwrap_or_default();
                let note = line.contains("[^") && !line.contains("[[");
                self.problem(if note { words::footnote_in_link(place) } else { words::nested_link(place) });
            }
        }
        if let (Some(at), None) = (run.at, end)
            && let Some(whole) = address_over_two_lines(&self.source[at + i + 2..])
        {
            let place = self.place(&(at + i..at + i + 2 + rest.trim_end().len()));
            self.problem(words_of_slips::address_over_two_lines(place, &whole));
            return self.changed("]", 1);
        }
        if let (Some(at), Some(_), None) = (run.at, bracket, end)
            && let Some((length, right)) = closed_by_backslash(&self.source[at + i + 2..])
        {
            let written = &self.source[at + i + 2..at + i + 2 + length];
            let place = self.place(&(at + i + 2..at + i + 2 + length));
            self.problem(words_of_slips::backslashes(place, written, &right));
            return self.changed("]", 1);
        }
        if let (Some(at), Some(bracket)) = (run.at, bracket)
            && let Some(address) = inside.trim().strip_prefix('<').filter(|address| !address.contains(['<', '>']))
        {
            let image = self.source[..at + bracket].ends_with('!');
            let place = self.place(&(at + bracket - usize::from(image)..at + i + 2 + inside.len() + 1));
            self.problem(nearly::half_angles(place, image, &run.text[bracket + 1..i], address.trim()));
            return self.changed("]", 1);
        }
        if let (Some(bracket), None) = (bracket, end)
            && (rest.is_empty() || rest.starts_with(char::is_whitespace))
        {
            self.check_half_link(run, bracket, i);
        }
        if let (Some(at), Some(bracket), None) = (run.at, bracket, end)
            && let address = rest.split(' ').next().unwrap_or_default()
            && (is_address(address) || is_file_name(address))
            && rest.len() < LONGEST_ADDRESS
        {
            let image = self.source[..at + bracket].ends_with('!');
            let place = self.place(&(at + bracket - usize::from(image)..at + i + 2 + address.len()));
            let address = address.trim_end_matches(['.', ',', ';', ']', '}', '>']);
            self.problem(words_of_slips::unclosed_link(place, image, &run.text[bracket + 1..i], address));
        }
        if let (Some(at), Some(bracket)) = (run.at, bracket)
            && inside.trim().contains(' ')
        {
            let place = self.place(&(at + bracket..at + i + 2));
            let said = &run.text[bracket + 1..i];
            let image = self.source[..at + bracket].ends_with('!');
            let (address, title) = spaced_address(rest);
            let path = at + i + 2..at + i + 2 + address.len();
            let walls = is_within_walls(address).then(|| words::link_within_walls(place, address));
            self.problem(match (smart_title(inside), quoted_title(rest)) {
                (Some((address, title)), _) => words::smart_quotes_in_link(place, image, said, address, title),
                (_, Some((address, title))) => words::quotes_in_title(place, said, address, &title),
                _ if is_on_own_disk(address) && image => words::image_on_disk(self.place(&path), address),
                _ if is_on_own_disk(address) => words::link_on_disk(self.place(&path), address),
                _ => words::unreadable_link(place, image, said, address, title),
            });
            walls.into_iter().for_each(|problem| self.problem(problem));
        }
        self.changed("]", 1)
    }

    /// A range of the source in which the gaps between the pieces are blanked, so that places stay right.
    pub(super) fn blanked(&self, pieces: &[Range<usize>]) -> (usize, String) {
        let (Some(first), Some(last)) = (pieces.first(), pieces.last()) else { return (0, String::new()) };
        let mut text = String::with_capacity(last.end.saturating_sub(first.start));
        let mut done = first.start;
        for piece in pieces {
            let gap = self.source.get(done..piece.start).unwrap_or("");
            text.extend(gap.bytes().map(|b| if matches!(b, b'\r' | b'\n') { b as char } else { ' ' }));
            text.push_str(self.source.get(piece.clone()).unwrap_or(""));
            done = piece.end;
        }
        (first.start, text)
    }
}

/// `/over/` and on the next line `privacy/)`: an address that a mail program cut, as one.
fn address_over_two_lines(rest: &str) -> Option<String> {
    let rest = &rest[..rest.floor_char_boundary(LONGEST_ADDRESS)];
    let inside = &rest[..rest.find(')')?];
    let (first, then) = inside.split_once('\n')?;
    let (first, then) = (first.trim(), then.trim());
    let whole = format!("{first}{then}");
    (is_address(first) && !then.is_empty() && !then.contains([' ', '\n']) && is_address(&whole)).then_some(whole)
}

/// The address and the title of `/url “title”`.
fn smart_title(inside: &str) -> Option<(&str, &str)> {
    let (address, title) = inside.trim().split_once(' ')?;
    let title = title.trim().strip_prefix(['“', '„', '”', '‘', '’'])?.strip_suffix(['”', '“', '’', '‘'])?;
    (!address.contains(['“', '”'])).then_some((address, title))
}

/// The key in `bijdrage.uren } per jaar` or `bijdrage,uren }}`, where it is plain which one is meant.
fn meant_key(inner: &str) -> Option<String> {
    let inner = &inner[..inner.floor_char_boundary(LONGEST_ADDRESS)];
    let key = inner.split(['}', '\n']).next().filter(|key| key.len() < inner.len())?.trim().replace(',', ".");
    is_key(&key).then_some(key)
}

/// The id in `stuurgroep] en`, likewise.
fn meant_id(inner: &str) -> Option<&str> {
    let inner = &inner[..inner.floor_char_boundary(LONGEST_ADDRESS)];
    let id = inner.split([']', '\n']).next().filter(|id| id.len() < inner.len())?.trim();
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    (!id.is_empty() && id.chars().all(plain)).then_some(id)
}

/// The address with spaces in `mijn plan (2).md "titel")`, up to the bracket that closes it, and what stands behind it as a title.
fn spaced_address(rest: &str) -> (&str, &str) {
    let rest = rest.lines().next().unwrap_or_default();
    let mut depth = 0_usize;
    let closing = |c: char| {
        depth += usize::from(c == '(');
        let closes = c == ')' && depth == 0;
        depth -= usize::from(c == ')' && depth > 0);
        closes
    };
    let end =
        rest.char_indices().take(LONGEST_ADDRESS).map(|(i, _)| i).last().map_or(0, |i| rest.ceil_char_boundary(i + 1));
    let rest = &rest[..end];
    let inside = &rest[..rest.find(closing).or_else(|| rest.find(')')).unwrap_or(rest.len())];
    let title = [" \"", " '"].iter().filter_map(|quote| inside.find(quote)).min();
    let titled = title.filter(|_| inside.ends_with(['"', '\'']));
    let (address, title) = inside.split_at(titled.unwrap_or(inside.len()));
    (address.trim(), title)
}

/// The address and the title of `/url "title "and" title")`, with other quotes within it.
fn quoted_title(rest: &str) -> Option<(&str, String)> {
    let line = rest.lines().next()?;
    ['"', '\''].into_iter().find_map(|quote| {
        let inside = line.find(&[quote, ')'].iter().collect::<String>()).map(|end| &line[..end])?;
        let (address, title) = inside.split_once(&[' ', quote].iter().collect::<String>())?;
        if address.contains(' ') || !title.contains(quote) || inside.len() > LONGEST_ADDRESS {
            return None;
        }
        let mut open = false;
        let mended = title.chars().map(|c| {
            if c != quote {
                return c;
            }
            open = !open;
            if open { '‘' } else { '’' }
        });
        Some((address, mended.collect()))
    })
}

/// Has the bracket or brace at this place a backslash before it that is not itself escaped?
pub(super) fn is_escaped(source: &str, at: usize) -> bool {
    let (before, bracket) = source.split_at(at);
    // Only these are asked for, and each row of backslashes has one at most, so that the count stays cheap.
    bracket.starts_with(['[', ']', '{', '"', '\'', '-', '.', '*', '_', '~'])
        && before.bytes().rev().take_while(|&b| b == b'\\').count() % 2 == 1
}

pub(super) fn is_key(key: &str) -> bool {
    !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '_' | '-'))
}

/// The character that `&name;` or `&#123;` at the start of a text stands for, and the length of what was read.
pub(super) fn entity(text: &str) -> Option<(String, usize)> {
    let length = text.bytes().take(34).position(|b| b == b';')? + 1;
    let entity = &text[..length];
    if !entity[1..length - 1].bytes().all(|b| b.is_ascii_alphanumeric() || b == b'#') {
        return None;
    }
    // The Markdown parser has the full list.
    let decoded: String = Parser::new(entity)
        .filter_map(|event| match event {
            Event::Text(text) => Some(text.into_string()),
            _ => None,
        })
        .collect();
    (decoded != entity).then_some((decoded, length))
}

/// `\routes\)`: a path of which the last backslash keeps the bracket from closing the link; its length, and how it should be.
fn closed_by_backslash(rest: &str) -> Option<(usize, String)> {
    let length = rest[..rest.floor_char_boundary(LONGEST_ADDRESS)].find("\\)")? + 1;
    let path = &rest[..length];
    let plain = !path.contains(char::is_whitespace) && !path.contains(['(', '[']);
    crate::diag::turned(path).filter(|_| plain).map(|right| (length, right))
}

#[cfg(test)]
mod tests {
    use super::{SPECIAL, first_special, may_be_special};

    #[test]
    fn a_special_byte_is_found_wherever_it_stands() {
        for byte in 0..=u8::MAX {
            for before in [0, 5, 15, 16, 40] {
                let text = [vec![b'e'; before], vec![byte], vec![b'n'; 20]].concat();
                assert_eq!(first_special(&text), SPECIAL[usize::from(byte)].then_some(before), "{byte}");
            }
        }
        assert_eq!(first_special(b""), None);
        assert!((0..=u8::MAX).all(|byte| !SPECIAL[usize::from(byte)] || may_be_special(byte)));
    }
}
