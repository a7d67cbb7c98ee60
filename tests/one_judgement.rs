//! What `check` calls good, `build` publishes, and every file of it can be read by the programs that read such files: held on random
//! sites whose names and texts are what markup, tables, systems and browsers trip over.

use crate::support::project::Place;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use std::collections::BTreeMap;
use verbeeld::diag::short;
use verbeeld::output::{Output, publish};
use verbeeld::pipeline::{Memo, Options, build};
use verbeeld::source::Project;

/// So many sites; at least a third of them must be good, or the names are too wild to tell anything.
const SITES: usize = 30;

/// Texts that some language takes for its own.
const TEXTS: &[&str] = &[
    "Gewoon",
    "<script>alert(1)</script>",
    "\"><img src=x onerror=y>",
    "</title></svg></style>",
    "]]> <![CDATA[ <!-- --!>",
    "&amp; &lt; &bogus; &#0; &#x3c;",
    "'; DROP TABLE x; --",
    "=1+1|' /C x'!A0",
    "-2+3",
    "@SOM(A1)",
    "+31 53 123",
    "een, \"twee\"; drie",
    "\u{202e}omgekeerd\u{202c}",
    "vast\u{a0}wit en \u{200b}niets",
    "regel\u{2028}scheiding\u{2029}",
    "e\u{301}e\u{301}n \u{1f468}\u{200d}\u{1f469}",
    "\u{1d54f} \u{10ffff}",
    "\\u0041 \\n \\",
    "100% zeker?#anker",
    "{% if %} {# niets #} ${x}",
    "javascript:alert(1)",
    "مرحبا שלום",
];

/// Names of files: most can be published, some can't, and that must be told.
const NAMES: &[&str] = &[
    "gewoon",
    "Met Spatie",
    "a&b",
    "d'accord",
    "honderd%",
    "x+y=z",
    "(haak)",
    "[id]",
    "punt.en.komma,",
    "puntkomma;x",
    "é",
    "e\u{301}n",
    "ß",
    "İstanbul",
    "\u{1d54f}yz",
    "a\u{200b}b",
    "a\u{202e}b",
    "_streep_",
    "~tilde",
    "$geld",
    "@apenstaart",
    "index.html",
    "404",
    "con",
    "COM1.x",
    "-",
    "eind.",
];

#[derive(Debug)]
struct Random {
    /// Number of a name, and of the text in it.
    pages: Vec<(usize, usize, usize)>,
    records: Vec<(usize, usize)>,
    files: Vec<usize>,
    portal: usize,
}

fn sites() -> impl Strategy<Value = Random> {
    let text = 0..TEXTS.len();
    let page = (0..NAMES.len(), text.clone(), text.clone());
    let record = (text.clone(), text.clone());
    let pages = prop::collection::vec(page, 1..4);
    let records = prop::collection::vec(record, 1..4);
    let files = prop::collection::vec(0..NAMES.len(), 0..3);
    (pages, records, files, text).prop_map(|(pages, records, files, portal)| Random { pages, records, files, portal })
}

fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

/// A text as an editor writes it when it is to be seen as it stands.
fn plain(text: &str) -> String {
    text.chars().flat_map(|c| c.is_ascii_punctuation().then_some('\\').into_iter().chain([c])).collect()
}

