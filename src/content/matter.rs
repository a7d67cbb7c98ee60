//! Finds the front matter at the top of a page.

use std::ops::Range;

/// What stands at the top of a page; ranges are in the text without byte order mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Matter {
    /// TOML between `+++` lines.
    Toml {
        /// The TOML.
        toml: Range<usize>,
        /// Where the body starts.
        body: usize,
    },
    /// An opening `+++` without a closing one; a line that looks like it was meant as one.
    Unclosed(Range<usize>, Option<Range<usize>>),
    /// A closing `+++` without an opening one.
    Unopened {
        /// The first line.
        first: Range<usize>,
        /// Where the body starts.
        body: usize,
    },
    /// TOML between `+++` lines, or what other programs have between `---`, with something above it.
    Below {
        /// What stands above it.
        above: Range<usize>,
        /// Its first line.
        fence: Range<usize>,
        /// What stands between its first line and its last.
        keys: Range<usize>,
        /// Where the body starts.
        body: usize,
    },
    /// `---`, as other programs have it.
    Yaml {
        /// The first line.
        fence: Range<usize>,
        /// Where the body starts.
        body: usize,
    },
    /// Nothing.
    Absent,
}

/// Keys with which front matter begins, here and in other programs.
const KEYS: [&str; 6] = ["titel", "title", "datum", "date", "omschrijving", "concept"];
/// So many lines of front matter are looked through for its end.
const MOST_KEYS: usize = 30;

/// Looks for front matter; empty lines before it do not matter.
pub fn find(text: &str) -> Matter {
    let mut lines = Lines { text, at: 0 };
    let Some(first) = lines.find(|range| !text[range.clone()].trim().is_empty()) else {
        return Matter::Absent;
    };
    let fence = text[first.clone()].trim();
    let start = first.start + text[first.clone()].len() - text[first.clone()].trim_start().len();
    let place = start..start + fence.len();
    let toml_start = lines.at;
    // A space before the signs does no harm; within a page `---` with spaces before it may be of a list.
    let end = lines.find(|range| {
        let line = &text[range.clone()];
        if fence == "+++" { line.trim() == fence } else { line.trim_end() == fence }
    });
    match (fence, end) {
        ("+++", Some(end)) => Matter::Toml { toml: toml_start..end.start, body: end.end },
        ("+++", None) => Matter::Unclosed(place, nearly_closing(text, toml_start)),
        ("---", end) => Matter::Yaml { fence: place, body: end.map_or(first.end, |e| e.end) },
        _ => match (unopened(text, &place), below(text, place.start)) {
            (Some(body), None) => Matter::Unopened { first: place, body },
            (_, Some(below)) => below,
            (None, None) => Matter::Absent,
        },
    }
}

/// Front matter further down, below lines that are none of it: of its lines each is a key, and one of them is known.
fn below(text: &str, start: usize) -> Option<Matter> {
    let is_fence = |range: &Range<usize>| matches!(text[range.clone()].trim_end(), "+++" | "---");
    let mut lines = Lines { text, at: start };
    let first = lines.by_ref().take(MOST_KEYS).find(is_fence)?;
    let fence = text[first.clone()].trim_end();
    let end = lines.take(MOST_KEYS).find(|range| text[range.clone()].trim_end() == fence)?;
    let keys = first.end..end.start;
    let key_of = |line: &str| line.split_once(['=', ':']).map(|(key, _)| key.trim().trim_matches('"').to_owned());
    let plain = |key: &String| key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
    let mut own = text[keys.clone()].lines().filter(|line| {
        let line = line.trim_end();
        // A heading of a part, an item of a list, a remark.
        !line.is_empty() && !line.starts_with(['[', ']', ' ', '-', '#', '}', '"'])
    });
    let known = text[keys.clone()].lines().filter_map(key_of).any(|key| KEYS.contains(&key.as_str()));
    if !known || !own.all(|line| key_of(line).as_ref().is_some_and(plain)) {
        return None;
    }
    let above = start..start + text[start..first.start].trim_end().len();
    let fence = first.start..first.start + fence.len();
    Some(Matter::Below { above, fence, keys, body: end.end })
}

/// Where the body starts when the file begins with keys, and a line that closes them follows.
fn unopened(text: &str, first: &Range<usize>) -> Option<usize> {
    let line = &text[first.clone()];
    let is_key = line.split_once(['=', ':']).is_some_and(|(key, _)| KEYS.contains(&key.trim().trim_matches('"')));
    // Any other word with an is-sign, where the same kind of lines go on to the fence.
    let plain = |line: &str| {
        line.split_once('=').is_some_and(|(key, _)| key.trim().bytes().all(|b| b.is_ascii_lowercase() || b == b'_'))
    };
    let all = || {
        let until = Lines { text, at: first.start }.take(MOST_KEYS).find(|range| text[range.clone()].trim() == "+++");
        until.is_some_and(|end| text[first.start..end.start].lines().all(|line| line.trim().is_empty() || plain(line)))
    };
    if !(is_key || (plain(line) && all())) {
        return None;
    }
    let mut lines = Lines { text, at: first.end };
    let closing = lines.by_ref().take(MOST_KEYS).find(|range| matches!(text[range.clone()].trim(), "+++" | "---"));
    closing.map(|range| range.end)
}

