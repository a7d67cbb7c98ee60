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
    // A word processor makes dashes of hyphens.
    if text.contains(DASHES) {
        let plain = text.replace(DASHES, "-");
        let fix = match super::Moment::parse(&plain) {
            Some(moment @ super::Moment::Quarter(..)) => Some(format!("\"{moment}\"")),
            Some(moment) => Some(moment.to_string()),
            None => date_slip(&plain)?.fix,
        };
        return Some(DateSlip { says: "een datum schrijft u met gewone streepjes".to_owned(), fix });
    }
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
    if let Some((year, number)) = quarter(text) {
        return Some(match number {
            1..=4 => {
                let says = "een kwartaal schrijft u als jaar en kwartaal".to_owned();
                DateSlip { says, fix: Some(format!("\"{year}-Q{number}\"")) }
            }
            _ => DateSlip { says: format!("kwartaal {number} bestaat niet"), fix: None },
        });
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
        // `1-3-27`.
        (1 | 2, 2) if matches!(month.len(), 1 | 2) => return short_year(text, [first, month, last]),
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

/// Dashes and minus signs that look like a hyphen.
const DASHES: [char; 6] = ['–', '—', '−', '‐', '‑', '‒'];

/// `1-3-27` and `31-12-99`: a year of two digits, of this century or the last. `26-03-01` may begin with it: then there are two days
/// to choose from.
fn short_year(text: &str, [first, month, last]: [&str; 3]) -> Option<DateSlip> {
    let date = |day: &str, year: &str| {
        let year: i16 = year.parse().ok()?;
        Date::new(if year < 50 { 2000 } else { 1900 } + year, month.parse().ok()?, day.parse().ok()?).ok()
    };
    let of_end = date(first, last);
    // `1-3-'27` says which it is.
    let of_start = date(last, first).filter(|_| first.len() == 2 && !text.contains(['\'', '’', '‘']));
    let fix = match (of_end, of_start) {
        (Some(one), Some(other)) if one != other => format!("{one}, of {other}"),
        (one, other) => one.or(other)?.to_string(),
    };
    Some(DateSlip { says: "een datum begint met het hele jaar".to_owned(), fix: Some(fix) })
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

/// `Q1 2026`, `2026 Q1`, `2026Q1`, `2026-K1`: its year and its number, which may be none that there is.
fn quarter(text: &str) -> Option<(String, u8)> {
    let plain: String = text.chars().filter(|c| c.is_ascii_alphanumeric()).collect::<String>().to_uppercase();
    if plain.len() != 6 || text.len() > 8 {
        return None;
    }
    let at = plain.find(['Q', 'K'])?;
    let number = plain.as_bytes().get(at + 1).filter(|b| b.is_ascii_digit()).map(|b| b - b'0')?;
    let year = if at == 0 { &plain[2..] } else { &plain[..at] };
    (year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit())).then(|| (year.to_owned(), number))
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
        assert_eq!(fix("31-12-99").as_deref(), Some("1999-12-31"));
        assert_eq!(fix("26-03-01").as_deref(), Some("2001-03-26, of 2026-03-01"));
        assert_eq!(fix("2026–03–01").as_deref(), Some("2026-03-01"));
        assert_eq!(fix("2026-03–01").as_deref(), Some("2026-03-01"));
        assert_eq!(fix("1–2–2026").as_deref(), Some("2026-02-01"));
        assert_eq!(fix("2026–Q1").as_deref(), Some("\"2026-Q1\""));
        assert_eq!(fix("2026-Q1").as_deref(), Some("\"2026-Q1\""));
        assert_eq!(fix("Q3 2026").as_deref(), Some("\"2026-Q3\""));
        assert_eq!(fix("2026K2").as_deref(), Some("\"2026-Q2\""));
        for timed in ["1-2-2026 14:00", "1 februari 2026, 14.00 uur", "2026-02-01 9:30:00", "2026-02-01 om 10.00 uur"] {
            assert_eq!(date_slip(timed).and_then(|slip| slip.fix).as_deref(), Some("2026-02-01"), "{timed}");
        }
        assert_eq!(date_slip("2026-02-30").unwrap().says, "februari 2026 heeft 28 dagen");
        assert_eq!(date_slip("30-02-2024").unwrap().says, "februari 2024 heeft 29 dagen");
        assert_eq!(date_slip("2026-13-01").unwrap().says, "maand 13 bestaat niet");
        assert_eq!(date_slip("2026-Q5").unwrap().says, "kwartaal 5 bestaat niet");
        assert_eq!(date_slip("0-1-1900").unwrap().says, "dag 0 bestaat niet");
        for other in ["ja", "12", "1.2.3", "1.2", "a-b-c", "", "é-Q1-20", "a – b", "2025–2026"] {
            assert_eq!(date_slip(other), None, "{other}");
        }
    }
}
