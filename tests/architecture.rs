//! What holds for the source as a whole: how long a file may be, and which words may not stand in it. Who may know whom holds
//! `walls`.
use std::fs;
use std::path::{Path, PathBuf};

/// Longer than this and a file has more than one purpose.
const LONGEST: usize = 600;

struct File {
    path: PathBuf,
    name: String,
    text: String,
}

fn source() -> Vec<File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                let name = path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
                let text = fs::read_to_string(&path).unwrap();
                files.push(File { path, name, text });
            }
        }
    }
    files.sort_by(|a, b| a.name.cmp(&b.name));
    assert!(files.len() > 50, "the source is not found");
    files
}

impl File {
    fn room(&self) -> &str {
        self.name.split('/').next().unwrap().trim_end_matches(".rs")
    }

    /// Lines of code with their numbers: no comments, no tests.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let tests = self.name.ends_with("tests.rs") || self.name.contains("/tests/");
        let lines = self.text.lines().take_while(|l| !l.starts_with("#[cfg(test)]")).enumerate();
        lines.filter(move |(_, l)| !tests && !l.trim_start().starts_with("//")).map(|(i, l)| (i + 1, l))
    }
}

/// Verbeeld is for any collaboration: what belongs to one stands in its `site/`, not in the program or the theme.
/// Comments and tests may name examples.
#[test]
fn no_word_of_one_collaboration_in_the_program() {
    let words = [
        "twente",
        "vth",
        "pho-",
        "odt",
        "noaberkracht",
        "kerngroep",
        "enschede",
        "hengelo",
        "almelo",
        "verliefd",
        "verloofd",
        "getrouwd",
        "uitvoeringsplan",
        "overijssel",
    ];
    let mut wrong = Vec::new();
    let mut look = |name: &str, number: usize, line: &str| {
        let lower = line.to_lowercase();
        let parts: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric() && c != '-').collect();
        // An extension or media type such as "odt" is not the environment service.
        let excused = lower.contains("opendocument");
        if let Some(word) = words.iter().find(|w| parts.iter().any(|p| p.starts_with(*w))).filter(|_| !excused) {
            wrong.push(format!("{name}:{number}: “{word}” in {}", line.trim()));
        }
    };
    for file in source() {
        for (number, line) in file.code() {
            look(&format!("src/{}", file.name), number, line);
        }
    }
    for theme in embedded(Path::new(env!("CARGO_MANIFEST_DIR"))) {
        let text = fs::read_to_string(&theme).unwrap_or_default();
        for (i, line) in text.lines().enumerate() {
            look(&theme.to_string_lossy(), i + 1, line);
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What travels inside the program: the themes and the starter site.
fn embedded(root: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![root.join("themes"), root.join("src/source/starter")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    assert!(files.len() > 30);
    files
}

#[test]
fn no_file_is_too_long() {
    let long: Vec<String> = source()
        .iter()
        .map(|f| (f, f.text.lines().count()))
        .filter(|(_, lines)| *lines > LONGEST)
        .map(|(f, lines)| format!("{}: {lines} lines", f.path.display()))
        .collect();
    assert!(long.is_empty(), "longer than {LONGEST} lines:\n{}", long.join("\n"));
}

#[test]
fn nothing_is_left_to_do() {
    let mut wrong = Vec::new();
    for file in source() {
        for (i, line) in file.text.lines().enumerate() {
            if ["todo!", "unimplemented!", "TODO", "FIXME", "XXX", "dbg!"].iter().any(|w| line.contains(w)) {
                wrong.push(format!("src/{}:{}: {}", file.name, i + 1, line.trim()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Only these rooms touch the disk; clippy holds the functions, this holds the permission to use them.
#[test]
fn only_source_output_and_serve_allow_the_disk() {
    let wrong: Vec<String> = source()
        .iter()
        .filter(|f| f.text.contains("disallowed_methods"))
        .filter(|f| !["source", "output", "serve"].contains(&f.room()))
        .map(|f| f.name.clone())
        .collect();
    assert!(wrong.is_empty(), "these allow themselves the disk or the clock: {wrong:?}");
}

/// A phrase that nobody says is a line for every translator, for nothing.
#[test]
fn every_phrase_is_said() {
    let source: String =
        source().into_iter().filter(|f| !f.name.starts_with("phrases/list/")).map(|f| f.text).collect();
    // Those at the top are for templates, and words of the data are asked for by the data.
    let named = ["", "kinds", "keys", "fixed", "meanings", "numbers"];
    for group in verbeeld::phrases::list::GROUPS.iter().filter(|group| !named.contains(&group.name)) {
        for phrase in group.phrases {
            assert!(source.contains(&format!(".{}(", phrase.key)), "{} is never said", phrase.path(group));
        }
    }
}
