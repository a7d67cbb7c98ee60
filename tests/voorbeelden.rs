//! Every code has a wrong and a right example, for `--uitleg` and the manual: `tests/voorbeelden.txt`, and of a rule its case in
//! `tests/rules/`. The wrong one gives just that message and the right one doesn't. `UPDATE=1 cargo test --test product voorbeelden`
//! writes what the program shows (`src/diag/words/explain/voorbeelden.txt`).
use crate::support::project::Place;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::Path;
use verbeeld::pipeline::Options;

/// One example: the files of both sides, by path.
pub struct Example {
    pub code: String,
    /// No small site can show it: both sides are a few words.
    loose: bool,
    files: Vec<(String, String, String)>,
}

/// Codes of which an example is only told: they come of the system, of pictures, of the day, or of a site of some size.
const LOOSE: &[&str] = &[
    "BEELD001",
    "BEELD002",
    "BEELD003",
    "BESTAND005",
    "BESTAND006",
    "BESTAND007",
    "BESTAND008",
    "BESTAND009",
    "BESTAND011",
    "BESTAND012",
    "BESTAND013",
    "DATA017",
    "DATA045",
    "DATA046",
    "INFO005",
    "INFO006",
    "LINK007",
    "LINK008",
    "LINK009",
    "MD031",
    "MD049",
    "MD051",
    "PORTAAL003",
    "PORTAAL004",
    "PORTAAL005",
    "SJABLOON005",
    "STIJL001",
    "STIJL002",
    "STIJL003",
    "STIJL004",
    "STIJL005",
    "STIJL006",
    "STIJL007",
    "THEMA001",
    "UIT001",
    "UIT002",
    "UIT003",
    "UIT004",
    "UIT005",
    "UIT006",
    "UIT007",
    "UIT008",
    "UIT009",
    "UIT010",
    "UIT011",
    "UITVOER001",
    "WOORD002",
    "WOORD007",
    "WOORD008",
];

/// What an example is read beside.
const AROUND: &[(&str, &str)] = &[
    ("site/portal.toml", "naam = \"Proef\"\nbasis_url = \"https://proef.example/\"\neigenaar = \"Redactie\"\n"),
    ("site/content/index.md", "+++\ntitel = \"Start\"\n+++\n\nLees [het plan](plan.txt).\n\n![De kust](kust.svg)\n"),
    ("site/content/werkwijze.md", "+++\ntitel = \"Werkwijze\"\n+++\n\nZo werken wij.\n"),
    ("site/content/plan.txt", "Het plan\n"),
    (
        "site/content/kust.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 3\"><path d=\"M0 2h4\"/></svg>\n",
    ),
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn own_file(code: &str) -> &'static str {
    let data = ["DATA", "REGEL"].iter().any(|family| code.starts_with(family)) && code != "DATA016";
    if data { "site/data/proef.toml" } else { "site/content/over.md" }
}

/// All examples, in order of their codes.
pub fn all() -> Vec<Example> {
    let text = fs::read_to_string(root().join("tests/voorbeelden.txt")).unwrap();
    let mut all: Vec<Example> = text.split("\n## ").skip(1).map(example).collect();
    for entry in fs::read_dir(root().join("tests/rules")).unwrap() {
        let path = entry.unwrap().path();
        let code = path.file_stem().unwrap().to_str().unwrap().to_owned();
        if path.extension().is_some_and(|end| end == "txt") && all.iter().all(|e| e.code != code) {
            all.push(of_rule(&code, &fs::read_to_string(&path).unwrap()));
        }
    }
    all.sort_by(|a, b| a.code.cmp(&b.code));
    all
}

fn example(section: &str) -> Example {
    let (head, body) = section.split_once('\n').unwrap();
    let (code, loose) = match head.strip_suffix(" (los)") {
        Some(code) => (code, true),
        None => (head, false),
    };
    let mut files: Vec<(String, String, String)> = vec![(own_file(code).to_owned(), String::new(), String::new())];
    for line in body.lines() {
        let rest = line.get(2..).unwrap_or_default();
        let (_, wrong, right) = files.last_mut().unwrap();
        match line.bytes().next() {
            Some(b'@') => {
                files.retain(|(_, wrong, right)| !wrong.is_empty() || !right.is_empty());
                files.push((rest.to_owned(), String::new(), String::new()));
            }
            Some(b'-') => *wrong += &format!("{rest}\n"),
            Some(b'+') => *right += &format!("{rest}\n"),
            Some(b' ') => {
                *wrong += &format!("{rest}\n");
                *right += &format!("{rest}\n");
            }
            _ => {}
        }
    }
    Example { code: code.to_owned(), loose, files }
}

/// The first wrong and the first right case of a rule.
fn of_rule(code: &str, text: &str) -> Example {
    let side = |name: &str| {
        let section = text.split("--- ").skip(1).find(|section| section.starts_with(name)).unwrap_or_default();
        let body = section.split_once('\n').map_or("", |(_, body)| body);
        let (data, page) = body.split_once(">>> pagina\n").unwrap_or((body, ""));
        [data, page].map(|part| part.trim().to_owned() + if part.trim().is_empty() { "" } else { "\n" })
    };
    let ([wrong, wrong_page], [right, right_page]) = (side("fout"), side("goed"));
    let files = vec![
        ("site/data/proef.toml".to_owned(), wrong, right),
        ("site/content/over.md".to_owned(), wrong_page, right_page),
    ];
    let used = |(_, wrong, right): &(String, String, String)| !wrong.is_empty() || !right.is_empty();
    Example { code: code.to_owned(), loose: false, files: files.into_iter().filter(used).collect() }
}

