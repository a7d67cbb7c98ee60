//! Every case under `tests/cases/`, one test per topic. `UPDATE=1 cargo test --test product cases` fills in what is expected.
use crate::support::case;
use std::fs;
use std::path::{Path, PathBuf};

macro_rules! topics {
    ($($topic:ident),+ $(,)?) => {
        const TOPICS: &[&str] = &[$(stringify!($topic)),+];
        $(
            #[test]
            fn $topic() {
                topic(stringify!($topic));
            }
        )+
    };
}

topics! { data, encoding, figures, frontmatter, incremental, infographics, links, markdown, menu, output, pages, theme }

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases")
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn topic(name: &str) {
    let update = std::env::var_os("UPDATE").is_some();
    let folder = folder().join(name);
    let mut failed = String::new();
    for case in names(&folder) {
        if let Err(wrong) = case::run(&folder.join(&case), update) {
            failed.push_str(&format!("{name}/{case}\n{wrong}\n"));
        }
    }
    assert!(failed.is_empty(), "not as expected (UPDATE=1 fills in what is):\n\n{failed}");
}

#[test]
fn every_folder_is_a_topic() {
    let folders: Vec<String> = names(&folder()).into_iter().filter(|n| n != "with").collect();
    let mut topics = TOPICS.to_vec();
    topics.sort_unstable();
    assert_eq!(folders, topics);
}

/// A code that no case shows is a sentence that no one has read.
#[test]
fn every_code_has_a_case() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut codes: Vec<String> = Vec::new();
    for file in
        files_in(&root.join("src/diag/words")).into_iter().filter(|file| file.extension().is_some_and(|e| e == "rs"))
    {
        let text = fs::read_to_string(file).unwrap();
        codes.extend(text.split('"').filter(|w| is_code(w)).map(str::to_owned));
    }
    assert!(codes.len() > 30, "the codes are not found: {codes:?}");
    let mut cases = String::new();
    for topic in TOPICS {
        for case in names(&folder().join(topic)) {
            cases.push_str(&fs::read_to_string(folder().join(topic).join(case)).unwrap());
        }
    }
    codes.retain(|code| !cases.contains(&format!("[{code}]")) && !ELSEWHERE.iter().any(|e| code.starts_with(e)));
    assert!(codes.is_empty(), "no case shows {codes:?}");
}

/// Codes that a site alone cannot give, shown by the tests of publishing and of links (`tests/hostile.rs`); and the rules of the data, each of which has a
/// failing and a passing case of its own in `tests/rules/`.
const ELSEWHERE: &[&str] = &[
    "UIT0",
    "REGEL",
    "LINK007",
    "LINK008",
    "LINK009",
    "BESTAND005",
    "BESTAND006",
    "BESTAND007",
    "BESTAND008",
    "BESTAND009",
    "BESTAND01",
];

pub fn files_in(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for name in names(folder) {
        let path = folder.join(name);
        if path.is_dir() { found.extend(files_in(&path)) } else { found.push(path) }
    }
    found
}

pub fn is_code(word: &str) -> bool {
    let letters = word.trim_end_matches(|c: char| c.is_ascii_digit());
    word.len() == letters.len() + 3 && letters.len() >= 2 && letters.bytes().all(|b| b.is_ascii_uppercase())
}
