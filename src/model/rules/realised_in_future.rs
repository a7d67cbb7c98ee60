//! What is done lies in the past. Silent when no day counts as today.

use super::Context;
use crate::decode::Shown;
use crate::diag::{Diagnostic, words};
use crate::model::kinds::Besluit;

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    let Some(today) = context.today else { return };
    for done in context.model.acties.iter().filter_map(|a| a.gerealiseerd.as_ref()) {
        if done.first_day() > today {
            problems.push(words::rules::realised_in_future(done.place, &done.when()));
        }
    }
    for entity in context.model.all() {
        for (key, value) in entity.values() {
            // A decision has been taken, and what is recorded has been recorded.
            let past = key == "vastgelegd" || (key == "datum" && entity.kind().is::<Besluit>());
            if let Shown::Moment(moment) = value
                && past
                && moment.first_day() > today
            {
                problems.push(words::rules::taken_in_future(entity.place_of(key), key, &moment.when()));
            }
        }
    }
}
