//! A cited section exists in its source. (That the source exists is checked with all references.)

use super::Context;
use crate::decode::Citation;
use crate::diag::{Diagnostic, nearest, words};
use crate::model::Model;
use crate::model::check::several;

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
        let whole = citation.to_string();
        if let Some(ids) = several(model, &whole) {
            return problems.push(words::data::several_ids(citation.place, &ids));
        }
        let ids: Vec<&str> = source.sectie.iter().map(|s| s.id.value.as_str()).collect();
        // `plan/hoofdstuk 2`: its name, or how that begins.
        let lower = section.to_lowercase();
        let called = |s: &&crate::model::kinds::Sectie| lower.len() > 2 && s.naam.to_lowercase().starts_with(&lower);
        let called = source.sectie.iter().find(called).map(|s| s.id.value.as_str());
        let near = called.or_else(|| nearest(section, ids.iter().copied()));
        problems.push(words::meant::unknown_section(citation.place, &citation.source, section, near, &ids));
    }
}
