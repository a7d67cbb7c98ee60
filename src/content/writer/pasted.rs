//! What comes along when text is pasted from a word processor or a website: signs of lists, cells between tabs, spaces that are
//! none. Cells and spaces are told once a page: who mends the first, sees the others. A list is told for each sign, with all its items.

use super::Writer;
use super::word_table::{as_markdown, tabbed_rows};
use crate::content::foreign::same_cells;
use crate::diag::words::slips as words;
use crate::dutch::is_hidden;
use memchr::memmem::Finder;
use memchr::{memchr, memchr_iter};
use std::sync::LazyLock;

/// Signs that stand before an item and nowhere else.
const SIGNS: &[char] = &['•', '▪', '◦', '‣', '●', '○', '■', '□', '➢', '❖', '❑', '❏'];
/// Boxes to tick, and whether they are.
const BOXES: &[(char, &str)] = &[('☐', "- [ ] "), ('☑', "- [x] "), ('☒', "- [x] ")];
/// What Word's own letters of signs become.
const OWN_LETTERS: std::ops::RangeInclusive<char> = '\u{f020}'..='\u{f0ff}';
/// Signs that may also stand in a sentence, and by chance at the beginning of a line.
const DOUBTFUL: &[char] = &['·', '–'];

/// What may cut a line in columns.
static SPACES: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("   "));

/// What was told on this page.
#[derive(Debug, Default)]
pub(super) struct Told {
    /// The first item of each sign, by its place among the problems.
    lists: Vec<(char, usize)>,
    table: bool,
    space: bool,
}

impl Writer<'_, '_> {
    /// Looks at the lines of a paragraph that starts at byte `start`.
    pub(super) fn check_pasted(&mut self, text: &str, start: usize) {
        let spaced = SPACES.find(text.as_bytes()).is_some();
        let tabbed = memchr(b'\t', text.as_bytes()).is_some();
        if !self.pasted.table && self.check_cells(text, start) {
            self.pasted.table = true;
            return;
        }
        if !spaced && !tabbed && (text.is_ascii() || begins_with_letters(text)) {
            return;
        }
        let mut from = start;
        let lines: Vec<(usize, &str)> = text
            .split_inclusive('\n')
            .map(|line| {
                let at = from;
                from += line.len();
                // In a quotation every line has a mark of its own.
                let inner = line.trim_start_matches(['>', ' ']);
                (at + line.len() - inner.len(), inner.trim_end_matches(['\n', '\r']))
            })
            .collect();
        if !self.pasted.space {
            self.pasted.space = lines.iter().any(|(at, line)| self.check_space(*at, line));
        }
        let listed = self.check_list(&lines);
        if !listed && !self.pasted.table && tabbed {
            self.pasted.table = self.check_tabs(&lines);
        } else if !listed && !self.pasted.table && spaced {
            self.pasted.table = self.check_columns(&lines);
        }
    }

    /// Lines with the same number of cells between semicolons or commas, as a spreadsheet saves them. Was it told?
    fn check_cells(&mut self, text: &str, start: usize) -> bool {
        let Some(end) = memchr(b'\n', text.as_bytes()) else { return false };
        let (first, rest) = (&text[..end], &text[end + 1..]);
        if rest.is_empty() {
            return false;
        }
        let Some(sign) = [';', ','].into_iter().find(|sign| first.contains(*sign)) else { return false };
        let next = rest.lines().next().unwrap_or_default();
        if !same_cells(first.trim_end(), next.trim_end()) || self.is_foreign(&(start..start + first.len())) {
            return false;
        }
        let rows: Vec<Vec<String>> = text
            .lines()
            .map(|line| line.split(sign).map(|cell| cell.trim().trim_matches('"').to_owned()).collect())
            .collect();
        let columns = rows.first().map_or(0, Vec::len);
        if rows.iter().any(|row| row.len() != columns) {
            return false;
        }
        let place = self.place(&(start..start + first.trim_end().len()));
        let between = if sign == ';' { "puntkomma's" } else { "komma's" };
        self.problem(words::pasted_table(place, between, &as_markdown(&rows, columns)));
        true
    }

    /// Three lines or more that are cut in columns by rows of spaces, or two of numbers. Was it told?
    fn check_columns(&mut self, lines: &[(usize, &str)]) -> bool {
        let rows: Vec<Vec<String>> = lines.iter().map(|(_, line)| spaced_cells(line)).collect();
        let columns = rows.first().map_or(0, Vec::len);
        let number = |cell: &String| cell.starts_with(|c: char| c.is_ascii_digit() || c == '€');
        let numbers = rows.len() == 2 && rows[1].iter().all(number);
        if (rows.len() < 3 && !numbers) || columns < 3 || rows.iter().any(|row| row.len() != columns) {
            return false;
        }
        let (at, line) = lines[0];
        let place = self.place(&(at..at + line.trim_end().len()));
        self.problem(words::pasted_table(place, "spaties", &as_markdown(&rows, columns)));
        true
    }

