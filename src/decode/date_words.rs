//! Dates in words, as people write them.

use super::moment::month_name;
use jiff::civil::Date;

/// A date or a quarter in words: `1 maart 2027`, `1 mrt. 2027`, `maart 2027`, `eerste kwartaal van 2027`. What is wrong, and how it
/// is written.
pub fn in_words(text: &str) -> Option<(String, Option<String>)> {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | '-' | '.' | '/' | '\'' | '’' | '‘'))
        .filter(|w| !w.is_empty() && !matches!(*w, "van" | "het" | "de" | "in" | "op"))
        .collect();
    const WEEKDAYS: &[&str] = &["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"];
    let words = match words[..] {
        [day, ref rest @ ..] if WEEKDAYS.contains(&day) => rest.to_vec(),
        _ => words,
    };
    if let [number, "kwartaal", year] | ["kwartaal", number, year] | ["kwartaal", number, year, ..] = words[..]
        && let (Some(number), Some(year)) = (ordinal(number), year_of(year))
    {
        return Some((
            "een kwartaal schrijft u als jaar en kwartaal".to_owned(),
            Some(format!("\"{year}-Q{number}\"")),
        ));
    }
    if let Some(slip) = vague(&words) {
        return Some(slip);
    }
    match words[..] {
        [day, month, year] => {
            let (day, month, year) = (day.trim_end_matches('e').parse::<i8>().ok()?, month_of(month)?, year_of(year)?);
            Some(match Date::new(year, month, day) {
                Ok(date) => ("een datum schrijft u in cijfers".to_owned(), Some(date.to_string())),
                Err(_) => (no_such_day(year, month), None),
            })
        }
        [month, year] if month_of(month).is_some() => {
            let (month, year) = (month_of(month)?, year_of(year)?);
            let quarter = (month + 2) / 3;
            Some((
                "een maand zonder dag kan niet".to_owned(),
                Some(format!("{year}-{month:02}-01, of het kwartaal: \"{year}-Q{quarter}\"")),
            ))
        }
        [day, month] if month_of(month).is_some() && day.parse::<i8>().is_ok() => {
            Some(("het jaar ontbreekt".to_owned(), None))
        }
        _ => None,
    }
}

/// `begin 2027`, `voorjaar 2027`, `tweede helft van 2027`: no day, so a quarter at best.
fn vague(words: &[&str]) -> Option<(String, Option<String>)> {
    const PARTS: [(&str, u8); 11] = [
        ("begin", 1),
        ("voorjaar", 2),
        ("lente", 2),
        ("medio", 3),
        ("halverwege", 3),
        ("zomer", 3),
        ("najaar", 4),
        ("herfst", 4),
        ("eind", 4),
        ("einde", 4),
        ("ultimo", 4),
    ];
    let (part, year, quarter) = match *words {
        [part, year] => (part, year, PARTS.iter().find(|(word, _)| *word == part)?.1),
        [half, "helft", year] => (half, year, if ordinal(half)? == 1 { 2 } else { 4 }),
        _ => return None,
    };
    let year = year_of(year)?;
    let part = if words.len() == 3 { format!("{part} helft") } else { part.to_owned() };
    Some((
        format!("“{part}” is geen dag en geen kwartaal"),
        Some(format!("\"{year}-Q{quarter}\", of het jaar: \"{year}\"")),
    ))
}

fn ordinal(word: &str) -> Option<u8> {
    const WORDS: [&[&str]; 4] =
        [&["eerste", "1e", "1"], &["tweede", "2e", "2"], &["derde", "3e", "3"], &["vierde", "4e", "4"]];
    WORDS.iter().position(|words| words.contains(&word)).and_then(|i| u8::try_from(i + 1).ok())
}

/// `2027`, or `27` for a year of this century.
fn year_of(word: &str) -> Option<i16> {
    if !word.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let year: i16 = word.parse().ok()?;
    match word.len() {
        4 => Some(year),
        2 => Some(2000 + year),
        _ => None,
    }
}

/// The number of a month, by its name, its first three letters or `mrt`.
fn month_of(word: &str) -> Option<i8> {
    if word == "mrt" {
        return Some(3);
    }
    (1..=12).find(|&month| {
        let name = month_name(month);
        word == name || (word.len() >= 3 && word.len() <= 4 && name.starts_with(word))
    })
}

/// Why there is no such day.
pub(super) fn no_such_day(year: i16, month: i8) -> String {
    match Date::new(year, month, 1) {
        Ok(first) => {
            let name = month_name(month);
            format!("{name} {year} heeft {} dagen", first.days_in_month())
        }
        Err(_) => format!("maand {month} bestaat niet"),
    }
}

#[cfg(test)]
mod tests {
    use super::in_words;

    #[test]
    fn dates_as_people_write_them() {
        let fix = |text: &str| in_words(text).and_then(|(_, fix)| fix);
        assert_eq!(fix("1 maart 2027").as_deref(), Some("2027-03-01"));
        assert_eq!(fix("maandag 1 mrt. 2027").as_deref(), Some("2027-03-01"));
        assert_eq!(fix("31 dec 2026").as_deref(), Some("2026-12-31"));
        assert_eq!(fix("eerste kwartaal van 2027").as_deref(), Some("\"2027-Q1\""));
        assert_eq!(fix("maart 2027").as_deref(), Some("2027-03-01, of het kwartaal: \"2027-Q1\""));
        assert_eq!(in_words("30 februari 2027").unwrap().0, "februari 2027 heeft 28 dagen");
        assert_eq!(in_words("1 maart").unwrap().0, "het jaar ontbreekt");
        assert_eq!(fix("1 mrt. '27").as_deref(), Some("2027-03-01"));
        assert_eq!(fix("eind 2027").as_deref(), Some("\"2027-Q4\", of het jaar: \"2027\""));
        assert_eq!(fix("voorjaar van 2027").as_deref(), Some("\"2027-Q2\", of het jaar: \"2027\""));
        assert_eq!(fix("tweede helft van 2027").as_deref(), Some("\"2027-Q4\", of het jaar: \"2027\""));
        for other in ["vanaf 2027", "2027", "drie maart", "na 1 maart 2027 weer"] {
            assert_eq!(in_words(other), None, "{other}");
        }
    }
}
