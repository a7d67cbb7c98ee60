//! The hidden work folder of one publish: a lock, the new site while it is written, and what it replaces.
//!
//! It lies on the same disk as the site, so that a rename suffices to publish. The lock is the system's and ends with
//! the process: a killed publish leaves its folder behind, and the next one takes it over and clears it.

use super::PublishError;
use super::lock::{self, Lock};
use super::manifest::Manifest;
use super::ours::{is_mount, is_real_file, is_real_folder, remove_tree, write_new, write_over};
use super::paths::GITIGNORE;
use super::patient;
use std::fs::{self, File};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// The file that tells which files in the work folder are ours.
const LIST: &str = "inhoud";
/// What it is called while it is written.
const LIST_TO_BE: &str = "inhoud.tmp";
/// The file that says that a change in place was begun; see [`journal`](super::journal).
pub(super) const JOURNAL: &str = "dagboek";

/// The work folder; removed, with everything of ours in it, when this is dropped.
#[derive(Debug)]
pub(super) struct Work {
    path: PathBuf,
    lock: Option<File>,
}

/// Where the work folder of a site lies: beside it, hidden.
pub(super) fn beside(folder: &Path) -> Option<PathBuf> {
    let name = folder.file_name()?.to_string_lossy();
    Some(folder.parent()?.join(format!(".{name}.verbeeld-werk")))
}

impl Work {
    /// Makes the work folder, or takes over that of a killed publish.
    pub(super) fn open(path: PathBuf, site: &Path) -> Result<Self, PublishError> {
        // Another publish may remove the folder between our steps; then it is finished, and we begin again.
        for _ in 0..100 {
            match fs::create_dir(&path) {
                Err(e) if e.kind() == ErrorKind::AlreadyExists && is_real_folder(&path) => {}
                Err(e) if e.kind() == ErrorKind::AlreadyExists && path.symlink_metadata().is_err() => continue,
                made => made.map_err(PublishError::io(&path))?,
            }
            let slot = path.join("slot");
            // A link in their place would have us write where it leads.
            for own in [&slot, &path.join(GITIGNORE), &path.join(LIST), &path.join(JOURNAL)] {
                if own.symlink_metadata().is_ok() && !is_real_file(own) || is_mount(own) {
                    let found = own.file_name().unwrap_or_default().to_string_lossy().into_owned();
                    return Err(PublishError::Foreign { folder: path, found });
                }
            }
            let lock = match lock::take(&slot).map_err(PublishError::io(&slot))? {
                Lock::Ours(lock) => lock,
                Lock::Busy => break,
                Lock::Gone => continue,
            };
            let work = Self { path, lock: Some(lock) };
            // Should the process be killed, git does not see what is left.
            let ignore = work.path.join(GITIGNORE);
            if !is_real_file(&ignore) {
                write_new(&ignore, b"*\n").map_err(PublishError::io(ignore))?;
            }
            return Ok(work);
        }
        Err(PublishError::Busy(site.to_path_buf()))
    }

    /// Where the new site is written.
    pub(super) fn new_site(&self) -> PathBuf {
        self.path.join("nieuw")
    }

    /// Where what is replaced goes.
    pub(super) fn old_site(&self) -> PathBuf {
        self.path.join("oud")
    }

    /// Where the journal of a change in place stands.
    pub(super) fn journal(&self) -> PathBuf {
        self.path.join(JOURNAL)
    }

    /// Writes down which files are to come in the work folder, so that they are known as ours should we be killed.
    pub(super) fn list(&self, files: &Manifest) -> Result<(), PublishError> {
        let list = self.path.join(LIST);
        write_over(&list, &self.path.join(LIST_TO_BE), files.text().as_bytes()).map_err(PublishError::io(list))
    }

    /// Removes what a killed publish left, so that the work can begin. Not to be called while a journal stands.
    pub(super) fn clear(&self) -> Result<(), PublishError> {
        self.remove(&self.new_site())?;
        self.forget_old()
    }

    /// Removes what gave way to a new site.
    pub(super) fn forget_old(&self) -> Result<(), PublishError> {
        self.remove(&self.old_site())
    }

    fn remove(&self, tree: &Path) -> Result<(), PublishError> {
        // Mostly it is not there, and nothing need be known of it.
        if tree.symlink_metadata().is_err() { Ok(()) } else { remove_tree(tree, &self.known()) }
    }

    /// What the work folder may hold of ours.
    fn known(&self) -> Manifest {
        Manifest::parse(&String::from_utf8_lossy(&fs::read(self.path.join(LIST)).unwrap_or_default()))
    }
}

impl Drop for Work {
    fn drop(&mut self) {
        // A change that was begun and not finished needs what lies here. What cannot be removed now is removed by the next
        // publish; the site itself is right either way.
        if self.journal().symlink_metadata().is_ok() || self.clear().is_err() {
            return;
        }
        let _ = fs::remove_file(self.path.join(LIST));
        // A kill in the midst of writing it leaves it under this name.
        let _ = fs::remove_file(self.path.join(LIST_TO_BE));
        let _ = fs::remove_file(self.journal().with_extension("tmp"));
        let _ = fs::remove_file(self.path.join(GITIGNORE));
        // Windows keeps the name of a file for as long as somebody has it open, ourselves included, and a folder is removed empty only.
        if cfg!(windows) {
            self.lock = None;
        }
        let _ = patient::remove_file(&self.path.join("slot"));
        let _ = patient::remove_dir(&self.path);
    }
}
