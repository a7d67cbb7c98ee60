//! `verbeeld check --leesniveau`: how hard each page is to read, and which sentences make it so.

use super::say;
use crate::pages::Page;
use crate::pages::view::PageView;
use crate::pipeline::Built;
use crate::reading::{self, Level, Reading, Sentence};
use crate::source::{Role, Sources};
use serde_json::{Value, json};
use std::sync::Arc;

/// So many of the hardest sentences are told.
const HARDEST: usize = 10;

/// Prints the list of pages and the hardest sentences.
pub fn print(built: &Built, sources: &Sources) {
    if built.output.is_none() {
        say::out("Los eerst de fouten op: zonder site is er geen leesniveau te meten.\n");
        return;
    }
    say::out(report(built, sources));
}

/// The report, the hardest page first.
fn report(built: &Built, sources: &Sources) -> String {
    let pages = pages(built);
    let readings: Vec<Reading> = pages.iter().map(|(_, r)| r.clone()).collect();
    let Some(median) = reading::median(&readings) else {
        return "Er zijn geen pagina's met genoeg lopende tekst om te meten.\n".to_owned();
    };
    let mut out = String::from("Niveau  Score  Pagina\n");
    for (path, reading) in &pages {
        let name = path.trim_end_matches("index.html");
        let name = if name.is_empty() { "startpagina" } else { name };
        out.push_str(&format!("{:<7} {:>5.0}  {name}\n", reading.level.to_string(), reading.score));
    }
    out.push_str("\nDe moeilijkste zinnen:\n");
    for sentence in hardest(&pages) {
        let place = place_of(&sentence.text, sources).map(|place| format!("{place}: ")).unwrap_or_default();
        out.push_str(&format!("- {place}{}\n", sentence.text));
    }
    let above = pages.iter().filter(|(_, r)| r.level > Level::C1).count();
    out.push_str(&format!(
        "\n{} pagina's gemeten. De middelste pagina is {median}. Boven C1: {above}.\nHet niveau is een aanwijzing: het volgt uit de lengte van zinnen en woorden (formule van Flesch-Douma).\n",
        pages.len()
    ));
    out
}

/// The same for other programs: the pages and the hardest sentences; `null` when no site could be made.
pub fn as_json(built: &Built, sources: &Sources) -> Value {
    if built.output.is_none() {
        return Value::Null;
    }
    let pages = pages(built);
    let levels: Value = pages
        .iter()
        .map(|(path, reading)| json!({ "pad": path, "niveau": reading.level.to_string(), "score": reading.score.round() }))
        .collect();
    let hardest: Value = hardest(&pages)
        .map(|sentence| json!({ "zin": sentence.text, "plek": place_of(&sentence.text, sources) }))
        .collect();
    json!({ "paginas": levels, "moeilijkste_zinnen": hardest })
}

/// Every page with enough running text, the hardest first.
fn pages(built: &Built) -> Vec<(String, Reading)> {
    let read =
        |(page, view): &(Arc<Page>, Arc<PageView>)| Some((page.path.clone(), reading::of_texts(view.sentences())?));
    let mut pages: Vec<_> = built.views.iter().filter_map(read).collect();
    pages.sort_by(|a, b| a.1.score.total_cmp(&b.1.score));
    pages
}

/// The hardest sentences, each once.
fn hardest(pages: &[(String, Reading)]) -> impl Iterator<Item = &Sentence> {
    let mut seen = std::collections::BTreeSet::new();
    let mut hard: Vec<&Sentence> =
        pages.iter().flat_map(|(_, r)| &r.sentences).filter(|s| s.is_long() && seen.insert(&s.text)).collect();
    hard.sort_by(|a, b| a.score().total_cmp(&b.score()));
    hard.into_iter().take(HARDEST)
}

/// File and line where a sentence stands; `None` when it was put together from several texts.
fn place_of(sentence: &str, sources: &Sources) -> Option<String> {
    // Links and marks stand between the words in the source: a run of words without them is enough to find it by.
    let words: Vec<&str> = sentence.split_whitespace().collect();
    let longest = (2..=words.len().min(6)).rev();
    let files = || sources.of(Role::Page).chain(sources.of(Role::Data)).map(|(_, file)| file);
    for length in longest {
        for run in words.windows(length) {
            let run = run.join(" ");
            if run.len() < 15 {
                continue;
            }
            for file in files() {
                let Ok((text, _)) = file.text() else { continue };
                if let Some(at) = text.find(&run) {
                    let line = text[..at].lines().count().max(1);
                    let line = if text[..at].ends_with('\n') { line + 1 } else { line };
                    return Some(format!("{}:{line}", file.path));
                }
            }
        }
    }
    None
}
