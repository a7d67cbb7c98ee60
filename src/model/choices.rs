//! Which choices a record or a text speaks of: by a link, by a key, or by their state (`{{ keuze.een-keuze.stand }}`).

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
        record.kind().name != "keuze" && status == Some(super::Status::Open)
    };
    model.all().filter(open).filter(move |record| choices_of(model, *record).iter().eq([choice]))
}
