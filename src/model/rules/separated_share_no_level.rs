//! Bodies that are kept apart share no relation with a step of the ladder.

use super::{Context, double_relation::pair};
use crate::diag::{Diagnostic, words};
use crate::model::RelationKind;
use std::collections::BTreeMap;

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    let model = context.model;
    let apart = model.relaties.iter().filter(|r| r.soort == RelationKind::Scheiding);
    let apart: BTreeMap<_, _> = apart.map(|r| (pair(r), r.id.place)).collect();
    for relation in &model.relaties {
        let Some(separation) = apart.get(&pair(relation)) else { continue };
        let levels = relation.niveau.iter().map(|s| &s.niveau).chain(relation.ambitie.iter().map(|a| &a.niveau));
        for level in levels {
            if let Some(found) = model.niveaus.get(&level.id).filter(|l| l.rang.is_some()) {
                problems.push(words::rules::separated_share_no_level(level.place, &found.naam, *separation));
            }
        }
    }
}
