//! Dates that are written in another way: what is wrong with them, and how they should be written.

use jiff::civil::Date;

/// What is wrong with text that was meant as a date, and the text as it should be when that can be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateSlip {
    /// What is wrong, to follow "Dit kan niet worden gelezen:".
    pub says: String,
    /// As it should be written, with its quotes when it needs them.
    pub fix: Option<String>,
}

/// Looks at text that is no date, quarter or year as the data have it; `None` when it was not meant as one.
pub fn date_slip(text: &str) -> Option<DateSlip> {
    let text = text.trim().trim_matches('"');
    if let Some(day) = without_time(text) {
        let right = super::Moment::parse(day).map(|moment| moment.to_string());
        let fix = right.or_else(|| date_slip(day)?.fix);
        return Some(DateSlip { says: "bij deze datum hoort geen tijd".to_owned(), fix });
    }
    if let Some(moment) = super::Moment::parse(text) {
        // Right in itself: it lacks its quotes.
        return matches!(moment, super::Moment::Quarter(..)).then(|| DateSlip {
            says: "een kwartaal hoort tussen aanhalingstekens".to_owned(),
            fix: Some(format!("\"{moment}\"")),
        });
    }
    if let Some(fix) = quarter(text) {
        let says = "een kwartaal schrijft u als jaar en kwartaal".to_owned();
        return Some(DateSlip { says, fix: Some(fix) });
    }
    if let Some((says, fix)) = super::date_words::in_words(text) {
        return Some(DateSlip { says, fix });
    }
    if let Some((year, month)) = month(text) {
        let fix = format!("{year}-{month:02}-01, of het kwartaal: \"{year}-Q{}\"", (month + 2) / 3);
        return Some(DateSlip { says: "een maand zonder dag kan niet".to_owned(), fix: Some(fix) });
    }
    // `1-3-'27`
    let bare = text.replace(['\'', '’', '‘'], "");
    let parts: Vec<&str> = bare.split(['-', '/', '.']).collect();
    let [first, month, last] = parts[..] else { return None };
    if ![first, month, last].iter().all(|p| !p.is_empty() && p.bytes().all(|b| b.is_ascii_digit())) {
        return None;
    }
    let (year, day, turned) = match (first.len(), last.len()) {
        (4, 1 | 2) => (first, last, false),
        (1 | 2, 4) => (last, first, true),
        // `1-3-27`: this century is meant.
        (1 | 2, 2) if matches!(month.len(), 1 | 2) => {
            let (day, month, year) = (first.parse().ok()?, month.parse().ok()?, last.parse::<i16>().ok()?);
            let date = Date::new(2000 + year, month, day).ok()?;
            return Some(DateSlip {
                says: "een datum begint met het hele jaar".to_owned(),
                fix: Some(date.to_string()),
            });
        }
        _ => return None,
    };
    let (year, month, day): (i16, i8, i8) = (year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    Some(match Date::new(year, month, day) {
        Ok(date) => DateSlip {
            says: if turned { "een datum begint met het jaar" } else { "een datum schrijft u met streepjes en nullen" }
                .to_owned(),
            fix: Some(date.to_string()),
        },
        Err(_) => DateSlip { says: super::date_words::no_such_day(year, month, day), fix: None },
    })
}

/// `2027-03`, `03-2027`.
fn month(text: &str) -> Option<(i16, i8)> {
    let (first, last) = text.split_once(['-', '/'])?;
    let (year, month) = if first.len() == 4 { (first, last) } else { (last, first) };
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let fits = year.len() == 4 && (1..=2).contains(&month.len()) && digits(year) && digits(month);
    let month = month.parse().ok().filter(|month| fits && (1..=12).contains(month))?;
    Some((year.parse().ok()?, month))
}

/// The date before a time of the clock: `3-2-2027 14:00`, `3 februari 2027, 14.00 uur`.
fn without_time(text: &str) -> Option<&str> {
    let (day, time) = text.strip_suffix("uur").unwrap_or(text).trim_end().rsplit_once([' ', 'T'])?;
    let (hours, minutes) = time.split_once([':', '.'])?;
    let digits = |text: &str, most: usize| (1..=most).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    let seconds = minutes.split_once(':').is_some_and(|(minutes, seconds)| digits(minutes, 2) && digits(seconds, 2));
    let day = day.trim_end_matches(" om").trim_end_matches([',', ' ']);
    (digits(hours, 2) && (digits(minutes, 2) || seconds) && day.len() > 4).then_some(day)
}

/// `Q1 2026`, `2026 Q1`, `2026Q1`, `2026-K1` as `"2026-Q1"`.
fn quarter(text: &str) -> Option<String> {
    let plain: String = text.chars().filter(|c| c.is_ascii_alphanumeric()).collect::<String>().to_uppercase();
    if plain.len() != 6 || text.len() > 8 {
        return None;
    }
    let at = plain.find(['Q', 'K'])?;
    let number = plain.as_bytes().get(at + 1).filter(|b| (b'1'..=b'4').contains(*b))?;
    let year = if at == 0 { &plain[2..] } else { &plain[..at] };
    (year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit())).then(|| format!("\"{year}-Q{}\"", *number as char))
}

#[cfg(test)]
mod tests {
    use super::date_slip;

    #[test]
    fn slips_are_mended() {
        let fix = |text: &str| date_slip(text).and_then(|slip| slip.fix);
        assert_eq!(fix("31-12-2026").as_deref(), Some("2026-12-31"));
        assert_eq!(fix("1/2/2026").as_deref(), Some("2026-02-01"));
        assert_eq!(fix("1-2-'26").as_deref(), Some("2026-02-01"));
        assert_eq!(fix("2026-2-1").as_deref(), Some("2026-02-01"));
        assert_eq!(fix("2026-Q1").as_deref(), Some("\"2026-Q1\""));
        assert_eq!(fix("Q3 2026").as_deref(), Some("\"2026-Q3\""));
        assert_eq!(fix("2026K2").as_deref(), Some("\"2026-Q2\""));
        for timed in ["1-2-2026 14:00", "1 februari 2026, 14.00 uur", "2026-02-01 9:30:00", "2026-02-01 om 10.00 uur"] {
            assert_eq!(date_slip(timed).and_then(|slip| slip.fix).as_deref(), Some("2026-02-01"), "{timed}");
        }
        assert_eq!(date_slip("2026-02-30").unwrap().says, "februari 2026 heeft 28 dagen");
        assert_eq!(date_slip("30-02-2024").unwrap().says, "februari 2024 heeft 29 dagen");
        assert_eq!(date_slip("2026-13-01").unwrap().says, "maand 13 bestaat niet");
        for other in ["ja", "12", "1.2.3", "1.2", "a-b-c", "2026-Q5", "", "é-Q1-20"] {
            assert_eq!(date_slip(other), None, "{other}");
        }
    }
}
