//! The index for search: made from the real site, and from one that is large.
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::OnceLock;
use verbeeld::output::Output;
use verbeeld::pipeline::{Memo, Options, build};
use verbeeld::search::{FOLDER, stem};
use verbeeld::source::{Project, Role, SourceFile, Sources, embedded_themes, read};

/// An index as the browser reads it.
struct Index {
    terms: BTreeMap<String, Vec<u64>>,
    /// Title and address.
    entries: Vec<(String, String)>,
    /// What is asked of records, by number.
    asking: Vec<String>,
    /// What an empty answer says.
    not_told: String,
    /// What each record answers of that, by address.
    answers: BTreeMap<String, BTreeMap<u64, String>>,
    sizes: Vec<(String, usize)>,
}

impl Index {
    fn of(output: &Output) -> Self {
        let json = |name: &str| -> Value {
            let bytes = output.get(&format!("{FOLDER}{name}")).unwrap_or_else(|| panic!("{name} is not there"));
            serde_json::from_slice(bytes).unwrap()
        };
        let contents = json("index.json");
        let mut index = Self {
            terms: BTreeMap::new(),
            entries: Vec::new(),
            asking: serde_json::from_value(contents["asking"].clone()).unwrap(),
            not_told: contents["not_told"].as_str().unwrap().to_owned(),
            answers: BTreeMap::new(),
            sizes: Vec::new(),
        };
        let mut before = String::new();
        for shard in contents["words"].as_array().unwrap() {
            let (first, name) = (shard[0].as_str().unwrap(), shard[1].as_str().unwrap());
            for (term, postings) in json(name).as_object().unwrap() {
                assert!(*term > before, "{term} stands after {before}");
                before.clone_from(term);
                assert!(term.as_str() >= first);
                let numbers = postings.as_array().unwrap().iter().map(|n| n.as_u64().unwrap()).collect();
                index.terms.insert(term.clone(), numbers);
            }
        }
        for shard in contents["entries"].as_array().unwrap() {
            assert_eq!(shard[0].as_u64().unwrap() as usize, index.entries.len());
            for row in json(shard[1].as_str().unwrap()).as_array().unwrap() {
                index.entries.push((row[0].as_str().unwrap().into(), row[1].as_str().unwrap().into()));
                let answers: Vec<(u64, String)> = serde_json::from_value(row[7].clone()).unwrap();
                if !answers.is_empty() {
                    index.answers.insert(row[1].as_str().unwrap().into(), answers.into_iter().collect());
                }
            }
        }
        assert_eq!(contents["kind"].as_str().unwrap().len(), index.entries.len());
        let files = output.iter().filter_map(|(path, bytes)| Some((path.strip_prefix(FOLDER)?, bytes.len())));
        index.sizes = files.map(|(name, size)| (name.to_owned(), size)).collect();
        index
    }

    /// Addresses and weights for a word, the heaviest first.
    fn find(&self, word: &str) -> Vec<(&str, u64)> {
        let numbers = self.terms.get(&stem(word)).map(Vec::as_slice).unwrap_or_default();
        let mut at = 0;
        let mut found: Vec<(&str, u64)> = numbers
            .chunks(2)
            .map(|pair| {
                at += pair[0] as usize;
                (self.entries[at].1.as_str(), pair[1])
            })
            .collect();
        found.sort_by_key(|(_, weight)| std::cmp::Reverse(*weight));
        found
    }

    /// What the record at an address answers to a wording.
    fn answer(&self, url: &str, wording: &str) -> &str {
        let way = self.asking.iter().position(|asked| asked.split("; ").any(|own| own == wording));
        let way = way.unwrap_or_else(|| panic!("nobody asks “{wording}”")) as u64;
        match self.answers.get(url).and_then(|answers| answers.get(&way)).map(String::as_str) {
            Some("") => &self.not_told,
            answer => answer.unwrap_or_default(),
        }
    }

    fn weight(&self, word: &str, url: &str) -> u64 {
        self.find(word).into_iter().find(|(u, _)| *u == url).map_or(0, |(_, weight)| weight)
    }
}

