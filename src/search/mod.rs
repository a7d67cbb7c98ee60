//! Search: an index of all pages, made so that a small script in the browser can answer a question from a few small files.

mod asked;
mod compounds;
mod entries;
mod gathering;
mod held;
mod index;
mod memory;
mod read;
mod readable;
mod shards;
mod spoken;
mod stem;
mod word;
mod words;

pub use gathering::Gathering;
pub use read::Read;
pub use shards::{FOLDER, Files};
pub use stem::stem;

use crate::decode::Shown;
use crate::model::{Kind, Model};
use crate::pages::view::PageView;
use crate::pages::{Addresses, Names, lower_first, names_of_records};
use crate::site::Zoekwoord;
use asked::Ways;
use spoken::Spoken;
use std::collections::{BTreeMap, BTreeSet};

/// More pages than this are many.
const MANY: usize = 2_000;

/// Reads pages for the index. It holds what it needs, so that the index can be made later.
#[derive(Debug)]
pub struct Reader {
    names: BTreeMap<String, Names>,
    /// Where the answer to a question stands, by the question's id.
    answered_at: BTreeMap<String, String>,
    /// Words that readers use, from `portal.toml`.
    everyday: Vec<Zoekwoord>,
    spoken: Spoken,
    ways: Ways,
    /// Stems of what bodies, organisations and the like are called.
    subjects: BTreeSet<String>,
    /// Are there many pages?
    many_pages: bool,
}

/// Questions are about records of a kind that weighs as much: who names one of them asks something of it.
const WEIGHT_OF_SUBJECTS: u16 = 110;

/// The kinds of which questions are asked.
fn kinds_of_subjects() -> impl Iterator<Item = &'static Kind> {
    Model::KINDS.iter().filter(|kind| kind.weight >= WEIGHT_OF_SUBJECTS)
}

/// So many records of a sort are many.
const FEW_OF_A_SORT: usize = 3;

/// Stems of the words in the names of such records, without those that say little.
fn subjects(model: &Model, names: &BTreeMap<String, Names>, spoken: &Spoken) -> BTreeSet<String> {
    let mut stems = BTreeSet::new();
    for record in kinds_of_subjects().flat_map(|kind| model.of_kind(kind.name)) {
        let also = names.get(record.id()).into_iter().flat_map(|names| names.also.iter().cloned());
        for name in also.chain([record.name(model)]) {
            words::each(&name, &mut |word| {
                if !spoken.stop.iter().any(|stop| stop == word) && !word.starts_with(|c: char| c.is_ascii_digit()) {
                    stems.insert(stem(word));
                }
            });
        }
    }
    let sorts = sorts_of_many(model);
    stems.retain(|stem| !spoken.common.contains(stem) && !sorts.contains(stem));
    stems
}

/// Stems of the sorts that many of them are: a municipality is not called “municipality”.
fn sorts_of_many(model: &Model) -> BTreeSet<String> {
    let mut many: BTreeMap<String, usize> = BTreeMap::new();
    for kind in kinds_of_subjects() {
        for record in model.of_kind(kind.name) {
            for (_, shown) in record.values().into_iter().filter(|(key, _)| Some(*key) == kind.sort) {
                if let Shown::Plain(sort) = shown {
                    words::each(sort, &mut |word| *many.entry(stem(word)).or_default() += 1);
                }
            }
        }
    }
    many.into_iter().filter(|(_, records)| *records >= FEW_OF_A_SORT).map(|(sort, _)| sort).collect()
}

impl Reader {
    /// For the pages of a site.
    pub fn of(book: &Addresses<'_>) -> Self {
        let mut names = names_of_records(&book.site.model);
        let spoken = Spoken::of(&book.site.words, &book.site.portal.naam);
        let subjects = subjects(&book.site.model, &names, &spoken);
        for (word, urls) in book.keywords.values() {
            for url in urls {
                names.entry(url.clone()).or_default().keywords.push(word.clone());
            }
        }
        // What has a number is also called by it: “opgave 5”.
        for record in book.site.model.all() {
            if let Some((_, Shown::Integer(number))) = record.values().into_iter().find(|(key, _)| *key == "nummer") {
                let name = format!("{} {number}", book.site.words.kind_named(record.kind().name).one);
                names.entry(record.id().to_owned()).or_default().also.push(name);
            }
        }
        // Who has read a figure somewhere looks for it by its value.
        for figure in &book.site.model.cijfers {
            if let Some(value) = book.site.figures.get(&figure.id) {
                names.entry(figure.id.value.clone()).or_default().also.push(value.to_owned());
            }
        }
        // The list of a kind answers which of them there are.
        for kind in Model::KINDS.iter().filter(|kind| book.slots.contains_key(&format!("{}/", kind.plural))) {
            let many = lower_first(book.site.words.kind(*kind).many);
            let asked = book.site.words.phrases.searching().which_are_there(&many);
            let asked = asked.split(';').map(|one| one.trim().to_owned());
            names.entry(format!("{}/", kind.plural)).or_default().asked.extend(asked);
        }
        let answered_at = book.site.model.vragen.iter().filter_map(|question| {
            let record = book.site.model.get(&question.naar.as_ref()?.id)?;
            Some((question.id.value.clone(), book.of_record(record)))
        });
        Self {
            names,
            answered_at: answered_at.collect(),
            everyday: book.site.portal.zoekwoord.clone(),
            spoken,
            ways: Ways::of(&book.site.words),
            subjects,
            many_pages: book.slots.len() > MANY,
        }
    }

    fn entries<'a>(&'a self, page: &'a PageView) -> Vec<entries::Entry<'a>> {
        entries::of_page(page, &self.names, &self.answered_at, &self.spoken.drawing)
    }
}
