//! A relation has two different ends.

use super::Context;
use crate::diag::{Diagnostic, words};

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    for relation in &context.model.relaties {
        if relation.van.id == relation.naar.id {
            problems.push(words::rules::relation_with_itself(relation.naar.place, &relation.van.id));
        }
    }
}
