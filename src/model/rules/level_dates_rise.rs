//! The history of a relation's level runs forward in time; only the first step may be without a date.

use super::Context;
use crate::diag::{Diagnostic, words};

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    for relation in &context.model.relaties {
        let mut last: Option<&crate::decode::At<crate::decode::Moment>> = None;
        for (i, step) in relation.niveau.iter().enumerate() {
            match (&step.vanaf, last) {
                (Some(from), Some(before)) if **from <= **before => {
                    problems.push(words::rules::level_dates_rise(from.place, &from.as_noun(), &before.as_noun()));
                }
                (None, _) if i > 0 => problems.push(words::rules::level_without_date(step.place)),
                _ => {}
            }
            last = step.vanaf.as_ref().or(last);
        }
    }
}
