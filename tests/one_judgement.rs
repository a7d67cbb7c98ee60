//! What `check` calls good, `build` publishes, and every file of it can be read by the programs that read such files: held on random
//! sites whose names and texts are what markup, tables, systems and browsers trip over, and on the starter site changed at random.

use crate::support::project::Place;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use std::collections::BTreeMap;
use std::path::Path;
use verbeeld::diag::short;
use verbeeld::output::{Output, publish};
use verbeeld::pipeline::{Memo, Options, build};
use verbeeld::source::{Project, Role, SourceFile, Sources, read};

/// So many sites; at least a quarter of them must be good, or the names are too wild to tell anything.
const SITES: usize = 40;
/// So many times the starter site is changed at random; at least a quarter of the changes must leave it good.
const EDITS: usize = 40;

/// Texts that some language takes for its own.
const TEXTS: &[&str] = &[
    "Gewoon",
    "<script>alert(1)</script>",
    "\"><img src=x onerror=y>",
    "</title></svg></style>",
    "]]> <![CDATA[ <!-- --!>",
    "&amp; &lt; &bogus; &#x3c;",
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
    "\u{1d54f} \u{1f3f4}",
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
    let mut data =
        String::from("[[laag]]\nid = 'laag'\nnaam = 'Laag'\nvolgorde = 1\n\n[[bron]]\nid = 'nota'\nnaam = 'Nota'\n");
    for (number, (name, told)) in site.records.iter().enumerate() {
        let (name, told) = (quoted(&format!("{} {number}", TEXTS[*name])), quoted(&plain(TEXTS[*told])));
        data += &format!(
            "\n[[gremium]]\nid = 'g{number}'\nnaam = {name}\nlaag = 'laag'\nbesluit = false\nstatus = 'open'\nbron = ['nota']\ntoelichting = {told}\nomschrijving = {told}\n\n[[begrip]]\nid = 'b{number}'\nnaam = 'Begrip{number}'\nbetekenis = {told}\n"
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
        let told = quoted(&plain(title));
        let title = quoted(&format!("{title} {more}"));
        let more = if more == "Start" { &links } else { "" };
        format!(
            "+++\ntitel = {title}\nomschrijving = {told}\n{keywords}+++\n\n## {0}\n\n{0} en [[g0]]\n\n| a | b |\n|---|---|\n| {0} | {0} |\n\n```\n{text}\n```\n\n> [!TIP]\n> {0}\n\n{more}",
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
            let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
            let separator = if path.ends_with(".excel.csv") { b';' } else { b',' };
            let mut table = csv::ReaderBuilder::new().delimiter(separator).from_reader(bytes);
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

/// All of it can be read, and published.
fn publishes(output: &Output, place: Option<&Place>, what: &str) {
    for (path, bytes) in all_files(output) {
        if let Some(why) = unreadable(&path, &bytes) {
            panic!("{what}\n{path}: {why}");
        }
    }
    // Pictures take long to make, and hold what the drawings hold.
    let mut texts = Output::default();
    for (path, bytes) in output.iter() {
        texts.add(path.to_owned(), bytes.clone()).unwrap();
    }
    let own = Place::new();
    own.write("site/portal.toml", b"");
    let project = Project::find(place.unwrap_or(&own).root()).unwrap();
    let published = publish(&texts, &project.public, &project);
    assert!(published.is_ok(), "{what}: {published:?}");
}

#[test]
fn what_check_calls_good_is_published_and_can_be_read() {
    let mut runner = TestRunner::deterministic();
    let mut good = 0;
    let mut why: BTreeMap<String, usize> = BTreeMap::new();
    for _ in 0..SITES {
        let site = sites().new_tree(&mut runner).unwrap().current();
        let place = lay(&site);
        let sources = place.sources();
        let built = build(&sources, Options::default(), &mut Memo::default());
        let told: Vec<String> = built.problems.iter().map(|problem| short::render(problem, &sources)).collect();
        assert!(!told.iter().any(|line| line.chars().any(char::is_control)), "{told:?}");
        let Some(output) = built.output else {
            let errors: Vec<_> = built.problems.iter().filter(|problem| problem.is_error()).collect();
            assert!(!errors.is_empty(), "{site:?}");
            errors
                .iter()
                .for_each(|problem| *why.entry(format!("{} {}", problem.code, problem.message)).or_default() += 1);
            continue;
        };
        good += 1;
        publishes(&output, Some(&place), &format!("{site:?}"));
    }
    assert!(good * 4 >= SITES, "{good} of {SITES} sites are good: {why:#?}");
}

fn below(runner: &mut TestRunner, end: usize) -> usize {
    (0..end.max(1)).new_tree(runner).unwrap().current()
}

/// A text after one slip or change: lines or letters that went, came, or changed places.
fn edited(text: &str, runner: &mut TestRunner) -> String {
    let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
    let at = below(runner, lines.len());
    match below(runner, 6) {
        0 if lines.len() > 1 => drop(lines.remove(at)),
        1 if lines.len() > 1 => lines.insert(at, lines[at]),
        2 if lines.len() > 1 => {
            let to = below(runner, lines.len());
            lines.swap(at, to);
        }
        kind => {
            let from = text.floor_char_boundary(below(runner, text.len() + 1));
            let gone = if kind == 3 { below(runner, 12) } else { 0 };
            let to = text.floor_char_boundary((from + gone).min(text.len())).max(from);
            let new = if kind == 3 { "" } else { TEXTS[below(runner, TEXTS.len())] };
            let new = if kind == 4 { plain(new) } else { new.to_owned() };
            return format!("{}{new}{}", &text[..from], &text[to..]);
        }
    }
    lines.concat()
}

#[test]
fn a_good_site_that_is_changed_at_random_is_told_or_can_be_read() {
    let starter = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/source/starter");
    let whole: Vec<SourceFile> =
        read(&Project::find(&starter).unwrap()).unwrap().iter().map(|(_, file)| file.clone()).collect();
    let texts: Vec<usize> = (0..whole.len())
        .filter(|at| {
            matches!(whole[*at].role, Role::Page | Role::Data | Role::Config) || whole[*at].path.ends_with(".svg")
        })
        .collect();
    let mut runner = TestRunner::deterministic();
    let mut good = 0;
    for round in 0..EDITS {
        let mut files = whole.clone();
        let mut what = format!("round {round}");
        for _ in 0..=below(&mut runner, 2) {
            let file = &mut files[texts[below(&mut runner, texts.len())]];
            let before = String::from_utf8(file.bytes.to_vec()).unwrap();
            file.bytes = edited(&before, &mut runner).into_bytes().into();
            file.hashed = Default::default();
            what += &format!("\n{}:\n{}", file.path, String::from_utf8_lossy(&file.bytes));
        }
        let built = build(&Sources::new(files), Options::default(), &mut Memo::default());
        assert_eq!(built.output.is_some(), built.errors() == 0, "{what}");
        if let Some(output) = &built.output {
            good += 1;
            publishes(output, None, &what);
        }
    }
    assert!(good * 4 >= EDITS && good < EDITS, "{good} of {EDITS} changes leave the site good");
}
