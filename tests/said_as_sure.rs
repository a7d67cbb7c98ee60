//! What the program says of a collaboration is never surer than its source: a proposal is no agreement, who is invited does not take
//! part yet, a year is no quarter, and a sum is told as one.

use crate::support::project::Place;
use scraper::{Html, Selector};
use std::collections::BTreeMap;
use verbeeld::diag::Severity;
use verbeeld::pipeline::{Memo, Options, build};

const SURE: &str = "status = \"feit\"\nbron = [\"b1\"]\n";

/// The pages of a small collaboration, as plain words by their path.
fn pages() -> BTreeMap<String, String> {
    let place = Place::new();
    place.write(
        "site/portal.toml",
        b"naam = \"Proef\"\nbasis_url = \"https://proef.example/\"\neigenaar = \"Redactie\"\nstand = 2025-01-15\n",
    );
    place.write(
        "site/data/bronnen.toml",
        b"[[bron]]\nid = \"b1\"\nnaam = \"Plan\"\nsoort = \"plan\"\ndatum = \"2024\"\n",
    );
    place.write("site/content/index.md", b"+++\ntitel = \"Proef\"\n+++\nWelkom.\n");
    let write = |file: &str, text: String| place.write(&format!("site/data/{file}.toml"), text.as_bytes());
    write("lagen", format!("[[laag]]\nid = \"l1\"\nnaam = \"Laag\"\nvolgorde = 1\n{SURE}"));
    write("niveaus", format!("[[niveau]]\nid = \"n1\"\nnaam = \"Samen\"\nbetekenis = \"Samen.\"\nrang = 1\n{SURE}"));
    let body = |id: &str, name: &str, seats: &str| {
        format!(
            "[[gremium]]\nid = \"{id}\"\nnaam = \"{name}\"\nlaag = \"l1\"\nomschrijving = \"Een overleg.\"\nbesluit = false\n{SURE}{seats}\n"
        )
    };
    let seat = "[[gremium.lid]]\ngroep = \"drie deelnemers\"\nfunctie = \"lid\"\nstatus = \"open\"\nbron = [\"b1\"]\n";
    write(
        "gremia",
        format!("{}{}{}", body("raad", "Raad", seat), body("bureau", "Bureau", ""), body("kamer", "Kamer", "")),
    );
    let organisation = |id: &str, name: &str, how: &str| {
        format!(
            "[[organisatie]]\nid = \"{id}\"\nnaam = \"{name}\"\nsoort = \"dienst\"\nomschrijving = \"Een dienst.\"\ndeelname = \"{how}\"\n{SURE}\n"
        )
    };
    write(
        "organisaties",
        [
            ("markt", "Markt", "deelnemer"),
            ("haven", "Haven", "beoogd deelnemer"),
            ("brandweer", "Brandweer", "ketenpartner"),
        ]
        .map(|(id, name, how)| organisation(id, name, how))
        .concat(),
    );
    write(
        "plekken",
        format!(
            "[[plek]]\nid = \"wie\"\nnaam = \"Medewerker\"\nkop = \"U werkt mee.\"\ndeelname = [\"deelnemer\", \"beoogd deelnemer\"]\ngremia = [\"raad\"]\n{SURE}\n[[plek]]\nid = \"partner\"\nnaam = \"Partner\"\nkop = \"U hoort erbij.\"\ndeelname = [\"ketenpartner\", \"beoogd deelnemer\"]\ngremia = [\"raad\"]\n{SURE}"
        ),
    );
    let tie = |from: &str, to: &str, status: &str| {
        format!(
            "[[relatie]]\nid = \"{from}--{to}\"\nvan = \"{from}\"\nnaar = \"{to}\"\nsoort = \"afstemming\"\nonderwerp = \"Werk.\"\nafspraken = [\"Eens per jaar praten.\"]\nstatus = \"{status}\"\nbron = [\"b1\"]\n[[relatie.niveau]]\nniveau = \"n1\"\nstatus = \"duiding\"\nbron = [\"b1\"]\n\n"
        )
    };
    let ties = [("raad", "bureau", "voorstel"), ("raad", "kamer", "feit"), ("bureau", "kamer", "duiding")];
    write("relaties", ties.map(|(from, to, status)| tie(from, to, status)).concat());
    write(
        "sporen",
        format!("[[spoor]]\nid = \"s1\"\nnummer = 1\nnaam = \"Lijn\"\nomschrijving = \"Een lijn.\"\n{SURE}"),
    );
    write(
        "opgaven",
        format!(
            "[[opgave]]\nid = \"o1\"\nnummer = 1\nnaam = \"Taak\"\nspoor = \"s1\"\ndoel = \"Klaar zijn.\"\noplevering = \"2026\"\n{SURE}"
        ),
    );
    let action = |id: &str, from: &str, to: &str| {
        format!(
            "[[actie]]\nid = \"{id}\"\nopgave = \"o1\"\nnaam = \"Werk {id}\"\nvan = \"{from}\"\ntot = \"{to}\"\n{SURE}\n"
        )
    };
    write("acties", action("a1", "2026-Q1", "2026-Q4") + &action("a2", "2026", "2026"));
    let figure = |id: &str, value: &str, unit: &str, more: &str| {
        format!(
            "[[cijfer]]\nid = \"{id}\"\nnaam = \"Getal {id}\"\nwaarde = {value}\neenheid = \"{unit}\"\n{more}{SURE}\n"
        )
    };
    write(
        "cijfers",
        [
            figure("uren.inzet", "130", "uur", ""),
            figure("uren.deel", "0.1", "fte", ""),
            figure("uren.vol", "1300", "uur", "som_van = [\"uren.inzet\"]\ngedeeld_door = \"uren.deel\"\n"),
        ]
        .concat(),
    );
    let built = build(&place.sources(), Options::default(), &mut Memo::default());
    let errors: Vec<_> = built.problems.iter().filter(|p| p.severity == Severity::Error).collect();
    let output = built.output.unwrap_or_else(|| panic!("{errors:#?}"));
    let main = Selector::parse("main").unwrap();
    let words = |bytes: &[u8]| {
        let page = Html::parse_document(&String::from_utf8_lossy(bytes));
        let told = page.select(&main).flat_map(|main| main.text()).collect::<Vec<_>>().join(" ");
        told.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let pages = output.ready().filter(|(path, _)| path.ends_with(".html"));
    pages.map(|(path, bytes)| (path.to_owned(), words(bytes))).collect()
}

#[test]
fn nothing_is_said_surer_than_the_source_has_it() {
    let pages = pages();
    let page = |path: &str| pages.get(path).unwrap_or_else(|| panic!("no {path} in {:?}", pages.keys()));
    for (tie, head) in [
        ("raad--bureau", "Wat stelt de bron voor?"),
        ("raad--kamer", "Wat is afgesproken?"),
        ("bureau--kamer", "Wat zegt de bron erover?"),
    ] {
        let told = page(&format!("relaties/{tie}/index.html"));
        assert!(told.contains(head), "{tie}: {told}");
        assert_eq!(told.contains("Wat is afgesproken?"), head == "Wat is afgesproken?", "{tie}: {told}");
    }
    // A group that nobody knows may hold a participant, and nobody else.
    assert!(page("mijn-plek/wie/markt/index.html").contains("misschien lid"));
    assert!(!page("mijn-plek/partner/brandweer/index.html").contains("waar aan tafel"));
    // Who is invited does not take part yet; what holds for who is not is no condition.
    assert!(page("mijn-plek/wie/haven/index.html").contains("Als Haven meedoet: U werkt mee."));
    for plain in ["mijn-plek/wie/markt/index.html", "mijn-plek/partner/haven/index.html"] {
        assert!(!page(plain).contains("meedoet:"), "{plain}");
    }
    // A year is told as one, whether by its name or from its first quarter to its last.
    let task = page("opgaven/o1/index.html");
    assert!(task.contains("Oplevering: in 2026.") && task.contains("In 2026: werk a1"), "{task}");
    assert!(!task.contains("kwartaal") && !task.contains("heel 2026"), "{task}");
    let actions = page("acties/index.html");
    assert_eq!(actions.matches("Wanneer in 2026").count(), 2, "{actions}");
    assert!(!actions.contains("kwartaal van"), "{actions}");
    // What the program reckons with is told as one sum.
    let figures = page("cijfers/index.html").replace('\u{a0}', " ");
    assert!(figures.contains("130 uur : 0,1 fte = 1.300 uur"), "{figures}");
    assert!(!figures.contains("Gedeeld door") && !figures.contains("Som van"), "{figures}");
}
