//! Looks at the folder as it is: whose it is, what is in it, and what has to change.

use super::PublishError;
use super::finished::Finished;
use super::manifest::Manifest;
use super::ours::{LITTER, is_mount, is_real_file};
use super::paths::{GITIGNORE, INNER_WORK, MARKER};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The folder before publishing.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Present {
    /// Does the folder exist at all?
    pub exists: bool,
    /// The text of the marker; `None` in an empty or absent folder.
    pub marker: Option<String>,
    /// Everything that is neither folder, marker nor carried over: path with `/`. What has no readable name is here too.
    pub files: Vec<Entry>,
    /// Folders, with `/`.
    pub folders: BTreeSet<String>,
    /// Does a `.gitignore` have to be carried over?
    pub gitignore: bool,
    /// Did a killed publish leave its work folder inside (in-place fallback)?
    pub leftovers: bool,
    /// What the marker tells.
    pub known: Manifest,
}

impl Present {
    /// A file of an earlier publication, when it is as that publication left it.
    pub fn trusted(&self, folder: &Path, path: &str) -> Option<Arc<[u8]>> {
        let print = self.known.0.get(path).filter(|_| is_real_file(&on_disk(folder, path)))?;
        let bytes = fs::read(on_disk(folder, path)).ok()?;
        (blake3::hash(&bytes) == print.hash).then(|| bytes.into())
    }
}

/// One thing in the folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    pub path: String,
    pub disk: PathBuf,
    /// Its length; `None` when it is no ordinary file (a link, a socket, a mount), or its name is not UTF-8.
    plain: Option<u64>,
}

/// What publishing has to do.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Plan {
    /// Paths of the output that stand in the folder already, byte for byte.
    pub same: BTreeSet<String>,
    /// Files and links in the folder that do not belong to the output, where they lie on disk.
    pub stale: Vec<PathBuf>,
    /// Is the folder exactly right already?
    pub nothing_to_do: bool,
}

/// Reads the folder; refuses one that is not ours.
pub(super) fn look(folder: &Path) -> Result<Present, PublishError> {
    let mut present = Present::default();
    match folder.symlink_metadata() {
        Err(e) if e.kind() == ErrorKind::NotFound => return Ok(present),
        Err(e) => return Err(PublishError::io(folder)(e)),
        Ok(meta) if !meta.is_dir() => return Err(PublishError::NotAFolder(folder.to_path_buf())),
        Ok(_) => present.exists = true,
    }
    let marker = folder.join(MARKER);
    match marker.symlink_metadata() {
        Ok(meta) if meta.is_file() => {
            let bytes = fs::read(&marker).map_err(PublishError::io(&marker))?;
            present.marker = Some(String::from_utf8_lossy(&bytes).into_owned()).filter(|text| Manifest::is_one(text));
            present.known = present.marker.as_deref().map(Manifest::parse).unwrap_or_default();
        }
        Err(e) if e.kind() != ErrorKind::NotFound => return Err(PublishError::io(marker)(e)),
        _ => {}
    }
    let ours = present.marker.is_some();
    for entry in sorted(folder)? {
        let name = entry.file_name().to_string_lossy().into_owned();
        let kind = entry.file_type().map_err(PublishError::io(entry.path()))?;
        match name.as_str() {
            MARKER if kind.is_file() && ours => {}
            MARKER => return Err(PublishError::NoMarker(folder.to_path_buf())),
            GITIGNORE if kind.is_file() => present.gitignore = true,
            INNER_WORK if kind.is_dir() => present.leftovers = true,
            ".git" => return Err(PublishError::GitFolder(folder.to_path_buf())),
            _ if !ours && !LITTER.contains(&name.as_str()) => {
                return Err(PublishError::Foreign { folder: folder.to_path_buf(), found: name });
            }
            _ => add(&mut present, &entry, name)?,
        }
    }
    let others = |entry: &&Entry| entry.plain.is_none() || !present.known.has(&entry.path);
    match present.files.iter().filter(|entry| !is_litter(&entry.path)).find(others) {
        Some(foreign) => Err(PublishError::Foreign { folder: folder.to_path_buf(), found: foreign.path.clone() }),
        None => Ok(present),
    }
}

fn is_litter(path: &str) -> bool {
    LITTER.contains(&path.rsplit('/').next().unwrap_or(path))
}

fn add(present: &mut Present, entry: &fs::DirEntry, path: String) -> Result<(), PublishError> {
    let kind = entry.file_type().map_err(PublishError::io(entry.path()))?;
    let readable = entry.file_name().to_str().is_some();
    let own = readable && !is_mount(&entry.path());
    if kind.is_dir() && own {
        for inner in sorted(&entry.path())? {
            let name = format!("{path}/{}", inner.file_name().to_string_lossy());
            add(present, &inner, name)?;
        }
        present.folders.insert(path);
    } else {
        let meta = entry.metadata().map_err(PublishError::io(entry.path()))?;
        let plain = (kind.is_file() && own).then_some(meta.len());
        present.files.push(Entry { path, disk: entry.path(), plain });
    }
    Ok(())
}

fn sorted(folder: &Path) -> Result<Vec<fs::DirEntry>, PublishError> {
    let entries = fs::read_dir(folder).and_then(Iterator::collect::<Result<Vec<_>, _>>);
    let mut entries: Vec<fs::DirEntry> = entries.map_err(PublishError::io(folder))?;
    entries.sort_by_key(fs::DirEntry::file_name);
    Ok(entries)
}

/// Compares the folder with the site.
pub(super) fn plan(present: &Present, folder: &Path, site: &Finished, wanted: &Manifest) -> Plan {
    let same = present.files.par_iter().filter(|entry| is_same(entry, folder, site, wanted));
    let same: BTreeSet<String> = same.map(|entry| entry.path.clone()).collect::<Vec<_>>().into_iter().collect();
    let stale: Vec<PathBuf> = present.files.iter().filter(|e| !site.has(&e.path)).map(|e| e.disk.clone()).collect();
    let nothing_to_do = same.len() == site.len()
        && stale.is_empty()
        && present.folders == folders(site.paths())
        && !present.leftovers
        && present.marker.as_deref() == Some(&wanted.text());
    Plan { same, stale, nothing_to_do }
}

/// Times tell nothing: a file may be changed with its time put back. So it is read, which costs little beside a build.
fn is_same(entry: &Entry, folder: &Path, site: &Finished, wanted: &Manifest) -> bool {
    let (Some(length), Some(print)) = (entry.plain, wanted.0.get(&entry.path)) else { return false };
    let (found, bytes) = (|| fs::read(on_disk(folder, &entry.path)), || site.bytes(&entry.path));
    length == print.length && found().is_ok_and(|found| bytes().is_ok_and(|bytes| found[..] == bytes[..]))
}

/// The folders that these paths need, with `/`.
pub(super) fn folders<'a>(paths: impl Iterator<Item = &'a str>) -> BTreeSet<String> {
    paths.flat_map(|path| path.match_indices('/').map(|(i, _)| path[..i].to_owned())).collect()
}

/// The path on disk of a path in the output.
pub(super) fn on_disk(folder: &Path, path: &str) -> PathBuf {
    let mut disk = PathBuf::with_capacity(folder.as_os_str().len() + path.len() + 1);
    disk.push(folder);
    disk.extend(path.split('/'));
    disk
}
