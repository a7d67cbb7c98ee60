//! What speaks of the same as an act, and changes along with nothing, is listed: where it stands and what it says.
use super::deciding::{NO_DRAFTS, act, decision, portal};
use verbeeld::decode::Moment;
use verbeeld::edit::{Act, Change, Postponed, Raised, Refused, Seat, decided, postponed, raised, renamed, seated};
use verbeeld::pipeline::{Memo, Options, build, site};
use verbeeld::site::Site;
use verbeeld::source::Sources;

type Recorded = for<'s> fn(&'s Sources, &Site) -> Result<Change<'s>, Refused>;

fn by_colleges() -> Act {
    Act { by: Some("colleges".into()), ..act() }
}

fn moved<'s>(sources: &'s Sources, site: &Site, id: &str, to: &str) -> Result<Change<'s>, Refused> {
    let to = Moment::parse(to).unwrap();
    postponed(sources, site, &Postponed { id: id.into(), key: None, to, act: by_colleges() })
}

/// An act, words of the lines that must be listed, and how many lines are too many.
const ACTS: &[(&str, Recorded, &[&str], usize)] = &[
    (
        "the host",
        |sources, site| decided(sources, site, &decision("keuze-1-gastheer", "enschede")),
        &[
            "keuzes.toml:",
            // The sentence that matters, not the first that speaks of it.
            "Wie uiteindelijk beslist, staat er niet.",
            "gastheerorganisatie.md:4 ",
            "gastheerorganisatie.md:45 ",
            "U denkt namens {organisatie} mee over het voorstel en de gastheer.",
            "mee over wie gastheer wordt",
            "De keuze wordt gemaakt in samenspraak",
            "naam: De gastheer kiezen",
            "Een van de mogelijke gastheren.",
            "provincie-overijssel.md:15",
        ],
        25,
    ),
    (
        "the form",
        |sources, site| decided(sources, site, &decision("keuze-4-vorm", "Een samenwerkingsconvenant")),
        &["betekenis: Een mogelijke vorm voor de samenwerkingsafspraken."],
        12,
    ),
    (
        "the members",
        |sources, site| {
            let chosen = decision("keuze-2-leden-kerngroep", "Minimaal drie organisaties");
            decided(sources, site, &verbeeld::edit::Decision { own_words: true, ..chosen })
        },
        SEATS,
        45,
    ),
    (
        "a seat",
        |sources, site| {
            let fills = Some("3".into());
            let seat = Seat {
                body: "vth-kerngroep".into(),
                who: "enschede".into(),
                function: None,
                fills,
                act: by_colleges(),
            };
            seated(sources, site, &seat)
        },
        SEATS,
        45,
    ),
    ("a moment", |sources, site| moved(sources, site, "evaluatie-2026", "2027"), EVALUATION, 30),
    // When it is, it says of itself without a date.
    ("its own words", |sources, site| moved(sources, site, "evaluatie-2026", "2027"), &["na twee jaar evalueren"], 30),
    ("an action for the same", |sources, site| moved(sources, site, "actie-7-evaluatie", "2027-Q4"), EVALUATION, 30),
];

/// Where the portal says who sits in the kerngroep: the same after a seat as after the choice on it.
const SEATS: &[&str] = &[
    "waarde = 3 (Organisaties in de kerngroep",
    "minimaal drie deelnemende organisaties",
    "ten minste drie deelnemende organisaties",
    "gremia/vth-kerngroep.md:11 ",
    "gremia/vth-kerngroep.md:13 ",
    "| Leden van de kerngroep | Minimaal drie organisaties",
];

/// Where the portal says that the evaluation is in 2026.
const EVALUATION: &[&str] = &[
    "bijdrage/index.md:45",
    "drie-sporen.md:41",
    "als de evaluatie in 2026 dat steunt",
    "waarde = 2026",
    "oplevering = \"2026\"",
    "voor = \"2026\"",
    "Wie voert de evaluatie in 2026 uit?",
    "die in 2026 liefst de formele evaluatie doet",
    "In 2026 is de formele evaluatie.",
    "een evaluatie in 2026",
];

fn notes(sources: &Sources, site: &Site, act: Recorded) -> String {
    act(sources, site).unwrap_or_else(|e| panic!("{}", e.why)).notes().join("\n")
}

fn places(notes: &str) -> Vec<&str> {
    let lines = notes.lines().map(str::trim_start).filter(|line| line.starts_with("site/"));
    // Of many places those of a file stand under its name.
    lines.filter(|line| line.split(' ').next().is_some_and(|path| path.contains(':'))).collect()
}

#[test]
fn what_speaks_of_the_same_is_listed_and_little_else() {
    let sources = portal();
    let site = site(&sources, NO_DRAFTS);
    for (what, act, wanted, most) in ACTS {
        let notes = notes(&sources, &site, *act);
        for words in *wanted {
            assert!(notes.contains(words), "{what}: “{words}” is not listed:\n{notes}");
        }
        assert!(places(&notes).len() <= *most, "{what}: a flood:\n{notes}");
    }
}

