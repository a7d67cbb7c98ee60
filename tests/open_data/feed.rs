//! The feed, held to RFC 4287, and what it says of the day on which something was recorded.

use super::support::{Site, real, small};
use roxmltree::{Document, Node};
use std::collections::BTreeSet;

const ATOM: &str = "http://www.w3.org/2005/Atom";
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
naam = "Raad"
laag = "bestuur"
omschrijving = "Besluit."
besluit = true
status = "feit"
bron = ["plan"]
[[mijlpaal]]
id = "gastheer"
naam = "De gastheer is gekozen"
wanneer = 2030-02-13
soort = "besluit"
door = "raad"
was = "Er was geen gastheer."
werd = "De [[raad]] is gastheer."
vastgelegd = 2030-04-26
raakt = ["raad"]
status = "besloten"
bron = ["plan"]
[[besluit]]
id = "geld"
naam = "Er is geld"
datum = 2030-03-01
door = "raad"
omschrijving = "Ieder betaalt mee."
vastgelegd = 2030-04-20
raakt = ["raad"]
status = "besloten"
bron = ["plan"]
"#;
const PAGE: &str = "+++\ntitel = \"Over\"\nbijgewerkt = 2030-04-23\n+++\n";

fn site() -> Site {
    let portal = "naam = \"Kust & zee\"\nbasis_url = \"https://kust.example/\"\nstand = 2030-05-01\n";
    small(&[("portal.toml", portal), ("data/d.toml", DATA), ("content/over.md", PAGE)])
}

fn child<'a>(node: Node<'a, 'a>, name: &str) -> &'a str {
    let found: Vec<Node<'_, '_>> = node.children().filter(|c| c.has_tag_name((ATOM, name))).collect();
    assert_eq!(found.len(), 1, "{name} stands {} times", found.len());
    found[0].text().unwrap_or_default()
}

/// Everything that a feed must have; the titles of its entries.
fn valid(site: &Site) -> Vec<String> {
    let text = site.text("atom.xml");
    let feed = Document::parse(text).unwrap();
    let root = feed.root_element();
    assert!(root.has_tag_name((ATOM, "feed")));
    let absolute = |address: &str| assert!(address.starts_with("https://"), "{address}");
    let moment = |when: &str| assert!(when.len() == 20 && when.ends_with("T00:00:00Z"), "{when}");
    absolute(child(root, "id"));
    assert!(!child(root, "title").is_empty());
    let author = root.children().find(|c| c.has_tag_name((ATOM, "author"))).expect("an author");
    assert!(!child(author, "name").is_empty());
    let itself = root.children().find(|c| c.attribute("rel") == Some("self")).expect("a link to itself");
    assert!(itself.attribute("href").unwrap().ends_with("atom.xml"));
    let mut ids = BTreeSet::new();
    let mut days: Vec<String> = Vec::new();
    let mut titles = Vec::new();
    for entry in root.children().filter(|c| c.has_tag_name((ATOM, "entry"))) {
        absolute(child(entry, "id"));
        assert!(ids.insert(child(entry, "id").to_owned()), "{} twice", child(entry, "id"));
        moment(child(entry, "updated"));
        days.push(child(entry, "updated").to_owned());
        titles.push(child(entry, "title").to_owned());
        let link = entry.children().find(|c| c.has_tag_name((ATOM, "link"))).expect("a link");
        absolute(link.attribute("href").unwrap());
    }
    assert!(days.is_sorted_by(|a, b| a >= b), "newest first: {days:?}");
    assert_eq!(child(root, "updated"), days.first().expect("entries"), "as old as its newest entry");
    titles
}

#[test]
fn the_feed_of_the_portal_is_valid() {
    assert!(valid(real()).len() > 10);
}

/// Someone who reads feeds must see what is recorded today, also of what happened long ago.
#[test]
fn what_was_recorded_late_stands_on_the_day_of_the_record() {
    let site = site();
    assert_eq!(valid(&site), ["De gastheer is gekozen", "Over", "Er is geld"]);
    let text = site.text("atom.xml");
    assert!(text.contains("<updated>2030-04-26T00:00:00Z</updated>"));
    assert!(
        text.contains("Gebeurd op 13 februari 2030. Eerst: Er was geen gastheer. → nu: De Raad is gastheer."),
        "{text}"
    );
    assert!(text.contains("<id>https://kust.example/besluiten/geld/</id>"));
}

/// The page by the day of the record, and what was and is on the page of what it touches.
#[test]
fn what_changed_stands_on_a_page_and_on_the_record() {
    let site = site();
    let page = site.text("veranderd/index.html");
    let days: Vec<_> =
        ["Vastgelegd op 26 april 2030", "De gastheer is gekozen", "Vastgelegd op 20 april 2030", "Er is geld"]
            .iter()
            .map(|words| page.find(&format!(">{words}<")).unwrap_or_else(|| panic!("no {words}")))
            .collect();
    assert!(days.is_sorted(), "newest first: {days:?}");
    assert!(page.contains("13 februari 2030") && page.contains("Er was geen gastheer."));
    let record = site.text("gremia/raad/index.html");
    for words in ["Wat veranderde er?", "Er was geen gastheer.", "13 februari 2030", "26 april 2030"] {
        assert!(record.contains(words), "{words}");
    }
    assert!(site.text("mijlpalen/index.html").contains("../veranderd/"));
    // Where nothing tells when it was recorded there is no such page.
    assert!(real().output.get("veranderd/index.html").is_none());
}
