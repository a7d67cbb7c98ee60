//! The catalogue, held to the shapes of DCAT-AP-NL 3 and to the classes that DCAT-AP 3 asks of what it names.
//!
//! Written from the profiles' tables. `check.py` asks the same of a SHACL library, when it is given the published shapes.

use super::support::{Site, Triples, of_type, real, small, triples};
use std::collections::BTreeSet;

const DCT: &str = "http://purl.org/dc/terms/";
const DCAT: &str = "http://www.w3.org/ns/dcat#";
const FOAF: &str = "http://xmlns.com/foaf/0.1/";
const VCARD: &str = "http://www.w3.org/2006/vcard/ns#";

/// What a value must be.
enum Value {
    /// Words in a language.
    Words,
    /// A word without more, such as an identifier.
    Literal,
    /// A literal of one of these types.
    Typed(&'static [&'static str]),
    /// A thing with an address that is said to be of this class.
    Thing(&'static str),
    /// The same, which may be without an address.
    Part(&'static str),
}
use Value::{Literal, Part, Thing, Typed, Words};

const MANY: usize = usize::MAX;
const DAY: Value = Typed(&["date", "dateTime", "gYear", "gYearMonth"]);

/// One line of a profile: of a class the property, at least and at most how often, and what it holds.
struct Line(&'static str, &'static str, usize, usize, Value);

const PROFILE: &[Line] = &[
    Line("dcat:Catalog", "dct:title", 1, MANY, Words),
    Line("dcat:Catalog", "dct:description", 1, MANY, Words),
    Line("dcat:Catalog", "dct:publisher", 1, 1, Thing("foaf:Agent")),
    Line("dcat:Catalog", "dct:creator", 1, 1, Thing("foaf:Agent")),
    Line("dcat:Catalog", "dcat:contactPoint", 1, 1, Thing("vcard:Kind")),
    Line("dcat:Catalog", "dcat:dataset", 1, MANY, Thing("dcat:Dataset")),
    Line("dcat:Catalog", "foaf:homepage", 0, 1, Thing("foaf:Document")),
    Line("dcat:Catalog", "dct:language", 0, MANY, Thing("dct:LinguisticSystem")),
    Line("dcat:Catalog", "dct:modified", 0, 1, DAY),
    Line("dcat:Catalog", "dct:license", 0, 1, Thing("dct:LicenseDocument")),
    Line("dcat:Dataset", "dct:title", 1, MANY, Words),
    Line("dcat:Dataset", "dct:description", 1, MANY, Words),
    Line("dcat:Dataset", "dct:identifier", 1, 1, Literal),
    Line("dcat:Dataset", "dct:publisher", 1, 1, Thing("foaf:Agent")),
    Line("dcat:Dataset", "dct:creator", 1, 1, Thing("foaf:Agent")),
    Line("dcat:Dataset", "dcat:contactPoint", 1, 1, Thing("vcard:Kind")),
    Line("dcat:Dataset", "dcat:theme", 1, MANY, Thing("skos:Concept")),
    Line("dcat:Dataset", "dcat:keyword", 1, MANY, Words),
    Line("dcat:Dataset", "dct:accessRights", 1, 1, Thing("dct:RightsStatement")),
    Line("dcat:Dataset", "dcat:distribution", 1, MANY, Thing("dcat:Distribution")),
    Line("dcat:Dataset", "dcat:landingPage", 1, MANY, Thing("foaf:Document")),
    Line("dcat:Dataset", "foaf:page", 1, MANY, Thing("foaf:Document")),
    Line("dcat:Dataset", "dct:language", 1, MANY, Thing("dct:LinguisticSystem")),
    Line("dcat:Dataset", "dct:spatial", 0, MANY, Part("dct:Location")),
    Line("dcat:Dataset", "dct:temporal", 0, MANY, Part("dct:PeriodOfTime")),
    Line("dcat:Dataset", "dct:modified", 0, 1, DAY),
    Line("dcat:Dataset", "dct:isPartOf", 0, 1, Thing("dcat:Dataset")),
    Line("dcat:Distribution", "dct:title", 1, MANY, Words),
    Line("dcat:Distribution", "dct:license", 1, 1, Thing("dct:LicenseDocument")),
    Line("dcat:Distribution", "dcat:accessURL", 1, 1, Thing("rdfs:Resource")),
    Line("dcat:Distribution", "dcat:downloadURL", 1, 1, Thing("rdfs:Resource")),
    Line("dcat:Distribution", "dct:format", 1, 1, Thing("dct:MediaTypeOrExtent")),
    Line("dcat:Distribution", "dcat:mediaType", 1, 1, Thing("dct:MediaType")),
    Line("dcat:Distribution", "dcat:byteSize", 1, 1, Typed(&["nonNegativeInteger"])),
    Line("dcat:Distribution", "dct:language", 1, MANY, Thing("dct:LinguisticSystem")),
    Line("dcat:Distribution", "dct:modified", 0, 1, DAY),
    Line("foaf:Agent", "foaf:name", 1, MANY, Literal),
    Line("vcard:Kind", "vcard:fn", 1, 1, Literal),
    Line("dct:Location", "skos:prefLabel", 1, 1, Words),
    Line("skos:Concept", "skos:prefLabel", 1, MANY, Words),
    Line("dct:PeriodOfTime", "dcat:startDate", 1, 1, DAY),
];

/// Lists of which a value must come, by how its address begins.
const LISTS: &[(&str, &str)] = &[
    ("dct:language", "http://publications.europa.eu/resource/authority/language/"),
    ("dcat:theme", "http://publications.europa.eu/resource/authority/data-theme/"),
    ("dct:accessRights", "http://publications.europa.eu/resource/authority/access-right/"),
    ("dct:format", "http://publications.europa.eu/resource/authority/file-type/"),
    ("dcat:mediaType", "https://www.iana.org/assignments/media-types/"),
];

fn whole(name: &str) -> String {
    let (prefix, rest) = name.split_once(':').unwrap();
    let start = match prefix {
        "dct" => DCT,
        "dcat" => DCAT,
        "foaf" => FOAF,
        "vcard" => VCARD,
        "rdfs" => "http://www.w3.org/2000/01/rdf-schema#",
        "skos" => "http://www.w3.org/2004/02/skos/core#",
        other => panic!("{other}"),
    };
    format!("{start}{rest}")
}

/// All that the profile has against a catalogue.
fn wrong(text: &str) -> Vec<String> {
    let all = triples(text);
    let mut wrong = Vec::new();
    for Line(class, property, least, most, holds) in PROFILE {
        for subject in of_type(&all, &whole(class)) {
            let address = whole(property);
            let values: Vec<&str> = values(&all, subject, &address).collect();
            if values.len() < *least || values.len() > *most {
                wrong.push(format!("{subject}: {} times {property}", values.len()));
            }
            wrong.extend(values.iter().filter(|v| !fits(&all, v, holds)).map(|v| format!("{subject}: {property} {v}")));
            for (_, start) in LISTS.iter().filter(|(listed, _)| listed == property) {
                let other = values.iter().filter(|v| !v.starts_with(&format!("<{start}")));
                wrong.extend(other.map(|v| format!("{subject}: {property} {v} is of no list")));
            }
        }
    }
    // What the profile does not know, nobody reads: a slip of the pen.
    let known: BTreeSet<String> = PROFILE.iter().map(|Line(_, property, ..)| whole(property)).collect();
    let also =
        ["http://www.w3.org/1999/02/22-rdf-syntax-ns#type".to_owned(), whole("vcard:hasEmail"), whole("vcard:hasURL")];
    let strange = all.iter().filter(|(_, p, _)| !known.contains(p) && !also.contains(p));
    wrong.extend(strange.map(|(s, p, _)| format!("{s}: {p}?")));
    for contact in of_type(&all, &whole("vcard:Kind")) {
        let ways = [whole("vcard:hasEmail"), whole("vcard:hasURL")];
        if !ways.iter().any(|way| values(&all, contact, way).any(|v| v.starts_with('<'))) {
            wrong.push(format!("{contact} reaches nobody"));
        }
    }
    wrong
}

fn values<'t>(all: &'t Triples, subject: &'t str, property: &'t str) -> impl Iterator<Item = &'t str> {
    all.iter().filter(move |(s, p, _)| s == subject && p == property).map(|(_, _, o)| o.as_str())
}

