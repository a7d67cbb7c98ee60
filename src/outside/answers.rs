//! Answers that are kept between runs: an address that led somewhere this week isn't asked again.

use super::Answer;
use jiff::civil::Date;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// So many days a good answer holds.
const DAYS: i32 = 7;

/// What is known of addresses, each with the day on which they were asked.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Answers(BTreeMap<String, (Date, Answer)>);

impl Answers {
    /// Reads what was kept; what cannot be read is not known.
    pub fn read(text: &str) -> Self {
        let kept: Map<String, Value> = serde_json::from_str(text).unwrap_or_default();
        let read = |value: &Value| {
            let day: Date = value["dag"].as_str()?.parse().ok()?;
            Some((day, value["naar"].as_str().map_or(Answer::Good, |to| Answer::Moved(to.to_owned()))))
        };
        Self(kept.iter().filter_map(|(address, value)| Some((address.clone(), read(value)?))).collect())
    }

    /// As it is kept.
    pub fn written(&self) -> String {
        let item = |(address, (day, answer)): (&String, &(Date, Answer))| {
            let mut value = json!({ "dag": day.to_string() });
            if let Answer::Moved(to) = answer {
                value["naar"] = json!(to);
            }
            (address.clone(), value)
        };
        let all: Map<String, Value> = self.0.iter().map(item).collect();
        serde_json::to_string_pretty(&all).unwrap_or_default() + "\n"
    }

    /// The answer that still holds today.
    pub fn get(&self, address: &str, today: Date) -> Option<&Answer> {
        let (day, answer) = self.0.get(address)?;
        let age = (today - *day).get_days();
        (0..DAYS).contains(&age).then_some(answer)
    }

    /// Keeps what was learnt of the addresses of the site. What led nowhere is asked again the next time.
    pub fn learn(&mut self, learnt: &BTreeMap<String, Answer>, today: Date, known: impl Fn(&str) -> bool) {
        for (address, answer) in learnt {
            match answer {
                Answer::Good | Answer::Moved(_) => self.0.insert(address.clone(), (today, answer.clone())),
                _ => self.0.remove(address),
            };
        }
        self.0.retain(|address, _| known(address));
    }
}

#[cfg(test)]
mod tests {
    use super::{Answer, Answers};
    use jiff::civil::date;

    #[test]
    fn good_answers_hold_a_week_and_bad_ones_are_asked_again() {
        let mut answers = Answers::default();
        let learnt = [
            ("https://a.nl".to_owned(), Answer::Good),
            ("https://b.nl".to_owned(), Answer::Gone(404)),
            ("https://c.nl".to_owned(), Answer::Moved("https://d.nl".to_owned())),
            ("https://weg.nl".to_owned(), Answer::Good),
        ];
        answers.learn(&learnt.into_iter().collect(), date(2026, 11, 20), |address| address != "https://weg.nl");
        let read = Answers::read(&answers.written());
        assert_eq!(read, answers);
        assert_eq!(read.get("https://a.nl", date(2026, 11, 26)), Some(&Answer::Good));
        assert_eq!(read.get("https://a.nl", date(2026, 11, 27)), None);
        assert_eq!(read.get("https://a.nl", date(2026, 11, 19)), None, "a day that is yet to come");
        assert_eq!(read.get("https://b.nl", date(2026, 11, 20)), None);
        assert!(read.get("https://c.nl", date(2026, 11, 20)).is_some());
        assert_eq!(read.get("https://weg.nl", date(2026, 11, 20)), None);
        assert_eq!(Answers::read("{ geen json"), Answers::default());
    }
}
