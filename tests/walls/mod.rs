//! The walls of the house: which file may know which.
//!
//! The source is read as a syntax tree, so every way to name another file counts: groups, renames, `self` and `super`, globs,
//! re-exports, aliases of modules, paths in macros and attributes. A name leads to the file that *defines* it, whatever modules
//! hand it on. Methods are not seen: Rust names no file to call one.

mod arrows;
mod circles;
mod counts;
mod itself;
mod read;
mod tree;

use arrows::{Arrow, arrows};
use std::fs;
use std::path::Path;
use tree::Tree;

/// The rooms, from the ground up. A room may use those before it, never those after it.
const ROOMS: &[&str] = &[
    "dutch",
    "letters",
    "markup",
    "reading",
    "diag",
    "decode",
    "images",
    "source",
    "phrases",
    "model",
    "infographic",
    "content",
    "site",
    "outside",
    "theme",
    "pages",
    "search",
    "render",
    "hosts",
    "export",
    "output",
    "difference",
    "serve",
    "pipeline",
    "edit",
    "cli",
];

/// The rooms within `pages/`, likewise.
const PAGES: &[&str] = &["view", "texts", "page", "book", "writing", "rows", "kinds", "whole", "plan"];

/// The files of `src/`, by name.
fn source() -> Vec<(String, String)> {
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
                files.push((name, fs::read_to_string(&path).unwrap()));
            }
        }
    }
    files.sort();
    assert!(files.len() > 50, "the source is not found");
    files
}

/// The place of a file in an order of rooms; `under` is the folder that holds them.
fn place<'f>(file: &'f str, under: &str, order: &[&str]) -> Option<(usize, &'f str)> {
    let room = file.strip_prefix(under)?.split('/').next()?.trim_end_matches(".rs");
    Some((order.iter().position(|other| *other == room)?, room))
}

/// The arrows that run upwards in an order of rooms.
fn upward(arrows: &[Arrow], under: &str, order: &[&str]) -> Vec<String> {
    let mut wrong = Vec::new();
    for arrow in arrows {
        let Some((own, _)) = place(&arrow.from, under, order) else { continue };
        // Also what hands a name on: who asks the attic for something of the cellar still asks the attic.
        for to in [&arrow.to, &arrow.named] {
            if let Some((_, room)) = place(to, under, order).filter(|(other, _)| *other > own) {
                wrong.push(format!("src/{}:{}: {} uses {room} ({})", arrow.from, arrow.line, order[own], arrow.path));
                break;
            }
        }
    }
    wrong
}

/// The rooms of a folder that have no place in an order, and those in the order that are not there.
fn unplaced(files: &[(String, String)], under: &str, order: &[&str]) -> Vec<String> {
    let rooms: std::collections::BTreeSet<&str> = files
        .iter()
        .filter_map(|(name, _)| Some(name.strip_prefix(under)?.split('/').next()?.trim_end_matches(".rs")))
        .filter(|room| !["mod", "lib", "main"].contains(room))
        .collect();
    let missing = rooms.iter().filter(|room| !order.contains(room)).map(|room| format!("{under}{room} has no place"));
    missing.chain(order.iter().filter(|r| !rooms.contains(*r)).map(|r| format!("there is no {under}{r}"))).collect()
}

#[test]
fn a_room_knows_only_the_rooms_below_it() {
    let files = source();
    let arrows = arrows(&Tree::of(&files));
    let mut wrong = upward(&arrows, "", ROOMS);
    wrong.extend(upward(&arrows, "pages/", PAGES));
    wrong.extend(unplaced(&files, "", ROOMS));
    wrong.extend(unplaced(&files, "pages/", PAGES));
    assert!(wrong.is_empty(), "a room below uses one above it:\n{}", wrong.join("\n"));
}

/// Where even the head of a folder and its parts may not know each other.
const STRICT: &[&str] = &["pages/"];

#[test]
fn no_files_know_each_other_in_a_circle() {
    let mut arrows = arrows(&Tree::of(&source()));
    assert!(arrows.len() > 1_000, "the arrows are not found");
    // Records refer to each other as the world does: a body names its functions, a function its body.
    arrows.retain(|arrow| !(arrow.from.starts_with("model/kinds/") && arrow.to.starts_with("model/kinds/")));
    let circles = circles::circles(&arrows, STRICT);
    assert!(circles.is_empty(), "files that know each other in a circle:\n{}", circles.join("\n\n"));
}

/// A glob hides what a file knows: only a module that hands on what its own parts define may use one.
#[test]
fn no_glob_hides_what_a_file_knows() {
    let hidden = Tree::of(&source()).hidden();
    assert!(hidden.is_empty(), "{}", hidden.join("\n"));
}

/// No compiler sees a file that no module names: whoever forgets that line would look for it in vain.
#[test]
fn a_module_names_every_file() {
    let files = source();
    let is_named = |name: &str| {
        let whole = name.trim_end_matches(".rs").trim_end_matches("/mod");
        let (heads, own) = match whole.rsplit_once('/') {
            Some((folder, own)) => ([format!("{folder}.rs"), format!("{folder}/mod.rs")], own),
            None => (["lib.rs", "main.rs"].map(str::to_owned), whole),
        };
        let line = format!("mod {own};");
        heads.iter().any(|head| head == name)
            || files.iter().any(|(file, text)| heads.contains(file) && text.contains(&line))
    };
    let unnamed: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).filter(|name| !is_named(name)).collect();
    assert!(unnamed.is_empty(), "files without a `mod` line in the file above them:\n{}", unnamed.join("\n"));
}
