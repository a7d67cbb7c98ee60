//! What records are called besides their name: abbreviations, synonyms, words that people look for, and old terms.

use crate::decode::Shown;
use crate::model::{AnyEntity, Model, NAMES as ALSO};
use std::collections::BTreeMap;

/// Other names of one record or page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Names {
    /// Abbreviations, synonyms and other names that still hold.
    pub also: Vec<String>,
    /// Names that this one took the place of.
    pub former: Vec<String>,
    /// The same question in other words.
    pub asked: Vec<String>,
    /// Words to look for, which are no names.
    pub keywords: Vec<String>,
    /// Has another taken its place?
    pub superseded: bool,
}

/// Keys under which it tells words to look for.
const KEYWORDS: &[&str] = &["trefwoorden"];
/// Key under which a question has its other wordings.
const ASKED: &str = "ook";

/// The names of all records, by id.
pub fn of_records(model: &Model) -> BTreeMap<String, Names> {
    let mut all: BTreeMap<String, Names> = BTreeMap::new();
    for kind in Model::KINDS {
        for record in model.of_kind(kind.name) {
            let mut replaced_by = None;
            let own = all.entry(record.id().to_owned()).or_default();
            for (key, shown) in record.values() {
                match key {
                    _ if ALSO.contains(&key) => texts(&shown, &mut own.also),
                    ASKED => texts(&shown, &mut own.asked),
                    _ if KEYWORDS.contains(&key) => texts(&shown, &mut own.keywords),
                    "vervangen_door" => {
                        if let Shown::Reference { id, .. } = shown {
                            replaced_by = Some(id.to_owned());
                        }
                    }
                    _ => {}
                }
            }
            own.superseded = replaced_by.is_some();
            if let Some(newer) = replaced_by {
                let former = former_names(model, record);
                all.entry(newer).or_default().former.extend(former);
            }
        }
    }
    all.retain(|_, names| *names != Names::default());
    all
}

fn former_names(model: &Model, record: &dyn AnyEntity) -> Vec<String> {
    let mut names = vec![record.name(model)];
    for (key, shown) in record.values() {
        if ALSO.contains(&key) {
            texts(&shown, &mut names);
        }
    }
    names
}

fn texts(shown: &Shown<'_>, into: &mut Vec<String>) {
    shown.walk(&mut |value| match value {
        Shown::Plain(text) => into.push((*text).to_owned()),
        Shown::Markdown(text) => into.push(text.raw.clone()),
        _ => {}
    });
}