fn fits(all: &Triples, value: &str, holds: &Value) -> bool {
    let is_a = |class: &str| of_type(all, &whole(class)).contains(value);
    match holds {
        Words => value.starts_with('"') && value.contains("\"@") && !value.starts_with("\"\""),
        Literal => value.starts_with('"') && !value.contains("\"^^") && !value.starts_with("\"\""),
        Typed(types) => types.iter().any(|t| value.ends_with(&format!("\"^^<http://www.w3.org/2001/XMLSchema#{t}>"))),
        Thing(class) => value.starts_with("<http") && is_a(class),
        Part(class) => is_a(class),
    }
}

const PORTAL: &str = "naam = \"Proef\"\nbasis_url = \"https://voorbeeld.nl/\"\nomschrijving = \"Over alles.\"\neigenaar = \"Redactie\"\nlicentie = \"https://voorbeeld.nl/licentie\"\n";
const DATA: &str = "[[laag]]\nid = \"l\"\nnaam = \"Laag\"\nvolgorde = 1\n";

/// Nobody has chosen a licence for the real portal, so none is told: that alone is against the profile, with every file.
#[test]
fn the_portal_lacks_a_licence_and_nothing_else() {
    let text = real().text("data/dcat.jsonld");
    let files = of_type(&triples(text), &whole("dcat:Distribution")).len();
    let wrong = wrong(text);
    assert!(wrong.iter().all(|line| line.ends_with("0 times dct:license")), "{wrong:#?}");
    assert_eq!(wrong.len(), files);
    assert!(files > 50, "{files}");
    let licensed = text.replace(
        "\"@type\": \"dcat:Distribution\",",
        "\"@type\": \"dcat:Distribution\", \"dct:license\": {\"@id\": \"https://voorbeeld.nl/l\", \"@type\": \"dct:LicenseDocument\"},",
    );
    assert_eq!(super::catalogue::wrong(&licensed), Vec::<String>::new());
    sizes_are_true(real());
}

