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

    /// A number with this language's separators.
    pub fn number(&self, value: f64, decimals: usize) -> String {
        let fixed = format!("{:.decimals$}", value.abs());
        let (whole, fraction) = fixed.split_once('.').unwrap_or((&fixed, ""));
        let mut out = String::new();
        if value < 0.0 && fixed.bytes().any(|b| (b'1'..=b'9').contains(&b)) {
            out.push('-');
        }
        for (i, digit) in whole.chars().enumerate() {
            if i > 0 && (whole.len() - i).is_multiple_of(3) {
                out.push_str(&self.group);
            }
            out.push(digit);
        }
        if !fraction.is_empty() {
            out.push_str(&self.decimal);
            out.push_str(fraction);
        }
        out
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
