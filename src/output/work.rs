//! The hidden work folder of one publish: a lock, the new site while it is written, and what it replaces.
//!
//! It lies on the same disk as the site, so that a rename suffices to publish. The lock is the system's and ends with
//! the process: a killed publish leaves its folder behind, and the next one takes it over and clears it.

use super::PublishError;
use super::paths::GITIGNORE;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// The work folder; removed, with everything of ours in it, when this is dropped.
#[derive(Debug)]
pub(super) struct Work {
    path: PathBuf,
    _lock: File,
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
            let lock = match OpenOptions::new().create(true).truncate(false).write(true).open(&slot) {
                Err(e) if e.kind() == ErrorKind::NotFound => continue,
                opened => opened.map_err(PublishError::io(&slot))?,
            };
            match lock.try_lock() {
                Err(TryLockError::WouldBlock) => return Err(PublishError::Busy(site.to_path_buf())),
                // A disk without locks: publishing twice at once is then the user's to avoid.
                Err(TryLockError::Error(e)) if e.kind() == ErrorKind::Unsupported => {}
                Err(TryLockError::Error(e)) => return Err(PublishError::io(slot)(e)),
                Ok(()) => {}
            }
            if is_same_file(&lock, &slot) {
                let work = Self { path, _lock: lock };
                // Should the process be killed, git does not see what is left.
                fs::write(work.path.join(GITIGNORE), "*\n").map_err(PublishError::io(&work.path))?;
                return Ok(work);
            }
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

    /// Removes what a killed publish left, so that the work can begin.
    pub(super) fn clear(&self) -> Result<(), PublishError> {
        for folder in [self.new_site(), self.old_site()] {
            remove_tree(&folder).map_err(PublishError::io(folder))?;
        }
        Ok(())
    }
}

impl Drop for Work {
    fn drop(&mut self) {
        // What cannot be removed now is removed by the next publish; the site itself is right either way.
        let _ = self.clear();
        let _ = fs::remove_file(self.path.join(GITIGNORE));
        let _ = fs::remove_file(self.path.join("slot"));
        let _ = fs::remove_dir(&self.path);
    }
}

fn is_real_folder(path: &Path) -> bool {
    path.symlink_metadata().is_ok_and(|meta| meta.is_dir())
}

#[cfg(unix)]
fn is_same_file(open: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    match (open.metadata(), path.metadata()) {
        (Ok(a), Ok(b)) => (a.dev(), a.ino()) == (b.dev(), b.ino()),
        _ => false,
    }
}

#[cfg(not(unix))]
fn is_same_file(_open: &File, path: &Path) -> bool {
    path.exists()
}

/// Removes a folder and everything in it, without following links; an absent folder is fine.
fn remove_tree(path: &Path) -> io::Result<()> {
    match fs::remove_dir_all(path) {
        Err(e) if e.kind() == ErrorKind::NotFound => Ok(()),
        Err(e) if e.kind() == ErrorKind::PermissionDenied => {
            allow_writing(path);
            fs::remove_dir_all(path)
        }
        done => done,
    }
}

/// Folders that someone made read-only keep their content from being removed.
fn allow_writing(path: &Path) {
    for entry in walkdir::WalkDir::new(path).into_iter().flatten().filter(|e| e.file_type().is_dir()) {
        if let Ok(meta) = entry.metadata() {
            let mut rights = meta.permissions();
            #[cfg(unix)]
            std::os::unix::fs::PermissionsExt::set_mode(&mut rights, 0o700);
            #[cfg(not(unix))]
            #[allow(clippy::permissions_set_readonly_false, reason = "not a Unix: there it only clears an attribute")]
            rights.set_readonly(false);
            let _ = fs::set_permissions(entry.path(), rights);
        }
    }
}
