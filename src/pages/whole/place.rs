//! Somebody's own page: a place, such as that of a board member, at one organisation.

use super::timeline;
use crate::decode::At;
use crate::html;
use crate::infographic::Infographic;
use crate::markup::{Html, Piece};
use crate::model::kinds::{Gremium, Lid, Mijlpaal, Organisatie, Plek};
use crate::model::{AnyEntity, Model, Participation, Status};
use crate::pages::book::{has_place, place_address};
use crate::pages::rows::{self, contribution};
use crate::pages::view::{Asked, Contact, Date, Link, Near, PageView, PlaceChoice, PlaceView, Seat, StatusView};
use crate::pages::writing::{Writer, status_view, title};

/// Stands in a text of a place for the organisation.
const HERE: &str = "{organisatie}";

/// The places to choose from, with the organisations where each is.
pub fn choices(writer: &mut Writer<'_>) -> Vec<PlaceChoice> {
    let mut places: Vec<&Plek> = writer.model().plekken.iter().collect();
    places.sort_by_key(|p| p.volgorde.unwrap_or(i64::MAX));
    let mut choices = Vec::new();
    for place in places {
        let there = writer.model().organisaties.iter().filter(|e| has_place(place, e));
        let link = |e: &Organisatie| Link { title: short(e), url: place_address(&place.id, &e.id), external: false };
        choices.push(PlaceChoice { at: there.map(link).collect(), role: record(writer, place) });
    }
    choices
}

/// Fills the view of the page of a place at an organisation.
pub fn fill(writer: &mut Writer<'_>, place: &str, organisation: &str, view: &mut PageView) {
    let model = writer.model();
    let (Some(place), Some(e)) = (model.plekken.get(place), model.organisaties.get(organisation)) else { return };
    let head = head(writer, place, e);
    view.lead = writer.maybe(place.omschrijving.as_ref());
    view.description = format!("{}. {}", view.title, head.plain());
    // What else stands here leads to a page that says where it comes from.
    view.sources = writer.sources(place.common().sources);
    let asked = contribution::is_asked(e);
    if let Some(moment) = writer.site().portal.stand {
        (view.updated, view.updated_iso) = (writer.phrases().moment(&moment), moment.to_string());
    }
    view.place = Some(Box::new(PlaceView {
        role: record(writer, place),
        organisation: Link { title: short(e), ..record(writer, e) },
        head,
        note: writer.maybe(e.toelichting.as_ref()),
        map: map(writer, place, e),
        seats: seats(writer, place, e),
        asked: if asked { contributions(writer) } else { Vec::new() },
        together: contribution::together(writer, e).unwrap_or_default(),
        shared_with: contribution::shares_with(writer, e).into_iter().map(|o| record(writer, o)).collect(),
        tasks: place.taken.iter().map(|task| at(&writer.text(task), e)).collect(),
        dates: dates(writer, place, e),
        contacts: contacts(writer, place),
        open: open(writer, place),
        near: near(writer, place, e),
        others: others(writer, place, e),
    }));
}

/// The title. Who is only asked to take part does not do yet what a participant does: there the title begins with that.
fn head(writer: &mut Writer<'_>, place: &Plek, e: &Organisatie) -> Html {
    let head = at(&writer.text(&place.kop), e);
    let asked_only =
        e.deelname == Some(Participation::BeoogdDeelnemer) && place.deelname.contains(&Participation::Deelnemer);
    if asked_only { html![writer.phrases().place().if_joins(&short(e)), " ", head] } else { head }
}

/// The neighbours of an organisation; without any its ties; without those the ties of the first body of the place.
fn map(writer: &mut Writer<'_>, place: &Plek, e: &Organisatie) -> Option<Infographic> {
    let ties = |writer: &mut Writer<'_>, id: &str| rows::relation_map(writer, Some(id), None, None);
    rows::neighbours(writer, e)
        .or_else(|| ties(writer, &e.id))
        .or_else(|| place.gremia.first().and_then(|body| ties(writer, &body.id)))
}

