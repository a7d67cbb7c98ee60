//! Looks for sites in the folders in which people keep their work.

#![allow(clippy::disallowed_methods, reason = "a place that reads folders")]

use super::Project;
use super::names::is_leftover;
use super::read::load;
use std::path::{Path, PathBuf};

/// So deep below a usual folder is looked.
const DEEPEST: usize = 2;
/// So many folders are looked at in all: a network drive may have a hundred thousand.
const MOST: usize = 3_000;
/// More sites than this is no list that anybody reads.
const MOST_SITES: usize = 30;

/// The sites in these folders and a little below, each with its name and its folder, in order of name.
pub fn sites_below(folders: &[PathBuf]) -> Vec<(String, PathBuf)> {
    let mut found: Vec<(String, PathBuf)> = Vec::new();
    let mut left = MOST;
    for folder in folders {
        look(folder, 0, &mut left, &mut found);
    }
    found.sort_by_key(|(name, folder)| (name.to_lowercase(), folder.clone()));
    found.dedup_by(|a, b| a.1 == b.1);
    found.truncate(MOST_SITES);
    found
}

fn look(folder: &Path, depth: usize, left: &mut usize, found: &mut Vec<(String, PathBuf)>) {
    if *left == 0 {
        return;
    }
    *left -= 1;
    if let Some(name) = site_name(folder) {
        found.push((name, folder.to_path_buf()));
        return;
    }
    if depth == DEEPEST {
        return;
    }
    let mut inner: Vec<PathBuf> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .filter(|entry| !is_leftover(&entry.file_name().to_string_lossy()))
        .filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()))
        .map(|entry| entry.path())
        .collect();
    inner.sort();
    inner.iter().for_each(|folder| look(folder, depth + 1, left, found));
}

/// What the site in this folder is called; nothing when there is none.
pub fn site_name(folder: &Path) -> Option<String> {
    let project = Project::find(folder).ok()?;
    let settings = load(&project.site.join("portal.toml")).ok()?;
    let text = String::from_utf8_lossy(&settings);
    let (table, _) = toml::de::DeTable::parse_recoverable(text.trim_start_matches('\u{feff}'));
    let name = table.get_ref().get("naam").and_then(|v| v.get_ref().as_str()).map(str::trim).filter(|n| !n.is_empty());
    let own = || folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    Some(name.map_or_else(own, str::to_owned))
}
