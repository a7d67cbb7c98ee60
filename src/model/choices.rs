//! Which choices a record or a text speaks of: by a link, by a key, or by their state (`{{ keuze.een-keuze.stand }}`).

use super::kinds::Keuze;
use super::rules::names_in;
use super::{AnyEntity, Model};
use crate::decode::Shown;
use std::collections::BTreeSet;

/// The id of the choice that the key of a figure names: `keuze.een-keuze.uitkomst`.
pub fn choice_of_key(key: &str) -> Option<&str> {
    key.strip_prefix("keuze.")?.rsplit_once('.').map(|(id, _)| id)
}

/// The choices whose state a text gives.
pub fn states_in(text: &str) -> impl Iterator<Item = &str> {
    let gaps = text.split("{{").skip(1);
    gaps.filter_map(|gap| choice_of_key(gap.split_once("}}")?.0.trim()))
}

/// The choices that a record speaks of.
pub fn choices_of(model: &Model, record: &dyn AnyEntity) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut add = |id: &str| {
        if model.keuzes.get(id).is_some() {
            found.insert(id.to_owned());
        }
    };
    Shown::Table(record.values()).walk(&mut |value| match value {
        Shown::Reference { id, .. } => add(id),
        Shown::Markdown(text) => names_in(&text.raw).chain(states_in(&text.raw)).for_each(&mut add),
        _ => {}
    });
    found
}

/// The records that are open and speak of this choice alone: once it is made, they are not open any more.
pub fn open_for<'m>(model: &'m Model, choice: &str) -> impl Iterator<Item = &'m dyn AnyEntity> {
    let open = |record: &&dyn AnyEntity| {
        let status = record.common().status.map(|s| s.value);
        !record.kind().is::<Keuze>() && status == Some(super::Status::Open)
    };
    model.all().filter(open).filter(move |record| choices_of(model, *record).iter().eq([choice]))
}

/// The choices that were made and whose state a record gives in its texts, or to which it leads as an answer: what it tells of them is of
/// a later day than what it cites.
pub fn outcomes_told<'m>(model: &'m Model, record: &dyn AnyEntity) -> Vec<&'m Keuze> {
    let mut found = BTreeSet::new();
    // A plan in which nothing was chosen asks for no look at all texts.
    if *model.chosen.get_or_init(|| model.keuzes.iter().any(|choice| choice.uitkomst.is_some())) {
        Shown::Table(record.values()).walk(&mut |value| {
            if let Shown::Markdown(text) = value {
                found.extend(states_in(&text.raw).map(str::to_owned));
            }
        });
        let leads = record.values().into_iter().find_map(|(key, shown)| match shown {
            Shown::Reference { id, .. } if key == "naar" => Some(id.to_owned()),
            _ => None,
        });
        found.extend(leads);
    }
    made(model, found.iter().map(String::as_str))
}

/// Those of these choices that were made.
pub fn made<'m, 'i>(model: &'m Model, ids: impl Iterator<Item = &'i str>) -> Vec<&'m Keuze> {
    ids.filter_map(|id| model.keuzes.get(id)).filter(|choice| choice.uitkomst.is_some()).collect()
}
