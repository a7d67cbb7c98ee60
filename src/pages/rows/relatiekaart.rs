//! The relation map from the data: whole, or around one body or organisation.

use super::block::InfographicBlock;
use super::levels::look;
use super::shared::{before, current, layer_of, level_of, levels_in_order, plain_head, short_name};
use super::sureness;
use crate::diag::words;
use crate::infographic::Infographic;
use crate::infographic::figure::{Head, Seats};
use crate::infographic::network::{Edge, Lane, Network, Node};
use crate::model::kinds::{Lid, Organisatie, Relatie};
use crate::model::{AnyEntity, Colour, Status};
use crate::pages::writing::Writer;
use std::collections::{BTreeSet, HashMap};

/// The relation map that a block asks for.
pub fn from_block(writer: &mut Writer<'_>, block: &InfographicBlock) -> Option<Infographic> {
    let around = block.rond.as_ref();
    if let Some(id) = around.filter(|id| !has_relations(writer, &id.id)) {
        writer.problems.push(words::pages::not_on_map(id.place, &id.id));
        return None;
    }
    let names = (block.titel.clone(), block.onderschrift.clone());
    let (network, sure) = network(writer, "relatiekaart", around.map(|id| id.id.as_str()), names)?;
    if around.is_none() && network.is_crowded() {
        let (bodies, ties) = (network.nodes.len(), network.edges.len());
        writer.problems.push(words::pages::map_is_crowded(block.place, bodies, ties));
    }
    Some(draw(&network, around.map(|id| id.id.as_str())).with_caveat(sure))
}

/// The cloth that a block asks for.
pub fn weave_from_block(writer: &mut Writer<'_>, block: &InfographicBlock) -> Option<Infographic> {
    let around = block.rond.as_ref();
    if let Some(id) = around.filter(|id| !has_relations(writer, &id.id)) {
        writer.problems.push(words::pages::not_on_map(id.place, &id.id));
        return None;
    }
    let names = (block.titel.clone(), block.onderschrift.clone());
    network(writer, "weefsel", around.map(|id| id.id.as_str()), names)
        .map(|(network, sure)| network.weave().with_caveat(sure))
}

/// Is there a relation with this body or organisation?
pub fn has_relations(writer: &Writer<'_>, id: &str) -> bool {
    let model = writer.model();
    model.naming(&model.relaties, id).any(|r| r.van.id == id || r.naar.id == id)
}

/// The relation map, whole or around one body or organisation; `None` when there is nothing to draw.
pub fn relation_map(
    writer: &mut Writer<'_>,
    around: Option<&str>,
    title: Option<String>,
    reading: Option<String>,
) -> Option<Infographic> {
    network(writer, "relatiekaart", around, (title, reading))
        .map(|(network, sure)| draw(&network, around).with_caveat(sure))
}

/// The whole map, or the small one around a body.
fn draw(network: &Network, around: Option<&str>) -> Infographic {
    match around.and_then(|id| network.nodes.iter().position(|node| node.id == id)) {
        Some(center) => network.draw_around(center),
        None => network.draw(),
    }
}

