//! What is typed behind a command: names, ids, sources and addresses as people write them; and what is told when it is none.
use super::deciding::{NO_DRAFTS, act, decision, portal};
use std::collections::HashSet;
use verbeeld::decode::Moment;
use verbeeld::edit::{Act, Change, Decision, Postponed, Raised, Refused, Seat, decided, postponed, raised, seated};
use verbeeld::pipeline::site;
use verbeeld::site::Site;
use verbeeld::source::Sources;

/// What a change adds to the sources.
pub(super) fn added(sources: &Sources, change: &Change<'_>) -> String {
    let text = |file: &[u8]| String::from_utf8_lossy(file).into_owned();
    let before: HashSet<String> =
        sources.iter().flat_map(|(_, file)| text(&file.bytes).lines().map(str::to_owned).collect::<Vec<_>>()).collect();
    let after = change.applied();
    let lines = after
        .iter()
        .filter(|(_, file)| !sources.iter().any(|(_, known)| known.hash() == file.hash()))
        .flat_map(|(_, file)| {
            let new = text(&file.bytes);
            new.lines().filter(|line| !before.contains(*line)).map(|line| format!("{line}\n")).collect::<Vec<_>>()
        });
    lines.collect()
}

/// The portal once, for all questions of a test.
struct Asked {
    sources: Sources,
    site: Site,
}

impl Asked {
    fn new() -> Self {
        let sources = portal();
        let site = site(&sources, NO_DRAFTS);
        Self { sources, site }
    }

    fn decide(&self, decision: &Decision) -> Result<Change<'_>, Refused> {
        decided(&self.sources, &self.site, decision)
    }

    /// What is added when this is decided of a choice.
    fn outcome(&self, choice: &str, outcome: &str) -> String {
        let change = self.decide(&decision(choice, outcome)).unwrap_or_else(|e| panic!("{outcome}: {}", e.why));
        added(&self.sources, &change)
    }

    fn refused(&self, choice: &str, outcome: &str) -> String {
        match self.decide(&decision(choice, outcome)) {
            Ok(change) => panic!("{outcome}: {}", added(&self.sources, &change)),
            Err(refused) => refused.why,
        }
    }

    fn with_source(&self, source: &str) -> Result<String, String> {
        let act = Act { source: source.into(), ..act() };
        let change = self.decide(&Decision { act, ..decision("keuze-1-gastheer", "hengelo") });
        change.map(|change| added(&self.sources, &change)).map_err(|e| e.why)
    }
}

#[test]
fn a_source_of_any_name_gets_a_good_id() {
    let asked = Asked::new();
    for (source, id) in [
        ("Notulen d.d. 12 maart", "notulen-d-d-12-maart"),
        ("Besluit nr. 3.2", "besluit-nr-3-2"),
        ("Nota \"x\" \\ deel 1.docx", "nota-x-deel-1-docx"),
        ("_intern_ stuk", "intern-stuk"),
        ("Één stuk… (bijlage)", "een-stuk-bijlage"),
        ("Plan", ""),
    ] {
        let text = asked.with_source(source).unwrap_or_else(|e| panic!("{source}: {e}"));
        assert!(id.is_empty() || text.contains(&format!("id = \"{id}\"")), "{source}: {text}");
    }
    // A name of another script still has an id.
    assert!(asked.with_source("会議").unwrap().contains("id = \"besluit-2024-02-13\""));
    let long = asked.with_source(&"Lange naam van een stuk ".repeat(9)).unwrap();
    let id = long.lines().find_map(|line| line.strip_prefix("id = \"lange")).unwrap_or_else(|| panic!("{long}"));
    assert!(id.len() < 60 && !id.ends_with("-\""), "{id}");
    for address in ["voorbeeld.nl/stuk.pdf", "www.voorbeeld.nl", "https://voorbeeld.nl/x.y"] {
        let text = asked.with_source(address).unwrap();
        let whole = address.strip_prefix("https://").unwrap_or(address);
        assert!(text.contains(&format!("url = \"https://{whole}\"")), "{address}: {text}");
    }
}

