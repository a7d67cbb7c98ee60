//! A date, a quarter or a year, as plans write them.

use jiff::civil::Date;
use serde::{Serialize, Serializer};
use std::fmt;

/// A moment as precise as the source gives it. Order is by first day, then the longer period first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Moment {
    /// A day.
    Day(Date),
    /// A quarter: year and 1 to 4.
    Quarter(i16, i8),
    /// A year.
    Year(i16),
}

impl Moment {
    const ORDINAL: [&str; 4] = ["eerste", "tweede", "derde", "vierde"];

    /// Reads `2024-01-31`, `2024-Q1` or `2024`.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if let Some((year, quarter)) = text.split_once("-Q").or_else(|| text.split_once("-q")) {
            let quarter: i8 = quarter.parse().ok()?;
            let year = year_of(year)?;
            return (1..=4).contains(&quarter).then_some(Self::Quarter(year, quarter));
        }
        if text.len() == 4 {
            return year_of(text).map(Self::Year);
        }
        text.parse().ok().map(Self::Day)
    }

    /// The first day.
    pub fn first_day(&self) -> Date {
        match *self {
            Self::Day(day) => day,
            Self::Quarter(year, quarter) => Date::new(year, quarter * 3 - 2, 1).unwrap_or(Date::ZERO),
            Self::Year(year) => Date::new(year, 1, 1).unwrap_or(Date::ZERO),
        }
    }

    /// The last day.
    pub fn last_day(&self) -> Date {
        match *self {
            Self::Day(day) => day,
            Self::Quarter(year, quarter) => Date::new(year, quarter * 3, 1).map_or(Date::ZERO, |d| d.last_of_month()),
            Self::Year(year) => Date::new(year, 12, 31).unwrap_or(Date::ZERO),
        }
    }

    /// Is all of it over on this day? On its last day it is not.
    pub fn is_over_on(&self, day: Date) -> bool {
        self.last_day() < day
    }

    /// As a noun in a sentence: `7 juli 2023`, `het tweede kwartaal van 2024`, `2026`.
    pub fn as_noun(&self) -> String {
        match self {
            Self::Quarter(..) => format!("het {}", self.in_dutch()),
            _ => self.in_dutch(),
        }
    }

    /// When something happens: `op 7 juli 2023`, `in het tweede kwartaal van 2024`, `in 2026`.
    pub fn when(&self) -> String {
        match self {
            Self::Day(_) => format!("op {}", self.in_dutch()),
            _ => format!("in {}", self.as_noun()),
        }
    }

    /// A stretch that ends with another moment: `heel 2024`, `eerste tot en met derde kwartaal van 2024`.
    pub fn until(&self, end: &Self) -> String {
        match (*self, *end) {
            (Self::Quarter(from, 1), Self::Quarter(to, 4)) if from == to => format!("heel {to}"),
            (Self::Quarter(from, quarter), Self::Quarter(to, _)) if from == to => {
                format!("{} tot en met {}", Self::ORDINAL[(quarter - 1) as usize], end.in_dutch())
            }
            _ => format!("{} tot en met {}", self.in_dutch(), end.in_dutch()),
        }
    }

    /// In Dutch: `7 juli 2023`, `tweede kwartaal van 2024`, `2026`.
    pub fn in_dutch(&self) -> String {
        match *self {
            Self::Day(day) => dutch_date(day),
            Self::Quarter(year, quarter) => format!("{} kwartaal van {year}", Self::ORDINAL[(quarter - 1) as usize]),
            Self::Year(year) => year.to_string(),
        }
    }
}

/// `7 juli 2023`.
pub fn dutch_date(day: Date) -> String {
    format!("{} {} {}", day.day(), month_name(day.month()), day.year())
}

/// `juli` for 7; a number that is no month has no name.
pub fn month_name(month: i8) -> &'static str {
    usize::try_from(month - 1).ok().and_then(|i| crate::dutch::MONTHS.get(i)).copied().unwrap_or_default()
}

fn year_of(text: &str) -> Option<i16> {
    let digits = text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten()
}

impl PartialOrd for Moment {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Moment {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (self.first_day(), other.last_day()).cmp(&(other.first_day(), self.last_day()))
    }
}

/// As in the data: `2023-07-07`, `2024-Q2`, `2026`.
impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Day(day) => write!(f, "{day}"),
            Self::Quarter(year, quarter) => write!(f, "{year}-Q{quarter}"),
            Self::Year(year) => write!(f, "{year}"),
        }
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::Moment;

    #[test]
    fn reads_and_writes_what_a_plan_says() {
        for text in ["2023-07-07", "2024-Q2", "2026"] {
            assert_eq!(Moment::parse(text).unwrap().to_string(), text);
        }
        for wrong in ["2024-Q5", "24", "2024-13-01", "juli", "2024-Qx", "+024"] {
            assert_eq!(Moment::parse(wrong), None, "{wrong}");
        }
        assert_eq!(Moment::parse("2024-Q2").unwrap().in_dutch(), "tweede kwartaal van 2024");
        assert_eq!(Moment::parse("2023-07-07").unwrap().in_dutch(), "7 juli 2023");
    }

    #[test]
    fn orders_by_time() {
        let order = ["2023", "2023-07-07", "2023-Q4", "2024-Q1", "2024-01-01"];
        let mut moments: Vec<Moment> = order.iter().rev().map(|t| Moment::parse(t).unwrap()).collect();
        moments.sort();
        let sorted: Vec<String> = moments.iter().map(Moment::to_string).collect();
        assert_eq!(sorted, order);
    }
}