fn made(sources: &Sources) -> Output {
    let built = build(sources, Options::default(), &mut Memo::default());
    assert_eq!(built.errors(), 0, "{:?}", built.problems.first());
    built.output.unwrap()
}

fn real() -> &'static Index {
    static REAL: OnceLock<Index> = OnceLock::new();
    REAL.get_or_init(|| {
        let sources = read(&Project::find(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap()).unwrap();
        Index::of(&made(&sources))
    })
}

#[test]
fn stems_are_those_of_the_list() {
    let list = include_str!("search/stammen.txt");
    let wrong: Vec<String> = list
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once(' '))
        .filter(|(word, wanted)| stem(word) != *wanted)
        .map(|(word, wanted)| format!("{word}: {} instead of {wanted}", stem(word)))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn names_abbreviations_and_other_names_lead_to_the_record() {
    for (word, url) in [
        ("pho", "gremia/pho-vth/"),
        ("portefeuillehoudersoverleg", "gremia/pho-vth/"),
        ("odt", "organisaties/odt/"),
        ("verloofd", "niveaus/verloofd/"),
        ("jaarverslagen", "producten/product-jaarverslag/"),
        ("borne", "organisaties/borne/"),
        ("kerngroepen", "gremia/vth-kerngroep/"),
    ] {
        let found = real().find(word);
        assert_eq!(found.first().map(|(u, _)| *u), Some(url), "{word}: {found:?}");
    }
}

#[test]
fn a_part_of_a_compound_finds_it_but_less() {
    let index = real();
    let (part, whole) =
        (index.weight("groep", "gremia/vth-kerngroep/"), index.weight("kerngroep", "gremia/vth-kerngroep/"));
    assert!(0 < part && part < whole, "{part} and {whole}");
    assert!(index.weight("cyclus", "zo-werken-we-samen/beleidscyclus/") > 0);
}

#[test]
fn an_old_term_leads_to_the_new_one() {
    let index = real();
    assert!(index.weight("wabo", "begrippen/#omgevingswet") > index.weight("wabo", "begrippen/#wabo"));
    assert!(index.weight("wabo", "begrippen/#wabo") > 0, "the old one is still explained");
}

#[test]
fn every_entry_stands_in_the_site_once() {
    // A question leads to where its answer stands, so an address may stand under several titles.
    let mut entries: Vec<(&str, &str)> =
        real().entries.iter().map(|(title, url)| (url.as_str(), title.as_str())).collect();
    assert!(entries.len() > 250, "{} entries", entries.len());
    assert!(!entries.iter().any(|(url, _)| url.starts_with("404")));
    entries.sort_unstable();
    let all = entries.len();
    entries.dedup();
    assert_eq!(entries.len(), all, "an entry stands twice");
}

