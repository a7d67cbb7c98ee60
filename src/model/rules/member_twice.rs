//! Nobody is in a body twice in the same function.

use super::Context;
use crate::diag::{Diagnostic, words};
use std::collections::BTreeMap;

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    for body in &context.model.gremia {
        let mut first = BTreeMap::new();
        for member in &body.lid {
            let who = member.organisatie.as_ref().map(|o| o.id.as_str());
            let who = who.or_else(|| member.rol.as_ref().map(|r| r.id.as_str()));
            let who = who.or_else(|| member.gremium.as_ref().map(|g| g.id.as_str()));
            let who = who.or_else(|| member.groep.as_ref().map(|g| g.raw.as_str()));
            let Some(who) = who else { continue };
            if let Some(before) = first.insert((who, member.functie.as_deref()), member.place) {
                problems.push(words::rules::member_twice(member.place, who, &body.naam, before));
            }
        }
    }
}
