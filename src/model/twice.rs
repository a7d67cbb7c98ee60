//! A record that stands in the data twice, because it was pasted twice.

use crate::decode::is_heading;
use crate::diag::{Diagnostic, Span, words};
use std::ops::Range;

/// What is told of an id that was there already; `text` is that of the file, with where it starts, when both stand in it.
pub fn told(place: Span, id: &str, first: Span, text: Option<(&str, usize)>) -> Diagnostic {
    let Some((text, offset)) = text else { return words::data::duplicate_id(place, id, first) };
    let at = |span: Span| block(text, (span.start as usize).saturating_sub(offset));
    match (at(first), at(place)) {
        (Some(one), Some(again)) if one.start < again.start && same(&text[one.clone()], &text[again.clone()]) => {
            let whole = Span::new(place.file, again.start + offset..again.end + offset);
            words::slips::block_twice(place, id, first, whole)
        }
        _ => words::data::duplicate_id(place, id, first),
    }
}

/// The block that holds this byte: from its heading to that of the next record.
fn block(text: &str, at: usize) -> Option<Range<usize>> {
    let head = |line: &str| is_heading(line) && line.trim_start().starts_with("[[") && !line.contains('.');
    let line_start = |at: usize| text[..at].rfind('\n').map_or(0, |end| end + 1);
    // From the id to its heading: what stands far above it is none of it.
    let mut start = line_start(text.floor_char_boundary(at));
    while !text[start..].lines().next().is_some_and(head) {
        start = line_start(start.checked_sub(1)?);
    }
    // A remark below it may be of the next one.
    let (mut from, mut end) = (start, start);
    for line in text[start..].split_inclusive('\n') {
        if from > start && head(line) {
            break;
        }
        from += line.len();
        if !line.trim().is_empty() && !line.starts_with('#') {
            end = from;
        }
    }
    Some(start..end)
}

/// Are they the same but for spaces and remarks?
fn same(one: &str, again: &str) -> bool {
    let lines = |text: &str| -> Vec<String> {
        let said = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
        said.map(str::to_owned).collect()
    };
    lines(one) == lines(again)
}
