//! An abbreviation on a page is explained: in the glossary, in the name of a record, or on the page itself.

use super::Context;
use crate::decode::Shown;
use crate::diag::{Diagnostic, Span, words};
use crate::model::NAMES;
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

/// What every reader knows, or what is no abbreviation.
const KNOWN: &[&str] = &[
    "NL", "EU", "BV", "NV", "PDF", "ICT", "IT", "AVG", "HTML", "CSS", "CSV", "SVG", "PNG", "JPEG", "JPG", "JSON",
    "XML", "URL", "RSS", "ID", "TV", "EHBO", "WCAG", "BSN", "KVK", "GPS", "USB", "WIFI", "CO", "PC", "DVD", "CD",
    "SMS", "FAQ", "OK", "PS", "NB", "CV", "HBO", "MBO", "WO", "BTW", "GGD", "NS", "ANWB", "KNMI", "CBS", "VN", "VS",
    "UK", "AI", "API", "HR", "MT", "TIP", "LET", "OP", "DEN", "PPT",
];

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    let Some(pages) = context.pages else { return };
    let mut known: BTreeSet<String> = BTreeSet::new();
    for record in context.model.all() {
        known.extend(abbreviations(&record.name(context.model)).map(|(word, _)| word.to_owned()));
        for (key, shown) in record.values() {
            // A name that is explained in its record, and what the text of the data itself writes out.
            if NAMES.contains(&key) || key == "naam" {
                shown.walk(&mut |value| match value {
                    Shown::Plain(text) => known.extend(abbreviations(text).map(|(word, _)| word.to_owned())),
                    Shown::Markdown(text) => known.extend(abbreviations(&text.raw).map(|(word, _)| word.to_owned())),
                    _ => {}
                });
            }
        }
    }
    for page in pages {
        let mut told: BTreeSet<&str> = BTreeSet::new();
        if page.abbreviations.is_some_and(<[_]>::is_empty) {
            continue;
        }
        let text = page.text();
        let all: Cow<'_, [Range<usize>]> = match page.abbreviations {
            Some(known) => known.into(),
            None => abbreviations(text).map(|(_, range)| range).collect(),
        };
        for range in all.iter() {
            let word = &text[range.clone()];
            if KNOWN.contains(&word) || known.contains(word) || is_roman(word) || !told.insert(word) {
                continue;
            }
            if is_explained(text, word) {
                continue;
            }
            let place = Span::new(page.file, range.start + page.offset()..range.end + page.offset());
            problems.push(words::checks::unknown_abbreviation(place, word));
        }
    }
}

/// `omgevingsdienst (ODT)` or `ODT (omgevingsdienst)`.
fn is_explained(text: &str, word: &str) -> bool {
    text.contains(&format!("({word})"))
        || text.contains(&format!("{word} ("))
        || text.contains(&format!("**{word}** ("))
}

fn is_roman(word: &str) -> bool {
    word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X' | b'L' | b'C' | b'M'))
}

/// Words of two to six capitals in the running text of a page, with their places. Code, addresses, names between brackets and lines
/// in capitals are passed over.
pub fn abbreviations(text: &str) -> impl Iterator<Item = (&str, Range<usize>)> {
    // Many a page has none.
    let text = if has_capitals(text) { text } else { "" };
    let mut from = 0;
    let mut code = false;
    let mut front = text.trim_start().starts_with("+++").then_some(2_u8);
    let ends = memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1).chain([text.len()]);
    ends.flat_map(move |end| {
        let (start, line) = (from, &text[from..end]);
        from = end;
        let trimmed = line.trim();
        match &mut front {
            Some(left) if *left > 0 => {
                *left -= u8::from(trimmed == "+++");
                return Vec::new();
            }
            _ => {}
        }
        if trimmed.starts_with("```") || trimmed.starts_with("~~~") {
            code = !code;
            return Vec::new();
        }
        if code || !has_capitals(line) {
            return Vec::new();
        }
        in_line(line).into_iter().map(|range| (&line[range.clone()], start + range.start..start + range.end)).collect()
    })
}

/// Do two capitals stand side by side? Without these there is no abbreviation, and most texts have none: so all of it is gone through,
/// without a branch, which takes many bytes at once.
fn has_capitals(line: &str) -> bool {
    let bytes = line.as_bytes();
    let next = bytes.get(1..).unwrap_or_default();
    bytes.iter().zip(next).fold(false, |any, (a, b)| any | (a.is_ascii_uppercase() & b.is_ascii_uppercase()))
}

fn in_line(line: &str) -> Vec<Range<usize>> {
    let bytes = line.as_bytes();
    let mut found: Vec<Range<usize>> = Vec::new();
    // Where the capitals end that stand directly before.
    let mut capitals_end = None;
    let mut i = 0;
    while i < bytes.len() {
        let rest = &line[i..];
        let skipped = match bytes[i] {
            b'`' => rest[1..].find('`').map(|end| end + 2),
            b'[' if rest.starts_with("[[") => rest.find("]]").map(|end| end + 2),
            b'{' if rest.starts_with("{{") => rest.find("}}").map(|end| end + 2),
            b']' if rest.starts_with("](") => rest.find(')').map(|end| end + 1),
            b'<' => rest.find('>').map(|end| end + 1),
            _ => None,
        };
        if let Some(length) = skipped {
            i += length;
            continue;
        }
        let Some(c) = rest.chars().next() else { break };
        if !c.is_alphanumeric() {
            i += c.len_utf8();
            continue;
        }
        let end = i + rest.find(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '@'))).unwrap_or(rest.len());
        let word = &line[i..end];
        let capitals = word.len() > 1 && word.bytes().all(|b| b.is_ascii_uppercase());
        // Part of an address or of a name of a file.
        let joined = line[..i].ends_with(['/', '.', '#', '=', '&', '!', '-'])
            || line[end..].starts_with(['/', '-', '='])
            || dotted(&line[end..]);
        if capitals && !joined {
            if capitals_end.is_some_and(|last: usize| line[last..i].trim().is_empty()) {
                // Words in capitals one behind the other only speak loudly.
                found.pop_if(|last| Some(last.end) == capitals_end);
            } else if word.len() <= 6 {
                found.push(i..end);
            }
            capitals_end = Some(end);
        }
        i = end;
    }
    found
}

/// A point with letters behind it: `voorbeeld.PDF`.
fn dotted(rest: &str) -> bool {
    rest.strip_prefix('.').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::abbreviations;

    #[test]
    fn abbreviations_in_running_text() {
        let text = "+++\ntitel = \"ABC\"\n+++\nHet AB en de `CD` van [[EF|x]] in [de VO](https://a.nl/GH) en https://b.nl/IJ.\n```\nKL\n```\nLET OP DIT en MN-code, DB.";
        let found: Vec<&str> = abbreviations(text).map(|(word, _)| word).collect();
        assert_eq!(found, ["AB", "VO", "DB"]);
    }
}