/// A first line that was meant to open it: `—`, `++`, `– – –`.
pub fn nearly_opening(text: &str) -> Option<&str> {
    let first = text.lines().map(str::trim).find(|line| !line.is_empty())?;
    let sign = |c: char| matches!(c, '+' | '-' | '–' | '—' | '_' | ' ');
    (first.chars().all(sign) && text.lines().any(|line| line.trim_start().starts_with("titel"))).then_some(first)
}

/// The first line of only plus signs or only dashes.
fn nearly_closing(text: &str, from: usize) -> Option<Range<usize>> {
    let line = Lines { text, at: from }.find(|range| {
        let line = text[range.clone()].trim();
        line.len() > 1 && (line.bytes().all(|b| b == b'+') || line.bytes().all(|b| b == b'-'))
    })?;
    Some(line.start..line.start + text[line].trim_end().len())
}

/// Line by line, each with its line end.
struct Lines<'a> {
    text: &'a str,
    at: usize,
}

impl Iterator for Lines<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        let rest = &self.text[self.at..];
        if rest.is_empty() {
            return None;
        }
        let length = rest.find('\n').map_or(rest.len(), |i| i + 1);
        self.at += length;
        Some(self.at - length..self.at)
    }
}

#[cfg(test)]
mod tests {
    use super::{Matter, find};

    #[test]
    fn toml_with_every_line_end() {
        for text in ["+++\na = 1\n+++\nx", "\n \n+++\na = 1\n+++\nx"] {
            let Matter::Toml { toml, body } = find(text) else { panic!("{text:?}") };
            assert_eq!((&text[toml], &text[body..]), ("a = 1\n", "x"));
        }
        let Matter::Toml { toml, .. } = find(" +++\na = 1\n +++\nx") else { panic!() };
        assert_eq!(toml, 5..11);
        let text = "+++\r\na = 1\r\n+++ \r\n\r\nx";
        let Matter::Toml { toml, body } = find(text) else { panic!() };
        assert_eq!((&text[toml], &text[body..]), ("a = 1\r\n", "\r\nx"));
        assert_eq!(find("+++\n+++"), Matter::Toml { toml: 4..4, body: 7 });
    }

    #[test]
    fn what_is_not_toml() {
        assert_eq!(find("\n+++\na = 1\n"), Matter::Unclosed(1..4, None));
        assert_eq!(find("+++\na = 1\n++\nx"), Matter::Unclosed(0..3, Some(10..12)));
        assert_eq!(find("---\na: 1\n---\nx"), Matter::Yaml { fence: 0..3, body: 13 });
        assert_eq!(find("titel = 1\n+++\nx"), Matter::Unopened { first: 0..9, body: 14 });
        assert_eq!(find("\ntitle: a\n---\nx"), Matter::Unopened { first: 1..9, body: 14 });
        assert_eq!(find("\"titel\" = 1\n+++\nx"), Matter::Unopened { first: 0..11, body: 16 });
        assert_eq!(find("menu_titel = 1\ntitel = 2\n+++\nx"), Matter::Unopened { first: 0..14, body: 29 });
        let below = |text: &str| match find(text) {
            Matter::Below { above, keys, body, .. } => Some((text[above].to_owned(), text[keys].to_owned(), body)),
            _ => None,
        };
        let keys = "titel = 1\n".to_owned();
        assert_eq!(below("# Kop\n\n+++\ntitel = 1\n+++\nx"), Some(("# Kop".to_owned(), keys.clone(), 25)));
        assert_eq!(below("naam = 2\n+++\ntitel = 1\n+++\nx"), Some(("naam = 2".to_owned(), keys, 27)));
        assert_eq!(below("Zin\n---\ntitle: a\n---\nx"), Some(("Zin".to_owned(), "title: a\n".to_owned(), 21)));
        for text in
            ["Zin\n\n---\n\nTekst: ja\n\n---\n", "Zin\n+++\nx = 1\n+++\n", "Zin\n+++\ntitel = 1\nEen zin.\n+++\n"]
        {
            assert_eq!(below(text), None, "{text}");
        }
        assert_eq!(find("titel = 1\nx\n"), Matter::Absent);
        assert_eq!(find("Let op: dit\n---\n"), Matter::Absent);
        assert_eq!(find("# Kop\n"), Matter::Absent);
        assert_eq!(find(""), Matter::Absent);
    }
}
