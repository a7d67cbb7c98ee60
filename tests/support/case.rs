//! Cases: one text file holds a small site, what is done to it, and what is expected.
//!
//! ```text
//! # What the case shows. `with:` adds the files of cases/with/<name>.txt, `drafts` builds drafts too,
//! # `today: 2027-06-10` makes that day count as today.
//! with: overleg
//!
//! --- site/content/over.md            a file; (crlf), (bom), (bytes: \xNN) or (link) tell how it is saved
//! …
//! === problems                        what an editor is told; without this part nothing may be wrong
//! === files                           paths of the output
//! === file atom.xml                   a whole file of the output
//! === html over/index.html .prose     elements found by a CSS selector
//! === words over/index.html h1        their words
//! === rendered                        pages that were rendered anew
//!
//! >>> what is done next
//! --- site/content/over.md (removed)
//! === rendered
//! ```
//!
//! A site without `portal.toml` or home page gets a plain one. At every step the site is built twice, with the memo of the
//! steps before and from nothing: both must give the same.

use super::project::Place;
use super::{diff, html};
use std::cell::RefCell;
use std::fmt::Write;
use std::fs;
use std::path::Path;
use verbeeld::diag::{Diagnostic, Files, Span, line_column, short};
use verbeeld::pipeline::{Built, Memo, Options, build};
use verbeeld::source::Sources;

const PORTAL: (&str, &str) =
    ("site/portal.toml", "naam = \"Proef\"\nbasis_url = \"https://proef.example/\"\neigenaar = \"Redactie\"\n");
const HOME: (&str, &str) = ("site/content/index.md", "+++\ntitel = \"Start\"\n+++\n");

/// Most cases have no need of words on their pages. Told only in those that speak of it.
const NO_TEXT: &str = "TEKST013";

/// A case as read: its parts keep their order, so that it can be written back.
struct Case {
    opening: Vec<String>,
    parts: Vec<Part>,
}

enum Part {
    File { header: String, body: String },
    Step { header: String },
    Expect { header: String, body: String },
}

impl Case {
    fn parse(text: &str) -> Self {
        let mut case = Self { opening: Vec::new(), parts: Vec::new() };
        for line in text.lines() {
            if line.starts_with("--- ") {
                case.parts.push(Part::File { header: line.to_owned(), body: String::new() });
            } else if line.starts_with("=== ") {
                case.parts.push(Part::Expect { header: line.to_owned(), body: String::new() });
            } else if line.starts_with(">>> ") {
                case.parts.push(Part::Step { header: line.to_owned() });
            } else {
                match case.parts.last_mut() {
                    Some(Part::File { body, .. } | Part::Expect { body, .. }) => {
                        body.push_str(line);
                        body.push('\n');
                    }
                    Some(Part::Step { .. }) => {
                        assert!(line.is_empty(), "“{line}” stands outside a file or expectation")
                    }
                    None => case.opening.push(line.to_owned()),
                }
            }
        }
        for part in &mut case.parts {
            if let Part::File { body, .. } | Part::Expect { body, .. } = part {
                body.truncate(body.trim_end_matches('\n').len());
                if !body.is_empty() {
                    body.push('\n');
                }
            }
        }
        case
    }

    fn text(&self) -> String {
        let mut out = self.opening.join("\n").trim_end().to_owned() + "\n";
        for part in &self.parts {
            let _ = match part {
                Part::File { header, body } | Part::Expect { header, body } => write!(out, "\n{header}\n{body}"),
                Part::Step { header } => write!(out, "\n{header}\n"),
            };
        }
        out
    }

    fn option(&self, name: &str) -> bool {
        self.opening.iter().any(|l| l == name)
    }

    fn value(&self, name: &str) -> Option<&str> {
        self.opening.iter().find_map(|l| l.strip_prefix(name)?.strip_prefix(": "))
    }
}

/// The site that a case begins with, and how it is built.
pub fn opening(path: &Path) -> (Place, Options) {
    let case = Case::parse(&fs::read_to_string(path).unwrap());
    let place = Place::new();
    put_shared(&case, path, &place);
    for part in &case.parts {
        match part {
            Part::File { header, body } => put(&place, header, body),
            Part::Step { .. } => break,
            Part::Expect { .. } => {}
        }
    }
    for (path, text) in [PORTAL, HOME].into_iter().filter(|(path, _)| !place.has(path)) {
        place.write(path, text.as_bytes());
    }
    (place, options(&case))
}

