//! What readers and editors see after an act: of when an outcome is, what a seat, a level or a date was and is, and nothing of before that
//! is told of now.
use super::deciding::{NO_DRAFTS, act, after, built, decision, page, portal, seat, with};
use super::meaning::added;
use verbeeld::decode::Moment;
use verbeeld::edit::{Act, Change, Decision, Postponed, Raised, Refused, Seat, decided, postponed, raised, seated};
use verbeeld::pipeline::{Memo, site};
use verbeeld::site::Site;
use verbeeld::source::Sources;

fn noted<'s>(
    sources: &'s Sources,
    change: impl FnOnce(&'s Sources, &Site) -> Result<Change<'s>, Refused>,
) -> (String, Sources) {
    let site = site(sources, NO_DRAFTS);
    let change = change(sources, &site).unwrap_or_else(|e| panic!("{}", e.why));
    (change.notes().join("\n"), change.applied())
}

fn by_colleges(when: &str, source: &str) -> Act {
    Act { by: Some("colleges".into()), when: Moment::parse(when).unwrap(), source: source.into(), ..act() }
}

/// Where a page or an answer of the plan gives an outcome, it says of when that is, and where it is written.
#[test]
fn an_outcome_has_a_day_and_a_source_wherever_it_is_told() {
    let plain = page(&with(&[]), "vragen/index.html");
    assert!(!plain.contains("uitkomst bekend") && !plain.contains("de uitkomst is van"), "{plain}");
    let output = with(&[decision("keuze-1-gastheer", "hengelo"), decision("keuze-4-borging", "De colleges")]);
    let questions = page(&output, "vragen/index.html");
    let (_, rest) = questions.rsplit_once("Wie kiest de gastheer?").unwrap();
    let (answer, _) = rest.split_once("Hoe wordt bepaald wie in de kerngroep komt?").unwrap();
    for words in [
        "oorstel; uitkomst bekend",
        "2023; de uitkomst is van 13 februari 2024",
        "Besluitenlijst PHO VTH 13 februari 2024",
    ] {
        assert!(answer.contains(words), "{words}: {answer}");
    }
    for path in [
        "gremia/gastheerorganisatie/index.html",
        "gremia/colleges/index.html",
        "bijdrage/gastheerorganisatie/index.html",
    ] {
        let text = page(&output, path);
        assert!(text.contains("Besluitenlijst PHO VTH 13 februari 2024"), "{path}: {text}");
    }
    let host = page(&output, "gremia/gastheerorganisatie/index.html");
    assert!(host.contains("De uitkomst die erbij staat, is van 13 februari 2024."), "{host}");
}

/// What the plan said of how long a seat is for, is not said of who has it by a decision.
#[test]
fn a_decided_seat_has_no_period_of_the_plan() {
    let sources = portal();
    let outcome = "Enschede, Hengelo en Almelo";
    let (notes, now) = noted(&sources, |s, site| decided(s, site, &decision("keuze-2-leden-kerngroep", outcome)));
    let model = site(&now, NO_DRAFTS).model;
    let filled = model.gremia.get("vth-kerngroep").unwrap().lid.iter().find(|lid| lid.keuze.is_some()).unwrap();
    assert!(filled.periode.is_none() && filled.toelichting.is_some(), "{filled:?}");
    assert!(notes.contains("weggehaald wat over de vorige bezetting ging: periode = "), "{notes}");
    // Who must still be recorded one by one begins with the seat that there is.
    assert!(notes.contains("verbeeld zetel vth-kerngroep <wie> --vult 3"), "{notes}");
    assert!(notes.contains("verbeeld zetel vth-kerngroep <wie> --functie \"lid\""), "{notes}");
    // One of them in that seat is one of several still, and a seat beside it reminds of it.
    let (notes, _) = noted(&now, |s, site| seated(s, site, &seat(Some("3"))));
    assert!(notes.contains("was er voor meer dan één: “Enschede, Hengelo en Almelo”"), "{notes}");
    let (notes, _) = noted(&now, |s, site| seated(s, site, &seat(None)));
    assert!(notes.contains("--vult 3"), "{notes}");
}

/// A level that is lower is told as that, to the editor and to readers; one that began before is not told as one to come.
#[test]
fn a_lower_level_is_told_as_lower() {
    let sources = portal();
    let raise = |level: &str, from: Option<&str>| Raised {
        relation: "pho-vth--vth-kerngroep".into(),
        level: level.into(),
        from: from.map(|from| Moment::parse(from).unwrap()),
        act: by_colleges("2024-05-01", "Nota banden"),
    };
    let (notes, lower) = noted(&sources, |s, site| raised(s, site, &raise("verliefd", None)));
    assert!(notes.contains("“verliefd” is minder hecht dan het niveau dat er was (“verloofd”)"), "{notes}");
    let changed = page(&built(&lower, &mut Memo::default()), "veranderd/index.html");
    assert!(changed.contains("Eerst: Verloofd → nu: Verliefd (minder hecht)"), "{changed}");
    let (notes, higher) = noted(&sources, |s, site| raised(s, site, &raise("getrouwd", Some("2024-06-01"))));
    assert!(!notes.contains("minder hecht"), "{notes}");
    let list = page(&built(&higher, &mut Memo::default()), "mijlpalen/index.html");
    assert!(list.contains("is Getrouwd vanaf 1 juni 2024."), "{list}");
}