/// Every line that is listed holds what is shown of it, in the files as they are after the act.
#[test]
fn the_lines_are_those_of_the_changed_files() {
    let sources = portal();
    let site = site(&sources, NO_DRAFTS);
    for (what, act, ..) in ACTS {
        let change = act(&sources, &site).unwrap_or_else(|e| panic!("{}", e.why));
        let (after, notes) = (change.applied(), change.notes().join("\n"));
        for place in places(&notes) {
            let (at, words) = place.trim().split_once("  ").unwrap();
            let (path, line) = at.rsplit_once(':').unwrap();
            let file = after.iter().find(|(_, file)| file.path == path).unwrap_or_else(|| panic!("{path}")).1;
            let text = String::from_utf8_lossy(&file.bytes).into_owned();
            let written = text.lines().nth(line.parse::<usize>().unwrap() - 1).unwrap_or_default();
            // Of a figure the name stands beside its value.
            let key = words.split([':', '=']).next().unwrap().trim();
            let value = words.split_once(" = ").map(|(_, value)| value.split(" (").next().unwrap());
            let said = words.strip_prefix(&format!("{key}: ")).unwrap_or(words).trim_end_matches('…');
            let said = said.get(..said.floor_char_boundary(40)).unwrap_or(said);
            let holds = value.map_or_else(|| written.contains(said), |value| written.contains(value.trim_matches('"')));
            assert!(holds, "{what}: {place}\n{written}");
        }
    }
}

/// Who was chosen, and the body that waited for it, tell of the decision on their own pages.
#[test]
fn a_decision_touches_who_was_chosen() {
    let sources = portal();
    let site_before = site(&sources, NO_DRAFTS);
    let by = decision("keuze-1-gastheer", "enschede");
    let change = decided(&sources, &site_before, &verbeeld::edit::Decision { act: by_colleges(), ..by }).unwrap();
    let after = site(&change.applied(), NO_DRAFTS);
    let touched: Vec<&str> =
        after.model.besluiten.iter().next().unwrap().raakt.iter().map(|about| about.id.as_str()).collect();
    assert_eq!(touched, ["opgave-1", "enschede", "gastheerorganisatie"]);
}

/// The portal with more on one of its pages.
pub(super) fn portal_saying(more: &str) -> Sources {
    let with_more = |(_, file): (_, &verbeeld::source::SourceFile)| {
        let mut file = file.clone();
        if file.name == "over/leeswijzer.md" {
            file.bytes = [&file.bytes[..], more.as_bytes()].concat().into();
        }
        file
    };
    Sources::new(portal().iter().map(with_more).collect())
}

/// A level of which no text speaks asks for no look; one of which a text speaks does.
#[test]
fn a_level_lists_what_calls_the_tie_by_another() {
    let sources = portal_saying("\n\nDe [[vth-kerngroep]] en het [[twentebreed-overleg]] zijn verloofd.\n");
    let site = site(&sources, NO_DRAFTS);
    let relation = "vth-kerngroep--twentebreed-overleg".into();
    let level = Raised { relation, level: "getrouwd".into(), from: None, act: by_colleges() };
    let notes = raised(&sources, &site, &level).unwrap_or_else(|e| panic!("{}", e.why)).notes().join("\n");
    assert!(notes.contains("over/leeswijzer.md:") && notes.contains("zijn verloofd."), "{notes}");
    assert!(places(&notes).len() < 12, "a flood:\n{notes}");
    // “Niet genoemd” is a level, and its first word stands in many sentences about other things.
    assert!(!notes.contains("Vergaderdata"), "{notes}");
}

/// A file is called after a record, or lies with its page: under the old id it is still there, with the same in it.
#[test]
fn files_stay_under_the_addresses_that_they_had() {
    let sources = portal();
    let before = build(&sources, Options::default(), &mut Memo::default()).output.unwrap();
    let files = |output: &verbeeld::output::Output| -> Vec<String> {
        let ready = output.ready().map(|(path, _)| path.to_owned());
        let all = ready.chain(output.recipes().map(|(path, _)| path.to_owned()));
        all.filter(|path| !path.ends_with(".html") && path.contains("vth-kerngroep")).collect()
    };
    let old = files(&before);
    assert!(old.iter().any(|path| path.ends_with("/relatiekaart-vth-kerngroep.svg")), "{old:?}");
    let change = {
        let site = site(&sources, NO_DRAFTS);
        renamed(&sources, &site, "vth-kerngroep", "kring-van-zes").unwrap_or_else(|e| panic!("{}", e.why)).applied()
    };
    let after = build(&change, Options::default(), &mut Memo::default()).output.unwrap();
    for path in &old {
        assert!(after.has(path), "{path} is gone");
        assert!(after.has(&path.replace("vth-kerngroep", "kring-van-zes")), "{path} has no new address");
    }
    assert!(after.make("gremia/vth-kerngroep/relatiekaart-vth-kerngroep.csv").is_some());
}
