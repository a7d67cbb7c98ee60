//! `REGEL001`: a relation has two different ends.

use crate::diag::{Diagnostic, words};
use crate::model::Model;

pub fn check(model: &Model, problems: &mut Vec<Diagnostic>) {
    for relation in &model.relaties {
        if relation.van.id == relation.naar.id {
            problems.push(words::rules::relation_with_itself(relation.naar.place, &relation.van.id));
        }
    }
}
