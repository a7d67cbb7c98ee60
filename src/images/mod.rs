//! Photos and other pictures of pixels: made in the right sizes, in the form that is smallest, without what a camera adds.
//!
//! Like parsing, preparing an image depends on the file's bytes alone, so it is done once per content and can be kept
//! ([`Prepared::to_bytes`]). Everything is computed without the help of a particular processor, so every machine gives the same.

mod clean;
mod encode;
mod forms;
mod kept;
mod look;
mod prepare;
mod svg;

pub use clean::clean;
pub use forms::{disguised, foreign, from_camera, is_image, is_shown, no_picture};
pub use kept::is_kept;
pub use look::{Seen, look};
pub use prepare::{Problem, prepare};

pub use svg::{is_inert_xml, size as svg_size, slips as svg_slips};

use std::sync::Arc;

/// An image ready for the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prepared {
    /// Width of the original in pixels, the right way up.
    pub width: u32,
    /// Height of the original in pixels, the right way up.
    pub height: u32,
    /// The colour of it all, to stand in its place until it is there; `None` when one can see through it.
    pub colour: Option<[u8; 3]>,
    /// How the files' names end: `webp`, `jpg` or `png`.
    pub extension: String,
    /// The sizes, from small to large; never empty.
    pub sizes: Vec<Size>,
}

/// One size of an image.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Size {
    /// Width in pixels.
    pub width: u32,
    /// The file.
    pub bytes: Arc<[u8]>,
}

impl Prepared {
    /// The path of one size in the output, for an original at `path` with a hash.
    pub fn path(&self, path: &str, hash: &[u8; 32], width: u32) -> String {
        let name = path.rsplit('/').next().unwrap_or(path);
        let stem = crate::dutch::slug(name.rsplit_once('.').map_or(name, |(stem, _)| stem));
        // Of letters that an address cannot hold nothing is left, and a name that begins with a dot is hidden.
        let stem = if stem.is_empty() { "beeld".to_owned() } else { stem };
        let print: String = hash[..5].iter().map(|byte| format!("{byte:02x}")).collect();
        format!("bestanden/{stem}.{print}.{width}.{}", self.extension)
    }
}
