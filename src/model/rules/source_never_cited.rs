//! A source that nothing rests on is forgotten, or not needed.

use super::Context;
use crate::diag::{Diagnostic, words};

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    if context.pages.is_none() {
        return;
    }
    let used = context.used();
    for source in context.model.bronnen.iter().filter(|b| !used.contains(b.id.as_str())) {
        problems.push(words::rules::source_never_cited(source.id.place, &source.naam));
    }
}
