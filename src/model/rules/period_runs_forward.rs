//! What has a begin and an end begins first: of every kind of record that has them.

use super::Context;
use crate::decode::{Moment, Shown};
use crate::diag::{Diagnostic, words};

/// The keys that hold a begin.
const BEGINS: &[&str] = &["van", "vanaf"];

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    for entity in context.model.all() {
        let values = entity.values();
        let Some((begin, from)) = BEGINS.iter().find_map(|key| Some((key, moment(&values, key)?))) else { continue };
        if let Some(to) = moment(&values, "tot").filter(|to| to.last_day() < from.first_day()) {
            problems.push(words::rules::period_backward(entity.place_of("tot"), begin, &from.when(), &to.when()));
        }
        if let Some(done) = moment(&values, "gerealiseerd").filter(|done| done.last_day() < from.first_day()) {
            problems.push(words::rules::done_before_begun(entity.place_of("gerealiseerd"), &from.when(), &done.when()));
        }
    }
}

/// The moment under a key.
fn moment<'v>(values: &'v [(&'static str, Shown<'_>)], key: &str) -> Option<&'v Moment> {
    values.iter().find_map(|(name, shown)| match shown {
        Shown::Moment(moment) if *name == key => Some(*moment),
        _ => None,
    })
}
