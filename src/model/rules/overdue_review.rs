//! What had to be looked at again before today has been looked at. Silent when no day counts as today.

use super::Context;
use crate::diag::{Diagnostic, words};

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    let Some(today) = context.today else { return };
    let records = context.model.all().filter_map(|e| e.common().review.map(|r| (r.value, r.place)));
    let pages = context.pages.unwrap_or_default().iter().filter_map(|p| p.review);
    for (review, place) in records.chain(pages) {
        if today >= review.first_day() {
            problems.push(words::rules::overdue_review(place, &review.as_noun()));
        }
    }
}
