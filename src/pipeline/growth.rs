//! What a build does grows with the records, not with their square: twice as many records of a kind, twice as much work.
//!
//! Work is counted, not timed: every record that is gone past or taken apart. What is linear then grows by exactly twice as
//! much when its step is twice as large.

use super::{Memo, Options, build};
use crate::model::{Entity, Model, kinds, visits};
use crate::source::{Role, SourceFile, Sources};
use std::fmt::Write;

/// Of what is linear this is 2; of what is quadratic 4.
const MOST: f64 = 2.1;

/// Of these there is a handful, and every drawing or every participant's page shows all of them.
const HANDFUL: &[&str] = &["laag", "niveau", "bijdrage", "plek"];

/// The work of a build with so many records of each kind.
fn work(count: impl Fn(&str) -> usize) -> u64 {
    let file = |name: &str, role, text: &str| SourceFile {
        path: name.to_owned(),
        name: name.to_owned(),
        role,
        bytes: text.as_bytes().into(),
        hashed: Default::default(),
        disk: None,
    };
    let sources = Sources::new(vec![
        file("portal.toml", Role::Config, "naam = \"Proef\"\nbasis_url = \"https://voorbeeld.nl/\"\n"),
        file("index.md", Role::Page, "+++\ntitel = \"Start\"\n+++\n"),
        file("alles.toml", Role::Data, &data(count)),
    ]);
    // On one thread, so that all is counted.
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    let (built, work) = pool.install(|| {
        visits::take();
        (build(&sources, Options::default(), &mut Memo::default()), visits::take())
    });
    let unread = built.problems.iter().find(|p| p.code.starts_with("DATA"));
    assert!(unread.is_none(), "{unread:?}");
    work
}

/// How much faster the work grows from `n` to `2n` to `4n`.
fn growth(count: impl Fn(&str, usize) -> usize) -> f64 {
    let [once, twice, four] = [10, 20, 40].map(|n| work(|kind| count(kind, n)) as f64);
    (four - twice) / (twice - once)
}

