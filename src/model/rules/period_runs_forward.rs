//! What has a begin and an end begins first.

use super::Context;
use crate::diag::{Diagnostic, words};

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    for action in &context.model.acties {
        let Some(from) = &action.van else { continue };
        if let Some(to) = action.tot.as_ref().filter(|to| to.last_day() < from.first_day()) {
            problems.push(words::rules::period_backward(to.place, &from.when(), &to.when()));
        }
        if let Some(done) = action.gerealiseerd.as_ref().filter(|done| done.last_day() < from.first_day()) {
            problems.push(words::rules::done_before_begun(done.place, &from.when(), &done.when()));
        }
    }
}
