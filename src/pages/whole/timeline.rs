//! What happened and what was announced, by year: everything in the data that has a date, newest first.
//!
//! Nobody keeps this list: it is made from the milestones, the steps in how close ties are, and the actions that are done.

use crate::decode::{At, Citation, Moment};
use crate::markup::Html;
use crate::model::kinds::{Actie, Mijlpaal, NiveauStap, Relatie};
use crate::model::{AnyEntity, MilestoneKind, Status};
use crate::pages::kinds::{card, was_is};
use crate::pages::rows;
use crate::pages::view::{Card, Fact, Group};
use crate::pages::writing::{Writer, label_of, lower_first, planned, status_view, title};
use crate::phrases::Phrases;

/// A moment with what is told of it.
struct Entry {
    when: Moment,
    /// When it was recorded, where that is told.
    recorded: Option<Moment>,
    /// What was and what is since, where that is told.
    changed: Html,
    /// It happened or was decided; if not, it was announced, or what is written about it is contradictory.
    sure: bool,
    card: Card,
}

/// The entries by year, newest first: what happened, and after that what was only announced. A period stands at its end: what is due in 2024 comes after the quarters of 2024.
pub fn groups(writer: &mut Writer<'_>) -> Vec<Group> {
    let say = writer.phrases().timeline();
    let mut entries = entries(writer);
    entries.sort_by_key(|e| std::cmp::Reverse((e.sure, e.when.last_day(), e.when.first_day())));
    let mut groups: Vec<Group> = Vec::new();
    for mut entry in entries {
        // All stand in one list by time, also what has a page of its own: an item of the list links to it.
        entry.card.url.clear();
        let year = entry.when.last_day().year();
        let (id, title, text) = if entry.sure {
            (format!("jaar-{year}"), year.to_string(), "")
        } else {
            let title = say.announced(&year.to_string());
            let text = say.announced_text();
            (format!("aangekondigd-{year}"), title, text)
        };
        match groups.last_mut().filter(|g| g.id == id) {
            Some(group) => group.items.push(entry.card),
            None => groups.push(Group { id, title, text: text.into(), colour: String::new(), items: vec![entry.card] }),
        }
    }
    groups
}

/// All entries, in order of the data.
fn entries(writer: &mut Writer<'_>) -> Vec<Entry> {
    let mut entries = Vec::new();
    let model = writer.model();
    for milestone in &model.mijlpalen {
        let mut card = card(writer, milestone);
        let (when, sort) = (writer.label("wanneer"), writer.label("soort"));
        card.facts.retain(|f| f.label != when && f.label != sort);
        card.facts.insert(0, told(writer, milestone.status.as_ref(), milestone.wanneer.value));
        card.tag = tag(writer.phrases(), milestone.wanneer.value, writer.words().name(milestone.soort));
        let sure = is_sure(writer, milestone.status.as_ref(), milestone.wanneer.value);
        let recorded = milestone.vastgelegd.as_ref().map(|day| day.value);
        let changed = was_is(writer, milestone.was.as_ref(), milestone.werd.as_ref());
        entries.push(Entry { when: milestone.wanneer.value, recorded, changed, sure, card });
    }
    for decision in &model.besluiten {
        let when = decision.datum.value;
        let mut card = card(writer, decision);
        card.anchor = decision.id.value.clone();
        let (running, kind) = (writer.phrases().running(), writer.words().kind_named("besluit").one);
        let about = decision.raakt.iter().map(|id| writer.link(&id.id)).collect::<Vec<_>>();
        card.facts.extend([
            told(writer, decision.status.as_ref(), when),
            fact(running.who_decided(), writer.link(&decision.door.id)),
            fact(running.about(), if about.is_empty() { Html::default() } else { Html::list("", about) }),
            fact(kind, writer.link(&decision.id)),
        ]);
        card.facts.retain(|fact| !fact.value.is_empty());
        card.sources = writer.sources(decision.common().sources);
        card.tag = tag(writer.phrases(), when, &lower_first(writer.words().kind_named("besluit").one));
        let sure = is_sure(writer, decision.status.as_ref(), when);
        let recorded = decision.vastgelegd.as_ref().map(|day| day.value);
        let changed = was_is(writer, decision.was.as_ref(), decision.werd.as_ref());
        entries.push(Entry { when, recorded, changed, sure, card });
    }
    for relation in &model.relaties {
        let milestones: Vec<&Mijlpaal> = model.naming(&model.mijlpalen, &relation.id).collect();
        for (i, step) in relation.niveau.iter().enumerate() {
            // A command that raises a level tells of it in a milestone.
            let of_step = |m: &&Mijlpaal| matches!(&m.raakt[..], [tie, level] if tie.id == relation.id.value && level.id == step.niveau.id);
            let told = milestones.iter().any(of_step);
            if let Some(since) = step.vanaf.as_ref().filter(|_| !told) {
                let card = step_card(writer, relation, step, since.value, i + 1);
                let sure = is_sure(writer, Some(&step.status), since.value);
                entries.push(Entry { when: since.value, recorded: None, changed: Html::default(), sure, card });
            }
        }
    }
    for action in &model.acties {
        if let Some(done) = &action.gerealiseerd {
            let card = action_card(writer, action, done.value);
            entries.push(Entry { when: done.value, recorded: None, changed: Html::default(), sure: true, card });
        }
    }
    entries
}

