//! "Wat is er veranderd" is made from what has a date, whatever its kind.

use super::support::small;

const PORTAL: &str = "naam = \"Proef\"\nbasis_url = \"https://voorbeeld.nl/\"\nstand = 2025-06-01\n";

const DATA: &str = r#"
[[laag]]
id = "l"
naam = "Laag"
volgorde = 1
[[niveau]]
id = "licht"
naam = "Licht"
betekenis = "Los"
vorm = "draad"
rang = 1
status = "feit"
bron = ["b"]
[[niveau]]
id = "hecht"
naam = "Hecht"
betekenis = "Vast"
vorm = "vlecht"
rang = 2
status = "feit"
bron = ["b"]
[[gremium]]
id = "raad"
naam = "Raad"
laag = "l"
omschrijving = "Beslist."
besluit = true
status = "feit"
bron = ["b"]
[[gremium]]
id = "groep"
naam = "Groep"
laag = "l"
omschrijving = "Bereidt voor."
besluit = false
status = "feit"
bron = ["b"]
[[relatie]]
id = "raad--groep"
van = "groep"
naar = "raad"
soort = "voorbereiding"
onderwerp = "Stukken"
status = "feit"
bron = ["b"]
[[relatie.niveau]]
niveau = "licht"
vanaf = "2023-Q2"
status = "duiding"
bron = ["b"]
[[relatie.niveau]]
niveau = "hecht"
vanaf = 2024-09-01
besluit_van = "raad"
status = "besloten"
bron = ["b"]
[[spoor]]
id = "s"
naam = "Spoor"
nummer = 1
omschrijving = "Weg."
[[opgave]]
id = "o"
naam = "Opgave"
nummer = 1
spoor = "s"
doel = "Doen."
status = "feit"
bron = ["b"]
[[actie]]
id = "a"
naam = "Iets *doen*"
opgave = "o"
van = "2024-Q1"
tot = "2024-Q2"
gerealiseerd = "2024-Q3"
status = "feit"
bron = ["b"]
[[actie]]
id = "later"
naam = "Nog niet klaar"
opgave = "o"
tot = "2024-Q4"
status = "voorstel"
bron = ["b"]
[[mijlpaal]]
id = "m-later"
naam = "Wat komt"
wanneer = "2026"
soort = "mijlpaal"
status = "voorstel"
bron = ["b"]
[[mijlpaal]]
id = "m-nu"
naam = "Wat dit jaar moet"
wanneer = "2025"
soort = "mijlpaal"
status = "voorstel"
bron = ["b"]
[[mijlpaal]]
id = "m-eerder"
naam = "Wat was aangekondigd"
wanneer = "2024"
soort = "mijlpaal"
status = "voorstel"
bron = ["b"]
[[bron]]
id = "b"
naam = "Bron"
"#;

#[test]
fn everything_with_a_date_by_year_newest_first() {
    let data =
        DATA.replace("omschrijving = \"Weg.\"\n", "omschrijving = \"Weg.\"\nstatus = \"feit\"\nbron = [\"b\"]\n");
    let site = small(&[("portal.toml", PORTAL), ("data/alles.toml", &data)]);
    let page = site.text("mijlpalen/index.html");
    let order = [
        "id=\"jaar-2024\"",
        "id=\"a.klaar\"",
        "id=\"raad--groep.2\"",
        "id=\"jaar-2023\"",
        "id=\"raad--groep.1\"",
        // What was only announced stands apart, so that nobody takes it for what happened.
        "id=\"aangekondigd-2026\"",
        "id=\"m-later\"",
        "id=\"aangekondigd-2025\"",
        "id=\"m-nu\"",
        "id=\"aangekondigd-2024\"",
        "id=\"m-eerder\"",
    ];
    let mut rest = page;
    for wanted in order {
        rest = rest.split_once(wanted).unwrap_or_else(|| panic!("{wanted} is not there, or not in its place")).1;
    }
    assert!(!page.contains("id=\"later.klaar\""), "what is not done is no change");
}

#[test]
fn planned_and_done_can_be_told_apart() {
    let data =
        DATA.replace("omschrijving = \"Weg.\"\n", "omschrijving = \"Weg.\"\nstatus = \"feit\"\nbron = [\"b\"]\n");
    let site = small(&[("portal.toml", PORTAL), ("data/alles.toml", &data)]);
    let page = site.text("mijlpalen/index.html");
    let entry = |id: &str| {
        let from = page.split_once(&format!("id=\"{id}\"")).unwrap().1;
        from.split("</li>").next().unwrap()
    };
    assert!(entry("m-later").contains("Nog niet. Het is aangekondigd."));
    assert!(entry("m-nu").contains("De tijd ervoor is nog niet om."));
    assert!(entry("m-eerder").contains("Of het zo is gegaan, weten wij niet."));
    assert!(entry("raad--groep.2").contains("Ja, dit is besloten."));
    assert!(entry("raad--groep.2").contains("Besloten door"));
    assert!(entry("raad--groep.1").contains("duiding"));
    let done = entry("a.klaar");
    assert!(done.contains("eerste tot en met tweede kwartaal van 2024"), "{done}");
    assert!(done.contains("derde kwartaal van 2024"), "{done}");
    assert!(page.contains("1 juni 2025"), "the page tells as of when it holds");
}
