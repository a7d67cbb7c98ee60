//! An id that a record had before leads to that record only: no other has it, now or before.

use super::Context;
use crate::diag::{Diagnostic, words};
use std::collections::BTreeMap;

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    let mut seen = BTreeMap::new();
    for record in context.model.all() {
        for id in record.common().former {
            let now = context.model.ids.get(&id.value).map(|(_, place)| *place);
            if let Some(other) = now.or_else(|| seen.insert(id.value.as_str(), id.place)) {
                problems.push(words::rules::former_id_in_use(id.place, id, other));
            }
        }
    }
}
