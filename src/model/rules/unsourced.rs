//! A statement about the collaboration says how sure it is and where it comes from.

use super::Context;
use crate::diag::{Diagnostic, words};

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    for entity in context.model.all().filter(|e| e.kind().sourced) {
        let common = entity.common();
        // A source that could not be read was told.
        let unread = || context.model.lost.lists.contains(&entity.place_of("bron"));
        let absent: Vec<&str> = [("status", common.status.is_none()), ("bron", common.sources.is_empty() && !unread())]
            .into_iter()
            .filter_map(|(key, absent)| absent.then_some(key))
            .collect();
        if !absent.is_empty() {
            problems.push(words::rules::unsourced(common.id.place, entity.kind().name, &absent));
        }
    }
}