#[test]
fn what_is_no_source_is_told() {
    let asked = Asked::new();
    for (source, hint) in [
        ("pho-vth", "geen bron"),
        ("opgave-1", "plan/opgave-1"),
        ("keuze-1-gastheer", "geen bron"),
        ("!!!", "geen naam"),
        ("plann", "plan"),
        (" ", "hoort een bron"),
    ] {
        let why = asked.with_source(source).expect_err(source);
        assert!(why.contains(hint), "{source}: {why}");
    }
}

/// A source that there is, in other capitals, is that source; two documents of one day are two.
#[test]
fn a_source_is_used_again() {
    let asked = Asked::new();
    let first = Decision {
        act: Act { source: "https://voorbeeld.nl/a".into(), ..act() },
        ..decision("keuze-1-gastheer", "odt")
    };
    let sources = asked.decide(&first).unwrap().applied();
    let then = site(&sources, NO_DRAFTS);
    let next = |source: &str| {
        let decision =
            Decision { act: Act { source: source.into(), ..act() }, ..decision("keuze-1-werving", "Extern") };
        let change = decided(&sources, &then, &decision).unwrap_or_else(|e| panic!("{source}: {}", e.why));
        added(&sources, &change)
    };
    for again in ["https://voorbeeld.nl/a", "voorbeeld.nl/a", "besluit van 13 FEBRUARI 2024"] {
        assert!(!next(again).contains("[[bron]]"), "{again}");
    }
    let other = next("https://voorbeeld.nl/b");
    assert!(other.contains("naam = \"Besluit van 13 februari 2024 (2)\""), "{other}");
}

#[test]
fn an_outcome_is_what_it_names() {
    let asked = Asked::new();
    for (choice, outcome, written) in [
        ("keuze-1-gastheer", "Hengelo", "uitkomst = \"[[hengelo]]\""),
        ("keuze-1-gastheer", "HENGELO", "uitkomst = \"[[hengelo]]\""),
        ("keuze-1-gastheer", "[[hengelo]]", "uitkomst = \"[[hengelo]]\""),
        ("keuze-1-gastheer", "de provincie", "uitkomst = \"De provincie\""),
        ("keuze-1-werving", "extern", "uitkomst = \"Extern\""),
        ("keuze-1-werving", "getrouwd", "uitkomst = \"[[getrouwd]]\""),
        ("keuze-1-aansturing", "secretaris-kerngroep", "uitkomst = \"[[secretaris-kerngroep]]\""),
        ("keuze-4-vorm", "Een samenwerkingsconvenant.", "uitkomst = \"Een samenwerkingsconvenant\""),
    ] {
        let text = asked.outcome(choice, outcome);
        assert!(text.contains(written), "{outcome}: {text}");
    }
    let named = asked.decide(&decision("keuze-1-gastheer", "Hengelo")).unwrap().applied();
    let host = site(&named, NO_DRAFTS).model.gremia.get("gastheerorganisatie").unwrap().clone();
    assert!(host.lid.iter().any(|lid| lid.organisatie.as_ref().is_some_and(|o| o.id == "hengelo")), "{host:?}");
    for (outcome, hint) in [
        ("hengello", "hengelo"),
        ("externn", "Extern"),
        ("Bureau [[twee]] doet het.", "[[twee]] in de uitkomst verwijst naar niets"),
        ("Het wordt <b>vet</b>.", "zonder HTML"),
        ("  ", "uitkomst"),
    ] {
        let why = asked.refused("keuze-1-werving", outcome);
        assert!(why.contains(hint), "{outcome}: {why}");
    }
}

