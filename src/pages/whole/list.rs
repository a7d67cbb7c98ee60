//! The pages that list the records of a kind, in groups where the collaboration has them.

use super::{by_level, by_participation, timeline};
use crate::decode::Shown;
use crate::markup::Html;
use crate::model::kinds::Gremium;
use crate::model::{AnyEntity, Arranged, Kind};
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
    if matches!(kind.arranged, Arranged::Meetings | Arranged::Decisions) {
        // What came last is what people come for.
        records.sort_by_key(|record| std::cmp::Reverse(day_of(*record)));
    }
    match kind.arranged {
        Arranged::Timeline => {
            view.groups = timeline::groups(writer);
            view.answers = timeline::in_short(&view.groups);
            let say = writer.phrases().running();
            if writer.book.slots.contains_key(CHANGES.url) {
                let link = Html::link(&writer.href(CHANGES.url), say.all_changes());
                view.answers.insert(0, Fact { label: say.changes().into(), value: link });
            }
        }
        Arranged::ByLevel => view.groups = by_level::groups(writer),
        Arranged::Under(of) if !model.of_kind(of).is_empty() => view.groups = under(writer, of, &records),
        Arranged::ByParticipation => {
            let cards = cards(writer, &records);
            view.groups = by_participation::groups(writer, cards);
        }
        Arranged::ByGoal if records.len() > MANY => {
            let cards = cards(writer, &records);
            view.groups = by_goal(writer, &records, cards);
        }
        Arranged::Alphabet => {
            view.items = cards(writer, &records);
            view.items.sort_by_key(|c| c.title.to_lowercase());
            view.letters = letters(&view.items);
        }
        Arranged::Decisions => {
            view.items = cards(writer, &records);
            timeline::put_acts(writer, &mut view.items, &records);
        }
        Arranged::Meetings => {
            view.items = cards(writer, &records);
            let say = writer.phrases().running();
            view.answers.push(Fact { label: say.in_calendar().into(), value: kinds::calendar_link(writer, None) });
        }
        Arranged::Plain | Arranged::ByGoal | Arranged::Under(_) => {
            let mut cards = cards(writer, &records);
            match by_first_part(&records, &mut cards) {
                Some(groups) => view.groups = groups,
                None => view.items = cards,
            }
        }
    }
    if kind.is::<Gremium>() {
        view.compare = super::compare::bodies(writer).map(Box::new);
    }
    view.long = match kind.arranged {
        Arranged::ByLevel => view.groups.iter().map(|group| group.items.len()).sum::<usize>() > MANY,
        _ => is_long(view),
    };
    view.toc.extend(view.groups.iter().map(heading));
}

fn cards(writer: &mut Writer<'_>, records: &[&dyn AnyEntity]) -> Vec<Card> {
    records.iter().map(|record| kinds::card(writer, *record)).collect()
}

/// Records under those of a kind to which the key of the same name leads; one that has none under it says nothing here.
fn under(writer: &mut Writer<'_>, of: &str, records: &[&dyn AnyEntity]) -> Vec<Group> {
    let mut members: BTreeMap<String, Vec<&dyn AnyEntity>> = BTreeMap::new();
    for record in records {
        if let Some(id) = led_to(*record, of) {
            members.entry(id).or_default().push(*record);
        }
    }
    let mut groups = Vec::new();
    for head in writer.model().of_kind(of) {
        if let Some(members) = members.remove(head.id()) {
            let items = cards(writer, &members);
            groups.push(Group { items, ..kinds::group(writer, head) });
        }
    }
    groups
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

/// The id to which a key leads.
fn led_to(record: &dyn AnyEntity, key: &str) -> Option<String> {
    record.values().into_iter().find(|(k, _)| *k == key).and_then(|(_, shown)| match shown {
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
