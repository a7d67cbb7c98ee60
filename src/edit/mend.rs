//! What the messages of a build say to write, written: for as far as it can mean one thing and loses nothing.

use super::Change;
use crate::diag::{Diagnostic, FileId, Files, Span, Texts};
use crate::source::Sources;
use std::collections::BTreeMap;

/// One place that is mended: the line as it is, and as it becomes.
#[derive(Debug, PartialEq, Eq)]
pub struct Mended {
    /// The file.
    pub path: String,
    /// The line, from 1.
    pub line: usize,
    /// The code of what was told.
    pub code: &'static str,
    /// The lines as they are.
    pub before: String,
    /// The lines as they become.
    pub after: String,
}

/// The change that mends what can be, and its places in order. Of repairs that overlap the first counts; the others come with the
/// next run.
pub fn mended<'s>(sources: &'s Sources, problems: &[Diagnostic]) -> (Change<'s>, Vec<Mended>) {
    let mut change = Change::of(sources);
    let mut told = Vec::new();
    let mut taken: BTreeMap<FileId, Vec<Span>> = BTreeMap::new();
    let texts = Texts::of(problems, sources);
    for problem in problems.iter().filter(|p| !p.mend.is_empty()) {
        // Only files on disk that are text as it stands; what was read from another encoding has other bytes.
        let ours = problem.mend.iter().all(|(place, _)| {
            let file = sources.get(place.file);
            let within = place.range().end <= file.bytes.len();
            let free = taken.get(&place.file).is_none_or(|known| known.iter().all(|other| apart(*other, *place)));
            file.disk.is_some() && file.text().is_ok() && within && free
        });
        if !ours {
            continue;
        }
        for (place, text) in &problem.mend {
            let bytes = &sources.get(place.file).bytes;
            let crlf = bytes.windows(2).any(|pair| pair == b"\r\n");
            let text = if crlf { text.replace('\n', "\r\n") } else { text.clone() };
            taken.entry(place.file).or_default().push(*place);
            if let Some(lines) = texts.get(place.file) {
                let line = texts.start(*place).line;
                let (before, after) = around(lines.whole(), place.range(), &text);
                told.push(Mended {
                    path: sources.path(place.file).to_owned(),
                    line,
                    code: problem.code,
                    before,
                    after,
                });
            }
            change.put(*place, text);
        }
    }
    (change, told)
}

/// Do two places share no byte, and are they not insertions at one point?
fn apart(one: Span, other: Span) -> bool {
    one.end <= other.start && one.start < other.end.max(other.start + 1)
        || other.end <= one.start && other.start < one.end.max(one.start + 1)
}

/// The lines of a range as they are, and with another text in its place.
fn around(text: &str, range: std::ops::Range<usize>, new: &str) -> (String, String) {
    let from = text[..range.start].rfind('\n').map_or(0, |i| i + 1);
    let to = text[range.end..].find('\n').map_or(text.len(), |i| range.end + i);
    let whole = |middle: &str| {
        let lines = format!("{}{middle}{}", &text[from..range.start], &text[range.end..to]);
        lines.replace('\r', "").trim_start_matches('\u{feff}').to_owned()
    };
    (whole(&text[range.clone()]), whole(new))
}

#[cfg(test)]
mod tests {
    use super::{apart, around};
    use crate::diag::{FileId, Span};

    #[test]
    fn lines_are_shown_whole() {
        assert_eq!(around("een\r\ntwee drie\r\n", 5..9, "2"), ("twee drie".to_owned(), "2 drie".to_owned()));
        assert_eq!(around("\u{feff}a", 3..4, "b"), ("a".to_owned(), "b".to_owned()));
    }

    #[test]
    fn places_that_touch_are_apart_and_places_that_overlap_are_not() {
        let at = |start, end| Span::new(FileId(0), start..end);
        assert!(apart(at(0, 2), at(2, 4)) && apart(at(2, 4), at(0, 2)));
        assert!(!apart(at(0, 3), at(2, 4)) && !apart(at(1, 1), at(1, 1)) && !apart(at(0, 4), at(1, 2)));
    }
}
