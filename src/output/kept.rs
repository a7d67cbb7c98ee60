//! Keeps what saves work in a later run.

use crate::images::Prepared;
use crate::source::image_name;
use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;

/// Keeps exactly these images in the folder; it is made when there is something to keep.
pub fn keep_images<'a>(folder: &Path, images: impl Iterator<Item = (&'a [u8; 32], &'a Prepared)>) -> io::Result<()> {
    let mut names = BTreeSet::new();
    for (hash, image) in images {
        let name = image_name(hash);
        let path = folder.join(&name);
        if !path.exists() {
            if names.is_empty() {
                fs::create_dir_all(folder)?;
                // Nobody needs this in the history of the site.
                if let Some(parent) = folder.parent() {
                    fs::write(parent.join(".gitignore"), "*\n")?;
                }
            }
            // Written beside and renamed, so that a run that is broken off leaves no half file.
            let beside = folder.join(format!("{name}.tmp"));
            fs::write(&beside, image.to_bytes())?;
            fs::rename(&beside, &path)?;
        }
        names.insert(name);
    }
    let Ok(entries) = fs::read_dir(folder) else { return Ok(()) };
    for entry in entries {
        let entry = entry?;
        if !names.contains(entry.file_name().to_string_lossy().as_ref()) {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}
