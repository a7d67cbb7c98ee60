//! A decision was taken in the meeting that is named with it: on that day, by that body.

use super::Context;
use crate::diag::{Diagnostic, words};

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    let model = context.model;
    for decision in &model.besluiten {
        let Some(named) = &decision.bijeenkomst else { continue };
        let Some(meeting) = model.bijeenkomsten.get(&named.id) else { continue };
        let (taken, met) = (decision.datum.value, meeting.datum.value);
        if taken.last_day() < met.first_day() || taken.first_day() > met.last_day() {
            problems.push(words::rules::decision_on_other_day(
                decision.datum.place,
                &taken.as_noun(),
                &met.as_noun(),
                meeting.datum.place,
            ));
        }
        if decision.door.id != meeting.gremium.id && model.gremia.get(&decision.door.id).is_some() {
            problems.push(words::rules::decision_of_other_body(
                decision.door.place,
                &model.name_of(&meeting.gremium.id),
                meeting.gremium.place,
            ));
        }
    }
}
