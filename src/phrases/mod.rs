//! What readers read: every sentence, heading, label and month, from one table per language.
//!
//! A table is `text/<taal>.toml` of the theme; a site writes single words of it anew in its own `text/`. The program asks for a
//! phrase by a function of its own, so a phrase that is not declared (`list`) does not compile, and a table is held against
//! what is declared when it is read ([`load()`]). Each phrase is taken apart once (`message`).

mod dates;
mod language;
pub mod list;
mod load;
mod message;

pub use load::load;
pub use message::Arg;

use language::Language;
use message::Message;
use std::borrow::Cow;
use std::fmt;
use std::sync::{Arc, LazyLock};

/// A count in a phrase: it chooses between one and more.
pub type Count = usize;
/// Words in a phrase.
pub type Words<'a> = &'a str;

/// The phrases of one language; cheap to copy.
#[derive(Clone)]
pub struct Phrases(Arc<Table>);

struct Table {
    language: Language,
    /// By group and by place in it, as declared.
    messages: Vec<Vec<Message>>,
    /// The same for templates.
    view: serde_json::Value,
}

/// The program's own Dutch, for what is drawn without a site.
static DUTCH: LazyLock<Phrases> = LazyLock::new(|| load::embedded("nl"));

impl Default for Phrases {
    fn default() -> Self {
        DUTCH.clone()
    }
}

/// Two are equal when they are the same table, or hold the same words.
impl PartialEq for Phrases {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || self.0.view == other.0.view
    }
}

impl Eq for Phrases {}

impl fmt::Debug for Phrases {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Phrases({})", self.0.language.code)
    }
}

impl Phrases {
    /// The language, such as `nl`.
    pub fn language(&self) -> &str {
        &self.0.language.code
    }

    /// The table as templates see it.
    pub fn view(&self) -> &serde_json::Value {
        &self.0.view
    }

    /// A word of the table by its whole key, for what is named by data: `kinds.opgave`.
    pub fn named(&self, group: &str, key: &str) -> Option<&str> {
        self.0.view.get(group)?.get(key)?.as_str()
    }

    fn message(&self, group: usize, key: usize) -> Option<&Message> {
        self.0.messages.get(group)?.get(key)
    }

    fn word(&self, group: usize, key: usize) -> &str {
        self.message(group, key).map_or("", |message| &message.plain)
    }

    fn say(&self, group: usize, key: usize, args: &[Arg<'_>]) -> String {
        self.message(group, key).map(|message| message.say(&self.0.language, args)).unwrap_or_default()
    }

    /// A number as this language writes it: `1.234,5`.
    pub fn number(&self, value: f64, decimals: usize) -> String {
        self.0.language.number(value, decimals)
    }

    /// A number as computers write it, with this language's sign before the fraction.
    pub fn decimal(&self, number: &str) -> String {
        number.replace('.', &self.0.language.decimal)
    }

    /// More of a noun that the data give: `gemeenten` of `gemeente`.
    pub fn plural(&self, noun: &str) -> Option<String> {
        self.0.language.plural(noun)
    }

    /// A number with no more decimals than it needs, three at most: `131,5`.
    pub fn short_number(&self, value: f64) -> String {
        let decimals = (0..3).find(|decimals| {
            let scaled = value * 10f64.powi(*decimals);
            (scaled - scaled.round()).abs() < 10f64.powi(decimals - 3) / 2.0
        });
        self.number(value, decimals.unwrap_or(3) as usize)
    }

    /// The words of a list: `a, b en c`.
    pub fn list<S: AsRef<str>>(&self, words: &[S]) -> String {
        self.enumerate(words, |head, last| self.lists().and(head, last))
    }

    /// The words of a choice: `a, b of c`.
    pub fn either<S: AsRef<str>>(&self, words: &[S]) -> String {
        self.enumerate(words, |head, last| self.lists().or(head, last))
    }

    fn enumerate<S: AsRef<str>>(&self, words: &[S], join: impl Fn(&str, &str) -> String) -> String {
        match words {
            [] => String::new(),
            [only] => only.as_ref().to_owned(),
            [head @ .., last] => join(&head.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(", "), last.as_ref()),
        }
    }

    /// The first letter as a capital, as this language writes it.
    pub fn capital<'a>(&self, text: &'a str) -> Cow<'a, str> {
        self.0.language.capital(text)
    }
}
