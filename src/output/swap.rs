//! Puts a finished folder in the place of another, in one step where the system can.

use super::ours::{is_real_file, is_real_folder};
use super::paths::MARKER;
use super::patient;
use std::io::{self, ErrorKind};
use std::path::Path;

/// How a folder is put in the place of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// In one step if the system can, else in two.
    Best,
    /// In two steps: for systems and disks that cannot exchange names. Killed in between, the old site lies in the work
    /// folder and [`put_back`] restores it at the next start.
    #[cfg(test)]
    TwoSteps,
}

/// Puts `new` where `folder` is; what was there ends up in `new` or in `old`.
pub(super) fn swap(way: Way, new: &Path, folder: &Path, old: &Path) -> io::Result<()> {
    if folder.symlink_metadata().is_err_and(|e| e.kind() == ErrorKind::NotFound) {
        return patient::rename(new, folder);
    }
    let exchanged = match way {
        Way::Best => exchange(new, folder)?,
        #[cfg(test)]
        Way::TwoSteps => false,
    };
    if exchanged {
        return Ok(());
    }
    patient::rename(folder, old)?;
    patient::rename(new, folder).inspect_err(|_| {
        // Only if this fails as well is the site away, and then `put_back` finds it.
        let _ = patient::rename(old, folder);
    })
}

/// After a kill between the two steps: the old site goes back to its place.
pub(super) fn put_back(folder: &Path, old: &Path) -> io::Result<()> {
    let missing = folder.symlink_metadata().is_err_and(|e| e.kind() == ErrorKind::NotFound);
    // A site of ours, not a link that somebody put there.
    let ours = is_real_folder(old) && is_real_file(&old.join(MARKER));
    if missing && ours { patient::rename(old, folder) } else { Ok(()) }
}

/// Does the failure mean that this folder's name cannot change: a mount point, a layer of a container's disk, or on Windows a folder in
/// which another program keeps something open?
pub(super) fn is_fixed(cause: &io::Error) -> bool {
    patient::is_held(cause) || matches!(cause.kind(), ErrorKind::ResourceBusy | ErrorKind::CrossesDevices)
}

/// Exchanges two names in one step; `false` when the system or the disk cannot.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn exchange(a: &Path, b: &Path) -> io::Result<bool> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    match renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE) {
        Ok(()) => Ok(true),
        Err(Errno::NOSYS | Errno::INVAL | Errno::NOTSUP) => Ok(false),
        Err(e) => Err(e.into()),
    }
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn exchange(_a: &Path, _b: &Path) -> io::Result<bool> {
    Ok(false)
}
