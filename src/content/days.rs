//! Days that are none: the 31st of a month that has thirty, and a date that falls on another day of the week than is said.

use crate::diag::{Diagnostic, Span, words::meant as words};
use crate::dutch::weekday_of;

/// How a day that no month has begins in digits or in words, before a year or the end of a word.
pub const NO_DAYS: &[&str] = &[
    "30-02-",
    "31-02-",
    "31-04-",
    "31-06-",
    "31-09-",
    "31-11-",
    "30-2-",
    "31-2-",
    "31-4-",
    "31-6-",
    "31-9-",
    "30/02/",
    "31/02/",
    "31/04/",
    "31/06/",
    "31/09/",
    "31/11/",
    "30 februari",
    "31 februari",
    "31 april",
    "31 juni",
    "31 september",
    "31 november",
];

/// The days of the week, each before the number of a day.
pub const WEEKDAYS: &[&str] = &["maandag ", "dinsdag ", "woensdag ", "donderdag ", "vrijdag ", "zaterdag ", "zondag "];

/// Says that there is no such day.
pub type Says = fn(Span, &str) -> Diagnostic;

/// Where a day ends that no month has; `at` to `end` is one of [`NO_DAYS`].
pub fn no_day(text: &str, at: usize, end: usize) -> Option<(usize, Says)> {
    let digit = |c: char| c.is_ascii_digit();
    let rest = &text[end..];
    let before = text[..at].ends_with(|c: char| digit(c) || matches!(c, '-' | '/' | '.'));
    let year = rest.bytes().take_while(u8::is_ascii_digit).count();
    let numeric = text[..end].ends_with(['-', '/']);
    let whole = if numeric { year == 4 } else { !rest.starts_with(char::is_alphanumeric) };
    (!before && whole).then_some((end + if numeric { year } else { 0 }, words::no_such_day as Says))
}

/// Where a date ends that falls on another day of the week; `at` to `end` is one of [`WEEKDAYS`].
pub fn other_day(text: &str, at: usize, end: usize) -> Option<(usize, Says)> {
    let (length, right) = weekday_of(&text[end..])?;
    let said = text[at..end].trim_end();
    (!said.eq_ignore_ascii_case(right)).then_some((end + length, words::other_weekday as Says))
}

#[cfg(test)]
mod tests {
    use super::{no_day, other_day, weekday_of};

    #[test]
    fn days_of_the_week() {
        let day = |text: &str| weekday_of(text).map(|(_, day)| day);
        assert_eq!(day("1 maart 2027"), Some("maandag"));
        assert_eq!(day("29 november 2026"), Some("zondag"));
        assert_eq!(day("31 december 1999 en"), Some("vrijdag"));
        assert_eq!((day("40 april 2027"), day("1 maart"), day("1 maart 27")), (None, None, None));
        let text = "op dinsdag 1 maart 2027 om";
        assert_eq!(other_day(text, 3, 11).map(|(end, _)| &text[3..end]), Some("dinsdag 1 maart 2027"));
        assert!(other_day("Maandag 1 maart 2027", 0, 8).is_none());
    }

    #[test]
    fn days_that_no_month_has() {
        for (text, end, whole) in
            [("31-02-2027", 6, "31-02-2027"), ("31 april", 8, "31 april"), ("30/02/2027.", 6, "30/02/2027")]
        {
            assert_eq!(no_day(text, 0, end).map(|(end, _)| &text[..end]), Some(whole), "{text}");
        }
        assert!(no_day("131-02-2027", 1, 7).is_none() && no_day("31-02-12", 0, 6).is_none());
    }
}
