//! The rows of the flat tables of open data.

use crate::decode::Shown;
use crate::model::AnyEntity;
use crate::pages::book::{Column, Origin, Sheet};
use crate::pages::writing::{Writer, title};

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell<'a> {
    /// A value of the data.
    Value(Shown<'a>),
    /// Words made for this table.
    Words(String),
}

/// The rows of a table, in the order of the data.
pub fn rows<'a>(sheet: &Sheet, writer: &mut Writer<'a>) -> Vec<Vec<Cell<'a>>> {
    let model = writer.model();
    let mut rows = Vec::new();
    for record in model.of_kind(sheet.kind.name) {
        let values = record.values();
        let Some(part) = sheet.part else {
            rows.push(row(sheet, writer, record, &values, 0));
            continue;
        };
        let blocks = values.into_iter().find(|(key, _)| *key == part);
        if let Some((_, Shown::List(items))) = blocks {
            for (i, item) in items.iter().enumerate() {
                if let Shown::Table(fields) = item {
                    rows.push(row(sheet, writer, record, fields, i + 1));
                }
            }
        }
    }
    rows
}

fn row<'a>(
    sheet: &Sheet,
    writer: &mut Writer<'a>,
    record: &'a dyn AnyEntity,
    fields: &[(&'static str, Shown<'a>)],
    number: usize,
) -> Vec<Cell<'a>> {
    let mut cell = |column: &Column| match &column.origin {
        Origin::Key(path) => Cell::Value(at(fields, path)),
        Origin::Owner => Cell::Value(Shown::Plain(record.id())),
        Origin::Number => Cell::Value(Shown::Integer(i64::try_from(number).unwrap_or_default())),
        Origin::Title => Cell::Words(title(writer, record)),
        Origin::Page => Cell::Words(writer.absolute(&writer.book.of_record(record))),
    };
    sheet.columns.iter().map(&mut cell).collect()
}

/// The value at a path of keys; nothing when a block on the way is absent.
fn at<'a>(fields: &[(&'static str, Shown<'a>)], path: &[&'static str]) -> Shown<'a> {
    let Some((first, rest)) = path.split_first() else { return Shown::Nothing };
    match fields.iter().find(|(key, _)| key == first) {
        Some((_, value)) if rest.is_empty() => value.clone(),
        Some((_, Shown::Table(inner))) => at(inner, rest),
        _ => Shown::Nothing,
    }
}
