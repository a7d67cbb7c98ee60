//! Drawings kept as files, to be looked at when they change. `beeld.css` gives them the theme's looks, so that a change of
//! the style alone changes no file.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

/// Compares a drawing with its file; `UPDATE` writes it.
pub fn snapshot(name: &str, svg: &str) {
    compare(name, &format!("<?xml-stylesheet href=\"beeld.css\"?>\n{svg}\n"));
}

/// Compares text with its file; `UPDATE` writes it.
#[allow(clippy::disallowed_methods)]
pub fn compare(name: &str, content: &str) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/infographic").join(name);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, content).unwrap();
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(expected == content, "{name} differs; UPDATE=1 rewrites it, then look at it");
}

/// Compares what can be counted in a drawing with its line in `maten.txt`; `UPDATE` writes it. Whole drawings are kept of three kinds
/// only: of the others a change of one path says nothing to who reads the difference, and a text or a link that is gone does.
#[allow(clippy::disallowed_methods)]
pub fn measured(name: &str, svg: &str) {
    static FILE: Mutex<()> = Mutex::new(());
    let _held = FILE.lock().unwrap_or_else(PoisonError::into_inner);
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/infographic/maten.txt");
    let text = std::fs::read_to_string(&path).unwrap_or_default();
    let mut lines: BTreeMap<String, String> =
        text.lines().filter_map(|line| line.split_once(": ")).map(|(a, b)| (a.to_owned(), b.to_owned())).collect();
    let found = measures(svg);
    if std::env::var_os("UPDATE").is_some() {
        lines.insert(name.to_owned(), found.clone());
        let lines: String = lines.iter().map(|(name, measures)| format!("{name}: {measures}\n")).collect();
        std::fs::write(&path, lines).unwrap();
        return;
    }
    assert_eq!(lines.get(name), Some(&found), "{name} differs; UPDATE=1 rewrites it, then look at the drawing");
}

/// How wide and high it is, how many texts, links, named things and shapes stand in it, and how many letters it says.
fn measures(svg: &str) -> String {
    let html = scraper::Html::parse_fragment(svg);
    let count = |selector: &str| html.select(&scraper::Selector::parse(selector).unwrap()).count();
    let frame = svg.split("viewBox=\"0 0 ").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default();
    let texts = scraper::Selector::parse("text").unwrap();
    let letters: usize = html.select(&texts).map(|text| text.text().map(|t| t.chars().count()).sum::<usize>()).sum();
    format!(
        "{} px, {} texts of {letters} letters, {} links, {} named, {} boxes, {} circles, {} paths",
        frame.replace(' ', " × "),
        count("text"),
        count("a[href]"),
        count("[aria-label]"),
        count("rect"),
        count("circle"),
        count("path")
    )
}
