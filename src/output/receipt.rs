//! Proof of what stands in a published folder, and the writing down of what came of a run.

use super::kept::open_kept;
use super::manifest::Manifest;
use super::ours::{is_real_file, write_new, write_over};
use super::paths::{GITIGNORE, MARKER};
use super::target;
use crate::source::{CLOCK, Stamp, Stamps, Tick, written};
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
    /// Looks at a folder that was just published to. `None` when something in it was written after the publication, or when stamps
    /// prove nothing here.
    pub fn of(folder: &Path, kept: &Path) -> Option<Self> {
        let folder = target::resolve(folder).ok()?;
        let since = disk_clock(kept)?;
        let looked = Looked::at(&folder)?;
        let marker = folder.join(MARKER);
        let last = written(&marker.symlink_metadata().ok()?)?;
        let print = looked.stamps.print();
        (print.written <= last).then_some(Self { state: print.hash, since, marker: hash(&marker)? })
    }

    /// Does the folder still hold what was published?
    pub fn stands(&self, folder: &Path) -> bool {
        self.stands_in(folder).is_some()
    }

    fn stands_in(&self, folder: &Path) -> Option<()> {
        let folder = target::resolve(folder).ok()?;
        let looked = Looked::at(&folder)?;
        if looked.stamps.print().hash != self.state {
            return None;
        }
        let young: Vec<_> = looked.files.iter().filter(|(_, settled)| *settled >= self.since).collect();
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

/// The state of a published folder, without its `.gitignore`, which is its owner's.
#[derive(Default)]
struct Looked {
    stamps: Stamps,
    /// Each file, and from when a change of it shows.
    files: Vec<(PathBuf, Tick)>,
}

impl Looked {
    /// `None` when the folder holds what is no file or folder, or when stamps prove nothing here.
    fn at(folder: &Path) -> Option<Self> {
        let mut found = Self::default();
        let mut todo = vec![folder.to_path_buf()];
        while !todo.is_empty() {
            // All folders of one depth at once.
            let looked: Option<Vec<_>> = todo.par_iter().map(|folder| entries(folder)).collect();
            todo = Vec::new();
            for (path, meta) in looked?.into_iter().flatten() {
                if meta.is_dir() {
                    found.stamps.name(&path);
                    todo.push(path);
                } else if !meta.is_file() {
                    return None;
                } else if path != folder.join(GITIGNORE) {
                    let stamp = Stamp::of(&meta)?;
                    found.stamps.file(&path, &stamp);
                    found.files.push((path, stamp.settled()));
                }
            }
        }
        Some(found)
    }
}

/// What lies in a folder, in order of name; no link is followed.
fn entries(folder: &Path) -> Option<Vec<(PathBuf, fs::Metadata)>> {
    let found = fs::read_dir(folder).ok()?.map(|entry| {
        let entry = entry.ok()?;
        Some((entry.path(), entry.metadata().ok()?))
    });
    let mut found: Vec<_> = found.collect::<Option<_>>()?;
    found.sort_by(|a, b| a.0.cmp(&b.0));
    Some(found)
}
