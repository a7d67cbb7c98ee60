//! One phrase: words with places for what differs.
//!
//! `{naam}` is filled in as it is, `{#n}` is a count with the language's separators, `{n|band|banden}` chooses between one and
//! more, and may hold places itself. `{{` is a brace.

use super::language::Language;
use memchr::memchr3;
use std::ops::Range;

/// What a phrase is given.
#[derive(Debug, Clone, Copy)]
pub enum Arg<'a> {
    /// How many.
    Count(usize),
    /// Words.
    Words(&'a str),
}

impl From<usize> for Arg<'_> {
    fn from(count: usize) -> Self {
        Self::Count(count)
    }
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(words: &'a str) -> Self {
        Self::Words(words)
    }
}

/// A place of a phrase, as it is declared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Its name.
    pub name: &'static str,
    /// Whether a count stands there.
    pub count: bool,
}

#[derive(Debug, Clone, PartialEq)]
enum Part {
    Words(String),
    Given(usize),
    Number(usize),
    Plural(usize, Vec<Part>, Vec<Part>),
}

/// A phrase, taken apart.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Message {
    parts: Vec<Part>,
    /// The words of a phrase without places.
    pub plain: String,
}

/// What is wrong in a phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Slip {
    /// A brace that is not closed.
    Unclosed,
    /// A closing brace without an opening one.
    Unopened,
    /// A place that this phrase does not have.
    Unknown(String),
    /// Words where a count is needed.
    NoCount(String),
    /// Other than one form for one and one for more.
    Forms(usize),
}

/// Where, in bytes of the phrase, and what.
pub type Wrong = (Range<usize>, Slip);

impl Message {
    /// Takes a phrase apart; tells all that is wrong.
    pub fn parse(text: &str, places: &[Place]) -> Result<Self, Vec<Wrong>> {
        let mut reader = Reader { text, at: 0, places, wrong: Vec::new() };
        let parts = reader.parts(false);
        if !reader.wrong.is_empty() {
            return Err(reader.wrong);
        }
        let plain = match parts.as_slice() {
            [Part::Words(words)] => words.clone(),
            _ => String::new(),
        };
        Ok(Self { parts, plain })
    }

    /// The phrase with what it is given.
    pub fn say(&self, language: &Language, args: &[Arg<'_>]) -> String {
        let mut out = String::new();
        say(&self.parts, language, args, &mut out);
        out
    }
}

fn say(parts: &[Part], language: &Language, args: &[Arg<'_>], out: &mut String) {
    for part in parts {
        match part {
            Part::Words(words) => out.push_str(words),
            Part::Given(i) => match args.get(*i) {
                Some(Arg::Words(words)) => out.push_str(words),
                Some(Arg::Count(count)) => out.push_str(&count.to_string()),
                None => {}
            },
            Part::Number(i) => {
                if let Some(Arg::Count(count)) = args.get(*i) {
                    out.push_str(&language.number(*count as f64, 0));
                }
            }
            Part::Plural(i, one, more) => {
                let is_one = matches!(args.get(*i), Some(Arg::Count(count)) if language.is_one(*count));
                say(if is_one { one } else { more }, language, args, out);
            }
        }
    }
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    places: &'a [Place],
    wrong: Vec<Wrong>,
}

impl Reader<'_> {
    /// Parts to the end, or within a plural to its next `|` or `}`.
    fn parts(&mut self, inside: bool) -> Vec<Part> {
        let mut parts = Vec::new();
        let mut words = String::new();
        loop {
            let rest = &self.text[self.at..];
            let end = memchr3(b'{', b'}', if inside { b'|' } else { b'}' }, rest.as_bytes()).unwrap_or(rest.len());
            words.push_str(&rest[..end]);
            self.at += end;
            let rest = &rest[end..];
            let doubled = rest.starts_with("{{") || (!inside && rest.starts_with("}}"));
            match rest.bytes().next() {
                None => break,
                Some(brace) if doubled => {
                    words.push(char::from(brace));
                    self.at += 2;
                }
                Some(b'{') => {
                    if !words.is_empty() {
                        parts.push(Part::Words(std::mem::take(&mut words)));
                    }
                    parts.extend(self.place());
                }
                Some(_) if inside => break,
                Some(_) => {
                    self.wrong.push((self.at..self.at + 1, Slip::Unopened));
                    self.at += 1;
                }
            }
        }
        if !words.is_empty() {
            parts.push(Part::Words(words));
        }
        parts
    }

    /// The place that begins at an opening brace.
    fn place(&mut self) -> Option<Part> {
        let start = self.at;
        self.at += 1;
        let rest = &self.text[self.at..];
        let length = rest.find(['|', '}', '{']).unwrap_or(rest.len());
        let name = &rest[..length];
        let named = self.at..self.at + length;
        self.at += length;
        let mut forms = Vec::new();
        while self.text[self.at..].starts_with('|') {
            self.at += 1;
            forms.push(self.parts(true));
        }
        if !self.text[self.at..].starts_with('}') {
            self.wrong.push((start..start + 1, Slip::Unclosed));
            self.at = self.text.len();
            return None;
        }
        self.at += 1;
        let (number, bare) = name.strip_prefix('#').map_or((false, name), |bare| (true, bare));
        let Some(index) = self.places.iter().position(|place| place.name == bare) else {
            self.wrong.push((named, Slip::Unknown(bare.to_owned())));
            return None;
        };
        if (number || !forms.is_empty()) && !self.places[index].count {
            self.wrong.push((named, Slip::NoCount(bare.to_owned())));
            return None;
        }
        match (forms.len(), number) {
            (0, true) => Some(Part::Number(index)),
            (0, false) => Some(Part::Given(index)),
            (2, false) => {
                let more = forms.pop().unwrap_or_default();
                Some(Part::Plural(index, forms.pop().unwrap_or_default(), more))
            }
            (count, _) => {
                self.wrong.push((named, Slip::Forms(count)));
                None
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLACES: &[Place] = &[Place { name: "n", count: true }, Place { name: "naam", count: false }];

    fn said(text: &str, n: usize) -> String {
        let language = Language { code: "nl".into(), decimal: ",".into(), group: ".".into() };
        Message::parse(text, PLACES).unwrap().say(&language, &[n.into(), "PHO".into()])
    }

    fn slip(text: &str) -> (usize, Slip) {
        let (at, slip) = Message::parse(text, PLACES).unwrap_err().remove(0);
        (at.start, slip)
    }

    #[test]
    fn fills_in_and_chooses() {
        assert_eq!(said("{naam}: {#n} {n|band|banden}.", 1), "PHO: 1 band.");
        assert_eq!(said("{naam}: {#n} {n|band|banden}.", 1200), "PHO: 1.200 banden.");
        assert_eq!(said("{n|Een band|{#n} banden van {naam}}", 0), "0 banden van PHO");
        assert_eq!(said("{{{naam}}} {n}", 1000), "{PHO} 1000");
    }

    #[test]
    fn tells_what_is_wrong_and_where() {
        assert_eq!(slip("de {naam"), (3, Slip::Unclosed));
        assert_eq!(slip("de naam}"), (7, Slip::Unopened));
        assert_eq!(slip("de {nam}"), (4, Slip::Unknown("nam".into())));
        assert_eq!(slip("de {#naam}"), (4, Slip::NoCount("naam".into())));
        assert_eq!(slip("{n|band}"), (1, Slip::Forms(1)));
        assert_eq!(slip("{n|a|b|c}"), (1, Slip::Forms(3)));
    }
}
