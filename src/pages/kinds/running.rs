//! What the running collaboration tells on the pages of others: meetings, decisions, and how to reach whom.

use super::parts::{list, table};
use crate::decode::Text;
use crate::html;
use crate::markup::Html;
use crate::model::kinds::{Besluit, Bijeenkomst, Contact};
use crate::pages::view::Block;
use crate::pages::writing::Writer;
use std::cmp::Reverse;

/// The meetings of a body, the newest first, and the way to have them in one's own calendar.
pub fn meetings(writer: &mut Writer<'_>, body: &str) -> Option<Block> {
    let say = writer.phrases().running();
    let model = writer.model();
    let mut all: Vec<&Bijeenkomst> =
        model.naming(&model.bijeenkomsten, body).filter(|m| m.gremium.id == body).collect();
    all.sort_by_key(|m| Reverse((m.datum.first_day(), m.begint.as_ref().map(|t| t.value.clone()))));
    let rows: Vec<Vec<Html>> = all
        .into_iter()
        .map(|m| vec![when(writer, m).into(), writer.link(&m.id.value), writer.maybe(m.plaats.as_ref())])
        .collect();
    table("bijeenkomsten", say.meetings(), &[say.when(), say.meeting(), say.place()], rows)
}

/// `3 maart 2026, 14:00 – 16:00 uur`, and whether it is off.
pub fn when(writer: &Writer<'_>, meeting: &Bijeenkomst) -> String {
    let say = writer.phrases().running();
    let day = writer.phrases().moment(&meeting.datum);
    let time = match (&meeting.begint, &meeting.eindigt) {
        (Some(begin), Some(end)) => format!(", {}", say.hours(begin, end)),
        (Some(begin), None) => format!(", {}", say.hour(begin)),
        _ => String::new(),
    };
    let off = if meeting.vervallen == Some(true) { format!(". {}", say.off()) } else { String::new() };
    format!("{day}{time}{off}")
}

/// The way to have meetings in one's own calendar: those of a body, or all of them.
pub fn calendar_link(writer: &Writer<'_>, body: Option<&str>) -> Html {
    let say = writer.phrases().running();
    let path = crate::pages::book::calendar_path(body);
    let found = writer.book.downloads.iter().find(|d| d.path == path);
    found.map_or_else(Html::default, |file| {
        let href = writer.href(&file.path);
        Html::element("a", &[("href", &href), ("type", file.form.media_type())], say.subscribe())
    })
}

/// The decisions that a body or organisation took, and those that are about a record, the newest first.
pub fn decisions_of(writer: &mut Writer<'_>, id: &str) -> Option<Block> {
    let model = writer.model();
    let all = model.naming(&model.besluiten, id);
    let lines = decisions(writer, all.collect::<Vec<_>>().into_iter());
    list("besluiten", writer.phrases().running().decisions(), lines)
}

/// Decisions in a line each.
pub fn decisions<'m>(writer: &mut Writer<'_>, all: impl Iterator<Item = &'m Besluit>) -> Vec<Html> {
    let mut all: Vec<&Besluit> = all.collect();
    all.sort_by_key(|d| Reverse(d.datum.first_day()));
    let line = |d: &Besluit| html![writer.link(&d.id.value), ": ", writer.phrases().moment(&d.datum)];
    all.into_iter().map(line).collect()
}

/// The documents, each as an editor linked it.
pub fn documents(writer: &mut Writer<'_>, all: &[Text]) -> Option<Block> {
    let items = all.iter().map(|text| writer.text(text)).collect();
    list("stukken", writer.phrases().running().documents(), items)
}

/// What was, and what is since.
pub fn was_is(writer: &mut Writer<'_>, was: Option<&Text>, now: Option<&Text>) -> Html {
    let say = writer.phrases().running();
    let (was, now) = (writer.maybe(was), writer.maybe(now));
    match (was.is_empty(), now.is_empty()) {
        (false, false) => Html::sentence([was, now], |[was, now]| say.was_is(was, now)),
        (true, false) => now,
        _ => Html::default(),
    }
}

/// How to reach a record: its own contacts, and for a body those of its functions.
pub fn contacts(writer: &mut Writer<'_>, id: &str) -> Vec<Html> {
    let model = writer.model();
    let of = |who: &str| -> Vec<&Contact> { model.naming(&model.contacten, who).filter(|c| c.wie.id == who).collect() };
    let roles = model.naming(&model.rollen, id).filter(|role| role.gremium.as_ref().is_some_and(|body| body.id == id));
    let all: Vec<&Contact> = of(id).into_iter().chain(roles.flat_map(|role| of(&role.id))).collect();
    all.into_iter().map(|contact| contact_line(writer, contact)).collect()
}

/// `Secretariaat, voor vragen over de agenda: mail · telefoon · formulier`.
fn contact_line(writer: &mut Writer<'_>, contact: &Contact) -> Html {
    let mut ways = Vec::new();
    if let Some(mail) = &contact.email {
        ways.push(Html::link(&format!("mailto:{mail}"), mail));
    }
    if let Some(number) = &contact.telefoon {
        let bare: String = number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
        ways.push(Html::link(&format!("tel:{bare}"), number));
    }
    if let Some(url) = &contact.url {
        ways.push(Html::element("a", &[("class", "extern"), ("rel", "noopener"), ("href", url)], url));
    }
    let hours = writer.maybe(contact.bereikbaar.as_ref());
    let hours = if hours.is_empty() { hours } else { html![". ", hours] };
    html![writer.link(&contact.id.value), ": ", Html::join(&ways, " · "), hours]
}
