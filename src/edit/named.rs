//! Where a record is named in plain words, which change along with nothing.

use super::change::Change;
use super::look::listed;
use super::pieces::SILENT;
use crate::decode::Shown;
use crate::diag::{Files, Lines, Span};
use crate::dutch::{fold, has_words, spoken_names};
use crate::model::Model;
use crate::site::{Site, page_url};
use crate::source::{Role, Sources};

/// Of a line that is shown.
const LONGEST: usize = 100;

/// Notes every line of data and pages that names a record in plain words, but for the one that gives it its name, and as it is after
/// the change. Its own block and page count when it stays.
pub fn note_named(change: &mut Change<'_>, sources: &Sources, site: &Site, id: &str, page_stays: bool, said: &str) {
    let found = named_in(change, sources, site, id, page_stays);
    if found.is_empty() {
        return;
    }
    change.note(format!("{said}{}", listed(&found)));
}

fn named_in(
    change: &Change<'_>,
    sources: &Sources,
    site: &Site,
    id: &str,
    page_stays: bool,
) -> Vec<(String, usize, String)> {
    let model = &site.model;
    let Some(record) = model.get(id) else { return Vec::new() };
    // The name, and the short one that drawings and lists use in its place. Where the two are one, the short one has to follow.
    let name = record.name(model);
    let (mut short, mut others) = (Vec::new(), Vec::new());
    let mut given = vec![record.place_of("naam"), record.place_of("vraag")];
    for (key, shown) in record.values() {
        match (key, shown) {
            ("kort" | "afkorting", Shown::Plain(text)) if text != name => {
                short.push(text.to_owned());
                given.push(record.place_of(key));
            }
            ("aliassen" | "synoniemen", shown) => shown.walk(&mut |value| {
                if let Shown::Plain(text) = value {
                    others.push((*text).to_owned());
                }
            }),
            _ => {}
        }
    }
    let mut called = spoken_names(&name, others.iter().map(String::as_str));
    called.extend(short.iter().map(|name| fold(name).into_owned()));
    let address = Model::kind(record.kind().name).map(|kind| format!("{}/{id}/", kind.plural)).unwrap_or_default();
    let mut found = Vec::new();
    for role in [Role::Data, Role::Page] {
        for (file, source) in sources.of(role) {
            if role == Role::Page && !page_stays && page_url(&source.name) == address || change.removes(file) {
                continue;
            }
            // Most files name it nowhere.
            if source.text().is_ok_and(|(text, _)| {
                let text = fold(text);
                called.iter().all(|name| !text.contains(name.as_str()))
            }) {
                continue;
            }
            let text = Lines::of(sources.text(file));
            let after = change.text(file);
            let after = Lines::of(after.into());
            let own: Vec<usize> = given
                .iter()
                .filter(|given| given.file == file)
                .map(|given| text.at(given.range().start).line)
                .collect();
            let (mut next, mut silent) = (0, false);
            for (i, line) in sources.text(file).split_inclusive('\n').enumerate() {
                let start = next;
                next += line.len();
                let comment = role == Role::Data && line.trim_start().starts_with('#');
                // Words to be found by may well be those of before.
                silent = is_silent(line) || silent && !is_key(line);
                let said = readable(line);
                let gone = !page_stays && change.touches(Span::new(file, start..next));
                if gone {
                    continue;
                }
                if !own.contains(&(i + 1)) && !comment && !silent && called.iter().any(|name| has_words(&said, name)) {
                    let now = change.line(Span::new(file, start..start));
                    found.push((change.path(file), now, around(after.line(now).unwrap_or(line).trim(), &called)));
                }
            }
        }
    }
    found
}

/// As much of a line as is shown, with the name that stands in it.
fn around(line: &str, called: &[String]) -> String {
    let letters: Vec<char> = line.chars().collect();
    if letters.len() <= LONGEST {
        return line.to_owned();
    }
    // Folding takes marks off letters and adds none, so a place in the one is near enough to that in the other.
    let small = fold(line);
    let place = called.iter().filter_map(|name| small.find(name.as_str())).min().unwrap_or_default();
    let from = small[..place].chars().count().saturating_sub(LONGEST / 2).min(letters.len() - LONGEST);
    let shown: String = letters[from..from + LONGEST].iter().collect();
    let (before, after) = (if from > 0 { "…" } else { "" }, if from + LONGEST < letters.len() { "…" } else { "" });
    format!("{before}{}{after}", shown.trim())
}

/// Does a line begin the value of a key?
fn is_key(line: &str) -> bool {
    line.starts_with('[') || line.split_once(" = ").is_some_and(|(key, _)| is_id(key))
}

/// Does it begin with a key whose words say nothing?
fn is_silent(line: &str) -> bool {
    line.split_once(" = ").is_some_and(|(key, _)| SILENT.contains(&key))
}

fn is_id(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-_./#".contains(&b))
}

/// A line as it is read, in small letters without marks: without ids and addresses, which are no names.
fn readable(line: &str) -> String {
    let mut read = String::new();
    for (i, part) in line.split("[[").enumerate() {
        // `[[een-id|woorden]]` is read as its words.
        let words = match part.split_once("]]").filter(|_| i > 0) {
            Some((link, rest)) => format!("{} {rest}", link.split_once('|').map_or("", |(_, words)| words)),
            None => part.to_owned(),
        };
        read.push_str(&words);
    }
    let without_addresses: Vec<&str> = read
        .split("](")
        .enumerate()
        .map(|(i, part)| if i == 0 { part } else { part.split_once(')').map_or("", |(_, rest)| rest) })
        .collect();
    let read = without_addresses.join(" ");
    // What stands between quotes and can be an id is one, where a key has values.
    let quoted = read.split('"').enumerate();
    let told = quoted.filter(|(i, part)| i % 2 == 0 || !line.contains('=') || !is_id(part)).map(|(_, part)| part);
    fold(&told.collect::<Vec<_>>().join("\"")).into_owned()
}

#[cfg(test)]
mod tests {
    use super::readable;

    #[test]
    fn an_id_is_no_name() {
        assert_eq!(readable("Het [[raad]] en de [[raad|Raad van Één]]."), "het   en de raad van een .");
        assert_eq!(readable("gremium = \"raad\""), "gremium = \"");
        assert_eq!(readable("Zie [de Raad](/gremia/raad/) nu"), "zie [de raad  nu");
        assert_eq!(readable("Hij zegt \"raad\" hier"), "hij zegt \"raad\" hier");
    }
}
