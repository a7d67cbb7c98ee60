//! A year far away is a slip of the keyboard.

use super::Context;
use crate::decode::Shown;
use crate::diag::{Diagnostic, words};

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    for entity in context.model.all() {
        for (key, value) in entity.values() {
            if let Shown::Moment(moment) = value
                && !(1900..2100).contains(&moment.first_day().year())
            {
                problems.push(words::rules::year_implausible(entity.place_of(key), &moment.as_noun()));
            }
        }
    }
    for from in context.model.relaties.iter().flat_map(|r| &r.niveau).filter_map(|s| s.vanaf.as_ref()) {
        if !(1900..2100).contains(&from.first_day().year()) {
            problems.push(words::rules::year_implausible(from.place, &from.as_noun()));
        }
    }
}
