//! Who takes part sits in a body, itself or as one of a sort, or has a relation.

use super::Context;
use crate::diag::{Diagnostic, words};
use crate::model::Participation;

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    let model = context.model;
    let slips = super::sort_written_twice::slips(model);
    for organisation in &model.organisaties {
        if !matches!(organisation.deelname, Some(Participation::Deelnemer | Participation::BeoogdDeelnemer)) {
            continue;
        }
        // It sits where its sort sits, once that is written well.
        if slips.contains_key(organisation.soort.value.as_str()) {
            continue;
        }
        let id = &organisation.id.value;
        let tied = model.naming(&model.relaties, id).any(|r| r.van.id == *id || r.naar.id == *id);
        let seated = !model.seats_of(organisation).is_empty();
        if !tied && !seated {
            problems.push(words::rules::participant_sits_nowhere(organisation.id.place, &organisation.naam));
        }
    }
}
