//! Small questions about where something stands.

/// May this byte stand before the first word of a line: is it a sign of a quotation, a list, a heading or a table?
pub fn is_mark(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'>' | b'-' | b'*' | b'+' | b'.' | b')' | b'#' | b'|') || byte.is_ascii_digit()
}

/// A heading's words and the id behind them: `Kop {#naam}`. Classes and other keys beside it mean nothing here.
pub fn split_heading_id(line: &str) -> Option<(&str, &str)> {
    let line = line.trim_end();
    let inner = line.strip_suffix('}')?;
    let (words, inside) = inner.rsplit_once('{')?;
    let inside = inside.strip_prefix(':').unwrap_or(inside).trim();
    let id = inside.strip_prefix('#')?;
    (is_heading_id(id) && !words.ends_with('\\')).then_some((words.trim_end(), id))
}

/// Can this be the id of a heading?
fn is_heading_id(id: &str) -> bool {
    !id.is_empty() && id.len() <= 100 && id.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | ':'))
}
