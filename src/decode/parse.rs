//! TOML as people write it: what can be read is read, and each slip is told once, however often the parser stumbles over it.

use super::unclosed::{Open, unclosed};
use super::{
    Decoder, Table, dashes, line_slip, own_path, quotes, time_of_day, toml_words, unclosed as lines, value_slip,
};
use crate::diag::words;
use crate::dutch::is_hidden;
use std::borrow::Cow;
use std::collections::{BTreeSet, VecDeque};
use std::ops::Range;
use toml::de::{DeTable, Error};

/// A text in which every line is wrong is not helped by more messages than this.
const MOST_PROBLEMS: usize = 10;

/// Keys of numbers.
const NUMBERS: &[&str] = &["waarde", "volgorde", "rang", "nummer", "decimalen", "lon", "lat"];

/// Keys of whole numbers: a line that cannot be read is judged before it is known what it is a part of.
const WHOLE: &[&str] = &["volgorde", "rang", "nummer", "decimalen"];

/// Keys of times of the clock, likewise.
const TIMES: &[&str] = &["begint", "eindigt"];

/// A text that the parser stumbles over, and what it says of it.
struct Stumbles<'a> {
    /// The text, in which lines that were told as a whole no longer stand: what is on them would make it stumble further on.
    text: Cow<'a, str>,
    errors: VecDeque<Error>,
}

impl Stumbles<'_> {
    /// Puts something of the same length in the place of a line: a remark when that is all that fits.
    fn replace(&mut self, row: &Range<usize>, with: &str) {
        let end = row.end.min(self.text.len());
        let line = self.text[row.start..end].trim_end_matches(['\n', '\r']).len();
        let with = format!("{with:line$}");
        let with = if with.len() == line { with } else { format!("{:line$}", "#") };
        self.text.to_mut().replace_range(row.start..row.start + line, &with);
        let (_, errors) = DeTable::parse_recoverable(&self.text);
        self.errors.retain(|error| start(error) < row.start);
        self.errors.extend(in_order(errors).into_iter().filter(|error| start(error) >= row.end));
    }
}

/// The parser tells of the heading of a block before it tells of what stands above it.
fn in_order(mut errors: Vec<Error>) -> VecDeque<Error> {
    errors.sort_by_key(start);
    errors.into()
}

fn start(error: &Error) -> usize {
    error.span().map_or(0, |at| at.start)
}

/// Does all that opens on this line close on it too, and the other way round?
fn is_whole(line: &str) -> bool {
    let count = |sign: char| line.matches(sign).count();
    count('[') == count(']') && count('{') == count('}')
}