/// What an earlier act recorded is what was then: it is no place to look at when the date moves again.
#[test]
fn a_date_that_moves_again_leaves_what_was_recorded() {
    let to = |id: &str, key: Option<&str>, to: &str, when: &str| Postponed {
        id: id.into(),
        key: key.map(Into::into),
        to: Moment::parse(to).unwrap(),
        act: by_colleges(when, &format!("Brief van {when}")),
    };
    let sources = portal();
    let once = after(&sources, |s, site| postponed(s, site, &to("opgave-5", None, "2025-Q1", "2024-05-01")));
    let (notes, _) = noted(&once, |s, site| postponed(s, site, &to("opgave-5", None, "2025-Q2", "2024-05-02")));
    assert!(!notes.contains("mijlpalen.toml"), "{notes}");
    // Of what has a beginning and an end it is told which of them moved.
    for (key, day, words) in [
        ("van", "2024-Q2", "begin eerst gepland: derde kwartaal van 2024"),
        ("tot", "2024-Q4", "einde eerst gepland: derde kwartaal van 2024"),
    ] {
        let moved = to("actie-5-opleveren", Some(key), day, "2024-05-01");
        let known = site(&sources, NO_DRAFTS);
        let id = known
            .model
            .acties
            .iter()
            .find(|a| a.naam.raw.contains("opleveren en vaststellen"))
            .unwrap()
            .id
            .value
            .clone();
        let now = after(&sources, |s, site| postponed(s, site, &Postponed { id, ..moved }));
        let text = page(&built(&now, &mut Memo::default()), "opgaven/opgave-5/index.html");
        assert!(text.contains(words), "{words}: {text}");
    }
}

/// Many places stand under their files, each of which says how many they are.
#[test]
fn many_places_stand_under_their_files() {
    let sources = portal();
    let chosen = decision("keuze-2-leden-kerngroep", "Drie organisaties");
    let (notes, _) = noted(&sources, |s, site| decided(s, site, &chosen));
    let files: Vec<&str> =
        notes.lines().filter(|line| line.ends_with(" plekken)") || line.ends_with("(1 plek)")).collect();
    assert!(files.len() > 5, "{notes}");
    let total: usize = files
        .iter()
        .map(|line| line.rsplit('(').next().unwrap().split(' ').next().unwrap().parse::<usize>().unwrap())
        .sum();
    assert!(notes.contains(&format!("Kijk {total} plekken na")), "{total}: {notes}");
    // A file is named once.
    assert!(files.iter().all(|line| files.iter().filter(|other| *other == line).count() == 1), "{files:?}");
}

/// What is no outcome is not taken for one; what is an option without its article is.
#[test]
fn a_stray_word_is_no_outcome() {
    let sources = portal();
    let site = site(&sources, NO_DRAFTS);
    for (choice, word) in
        [("keuze-2-leden-kerngroep", "morgen"), ("keuze-2-leden-kerngroep", "xyz"), ("keuze-4-vorm", "Vandaag")]
    {
        let why =
            decided(&sources, &site, &decision(choice, word)).map(|change| added(&sources, &change)).unwrap_err().why;
        assert!(why.contains("--vrij"), "{word}: {why}");
    }
    let own = Decision { own_words: true, ..decision("keuze-2-leden-kerngroep", "xyz") };
    assert!(decided(&sources, &site, &own).is_ok());
    for word in ["samenwerkingsconvenant", "Bestuurlijke notitie", "andere vorm."] {
        let text = decided(&sources, &site, &decision("keuze-4-vorm", word)).map(|change| added(&sources, &change));
        assert!(text.unwrap_or_else(|e| panic!("{word}: {}", e.why)).contains("uitkomst = \"Een "), "{word}");
    }
}

/// What somebody decided stands with the decisions, also when it is no choice; a document that nobody decided in is one too.
#[test]
fn decisions_of_all_sorts_stand_together() {
    let seat = |by: Option<&str>, source: &str| Seat {
        body: "vth-kerngroep".into(),
        who: "enschede".into(),
        function: Some("lid".into()),
        fills: None,
        act: Act { by: by.map(Into::into), source: source.into(), ..act() },
    };
    let sources = portal();
    let made = Decision { act: by_colleges("2024-03-01", "Nota vorm"), ..decision("keuze-4-vorm", "andere vorm") };
    let chosen = after(&sources, |s, site| decided(s, site, &made));
    let all = after(&chosen, |s, site| seated(s, site, &seat(Some("colleges"), "Nota zetels")));
    let list = page(&built(&all, &mut Memo::default()), "besluiten/index.html");
    let (choice, other) = (list.find("In welke vorm").unwrap(), list.find("lid van VTH-kerngroep"));
    // The newest first.
    assert!(other.is_some_and(|other| other > choice), "{list}");
    // What only happened is no decision.
    let happened = after(&chosen, |s, site| seated(s, site, &seat(None, "Verslag van mei")));
    let list = page(&built(&happened, &mut Memo::default()), "besluiten/index.html");
    assert!(!list.contains("lid van VTH-kerngroep"), "{list}");
    let source = happened.iter().find(|(_, file)| file.name == "bronnen.toml").unwrap().1;
    let text = String::from_utf8_lossy(&source.bytes).into_owned();
    assert!(text.contains("naam = \"Verslag van mei\"\nsoort = \"stuk\"\n"), "{text}");
}

/// The day as of which the content holds is asked for when it is recorded later, whenever it happened.
#[test]
fn the_day_of_the_content_is_asked_for() {
    let sources = portal();
    let (notes, _) = noted(&sources, |s, site| decided(s, site, &decision("keuze-4-vorm", "andere vorm")));
    assert!(notes.contains("u legt dit later vast") && notes.contains("stand in portal.toml"), "{notes}");
    let recorded = Some("2024-03-01".parse().unwrap());
    let known = Decision { act: Act { recorded, ..act() }, ..decision("keuze-4-vorm", "andere vorm") };
    let (notes, _) = noted(&sources, |s, site| decided(s, site, &known));
    assert!(!notes.contains("stand in portal.toml"), "{notes}");
}
