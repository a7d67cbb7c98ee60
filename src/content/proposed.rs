//! Front matter as it is to be written, made of how a page begins: keys without their fences or as other programs have them, a heading.

use super::front::FrontMatter;
use crate::decode::{Record, Shape, as_written, of_other_program};
use std::ops::Range;

/// The front matter to write, and the bytes whose place it takes.
#[derive(Debug, PartialEq, Eq)]
pub struct Proposed {
    /// From the first line to what begins the text.
    pub range: Range<usize>,
    /// Of fence to fence.
    pub matter: String,
}

/// What the first lines of a page without front matter were meant to be.
pub fn at_the_top(text: &str) -> Option<Proposed> {
    let start = text.len() - text.trim_start().len();
    let first = text[start..].lines().next()?;
    let own = first.trim_end();
    let behind = text[start + first.len()..].trim_start_matches(['\r', '\n']);
    let underline = behind.lines().next().unwrap_or_default().trim_end();
    let (title, length) = if let Some(title) = own.strip_prefix('#').filter(|rest| !rest.starts_with('#')) {
        (title.trim().trim_end_matches('#').trim_end(), own.len())
    } else if underline.len() > 2 && underline.bytes().all(|b| b == b'=') && text[start..].lines().nth(1).is_some() {
        let end = text.len() - behind.len() + underline.len();
        (own, end - start)
    } else if let Some(title) = own.strip_prefix("**").and_then(|rest| rest.strip_suffix("**")) {
        (title, own.len())
    } else {
        return of_json(text, start).or_else(|| keys_at(text, start));
    };
    // Markdown in a title would stand there as it is.
    let plain = !title.is_empty() && !title.contains(['*', '[', '`', '<', '{', '"', '\\']);
    plain.then(|| Proposed { range: start..start + length, matter: fenced(&format!("titel = \"{title}\"\n")) })
}

/// `{ "title": "Over" }`, over several lines: what some programs put at the top of a page.
fn of_json(text: &str, start: usize) -> Option<Proposed> {
    let inside = text[start..].strip_prefix('{')?;
    let length = inside.find("\n}")?;
    let lines = inside[..length].lines().map(|line| {
        let line = line.trim().trim_end_matches(',');
        let bare = line.strip_prefix('"').and_then(|line| line.split_once("\":"));
        bare.map_or_else(|| line.to_owned(), |(key, value)| format!("{key}: {}", value.trim()))
    });
    let written = converted(&lines.collect::<Vec<_>>().join("\n"))?;
    Some(Proposed { range: start..start + 1 + length + 2, matter: fenced(&written) })
}

/// The lines with keys from `start` on, of which the first must be a title or the like.
fn keys_at(text: &str, start: usize) -> Option<Proposed> {
    let known = |key: &str| FrontMatter::keys().iter().any(|own| own.name == key);
    let (mut end, mut at) = (start, start);
    for (i, line) in text[start..].split_inclusive('\n').enumerate() {
        let key = key_of(line).map(|(key, _)| key);
        let inside = line.starts_with("  ") || line.trim_start().starts_with("- ");
        let goes_on = i > 0 && inside && !line.trim().is_empty();
        // `Tekst: ja, hoor.` is a sentence; what other programs have as a key is in small letters.
        let small = i > 0 && line.starts_with(char::is_lowercase);
        if !goes_on && !key.is_some_and(|key| small || known(&key)) {
            break;
        }
        end = at + line.trim_end().len();
        at += line.len();
    }
    let written = converted(&text[start..end])?;
    Some(Proposed { range: start..end, matter: fenced(&written) })
}

fn fenced(keys: &str) -> String {
    format!("+++\n{keys}+++")
}

/// Keys as other programs have them, as they are here, between fences. What has no place here stays as a remark, so that nothing is
/// lost. `None` when there is no title, or what cannot be told from a list or block.
pub fn between_dashes(keys: &str) -> Option<String> {
    converted(keys).map(|keys| fenced(&keys))
}

