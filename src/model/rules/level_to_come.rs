//! A level that begins after the day as of which the content holds is not shown as the level of now. Silent without that day.

use super::Context;
use crate::diag::{Diagnostic, words};

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    let Some(day) = context.stand else { return };
    for step in context.model.relaties.iter().flat_map(|r| &r.niveau).filter(|s| s.is_to_come(context.stand)) {
        let Some(from) = &step.vanaf else { continue };
        let stand = crate::decode::Moment::Day(day).as_noun();
        problems.push(words::rules::level_to_come(from.place, &from.as_noun(), &stand));
    }
}
