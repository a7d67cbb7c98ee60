//! Reads the tables of a language, layer over layer, and holds them against what is declared.

use super::language::Language;
use super::list::{Declared, GROUPS, Group};
use super::message::{Message, Slip};
use super::{Phrases, Table};
use crate::decode::{Decoder, as_json};
use crate::diag::{Diagnostic, FileId, Span, nearest, words};
use crate::source::{Sources, embedded_themes};
use serde_json::{Map, Value as Json};
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;
use toml::de::{DeTable, DeValue};

/// A table that holds what only the site's own templates use; nobody declares it.
const OWN: &str = "eigen";

/// Languages by what people call them.
const NAMED: &[(&str, &str)] =
    &[("nederlands", "nl"), ("dutch", "nl"), ("nl_", "nl"), ("engels", "en"), ("english", "en"), ("en_", "en")];

/// The words of one layer after another, by group and key.
#[derive(Default)]
struct Found {
    messages: BTreeMap<(usize, usize), Message>,
    raw: BTreeMap<&'static str, Map<String, Json>>,
    own: Map<String, Json>,
}

/// The phrases of a portal's language. A language without a table, and every slip in a table, is told; the program's own
/// words then stand in, so that the rest can be looked at too.
pub fn load(sources: &Sources, asked: &str, place: Span, problems: &mut Vec<Diagnostic>) -> Phrases {
    let code = asked.split('-').next().unwrap_or_default().to_lowercase();
    let mut layers: Vec<_> = sources.theme().filter(|(_, _, file)| file.name == format!("text/{code}.toml")).collect();
    layers.sort_by_key(|(_, layer, _)| std::cmp::Reverse(*layer));
    let mut found = Found::default();
    // A theme without words of its own says what the program says.
    let own = own_table(&code);
    if let Some(text) = own.filter(|_| !layers.iter().any(|(_, layer, _)| *layer > 0)) {
        layer(&mut found, FileId(0), text, 0, &mut Vec::new());
    } else if layers.is_empty() {
        let known = languages(sources);
        let known: Vec<&str> = known.iter().map(String::as_str).collect();
        // `Nederlands`: the name of the language, not its code.
        let named =
            |code: &&&str| NAMED.iter().any(|(name, named)| **code == *named && asked.to_lowercase().starts_with(name));
        let near = known.iter().find(named).copied().or_else(|| nearest(&code, known.iter().copied()));
        problems.push(words::phrases::no_language(place, asked, near, &known));
        return Phrases::default();
    }
    let mut sound = true;
    for (id, _, file) in &layers {
        let (text, mark) = match file.text() {
            Ok(read) => read,
            Err(at) => {
                problems.push(words::data::not_utf8(Span::new(*id, at..at + 1)));
                sound = false;
                continue;
            }
        };
        let before = problems.len();
        layer(&mut found, *id, text, mark, problems);
        sound &= problems.len() == before;
    }
    let missing = found.missing();
    match layers.first() {
        Some((base, ..)) if !missing.is_empty() => {
            if sound {
                let own = own_table(&code);
                let lines = lines_of(own.or_else(|| own_table("nl")).unwrap_or_default(), &missing);
                problems.push(words::phrases::missing(Span::top(*base), &missing, &lines, own.is_some()));
            }
            Phrases::default()
        }
        _ => found.table(&code),
    }
}

/// The program's own table of a language.
pub fn embedded(code: &str) -> Phrases {
    let mut found = Found::default();
    layer(&mut found, FileId(0), own_table(code).unwrap_or_default(), 0, &mut Vec::new());
    found.table(code)
}

fn own_table(code: &str) -> Option<&'static str> {
    embedded_themes().get_file(format!("weefsel/text/{code}.toml"))?.contents_utf8()
}

/// The lines of a table with the first of these phrases, under the headings of their groups.
fn lines_of(table: &str, missing: &[String]) -> String {
    let mut found = Found::default();
    layer(&mut found, FileId(0), table, 0, &mut Vec::new());
    let (mut lines, mut heading) = (String::new(), "");
    for path in missing.iter().take(words::phrases::MOST) {
        let (group, key) = path.rsplit_once('.').unwrap_or(("", path));
        if group != heading {
            lines.push_str(&format!("[{group}]\n"));
            heading = group;
        }
        let said = found.raw.get(group).and_then(|group| group.get(key)).and_then(Json::as_str).unwrap_or("…");
        lines.push_str(&format!("{key} = {}\n", toml::Value::from(said)));
    }
    lines.trim_end().to_owned()
}