/// An option, or the name of who may be chosen, with a slip in it: asked about, not written.
#[test]
fn an_outcome_with_a_slip_is_asked_about() {
    let asked = Asked::new();
    for (choice, words, meant) in [
        ("keuze-1-gastheer", "De provinsie", "De provincie"),
        ("keuze-1-gastheer", "De provincei", "De provincie"),
        ("keuze-1-gastheer", "provinsie", "De provincie"),
        ("keuze-1-gastheer", "Een van de gemeentes", "Een van de gemeenten"),
        ("keuze-1-duur", "Onbepaalde tjid", "Onbepaalde tijd"),
        ("keuze-4-vorm", "Kring van gemeentesecretarisen", "Kring van gemeentesecretarissen"),
    ] {
        let why = asked.refused(choice, words);
        assert!(why.contains(&format!("Bedoelde u “{meant}”?")) && why.contains("--vrij"), "{words}: {why}");
        let own = Decision { own_words: true, ..decision(choice, words) };
        assert!(asked.decide(&own).is_ok(), "{words}");
    }
}

/// Words that may be meant for one of the options are asked about, with all of them; what is surely something else is told.
#[test]
fn words_of_ones_own_beside_the_options() {
    let asked = Asked::new();
    for words in ["convenant", "Een convenant, te tekenen door de colleges."] {
        let why = asked.refused("keuze-4-vorm", words);
        for said in
            ["Bedoelde u “Een samenwerkingsconvenant”?", "Een bestuurlijke notitie", "Een andere vorm", "--vrij"]
        {
            assert!(why.contains(said), "{said}: {why}");
        }
        let own = Decision { own_words: true, ..decision("keuze-4-vorm", words) };
        let change = asked.decide(&own).unwrap_or_else(|e| panic!("{}", e.why));
        assert!(added(&asked.sources, &change).contains(&format!("uitkomst = \"{words}\"")));
        assert!(change.notes().iter().any(|note| note.contains("geen van de opties")), "{:?}", change.notes());
    }
    let other = asked.decide(&decision("keuze-4-vorm", "Het komt in een brief te staan.")).unwrap();
    assert!(other.notes().iter().any(|note| note.contains("geen van de opties")), "{:?}", other.notes());
    let option = asked.decide(&decision("keuze-4-vorm", "een samenwerkingsconvenant")).unwrap();
    assert!(option.notes().iter().all(|note| !note.contains("geen van de opties")), "{:?}", option.notes());
}

/// A name that fits more than one is asked about; one in other words, with an article or an ampersand is found.
#[test]
fn who_is_meant_is_never_guessed() {
    let asked = Asked::new();
    let by = |by: &str| {
        let act = Act { by: Some(by.into()), ..act() };
        let change = asked.decide(&Decision { act, ..decision("keuze-1-gastheer", "hengelo") });
        let model = site(&change.map_err(|refused| refused.why)?.applied(), NO_DRAFTS).model;
        let decided = model.keuzes.get("keuze-1-gastheer").and_then(|choice| model.decided(choice)).unwrap();
        Ok::<_, String>(decided.by.unwrap().to_owned())
    };
    let why = by("PHO").unwrap_err();
    for said in ["meer dan één", "“pho-vth” (PHO VTH)", "“pho-mda” (PHO MDA)"] {
        assert!(why.contains(said), "{said}: {why}");
    }
    for name in ["colleges van B&W", "Colleges van B en W", "de colleges", "Bevoegd gezag", "COLLEGES (bevoegd gezag)"]
    {
        assert_eq!(by(name).as_deref(), Ok("colleges"), "{name}");
    }
    assert_eq!(by("Het AB ODT").as_deref(), Ok("ab-odt"));
    // What is no name holds a word of one.
    let why = by("colleges van burgemeester en wethouders").unwrap_err();
    assert!(why.contains("Bedoelde u “colleges” (Colleges (bevoegd gezag))?"), "{why}");
    // Of a seat as well.
    let seat = Seat {
        body: "kerngroep".into(),
        who: "de gemeente Enschede".into(),
        function: Some("lid".into()),
        fills: None,
        act: act(),
    };
    let change = seated(&asked.sources, &asked.site, &seat).unwrap_or_else(|e| panic!("{}", e.why));
    assert!(added(&asked.sources, &change).contains("organisatie = \"enschede\""));
}