/// Records of all kinds, each naming a few others.
fn data(count: impl Fn(&str) -> usize) -> String {
    let mut text = String::new();
    for kind in Model::KINDS {
        let of = |kind: &str, i: usize| format!("\"{kind}-{}\"", i % count(kind).max(1));
        for i in 0..count(kind.name) {
            let keys = match kind.name {
                "laag" => format!("naam = 'Laag {i}'\nvolgorde = {i}"),
                "niveau" => format!("naam = 'Niveau {i}'\nbetekenis = 'Zo hecht als {i}.'\nrang = {}", i + 1),
                "gremium" => format!(
                    "naam = 'Overleg {i}'\nlaag = {}\nomschrijving = 'Over {i}.'\nbesluit = true\nlid = [{{ organisatie = {} }}]",
                    of("laag", i),
                    of("organisatie", i)
                ),
                "organisatie" => format!(
                    "naam = 'Gemeente {i}'\nsoort = 'soort {i}'\ndeelname = 'deelnemer'\nlaag = {}\ntegel = {{ rij = {i}, kolom = 1.0 }}\nburen = [{}]",
                    of("laag", i),
                    of("organisatie", i + 1)
                ),
                "rol" => format!("naam = 'Functie {i}'\ngremium = {}", of("gremium", i)),
                "relatie" => format!(
                    "van = {}\nnaar = {}\nsoort = 'afstemming'\nonderwerp = 'Zaak {i}.'\nniveau = [{{ niveau = {}, status = 'feit' }}]",
                    of("gremium", i),
                    of("organisatie", i + 1),
                    of("niveau", i)
                ),
                "spoor" => format!("naam = 'Spoor {i}'\nnummer = {i}\nomschrijving = 'Lijn {i}.'"),
                "opgave" => format!(
                    "naam = 'Opgave {i}'\nnummer = {i}\nspoor = {}\ndoel = 'Doel {i}.'\neigenaar = {}",
                    of("spoor", i),
                    of("gremium", i)
                ),
                "actie" => format!(
                    "naam = 'Actie {i}'\nopgave = {}\nwie = [{}]\ntot = 2026-03-0{}",
                    of("opgave", i),
                    of("gremium", i),
                    i % 9 + 1
                ),
                "keuze" => {
                    format!("vraag = 'Kiezen {i}?'\nopgave = {}\nwie = {}", of("opgave", i), of("gremium", i))
                }
                "product" => format!(
                    "naam = 'Product {i}'\nlus = 'beide'\nomschrijving = 'Stuk {i}.'\nin_de_lead = {}\nstap = {}",
                    of("organisatie", i),
                    of("stap", i)
                ),
                "stap" => format!("naam = 'Stap {i}'\nlus = 'beide'\nvolgorde = {i}"),
                "besluitstap" => format!("naam = 'Gang {i}'\nvolgorde = {i}\nomschrijving = 'Zo gaat {i}.'"),
                "bijdrage" => {
                    format!("naam = 'Bijdrage {i}'\nsoort = 'geld'\nomschrijving = 'Geld {i}.'\neuro = 1000.0")
                }
                "thema" => format!("naam = 'Thema {i}'\nomschrijving = 'Over {i}.'"),
                "mijlpaal" => format!(
                    "naam = 'Mijlpaal {i}'\nwanneer = 2026-01-0{}\nsoort = 'mijlpaal'\nraakt = [{}]",
                    i % 9 + 1,
                    of("opgave", i)
                ),
                "route" => format!("vraag = 'Waarheen {i}?'\nnaar = {}\nantwoord = 'Hierheen.'", of("gremium", i)),
                "vraag" => {
                    format!("vraag = 'Hoe {i}?'\nantwoord = 'Zo {i}, zie [[thema-{}]].'", i % count("thema").max(1))
                }
                "plek" => format!(
                    "naam = 'Plek {i}'\nkop = 'U zit bij {{organisatie}}.'\ndeelname = ['deelnemer']\ngremia = [{}]\nmijlpalen = [{}]",
                    of("gremium", i),
                    of("mijlpaal", i)
                ),
                "besluit" => format!(
                    "naam = 'Besluit {i}'\ndatum = 2026-01-0{}\ndoor = {}\nomschrijving = 'Zo is besloten, {i}.'\nbijeenkomst = {}\nkeuze = {}\nraakt = [{}]",
                    i % 9 + 1,
                    of("gremium", i),
                    of("bijeenkomst", i),
                    of("keuze", i),
                    of("opgave", i)
                ),
                "bijeenkomst" => format!(
                    "naam = 'Bijeenkomst {i}'\ngremium = {}\ndatum = 2026-01-0{}\nagenda = ['Punt {i}']",
                    of("gremium", i),
                    i % 9 + 1
                ),
                "contact" => {
                    format!("naam = 'Secretariaat {i}'\nwie = {}\ntelefoon = '053 000 00 {i}'", of("gremium", i))
                }
                "begrip" => format!("naam = 'Begrip{i}'\nbetekenis = 'Betekent {i}.'\nzie = [{}]", of("thema", i)),
                "cijfer" => format!("naam = 'Cijfer {i}'\nwaarde = {i}.0\neenheid = 'stuks'"),
                "bron" => format!("naam = 'Bron {i}'\nsectie = [{{ id = 'deel', naam = 'Deel' }}]"),
                other => panic!("a new kind: {other}"),
            };
            let cited = if kind.name == "bron" { String::new() } else { format!("bron = [{}]", of("bron", i)) };
            let _ = writeln!(
                text,
                "[[{}]]\nid = '{}-{i}'\nstatus = '{}'\n{cited}\n{keys}\n",
                kind.name,
                kind.name,
                status(kind.name)
            );
        }
    }
    text
}

fn status(kind: &str) -> &'static str {
    if kind == <kinds::Keuze as Entity>::KIND.name { "open" } else { "feit" }
}

#[test]
fn twice_as_many_records_of_a_kind_are_twice_as_much_work() {
    let kinds = Model::KINDS.iter().map(|kind| kind.name).filter(|kind| !HANDFUL.contains(kind));
    let grown = kinds.map(|kind| (kind, growth(|other, n| if other == kind { n } else { 4 })));
    let faster: Vec<_> = grown.filter(|(_, growth)| *growth > MOST).collect();
    assert!(faster.is_empty(), "{faster:.2?}");
}

#[test]
fn twice_as_many_of_all_kinds_are_twice_as_much_work() {
    let growth = growth(|kind, n| if HANDFUL.contains(&kind) { 4 } else { n });
    assert!(growth <= MOST, "{growth:.2}");
}
