//! Records in the terms of schema.org: for the structured data of each page and for the linked open data.
//!
//! Only what is sure is stated: a membership that is a proposal or the editors' reading is left out, as schema.org has no way
//! to say so and a machine would take it for a fact.

use super::list::thing;
use super::schema::{language, object, set_of};
use crate::model::Kind;
use crate::pages::book::{Form, OPEN_DATA, What};
use crate::pages::view::PageView;
use crate::pages::writing::Writer;
use serde::Serialize;
use serde_json::{Map, Value, json};

/// The vocabulary.
pub const SCHEMA: &str = "https://schema.org";

/// All terms of a kind, as one set.
pub fn term_set(writer: &Writer<'_>, kind: Kind) -> Map<String, Value> {
    object(json!({
        "@id": set_of(writer, kind),
        "@type": "DefinedTermSet",
        "name": writer.words().kind(kind).many,
        "url": writer.absolute(&format!("{}/", kind.plural)),
        "inLanguage": language(writer),
    }))
}

/// What a page is about, when schema.org has a type for it.
pub fn about(writer: &mut Writer<'_>, what: &What) -> Option<Map<String, Value>> {
    let model = writer.model();
    match what {
        What::Record(id) => thing(writer, model.get(id)?),
        What::List(kind) if kind.terms => {
            let mut set = term_set(writer, *kind);
            let terms: Vec<Value> =
                model.of_kind(kind.name).into_iter().filter_map(|e| thing(writer, e)).map(Value::from).collect();
            set.insert("hasDefinedTerm".into(), terms.into());
            Some(set)
        }
        What::OpenData => Some(dataset(writer)),
        _ => None,
    }
}

/// A page in those terms; keys in the order of their names, as in all that is written here.
#[derive(Serialize)]
struct Page<'a> {
    #[serde(rename = "@context")]
    context: &'a str,
    #[serde(rename = "@type")]
    kind: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    breadcrumb: Option<Crumbs<'a>>,
    #[serde(rename = "dateModified", skip_serializing_if = "str::is_empty")]
    updated: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    description: &'a str,
    #[serde(rename = "inLanguage")]
    language: &'a str,
    #[serde(rename = "mainEntity", skip_serializing_if = "Option::is_none")]
    about: Option<Map<String, Value>>,
    name: &'a str,
    url: &'a str,
}

/// The way to a page.
#[derive(Serialize)]
struct Crumbs<'a> {
    #[serde(rename = "@type")]
    kind: &'a str,
    #[serde(rename = "itemListElement")]
    all: Vec<Step<'a>>,
}

/// One page on the way.
#[derive(Serialize)]
struct Step<'a> {
    #[serde(rename = "@type")]
    kind: &'a str,
    item: String,
    name: &'a str,
    position: usize,
}

/// The structured data of a page: what it is, where it stands, the way to it, and what it is about.
pub fn of_page(writer: &Writer<'_>, view: &PageView, about: Option<Map<String, Value>>) -> String {
    let all: Vec<Step<'_>> = view
        .breadcrumbs
        .iter()
        .enumerate()
        .map(|(i, crumb)| Step {
            kind: "ListItem",
            item: writer.absolute(&crumb.url),
            name: &crumb.title,
            position: i + 1,
        })
        .collect();
    let page = Page {
        context: SCHEMA,
        kind: if view.url.is_empty() { "WebSite" } else { "WebPage" },
        breadcrumb: (!all.is_empty()).then_some(Crumbs { kind: "BreadcrumbList", all }),
        updated: &view.updated_iso,
        description: &view.description,
        language: language(writer),
        about,
        name: &view.title,
        url: &view.canonical,
    };
    // `<` must not end the script element that this stands in.
    let written = serde_json::to_string(&page).unwrap_or_default();
    if written.contains('<') { written.replace('<', "\\u003c") } else { written }
}

/// The open data as a whole, with the files that hold it.
fn dataset(writer: &Writer<'_>) -> Map<String, Value> {
    let portal = &writer.site().portal;
    let whole =
        writer.book.downloads.iter().filter(|d| matches!(d.form, Form::Everything | Form::Linked | Form::Graph));
    let files: Vec<Value> = whole
        .map(|d| {
            let (address, media) = (writer.absolute(&d.path), d.form.media_type());
            json!({"@type": "DataDownload", "name": d.title, "contentUrl": address, "encodingFormat": media})
        })
        .collect();
    object(json!({
        "@type": "Dataset",
        "@id": writer.absolute(&format!("{}#alles", OPEN_DATA.url)),
        "name": writer.phrases().record().open_data_of(&portal.naam),
        "description": portal.omschrijving,
        "url": writer.absolute(OPEN_DATA.url),
        "license": portal.licentie.as_ref().map(|l| &l.value),
        "dateModified": portal.stand.map(|s| s.to_string()),
        "inLanguage": language(writer),
        "distribution": files,
    }))
}
