//! What the messages of a build say to write, written: for as far as it can mean one thing and loses nothing.

use super::Change;
use crate::diag::{Diagnostic, FileId, Files, Span, Texts};
use crate::source::Sources;
use std::collections::BTreeMap;

/// Lines that are mended: as they are, and as they become.
#[derive(Debug, PartialEq, Eq)]
pub struct Mended {
    /// The file.
    pub path: String,
    /// The first line, from 1.
    pub line: usize,
    /// The codes of what was told.
    pub codes: Vec<&'static str>,
    /// The lines as they are.
    pub before: String,
    /// The lines as they become.
    pub after: String,
}

/// A new text for a place, and the code of what it mends.
type Splice = (Span, String, &'static str);

/// The change that mends what can be, and its lines in order. Of repairs that overlap the first counts; the others come with the
/// next run.
pub fn mended<'s>(sources: &'s Sources, problems: &[Diagnostic]) -> (Change<'s>, Vec<Mended>) {
    let mut change = Change::of(sources);
    let mut taken: BTreeMap<FileId, Vec<Splice>> = BTreeMap::new();
    for problem in problems.iter().filter(|p| !p.mend.is_empty()) {
        // Only files on disk that are text as it stands; what was read from another encoding has other bytes.
        let ours = problem.mend.iter().all(|(place, new)| {
            let file = sources.get(place.file);
            let within = place.range().end <= file.bytes.len();
            let old = file.bytes.get(place.range()).and_then(|old| std::str::from_utf8(old).ok()).unwrap_or_default();
            let keeps = keeps(old, new);
            let free = taken.get(&place.file).is_none_or(|known| known.iter().all(|(other, ..)| apart(*other, *place)));
            file.disk.is_some() && file.text().is_ok() && within && keeps && free
        });
        if !ours {
            continue;
        }
        for (place, text) in &problem.mend {
            let bytes = &sources.get(place.file).bytes;
            let crlf = bytes.windows(2).any(|pair| pair == b"\r\n");
            let text = if crlf { text.replace('\n', "\r\n") } else { text.clone() };
            change.put(*place, text.clone());
            taken.entry(place.file).or_default().push((*place, text, problem.code));
        }
    }
    let texts = Texts::of(problems, sources);
    let mut told = Vec::new();
    for (file, mut splices) in taken {
        splices.sort_by_key(|(place, ..)| place.start);
        let Some(lines) = texts.get(file) else { continue };
        for (start, codes, before, after) in by_line(lines.whole(), &splices) {
            let line = lines.at(start).line;
            told.push(Mended { path: sources.path(file).to_owned(), line, codes, before, after });
        }
    }
    (change, told)
}

/// The lines that splices touch, each stretch once: where it starts, what it is told for, as it is and as it becomes.
fn by_line(text: &str, splices: &[Splice]) -> Vec<(usize, Vec<&'static str>, String, String)> {
    let mut stretches = Vec::new();
    let mut rest = splices;
    while let Some((first, ..)) = rest.first() {
        let from = text[..text.floor_char_boundary(first.range().start)].rfind('\n').map_or(0, |i| i + 1);
        let (mut to, mut count) = (from, 0);
        while let Some((place, ..)) = rest.get(count).filter(|(place, ..)| count == 0 || place.range().start <= to) {
            let end = text.floor_char_boundary(place.range().end);
            to = to.max(text[end..].find('\n').map_or(text.len(), |i| end + i));
            count += 1;
        }
        let (these, others) = rest.split_at(count);
        let (mut after, mut done) = (String::new(), from);
        for (place, new, _) in these {
            after.push_str(text.get(done..place.range().start).unwrap_or_default());
            after.push_str(new);
            done = place.range().end;
        }
        after.push_str(text.get(done..to).unwrap_or_default());
        let plain = |lines: &str| lines.replace('\r', "").trim_start_matches('\u{feff}').to_owned();
        let mut codes: Vec<&'static str> = these.iter().map(|(.., code)| *code).collect();
        codes.dedup();
        stretches.push((from, codes, plain(text.get(from..to).unwrap_or_default()), plain(&after)));
        rest = others;
    }
    stretches
}

/// Is what is there replaced by what can stand there? Where the exact place is not to be found, as the text is written in a way of its own,
/// a problem has the place of the whole: of a link, in which no bare address comes, or of a value of the data.
fn keeps(old: &str, new: &str) -> bool {
    let is_link = old.starts_with('[') || old.starts_with("![");
    let is_text = ['"', '\''].iter().any(|quote| old.len() > 1 && old.starts_with(*quote) && old.ends_with(*quote));
    let is_value = || toml::from_str::<toml::Table>(&format!("x = {new}")).is_ok();
    (!is_link || new.is_empty() || new.contains('[')) && (!is_text || new.is_empty() || is_value())
}

/// Do two places share no byte and no beginning? Of two texts put in at one point nobody knows which comes first.
fn apart(one: Span, other: Span) -> bool {
    one.start != other.start && (one.end <= other.start || other.end <= one.start)
}

#[cfg(test)]
mod tests {
    use super::{apart, by_line, keeps};
    use crate::diag::{FileId, Span};

    #[test]
    fn lines_are_shown_whole_and_once() {
        let at = |start, end| Span::new(FileId(0), start..end);
        let splices = [(at(5, 9), "2".to_owned(), "A001"), (at(10, 14), "3".to_owned(), "A002")];
        assert_eq!(
            by_line("een\r\ntwee drie\r\nvier", &splices),
            [(5, vec!["A001", "A002"], "twee drie".to_owned(), "2 3".to_owned())]
        );
        let bom = [(at(3, 4), "b".to_owned(), "A001")];
        assert_eq!(by_line("\u{feff}a", &bom), [(0, vec!["A001"], "a".to_owned(), "b".to_owned())]);
    }

    #[test]
    fn a_part_takes_the_place_of_no_whole() {
        assert!(keeps("/a/", "/b/") && keeps("\"20 maart 2026\"", "2026-03-20") && keeps("[id]", "[[id]]"));
        for (old, new) in
            [("[a][l]", "/b/"), ("![a](b&amp;)", "/b/"), ("\"Zie [a](/a/) \\u00e9\"", "/b/"), ("'een [id]'", "[[id]]")]
        {
            assert!(!keeps(old, new), "{old} {new}");
        }
    }

    #[test]
    fn places_that_touch_are_apart_and_places_that_overlap_are_not() {
        let at = |start, end| Span::new(FileId(0), start..end);
        assert!(apart(at(0, 2), at(2, 4)) && apart(at(2, 4), at(0, 2)));
        assert!(!apart(at(0, 3), at(2, 4)) && !apart(at(1, 1), at(1, 1)) && !apart(at(0, 4), at(1, 2)));
    }
}
