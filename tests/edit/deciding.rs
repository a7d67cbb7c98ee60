//! `verbeeld besluit`: one act, and nothing is left that says otherwise.
use std::path::Path;
use verbeeld::decode::Moment;
use verbeeld::edit::{Decision, decided};
use verbeeld::output::Output;
use verbeeld::pipeline::{Memo, Options, build, site};
use verbeeld::source::{Project, Sources, read};

const NO_DRAFTS: Options = Options { drafts: false, today: None };

fn portal() -> Sources {
    read(&Project::find(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap()).unwrap()
}

fn decision(choice: &str, outcome: &str) -> Decision {
    Decision {
        choice: choice.into(),
        outcome: outcome.into(),
        when: Moment::parse("2024-02-13").unwrap(),
        by: Some("pho-vth".into()),
        source: "Besluitenlijst PHO VTH 13 februari 2024".into(),
    }
}

/// The portal with decisions recorded, which must be without a single problem.
fn with(decisions: &[Decision]) -> Output {
    let mut sources = portal();
    for decision in decisions {
        sources =
            decided(&sources, &site(&sources, NO_DRAFTS), decision).unwrap_or_else(|e| panic!("{}", e.why)).applied();
    }
    let built = build(&sources, NO_DRAFTS, &mut Memo::default());
    let told: Vec<String> = built.problems.iter().map(|p| verbeeld::diag::short::render(p, &sources)).collect();
    assert_eq!(told, Vec::<String>::new());
    built.output.unwrap()
}

fn page(output: &Output, path: &str) -> String {
    let html = String::from_utf8(output.get(path).unwrap_or_else(|| panic!("no {path}")).to_vec()).unwrap();
    let root = scraper::Html::parse_document(&html);
    let body = scraper::Selector::parse("main").unwrap();
    let text = root.select(&body).flat_map(|e| e.text().collect::<Vec<_>>()).collect::<String>();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_host_is_known_everywhere_at_once() {
    let before = with(&[]);
    assert!(page(&before, "gremia/gastheerorganisatie/index.html").contains("weten wij niet"));
    let output = with(&[decision("keuze-1-gastheer", "hengelo")]);
    let state = "Gekozen op 13 februari 2024 door PHO VTH: Gemeente Hengelo";
    for path in [
        "gremia/gastheerorganisatie/index.html",
        "bijdrage/gastheerorganisatie/index.html",
        "organisaties/provincie-overijssel/index.html",
        "routes/index.html",
    ] {
        let text = page(&output, path);
        assert!(text.contains("Gekozen op 13 februari 2024"), "{path} does not say “{state}”:\n{text}");
    }
    assert!(page(&output, "organisaties/hengelo/index.html").contains("Gastheer"), "the host's own page");
    assert!(page(&output, "mijlpalen/index.html").contains("Besloten: Welke organisatie wordt gastheer?"));
    assert!(page(&output, "keuzes/index.html").contains("Hengelo"));
    // Every page, slide text, file of data and piece of the search index.
    let open = regex_like("gastheer");
    for (path, bytes) in output.iter() {
        let Ok(text) = std::str::from_utf8(bytes) else { continue };
        let wrong: Vec<&str> = sentences(text).filter(|s| open(s)).collect();
        assert!(wrong.is_empty(), "{path} calls it open: {wrong:?}");
    }
}

#[test]
fn a_choice_that_is_a_sentence() {
    let output = with(&[decision("keuze-4-vorm", "Een samenwerkingsconvenant")]);
    assert!(page(&output, "keuzes/index.html").contains("Een samenwerkingsconvenant"));
    assert!(page(&output, "mijlpalen/index.html").contains("Een samenwerkingsconvenant"));
}

#[test]
fn only_what_is_said_is_changed() {
    let sources = portal();
    let change = decided(&sources, &site(&sources, NO_DRAFTS), &decision("keuze-4-vorm", "Een notitie")).unwrap();
    let applied = change.applied();
    for ((_, before), (_, after)) in sources.iter().zip(applied.iter()) {
        let (before, after) = (String::from_utf8_lossy(&before.bytes), String::from_utf8_lossy(&after.bytes));
        let lost: Vec<&str> = before.lines().filter(|line| !after.contains(line)).collect();
        assert!(lost.is_empty(), "{lost:?}");
    }
}

#[test]
fn a_wrong_word_is_told_and_changes_nothing() {
    let sources = portal();
    let site = site(&sources, NO_DRAFTS);
    let wrong = [
        Decision { choice: "keuze-1-gasther".into(), ..decision("", "hengelo") },
        Decision { by: Some("pho-vht".into()), ..decision("keuze-1-gastheer", "hengelo") },
        Decision { source: " ".into(), ..decision("keuze-1-gastheer", "hengelo") },
        decision("keuze-1-gastheer", " "),
    ];
    for decision in wrong {
        assert!(decided(&sources, &site, &decision).is_err(), "{decision:?}");
    }
}

/// Does a sentence that names this say that it is open?
fn regex_like(name: &'static str) -> impl Fn(&str) -> bool {
    move |sentence| {
        let small = sentence.to_lowercase();
        let open = [
            "nog open",
            "is open",
            "was open",
            "laat dit open",
            "laat het open",
            "nog te kiezen",
            "nog niet bekend",
            "weten wij niet",
        ];
        small.contains(name) && open.iter().any(|word| small.contains(word))
    }
}

fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split(['.', '?', '!', '\n', '<', '"'])
}
