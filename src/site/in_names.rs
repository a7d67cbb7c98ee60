//! Names of records that name a person, or that were to be replaced: plain words, which no text check comes by.

use super::Site;
use crate::content::persons_in;
use crate::decode::Shown;
use crate::diag::words::checks::in_data;
use crate::diag::{Diagnostic, Span};
use crate::model::kinds::Contact;
use crate::model::{AnyEntity, Kind};
use rayon::prelude::*;

/// Keys with a name in plain words.
const NAMES: &[&str] = &["naam", "kort", "aliassen"];

/// What is called after a person, who is not meant then.
const AFTER_PERSONS: &[&str] = &[
    "stichting",
    "fonds",
    "school",
    "college",
    "lyceum",
    "instituut",
    "museum",
    "vereniging",
    "ziekenhuis",
    "centrum",
    "huis",
    "bv",
    "nv",
    "straat",
    "plein",
    "laan",
    "zaal",
    "prijs",
    "academie",
    "bibliotheek",
    "advocaten",
    "architecten",
];

/// Tells of them. Of a contact more is looked at, elsewhere.
pub fn tell(site: &Site, problems: &mut Vec<Diagnostic>) {
    let records: Vec<_> = site.model.all().filter(|record| !record.kind().is::<Contact>()).collect();
    let named: Vec<Vec<Diagnostic>> = records.par_iter().map(|record| of(*record)).collect();
    problems.extend(named.into_iter().flatten());
}

/// Persons, and words that were to be replaced, in the names of a record.
fn of(record: &dyn AnyEntity) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (key, shown) in record.values().into_iter().filter(|(key, _)| NAMES.contains(key)) {
        let place = record.place_of(key);
        shown.walk(&mut |value| {
            if let Shown::Plain(name) = value {
                found.extend(in_name(record.kind(), name, place));
            }
        });
    }
    found
}

fn in_name(kind: Kind, name: &str, place: Span) -> impl Iterator<Item = Diagnostic> {
    let lower = name.to_lowercase();
    let after =
        lower.split(|c: char| !c.is_alphanumeric()).any(|word| AFTER_PERSONS.iter().any(|end| word.ends_with(end)));
    // A word may be explained, and a source may be a draft.
    let draft = kind.terms || lower.starts_with("concept");
    persons_in(name, place)
        .into_iter()
        .filter(move |p| match p.code {
            "TEKST003" => !draft,
            "TEKST005" => !after,
            _ => true,
        })
        .map(in_data)
}
