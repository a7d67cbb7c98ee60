//! Dates in words, as people write them.

use super::moment::month_name;
use jiff::civil::Date;

/// A date or a quarter in words: `1 maart 2027`, `1 mrt. 2027`, `maart 2027`, `eerste kwartaal van 2027`. What is wrong, and how it
/// is written.
pub fn in_words(text: &str) -> Option<(String, Option<String>)> {
    let lower = text.to_lowercase();
    let words = words_of(&lower);
    const WEEKDAYS: &[&str] = &[
        "maandag",
        "dinsdag",
        "woensdag",
        "donderdag",
        "vrijdag",
        "zaterdag",
        "zondag",
        "ma",
        "di",
        "wo",
        "do",
        "vr",
        "za",
        "zo",
    ];
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
                Err(_) => (no_such_day(year, month, day), None),
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

fn words_of(lower: &str) -> Vec<&str> {
    lower
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | '-' | '.' | '/' | '\'' | '’' | '‘'))
        .filter(|w| !w.is_empty() && !matches!(*w, "van" | "het" | "de" | "in" | "op"))
        .collect()
}

/// `vanaf 2027`, `rond 1 maart 2027`, `2027?`, `H2 2027`, `week 12 2027`, `2027-2028`: what the data cannot say, and what comes nearest.
///
/// Only where nothing but a date can stand: elsewhere these may be words that say just what is meant.
pub fn around(text: &str) -> Option<(String, String)> {
    let lower = text.to_lowercase();
    let words = words_of(&lower);
    around_of(&words, text).and_then(|(says, fix)| Some((says, fix?)))
}

fn around_of(words: &[&str], text: &str) -> Option<(String, Option<String>)> {
    const BEFORE: &[&str] = &[
        "vanaf",
        "tot",
        "voor",
        "vóór",
        "na",
        "rond",
        "omstreeks",
        "ca",
        "circa",
        "±",
        "~",
        "ongeveer",
        "uiterlijk",
        "per",
        "sinds",
        "tijdens",
        "gedurende",
        "binnen",
        "eind",
        "begin",
        "medio",
    ];
    let quarter_of = |month: i8| (month + 2) / 3;
    match *words {
        [first, ref rest @ ..] if BEFORE.contains(&first) && !rest.is_empty() => {
            let rest = rest.join(" ");
            let moment = super::Moment::parse(&rest).map(quoted);
            let fix = moment.or_else(|| in_words(&rest)?.1)?;
            // `eind 2027` is a quarter.
            let of_year = matches!(first, "eind" | "begin" | "medio") && rest.len() == 4;
            (!of_year).then(|| (format!("bij een datum kan hier niet “{first}” staan"), Some(fix)))
        }
        ["week", number, year] | [year, "week", number] if number.parse::<i8>().is_ok_and(|n| (1..54).contains(&n)) => {
            let (week, year) = (number.parse::<i8>().ok()?, year_of(year)?);
            let monday = jiff::civil::ISOWeekDate::new(year, week, jiff::civil::Weekday::Monday).ok()?.date();
            Some(("een week kan hier niet".to_owned(), Some(monday.to_string())))
        }
        ["h1" | "s1", year] | [year, "h1" | "s1"] if year_of(year).is_some() => {
            Some(("een half jaar kan hier niet".to_owned(), Some(half(year_of(year)?, 2))))
        }
        ["h2" | "s2", year] | [year, "h2" | "s2"] if year_of(year).is_some() => {
            Some(("een half jaar kan hier niet".to_owned(), Some(half(year_of(year)?, 4))))
        }
        ["kw" | "kwartaal" | "t" | "q", number, year]
        | [year, number, "kwartaal"]
        | [year, "kwartaal" | "kw", number] => {
            let (number, year) = (ordinal(number)?, year_of(year)?);
            Some(("een kwartaal schrijft u als jaar en kwartaal".to_owned(), Some(format!("\"{year}-Q{number}\""))))
        }
        [number @ ("t1" | "t2" | "t3" | "t4"), year] => {
            let year = year_of(year)?;
            Some((
                "een kwartaal schrijft u als jaar en kwartaal".to_owned(),
                Some(format!("\"{year}-Q{}\"", &number[1..])),
            ))
        }
        [year, month] if month_of(month).is_some() && year.len() == 4 => {
            let (year, month) = (year_of(year)?, month_of(month)?);
            let quarter = quarter_of(month);
            let fix = format!("{year}-{month:02}-01, of het kwartaal: \"{year}-Q{quarter}\"");
            Some(("een maand zonder dag kan niet".to_owned(), Some(fix)))
        }
        [first, second]
            if first.len() == 4 && second.len() == 4 && year_of(first).is_some() && year_of(second).is_some() =>
        {
            Some(("hier staan twee jaren, en er kan er één staan".to_owned(), Some(format!("\"{first}\""))))
        }
        [day, "t/m" | "tm" | "t" | "tot", .., year] if day.parse::<i8>().is_ok() && year_of(year).is_some() => {
            let last = words.get(words.len() - 3..)?;
            let fix = in_words(&format!("{day} {} {year}", last[1]))?.1?;
            Some(("hier kan één dag staan".to_owned(), Some(fix)))
        }
        [year] if year.len() == 4 && year_of(year).is_some() && text.trim() != year => {
            Some(("een jaar staat hier alleen".to_owned(), Some(format!("\"{year}\""))))
        }
        [year] if text.trim().ends_with('?') => {
            let year = year_of(year.trim_end_matches('?')).filter(|year| *year > 1000)?;
            Some(("bij een datum kan hier geen vraagteken staan".to_owned(), Some(format!("\"{year}\""))))
        }
        _ => None,
    }
}