/// The languages that the theme has tables for.
fn languages(sources: &Sources) -> Vec<String> {
    let codes = sources.theme().filter_map(|(_, _, file)| file.name.strip_prefix("text/")?.strip_suffix(".toml"));
    let own = embedded_themes().get_dir("weefsel/text").into_iter().flat_map(|folder| folder.files());
    let own = own.filter_map(|file| Some(file.path().file_stem()?.to_string_lossy().into_owned()));
    let mut codes: Vec<String> = codes.map(str::to_owned).chain(own).collect();
    codes.sort();
    codes.dedup();
    codes
}

/// Reads one table over what stood there.
fn layer(found: &mut Found, file: FileId, text: &str, mark: usize, problems: &mut Vec<Diagnostic>) {
    let mut decoder = Decoder::new(file, text, mark);
    let table = decoder.parse();
    let mut group = Reading { found, text, decoder: &mut decoder };
    group.table(0, table.get_ref());
    problems.extend(decoder.told());
}

struct Reading<'r, 'a> {
    found: &'r mut Found,
    text: &'a str,
    decoder: &'r mut Decoder<'a>,
}

impl Reading<'_, '_> {
    fn table(&mut self, which: usize, table: &DeTable<'_>) {
        let group = &GROUPS[which];
        for (key, value) in table {
            let name: &str = key.get_ref();
            let declared = group.phrases.iter().position(|phrase| phrase.key == name);
            let inner = (which == 0).then(|| GROUPS.iter().position(|g| g.name == name && !name.is_empty())).flatten();
            match (declared, inner, value.get_ref()) {
                (Some(index), _, DeValue::String(words)) => self.phrase((which, index), words, value.span()),
                (None, Some(inner), DeValue::Table(table)) => self.table(inner, table),
                (None, None, DeValue::Table(_)) if which == 0 && name == OWN => {
                    let Json::Object(own) = as_json(value.get_ref()) else { continue };
                    self.found.own.extend(own);
                }
                (Some(_), ..) | (_, Some(_), _) => {
                    let place = self.decoder.span(value.span());
                    self.decoder.problems.push(words::phrases::no_words(place, name, inner.is_some()));
                }
                (None, None, _) => {
                    let place = self.decoder.span(key.span());
                    let path = if group.name.is_empty() { name.to_owned() } else { format!("{}.{name}", group.name) };
                    let all = known();
                    let near = if matches!(value.get_ref(), DeValue::Table(_)) {
                        nearest(name, GROUPS.iter().map(|group| group.name))
                    } else {
                        nearest(&path, all.iter().map(String::as_str)).or_else(|| same_key(name, &all))
                    };
                    self.decoder.problems.push(words::phrases::unknown(place, &path, near));
                }
            }
        }
    }

    fn phrase(&mut self, at: (usize, usize), words: &str, span: Range<usize>) {
        let (group, phrase) = (&GROUPS[at.0], &GROUPS[at.0].phrases[at.1]);
        match Message::parse(words, phrase.places) {
            Ok(message) => {
                self.found.messages.insert(at, message);
                self.found.raw.entry(group.name).or_default().insert(phrase.key.to_owned(), words.into());
            }
            Err(wrong) => {
                for (range, slip) in wrong {
                    let place = self.decoder.span(self.within(&span, words, range));
                    let known: Vec<&str> = phrase.places.iter().map(|place| place.name).collect();
                    self.decoder.problems.push(told(place, &phrase.path(group), &slip, &known));
                }
            }
        }
    }

    /// The bytes in the file of a part of a text; all of the text when it is not written as it reads.
    fn within(&self, span: &Range<usize>, words: &str, part: Range<usize>) -> Range<usize> {
        let written = self.text.get(span.clone()).unwrap_or_default();
        match written.find(words) {
            Some(start) => span.start + start + part.start..span.start + start + part.end,
            None => span.clone(),
        }
    }
}

