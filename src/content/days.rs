//! Days that are none: the 31st of a month that has thirty, and a date that falls on another day of the week than is said.

use crate::diag::{Diagnostic, Span, words::meant as words};
use crate::dutch::date_at;

/// How a day begins that not every month has; more than 31 has none.
pub const LATE_DAYS: &[&str] = &["29", "30", "31", "32", "33", "34", "35", "36", "37", "38", "39"];

/// The days of the week, each before the number of a day.
pub const WEEKDAYS: &[&str] = &["maandag ", "dinsdag ", "woensdag ", "donderdag ", "vrijdag ", "zaterdag ", "zondag "];

/// Says that there is no such day.
pub type Says = fn(Span, &str) -> Diagnostic;

/// Where a day ends that does not exist; at `at` stands one of [`LATE_DAYS`].
pub fn no_day(text: &str, at: usize) -> Option<(usize, Says)> {
    let within = text[..at].ends_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '/' | '.' | ','));
    let date = date_at(&text[at..]).filter(|date| !within && !date.exists())?;
    Some((at + date.length, words::no_such_day as Says))
}

/// Where a date ends that falls on another day of the week; `at` to `end` is one of [`WEEKDAYS`].
pub fn other_day(text: &str, at: usize, end: usize) -> Option<(usize, Says)> {
    let date = date_at(&text[end..])?;
    let said = text[at..end].trim_end();
    (!said.eq_ignore_ascii_case(date.weekday()?)).then_some((end + date.length, words::other_weekday as Says))
}

/// What stands behind a time of day.
pub const OCLOCK: &[&str] = &[" uur"];

/// Where a time of day begins that no clock shows, right before `at`: `25:00`, `14.75`.
pub fn no_time(text: &str, at: usize) -> Option<usize> {
    let start = at - text[..at].bytes().rev().take_while(|b| b.is_ascii_digit() || matches!(b, b':' | b'.')).count();
    let (hour, minute) = text[start..at].split_once([':', '.'])?;
    let number = |text: &str| if text.len() == 2 { text.parse::<u32>().ok() } else { None };
    let colon = text[start..at].contains(':');
    let (hour, minute) = (number(hour)?, number(minute)?);
    // `12.75 uur` may be how long something takes.
    let none = (hour > 24 || hour == 24 && minute > 0) && (colon || minute < 60) || colon && minute > 59;
    none.then_some(start)
}

#[cfg(test)]
mod tests {
    use super::{no_day, no_time, other_day};
    use crate::dutch::date_at;

    #[test]
    fn days_of_the_week() {
        let day = |text: &str| date_at(text).and_then(|date| date.weekday());
        assert_eq!(day("1 maart 2027"), Some("maandag"));
        assert_eq!(day("29 november 2026"), Some("zondag"));
        assert_eq!(day("31 december 1999 en"), Some("vrijdag"));
        assert_eq!(day("29-11-2026"), Some("zondag"));
        assert_eq!((day("40 april 2027"), day("1 maart"), day("1 maart 27")), (None, None, None));
        let text = "op dinsdag 1 maart 2027 om";
        assert_eq!(other_day(text, 3, 11).map(|(end, _)| &text[3..end]), Some("dinsdag 1 maart 2027"));
        assert!(other_day("Maandag 1 maart 2027", 0, 8).is_none());
    }

    #[test]
    fn times_that_do_not_exist() {
        for (text, time) in [
            ("om 25:00", Some("25:00")),
            ("om 14:75", Some("14:75")),
            ("24:30", Some("24:30")),
            ("om 25.30", Some("25.30")),
            ("om 24:00", None),
            ("12.75", None),
            ("36,50", None),
            ("1:25:00", None),
            ("om 9:75", None),
        ] {
            assert_eq!(no_time(text, text.len()).map(|start| &text[start..]), time, "{text}");
        }
    }

    #[test]
    fn days_that_do_not_exist() {
        for (text, whole) in [
            ("31-02-2027", "31-02-2027"),
            ("31 april", "31 april"),
            ("30/02/2027.", "30/02/2027"),
            ("29 februari 2027", "29 februari 2027"),
            ("29.2.2027", "29.2.2027"),
            ("32 maart", "32 maart"),
            ("31 Juni 2027 om", "31 Juni 2027"),
        ] {
            assert_eq!(no_day(text, 0).map(|(end, _)| &text[..end]), Some(whole), "{text}");
        }
        for good in
            ["29 februari", "29 februari 2028", "31 mei 2027", "30 aprilgrappen", "31-02-12", "31/13/2027", "30 vragen"]
        {
            assert!(no_day(good, 0).is_none(), "{good}");
        }
        assert!(no_day("131-02-2027", 1).is_none());
    }
}
