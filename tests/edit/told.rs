//! What the commands answer: every way in which an editor was once left with something untrue, or with nothing.
use super::deciding::{NO_DRAFTS, act, decision, page, portal};
use crate::support::desk::Desk;
use std::path::Path;
use verbeeld::decode::Moment;
use verbeeld::edit::{
    Act, Change, Postponed, Raised, Refused, Seat, decided, postponed, raised, removed, renamed, seated,
};
use verbeeld::pipeline::{Memo, Options, build, site};
use verbeeld::site::Site;
use verbeeld::source::{Project, Sources, read};

fn second() -> Sources {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/second");
    read(&Project::find(&folder).unwrap()).unwrap()
}

/// Why it was refused, or else what the editor should look at.
fn told(
    sources: &Sources,
    site: &Site,
    act: impl for<'s> Fn(&'s Sources, &Site) -> Result<Change<'s>, Refused>,
) -> String {
    act(sources, site).map_or_else(|refused| refused.why, |change| change.notes().join("\n"))
}

fn moved(id: &str, to: &str) -> Postponed {
    Postponed { id: id.into(), key: None, to: Moment::parse(to).unwrap(), act: act() }
}

fn by_colleges(when: &str) -> Act {
    Act { by: Some("colleges".into()), when: Moment::parse(when).unwrap(), ..act() }
}

fn level(level: &str, when: &str) -> Raised {
    let relation = "vth-kerngroep--twentebreed-overleg".into();
    Raised { relation, level: level.into(), from: None, act: by_colleges(when) }
}

/// An act, and the words with which the editor is told.
#[test]
fn what_cannot_be_or_may_not_be_meant_is_told() {
    let sources = portal();
    let site = site(&sources, NO_DRAFTS);
    let seat = |who: &str, fills: &str| Seat {
        body: "gastheerorganisatie".into(),
        who: who.into(),
        function: None,
        fills: Some(fills.into()),
        act: act(),
    };
    let answers = [
        // A page is no record: how it goes away is told all the same.
        (told(&sources, &site, |sources, site| removed(sources, site, "over/privacy")), "over/privacy.md"),
        (told(&sources, &site, |sources, site| removed(sources, site, "over/privacy")), "aliassen = ["),
        (
            told(&sources, &site, |sources, site| renamed(sources, site, "vth-kerngroep", "pho-vth")),
            "het is een overleg",
        ),
        (
            told(&sources, &site, |sources, site| postponed(sources, site, &moved("opgave-5", "1999"))),
            "ligt vóór de dag",
        ),
        // A decision that was taken does not move, nor does what happened.
        (
            told(&sources, &site, |sources, site| postponed(sources, site, &moved("besluit-pho-2023", "2031"))),
            "is gebeurd",
        ),
        // The seat would be taken while the choice on it stays open.
        (
            told(&sources, &site, |sources, site| seated(sources, site, &seat("odt", "1"))),
            "keuze-1-gastheer --uitkomst odt",
        ),
        (
            told(&sources, &site, |sources, site| {
                let act = Act { by: Some("B&W".into()), ..act() };
                decided(sources, site, &verbeeld::edit::Decision { act, ..decision("keuze-1-gastheer", "odt") })
            }),
            "Besluiten nemen hier: ",
        ),
    ];
    for (answer, words) in answers {
        assert!(answer.contains(words), "{words}: {answer}");
    }
    // Who sat there with others is named when another takes the seat.
    let chosen = decision("keuze-2-leden-kerngroep", "[[hengelo]] en [[almelo]]");
    let sources = decided(&sources, &site, &chosen).unwrap().applied();
    let now = verbeeld::pipeline::site(&sources, NO_DRAFTS);
    let seat = Seat { body: "vth-kerngroep".into(), ..seat("enschede", "3") };
    let answer = told(&sources, &now, |sources, site| seated(sources, site, &seat));
    assert!(answer.contains("hengelo, almelo"), "{answer}");
}

/// A meeting has one day, which moves until it has been.
#[test]
fn a_meeting_moves() {
    let sources = second();
    let known = site(&sources, NO_DRAFTS);
    let act = Act { by: None, ..act() };
    let moved = Postponed { act, ..moved("havenraad-april", "2023-05-11") };
    let change = postponed(&sources, &known, &moved).unwrap_or_else(|e| panic!("{}", e.why));
    let meeting = site(&change.applied(), NO_DRAFTS).model.bijeenkomsten.get("havenraad-april").unwrap().datum.value;
    assert_eq!(Some(meeting), Moment::parse("2023-05-11"));
}

