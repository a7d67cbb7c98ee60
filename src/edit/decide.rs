//! A choice that was made: everything that it takes in one change.

use super::blocks::{Blocks, Record, literal};
use super::change::{Change, Refused};
use crate::decode::Moment;
use crate::diag::{FileId, Span, nearest};
use crate::model::kinds::{Keuze, Partij};
use crate::model::{Kinds, Model};
use crate::site::{Site, slug};
use crate::source::{Role, Sources};

/// What was decided.
#[derive(Debug, Clone)]
pub struct Decision {
    /// The choice.
    pub choice: String,
    /// The outcome: a sentence, or the id of an organisation or body.
    pub outcome: String,
    /// When.
    pub when: Moment,
    /// Who decided it: the id of a body or organisation.
    pub by: Option<String>,
    /// Where it is written: the id of a source, with or without a section, or the name or address of a new one.
    pub source: String,
}

/// The change that records a decision: the choice itself, the milestone, the source, and the seats that wait for the choice.
pub fn decided<'s>(sources: &'s Sources, site: &Site, decision: &Decision) -> Result<Change<'s>, Refused> {
    let model = &site.model;
    let Some(choice) = model.keuzes.get(&decision.choice) else {
        let near = nearest(&decision.choice, model.keuzes.iter().map(|k| k.id.value.as_str()));
        let hint = near.map(|near| format!(" Bedoelde u “{near}”?")).unwrap_or_default();
        return Err(format!("Er is geen keuze met de id “{}”.{hint}", decision.choice).into());
    };
    if choice.uitkomst.is_some() {
        return Err(format!("Over “{}” is al besloten. Wijzig de uitkomst in het blok zelf.", decision.choice).into());
    }
    if decision.outcome.trim().is_empty() {
        return Err("Een besluit heeft een uitkomst.".to_owned().into());
    }
    let is_party = |id: &str| model.ids.get(id).is_some_and(|(kind, _)| Partij::KINDS.contains(&kind.name));
    if let Some(by) = decision.by.as_deref().filter(|by| !is_party(by)) {
        let parties = model.ids.keys().map(String::as_str).filter(|id| is_party(id));
        let hint = nearest(by, parties).map(|near| format!(" Bedoelde u “{near}”?")).unwrap_or_default();
        return Err(format!("Er is geen overleg of organisatie met de id “{by}”.{hint}").into());
    }
    let chosen = is_party(&decision.outcome).then_some(decision.outcome.as_str());
    let mut change = Change::of(sources);
    let source = source(&mut change, sources, model, decision)?;
    let outcome = chosen.map_or_else(|| decision.outcome.clone(), |id| format!("[[{id}]]"));

    in_block(&mut change, sources, model, &decision.choice, |record| {
        let splices =
            [("status", literal("besloten")), ("uitkomst", literal(&outcome)), ("bron", cited(record, &source))];
        splices.iter().map(|(key, value)| record.set(key, value)).collect()
    })?;
    milestone(&mut change, sources, model, choice, decision, &outcome, &source)?;
    for body in &model.gremia {
        let waits = |i: &usize| body.lid[*i].keuze.as_ref().is_some_and(|k| k.id == decision.choice);
        for i in (0..body.lid.len()).filter(waits) {
            in_block(&mut change, sources, model, &body.id, |record| {
                let seats = record.inner("lid");
                seat(seats.get(i)?, model, chosen, &decision.outcome, &source)
            })?;
        }
    }
    Ok(change)
}

/// The places in a seat that change when it is known who takes it.
fn seat(
    seat: &Record<'_, '_>,
    model: &Model,
    chosen: Option<&str>,
    outcome: &str,
    source: &str,
) -> Option<Vec<(Span, String)>> {
    let key = match chosen.and_then(|id| model.ids.get(id)) {
        Some((kind, _)) => kind.name,
        None => "groep",
    };
    let mut splices = Vec::new();
    match ["groep", "organisatie", "gremium", "rol"].into_iter().find(|key| seat.has(key)) {
        Some(old) => splices.extend(seat.replace(old, key, &literal(outcome))?),
        None => splices.push(seat.set(key, &literal(outcome))?),
    }
    splices.push(seat.set("status", &literal("besloten"))?);
    splices.push(seat.set("bron", &cited(seat, source))?);
    Some(splices)
}

