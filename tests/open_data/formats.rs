//! Standard readers take the files.

use super::support::{of_type, real, real_anew, small, small_with, triples};
use std::collections::{BTreeMap, BTreeSet};
use verbeeld::pipeline::Memo;

#[test]
fn json_ld_is_read_by_a_standard_library() {
    let site = real();
    let all = triples(site.text("data/portaal.jsonld"));
    let government = of_type(&all, "https://schema.org/GovernmentOrganization");
    let other = of_type(&all, "https://schema.org/Organization");
    let named = |set: &BTreeSet<&str>| set.iter().filter(|s| s.starts_with("<https://")).count();
    assert_eq!(named(&government) + named(&other), site.model.organisaties.len() + site.model.gremia.len());
    assert_eq!(government.len(), site.model.organisaties.iter().filter(|o| o.tooi.is_some()).count());
    for organisation in site.model.organisaties.iter().filter(|o| o.tooi.is_some()) {
        let same = format!("<{}>", organisation.tooi.as_deref().unwrap());
        assert!(all.iter().any(|(_, p, o)| p == "https://schema.org/sameAs" && *o == same), "{same}");
    }
    let terms = of_type(&all, "https://schema.org/DefinedTerm").len();
    assert_eq!(terms, site.model.begrippen.len() + site.model.niveaus.len());
    // Every name of ours that something points to is a thing in the file.
    let subjects: BTreeSet<&str> = all.iter().map(|(s, _, _)| s.as_str()).collect();
    for (_, predicate, object) in &all {
        if ["member", "memberOf", "inDefinedTermSet"].iter().any(|p| predicate.ends_with(&format!("/{p}"))) {
            assert!(subjects.contains(object.as_str()), "{predicate} leads to {object}, which is not in the file");
        }
    }
}

/// A proposal or a reading is no fact: it is not told as one.
#[test]
fn only_sure_memberships_are_stated() {
    let site = real();
    let all = triples(site.text("data/portaal.jsonld"));
    let stated = all.iter().filter(|(_, p, _)| p == "https://schema.org/memberOf").count();
    let mut sure = BTreeSet::new();
    let mut unsure = 0;
    for body in &site.model.gremia {
        for member in &body.lid {
            let Some(organisation) = &member.organisatie else { continue };
            let status = member.status.as_ref().or(body.status.as_ref()).unwrap().word();
            if matches!(status, "feit" | "besloten") {
                sure.insert((body.id.value.clone(), organisation.id.clone()));
            } else {
                unsure += 1;
            }
        }
    }
    assert_eq!(stated, sure.len());
    assert!(unsure > 0, "the real data have a membership that is not sure");
}

/// What stands in each page for machines is JSON-LD, and is about the same thing as the open data.
#[test]
fn every_page_has_structured_data() {
    let site = real();
    let mut about = 0;
    for (path, bytes) in site.output.iter().filter(|(p, _)| p.ends_with("index.html")) {
        let page = std::str::from_utf8(bytes).unwrap();
        let Some((_, rest)) = page.split_once("<script type=\"application/ld+json\">") else {
            assert!(page.contains("http-equiv=\"refresh\""), "{path} has no structured data");
            continue;
        };
        let data: serde_json::Value = serde_json::from_str(rest.split("</script>").next().unwrap()).unwrap();
        assert_eq!(data["@context"], "https://schema.org", "{path}");
        about += usize::from(data["mainEntity"].is_object());
    }
    let pages =
        site.model.organisaties.len() + site.model.gremia.len() + site.model.niveaus.len() + site.model.bronnen.len();
    assert_eq!(about, pages + 3, "these, and the pages of words, levels and open data");
}

