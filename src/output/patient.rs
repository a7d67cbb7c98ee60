//! Steps that another program may be in the way of for a moment: on Windows a virus scanner, a sync program or a preview keeps a
//! file or folder open, and then it can't be renamed or removed. So they are tried again for a second or so.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;
use std::thread::sleep;
use std::time::Duration;

/// Pauses between tries; together a second and a half.
const PAUSES: [u64; 8] = [5, 10, 25, 60, 120, 250, 400, 630];

pub(super) fn rename(from: impl AsRef<Path>, to: impl AsRef<Path>) -> io::Result<()> {
    tried(|| fs::rename(&from, &to))
}

pub(super) fn remove_file(path: &Path) -> io::Result<()> {
    tried(|| fs::remove_file(path))
}

pub(super) fn remove_dir(path: &Path) -> io::Result<()> {
    tried(|| fs::remove_dir(path))
}

fn tried(mut step: impl FnMut() -> io::Result<()>) -> io::Result<()> {
    for pause in PAUSES {
        match step() {
            Err(e) if is_held(&e) => sleep(Duration::from_millis(pause)),
            done => return done,
        }
    }
    step()
}

/// Is it in use by another program? Only Windows refuses because of that, and it says "access denied" for it as well.
pub(super) fn is_held(cause: &io::Error) -> bool {
    const SHARING_VIOLATION: i32 = 32;
    const LOCK_VIOLATION: i32 = 33;
    const USER_MAPPED: i32 = 1224;
    cfg!(windows)
        && (cause.kind() == ErrorKind::PermissionDenied
            || matches!(cause.raw_os_error(), Some(SHARING_VIOLATION | LOCK_VIOLATION | USER_MAPPED)))
}
