//! A time of the clock: `14:00`.

use super::value_slip::ValueSlip;
use super::{Decoder, Field, Shape, Shown, Value};
use crate::diag::words;
use std::ops::Deref;
use toml::de::DeValue;

/// A time of the clock, to the minute. It sorts as the clock runs.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct TimeOfDay(String);

impl TimeOfDay {
    /// Reads `14:00` or `9:30`.
    pub fn parse(text: &str) -> Option<Self> {
        let (hour, minute) = text.split_once(':')?;
        let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit()) && part.len() <= 2;
        if !digits(hour) || !digits(minute) || minute.len() != 2 {
            return None;
        }
        let (hour, minute): (u8, u8) = (hour.parse().ok()?, minute.parse().ok()?);
        (hour < 24 && minute < 60).then(|| Self(format!("{hour:02}:{minute:02}")))
    }
}

/// As in the data and for readers: `09:30`.
impl Deref for TimeOfDay {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl Field for TimeOfDay {
    fn decode(value: &Value<'_>, decoder: &mut Decoder<'_>) -> Option<Self> {
        let found = match value.get_ref() {
            DeValue::String(text) => Self::parse(text.trim()),
            // TOML's own time has seconds, and needs no quotes.
            DeValue::Datetime(d) if d.date.is_none() => {
                d.time.and_then(|t| Self::parse(&format!("{}:{:02}", t.hour, t.minute)))
            }
            _ => None,
        };
        if found.is_none() {
            // `14.00`, `14:00 uur`, `14 uur`: what is meant is plain.
            match value.get_ref().as_str().and_then(meant) {
                Some(meant) => decoder.mistyped(value, &Shape::Time, &format!("\"{}\"", &*meant)),
                None if let Some(text) = value.get_ref().as_str().filter(|text| is_off_clock(text)) => {
                    decoder.problems.push(words::written::off_clock(decoder.span(value.span()), text));
                }
                None => decoder.wrong_type(value, &Shape::Time),
            }
        }
        found
    }
    fn shape() -> Shape {
        Shape::Time
    }
    fn shown(&self) -> Shown<'_> {
        Shown::Plain(self)
    }
}

/// `25:00`, `12.75 uur`: written as a time, but no clock shows it.
fn is_off_clock(text: &str) -> bool {
    let bare = text.trim().trim_end_matches("uur").trim_end().replace('.', ":");
    let digits = |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    bare.split_once(':').is_some_and(|(hour, minute)| digits(hour) && digits(minute)) && meant(text).is_none()
}

/// A time without the quotes that it needs: `9:30`, `9 uur`; or one that no clock shows.
pub fn without_quotes(value: &str) -> Option<ValueSlip> {
    if is_off_clock(value) {
        return Some(ValueSlip {
            says: "dit is geen tijd die een klok aangeeft".to_owned(),
            remedy: "Zet hier een tijd tussen aanhalingstekens, van \"0:00\" tot en met \"23:59\".".to_owned(),
            fix: None,
        });
    }
    let time = meant(value)?;
    let fix = format!("\"{}\"", &*time);
    let remedy = format!("Schrijf: {fix}");
    Some(ValueSlip { says: "een tijd hoort tussen aanhalingstekens".to_owned(), remedy, fix: Some(fix) })
}

/// The time that was meant by words for it.
fn meant(text: &str) -> Option<TimeOfDay> {
    let bare = text.trim().trim_end_matches("uur").trim_end_matches(['u', 'h']).trim().replace(['.', 'u', 'h'], ":");
    TimeOfDay::parse(&bare).or_else(|| TimeOfDay::parse(&format!("{bare}:00")))
}

#[cfg(test)]
mod tests {
    use super::{TimeOfDay, is_off_clock, meant, without_quotes};

    #[test]
    fn reads_times_of_the_clock() {
        assert_eq!(&*TimeOfDay::parse("9:30").unwrap(), "09:30");
        assert_eq!(&*TimeOfDay::parse("23:59").unwrap(), "23:59");
        for wrong in ["24:00", "9:5", "9.30", "12:60", "", ":", "-1:00", "009:00", "9:300"] {
            assert_eq!(TimeOfDay::parse(wrong), None, "{wrong}");
        }
        for said in ["14.00", "14:00 uur", "14 uur", "14u", "14u00", "14h00"] {
            assert_eq!(&*meant(said).unwrap(), "14:00", "{said}");
        }
        assert_eq!(meant("'s middags"), None);
        assert_eq!(without_quotes("9:30").unwrap().fix.as_deref(), Some("\"09:30\""));
        assert_eq!(without_quotes("9 uur").unwrap().fix.as_deref(), Some("\"09:00\""));
        assert!(["25:00", "12.75 uur", "9:5"].iter().all(|text| is_off_clock(text)));
        assert!(["9:30", "14.00", "middag", "9", "2026-01-01", ""].iter().all(|text| !is_off_clock(text)));
    }
}
