//! A folder as target, such as one of a network drive. What lies there may be anybody's: no link in it is written or removed through.

use super::plan::{Batch, Plan, UNSURE, folders_of};
use super::{DeployError, MARKER, PENDING, Place};
use crate::output::inspect::on_disk;
use crate::output::lock::{self, Lock};
use crate::output::manifest::Manifest;
use crate::output::ours::{LITTER, is_mount, is_real_file, is_real_folder, make_folder};
use crate::output::patient;
use crate::output::print::Print;
use rayon::prelude::*;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// Who holds it brings files there; it lies with what is under way.
const SLOT: &str = "slot";

pub(super) struct Folder {
    site: PathBuf,
    folder: PathBuf,
    /// What Verbeeld brought there.
    known: Manifest,
    lock: Option<File>,
}

impl Folder {
    pub(super) fn new(site: &Path, folder: &Path) -> Self {
        Self { site: site.to_path_buf(), folder: folder.to_path_buf(), known: Manifest::default(), lock: None }
    }

    fn pending(&self) -> PathBuf {
        self.folder.join(PENDING)
    }

    /// Writes under another name first, so that a full disk or a lost drive leaves no half file where readers look.
    fn put(&self, from: Source<'_>, at: usize, target: &Path) -> Result<(), DeployError> {
        let part = self.pending().join(at.to_string());
        self.admit_file(&part)?;
        if is_real_file(&part) {
            patient::remove_file(&part).map_err(DeployError::io(&part))?;
        }
        let write = || -> io::Result<()> {
            let mut file = OpenOptions::new().write(true).create_new(true).open(&part)?;
            match from {
                Source::File(path) => io::copy(&mut fs::File::open(path)?, &mut file).map(drop),
                Source::Text(text) => io::Write::write_all(&mut file, text.as_bytes()),
            }
        };
        write().and_then(|()| patient::rename(&part, target)).map_err(DeployError::io(target))
    }

    /// Does nothing on the way to a path of the site lead elsewhere?
    fn admit_path(&self, path: &str) -> Result<(), DeployError> {
        let mut disk = self.folder.clone();
        for name in path.split('/') {
            disk.push(name);
            let stands = disk.symlink_metadata().is_ok();
            if stands && (!is_real_folder(&disk) && !is_real_file(&disk) || is_mount(&disk)) {
                return Err(DeployError::LeadsOut(disk));
            }
        }
        Ok(())
    }

    fn admit_batch(&self, batch: &Batch) -> Result<(), DeployError> {
        let all = batch.folders.iter().chain(&batch.files).chain(&batch.gone).chain(&batch.empty);
        all.into_iter().try_for_each(|path| self.admit_path(path))?;
        match batch.files.iter().find_map(|path| self.in_the_way(path)) {
            Some(found) => Err(DeployError::Foreign(found)),
            None => Ok(()),
        }
    }

    /// What Verbeeld did not bring, where a file of the site is to come.
    fn in_the_way(&self, path: &str) -> Option<String> {
        let disk = |path: &str| on_disk(&self.folder, path);
        let stands = |path: &str| disk(path).symlink_metadata().is_ok();
        let is_file = |folder: &String| stands(folder) && !is_real_folder(&disk(folder)) && !self.known.has(folder);
        if let Some(file) = folders_of(path).into_iter().find(is_file) {
            return Some(file);
        }
        if !stands(path) || self.known.has(path) && is_real_file(&disk(path)) || self.is_twin(path) {
            return None;
        }
        // A folder of ours goes when what is in it has gone.
        let own = format!("{path}/");
        let next = self.known.0.range(own.clone()..).next();
        if !is_real_folder(&disk(path)) || next.is_none_or(|(known, _)| !known.starts_with(&own)) {
            return Some(path.to_owned());
        }
        let entries = fs::read_dir(disk(path)).into_iter().flatten().flatten();
        let inside = entries.map(|entry| format!("{own}{}", entry.file_name().to_string_lossy()));
        inside.into_iter().find_map(|inside| match self.known.has(&inside) && is_real_file(&disk(&inside)) {
            true => None,
            false => self.in_the_way(&inside),
        })
    }

    /// Is what stands there one of ours, under a name in other capitals? To some disks that is one name.
    fn is_twin(&self, path: &str) -> bool {
        let (disk, lower) = (on_disk(&self.folder, path), path.to_lowercase());
        let Some(entries) = disk.parent().and_then(|folder| fs::read_dir(folder).ok()) else { return false };
        let is_listed = entries.flatten().any(|entry| Some(entry.file_name().as_os_str()) == disk.file_name());
        !is_listed && self.known.0.keys().any(|known| known.to_lowercase() == lower)
    }

    /// Is what stands there, if anything, a file itself?
    fn admit_file(&self, disk: &Path) -> Result<(), DeployError> {
        let other = disk.symlink_metadata().is_ok() && !is_real_file(disk);
        if other || is_mount(disk) { Err(DeployError::LeadsOut(disk.to_path_buf())) } else { Ok(()) }
    }
}

