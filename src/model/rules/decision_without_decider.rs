//! Of two bodies between which decisions are taken, one decides.

use super::Context;
use crate::decode::Record;
use crate::diag::{Diagnostic, words};
use crate::model::RelationKind;

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    for relation in context.model.relaties.iter().filter(|r| r.soort == RelationKind::Besluitvorming) {
        let bodies: Vec<_> =
            [&relation.van.id, &relation.naar.id].into_iter().filter_map(|id| context.model.gremia.get(id)).collect();
        if !bodies.is_empty() && bodies.iter().all(|b| !b.besluit) {
            problems.push(words::rules::decision_without_decider(relation.place_of("soort")));
        }
    }
}
