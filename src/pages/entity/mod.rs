//! What the page of each kind of record shows. A kind without a file of its own shows all its keys.

mod answers;
mod bron;
mod gremium;
mod niveau;
mod opgave;
mod organisatie;
mod product;
mod relatie;
mod spoor;
mod thema;

use super::infographics;
pub use answers::closeness;
pub use organisatie::{answers as organisation_answers, routes as organisation_routes};

use super::view::{Backlinks, Block, Card, EntityView, Fact};
use super::writer::{Writer, escape, label_of, lower_first, status_label, status_view};
use crate::decode::{Moment, Shown};
use crate::infographic::{Infographic, Table};
use crate::model::AnyEntity;
use crate::model::kinds::Actie;

/// What a kind tells of a record.
#[derive(Default)]
pub struct Told {
    /// One or two sentences, safe HTML.
    pub lead: String,
    /// Dye.
    pub colour: String,
    /// Layer or group.
    pub tag: String,
    /// Other names.
    pub aliases: Vec<String>,
    /// Short answers to what readers ask first.
    pub answers: Vec<Fact>,
    /// Short facts.
    pub facts: Vec<Fact>,
    /// Longer parts.
    pub blocks: Vec<Block>,
}

/// What the data tell of a record.
pub fn tell(writer: &mut Writer<'_>, record: &dyn AnyEntity) -> Told {
    let model = writer.model();
    let id = record.id();
    match record.kind().name {
        "gremium" => model.gremia.get(id).map(|e| gremium::tell(writer, e)),
        "organisatie" => model.organisaties.get(id).map(|e| organisatie::tell(writer, e)),
        "relatie" => model.relaties.get(id).map(|e| relatie::tell(writer, e)),
        "niveau" => model.niveaus.get(id).map(|e| niveau::tell(writer, e)),
        "spoor" => model.sporen.get(id).map(|e| spoor::tell(writer, e)),
        "opgave" => model.opgaven.get(id).map(|e| opgave::tell(writer, e)),
        "product" => model.producten.get(id).map(|e| product::tell(writer, e)),
        "thema" => model.themas.get(id).map(|e| thema::tell(writer, e)),
        "bron" => model.bronnen.get(id).map(|e| bron::tell(writer, e)),
        _ => None,
    }
    .unwrap_or_else(|| Told { facts: writer.facts(record, &[]), ..Told::default() })
}

/// The view of a record's page.
pub fn view(writer: &mut Writer<'_>, record: &dyn AnyEntity, told: Told, backlinks: Vec<Backlinks>) -> EntityView {
    // `Opgave 3` says what it is; `Opgave · Opgave 3` would say it twice.
    let word = writer.words().kind(record.kind()).one;
    let label = if told.tag.starts_with(word) { "" } else { word };
    EntityView {
        kind: record.kind().name.to_owned(),
        kind_label: label.to_owned(),
        id: record.id().to_owned(),
        colour: told.colour,
        tag: told.tag,
        aliases: told.aliases,
        facts: told.facts,
        blocks: told.blocks,
        note: writer.maybe(record.common().note),
        backlinks,
    }
}

