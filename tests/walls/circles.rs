//! Files that know each other in a circle.

use super::arrows::Arrow;
use std::collections::{BTreeMap, BTreeSet};

/// Each circle in words: its files, with the arrows that make it. The head of a folder and its parts are one where they stand in
/// no `strict` folder: there a part may use the words that its head holds.
pub fn circles(arrows: &[Arrow], strict: &[&str]) -> Vec<String> {
    let counts = |arrow: &&Arrow| {
        let is_strict = strict.iter().any(|folder| arrow.from.starts_with(folder));
        arrow.from != arrow.to && (is_strict || !is_head_of(&arrow.to, &arrow.from))
    };
    let arrows: Vec<&Arrow> = arrows.iter().filter(counts).collect();
    let mut next: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for arrow in &arrows {
        next.entry(&arrow.from).or_default().insert(&arrow.to);
    }
    let reach: BTreeMap<&str, BTreeSet<&str>> = next.keys().map(|file| (*file, reachable(file, &next))).collect();
    let knows = |from: &str, to: &str| reach.get(from).is_some_and(|files| files.contains(to));
    let mut told: BTreeSet<&str> = BTreeSet::new();
    let mut circles = Vec::new();
    for file in next.keys() {
        if !knows(file, file) || told.contains(file) {
            continue;
        }
        let members: Vec<&str> = reach[file].iter().copied().filter(|other| knows(other, file)).collect();
        told.extend(&members);
        let within = arrows
            .iter()
            .filter(|arrow| members.contains(&arrow.from.as_str()) && members.contains(&arrow.to.as_str()));
        let lines: Vec<String> =
            within.map(|a| format!("  src/{}:{} knows src/{} ({})", a.from, a.line, a.to, a.path)).collect();
        circles.push(format!("{} files:\n{}", members.len(), lines.join("\n")));
    }
    circles
}

/// `room/mod.rs` and `room.rs` are heads of `room/part.rs`.
fn is_head_of(head: &str, part: &str) -> bool {
    let folder = head.strip_suffix("mod.rs").map(str::to_owned);
    let folder = folder.unwrap_or_else(|| format!("{}/", head.trim_end_matches(".rs")));
    head != part && part.starts_with(&folder)
}

fn reachable<'a>(from: &str, next: &BTreeMap<&'a str, BTreeSet<&'a str>>) -> BTreeSet<&'a str> {
    let mut found = BTreeSet::new();
    let mut open: Vec<&str> = next.get(from).into_iter().flatten().copied().collect();
    while let Some(file) = open.pop() {
        if found.insert(file) {
            open.extend(next.get(file).into_iter().flatten());
        }
    }
    found
}
