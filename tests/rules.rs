//! Every rule has a case that it tells and a case that it lets pass: `tests/rules/<CODE>.txt`.
//!
//! A case is a piece of data, read after `tests/rules/basis.toml`; a Markdown page may follow it under `>>> pagina`. Under
//! `--- fout` stands what the rule must tell, with line and column of each finding behind the arrow; `--- goed` is what it
//! must let pass. `UPDATE=1 cargo test --test product rules` fills in the places.
use jiff::civil::Date;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use verbeeld::content;
use verbeeld::decode::{Moment, Record, Shape};
use verbeeld::diag::words::explain::explanation;
use verbeeld::diag::{Diagnostic, FileId, Span, line_column};
use verbeeld::model::Model;
use verbeeld::model::rules::{self, Context, Prose};

const BASE: FileId = FileId(0);
const CASE: FileId = FileId(1);
const PAGE: FileId = FileId(2);

/// One section of a case file.
struct Section {
    wrong: bool,
    today: Option<Date>,
    /// The day as of which the content holds; today where it is not given.
    content: Option<Date>,
    places: String,
    data: String,
    page: Option<String>,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rules")
}

fn read(name: &str) -> String {
    std::fs::read_to_string(folder().join(name)).unwrap_or_else(|e| panic!("{name}: {e}"))
}

fn sections(text: &str) -> Vec<Section> {
    let parts = text.split("--- ").skip(1);
    parts
        .map(|part| {
            let (head, body) = part.split_once('\n').unwrap();
            let (words, places) = head.split_once(" → ").unwrap_or((head, ""));
            let day = |key: &str| words.split(' ').find_map(|w| w.strip_prefix(key)).map(|d| d.parse().unwrap());
            let (today, content) = (day("stand="), day("inhoud="));
            let (data, page) = match body.split_once(">>> pagina\n") {
                Some((data, page)) => (data.to_owned(), Some(page.to_owned())),
                None => (body.to_owned(), None),
            };
            Section { wrong: words.starts_with("fout"), today, content, places: places.to_owned(), data, page }
        })
        .collect()
}

/// What one rule tells about a section: places as `line:column`, those in the page with a `p` before them.
fn told(rule: &rules::Rule, section: &Section) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    let mut model = Model::default();
    model.read(BASE, &read("basis.toml"), 0, &mut problems);
    model.read(CASE, &section.data, 0, &mut problems);
    assert!(problems.is_empty(), "{}: the data themselves are wrong: {problems:?}", rule.code);
    let document = section.page.as_ref().map(|p| content::parse(p, 0));
    let front = document.as_ref().and_then(|d| d.front.as_ref());
    let here = |place: Span| Span { file: PAGE, ..place };
    let dated = |key: &str, date: Option<Moment>| Some((date?, here(front?.place_of(key))));
    let page = section.page.as_ref().map(|text| Prose {
        file: PAGE,
        bytes: text.as_bytes(),
        abbreviations: None,
        names: None,
        sources: front.map(|f| f.bron.as_slice()).unwrap_or_default(),
        review: front.and_then(|f| f.herzien_voor.as_ref()).map(|r| (r.value, here(r.place))),
        dates: front.map(|f| [dated("datum", f.datum), dated("bijgewerkt", f.bijgewerkt)]).unwrap_or_default(),
    });
    let pages: Vec<Prose<'_>> = page.into_iter().collect();
    let context = Context {
        model: &model,
        pages: Some(&pages),
        today: section.today,
        stand: section.content.or(section.today),
        whole: true,
    };
    (rule.check)(&context, &mut problems);
    problems.retain(|p| p.place.is_some_and(|p| p.file != BASE));
    problems
}

fn places(section: &Section, problems: &[Diagnostic]) -> String {
    let place = |p: &Diagnostic| {
        let span = p.place.unwrap();
        let (text, sign) =
            if span.file == PAGE { (section.page.as_deref().unwrap(), "p") } else { (section.data.as_str(), "") };
        let at = line_column(text, span.start as usize);
        format!("{sign}{}:{}", at.line, at.column)
    };
    problems.iter().map(place).collect::<Vec<_>>().join(" ")
}

