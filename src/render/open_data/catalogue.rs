//! What files there are, in the terms of DCAT 3 and its Dutch profile DCAT-AP-NL 3.
//!
//! The profile asks for a licence with each file. It is taken from the portal's settings; while nobody has chosen one it is
//! left out, for a licence is a decision and not a default.

use super::pretty;
use crate::decode::Moment;
use crate::model::kinds::Bijeenkomst;
use crate::model::{Entity, Kind};
use crate::pages::Writer;
use crate::pages::open_data::{COLUMNS, FOLDER, Form, Listed, column_anchor, file_anchor};
use serde_json::{Map, Value, json};

/// Lists of the EU from which DCAT-AP takes its values.
const AUTHORITY: &str = "http://publications.europa.eu/resource/authority";

/// Where the kinds of files have their addresses.
const MEDIA_TYPES: &str = "https://www.iana.org/assignments/media-types";

/// The catalogue with its datasets and their files.
pub fn catalogue(writer: &Writer<'_>, listed: &[Listed]) -> String {
    let portal = &writer.site().portal;
    let owner = json!({
        "@id": writer.absolute("#eigenaar"),
        "@type": "foaf:Agent",
        "foaf:name": portal.eigenaar.as_ref().unwrap_or(&portal.naam),
    });
    let whole: Vec<&Listed> = listed
        .iter()
        .filter(|l| matches!(l.download.form, Form::Everything | Form::Linked | Form::Graph | Form::Columns))
        .collect();
    let kinds: Vec<Kind> = listed.iter().filter_map(|l| json_of(&l.download.form)).collect();
    let title = writer.phrases().record().open_data_of(&portal.naam);
    let mut datasets = vec![dataset(writer, "alles", &title, COLUMNS, &kinds, &whole)];
    for kind in kinds {
        let files: Vec<&Listed> = listed.iter().filter(|l| belongs_to(&l.download.form, kind)).collect();
        let page = format!("{COLUMNS}#{}", column_anchor(kind.plural));
        let mut part = dataset(
            writer,
            &file_anchor(kind.plural),
            &format!("{}: {}", portal.naam, writer.words().kind(kind).many),
            &page,
            &[kind],
            &files,
        );
        part.insert("dct:isPartOf".into(), json!({"@id": writer.absolute(&format!("{FOLDER}#alles"))}));
        datasets.push(part);
    }
    let ids: Vec<Value> = datasets.iter().map(|d| json!({"@id": d["@id"]})).collect();
    let mut catalogue = json!({
        "@id": writer.absolute(&format!("{FOLDER}#catalogus")),
        "@type": "dcat:Catalog",
        "dct:title": words(writer, &title),
        "dct:description": words(writer, &description(writer)),
        "dct:publisher": {"@id": owner["@id"]},
        "dct:creator": {"@id": owner["@id"]},
        "dcat:contactPoint": {"@id": writer.absolute("#contact")},
        "foaf:homepage": a("foaf:Document", writer.absolute(FOLDER)),
        "dct:language": language(writer),
        "dct:modified": date(writer),
        "dct:license": licence(writer),
        "dcat:dataset": ids,
    });
    drop_empty(&mut catalogue);
    let mut graph = vec![catalogue, owner, contact(writer)];
    graph.extend(datasets.into_iter().map(Value::from));
    pretty(&json!({
        "@context": {
            "dcat": "http://www.w3.org/ns/dcat#",
            "dct": "http://purl.org/dc/terms/",
            "foaf": "http://xmlns.com/foaf/0.1/",
            "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
            "skos": "http://www.w3.org/2004/02/skos/core#",
            "vcard": "http://www.w3.org/2006/vcard/ns#",
            "xsd": "http://www.w3.org/2001/XMLSchema#",
        },
        "@graph": graph,
    }))
}

fn dataset(
    writer: &Writer<'_>,
    name: &str,
    title: &str,
    page: &str,
    kinds: &[Kind],
    files: &[&Listed],
) -> Map<String, Value> {
    let id = writer.absolute(&format!("{FOLDER}#{name}"));
    let mut told = json!({
        "@id": id,
        "@type": "dcat:Dataset",
        "dct:identifier": id,
        "dct:title": words(writer, title),
        "dct:description": words(writer, &description(writer)),
        "dct:publisher": {"@id": writer.absolute("#eigenaar")},
        "dct:creator": {"@id": writer.absolute("#eigenaar")},
        "dcat:contactPoint": {"@id": writer.absolute("#contact")},
        "dcat:landingPage": a("foaf:Document", writer.absolute(FOLDER)),
        "foaf:page": a("foaf:Document", writer.absolute(page)),
        "dcat:theme": theme(),
        "dcat:keyword": kinds.iter().map(|kind| words(writer, writer.words().kind(*kind).many)).collect::<Vec<_>>(),
        "dct:accessRights": a("dct:RightsStatement", format!("{AUTHORITY}/access-right/PUBLIC")),
        "dct:spatial": area(writer),
        "dct:temporal": period(writer),
        "dct:language": language(writer),
        "dct:modified": date(writer),
        "dcat:distribution": files.iter().map(|file| distribution(writer, file)).collect::<Vec<_>>(),
    });
    drop_empty(&mut told);
    match told {
        Value::Object(map) => map,
        _ => Map::new(),
    }
}

