//! A body: what is it, who sits in it, what does it decide, with whom is it tied, what is still open?

use super::answers::{self, MOST, choice_line, open_choices, short_list, whole_list};
use super::face::{Face, Thing};
use super::parts::{fact, layer_colour, list, relations, table, with_status};
use super::running::{calendar_link, contacts, decisions_of, meetings as meetings_of};
use super::schema;
use super::tasks::planned_and_tasks;
use super::told::Told;
use crate::html;
use crate::markup::Html;
use crate::model::Entity;
use crate::model::kinds::{Gremium, Lid, Route};
use crate::pages::book::COMPARED;
use crate::pages::view::Card;
use crate::pages::writing::{Writer, label_of, lower_first};

impl Face for Gremium {
    fn tell(&self, writer: &mut Writer<'_>) -> Option<Told> {
        Some(tell(writer, self))
    }

    fn thing(&self, writer: &mut Writer<'_>) -> Option<Thing> {
        Some(schema::body(writer, self))
    }

    fn card(&self, writer: &mut Writer<'_>, card: &mut Card) {
        card.colour = layer_colour(writer, &self.id);
    }
}

fn tell(writer: &mut Writer<'_>, e: &Gremium) -> Told {
    let say = writer.phrases().record();
    let layer = writer.model().lagen.get(&e.laag.id);
    let decides = if e.besluit { say.yes() } else { say.no() };
    let decides = with_status(html![decides, "."], e.besluit_status.as_ref().map(|s| s.value), writer.words());
    let why = writer.maybe(e.besluit_toelichting.as_ref());
    let inside = answers::members(writer, &e.lid);
    let open: Vec<Html> = open_choices(writer, e).into_iter().map(|c| choice_line(writer, c)).collect();
    let questions = questions(writer, &e.id);
    let reach = contacts(writer, &e.id);
    let answers = [
        fact(say.decides(), if why.is_empty() { decides } else { html![decides, " ", why] }),
        fact(say.who_sits(), short_list(writer.phrases(), &inside, "leden")),
        fact(say.ties_with(), answers::ties(writer, &e.id)),
        fact(say.still_open(), short_list(writer.phrases(), &open, "open")),
        fact(say.which_question(), whole_list(&questions)),
        fact(writer.phrases().running().reach(), whole_list(&reach)),
    ];
    let members = members(writer, &e.lid);
    let tasks = e.taken.iter().map(|t| writer.text(t)).collect();
    let meets = writer.maybe(e.vergadert.as_ref());
    let mut blocks = vec![
        list("taken", say.does(), tasks),
        relations(writer, &e.id),
        table("leden", say.who_sits(), &[writer.phrases().common().who(), say.role(), say.note()], members),
        // Where the first screen has them all, they need no second place.
        list("open", say.to_choose(), if open.len() > MOST { open } else { Vec::new() }),
        meetings_of(writer, &e.id),
        decisions_of(writer, &e.id),
    ];
    blocks.extend(planned_and_tasks(writer, &e.id));
    Told {
        lead: writer.text(&e.omschrijving),
        colour: layer.and_then(|l| l.kleur).map(|c| c.word().to_owned()).unwrap_or_default(),
        tag: layer.map(|l| l.naam.clone()).unwrap_or_default(),
        aliases: e.aliassen.clone(),
        answers: answers.into_iter().flatten().collect(),
        facts: [
            fact(say.meets(), meets),
            fact(writer.phrases().running().in_calendar(), calendar_link(writer, Some(&e.id))),
            fact(say.beside(), beside(writer, &e.id)),
        ]
        .into_iter()
        .flatten()
        .collect(),
        blocks: blocks.into_iter().flatten().collect(),
    }
}

/// To the table of all bodies, with this one chosen.
fn beside(writer: &Writer<'_>, id: &str) -> Html {
    let list = format!("{}/", Gremium::KIND.plural);
    if writer.model().gremia.len() < 2 || !writer.book.slots.contains_key(list.as_str()) {
        return Html::default();
    }
    let kinds = lower_first(writer.words().kind(Gremium::KIND).many);
    let href = format!("{}?naast={id}#{}", writer.href(&list), COMPARED);
    Html::link(&href, writer.phrases().record().to_compare(&kinds))
}

/// The members, those of whom the same is told in one row.
fn members(writer: &mut Writer<'_>, members: &[Lid]) -> Vec<Vec<Html>> {
    let mut rows: Vec<Vec<Html>> = Vec::new();
    for member in members {
        let who = answers::who(writer, member);
        let who = with_status(who, member.status.as_ref().map(|s| s.value), writer.words());
        let function: Html =
            member.functie.as_deref().map(|f| label_of(&writer.function(f))).unwrap_or_default().into();
        let mut notes = vec![
            member.periode.as_deref().map(|p| html![label_of(p), "."]).unwrap_or_default(),
            writer.maybe(member.toelichting.as_ref()),
        ];
        notes.retain(|n| !n.is_empty());
        let note = Html::join(&notes, " ");
        match rows.last_mut().filter(|row| !note.is_empty() && row[1] == function && row[2] == note) {
            Some(row) => {
                row[0].open("br", &[]);
                row[0].push(who);
            }
            None => rows.push(vec![who, function, note]),
        }
    }
    rows
}

/// The questions that lead here; with few of them their answers too.
fn questions(writer: &mut Writer<'_>, id: &str) -> Vec<Html> {
    let model = writer.model();
    let routes: Vec<&Route> = model.naming(&model.routes, id).filter(|r| r.naar.id == id).collect();
    let brief = routes.len() > 2;
    let mut items = Vec::new();
    for route in routes {
        let url = writer.href(&writer.book.of_record(route));
        let question = Html::link(&url, &route.vraag);
        let told = if brief { question } else { html![question, " ", writer.text(&route.antwoord)] };
        items.push(with_status(told, route.status.as_ref().map(|status| status.value), writer.words()));
    }
    items
}
