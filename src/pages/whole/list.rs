//! The pages that list the records of a kind, in groups where the collaboration has them.

use super::{by_level, by_participation, timeline};
use crate::decode::Shown;
use crate::markup::Html;
use crate::model::kinds::{Besluit, Bijeenkomst, Gremium};
use crate::model::{AnyEntity, Colour, Entity, Kind};
use crate::pages::book::CHANGES;
use crate::pages::kinds;
use crate::pages::view::{Card, Fact, Group, PageView, TocItem};
use crate::pages::writing::{Writer, label_of};
use std::collections::BTreeMap;

/// A list of more items than these without a page of their own is long.
const MANY: usize = 16;

/// Fills the view of the page that lists the records of a kind.
pub fn fill(writer: &mut Writer<'_>, kind: Kind, view: &mut PageView) {
    let model = writer.model();
    let mut records = model.of_kind(kind.name);
    if [Bijeenkomst::KIND.name, Besluit::KIND.name].contains(&kind.name) {
        // What came last is what people come for.
        records.sort_by_key(|record| std::cmp::Reverse(day_of(*record)));
    }
    if kind.name == "mijlpaal" {
        view.groups = timeline::groups(writer);
        view.answers = timeline::in_short(&view.groups);
        let say = writer.phrases().running();
        if writer.book.slots.contains_key(CHANGES.url) {
            let link = Html::link(&writer.href(CHANGES.url), say.all_changes());
            view.answers.insert(0, Fact { label: say.changes().into(), value: link });
        }
        view.long = is_long(view);
        view.toc.extend(view.groups.iter().map(heading));
        return;
    }
    if kind.name == "relatie" {
        view.groups = by_level::groups(writer);
        view.long = view.groups.iter().map(|group| group.items.len()).sum::<usize>() > MANY;
        view.toc.extend(view.groups.iter().map(heading));
        return;
    }
    let grouped: Vec<(Group, &str)> = match kind.name {
        "gremium" => model.lagen.iter().map(|l| (group(writer, l, l.kleur), l.id.value.as_str())).collect(),
        "opgave" => model.sporen.iter().map(|s| (group(writer, s, s.kleur), s.id.value.as_str())).collect(),
        "actie" | "keuze" => model
            .opgaven
            .iter()
            .map(|o| {
                let mut group = group(writer, o, None);
                group.title = format!("{} {}: {}", writer.words().kind_named("opgave").one, o.nummer, o.naam);
                group.colour = kinds::spoor_colour(writer, &o.spoor.id);
                (group, o.id.value.as_str())
            })
            .collect(),
        _ => Vec::new(),
    };
    if grouped.is_empty() {
        let mut cards: Vec<Card> = records.iter().map(|r| kinds::card(writer, *r)).collect();
        if kind.name == Besluit::KIND.name {
            timeline::put_acts(writer, &mut cards, &records);
        }
        if kind.name == "begrip" {
            cards.sort_by_key(|c| c.title.to_lowercase());
            view.letters = letters(&cards);
        }
        if kind.name == "organisatie" {
            view.groups = by_participation::groups(writer, cards);
        } else if records.len() > MANY && matches!(kind.name, "vraag" | "route") {
            view.groups = by_goal(writer, &records, cards);
        } else if let Some(groups) = by_first_part(&records, &mut cards) {
            view.groups = groups;
        } else {
            view.items = cards;
        }
        if kind.name == Bijeenkomst::KIND.name {
            let say = writer.phrases().running();
            view.answers.push(Fact { label: say.in_calendar().into(), value: kinds::calendar_link(writer, None) });
        }
    } else {
        let mut members: BTreeMap<String, Vec<&dyn AnyEntity>> = BTreeMap::new();
        for record in records {
            if let Some(key) = group_key(record.values(), kind.name) {
                members.entry(key).or_default().push(record);
            }
        }
        for (mut group, key) in grouped {
            let members = members.remove(key).unwrap_or_default();
            group.items = members.into_iter().map(|r| kinds::card(writer, r)).collect();
            if !group.items.is_empty() {
                view.groups.push(group);
            }
        }
    }
    if kind.name == Gremium::KIND.name {
        view.compare = super::compare::bodies(writer);
    }
    view.long = is_long(view);
    view.toc.extend(view.groups.iter().map(heading));
}