/// A level that is the ambition is told as reached, and once; one that is raised, lowered and raised again leaves nothing to tell.
#[test]
fn a_level_that_is_reached_and_raised_again() {
    let mut sources = portal();
    let tie = "relaties/vth-kerngroep--twentebreed-overleg/index.html";
    for (n, (to, when)) in
        [("getrouwd", "2024-02-13"), ("verliefd", "2024-04-02"), ("getrouwd", "2024-06-03")].into_iter().enumerate()
    {
        let now = site(&sources, NO_DRAFTS);
        let raise = Raised { act: Act { source: format!("Nota {n}"), ..by_colleges(when) }, ..level(to, when) };
        sources = raised(&sources, &now, &raise).unwrap_or_else(|e| panic!("{}", e.why)).applied();
        if n > 0 {
            continue;
        }
        let output = build(&sources, Options::default(), &mut Memo::default()).output.unwrap();
        let (own, list) = (page(&output, tie), page(&output, "mijlpalen/index.html"));
        assert!(!own.contains("een ambitie noemt de bron niet"), "{own}");
        assert_eq!(list.matches("overleg is nu Getrouwd.").count(), 1, "{list}");
    }
    for (n, (to, when)) in
        [("2025-Q1", "2024-05-01"), ("2024-Q3", "2024-05-02"), ("2025-Q1", "2024-05-02")].into_iter().enumerate()
    {
        let now = site(&sources, NO_DRAFTS);
        let act = Act { source: format!("Brief {n}"), ..by_colleges(when) };
        let moved = Postponed { act, ..moved("opgave-5", to) };
        sources = postponed(&sources, &now, &moved).unwrap_or_else(|e| panic!("{}", e.why)).applied();
    }
    super::deciding::built(&sources, &mut Memo::default());
}

/// A level that was decided long before it begins rests on the document of that decision.
#[test]
fn a_level_may_begin_long_after_it_was_decided() {
    let sources = portal();
    let now = site(&sources, NO_DRAFTS);
    let raise = Raised { from: Moment::parse("2030-01-01"), ..level("getrouwd", "2024-05-01") };
    let after = raised(&sources, &now, &raise).unwrap_or_else(|e| panic!("{}", e.why)).applied();
    let codes: Vec<&str> = build(&after, NO_DRAFTS, &mut Memo::default()).problems.iter().map(|p| p.code).collect();
    assert_eq!(codes, ["REGEL053"], "only that it is still to come");
}

/// The id of a body was changed by hand: its ties, which are called after it, go along when the rest is finished.
#[test]
fn ties_go_along_with_what_was_begun_by_hand() {
    let (desk, sources) = (Desk::new(), portal());
    for (_, file) in sources.iter() {
        let text = String::from_utf8_lossy(&file.bytes).replace("\nid = \"vth-kerngroep\"\n", "\nid = \"kring\"\n");
        let path = desk.path(&file.path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, if file.name.ends_with(".toml") { text.as_bytes() } else { &file.bytes }).unwrap();
    }
    desk.run(&["check"]).ends(1);
    let said = desk.run(&["hernoem", "vth-kerngroep", "kring"]).good();
    assert!(!said.err.contains(": 0 plekken") && said.err.contains("1 plek\n"), "{}", said.err);
    desk.run(&["check"]).good().says("geen waarschuwingen");
    assert!(
        std::fs::read_to_string(desk.path("site/data/relaties.toml"))
            .unwrap()
            .contains("id = \"kring--twentebreed-overleg\"")
    );
    // What is still to come is told as that, and what is missing is asked for with what there is to choose from.
    let of = ["--datum", "2024-05-01", "--door", "colleges", "--bron", "Nota"];
    let tie = "kring--twentebreed-overleg";
    desk.run(&[&["niveau", tie][..], &of].concat()).ends(2).says("Kies uit: ");
    desk.run(&[&["niveau", tie, "getrouwd", "--vanaf", "2099-01-01"][..], &of].concat())
        .good()
        .says("wordt “getrouwd”");
    desk.run(&["terug"]).good();
    // Only the data are put back: the page that is left over is told.
    desk.run(&["hernoem", "kring", "kern"]).good();
    desk.write("site/content/gremia/ring.md", "+++\ntitel = \"VTH-kerngroep\"\n+++\n\nTekst.\n");
    desk.run(&["check"]).says("PAGINA013");
}
