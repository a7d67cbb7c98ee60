//! What the pages about the open data show: the files with their sizes, and the columns with their meanings.
//!
//! Both are made from the same lists as the files themselves, so they cannot tell of a file or column that is not there.

use crate::decode::Shape;
use crate::html;
use crate::infographic::Table;
use crate::markup::Html;
use crate::model::Model;
use crate::pages::book::{COLUMNS, Form, Listed, Sheet, kinds, sheets};
use crate::pages::view::{TitledTable, TocItem};
use crate::pages::writing::{Writer, lower_first};
use crate::phrases::Phrases;
use crate::site::Words;

/// A part of the page under a heading of its own.
pub struct Section {
    /// The heading.
    pub toc: TocItem,
    /// What stands under it.
    pub table: TitledTable,
    /// Wider than running text.
    pub wide: bool,
    /// Anchors within it.
    pub anchors: Vec<String>,
}

/// Where the page tells of the files of a table.
pub fn file_anchor(sheet: &str) -> String {
    format!("bestand-{sheet}")
}

/// Where the page tells of the columns of a table.
pub fn column_anchor(sheet: &str) -> String {
    format!("kolommen-{sheet}")
}

/// The files, in two tables: those that hold everything, and those per kind.
pub fn files(writer: &Writer<'_>, listed: &[Listed]) -> Vec<Section> {
    let say = writer.phrases().open_data();
    if listed.is_empty() {
        return Vec::new();
    }
    let mut whole = table(say.whole(), &[say.file(), say.holds(), say.form(), say.size()]);
    let mut by_kind = table(say.by_kind(), &[say.kind(), say.rows(), "JSON", "CSV", say.spreadsheet()]);
    let mut anchors = Vec::new();
    for one in listed {
        let download = &one.download;
        let link = link(writer, one, download.path.rsplit('/').next().unwrap_or(&download.path));
        match &download.form {
            Form::Everything | Form::Linked | Form::Graph | Form::Calendar(_) | Form::Catalogue | Form::Columns => {
                whole.rows.push(vec![
                    link,
                    html![Html::element("strong", &[], html![&download.title, "."]), " ", &download.about],
                    download.form.label(writer.phrases()).into(),
                    size(writer.phrases(), one.size).into(),
                ])
            }
            Form::Json(_) | Form::Spreadsheet(_) => {}
            Form::Csv(sheet) => {
                anchors.push(file_anchor(&sheet.name));
                by_kind.rows.push(sheet_row(writer, listed, sheet, one.rows.unwrap_or_default()));
            }
        }
    }
    vec![
        section("bestanden-samen", say.all_together(), whole, true, Vec::new()),
        section("bestanden-per-soort", say.per_kind(), by_kind, true, anchors),
    ]
}

/// One row: a table of the data in each of its forms. Only the table of the records themselves has a JSON file.
fn sheet_row(writer: &Writer<'_>, listed: &[Listed], sheet: &Sheet, rows: usize) -> Vec<Html> {
    let say = writer.phrases().open_data();
    let file = |wanted: &dyn Fn(&Form) -> bool| {
        let found = listed.iter().find(|l| wanted(&l.download.form));
        let small = |l: &Listed| Html::element("small", &[], size(writer.phrases(), l.size));
        found.map(|l| html![link(writer, l, l.download.form.label(writer.phrases())), " ", small(l)])
    };
    let json = match sheet.part {
        None => file(&|form| matches!(form, Form::Json(kind) if *kind == sheet.kind)),
        Some(_) => Some(say.in_kind(&lower_first(writer.words().kind(sheet.kind).many)).into()),
    };
    let columns = format!("{}#{}", writer.href(COLUMNS.url), column_anchor(&sheet.name));
    let title = Html::element("a", &[("href", &columns), ("id", &file_anchor(&sheet.name))], &sheet.title);
    vec![
        title,
        rows.to_string().into(),
        json.unwrap_or_default(),
        file(&|form| matches!(form, Form::Csv(s) if s.name == sheet.name)).unwrap_or_default(),
        file(&|form| matches!(form, Form::Spreadsheet(s) if s.name == sheet.name)).unwrap_or_default(),
    ]
}