#[test]
fn every_rule_tells_and_lets_pass() {
    let update = std::env::var_os("UPDATE").is_some();
    for rule in rules::ALL {
        let name = format!("{}.txt", rule.code);
        let sections = sections(&read(&name));
        assert!(sections.iter().any(|s| s.wrong) && sections.iter().any(|s| !s.wrong), "{name}: needs fout and goed");
        let mut out = String::new();
        for (i, section) in sections.iter().enumerate() {
            let problems = told(rule, section);
            let found = places(section, &problems);
            for problem in &problems {
                assert_eq!(problem.code, rule.code, "{name}, section {i}");
                assert!(
                    !problem.message.is_empty() && !problem.remedy.is_empty() && !problem.label.is_empty(),
                    "{problem:?}"
                );
            }
            assert_eq!(section.wrong, !problems.is_empty(), "{name}, section {i}: {problems:?}");
            if !update {
                assert_eq!(found, section.places, "{name}, section {i}: {problems:?}");
            }
            let kind = if section.wrong { "fout" } else { "goed" };
            let today = section.today.map(|d| format!(" stand={d}")).unwrap_or_default();
            let content = section.content.map(|d| format!(" inhoud={d}")).unwrap_or_default();
            let arrow = if section.wrong { format!(" → {found}") } else { String::new() };
            let page = section.page.as_ref().map(|p| format!(">>> pagina\n{p}")).unwrap_or_default();
            let _ = write!(out, "--- {kind}{today}{content}{arrow}\n{}{page}", section.data);
        }
        if update {
            std::fs::write(folder().join(&name), out).unwrap();
        }
    }
}

#[test]
fn every_rule_is_explained_and_has_a_code_of_its_own() {
    let mut codes: Vec<&str> = rules::ALL.iter().map(|r| r.code).collect();
    for code in &codes {
        assert_eq!(explanation(code).map(|e| e.code), Some(*code), "{code} is not explained");
    }
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), rules::ALL.len());
    assert!(codes.len() >= 25);
    let files =
        std::fs::read_dir(folder()).unwrap().filter(|f| f.as_ref().unwrap().path().extension().unwrap() == "txt");
    assert_eq!(files.count(), codes.len(), "a case file without a rule");
}

/// Whatever has a begin and an end, of which kind it may be: turned round it is told. A kind that gets such keys needs an example here.
#[test]
fn every_period_of_every_kind_runs_forward() {
    const ENDS: &[(&str, &str)] = &[("van", "tot"), ("van", "gerealiseerd"), ("vanaf", "tot"), ("begint", "eindigt")];
    let own = "status = \"feit\"\nbron = [\"plan\"]\n";
    let example = |kind: &str, begin: &str, end: &str, [first, last]: [&str; 2]| {
        let start = match kind {
            "actie" => "id = \"a\"\nnaam = \"Een actie\"\nopgave = \"opgave-1\"\n",
            "besluit" => {
                "id = \"b\"\nnaam = \"Een besluit\"\ndatum = 2026-03-06\ndoor = \"raad\"\nomschrijving = \"Het mag.\"\n"
            }
            "bijeenkomst" => "id = \"c\"\nnaam = \"Een bijeenkomst\"\ngremium = \"raad\"\ndatum = 2026-03-06\n",
            other => panic!("{other} has {begin} and {end}: give an example"),
        };
        format!("[[{kind}]]\n{start}{begin} = \"{first}\"\n{end} = \"{last}\"\n{own}")
    };
    let told = |data: &str| {
        let (mut problems, mut model) = (Vec::new(), Model::default());
        model.read(BASE, &read("basis.toml"), 0, &mut problems);
        model.read(CASE, data, 0, &mut problems);
        assert!(problems.is_empty(), "{data}: {problems:?}");
        let context = Context { model: &model, pages: None, today: None, stand: None, whole: true };
        verbeeld::model::check(&context, &mut problems);
        problems.retain(|p| p.place.is_some_and(|p| p.file == CASE));
        problems.into_iter().map(|p| p.code).collect::<Vec<_>>()
    };
    let mut pairs = 0;
    for kind in Model::KINDS {
        let keys = Model::keys_of(kind.name);
        let has = |name: &str| keys.iter().any(|key| key.name == name && !matches!(key.shape, Shape::Reference(_)));
        for (begin, end) in ENDS.iter().filter(|(begin, end)| has(begin) && has(end)) {
            let days = if *begin == "begint" { ["14:00", "16:00"] } else { ["2024-Q1", "2025-Q3"] };
            let forward = told(&example(kind.name, begin, end, days));
            let turned = told(&example(kind.name, begin, end, [days[1], days[0]]));
            assert!(turned.len() > forward.len(), "{} {begin} {end}: {forward:?} {turned:?}", kind.name);
            pairs += 1;
        }
    }
    assert_eq!(pairs, 4);
}
