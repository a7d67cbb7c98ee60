//! A member is one thing: an organisation, a function, a body or a group.

use super::Context;
use crate::diag::{Diagnostic, words};

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    for member in context.model.gremia.iter().flat_map(|g| &g.lid) {
        let given =
            [member.organisatie.is_some(), member.rol.is_some(), member.gremium.is_some(), member.groep.is_some()];
        let given = given.into_iter().filter(|g| *g).count();
        if given != 1 {
            problems.push(words::data::exactly_one(member.place, &["organisatie", "rol", "gremium", "groep"], given));
        }
    }
}
