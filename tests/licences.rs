//! What `verbeeld licenties` prints: the licences of all that goes into the program, as they are in the packages themselves.
//!
//! `UPDATE=1` writes the file anew; that asks cargo for the sources of all packages, for every system.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Once;
use toml::{Table, Value};

const FILE: &str = "src/cli/licenties.txt";
/// Between the parts of the file.
const RULE: &str = "────────────────────────────────────────────────────────────────────────";
const INTRO: &str = "Verbeeld staat onder de EUPL-1.2. In het programma zit ook werk van anderen, onder de licenties hieronder.\n\
                     Eerst de onderdelen, elk met zijn versie en licentie; daarna de teksten.\n";

/// Name and version of a package.
type Package = (String, String);

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn table(file: &str) -> Table {
    fs::read_to_string(root().join(file)).unwrap().parse().unwrap()
}

/// What the program is made from, on any system: all that Cargo.lock says the dependencies lead to, but not those of the tests.
fn shipped() -> BTreeSet<Package> {
    let (manifest, lock) = (table("Cargo.toml"), table("Cargo.lock"));
    let text = |package: &Value, key: &str| package[key].as_str().unwrap().to_owned();
    let packages = lock["package"].as_array().unwrap();
    let needs = |package: &Value| -> Vec<String> {
        let list = package.get("dependencies").and_then(Value::as_array);
        list.into_iter().flatten().map(|name| name.as_str().unwrap().to_owned()).collect()
    };
    // `name`, or `name version` where there are several.
    let find = |wanted: &str| {
        let (name, version) = wanted.split_once(' ').map_or((wanted, None), |(name, version)| (name, Some(version)));
        let same = |package: &&Value| {
            package["name"].as_str() == Some(name) && version.is_none_or(|v| package["version"].as_str() == Some(v))
        };
        packages.iter().find(same).unwrap_or_else(|| panic!("{wanted} is not in Cargo.lock"))
    };
    let own = find("verbeeld");
    let mut direct: Vec<String> = manifest["dependencies"].as_table().unwrap().keys().cloned().collect();
    let targets = manifest.get("target").and_then(Value::as_table).into_iter().flat_map(|targets| targets.values());
    direct.extend(targets.filter_map(|t| t.get("dependencies")?.as_table()).flat_map(|t| t.keys().cloned()));
    let is_direct = |need: &String| direct.iter().any(|name| name == need.split(' ').next().unwrap());
    let mut todo: Vec<String> = needs(own).into_iter().filter(is_direct).collect();
    let mut found = BTreeSet::new();
    while let Some(next) = todo.pop() {
        let package = find(&next);
        if found.insert((text(package, "name"), text(package, "version"))) {
            todo.extend(needs(package));
        }
    }
    found
}

/// The file; written anew first when that is asked.
fn file() -> String {
    static FIRST: Once = Once::new();
    FIRST.call_once(|| {
        if std::env::var_os("UPDATE").is_some() {
            fs::write(root().join(FILE), written()).unwrap();
        }
    });
    fs::read_to_string(root().join(FILE)).unwrap()
}

#[test]
fn every_part_of_the_program_is_told_and_no_other() {
    let file = file();
    let list = file.split(RULE).nth(1).unwrap();
    let told: BTreeSet<Package> = list
        .lines()
        .filter_map(|line| line.split_once(": ")?.0.split_once(' '))
        .map(|(name, version)| (name.to_owned(), version.to_owned()))
        .collect();
    assert_eq!(told, shipped(), "write the file anew: UPDATE=1 cargo test --test product licences");
}

#[test]
fn the_texts_that_ask_to_go_along_are_there() {
    let file = file();
    for part in [
        "SIL OPEN FONT LICENSE",
        "Apache License",
        "Permission is hereby granted, free of charge",
        "Copyright (c) 2010, Google Inc.",
        "UNICODE LICENSE V3",
        "Boost Software License",
    ] {
        assert!(file.contains(part), "{part}");
    }
    assert!(!file.contains("/registry/") && !file.contains(env!("CARGO_MANIFEST_DIR")), "no paths of a machine");
}

/// The whole file, from the sources of the packages.
fn written() -> String {
    let cargo = Command::new(env!("CARGO"))
        .args(["metadata", "--locked", "--format-version", "1"])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(cargo.status.success(), "{}", String::from_utf8_lossy(&cargo.stderr));
    let metadata: serde_json::Value = serde_json::from_slice(&cargo.stdout).unwrap();
    let shipped = shipped();
    let mut list = String::new();
    let mut texts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut add = |text: &str, of: String| {
        let users = texts.entry(clean(text)).or_default();
        if !users.contains(&of) {
            users.push(of);
        }
    };
    let packages = metadata["packages"].as_array().unwrap();
    let key =
        |p: &serde_json::Value| (p["name"].as_str().unwrap().to_owned(), p["version"].as_str().unwrap().to_owned());
    let packages: BTreeMap<Package, _> = packages.iter().map(|p| (key(p), p)).collect();
    for wanted in &shipped {
        let package = packages[wanted];
        let of = format!("{} {}", wanted.0, wanted.1);
        let licence = package["license"].as_str().unwrap_or("zie de tekst");
        let folder = Path::new(package["manifest_path"].as_str().unwrap()).parent().unwrap();
        let mut files = Vec::new();
        texts_in(folder, 0, &mut files);
        let none = if files.is_empty() { " (brengt zelf geen tekst mee)" } else { "" };
        writeln!(list, "{of}: {licence}{none}").unwrap();
        for file in files {
            add(&String::from_utf8_lossy(&fs::read(file).unwrap()), of.clone());
        }
    }
    for licence in two_face::acknowledgement::listing().for_syntaxes() {
        add(&licence.text, format!("kleuring van code: {}", licence.rel_path.display()));
    }
    let mut all: Vec<(Vec<String>, String)> = texts.into_iter().map(|(text, of)| (of, text)).collect();
    all.sort();
    let texts: String = all.iter().map(|(of, text)| format!("\n{RULE}\n\n{}\n\n{text}\n", of.join(", "))).collect();
    format!("{INTRO}\n{RULE}\n\n{list}{texts}")
}

/// The files in a package that hold a licence. Those of its tests and examples do not go into the program.
fn texts_in(folder: &Path, depth: usize, found: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        let name = path.file_name().unwrap().to_string_lossy().to_lowercase();
        if path.is_dir() {
            if depth < 2 && !["tests", "examples", "benches", "target", ".git"].contains(&name.as_str()) {
                texts_in(&path, depth + 1, found);
            }
        } else if ["licen", "copying", "notice", "unlicense", "patents", "ofl"]
            .iter()
            .any(|begin| name.starts_with(begin))
            && !["rs", "toml", "py", "json"].iter().any(|end| path.extension().is_some_and(|e| e == *end))
        {
            found.push(path);
        }
    }
}

/// The same text, whoever saved it.
fn clean(text: &str) -> String {
    let lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().map(str::trim_end).collect();
    lines.join("\n").trim_matches('\n').to_owned()
}
