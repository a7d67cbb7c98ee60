//! A partner: where does it sit, with whom is it tied, what is asked of it, what is still open, whom does it ask?

use super::answers::{self, choice_line, open_choices, short_list, tie_link, whole_list};
use super::face::{Face, Thing};
use super::parts::{fact, list, relations, table, with_status};
use super::schema;
use super::tasks::planned_and_tasks;
use super::told::Told;
use crate::model::kinds::{Gremium, Lid, Organisatie, Route};
use crate::model::{Participation, Status};
use crate::pages::rows::contribution;
use crate::pages::rows::{current, layer_of};
use crate::pages::view::{Block, Fact};
use crate::pages::writing::{Writer, escape, label_of};

impl Face for Organisatie {
    fn tell(&self, writer: &mut Writer<'_>) -> Option<Told> {
        Some(tell(writer, self))
    }

    fn thing(&self, writer: &mut Writer<'_>) -> Option<Thing> {
        Some(schema::organisation(writer, self))
    }
}

fn tell(writer: &mut Writer<'_>, e: &Organisatie) -> Told {
    let all = writer.phrases().common();
    let say = writer.phrases().record();
    let layer = layer_of(writer, &e.id).and_then(|l| writer.model().lagen.get(l));
    let mut blocks = vec![
        table("zetels", say.seats(), &[all.body(), say.role(), say.note()], seats(writer, e)),
        table("onzeker", say.unsure(), &[all.body(), say.who_sits(), say.note()], unsure(writer, e)),
    ];
    blocks.extend(asked(writer, e));
    blocks.push(relations(writer, &e.id));
    blocks.push(table(
        "banden-via",
        say.through(),
        &[say.through_head(), say.through_with()],
        through_bodies(writer, e),
    ));
    blocks.push(list("open", say.to_choose(), open(writer, e)));
    blocks.extend(planned_and_tasks(writer, &e.id));
    blocks.push(questions(writer, e));
    Told {
        lead: writer.maybe(e.omschrijving.as_ref()),
        colour: layer.and_then(|l| l.kleur).map(|c| c.word().to_owned()).unwrap_or_default(),
        tag: label_of(&e.soort),
        aliases: e.aliassen.clone(),
        answers: answers(writer, e, false),
        facts: facts(writer, e),
        blocks: blocks.into_iter().flatten().collect(),
    }
}

