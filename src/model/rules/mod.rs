//! What must hold between records: one rule per file, each with its own code.

use super::Model;
use crate::diag::Diagnostic;

mod relation_with_itself;
pub mod sections_exist;

/// A rule looks at all the data and tells what is wrong.
pub type Rule = fn(&Model, &mut Vec<Diagnostic>);

/// All rules, in the order in which they run.
pub const ALL: &[Rule] = &[relation_with_itself::check, sections_exist::check];