impl Example {
    /// As it is shown to an editor.
    pub fn shown(&self) -> String {
        let side = |title: &str, pick: &dyn Fn(&(String, String, String)) -> String| {
            let mut out = String::new();
            for file in &self.files {
                let text = pick(file);
                if text.trim().is_empty() {
                    continue;
                }
                let own = self.loose || file.0 == "site/content/over.md";
                let place = if own { String::new() } else { format!(", in {}", file.0) };
                let _ = writeln!(out, "{title}{place}:");
                text.trim_end().lines().for_each(|line| {
                    let _ = writeln!(out, "{}", format!("    {line}").trim_end());
                });
            }
            out
        };
        let mut wrong = side("Zo niet", &|file| file.1.clone());
        let mut right = side("Zo wel", &|file| file.2.clone());
        // What is left out is what mends it.
        if wrong.is_empty() {
            wrong = "Zo niet: zonder wat hieronder staat.\n".to_owned();
        }
        if right.is_empty() {
            right = "Zo wel: zonder dat.\n".to_owned();
        }
        format!("{wrong}\n{right}").trim_end().to_owned()
    }

    /// The codes that a side gives.
    fn gives(&self, right: bool) -> BTreeSet<String> {
        let place = Place::new();
        let mut files: BTreeMap<String, String> =
            AROUND.iter().map(|(p, t)| ((*p).to_owned(), (*t).to_owned())).collect();
        let with = fs::read_to_string(root().join("tests/cases/with/overleg.txt")).unwrap();
        for part in with.split("\n--- ").skip(1) {
            let (path, text) = part.split_once('\n').unwrap();
            files.insert(path.to_owned(), text.to_owned());
        }
        for (path, wrong, good) in &self.files {
            let mut text = if right { good.clone() } else { wrong.clone() };
            let absent = text.is_empty();
            let page = path.ends_with(".md") && !self.code.starts_with("FM") && !text.starts_with("+++");
            if page {
                text = format!("+++\ntitel = \"Over\"\n+++\n\n{text}");
            }
            if absent {
                files.remove(path)
            } else {
                files.insert(path.clone(), text)
            };
        }
        files.iter().for_each(|(path, text)| place.write(path, text.as_bytes()));
        let sources = place.sources();
        let options = Options { drafts: false, today: Some(jiff::civil::date(2026, 11, 26)) };
        crate::support::told(&sources, options).iter().map(|p| p.code.to_owned()).collect()
    }
}

#[test]
fn every_code_has_a_wrong_and_a_right_example() {
    let all = all();
    let mut codes: BTreeSet<String> = BTreeSet::new();
    for file in crate::cases::files_in(&root().join("src/diag/words")) {
        if file.extension().is_none_or(|end| end != "rs") {
            continue;
        }
        let text = fs::read_to_string(file).unwrap();
        codes.extend(text.split('"').filter(|w| crate::cases::is_code(w)).map(str::to_owned));
    }
    let have: BTreeSet<String> = all.iter().map(|e| e.code.clone()).collect();
    let without: Vec<&String> = codes.difference(&have).collect();
    assert!(without.is_empty(), "no example in tests/voorbeelden.txt: {without:?}");
    let loose: Vec<&str> = all.iter().filter(|e| e.loose).map(|e| e.code.as_str()).collect();
    assert_eq!(loose, LOOSE);
    for example in &all {
        assert!(example.shown().contains("Zo niet") && example.shown().contains("Zo wel"), "{}", example.code);
    }
}

#[test]
fn the_wrong_example_gives_its_message_and_the_right_one_does_not() {
    let mut failed = String::new();
    // The rules are held to theirs by `tests/rules.rs`.
    for example in all().iter().filter(|e| !e.loose && !root().join(format!("tests/rules/{}.txt", e.code)).exists()) {
        let (wrong, right) = (example.gives(false), example.gives(true));
        if !wrong.contains(&example.code) {
            let _ = writeln!(failed, "{}: the wrong example gives {wrong:?}", example.code);
        }
        // An editor copies the right one: nothing else is wrong with it, but for what a rule says of a site so small.
        if right.iter().any(|code| *code == example.code || !code.starts_with("REGEL")) {
            let _ = writeln!(failed, "{}: the right example gives {right:?}", example.code);
        }
    }
    assert!(failed.is_empty(), "{failed}");
}

#[test]
fn the_program_shows_them() {
    let mut text = String::from(
        "Made by `UPDATE=1 cargo test --test product voorbeelden` from tests/voorbeelden.txt and tests/rules/.\n",
    );
    for example in all() {
        let _ = write!(text, "\n## {}\n{}\n", example.code, example.shown());
    }
    let file = root().join("src/diag/words/explain/voorbeelden.txt");
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&file, &text).unwrap();
    }
    let written = fs::read_to_string(&file).unwrap_or_default();
    assert!(
        written == text,
        "{} is not what the examples say: UPDATE=1 cargo test --test product voorbeelden",
        file.display()
    );
}
