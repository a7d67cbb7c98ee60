//! When an action is planned, in words.

use crate::decode::Moment;
use crate::model::kinds::Actie;
use crate::phrases::Phrases;

/// When an action is planned, and when it was done.
pub fn period(phrases: &Phrases, action: &Actie) -> String {
    let say = phrases.period();
    let planned = planned(phrases, action);
    match &action.gerealiseerd {
        Some(done) => say.done(&planned, &phrases.moment(done)),
        None => planned,
    }
}

/// When an action is planned.
pub fn planned(phrases: &Phrases, action: &Actie) -> String {
    let say = phrases.period();
    if let Some(year) = in_year(action) {
        return phrases.planned(&Moment::Year(year));
    }
    match (&action.van, &action.tot) {
        (Some(from), Some(to)) if from.value == to.value => phrases.moment(from),
        (Some(from), Some(to)) => phrases.until(&from.value, &to.value),
        (Some(from), None) => say.from(&phrases.moment(from)),
        (None, Some(to)) => say.by(&within(phrases, to)),
        (None, None) => say.no_date().to_owned(),
    }
}

/// The year in which an action is planned, when no quarter of it is named: from its first to its last says no more than the year does.
pub fn in_year(action: &Actie) -> Option<i16> {
    match (action.van.as_ref()?.value, action.tot.as_ref()?.value) {
        (Moment::Year(from) | Moment::Quarter(from, 1), Moment::Year(to) | Moment::Quarter(to, 4)) if from == to => {
            Some(from)
        }
        _ => None,
    }
}

/// A moment after a word such as “uiterlijk”: in the quarter, in the year, or on the day itself.
fn within(phrases: &Phrases, moment: &Moment) -> String {
    match moment {
        Moment::Day(_) => phrases.moment(moment),
        Moment::Quarter(..) => phrases.when(moment),
        Moment::Year(_) => phrases.when(moment),
    }
}
