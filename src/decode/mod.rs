//! Turns TOML into typed records, with the place of every key and value, and with every problem told at once.
//!
//! A record type is declared with [`record!`](crate::record): its fields are the keys an editor types, its doc comments are
//! what the editor is told about them. From that one declaration follow the decoder, the messages about unknown, missing and
//! mistyped keys, and the shape from which a schema can be made.

mod cell;
mod citation;
mod dashes;
mod date_slip;
mod date_words;
mod elsewhere;
mod field;
mod free;
mod line_slip;
mod macros;
mod moment;
mod near_type;
mod number_words;
mod own_path;
mod placeholder;
mod plain;
mod shown;
mod stray;
mod text;
mod time_of_day;
mod toml_words;
mod types;
mod unclosed;
mod unprintable;
mod value_slip;

pub use cell::{as_written, ids_in};
pub use citation::Citation;
pub use date_slip::{DateSlip, date_slip};
pub use elsewhere::{of_other_program, word_meant};
pub use field::{Field, Key, Record, Shape, Word};
pub use free::Free;
pub use moment::{Moment, month_name};
pub use placeholder::{is_placeholder, placeholders};
pub use shown::Shown;
pub use text::Text;
pub use time_of_day::TimeOfDay;
pub use types::{At, Kinds, Ref, When, as_json, decode_nested};
pub use unclosed::{is_heading, is_key};
pub use unprintable::{is_unprintable, unprintable};

use crate::diag::{Diagnostic, FileId, Span, words};
use crate::dutch::is_hidden;
use elsewhere::near;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A table with its place.
pub type Table<'i> = Spanned<DeTable<'i>>;
/// A value with its place.
pub type Value<'i> = Spanned<DeValue<'i>>;

/// A text in which every line is wrong is not helped by more messages than this.
const MOST_PROBLEMS: usize = 10;

/// Collects problems while TOML of one file is decoded.
#[derive(Debug)]
pub struct Decoder<'a> {
    file: FileId,
    /// Where `text` starts in the file: after a byte order mark, or after the `+++` of front matter.
    offset: usize,
    text: &'a str,
    /// The text has syntax errors.
    broken: bool,
    /// The key that is being read cannot be left out.
    required: bool,
    /// The keys of the records around the one that is read.
    above: &'static [&'static str],
    /// Those of them that are there.
    present: Vec<String>,
    /// Unknown keys by where they stand, and the key that each was told to be.
    renamed: Vec<(usize, String)>,
    /// Bytes of lines that the parser may have read wrong: what is told of these comes of its syntax errors.
    doubtful: Vec<std::ops::Range<usize>>,
    /// What was found so far.
    pub problems: Vec<Diagnostic>,
    /// All references, also those in records that cannot be kept for a mistake elsewhere: so these are checked too.
    pub references: Vec<Reference>,
    /// All places in sources that are named, likewise.
    pub citations: Vec<Citation>,
}

/// An id that must exist.
#[derive(Debug, Clone, PartialEq)]
pub struct Reference {
    /// The id.
    pub id: String,
    /// Where it stands.
    pub place: Span,
    /// The kinds it may be of; empty means any.
    pub kinds: &'static [&'static str],
}

impl<'a> Decoder<'a> {
    /// A decoder for `text`, which starts at byte `offset` of the file.
    pub fn new(file: FileId, text: &'a str, offset: usize) -> Self {
        Self {
            file,
            offset,
            text,
            broken: false,
            required: false,
            above: &[],
            present: Vec::new(),
            renamed: Vec::new(),
            doubtful: Vec::new(),
            problems: Vec::new(),
            references: Vec::new(),
            citations: Vec::new(),
        }
    }

