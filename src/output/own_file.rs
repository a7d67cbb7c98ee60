//! Files beside the sources that a command makes and may make again.

use super::new_file::NewFileError;
use super::ours::{self, beside};
use crate::diag::words::output::io_cause;
use std::io::Error;
use std::path::Path;

/// Writes the file that someone asked for by name; one that stands there is replaced, whole or not at all. A link with that name may
/// have come along with a project of somebody else, and nothing is written where it leads.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<(), NewFileError> {
    let told = |cause: &Error| NewFileError { path: path.to_path_buf(), cause: io_cause(cause) };
    ours::no_other(path).and_then(|()| ours::write_over(path, &beside(path), bytes)).map_err(|e| told(&e))
}

/// Writes a file in `root`; one that exists is replaced only when it holds `mark`, the sign that an earlier run made it.
pub fn write_own(root: &Path, path: &Path, text: &str, mark: &str) -> Result<(), NewFileError> {
    let told = |cause: String| NewFileError { path: path.to_path_buf(), cause };
    ours::stay_inside(root, path).map_err(|e| told(io_cause(&e)))?;
    match std::fs::read_to_string(path) {
        Ok(old) if !old.contains(mark) => {
            return Err(told("er staat al een ander bestand met die naam".to_owned()));
        }
        Err(e) if e.kind() != std::io::ErrorKind::NotFound => return Err(told(io_cause(&e))),
        _ => {}
    }
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(|e| told(io_cause(&e)))?;
    }
    ours::write_over(path, &beside(path), text.as_bytes()).map_err(|e| told(io_cause(&e)))
}

/// The same, when there is something else in it: a file that is written anew is news to whoever watches it.
pub fn write_when_other(root: &Path, path: &Path, text: &str, mark: &str) -> Result<(), NewFileError> {
    ours::stay_inside(root, path).map_err(|e| NewFileError { path: path.to_path_buf(), cause: io_cause(&e) })?;
    match std::fs::read_to_string(path) {
        Ok(old) if old == text => Ok(()),
        _ => write_own(root, path, text, mark),
    }
}
