//! What a language does that words in a table cannot tell: when a count is one, and how numbers are grouped.

use std::borrow::Cow;

/// A language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Language {
    /// Its code: `nl`.
    pub code: String,
    /// Between the whole and the fraction: `,`.
    pub decimal: String,
    /// Between groups of three digits: `.`.
    pub group: String,
}

impl Language {
    /// Does this count take the form for one? In Dutch, English, German and Frisian only 1 does; in French 0 does too.
    pub fn is_one(&self, count: usize) -> bool {
        match self.code.as_str() {
            "fr" => count <= 1,
            _ => count == 1,
        }
    }

    /// More of a noun that the data give, where its ending tells how; `None` for what only a dictionary knows.
    pub fn plural(&self, noun: &str) -> Option<String> {
        let with = |end: &str| Some(format!("{noun}{end}"));
        match self.code.as_str() {
            "nl" if noun.ends_with("ie") => with("s"),
            "nl" if noun.ends_with('e') => with("n"),
            "nl" if noun.ends_with("schap") => with("pen"),
            "en" => match noun.strip_suffix('y') {
                Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => Some(format!("{stem}ies")),
                _ if noun.ends_with(['s', 'x', 'z']) || noun.ends_with("ch") || noun.ends_with("sh") => with("es"),
                _ => with("s"),
            },
            _ => None,
        }
    }

    /// A number with this language's separators.
    pub fn number(&self, value: f64, decimals: usize) -> String {
        crate::dutch::separated(value, decimals, &self.group, &self.decimal)
    }

    /// The first letter as a capital. The Dutch `één` loses the mark on its first letter.
    pub fn capital<'a>(&self, text: &'a str) -> Cow<'a, str> {
        if let Some(rest) = text.strip_prefix("één") {
            return format!("Eén{rest}").into();
        }
        let mut letters = text.chars();
        match letters.next() {
            Some(first) if first.is_lowercase() => first.to_uppercase().chain(letters).collect::<String>().into(),
            _ => text.into(),
        }
    }
}
