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
mod parse;
mod placeholder;
mod plain;
mod quotes;
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
pub use unprintable::{invisible, is_invisible, is_unprintable, tell_invisible, unprintable};

use crate::diag::{Diagnostic, FileId, Span, words};
use elsewhere::near;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A table with its place.
pub type Table<'i> = Spanned<DeTable<'i>>;
/// A value with its place.
pub type Value<'i> = Spanned<DeValue<'i>>;

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
    /// What is being read is one of a list.
    in_list: bool,
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
    /// Lists with something in them of which nothing could be read: why was told.
    pub emptied: Vec<Span>,
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
    /// Does it stand by itself, not in a list?
    pub alone: bool,
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
            in_list: false,
            above: &[],
            present: Vec::new(),
            renamed: Vec::new(),
            doubtful: Vec::new(),
            problems: Vec::new(),
            references: Vec::new(),
            citations: Vec::new(),
            emptied: Vec::new(),
        }
    }

    /// The bytes of the line that holds this one.
    fn line_at(&self, at: usize) -> std::ops::Range<usize> {
        let at = self.text.floor_char_boundary(at);
        let start = self.text[..at].rfind('\n').map_or(0, |i| i + 1);
        start..self.text[at..].find('\n').map_or(self.text.len(), |i| at + i) + 1
    }

    /// Can what stands here be taken as it was written? Asked when the doubtful lines are in order.
    fn is_sure(&self, place: Span) -> bool {
        let at = (place.start as usize).saturating_sub(self.offset);
        let before = self.doubtful.partition_point(|lines| lines.start <= at);
        !self.doubtful[..before].last().is_some_and(|lines| lines.contains(&at))
    }

    /// Brings the doubtful lines in order, those that meet as one.
    fn order_doubtful(&mut self) {
        self.doubtful.sort_by_key(|lines| lines.start);
        self.doubtful.dedup_by(|next, lines| {
            let meet = next.start <= lines.end;
            lines.end = if meet { lines.end.max(next.end) } else { lines.end };
            meet
        });
    }

    /// Everything that was found. Of a text with syntax errors nothing that may come of these: not what seems wrong on their
    /// lines, nor what seems to be missing.
    pub fn told(mut self) -> Vec<Diagnostic> {
        self.order_doubtful();
        let mut problems = std::mem::take(&mut self.problems);
        if problems.iter().any(|p| p.code == words::files::UNPRINTABLE) {
            Self::invisible_once(&mut problems);
        }
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
        self.order_doubtful();
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
                (self.required, self.in_list) = (T::absent().is_none(), false);
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

    /// One value of a list. Nothing between quotes is none: it would stand on the site as an empty item.
    fn item<T: Field>(&mut self, value: &Value<'_>) -> Option<T> {
        if is_blank(value)
            && matches!(T::shape(), Shape::Plain | Shape::Markdown | Shape::Reference(_) | Shape::Citation)
        {
            self.problems.push(words::meant::empty_item(self.span(value.span())));
            return None;
        }
        self.in_list = true;
        T::decode(value, self)
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

    /// Says that a number is none that can be reckoned with.
    fn no_such_number(&mut self, value: &Value<'_>, text: &str) {
        self.problems.push(words::written::no_such_number(self.span(value.span()), text));
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

/// A number may have no unit, and of an id it is told what it may be made of.
const MAY_BE_EMPTY: &[&str] = &["eenheid", "id"];

/// Is this a text of nothing, or of spaces alone?
fn is_blank(value: &Value<'_>) -> bool {
    matches!(value.get_ref(), DeValue::String(text) if text.trim().is_empty())
}