/// A link to a file, named so that it can be told from the others when read on its own.
fn link(writer: &Writer<'_>, one: &Listed, words: &str) -> Html {
    let download = &one.download;
    let (href, name) = (writer.href(&download.path), format!("{}: {words}", download.title));
    let mut attributes = vec![("href", href.as_str()), ("type", download.form.media_type())];
    if words == download.form.label(writer.phrases()) {
        attributes.push(("aria-label", &name));
    }
    Html::element("a", &attributes, words)
}

/// What each column means: a table for each table of the data.
pub fn columns(model: &Model, words: &Words) -> Vec<Section> {
    let say = words.phrases.open_data();
    let mut sections = Vec::new();
    for sheet in kinds(model).into_iter().flat_map(|kind| sheets(kind, words)) {
        let caption = say.columns_of(&sheet.name);
        let mut columns = table(&caption, &[say.column(), say.column_holds(), say.column_sort(), say.column_filled()]);
        for column in &sheet.columns {
            columns.rows.push(vec![
                column.name.as_str().into(),
                column.help.as_str().into(),
                in_words(words, &column.shape).into(),
                if column.required { words.phrases.common().yes() } else { words.phrases.common().no() }.into(),
            ]);
        }
        sections.push(section(&column_anchor(&sheet.name), &sheet.title, columns, false, Vec::new()));
    }
    sections
}

/// What a cell holds, in few words.
fn in_words(words: &Words, shape: &Shape) -> String {
    let say = words.phrases.open_data();
    match shape {
        Shape::Plain | Shape::Free => say.text().into(),
        Shape::Markdown => say.markdown().into(),
        Shape::Bool => say.bool().into(),
        Shape::Integer => say.integer().into(),
        Shape::Number => say.number().into(),
        Shape::Moment => say.moment().into(),
        Shape::Time => say.time().into(),
        Shape::Reference(kinds) if kinds.is_empty() => say.id().into(),
        Shape::Reference(kinds) => say.id_of(&words.phrases.either(kinds)),
        Shape::Choice(choices) => say.one_of(&Shape::words_of(choices).join(", ")),
        Shape::Citation => say.citation().into(),
        Shape::Either(shapes) => words.phrases.either(&shapes.iter().map(|s| in_words(words, s)).collect::<Vec<_>>()),
        Shape::List(of) => say.list_of(&in_words(words, of)),
        Shape::Table(_) => say.block().into(),
    }
}

fn table(caption: &str, head: &[&str]) -> Table<Html> {
    Table { caption: caption.into(), head: head.iter().map(|h| (*h).to_owned()).collect(), rows: Vec::new() }
}

fn section(id: &str, title: &str, table: Table<Html>, wide: bool, anchors: Vec<String>) -> Section {
    let toc = TocItem { id: id.to_owned(), title: title.to_owned(), level: 2 };
    Section { table: TitledTable { id: id.to_owned(), title: title.to_owned(), table }, toc, wide, anchors }
}

/// `12 kB`, `1,4 MB`.
fn size(phrases: &Phrases, bytes: usize) -> String {
    match bytes {
        0..1_000_000 => format!("{}\u{a0}kB", phrases.number((bytes as f64 / 1e3).ceil(), 0)),
        _ => format!("{}\u{a0}MB", phrases.number(bytes as f64 / 1e6, 1)),
    }
}

#[cfg(test)]
mod tests {
    use super::size;
    use crate::phrases::Phrases;

    #[test]
    fn sizes_in_words() {
        assert_eq!(size(&Phrases::default(), 1), "1\u{a0}kB");
        assert_eq!(size(&Phrases::default(), 12_001), "13\u{a0}kB");
        assert_eq!(size(&Phrases::default(), 1_440_000), "1,4\u{a0}MB");
    }
}
