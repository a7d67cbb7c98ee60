//! Where the records of a data file stand, and where something comes to stand in them.

use crate::diag::{FileId, Span};
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A data file that can be read whole.
#[derive(Debug)]
pub struct Blocks<'t> {
    file: FileId,
    text: &'t str,
    /// Bytes before the text: a byte order mark.
    offset: usize,
    root: Spanned<DeTable<'t>>,
}

/// One record, or a block within one.
#[derive(Debug, Clone, Copy)]
pub struct Record<'b, 't> {
    blocks: &'b Blocks<'t>,
    value: &'b Spanned<DeValue<'t>>,
}

/// A text to be put in a place.
pub type Splice = (Span, String);

impl<'t> Blocks<'t> {
    /// Reads the text of a file, which starts at byte `offset`; `None` when it cannot be read whole.
    pub fn of(file: FileId, text: &'t str, offset: usize) -> Option<Self> {
        let root = DeTable::parse(text).ok()?;
        Some(Self { file, text, offset, root })
    }

    /// The record of a kind with this id.
    pub fn record<'b>(&'b self, kind: &str, id: &str) -> Option<Record<'b, 't>> {
        let all = self.root.get_ref().get(kind)?.get_ref().as_array()?;
        let has_id = |value: &&Spanned<DeValue<'_>>| {
            let table = value.get_ref().as_table();
            table.and_then(|t| t.get("id")).and_then(|v| v.get_ref().as_str()) == Some(id)
        };
        Some(Record { blocks: self, value: all.iter().find(has_id)? })
    }

    /// Takes a record out, with one empty line after it.
    pub fn remove(&self, record: Record<'_, 't>) -> Option<Splice> {
        if record.is_inline() {
            return None;
        }
        let end = self.line_end(end_of(record.value).max(record.last_plain(record.table()?)?.0));
        let rest = &self.text[end..];
        let empty = if rest.starts_with("\r\n") { 2 } else { usize::from(rest.starts_with('\n')) };
        Some((self.span(record.value.span().start..end + empty), String::new()))
    }

    /// A record after the last of the file, with an empty line between.
    pub fn append(&self, block: &str) -> Splice {
        let nl = self.newline();
        let mut text = String::new();
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            text.push_str(nl);
        }
        if !self.text.is_empty() {
            text.push_str(nl);
        }
        text.push_str(&block.trim_end().replace('\n', nl));
        if self.text.is_empty() || self.text.ends_with('\n') {
            text.push_str(nl);
        }
        (self.span(self.text.len()..self.text.len()), text)
    }

    fn newline(&self) -> &'static str {
        if self.text.contains("\r\n") { "\r\n" } else { "\n" }
    }

    fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.file, range.start + self.offset..range.end + self.offset)
    }

    /// Up to and with the end of the line that holds the last byte before this one.
    fn line_end(&self, at: usize) -> usize {
        self.text[at..].find('\n').map_or(self.text.len(), |i| at + i + 1)
    }

    /// What stands before the first letter of the line that holds this byte.
    fn indent(&self, at: usize) -> &'t str {
        let start = self.text[..at].rfind('\n').map_or(0, |i| i + 1);
        let line = &self.text[start..];
        &line[..line.len() - line.trim_start_matches([' ', '\t']).len()]
    }

    /// Whole lines at a point that begins a line, or is the end of a file without a last line end.
    fn lines(&self, at: usize, lines: &str) -> Splice {
        let nl = self.newline();
        let lines = lines.trim_end_matches('\n').replace('\n', nl);
        let open = at > 0 && !self.text[..at].ends_with('\n');
        (self.span(at..at), if open { format!("{nl}{lines}") } else { format!("{lines}{nl}") })
    }
}

impl<'b, 't> Record<'b, 't> {
    fn table(&self) -> Option<&'b DeTable<'t>> {
        self.value.get_ref().as_table()
    }

    /// Does it stand between braces?
    fn is_inline(&self) -> bool {
        self.blocks.text[self.value.span()].starts_with('{')
    }

