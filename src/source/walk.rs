//! Lists the files of a folder, through links as far as the boundary allows.

#![allow(clippy::disallowed_methods, reason = "the one place that reads folders")]

use super::boundary::{Boundary, Refusal};
use super::names::is_leftover;
use std::fs::FileType;
use std::path::{Path, PathBuf};

/// More links than this are a trap, not a site: a few that lead to one another make folders without end.
const MOST_LINKS: usize = 1_000;

/// What was found so far.
pub(super) struct Walk<'a> {
    boundary: &'a Boundary,
    /// Files to read: where they lie, and their name within the folder that was asked for.
    pub files: Vec<(PathBuf, String)>,
    /// What is not read.
    pub refused: Vec<(PathBuf, String, Refusal)>,
    /// Links and where they lead: a change there is a change of the site.
    pub linked: Vec<PathBuf>,
    links: usize,
}

impl<'a> Walk<'a> {
    pub(super) fn new(boundary: &'a Boundary) -> Self {
        Self { boundary, files: Vec::new(), refused: Vec::new(), linked: Vec::new(), links: 0 }
    }

    /// Takes in everything under a folder; an absent one has nothing. Hidden files and leftovers of programs are passed over.
    pub(super) fn folder(&mut self, folder: &Path, name: &str) {
        match self.boundary.admit(folder) {
            Ok(Some(real)) => {
                if folder.is_symlink() {
                    self.linked.extend([folder.to_path_buf(), real.clone()]);
                }
                if real.is_dir() {
                    self.inner(folder, name, &mut vec![real], true);
                } else {
                    self.refuse(folder, name, Refusal::NotAFolder);
                }
            }
            Ok(None) => {}
            Err(why) => self.refuse(folder, name, why),
        }
    }

    /// Takes in the files right in a folder, not those in folders in it.
    pub(super) fn loose(&mut self, folder: &Path, wanted: impl Fn(&str) -> bool) {
        for (disk, name, kind) in entries(folder).unwrap_or_default() {
            if wanted(&name) && !kind.is_dir() {
                self.entry(disk, name, kind, &mut Vec::new(), false);
            }
        }
    }

    /// Takes in everything under the other folders in a folder than these. A system to which capitals are no others may call one of
    /// these by another name.
    pub(super) fn others(&mut self, folder: &Path, known: &[&str]) {
        let real: Vec<PathBuf> = known.iter().filter_map(|name| folder.join(name).canonicalize().ok()).collect();
        for (disk, name, kind) in entries(folder).unwrap_or_default() {
            let same = || disk.canonicalize().is_ok_and(|disk| real.contains(&disk));
            if kind.is_dir() && !is_leftover(&name) && !known.contains(&name.as_str()) && !same() {
                self.folder(&disk, &name);
            }
        }
    }

    /// `above` are the real folders that we are in, to see a loop.
    fn inner(&mut self, folder: &Path, name: &str, above: &mut Vec<PathBuf>, deep: bool) {
        match entries(folder) {
            Ok(found) => {
                for (disk, own, kind) in found.into_iter().filter(|(_, own, _)| !is_leftover(own)) {
                    let name = if name.is_empty() { own } else { format!("{name}/{own}") };
                    self.entry(disk, name, kind, above, deep);
                }
            }
            Err(cause) => {
                if let Some(why) = Refusal::of(folder, &cause) {
                    self.refuse(folder, name, why);
                }
            }
        }
    }

    fn entry(&mut self, disk: PathBuf, name: String, kind: FileType, above: &mut Vec<PathBuf>, deep: bool) {
        if kind.is_file() {
            self.files.push((disk, name));
        } else if kind.is_symlink() {
            self.link(&disk, name, above, deep);
        } else if kind.is_dir() {
            let real = above.last().zip(disk.file_name()).map(|(last, own)| last.join(own)).unwrap_or_default();
            above.push(real);
            self.inner(&disk, &name, above, deep);
            above.pop();
        } else {
            self.refuse(&disk, &name, Refusal::NotPlain);
        }
    }

    fn link(&mut self, disk: &Path, name: String, above: &mut Vec<PathBuf>, deep: bool) {
        self.links += 1;
        if self.links > MOST_LINKS {
            // One message tells it.
            if self.links == MOST_LINKS + 1 {
                self.refuse(disk, &name, Refusal::TooManyLinks);
            }
            return;
        }
        match self.boundary.admit(disk) {
            Ok(Some(real)) if real.is_dir() && !deep => {}
            Ok(Some(real)) if real.is_dir() => {
                if above.iter().any(|folder| folder.starts_with(&real)) {
                    return self.refuse(disk, &name, Refusal::Loop);
                }
                self.linked.extend([disk.to_path_buf(), real.clone()]);
                above.push(real);
                self.inner(disk, &name, above, deep);
                above.pop();
            }
            Ok(Some(real)) if real.is_file() => {
                self.linked.extend([disk.to_path_buf(), real]);
                self.files.push((disk.to_path_buf(), name));
            }
            Ok(Some(_)) => self.refuse(disk, &name, Refusal::NotPlain),
            // It went away while we looked.
            Ok(None) => {}
            Err(why) => self.refuse(disk, &name, why),
        }
    }

    fn refuse(&mut self, disk: &Path, name: &str, why: Refusal) {
        // Where it leads may come to be.
        self.linked.push(disk.to_path_buf());
        self.refused.push((disk.to_path_buf(), name.to_owned(), why));
    }
}

/// What lies in a folder, in order of name.
fn entries(folder: &Path) -> std::io::Result<Vec<(PathBuf, String, FileType)>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        found.push((entry.path(), entry.file_name().to_string_lossy().into_owned(), entry.file_type()?));
    }
    found.sort_by(|a, b| a.1.cmp(&b.1));
    Ok(found)
}
