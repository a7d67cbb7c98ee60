//! What a message says to write, mends it: in every case under `tests/cases/` each repair that a message holds, and each line that it gives to
//! copy, is written in its place. The message must be gone then, and nothing new may be told of what was written.
use crate::support::case;
use crate::support::project::Place;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use verbeeld::diag::{Diagnostic, Files, Span, line_column};
use verbeeld::pipeline::Options;
use verbeeld::source::Sources;

/// What may be told after a mend: what an editor must still fill in or use, and files that the case does not have.
const AFTER: &[&str] = &["REGEL052", "REGEL039", "LINK001", "LINK004"];

fn built(place: &Place, options: Options) -> (Sources, Vec<Diagnostic>) {
    let sources = place.sources();
    let problems = crate::support::told(&sources, options);
    (sources, problems)
}

/// The texts that a message says to write, each with the place that it may be meant for.
fn ways(problem: &Diagnostic, text: &str) -> Vec<Vec<(Span, String)>> {
    if !problem.mend.is_empty() {
        return vec![problem.mend.clone()];
    }
    let Some(place) = problem.place else { return Vec::new() };
    let Some((_, literal)) = problem.remedy.split_once("Schrijf: ") else { return Vec::new() };
    let end = literal.match_indices(". ").map(|(i, _)| i).find(|i| literal[i + 2..].starts_with(char::is_uppercase));
    // Of two that can be meant the first; of what stands there more than once the next is told.
    let whole = literal[..end.unwrap_or(literal.len())].split(", of ").next().unwrap_or_default();
    if problem.remedy.contains("Het staat er zo nog") {
        return Vec::new();
    }
    let start = text[..place.range().start.min(text.len())].rfind('\n').map_or(0, |i| i + 1);
    let line = start..start + text[start..].lines().next().unwrap_or_default().len();
    let value = text[line.clone()].find('=').map(|i| line.start + i + 1..line.end);
    let at = |range: std::ops::Range<usize>, what: &str| vec![(Span::new(place.file, range), what.to_owned())];
    let mut ways = Vec::new();
    for what in [whole, whole.trim_end_matches('.')] {
        ways.push(at(place.range(), what));
        ways.extend(value.clone().map(|range| at(range, &format!(" {what}"))));
        ways.push(at(line.clone(), what));
    }
    ways
}

/// The message, as far as it says the same wherever it stands.
fn says(problem: &Diagnostic) -> (&'static str, String) {
    (problem.code, problem.message.clone())
}

/// Is the message gone when this is written, and is nothing new told of the lines that changed?
fn mends(
    place: &Place,
    options: Options,
    sources: &Sources,
    before: &[Diagnostic],
    told: &Diagnostic,
    way: &[(Span, String)],
) -> Result<(), String> {
    let file = way[0].0.file;
    let (path, bytes) = (sources.path(file).to_owned(), sources.get(file).bytes.clone());
    let mut text = String::from_utf8(bytes.to_vec()).map_err(|_| "no text".to_owned())?;
    let mut splices = way.to_vec();
    splices.sort_by_key(|(span, _)| std::cmp::Reverse(span.start));
    let (mut first, mut grown) = (usize::MAX, 0);
    for (span, what) in &splices {
        if !text.is_char_boundary(span.range().start) || !text.is_char_boundary(span.range().end) {
            return Err("not on a character".to_owned());
        }
        text.replace_range(span.range(), what);
        first = first.min(span.range().start);
        grown += what.len();
    }
    let last = first + grown;
    place.write(&path, text.as_bytes());
    let (after_sources, after) = built(place, options);
    place.write(&path, &bytes);
    let times = |all: &[Diagnostic]| all.iter().filter(|p| says(p) == says(told)).count();
    if times(&after) >= times(before) {
        return Err("it is told all the same".to_owned());
    }
    let known: BTreeSet<_> = before.iter().map(says).collect();
    let lines = |at: usize| line_column(&text, at.min(text.len())).line;
    let new = after.iter().find(|p| {
        let here = p.place.is_some_and(|at| {
            let line = line_column(&after_sources.text(at.file), at.start as usize).line;
            after_sources.path(at.file) == path && way.len() == 1 && (lines(first)..=lines(last)).contains(&line)
        });
        here && !known.contains(&says(p)) && !AFTER.contains(&p.code)
    });
    new.map_or(Ok(()), |p| Err(format!("now it is told: {} {}", p.code, p.message)))
}

fn cases() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut all = crate::cases::files_in(&root);
    all.retain(|path| !path.starts_with(root.join("with")) && path.extension().is_some_and(|e| e == "txt"));
    all
}

#[test]
fn what_a_message_says_to_write_mends_it() {
    let (mut failed, mut tried) = (Vec::new(), 0);
    for path in cases() {
        let (place, options) = case::opening(&path);
        let (sources, before) = built(&place, options);
        let mut seen = BTreeSet::new();
        for told in &before {
            let Some(file) = told.place.map(|at| at.file) else { continue };
            let is_text = sources.get(file).disk.is_some() && sources.get(file).text().is_ok();
            if !is_text || !seen.insert(says(told)) {
                continue;
            }
            let text = fs::read_to_string(sources.get(file).disk.as_ref().unwrap()).unwrap_or_default();
            let ways = ways(told, &text);
            if ways.is_empty() {
                continue;
            }
            tried += 1;
            let outcomes: Vec<_> = ways
                .iter()
                .map(|way| mends(&place, options, &sources, &before, told, way))
                .take_while(|o| o.is_err())
                .collect();
            if outcomes.len() == ways.len() {
                let name = path.file_stem().unwrap().to_string_lossy().into_owned();
                failed.push(format!("{name}: {} {}\n  {}\n  {:?}", told.code, told.message, told.remedy, outcomes));
            }
        }
    }
    assert!(tried > 60, "only {tried} remedies were found");
    assert!(failed.is_empty(), "{} of {tried} remedies do not mend:\n{}", failed.len(), failed.join("\n"));
}