    /// Parses the text; syntax errors become problems, and what can be read is returned all the same.
    pub fn parse(&mut self) -> Table<'a> {
        let (table, errors) = DeTable::parse_recoverable(self.text);
        let mut last_line = usize::MAX;
        // Texts that were told as a whole.
        let mut told: Vec<std::ops::Range<usize>> = Vec::new();
        let open = if errors.is_empty() { None } else { unclosed::unclosed(self.text) };
        if let Some((at, bracket)) = &open {
            self.problems.push(words::data::unclosed(self.span(at.clone()), *bracket));
            self.doubtful.push(at.start..usize::MAX);
        }
        for error in errors {
            self.broken = true;
            let range = error.span().unwrap_or(0..0);
            self.doubtful.push(self.line_at(range.start));
            let line = self.text[..range.start.min(self.text.len())].matches('\n').count();
            // All that the parser finds behind a bracket that is not closed, comes of that.
            let behind = open.as_ref().is_some_and(|(at, _)| range.start > at.start);
            if behind
                || told.iter().any(|at| (at.start..=at.end).contains(&range.start))
                || self.problems.len() >= MOST_PROBLEMS
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
            if let Some((at, whole)) = unclosed::over_lines(self.text, start) {
                let span = self.span(at.clone());
                // The parser may have stumbled over its end first.
                self.problems.retain(|p| !p.place.is_some_and(|p| span.start <= p.start && p.start <= span.end));
                self.problems.push(words::data::over_lines(span, whole));
                self.doubtful.push(at.clone());
                told.push(at);
                continue;
            }
            let row = self.line_at(range.start);
            let whole = self.text.get(row.start..row.end.min(self.text.len()));
            if let Some(path) = whole.and_then(own_path::own_path) {
                self.tell_path(row.start + path.start..row.start + path.end);
                told.push(row);
                continue;
            }
            if let Some(end) = whole.and_then(line_slip::semicolon_behind) {
                self.problems.push(words::slips::semicolon_behind(self.span(row.start + end..row.start + end + 1)));
                self.doubtful.push(row.clone());
                told.push(row);
                continue;
            }
            if let Some(at) = whole.and_then(unclosed::text_goes_on) {
                let span = |at: std::ops::Range<usize>| self.span(row.start + at.start..row.start + at.end);
                // Where it is plain how the text should be, it is there to copy.
                let problem = match whole.and_then(line_slip::quotes_within) {
                    Some(slip) => words::data::line_slip(span(slip.range), slip.says, slip.fix),
                    None => words::data::text_goes_on(span(at..at + 1)),
                };
                self.problems.push(problem);
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
            // One slip makes the parser stumble several times on its line; the first tells it best.
            if let Some(at) = unclosed::single_heading(self.text, range.start) {
                self.doubtful.push(self.line_at(at.start));
                let problem = words::data::single_heading(self.span(at.clone()), &self.text[at]);
                if !self.problems.contains(&problem) {
                    self.problems.push(problem);
                }
            } else if line != last_line
                && let Some((at, slip)) = self.value_slip(range.start)
            {
                let problem = words::data::syntax(self.span(at.clone()), &slip.says, &slip.remedy);
                self.problems.push(match slip.fix {
                    Some(fix) => problem.mend(self.span(at), fix),
                    None => problem,
                });
            } else if line != last_line
                && let Some(hidden) = self.hidden_on_line(range.start)
            {
                self.problems.push(words::data::hidden_in_line(self.span(hidden)));
            } else if line != last_line
                && let Some((at, slip)) = self.line_slip(range.start)
            {
                self.problems.push(words::data::line_slip(self.span(at), slip.says, slip.fix));
            } else if line != last_line
                && let Some(end) = toml_words::comma_above(error.message(), self.text, range.start)
            {
                let item = &self.text[end.clone()];
                self.problems.push(words::data::missing_comma(self.span(end.clone()), item));
            } else if line != last_line
                && error.message().starts_with("duplicate key")
                && let Some(single) = unclosed::single_among(self.text, row.start)
            {
                let problem = words::data::single_heading(self.span(single.clone()), &self.text[single]);
                if !self.problems.contains(&problem) {
                    self.problems.push(problem);
                }
            } else if line != last_line
                && error.message().starts_with("duplicate key")
                && !self.text[row.start..].trim_start().starts_with("[[")
                && let Some(first) = toml_words::key_above(self.text, &range)
            {
                self.problems.push(words::data::key_twice(self.span(range.clone()), self.span(first)));
            } else if line != last_line {
                let found = self.text.get(range.clone()).unwrap_or_default();
                let before = self.text.get(..range.start).unwrap_or_default();
                let before = before.rsplit('\n').next().unwrap_or_default();
                self.problems.push(toml_words::syntax(error.message(), before, found, self.span(range.clone())));
            }
            last_line = line;
        }
        self.unprintable_in(table.get_ref());
        table
    }

