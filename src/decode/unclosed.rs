//! A list or text that is not closed: the parser takes all that follows for a part of it, and stumbles at every line.

use std::ops::Range;

/// What does not end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Open {
    /// A list or a block: this bracket is still open where something new begins, a key or the heading of a block.
    Bracket(char),
    /// A text within brackets, at the end of its line.
    Quote,
    /// A text of several lines.
    Text,
}

/// The first thing in a text that does not end, and where it begins.
pub fn unclosed(text: &str) -> Option<(Range<usize>, Open)> {
    let bytes = text.as_bytes();
    let mut open: Vec<(usize, char)> = Vec::new();
    // What stands before a line's end tells whether a block in braces goes on.
    let mut last = b' ';
    let mut at_line = true;
    let mut i = 0;
    while i < bytes.len() {
        if std::mem::take(&mut at_line) {
            let line = text[i..].lines().next().unwrap_or_default();
            if let Some(&(start, bracket)) = open.last() {
                let goes_on = bracket == '{' && matches!(last, b',' | b'{');
                if is_heading(line) || (is_key(line) && !goes_on) {
                    return Some((start..start + 1, Open::Bracket(bracket)));
                }
            } else if line.trim_start().starts_with('[') {
                // A heading, perhaps one that is not whole.
                i += line.len();
                continue;
            }
        }
        let length = match bytes[i] {
            b'\n' => {
                at_line = true;
                1
            }
            b'#' => text[i..].find('\n').unwrap_or(bytes.len() - i),
            // The apostrophe of a word that lacks its quotes.
            b'\'' if i > 0 && bytes[i - 1].is_ascii_alphanumeric() => 1,
            b'"' | b'\'' => match string(&text[i..]) {
                Some((_, false)) if !open.is_empty() => return Some((i..i + 1, Open::Quote)),
                Some((length, _)) => length,
                None => return Some((i..i + 3, Open::Text)),
            },
            b'[' | b'{' => {
                open.push((i, char::from(bytes[i])));
                1
            }
            b']' | b'}' => match open.pop() {
                Some((start, '{')) if bytes[i] == b']' => return Some((start..start + 1, Open::Bracket('{'))),
                _ => 1,
            },
            _ => 1,
        };
        if !bytes[i].is_ascii_whitespace() && bytes[i] != b'#' {
            last = bytes[i];
        }
        i += length;
    }
    None
}

/// Where a text on this line ends and goes on all the same: `naam = "Het "nieuwe" team"` ends before `nieuwe`.
pub fn text_goes_on(line: &str) -> Option<usize> {
    let mut at = 0;
    while let Some(start) = line[at..].find(['"', '#', '\'']).map(|found| at + found) {
        // A remark, or a text that may hold quotes.
        if !line[start..].starts_with('"') || line[start..].starts_with("\"\"\"") {
            return None;
        }
        let end = start + string(&line[start..])?.0;
        // What has an is-sign is the next key: a comma is missing, or the end of the line.
        let behind = line[end..].trim_start().split('"').next().unwrap_or_default();
        if behind.starts_with(char::is_alphanumeric) && !behind.contains('=') {
            return Some(end - 1);
        }
        at = end;
    }
    None
}

/// The length of the string that a text begins with, and whether it ends: one on a line that does not goes on to the end of it. `None`
/// for one of several lines that does not end.
fn string(text: &str) -> Option<(usize, bool)> {
    let quote = &text[..1];
    let triple = quote.repeat(3);
    if text.starts_with(&triple) {
        return text[3..].find(&triple).map(|end| (end + 6, true));
    }
    let mut escaped = false;
    for (i, c) in text.char_indices().skip(1) {
        match c {
            '\n' => return Some((i, false)),
            _ if escaped => escaped = false,
            '\\' if quote == "\"" => escaped = true,
            _ if text[i..].starts_with(quote) => return Some((i + 1, true)),
            _ => {}
        }
    }
    Some((text.len(), false))
}

/// A text in one pair of quotes that goes on on the next lines: from its first quote to its last, and as it is on one line.
pub fn over_lines(text: &str, line_start: usize) -> Option<(Range<usize>, String)> {
    /// A longer text was surely not closed where it seems to be.
    const LINES: usize = 8;
    let mut lines = text[line_start..].split_inclusive('\n');
    let first = lines.next()?;
    let open = first.find('=').filter(|_| is_key(first))? + 1;
    let open = open + first[open..].len() - first[open..].trim_start().len();
    let mut whole = first[open..].strip_prefix('"').filter(|rest| !rest.contains(['"', '\\']))?.trim().to_owned();
    let mut end = line_start + first.len();
    for line in lines.take(LINES) {
        if is_key(line) || is_heading(line) {
            return None;
        }
        let last = line.trim_end().strip_suffix('"');
        let words = last.unwrap_or(line).trim();
        if words.contains(['"', '\\']) {
            return None;
        }
        whole = format!("{whole} {words}").trim().to_owned();
        end += line.len();
        if last.is_some() {
            let end = end - (line.len() - line.trim_end().len());
            return Some((line_start + open..end, format!("\"{whole}\"")));
        }
    }
    None
}

