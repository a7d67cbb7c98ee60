//! What is done lies in the past. Silent when no day counts as today.

use super::Context;
use crate::diag::{Diagnostic, words};

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    let Some(today) = context.today else { return };
    for done in context.model.acties.iter().filter_map(|a| a.gerealiseerd.as_ref()) {
        if done.first_day() > today {
            problems.push(words::rules::realised_in_future(done.place, &done.when()));
        }
    }
}
