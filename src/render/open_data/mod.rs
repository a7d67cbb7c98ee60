//! The data as files for others. Which files there are says [`pages::open_data`](crate::pages::open_data); each form is
//! written by one file here.
//!
//! All forms come from the same records as the pages, in the same order, so what a file tells is what a page shows.

mod calendar;
mod catalogue;
mod columns;
mod csv;
mod graph;
mod json;
mod linked;
mod ordered;

pub use csv::{guarded, line as csv_line};

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

/// Remembers the files between builds: while a page is written, the data stay as they are.
#[derive(Debug, Clone, Default)]
pub struct DataMemo(Option<([u8; 32], Vec<Made>)>);

/// All files of open data; from the memo when nothing that they depend on has changed. Empty ones when nobody will see them: that
/// they are there, pages must know all the same.
///
/// `key` is a hash of all that they depend on.
pub fn open_data(book: &Addresses<'_>, key: [u8; 32], memo: &mut DataMemo) -> Vec<Made> {
    if book.unseen {
        let unmade = |download: &Download| made(download.clone(), String::new(), None);
        return book.downloads.iter().map(unmade).collect();
    }
    match &memo.0 {
        Some((known, files)) if *known == key => files.clone(),
        _ => {
            let files = make(book);
            memo.0 = Some((key, files.clone()));
            files
        }
    }
}

/// Makes all files. The catalogue comes last, as it tells how large the others are.
fn make(book: &Addresses<'_>) -> Vec<Made> {
    let one = |download: &Download| {
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
            Form::Calendar(body) => {
                let (text, count) = calendar::calendar(&mut writer, body.as_deref());
                (text, Some(count))
            }
            Form::Columns => (columns::columns(&writer), None),
            Form::Catalogue => (String::new(), None),
        };
        made(download.clone(), text, rows)
    };
    let mut files: Vec<Made> = book.downloads.par_iter().map(one).collect();
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
