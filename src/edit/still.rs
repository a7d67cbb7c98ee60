//! Where a date that moved is still named as it was, by records and pages about the same.

use crate::decode::{Moment, Shown};
use crate::diag::{FileId, Files, Lines, Span};
use crate::model::{AnyEntity, Model};
use crate::site::Site;
use crate::source::Sources;
use std::collections::{BTreeMap, BTreeSet};

/// The places, as path, line and the line itself: dates and words of the record itself but for the one that moves, of what it
/// refers to, of what refers to it, and of its pages.
pub fn still(sources: &Sources, site: &Site, id: &str, key: &str, old: &Moment) -> Vec<(String, usize, String)> {
    let model = &site.model;
    let spoken = spoken(old);
    let mut places: BTreeSet<Span> = BTreeSet::new();
    for record in related(model, id) {
        for (name, value) in record.values() {
            let moves = record.id() == id && name == key;
            match value {
                Shown::Moment(moment) if moment == old && !moves && name != "vastgelegd" => {
                    places.insert(record.place_of(name));
                }
                value => value.walk(&mut |value| {
                    if let Shown::Markdown(text) = value
                        && spoken.iter().any(|words| text.raw.contains(words.as_str()))
                    {
                        places.insert(text.place);
                    }
                }),
            }
        }
    }
    let own_page = model.get(id).map(|record| format!("{}/{id}/", record.kind().plural)).unwrap_or_default();
    for page in &site.documents {
        let text = sources.text(page.file);
        let own = page.url == own_page;
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            let about = own || line.contains(&format!("[[{id}"));
            if about && spoken.iter().any(|words| line.contains(words.as_str())) {
                places.insert(Span::new(page.file, start..start + line.len()));
            }
            start += line.len();
        }
    }
    let mut texts: BTreeMap<FileId, Lines<'_>> = BTreeMap::new();
    let mut found = Vec::new();
    for place in places {
        let text = texts.entry(place.file).or_insert_with(|| Lines::of(sources.text(place.file)));
        let line = text.at(place.start as usize).line;
        let words: String = text.line(line).unwrap_or_default().trim().chars().take(LONGEST).collect();
        found.push((sources.path(place.file).to_owned(), line, words));
    }
    found.dedup_by(|a, b| (&a.0, a.1) == (&b.0, b.1));
    found
}

/// Of a line that is shown.
const LONGEST: usize = 100;

/// The record, those that refer to it, and those that it refers to.
fn related<'m>(model: &'m Model, id: &str) -> Vec<&'m dyn AnyEntity> {
    let refers = |from: &dyn AnyEntity, to: &str| {
        let mut found = false;
        Shown::Table(from.values()).walk(&mut |value| {
            if let Shown::Reference { id, .. } = value {
                found |= *id == to;
            }
        });
        found
    };
    let Some(own) = model.get(id) else { return Vec::new() };
    model.all().filter(|record| record.id() == id || refers(*record, id) || refers(own, record.id())).collect()
}

/// How a moment is written in texts.
fn spoken(moment: &Moment) -> Vec<String> {
    let words = moment.in_dutch();
    let mut all = vec![words.replace(" van ", " "), words];
    if let Moment::Day(_) = moment {
        all.push(moment.to_string());
    }
    all.dedup();
    all
}
