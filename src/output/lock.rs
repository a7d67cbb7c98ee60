//! A lock that is a file: it is the system's and ends with the process, so a killed one leaves none.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::ErrorKind;
use std::path::Path;

/// Takes the lock. Who has it may remove its file as it ends: `None` when that happened meanwhile, and it is to be asked for again.
pub(super) fn take(slot: &Path) -> Result<Option<File>, TryLockError> {
    let lock = match OpenOptions::new().create(true).truncate(false).write(true).open(slot) {
        Err(e) if e.kind() == ErrorKind::NotFound => return Ok(None),
        opened => opened.map_err(TryLockError::Error)?,
    };
    match lock.try_lock() {
        // A disk without locks: doing two things at once is then the user's to avoid.
        Err(TryLockError::Error(e)) if e.kind() == ErrorKind::Unsupported => {}
        taken => taken?,
    }
    Ok(is_same_file(&lock, slot).then_some(lock))
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
