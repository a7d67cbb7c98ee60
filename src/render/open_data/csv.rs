//! Tables as CSV, in two dialects.
//!
//! *Exact* is RFC 4180: commas, CRLF, a heading row, quotes where needed; it gives the data back value for value. *Spreadsheet*
//! is what a spreadsheet in the site's language opens without questions (in Dutch: semicolons and decimal commas): a byte order mark,
//! and names beside ids. Texts are plain words in both, since what `[[id]]` and `{{ key }}` stand for is known here only.
//!
//! No cell is taken for a formula: a text that begins as one gets an apostrophe before it. So that this can be undone, a text
//! that begins with an apostrophe gets one too.

use crate::decode::{Shape, Shown};
use crate::pages::Writer;
use crate::pages::open_data::{Cell, Column, Origin, Sheet, rows};
use crate::phrases::Phrases;

/// The exact dialect: text and number of rows.
pub fn exact(writer: &mut Writer<'_>, sheet: &Sheet) -> (String, Option<usize>) {
    let mut out = String::new();
    line(&mut out, ',', sheet.columns.iter().map(|c| c.name.clone()));
    let rows = rows(sheet, writer);
    for row in &rows {
        line(
            &mut out,
            ',',
            row.iter().map(|cell| match cell {
                Cell::Value(shown) => exact_cell(&mut *writer, shown),
                Cell::Words(words) => guarded(words),
            }),
        );
    }
    (out, Some(rows.len()))
}

/// The spreadsheet dialect: text and number of rows.
pub fn spreadsheet(writer: &mut Writer<'_>, sheet: &Sheet) -> (String, Option<usize>) {
    let mut out = String::from("\u{feff}");
    let head = sheet.columns.iter().flat_map(|c| {
        let named = names_wanted(c).then(|| format!("{}_naam", c.name));
        std::iter::once(c.name.clone()).chain(named)
    });
    let between = separator(writer.phrases());
    line(&mut out, between, head);
    let rows = rows(sheet, writer);
    for row in &rows {
        let mut cells = Vec::with_capacity(row.len());
        for (cell, column) in row.iter().zip(&sheet.columns) {
            match cell {
                Cell::Value(shown) => {
                    cells.push(readable_cell(writer, shown));
                    if names_wanted(column) {
                        cells.push(guarded(&names(writer, shown)));
                    }
                }
                Cell::Words(words) => cells.push(guarded(words)),
            }
        }
        line(&mut out, between, cells.into_iter());
    }
    (out, Some(rows.len()))
}

/// Does a column hold ids, whose names help a reader?
fn names_wanted(column: &Column) -> bool {
    let shape = match &column.shape {
        Shape::List(of) => of.as_ref(),
        shape => shape,
    };
    column.origin == Origin::Owner || matches!(shape, Shape::Reference(_) | Shape::Citation)
}

fn exact_cell(writer: &mut Writer<'_>, shown: &Shown<'_>) -> String {
    match shown {
        Shown::Nothing | Shown::Table(_) => String::new(),
        Shown::Bool(yes) => yes.to_string(),
        Shown::Integer(number) => number.to_string(),
        Shown::Number(number) => number.to_string(),
        Shown::Plain(text) => guarded(text),
        Shown::Markdown(text) => guarded(&writer.plain(text)),
        Shown::Moment(moment) => moment.to_string(),
        Shown::Reference { id, .. } => guarded(id),
        Shown::Citation(citation) => guarded(&citation.to_string()),
        Shown::List(items) => {
            let parts: Vec<String> = items.iter().map(|i| escaped(&bare(writer, i))).collect();
            guarded(&parts.join("; "))
        }
    }
}

fn readable_cell(writer: &mut Writer<'_>, shown: &Shown<'_>) -> String {
    match shown {
        Shown::Bool(yes) => {
            if *yes { writer.phrases().common().yes() } else { writer.phrases().common().no() }.to_owned()
        }
        Shown::Number(number) => local(writer.phrases(), *number),
        Shown::List(items) => {
            let parts: Vec<String> = items
                .iter()
                .map(|item| match item {
                    Shown::Number(number) => local(writer.phrases(), *number),
                    other => bare(writer, other),
                })
                .collect();
            guarded(&parts.join("; "))
        }
        other => exact_cell(writer, other),
    }
}

/// What a spreadsheet in this language expects between cells: a comma, unless that stands in numbers.
fn separator(phrases: &Phrases) -> char {
    if phrases.decimal(".") == "," { ';' } else { ',' }
}

/// A number as a spreadsheet in this language reads it.
fn local(phrases: &Phrases, number: f64) -> String {
    phrases.decimal(&number.to_string())
}

/// A value within a list, without the care that the whole cell gets.
fn bare(writer: &mut Writer<'_>, shown: &Shown<'_>) -> String {
    match shown {
        Shown::Plain(text) => (*text).to_owned(),
        Shown::Markdown(text) => writer.plain(text),
        Shown::Reference { id, .. } => (*id).to_owned(),
        Shown::Citation(citation) => citation.to_string(),
        other => exact_cell(writer, other),
    }
}

/// The names of what a cell refers to.
fn names(writer: &Writer<'_>, shown: &Shown<'_>) -> String {
    match shown {
        Shown::Plain(id) | Shown::Reference { id, .. } => writer.model().name_of(id),
        Shown::Citation(citation) => {
            let sources = writer.sources(std::slice::from_ref(*citation));
            sources.into_iter().map(|s| s.title).collect::<Vec<_>>().join("; ")
        }
        Shown::List(items) => items.iter().map(|i| names(writer, i)).collect::<Vec<_>>().join("; "),
        _ => String::new(),
    }
}

/// An item of a list, so that the semicolons between items can be told from those within them.
fn escaped(item: &str) -> String {
    item.replace('\\', "\\\\").replace(';', "\\;")
}

/// A text that no spreadsheet takes for a formula.
pub fn guarded(text: &str) -> String {
    match text.chars().next() {
        Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '\'' | '＝' | '＋' | '－' | '＠') => format!("'{text}"),
        _ => text.to_owned(),
    }
}

/// One line, quoted where needed, ended as RFC 4180 asks.
pub fn line(out: &mut String, separator: char, cells: impl Iterator<Item = String>) {
    for (i, cell) in cells.enumerate() {
        if i > 0 {
            out.push(separator);
        }
        let quoted = cell.contains([',', ';', '"', '\r', '\n', '\t']) || cell.trim() != cell;
        if quoted {
            out.push('"');
            out.push_str(&cell.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(&cell);
        }
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_follow_rfc_4180() {
        let mut out = String::new();
        line(&mut out, ',', ["a", "b,c", "zei \"ja\"", "twee\nregels", ""].into_iter().map(str::to_owned));
        assert_eq!(out, "a,\"b,c\",\"zei \"\"ja\"\"\",\"twee\nregels\",\r\n");
    }

    #[test]
    fn no_text_is_a_formula() {
        assert_eq!(guarded("=HYPERLINK(\"x\")"), "'=HYPERLINK(\"x\")");
        for start in ["+1", "-1", "@a", "\tb", "'s avonds", "＝1"] {
            assert_eq!(guarded(start), format!("'{start}"));
        }
        assert_eq!(guarded("1 = 1"), "1 = 1");
    }

    #[test]
    fn a_list_can_be_taken_apart() {
        assert_eq!(escaped("a; b\\c"), "a\\; b\\\\c");
    }
}