fn converted(lines: &str) -> Option<String> {
    let keys = FrontMatter::keys();
    let mut found: Vec<(String, String, bool)> = Vec::new();
    let mut folds = false;
    for line in lines.lines().map(str::trim_end).filter(|line| !line.trim().is_empty()) {
        if let Some(item) = line.trim_start().strip_prefix("- ") {
            let (_, value, list) = found.last_mut()?;
            let comma = if value.is_empty() { "" } else { ", " };
            *value = format!("{value}{comma}{}", bare(item));
            *list = true;
        } else if let Some((_, value, _)) = found.last_mut().filter(|_| folds && line.starts_with([' ', '\t'])) {
            let space = if value.is_empty() { "" } else { " " };
            *value = format!("{value}{space}{}", line.trim());
        } else if line.starts_with([' ', '\t']) || line.starts_with('#') {
            found.push((String::new(), line.trim().trim_start_matches('#').trim().to_owned(), false));
        } else {
            let (key, value) = key_of(line)?;
            // What follows is its value, line after line.
            folds = matches!(value, ">" | "|" | ">-" | "|-" | ">+" | "|+");
            found.push((key, if folds { String::new() } else { value.to_owned() }, false));
        }
    }
    let mut out = String::new();
    let mut title = false;
    for (key, value, list) in found {
        let own =
            keys.iter().find(|own| own.name == key && !out.lines().any(|line| line.starts_with(&format!("{key} = "))));
        let value = bare(&value);
        let inside = value.strip_prefix('[').and_then(|value| value.strip_suffix(']'));
        let items: Vec<&str> = inside.unwrap_or(value).split(',').map(bare).collect();
        let line = match own.map(|own| &own.shape) {
            Some(shape @ Shape::List(_)) => format!("{key} = {}", as_written(&items.join(", "), shape)),
            Some(Shape::Table(_) | Shape::Free) | None => {
                format!("# {key}{}{value}", if key.is_empty() { "" } else { ": " })
            }
            Some(_) if list || inside.is_some() || value.is_empty() => format!("# {key}: {value}"),
            Some(shape) => format!("{key} = {}", as_written(value, shape)),
        };
        title |= line.starts_with("titel = ");
        out.push_str(&line);
        out.push('\n');
    }
    title.then_some(out)
}

/// `Title: Over ons` as `titel` and `Over ons`.
fn key_of(line: &str) -> Option<(String, &str)> {
    let (key, value) = line.split_once(['=', ':'])?;
    let word = !key.trim().is_empty() && key.trim().chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-'));
    let key = key.trim().to_lowercase();
    // A page has a title, and a name is nothing that it can have.
    let here = if key == "naam" || key == "name" { Some("titel") } else { of_other_program(&key) };
    (word && !value.starts_with("//")).then(|| (here.map_or(key, str::to_owned), value.trim()))
}

fn bare(value: &str) -> &str {
    let value = value.trim();
    let quotes = ['"', '\'', '“', '”', '‘', '’'];
    let inner = value.strip_prefix(quotes).and_then(|inner| inner.strip_suffix(quotes));
    inner.unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::{at_the_top, between_dashes};

    #[test]
    fn how_pages_begin() {
        for (text, wanted) in [
            ("# Over ons\n\nTekst.\n", Some(("# Over ons", "titel = \"Over ons\"\n"))),
            ("\nOver ons\n========\nTekst.\n", Some(("Over ons\n========", "titel = \"Over ons\"\n"))),
            ("**Over ons**\n\nTekst.", Some(("**Over ons**", "titel = \"Over ons\"\n"))),
            ("titel: Over ons\n\nTekst.", Some(("titel: Over ons", "titel = \"Over ons\"\n"))),
            ("Titel = Over ons\nTekst: ja, hoor.", Some(("Titel = Over ons", "titel = \"Over ons\"\n"))),
            (
                "title: \"Over\"\r\ndate: 1-2-2027\r\nauthor: Redactie\r\ntags:\r\n  - geld\r\n  - beleid\r\n\r\nTekst.",
                Some((
                    "title: \"Over\"\r\ndate: 1-2-2027\r\nauthor: Redactie\r\ntags:\r\n  - geld\r\n  - beleid",
                    "titel = \"Over\"\ndatum = 2027-02-01\neigenaar = \"Redactie\"\ntrefwoorden = [\"geld\", \"beleid\"]\n",
                )),
            ),
            (
                "{\n  \"title\": \"Over\",\n  \"draft\": true\n}\n\nTekst.",
                Some(("{\n  \"title\": \"Over\",\n  \"draft\": true\n}", "titel = \"Over\"\nconcept = true\n")),
            ),
            ("Let op: dit is tekst.\n", None),
            ("Wij zijn hier.\n", None),
            ("## Kop\n", None),
            ("datum: vandaag\n", None),
            ("https://a.nl\n", None),
            ("", None),
        ] {
            let found = at_the_top(text).map(|p| (text[p.range].to_owned(), p.matter));
            let wanted = wanted.map(|(lines, keys)| (lines.to_owned(), format!("+++\n{keys}+++")));
            assert_eq!(found, wanted, "{text}");
        }
    }

    #[test]
    fn keys_of_other_programs() {
        assert_eq!(
            between_dashes("title: Over\ntags: [geld, \"beleid\"]\ndraft: true\nlayout: post\nmenu:\n  main: x\n")
                .unwrap(),
            "+++\ntitel = \"Over\"\ntrefwoorden = [\"geld\", \"beleid\"]\nconcept = true\n# layout: post\n# menu: \n# main: x\n+++"
        );
        assert_eq!(
            between_dashes("title: Over\ndescription: >\n  Een lange\n  tekst.\n").unwrap(),
            "+++\ntitel = \"Over\"\nomschrijving = \"Een lange tekst.\"\n+++"
        );
        assert_eq!(between_dashes("layout: post\n"), None);
    }
}