/// Bodies and ties, all or those around one of them, and how sure their levels are. Without any tie the bodies stand alone; `None` when there is nothing at all.
fn network(
    writer: &mut Writer<'_>,
    kind: &str,
    around: Option<&str>,
    (title, reading): (Option<String>, Option<String>),
) -> Option<(Network, String)> {
    let say = writer.phrases().relatiekaart();
    let model = writer.model();
    let mut relations: Vec<&Relatie> = match around {
        Some(id) => model.naming(&model.relaties, id).filter(|r| r.van.id == id || r.naar.id == id).collect(),
        None => model.relaties.iter().collect(),
    };
    relations.retain(|r| drawn(writer, &r.van.id) && drawn(writer, &r.naar.id));
    let mut layers: Vec<_> = model.lagen.iter().collect();
    layers.sort_by_key(|l| l.volgorde);
    let mut ends: BTreeSet<&str> = relations.iter().flat_map(|r| [r.van.id.as_str(), r.naar.id.as_str()]).collect();
    if ends.is_empty() && around.is_none() {
        ends.extend(model.gremia.iter().map(|body| body.id.value.as_str()).filter(|id| drawn(writer, id)));
    }
    if ends.is_empty() {
        return None;
    }
    let counts = |id: &str| model.naming(&model.relaties, id).filter(|r| r.van.id == id || r.naar.id == id).count();
    let most = ends.iter().map(|id| counts(id)).max().unwrap_or(0);
    let lane_of = |id: &str| layer_of(writer, id).and_then(|l| layers.iter().position(|x| x.id.value == l));
    let bodies: BTreeSet<usize> = ends.iter().filter_map(|id| model.gremia.place(id)).collect();
    let others: BTreeSet<usize> = ends.iter().filter_map(|id| model.organisaties.place(id)).collect();
    let bodies = bodies.into_iter().filter_map(|at| model.gremia.at(at)).map(|body| body as &dyn AnyEntity);
    let others = others.into_iter().filter_map(|at| model.organisaties.at(at)).map(|other| other as &dyn AnyEntity);
    let nodes: Vec<Node> = bodies
        .chain(others)
        .map(|e| Node {
            id: e.id().to_owned(),
            label: short_name(writer, e.id()),
            sub: None,
            lane: lane_of(e.id()).unwrap_or(layers.len().saturating_sub(1)),
            href: writer.href(&writer.book.of_record(e)),
            emphasis: around.map_or_else(|| most > 0 && counts(e.id()) * 10 >= most * 6, |id| id == e.id()),
        })
        .collect();
    let at: HashMap<&str, usize> = nodes.iter().enumerate().map(|(i, node)| (node.id.as_str(), i)).collect();

    let seats = if around.is_none() { seats(writer, &nodes) } else { Vec::new() };
    let mut edges = Vec::new();
    for relation in &relations {
        let [from, to] = relation.directed().unwrap_or([&relation.van, &relation.naar]);
        let ends = (at.get(from.id.as_str()), at.get(to.id.as_str()));
        let (Some(&from), Some(&to)) = ends else { continue };
        let step = current(writer, relation);
        let level = step.and_then(|s| model.niveaus.get(&s.niveau.id));
        let ambition = relation.ambitie.as_ref().and_then(|a| model.niveaus.get(&a.niveau.id));
        let was = before(writer, relation).and_then(|step| model.niveaus.get(&step.niveau.id));
        let status = step.map_or(Status::Open, |s| *s.status);
        edges.push(Edge {
            from,
            to,
            directed: relation.richting.is_some(),
            level: look(writer, level),
            before: was.map(|was| look(writer, Some(was))),
            ambition: ambition.map(|wished| look(writer, Some(wished))),
            reading_only: status == Status::Duiding,
            subject: writer.plain(&relation.onderwerp),
            href: writer.href(&writer.book.of_record(*relation)),
            status_name: writer.words().name(status).to_owned(),
        });
    }
    let legend = levels_in_order(writer).into_iter().map(|level| level_of(writer, Some(level))).collect();
    let sources: Vec<_> = relations.iter().flat_map(|r| r.bron.iter().cloned()).collect();
    let subject = around.map(|id| model.name_of(id));
    let sure = sureness::of_levels(writer, relations.iter().copied());
    let mut lanes: Vec<Lane> = layers
        .iter()
        .map(|l| Lane {
            name: l.naam.clone(),
            note: l.omschrijving.as_ref().map(|t| t.raw.clone()).unwrap_or_default(),
            colour: l.kleur.unwrap_or(Colour::InktZacht).word().to_owned(),
        })
        .collect();
    if lanes.is_empty() {
        // Without layers in the data all stand in one.
        let colour = Colour::InktZacht.word().to_owned();
        lanes.push(Lane { name: writer.phrases().common().bodies().to_owned(), note: String::new(), colour });
    }
    let network = Network {
        head: Head {
            id: writer.unique_id(&around.map_or_else(|| kind.to_owned(), |id| format!("{kind}-{id}"))),
            title: title.unwrap_or_else(|| match &subject {
                Some(name) => say.title_around(name),
                None => say.title().to_owned(),
            }),
            reading: reading.unwrap_or_else(|| match kind {
                "weefsel" => writer.phrases().weefsel().reading(writer.phrases().weefsel().how()),
                _ => say.reading().to_owned(),
            }),
            source: writer.source_line(&sources),
            ..plain_head(writer)
        },
        lanes,
        nodes,
        edges,
        legend,
        seats,
    };
    Some((network, sure))
}

/// Which of the bodies each organisation sits in, as far as the data tell, or is itself.
fn seats(writer: &Writer<'_>, nodes: &[Node]) -> Vec<Seats> {
    let model = writer.model();
    let known = |seat: &Lid| seat.status.as_ref().is_none_or(|status| **status != Status::Open);
    let sits = |body: &str, organisation: &Organisatie| {
        body == organisation.id.value
            || model
                .gremia
                .get(body)
                .is_some_and(|body| body.lid.iter().any(|seat| known(seat) && seat.includes(organisation)))
    };
    let mut all: Vec<Seats> = Vec::new();
    for organisation in &model.organisaties {
        let bodies = nodes.iter().filter(|node| sits(&node.id, organisation)).map(|node| node.id.clone());
        all.push(Seats { name: short_name(writer, &organisation.id), bodies: bodies.collect() });
    }
    all.retain(|seats| !seats.bodies.is_empty());
    all.sort_by(|a, b| a.name.cmp(&b.name));
    all
}

fn drawn(writer: &Writer<'_>, id: &str) -> bool {
    let model = writer.model();
    match (model.gremia.get(id), model.organisaties.get(id)) {
        (Some(body), _) => body.op_kaart != Some(false),
        (None, Some(_)) => true,
        (None, None) => false,
    }
}