    /// Tells of signs that no text can hold. Here, where all texts come by, so that nothing that writes one needs to ask.
    fn unprintable_in(&mut self, table: &DeTable<'_>) {
        for (key, value) in table {
            self.tell_unprintable(key.get_ref(), key.span());
            self.unprintable_value(value);
        }
    }

    fn unprintable_value(&mut self, value: &Value<'_>) {
        match value.get_ref() {
            DeValue::String(text) => {
                let at = value.span();
                // Nearly no text holds one of the signs that a backslash makes.
                let path =
                    text.contains(|c: char| c.is_control()).then(|| own_path::own_path(self.text.get(at.clone())?));
                match path.flatten() {
                    Some(path) => self.tell_path(at.start + path.start..at.start + path.end),
                    None => self.tell_unprintable(text, at),
                }
            }
            DeValue::Array(items) => items.iter().for_each(|item| self.unprintable_value(item)),
            DeValue::Table(inner) => self.unprintable_in(inner),
            _ => {}
        }
    }

    fn tell_path(&mut self, at: std::ops::Range<usize>) {
        let problem = words::slips::path_in_data(self.span(at.clone()), &self.text[at]);
        if !self.problems.contains(&problem) {
            self.problems.push(problem);
        }
    }

    fn tell_unprintable(&mut self, text: &str, at: std::ops::Range<usize>) {
        if let Some((_, sign, more)) = unprintable(text) {
            self.problems.push(words::files::unprintable(self.span(at), sign, more));
        }
    }

