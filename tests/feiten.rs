//! What the portal in `site/` must say: the facts in `tests/feiten/`, held against its data. Nothing else in the tests of the product
//! knows what is true of one collaboration.

use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use toml::{Table, Value};
use verbeeld::model::Model;
use verbeeld::source::{Project, Role, Sources, read};

#[derive(Deserialize)]
struct Facts {
    gemeenten: Vec<Gemeente>,
    grenzen: BTreeMap<String, BTreeSet<String>>,
    cijfers: BTreeMap<String, f64>,
    niveaus: Niveaus,
    tegenstrijdig: Both,
}

#[derive(Deserialize)]
struct Gemeente {
    id: String,
    naam: String,
    code: String,
    lon: f64,
    lat: f64,
    rij: f64,
    kolom: f64,
}

#[derive(Deserialize)]
struct Niveaus {
    van_los_naar_hecht: Vec<String>,
}

#[derive(Deserialize)]
struct Both {
    ids: Vec<String>,
}

fn facts() -> Facts {
    toml::from_str(include_str!("feiten/twente.toml")).unwrap()
}

fn sources() -> Sources {
    read(&Project::find(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap()).unwrap()
}

/// All records of a kind, as they are written.
fn records(kind: &str) -> Vec<Table> {
    let sources = sources();
    let mut all = Vec::new();
    for (_, file) in sources.of(Role::Data) {
        let table: Table = file.text().unwrap().0.parse().unwrap();
        for record in table.get(kind).and_then(Value::as_array).into_iter().flatten() {
            all.push(record.as_table().unwrap().clone());
        }
    }
    assert!(!all.is_empty(), "no {kind}");
    all
}

fn text<'t>(record: &'t Table, key: &str) -> &'t str {
    record.get(key).and_then(Value::as_str).unwrap_or_default()
}

fn number(value: Option<&Value>) -> f64 {
    value
        .and_then(|value| value.as_float().or_else(|| value.as_integer().map(|whole| whole as f64)))
        .unwrap_or(f64::NAN)
}

fn inner(record: &Table, table: &str, key: &str) -> f64 {
    number(record.get(table).and_then(|inner| inner.get(key)))
}

#[test]
fn the_municipalities_are_who_and_where_they_are() {
    let found: BTreeMap<String, Table> = records("organisatie")
        .into_iter()
        .filter(|record| text(record, "soort") == "gemeente")
        .map(|record| (text(&record, "id").to_owned(), record))
        .collect();
    let facts = facts().gemeenten;
    assert_eq!(found.len(), facts.len());
    for fact in facts {
        let record = &found[&fact.id];
        assert_eq!(text(record, "naam"), fact.naam);
        assert!(text(record, "tooi").ends_with(&format!("/gemeente/{}", fact.code)), "{}", fact.naam);
        let said = [("ligging", "lon"), ("ligging", "lat"), ("tegel", "rij"), ("tegel", "kolom")];
        let said = said.map(|(table, key)| inner(record, table, key));
        assert_eq!(said, [fact.lon, fact.lat, fact.rij, fact.kolom], "{}", fact.naam);
    }
}

#[test]
fn the_borders_are_those_that_there_are() {
    let mut said: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for record in records("organisatie") {
        for other in record.get("buren").and_then(Value::as_array).into_iter().flatten() {
            let (one, other) = (text(&record, "id").to_owned(), other.as_str().unwrap().to_owned());
            let (first, last) = if one < other { (one, other) } else { (other, one) };
            said.entry(first).or_default().insert(last);
        }
    }
    assert_eq!(said, facts().grenzen);
}

#[test]
fn the_figures_are_those_of_the_plan() {
    let said: BTreeMap<String, f64> =
        records("cijfer").iter().map(|record| (text(record, "id").to_owned(), number(record.get("waarde")))).collect();
    for (id, figure) in facts().cijfers {
        assert_eq!(said.get(&id), Some(&figure), "{id}");
    }
}

