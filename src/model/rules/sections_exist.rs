//! A cited section exists in its source. (That the source exists is checked with all references.)

use super::Context;
use crate::decode::Citation;
use crate::diag::{Diagnostic, nearest, words};
use crate::model::Model;

/// All citations in the data.
pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    for citation in &context.model.citations {
        one(context.model, citation, problems);
    }
}

/// One citation; front matter's citations are checked with this too.
pub fn one(model: &Model, citation: &Citation, problems: &mut Vec<Diagnostic>) {
    let (Some(source), Some(section)) = (model.bronnen.get(&citation.source), &citation.section) else { return };
    if !source.sectie.iter().any(|s| s.id.value == *section) {
        let near = nearest(section, source.sectie.iter().map(|s| s.id.value.as_str()));
        problems.push(words::data::unknown_section(citation.place, &citation.source, section, near));
    }
}