/// A text of the place, at this organisation.
fn at(html: &Html, e: &Organisatie) -> Html {
    html.with_texts(|piece| match piece {
        Piece::Text(text) if text.contains(HERE) => Some(text.replace(HERE, &short(e)).into()),
        _ => None,
    })
}

fn short(e: &Organisatie) -> String {
    e.kort.clone().unwrap_or_else(|| e.naam.clone())
}

/// A record by its name, with its address.
fn record(writer: &mut Writer<'_>, record: &dyn AnyEntity) -> Link {
    Link { title: title(writer, record), url: writer.book.of_record(record), external: false }
}

fn told(writer: &Writer<'_>, status: Option<&At<Status>>) -> Option<StatusView> {
    status_view(status, writer.words())
}

/// The bodies of this place: as what the organisation, or who has this place, sits there.
fn seats(writer: &Writer<'_>, place: &Plek, e: &Organisatie) -> Vec<Seat> {
    let model = writer.model();
    let bodies = place.gremia.iter().filter_map(|id| model.gremia.get(&id.id));
    let seated = bodies.map(|body| (body, member(model, place, e, body)));
    // Where it is known who sits there, and it is somebody else, there is no seat to tell of; nor where nothing tells that one sits
    // there who takes no part.
    let open = seated
        .filter(|(body, member)| member.is_some() || takes_part(e) && !body.lid.iter().any(|m| model.is_filled(m)));
    open.map(|(body, member)| seat(writer, body, member)).collect()
}

/// Does it take part, or is it asked to? Only of those may a group that nobody knows hold one.
fn takes_part(e: &Organisatie) -> bool {
    matches!(e.deelname, Some(Participation::Deelnemer | Participation::BeoogdDeelnemer))
}

fn seat(writer: &Writer<'_>, body: &Gremium, member: Option<&Lid>) -> Seat {
    let layer = writer.model().lagen.get(&body.laag.id);
    // Whether this organisation is one of the group nobody knows.
    let open = |m: &Lid| matches!(m.status.as_ref().map(|s| s.value), Some(Status::Open | Status::Tegenstrijdig));
    let unknown = member.is_some_and(|m| m.groep.is_some() && m.soort.is_none() && open(m));
    let function = match member.and_then(|m| m.functie.as_deref()) {
        Some(known) if unknown => writer.phrases().place().maybe_seat(&writer.function(known)),
        None if unknown => writer.phrases().place().maybe_member().to_owned(),
        known => known.map(|f| writer.function(f)).unwrap_or_default(),
    };
    Seat {
        body: Link { title: rows::short_name(writer, &body.id), url: writer.book.of_record(body), external: false },
        function,
        colour: layer.and_then(|l| l.kleur).map(|c| c.word().to_owned()).unwrap_or_default(),
        status: member.filter(|_| !unknown).and_then(|m| told(writer, m.status.as_ref())),
    }
}

/// The seat of the organisation; else that of the function that goes with the place; else that of a group of which nobody knows
/// whether this one is in it.
fn member<'g>(model: &Model, place: &Plek, e: &Organisatie, body: &'g Gremium) -> Option<&'g Lid> {
    let of_role = |m: &&Lid| m.rol.as_ref().is_some_and(|r| place.rollen.iter().any(|own| own.id == r.id));
    let of_group = |m: &&Lid| takes_part(e) && m.groep.is_some() && m.soort.is_none() && !model.is_filled(m);
    let find = |wanted: &dyn Fn(&&Lid) -> bool| body.lid.iter().find(wanted);
    find(&|m| m.includes(e)).or_else(|| find(&of_role)).or_else(|| find(&of_group))
}

fn contributions(writer: &mut Writer<'_>) -> Vec<Asked> {
    let phrases = writer.phrases();
    let mut asked = Vec::new();
    for given in &writer.model().bijdragen {
        asked.push(Asked {
            what: record(writer, given),
            size: contribution::fte(phrases, given),
            hours: contribution::hours(phrases, given),
            euros: contribution::euros(phrases, given),
            status: told(writer, given.status.as_ref()),
        });
    }
    asked
}