    /// A value on the line that holds this byte, written as people do and not as it can be read.
    fn value_slip(&self, at: usize) -> Option<(std::ops::Range<usize>, value_slip::ValueSlip)> {
        let start = self.line_at(at).start;
        let line = self.text[start..].lines().next()?;
        let (key, value) = line.split_once('=')?;
        let bare = value.split('#').next().unwrap_or_default().trim();
        let words = NUMBERS.contains(&key.trim()) && bare.starts_with(char::is_alphabetic);
        let other = || words.then(|| value_slip::no_number(bare)).flatten();
        let mut slip = value_slip::value_slip(value).or_else(other)?;
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
    fn line_slip(&self, at: usize) -> Option<(std::ops::Range<usize>, line_slip::LineSlip)> {
        let start = self.line_at(at).start;
        let slip = line_slip::line_slip(self.text[start..].lines().next()?)?;
        Some((start + slip.range.start..start + slip.range.end, slip))
    }

    /// A space that one does not see, outside the texts of the line that holds this byte.
    fn hidden_on_line(&self, at: usize) -> Option<std::ops::Range<usize>> {
        let start = self.line_at(at).start;
        let line = self.text[start..].lines().next()?;
        let mut quoted = false;
        let (i, found) = line.char_indices().find(|(_, c)| {
            quoted ^= *c == '"';
            !quoted && is_hidden(*c)
        })?;
        Some(start + i..start + i + found.len_utf8())
    }

    /// The bytes of the line that holds this one.
    fn line_at(&self, at: usize) -> std::ops::Range<usize> {
        let at = self.text.floor_char_boundary(at);
        let start = self.text[..at].rfind('\n').map_or(0, |i| i + 1);
        start..self.text[at..].find('\n').map_or(self.text.len(), |i| at + i) + 1
    }

    /// Can what stands here be taken as it was written?
    fn is_sure(&self, place: Span) -> bool {
        let at = (place.start as usize).saturating_sub(self.offset);
        !self.doubtful.iter().any(|lines| lines.contains(&at))
    }

    /// Everything that was found. Of a text with syntax errors nothing that may come of these: not what seems wrong on their
    /// lines, nor what seems to be missing.
    pub fn told(mut self) -> Vec<Diagnostic> {
        let mut problems = std::mem::take(&mut self.problems);
        if self.broken {
            // The parser puts something of no length where it found nothing to read.
            let made_up =
                |p: &Diagnostic| p.code == words::data::WRONG_TYPE && p.place.is_some_and(|at| at.range().is_empty());
            let sure = |p: &Diagnostic| {
                p.code != words::data::MISSING && !made_up(p) && p.place.is_none_or(|at| self.is_sure(at))
            };
            problems.retain(|p| p.code == words::data::SYNTAX || sure(p));
        }
        problems
    }

    /// The references and the places in sources, but for those on lines that may be read wrong.
    pub fn pointers(&mut self) -> (Vec<Reference>, Vec<Citation>) {
        let mut references = std::mem::take(&mut self.references);
        let mut citations = std::mem::take(&mut self.citations);
        references.retain(|reference| self.is_sure(reference.place));
        citations.retain(|citation| self.is_sure(citation.place));
        (references, citations)
    }

    /// Has the text syntax errors?
    pub fn is_broken(&self) -> bool {
        self.broken
    }

    /// The text that is decoded and where it starts, when this place is in it.
    pub fn file_of(&self, place: Span) -> Option<(&'a str, usize)> {
        (place.file == self.file).then_some((self.text, self.offset))
    }

    /// The text that is decoded.
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// A place in the file from a byte range in the text.
    pub fn span(&self, range: std::ops::Range<usize>) -> Span {
        Span::new(self.file, range.start + self.offset..range.end + self.offset)
    }

    /// Decodes a whole table into a record; `None` when a required key is missing or wrong.
    pub fn record<R: Record>(&mut self, table: &DeTable<'_>, place: Span) -> Option<R> {
        if table.keys().any(|key| !R::NAMES.contains(&key.get_ref().as_ref())) {
            self.unknown_keys(table, R::NAMES, R::keys());
        }
        let outer = std::mem::replace(&mut self.above, R::NAMES);
        let present = table.keys().map(|key| key.get_ref().to_string()).collect();
        let present = std::mem::replace(&mut self.present, present);
        let record = R::decode(table, place, self);
        (self.above, self.present) = (outer, present);
        record
    }

    /// One field of a record.
    pub fn field<T: Field>(&mut self, table: &DeTable<'_>, key: &'static str, record: Span) -> Option<T> {
        match table.get(key) {
            Some(value) if self.tell_placeholders(value, key, &T::shape) => T::absent(),
            // Nothing between quotes is as much as no key at all.
            Some(value) if is_blank(value) && !MAY_BE_EMPTY.contains(&key) => {
                let absent = T::absent();
                if absent.is_none() {
                    self.problems.push(words::data::empty_value(self.span(value.span()), key));
                }
                absent
            }
            Some(value) => {
                self.tell_thousands(value, key);
                self.tell_figures(value, key, &T::shape);
                self.required = T::absent().is_none();
                T::decode(value, self)
            }
            None => {
                let absent = T::absent();
                // In capitals, or by another name: of that key it was told how it is written.
                let otherwise = absent.is_none()
                    && table.keys().any(|other| {
                        let told = |(at, meant): &(usize, String)| *at == other.span().start && meant == key;
                        other.get_ref().eq_ignore_ascii_case(key) || self.renamed.iter().any(told)
                    });
                if absent.is_none() && !otherwise {
                    self.problems.push(words::data::missing_key(record, key, &T::shape().in_words()));
                }
                absent
            }
        }
    }

    /// `waarde = 1.300`, where 1300 was probably meant. A place on earth has decimals by nature.
    fn tell_thousands(&mut self, value: &Value<'_>, key: &str) {
        if let DeValue::Float(float) = value.get_ref()
            && !matches!(key, "lon" | "lat")
            && let Some(meant) = value_slip::thousands(float.as_str())
        {
            let place = self.span(value.span());
            self.problems.push(words::data::maybe_thousands(place, float.as_str(), &meant));
        }
    }

    /// Tells of everything in a value that `verbeeld new` left to be filled in; `false` when there is nothing of the kind.
    /// A table's own keys are looked at when they are read.
    fn tell_placeholders(&mut self, value: &Value<'_>, key: &str, shape: &dyn Fn() -> Shape) -> bool {
        match value.get_ref() {
            DeValue::String(text) if is_placeholder(text) => {
                let wanted = match shape() {
                    Shape::List(of) => of.in_words(),
                    other => other.in_words(),
                };
                self.problems.push(words::data::placeholder_left(self.span(value.span()), key, &wanted));
                true
            }
            DeValue::Array(items) => {
                // All of them, so not `any`, which stops at the first.
                items.iter().filter(|item| self.tell_placeholders(item, key, shape)).count() > 0
            }
            _ => false,
        }
    }

    /// Says that the value is not what the field wants.
    pub fn wrong_type(&mut self, value: &Value<'_>, wanted: &Shape) {
        let place = self.span(value.span());
        let text = value.get_ref().as_str().unwrap_or_default();
        if let Some(slip) = value_slip::from_spreadsheet(text) {
            self.problems.push(words::data::from_spreadsheet(place, &slip.says, &wanted.in_words(), self.required));
            return;
        }
        if let Some((first, second)) = value_slip::two_numbers(text).filter(|_| *wanted == Shape::Number) {
            self.problems.push(words::data::two_numbers(place, &first, &second));
            return;
        }
        if let Some(problem) = near_type::near_type(place, value, wanted) {
            self.problems.push(problem);
            return;
        }
        // A name in place of ids makes no list of ids.
        let names = |of: &Shape| {
            let plain =
                |c: char| !c.is_uppercase() && (c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '/' | ',' | ' '));
            matches!(of, Shape::Citation | Shape::Reference(_)) && !text.chars().all(plain)
        };
        if let Shape::List(of) = wanted
            && !text.trim().is_empty()
            && !names(of)
        {
            let found = toml_words::kind_of(value.get_ref());
            // The commas of a sentence part nothing.
            let list = match wanted {
                Shape::List(of) if text.trim_end().ends_with(['.', '!', '?']) => format!("[{}]", as_written(text, of)),
                _ => as_written(text, wanted),
            };
            self.problems.push(words::data::mistyped(place, &wanted.in_words(), found, &list));
            return;
        }
        let unknown =
            value.get_ref().as_str().is_some_and(|text| text.trim().is_empty() || value_slip::is_unknown(text));
        self.problems.push(if unknown {
            words::data::no_value(place, &wanted.in_words(), self.required)
        } else {
            words::data::wrong_type(place, &wanted.in_words(), toml_words::kind_of(value.get_ref()))
        });
    }

