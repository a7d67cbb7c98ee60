//! A lock of the system on a file: it ends with the process, however that ends.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind};
use std::path::Path;

/// What came of taking one.
#[derive(Debug)]
pub(super) enum Lock {
    /// It is ours for as long as this is open.
    Ours(File),
    /// Another process has it.
    Busy,
    /// Another process removed the file between our steps: it is finished, and one begins again.
    Gone,
}

/// Takes the lock on a file, which is made when it is not there. It is the caller's to know that no link stands in its place.
pub(super) fn take(slot: &Path) -> io::Result<Lock> {
    let file = match OpenOptions::new().create(true).truncate(false).write(true).open(slot) {
        Err(e) if e.kind() == ErrorKind::NotFound => return Ok(Lock::Gone),
        opened => opened?,
    };
    match file.try_lock() {
        Err(TryLockError::WouldBlock) => return Ok(Lock::Busy),
        // A disk without locks: doing it twice at once is then the user's to avoid.
        Err(TryLockError::Error(e)) if has_no_locks(&e) => {}
        Err(TryLockError::Error(e)) => return Err(e),
        Ok(()) => {}
    }
    Ok(if is_same_file(&file, slot) { Lock::Ours(file) } else { Lock::Gone })
}

fn has_no_locks(cause: &io::Error) -> bool {
    #[cfg(unix)]
    let no_server = cause.raw_os_error() == Some(rustix::io::Errno::NOLCK.raw_os_error());
    #[cfg(not(unix))]
    let no_server = false;
    no_server || cause.kind() == ErrorKind::Unsupported
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