/// What the first screen tells in short, and the sheet of paper in `whole`.
pub fn answers(writer: &mut Writer<'_>, e: &Organisatie, whole: bool) -> Vec<Fact> {
    let say = writer.phrases().record();
    let phrases = writer.phrases();
    let list =
        |items: &[String], anchor: &str| if whole { whole_list(items) } else { short_list(phrases, items, anchor) };
    let name = short(e);
    let mut sits = Vec::new();
    for (body, member) in bodies_of(writer, e) {
        let function =
            member.functie.as_deref().filter(|f| *f != "lid").map(|f| format!(" ({})", escape(&writer.function(f))));
        let words = format!("{}{}", writer.link(&body.id), function.unwrap_or_default());
        sits.push(with_status(words, member.status.as_ref().map(|s| s.value), writer.words()));
    }
    let mut given = if contribution::is_asked(e) { contribution::lines(writer) } else { Vec::new() };
    let others = contribution::shares_with(writer, e);
    if !given.is_empty() && !others.is_empty() {
        given.push(say.shared_office(&writer.phrases().list(&others)));
    }
    let unsure = unsure(writer, e).into_iter();
    let unsure: Vec<String> = match whole {
        true => unsure.map(|row| format!("{} ({})", row[0], row[1])).collect(),
        false => unsure.filter_map(|row| row.into_iter().next()).collect(),
    };
    let open = open(writer, e);
    let through: Vec<String> = match whole {
        true => through_bodies(writer, e).into_iter().map(|row| row.join(": ")).collect(),
        false => Vec::new(),
    };
    [
        fact(&say.seats_of(name), list(&sits, "zetels")),
        fact(&say.asked_of(name), list(&given, "bijdrage")),
        fact(say.has_tie(), answers::ties(writer, &e.id)),
        fact(say.through(), whole_list(&through)),
        fact(say.unsure(), list(&unsure, "onzeker")),
        fact(say.still_open(), list(&open, "open")),
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
    let outside = |url: &str, words: &str| {
        format!("<a class=\"extern\" rel=\"noopener\" href=\"{}\">{}</a>", escape(url), escape(words))
    };
    let site = e.website.as_deref().map(|u| {
        let bare = u.trim_start_matches("https://").trim_start_matches("http://").trim_end_matches('/');
        outside(u, bare)
    });
    let tooi = e.tooi.as_deref().map(|u| {
        let code = u.rsplit('/').next().unwrap_or(u);
        outside(u, &say.in_register(code))
    });
    let neighbours: Vec<String> = e.buren.iter().map(|b| writer.link(&b.id)).collect();
    let shared = e.ambtelijke_organisatie.as_ref().map(|o| writer.link(&o.id)).unwrap_or_default();
    [
        fact(say.takes_part_as(), e.deelname.map(|d| escape(&label_of(writer.words().name(d)))).unwrap_or_default()),
        fact(say.office(), shared),
        fact(say.borders(), neighbours.join(", ")),
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

fn seats(writer: &mut Writer<'_>, e: &Organisatie) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    for (body, member) in bodies_of(writer, e) {
        let name = with_status(writer.link(&body.id), member.status.as_ref().map(|s| s.value), writer.words());
        let function = member.functie.as_deref().map(|f| label_of(&writer.function(f))).unwrap_or_default();
        rows.push(vec![name, escape(&function), writer.maybe(member.toelichting.as_ref())]);
    }
    rows
}

/// Bodies of which the data say in words only who is in them, so that nobody knows whether this one is: asked of those who
/// take part.
fn unsure(writer: &mut Writer<'_>, e: &Organisatie) -> Vec<Vec<String>> {
    if !matches!(e.deelname, Some(Participation::Deelnemer | Participation::BeoogdDeelnemer)) {
        return Vec::new();
    }
    let mut rows = Vec::new();
    for body in &writer.model().gremia {
        if body.lid.iter().any(|m| m.includes(e)) {
            continue;
        }
        for member in &body.lid {
            let (Some(group), None, Some(status)) = (&member.groep, &member.soort, &member.status) else { continue };
            if matches!(status.value, Status::Feit | Status::Besloten) {
                continue;
            }
            let name = with_status(writer.link(&body.id), Some(status.value), writer.words());
            rows.push(vec![name, writer.text(group), writer.maybe(member.toelichting.as_ref())]);
        }
    }
    rows
}

/// What is asked of it, with where that comes from.
fn asked(writer: &mut Writer<'_>, e: &Organisatie) -> Vec<Option<Block>> {
    let say = writer.phrases().record();
    if !contribution::is_asked(e) {
        return Vec::new();
    }
    let head = [
        say.contribution(),
        say.in_people(),
        say.in_hours(),
        say.in_money(),
        say.how_long(),
        writer.phrases().common().source(),
    ];
    let rows = contribution::rows(writer);
    let title = say.asked_of(short(e));
    let mut notes = Vec::new();
    let others = contribution::shares_with(writer, e);
    if let (Some(shared), false) = (&e.ambtelijke_organisatie, others.is_empty()) {
        notes.push(say.shares_office(&escape(&e.naam), &writer.phrases().list(&others), &writer.link(&shared.id)));
    }
    for given in &writer.model().bijdragen {
        let note = writer.maybe(given.toelichting.as_ref());
        if !note.is_empty() {
            notes.push(format!("{}: {note}", writer.link(&given.id)));
        }
    }
    vec![table("bijdrage", &title, &head, rows), list("bijdrage-uitleg", say.how_reckoned(), notes)]
}

/// For each body in which it sits: with whom that body is tied, the closest first.
fn through_bodies(writer: &mut Writer<'_>, e: &Organisatie) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    for (body, _) in bodies_of(writer, e) {
        let mut links = Vec::new();
        for relation in answers::of(writer, &body.id) {
            let level = current(writer, relation).map(|s| writer.model().name_of(&s.niveau.id).to_lowercase());
            let level = level.map(|l| format!(" ({})", escape(&l))).unwrap_or_default();
            links.push(format!("{}{level}", tie_link(writer, relation, &body.id)));
        }
        if !links.is_empty() {
            rows.push(vec![writer.link(&body.id), links.join(", ")]);
        }
    }
    rows
}

/// Its own open choices, and those of the bodies that decide and in which it sits.
fn open(writer: &mut Writer<'_>, e: &Organisatie) -> Vec<String> {
    let mut choices = open_choices(writer, e);
    for (body, _) in bodies_of(writer, e) {
        if body.besluit {
            let model = writer.model();
            let own = model.naming(&model.keuzes, &body.id).filter(|c| c.uitkomst.is_none());
            choices.extend(own.filter(|c| c.wie.as_ref().is_some_and(|w| w.id == body.id.value)));
        }
    }
    let mut seen = std::collections::BTreeSet::new();
    choices.retain(|c| seen.insert(c.id.value.clone()));
    choices.into_iter().map(|c| choice_line(writer, c)).collect()
}

/// Questions that lead to a body in which it sits, and the way to all others.
fn questions(writer: &mut Writer<'_>, e: &Organisatie) -> Option<Block> {
    let say = writer.phrases().record();
    let items = routes(writer, e);
    if items.is_empty() {
        return None;
    }
    let all = writer.href("routes/");
    let items: String = items.into_iter().map(|item| format!("<li>{item}</li>")).collect();
    let html = format!("<ul>{items}</ul><p><a href=\"{}\">{}</a></p>", escape(&all), escape(say.all_questions()));
    Some(Block::Text { id: "vragen".into(), title: say.routes().into(), html })
}

/// Question and where it leads, for the bodies in which it sits; else the first questions of all.
pub fn routes(writer: &mut Writer<'_>, e: &Organisatie) -> Vec<String> {
    let sits: Vec<&str> = bodies_of(writer, e).iter().map(|(b, _)| b.id.value.as_str()).collect();
    if sits.is_empty() {
        return Vec::new();
    }
    let model = writer.model();
    let leads_there = |route: &&Route| sits.contains(&route.naar.id.as_str());
    let mut own: Vec<&Route> = sits.iter().flat_map(|id| model.naming(&model.routes, id)).filter(leads_there).collect();
    own.sort_by_key(|r| (r.volgorde.unwrap_or(i64::MAX), model.routes.place(&r.id)));
    own.dedup_by_key(|r| &r.id.value);
    let others = model.routes_in_order().filter(|route| !leads_there(route));
    let mut items = Vec::new();
    for route in own.into_iter().chain(others).take(6) {
        let question = escape(&route.vraag);
        items.push(format!("{question} {}", writer.link(&route.naar.id)));
    }
    items
}
