//! An ambition lies above what is there already.

use super::Context;
use crate::diag::{Diagnostic, words};

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    let level = |id: &str| context.model.niveaus.get(id);
    for relation in &context.model.relaties {
        let (Some(ambition), Some(now)) = (&relation.ambitie, relation.level_on(context.stand)) else { continue };
        let (Some(wanted), Some(now)) = (level(&ambition.niveau.id), level(&now.niveau.id)) else { continue };
        if let (Some(above), Some(below)) = (wanted.rang, now.rang)
            && above <= below
        {
            problems.push(words::rules::ambition_not_higher(ambition.niveau.place, &wanted.naam, &now.naam));
        }
    }
}