fn distribution(writer: &Writer<'_>, file: &Listed) -> Value {
    let download = &file.download;
    let address = writer.absolute(&download.path);
    let title = format!("{} ({})", download.title, download.form.label(writer.phrases()));
    let mut told = json!({
        "@id": format!("{address}#bestand"),
        "@type": "dcat:Distribution",
        "dct:title": words(writer, &title),
        "dcat:accessURL": a("rdfs:Resource", writer.absolute(FOLDER)),
        "dcat:downloadURL": a("rdfs:Resource", address),
        "dcat:mediaType": a("dct:MediaType", format!("{MEDIA_TYPES}/{}", download.form.media_type())),
        "dct:format": a("dct:MediaTypeOrExtent", format!("{AUTHORITY}/file-type/{}", file_type(&download.form))),
        "dcat:byteSize": {"@value": file.size.to_string(), "@type": "xsd:nonNegativeInteger"},
        "dct:language": language(writer),
        "dct:modified": date(writer),
        "dct:license": licence(writer),
    });
    drop_empty(&mut told);
    told
}

/// The word for a form in the EU's list of file types.
fn file_type(form: &Form) -> &'static str {
    match form {
        Form::Everything | Form::Json(_) | Form::Columns => "JSON",
        Form::Linked | Form::Catalogue => "JSON_LD",
        Form::Graph => "XML",
        Form::Calendar(_) => "ICS",
        Form::Csv(_) | Form::Spreadsheet(_) => "CSV",
    }
}

fn json_of(form: &Form) -> Option<Kind> {
    match form {
        Form::Json(kind) => Some(*kind),
        _ => None,
    }
}

fn belongs_to(form: &Form, kind: Kind) -> bool {
    match form {
        Form::Json(k) => *k == kind,
        Form::Csv(sheet) | Form::Spreadsheet(sheet) => sheet.kind == kind,
        Form::Calendar(_) => kind.name == Bijeenkomst::KIND.name,
        _ => false,
    }
}

fn contact(writer: &Writer<'_>) -> Value {
    let portal = &writer.site().portal;
    let mut told = json!({
        "@id": writer.absolute("#contact"),
        "@type": ["vcard:Kind", "vcard:Organization"],
        "vcard:fn": portal.eigenaar.as_ref().unwrap_or(&portal.naam),
    });
    let written = portal.contact.as_ref().map_or("", |c| c.value.as_str());
    if written.starts_with("mailto:") {
        told["vcard:hasEmail"] = json!({"@id": written});
    } else if written.starts_with("https://") || written.starts_with("http://") {
        told["vcard:hasURL"] = json!({"@id": written});
    } else {
        // An id or a path on the site; without one, the home page.
        let url = writer.book.mention(written).map_or(String::new(), |(url, _)| url);
        told["vcard:hasURL"] = json!({"@id": writer.absolute(&url)});
    }
    told
}

fn description(writer: &Writer<'_>) -> String {
    let portal = &writer.site().portal;
    portal.omschrijving.clone().or_else(|| portal.ondertitel.clone()).unwrap_or_else(|| portal.naam.clone())
}

/// Words in the language of the portal.
fn words(writer: &Writer<'_>, text: &str) -> Value {
    json!({"@value": text, "@language": writer.site().portal.taal.as_deref().unwrap_or("nl")})
}

/// The language in the EU's list; left out for a language that is not known here.
fn language(writer: &Writer<'_>) -> Value {
    let code = match writer.site().portal.taal.as_deref().unwrap_or("nl") {
        "nl" => "NLD",
        "en" => "ENG",
        "de" => "DEU",
        "fr" => "FRA",
        "fy" => "FRY",
        _ => return Value::Null,
    };
    a("dct:LinguisticSystem", format!("{AUTHORITY}/language/{code}"))
}

/// Something that has its own address elsewhere, and what it is: a reader that checks classes fetches nothing.
fn a(class: &str, id: String) -> Value {
    json!({"@id": id, "@type": class})
}

/// What all of it is about, in the words of the list that it is from: a concept has a name where it stands.
fn theme() -> Value {
    let mut theme = a("skos:Concept", format!("{AUTHORITY}/data-theme/GOVE"));
    theme["skos:prefLabel"] = json!({"@value": "Government and public sector", "@language": "en"});
    theme
}

/// The area that the portal is about, by its name.
fn area(writer: &Writer<'_>) -> Value {
    let named = |name: &String| json!({"@type": "dct:Location", "skos:prefLabel": words(writer, name)});
    writer.site().portal.gebied.as_ref().map_or(Value::Null, named)
}

/// The period that the portal is about. It has a beginning and no end; DCAT knows no quarters.
fn period(writer: &Writer<'_>) -> Value {
    let (value, form) = match writer.site().portal.sinds {
        Some(Moment::Day(day)) => (day.to_string(), "xsd:date"),
        Some(Moment::Year(year)) => (year.to_string(), "xsd:gYear"),
        Some(Moment::Quarter(..)) | None => return Value::Null,
    };
    json!({"@type": "dct:PeriodOfTime", "dcat:startDate": {"@value": value, "@type": form}})
}

/// The day as of which the content holds; a quarter or year is no date for DCAT.
fn date(writer: &Writer<'_>) -> Value {
    match writer.site().portal.stand {
        Some(Moment::Day(day)) => json!({"@value": day.to_string(), "@type": "xsd:date"}),
        _ => Value::Null,
    }
}

fn licence(writer: &Writer<'_>) -> Value {
    writer.site().portal.licentie.as_ref().map_or(Value::Null, |l| a("dct:LicenseDocument", l.value.clone()))
}

fn drop_empty(value: &mut Value) {
    if let Value::Object(map) = value {
        map.retain(|_, v| !v.is_null());
    }
}