/// Whatever a portal does or does not tell of itself.
#[test]
fn every_portal_with_a_licence_fits_the_profile() {
    let all = format!(
        "{PORTAL}taal = \"en\"\ncontact = \"mailto:redactie@voorbeeld.nl\"\ngebied = \"Kust\"\nsinds = 2025-03-01\nstand = 2026-11-23\n"
    );
    let bare = PORTAL.replace("omschrijving = \"Over alles.\"\neigenaar = \"Redactie\"\n", "");
    let quarter =
        format!("{PORTAL}contact = \"https://voorbeeld.nl/formulier\"\nsinds = \"2025-Q1\"\nstand = \"2026\"\n");
    for portal in [PORTAL, &bare, &all, &quarter] {
        let site = small(&[("portal.toml", portal), ("data/l.toml", DATA)]);
        assert_eq!(wrong(site.text("data/dcat.jsonld")), Vec::<String>::new(), "{portal}");
        sizes_are_true(&site);
    }
}

/// The test itself: whatever must be there is missed when it is not.
#[test]
fn what_is_taken_away_or_spoilt_is_told() {
    let portal = format!("{PORTAL}gebied = \"Kust\"\nsinds = \"2025\"\nstand = 2026-11-23\n");
    let site = small(&[("portal.toml", &portal), ("data/l.toml", DATA)]);
    let text = site.text("data/dcat.jsonld");
    for Line(class, property, least, ..) in PROFILE {
        let other = text.replace(&format!("\"{property}\""), "\"dct:relation\"");
        let told = wrong(&other);
        assert!(told.iter().any(|line| line.contains("relation")), "{property} is nowhere in the catalogue");
        if *least > 0 {
            assert!(
                told.iter().any(|line| line.contains(&format!("0 times {property}"))),
                "{class} without {property}"
            );
        }
    }
    for (old, new) in [
        ("\"@type\": \"dct:LicenseDocument\"", "\"@type\": \"dct:Standard\""),
        ("authority/language/", "authority/taal/"),
        ("xsd:gYear", "xsd:string"),
        ("\"vcard:hasURL\"", "\"vcard:url\""),
    ] {
        assert!(text.contains(old), "{old}");
        assert_ne!(wrong(&text.replace(old, new)), Vec::<String>::new(), "{new}");
    }
}

/// A file is as large as the catalogue says.
fn sizes_are_true(site: &Site) {
    let all = triples(site.text("data/dcat.jsonld"));
    for file in of_type(&all, &whole("dcat:Distribution")) {
        let object = |name: &str| values(&all, file, &whole(name)).next().unwrap().to_owned();
        let address = object("dcat:downloadURL");
        let path = address.trim_matches(['<', '>']).split_once("/data/").unwrap().1;
        let size = site.output.get(&format!("data/{path}")).unwrap().len();
        assert!(object("dcat:byteSize").starts_with(&format!("\"{size}\"^^")), "{path}: {size}");
    }
}
