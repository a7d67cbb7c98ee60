//! New source files for an editor: never over an existing one.

use crate::diag::words::output::io_cause;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Why a new file could not be made.
#[derive(Debug)]
pub struct NewFileError {
    /// The file.
    pub path: PathBuf,
    /// Why, in Dutch.
    pub cause: String,
}

/// Writes a new file and the folders it lies in; a file that exists is left alone and told.
#[allow(clippy::disallowed_methods, reason = "the one place that writes files")]
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<(), NewFileError> {
    let told = |e: std::io::Error| NewFileError { path: path.to_path_buf(), cause: io_cause(&e) };
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(told)?;
    }
    let mut file = std::fs::OpenOptions::new().write(true).create_new(true).open(path).map_err(told)?;
    file.write_all(bytes).map_err(told)
}
