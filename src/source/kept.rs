//! What an earlier run kept to save work, in a hidden folder of the project: prepared images, and what came of it.

use super::boundary::most_bytes;
use super::cache::{BEGUN, CHANGE, Kept, LOCK, MADE};
use super::read::load;
use super::{Project, Refusal, Role, Sources};
use crate::images::{Prepared, is_image};
use std::path::{Path, PathBuf};

impl Kept {
    /// Where it is kept.
    pub fn path(self, project: &Project) -> PathBuf {
        kept_folder(project).join(self.name())
    }

    /// Is it there?
    pub fn is_there(self, project: &Project) -> bool {
        self.path(project).symlink_metadata().is_ok()
    }

    /// What it holds, if it is there.
    pub fn read(self, project: &Project) -> Option<Vec<u8>> {
        own_file(&self.path(project))
    }
}

/// Where all is kept.
pub fn kept_folder(project: &Project) -> PathBuf {
    project.root.join(".verbeeld")
}

/// The bytes of a file that is no link, and no larger than what is kept.
fn own_file(path: &Path) -> Option<Vec<u8>> {
    let kept = |meta: &std::fs::Metadata| meta.is_file() && meta.len() < most_bytes(Role::Companion);
    path.symlink_metadata().ok().filter(kept).and_then(|_| load(path).ok())
}

/// Where prepared images are kept: one file each, named after the hash of the original. Whoever removes the folder loses only time.
pub fn images_folder(project: &Project) -> PathBuf {
    kept_folder(project).join("beelden")
}

/// Where the last change of a command is kept.
pub fn change_file(project: &Project) -> PathBuf {
    kept_folder(project).join(CHANGE)
}

/// The last change of a command, if it is there.
pub fn kept_change(project: &Project) -> Option<Vec<u8>> {
    own_file(&change_file(project))
}

/// Where it stands what a command is changing.
pub fn begun_file(project: &Project) -> PathBuf {
    kept_folder(project).join(BEGUN)
}

/// What a command is changing, or was when it was killed.
pub fn begun_change(project: &Project) -> Option<Vec<u8>> {
    own_file(&begun_file(project))
}

/// What a command has while it changes the sources.
pub fn lock_file(project: &Project) -> PathBuf {
    kept_folder(project).join(LOCK)
}

/// Where the hashes stand of files that commands made elsewhere, one a line.
pub fn made_file(project: &Project) -> PathBuf {
    kept_folder(project).join(MADE)
}

/// Those hashes.
pub fn made_hashes(project: &Project) -> String {
    String::from_utf8(own_file(&made_file(project)).unwrap_or_default()).unwrap_or_default()
}

/// Where the answers of other sites are kept.
pub fn answers_file(project: &Project) -> PathBuf {
    kept_folder(project).join("links.json")
}

/// What other sites answered in earlier runs; nothing when it is not there, or not ours.
pub fn kept_answers(project: &Project) -> String {
    String::from_utf8(own_file(&answers_file(project)).unwrap_or_default()).unwrap_or_default()
}

/// The name under which an image is kept.
pub fn image_name(hash: &[u8; 32]) -> String {
    blake3::Hash::from_bytes(*hash).to_hex().to_string()
}

/// The kept images that these sources need, by the hash of the original. What is not there or is damaged is made anew.
pub fn kept_images(project: &Project, sources: &Sources) -> Vec<([u8; 32], Prepared)> {
    let folder = images_folder(project);
    // What is not ours there is told; nothing of it is used.
    if sources.refused().any(|(_, why)| *why == Refusal::Foreign) {
        return Vec::new();
    }
    let files = sources.of(Role::Companion).filter(|(_, file)| is_image(&file.name));
    let kept = files.filter_map(|(_, file)| {
        let bytes = own_file(&folder.join(image_name(file.hash())))?;
        Some((*file.hash(), Prepared::from_bytes(&bytes)?))
    });
    kept.collect()
}