fn options(case: &Case) -> Options {
    let today = case.value("today").map(|day| day.parse().expect("today: a day such as 2027-06-10"));
    Options { drafts: case.option("drafts"), today }
}

fn put_shared(case: &Case, path: &Path, place: &Place) {
    let Some(shared) = case.value("with") else { return };
    let shared = path.parent().unwrap().parent().unwrap().join("with").join(format!("{shared}.txt"));
    let text = fs::read_to_string(&shared).unwrap_or_else(|e| panic!("{}: {e}", shared.display()));
    for part in Case::parse(&text).parts {
        if let Part::File { header, body } = part {
            put(place, &header, &body);
        }
    }
}

thread_local! {
    static BEFORE: RefCell<Memo> = RefCell::default();
}

/// Runs one case. `Err` tells what is not as expected; with `update` the file is mended.
pub fn run(path: &Path, update: bool) -> Result<(), String> {
    let text = fs::read_to_string(path).unwrap();
    let mut case = Case::parse(&text);
    let place = Place::new();
    put_shared(&case, path, &place);
    let options = options(&case);
    // A case that tells which pages are rendered anew begins with nothing; the others with what the case before them left.
    let fresh = text.contains("=== rendered");
    let mut memo = if fresh { Memo::default() } else { BEFORE.take() };
    let mut wrong = String::new();
    let mut parts: Vec<Part> = Vec::new();
    let mut rest = std::mem::take(&mut case.parts).into_iter().peekable();
    let mut step = String::new();
    loop {
        while let Some(Part::File { header, body }) = rest.next_if(|p| matches!(p, Part::File { .. })) {
            put(&place, &header, &body);
            parts.push(Part::File { header, body });
        }
        for (path, text) in [PORTAL, HOME] {
            if step.is_empty() && !place.has(path) {
                place.write(path, text.as_bytes());
            }
        }
        let sources = place.sources();
        let mut built = build(&sources, options, &mut memo);
        same_as_clean(&sources, options, &built, &step, &mut wrong);
        if !text.contains(NO_TEXT) {
            built.problems.retain(|problem| problem.code != NO_TEXT);
        }

        let mut told = false;
        while let Some(Part::Expect { header, body }) = rest.next_if(|p| matches!(p, Part::Expect { .. })) {
            told |= header == "=== problems";
            let actual = actual(&header, &built, &sources);
            if actual != body {
                let _ = write!(wrong, "  {step}{header}\n{}", diff::lines(&body, &actual));
            }
            parts.push(Part::Expect { header, body: actual });
        }
        if !told && !built.problems.is_empty() {
            let actual = problems(&built.problems, &sources);
            let _ = write!(wrong, "  {step}problems that were not expected\n{}", diff::lines("", &actual));
            parts.push(Part::Expect { header: "=== problems".into(), body: actual });
        }
        match rest.next() {
            Some(Part::Step { header }) => {
                step = format!("{header}: ");
                parts.push(Part::Step { header });
            }
            Some(Part::File { header, .. } | Part::Expect { header, .. }) => {
                return Err(format!("  {header}: a file after an expectation belongs under a step (>>> …)\n"));
            }
            None => break,
        }
    }
    if !fresh {
        BEFORE.set(memo);
    }
    case.parts = parts;
    let mended = case.text();
    if update && mended != text {
        fs::write(path, mended).unwrap();
    }
    if wrong.is_empty() || (update && !wrong.contains("clean build")) { Ok(()) } else { Err(wrong) }
}

fn same_as_clean(sources: &Sources, options: Options, built: &Built, step: &str, wrong: &mut String) {
    let clean = build(sources, options, &mut Memo::default());
    if clean.output != built.output {
        let _ = writeln!(wrong, "  {step}the output is not that of a clean build");
    }
    if clean.problems != built.problems {
        let (a, b) = (problems(&clean.problems, sources), problems(&built.problems, sources));
        let _ = write!(wrong, "  {step}the problems are not those of a clean build\n{}", diff::lines(&a, &b));
    }
}

