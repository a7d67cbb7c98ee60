//! JSON and CSV give back the model that they were made from, value for value.

use super::support::{Site, model_from, real, small};
use std::collections::BTreeMap;
use toml::Value;
use verbeeld::decode::{Key, Shape, Shown};
use verbeeld::model::Model;
use verbeeld::pages::open_data::{Origin, sheets};
use verbeeld::site::Words;

#[test]
fn json_gives_the_model_back() {
    let site = real();
    let whole = model_from(&toml_of_json(&site.json("data/portaal.json")));
    same(&site.model, &whole);
}

#[test]
fn json_per_kind_is_the_same_as_json_of_all() {
    let site = real();
    let whole = site.json("data/portaal.json");
    let mut seen = 0;
    for kind in Model::KINDS {
        let path = format!("data/{}.json", kind.plural);
        if site.output.get(&path).is_none() {
            continue;
        }
        assert_eq!(site.json(&path)[kind.plural], whole[kind.plural]);
        assert_eq!(whole["aantallen"][kind.plural], whole[kind.plural].as_array().unwrap().len());
        seen += 1;
    }
    assert_eq!(seen, whole["aantallen"].as_object().unwrap().len());
}

#[test]
fn csv_gives_the_model_back() {
    let site = real();
    same(&site.model, &model_from(&toml_of_csv(site)));
}

/// Everything that a separator, a quote, a formula, an escape or a line end could break.
#[test]
fn awkward_texts_survive() {
    let data = r#"
[[laag]]
id = "l"
naam = "=1+1"
omschrijving = "'s avonds; \"ja\", nee\\; \nregel twee"
volgorde = -3

[[niveau]]
id = "n"
naam = " spaties "
betekenis = "@groet"
vorm = "draad"
kenmerken = ["een; twee", "\\", "; ", "=SOM(A1)", "é 🧵"]
status = "feit"
bron = ["b/s-1", "b"]

[[bron]]
id = "b"
naam = "-streepje"
datum = "2024-Q3"
sectie = [{ id = "s-1", naam = "Een, twee; drie" }, { id = "s-2", naam = "\tinspringen" }]

[[cijfer]]
id = "c.x_y"
naam = "Getal"
waarde = 0.1
eenheid = ""
ongeveer = false
status = "feit"
bron = ["b"]

[[cijfer]]
id = "c.groot"
naam = "Groot"
waarde = 12345678.25
eenheid = "euro"
decimalen = 2
status = "feit"
bron = ["b/s-2"]
herzien_voor = 2030-01-31
"#;
    let portal = "naam = \"Proef\"\nbasis_url = \"https://voorbeeld.nl/map/\"\n";
    let site = small(&[("portal.toml", portal), ("data/alles.toml", data)]);
    same(&site.model, &model_from(&toml_of_json(&site.json("data/portaal.json"))));
    same(&site.model, &model_from(&toml_of_csv(&site)));
    for path in site.data_files(".csv") {
        for line in site.text(&path).split("\r\n") {
            for cell in line.trim_start_matches('\u{feff}').split([',', ';']) {
                assert!(!cell.trim_matches('"').starts_with(['=', '@']), "{path}: {cell} is a formula");
            }
        }
    }
}

/// A key without a column would be lost without anyone noticing.
#[test]
fn every_key_has_a_column() {
    fn paths(keys: &[Key], above: &str, found: &mut Vec<String>) {
        for key in keys {
            let path = format!("{above}{}", key.name);
            match &key.shape {
                Shape::Table(inner) => paths(inner, &format!("{path}."), found),
                Shape::List(of) => match of.as_ref() {
                    Shape::Table(inner) => paths(inner, &format!("{path}[]."), found),
                    _ => found.push(path),
                },
                _ => found.push(path),
            }
        }
    }
    for kind in Model::KINDS {
        let mut wanted = Vec::new();
        paths(Model::keys_of(kind.name), "", &mut wanted);
        let mut given = Vec::new();
        let mut names = Vec::new();
        for sheet in sheets(*kind, &Words::default()) {
            let above = sheet.part.map(|part| format!("{part}[].")).unwrap_or_default();
            for column in &sheet.columns {
                if let Origin::Key(path) = &column.origin {
                    given.push(format!("{above}{}", path.join(".")));
                }
            }
            let mut columns: Vec<&str> = sheet.columns.iter().map(|c| c.name.as_str()).collect();
            columns.sort_unstable();
            let count = columns.len();
            columns.dedup();
            assert_eq!(columns.len(), count, "two columns of {} have one name", sheet.name);
            names.push(sheet.name);
        }
        wanted.sort();
        given.sort();
        assert_eq!(wanted, given, "{}", kind.name);
        let made = ["titel", "pagina", "genoemd"];
        assert!(!Model::keys_of(kind.name).iter().any(|k| made.contains(&k.name)), "{} has a made key", kind.name);
    }
}

