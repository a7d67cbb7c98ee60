//! `DATA013`: a member of a body is an organisation, a role, a body or a group, exactly one of these.

use crate::diag::{Diagnostic, words};
use crate::model::Model;

pub fn check(model: &Model, problems: &mut Vec<Diagnostic>) {
    for member in model.gremia.iter().flat_map(|body| &body.lid) {
        let given =
            [member.organisatie.is_some(), member.rol.is_some(), member.gremium.is_some(), member.groep.is_some()];
        let count = given.iter().filter(|g| **g).count();
        if count != 1 {
            let keys = ["organisatie", "rol", "gremium", "groep"];
            problems.push(words::data::exactly_one(member.place, &keys, count));
        }
    }
}
