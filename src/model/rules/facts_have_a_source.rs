//! `REGEL002`, `REGEL003`: what is said of the collaboration tells how sure it is and where it comes from.

use crate::diag::{Diagnostic, words};
use crate::model::Model;

pub fn check(model: &Model, problems: &mut Vec<Diagnostic>) {
    for record in model.all().filter(|r| r.kind().sourced) {
        let common = record.common();
        if common.status.is_none() {
            problems.push(words::rules::without_status(common.place, record.id()));
        }
        if common.sources.is_empty() {
            problems.push(words::rules::without_source(common.place, record.id()));
        }
    }
}