fn is_long(view: &PageView) -> bool {
    let all = view.groups.iter().flat_map(|group| &group.items).chain(&view.items);
    all.filter(|card| card.url.is_empty()).count() > MANY
}

/// Questions by what they lead to: a kind of record.
fn by_goal(writer: &Writer<'_>, records: &[&dyn AnyEntity], cards: Vec<Card>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (record, card) in records.iter().zip(cards) {
        let goal = record.values().into_iter().find(|(key, _)| *key == "naar").and_then(|(_, shown)| match shown {
            Shown::Reference { id, .. } => writer.model().get(id),
            _ => None,
        });
        let (id, title) = match goal.map(AnyEntity::kind) {
            Some(kind) => (format!("over-{}", kind.plural), writer.words().kind(kind).many.to_owned()),
            None => ("over-de-rest".to_owned(), writer.phrases().common().others().to_owned()),
        };
        match groups.iter_mut().find(|group| group.id == id) {
            Some(group) => group.items.push(card),
            None => groups.push(Group { title, id, text: Html::default(), colour: String::new(), items: vec![card] }),
        }
    }
    groups
}

/// Many records whose ids are `deel.naam` stand in groups by that part; `None` when they are few or called otherwise.
fn by_first_part(records: &[&dyn AnyEntity], cards: &mut Vec<Card>) -> Option<Vec<Group>> {
    let parts: Option<Vec<&str>> = records.iter().map(|r| r.id().split_once('.').map(|(part, _)| part)).collect();
    let parts = parts.filter(|parts| parts.len() > MANY)?;
    let mut groups: Vec<Group> = Vec::new();
    for (part, card) in parts.into_iter().zip(std::mem::take(cards)) {
        let id = format!("deel-{part}");
        match groups.iter_mut().find(|group| group.id == id) {
            Some(group) => group.items.push(card),
            None => groups.push(Group {
                title: label_of(part),
                id,
                text: Html::default(),
                colour: String::new(),
                items: vec![card],
            }),
        }
    }
    Some(groups)
}

/// The day of a meeting or decision.
fn day_of(record: &dyn AnyEntity) -> Option<jiff::civil::Date> {
    record.values().into_iter().find_map(|(key, shown)| match shown {
        Shown::Moment(day) if key == "datum" => Some(day.first_day()),
        _ => None,
    })
}

fn group(writer: &mut Writer<'_>, record: &dyn AnyEntity, colour: Option<Colour>) -> Group {
    let opening = record.values().into_iter().find(|(key, _)| *key == "omschrijving");
    Group {
        title: record.name(writer.model()),
        id: record.id().to_owned(),
        text: opening.map(|(_, shown)| writer.value(&shown)).unwrap_or_default(),
        colour: colour.map(|c| c.word().to_owned()).unwrap_or_default(),
        items: Vec::new(),
    }
}

/// The id that says in which group a record belongs.
fn group_key(values: Vec<(&'static str, Shown<'_>)>, kind: &str) -> Option<String> {
    let key = match kind {
        "gremium" => "laag",
        "opgave" => "spoor",
        _ => "opgave",
    };
    values.into_iter().find(|(k, _)| *k == key).and_then(|(_, shown)| match shown {
        Shown::Reference { id, .. } => Some(id.to_owned()),
        _ => None,
    })
}

fn heading(group: &Group) -> TocItem {
    TocItem { id: group.id.clone(), title: group.title.clone(), level: 2 }
}

/// Each first letter, leading to the first item with it.
fn letters(cards: &[Card]) -> Vec<TocItem> {
    let mut letters: Vec<TocItem> = Vec::new();
    for card in cards {
        let letter = card.title.chars().next().map(|c| c.to_uppercase().to_string()).unwrap_or_default();
        if letters.last().is_none_or(|last| last.title != letter) {
            letters.push(TocItem { id: card.anchor.clone(), title: letter, level: 2 });
        }
    }
    letters
}
