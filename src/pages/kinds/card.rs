//! A record as an item of a list.

use super::answers::whole_list;
use super::parts::fact;
use super::running::{contacts, when};
use super::{changes, course};
use crate::markup::Html;
use crate::model::AnyEntity;
use crate::pages::rows;
use crate::pages::view::{Card, Fact};
use crate::pages::writing::{Outcomes, Writer, status_view, title};

/// A record as an item of a list.
pub fn card(writer: &mut Writer<'_>, record: &dyn AnyEntity) -> Card {
    let kind = record.kind();
    let model = writer.model();
    let mut card = Card {
        title: title(writer, record),
        url: String::new(),
        anchor: String::new(),
        former: Vec::new(),
        text: Html::default(),
        tag: String::new(),
        colour: String::new(),
        status: status_view(record.common().status, writer.words()).filter(|s| s.word != "feit"),
        facts: Vec::new(),
        sources: Vec::new(),
    };
    let outcomes = Outcomes::of_record(writer, record);
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
        card.former = record.common().former.iter().map(|id| id.value.clone()).collect();
        card.facts = writer.facts(
            record,
            &[
                "omschrijving",
                "betekenis",
                "antwoord",
                // Other wordings are for the search, not for readers.
                "ook",
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
        if matches!(kind.name, "route" | "vraag") {
            // An answer that links to whom to ask has said it; a line of its own would say it again.
            let said = |fact: &Fact| fact.value.links().first().is_some_and(|link| card.text.links().contains(link));
            card.facts.retain(|fact| !said(fact));
        }
        if !changes::tells_itself(kind) {
            card.facts.extend(changes::told(writer, record.id()));
        }
        let note = writer.maybe(record.common().note);
        if !note.is_empty() {
            card.facts.push(Fact { label: writer.phrases().record().note().into(), value: note });
        }
        card.sources = writer.sources(record.common().sources);
        outcomes.cite(writer, &mut card.sources);
    }
    match kind.name {
        "gremium" | "organisatie" => {
            if let Some(layer) = rows::layer_of(writer, record.id()).and_then(|l| model.lagen.get(l)) {
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
        "route" | "vraag" => {
            // Who asks the way must know whether it is there still: how sure, and of when, also where it is a plain fact.
            card.status = status_view(record.common().status, writer.words());
            let dates = record.common().sources.iter().filter_map(|c| model.bronnen.get(&c.source)?.datum);
            let say = writer.phrases().record();
            let of_when = dates.min().map(|day| writer.phrases().moment(&day)).map(|when| match outcomes.is_empty() {
                true => when,
                false => say.of_when_outcome(&when, &outcomes.days(writer)),
            });
            card.facts.extend(of_when.and_then(|when| fact(say.of_when(), when)));
            outcomes.explain(writer, card.status.as_mut());
            // The words that people search by are for the search, not for readers.
            let keywords = writer.label("trefwoorden");
            card.facts.retain(|fact| fact.label != keywords);
        }
        "relatie" => {
            if let Some(relatie) = model.relaties.get(record.id()) {
                let level = rows::current(writer, relatie).and_then(|s| model.niveaus.get(&s.niveau.id));
                let look = rows::look(writer, level);
                card.colour = look.colour;
                card.tag = look.name;
                // The list tells how close the tie is, so it tells how sure that is.
                card.status = status_view(rows::current(writer, relatie).map(|s| &s.status), writer.words());
                card.facts = course::facts(writer, relatie);
            }
        }
        "begrip" => {
            if let Some(term) = model.begrippen.get(record.id()) {
                // What the name above says already.
                let others = term.synoniemen.iter().filter(|word| !card.title.contains(word.as_str()));
                let others: Vec<&str> = others.map(String::as_str).collect();
                let short = term.afkorting.as_ref().is_some_and(|a| card.title.contains(a.as_str()));
                let (synonyms, abbreviation) = (writer.label("synoniemen"), writer.label("afkorting"));
                card.facts.retain(|f| f.label != synonyms && !(short && f.label == abbreviation));
                card.facts.splice(0..0, fact(writer.phrases().record().also_called(), others.join(", ")));
            }
        }
        "rol" => {
            let reach = contacts(writer, record.id());
            card.facts.extend(fact(writer.phrases().running().reach(), whole_list(&reach)));
        }
        "keuze" => {
            if let Some(choice) = model.keuzes.get(record.id()).filter(|choice| choice.uitkomst.is_some()) {
                // Whose turn it was and before when is past; what counts is who made the choice, and when.
                let turn = [writer.label("wie"), writer.label("voor")];
                card.facts.retain(|fact| !turn.contains(&fact.label));
                if let Some(decided) = model.decided(choice) {
                    let say = writer.phrases().running();
                    let by = decided.by.map(|by| writer.link(by)).unwrap_or_default();
                    let told = [
                        fact(say.when_decided(), writer.phrases().moment(&decided.when)),
                        fact(say.who_decided(), by),
                        fact(writer.words().kind_named("besluit").one, writer.link(decided.record)),
                    ];
                    card.facts.extend(told.into_iter().flatten());
                }
            }
        }
        "besluit" => {
            if let Some(decision) = model.besluiten.get(record.id()) {
                let by = model.name_of(&decision.door.id);
                card.tag = format!("{} · {by}", writer.phrases().moment(&decision.datum));
            }
        }
        "bijeenkomst" => {
            if let Some(meeting) = model.bijeenkomsten.get(record.id()) {
                card.tag = format!("{} · {}", when(writer, meeting), model.name_of(&meeting.gremium.id));
            }
        }
        "cijfer" => {
            if let Some(figure) = model.cijfers.get(record.id()) {
                card.tag = crate::site::figure_in_words(writer.phrases(), figure);
            }
        }
        _ => {}
    }
    card
}

/// The dye of a spoor.
pub fn spoor_colour(writer: &Writer<'_>, id: &str) -> String {
    writer.model().sporen.get(id).and_then(|s| s.kleur).map(|c| c.word().to_owned()).unwrap_or_default()
}
