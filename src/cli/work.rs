//! Work that is saved between runs of the program.

use crate::output::keep_images;
use crate::pipeline::Memo;
use crate::source::{Project, Sources, images_folder, kept_images};

/// Takes in what an earlier run kept for these sources.
pub fn recall(project: &Project, sources: &Sources, memo: &mut Memo) {
    kept_images(project, sources).into_iter().for_each(|(hash, image)| memo.take_image(hash, image));
}

/// Keeps the work for a later run. That it may not be written (a folder of another, a full disk) costs time, nothing else.
pub fn keep(project: &Project, memo: &Memo) {
    let _ = keep_images(&images_folder(project), memo.images());
}