/// The milestones of the place, and those that the organisation itself has a part in.
fn dates(writer: &mut Writer<'_>, place: &Plek, e: &Organisatie) -> Vec<Date> {
    let (model, id) = (writer.model(), e.id.value.as_str());
    let own = |m: &&Mijlpaal| m.door.as_ref().is_some_and(|by| by.id == id) || m.raakt.iter().any(|what| what.id == id);
    let named = place.mijlpalen.iter().filter_map(|named| model.mijlpalen.get(&named.id));
    let mut milestones: Vec<&Mijlpaal> = named.chain(model.naming(&model.mijlpalen, id).filter(own)).collect();
    milestones.sort_by_key(|m| (m.wanneer.last_day(), m.wanneer.first_day(), m.id.value.as_str()));
    milestones.dedup_by(|a, b| a.id.value == b.id.value);
    let day = writer.site().portal.day();
    let mut dates = Vec::new();
    for milestone in milestones {
        let sure = matches!(milestone.status.as_ref().map(|s| s.value), Some(Status::Besloten | Status::Feit));
        let began = day.is_none_or(|day| milestone.wanneer.first_day() <= day);
        dates.push(Date {
            what: record(writer, milestone),
            when: writer.phrases().planned(&milestone.wanneer.value),
            happened: sure && began,
            newest: false,
        });
    }
    // What happened stands before what was announced for the same time.
    if let Some(newest) = dates.iter_mut().rev().find(|date| date.happened) {
        newest.newest = true;
    }
    dates
}

fn contacts(writer: &mut Writer<'_>, place: &Plek) -> Vec<Contact> {
    let model = writer.model();
    let mut contacts = Vec::new();
    for route in place.routes.iter().filter_map(|id| model.routes.get(&id.id)) {
        let Some(who) = model.get(&route.naar.id) else { continue };
        let who = Link { title: rows::short_name(writer, &route.naar.id), ..record(writer, who) };
        let unsure = rows::unsure(writer, route.status.as_ref());
        contacts.push(Contact { question: record(writer, route), who, unsure });
    }
    contacts
}

fn open(writer: &mut Writer<'_>, place: &Plek) -> Vec<Link> {
    let model = writer.model();
    let choices = place.keuzes.iter().filter_map(|id| model.keuzes.get(&id.id)).filter(|c| c.uitkomst.is_none());
    choices.map(|choice| record(writer, choice)).collect()
}

/// The newest that happened, so many at most.
pub fn news(writer: &mut Writer<'_>, most: usize) -> Vec<Date> {
    let phrases = writer.phrases();
    let events = timeline::events(writer).into_iter().take(most);
    let date = |event: timeline::Event| Date {
        what: Link { title: event.title, url: event.url, external: false },
        when: phrases.moment(&event.when),
        happened: true,
        newest: false,
    };
    events.map(date).collect()
}

fn near(writer: &Writer<'_>, place: &Plek, e: &Organisatie) -> Vec<Near> {
    let neighbours = rows::bordering(writer.model(), &e.id.value);
    let one = |o: &&Organisatie| Near {
        there: Link {
            title: short(o),
            url: if has_place(place, o) { place_address(&place.id, &o.id) } else { writer.book.of_record(*o) },
            external: false,
        },
        away: rows::away(writer.phrases(), e, o),
        both: neighbours.iter().filter(|other| rows::border(o, other)).map(|other| short(other)).collect(),
    };
    neighbours.iter().map(one).collect()
}

fn others(writer: &mut Writer<'_>, place: &Plek, e: &Organisatie) -> Vec<Link> {
    let mut places: Vec<&Plek> = writer.model().plekken.iter().filter(|p| has_place(p, e)).collect();
    places.sort_by_key(|p| p.volgorde.unwrap_or(i64::MAX));
    let others = places.into_iter().filter(|other| other.id.value != place.id.value);
    others.map(|p| Link { title: p.naam.clone(), url: place_address(&p.id, &e.id), external: false }).collect()
}