fn half(year: i16, quarter: u8) -> String {
    format!("\"{year}-Q{quarter}\", of het jaar: \"{year}\"")
}

fn quoted(moment: super::Moment) -> String {
    match moment {
        super::Moment::Day(day) => day.to_string(),
        other => format!("\"{other}\""),
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
    const WORDS: [&[&str]; 4] = [
        &["eerste", "1e", "1ste", "1"],
        &["tweede", "2e", "2de", "2"],
        &["derde", "3e", "3de", "3"],
        &["vierde", "4e", "4de", "4"],
    ];
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
pub(super) fn no_such_day(year: i16, month: i8, day: i8) -> String {
    match Date::new(year, month, 1) {
        Ok(_) if day < 1 => format!("dag {day} bestaat niet"),
        Ok(first) => {
            let name = month_name(month);
            format!("{name} {year} heeft {} dagen", first.days_in_month())
        }
        Err(_) if !(1..=31).contains(&day) => format!("maand {month} en dag {day} bestaan niet"),
        Err(_) => format!("maand {month} bestaat niet"),
    }
}

#[cfg(test)]
mod tests {
    use super::{around, in_words};

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
        for (text, wanted) in [
            ("vanaf 2027", "\"2027\""),
            ("rond 1 maart 2027", "2027-03-01"),
            ("vóór 2028", "\"2028\""),
            ("week 12 2027", "2027-03-22"),
            ("H2 2027", "\"2027-Q4\", of het jaar: \"2027\""),
            ("T1 2027", "\"2027-Q1\""),
            ("1ste kwartaal van 2027", "\"2027-Q1\""),
            ("2027, 1e kwartaal", "\"2027-Q1\""),
            ("kw 1 2027", "\"2027-Q1\""),
            ("2027-maart", "2027-03-01, of het kwartaal: \"2027-Q1\""),
            ("2027-2028", "\"2027\""),
            ("1 t/m 3 maart 2027", "2027-03-01"),
            ("2027?", "\"2027\""),
            ("in 2027", "\"2027\""),
            ("ca. 2027", "\"2027\""),
            ("eind maart 2027", "2027-03-01, of het kwartaal: \"2027-Q1\""),
        ] {
            assert_eq!(around(text).map(|(_, fix)| fix).or_else(|| fix(text)).as_deref(), Some(wanted), "{text}");
        }
        for other in ["2027", "drie maart", "na 1 maart 2027 weer", "voor de zomer", "tot ziens", "per 1"] {
            assert_eq!((in_words(other), around(other)), (None, None), "{other}");
        }
    }
}
