//! The types that fields have.

use super::{Citation, Decoder, Field, Moment, Record, Reference, Shape, Shown, Text, Value};
use crate::diag::{Span, words};
use std::marker::PhantomData;
use std::ops::Deref;
use toml::de::DeValue;

/// A value and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct At<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub place: Span,
}

impl<T> Deref for At<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T: Field> Field for At<T> {
    fn decode(value: &Value<'_>, decoder: &mut Decoder<'_>) -> Option<Self> {
        let place = decoder.span(value.span());
        T::decode(value, decoder).map(|value| Self { value, place })
    }
    fn shape() -> Shape {
        T::shape()
    }
    fn shown(&self) -> Shown<'_> {
        self.value.shown()
    }
}

impl Field for Text {
    fn decode(value: &Value<'_>, decoder: &mut Decoder<'_>) -> Option<Self> {
        let raw = String::decode(value, decoder)?;
        let place = decoder.verbatim(value, &raw);
        Some(Self { raw, place })
    }
    fn shape() -> Shape {
        Shape::Markdown
    }
    fn shown(&self) -> Shown<'_> {
        Shown::Markdown(self)
    }
}

/// The kinds that a reference may point to.
pub trait Kinds {
    /// Their names in the data; empty means any.
    const KINDS: &'static [&'static str];
}

/// The id of a record of kind `K`.
#[derive(Debug, Clone, PartialEq)]
pub struct Ref<K> {
    /// The id.
    pub id: String,
    /// Where it stands.
    pub place: Span,
    kind: PhantomData<fn() -> K>,
}

impl<K: Kinds> Field for Ref<K> {
    fn decode(value: &Value<'_>, decoder: &mut Decoder<'_>) -> Option<Self> {
        let place = decoder.span(value.span());
        match value.get_ref().as_str() {
            Some(id) => {
                decoder.references.push(Reference {
                    id: id.to_owned(),
                    place,
                    kinds: K::KINDS,
                    alone: !decoder.in_list,
                });
                Some(Self { id: id.to_owned(), place, kind: PhantomData })
            }
            None => {
                decoder.wrong_type(value, &Self::shape());
                None
            }
        }
    }
    fn shape() -> Shape {
        Shape::Reference(K::KINDS.to_vec())
    }
    fn shown(&self) -> Shown<'_> {
        Shown::Reference { id: &self.id, place: self.place, kinds: K::KINDS }
    }
}

impl Field for Citation {
    fn decode(value: &Value<'_>, decoder: &mut Decoder<'_>) -> Option<Self> {
        let text = String::decode(value, decoder)?;
        let place = decoder.verbatim(value, &text);
        let (source, section) = match text.split_once('/') {
            Some((source, section)) => (source.trim().to_owned(), Some(section.trim().to_owned())),
            None => (text.trim().to_owned(), None),
        };
        let citation = Self { source, section, place };
        decoder.citations.push(citation.clone());
        Some(citation)
    }
    fn shape() -> Shape {
        Shape::Citation
    }
    fn shown(&self) -> Shown<'_> {
        Shown::Citation(self)
    }
}

impl Field for String {
    fn decode(value: &Value<'_>, decoder: &mut Decoder<'_>) -> Option<Self> {
        let text = value.get_ref().as_str().map(str::to_owned);
        if text.is_none() {
            decoder.wrong_type(value, &Shape::Plain);
        }
        text
    }
    fn shape() -> Shape {
        Shape::Plain
    }
    fn shown(&self) -> Shown<'_> {
        Shown::Plain(self)
    }
}

impl Field for bool {
    fn decode(value: &Value<'_>, decoder: &mut Decoder<'_>) -> Option<Self> {
        let found = value.get_ref().as_bool();
        if found.is_none() {
            match value.get_ref().as_str().and_then(yes_or_no) {
                Some(meant) => decoder.mistyped(value, &Shape::Bool, &format!("{meant}, zonder aanhalingstekens")),
                None => decoder.wrong_type(value, &Shape::Bool),
            }
        }
        found
    }
    fn shape() -> Shape {
        Shape::Bool
    }
    fn shown(&self) -> Shown<'_> {
        Shown::Bool(*self)
    }
}

impl Field for i64 {
    fn decode(value: &Value<'_>, decoder: &mut Decoder<'_>) -> Option<Self> {
        let found = value
            .get_ref()
            .as_integer()
            .and_then(|i| i64::from_str_radix(&i.as_str().replace('_', ""), i.radix()).ok());
        if found.is_none() {
            match written(value.get_ref()).filter(|number| !number.contains('.')) {
                Some(number) => decoder.mistyped(value, &Shape::Integer, &number),
                None if let DeValue::Integer(number) = value.get_ref() => {
                    decoder.no_such_number(value, number.as_str())
                }
                None => decoder.wrong_type(value, &Shape::Integer),
            }
        }
        found
    }
    fn shape() -> Shape {
        Shape::Integer
    }
    fn shown(&self) -> Shown<'_> {
        Shown::Integer(*self)
    }
}

