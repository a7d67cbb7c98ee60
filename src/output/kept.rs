//! Keeps what saves work in a later run.

use super::ours::{is_real_file, is_real_folder, make_folder, write_new, write_over};
use crate::images::{Prepared, is_kept};
use crate::source::{image_name, is_kept_name};
use std::collections::BTreeSet;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

/// Keeps exactly these images in the folder, which lies in the project's `.verbeeld`; both are made when there is something to keep.
///
/// What is not ours there stays, and a link is never followed.
pub fn keep_images<'a>(folder: &Path, images: impl Iterator<Item = (&'a [u8; 32], &'a Prepared)>) -> io::Result<()> {
    let Some(hidden) = folder.parent() else { return Err(ErrorKind::InvalidInput.into()) };
    let mut names = BTreeSet::new();
    for (hash, image) in images {
        let name = image_name(hash);
        let path = folder.join(&name);
        if names.is_empty() {
            open_kept(hidden)?;
            make_folder(folder)?;
        }
        // One that was broken off is written again.
        if path.symlink_metadata().map_or(0, |meta| meta.len()) != image.kept_length() {
            // Written beside and renamed, so that a run that is broken off leaves no half file.
            write_over(&path, &folder.join(format!("{name}.tmp")), &image.to_bytes())?;
        }
        names.insert(name);
    }
    if !is_real_folder(hidden) || !is_real_folder(folder) {
        return Ok(());
    }
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if !names.contains(&name) && is_ours(&entry.path(), &name) {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

/// Keeps a text in the project's `.verbeeld`.
pub fn keep_text(path: &Path, text: &str) -> io::Result<()> {
    let Some(hidden) = path.parent() else { return Err(ErrorKind::InvalidInput.into()) };
    open_kept(hidden)?;
    write_over(path, &path.with_extension("tmp"), text.as_bytes())
}

/// Makes the folder in which work is kept, if it is not there.
pub(super) fn open_kept(hidden: &Path) -> io::Result<()> {
    make_folder(hidden)?;
    // Nobody needs this in the history of the site.
    let ignore = hidden.join(".gitignore");
    if ignore.symlink_metadata().is_err() {
        match write_new(&ignore, b"*\n") {
            // Another command made it just now.
            Err(e) if e.kind() == io::ErrorKind::AlreadyExists && is_real_file(&ignore) => {}
            done => drop(done?),
        }
    }
    Ok(())
}

/// By its name and by how it begins; of one that was being written there may be nothing yet.
fn is_ours(path: &Path, name: &str) -> bool {
    if !is_kept_name(name) || !is_real_file(path) {
        return false;
    }
    fs::read(path).is_ok_and(|bytes| is_kept(&bytes) || (name.ends_with(".tmp") && bytes.is_empty()))
}