/// Of a seat for several one is taken: the others are not lost without a word. Nobody decided: then it happened, everywhere.
#[test]
fn a_seat_for_several_and_one_that_nobody_decided() {
    let asked = Asked::new();
    let seat = |by: Option<&str>| Seat {
        body: "vth-kerngroep".into(),
        who: "enschede".into(),
        function: None,
        fills: Some("3".into()),
        act: Act { by: by.map(Into::into), ..act() },
    };
    let change = seated(&asked.sources, &asked.site, &seat(None)).unwrap();
    let notes = change.notes().join("\n");
    let said = "Deze zetel was er voor meer dan één: “ten minste drie deelnemende organisaties”.";
    assert!(notes.contains(said) && notes.contains("verbeeld zetel vth-kerngroep <wie> --functie \"lid\""), "{notes}");
    // How sure the seat is, and the milestone of it.
    let sure = |change: &Change<'_>, was: Option<&str>| {
        let model = site(&change.applied(), NO_DRAFTS).model;
        let seats = &model.gremia.get("vth-kerngroep").unwrap().lid;
        let own = seats.iter().find(|lid| lid.organisatie.as_ref().is_some_and(|who| who.id == "enschede")).unwrap();
        let milestone = model.mijlpalen.get("zetel-vth-kerngroep-enschede").unwrap();
        // What was stands beside who sits there now, with how long the seat was for and what was said of it.
        let told = [&milestone.was, &milestone.werd].map(|text| text.as_ref().map(|text| text.raw.as_str()));
        assert_eq!(told, [was, was.and(Some("onder meer [[enschede]]"))]);
        if was.is_some() {
            assert!(own.periode.is_none() && own.keuze.is_some() && own.bron.len() == 1, "{own:?}");
        }
        [&own.status, &milestone.status].map(|status| status.as_ref().unwrap().word())
    };
    let was = Some("ten minste drie deelnemende organisaties");
    assert_eq!(sure(&change, was), ["feit", "feit"]);
    let beside = Seat { fills: None, function: Some("lid".into()), ..seat(None) };
    assert_eq!(sure(&seated(&asked.sources, &asked.site, &beside).unwrap(), None), ["feit", "feit"]);
    let decided = seated(&asked.sources, &asked.site, &seat(Some("colleges"))).unwrap();
    assert_eq!(sure(&decided, was), ["besloten", "besloten"]);
}

#[test]
fn a_choice_is_found_by_its_question_and_else_those_that_are_open() {
    let asked = Asked::new();
    assert!(asked.outcome("Welke organisatie wordt gastheer?", "hengelo").contains("besluit-keuze-1-gastheer"));
    let why = asked.refused("opgave-1", "x");
    assert!(why.contains("keuze-1-gastheer") && !why.contains("keuze-4-vorm"), "{why}");
    let why = asked.refused("iets-heel-anders", "x");
    assert!(why.contains("keuze-1-gastheer") && why.contains("keuze-4-vorm"), "{why}");
    // What was decided before names every place that says so.
    let sources = asked.decide(&decision("keuze-1-gastheer", "hengelo")).unwrap().applied();
    let then = site(&sources, NO_DRAFTS);
    let why = decided(&sources, &then, &decision("keuze-1-gastheer", "almelo")).unwrap_err().why;
    for path in ["keuzes.toml:", "besluiten.toml:", "gremia.toml:"] {
        assert!(why.contains(path), "{path}: {why}");
    }
}

