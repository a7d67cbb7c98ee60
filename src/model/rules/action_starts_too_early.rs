//! An action does not begin, or end, before what it waits for can be ready. Only what is certain is told: within one quarter
//! two actions may well follow each other.

use super::Context;
use crate::diag::{Diagnostic, words};

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    for action in &context.model.acties {
        for earlier in action.na.iter().filter_map(|n| context.model.acties.get(&n.id)) {
            let Some(ready) = &earlier.tot else { continue };
            let moments = [&action.van, &action.tot].into_iter().flatten();
            if let Some(moment) = moments.into_iter().find(|m| m.last_day() < ready.first_day()) {
                let ready_when = ready.when();
                problems.push(words::rules::action_starts_too_early(
                    moment.place,
                    &earlier.id,
                    &ready_when,
                    ready.place,
                ));
            }
        }
    }
}
