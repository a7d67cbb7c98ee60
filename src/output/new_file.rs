//! New source files for an editor: never over an existing one.

use super::ours;
use crate::diag::words::output::io_cause;
use std::path::{Path, PathBuf};

/// Why a new file could not be made.
#[derive(Debug)]
pub struct NewFileError {
    /// The file.
    pub path: PathBuf,
    /// Why, in Dutch.
    pub cause: String,
}

/// Writes a new file in `root` and the folders it lies in; a file that exists is left alone and told.
pub fn write_new(root: &Path, path: &Path, bytes: &[u8]) -> Result<(), NewFileError> {
    let told = |e: std::io::Error| NewFileError { path: path.to_path_buf(), cause: io_cause(&e) };
    ours::stay_inside(root, path).map_err(told)?;
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(told)?;
    }
    ours::write_new(path, bytes).map_err(told)
}