fn told(place: Span, path: &str, slip: &Slip, known: &[&str]) -> Diagnostic {
    match slip {
        Slip::Unclosed => words::phrases::unclosed(place),
        Slip::Unopened => words::phrases::unopened(place),
        Slip::Unknown(name) => {
            words::phrases::unknown_place(place, path, name, nearest(name, known.iter().copied()), known)
        }
        Slip::NoCount(name) => words::phrases::no_count(place, name),
        Slip::Forms(count) => words::phrases::forms(place, *count),
    }
}

/// The whole keys of all phrases.
fn known() -> Vec<String> {
    GROUPS.iter().flat_map(|group| group.phrases.iter().map(|phrase| phrase.path(group))).collect()
}

/// A phrase with this key in another group.
fn same_key<'a>(name: &str, all: &'a [String]) -> Option<&'a str> {
    all.iter().map(String::as_str).find(|path| path.rsplit('.').next() == Some(name))
}

impl Found {
    /// The keys that no layer has.
    fn missing(&self) -> Vec<String> {
        let mut missing = Vec::new();
        for (g, group) in GROUPS.iter().enumerate() {
            let absent = |(k, _): &(usize, &Declared)| !self.messages.contains_key(&(g, *k));
            missing.extend(group.phrases.iter().enumerate().filter(absent).map(|(_, phrase)| phrase.path(group)));
        }
        missing
    }

    fn table(mut self, code: &str) -> Phrases {
        let mut view = Map::new();
        for Group { name, .. } in GROUPS {
            let words = self.raw.remove(name).unwrap_or_default();
            if name.is_empty() {
                view.extend(words);
            } else {
                view.insert((*name).to_owned(), words.into());
            }
        }
        view.insert(OWN.to_owned(), self.own.into());
        let word = |key: &str, or: &str| {
            let words = view.get("numbers").and_then(|numbers| numbers.get(key)).and_then(Json::as_str);
            words.unwrap_or(or).to_owned()
        };
        let language = Language { code: code.to_owned(), decimal: word("decimal", ","), group: word("group", ".") };
        let mut message = |at: (usize, usize)| self.messages.remove(&at).unwrap_or_default();
        let messages =
            GROUPS.iter().enumerate().map(|(g, group)| (0..group.phrases.len()).map(|k| message((g, k))).collect());
        let messages = messages.collect();
        Phrases(Arc::new(Table { language, messages, view: view.into() }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::embedded_themes;

    /// The problems in a table of the program's own.
    fn problems(code: &str) -> (Vec<Diagnostic>, Vec<String>) {
        let text = embedded_themes().get_file(format!("weefsel/text/{code}.toml")).unwrap().contents_utf8().unwrap();
        let (mut found, mut problems) = (Found::default(), Vec::new());
        layer(&mut found, FileId(0), text, 0, &mut problems);
        (problems, found.missing())
    }

    #[test]
    fn every_table_of_the_program_is_whole() {
        let folder = embedded_themes().get_dir("weefsel/text").unwrap();
        assert!(folder.files().count() > 0);
        for file in folder.files() {
            let code = file.path().file_stem().unwrap().to_str().unwrap();
            assert_eq!(problems(code), (Vec::new(), Vec::new()), "{code}");
        }
    }

    #[test]
    fn every_phrase_uses_all_that_it_is_given() {
        for file in embedded_themes().get_dir("weefsel/text").unwrap().files() {
            let phrases = embedded(file.path().file_stem().unwrap().to_str().unwrap());
            for group in GROUPS {
                for phrase in group.phrases {
                    let words = if group.name.is_empty() { phrases.view() } else { &phrases.view()[group.name] };
                    let words = words[phrase.key].as_str().unwrap();
                    for place in phrase.places {
                        let name = place.name;
                        let used = [format!("{{{name}}}"), format!("{{#{name}}}"), format!("{{{name}|")];
                        assert!(used.iter().any(|u| words.contains(u)), "{}: {name} in {words}", phrase.path(group));
                    }
                }
            }
        }
    }
}
