//! What a command writes says who or what it is about by their ids: so when one gets another name, everything says that one.
use super::deciding::{NO_DRAFTS, act, decision, page, portal, texts};
use super::meaning::added;
use crate::support::project::Place;
use verbeeld::decode::Moment;
use verbeeld::edit::{
    Act, Change, Decision, Postponed, Raised, Refused, Seat, decided, postponed, raised, removed, renamed, seated,
};
use verbeeld::pipeline::{Memo, Options, build, site};
use verbeeld::site::Site;
use verbeeld::source::Sources;

/// An act that a command records.
type Recorded = for<'s> fn(&'s Sources, &Site) -> Result<Change<'s>, Refused>;

/// Every kind of act, and whom and what it is about.
const ACTS: &[(&str, Recorded, &[&str])] = &[
    (
        "besluit",
        |sources, site| decided(sources, site, &by_colleges(decision("keuze-1-gastheer", "hengelo"))),
        &["hengelo", "keuze-1-gastheer", "opgave-1"],
    ),
    (
        "niveau",
        |sources, site| {
            let relation = "vth-kerngroep--twentebreed-overleg".into();
            let act = Act { by: Some("colleges".into()), ..act() };
            raised(sources, site, &Raised { relation, level: "getrouwd".into(), from: None, act })
        },
        &["vth-kerngroep", "twentebreed-overleg", "vth-kerngroep--twentebreed-overleg", "getrouwd", "verloofd"],
    ),
    ("zetel erbij", |sources, site| seated(sources, site, &seat("losser", None)), &["vth-kerngroep", "losser"]),
    (
        "zetel gevuld",
        |sources, site| seated(sources, site, &seat("enschede", Some("1"))),
        &["vth-kerngroep", "enschede"],
    ),
    (
        "verplaats",
        |sources, site| {
            let to = Moment::parse("2025-Q1").unwrap();
            postponed(sources, site, &Postponed { id: "opgave-5".into(), key: None, to, act: act() })
        },
        &["opgave-5"],
    ),
];

fn by_colleges(decision: Decision) -> Decision {
    let source = "https://voorbeeld.nl/besluit.pdf".into();
    Decision { act: Act { by: Some("colleges".into()), source, ..act() }, ..decision }
}

fn seat(who: &str, fills: Option<&str>) -> Seat {
    let fills = fills.map(Into::into);
    Seat { body: "vth-kerngroep".into(), who: who.into(), function: Some("lid".into()), fills, act: act() }
}

#[test]
fn no_act_freezes_a_name() {
    let sources = portal();
    let site = site(&sources, NO_DRAFTS);
    for (act, record, about) in ACTS {
        let change = record(&sources, &site).unwrap_or_else(|e| panic!("{act}: {}", e.why));
        let text = added(&sources, &change);
        for id in *about {
            let name = site.model.name_of(id);
            assert!(text.contains(*id) && !text.contains(&name), "{act} writes the name of {id}, “{name}”:\n{text}");
        }
    }
}

/// After all of them together every record that they are about gets another name: nowhere is an old one left in what they wrote.
#[test]
fn what_was_recorded_says_the_names_of_now() {
    let mut sources = portal();
    for (act, record, _) in ACTS {
        let site = site(&sources, NO_DRAFTS);
        sources = record(&sources, &site).unwrap_or_else(|e| panic!("{act}: {}", e.why)).applied();
    }
    let place = Place::new();
    for (_, file) in sources.iter() {
        let mut text = file.bytes.to_vec();
        if file.name == "gremia.toml" {
            let old = String::from_utf8(text).unwrap();
            assert!(old.contains("naam = \"VTH-kerngroep\""));
            text = old.replace("naam = \"VTH-kerngroep\"", "naam = \"Kring van zes\"").into_bytes();
        }
        place.write(&file.path, &text);
    }
    let output = build(&place.sources(), Options::default(), &mut Memo::default()).output.unwrap();
    let told = page(&output, "mijlpalen/index.html");
    assert!(told.contains("Kring van zes – Twentebreed beleidsoverleg: Getrouwd"), "{told}");
    assert!(told.contains("Losser: lid van Kring van zes"), "{told}");
    for (path, text) in texts(&output) {
        assert!(!text.contains("lid van VTH-kerngroep"), "{path}");
    }
}