/// Puts what was decided on a seat, a level or a date among the decisions of a list, the newest first: it is recorded as a milestone, and
/// leads to that.
pub fn put_acts(writer: &mut Writer<'_>, cards: &mut Vec<Card>, decisions: &[&dyn AnyEntity]) {
    let model = writer.model();
    let mut all: Vec<(Moment, Card)> = Vec::new();
    for (decision, card) in decisions.iter().zip(cards.drain(..)) {
        all.extend(model.besluiten.get(decision.id()).map(|decision| (decision.datum.value, card)));
    }
    let decided = |m: &&Mijlpaal| {
        let sure = m.status.as_ref().is_some_and(|status| status.value == Status::Besloten);
        m.soort == MilestoneKind::Besluit && m.vastgelegd.is_some() && sure
    };
    for act in model.mijlpalen.iter().filter(decided) {
        let by = act.door.as_ref().map(|by| format!(" · {}", model.name_of(&by.id))).unwrap_or_default();
        let mut card = card(writer, act);
        card.tag = format!("{}{by}", writer.phrases().moment(&act.wanneer));
        card.url = writer.book.of_record(act);
        card.anchor.clear();
        card.former.clear();
        card.facts.clear();
        card.sources.clear();
        all.push((act.wanneer.value, card));
    }
    all.sort_by_key(|(when, _)| std::cmp::Reverse(when.first_day()));
    cards.extend(all.into_iter().map(|(_, card)| card));
}

/// Something that happened or was decided, for the feed.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// What it is.
    pub title: String,
    /// Its place on the site, from the root.
    pub url: String,
    /// When it happened.
    pub when: Moment,
    /// When it was recorded, where that is told.
    pub recorded: Option<Moment>,
    /// More about it, in plain words; may be empty.
    pub text: String,
}

/// What is known to have happened or been decided: what was recorded last, or else happened last, first.
pub fn events(writer: &mut Writer<'_>) -> Vec<Event> {
    let kind = <Mijlpaal as crate::model::Entity>::KIND;
    let mut entries = entries(writer);
    entries.retain(|entry| entry.sure);
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.recorded.unwrap_or(entry.when).first_day()));
    let say = writer.phrases().running();
    let phrases = writer.phrases();
    let event = |entry: Entry| Event {
        title: entry.card.title,
        // A decision has a page of its own.
        url: match entry.card.url.as_str() {
            "" => format!("{}/#{}", kind.plural, entry.card.anchor),
            own => own.to_owned(),
        },
        when: entry.when,
        recorded: entry.recorded,
        // Who reads it on the day of the record must know that it happened earlier.
        text: [
            entry.recorded.map(|_| say.happened_on(&phrases.moment(&entry.when))).unwrap_or_default(),
            // What follows is another sentence.
            match entry.changed.plain() {
                told if told.is_empty() || told.ends_with(['.', '!', '?']) => told,
                told => told + ".",
            },
            entry.card.text.plain(),
        ]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" "),
    };
    entries.into_iter().map(event).collect()
}

/// Is it known that this happened?
fn is_sure(writer: &Writer<'_>, status: Option<&At<Status>>, when: Moment) -> bool {
    let known = matches!(status.map(|s| s.value), Some(Status::Besloten | Status::Feit | Status::Duiding));
    known && !is_to_come(writer, when)
}

/// Does it begin after the day as of which the content holds?
fn is_to_come(writer: &Writer<'_>, when: Moment) -> bool {
    writer.site().portal.day().is_some_and(|day| when.first_day() > day)
}

