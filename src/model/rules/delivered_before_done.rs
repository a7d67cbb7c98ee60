//! A task is delivered when its actions are done, unless the source contradicts itself and the data say so.

use super::Context;
use crate::decode::{Record, When};
use crate::diag::{Diagnostic, words};
use crate::model::Status;

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    for task in &context.model.opgaven {
        let Some(When::Moment(delivery)) = &task.oplevering else { continue };
        let known =
            |s: &Option<crate::decode::At<Status>>| s.as_ref().is_some_and(|s| s.value == Status::Tegenstrijdig);
        if known(&task.status) {
            continue;
        }
        for action in context
            .model
            .naming(&context.model.acties, &task.id)
            .filter(|a| a.opgave.id == task.id.value && !known(&a.status))
        {
            if let Some(end) = action.tot.as_ref().filter(|end| end.first_day() > delivery.last_day()) {
                let place = task.place_of("oplevering");
                problems.push(words::rules::delivered_before_done(
                    place,
                    &task.id,
                    &delivery.when(),
                    &action.id,
                    (&end.as_noun(), &end.value.to_string(), end.place),
                ));
            }
        }
    }
}
