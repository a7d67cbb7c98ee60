//! What was planned for a time that is over, and was not over yet on the day as of which the content holds: the site still tells that it is to
//! come. Silent when no day counts as today.

use super::Context;
use crate::decode::Record;
use crate::diag::{Diagnostic, words};

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    let (Some(today), Some(stand)) = (context.today, context.stand) else { return };
    let model = context.model;
    // What a command recorded has happened: the site tells so as soon as its day is moved.
    let milestones = model.mijlpalen.iter().filter(|milestone| milestone.vastgelegd.is_none());
    let milestones = milestones.map(|milestone| (milestone.wanneer.place, milestone.wanneer.value));
    let actions = model.acties.iter().filter(|action| action.gerealiseerd.is_none());
    let actions = actions.filter_map(|action| action.tot.as_ref().or(action.van.as_ref()));
    let actions = actions.map(|planned| (planned.place, planned.value));
    let choices = model.keuzes.iter().filter(|choice| !choice.is_made());
    let choices = choices.filter_map(|choice| choice.voor.map(|planned| (choice.place_of("voor"), planned)));
    for (place, planned) in milestones.chain(actions).chain(choices) {
        if planned.is_over_on(today) && !planned.is_over_on(stand) {
            problems.push(words::rules::passed_since(place, &planned.as_noun()));
        }
    }
}