impl<'a> Decoder<'a> {
    /// Parses the text; syntax errors become problems, and what can be read is returned all the same.
    pub fn parse(&mut self) -> Table<'a> {
        let (table, errors) = DeTable::parse_recoverable(self.text);
        if !errors.is_empty() {
            self.broken = true;
            let rows: Vec<_> = errors.iter().map(|error| self.line_at(start(error))).collect();
            self.doubtful.extend(rows);
            self.tell_stumbles(Stumbles { text: Cow::Borrowed(self.text), errors: in_order(errors) });
        }
        self.unprintable_in(table.get_ref());
        table
    }

    /// What does not end: all that the parser finds behind it comes of that. Gives where it begins.
    fn tell_open(&mut self, stumbles: &mut Stumbles<'_>) -> Option<usize> {
        while self.problems.len() < MOST_PROBLEMS {
            let (at, open) = unclosed(&stumbles.text)?;
            let row = self.line_at(at.start);
            let line = self.text[row.start..row.end.min(self.text.len())].trim_end();
            if let Open::Quote = open
                && is_whole(line)
            {
                let from = row.start + line.find('=').map_or(0, |sign| sign + 1);
                let from = from + self.text[from..].len() - self.text[from..].trim_start().len();
                self.problems.push(match quotes::whole_line(line) {
                    Some(slip) => self.of_line(&row, slip),
                    None => words::written::half_quoted(self.span(from..row.start + line.len())),
                });
                self.doubtful.push(row.clone());
                stumbles.replace(&row, "#");
                continue;
            }
            if quotes::whole_line(line).is_none() {
                let place = self.span(at.clone());
                self.problems.push(match open {
                    Open::Bracket(bracket) => words::data::unclosed(place, bracket),
                    Open::Quote => words::written::half_quoted(place),
                    Open::Text => words::written::endless_text(place),
                });
                self.doubtful.push(at.start..usize::MAX);
                return Some(at.start);
            }
            return None;
        }
        None
    }

    fn of_line(&self, row: &Range<usize>, slip: line_slip::LineSlip) -> crate::diag::Diagnostic {
        let at = self.span(row.start + slip.range.start..row.start + slip.range.end);
        words::data::line_slip(at, slip.says, slip.fix)
    }

    /// Tells of every slip; one makes the parser stumble several times on its line, and the first tells it best.
    fn tell_stumbles(&mut self, mut stumbles: Stumbles<'_>) {
        let mut last_line = usize::MAX;
        // Headings of which it was told that they stand earlier in single brackets.
        let mut headings: BTreeSet<&str> = BTreeSet::new();
        // Texts that were told as a whole.
        let mut told: Vec<Range<usize>> = Vec::new();
        let open = self.tell_open(&mut stumbles);
        while let Some(error) = stumbles.errors.pop_front() {
            let range = error.span().unwrap_or(0..0);
            if self.problems.len() >= MOST_PROBLEMS {
                break;
            }
            // Its first byte tells a line from every other.
            let line = self.line_at(range.start).start;
            if open.is_some_and(|at| range.start > at)
                || told.iter().any(|at| (at.start..=at.end).contains(&range.start))
                || headings.contains(self.text[line..].lines().next().unwrap_or_default())
            {
                continue;
            }
            let start = self.line_at(range.start).start;
            if let Some((at, whole)) = dashes::dashed_list(self.text, start) {
                self.problems.push(words::data::dashed_list(self.span(at.clone()), whole));
                self.doubtful.push(at.clone());
                told.push(at);
                continue;
            }
            if let Some((at, whole)) = lines::over_lines(self.text, start) {
                let span = self.span(at.clone());
                // The parser may have stumbled over its end first.
                self.problems.retain(|p| !p.place.is_some_and(|p| span.start <= p.start && p.start <= span.end));
                self.problems.push(words::data::over_lines(span, whole));
                self.doubtful.push(at.clone());
                told.push(at);
                continue;
            }
            let row = self.line_at(range.start);
            let whole = self.text.get(row.start..row.end.min(self.text.len())).unwrap_or_default();
            if let Some(path) = own_path::own_path(whole) {
                self.tell_path(row.start + path.start..row.start + path.end);
                told.push(row);
                continue;
            }
            if let Some(end) = line_slip::semicolon_behind(whole) {
                self.problems.push(words::slips::semicolon_behind(self.span(row.start + end..row.start + end + 1)));
                self.doubtful.push(row.clone());
                told.push(row);
                continue;
            }
            if let Some(heading) = quotes::heading(whole) {
                let from = row.start + whole.len() - whole.trim_start().len();
                let place = self.span(from..row.start + whole.trim_end().len());
                self.problems.push(words::data::syntax(place, heading.says, &heading.remedy));
                // What stands below it was read as a part of the block above.
                let below = &self.text[row.end.min(self.text.len())..];
                let next = below.find("\n[").map_or(below.len(), |at| at + 1);
                self.doubtful.push(row.start..row.end + next);
                // As a block of its own, whatever it is called.
                stumbles.replace(&row, "[[a]]");
                told.push(row);
                continue;
            }
            let slip = quotes::whole_line(whole).map(|slip| self.of_line(&row, slip));
            let slip = slip.or_else(|| {
                let at = lines::text_goes_on(whole)?;
                // Where it is plain how the text should be, it is there to copy.
                Some(match line_slip::quotes_within(whole) {
                    Some(slip) => self.of_line(&row, slip),
                    None => words::data::text_goes_on(self.span(row.start + at..row.start + at + 1)),
                })
            });
            if let Some(problem) = slip {
                self.problems.push(problem);
                // The parser takes what follows for a part of the list.
                if whole.contains(['[', '{']) && is_whole(whole) {
                    stumbles.replace(&row, "#");
                }
                told.push(row);
                continue;
            }
            if self.text.get(range.start..).is_some_and(|rest| rest.starts_with(';')) {
                let problem = words::data::semicolon(self.span(range.start..range.start + 1));
                if !self.problems.contains(&problem) {
                    self.problems.push(problem);
                }
                // The parser misses the comma again where the next item begins.
                let behind = &self.text[range.start + 1..];
                told.push(range.start..range.start + 1 + behind.len() - behind.trim_start().len());
                last_line = line;
                continue;
            }
            if let Some(at) = lines::single_heading(self.text, range.start) {
                headings.insert(self.text[line..].lines().next().unwrap_or_default());
                self.doubtful.push(self.line_at(at.start));
                let problem = words::data::single_heading(self.span(at.clone()), &self.text[at]);
                if !self.problems.contains(&problem) {
                    self.problems.push(problem);
                }
            } else if line != last_line {
                self.tell_stumble(&error, range);
            }
            last_line = line;
        }
    }

    /// Tells of the first slip on its line.
    fn tell_stumble(&mut self, error: &Error, range: Range<usize>) {
        let row = self.line_at(range.start);
        let twice = error.message().starts_with("duplicate key");
        let problem = if let Some((at, slip)) = self.value_slip(range.start) {
            let problem = words::data::syntax(self.span(at.clone()), &slip.says, &slip.remedy);
            match slip.fix {
                Some(fix) => problem.mend(self.span(at), fix),
                None => problem,
            }
        } else if let Some(hidden) = self.hidden_on_line(range.start) {
            words::data::hidden_in_line(self.span(hidden))
        } else if let Some((at, slip)) = self.line_slip(range.start) {
            words::data::line_slip(self.span(at), slip.says, slip.fix)
        } else if let Some(end) = toml_words::comma_above(error.message(), self.text, range.start) {
            words::data::missing_comma(self.span(end.clone()), &self.text[end])
        } else if twice && let Some(single) = lines::single_among(self.text, row.start) {
            let problem = words::data::single_heading(self.span(single.clone()), &self.text[single]);
            if self.problems.contains(&problem) {
                return;
            }
            problem
        } else if twice
            && !self.text[row.start..].trim_start().starts_with("[[")
            && let Some(first) = toml_words::key_above(self.text, &range)
        {
            words::data::key_twice(self.span(range), self.span(first))
        } else {
            let found = self.text.get(range.clone()).unwrap_or_default();
            let before = self.text.get(..range.start).unwrap_or_default();
            let before = before.rsplit('\n').next().unwrap_or_default();
            toml_words::syntax(error.message(), before, found, self.span(range))
        };
        self.problems.push(problem);
    }

    /// A value on the line that holds this byte, written as people do and not as it can be read.
    fn value_slip(&self, at: usize) -> Option<(Range<usize>, value_slip::ValueSlip)> {
        let start = self.line_at(at).start;
        let line = self.text[start..].lines().next()?;
        let (key, value) = line.split_once('=')?;
        let bare = value.split('#').next().unwrap_or_default().trim();
        let time = || time_of_day::without_quotes(bare).filter(|_| TIMES.contains(&key.trim()));
        let words = NUMBERS.contains(&key.trim()) && bare.starts_with(char::is_alphabetic);
        let other = || words.then(|| value_slip::no_number(bare)).flatten();
        let mut slip = time().or_else(|| value_slip::value_slip(value)).or_else(other)?;
        if WHOLE.contains(&key.trim()) && slip.fix.as_ref().is_some_and(|fix| fix.contains('.')) {
            slip.says = "hier hoort een geheel getal".to_owned();
            slip.remedy = "Schrijf een getal zonder komma of punt, zoals: 3.".to_owned();
            slip.fix = None;
        }
        // A remark behind it is no part of it, but `#VERW!` is no remark.
        let own = value.trim_start().find('#').filter(|&i| i > 0).map(|i| value.len() - value.trim_start().len() + i);
        let value = &value[..own.unwrap_or(value.len())];
        let from = start + key.len() + 1 + value.len() - value.trim_start().len();
        Some((from..from + value.trim().len(), slip))
    }

    /// A line as people write it and not as it can be read. A heading or the inside of a list or text is another matter.
    fn line_slip(&self, at: usize) -> Option<(Range<usize>, line_slip::LineSlip)> {
        let start = self.line_at(at).start;
        let slip = line_slip::line_slip(self.text[start..].lines().next()?)?;
        Some((start + slip.range.start..start + slip.range.end, slip))
    }

    /// A space that one does not see, outside the texts of the line that holds this byte.
    fn hidden_on_line(&self, at: usize) -> Option<Range<usize>> {
        let start = self.line_at(at).start;
        let line = self.text[start..].lines().next()?;
        let mut quoted = false;
        let (i, found) = line.char_indices().find(|(_, c)| {
            quoted ^= *c == '"';
            !quoted && is_hidden(*c)
        })?;
        Some(start + i..start + i + found.len_utf8())
    }
}
