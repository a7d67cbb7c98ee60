//! The data as files for others. Which files there are says [`pages::open_data`](crate::pages::open_data); each form is
//! written by one file here.
//!
//! All forms come from the same records as the pages, in the same order, so what a file tells is what a page shows.

mod catalogue;
mod columns;
mod csv;
mod graph;
mod json;
mod linked;
mod ordered;

use crate::pages::open_data::{Download, Form, Listed};
use crate::pages::{Addresses, Writer};
use rayon::prelude::*;
use std::sync::Arc;

/// A file of open data.
#[derive(Debug, Clone)]
pub struct Made {
    /// What it is, how large, how many rows.
    pub listed: Listed,
    /// The bytes.
    pub bytes: Arc<[u8]>,
}

/// Makes all files of open data. The catalogue comes last, as it tells how large the others are.
pub fn open_data(book: &Addresses<'_>) -> Vec<Made> {
    let make = |download: &Download| {
        // Problems in texts are told when their pages are planned; here they would be told twice.
        let mut writer = Writer::new(book, "");
        let model = writer.model();
        let (text, rows) = match &download.form {
            Form::Everything => (json::everything(&mut writer), Some(model.all().count())),
            Form::Json(kind) => (json::one_kind(&mut writer, *kind), Some(model.of_kind(kind.name).len())),
            Form::Csv(sheet) => csv::exact(&mut writer, sheet),
            Form::Spreadsheet(sheet) => csv::spreadsheet(&mut writer, sheet),
            Form::Linked => (linked::linked(&mut writer), None),
            Form::Graph => (graph::graph(&mut writer), Some(model.relaties.len())),
            Form::Columns => (columns::columns(&writer), None),
            Form::Catalogue => (String::new(), None),
        };
        made(download.clone(), text, rows)
    };
    let mut files: Vec<Made> = book.downloads.par_iter().map(make).collect();
    let listed: Vec<Listed> = files.iter().map(|f| f.listed.clone()).collect();
    let writer = Writer::new(book, "");
    for file in files.iter_mut().filter(|f| f.listed.download.form == Form::Catalogue) {
        *file = made(file.listed.download.clone(), catalogue::catalogue(&writer, &listed), None);
    }
    files
}

fn made(download: Download, text: String, rows: Option<usize>) -> Made {
    Made { listed: Listed { download, size: text.len(), rows }, bytes: text.into_bytes().into() }
}

/// JSON with line breaks, so that a person can read it and two versions can be compared line by line.
fn pretty(value: &impl serde::Serialize) -> String {
    // Only maps with keys that are no text can fail, and there are none.
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}
