//! The fixed words of the data as this portal says them.
//!
//! The data know a few fixed words, such as the statuses and the kinds of relation, and rules hang on them. What readers see
//! can be other words: `[[woord]]` in `portal.toml` gives a word a name and a meaning of its own.

use super::Portal;
use crate::decode::{Record, Word};
use crate::diag::{Diagnostic, words};
use crate::model::{ContributionKind, Kind, Loop, MilestoneKind, Model, Participation, Phase, RelationKind, Status};
use crate::phrases::Phrases;
use std::collections::BTreeMap;

/// A portal's own words.
#[derive(Debug, Clone, Default)]
pub struct Words {
    /// What readers read.
    pub phrases: Phrases,
    own: BTreeMap<&'static str, (String, Option<String>)>,
    /// By the name of the kind: one and more.
    kinds: BTreeMap<&'static str, (String, String)>,
}

/// What readers call a kind of record, with a capital.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KindWords<'w> {
    /// One of them: `Opgave`.
    pub one: &'w str,
    /// More of them: `Opgaven`.
    pub many: &'w str,
}

impl Words {
    /// Reads them from `portal.toml`; a word that does not exist is told.
    pub fn of(portal: &Portal, phrases: Phrases, problems: &mut Vec<Diagnostic>) -> Self {
        let known = known();
        let mut own = BTreeMap::new();
        let mut kinds = BTreeMap::new();
        for word in &portal.woord {
            if let Some(kind) = Model::KINDS.iter().find(|k| k.plural == word.voor.value) {
                let Some(one) = &word.enkelvoud else {
                    problems.push(words::data::one_missing(word.place_of("voor"), kind.plural, kind.label));
                    continue;
                };
                if kinds.insert(kind.name, (one.clone(), word.naam.clone())).is_some() {
                    problems.push(words::data::word_twice(word.place_of("voor"), kind.plural));
                }
                continue;
            }
            if word.enkelvoud.is_some() {
                problems.push(words::data::one_unused(word.place_of("enkelvoud"), &word.voor));
            }
            match known.iter().find(|k| **k == word.voor.value) {
                Some(known) => {
                    if own.insert(*known, (word.naam.clone(), word.betekenis.clone())).is_some() {
                        problems.push(words::data::word_twice(word.place_of("voor"), known));
                    }
                }
                None => {
                    let all: Vec<&str> = known.iter().copied().chain(Model::KINDS.iter().map(|k| k.plural)).collect();
                    problems.push(words::data::unknown_word(word.voor.place, &word.voor, None, &all));
                }
            }
        }
        Self { phrases, own, kinds }
    }

    /// What readers call the records of a kind.
    pub fn kind(&self, kind: Kind) -> KindWords<'_> {
        match self.kinds.get(kind.name) {
            Some((one, many)) => KindWords { one, many },
            None => KindWords {
                one: self.phrases.named("kinds", kind.name).unwrap_or(kind.label),
                many: self.phrases.named("kinds", kind.plural).unwrap_or(kind.label_plural),
            },
        }
    }

    /// The same by the name that a kind has in the data.
    pub fn kind_named<'w>(&'w self, name: &'w str) -> KindWords<'w> {
        Model::kind(name).map_or(KindWords { one: name, many: name }, |kind| self.kind(kind))
    }

    /// What readers see.
    pub fn name(&self, word: impl Word) -> &str {
        self.name_of(word.word())
    }

    /// What readers see for a fixed word.
    pub fn name_of<'w>(&'w self, word: &'w str) -> &'w str {
        match self.own.get(word) {
            Some((name, _)) => name,
            None => self.phrases.named("fixed", word).unwrap_or(word),
        }
    }

    /// Does the portal have a word of its own for it?
    pub fn is_own(&self, word: impl Word) -> bool {
        self.own.contains_key(word.word())
    }

    /// What it means, for readers. A word with a name of its own and no meaning has none: the ordinary one may not fit.
    pub fn meaning(&self, word: impl Word) -> &str {
        match self.own.get(word.word()) {
            Some((_, meaning)) => meaning.as_deref().unwrap_or_default(),
            None => self.phrases.named("meanings", word.word()).unwrap_or_else(|| word.meaning()),
        }
    }
}

/// All words that may have a name of their own.
fn known() -> Vec<&'static str> {
    let mut all: Vec<&'static str> = Vec::new();
    all.extend(Status::ALL.iter().map(|w| w.word()));
    all.extend(RelationKind::ALL.iter().map(|w| w.word()));
    all.extend(Participation::ALL.iter().map(|w| w.word()));
    all.extend(Loop::ALL.iter().map(|w| w.word()));
    all.extend(Phase::ALL.iter().map(|w| w.word()));
    all.extend(ContributionKind::ALL.iter().map(|w| w.word()));
    all.extend(MilestoneKind::ALL.iter().map(|w| w.word()));
    all
}

#[cfg(test)]
mod tests {
    use super::known;
    use crate::model::Model;
    use crate::phrases::Phrases;

    /// What the tables say of the data, they say of all of it.
    #[test]
    fn every_word_of_the_data_is_in_the_table() {
        let phrases = Phrases::default();
        for kind in Model::KINDS {
            assert_eq!(phrases.named("kinds", kind.name), Some(kind.label));
            assert_eq!(phrases.named("kinds", kind.plural), Some(kind.label_plural));
            for key in Model::keys_of(kind.name) {
                assert!(phrases.named("keys", key.name).is_some(), "{}", key.name);
            }
        }
        for word in known() {
            // Most say to readers what they say in the data; `tegenstrijdig` is told in words that need no explaining.
            assert!(phrases.named("fixed", word).is_some_and(|said| !said.is_empty()), "{word}");
            assert!(phrases.named("meanings", word).is_some(), "{word}");
        }
    }

    #[test]
    fn no_word_means_two_things() {
        let mut all = known();
        all.extend(Model::KINDS.iter().map(|k| k.plural));
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count);
    }
}
