//! The relations as a network, in GraphML: bodies and partners are the nodes, ties the edges, each property with its type.

use crate::model::kinds::Relatie;
use crate::model::{AnyEntity, Model};
use crate::pages::{Writer, current_level};
use crate::render::xml;
use std::fmt::Write;

/// The properties: for what, name, type.
const KEYS: &[(&str, &str, &str)] = &[
    ("node", "naam", "string"),
    ("node", "kort", "string"),
    ("node", "soort", "string"),
    ("node", "laag", "string"),
    ("node", "status", "string"),
    ("node", "pagina", "string"),
    ("edge", "soort", "string"),
    ("edge", "onderwerp", "string"),
    ("edge", "niveau", "string"),
    ("edge", "niveau_rang", "int"),
    ("edge", "niveau_vanaf", "string"),
    ("edge", "niveau_status", "string"),
    ("edge", "ambitie", "string"),
    ("edge", "ambitie_rang", "int"),
    ("edge", "ambitie_status", "string"),
    ("edge", "status", "string"),
    ("edge", "pagina", "string"),
];

/// The network. All edges run from `van` to `naar`.
pub fn graph(writer: &mut Writer<'_>) -> String {
    let model = writer.model();
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns \
         http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n",
    );
    for (domain, name, kind) in KEYS {
        let _ =
            writeln!(out, "<key id=\"{domain}-{name}\" for=\"{domain}\" attr.name=\"{name}\" attr.type=\"{kind}\"/>");
    }
    out.push_str("<graph id=\"relaties\" edgedefault=\"directed\">\n");
    for kind in ["gremium", "organisatie"] {
        for record in model.of_kind(kind) {
            node(&mut out, writer, record);
        }
    }
    for relation in &model.relaties {
        edge(&mut out, writer, relation);
    }
    out.push_str("</graph>\n</graphml>\n");
    out
}

fn node(out: &mut String, writer: &Writer<'_>, record: &dyn AnyEntity) {
    let model = writer.model();
    let organisation = model.organisaties.get(record.id());
    let body = model.gremia.get(record.id());
    let short = body.and_then(|b| b.kort.as_ref()).or(organisation.and_then(|o| o.kort.as_ref()));
    let layer = body.map(|b| &b.laag).or(organisation.and_then(|o| o.laag.as_ref()));
    let _ = writeln!(out, "<node id=\"{}\">", attribute(record.id()));
    data(out, "node-naam", Some(&record.name(model)));
    data(out, "node-kort", short.map(String::as_str));
    data(out, "node-soort", Some(organisation.map_or(record.kind().name, |o| o.soort.as_str())));
    data(out, "node-laag", layer.map(|l| l.id.as_str()));
    data(out, "node-status", record.common().status.map(|s| s.word()));
    data(out, "node-pagina", Some(&writer.absolute(&writer.book.of_record(record))));
    out.push_str("</node>\n");
}

fn edge(out: &mut String, writer: &mut Writer<'_>, e: &Relatie) {
    let model = writer.model();
    let now = current_level(writer, e);
    let _ = writeln!(
        out,
        "<edge id=\"{}\" source=\"{}\" target=\"{}\">",
        attribute(&e.id),
        attribute(&e.van.id),
        attribute(&e.naar.id)
    );
    data(out, "edge-soort", Some(e.soort.word()));
    data(out, "edge-onderwerp", Some(&writer.plain(&e.onderwerp)));
    data(out, "edge-niveau", now.map(|s| s.niveau.id.as_str()));
    data(out, "edge-niveau_rang", now.and_then(|s| rank(model, &s.niveau.id)).as_deref());
    data(out, "edge-niveau_vanaf", now.and_then(|s| s.vanaf.as_ref()).map(|v| v.to_string()).as_deref());
    data(out, "edge-niveau_status", now.map(|s| s.status.word()));
    data(out, "edge-ambitie", e.ambitie.as_ref().map(|a| a.niveau.id.as_str()));
    data(out, "edge-ambitie_rang", e.ambitie.as_ref().and_then(|a| rank(model, &a.niveau.id)).as_deref());
    data(out, "edge-ambitie_status", e.ambitie.as_ref().map(|a| a.status.word()));
    data(out, "edge-status", e.status.as_ref().map(|s| s.word()));
    data(out, "edge-pagina", Some(&writer.absolute(&writer.book.of_record(e))));
    out.push_str("</edge>\n");
}

/// The place of a level on the ladder.
fn rank(model: &Model, level: &str) -> Option<String> {
    model.niveaus.get(level)?.rang.map(|rank| rank.to_string())
}

fn data(out: &mut String, key: &str, value: Option<&str>) {
    if let Some(value) = value.filter(|v| !v.is_empty()) {
        let _ = writeln!(out, "<data key=\"{key}\">{}</data>", attribute(value));
    }
}

/// Text made safe for XML, without the control characters that XML does not allow in any form.
fn attribute(text: &str) -> String {
    let plain: String = text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
    xml(&plain)
}
