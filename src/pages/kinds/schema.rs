//! Kinds of record as types of schema.org.

use crate::model::kinds::{Begrip, Bron, Gremium, Lid, Niveau, Organisatie};
use crate::model::{AnyEntity, Kind, Status};
use crate::pages::writing::Writer;
use serde_json::{Map, Value, json};

pub fn organisation(writer: &mut Writer<'_>, e: &Organisatie) -> Map<String, Value> {
    // What stands in the register of government organisations is one.
    let kind = if e.tooi.is_some() { "GovernmentOrganization" } else { "Organization" };
    let model = writer.model();
    let seats = model.naming(&model.gremia, &e.id).filter(|body| {
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

pub fn body(writer: &mut Writer<'_>, e: &Gremium) -> Map<String, Value> {
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

pub fn term(writer: &mut Writer<'_>, e: &Begrip) -> Map<String, Value> {
    object(json!({
        "@type": "DefinedTerm",
        "name": e.naam,
        "termCode": e.afkorting,
        "alternateName": e.synoniemen,
        "description": writer.plain(&e.betekenis),
        "inDefinedTermSet": {"@id": set_of(writer, AnyEntity::kind(e))},
    }))
}

pub fn level(writer: &mut Writer<'_>, e: &Niveau) -> Map<String, Value> {
    object(json!({
        "@type": "DefinedTerm",
        "name": e.naam,
        "description": writer.plain(&e.betekenis),
        "mainEntityOfPage": writer.absolute(&writer.book.of_record(e)),
        "inDefinedTermSet": {"@id": set_of(writer, AnyEntity::kind(e))},
    }))
}

pub fn source(writer: &mut Writer<'_>, e: &Bron) -> Map<String, Value> {
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

/// Is this membership decided or a fact? Without a status of its own it has that of its body.
fn sure(member: &Lid, body: &Gremium) -> bool {
    let status = member.status.as_ref().or(body.status.as_ref());
    status.is_some_and(|s| matches!(s.value, Status::Besloten | Status::Feit))
}

/// What names the thing itself, not the page about it.
pub fn identifier(writer: &Writer<'_>, record: &dyn AnyEntity) -> String {
    let address = writer.absolute(&writer.book.of_record(record));
    if record.kind().own_page { format!("{address}#{}", record.kind().name) } else { address }
}

pub fn set_of(writer: &Writer<'_>, kind: Kind) -> String {
    writer.absolute(&format!("{}/#{}", kind.plural, kind.plural))
}

pub fn language<'w>(writer: &'w Writer<'_>) -> &'w str {
    writer.site().portal.taal.as_deref().unwrap_or("nl")
}

/// What has a value, of an object written out in full.
pub fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(mut map) => {
            map.retain(|_, value| !value.is_null() && value.as_array().is_none_or(|a| !a.is_empty()));
            map
        }
        _ => Map::new(),
    }
}
