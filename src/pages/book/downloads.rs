//! The list of files.

use super::sheets::{Sheet, sheets};
use super::special::OPEN_DATA;
use crate::model::kinds::{Bijeenkomst, Gremium};
use crate::model::{Entity, Kind, Model};
use crate::phrases::Phrases;
use crate::site::Words;

/// What a file holds and how it is written.
#[derive(Debug, Clone, PartialEq)]
pub enum Form {
    /// All records of all kinds, as JSON.
    Everything,
    /// Organisations, bodies and words in the terms of schema.org, as JSON-LD.
    Linked,
    /// The relations as a network, as GraphML.
    Graph,
    /// The meetings of a body, or all of them, as a calendar to subscribe to.
    Calendar(Option<String>),
    /// What the other files are, in the terms of DCAT, as JSON-LD.
    Catalogue,
    /// What the columns of the CSV files are, in the terms of CSV on the Web.
    Columns,
    /// The records of one kind, as JSON.
    Json(Kind),
    /// A table, as CSV that gives the data back exactly.
    Csv(Sheet),
    /// A table, as CSV that a Dutch spreadsheet opens well and a person reads well.
    Spreadsheet(Sheet),
}

impl Form {
    /// The media type.
    pub fn media_type(&self) -> &'static str {
        match self {
            Self::Everything | Self::Json(_) => "application/json",
            Self::Linked | Self::Catalogue => "application/ld+json",
            Self::Graph => "application/xml",
            Self::Columns => "application/csvm+json",
            Self::Calendar(_) => "text/calendar",
            Self::Csv(_) | Self::Spreadsheet(_) => "text/csv",
        }
    }

    /// For readers: `JSON`.
    pub fn label<'p>(&self, phrases: &'p Phrases) -> &'p str {
        match self {
            Self::Everything | Self::Json(_) => "JSON",
            Self::Linked | Self::Catalogue => "JSON-LD",
            Self::Graph => "GraphML",
            Self::Columns => "CSVW",
            Self::Calendar(_) => "iCalendar",
            Self::Csv(_) => "CSV",
            Self::Spreadsheet(_) => phrases.open_data().spreadsheet(),
        }
    }
}

/// A file that the site offers.
#[derive(Debug, Clone, PartialEq)]
pub struct Download {
    /// Path from the site's root: `data/gremia.csv`.
    pub path: String,
    /// What it holds, in a few words.
    pub title: String,
    /// What it is for, in a sentence or two.
    pub about: String,
    /// What it holds, for the program.
    pub form: Form,
}

/// A file that was made, for the page that lists them.
#[derive(Debug, Clone, PartialEq)]
pub struct Listed {
    /// The file.
    pub download: Download,
    /// Its size in bytes.
    pub size: usize,
    /// How many records or rows it holds; `None` where that says nothing.
    pub rows: Option<usize>,
}

/// The kinds of which there are records.
pub fn kinds(model: &Model) -> Vec<Kind> {
    Model::KINDS.iter().copied().filter(|kind| !model.of_kind(kind.name).is_empty()).collect()
}

/// Where a calendar stands: that of a body, or of all.
pub fn calendar_path(body: Option<&str>) -> String {
    let name = Bijeenkomst::KIND.plural;
    body.map_or_else(|| format!("{}{name}.ics", OPEN_DATA.url), |id| format!("{}{name}-{id}.ics", OPEN_DATA.url))
}

/// The calendars: of all meetings, and of each body that has some.
fn calendars(model: &Model, words: &Words) -> Vec<Download> {
    let say = words.phrases.open_data();
    let file = |title: String, body: Option<&str>| Download {
        path: calendar_path(body),
        title,
        about: say.calendar_how().to_owned(),
        form: Form::Calendar(body.map(str::to_owned)),
    };
    if model.bijeenkomsten.is_empty() {
        return Vec::new();
    }
    let meets = |body: &&Gremium| model.naming(&model.bijeenkomsten, &body.id).any(|m| m.gremium.id == body.id.value);
    let of_bodies = model.gremia.iter().filter(meets);
    let of_bodies = of_bodies.map(|body| file(say.calendar_of(&body.naam), Some(&body.id)));
    std::iter::once(file(say.calendar().to_owned(), None)).chain(of_bodies).collect()
}

/// All files, in the order in which the page lists them; none when there are no data.
pub fn downloads(model: &Model, words: &Words) -> Vec<Download> {
    let say = words.phrases.open_data();
    let kinds = kinds(model);
    if kinds.is_empty() {
        return Vec::new();
    }
    let file = |name: &str, title: String, about: &str, form| Download {
        path: format!("{}{name}", OPEN_DATA.url),
        title,
        about: about.to_owned(),
        form,
    };
    let mut all = vec![
        file("portaal.json", say.everything().into(), say.everything_how(), Form::Everything),
        file("portaal.jsonld", say.linked().into(), say.linked_how(), Form::Linked),
    ];
    if !model.relaties.is_empty() {
        all.push(file("relaties.graphml", say.graph().into(), say.graph_how(), Form::Graph));
    }
    all.push(file("dcat.jsonld", say.catalogue().into(), say.catalogue_how(), Form::Catalogue));
    all.push(file("csv-metadata.json", say.columns_file().into(), say.columns_how(), Form::Columns));
    all.extend(calendars(model, words));
    for kind in kinds {
        all.push(file(&format!("{}.json", kind.plural), words.kind(kind).many.into(), "", Form::Json(kind)));
        for sheet in sheets(kind, words) {
            let csv = format!("{}.csv", sheet.name);
            let spreadsheet = format!("{}.excel.csv", sheet.name);
            all.push(file(&csv, sheet.title.clone(), "", Form::Csv(sheet.clone())));
            all.push(file(&spreadsheet, sheet.title.clone(), "", Form::Spreadsheet(sheet)));
        }
    }
    all
}