/// How a text with markup is told.
const MARKED: &str = "markdown";

/// Does a model hold what the other does, which the files were made from?
fn same(one: &Model, other: &Model) {
    assert!(one.all().count() > 0);
    for kind in Model::KINDS {
        let (left, right) = (one.of_kind(kind.name), other.of_kind(kind.name));
        assert_eq!(left.len(), right.len(), "{}", kind.plural);
        for (a, b) in left.iter().zip(&right) {
            let (mut x, mut y) = (Vec::new(), Vec::new());
            flat(&Shown::Table(a.values()), "", &mut x);
            flat(&Shown::Table(b.values()), "", &mut y);
            // What has markup stands in the files as plain words; `plain` looks at what became of it.
            for (left, right) in x.iter().zip(&mut y) {
                if left.1 == MARKED && left.0 == right.0 && right.1.starts_with(MARKED) {
                    right.1 = MARKED.to_owned();
                }
            }
            assert_eq!(x, y, "{} {}", kind.name, a.id());
        }
    }
}

/// A record as paths and values with their types, places left out.
fn flat(shown: &Shown<'_>, path: &str, out: &mut Vec<(String, String)>) {
    let told = match shown {
        Shown::Nothing => return,
        Shown::Plain(text) => format!("plain {text}"),
        Shown::Markdown(text) if text.raw.contains(['[', '{', '*', '`', '<', '\\']) => MARKED.into(),
        Shown::Markdown(text) => format!("markdown {}", text.raw.trim()),
        Shown::Bool(yes) => format!("bool {yes}"),
        Shown::Integer(number) => format!("integer {number}"),
        Shown::Number(number) => format!("number {:x}", number.to_bits()),
        Shown::Moment(moment) => format!("moment {moment:?}"),
        Shown::Reference { id, kinds, .. } => format!("reference {id} {kinds:?}"),
        Shown::Citation(c) => format!("citation {} {:?}", c.source, c.section),
        Shown::List(items) => {
            items.iter().enumerate().for_each(|(i, item)| flat(item, &format!("{path}[{i}]"), out));
            format!("list of {}", items.len())
        }
        Shown::Table(fields) => {
            fields.iter().for_each(|(key, value)| flat(value, &format!("{path}.{key}"), out));
            "table".into()
        }
    };
    out.push((path.to_owned(), told));
}

/// Data files from the JSON, by the rules that the open data page tells.
fn toml_of_json(whole: &serde_json::Value) -> String {
    let mut root = toml::Table::new();
    for kind in Model::KINDS {
        let Some(records) = whole[kind.plural].as_array() else { continue };
        let records = records.iter().map(|record| {
            let mut record = record.clone();
            for made in ["titel", "pagina", "genoemd"] {
                record.as_object_mut().unwrap().remove(made);
            }
            toml_value(&record)
        });
        root.insert(kind.name.into(), Value::Array(records.collect()));
    }
    toml::to_string(&root).unwrap()
}

fn toml_value(json: &serde_json::Value) -> Value {
    match json {
        serde_json::Value::Bool(yes) => Value::Boolean(*yes),
        serde_json::Value::Number(n) => n.as_i64().map_or_else(|| Value::Float(n.as_f64().unwrap()), Value::Integer),
        serde_json::Value::String(text) => Value::String(text.clone()),
        serde_json::Value::Array(items) => Value::Array(items.iter().map(toml_value).collect()),
        serde_json::Value::Object(map) => Value::Table(map.iter().map(|(k, v)| (k.clone(), toml_value(v))).collect()),
        serde_json::Value::Null => panic!("nothing is written as null"),
    }
}

