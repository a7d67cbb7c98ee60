//! Meetings as a calendar that others subscribe to (RFC 5545, with names and rates of RFC 7986).
//!
//! Nothing in it comes from a clock or from chance: a meeting keeps its identity for as long as its record lives, and every
//! build gives the same bytes.

use crate::decode::Moment;
use crate::model::kinds::Bijeenkomst;
use crate::model::{AnyEntity, Status};
use crate::pages::Writer;
use jiff::ToSpan;
use jiff::civil::Date;

/// The zone in which the times of the data are read, and its rules since 1996.
const ZONE: &str = "Europe/Amsterdam";
const ZONE_RULES: &[&str] = &[
    "BEGIN:VTIMEZONE",
    "TZID:Europe/Amsterdam",
    "BEGIN:DAYLIGHT",
    "DTSTART:19960331T020000",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "TZNAME:CEST",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "DTSTART:19961027T030000",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "TZNAME:CET",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "END:STANDARD",
    "END:VTIMEZONE",
];

/// The meetings of a body, or all of them. One of which only the quarter or the year is known stands in no calendar.
pub fn calendar(writer: &mut Writer<'_>, body: Option<&str>) -> (String, usize) {
    let portal = &writer.site().portal;
    let name =
        body.map_or_else(|| portal.naam.clone(), |id| format!("{} – {}", writer.model().name_of(id), portal.naam));
    let mut lines = Lines::default();
    for line in
        ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Verbeeld//Verbeeld//NL", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    {
        lines.add(line);
    }
    for key in ["NAME", "X-WR-CALNAME"] {
        lines.text(key, &name);
    }
    lines.add("REFRESH-INTERVAL;VALUE=DURATION:P1D");
    lines.add("X-PUBLISHED-TTL:P1D");
    ZONE_RULES.iter().for_each(|line| lines.add(line));
    let mut count = 0;
    for meeting in &writer.model().bijeenkomsten {
        if body.is_some_and(|id| id != meeting.gremium.id) {
            continue;
        }
        if let Moment::Day(day) = meeting.datum.value {
            event(&mut lines, writer, meeting, day);
            count += 1;
        }
    }
    lines.add("END:VCALENDAR");
    (lines.0, count)
}

fn event(lines: &mut Lines, writer: &mut Writer<'_>, meeting: &Bijeenkomst, day: Date) {
    let portal = &writer.site().portal;
    let stamp = portal.stand.map_or(day, |stand| stand.first_day());
    // The first id that it had: a calendar knows a meeting again when its record has been renamed.
    let id = meeting.voorheen.first().map_or(meeting.id.value.as_str(), |id| id.value.as_str());
    lines.add("BEGIN:VEVENT");
    lines.text("UID", &format!("{id}@{}", host(&portal.basis_url.value)));
    lines.add(&format!("DTSTAMP:{}T000000Z", digits(&stamp.to_string())));
    match (&meeting.begint, &meeting.eindigt) {
        (Some(begin), end) => {
            let at = |day: Date, time: &str| format!("{}T{}00", digits(&day.to_string()), digits(time));
            lines.add(&format!("DTSTART;TZID={ZONE}:{}", at(day, begin)));
            if let Some(end) = end {
                // Who ends at or before the time of the begin ends on the next day.
                let last = if end.value > begin.value { day } else { after(day) };
                lines.add(&format!("DTEND;TZID={ZONE}:{}", at(last, end)));
            }
        }
        _ => {
            lines.add(&format!("DTSTART;VALUE=DATE:{}", digits(&day.to_string())));
            lines.add(&format!("DTEND;VALUE=DATE:{}", digits(&after(day).to_string())));
        }
    }
    lines.text("SUMMARY", &meeting.naam);
    if let Some(place) = &meeting.plaats {
        lines.text("LOCATION", &writer.plain(place));
    }
    let agenda: Vec<String> = meeting.agenda.iter().map(|item| writer.plain(item)).collect();
    if !agenda.is_empty() {
        let numbered: Vec<String> = (1..).zip(&agenda).map(|(n, item)| format!("{n}. {item}")).collect();
        lines.text("DESCRIPTION", &numbered.join("\n"));
    }
    lines.text("CATEGORIES", &writer.model().name_of(&meeting.gremium.id));
    lines.add(&format!("URL:{}", writer.absolute(&writer.book.of_record(meeting as &dyn AnyEntity))));
    let proposed = meeting.status.as_ref().is_some_and(|s| matches!(s.value, Status::Voorstel | Status::Open));
    lines.add(match meeting.vervallen {
        Some(true) => "STATUS:CANCELLED",
        _ if proposed => "STATUS:TENTATIVE",
        _ => "STATUS:CONFIRMED",
    });
    lines.add("END:VEVENT");
}

fn after(day: Date) -> Date {
    day.checked_add(1.day()).unwrap_or(day)
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

fn host(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    rest.split(['/', ':']).next().unwrap_or_default()
}

/// Lines as the format wants them: at most 75 bytes each, the rest behind a space on the next.
#[derive(Default)]
struct Lines(String);

impl Lines {
    fn text(&mut self, key: &str, text: &str) {
        let mut safe = String::with_capacity(text.len());
        for c in text.chars() {
            match c {
                '\\' | ';' | ',' => safe.extend(['\\', c]),
                '\n' => safe.push_str("\\n"),
                c if c.is_control() => safe.push(' '),
                c => safe.push(c),
            }
        }
        self.add(&format!("{key}:{safe}"));
    }

    fn add(&mut self, line: &str) {
        let mut width = 0;
        for c in line.chars() {
            if width + c.len_utf8() > 75 {
                self.0.push_str("\r\n ");
                width = 1;
            }
            self.0.push(c);
            width += c.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests {
    use super::{Lines, host};

    #[test]
    fn folds_by_bytes_and_between_characters() {
        let mut lines = Lines::default();
        lines.text("SUMMARY", &"é, ".repeat(60));
        assert!(lines.0.ends_with("\r\n") && !lines.0.replace("\r\n", "").contains(['\r', '\n']));
        for line in lines.0.split("\r\n") {
            assert!(line.len() <= 75, "{}: {line}", line.len());
        }
        assert_eq!(lines.0.replace("\r\n ", ""), format!("SUMMARY:{}\r\n", "é\\, ".repeat(60)));
    }

    #[test]
    fn what_means_something_is_escaped() {
        let mut lines = Lines::default();
        lines.text("LOCATION", "Zaal 1; trap op,\nlinks \\ rechts\u{7}");
        assert_eq!(lines.0, "LOCATION:Zaal 1\\; trap op\\,\\nlinks \\\\ rechts \r\n");
    }

    #[test]
    fn a_host_is_no_address() {
        assert_eq!(host("https://een.example:8080/map/"), "een.example");
        assert_eq!(host("http://localhost/"), "localhost");
    }
}