#[test]
fn nothing_is_made_before_it_is_asked_for() {
    let sources = read(&Project::find(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap()).unwrap();
    let output = made(&sources);
    assert!(output.ready().all(|(path, _)| !path.starts_with(FOLDER)));
    assert!(output.get("bestanden/zoek/index.json").is_some());
    assert!(output.iter().any(|(path, _)| path == "bestanden/zoek/index.json"), "a published site has it");
}

#[test]
fn a_large_site_has_an_index_in_small_files() {
    let config = "naam = \"Groot\"\nbasis_url = \"https://groot.example/\"\nthema = \"weefsel\"\n";
    let mut files = vec![file("portal.toml", Role::Config, config.as_bytes())];
    for i in 0..3000_u32 {
        // Words that are made up, many of them rare.
        let word = |n: u32| -> String {
            let syllables = ["ba", "der", "gon", "lim", "pur", "sta", "vek", "zor"];
            (0..4).map(|k| syllables[(n.wrapping_mul(2_654_435_761) >> (7 * k)) as usize % 8]).collect()
        };
        let text: String = (0..60).map(|k| format!("{} ", word(i * 60 + k))).collect();
        let page = format!("+++\ntitel = \"Stuk {} nummer {i}\"\n+++\n\nHet overleg. {text}\n", word(i));
        files.push(file(&format!("stukken/stuk-{i}.md"), Role::Page, page.as_bytes()));
    }
    let mut folders = vec![embedded_themes().get_dir("weefsel").unwrap()];
    while let Some(folder) = folders.pop() {
        folders.extend(folder.dirs());
        for one in folder.files() {
            let name = one.path().strip_prefix("weefsel").unwrap().to_string_lossy().replace('\\', "/");
            files.push(file(&name, Role::Theme(1), one.contents()));
        }
    }
    let index = Index::of(&made(&Sources::new(files)));
    assert!(index.entries.len() >= 3000);
    for (name, size) in &index.sizes {
        let most = if name == "index.json" { 30_000 } else { 100_000 };
        assert!(*size < most, "{name} has {size} bytes");
    }
    assert_eq!(index.find("overleg").len(), 1500, "of a word that is everywhere only the strongest are kept");
}

fn file(name: &str, role: Role, bytes: &[u8]) -> SourceFile {
    SourceFile {
        path: name.to_owned(),
        name: name.to_owned(),
        role,
        bytes: bytes.into(),
        hashed: Default::default(),
        disk: None,
    }
}

#[test]
fn a_record_answers_what_is_asked_of_it() {
    let index = real();
    let unsaid = "Dat staat niet in onze bron, voor zover wij weten.";
    for (url, wording, answer) in [
        ("gremia/vth-kerngroep/", "Wie zit * voor?", "Voorzitter van de VTH-kerngroep (voorstel)"),
        ("gremia/werkgroep-financials/", "Wie zit * voor?", unsaid),
        ("gremia/pho-vth/", "Hoe vaak vergadert *?", unsaid),
        ("gremia/begeleidingsgroep/", "Mag * besluiten?", "Nee."),
        ("organisaties/borne/", "In welke overleggen zit *?", "PHO VTH (lezing)"),
        ("organisaties/hof-van-twente/", "uren *", "130 uur"),
        ("opgaven/opgave-5/", "Wie trekt *?", "VTH-kerngroep"),
        ("opgaven/opgave-5/", "Wanneer is * klaar?", "derde kwartaal van 2024"),
        ("keuzes/#keuze-4-vorm", "* Welke opties zijn er?", "Een samenwerkingsconvenant"),
        ("acties/#actie-6-uitvoeren", "*: wanneer is dit klaar?", "Na: Het communicatieplan"),
        ("acties/#actie-2-lijnmanagers", "*: wie doet dit?", "Een lid van de begeleidingsgroep zou dit leiden"),
        ("acties/#actie-8-waterschap", "*: wie doet dit?", unsaid),
        ("cijfers/#kerngroep.dagen", "Hoe komt u aan *?", "3 personen × 12 maanden × 1 dag = 36 dagen"),
    ] {
        let told = index.answer(url, wording).replace('\u{a0}', " ");
        assert!(told.contains(answer), "{url} answers “{told}” to “{wording}”");
    }
    // What has no place for an answer has none: a record of another kind, an organisation that is asked for nothing.
    assert_eq!(index.answer("gremia/pho-vth/", "Wie trekt *?"), "");
    assert_eq!(index.answer("organisaties/politie/", "uren *"), "");
    assert!(index.asking.iter().all(|wordings| wordings.split("; ").all(|one| one.matches('*').count() == 1)));
}

/// A question that no record of any site can answer would be told as one that the source leaves open.
#[test]
fn every_way_of_asking_is_answered_somewhere() {
    let second = read(&Project::find(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/second")).unwrap()).unwrap();
    let second = Index::of(&made(&second));
    let told = [real(), &second].map(|index| index.answers.values().flatten()).into_iter().flatten();
    let told: BTreeSet<u64> = told.filter(|(_, text)| !text.is_empty()).map(|(way, _)| *way).collect();
    let asking = real().asking.iter().enumerate();
    let never: Vec<_> = asking.filter(|(way, _)| !told.contains(&(*way as u64))).collect();
    assert!(never.is_empty(), "{never:?}");
}

#[test]
fn a_figure_is_found_by_its_value() {
    let found = real().find("36");
    assert!(found.iter().take(3).any(|(url, _)| *url == "cijfers/#kerngroep.dagen"), "{found:?}");
}