fn lay(site: &Random) -> Place {
    let place = Place::new();
    let portal = quoted(TEXTS[site.portal]);
    let settings = format!("naam = {portal}\nbasis_url = \"https://p.example/\"\neigenaar = {portal}\n");
    place.write("site/portal.toml", settings.as_bytes());
    let mut data = String::from("[[laag]]\nid = 'laag'\nnaam = 'Laag'\nvolgorde = 1\n");
    for (number, (name, told)) in site.records.iter().enumerate() {
        let (name, told) = (quoted(&format!("{} {number}", TEXTS[*name])), quoted(TEXTS[*told]));
        data += &format!(
            "\n[[gremium]]\nid = 'g{number}'\nnaam = {name}\nlaag = 'laag'\nbesluit = false\nstatus = 'aanname'\ntoelichting = {told}\nomschrijving = {told}\n\n[[begrip]]\nid = 'b{number}'\nnaam = 'Begrip{number}'\nbetekenis = {told}\n"
        );
    }
    place.write("site/data/alles.toml", data.as_bytes());
    let links: String =
        site.files.iter().map(|n| format!("[{}](</{}.txt>)\n\n", plain(NAMES[*n]), NAMES[*n])).collect();
    for n in &site.files {
        place.write(&format!("site/static/{}.txt", NAMES[*n]), b"x");
    }
    let page = |title: &str, text: &str, more: &str| {
        let words = title.chars().filter(char::is_ascii_alphabetic).count() > 3;
        let keywords = if words { format!("trefwoorden = [{}]\n", quoted(title)) } else { String::new() };
        let title = quoted(&format!("{title} {more}"));
        let more = if more == "Start" { &links } else { "" };
        format!(
            "+++\ntitel = {title}\nomschrijving = {title}\n{keywords}+++\n\n## {0}\n\n{0} en [[g0]]\n\n| a | b |\n|---|---|\n| {0} | {0} |\n\n```\n{text}\n```\n\n> [!TIP]\n> {0}\n\n{more}",
            plain(text)
        )
    };
    place.write("site/content/index.md", page("Begin", TEXTS[site.pages[0].1], "Start").as_bytes());
    for (name, title, text) in &site.pages {
        place.write(
            &format!("site/content/{}.md", NAMES[*name]),
            page(TEXTS[*title], TEXTS[*text], NAMES[*name]).as_bytes(),
        );
    }
    place
}

/// What a reader of such files says of one that it can't read.
fn unreadable(path: &str, bytes: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(bytes);
    match path.rsplit('.').next()? {
        "html" => {
            let page = scraper::Html::parse_document(text.ok()?);
            let count = |selector: &str| page.select(&scraper::Selector::parse(selector).unwrap()).count();
            // A browser reads anything as a page; one of ours has one title, one text, and nothing that a text put in it.
            let parts = [count("head > title"), count("body main h1"), count("[onerror], img[src=x]")];
            (parts != [1, 1, 0] && count("meta[http-equiv=refresh]") == 0)
                .then(|| format!("title, heading, let in: {parts:?}"))
        }
        "svg" | "xml" | "rdf" => match text {
            Ok(text) => roxmltree::Document::parse(text).err().map(|e| e.to_string()),
            Err(e) => Some(e.to_string()),
        },
        "json" | "jsonld" | "webmanifest" => {
            serde_json::from_slice::<serde_json::Value>(bytes).err().map(|e| e.to_string())
        }
        "csv" => {
            let mut table =
                csv::ReaderBuilder::new().from_reader(bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes));
            table.records().find_map(Result::err).map(|e| e.to_string())
        }
        "txt" | "css" | "js" => text.err().map(|e| e.to_string()),
        _ => None,
    }
}

/// Every file that is there, and of those that are made when asked for the ones that are text.
fn all_files(output: &Output) -> BTreeMap<String, std::sync::Arc<[u8]>> {
    let mut files: BTreeMap<_, _> = output.iter().map(|(path, bytes)| (path.to_owned(), bytes.clone())).collect();
    let texts = output.recipes().map(|(path, _)| path).filter(|path| path.ends_with(".svg") || path.ends_with(".csv"));
    files.extend(texts.map(|path| (path.to_owned(), output.make(path).unwrap())));
    files
}

#[test]
fn what_check_calls_good_is_published_and_can_be_read() {
    let mut runner = TestRunner::deterministic();
    let mut good = 0;
    for _ in 0..SITES {
        let site = sites().new_tree(&mut runner).unwrap().current();
        let place = lay(&site);
        let sources = place.sources();
        let built = build(&sources, Options::default(), &mut Memo::default());
        let told: Vec<String> = built.problems.iter().map(|problem| short::render(problem, &sources)).collect();
        assert!(!told.iter().any(|line| line.chars().any(char::is_control)), "{told:?}");
        let Some(output) = built.output else {
            assert!(built.problems.iter().any(verbeeld::diag::Diagnostic::is_error), "{site:?}");
            continue;
        };
        good += 1;
        for (path, bytes) in all_files(&output) {
            if let Some(why) = unreadable(&path, &bytes) {
                panic!("{site:?}\n{path}: {why}");
            }
        }
        // Pictures take long to make, and hold what the drawings hold.
        let mut texts = Output::default();
        for (path, bytes) in output.iter() {
            texts.add(path.to_owned(), bytes.clone()).unwrap();
        }
        let project = Project::find(place.root()).unwrap();
        let published = publish(&texts, &project.public, &project);
        assert!(published.is_ok(), "{site:?}: {published:?}");
    }
    assert!(good * 3 >= SITES, "{good} of {SITES} sites are good");
}