#[test]
fn who_decided_may_be_a_name_and_is_no_role() {
    let asked = Asked::new();
    let by = |by: Option<&str>| {
        let act = Act { by: by.map(Into::into), ..act() };
        asked.decide(&Decision { act, ..decision("keuze-1-gastheer", "hengelo") })
    };
    assert!(added(&asked.sources, &by(Some("Hengelo")).unwrap()).contains("door = \"hengelo\""));
    let role = by(Some("coordinerend-gemeentesecretaris")).unwrap_err().why;
    assert!(role.contains("is een functie"), "{role}");
    // Of nobody: chosen, not decided.
    let chosen = added(&asked.sources, &by(None).unwrap());
    assert!(chosen.contains("id = \"gekozen-keuze-1-gastheer\"") && chosen.contains("naam = \"Gekozen: "), "{chosen}");
    assert!(!chosen.contains("Besloten: "), "{chosen}");
}

#[test]
fn a_day_that_cannot_be_meant_is_told() {
    let asked = Asked::new();
    let on = |when: &str| {
        let act = Act { when: Moment::parse(when).unwrap(), ..act() };
        let decision = Decision { act, ..decision("keuze-1-gastheer", "hengelo") };
        asked.decide(&decision).map_or_else(|refused| refused.why, |change| change.notes().join("\n"))
    };
    assert!(on("2028-01-01").contains("nog niet geweest"), "{}", on("2028-01-01"));
    // A day that is given as the outcome is asked about, and taken from who means it so.
    for day in ["10 november", "2024-11-10", "november 2024"] {
        let why = asked.refused("keuze-1-duur", day);
        assert!(why.contains("lijkt een dag") && why.contains("--datum") && why.contains("--vrij"), "{why}");
    }
    let own = Decision { own_words: true, ..decision("keuze-1-duur", "10 november") };
    assert!(added(&asked.sources, &asked.decide(&own).unwrap()).contains("uitkomst = \"10 november\""));
    assert!(on("1999-01-01").contains("ligt vóór"), "{}", on("1999-01-01"));
    assert!(!on("2024-02-13").contains("nog niet geweest") && !on("2024-02-13").contains("ligt vóór"));
}

/// Days are written as the manual writes them.
#[test]
fn a_day_is_written_as_a_date_and_a_quarter_as_a_text() {
    let asked = Asked::new();
    let nobody = Act { by: None, ..act() };
    let chosen = asked.decide(&Decision { act: nobody, ..decision("keuze-1-gastheer", "hengelo") }).unwrap();
    let text = added(&asked.sources, &chosen);
    assert!(text.contains("wanneer = 2024-02-13") && text.contains("datum = 2024-02-13"), "{text}");
    let moved = Postponed { id: "opgave-5".into(), key: None, to: Moment::parse("2025-Q1").unwrap(), act: act() };
    let text = added(&asked.sources, &postponed(&asked.sources, &asked.site, &moved).unwrap());
    assert!(text.contains("oplevering = \"2025-Q1\""), "{text}");
}

#[test]
fn a_seat_keeps_what_it_can_and_tells_what_goes() {
    let asked = Asked::new();
    let seat = |who: &str, function: Option<&str>, fills: Option<&str>| Seat {
        body: "vth-kerngroep".into(),
        who: who.into(),
        function: function.map(Into::into),
        fills: fills.map(Into::into),
        act: act(),
    };
    let filled = seated(&asked.sources, &asked.site, &seat("Enschede", None, Some("ten minste drie"))).unwrap();
    let notes = filled.notes().join("\n");
    assert!(notes.contains("weggehaald wat over de vorige bezetting ging: toelichting = "), "{notes}");
    // The choice that is still to be made stays with the seat.
    let known = site(&filled.applied(), NO_DRAFTS);
    let sits =
        known.model.gremia.get("vth-kerngroep").unwrap().lid.iter().find(|lid| lid.organisatie.is_some()).unwrap();
    assert!(sits.keuze.as_ref().is_some_and(|choice| choice.id == "keuze-2-leden-kerngroep"));
    // A second function is a second seat; another function in the same seat is asked for by its number.
    let first = seated(&asked.sources, &asked.site, &seat("enschede", Some("lid"), None)).unwrap().applied();
    let then = site(&first, NO_DRAFTS);
    let again = |function: Option<&str>, fills: Option<&str>| seated(&first, &then, &seat("enschede", function, fills));
    let why = again(None, None).unwrap_err().why;
    assert!(why.contains("--functie") && why.contains("--vult"), "{why}");
    assert!(again(Some("lid"), None).is_err());
    let second = site(&again(Some("voorzitter"), None).unwrap().applied(), NO_DRAFTS);
    assert_eq!(functions(&second), [Some("lid"), Some("voorzitter")]);
    let number = then.model.gremia.get("vth-kerngroep").unwrap().lid.len().to_string();
    let changed = again(Some("penningmeester"), Some(&number)).unwrap().applied();
    assert_eq!(functions(&site(&changed, NO_DRAFTS)), [Some("penningmeester")]);
}

