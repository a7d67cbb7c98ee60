//! The JSON Schema that `verbeeld schema` writes: the real data fit it, mistakes do not, and it says no more than editors'
//! extensions understand.
//!
//! The checker here knows a few keywords of JSON Schema and stops at any other: a library would bring in dozens of crates
//! for what the schema does not use.
use serde_json::{Value, json};
use std::path::Path;
use verbeeld::content::FrontMatter;
use verbeeld::decode::{Decoder, Record, as_json};
use verbeeld::diag::FileId;
use verbeeld::model::{Model, schema};
use verbeeld::site::Portal;
use verbeeld::source::{Project, Role, Sources, read};

fn sources() -> Sources {
    read(&Project::find(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap()).unwrap()
}

fn model(sources: &Sources) -> Model {
    let mut model = Model::default();
    for (id, file) in sources.of(Role::Data) {
        model.read(id, file.text().unwrap().0, 0, &mut Vec::new());
    }
    model
}

/// TOML as a schema sees it.
fn instance(text: &str) -> Value {
    let mut decoder = Decoder::new(FileId(0), text, 0);
    let table = decoder.parse();
    assert!(decoder.problems.is_empty(), "{:?}", decoder.problems);
    as_json(&toml::de::DeValue::Table(table.into_inner()))
}

/// What does not fit, with the path to it.
fn wrong(schema: &Value, root: &Value, value: &Value, path: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (keyword, rule) in schema.as_object().unwrap() {
        let fits = match keyword.as_str() {
            "$schema" | "$comment" | "title" | "description" | "definitions" | "x-taplo" => true,
            "$ref" => {
                let name = rule.as_str().unwrap().strip_prefix("#/definitions/").unwrap();
                wrong(&root["definitions"][name], root, value, path).is_empty()
            }
            "type" => match rule.as_str().unwrap() {
                "string" => value.is_string(),
                "boolean" => value.is_boolean(),
                "integer" => value.is_i64(),
                "number" => value.is_number(),
                "array" => value.is_array(),
                "object" => value.is_object(),
                other => panic!("type {other}"),
            },
            "enum" => {
                assert!(!rule.as_array().unwrap().is_empty(), "draft 4 knows no empty enum");
                rule.as_array().unwrap().contains(value)
            }
            "anyOf" => rule.as_array().unwrap().iter().any(|s| wrong(s, root, value, path).is_empty()),
            "minimum" => value.as_i64().is_none_or(|v| v >= rule.as_i64().unwrap()),
            "maximum" => value.as_i64().is_none_or(|v| v <= rule.as_i64().unwrap()),
            "pattern" => value.as_str().is_none_or(|v| matches(rule.as_str().unwrap(), v)),
            "required" => {
                let keys = rule.as_array().unwrap();
                value.as_object().is_none_or(|o| keys.iter().all(|k| o.contains_key(k.as_str().unwrap())))
            }
            "properties" => {
                for (key, value) in value.as_object().into_iter().flatten() {
                    if let Some(schema) = rule.get(key) {
                        found.extend(wrong(schema, root, value, &format!("{path}/{key}")));
                    }
                }
                true
            }
            "additionalProperties" => {
                assert_eq!(rule, &json!(false));
                value.as_object().is_none_or(|o| o.keys().all(|k| schema["properties"].get(k).is_some()))
            }
            "items" => {
                for (i, value) in value.as_array().into_iter().flatten().enumerate() {
                    found.extend(wrong(rule, root, value, &format!("{path}/{i}")));
                }
                true
            }
            other => panic!("a keyword that not every editor knows: {other}"),
        };
        if !fits {
            found.push(format!("{path}: {keyword}"));
        }
    }
    found
}

/// The few patterns that the schema uses; another stops the test.
fn matches(pattern: &str, text: &str) -> bool {
    let plain = |extra: &str| {
        let good = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || extra.contains(c);
        let edge = |c: Option<char>| c.is_some_and(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
        text.chars().all(good) && edge(text.chars().next()) && edge(text.chars().next_back())
    };
    match pattern {
        "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$" => plain("-"),
        "^[a-z0-9]([a-z0-9._-]*[a-z0-9])?$" => plain("._-"),
        "^[0-9]{4}(-[Qq][1-4]|-[0-9]{2}-[0-9]{2})?$" => verbeeld::decode::Moment::parse(text).is_some(),
        other => panic!("pattern {other}"),
    }
}

#[test]
fn the_real_data_fit() {
    let sources = sources();
    let schema = schema::of_data(&model(&sources));
    let mut records = 0;
    for (_, file) in sources.of(Role::Data) {
        let data = instance(file.text().unwrap().0);
        records += data.as_object().unwrap().values().map(|v| v.as_array().unwrap().len()).sum::<usize>();
        assert_eq!(wrong(&schema, &schema, &data, &file.name), Vec::<String>::new());
    }
    assert!(records > 200);
    let schema = schema::of_portal(Portal::keys());
    let portal = sources.of(Role::Config).next().unwrap().1;
    assert_eq!(wrong(&schema, &schema, &instance(portal.text().unwrap().0), "portal"), Vec::<String>::new());
}

#[test]
fn mistakes_do_not_fit() {
    let schema = schema::of_data(&model(&sources()));
    let good = "[[rol]]\nid = \"r\"\nnaam = \"Rol\"\nfte = 0.5\nstatus = \"feit\"\nbron = [\"plan/opgave-1\"]\ntaken = [\"Doen.\"]\n";
    assert_eq!(wrong(&schema, &schema, &instance(good), ""), Vec::<String>::new());
    for (mistake, right, says) in [
        ("[[roll]]", "[[rol]]", ": additionalProperties"),
        ("nam = ", "naam = ", "/rol/0: required"),
        ("naam = 3", "naam = \"Rol\"", "/rol/0/naam: type"),
        ("fte = \"half\"", "fte = 0.5", "/rol/0/fte: type"),
        ("\"zeker\"", "\"feit\"", "/rol/0/status: enum"),
        ("bron = \"plan\"", "bron = [\"plan/opgave-1\"]", "/rol/0/bron: type"),
        ("id = \"De rol\"", "id = \"r\"", "/rol/0/id: pattern"),
        ("taken = [3]", "taken = [\"Doen.\"]", "/rol/0/taken/0: type"),
    ] {
        let text = good.replace(right, mistake);
        assert_ne!(text, good);
        let found = wrong(&schema, &schema, &instance(&text), "");
        assert!(found.iter().any(|f| f == says), "{mistake}: {found:?}");
    }
    let action = |to: &str| {
        let text = format!(
            "[[actie]]\nid = \"a\"\nnaam = \"A\"\nopgave = \"opgave-1\"\ntot = {to}\nstatus = \"feit\"\nbron = [\"plan\"]\n"
        );
        wrong(&schema, &schema, &instance(&text), "").is_empty()
    };
    assert!(action("2024-03-01") && action("\"2024-Q1\"") && action("2024") && action("\"2024\""));
    assert!(!action("\"voorjaar\"") && !action("\"2024-Q5\"") && !action("true"));
}

#[test]
fn it_explains_and_offers_what_there_is() {
    let sources = sources();
    let model = model(&sources);
    let schema = schema::of_data(&model);
    for kind in Model::KINDS {
        let described = &schema["properties"][kind.name];
        assert!(!described["description"].as_str().unwrap().trim().is_empty(), "{}", kind.name);
        for (key, property) in described["items"]["properties"].as_object().unwrap() {
            let help = property["description"].as_str().unwrap_or_default();
            assert!(!help.is_empty() && help == help.trim(), "{} {key}", kind.name);
        }
    }
    let offered = |name: &str| schema["definitions"][name]["enum"].as_array().unwrap().clone();
    assert_eq!(offered("id-gremium").len(), model.gremia.len());
    assert!(offered("id-gremium").contains(&json!("vth-kerngroep")));
    assert!(offered("verwijzing-bron").contains(&json!("plan/opgave-9")));
    let reference = &schema["properties"]["gremium"]["items"]["properties"]["laag"]["anyOf"];
    assert_eq!(reference, &json!([{ "$ref": "#/definitions/id-laag" }, { "type": "string" }]));
    let status = &schema["properties"]["gremium"]["items"]["properties"]["status"];
    assert_eq!(
        status["enum"].as_array().unwrap().len(),
        status["x-taplo"]["docs"]["enumValues"].as_array().unwrap().len()
    );
}

#[test]
fn the_beginning_of_every_real_page_fits() {
    let sources = sources();
    let model = model(&sources);
    let schema = schema::of_page(FrontMatter::keys(), &model);
    let mut pages = 0;
    for (_, file) in sources.of(Role::Page).filter(|(_, file)| file.name.ends_with(".md")) {
        let Some(front) = file.text().unwrap().0.strip_prefix("+++\n").and_then(|t| t.split("\n+++").next()) else {
            continue;
        };
        let found = wrong(&schema, &schema, &instance(&format!("{front}\n")), "");
        assert!(found.is_empty(), "{}: {found:?}", file.name);
        pages += 1;
    }
    assert!(pages > 10);
    assert!(!wrong(&schema, &schema, &instance("titl = \"x\"\n"), "").is_empty());
}

/// What VS Code puts down for a key is what the program reads, once the places to type over are filled.
#[test]
fn the_snippets_of_a_page_can_be_read() {
    let snippets = schema::page_snippets(FrontMatter::keys());
    let snippets = snippets.as_object().unwrap();
    assert_eq!(snippets.len(), FrontMatter::keys().len() + 1);
    for (key, snippet) in snippets.iter().filter(|(key, _)| *key != "pagina") {
        let mut text = snippet["body"].as_str().unwrap().to_owned();
        while let Some(start) = text.find("${") {
            let end = start + text[start..].find('}').unwrap();
            let place = text[start + 2..end].trim_start_matches(|c: char| c.is_ascii_digit());
            let filled = place.trim_matches(['|', ':']).split(',').next().unwrap_or_default().to_owned();
            text.replace_range(start..=end, &filled);
        }
        assert!(toml::de::DeTable::parse(&text).is_ok(), "{key}: {text}");
        assert!(text.starts_with(&format!("{key} = ")) && !snippet["description"].as_str().unwrap().is_empty());
    }
}