/// A record as an item of a list.
pub fn card(writer: &mut Writer<'_>, record: &dyn AnyEntity) -> Card {
    let kind = record.kind();
    let model = writer.model();
    let mut card = Card {
        title: title(writer, record),
        url: String::new(),
        anchor: String::new(),
        text: String::new(),
        tag: String::new(),
        colour: String::new(),
        status: status_view(record.common().status, writer.words()).filter(|s| s.word != "feit"),
        facts: Vec::new(),
        sources: Vec::new(),
    };
    // The first text says what it is; the rest is for its own page, or for the facts of an item without one.
    let opening = ["omschrijving", "betekenis", "doel", "antwoord", "onderwerp"];
    for (key, shown) in record.values() {
        if opening.contains(&key) && card.text.is_empty() {
            card.text = writer.value(&shown);
        }
    }
    if kind.own_page {
        card.url = writer.book.of_record(record);
    } else {
        card.anchor = record.id().to_owned();
        card.facts = writer.facts(
            record,
            &[
                "omschrijving",
                "betekenis",
                "antwoord",
                "volgorde",
                "kleur",
                "kern",
                "waarde",
                "eenheid",
                "decimalen",
                "ongeveer",
                // What the program counts to check a figure is no news to readers.
                "telt",
            ],
        );
        if kind.name == "route" {
            // An answer that links to whom to ask has said it; a line of its own would say it again.
            card.facts
                .retain(|fact| !fact.value.split_inclusive('>').next().is_some_and(|link| card.text.contains(link)));
        }
        let note = writer.maybe(record.common().note);
        if !note.is_empty() {
            card.facts.push(Fact { label: "Toelichting".into(), value: note });
        }
        card.sources = writer.sources(record.common().sources);
    }
    match kind.name {
        "gremium" | "organisatie" => {
            if let Some(layer) = infographics::layer_of(writer, record.id()).and_then(|l| model.lagen.get(l)) {
                card.colour = layer.kleur.map(|c| c.word().to_owned()).unwrap_or_default();
            }
        }
        "niveau" => {
            card.colour =
                model.niveaus.get(record.id()).and_then(|n| n.kleur).map(|c| c.word().to_owned()).unwrap_or_default()
        }
        "spoor" => {
            if let Some(spoor) = model.sporen.get(record.id()) {
                card.colour = spoor.kleur.map(|c| c.word().to_owned()).unwrap_or_default();
                card.tag = format!("{} {}", writer.words().kind_named("spoor").one, spoor.nummer);
            }
        }
        "opgave" => {
            if let Some(opgave) = model.opgaven.get(record.id()) {
                card.colour = spoor_colour(writer, &opgave.spoor.id);
                card.tag = format!("{} {}", writer.words().kind_named("opgave").one, opgave.nummer);
            }
        }
        "route" => {
            // The words that people search by are for the search, not for readers.
            card.facts.retain(|fact| fact.label != "Trefwoorden");
        }
        "relatie" => {
            if let Some(relatie) = model.relaties.get(record.id()) {
                let (_, colour, name) = infographics::look(
                    infographics::current(writer, relatie).and_then(|s| model.niveaus.get(&s.niveau.id)),
                );
                card.colour = colour;
                card.tag = name;
                // The list tells how close the tie is, so it tells how sure that is.
                card.status = status_view(infographics::current(writer, relatie).map(|s| &s.status), writer.words());
            }
        }
        "begrip" => {
            if let Some(term) = model.begrippen.get(record.id()) {
                // What the name above says already.
                let others = term.synoniemen.iter().filter(|word| !card.title.contains(word.as_str()));
                let others: Vec<String> = others.map(|word| escape(word)).collect();
                let short = term.afkorting.as_ref().is_some_and(|a| card.title.contains(a.as_str()));
                card.facts.retain(|f| f.label != "Synoniemen" && !(short && f.label == "Afkorting"));
                card.facts.splice(0..0, fact("Ook wel", others.join(", ")));
            }
        }
        "cijfer" => {
            if let Some(figure) = model.cijfers.get(record.id()) {
                card.tag = crate::site::figure_in_words(figure);
            }
        }
        _ => {}
    }
    card
}

/// The name of a record as lists show it; a name that may hold Markdown as plain words.
pub fn title(writer: &mut Writer<'_>, record: &dyn AnyEntity) -> String {
    let named = record.values().into_iter().find(|(key, _)| *key == "naam" || *key == "vraag");
    match named {
        Some((_, Shown::Markdown(text))) => writer.plain(text),
        _ => record.name(writer.model()),
    }
}

/// The dye of a spoor.
pub fn spoor_colour(writer: &Writer<'_>, id: &str) -> String {
    writer.model().sporen.get(id).and_then(|s| s.kleur).map(|c| c.word().to_owned()).unwrap_or_default()
}

/// A list of sentences, when there are any.
fn list(id: &str, title: &str, items: Vec<String>) -> Option<Block> {
    (!items.is_empty()).then(|| Block::List { id: id.into(), title: title.into(), ordered: false, items })
}

/// Running text, when there is any.
fn text(id: &str, title: &str, html: String) -> Option<Block> {
    (!html.is_empty()).then(|| Block::Text { id: id.into(), title: title.into(), html: format!("<p>{html}</p>") })
}

/// A table, when it has rows. The caption is the title; a column in which nothing stands is left out.
fn table(id: &str, title: &str, head: &[&str], rows: Vec<Vec<String>>) -> Option<Block> {
    let filled: Vec<bool> =
        (0..head.len()).map(|i| rows.iter().any(|row| row.get(i).is_some_and(|cell| !cell.is_empty()))).collect();
    let kept = |i: &usize| filled.get(*i).copied().unwrap_or_default();
    let rows = rows.into_iter().map(|row| (0..).zip(row).filter(|(i, _)| kept(i)).map(|(_, cell)| cell).collect());
    let head = (0..).zip(head).filter(|(i, _)| kept(i)).map(|(_, h)| (*h).to_owned());
    let table = Table { caption: title.to_owned(), head: head.collect(), rows: rows.collect() };
    (!table.rows.is_empty()).then(|| Block::Table { id: id.into(), title: title.into(), table })
}