/// Data files from the CSV files, by the rules that the open data page tells.
fn toml_of_csv(site: &Site) -> String {
    let mut root = toml::Table::new();
    for kind in Model::KINDS {
        if site.output.get(&format!("data/{}.csv", kind.plural)).is_none() {
            continue;
        }
        let keys = Model::keys_of(kind.name);
        let mut records = Vec::new();
        let mut at: BTreeMap<String, usize> = BTreeMap::new();
        for row in site.csv(&format!("data/{}.csv", kind.plural)) {
            let record = record_of(&row, keys);
            at.insert(record["id"].as_str().unwrap().to_owned(), records.len());
            records.push(record);
        }
        for sheet in sheets(*kind, &Words::default()) {
            let Some(part) = sheet.part else { continue };
            let Shape::List(of) = &keys.iter().find(|k| k.name == part).unwrap().shape else { panic!() };
            let Shape::Table(inner) = of.as_ref() else { panic!() };
            for row in site.csv(&format!("data/{}.csv", sheet.name)) {
                let (owner, rest) = row.split_first().unwrap();
                let (number, rest) = rest.split_first().unwrap();
                assert_eq!((owner.0.as_str(), number.0.as_str()), ("hoort_bij", "volgnummer"));
                let blocks = records[at[&owner.1]].entry(part).or_insert_with(|| Value::Array(Vec::new()));
                let blocks = blocks.as_array_mut().unwrap();
                blocks.push(Value::Table(record_of(rest, inner)));
                assert_eq!(number.1, blocks.len().to_string());
            }
        }
        root.insert(kind.name.into(), Value::Array(records.into_iter().map(Value::Table).collect()));
    }
    toml::to_string(&root).unwrap()
}

fn record_of(row: &[(String, String)], keys: &[Key]) -> toml::Table {
    let mut record = toml::Table::new();
    'cells: for (name, cell) in row {
        let (mut keys, mut into) = (keys, &mut record);
        let mut path: Vec<&str> = name.split('.').collect();
        let last = path.pop().unwrap();
        for block in path {
            let Shape::Table(inner) = &keys.iter().find(|k| k.name == block).unwrap().shape else { panic!("{name}") };
            keys = inner;
            if !cell.is_empty() {
                into.entry(block).or_insert_with(|| Value::Table(toml::Table::new()));
            }
            match into.get_mut(block) {
                Some(next) => into = next.as_table_mut().unwrap(),
                None => continue 'cells,
            }
        }
        let Some(key) = keys.iter().find(|k| k.name == last) else { continue };
        let needed = key.required && key.shape == Shape::Plain && !name.contains('.');
        if !cell.is_empty() || needed {
            into.insert(last.to_owned(), value_of(cell, &key.shape));
        }
    }
    record
}

fn value_of(cell: &str, shape: &Shape) -> Value {
    match shape {
        Shape::Bool => Value::Boolean(cell == "true"),
        Shape::Integer => Value::Integer(cell.parse().unwrap()),
        Shape::Number => Value::Float(cell.parse().unwrap()),
        // Where a number or an id may stand, what reads as a number is one.
        Shape::Either(shapes) if shapes.contains(&Shape::Number) && cell.parse::<f64>().is_ok() => {
            value_of(cell, &Shape::Number)
        }
        Shape::List(of) => Value::Array(taken_apart(&unguarded(cell)).iter().map(|c| value_of(c, of)).collect()),
        _ => Value::String(unguarded(cell)),
    }
}

fn unguarded(cell: &str) -> String {
    let rest = cell.strip_prefix('\'').filter(|r| r.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '\'']));
    rest.unwrap_or(cell).to_owned()
}

/// The parts of a list: `; ` stands between them, `\;` and `\\` are a semicolon and a backslash.
fn taken_apart(cell: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut chars = cell.chars();
    while let Some(c) = chars.next() {
        let part = parts.last_mut().unwrap();
        match c {
            '\\' => part.push(chars.next().unwrap()),
            ';' => {
                assert_eq!(chars.next(), Some(' '));
                parts.push(String::new());
            }
            _ => part.push(c),
        }
    }
    parts
}
