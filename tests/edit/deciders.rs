//! Who decided means the same in every act: with somebody who may decide it is a decision, with nobody a fact that a source tells, and
//! a body that decides nothing is asked about.
use super::deciding::{NO_DRAFTS, act, built, decision, page, portal, texts};
use std::collections::BTreeMap;
use verbeeld::decode::Moment;
use verbeeld::edit::{Act, Change, Decision, Postponed, Raised, Refused, Seat, decided, postponed, raised, seated};
use verbeeld::model::Status;
use verbeeld::output::Output;
use verbeeld::pipeline::{Memo, site};
use verbeeld::site::Site;
use verbeeld::source::Sources;

type Recorded = for<'s> fn(&'s Sources, &Site, Act) -> Result<Change<'s>, Refused>;

/// One of each act, and a choice more: of some both a question and a route are about nothing else.
const ACTS: &[Recorded] = &[
    |sources, site, act| decided(sources, site, &Decision { act, ..decision("keuze-1-gastheer", "hengelo") }),
    |sources, site, act| decided(sources, site, &Decision { act, ..decision("keuze-4-vorm", "Een andere vorm") }),
    |sources, site, act| {
        let fills = Some("3".into());
        let seat = Seat { body: "vth-kerngroep".into(), who: "enschede".into(), function: None, fills, act };
        seated(sources, site, &seat)
    },
    |sources, site, act| {
        // A looser level: a closer one is always a decision.
        let relation = "vth-kerngroep--twentebreed-overleg".into();
        raised(sources, site, &Raised { relation, level: "verliefd".into(), from: None, act })
    },
    |sources, site, act| {
        let to = Moment::parse("2025-Q1").unwrap();
        postponed(sources, site, &Postponed { id: "opgave-5".into(), key: None, to, act })
    },
];

fn after_all(by: Option<&str>) -> Sources {
    let mut sources = portal();
    for (n, record) in ACTS.iter().enumerate() {
        let known = site(&sources, NO_DRAFTS);
        let act = Act { by: by.map(Into::into), source: format!("https://voorbeeld.nl/{n}"), ..act() };
        sources = record(&sources, &known, act).unwrap_or_else(|e| panic!("{n}: {}", e.why)).applied();
    }
    sources
}

/// How often each text says that something was decided: in words, as a label, in the data.
fn decisions(output: &Output) -> BTreeMap<String, usize> {
    const SAID: &[&str] = &[
        "heeft dit besloten",
        "status-besloten",
        "Besloten: ",
        "esloten door",
        "Ja, dit is besloten",
        "Besluit van 13",
    ];
    let count = |text: &str| {
        // The head of a column says nothing of who decided.
        let text = text.replace("data-kop=\"Besloten door\"", "");
        let bare = text.replace([' ', '\n'], "");
        let data = ["\"status\":\"besloten\"", "soort\":\"besluit\""].map(|value| bare.matches(value).count());
        SAID.iter().map(|words| text.matches(words).count()).chain(data).sum::<usize>()
    };
    let mut counts = BTreeMap::new();
    for (path, text) in texts(output) {
        // The index is cut in files that are called after what is in them.
        let path = if path.contains("zoek/") { "zoek/".to_owned() } else { path };
        *counts.entry(path).or_default() += count(&text);
    }
    counts
}

#[test]
fn where_nobody_decided_nothing_says_that_somebody_did() {
    let before = decisions(&built(&portal(), &mut Memo::default()));
    let sources = after_all(None);
    let output = built(&sources, &mut Memo::default());
    for (path, count) in decisions(&output) {
        let known = before.get(&path).copied().unwrap_or_default();
        assert!(count <= known, "{path} says {count} times that something was decided, and said it {known} times");
    }
    // The outcome is there all the same, as what a source tells.
    assert!(page(&output, "keuzes/index.html").contains("Hengelo"));
    let site = site(&sources, NO_DRAFTS);
    let choice = site.model.keuzes.get("keuze-1-gastheer").unwrap();
    assert_eq!(choice.status.as_ref().map(|status| status.value), Some(Status::Feit));
    assert!(
        site.model
            .bronnen
            .iter()
            .all(|source| source.soort.as_deref() != Some("besluit") || !source.naam.contains("13 februari"))
    );
    // Decided by somebody all of them say so, with the same words.
    let (known, all) = (statuses(&site), statuses(&self::site(&after_all(Some("colleges")), NO_DRAFTS)));
    assert_eq!((known.len(), all.len()), (3, 3));
    assert!(known.iter().all(|status| *status == Status::Feit) && all.iter().all(|status| *status == Status::Besloten));
}

