//! Nobody contributes less than nothing, and nothing is shared by nobody.

use super::Context;
use crate::decode::{Record, Shown};
use crate::diag::{Diagnostic, words};
use crate::model::kinds::Bijdrage;

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    let of = |kind| context.model.of_kind(kind).into_iter();
    for entity in of("rol").chain(of("bijdrage")) {
        for (key, value) in entity.values() {
            if matches!(value, Shown::Number(n) if n < 0.0) || matches!(value, Shown::Integer(n) if n < 0) {
                problems.push(words::rules::negative_amount(entity.place_of(key), key));
            }
        }
    }
    for given in &context.model.bijdragen {
        // Less than none was told.
        if given.eenheden.is_some_and(|shares| shares >= 0) && given.shares().is_none() {
            problems.push(words::rules::impossible_shares(given.place_of("eenheden"), Bijdrage::MOST_SHARES));
        }
    }
}
