//! Moments as a language writes them.

use super::Phrases;
use crate::decode::Moment;
use jiff::civil::Date;

impl Phrases {
    /// `juli` for 7; a number that is no month has no name.
    pub fn month(&self, month: i8) -> &str {
        let dates = self.dates();
        match month {
            1 => dates.january(),
            2 => dates.february(),
            3 => dates.march(),
            4 => dates.april(),
            5 => dates.may(),
            6 => dates.june(),
            7 => dates.july(),
            8 => dates.august(),
            9 => dates.september(),
            10 => dates.october(),
            11 => dates.november(),
            12 => dates.december(),
            _ => "",
        }
    }

    /// `7 juli 2023`.
    pub fn day(&self, day: Date) -> String {
        self.dates().day(&day.day().to_string(), self.month(day.month()), &day.year().to_string())
    }

    /// `eerste` for 1.
    pub fn ordinal(&self, quarter: i8) -> &str {
        let dates = self.dates();
        match quarter {
            1 => dates.first(),
            2 => dates.second(),
            3 => dates.third(),
            _ => dates.fourth(),
        }
    }

    /// `7 juli 2023`, `tweede kwartaal van 2024`, `2026`.
    pub fn moment(&self, moment: &Moment) -> String {
        match *moment {
            Moment::Day(day) => self.day(day),
            Moment::Quarter(year, quarter) => self.dates().quarter(self.ordinal(quarter), &year.to_string()),
            Moment::Year(year) => year.to_string(),
        }
    }

    /// As a noun in a sentence: `7 juli 2023`, `het tweede kwartaal van 2024`, `2026`.
    pub fn as_noun(&self, moment: &Moment) -> String {
        match moment {
            Moment::Quarter(..) => self.dates().the_quarter(&self.moment(moment)),
            _ => self.moment(moment),
        }
    }

    /// When something happens: `op 7 juli 2023`, `in het tweede kwartaal van 2024`, `in 2026`.
    pub fn when(&self, moment: &Moment) -> String {
        match moment {
            Moment::Day(_) => self.dates().on(&self.moment(moment)),
            _ => self.dates().within(&self.as_noun(moment)),
        }
    }

    /// Of what is planned: as it is named, but a year that stands alone reads as one: `in 2024`.
    pub fn planned(&self, moment: &Moment) -> String {
        match moment {
            Moment::Year(_) => self.when(moment),
            _ => self.moment(moment),
        }
    }

    /// A stretch that ends with another moment: `eerste tot en met derde kwartaal van 2024`.
    pub fn until(&self, start: &Moment, end: &Moment) -> String {
        let to = self.moment(end);
        match (*start, *end) {
            (Moment::Quarter(from, quarter), Moment::Quarter(year, _)) if from == year => {
                self.dates().until(self.ordinal(quarter), &to)
            }
            _ => self.dates().until(&self.moment(start), &to),
        }
    }
}