/// What happened in each year, for the first screen: the names, each leading to its entry.
pub fn in_short(groups: &[Group]) -> Vec<Fact> {
    let line = |card: &Card| {
        let mut line = Html::link(&format!("#{}", card.anchor), &card.title);
        if let Some(status) = &card.status {
            line.push_text(" ");
            line.label("span", &format!("status status-{}", status.word), &status.name);
        }
        line
    };
    let of = |group: &Group| Fact { label: group.title.clone(), value: Html::list("", group.items.iter().map(line)) };
    groups.iter().map(of).collect()
}

/// A step in how close a tie is.
fn step_card(writer: &mut Writer<'_>, relation: &Relatie, step: &NiveauStap, since: Moment, number: usize) -> Card {
    let say = writer.phrases().timeline();
    let model = writer.model();
    let look = rows::look(writer, model.niveaus.get(&step.niveau.id));
    let (colour, level) = (look.colour, look.name);
    let mut facts = vec![told(writer, Some(&step.status), since), fact(say.tie(), writer.link(&relation.id))];
    if let Some(by) = &step.besluit_van {
        facts.push(fact(say.decided_by(), writer.link(&by.id)));
    }
    let text = writer.maybe(step.toelichting.as_ref());
    Card {
        colour,
        ..loose(
            writer,
            format!("{}: {level}", relation.name(model)),
            // A point stands in no id of these kinds, so this can be no record's anchor.
            format!("{}.{number}", relation.id.value),
            text,
            tag(writer.phrases(), since, &lower_first(writer.words().kind_named("niveau").one)),
            Some(&step.status),
            facts,
            &step.bron,
        )
    }
}

/// An action that is done: what was planned beside what came of it.
fn action_card(writer: &mut Writer<'_>, action: &Actie, done: Moment) -> Card {
    let say = writer.phrases().timeline();
    let name = title(writer, action);
    let facts = vec![
        fact(say.planned(), planned(writer.phrases(), action)),
        fact(say.done(), writer.phrases().moment(&done)),
        fact(say.belongs_to(), writer.link(&action.opgave.id)),
    ];
    let text = writer.maybe(action.toelichting.as_ref());
    let anchor = format!("{}.klaar", action.id.value);
    let tag = tag(writer.phrases(), done, &lower_first(writer.words().kind_named("actie").one));
    Card {
        former: action.voorheen.iter().map(|id| format!("{}.klaar", id.value)).collect(),
        ..loose(writer, name, anchor, text, tag, action.status.as_ref(), facts, &action.bron)
    }
}

#[allow(clippy::too_many_arguments, reason = "the parts of a card, each named where it is made")]
fn loose(
    writer: &Writer<'_>,
    title: String,
    anchor: String,
    text: Html,
    tag: String,
    status: Option<&At<Status>>,
    facts: Vec<Fact>,
    sources: &[Citation],
) -> Card {
    Card {
        title,
        url: String::new(),
        anchor,
        former: Vec::new(),
        text,
        tag,
        colour: String::new(),
        status: status_view(status, writer.words()).filter(|s| s.word != Status::Feit.word()),
        facts,
        sources: writer.sources(sources),
    }
}

/// `7 juli 2023 · besluit`.
fn tag(phrases: &Phrases, when: Moment, what: &str) -> String {
    format!("{} · {what}", label_of(&phrases.moment(&when)))
}

fn fact(label: &str, value: impl Into<Html>) -> Fact {
    Fact { label: label.into(), value: value.into() }
}

/// Did it happen, or was it only announced? Against the date as of which the content holds.
fn told(writer: &Writer<'_>, status: Option<&At<Status>>, when: Moment) -> Fact {
    let say = writer.phrases().timeline();
    let to_come = is_to_come(writer, when);
    let running = writer.site().portal.day().is_some_and(|day| !when.is_over_on(day));
    let words = match status.map(|s| s.value) {
        Some(Status::Besloten) if to_come => say.decided_to_come(),
        Some(Status::Besloten) => say.decided(),
        Some(Status::Feit) if to_come => say.fact_to_come(),
        Some(Status::Feit) => say.fact(),
        Some(Status::Tegenstrijdig) => say.contradictory(),
        Some(Status::Duiding) => say.reading(),
        Some(Status::Voorstel | Status::Open) | None if to_come => say.announced_to_come(),
        Some(Status::Voorstel | Status::Open) | None if running => say.announced_running(),
        Some(Status::Voorstel | Status::Open) | None => say.announced_past(),
    };
    fact(say.happened(), words.to_owned())
}