impl Field for f64 {
    fn decode(value: &Value<'_>, decoder: &mut Decoder<'_>) -> Option<Self> {
        let found = match value.get_ref() {
            DeValue::Float(f) => f.as_str().replace('_', "").parse().ok(),
            DeValue::Integer(i) => i64::from_str_radix(&i.as_str().replace('_', ""), i.radix()).ok().map(|i| i as f64),
            _ => None,
        };
        let found = found.filter(can_be_reckoned_with);
        if found.is_none() {
            match written(value.get_ref()) {
                Some(number) => decoder.mistyped(value, &Shape::Number, &number),
                None => match value.get_ref() {
                    DeValue::Integer(number) => decoder.no_such_number(value, number.as_str()),
                    DeValue::Float(number) => decoder.no_such_number(value, number.as_str()),
                    _ => decoder.wrong_type(value, &Shape::Number),
                },
            }
        }
        found
    }
    fn shape() -> Shape {
        Shape::Number
    }
    fn shown(&self) -> Shown<'_> {
        Shown::Number(*self)
    }
}

/// Up to here every whole number is there, and sums are what they seem; no page shows more digits.
const MOST: f64 = 1e15;

/// Is this a number that sums can be made of?
fn can_be_reckoned_with(number: &f64) -> bool {
    number.abs() <= MOST
}

/// The number that was meant by a text, or by a number with its thousands marked.
fn written(value: &DeValue<'_>) -> Option<String> {
    match value {
        DeValue::String(text) => {
            let bare = text.trim();
            let plain = bare.parse().is_ok_and(|number| can_be_reckoned_with(&number)).then(|| bare.to_owned());
            super::value_slip::number(bare)
                .map(|found| found.number)
                .or(plain)
                .or_else(|| super::number_words::in_letters(bare))
        }
        DeValue::Float(float) => super::value_slip::thousands(float.as_str()),
        _ => None,
    }
}

/// `true` or `false` for a word that says so.
fn yes_or_no(word: &str) -> Option<bool> {
    match word.trim().to_lowercase().as_str() {
        "ja" | "j" | "yes" | "true" | "waar" | "aan" => Some(true),
        "nee" | "n" | "no" | "false" | "onwaar" | "uit" => Some(false),
        _ => None,
    }
}

/// A spreadsheet counts days, and shows the number where the cell has lost its form: 46037 is 15 January 2026.
fn from_spreadsheet(value: &DeValue<'_>) -> Option<String> {
    let number = match value {
        DeValue::Integer(number) => number.as_str(),
        DeValue::String(text) if text.len() == 5 => text.as_ref(),
        _ => return None,
    };
    let days: i64 = number.parse().ok().filter(|days| (30_000..80_000).contains(days))?;
    let first = jiff::civil::date(1899, 12, 30);
    first.checked_add(jiff::Span::new().days(days)).ok().map(|day| day.to_string())
}

/// What comes nearest to a date that the data cannot say.
fn around<'v>(value: &'v DeValue<'_>) -> Option<(&'v str, (String, String))> {
    let text = value.as_str()?;
    Some((text, super::date_words::around(text)?))
}

impl Field for Moment {
    fn decode(value: &Value<'_>, decoder: &mut Decoder<'_>) -> Option<Self> {
        let found = match value.get_ref() {
            DeValue::Datetime(d) => d.date.and_then(|d| Moment::parse(&d.to_string())),
            DeValue::String(text) => Moment::parse(text),
            DeValue::Integer(year) => Moment::parse(year.as_str()),
            _ => None,
        };
        if found.is_none() {
            match value.get_ref().as_str().and_then(|text| Some((text, super::date_slip(text)?))) {
                Some((text, slip)) => {
                    let place = decoder.span(value.span());
                    let problem = words::data::bad_moment(place, text, &slip.says, slip.fix.as_deref());
                    // A month may be meant as a day or as a quarter; all else can be written as it is meant.
                    let sure = slip.fix.filter(|fix| Moment::parse(fix.trim_matches('"')).is_some());
                    decoder.problems.push(match sure {
                        Some(fix) => problem.mend(place, fix),
                        None => problem,
                    });
                }
                None => match from_spreadsheet(value.get_ref()) {
                    None if let Some((text, (says, fix))) = around(value.get_ref()) => {
                        let place = decoder.span(value.span());
                        decoder.problems.push(words::data::bad_moment(place, text, &says, Some(&fix)));
                    }
                    Some(day) => decoder.mistyped(value, &Shape::Moment, &day),
                    None => decoder.wrong_type(value, &Shape::Moment),
                },
            }
        }
        found
    }
    fn shape() -> Shape {
        Shape::Moment
    }
    fn shown(&self) -> Shown<'_> {
        Shown::Moment(self)
    }
}