/// The plan assigns no level to a tie: each of them is a reading, an open question, or decided since.
#[test]
fn no_level_is_told_as_a_fact() {
    let levels = facts().niveaus.van_los_naar_hecht;
    let mut ranked: Vec<(i64, String)> = records("niveau")
        .iter()
        .filter_map(|record| Some((record.get("rang")?.as_integer()?, text(record, "id").to_owned())))
        .collect();
    ranked.sort();
    assert_eq!(ranked.into_iter().map(|(_, id)| id).collect::<Vec<_>>(), levels);
    let mut seen = 0;
    for tie in records("relatie") {
        for at in tie.get("niveau").and_then(Value::as_array).into_iter().flatten() {
            let at = at.as_table().unwrap();
            if levels.iter().any(|level| level == text(at, "niveau")) {
                seen += 1;
                let how = text(at, "status");
                assert!(["duiding", "voorstel", "besloten"].contains(&how), "{}: {how}", text(&tie, "id"));
            }
        }
    }
    assert!(seen > 0);
}

/// What is only proposed tells nothing of how close a tie was: a level of then rests on what was then, or on a decision since.
#[test]
fn a_proposed_tie_has_no_level_of_then() {
    let levels = facts().niveaus.van_los_naar_hecht;
    for tie in records("relatie").iter().filter(|tie| text(tie, "status") == "voorstel") {
        for at in tie.get("niveau").and_then(Value::as_array).into_iter().flatten() {
            let at = at.as_table().unwrap();
            let close = levels.iter().any(|level| level == text(at, "niveau"));
            assert!(!close || text(at, "status") == "besloten", "{}: {}", text(tie, "id"), text(at, "niveau"));
        }
    }
}

/// What was announced is not told as done: the description of a milestone may be read alone, as an answer of the search.
#[test]
fn an_announced_milestone_is_not_told_as_done() {
    for milestone in records("mijlpaal") {
        if ["voorstel", "tegenstrijdig"].contains(&text(&milestone, "status")) {
            let told = text(&milestone, "omschrijving");
            let done = told.split(' ').find(|word| ["is", "heeft", "hebben", "ligt"].contains(word));
            assert_eq!(done, None, "{}: {told}", text(&milestone, "id"));
        }
    }
}

#[test]
fn where_the_plan_contradicts_itself_both_sides_are_told() {
    let all: Vec<Table> = Model::KINDS
        .iter()
        .filter(|kind| ["actie", "mijlpaal", "cijfer"].contains(&kind.name))
        .flat_map(|kind| records(kind.name))
        .collect();
    for id in facts().tegenstrijdig.ids {
        let record = all.iter().find(|record| text(record, "id") == id).unwrap_or_else(|| panic!("{id} is not there"));
        assert_eq!(text(record, "status"), "tegenstrijdig", "{id}");
        assert!(!text(record, "toelichting").is_empty(), "{id}");
    }
}

/// `site/data/README.md` says which records hold what each section of the plan says: the records exist, and no section is without.
#[test]
fn every_section_of_the_plan_has_records() {
    let sources = sources();
    let mut model = Model::default();
    for (id, file) in sources.of(Role::Data) {
        model.read(id, file.text().unwrap().0, 0, &mut Vec::new());
    }
    let table = include_str!("../site/data/README.md");
    let table = &table[table.find("## From plan section").unwrap()..];
    let known = |id: &str| match id.split_once('*') {
        Some((start, _)) => model.ids.keys().any(|k| k.starts_with(start)),
        None => model.ids.contains_key(id) || Model::kind(id).is_some(),
    };
    let is_id = |word: &&str| {
        word.contains(['-', '.', '*']) && !word.ends_with(".toml") && !word.contains([' ', '/', '\u{2026}', '='])
    };
    let words = table.split('`').skip(1).step_by(2).filter(is_id);
    let unknown: Vec<&str> = words.filter(|w| !known(w)).collect();
    assert!(unknown.is_empty(), "not in the data: {unknown:?}");
    let plan = model.bronnen.get("plan").unwrap();
    let cited: BTreeSet<&str> =
        model.citations.iter().filter(|c| c.source == "plan").filter_map(|c| c.section.as_deref()).collect();
    let bare: Vec<&str> = plan.sectie.iter().map(|s| s.id.value.as_str()).filter(|s| !cited.contains(s)).collect();
    assert!(bare.is_empty(), "sections without a record: {bare:?}");
}