/// The sources of a block with one more.
fn cited(record: &Record<'_, '_>, source: &str) -> String {
    let mut all: Vec<String> = record.texts("bron").iter().map(|text| literal(text)).collect();
    let new = literal(source);
    if !all.contains(&new) {
        all.push(new);
    }
    format!("[{}]", all.join(", "))
}

/// Changes places in the block of a record.
fn in_block(
    change: &mut Change<'_>,
    sources: &Sources,
    model: &Model,
    id: &str,
    places: impl FnOnce(&Record<'_, '_>) -> Option<Vec<(Span, String)>>,
) -> Result<(), Refused> {
    let cannot = || Refused::from(format!("Het blok van “{id}” is niet te wijzigen."));
    let (kind, place) = model.ids.get(id).ok_or_else(cannot)?;
    let (text, mark) = sources.get(place.file).text().map_err(|_| cannot())?;
    let blocks = Blocks::of(place.file, text, mark).ok_or_else(cannot)?;
    let record = blocks.record(kind.name, id).ok_or_else(cannot)?;
    places(&record).ok_or_else(cannot)?.into_iter().for_each(|(place, text)| change.put(place, text));
    Ok(())
}

/// The file in which records of a kind stand, the last of them; else any file of data.
fn file_of(sources: &Sources, model: &Model, kind: &str) -> Option<FileId> {
    let last = model.of_kind(kind).last().map(|record| record.common().place.file);
    last.or_else(|| sources.of(Role::Data).next().map(|(id, _)| id))
}

fn append(change: &mut Change<'_>, sources: &Sources, file: Option<FileId>, block: &str) -> Result<(), Refused> {
    let cannot = || Refused::from("Er is geen gegevensbestand om het in te schrijven.".to_owned());
    let file = file.ok_or_else(cannot)?;
    let (text, mark) = sources.get(file).text().map_err(|_| cannot())?;
    let (place, text) = Blocks::of(file, text, mark).ok_or_else(cannot)?.append(block);
    change.put(place, text);
    Ok(())
}

/// An id that is not in use yet.
fn free(model: &Model, wanted: &str) -> String {
    let taken = |id: &str| model.ids.contains_key(id) || model.now_called(id).is_some();
    let numbered = (2..).map(|n| format!("{wanted}-{n}"));
    std::iter::once(wanted.to_owned()).chain(numbered).find(|id| !taken(id)).unwrap_or_default()
}

/// The source as it is cited; a new one gets a record.
fn source(change: &mut Change<'_>, sources: &Sources, model: &Model, decision: &Decision) -> Result<String, Refused> {
    let given = decision.source.trim();
    let id = given.split('/').next().unwrap_or_default();
    if given.is_empty() {
        return Err("Een besluit heeft een bron: de id van een bron, of de naam of het webadres van een nieuwe."
            .to_owned()
            .into());
    }
    if model.bronnen.get(id).is_some() {
        return Ok(given.to_owned());
    }
    let is_address = given.starts_with("https://") || given.starts_with("http://");
    let name = if is_address { format!("Besluit over {}", decision.choice) } else { given.to_owned() };
    let id = free(model, &slug(&name));
    let mut block = format!(
        "[[bron]]\nid = {}\nnaam = {}\nsoort = \"besluit\"\ndatum = {}\n",
        literal(&id),
        literal(&name),
        literal(&decision.when.to_string())
    );
    if is_address {
        block.push_str(&format!("url = {}\n", literal(given)));
    }
    append(change, sources, file_of(sources, model, "bron"), &block)?;
    Ok(id)
}

fn milestone(
    change: &mut Change<'_>,
    sources: &Sources,
    model: &Model,
    choice: &Keuze,
    decision: &Decision,
    outcome: &str,
    source: &str,
) -> Result<(), Refused> {
    let id = free(model, &format!("besluit-{}", decision.choice));
    let by = decision.by.as_ref().map(|by| format!("door = {}\n", literal(by))).unwrap_or_default();
    let block = format!(
        "[[mijlpaal]]\nid = {}\nnaam = {}\nwanneer = {}\nsoort = \"besluit\"\n{by}omschrijving = {}\nraakt = [{}, {}]\nstatus = \"besloten\"\nbron = [{}]\n",
        literal(&id),
        literal(&format!("Besloten: {}", choice.vraag.raw)),
        literal(&decision.when.to_string()),
        literal(outcome),
        literal(&decision.choice),
        literal(&choice.opgave.id),
        literal(source),
    );
    append(change, sources, file_of(sources, model, "mijlpaal"), &block)
}
