//! Partners, bodies, words and sources in the terms of schema.org, as one JSON-LD document.
//!
//! The context stands in the file itself, so that it can be read without fetching anything.

use super::pretty;
use crate::model::Model;
use crate::pages::{SCHEMA, Writer, term_set, thing};
use serde_json::{Value, json};

/// The document.
pub fn linked(writer: &mut Writer<'_>) -> String {
    let portal = &writer.site().portal;
    let mut graph = vec![json!({
        "@id": portal.basis_url.value,
        "@type": "WebSite",
        "name": portal.naam,
        "url": portal.basis_url.value,
        "inLanguage": portal.taal.as_deref().unwrap_or("nl"),
    })];
    let model = writer.model();
    for kind in Model::KINDS {
        let things: Vec<Value> =
            model.of_kind(kind.name).into_iter().filter_map(|record| thing(writer, record)).map(Value::from).collect();
        let is_set = things.first().is_some_and(|first| first["@type"] == "DefinedTerm");
        if is_set {
            graph.push(term_set(writer, *kind).into());
        }
        graph.extend(things);
    }
    let link = json!({"@type": "@id"});
    pretty(&json!({
        "@context": {
            "@vocab": format!("{SCHEMA}/"),
            "url": link,
            "sameAs": link,
            "mainEntityOfPage": link,
        },
        "@graph": graph,
    }))
}
