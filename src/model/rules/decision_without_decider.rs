//! Of two bodies between which decisions are taken, one decides.

use super::Context;
use crate::decode::Record;
use crate::diag::{Diagnostic, words};
use crate::model::RelationKind;

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    for relation in context.model.relaties.iter().filter(|r| r.soort == RelationKind::Besluitvorming) {
        let between = [&relation.van.id, &relation.naar.id];
        // One that is nobody's may be of a body that decides; of that it is told already.
        if between.iter().any(|id| !context.model.ids.contains_key(*id)) {
            continue;
        }
        let bodies: Vec<_> = between.into_iter().filter_map(|id| context.model.gremia.get(id)).collect();
        if !bodies.is_empty() && bodies.iter().all(|b| !b.besluit) {
            problems.push(words::rules::decision_without_decider(relation.place_of("soort")));
        }
    }
}
