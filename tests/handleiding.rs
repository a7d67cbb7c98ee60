//! The manual's pictures: each is what the block above it gives, with the data of the site in this repository.
//! `UPDATE=1 cargo test --test handleiding` writes them.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "tests"
)]

use std::fs;
use std::path::Path;
use verbeeld::export::Form;
use verbeeld::pipeline::{Memo, Options, build};
use verbeeld::source::{Project, read};

/// Blocks of the manual: kind, block and the address of its picture.
fn blocks() -> Vec<(String, String, String)> {
    let manual = fs::read_to_string(root().join("HANDLEIDING.md")).unwrap();
    let sections = manual.split("\n### `").skip(1);
    sections
        .filter_map(|section| {
            let kind = section.split('`').next().unwrap().to_owned();
            let block = section.split("```infographic\n").nth(1)?.split("```").next().unwrap().to_owned();
            let picture = section.split("](docs/").nth(1).unwrap_or_else(|| panic!("{kind} has no picture"));
            Some((kind, block, format!("docs/{}", picture.split(')').next().unwrap())))
        })
        .collect()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn every_kind_has_its_block_and_its_picture() {
    let folder = tempfile::TempDir::new().unwrap();
    let site = folder.path().join("site");
    copy(&root().join("site"), &site);
    let blocks = blocks();
    assert_eq!(blocks.len(), 16, "the manual shows {:?}", blocks.iter().map(|b| &b.0).collect::<Vec<_>>());
    for (kind, block, _) in &blocks {
        let page = format!("+++\ntitel = \"Voorbeeld\"\n+++\n\n```infographic\n{block}```\n");
        fs::write(site.join(format!("content/voorbeeld-{kind}.md")), page).unwrap();
    }
    let sources = read(&Project::find(folder.path()).unwrap()).unwrap();
    let built = build(&sources, Options::default(), &mut Memo::default());
    let problems: Vec<String> = built
        .problems
        .iter()
        .map(|p| verbeeld::diag::short::render(p, &sources))
        .filter(|p| p.contains("voorbeeld"))
        .collect();
    assert!(problems.is_empty(), "{problems:#?}");
    let output = built.output.unwrap();
    let mut wrong = Vec::new();
    for (kind, _, picture) in &blocks {
        assert_eq!(picture, &format!("docs/beelden/{kind}.svg"));
        let start = format!("voorbeeld-{kind}/");
        let sheet = output.recipes().find(|(path, r)| path.starts_with(&start) && r.form() == Some(Form::Svg));
        let bytes = sheet.unwrap_or_else(|| panic!("{kind} gives nothing")).1.bytes(|| None).unwrap();
        let file = root().join(picture);
        if fs::read(&file).is_ok_and(|now| now[..] == bytes[..]) {
            continue;
        }
        if std::env::var_os("UPDATE").is_some() {
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(&file, &bytes).unwrap();
        } else {
            wrong.push(picture.clone());
        }
    }
    assert!(wrong.is_empty(), "not current, write them with UPDATE=1: {wrong:#?}");
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}