#[test]
fn graphml_is_whole() {
    let site = real();
    let text = site.text("data/relaties.graphml");
    let document = roxmltree::Document::parse(text).unwrap();
    let root = document.root_element();
    let name = "http://graphml.graphdrawing.org/xmlns";
    assert_eq!((root.tag_name().namespace(), root.tag_name().name()), (Some(name), "graphml"));
    let children = |tag: &'static str| document.descendants().filter(move |n| n.has_tag_name((name, tag)));
    let keys: BTreeMap<&str, (&str, &str)> = children("key")
        .map(|k| (k.attribute("id").unwrap(), (k.attribute("for").unwrap(), k.attribute("attr.type").unwrap())))
        .collect();
    let nodes: BTreeSet<&str> = children("node").map(|n| n.attribute("id").unwrap()).collect();
    assert_eq!(nodes.len(), children("node").count(), "a node twice");
    assert_eq!(nodes.len(), site.model.gremia.len() + site.model.organisaties.len());
    let edges: BTreeSet<&str> = children("edge").map(|n| n.attribute("id").unwrap()).collect();
    assert_eq!(edges.len(), site.model.relaties.len());
    for edge in children("edge") {
        assert!(nodes.contains(edge.attribute("source").unwrap()) && nodes.contains(edge.attribute("target").unwrap()));
    }
    for data in children("data") {
        let (domain, kind) = keys[data.attribute("key").unwrap()];
        assert_eq!(data.parent().unwrap().tag_name().name(), domain);
        if kind == "int" {
            data.text().unwrap().parse::<i64>().unwrap();
        }
    }
    for relation in &site.model.relaties {
        let edge = children("edge").find(|e| e.attribute("id") == Some(&relation.id.value)).unwrap();
        let value = |key: &str| edge.children().find(|d| d.attribute("key") == Some(key)).and_then(|d| d.text());
        assert_eq!(value("edge-niveau"), relation.niveau.last().map(|s| s.niveau.id.as_str()));
        assert_eq!(value("edge-niveau_status"), relation.niveau.last().map(|s| s.status.word()));
        assert_eq!(value("edge-ambitie"), relation.ambitie.as_ref().map(|a| a.niveau.id.as_str()));
    }
}

#[test]
fn csv_is_rfc_4180_and_described() {
    let site = real();
    let described = site.json("data/csv-metadata.json");
    let tables = described["tables"].as_array().unwrap();
    let files: Vec<String> = site.data_files(".csv");
    let (spreadsheets, exact): (Vec<&String>, Vec<&String>) = files.iter().partition(|f| f.ends_with(".excel.csv"));
    assert_eq!(tables.len(), exact.len());
    for table in tables {
        let path = format!("data/{}", table["url"].as_str().unwrap());
        let text = site.text(&path);
        assert!(text.ends_with("\r\n") && !text.starts_with('\u{feff}'), "{path}");
        let columns = table["tableSchema"]["columns"].as_array().unwrap();
        let names: Vec<&str> = columns.iter().map(|c| c["name"].as_str().unwrap()).collect();
        assert_eq!(text.split("\r\n").next().unwrap().split(',').collect::<Vec<_>>(), names);
        for row in site.csv(&path) {
            for ((name, cell), column) in row.iter().zip(columns) {
                assert!(!cell.is_empty() || column["required"] == false, "{path}: {name} is required and empty");
            }
        }
    }
    for path in spreadsheets {
        let text = site.text(path).strip_prefix('\u{feff}').unwrap_or_else(|| panic!("{path} has no byte order mark"));
        let mut reader = csv::ReaderBuilder::new().delimiter(b';').flexible(false).from_reader(text.as_bytes());
        let rows = reader.records().map(Result::unwrap).count();
        assert_eq!(rows, site.csv(&path.replace(".excel.csv", ".csv")).len(), "{path}");
        assert!(!text.contains("[["), "{path} has markup");
    }
}

/// Same input, same bytes.
#[test]
fn two_builds_give_the_same_files() {
    let (one, other) = (real(), real_anew());
    for path in one.data_files("") {
        assert_eq!(one.output.get(&path), other.output.get(&path), "{path}");
    }
}

/// What is remembered between builds never shows: a text of the data that names a page follows the name of that page.
#[test]
fn remembered_files_are_never_stale() {
    let portal = "naam = \"Proef\"\nbasis_url = \"https://voorbeeld.nl/\"\n";
    let data = "[[laag]]\nid = \"l\"\nnaam = \"Laag\"\nvolgorde = 1\nomschrijving = \"Zie [[uitleg]].\"\n";
    let page = |title: &str| format!("+++\ntitel = \"{title}\"\n+++\nTekst.\n");
    let mut memo = Memo::default();
    for (title, order) in [("Eerst", 1), ("Eerst", 2), ("Daarna", 2)] {
        let data = data.replace("volgorde = 1", &format!("volgorde = {order}"));
        let page = page(title);
        let files = [("portal.toml", portal), ("data/l.toml", data.as_str()), ("content/uitleg.md", page.as_str())];
        let (remembered, clean) = (small_with(&files, &mut memo), small(&files));
        assert_eq!(remembered.output, clean.output);
        let record = &remembered.json("data/lagen.json")["lagen"][0];
        assert_eq!(record["omschrijving"], format!("Zie {title}."));
        assert_eq!(record["genoemd"]["omschrijving"], serde_json::json!(["uitleg"]));
        assert_eq!(record["volgorde"], order);
    }
}