/// Names that files have while they are under way.
fn is_part(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_digit())
}

enum Source<'a> {
    File(PathBuf),
    Text(&'a str),
}

impl Place for Folder {
    fn marker(&mut self) -> Result<Option<String>, DeployError> {
        let marker = self.folder.join(MARKER);
        self.admit_file(&marker)?;
        match fs::read(&marker) {
            Ok(text) => Ok(Some(String::from_utf8_lossy(&text).into_owned())),
            Err(e) if e.kind() == ErrorKind::NotFound && is_real_folder(&self.folder) => Ok(None),
            Err(e) if e.kind() == ErrorKind::NotFound => Err(DeployError::NoFolder(self.folder.clone())),
            Err(e) => Err(DeployError::io(&marker)(e)),
        }
    }

    fn is_empty(&mut self) -> Result<bool, DeployError> {
        let told = DeployError::io(&self.folder);
        let mut names = Vec::new();
        match fs::read_dir(&self.folder) {
            Ok(entries) => {
                names.extend(entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()))
            }
            Err(e) => return Err(told(e)),
        }
        Ok(names.iter().all(|name| name == PENDING || LITTER.contains(&name.as_str())))
    }

    fn lock(&mut self) -> Result<(), DeployError> {
        self.admit_path(PENDING)?;
        let pending = self.pending();
        let slot = pending.join(SLOT);
        // Another run may remove the folder between our steps; then it is finished, and we begin again.
        for _ in 0..100 {
            match make_folder(&pending) {
                Err(e) if e.kind() == ErrorKind::AlreadyExists && pending.symlink_metadata().is_err() => continue,
                made => made.map_err(DeployError::io(&pending))?,
            }
            self.admit_file(&slot)?;
            match lock::take(&slot).map_err(DeployError::io(&slot))? {
                Lock::Ours(lock) => {
                    self.lock = Some(lock);
                    return Ok(());
                }
                Lock::Busy => break,
                Lock::Gone => {}
            }
        }
        Err(DeployError::Busy(self.folder.clone()))
    }

    /// All of it is read: what was damaged may have its old length.
    fn found(&mut self, known: Manifest, wanted: &Manifest) -> Manifest {
        let found = known.0.into_par_iter().filter_map(|(path, print)| {
            let disk = on_disk(&self.folder, &path);
            match wanted.has(&path) {
                true if disk.symlink_metadata().is_err() => None,
                true if !is_real_file(&disk) || fs::read(&disk).ok().map(|bytes| Print::of(&bytes)) != Some(print) => {
                    Some((path, UNSURE))
                }
                _ => Some((path, print)),
            }
        });
        found.collect::<Vec<_>>().into_iter().collect()
    }

    fn admit(&mut self, plan: &Plan, batches: &[Batch]) -> Result<(), DeployError> {
        self.known = plan.known.clone();
        self.admit_path(PENDING)?;
        batches.iter().try_for_each(|batch| self.admit_batch(batch))
    }

    fn bring(&mut self, batch: &Batch) -> Result<(), DeployError> {
        self.admit_path(PENDING)?;
        self.admit_batch(batch)?;
        let pending = self.pending();
        make_folder(&pending).map_err(DeployError::io(&pending))?;
        let marker = self.folder.join(MARKER);
        if let Some(text) = &batch.before {
            self.put(Source::Text(text), 0, &marker)?;
        }
        for name in &batch.folders {
            let path = on_disk(&self.folder, name);
            make_folder(&path).map_err(DeployError::io(&path))?;
        }
        for (at, path) in batch.files.iter().enumerate() {
            self.put(Source::File(on_disk(&self.site, path)), at + 1, &on_disk(&self.folder, path))?;
        }
        for path in &batch.gone {
            let path = on_disk(&self.folder, path);
            // A folder that somebody made in its place.
            if is_real_folder(&path) {
                continue;
            }
            match patient::remove_file(&path) {
                Err(e) if e.kind() != ErrorKind::NotFound => return Err(DeployError::io(&path)(e)),
                _ => {}
            }
        }
        self.put(Source::Text(&batch.after), 0, &marker)?;
        for name in &batch.empty {
            // One that holds something of another stays.
            let _ = fs::remove_dir(on_disk(&self.folder, name));
        }
        // What a run that was broken off left there is of no use.
        for entry in fs::read_dir(&pending).into_iter().flatten().flatten() {
            if is_part(&entry.file_name().to_string_lossy()) && is_real_file(&entry.path()) {
                let _ = fs::remove_file(entry.path());
            }
        }
        let _ = fs::remove_dir(&pending);
        Ok(())
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        if self.lock.is_none() {
            return;
        }
        // Windows keeps the name of a file for as long as somebody has it open, ourselves included.
        if cfg!(windows) {
            self.lock = None;
        }
        let _ = patient::remove_file(&self.pending().join(SLOT));
        let _ = fs::remove_dir(self.pending());
    }
}