/// Writes or removes the file that a header such as `--- site/content/a.md (crlf)` names.
fn put(place: &Place, header: &str, body: &str) {
    let (path, how) = match header[4..].split_once(" (") {
        Some((path, how)) => (path, how.trim_end_matches(')')),
        None => (&header[4..], ""),
    };
    match how {
        "" => place.write(path, body.as_bytes()),
        "crlf" => place.write(path, body.replace('\n', "\r\n").as_bytes()),
        "bom" => place.write(path, format!("\u{feff}{body}").as_bytes()),
        "bytes" => place.write(path, &unescaped(body)),
        "removed" => place.remove(path),
        // The body is where it leads.
        #[cfg(unix)]
        "link" => place.link(path, body.trim_end()),
        other => panic!("{header}: “{other}” is not a way to save a file"),
    }
}

fn unescaped(body: &str) -> Vec<u8> {
    let mut out = Vec::new();
    let mut rest = body;
    while let Some((before, after)) = rest.split_once("\\x") {
        out.extend_from_slice(before.as_bytes());
        out.push(u8::from_str_radix(&after[..2], 16).unwrap());
        rest = &after[2..];
    }
    out.extend_from_slice(rest.as_bytes());
    out
}

fn actual(header: &str, built: &Built, sources: &Sources) -> String {
    let words: Vec<&str> = header[4..].splitn(3, ' ').collect();
    let text = match words[..] {
        ["problems"] => problems(&built.problems, sources),
        ["rendered"] => built.rendered.join("\n"),
        ["summary"] => format!("{} pages, {} infographics", built.pages, built.infographics),
        _ => match &built.output {
            None => "(no output)".into(),
            Some(output) => match words[..] {
                ["files"] => {
                    // What is made only when asked for is no part of a case.
                    let mut paths: Vec<String> = output.ready().map(|(path, _)| without_print(path)).collect();
                    paths.sort();
                    paths.join("\n")
                }
                [how, path, ref rest @ ..] => match output.iter().find(|(p, _)| without_print(p) == path) {
                    None => "(no such file)".into(),
                    Some((_, bytes)) => {
                        let text = String::from_utf8_lossy(bytes);
                        match (how, rest) {
                            ("file", []) => text.trim_start_matches('\u{feff}').replace("\r\n", "\n"),
                            ("html", [selector]) => html::source(&text, selector),
                            ("words", [selector]) => html::words(&text, selector),
                            _ => panic!("{header}: not an expectation"),
                        }
                    }
                },
                _ => panic!("{header}: not an expectation"),
            },
        },
    };
    let text = text.trim_end();
    format!("{}\n", if text.is_empty() { "(nothing)" } else { text })
}

/// A path without the fingerprint in it, which changes with every change of the theme.
fn without_print(path: &str) -> String {
    let parts: Vec<&str> = path.split('.').collect();
    match parts[..] {
        [name, print, extension] if print.len() == 10 && path.starts_with("bestanden/") => {
            format!("{name}.*.{extension}")
        }
        _ => path.to_owned(),
    }
}

/// Problems as an editor reads them: the short form, the words that the caret stands under, and what to do.
fn problems(all: &[Diagnostic], sources: &Sources) -> String {
    let mut out = String::new();
    for problem in all {
        let _ = writeln!(out, "{}", short::render(problem, sources));
        if let Some(place) = problem.place {
            let _ = writeln!(out, "  at: {}{}", excerpt(place, sources), labelled(&problem.label));
        }
        for (place, words) in &problem.related {
            let at = line_column(&sources.text(place.file), place.start as usize);
            let path = sources.path(place.file);
            let _ = writeln!(
                out,
                "  see: {path}:{}:{}: {}{}",
                at.line,
                at.column,
                excerpt(*place, sources),
                labelled(words)
            );
        }
        if !problem.remedy.is_empty() {
            let _ = writeln!(out, "  do: {}", problem.remedy);
        }
    }
    if out.is_empty() { "(nothing)\n".into() } else { out }
}

fn excerpt(place: Span, sources: &Sources) -> String {
    let text = sources.text(place.file);
    let end = (place.end as usize..=text.len()).find(|i| text.is_char_boundary(*i)).unwrap_or(text.len());
    let words = text.get(place.start as usize..end).unwrap_or("(not on a character)");
    let first = words.lines().next().unwrap_or_default();
    match (words.is_empty(), first == words) {
        (true, _) => "‹›".into(),
        (_, true) => format!("‹{first}›"),
        (_, false) => format!("‹{first} …›"),
    }
}

fn labelled(words: &str) -> String {
    if words.is_empty() { String::new() } else { format!(" {words}") }
}
