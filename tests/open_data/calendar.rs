//! The calendars, held to the letter of RFC 5545 by a reader of our own; `tests/browser/calendar.test.mjs` reads them with a library.

use super::support::{Site, small};
use std::collections::BTreeMap;

const PORTAL: &str = "naam = \"Kust\"\nbasis_url = \"https://kust.example/map/\"\nstand = 2030-05-01\n";
const DATA: &str = r#"
[[laag]]
id = "bestuur"
naam = "Bestuur"
volgorde = 1
[[bron]]
id = "plan"
naam = "Het plan"
[[gremium]]
id = "raad"
naam = "Raad, of: bestuur"
laag = "bestuur"
omschrijving = "Besluit."
besluit = true
status = "feit"
bron = ["plan"]
[[gremium]]
id = "stil"
naam = "Wie niet bijeenkomt"
laag = "bestuur"
omschrijving = "Slaapt."
besluit = true
status = "feit"
bron = ["plan"]
[[bijeenkomst]]
id = "nieuw"
voorheen = ["oud"]
naam = "Een naam; met \\ tekens, en een heel lange staart van één tot en met tachtig letters, ééééééééééééééé"
gremium = "raad"
datum = 2030-03-31
begint = "22:00"
eindigt = "1:00"
agenda = ["Eén", "Twee: [[raad]]"]
status = "feit"
bron = ["plan"]
[[bijeenkomst]]
id = "ooit"
naam = "Ooit"
gremium = "raad"
datum = "2031"
status = "voorstel"
bron = ["plan"]
[[bijeenkomst]]
id = "jaareinde"
naam = "De laatste dag"
gremium = "raad"
datum = 2030-12-31
status = "voorstel"
bron = ["plan"]
"#;

fn site() -> Site {
    small(&[("portal.toml", PORTAL), ("data/d.toml", DATA)])
}

/// Content lines: name with parameters, and value. Anything that the format does not allow is a panic.
fn lines(text: &str) -> Vec<(String, String)> {
    assert!(text.ends_with("\r\n"));
    for line in text.split("\r\n") {
        assert!(line.len() <= 75 && !line.contains(['\r', '\n']), "{line:?}");
    }
    let whole = text.replace("\r\n ", "");
    let lines = whole.split("\r\n").filter(|line| !line.is_empty());
    lines
        .map(|line| {
            let (name, value) = line.split_once(':').unwrap_or_else(|| panic!("{line}"));
            assert!(name.bytes().all(|b| b.is_ascii_alphanumeric() || b"-;=/".contains(&b)), "{line}");
            assert!(!value.chars().any(char::is_control), "{line}");
            (name.to_owned(), value.to_owned())
        })
        .collect()
}

/// The events, each property once, within well nested parts.
fn events(text: &str) -> Vec<BTreeMap<String, String>> {
    let mut open: Vec<String> = Vec::new();
    let mut found: Vec<BTreeMap<String, String>> = Vec::new();
    for (name, value) in lines(text) {
        match name.as_str() {
            "BEGIN" => {
                if value == "VEVENT" {
                    found.push(BTreeMap::new());
                }
                open.push(value);
            }
            "END" => assert_eq!(open.pop(), Some(value)),
            _ if open.last().is_some_and(|part| part == "VEVENT") => {
                assert!(found.last_mut().unwrap().insert(name.clone(), value).is_none(), "{name} stands twice");
            }
            _ => {}
        }
    }
    assert!(open.is_empty());
    found
}

#[test]
fn meetings_with_a_day_and_no_others() {
    let site = site();
    let text = site.text("data/bijeenkomsten.ics");
    assert!(text.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:"));
    let events = events(text);
    assert_eq!(events.len(), 2);
    for event in &events {
        for must in ["UID", "DTSTAMP", "SUMMARY", "URL", "STATUS"] {
            assert!(event.contains_key(must), "{must}: {event:?}");
        }
        assert_eq!(event["DTSTAMP"], "20300501T000000Z", "never the clock");
    }
    let late = &events[0];
    assert_eq!(late["UID"], "oud@kust.example", "a renamed meeting stays the same one");
    assert_eq!(late["DTSTART;TZID=Europe/Amsterdam"], "20300331T220000");
    assert_eq!(late["DTEND;TZID=Europe/Amsterdam"], "20300401T010000");
    assert!(late["SUMMARY"].starts_with("Een naam\\; met \\\\ tekens\\, en"), "{late:?}");
    assert_eq!(late["DESCRIPTION"], "1. Eén\\n2. Twee: Raad\\, of: bestuur");
    assert_eq!(late["URL"], "https://kust.example/map/bijeenkomsten/nieuw/");
    let day = &events[1];
    assert_eq!((day["DTSTART;VALUE=DATE"].as_str(), day["DTEND;VALUE=DATE"].as_str()), ("20301231", "20310101"));
    assert_eq!(day["STATUS"], "TENTATIVE");
}

#[test]
fn a_calendar_for_each_body_that_meets() {
    let site = site();
    assert_eq!(events(site.text("data/bijeenkomsten-raad.ics")).len(), 2);
    assert!(site.output.get("data/bijeenkomsten-stil.ics").is_none());
    let page = site.text("gremia/raad/index.html");
    assert!(page.contains("../../data/bijeenkomsten-raad.ics") && page.contains("text/calendar"));
    assert!(site.text("bijeenkomsten/index.html").contains("../data/bijeenkomsten.ics"));
    assert!(site.text("data/dcat.jsonld").contains("bijeenkomsten-raad.ics"));
    assert!(super::support::real().data_files(".ics").is_empty(), "the source of the portal holds no meetings");
}

#[test]
fn the_same_bytes_each_time() {
    assert_eq!(site().text("data/bijeenkomsten.ics"), site().text("data/bijeenkomsten.ics"));
}