/// What Enschede does in the kerngroep.
fn functions(site: &Site) -> Vec<Option<&str>> {
    let seats = &site.model.gremia.get("vth-kerngroep").unwrap().lid;
    let of = seats.iter().filter(|lid| lid.organisatie.as_ref().is_some_and(|o| o.id == "enschede"));
    of.map(|lid| lid.functie.as_deref()).collect()
}

#[test]
fn a_tie_or_level_that_is_not_there_gets_a_list() {
    let asked = Asked::new();
    let level = |relation: &str, level: &str, by: Option<&str>| {
        let act = Act { by: by.map(Into::into), ..act() };
        let raise = Raised { relation: relation.into(), level: level.into(), from: None, act };
        raised(&asked.sources, &asked.site, &raise).err().map(|e| e.why).unwrap_or_default()
    };
    let tie = "vth-kerngroep--twentebreed-overleg";
    let turned = level("twentebreed-overleg--vth-kerngroep", "getrouwd", Some("colleges"));
    assert!(turned.contains("Andersom") && turned.contains(tie), "{turned}");
    for body in ["vth-kerngroep", "Kerngroep", "het Twentebreed overleg"] {
        let one = level(body, "getrouwd", Some("colleges"));
        assert!(one.contains(tie), "{body}: {one}");
    }
    let none = level("iets-heel-anders", "getrouwd", Some("colleges"));
    assert!(none.contains("verbeeld lijst relatie"), "{none}");
    let unknown = level(tie, "dolverliefd", Some("colleges"));
    assert!(unknown.contains("getrouwd") && unknown.contains("verloofd"), "{unknown}");
    let nobody = level(tie, "getrouwd", None);
    assert!(nobody.contains("--door"), "{nobody}");
    assert_eq!(level(tie, "Getrouwd", Some("colleges")), "");
}

#[test]
fn a_date_that_moves_is_named_where_it_still_stands_and_where_it_cannot_move() {
    let asked = Asked::new();
    let to = |id: &str| {
        let moved = Postponed { id: id.into(), key: None, to: Moment::parse("2025-Q1").unwrap(), act: act() };
        postponed(&asked.sources, &asked.site, &moved)
    };
    let notes = to("opgave-5").unwrap().notes().join("\n");
    for path in ["acties.toml:", "mijlpalen.toml:"] {
        assert!(notes.contains(path), "{path}: {notes}");
    }
    // All of them under one heading.
    assert!(
        notes.contains(" staat nog derde kwartaal van 2024") && notes.matches(" staat nog ").count() == 1,
        "{notes}"
    );
    assert!(!to("evaluatie-2026").unwrap().notes().is_empty(), "what leads to the evaluation");
    let words = to("opgave-1").unwrap_err().why;
    assert!(words.contains("in woorden") && words.contains("opgaven.toml:"), "{words}");
    let sources = asked.decide(&decision("keuze-1-gastheer", "hengelo")).unwrap().applied();
    let moved = Postponed { id: "keuze-1-gastheer".into(), key: None, to: Moment::Year(2027), act: act() };
    let why = postponed(&sources, &site(&sources, NO_DRAFTS), &moved).unwrap_err().why;
    assert!(why.contains("al besloten"), "{why}");
}