    /// The value of a key, when it is a text.
    pub fn text(&self, key: &str) -> Option<&'b str> {
        self.table()?.get(key)?.get_ref().as_str()
    }

    /// The texts of a list; none when it is absent.
    pub fn texts(&self, key: &str) -> Vec<&'b str> {
        let list = self.table().and_then(|table| table.get(key)).and_then(|value| value.get_ref().as_array());
        list.into_iter().flat_map(|list| list.iter()).filter_map(|value| value.get_ref().as_str()).collect()
    }

    /// Has it this key?
    pub fn has(&self, key: &str) -> bool {
        self.table().is_some_and(|table| table.contains_key(key))
    }

    /// The blocks of a list within it, such as `lid`.
    pub fn inner(&self, key: &str) -> Vec<Record<'b, 't>> {
        let list = self.table().and_then(|table| table.get(key)).and_then(|value| value.get_ref().as_array());
        let blocks = self.blocks;
        list.into_iter().flat_map(|list| list.iter()).map(|value| Record { blocks, value }).collect()
    }

    /// Where the value of a key stands, as it is written.
    pub fn place_of(&self, key: &str) -> Option<Span> {
        Some(self.blocks.span(self.table()?.get(key)?.span()))
    }

    /// Gives a key a value: in the place of the one that it has, or on a line of its own under the last key.
    pub fn set(&self, key: &str, value: &str) -> Option<Splice> {
        let table = self.table()?;
        if let Some(old) = table.get(key) {
            return Some((self.blocks.span(old.span()), value.to_owned()));
        }
        let (last, indent) = self.last_plain(table)?;
        if self.is_inline() {
            return Some((self.blocks.span(last..last), format!(", {key} = {value}")));
        }
        Some(self.blocks.lines(self.blocks.line_end(last), &format!("{indent}{key} = {value}")))
    }

    /// Adds a text to a list, behind its last: what an editor wrote within it, on lines of their own or as remarks, stays. Nothing when the
    /// list has the text already.
    pub fn with_item(&self, key: &str, item: &str) -> Option<Vec<Splice>> {
        let Some(held) = self.table()?.get(key) else {
            return Some(vec![self.set(key, &format!("[{}]", literal(item)))?]);
        };
        if self.texts(key).contains(&item) {
            return Some(Vec::new());
        }
        let (text, span) = (self.blocks.text, held.span());
        let Some(last) = held.get_ref().as_array()?.iter().next_back() else {
            return Some(vec![(self.blocks.span(span.start + 1..span.start + 1), literal(item))]);
        };
        let end = last.span().end;
        let behind = &text[end..span.end - 1];
        if !behind.contains('\n') {
            return Some(vec![(self.blocks.span(end..end), format!(", {}", literal(item)))]);
        }
        // On a line of its own, above the one that closes the list; a comma in a remark ends no item.
        let code = |line: &str| line.split('#').next().unwrap_or_default().contains(',');
        let comma = (!behind.lines().any(code)).then(|| (self.blocks.span(end..end), ",".to_owned()));
        let close = text[..span.end].rfind('\n').map_or(end, |i| i + 1);
        let line = format!("{}{},", self.blocks.indent(end), literal(item));
        Some(comma.into_iter().chain([self.blocks.lines(close, &line)]).collect())
    }

    /// What stands in the place of a splice as it is.
    pub fn written(&self, splice: &Splice) -> &'t str {
        let range = splice.0.range();
        self.blocks.text.get(range.start - self.blocks.offset..range.end - self.blocks.offset).unwrap_or_default()
    }

    /// Gives a key another name and another value.
    pub fn replace(&self, old: &str, key: &str, value: &str) -> Option<[Splice; 2]> {
        let (name, held) = self.table()?.get_key_value(old)?;
        Some([(self.blocks.span(name.span()), key.to_owned()), (self.blocks.span(held.span()), value.to_owned())])
    }

    /// Takes a key out that stands on a line of its own.
    pub fn without(&self, key: &str) -> Option<Splice> {
        let (name, held) = self.table()?.get_key_value(key)?;
        if self.is_inline() || is_block(self.blocks.text, held) {
            return None;
        }
        let start = self.blocks.text[..name.span().start].rfind('\n').map_or(0, |i| i + 1);
        Some((self.blocks.span(start..self.blocks.line_end(end_of(held))), String::new()))
    }

    /// Takes out a block `[kind.key]` with one empty line before it, or a key that holds a table between braces.
    pub fn without_block(&self, key: &str) -> Option<Splice> {
        let held = self.table()?.get(key)?;
        if !is_block(self.blocks.text, held) {
            return self.without(key);
        }
        let text = self.blocks.text;
        let start = text[..held.span().start].rfind('\n').map_or(0, |i| i + 1);
        let before = &text[..start];
        let empty = if before.ends_with("\r\n\r\n") { 2 } else { usize::from(before.ends_with("\n\n")) };
        Some((self.blocks.span(start - empty..self.blocks.line_end(end_of(held))), String::new()))
    }

    /// Adds a block `[[kind.key]]` under the record: after its sisters, or at the end. `lines` are its keys.
    pub fn add_block(&self, kind: &str, key: &str, lines: &[(&str, String)]) -> Option<Splice> {
        let table = self.table()?;
        let sisters = self.inner(key);
        if let Some(sister) = sisters.last().filter(|sister| sister.is_inline()) {
            let keys: Vec<String> = lines.iter().map(|(key, value)| format!("{key} = {value}")).collect();
            let end = sister.value.span().end;
            return Some((self.blocks.span(end..end), format!(", {{ {} }}", keys.join(", "))));
        }
        if self.is_inline() {
            return None;
        }
        let indent = sisters.last().map_or("", |sister| self.blocks.indent(sister.value.span().start));
        // An empty line between blocks where the file has them so.
        let apart = sisters.last().map_or(self.value.span().start, |sister| sister.value.span().start);
        let before = &self.blocks.text[..self.blocks.text[..apart].rfind('\n').map_or(0, |i| i + 1)];
        let spaced = !sisters.is_empty() && before.trim_end_matches([' ', '\t']).ends_with("\n\n")
            || before.ends_with("\r\n\r\n") && !sisters.is_empty();
        let mut text = if spaced { "\n".to_owned() } else { String::new() };
        text.push_str(&format!("{indent}[[{kind}.{key}]]"));
        for (key, value) in lines {
            text.push_str(&format!("\n{indent}{key} = {value}"));
        }
        let end = sisters.last().map_or_else(|| end_of(self.value), |sister| end_of(sister.value));
        let end = end.max(self.last_plain(table)?.0);
        Some(self.blocks.lines(self.blocks.line_end(end), &text))
    }

    /// Where the last key that is no block ends, and what its line begins with.
    fn last_plain(&self, table: &DeTable<'t>) -> Option<(usize, &'t str)> {
        let text = self.blocks.text;
        let plain = table.iter().filter(|(_, value)| !is_block(text, value));
        let (key, value) = plain.max_by_key(|(_, value)| end_of(value))?;
        Some((end_of(value), self.blocks.indent(key.span().start)))
    }
}

/// Is the value one or more blocks with a heading of their own?
fn is_block(text: &str, value: &Spanned<DeValue<'_>>) -> bool {
    let headed = |value: &Spanned<DeValue<'_>>| value.get_ref().is_table() && text[value.span()].starts_with('[');
    match value.get_ref() {
        DeValue::Array(items) => items.iter().next().is_some_and(headed),
        _ => headed(value),
    }
}

/// Where a value ends. The parser gives a block the place of its heading, so its last value tells.
fn end_of(value: &Spanned<DeValue<'_>>) -> usize {
    let inside = match value.get_ref() {
        DeValue::Table(table) => table.values().map(end_of).max(),
        DeValue::Array(items) => items.iter().map(end_of).max(),
        _ => None,
    };
    value.span().end.max(inside.unwrap_or(0))
}

/// A text as TOML writes it.
pub fn literal(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() => out.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