impl<T: Field> Field for Option<T> {
    fn decode(value: &Value<'_>, decoder: &mut Decoder<'_>) -> Option<Self> {
        T::decode(value, decoder).map(Some)
    }
    fn absent() -> Option<Self> {
        Some(None)
    }
    fn shape() -> Shape {
        T::shape()
    }
    fn shown(&self) -> Shown<'_> {
        self.as_ref().map_or(Shown::Nothing, Field::shown)
    }
}

/// A list; what is wrong in it is told and left out. A single value where a list belongs is told too.
impl<T: Field> Field for Vec<T> {
    fn decode(value: &Value<'_>, decoder: &mut Decoder<'_>) -> Option<Self> {
        match value.get_ref().as_array() {
            Some(items) => {
                let read: Vec<T> = items.iter().filter_map(|item| decoder.item(item)).collect();
                if read.is_empty() && !items.is_empty() {
                    decoder.emptied.push(decoder.span(value.span()));
                }
                Some(read)
            }
            None => {
                decoder.wrong_type(value, &Self::shape());
                None
            }
        }
    }
    fn absent() -> Option<Self> {
        Some(Self::new())
    }
    fn shape() -> Shape {
        Shape::List(Box::new(T::shape()))
    }
    fn shown(&self) -> Shown<'_> {
        if self.is_empty() { Shown::Nothing } else { Shown::List(self.iter().map(Field::shown).collect()) }
    }
}

/// Any TOML value as JSON; dates become text.
pub fn as_json(value: &DeValue<'_>) -> serde_json::Value {
    match value {
        DeValue::String(s) => serde_json::Value::from(s.as_ref()),
        DeValue::Integer(i) => {
            i64::from_str_radix(&i.as_str().replace('_', ""), i.radix()).map_or(serde_json::Value::Null, Into::into)
        }
        DeValue::Float(f) => f.as_str().replace('_', "").parse::<f64>().map_or(serde_json::Value::Null, Into::into),
        DeValue::Boolean(b) => (*b).into(),
        DeValue::Datetime(d) => d.to_string().into(),
        DeValue::Array(items) => items.iter().map(|i| as_json(i.get_ref())).collect(),
        DeValue::Table(table) => table
            .iter()
            .map(|(k, v)| (k.get_ref().to_string(), as_json(v.get_ref())))
            .collect::<serde_json::Map<_, _>>()
            .into(),
    }
}

/// Decodes a nested record; [`record!`](crate::record) makes `Field` of each record from it.
pub fn decode_nested<R: Record>(value: &Value<'_>, decoder: &mut Decoder<'_>) -> Option<R> {
    let Some(table) = value.get_ref().as_table() else {
        let place = decoder.span(value.span());
        let found = super::toml_words::kind_of(value.get_ref());
        decoder.problems.push(match super::near_type::double_heading(decoder.text(), value) {
            Some(name) => words::written::double_heading(place, name),
            None => words::data::wrong_type(place, &Shape::Table(Vec::new()).in_words(), found),
        });
        return None;
    };
    let place = decoder.span(value.span());
    decoder.record(table, place)
}

/// Is it surely meant as a day or a quarter? Two days may be meant by what is short.
fn is_one_day(text: &str) -> bool {
    let three = text.split(['-', '/', '.']).count() == 3 && !text.contains(char::is_alphabetic);
    super::date_slip(text).and_then(|slip| slip.fix).is_some_and(|fix| fix.len() < 11 || three)
}

/// A moment, or words where the source gives no single moment.
#[derive(Debug, Clone, PartialEq)]
pub enum When {
    /// A day, quarter or year.
    Moment(Moment),
    /// In words.
    Words(Text),
}

impl Field for When {
    fn decode(value: &Value<'_>, decoder: &mut Decoder<'_>) -> Option<Self> {
        match value.get_ref().as_str().map(Moment::parse) {
            Some(Some(moment)) => Some(Self::Moment(moment)),
            // A day or quarter in words can be taken as it is meant nowhere else.
            Some(None) if value.get_ref().as_str().is_some_and(is_one_day) => {
                Moment::decode(value, decoder).map(Self::Moment)
            }
            Some(None) => Text::decode(value, decoder).map(Self::Words),
            None => Moment::decode(value, decoder).map(Self::Moment),
        }
    }
    fn shape() -> Shape {
        Shape::Either(vec![Shape::Moment, Shape::Markdown])
    }
    fn shown(&self) -> Shown<'_> {
        match self {
            Self::Moment(moment) => moment.shown(),
            Self::Words(text) => text.shown(),
        }
    }
}