    /// `##`, `-` or `1.` with a space behind it that is no ordinary one. Was it told?
    fn check_space(&mut self, at: usize, line: &str) -> bool {
        // A sign is short: the rest of the line need not be gone through.
        let Some(space) = line.find(|c| !matches!(c, '0'..='9' | '.' | ')' | '#' | '-' | '*' | '+')) else {
            return false;
        };
        if !line[space..].starts_with(is_hidden) {
            return false;
        }
        let sign = &line[..space];
        let number =
            sign.strip_suffix(['.', ')']).is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()));
        let hashes = (1..=6).contains(&sign.len()) && sign.bytes().all(|b| b == b'#');
        let told = number || hashes || matches!(sign, "-" | "*" | "+");
        if told {
            let end = line[space..].chars().next().map_or(0, char::len_utf8);
            let place = self.place(&(at + space..at + space + end));
            self.problem(words::hidden_after_sign(place, sign, &line[space..]));
        }
        told
    }

    /// Lines that begin with the sign of a list. Are there any?
    fn check_list(&mut self, lines: &[(usize, &str)]) -> bool {
        let sign = |line: &str| {
            let mut letters = line.chars();
            let first = letters.next()?;
            let second = letters.next();
            let spaced = second.is_some_and(|c| c.is_whitespace() || is_hidden(c));
            // `•punt`: such a sign stands before no word but that of an item.
            let spaced = spaced || SIGNS.contains(&first) && second.is_some_and(char::is_alphabetic);
            // Word's second level is the letter o before a tab.
            let known = SIGNS.contains(&first)
                || BOXES.iter().any(|(sign, _)| *sign == first)
                || OWN_LETTERS.contains(&first)
                || DOUBTFUL.contains(&first)
                || line.starts_with("o\t");
            (known && spaced).then_some(first)
        };
        let items: Vec<(usize, &str, char)> =
            lines.iter().filter_map(|(at, line)| Some((*at, *line, sign(line)?))).collect();
        let Some((at, line, first)) = items.first().copied() else { return false };
        let at_start = lines.first().is_some_and(|(start, _)| *start == at);
        let alone = items.len() < 2 && (!at_start || !line.contains(char::is_alphabetic));
        if DOUBTFUL.contains(&first) && alone {
            return false;
        }
        let blank = |c: char| c.is_whitespace() || is_hidden(c);
        let known = self.pasted.lists.iter().find(|(sign, _)| *sign == first).map(|(_, at)| *at);
        let mut problem = match known.and_then(|told| self.problems.get(told)) {
            // One more of the same sign: it is mended with the first.
            Some(told) => told.clone(),
            None => {
                let length = first.len_utf8();
                words::pasted_list(
                    self.place(&(at..at + length)),
                    &line[..length],
                    line[length..].trim_start_matches(blank),
                )
            }
        };
        for (at, line, sign) in items {
            let rest = &line[sign.len_utf8()..];
            let end = sign.len_utf8() + rest.len() - rest.trim_start_matches(blank).len();
            let here = BOXES.iter().find(|(known, _)| *known == sign).map_or("- ", |(_, here)| here);
            problem = problem.mend(self.place(&(at..at + end)), here);
        }
        let again = words::pasted_again;
        let here = self.place(&(at..at + first.len_utf8()));
        match known.and_then(|told| self.problems.get_mut(told)) {
            Some(told) => *told = again(problem, here),
            None => {
                self.pasted.lists.push((first, self.problems.len()));
                self.problem(problem);
            }
        }
        true
    }

    /// Lines that are cut in columns by tabs. Was it told?
    fn check_tabs(&mut self, lines: &[(usize, &str)]) -> bool {
        let columns = |line: &str| line.trim().split('\t').filter(|cell| !cell.trim().is_empty()).count();
        let Some((at, line)) = lines.iter().find(|(_, line)| columns(line) > 1) else { return false };
        let rows = lines.iter().filter(|(_, line)| columns(line) > 1).count();
        if rows < 2 && columns(line) < 3 {
            return false;
        }
        // A table of contents was told as that.
        if self.is_foreign(&(*at..at + line.len())) {
            return true;
        }
        // A row with an empty first cell begins with a tab, which Markdown takes for code.
        let head = self.source[..*at].strip_suffix('\n').map(|above| above.rsplit('\n').next().unwrap_or(above));
        let head =
            head.filter(|above| above.starts_with('\t') && columns(above) > 1).map_or(0, |above| above.len() + 1);
        let start = at - head;
        let place = self.place(&(start..start + if head > 0 { head - 1 } else { line.len() }));
        let rows = tabbed_rows(self.source.get(start..).unwrap_or_default());
        let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
        self.problem(words::pasted_table(place, "tabs", &as_markdown(&rows, columns)));
        true
    }
}

/// Does every line begin with a letter? Then no sign of a list stands there, but for the `o` before a tab.
fn begins_with_letters(text: &str) -> bool {
    let bytes = text.as_bytes();
    let starts = std::iter::once(0).chain(memchr_iter(b'\n', bytes).map(|end| end + 1));
    starts.filter_map(|start| bytes.get(start)).all(u8::is_ascii_alphabetic)
}

/// The cells of a line between rows of three spaces or more.
fn spaced_cells(line: &str) -> Vec<String> {
    line.trim().split("   ").map(str::trim).filter(|cell| !cell.is_empty()).map(str::to_owned).collect()
}
