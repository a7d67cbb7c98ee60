//! JSON Schema of the data and of `portal.toml`, so that an editor completes and explains keys, words and ids.
//!
//! It is made from [`Key`] and [`Shape`], and these come from the declarations that give the decoder: so the schema cannot
//! say anything else than the program does. A library that derives schemas from Rust types (`schemars`) would describe the
//! types as serde reads them, and serde does not read these: the decoder keeps the place of every value, and knows
//! references, moments and the Dutch words of choices.
//!
//! Only what drafts 4 and 7 have in common is used: editors' TOML extensions differ in what they understand. Known ids are
//! offered, but an unknown one is not refused here: the file may be older than the data, and `verbeeld check` tells it.

use super::{Ids, Model};
use crate::decode::{Key, Shape};
use serde_json::{Map, Value, json};

/// The version of JSON Schema that the files declare.
const DRAFT: &str = "http://json-schema.org/draft-07/schema#";

/// What stands in every schema, so that the command knows its own files again.
pub const MARK: &str = "Gemaakt door verbeeld schema";

/// The schema of the files in `data/`, with the ids of this site.
pub fn of_data(model: &Model) -> Value {
    let mut kinds = Map::new();
    for kind in Model::KINDS {
        let mut keys = Model::keys_of(kind.name).to_vec();
        for key in keys.iter_mut().filter(|k| kind.sourced && (k.name == "status" || k.name == "bron")) {
            key.required = true;
        }
        let mut item = table(&keys);
        let letters = if kind.ids == Ids::Dotted { "a-z0-9._-" } else { "a-z0-9-" };
        item["properties"]["id"]["pattern"] = json!(format!("^[a-z0-9]([{letters}]*[a-z0-9])?$"));
        let help = kind.help.trim();
        kinds.insert(kind.name.to_owned(), json!({ "type": "array", "description": help, "items": item }));
    }
    json!({
        "$schema": DRAFT,
        "$comment": MARK,
        "title": "Gegevens van het portaal",
        "type": "object",
        "properties": kinds,
        "additionalProperties": false,
        "definitions": definitions(model),
    })
}

/// The schema of `portal.toml`.
pub fn of_portal(keys: &[Key]) -> Value {
    let mut schema = table(keys);
    schema["$schema"] = json!(DRAFT);
    schema["$comment"] = json!(MARK);
    schema["title"] = json!("Instellingen van het portaal");
    schema
}

/// The schema of what stands at the top of a page, between the `+++` lines, with the ids of this site.
pub fn of_page(keys: &[Key], model: &Model) -> Value {
    let mut schema = table(keys);
    schema["$schema"] = json!(DRAFT);
    schema["$comment"] = json!(MARK);
    schema["title"] = json!("Het begin van een pagina");
    schema["definitions"] = definitions(model);
    schema
}

/// Snippets for VS Code, whose Markdown knows nothing of a schema: the beginning of a page, and each of its keys with what it means.
pub fn page_snippets(keys: &[Key]) -> Value {
    let mut all = Map::new();
    let start =
        ["+++", "titel = \"${1:De titel}\"", "omschrijving = \"${2:Waar gaat de pagina over?}\"", "+++", "", "$0"];
    let help = "Het begin van een pagina";
    all.insert(
        "pagina".to_owned(),
        json!({ "scope": "markdown", "prefix": "pagina", "body": start, "description": help }),
    );
    for key in keys {
        let body = format!("{} = {}", key.name, blank(&key.shape));
        all.insert(
            key.name.to_owned(),
            json!({ "scope": "markdown", "prefix": key.name, "body": body, "description": key.help }),
        );
    }
    Value::Object(all)
}

/// A value to be typed over.
fn blank(shape: &Shape) -> String {
    match shape {
        Shape::Bool => "${1|true,false|}".to_owned(),
        Shape::Integer | Shape::Number => "${1:1}".to_owned(),
        Shape::Moment => "${1:2027-01-31}".to_owned(),
        Shape::Choice(words) => {
            format!("\"${{1|{}|}}\"", words.iter().map(|(word, _)| *word).collect::<Vec<_>>().join(","))
        }
        Shape::List(of) => match **of {
            Shape::Table(_) => "[{ ${1} }]".to_owned(),
            _ => "[\"${1}\"]".to_owned(),
        },
        Shape::Either(shapes) => shapes.first().map_or_else(String::new, blank),
        Shape::Table(_) | Shape::Free => "{ ${1} }".to_owned(),
        _ => "\"${1}\"".to_owned(),
    }
}

