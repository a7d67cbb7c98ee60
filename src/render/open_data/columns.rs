//! The columns of the CSV files in the terms of CSV on the Web (W3C): names, meanings, types, keys.

use super::pretty;
use crate::decode::Shape;
use crate::pages::Writer;
use crate::pages::open_data::{Column, Form, Origin, Sheet};
use serde_json::{Value, json};

/// The description; programs find it beside the files by its name.
pub fn columns(writer: &Writer<'_>) -> String {
    let sheets: Vec<&Sheet> = writer
        .book
        .downloads
        .iter()
        .filter_map(|download| match &download.form {
            Form::Csv(sheet) => Some(sheet),
            _ => None,
        })
        .collect();
    let tables: Vec<Value> = sheets.iter().map(|sheet| table(sheet, &sheets)).collect();
    pretty(&json!({
        "@context": ["http://www.w3.org/ns/csvw", {"@language": writer.site().portal.taal.as_deref().unwrap_or("nl")}],
        "dc:title": writer.site().portal.naam,
        "dialect": {"delimiter": ",", "doubleQuote": true, "encoding": "utf-8", "header": true, "lineTerminators": ["\r\n"]},
        "tables": tables,
    }))
}

fn table(sheet: &Sheet, all: &[&Sheet]) -> Value {
    let key = if sheet.part.is_some() { json!(["hoort_bij", "volgnummer"]) } else { json!("id") };
    let foreign: Vec<Value> = sheet.columns.iter().filter_map(|column| foreign_key(column, all)).collect();
    let mut schema = json!({
        "columns": sheet.columns.iter().map(column).collect::<Vec<_>>(),
        "primaryKey": key,
    });
    if !foreign.is_empty() {
        schema["foreignKeys"] = foreign.into();
    }
    json!({"url": format!("{}.csv", sheet.name), "dc:title": sheet.title, "tableSchema": schema})
}

fn column(column: &Column) -> Value {
    let (shape, list) = match &column.shape {
        Shape::List(of) => (of.as_ref(), true),
        shape => (shape, false),
    };
    let datatype = match shape {
        Shape::Bool => json!("boolean"),
        Shape::Integer => json!("integer"),
        Shape::Number => json!("decimal"),
        Shape::Choice(words) => json!({"base": "string", "format": Shape::words_of(words).join("|")}),
        _ if column.origin == Origin::Page => json!("anyURI"),
        _ => json!("string"),
    };
    let mut told = json!({
        // A name may be part of a URI template, in which a point may stand but a hyphen may not.
        "name": column.name,
        "titles": column.name,
        "dc:description": column.help,
        "datatype": datatype,
        "required": column.required && !may_be_empty(column),
    });
    if list {
        told["separator"] = "; ".into();
    }
    told
}

/// A text that must be there may still be empty, such as the unit of a bare number.
fn may_be_empty(column: &Column) -> bool {
    column.shape == Shape::Plain && matches!(&column.origin, Origin::Key(path) if path.last() != Some(&"id"))
}

/// A column that holds ids of one kind leads to the table of that kind; lists and mixed ids cannot be told so.
fn foreign_key(column: &Column, all: &[&Sheet]) -> Option<Value> {
    let Shape::Reference(kinds) = &column.shape else { return None };
    let [kind] = kinds.as_slice() else { return None };
    let target = all.iter().find(|sheet| sheet.part.is_none() && sheet.kind.name == *kind)?;
    let reference = json!({"resource": format!("{}.csv", target.name), "columnReference": "id"});
    Some(json!({"columnReference": column.name, "reference": reference}))
}
