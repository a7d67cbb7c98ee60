//! What an earlier run kept to save work: prepared images, in a hidden folder of the project.

use super::read::load;
use super::{Project, Refusal, Role, Sources};
use crate::images::{Prepared, is_image};
use std::path::PathBuf;

/// Where prepared images are kept: one file each, named after the hash of the original. Whoever removes the folder loses only time.
pub fn images_folder(project: &Project) -> PathBuf {
    project.root.join(".verbeeld").join("beelden")
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
        let path = folder.join(image_name(&file.hash));
        let bytes = path.symlink_metadata().ok().filter(|meta| meta.is_file()).and_then(|_| load(&path).ok())?;
        Some((file.hash, Prepared::from_bytes(&bytes)?))
    });
    kept.collect()
}