/// Where the heading of line `at` stands earlier in single brackets, which make it one block in place of a list of them.
pub fn single_heading(text: &str, at: usize) -> Option<Range<usize>> {
    let start = text.get(..at)?.rfind('\n').map_or(0, |i| i + 1);
    let name = text[start..].lines().next().filter(|line| is_heading(line))?.trim_start_matches(['[', ' ']);
    let single = format!("[{}]", name.split(']').next()?.trim());
    let mut from = 0;
    text[..start].split_inclusive('\n').find_map(|line| {
        let begin = from + line.len() - line.trim_start().len();
        from += line.len();
        line.trim().starts_with(&single).then(|| begin..begin + single.len())
    })
}

/// A heading in single brackets on the line that starts here, of which there is another in double ones.
pub fn single_among(text: &str, start: usize) -> Option<Range<usize>> {
    let line = text.get(start..)?.lines().next()?;
    let single = line.split('#').next()?.trim();
    let is_single = is_heading(line) && !single.starts_with("[[");
    let double = format!("[{single}]");
    let begin = start + line.len() - line.trim_start().len();
    let among = is_single && text.lines().any(|line| line.trim_start().starts_with(&double));
    among.then(|| begin..begin + single.len())
}

/// `[[gremium]]`, `[extra]`, `[[gremium.lid]]`, alone on a line.
pub fn is_heading(line: &str) -> bool {
    let line = line.split('#').next().unwrap_or_default().trim();
    let inside = line.strip_prefix("[[").and_then(|l| l.strip_suffix("]]"));
    let inside = inside.or_else(|| line.strip_prefix('[').and_then(|l| l.strip_suffix(']')));
    inside.is_some_and(|name| is_bare(name.trim()))
}

/// `naam = …`
pub fn is_key(line: &str) -> bool {
    line.split_once('=').is_some_and(|(key, _)| is_bare(key.trim()))
}

/// Can this be the name of a key or a block as it is, without quotes?
pub fn is_bare(name: &str) -> bool {
    !name.is_empty()
        && name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.'))
}

#[cfg(test)]
mod tests {
    use super::{over_lines, text_goes_on, unclosed};

    #[test]
    fn a_text_on_more_lines() {
        let found = |text: &str| over_lines(text, 0).map(|(at, whole)| (text[at].to_owned(), whole));
        assert_eq!(found("a = \"een\n  twee\"\nb = 1\n"), Some(("\"een\n  twee\"".into(), "\"een twee\"".into())));
        assert_eq!(found("a = \"een\n\ntwee\ndrie\"\n").unwrap().1, "\"een twee drie\"");
        for text in ["a = \"een\nb = \"twee\"\n", "a = \"een\n[[b]]\n", "a = \"een\"\n", "a = \"een \"x\ntwee\"\n"] {
            assert_eq!(found(text), None, "{text}");
        }
    }

    #[test]
    fn quotes_within_a_text() {
        let before = |line: &str| text_goes_on(line).map(|at| line[..=at].to_owned());
        for (line, cut) in [
            ("naam = \"Het \"nieuwe\" team\"", "naam = \"Het \""),
            ("naam = \"Team \"nieuw\"\"", "naam = \"Team \""),
            ("ook = [\"Het \"nieuwe\" team\", \"twee\"]", "ook = [\"Het \""),
            ("naam = \"Het\" nieuwe \"team\"", "naam = \"Het\""),
        ] {
            assert_eq!(before(line).as_deref(), Some(cut), "{line}");
        }
        for line in [
            "naam = \"Het \\\"nieuwe\\\" team\"",
            "naam = 'Het \"nieuwe\" team'",
            "a = \"b\" # \"c\"d",
            "lid = [{ a = \"b\" c = \"d\" }]",
            "ook = [\"a\" \"b\"]",
            "naam = \"Het team",
        ] {
            assert_eq!(before(line), None, "{line}");
        }
    }

    #[test]
    fn a_bracket_that_is_open_where_a_key_begins() {
        for (text, at) in [
            ("a = [\"x\"\nb = 1\n", 4),
            ("a = [\n  \"x\",\n[[gremium]]\n", 4),
            ("a = [{ b = 1 }, { c = 2 ]\nd = 3\n", 16),
            ("a = { b = 1, c = 2\nd = 3\n", 4),
            ("a = \"[\"\nb = [ # ]\nc = 1\n", 12),
            ("a = \"\"\"een\nb = 1\n", 4),
            ("a = [\"een, twee]\nb = 1\n", 5),
            ("a = [\n  \"een,\n  \"twee\",\n]\n", 8),
            ("a = [thema's\nb = 1\n", 4),
        ] {
            assert_eq!(unclosed(text).map(|(range, _)| range.start), Some(at), "{text}");
        }
    }

    #[test]
    fn what_is_closed_is_left_alone() {
        for text in [
            "a = [\"x\"]\nb = 1\n",
            "a = [\n  \"b = 1\",\n  'c = [',\n]\nb = 1\n",
            "[[gremium]]\na = [[1], [2]]\n[gremium.lid]\n",
            "a = \"\"\"\nb = [\n\"\"\"\nc = 1\n",
            "a = {\n  b = 1,\n  c = 2,\n}\nd = 1\n",
            "a = [\"x\",",
            "[[laag\nid = 1\n",
        ] {
            assert_eq!(unclosed(text), None, "{text}");
        }
    }
}
