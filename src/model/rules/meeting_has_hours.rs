//! The hours of a meeting are those of a day, and begin before they end.

use super::Context;
use crate::decode::Moment;
use crate::diag::{Diagnostic, words};

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    for meeting in &context.model.bijeenkomsten {
        let day = matches!(meeting.datum.value, Moment::Day(_));
        if let Some(time) = meeting.begint.as_ref().or(meeting.eindigt.as_ref()).filter(|_| !day) {
            problems.push(words::rules::hours_without_day(time.place, &meeting.datum.as_noun()));
        }
        match (&meeting.begint, &meeting.eindigt) {
            (None, Some(end)) => problems.push(words::rules::end_without_begin(end.place)),
            (Some(begin), Some(end)) if begin.value >= end.value => {
                problems.push(words::rules::hours_backward(end.place, begin, end));
            }
            _ => {}
        }
    }
}
