//! A second, quite different collaboration (`tests/second/`) builds without a change to the program: its layers, levels and words
//! are its own, and nothing of the first portal shows in it.
use scraper::{Html, Selector};
use std::path::Path;
use std::sync::OnceLock;
use verbeeld::output::Output;
use verbeeld::pipeline::{Built, Memo, Options, build};
use verbeeld::source::{Project, Sources, read};

/// Words of the first portal that a portal of others must not show.
const FOREIGN: &[&str] = &[
    "verliefd",
    "verloofd",
    "getrouwd",
    "big 8",
    "kerngroep",
    "gemeente",
    "vth",
    "spoor",
    "sporen",
    "opgave",
    "pho",
    "odt",
    "twente",
    "fte",
    "gremium",
    "gremia",
    "overijssel",
    "duiding",
];

/// Pages about the data files: they name the columns, which are the same for every portal.
const ABOUT_COLUMNS: &str = "data/kolommen/index.html";

fn built() -> &'static (Sources, Built) {
    static BUILT: OnceLock<(Sources, Built)> = OnceLock::new();
    BUILT.get_or_init(|| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/second");
        let sources = read(&Project::find(&folder).unwrap()).unwrap();
        let built = build(&sources, Options::default(), &mut Memo::default());
        (sources, built)
    })
}

fn output() -> &'static Output {
    built().1.output.as_ref().expect("the second site builds")
}

fn page(path: &str) -> Html {
    let (_, bytes) = output().iter().find(|(p, _)| *p == path).unwrap_or_else(|| panic!("{path} is not made"));
    Html::parse_document(std::str::from_utf8(bytes).unwrap())
}

fn pages() -> impl Iterator<Item = (&'static str, Html)> {
    output().iter().filter(|(path, _)| path.ends_with(".html")).map(|(path, _)| (path, page(path)))
}

