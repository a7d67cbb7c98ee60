//! A record does not refer to itself: a neighbour, a predecessor or a member is another.

use super::Context;
use crate::decode::Shown;
use crate::diag::{Diagnostic, words};

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    for entity in context.model.all() {
        Shown::Table(entity.values()).walk(&mut |value| {
            if let Shown::Reference { id, place, .. } = value
                && *id == entity.id()
            {
                problems.push(words::rules::refers_to_itself(*place, id));
            }
        });
    }
}
