//! Proof of what stands in a published folder, and the writing down of what came of a run.

use super::AheadStamps;
use super::inspect::{folders, on_disk};
use super::kept::open_kept;
use super::manifest::Manifest;
use super::ours::{is_real_file, write_new, write_over};
use super::paths::{GITIGNORE, MARKER};
use super::target;
use crate::source::{CLOCK, Print, Stamp, Stamps, Tick, written};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The moment by the clock of the disk that `.verbeeld` lies on; `None` when nothing can be written there.
pub fn disk_clock(kept: &Path) -> Option<Tick> {
    open_kept(kept).ok()?;
    let clock = kept.join(CLOCK);
    if is_real_file(&clock) {
        fs::remove_file(&clock).ok()?;
    }
    write_new(&clock, b"\n").ok()?;
    let tick = written(&clock.symlink_metadata().ok()?);
    fs::remove_file(&clock).ok()?;
    tick
}

/// Writes down what came of a run.
pub fn keep_receipt(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(kept) = path.parent() {
        open_kept(kept)?;
    }
    write_over(path, &path.with_extension("tmp"), bytes)
}

/// Proof of what a publication left in a folder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proof {
    /// The state of all files.
    state: [u8; 32],
    /// Of files that changed after this moment the state alone proves nothing: their bytes do.
    since: Tick,
    /// Hash of the marker, which holds the hashes of all other files.
    marker: [u8; 32],
}

impl Proof {
    /// Looks at a folder that was just published to; `ahead` are the stamps of what was written ahead, which moved there as it was. `None`
    /// when something in it was written after the publication, or when stamps prove nothing here.
    pub fn of(folder: &Path, kept: &Path, ahead: &AheadStamps) -> Option<Self> {
        let folder = target::resolve(folder).ok()?;
        let since = disk_clock(kept)?;
        let marker = folder.join(MARKER);
        let last = written(&marker.symlink_metadata().ok()?)?;
        let bytes = fs::read(&marker).ok()?;
        // What does not stand there should not be there: a next look sees all there is, and then this proves nothing.
        let names = Manifest::parse(&String::from_utf8_lossy(&bytes));
        let paths = names.0.keys().map(String::as_str).chain([MARKER]).filter(|path| *path != GITIGNORE);
        let print = Looked::of(&folder, paths, ahead)?.print();
        let marker = *blake3::hash(&bytes).as_bytes();
        (print.written <= last).then_some(Self { state: print.hash, since, marker })
    }

    /// Does the folder still hold what was published?
    pub fn stands(&self, folder: &Path) -> bool {
        self.stands_in(folder).is_some()
    }

    fn stands_in(&self, folder: &Path) -> Option<()> {
        let folder = target::resolve(folder).ok()?;
        let looked = Looked::at(&folder)?;
        if looked.print().hash != self.state {
            return None;
        }
        let young: Vec<_> = looked.files.iter().filter(|(_, stamp)| stamp.settled() >= self.since).collect();
        if young.is_empty() {
            return Some(());
        }
        let marker = fs::read(folder.join(MARKER)).ok()?;
        if *blake3::hash(&marker).as_bytes() != self.marker {
            return None;
        }
        let known = Manifest::parse(&String::from_utf8_lossy(&marker));
        let proven = |path: &Path| {
            let inner = path.strip_prefix(&folder).ok()?;
            let name = inner.iter().map(|part| part.to_str()).collect::<Option<Vec<_>>>()?.join("/");
            Some(name == MARKER || *known.0.get(&name)?.hash.as_bytes() == hash(path)?)
        };
        young.into_par_iter().all(|(path, _)| proven(path) == Some(true)).then_some(())
    }
}

fn hash(path: &Path) -> Option<[u8; 32]> {
    Some(*blake3::hash(&fs::read(path).ok()?).as_bytes())
}

/// The state of a published folder, without its `.gitignore`, which is its owner's: all in order of path.
#[derive(Default)]
struct Looked {
    files: Vec<(PathBuf, Stamp)>,
    folders: Vec<PathBuf>,
}

impl Looked {
    /// Everything in a folder. `None` when it holds what is no file or folder, or when stamps prove nothing here.
    fn at(folder: &Path) -> Option<Self> {
        let mut found = Self::default();
        let mut todo = vec![folder.to_path_buf()];
        while !todo.is_empty() {
            // All folders of one depth at once.
            let looked: Option<Vec<_>> = todo.par_iter().map(|folder| entries(folder)).collect();
            todo = Vec::new();
            for (path, stamp) in looked?.into_iter().flatten() {
                match stamp {
                    None => todo.push(path),
                    Some(_) if path == folder.join(GITIGNORE) => {}
                    Some(stamp) => found.files.push((path, stamp)),
                }
            }
            found.folders.extend(todo.iter().cloned());
        }
        Some(found.in_order())
    }

    /// These files, with `/`, and the folders that they lie in. `None` when one is no file, or when stamps prove nothing here.
    fn of<'p>(folder: &Path, paths: impl Iterator<Item = &'p str> + Clone, ahead: &AheadStamps) -> Option<Self> {
        let folders = folders(paths.clone()).iter().map(|path| on_disk(folder, path)).collect();
        let paths: Vec<&str> = paths.collect();
        let stamp = |path: &str| {
            let (place, known) = (on_disk(folder, path), ahead.get(path));
            let stamp = known.or_else(|| stamp(&place.symlink_metadata().ok()?))?;
            Some((place, stamp))
        };
        let files: Option<Vec<_>> = paths.into_par_iter().map(stamp).collect();
        Some(Self { files: files?, folders }.in_order())
    }

    fn in_order(mut self) -> Self {
        self.files.sort_unstable_by(|(one, _), (other, _)| one.as_os_str().cmp(other.as_os_str()));
        self.folders.sort_unstable_by(|one, other| one.as_os_str().cmp(other.as_os_str()));
        self
    }

    fn print(&self) -> Print {
        let mut stamps = Stamps::default();
        self.folders.iter().for_each(|path| stamps.name(path));
        self.files.iter().for_each(|(path, stamp)| stamps.file(path, stamp));
        stamps.print()
    }
}

/// The stamp of what is a file.
fn stamp(meta: &fs::Metadata) -> Option<Stamp> {
    Stamp::of(meta).filter(|_| meta.is_file())
}

/// What lies in a folder, files with their stamp; no link is followed.
fn entries(folder: &Path) -> Option<Vec<(PathBuf, Option<Stamp>)>> {
    let found = fs::read_dir(folder).ok()?.map(|entry| {
        let entry = entry.ok()?;
        let is_folder = entry.file_type().ok()?.is_dir();
        Some((entry.path(), if is_folder { None } else { Some(stamp(&entry.metadata().ok()?)?) }))
    });
    found.collect()
}
