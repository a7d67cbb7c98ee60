//! The date of a page lies no later than the day as of which the content holds: a date in the future does not hold a page back.

use super::Context;
use crate::diag::{Diagnostic, words};

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    let Some(day) = context.stand else { return };
    let stand = crate::decode::Moment::Day(day).as_noun();
    for (date, place) in context.pages.unwrap_or_default().iter().flat_map(|p| p.dates).flatten() {
        if date.first_day() > day {
            problems.push(words::rules::page_date_in_future(place, &date.as_noun(), &stand));
        }
    }
}
