//! A year far away is a slip of the keyboard.

use super::Context;
use crate::decode::Shown;
use crate::diag::{Diagnostic, words};
use crate::model::Model;

/// The years in which anything can lie.
const YEARS: std::ops::Range<i16> = 1900..2100;
/// A level that holds from so many years before all else that has a date is as good as never meant.
const BEFORE_ALL: i16 = 25;
/// What is to be looked at again later than so many years from now, nobody will look at.
const LONGEST_REVIEW: i16 = 10;

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    for entity in context.model.all() {
        for (key, value) in entity.values() {
            if let Shown::Moment(moment) = value
                && !YEARS.contains(&moment.first_day().year())
            {
                problems.push(words::rules::year_implausible(entity.place_of(key), &moment.as_noun()));
            }
        }
    }
    of_pages_and_reviews(context, problems);
    let begin = earliest(context.model).map_or(YEARS.start, |year| year - BEFORE_ALL);
    for from in context.model.relaties.iter().flat_map(|r| &r.niveau).filter_map(|s| s.vanaf.as_ref()) {
        if !(begin..YEARS.end).contains(&from.first_day().year()) {
            problems.push(words::rules::year_implausible(from.place, &from.as_noun()));
        }
    }
}

/// The dates at the top of pages, and the days on which something must be looked at again.
fn of_pages_and_reviews(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    let pages = context.pages.unwrap_or_default();
    for (date, place) in pages.iter().flat_map(|page| page.dates.into_iter().chain([page.review])).flatten() {
        if !YEARS.contains(&date.first_day().year()) {
            problems.push(words::rules::year_implausible(place, &date.as_noun()));
        }
    }
    let Some(now) = context.stand.or(context.today).map(|day| day.year()) else { return };
    let of_records = context.model.all().filter_map(|record| record.common().review);
    let reviews =
        of_records.map(|review| (review.value, review.place)).chain(pages.iter().filter_map(|page| page.review));
    for (review, place) in reviews {
        let year = review.first_day().year();
        if year > now + LONGEST_REVIEW && YEARS.contains(&year) {
            problems.push(words::rules::review_far_away(place, &review.as_noun()));
        }
    }
}

/// The year of the first source or milestone.
fn earliest(model: &Model) -> Option<i16> {
    let sources = model.bronnen.iter().filter_map(|source| source.datum);
    let all = sources.chain(model.mijlpalen.iter().map(|milestone| milestone.wanneer.value));
    all.map(|moment| moment.first_day().year()).filter(|year| YEARS.contains(year)).min()
}
