//! A seat in a body that somebody takes.

use super::act::{Act, Recording, Told, kind_of, unknown};
use super::blocks::literal;
use super::change::{Change, Refused};
use super::decide::taken;
use crate::decode::Text;
use crate::model::kinds::{Gremium, Lid};
use crate::site::Site;
use crate::source::Sources;

/// Who takes which seat.
#[derive(Debug, Clone)]
pub struct Seat {
    /// The body.
    pub body: String,
    /// Who: the id of an organisation, role or body.
    pub who: String,
    /// In which function.
    pub function: Option<String>,
    /// The seat that this fills: its number in the data, or words that stand in it. Without it a seat is added.
    pub fills: Option<String>,
    /// When, by whom, and where it is written.
    pub act: Act,
}

/// The change that records it.
pub fn seated<'s>(sources: &'s Sources, site: &Site, seat: &Seat) -> Result<Change<'s>, Refused> {
    let model = &site.model;
    let Some(body) = model.gremia.get(&seat.body) else {
        return Err(unknown("overleg", &seat.body, model.gremia.iter().map(|g| g.id.value.as_str())));
    };
    let may_sit = |id: &str| kind_of(model, id).filter(|k| ["organisatie", "gremium", "rol"].contains(&k.name));
    let Some(kind) = may_sit(&seat.who) else {
        let known = model.ids.keys().map(String::as_str).filter(|id| may_sit(id).is_some());
        return Err(unknown("organisatie, overleg of functie", &seat.who, known));
    };
    if body.lid.iter().any(|lid| named(lid) == Some(&seat.who)) {
        return Err(format!("“{}” zit al in “{}”.", seat.who, seat.body).into());
    }
    let mut recording = Recording::of(sources, site, &seat.act)?;
    let source = recording.source.clone();
    let mut was = None;
    if let Some(words) = &seat.fills {
        let i = meant(body, words)?;
        was = Some(model_name(&body.lid[i], |id| model.name_of(id)));
        recording.in_block(&seat.body, |record| {
            let seats = record.inner("lid");
            let old = seats.get(i)?;
            let mut splices = taken(old, model, Some(&seat.who), &seat.who, &source)?;
            // A kind of organisation, and what was said of the open seat, are no longer about who sits there now.
            splices.extend(["soort", "keuze", "toelichting"].iter().filter_map(|key| old.without(key)));
            if let Some(function) = &seat.function {
                splices.push(old.set("functie", &literal(function))?);
            }
            Some(splices)
        })?;
    } else {
        let mut lines = vec![(kind.name, literal(&seat.who))];
        lines.extend(seat.function.iter().map(|function| ("functie", literal(function))));
        lines.extend([("status", literal("besloten")), ("bron", format!("[{}]", literal(&source)))]);
        recording.in_block(&seat.body, |record| Some(vec![record.add_block("gremium", "lid", &lines)?]))?;
    }
    let acts = site.words.phrases.acts();
    let (sitter, table) = (format!("[[{}]]", seat.who), format!("[[{}]]", seat.body));
    let who = model.name_of(&seat.who);
    recording.told(Told {
        id: format!("zetel-{}-{}", seat.body, seat.who),
        name: acts.member(&who, &body.naam),
        text: match &seat.function {
            Some(function) => acts.sits_as(&sitter, function, &table),
            None => acts.sits(&sitter, &table),
        },
        change: was.map(|was| (was, who.clone())),
        about: vec![&seat.body, &seat.who],
        choice: None,
    })
}

/// The id of who sits there, when it is a record.
fn named(lid: &Lid) -> Option<&str> {
    let organisation = lid.organisatie.as_ref().map(|r| r.id.as_str());
    organisation.or(lid.gremium.as_ref().map(|r| r.id.as_str())).or(lid.rol.as_ref().map(|r| r.id.as_str()))
}

fn model_name(lid: &Lid, name: impl Fn(&str) -> String) -> String {
    named(lid).map(name).or_else(|| lid.groep.as_ref().map(|g| g.raw.clone())).unwrap_or_default()
}

/// The place in the list of the seat that is meant.
fn meant(body: &Gremium, words: &str) -> Result<usize, Refused> {
    if let Some(number) = words.parse::<usize>().ok().filter(|n| (1..=body.lid.len()).contains(n)) {
        return Ok(number - 1);
    }
    let small = words.to_lowercase();
    let says = |text: &str| text.to_lowercase().contains(&small);
    let fits = |lid: &Lid| {
        let group = lid.groep.as_ref().is_some_and(|text: &Text| says(&text.raw));
        group || named(lid) == Some(words) || lid.functie.as_deref().is_some_and(|f| f.to_lowercase() == small)
    };
    let found: Vec<usize> = (0..body.lid.len()).filter(|i| fits(&body.lid[*i])).collect();
    match found[..] {
        [one] => Ok(one),
        [] => Err(format!("In “{}” staat geen zetel waar “{words}” bij past.{}", body.id.value, listed(body)).into()),
        _ => Err(format!("“{words}” past bij meer dan één zetel.{}", listed(body)).into()),
    }
}

fn listed(body: &Gremium) -> String {
    if body.lid.is_empty() {
        return " Het overleg heeft geen zetels. Laat --vult weg.".to_owned();
    }
    let line = |(i, lid): (usize, &Lid)| {
        let function = lid.functie.as_deref().unwrap_or("lid");
        format!("\n  {}: {} ({function})", i + 1, model_name(lid, str::to_owned))
    };
    format!(" Kies een nummer:{}", body.lid.iter().enumerate().map(line).collect::<String>())
}
