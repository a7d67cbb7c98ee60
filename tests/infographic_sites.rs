//! Every infographic of every site in this repository, read back from the pages: tidy, and its table tells what it shows.

use crate::drawing::{doek, kijk, meetkunde, netjes};
use rayon::prelude::*;
use std::path::{Path, PathBuf};
use verbeeld::pipeline::{Memo, Options, build};
use verbeeld::source::{Project, read};

/// Folders with a site: the portal, and whatever has a `portal.toml` under `tests/`.
fn sites() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = vec![root.to_owned()];
    for folder in std::fs::read_dir(root.join("tests")).unwrap().map(|entry| entry.unwrap().path()) {
        if folder.join("site/portal.toml").is_file() || folder.join("portal.toml").is_file() {
            found.push(folder);
        }
    }
    found.sort();
    found
}

struct Figure {
    place: String,
    kind: String,
    drawings: Vec<String>,
    rows: usize,
}

/// The pages of a site as they are published.
fn pages(root: &Path) -> Vec<(String, String)> {
    let sources = read(&Project::find(root).unwrap()).unwrap();
    let built = build(&sources, Options::default(), &mut Memo::default());
    let output = built.output.unwrap_or_else(|| panic!("{}: {:?}", root.display(), built.problems.first()));
    let html = output.ready().filter(|(path, _)| path.ends_with(".html"));
    html.map(|(path, bytes)| (path.to_owned(), String::from_utf8_lossy(bytes).into_owned())).collect()
}

fn figures(page: &str, html: &str) -> Vec<Figure> {
    let figure = |part: &str| {
        let part = part.split("</figure>").next().unwrap();
        let body = part.split("<tbody>").nth(1).and_then(|rest| rest.split("</tbody>").next()).unwrap_or_default();
        Figure {
            place: page.to_owned(),
            kind: part.split(['"', ' ']).next().unwrap().to_owned(),
            drawings: drawings(part),
            rows: body.matches("<tr").count(),
        }
    };
    html.split("<figure class=\"infographic infographic-").skip(1).map(figure).collect()
}

/// The drawings of a figure; there are glyphs inside them, which are drawings themselves.
fn drawings(figure: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = figure;
    while let Some(start) = rest.find("<svg xmlns=") {
        rest = &rest[start..];
        let (mut depth, mut end) = (0, 0);
        while depth > 0 || end == 0 {
            let next = end + rest[end..].find("svg").unwrap();
            depth += if rest[..next].ends_with("</") { -1 } else { i32::from(rest[..next].ends_with('<')) };
            end = next + 3;
        }
        // What a screen reader hears is no matter of geometry.
        found.push(rest[..=end].replace(" aria-hidden=\"true\"", ""));
        rest = &rest[end..];
    }
    found
}

/// What is wrong with a drawing: each family of kinds has its own way to draw boxes and lines.
fn faults(kind: &str, svg: &str) -> Vec<String> {
    match kind {
        _ if svg.contains("ig-doek") => doek::Cloth::read(svg).faults(),
        "relatiekaart" => {
            let drawing = meetkunde::Drawing::read(svg);
            [drawing.faults(), drawing.tangles()].concat()
        }
        "big8" | "besluitroute" | "boom" | "keuzebord" | "planning" | "rollenmatrix" | "wegwijzer" => {
            netjes::Read::of(svg).faults()
        }
        _ => kijk::faults(svg),
    }
}

#[test]
fn every_infographic_of_every_site_is_tidy() {
    let mut untidy = Vec::new();
    for site in sites() {
        let figures: Vec<Figure> = pages(&site).iter().flat_map(|(page, html)| figures(page, html)).collect();
        assert!(!figures.is_empty(), "{} shows infographics", site.display());
        untidy.extend(figures.par_iter().flat_map_iter(wrong).collect::<Vec<_>>());
        println!("{}: {} infographics", site.display(), figures.len());
    }
    assert!(untidy.is_empty(), "{} faults:\n{}", untidy.len(), untidy.join("\n"));
}

fn wrong(figure: &Figure) -> Vec<String> {
    let name = format!("{}, {}", figure.place, figure.kind);
    let mut found = Vec::new();
    if figure.drawings.is_empty() || figure.rows == 0 {
        found.push(format!("{name}: {} drawings, {} rows", figure.drawings.len(), figure.rows));
    }
    for svg in &figure.drawings {
        found.extend(faults(&figure.kind, svg).into_iter().map(|fault| format!("{name}: {fault}")));
        let lines = svg.matches("<a class=\"ig-lijn ").count();
        if ["relatiekaart", "weefsel"].contains(&figure.kind.as_str()) && lines != figure.rows {
            found.push(format!("{name}: {lines} lines, {} rows", figure.rows));
        }
    }
    found
}

#[test]
fn the_kinds_of_the_portal_are_all_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let figures: Vec<Figure> = pages(root).iter().flat_map(|(page, html)| figures(page, html)).collect();
    let mut kinds: Vec<&str> = figures.iter().map(|figure| figure.kind.as_str()).collect();
    kinds.sort_unstable();
    kinds.dedup();
    assert_eq!(kinds.len(), 17, "{kinds:?}");
}
