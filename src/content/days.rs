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

#[cfg(test)]
mod tests {
    use super::{no_day, other_day};
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
