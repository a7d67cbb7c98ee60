//! Nobody contributes less than nothing.

use super::Context;
use crate::decode::Shown;
use crate::diag::{Diagnostic, words};

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    let of = |kind| context.model.of_kind(kind).into_iter();
    for entity in of("rol").chain(of("bijdrage")) {
        for (key, value) in entity.values() {
            if matches!(value, Shown::Number(n) if n < 0.0) || matches!(value, Shown::Integer(n) if n < 0) {
                problems.push(words::rules::negative_amount(entity.place_of(key), key));
            }
        }
    }
}