/// All that a visitor can read, hear or search: texts and attributes of words.
fn words(html: &Html) -> String {
    let mut words = String::new();
    for node in html.tree.nodes() {
        if let Some(text) = node.value().as_text() {
            let parent = node.parent().and_then(|p| p.value().as_element().map(|e| e.name().to_owned()));
            if !matches!(parent.as_deref(), Some("script" | "style")) {
                words.push_str(text);
                words.push(' ');
            }
        }
        if let Some(element) = node.value().as_element() {
            for name in ["aria-label", "alt", "title", "placeholder"] {
                words.push_str(element.attr(name).unwrap_or_default());
                words.push(' ');
            }
        }
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn builds_without_a_warning() {
    let (sources, built) = built();
    let told: Vec<_> = built.problems.iter().map(|p| verbeeld::diag::short::render(p, sources)).collect();
    assert!(told.is_empty(), "{}", told.join("\n"));
    assert!(built.pages >= 45 && built.infographics >= 25, "{} pages, {}", built.pages, built.infographics);
}

#[test]
fn nothing_of_the_first_portal_shows() {
    let mut wrong = Vec::new();
    for (path, html) in pages().filter(|(path, _)| *path != ABOUT_COLUMNS) {
        let words = words(&html).to_lowercase();
        for foreign in FOREIGN {
            for (at, _) in words.match_indices(foreign) {
                let before = words[..at].chars().next_back();
                // Part of an address or of a longer word is no word.
                if before.is_some_and(|c| c.is_alphanumeric() || c == '/' || c == '"') {
                    continue;
                }
                let from = words[..at].char_indices().rev().nth(30).map_or(0, |(i, _)| i);
                wrong.push(format!("{path}: {foreign}: …{}", &words[from..at + foreign.len()]));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn its_own_words_stand_where_they_belong() {
    let has = |path: &str, wanted: &[&str]| {
        let words = words(&page(path));
        for word in wanted {
            assert!(words.contains(word), "{path} lacks {word}");
        }
    };
    // Layers and four levels, in the map and its table.
    has(
        "index.html",
        &["Aan het roer", "Aan dek", "Op de kade", "gezamenlijke dienst", "één organisatie", "inschatting"],
    );
    has("samen/index.html", &["Kennismaking", "Afspraak", "Gezamenlijke dienst", "Eén organisatie"]);
    has("niveaus/index.html", &["Treden van samenwerking", "Eén organisatie"]);
    has("samen/werk/index.html", &["Koers 1", "Werkpakket 3", "Hoe hangen de werkpakketten samen?", "€ 4.000"]);
    has("sporen/index.html", &["Koersen", "Koers 2"]);
    has("opgaven/rooster/index.html", &["Werkpakket 1", "Koers", "Het rooster voor 2023 maken"]);
    has("relaties/brandwacht--reddingspost/index.html", &["14 mei 2021", "1 juni 2022", "1 januari 2023", "Havenraad"]);
    has("organisaties/terminals/index.html", &["eevaarder"]);
    has("acties/index.html", &["p tafel", "Werkpakket"]);
    // Each level has a line of its own form in the drawing.
    let (_, map) = output().iter().find(|(p, _)| *p == "index.html").unwrap();
    let map = std::str::from_utf8(map).unwrap();
    for form in ["ig-draad", "ig-strengen", "ig-vlecht", "ig-koord", "ig-gescheiden"] {
        assert!(map.contains(form), "{form}");
    }
}

#[test]
fn kinds_without_records_have_no_pages() {
    for folder in ["producten/", "stappen/", "themas/", "data/producten", "data/themas"] {
        assert!(!output().iter().any(|(path, _)| path.starts_with(folder)), "{folder}");
    }
}

#[test]
fn its_open_data_are_made_and_whole() {
    let file = |path: &str| output().iter().find(|(p, _)| *p == path).map(|(_, b)| b.to_vec());
    for path in ["data/portaal.json", "data/portaal.jsonld", "data/relaties.graphml", "data/dcat.jsonld"] {
        assert!(file(path).is_some(), "{path}");
    }
    let json: serde_json::Value = serde_json::from_slice(&file("data/portaal.json").unwrap()).unwrap();
    let text = json.to_string();
    for id in ["havenraad", "een-organisatie", "brandwacht--reddingspost", "wachtgeld", "keuze-post"] {
        assert!(text.contains(&format!("\"{id}\"")), "{id}");
    }
    let graph = String::from_utf8(file("data/relaties.graphml").unwrap()).unwrap();
    let graph = roxmltree::Document::parse(&graph).unwrap();
    assert_eq!(graph.descendants().filter(|n| n.has_tag_name("edge")).count(), 9);
    let rows = csv::Reader::from_reader(file("data/organisaties.csv").unwrap().as_slice()).into_records().count();
    assert_eq!(rows, 5);
}

#[test]
fn every_link_leads_somewhere() {
    let links = Selector::parse("a[href], link[href], img[src], script[src]").unwrap();
    let mut wrong = Vec::new();
    for (path, html) in pages().filter(|(path, _)| *path != "404.html") {
        for element in html.select(&links) {
            let href = element.attr("href").or_else(|| element.attr("src")).unwrap_or_default();
            let target = href.split(['#', '?']).next().unwrap_or_default();
            if target.is_empty() || target.contains(':') {
                continue;
            }
            let mut at: Vec<&str> = path.split('/').collect();
            at.pop();
            for part in target.split('/') {
                match part {
                    ".." => drop(at.pop()),
                    "." | "" => {}
                    part => at.push(part),
                }
            }
            let mut target_path = at.join("/");
            if target.ends_with('/') || target_path.is_empty() {
                let slash = if target_path.is_empty() { "" } else { "/" };
                target_path = format!("{target_path}{slash}index.html");
            }
            if !output().has(&target_path) {
                wrong.push(format!("{path}: {href}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Pictures and decks are made apart from the rest; what a host is told of their kind counts too.
#[test]
fn a_host_is_told_the_type_of_every_file_that_is_made() {
    let made = built().1.output.as_ref().expect("the second site builds").iter().map(|(path, _)| path);
    for path in made.chain(["og.png", verbeeld::export::DECK]) {
        assert_ne!(verbeeld::hosts::content_type(path), "application/octet-stream", "{path}");
    }
}
