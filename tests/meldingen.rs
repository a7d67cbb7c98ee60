//! The manual's list of all messages, `docs/meldingen.md`: made from what the cases show and what `--uitleg` says, so that no message
//! is in the program and not in the list. `UPDATE=1 cargo test --test product meldingen` writes it.
use crate::voorbeelden;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use verbeeld::diag::words::explain::{EXPLAINED, explanation};

/// A message as a case shows it.
struct Shown {
    message: String,
    at: String,
    remedy: String,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files_in(folder: &Path) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files_in(&path)) } else { found.push(path) }
    }
    found.sort();
    found
}

/// What the cases expect, by code: each sentence once.
fn shown() -> BTreeMap<String, Vec<Shown>> {
    let mut all: BTreeMap<String, Vec<Shown>> = BTreeMap::new();
    for file in files_in(&root().join("tests/cases")) {
        let text = fs::read_to_string(file).unwrap();
        let mut lines = text.lines().peekable();
        while let Some(line) = lines.next() {
            let Some((code, message)) = told(line) else { continue };
            let mut part = |mark: &str| {
                lines.next_if(|l| l.starts_with(mark)).map(|l| l[mark.len()..].to_owned()).unwrap_or_default()
            };
            let (at, remedy) = (part("  at: "), part("  do: "));
            let known = all.entry(code.to_owned()).or_default();
            if known.iter().all(|s| kind_of(&s.message) != kind_of(message)) {
                known.push(Shown { message: message.to_owned(), at, remedy });
            }
        }
    }
    all
}

/// The code and the sentence of `pad:1:2: fout[CODE]: sentence`.
fn told(line: &str) -> Option<(&str, &str)> {
    let rest = ["fout[", "let op["].iter().find_map(|word| line.split_once(word)).map(|(_, rest)| rest)?;
    let (code, message) = rest.split_once("]: ")?;
    let letters = code.trim_end_matches(|c: char| c.is_ascii_digit());
    (code.len() == letters.len() + 3 && letters.bytes().all(|b| b.is_ascii_uppercase())).then_some((code, message))
}

/// A sentence without what it quotes.
fn kind_of(message: &str) -> String {
    let mut quoted = false;
    message
        .chars()
        .filter(|&c| {
            match c {
                '“' => quoted = true,
                '”' => quoted = false,
                _ => {}
            }
            !quoted && !c.is_ascii_digit()
        })
        .collect()
}

fn list() -> String {
    let shown = shown();
    let examples = voorbeelden::all();
    let mut codes: Vec<&str> = shown.keys().map(String::as_str).collect();
    codes.extend(examples.iter().map(|e| e.code.as_str()));
    codes.extend(
        EXPLAINED.iter().copied().flatten().map(|e| e.code).filter(|c| c.ends_with(|c: char| c.is_ascii_digit())),
    );
    codes.sort_unstable();
    codes.dedup();
    let mut out = String::from(
        "# Alle meldingen\n\nDeze lijst wordt gemaakt uit het programma en zijn tests. Achter elke code staat wat Verbeeld meldt, met een voorbeeld en \
         wat u doet. Uitleg bij één code geeft ook: `verbeeld check --uitleg CODE`.\n",
    );
    for code in codes {
        let title = explanation(code).filter(|e| e.code == code).map(|e| format!(": {}", e.title)).unwrap_or_default();
        let _ = write!(out, "\n## {code}{title}\n\n");
        if let Some(e) = explanation(code).filter(|e| e.code == code) {
            let text: Vec<String> = e.text.split("\n\n").map(fenced).collect();
            let _ = write!(out, "{}\n\n", text.join("\n\n"));
        }
        if let Some(example) = examples.iter().find(|e| e.code == code) {
            let _ = write!(out, "```text\n{}\n```\n\n", example.shown());
        }
        for message in shown.get(code).into_iter().flatten() {
            let _ = writeln!(out, "- **{}.**", literal(message.message.trim_end_matches('.')));
            if !message.at.is_empty() {
                let _ = writeln!(out, "  Bij: {}", literal(&message.at));
            }
            if !message.remedy.is_empty() {
                let _ = writeln!(out, "  {}", literal(&message.remedy));
            }
        }
    }
    out
}

/// An example of several lines stands as it is.
fn fenced(paragraph: &str) -> String {
    match paragraph.starts_with("Zo niet") || paragraph.starts_with("[[") {
        true => format!("```text\n{paragraph}\n```"),
        false => literal(paragraph),
    }
}

/// Signs of Markdown and HTML stay signs.
fn literal(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        if matches!(c, '*' | '_' | '`' | '[' | ']' | '<' | '>' | '#' | '|' | '\\' | '{' | '}' | '~' | '=' | '$' | '^') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[test]
fn the_manual_lists_every_message() {
    let file = root().join("docs/meldingen.md");
    let list = list();
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&file, &list).unwrap();
    }
    let written = fs::read_to_string(&file).unwrap_or_default();
    assert!(
        written == list,
        "docs/meldingen.md is not what the program says: UPDATE=1 cargo test --test product meldingen"
    );
}

/// Words of programmers and English that an editor need not know; where one is needed, it is said plainly besides.
#[test]
fn messages_speak_plain_dutch() {
    const NOT: &[&str] = &[
        "backslash",
        "attribuut",
        "HTML-tag",
        " tag ",
        "stuurteken",
        "regex",
        "token.",
        "sjabloonmotor",
        "Engels",
        "parser",
        "string ",
        "array",
        "boolean",
        "error",
        "warning",
        "syntax",
    ];
    for (code, messages) in shown() {
        for shown in messages {
            let says = format!("{} {}", kind_of(&shown.message), kind_of(&shown.remedy));
            for word in NOT {
                assert!(!says.contains(word), "{code}: “{word}” in: {says}");
            }
        }
    }
}
