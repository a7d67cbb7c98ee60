//! New source files for an editor: never over an existing one.

use super::ours::{self, beside, is_real_file};
use super::patient;
use crate::diag::words::output::io_cause;
use crate::source::begun_site;
use std::path::{Path, PathBuf};

/// Why a new file could not be made.
#[derive(Debug)]
pub struct NewFileError {
    /// The file.
    pub path: PathBuf,
    /// Why, in Dutch.
    pub cause: String,
}

/// Writes a new file in `root`, whole or not at all, and the folders it lies in; a file that exists is left alone and told.
pub fn write_new(root: &Path, path: &Path, bytes: &[u8]) -> Result<(), NewFileError> {
    let told = |e: std::io::Error| NewFileError { path: path.to_path_buf(), cause: io_cause(&e) };
    ours::stay_inside(root, path).map_err(told)?;
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(told)?;
    }
    let spare = beside(path);
    // One that a run left when it was broken off.
    if is_real_file(&spare) {
        std::fs::remove_file(&spare).map_err(told)?;
    }
    ours::write_new(&spare, bytes).map_err(told)?;
    ours::take_free_place(&spare, path).inspect_err(|_| drop(std::fs::remove_file(&spare))).map_err(told)
}

/// Notes in a folder that a site is being laid in it, so that one that was broken off can be gone on with.
pub fn begin_site(folder: &Path) -> Result<(), NewFileError> {
    let note = begun_site(folder);
    if is_real_file(&note) { Ok(()) } else { write_new(folder, &note, b"") }
}

/// The site is whole.
pub fn end_site(folder: &Path) -> Result<(), NewFileError> {
    let path = begun_site(folder);
    patient::remove_file(&path).map_err(|e| NewFileError { path, cause: io_cause(&e) })
}