    /// Says that the value is not what the field wants, and how it is written.
    fn mistyped(&mut self, value: &Value<'_>, wanted: &Shape, right: &str) {
        let place = self.span(value.span());
        let found = toml_words::kind_of(value.get_ref());
        let about = value.get_ref().as_str().and_then(value_slip::number).is_some_and(|found| found.is_about());
        let hint = if about { format!("{right}. {}", value_slip::ABOUT_KEY) } else { right.to_owned() };
        let problem = words::data::mistyped(place, &wanted.in_words(), found, &hint);
        // Of `"14 gemeenten"` a word would be lost.
        let only = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | ' ' | '-');
        let sure = *wanted == Shape::Bool || value.get_ref().as_str().is_some_and(|text| text.chars().all(only));
        let bare = right.split(',').next().unwrap_or(right);
        self.problems.push(if sure { problem.mend(place, bare) } else { problem });
    }

    /// The text between the quotes of a string value, when the source has it letter for letter (no escapes).
    pub(crate) fn verbatim(&self, value: &Value<'_>, decoded: &str) -> Span {
        let range = value.span();
        let start = self.text.get(range.clone()).and_then(|raw| raw.find(decoded)).unwrap_or(0);
        if decoded.is_empty() || start == 0 {
            return self.span(range);
        }
        let start = range.start + start;
        self.span(start..start + decoded.len())
    }

    /// Tells of every key that a record does not know. `possible` are the keys that fit where the record stands.
    pub fn unknown_keys(&mut self, table: &DeTable<'_>, possible: &[&str], keys: &[Key]) {
        for key in table.keys() {
            let name: &str = key.get_ref();
            if !keys.iter().any(|k| k.name == name) {
                let place = self.span(key.span());
                let near = near(table, name, possible);
                // What the record has already was not meant for it.
                let has = self.present.iter().any(|key| key == name);
                if near.is_none() && self.above.contains(&name) && !has {
                    self.belongs_above(place, name);
                    continue;
                }
                // `[[Menu]]` and `[[menus]]` beside `[[menu]]`.
                let blocks = table.get(name).is_some_and(|value| {
                    value.get_ref().as_array().is_some_and(|items| items.iter().any(|item| item.get_ref().is_table()))
                });
                if let Some(near) = near.filter(|_| blocks) {
                    self.problems.push(words::meant::block_misnamed(place, name, near));
                    self.renamed.push((key.span().start, near.to_owned()));
                    continue;
                }
                let there = near.is_some_and(|near| table.contains_key(near));
                if let Some(near) = near.filter(|_| !there) {
                    self.renamed.push((key.span().start, near.to_owned()));
                }
                self.problems.push(words::data::unknown_key(place, name, near, there, possible));
            }
        }
    }

    /// A key of the record around this one: that it is absent there is no message of its own.
    fn belongs_above(&mut self, place: Span, name: &str) {
        self.problems.push(words::data::belongs_above(place, name));
        let missing = words::data::missing_key(place, name, "").message;
        if let Some(told) = self.problems.iter().rposition(|p| p.code == words::data::MISSING && p.message == missing) {
            self.problems.remove(told);
        }
    }

    /// The text under a key that is not there, as it stands under one that was told to be this key: that it is absent as well would
    /// be a second message about one slip.
    pub fn meant(&self, table: &DeTable<'_>, wanted: &str, keys: &[Key]) -> Option<At<String>> {
        let possible: Vec<&str> = keys.iter().map(|key| key.name).collect();
        let unknown = table.iter().filter(|(key, _)| !possible.contains(&key.get_ref().as_ref()));
        let (_, value) = unknown.into_iter().find(|(key, _)| near(table, key.get_ref(), &possible) == Some(wanted))?;
        Some(At { value: value.get_ref().as_str()?.to_owned(), place: self.span(value.span()) })
    }
}

/// Keys of numbers.
const NUMBERS: &[&str] = &["waarde", "volgorde", "rang", "nummer", "decimalen", "lon", "lat"];

/// Keys of whole numbers: a line that cannot be read is judged before it is known what it is a part of.
const WHOLE: &[&str] = &["volgorde", "rang", "nummer", "decimalen"];

/// A number may have no unit, and of an id it is told what it may be made of.
const MAY_BE_EMPTY: &[&str] = &["eenheid", "id"];

/// Is this a text of nothing, or of spaces alone?
fn is_blank(value: &Value<'_>) -> bool {
    matches!(value.get_ref(), DeValue::String(text) if text.trim().is_empty())
}
