//! What a field and a record can do.

use super::{Decoder, Shown, Value};
use crate::diag::Span;
use toml::de::DeTable;

/// A type that a key of a record can have.
pub trait Field: Sized {
    /// Reads the value; on a mistake says so to the decoder and gives `None`.
    fn decode(value: &Value<'_>, decoder: &mut Decoder<'_>) -> Option<Self>;

    /// What the field is when its key is absent; `None` makes the key required.
    fn absent() -> Option<Self> {
        None
    }

    /// The shape, for messages and the schema.
    fn shape() -> Shape;

    /// The value as a tree that lists, exports, back-links and text checks can walk.
    fn shown(&self) -> Shown<'_>;
}

/// A table with known keys; made by [`record!`](crate::record).
pub trait Record: Sized {
    /// The names of the keys, in the order of declaration.
    const NAMES: &'static [&'static str];
    /// The keys, likewise.
    fn keys() -> &'static [Key];
    /// Reads the keys; `None` when a required one is missing or wrong.
    fn decode(table: &DeTable<'_>, place: Span, decoder: &mut Decoder<'_>) -> Option<Self>;
    /// The values, in the order of declaration.
    fn values(&self) -> Vec<(&'static str, Shown<'_>)>;
    /// Where the value of a key stands; where the record stands when the key is absent.
    fn place_of(&self, key: &str) -> Span;
}

/// One of a few fixed words; made by [`choice!`](crate::choice).
pub trait Word: Copy {
    /// The word in the data.
    fn word(self) -> &'static str;
    /// What it means, in Dutch.
    fn meaning(self) -> &'static str;
}

/// One key of a record.
#[derive(Debug, Clone, PartialEq)]
pub struct Key {
    /// As the editor types it.
    pub name: &'static str,
    /// What it means, in Dutch.
    pub help: String,
    /// Must it be there?
    pub required: bool,
    /// What it holds.
    pub shape: Shape,
}

/// What a field holds, for messages and the schema.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// Plain text.
    Plain,
    /// Text that may hold Markdown, links and figures.
    Markdown,
    /// `true` or `false`.
    Bool,
    /// A whole number.
    Integer,
    /// A number.
    Number,
    /// A date, a quarter or a year.
    Moment,
    /// A time of the clock.
    Time,
    /// The id of a record of one of these kinds; none named means any kind.
    Reference(Vec<&'static str>),
    /// A place in a source: `"plan/opgave-8"`.
    Citation,
    /// One of these words, each with its meaning in Dutch.
    Choice(Vec<(&'static str, &'static str)>),
    /// One of these shapes.
    Either(Vec<Shape>),
    /// Any number of these.
    List(Box<Shape>),
    /// A table with these keys.
    Table(Vec<Key>),
    /// A table with keys that the theme gives a meaning to.
    Free,
}

impl Shape {
    /// The words of a choice, without what they mean.
    pub fn words_of(choice: &[(&'static str, &'static str)]) -> Vec<&'static str> {
        choice.iter().map(|(word, _)| *word).collect()
    }

    /// In Dutch words that fit in "hier hoort … te staan".
    pub fn in_words(&self) -> String {
        match self {
            Self::Plain | Self::Markdown => "een tekst tussen aanhalingstekens".into(),
            Self::Bool => "true (ja) of false (nee)".into(),
            Self::Integer => "een geheel getal".into(),
            Self::Number => "een getal (met een punt, niet met een komma)".into(),
            Self::Moment => "een datum (2024-01-31), een kwartaal (\"2024-Q1\") of een jaar (\"2024\")".into(),
            Self::Time => "een tijd, zoals \"14:00\"".into(),
            Self::Reference(kinds) if kinds.is_empty() => "een id tussen aanhalingstekens".into(),
            Self::Reference(kinds) => format!("de id van een {} tussen aanhalingstekens", crate::dutch::either(kinds)),
            Self::Citation => "een bron, zoals \"plan\" of \"plan/opgave-8\"".into(),
            Self::Choice(words) => {
                let quoted: Vec<String> = words.iter().map(|(w, _)| format!("\"{w}\"")).collect();
                format!("een van deze woorden: {}", quoted.join(", "))
            }
            Self::Either(shapes) => shapes.iter().map(Self::in_words).collect::<Vec<_>>().join(", of "),
            Self::List(of) => format!("een lijst tussen [ en ], met per onderdeel {}", of.in_words()),
            Self::Table(_) | Self::Free => "een blok met sleutels".into(),
        }
    }
}