/// How sure the choice, the seat and the level are.
fn statuses(site: &Site) -> Vec<Status> {
    let model = &site.model;
    let choice = model.keuzes.get("keuze-1-gastheer").and_then(|choice| choice.status.as_ref());
    let seat = model.gremia.get("vth-kerngroep").and_then(|body| body.lid[2].status.as_ref());
    let tie = model.relaties.get("vth-kerngroep--twentebreed-overleg").unwrap();
    let level = tie.niveau.last().map(|step| step.status.value);
    choice.into_iter().chain(seat).map(|status| status.value).chain(level).collect()
}

/// A body that decides nothing by itself: the same words in every act, with who does decide and what to write.
#[test]
fn a_body_that_decides_nothing_is_refused_alike() {
    let sources = portal();
    let known = site(&sources, NO_DRAFTS);
    let mut told = Vec::new();
    for record in ACTS {
        let act = Act { by: Some("PHO VTH".into()), ..act() };
        told.push(record(&sources, &known, act).map_or_else(|refused| refused.why, |_| String::new()));
    }
    told.dedup();
    let [why] = &told[..] else { panic!("{told:#?}") };
    for words in ["“pho-vth” (PHO VTH)", "colleges, ab-odt", "--door \"\"", "besluit = true"] {
        assert!(why.contains(words), "{words}: {why}");
    }
}

/// Each act ends with what it comes to, the day, who decided and the source, for the editor to read over.
#[test]
fn what_was_recorded_is_told_in_a_sentence() {
    let sources = portal();
    let known = site(&sources, NO_DRAFTS);
    for (record, what) in
        ACTS.iter().zip(["gastheer?” is geworden: Hengelo", "Een andere vorm", "Enschede zit", "Verliefd", "gepland"])
    {
        for (by, who) in [
            (Some("colleges"), "Besloten op 13 februari 2024 door Colleges (bevoegd gezag)."),
            (None, "Gebeurd op 13 februari 2024; wie het besloot, staat er niet bij."),
        ] {
            let act = Act { by: by.map(Into::into), ..act() };
            let change = record(&sources, &known, act).unwrap_or_else(|e| panic!("{}", e.why));
            let said = change.said();
            assert!(said.contains(what) && said.contains(who), "{said}");
            assert!(said.ends_with("Bron: Besluitenlijst PHO VTH 13 februari 2024.") && !said.contains("[["), "{said}");
        }
    }
}

/// What is already decided names every place that says so; what comes after the day of the site's content asks for a look at that.
#[test]
fn all_places_that_say_a_decision_are_named() {
    let sources = portal();
    let known = site(&sources, NO_DRAFTS);
    let late = Act { when: Moment::parse("2026-11-26").unwrap(), ..act() };
    let form = Decision { act: late, ..decision("keuze-4-vorm", "Een andere vorm") };
    let change = decided(&sources, &known, &form).unwrap();
    assert!(change.notes().iter().any(|note| note.contains("stand in portal.toml")), "{:?}", change.notes());
    let after = change.applied();
    let now = site(&after, NO_DRAFTS);
    let why = decided(&after, &now, &form).unwrap_err().why;
    let changed = change.files();
    let named = |name: &str| why.contains(&format!("{name}:"));
    for file in &changed {
        let name = file.to.file_name().unwrap().to_string_lossy().into_owned();
        assert!(named(&name), "{name} changed and is not named: {why}");
    }
    assert!(changed.len() > 3 && why.contains("uw laatste opdracht"), "{why}");
}

/// The reading guide of the portal explains the label as its legend does.
#[test]
fn a_decision_is_explained_in_one_way() {
    let site = site(&portal(), NO_DRAFTS);
    let legend = site.words.meaning(Status::Besloten).to_owned();
    let output = built(&portal(), &mut Memo::default());
    assert!(page(&output, "over/leeswijzer/index.html").contains(&legend), "{legend}");
}
