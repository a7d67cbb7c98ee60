//! A body: what is it, who sits in it, what does it decide, with whom is it tied, what is still open?

use super::{Told, fact, list, open_and_planned, relations, table, with_status};
use crate::model::kinds::{Gremium, Lid};
use crate::pages::writer::{Writer, escape, label_of};

pub fn tell(writer: &mut Writer<'_>, e: &Gremium) -> Told {
    let layer = writer.model().lagen.get(&e.laag.id);
    let decides = if e.besluit { "Ja" } else { "Nee" };
    let why = writer.maybe(e.besluit_toelichting.as_ref());
    let members: Vec<Vec<String>> = e.lid.iter().map(|l| member(writer, l)).collect();
    let tasks = e.taken.iter().map(|t| writer.text(t)).collect();
    let meets = writer.maybe(e.vergadert.as_ref());
    let mut blocks = vec![
        table("leden", "Wie zit erin?", &["Wie", "In welke rol", "Toelichting"], members),
        relations(writer, &e.id),
        list("taken", "Wat doet het?", tasks),
    ];
    blocks.extend(open_and_planned(writer, &e.id));
    Told {
        lead: writer.text(&e.omschrijving),
        colour: layer.and_then(|l| l.kleur).map(|c| c.word().to_owned()).unwrap_or_default(),
        tag: layer.map(|l| l.naam.clone()).unwrap_or_default(),
        aliases: e.aliassen.clone(),
        facts: [
            fact("Laag", layer.map(|l| escape(&l.naam)).unwrap_or_default()),
            fact("Besluit het zelf?", if why.is_empty() { decides.into() } else { format!("{decides}. {why}") }),
            fact("Komt bij elkaar", meets),
        ]
        .into_iter()
        .flatten()
        .collect(),
        blocks: blocks.into_iter().flatten().collect(),
    }
}

fn member(writer: &mut Writer<'_>, l: &Lid) -> Vec<String> {
    let who = match (&l.organisatie, &l.rol, &l.gremium, &l.groep) {
        (Some(r), ..) => writer.link(&r.id),
        (_, Some(r), ..) => writer.link(&r.id),
        (_, _, Some(r), _) => writer.link(&r.id),
        (_, _, _, Some(group)) => writer.text(group),
        _ => String::new(),
    };
    let who = with_status(who, l.status.as_ref().map(|s| s.value), writer.words());
    let function = l.functie.as_deref().map(label_of).unwrap_or_default();
    let mut notes = vec![l.periode.as_deref().map(escape).unwrap_or_default(), writer.maybe(l.toelichting.as_ref())];
    notes.retain(|n| !n.is_empty());
    vec![who, escape(&function), notes.join(". ")]
}
