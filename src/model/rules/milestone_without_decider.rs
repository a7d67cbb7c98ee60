//! A decision says who took it.

use super::Context;
use crate::decode::Record;
use crate::diag::{Diagnostic, words};
use crate::model::MilestoneKind;

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    for milestone in &context.model.mijlpalen {
        if milestone.soort == MilestoneKind::Besluit && milestone.door.is_none() {
            problems.push(words::rules::milestone_without_decider(milestone.place_of("soort")));
        }
    }
}
