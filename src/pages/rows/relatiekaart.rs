//! The relation map from the data: whole, or around one body or organisation.

use super::block::InfographicBlock;
use super::shared::{current, layer_of, levels_in_order, look, short_name};
use super::sureness;
use crate::diag::words;
use crate::infographic::Infographic;
use crate::infographic::figure::Head;
use crate::infographic::relatiekaart::{Ambition, Edge, Lane, LegendEntry, Node, Relatiekaart};
use crate::model::kinds::Relatie;
use crate::model::{Colour, Status};
use crate::pages::writing::{Writer, lower_first, plain_of};
use std::collections::BTreeSet;

/// The relation map that a block asks for.
pub fn from_block(writer: &mut Writer<'_>, block: &InfographicBlock) -> Option<Infographic> {
    let around = block.rond.as_ref();
    if let Some(id) = around.filter(|id| !has_relations(writer, &id.id)) {
        writer.problems.push(words::pages::not_on_map(id.place, &id.id));
        return None;
    }
    relation_map(writer, around.map(|id| id.id.as_str()), block.titel.clone(), block.onderschrift.clone())
}

/// Is there a relation with this body or organisation?
pub fn has_relations(writer: &Writer<'_>, id: &str) -> bool {
    writer.model().relaties.iter().any(|r| r.van.id == id || r.naar.id == id)
}

/// The relation map, whole or around one body or organisation; `None` when there is nothing to draw.
pub fn relation_map(
    writer: &mut Writer<'_>,
    around: Option<&str>,
    title: Option<String>,
    reading: Option<String>,
) -> Option<Infographic> {
    let model = writer.model();
    let relations: Vec<&Relatie> = model
        .relaties
        .iter()
        .filter(|r| around.is_none_or(|id| r.van.id == id || r.naar.id == id))
        .filter(|r| drawn(writer, &r.van.id) && drawn(writer, &r.naar.id))
        .collect();
    if relations.is_empty() {
        return None;
    }

    let mut layers: Vec<_> = model.lagen.iter().collect();
    layers.sort_by_key(|l| l.volgorde);
    let ends: BTreeSet<&str> = relations.iter().flat_map(|r| [r.van.id.as_str(), r.naar.id.as_str()]).collect();
    let counts = |id: &str| model.relaties.iter().filter(|r| r.van.id == id || r.naar.id == id).count();
    let most = ends.iter().map(|id| counts(id)).max().unwrap_or(0);
    let lane_of = |id: &str| layer_of(writer, id).and_then(|l| layers.iter().position(|x| x.id.value == l));
    let nodes: Vec<Node> = model
        .all()
        .filter(|e| ends.contains(e.id()))
        .map(|e| Node {
            id: e.id().to_owned(),
            label: short_name(writer, e.id()),
            sub: None,
            lane: lane_of(e.id()).unwrap_or(layers.len().saturating_sub(1)),
            href: writer.href(&writer.book.of_record(e)),
            emphasis: around.map_or_else(|| counts(e.id()) * 10 >= most * 6, |id| id == e.id()),
        })
        .collect();
    let at = |id: &str| nodes.iter().position(|n| n.id == id);

    let mut edges = Vec::new();
    for relation in &relations {
        let (Some(from), Some(to)) = (at(&relation.van.id), at(&relation.naar.id)) else { continue };
        let step = current(writer, relation);
        let level = step.and_then(|s| model.niveaus.get(&s.niveau.id));
        let (form, colour, name) = look(level);
        let ambition = relation.ambitie.as_ref().and_then(|a| model.niveaus.get(&a.niveau.id)).map(|l| {
            let (form, colour, name) = look(Some(l));
            Ambition { form, colour, name }
        });
        let status = step.map_or(Status::Open, |s| *s.status);
        edges.push(Edge {
            from,
            to,
            form,
            colour,
            level_name: name,
            ambition,
            reading_only: status == Status::Duiding,
            subject: writer.plain(&relation.onderwerp),
            href: writer.href(&writer.book.of_record(*relation)),
            status_name: writer.words().name(status).to_owned(),
        });
    }
    let used: BTreeSet<&str> = edges
        .iter()
        .flat_map(|e| [Some(e.level_name.as_str()), e.ambition.as_ref().map(|a| a.name.as_str())])
        .flatten()
        .collect();
    let mut legend = Vec::new();
    for level in levels_in_order(writer) {
        let (form, colour, label) = look(Some(level));
        if used.contains(label.as_str()) {
            let meaning = lower_first(writer.plain(&level.betekenis).trim_end_matches('.'));
            legend.push(LegendEntry { form, colour, label, meaning });
        }
    }
    let sources: Vec<_> = relations.iter().flat_map(|r| r.bron.iter().cloned()).collect();
    let subject = around.map(|id| model.name_of(id));
    let sure = sureness::of_levels(writer, relations.iter().copied());
    let mut lanes: Vec<Lane> = layers
        .iter()
        .map(|l| Lane {
            name: l.naam.clone(),
            note: l.omschrijving.as_ref().map(|t| plain_of(&t.raw)).unwrap_or_default(),
            colour: l.kleur.unwrap_or(Colour::InktZacht).word().to_owned(),
        })
        .collect();
    if lanes.is_empty() {
        // Without layers in the data all stand in one.
        let colour = Colour::InktZacht.word().to_owned();
        lanes.push(Lane { name: "Overleggen en organisaties".to_owned(), note: String::new(), colour });
    }
    let map = Relatiekaart {
        head: Head {
            id: writer.unique_id(&around.map_or_else(|| "relatiekaart".to_owned(), |id| format!("relatiekaart-{id}"))),
            title: title.unwrap_or_else(|| match &subject {
                Some(name) => format!("{}: met wie is er een band, en hoe hecht?", name),
                None => "Wie werkt met wie samen, en hoe hecht?".to_owned(),
            }),
            reading: reading.unwrap_or_else(|| "Hoe dichter de lijn geweven is, hoe hechter de band.".to_owned()),
            source: writer.source_line(&sources),
        },
        lanes,
        nodes,
        edges,
        legend,
    };
    let center = around.and_then(|id| map.nodes.iter().position(|n| n.id == id));
    let drawn = match center {
        Some(center) => map.draw_around(center),
        None => map.draw(),
    };
    Some(drawn.with_caveat(sure))
}

fn drawn(writer: &Writer<'_>, id: &str) -> bool {
    let model = writer.model();
    match (model.gremia.get(id), model.organisaties.get(id)) {
        (Some(body), _) => body.op_kaart != Some(false),
        (None, Some(_)) => true,
        (None, None) => false,
    }
}