fn table(keys: &[Key]) -> Value {
    let properties: Map<String, Value> = keys.iter().map(|k| (k.name.to_owned(), property(k))).collect();
    let required: Vec<&str> = keys.iter().filter(|k| k.required).map(|k| k.name).collect();
    let mut schema = json!({ "type": "object", "properties": properties, "additionalProperties": false });
    // An empty list is not allowed in draft 4.
    if !required.is_empty() {
        schema["required"] = json!(required);
    }
    schema
}

fn property(key: &Key) -> Value {
    let mut schema = of_shape(&key.shape);
    schema["description"] = json!(key.help);
    schema
}

fn of_shape(shape: &Shape) -> Value {
    match shape {
        Shape::Plain | Shape::Markdown => json!({ "type": "string" }),
        Shape::Bool => json!({ "type": "boolean" }),
        Shape::Integer => json!({ "type": "integer" }),
        Shape::Number => json!({ "type": "number" }),
        // A date of TOML itself reaches a schema as text.
        Shape::Moment => json!({ "anyOf": [
            { "type": "string", "pattern": "^[0-9]{4}(-[Qq][1-4]|-[0-9]{2}-[0-9]{2})?$" },
            { "type": "integer", "minimum": 1000, "maximum": 9999 },
        ] }),
        Shape::Time => json!({ "type": "string", "pattern": "^([01]?[0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?$" }),
        Shape::Reference(kinds) => {
            let names: Vec<&str> =
                if kinds.is_empty() { Model::KINDS.iter().map(|k| k.name).collect() } else { kinds.clone() };
            known_or_text(names.into_iter().map(|name| format!("id-{name}")))
        }
        Shape::Citation => known_or_text(std::iter::once("verwijzing-bron".to_owned())),
        Shape::Choice(words) => {
            let (words, meanings): (Vec<&str>, Vec<&str>) = words.iter().copied().unzip();
            json!({ "type": "string", "enum": words, "x-taplo": { "docs": { "enumValues": meanings } } })
        }
        Shape::Either(shapes) => json!({ "anyOf": shapes.iter().map(of_shape).collect::<Vec<_>>() }),
        Shape::List(of) => json!({ "type": "array", "items": of_shape(of) }),
        Shape::Table(keys) => table(keys),
        Shape::Free => json!({ "type": "object" }),
    }
}

fn known_or_text(definitions: impl Iterator<Item = String>) -> Value {
    let mut any: Vec<Value> = definitions.map(|d| json!({ "$ref": format!("#/definitions/{d}") })).collect();
    any.push(json!({ "type": "string" }));
    json!({ "anyOf": any })
}

/// The ids of each kind with their names, and the sources with their sections.
fn definitions(model: &Model) -> Value {
    let mut all = Map::new();
    for kind in Model::KINDS {
        let records = model.of_kind(kind.name);
        let words = records.iter().map(|r| (r.id().to_owned(), r.name(model))).collect();
        all.insert(format!("id-{}", kind.name), known(words));
    }
    let mut places = Vec::new();
    for source in &model.bronnen {
        places.push((source.id.value.clone(), source.naam.clone()));
        for section in &source.sectie {
            places.push((
                format!("{}/{}", source.id.value, section.id.value),
                format!("{}: {}", source.naam, section.naam),
            ));
        }
    }
    all.insert("verwijzing-bron".to_owned(), known(places));
    Value::Object(all)
}

/// Words with their explanation. Draft 4 knows no empty `enum`, so without words any text will do.
fn known(words: Vec<(String, String)>) -> Value {
    if words.is_empty() {
        return json!({ "type": "string" });
    }
    let (words, meanings): (Vec<String>, Vec<String>) = words.into_iter().unzip();
    json!({ "type": "string", "enum": words, "x-taplo": { "docs": { "enumValues": meanings } } })
}
