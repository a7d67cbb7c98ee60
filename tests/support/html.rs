//! Reading HTML as a browser does.

use scraper::{ElementRef, Html, Selector};

/// The source of every element that the selector finds, one after another, without empty lines.
pub fn source(html: &str, selector: &str) -> String {
    let found = select(html, selector, |e| e.html());
    let lines = found.iter().flat_map(|f| f.lines()).map(str::trim_end).filter(|l| !l.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

/// The words of every element that the selector finds, one element a line.
pub fn words(html: &str, selector: &str) -> String {
    select(html, selector, |e| e.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")).join("\n")
}

fn select(html: &str, selector: &str, map: impl Fn(ElementRef<'_>) -> String) -> Vec<String> {
    let selector = Selector::parse(selector).unwrap_or_else(|e| panic!("selector “{selector}”: {e}"));
    Html::parse_document(html).select(&selector).map(map).collect()
}
