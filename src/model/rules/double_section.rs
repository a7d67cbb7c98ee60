//! A section's id is used once within its source.

use super::Context;
use crate::diag::{Diagnostic, words};

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    for source in &context.model.bronnen {
        for (i, section) in source.sectie.iter().enumerate() {
            if let Some(first) = source.sectie[..i].iter().find(|s| s.id.value == section.id.value) {
                problems.push(words::rules::double_section(section.id.place, &section.id, first.id.place));
            }
        }
    }
}
