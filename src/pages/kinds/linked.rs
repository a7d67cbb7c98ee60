//! Records in the terms of schema.org: for the structured data of each page and for the linked open data.
//!
//! Only what is sure is stated: a membership that is a proposal or the editors' reading is left out, as schema.org has no way
//! to say so and a machine would take it for a fact.

use crate::model::kinds::{Begrip, Bron, Gremium, Lid, Niveau, Organisatie};
use crate::model::{AnyEntity, Kind, Status};
use crate::pages::book::{Form, OPEN_DATA, What};
use crate::pages::view::PageView;
use crate::pages::writing::Writer;
use serde_json::{Map, Value, json};

/// The vocabulary.
pub const SCHEMA: &str = "https://schema.org";

/// A record as a thing of schema.org; `None` for kinds for which it has no fitting type.
pub fn thing(writer: &mut Writer<'_>, record: &dyn AnyEntity) -> Option<Map<String, Value>> {
    let model = writer.model();
    let id = record.id();
    let mut thing = match record.kind().name {
        "organisatie" => model.organisaties.get(id).map(|e| organisation(writer, e)),
        "gremium" => model.gremia.get(id).map(|e| body(writer, e)),
        "begrip" => model.begrippen.get(id).map(|e| term(writer, e)),
        "niveau" => model.niveaus.get(id).map(|e| level(writer, e)),
        "bron" => model.bronnen.get(id).map(|e| source(writer, e)),
        _ => None,
    }?;
    thing.insert("@id".into(), identifier(writer, record).into());
    Some(thing)
}

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
        What::List(kind) if matches!(kind.name, "begrip" | "niveau") => {
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

/// The structured data of a page: what it is, where it stands, the way to it, and what it is about.
pub fn of_page(writer: &Writer<'_>, view: &PageView, about: Option<Map<String, Value>>) -> String {
    let mut page = object(json!({
        "@context": SCHEMA,
        "@type": if view.url.is_empty() { "WebSite" } else { "WebPage" },
        "name": view.title,
        "url": view.canonical,
        "inLanguage": language(writer),
    }));
    let crumbs: Vec<Value> = view
        .breadcrumbs
        .iter()
        .enumerate()
        .map(|(i, crumb)| {
            let item = writer.absolute(&crumb.url);
            json!({"@type": "ListItem", "position": i + 1, "name": crumb.title, "item": item})
        })
        .collect();
    if !view.description.is_empty() {
        page.insert("description".into(), view.description.clone().into());
    }
    if !view.updated_iso.is_empty() {
        page.insert("dateModified".into(), view.updated_iso.clone().into());
    }
    if !crumbs.is_empty() {
        page.insert("breadcrumb".into(), json!({"@type": "BreadcrumbList", "itemListElement": crumbs}));
    }
    if let Some(about) = about {
        page.insert("mainEntity".into(), about.into());
    }
    // `<` must not end the script element that this stands in.
    Value::from(page).to_string().replace('<', "\\u003c")
}

fn organisation(writer: &mut Writer<'_>, e: &Organisatie) -> Map<String, Value> {
    // What stands in the register of government organisations is one.
    let kind = if e.tooi.is_some() { "GovernmentOrganization" } else { "Organization" };
    let model = writer.model();
    let seats = model.gremia.iter().filter(|body| {
        body.lid.iter().any(|m| sure(m, body) && m.organisatie.as_ref().is_some_and(|o| o.id == e.id.value))
    });
    let member_of: Vec<Value> = seats.map(|body| json!({"@id": identifier(writer, body)})).collect();
    object(json!({
        "@type": kind,
        "name": e.naam,
        "alternateName": e.aliassen,
        "description": e.omschrijving.as_ref().map(|t| writer.plain(t)),
        "sameAs": e.tooi,
        "url": e.website,
        "mainEntityOfPage": writer.absolute(&writer.book.of_record(e)),
        "memberOf": member_of,
    }))
}

fn body(writer: &mut Writer<'_>, e: &Gremium) -> Map<String, Value> {
    let members: Vec<Value> = e.lid.iter().filter(|m| sure(m, e)).filter_map(|m| member(writer, m)).collect();
    object(json!({
        "@type": "Organization",
        "name": e.naam,
        "alternateName": e.aliassen,
        "description": writer.plain(&e.omschrijving),
        "mainEntityOfPage": writer.absolute(&writer.book.of_record(e)),
        "member": members,
    }))
}

/// A member: itself, or with its function when it has one. Functions and groups in words are no organisations.
fn member(writer: &Writer<'_>, m: &Lid) -> Option<Value> {
    let id = m.organisatie.as_ref().map(|o| &o.id).or(m.gremium.as_ref().map(|g| &g.id))?;
    let who = json!({"@id": identifier(writer, writer.model().get(id)?)});
    Some(match &m.functie {
        Some(role) => json!({"@type": "OrganizationRole", "roleName": writer.function(role), "member": who}),
        None => who,
    })
}

fn term(writer: &mut Writer<'_>, e: &Begrip) -> Map<String, Value> {
    object(json!({
        "@type": "DefinedTerm",
        "name": e.naam,
        "termCode": e.afkorting,
        "alternateName": e.synoniemen,
        "description": writer.plain(&e.betekenis),
        "inDefinedTermSet": {"@id": set_of(writer, AnyEntity::kind(e))},
    }))
}

fn level(writer: &mut Writer<'_>, e: &Niveau) -> Map<String, Value> {
    object(json!({
        "@type": "DefinedTerm",
        "name": e.naam,
        "description": writer.plain(&e.betekenis),
        "mainEntityOfPage": writer.absolute(&writer.book.of_record(e)),
        "inDefinedTermSet": {"@id": set_of(writer, AnyEntity::kind(e))},
    }))
}

fn source(writer: &mut Writer<'_>, e: &Bron) -> Map<String, Value> {
    object(json!({
        "@type": "CreativeWork",
        "name": e.naam,
        "description": e.omschrijving.as_ref().map(|t| writer.plain(t)),
        "url": e.url,
        "datePublished": e.datum.filter(|d| matches!(d, crate::decode::Moment::Day(_))).map(|d| d.to_string()),
        "publisher": e.uitgever.as_ref().map(|name| json!({"@type": "Organization", "name": name})),
        "mainEntityOfPage": writer.absolute(&writer.book.of_record(e)),
    }))
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
        "name": format!("Open data van {}", portal.naam),
        "description": portal.omschrijving,
        "url": writer.absolute(OPEN_DATA.url),
        "license": portal.licentie.as_ref().map(|l| &l.value),
        "dateModified": portal.stand.map(|s| s.to_string()),
        "inLanguage": language(writer),
        "distribution": files,
    }))
}

/// Is this membership decided or a fact? Without a status of its own it has that of its body.
fn sure(member: &Lid, body: &Gremium) -> bool {
    let status = member.status.as_ref().or(body.status.as_ref());
    status.is_some_and(|s| matches!(s.value, Status::Besloten | Status::Feit))
}

/// What names the thing itself, not the page about it.
fn identifier(writer: &Writer<'_>, record: &dyn AnyEntity) -> String {
    let address = writer.absolute(&writer.book.of_record(record));
    if record.kind().own_page { format!("{address}#{}", record.kind().name) } else { address }
}

fn set_of(writer: &Writer<'_>, kind: Kind) -> String {
    writer.absolute(&format!("{}/#{}", kind.plural, kind.plural))
}

fn language(writer: &Writer<'_>) -> String {
    writer.site().portal.taal.clone().unwrap_or_else(|| "nl".into())
}

/// What has a value, of an object written out in full.
fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(mut map) => {
            map.retain(|_, value| !value.is_null() && value.as_array().is_none_or(|a| !a.is_empty()));
            map
        }
        _ => Map::new(),
    }
}
