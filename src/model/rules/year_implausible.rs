//! A year far away is a slip of the keyboard.

use super::Context;
use crate::decode::Shown;
use crate::diag::{Diagnostic, words};
use crate::model::Model;

/// The years in which anything can lie.
const YEARS: std::ops::Range<i16> = 1900..2100;
/// A level that holds from so many years before all else that has a date is as good as never meant.
const BEFORE_ALL: i16 = 25;

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    for entity in context.model.all() {
        for (key, value) in entity.values() {
            if let Shown::Moment(moment) = value
                && !YEARS.contains(&moment.first_day().year())
            {
                problems.push(words::rules::year_implausible(entity.place_of(key), &moment.as_noun()));
            }
        }
    }
    let begin = earliest(context.model).map_or(YEARS.start, |year| year - BEFORE_ALL);
    for from in context.model.relaties.iter().flat_map(|r| &r.niveau).filter_map(|s| s.vanaf.as_ref()) {
        if !(begin..YEARS.end).contains(&from.first_day().year()) {
            problems.push(words::rules::year_implausible(from.place, &from.as_noun()));
        }
    }
}

/// The year of the first source or milestone.
fn earliest(model: &Model) -> Option<i16> {
    let sources = model.bronnen.iter().filter_map(|source| source.datum);
    let all = sources.chain(model.mijlpalen.iter().map(|milestone| milestone.wanneer.value));
    all.map(|moment| moment.first_day().year()).filter(|year| YEARS.contains(year)).min()
}
