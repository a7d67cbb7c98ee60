//! Files for programs of others (`BESTAND014`): a table or list that such a program can't read is of no use to anybody, and its
//! editor is the last to hear of it.

use crate::diag::words::files::{self, Unreadable};
use crate::diag::{Diagnostic, FileId, Span};
use crate::source::SourceFile;
use serde::de::IgnoredAny;
use std::ops::Range;

/// Endings of what is read as JSON.
const JSON: &[&str] = &["json", "jsonld", "geojson", "webmanifest", "topojson"];

/// What keeps a program from reading a file with this ending.
pub fn problems(id: FileId, file: &SourceFile, ending: &str) -> Vec<Diagnostic> {
    let look: fn(&str) -> Option<Slip> = match ending {
        "csv" => csv,
        ending if JSON.contains(&ending) => json,
        _ => return Vec::new(),
    };
    told(id, file, look)
}

/// What makes XML no XML.
pub fn xml_problems(id: FileId, file: &SourceFile) -> Vec<Diagnostic> {
    told(id, file, xml)
}

/// What is wrong, and where in the text.
type Slip = (Unreadable, Range<usize>);

fn told(id: FileId, file: &SourceFile, look: fn(&str) -> Option<Slip>) -> Vec<Diagnostic> {
    let name = file.name.rsplit('/').next().unwrap_or(&file.name);
    let slip = match std::str::from_utf8(&file.bytes) {
        Ok(text) => look(text),
        Err(_) => Some((Unreadable::Encoding, 0..0)),
    };
    slip.map(|(what, at)| files::for_no_program(Span::new(id, at), name, what)).into_iter().collect()
}

fn json(text: &str) -> Option<Slip> {
    // JSON has no such mark at its start (RFC 8259, section 8.1), and strict readers stop at it.
    if text.starts_with('\u{feff}') {
        return Some((Unreadable::Mark, 0..'\u{feff}'.len_utf8()));
    }
    let why = serde_json::from_str::<IgnoredAny>(text).err()?;
    Some((Unreadable::Json, place(text, why.line(), why.column())))
}

fn xml(text: &str) -> Option<Slip> {
    let body = text.trim_start_matches('\u{feff}');
    let why = roxmltree::Document::parse(body).err()?;
    let at = place(body, why.pos().row as usize, why.pos().col as usize);
    let before = text.len() - body.len();
    Some((Unreadable::Xml, at.start + before..at.end + before))
}

/// A text between quotes that never ends takes all that follows into one cell (RFC 4180, section 2).
fn csv(text: &str) -> Option<Slip> {
    let last = text.rfind('"')?;
    (text.matches('"').count() % 2 == 1).then_some((Unreadable::Csv, last..last + 1))
}

/// The letter at a line and column, both from 1.
fn place(text: &str, line: usize, column: usize) -> Range<usize> {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let at = text.floor_char_boundary((start + column.saturating_sub(1)).min(text.len()));
    at..at + text[at..].chars().next().map_or(0, char::len_utf8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_program_reads_is_good_and_what_stops_it_is_found() {
        assert_eq!(json("{\"a\": [1, 2]}"), None);
        assert_eq!(json("{\"a\":\n [1, 2,]}"), Some((Unreadable::Json, 13..14)));
        assert_eq!(json("\u{feff}{}"), Some((Unreadable::Mark, 0..3)));
        assert_eq!(json(""), Some((Unreadable::Json, 0..0)));
        assert_eq!(csv("a;b\n\"een \"\"twee\"\"\";3\n"), None);
        assert_eq!(csv("a;b\n\"een;3\n"), Some((Unreadable::Csv, 4..5)));
        assert_eq!(xml("<a><b/></a>"), None);
        assert!(matches!(xml("\u{feff}<a><b></a>"), Some((Unreadable::Xml, at)) if at.start > 3));
    }
}
