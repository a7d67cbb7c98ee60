//! What a public site still lacks, told by `check --livegang`; and what every page tells of time.
use crate::support::project::Place;
use std::path::Path;
use verbeeld::output::Output;
use verbeeld::pipeline::{Memo, Options, build, site};
use verbeeld::site::going_live::lacks;
use verbeeld::source::{Project, Sources, read};

fn portal() -> Sources {
    read(&Project::find(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap()).unwrap()
}

fn lacking(sources: &Sources) -> Vec<String> {
    let options = Options { today: Some("2026-11-26".parse().unwrap()), ..Options::default() };
    lacks(&site(sources, options), sources, options.today)
        .into_iter()
        .map(|lack| format!("{} {}", lack.what, lack.place))
        .collect()
}

#[test]
fn the_portal_lacks_what_its_owner_must_still_give() {
    let lacks = lacking(&portal());
    let about = ["basis_url", "over/contact.md", "licentie", "privacy =", "toegankelijkheid =", "meldpunt"];
    for words in about {
        assert!(lacks.iter().any(|lack| lack.contains(words)), "{words}: {lacks:#?}");
    }
    assert_eq!(lacks.len(), about.len(), "{lacks:#?}");
}

#[test]
fn a_bare_site_lacks_all_and_a_full_one_nothing() {
    let place = Place::new();
    place.write("site/portal.toml", b"naam = \"P\"\nbasis_url = \"http://localhost/\"\n");
    place.write("site/content/index.md", b"+++\ntitel = \"Start\"\n+++\n\nWelkom.\n");
    assert_eq!(lacking(&place.sources()).len(), 13, "{:#?}", lacking(&place.sources()));
    let full = "naam = \"P\"\nomschrijving = \"Over alles.\"\nbasis_url = \"https://www.voorbeeld.nl/\"\neigenaar = \"Redactie\"\ncontact = \"over/contact/\"\nlicentie = \"https://creativecommons.org/publicdomain/zero/1.0/\"\nprivacy = \"Gemeente A\"\ntoegankelijkheid = \"https://www.toegankelijkheidsverklaring.nl/register/1\"\nstand = 2026-11-23\nbeschrijft = \"het plan van 2025\"\nsinds = \"2025\"\ngebied = \"Kust\"\n[beveiliging]\nmeldpunt = \"mailto:veilig@voorbeeld.nl\"\nverloopt = 2027-11-01\n";
    place.write("site/portal.toml", full.as_bytes());
    place.write(
        "site/content/over/contact.md",
        b"+++\ntitel = \"Contact\"\n+++\n\nMail [de redactie](mailto:redactie@voorbeeld.nl).\n",
    );
    place.write("site/content/over/privacy.md", b"+++\ntitel = \"Privacy\"\n+++\n\nNiets.\n");
    place.write("site/content/over/toegankelijkheid.md", b"+++\ntitel = \"Toegankelijkheid\"\n+++\n\nVoor iedereen.\n");
    assert_eq!(lacking(&place.sources()), Vec::<String>::new());
    // What was given is shown.
    let output = build(&place.sources(), Options::default(), &mut Memo::default()).output.unwrap();
    let page = String::from_utf8(output.get("over/privacy/index.html").unwrap().to_vec()).unwrap();
    assert!(page.contains("Gemeente A") && page.contains("toegankelijkheidsverklaring.nl/register/1"), "{page}");
}

/// The pages that tell something themselves, each of which must hold the nine fields of OWMS's core.
fn described(output: &Output) -> Vec<(&str, &str)> {
    let fields = [
        "DCTERMS.identifier",
        "DCTERMS.title",
        "DCTERMS.language",
        "DCTERMS.type",
        "DCTERMS.creator",
        "DCTERMS.modified",
        "DCTERMS.spatial",
        "DCTERMS.temporal",
        "OVERHEID.authority",
    ];
    let pages = output.iter().filter(|(path, _)| path.ends_with(".html"));
    let pages = pages.map(|(path, bytes)| (path, std::str::from_utf8(bytes).unwrap()));
    let pages: Vec<_> = pages.filter(|(_, html)| !html.contains("http-equiv=\"refresh\"")).collect();
    for (path, html) in &pages {
        for field in fields {
            let start = format!("<meta name=\"{field}\" content=\"");
            let value = html.split_once(&start).and_then(|(_, rest)| rest.split_once('"')).map(|(value, _)| value);
            assert!(value.is_some_and(|value| !value.trim().is_empty()), "{path} has no {field}");
        }
    }
    pages
}

/// In other collaborations, and in another language.
#[test]
fn every_page_of_others_has_the_nine_fields() {
    for site in ["second", "english"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(site);
        let sources = read(&Project::find(&folder).unwrap()).unwrap();
        let output = build(&sources, Options::default(), &mut Memo::default()).output.unwrap();
        assert!(described(&output).len() > 50);
    }
}

/// OWMS: nine fields on every page, of which one tells the period; and a reader sees of when the content is.
#[test]
fn every_page_tells_of_when_it_is() {
    let sources = portal();
    let output = build(&sources, Options::default(), &mut Memo::default()).output.unwrap();
    let pages = described(&output);
    for (path, html) in &pages {
        assert!(html.contains("Beschrijft het uitvoeringsplan van 2023") && html.contains("Nagelopen op"), "{path}");
    }
    assert!(pages.len() > 100, "{}", pages.len());
    let page = std::str::from_utf8(output.get("gremia/pho-vth/index.html").unwrap()).unwrap();
    assert!(page.contains("datetime=\"2027-11-01\" data-herzien="), "the review date for the reader's clock");
}

/// Who is sent somewhere is told how sure that is and in a plan of when it stands: step by step, in the table and its rows, in every
/// drawing and slide, on the sheet of a place, and on the page of where it leads.
#[test]
fn every_route_tells_how_sure_it_is_and_of_when() {
    let sources = portal();
    let known = site(&sources, Options::default());
    let output = build(&sources, Options::default(), &mut Memo::default()).output.unwrap();
    let text = |path: &str| String::from_utf8(output.get(path).unwrap().to_vec()).unwrap();
    let made = |path: &str| {
        let recipe = output.recipes().find(|(known, _)| *known == path).unwrap_or_else(|| panic!("no {path}")).1;
        recipe.bytes(|| None).unwrap().to_vec()
    };
    let routes = known.model.routes.iter();
    let unsure = routes.clone().filter(|route| route.status.as_ref().is_some_and(|status| status.word() == "voorstel"));
    assert!(unsure.clone().count() > 5);
    let page = text("routes/index.html");
    let steps: Vec<&str> = page.split("class=\"infographic-standing\"").skip(1).collect();
    assert_eq!(steps.len(), routes.clone().count(), "a line for each step");
    assert!(steps.iter().all(|step| step.contains(", volgens: Uitvoeringsplan 2023")), "{steps:#?}");
    let rows = String::from_utf8(made("routes/wegwijzer.csv")).unwrap();
    assert_eq!(rows.matches("volgens: Uitvoeringsplan 2023").count(), routes.clone().count(), "{rows}");
    // Lines of a drawing are broken anywhere.
    let words = |svg: &str| scraper::Html::parse_fragment(svg).root_element().text().collect::<Vec<_>>().join(" ");
    let sheet = words(&String::from_utf8(made("routes/wegwijzer.svg")).unwrap());
    let slides: String = output
        .recipes()
        .filter(|(path, _)| path.starts_with("routes/wegwijzer-dia") && path.ends_with(".svg"))
        .map(|(path, _)| words(&String::from_utf8(made(path)).unwrap()))
        .collect();
    let count = unsure.clone().count();
    for (what, said) in [("the sheet", &sheet), ("the slides", &slides)] {
        assert_eq!(said.matches("(voorstel)").count(), count, "{what}: {said}");
        assert!(said.contains("Uitvoeringsplan 2023"), "{what}: {said}");
    }
    let deck = crate::export::unpacked(&made("routes/wegwijzer.pptx")).into_values().collect::<String>();
    assert!(deck.contains("voorstel") && deck.contains("Uitvoeringsplan 2023"));
    for route in unsure {
        for (path, bytes) in
            output.iter().filter(|(path, _)| path.ends_with("index.html") && *path != "routes/index.html")
        {
            let html = std::str::from_utf8(bytes).unwrap();
            let place =
                html.split_once("class=\"place-contacts\"").map(|(_, rest)| rest.split("</section>").next().unwrap());
            let told = html.split_once("Met welke vraag gaat u hierheen?");
            let told = told.map(|(_, rest)| rest.split("</ul>").next().unwrap());
            for part in [place, told].into_iter().flatten().filter(|part| part.contains(route.vraag.as_str())) {
                let rest = part.split_once(route.vraag.as_str()).unwrap().1;
                let own = rest.split("</li>").next().unwrap().split("</dd>").next().unwrap();
                assert!(own.to_lowercase().contains("voorstel"), "{path}: {own}");
            }
        }
    }
}

/// The source is silent on much; that is no news of the world. The site says what the source says, and that more is not known.
#[test]
fn nothing_is_said_not_to_have_been_decided() {
    let output = build(&portal(), Options::default(), &mut Memo::default()).output.unwrap();
    let claims = [
        "nog niet besloten",
        "nog niet over besloten",
        "nog niet bepaald",
        "nog niet gekozen",
        "nog niet vastgesteld",
        "nog geen besluit",
        "nog geen keuze",
        "niet over besloten",
        "moet nog worden besloten",
        "moet nog worden gekozen",
        "moet nog een keuze",
        "nog te kiezen",
        "nog te bepalen",
        "nog niet gebeurd",
        "is nog open",
        "nog in te vullen",
        "moet nog blijken",
        "moet nog worden",
        "nog geen niveau",
    ];
    let drawn = output.recipes().filter(|(path, _)| path.ends_with(".svg") || path.ends_with(".csv"));
    let made: Vec<(String, Vec<u8>)> =
        drawn.map(|(path, recipe)| (path.to_owned(), recipe.bytes(|| None).unwrap().to_vec())).collect();
    let ready = output.iter().map(|(path, bytes)| (path.to_owned(), bytes.to_vec()));
    let mut wrong = Vec::new();
    for (path, bytes) in ready.chain(made) {
        let Ok(text) = String::from_utf8(bytes) else { continue };
        let small = text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        for claim in claims {
            if let Some(at) = small.find(claim) {
                let start = small[..at].char_indices().rev().nth(60).map_or(0, |(i, _)| i);
                wrong.push(format!("{path}: …{}", &small[start..at + claim.len()]));
            }
        }
    }
    assert!(wrong.is_empty(), "{} places:\n{}", wrong.len(), wrong.join("\n"));
}
