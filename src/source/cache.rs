//! The folder `.verbeeld` in a project, where Verbeeld keeps work between runs: whose is what lies there?

#![allow(clippy::disallowed_methods, reason = "the one place that reads folders")]

use super::boundary::Refusal;
use std::path::{Path, PathBuf};

/// A file that tells what came of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// Of the last `build`.
    Build,
    /// Of the last `check`.
    Check,
}

/// The file that is written for a moment to know the time by the disk's clock.
pub const CLOCK: &str = "tijd.tmp";

/// The file that holds what a command changed last.
pub(super) const CHANGE: &str = "vorige-wijziging";

/// The file that holds what a command is changing.
pub(super) const BEGUN: &str = "begonnen-wijziging";

/// The file that a command has while it changes the sources.
pub(super) const LOCK: &str = "slot";

/// The file that tells which files commands made elsewhere.
pub(super) const MADE: &str = "gemaakt";

impl Kept {
    pub(super) const ALL: [Self; 2] = [Self::Build, Self::Check];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Build => "vorige-build",
            Self::Check => "vorige-check",
        }
    }
}

/// What stands in a folder while a new site is laid in it.
pub fn begun_site(folder: &Path) -> PathBuf {
    folder.join(".verbeeld-begonnen")
}

/// What systems leave in a folder that somebody looks at.
const LITTER: &[&str] = &[".DS_Store", "Thumbs.db", "desktop.ini"];

/// Is this a name that is given to something that is kept, or to one that was being written?
pub fn is_kept_name(name: &str) -> bool {
    let bare = name.strip_suffix(".tmp").unwrap_or(name);
    bare.len() == 64 && bare.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
}

/// Is this what an earlier run wrote down of its outcome, or was writing?
fn is_receipt(name: &str) -> bool {
    let bare = name.strip_suffix(".tmp").unwrap_or(name);
    Kept::ALL.iter().any(|kept| kept.name() == bare) || [CHANGE, BEGUN, LOCK, MADE].contains(&bare) || name == CLOCK
}

/// What is not ours in `.verbeeld`: it would be in the way of what is kept there, and is not Verbeeld's to remove.
pub(super) fn foreign(root: &Path) -> Vec<(PathBuf, Refusal)> {
    let top = root.join(".verbeeld");
    let mut found = Vec::new();
    look(&top, &mut found, &|name, kind| match name {
        ".gitignore" | "links.json" | "links.tmp" => kind.is_file(),
        _ if is_receipt(name) => kind.is_file(),
        "beelden" => kind.is_dir(),
        _ => false,
    });
    if found.is_empty() {
        look(&top.join("beelden"), &mut found, &|name, kind| kind.is_file() && is_kept_name(name));
    }
    found
}

/// Looks at one folder, which may be absent but is no link.
fn look(folder: &Path, found: &mut Vec<(PathBuf, Refusal)>, ours: &dyn Fn(&str, std::fs::FileType) -> bool) {
    match folder.symlink_metadata() {
        Ok(meta) if meta.is_dir() => {}
        Ok(_) => return found.push((folder.to_path_buf(), Refusal::Foreign)),
        Err(_) => return,
    }
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    let mut others: Vec<PathBuf> = entries
        .flatten()
        .filter(|entry| {
            let name = entry.file_name().to_string_lossy().into_owned();
            !LITTER.contains(&name.as_str()) && !entry.file_type().is_ok_and(|kind| ours(&name, kind))
        })
        .map(|entry| entry.path())
        .collect();
    others.sort();
    found.extend(others.into_iter().map(|path| (path, Refusal::Foreign)));
}
