//! A partner: what is asked of it, where does it sit, on whom does it border, with whom is it tied? Its places tell the rest.

use super::answers::{self, choice_line, open_choices, whole_list};
use super::face::{Face, Thing};
use super::parts::{drawing, fact, layer_colour, list, relations, with_status};
use super::plek::places;
use super::running::{contacts, decisions_of};
use super::schema;
use super::tasks::planned_and_tasks;
use super::told::Told;
use crate::markup::Html;
use crate::model::kinds::{Gremium, Lid, Organisatie};
use crate::pages::rows::{contribution, layer_of, neighbours};
use crate::pages::view::{Card, Fact};
use crate::pages::writing::{Writer, label_of};

impl Face for Organisatie {
    fn tell(&self, writer: &mut Writer<'_>) -> Option<Told> {
        Some(tell(writer, self))
    }

    fn thing(&self, writer: &mut Writer<'_>) -> Option<Thing> {
        Some(schema::organisation(writer, self))
    }

    fn card(&self, writer: &mut Writer<'_>, card: &mut Card) {
        card.colour = layer_colour(writer, &self.id);
    }
}

fn tell(writer: &mut Writer<'_>, e: &Organisatie) -> Told {
    let say = writer.phrases().record();
    let layer = layer_of(writer, &e.id).and_then(|l| writer.model().lagen.get(l));
    let mut blocks = vec![neighbours(writer, e).map(drawing), relations(writer, &e.id)];
    // Who has a place here finds the rest on a page of their own.
    if places(writer, e).is_empty() {
        blocks.extend(planned_and_tasks(writer, &e.id));
        let open: Vec<Html> = open_choices(writer, e).into_iter().map(|c| choice_line(writer, c)).collect();
        blocks.push(list("open", say.to_choose(), open));
    }
    blocks.push(decisions_of(writer, &e.id));
    Told {
        lead: writer.maybe(e.omschrijving.as_ref()),
        colour: layer.and_then(|l| l.kleur).map(|c| c.word().to_owned()).unwrap_or_default(),
        tag: label_of(&e.soort),
        aliases: e.aliassen.clone(),
        answers: answers(writer, e),
        facts: facts(writer, e),
        blocks: blocks.into_iter().flatten().collect(),
    }
}

/// What the first screen tells in short; its places tell the rest.
fn answers(writer: &mut Writer<'_>, e: &Organisatie) -> Vec<Fact> {
    let say = writer.phrases().record();
    let name = short(e);
    let mut sits = Vec::new();
    for (body, member) in bodies_of(writer, e) {
        let words = writer.link(&body.id);
        sits.push(with_status(words, member.status.as_ref().map(|s| s.value), writer.words()));
    }
    let mut given = if contribution::is_asked(e) { contribution::lines(writer) } else { Vec::new() };
    let others: Vec<Html> =
        contribution::shares_with(writer, e).into_iter().map(|other| writer.link(&other.id)).collect();
    if !given.is_empty() && !others.is_empty() {
        let names = Html::sentence_of(&others, |names| writer.phrases().list(names));
        given.push(Html::sentence([names], |[names]| say.shared_office(names)));
    }
    [
        fact(&say.asked_of(name), whole_list(&given)),
        fact(&say.seats_of(name), whole_list(&sits)),
        fact(say.has_tie(), answers::ties(writer, &e.id)),
        fact(writer.phrases().running().reach(), whole_list(&contacts(writer, &e.id))),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn short(e: &Organisatie) -> &str {
    e.kort.as_deref().unwrap_or(&e.naam)
}

fn facts(writer: &mut Writer<'_>, e: &Organisatie) -> Vec<Fact> {
    let say = writer.phrases().record();
    let outside =
        |url: &str, words: &str| Html::element("a", &[("class", "extern"), ("rel", "noopener"), ("href", url)], words);
    let site = e.website.as_deref().map(|u| {
        let bare = u.trim_start_matches("https://").trim_start_matches("http://").trim_end_matches('/');
        outside(u, bare)
    });
    let tooi = e.tooi.as_deref().map(|u| {
        let code = u.rsplit('/').next().unwrap_or(u);
        outside(u, &say.in_register(code))
    });
    let shared = e.ambtelijke_organisatie.as_ref().map(|o| writer.link(&o.id)).unwrap_or_default();
    [
        fact(say.takes_part_as(), e.deelname.map(|d| label_of(writer.words().name(d))).unwrap_or_default()),
        fact(say.office(), shared),
        fact(say.website(), site.unwrap_or_default()),
        fact(say.official_id(), tooi.unwrap_or_default()),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The bodies in which it sits: by name, or with all of its sort.
fn bodies_of<'a>(writer: &Writer<'a>, e: &Organisatie) -> Vec<(&'a Gremium, &'a Lid)> {
    writer.model().seats_of(e)
}
