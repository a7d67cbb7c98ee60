//! What templates ask for, as far as their text tells it. Where it doesn't (`{% for key in page.extra %}`), they may ask for all.

use crate::source::Sources;
use std::collections::{BTreeMap, BTreeSet};

/// The texts of all templates, without remarks.
pub struct Texts {
    /// Name, as templates call each other → text. Of an overridden one the theme's own is called `thema/naam.html`.
    by_name: BTreeMap<String, String>,
}

/// Names behind one word: of `page.extra.taken` the `taken`.
#[derive(Debug, Default, PartialEq)]
pub struct Asked {
    pub names: BTreeSet<String>,
    /// The word also stands alone, so that any name may be asked for.
    pub all: bool,
}

impl Texts {
    pub fn of(sources: &Sources) -> Self {
        let mut by_name: BTreeMap<String, String> = BTreeMap::new();
        for (_, _, file) in sources.theme() {
            let Some((name, Ok((text, _)))) = file.name.strip_prefix("templates/").map(|name| (name, file.text()))
            else {
                continue;
            };
            let name = if by_name.contains_key(name) { format!("thema/{name}") } else { name.to_owned() };
            by_name.entry(name).or_insert_with(|| without_remarks(text));
        }
        Self { by_name }
    }

    pub fn all(&self) -> impl Iterator<Item = (&str, &str)> {
        self.by_name.iter().map(|(name, text)| (name.as_str(), text.as_str()))
    }

    pub fn get(&self, name: &str) -> Option<&str> {
        self.by_name.get(name).map(String::as_str)
    }

    /// A template and all that it extends, includes or may call.
    pub fn with_parts(&self, name: &str) -> Vec<&str> {
        let mut found = BTreeSet::from([name]);
        let mut next = vec![name];
        // Components are known by name in all templates together.
        next.extend(self.all().filter(|(_, text)| components(text).next().is_some()).map(|(name, _)| name));
        while let Some(text) = next.pop().and_then(|name| self.get(name)) {
            let named = quoted(text).filter_map(|name| self.by_name.get_key_value(name));
            next.extend(named.map(|(name, _)| name.as_str()).filter(|name| found.insert(name)));
        }
        found.iter().filter_map(|name| self.get(name)).collect()
    }
}

/// What stands between quotes.
pub fn quoted(text: &str) -> impl Iterator<Item = &str> {
    ['"', '\''].into_iter().flat_map(move |quote| text.split(quote)).filter(|part| part.ends_with(".html"))
}

/// The components that a template defines.
pub fn components(text: &str) -> impl Iterator<Item = &str> {
    let tags = text.split("{%").skip(1).map(|tag| tag.trim_start_matches('-').trim_start());
    tags.filter_map(|tag| Some(word(tag.strip_prefix("component ")?.trim_start())))
}

/// Adds what `text` asks for behind `head`.
pub fn ask(text: &str, head: &str, asked: &mut Asked) {
    for (at, _) in text.match_indices(head) {
        let before = text[..at].chars().next_back();
        let behind = &text[at + head.len()..];
        if before.is_some_and(is_of_word) || behind.chars().next().is_some_and(is_of_word) {
            continue;
        }
        let behind = behind.strip_prefix('?').unwrap_or(behind);
        let name = match behind.strip_prefix(['.', '[']) {
            Some(rest) if behind.starts_with('.') => word(rest),
            Some(rest) => rest.strip_prefix(['"', '\'']).map_or("", word),
            None => "",
        };
        match name {
            "" => asked.all = true,
            name => drop(asked.names.insert(name.to_owned())),
        }
    }
}

/// The word that a text begins with.
pub fn word(text: &str) -> &str {
    &text[..text.find(|c| !is_of_word(c)).unwrap_or(text.len())]
}

pub fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '-'
}

fn without_remarks(text: &str) -> String {
    let mut parts = text.split("{#");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |said, part| said + part.split_once("#}").map_or("", |(_, rest)| rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_behind_a_word() {
        let mut asked = Asked::default();
        ask(
            "{% if page.extra?.taken %}{{ page.extra[\"blijft\"] }}{{ extras.x }}{{ page.extraatje.y }}",
            "extra",
            &mut asked,
        );
        assert_eq!(asked, Asked { names: ["taken".into(), "blijft".into()].into(), all: false });
        ask("{% for key in page.extra %}", "extra", &mut asked);
        assert!(asked.all);
    }

    #[test]
    fn remarks_ask_for_nothing() {
        assert_eq!(without_remarks("a{# page.extra.x #}b{# open"), "ab");
    }
}