#[test]
fn a_name_may_hold_names_and_even_itself() {
    let place = Place::new();
    place.write("site/portal.toml", b"naam = \"P\"\nbasis_url = \"https://p.example/\"\n");
    place.write("site/content/index.md", b"+++\ntitel = \"Start\"\n+++\n\nZie [[feest]] en [[kring]].\n");
    let data = "[[mijlpaal]]\nid = \"feest\"\nnaam = \"**Feest** van [[kring]]\"\nwanneer = 2026-01-01\nsoort = \"voorval\"\nstatus = \"feit\"\nbron = [\"b\"]\n\n\
        [[mijlpaal]]\nid = \"kring\"\nnaam = \"Kring met [[kring]] en [[feest|dat]] en [[los]]\"\nwanneer = 2026-01-02\nsoort = \"voorval\"\nstatus = \"feit\"\nbron = [\"b\"]\n\n\
        [[begrip]]\nid = \"los\"\nnaam = \"Los\"\nbetekenis = \"Iets.\"\n\n[[bron]]\nid = \"b\"\nnaam = \"Het boek\"\n";
    place.write("site/data/a.toml", data.as_bytes());
    let sources = place.sources();
    let built = build(&sources, Options::default(), &mut Memo::default());
    let output = built.output.unwrap_or_else(|| panic!("{:?}", built.problems));
    for (path, text) in texts(&output) {
        assert!(["[[kring", "[[feest", "[[los"].iter().all(|mark| !text.contains(mark)), "{path}: {text}");
    }
    assert_eq!(
        site(&sources, Options::default()).model.name_of("feest"),
        "Feest van Kring met Kring met kring en dat en Los en dat en Los"
    );
}

/// Words follow no id: whoever gives another id, or takes a record away, is told where it is still named in them.
#[test]
fn lines_with_the_name_in_words_are_listed() {
    let sources = portal();
    let site = site(&sources, NO_DRAFTS);
    let told = |change: Change<'_>| change.notes().join("\n");
    let notes = told(renamed(&sources, &site, "vth-kerngroep", "kring").unwrap_or_else(|e| panic!("{}", e.why)));
    for words in ["De naam blijft “VTH-kerngroep”", "content/gremia/kring.md:", "site/data/gremia.toml:"] {
        assert!(notes.contains(words), "{words}: {notes}");
    }
    // Its page has its new name by then.
    let line = notes.lines().find(|line| line.contains("gremia/kring.md:")).unwrap();
    assert!(line.contains("VTH-kerngroep"), "{line}");
    // A short name stands in for the whole one.
    let notes = told(renamed(&sources, &site, "twentebreed-overleg", "breed").unwrap_or_else(|e| panic!("{}", e.why)));
    let short: Vec<&str> = notes.lines().filter(|line| line.contains("Twentebreed overleg")).collect();
    assert!(!short.is_empty(), "{notes}");
    assert!(short.iter().all(|line| !line.contains("kort = \"Twentebreed overleg\"")), "its own: {notes}");
    let notes = told(removed(&sources, &site, "vth-kerngroep").unwrap_or_else(|e| panic!("{}", e.why)));
    assert!(notes.contains("De naam staat hier nog:") && !notes.contains("gremia/vth-kerngroep.md:"), "{notes}");
}

/// A name stands in texts in small letters, without its abbreviation, and behind a link to it.
#[test]
fn a_name_is_found_as_texts_write_it() {
    let sources = portal();
    let site = site(&sources, NO_DRAFTS);
    let change =
        renamed(&sources, &site, "accounthoudersoverleg", "regieoverleg").unwrap_or_else(|e| panic!("{}", e.why));
    let notes = change.notes().join("\n");
    for words in [
        "Hoe werken de kerngroep en het accounthoudersoverleg samen?",
        "Wat doet de voorzitter van het accounthoudersoverleg?",
        "|accounthoudersoverleg]]",
        "Kerngroep en accounthoudersoverleg verbinden",
        "Zit het accounthoudersoverleg van de ODT voor.",
        "organisaties/odt.md:20",
        "pho-vth-en-ab-odt.md:38",
    ] {
        assert!(notes.contains(words), "{words}: {notes}");
    }
    let of_place = |line: &&str| line.trim_start().starts_with("site/") && !line.ends_with("plekken)");
    let lines: Vec<&str> = notes.lines().filter(of_place).filter(|line| !line.ends_with("(1 plek)")).collect();
    assert!((15..60).contains(&lines.len()), "{notes}");
    // An id is no name, and words to be found by may stay.
    assert!(lines.iter().all(|line| !line.ends_with("\"regieoverleg\"") && !line.contains("trefwoorden")), "{notes}");
}

/// Beside a seat that is decided nothing says of the whole that it may not be.
#[test]
fn what_is_decided_of_a_part_is_kept_apart_from_the_whole() {
    let except = "Dat geldt niet voor wat hier “besloten” heet.";
    let body = "gremia/gastheerorganisatie/index.html";
    let (sources, known) = (portal(), site(&portal(), NO_DRAFTS));
    let built = |sources: &Sources| build(sources, Options::default(), &mut Memo::default()).output.unwrap();
    let before = page(&built(&sources), body);
    assert!(before.contains("Of het is besloten, weten wij niet.") && !before.contains(except), "{before}");
    let (_, record, _) = ACTS[0];
    let after = page(&built(&record(&sources, &known).unwrap().applied()), body);
    assert!(after.contains(except), "{after}");
}
