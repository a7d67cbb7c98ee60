//! A meeting: when, where, of whom, what is on the agenda, and what was decided there.

use super::face::{Face, Thing};
use super::parts::{fact, list};
use super::running::{calendar_link, decisions, documents, when};
use super::schema::{identifier, object};
use super::told::Told;
use crate::decode::Moment;
use crate::model::kinds::Bijeenkomst;
use crate::pages::view::{Block, Card};
use crate::pages::writing::Writer;
use serde_json::json;

impl Face for Bijeenkomst {
    fn tell(&self, writer: &mut Writer<'_>) -> Option<Told> {
        Some(tell(writer, self))
    }

    fn thing(&self, writer: &mut Writer<'_>) -> Option<Thing> {
        let Moment::Day(day) = self.datum.value else { return None };
        let at = |time: &Option<crate::decode::At<crate::decode::TimeOfDay>>| {
            time.as_ref().map(|time| format!("{day}T{}", &*time.value))
        };
        let state = if self.vervallen == Some(true) { "EventCancelled" } else { "EventScheduled" };
        let body = writer.model().gremia.get(&self.gremium.id)?;
        Some(object(json!({
            "@type": "Event",
            "name": self.naam,
            "startDate": at(&self.begint).unwrap_or_else(|| day.to_string()),
            "endDate": at(&self.eindigt),
            "eventStatus": format!("https://schema.org/{state}"),
            "location": self.plaats.as_ref().map(|p| json!({"@type": "Place", "name": writer.plain(p)})),
            "organizer": {"@id": identifier(writer, body)},
            "mainEntityOfPage": writer.absolute(&writer.book.of_record(self)),
        })))
    }

    fn card(&self, writer: &mut Writer<'_>, card: &mut Card) {
        card.tag = format!("{} · {}", when(writer, self), writer.model().name_of(&self.gremium.id));
    }
}

fn tell(writer: &mut Writer<'_>, e: &Bijeenkomst) -> Told {
    let say = writer.phrases().running();
    let agenda: Vec<_> = e.agenda.iter().map(|item| writer.text(item)).collect();
    let agenda = (!agenda.is_empty()).then(|| Block::List {
        id: "agenda".into(),
        title: say.agenda().into(),
        ordered: true,
        items: agenda,
    });
    let decided: Vec<_> = {
        let model = writer.model();
        model.naming(&model.besluiten, &e.id).collect()
    };
    let here = decided.into_iter().filter(|d| d.bijeenkomst.as_ref().is_some_and(|m| m.id == e.id.value));
    let here = decisions(writer, here);
    Told {
        lead: say.meets_on(&writer.model().name_of(&e.gremium.id), &writer.phrases().moment(&e.datum)).into(),
        tag: if e.vervallen == Some(true) { say.off().to_owned() } else { String::new() },
        answers: [
            fact(say.when(), when(writer, e)),
            fact(say.place(), writer.maybe(e.plaats.as_ref())),
            fact(say.who_meets(), writer.link(&e.gremium.id)),
            fact(say.in_calendar(), calendar_link(writer, Some(&e.gremium.id))),
        ]
        .into_iter()
        .flatten()
        .collect(),
        blocks: [agenda, list("besluiten", say.decided_here(), here), documents(writer, &e.document)]
            .into_iter()
            .flatten()
            .collect(),
        ..Told::default()
    }
}