/// Cards, when there are any.
fn cards(id: &str, title: &str, items: Vec<Card>) -> Option<Block> {
    (!items.is_empty()).then(|| Block::Cards { id: id.into(), title: title.into(), items })
}

/// A fact, when it has a value.
fn fact(label: &str, value: String) -> Option<Fact> {
    (!value.is_empty()).then(|| Fact { label: label.into(), value })
}

/// The relations of a body or organisation as a drawing.
fn relations(writer: &mut Writer<'_>, id: &str) -> Option<Block> {
    let infographic = infographics::relation_map(writer, Some(id), None, None)?;
    Some(drawing(infographic))
}

/// A drawing as a part of the page.
fn drawing(infographic: Infographic) -> Block {
    let infographic = infographic.with_names_said_once().with_pieces();
    Block::Infographic { id: infographic.id.clone(), infographic: Box::new(infographic) }
}

/// Tasks of the plan and actions in the planning, of a body, function or organisation.
fn planned_and_tasks(writer: &mut Writer<'_>, id: &str) -> Vec<Option<Block>> {
    let model = writer.model();
    let mut planned = Vec::new();
    for action in &model.acties {
        if action.wie.iter().any(|w| w.id == id) {
            let name = writer.text(&action.naam);
            planned.push(vec![name, period(action), opgave_link(writer, &action.opgave.id)]);
        }
    }
    let words = writer.words().kind_named("opgave");
    let mut tasks = Vec::new();
    for task in &model.opgaven {
        let owner = task.eigenaar.as_ref().is_some_and(|e| e.id == id);
        if owner || task.betrokken.iter().any(|b| b.id == id) {
            let mut item = card(writer, task);
            item.status = None;
            tasks.push(item);
        }
    }
    vec![
        cards("opgaven", &format!("Aan welke {} werkt het mee?", lower_first(words.many)), tasks),
        table("planning", "Wat staat er op de planning?", &["Wat", "Wanneer", words.one], planned),
    ]
}

/// `Opgave 3` as a link.
fn opgave_link(writer: &Writer<'_>, id: &str) -> String {
    match writer.model().opgaven.get(id) {
        Some(opgave) => format!(
            "<a href=\"{}\">{}\u{a0}{}</a>",
            escape(&writer.href(&writer.book.of_record(opgave))),
            escape(writer.words().kind_named("opgave").one),
            opgave.nummer
        ),
        None => String::new(),
    }
}

/// When an action is planned, and when it was done.
pub fn period(action: &Actie) -> String {
    let planned = planned(action);
    match &action.gerealiseerd {
        Some(done) => format!("{planned}; klaar: {}", done.in_dutch()),
        None => planned,
    }
}

/// When an action is planned.
pub fn planned(action: &Actie) -> String {
    match (&action.van, &action.tot) {
        (Some(from), Some(to)) if from.value == to.value => from.in_dutch(),
        (Some(from), Some(to)) => from.value.until(&to.value),
        (Some(from), None) => format!("vanaf {}", from.in_dutch()),
        (None, Some(to)) => format!("uiterlijk {}", within(to)),
        (None, None) => "geen datum genoemd".to_owned(),
    }
}

/// A moment after a word such as “uiterlijk”: in the quarter, in the year, or on the day itself.
fn within(moment: &Moment) -> String {
    match moment {
        Moment::Day(_) => moment.in_dutch(),
        Moment::Quarter(..) => format!("in het {}", moment.in_dutch()),
        Moment::Year(_) => format!("in {}", moment.in_dutch()),
    }
}

/// A status word after a value, but for plain facts.
fn with_status(value: String, status: Option<crate::model::Status>, words: &crate::site::Words) -> String {
    match status {
        Some(status) if status != crate::model::Status::Feit => format!("{value} {}", status_label(status, words)),
        _ => value,
    }
}

/// Records that mention a record, and pages that do, per kind.
pub fn backlinks(writer: &Writer<'_>, mentions: &[(String, String)]) -> Vec<Backlinks> {
    let mut groups: Vec<Backlinks> = Vec::new();
    for (title, url) in mentions {
        let link = super::view::Link { title: record_or_page_title(writer, url), url: url.clone(), external: false };
        match groups.iter_mut().find(|g| g.title == *title) {
            Some(group) => group.links.push(link),
            None => groups.push(Backlinks { title: title.clone(), links: vec![link] }),
        }
    }
    groups
}

fn record_or_page_title(writer: &Writer<'_>, url: &str) -> String {
    if let Some((_, id)) = url.split_once('#') {
        return writer.model().name_of(id);
    }
    writer.book.slots.get(url).map_or_else(|| label_of(url), |slot| slot.short.clone())
}
