//! SVG → PNG, with letters of its own: no font of the machine is asked, so every machine makes the same picture.

use super::bands::bands;
use super::flat::Flat;
use resvg::tiny_skia::{PixmapMut, Transform};
use resvg::usvg::{Options, Tree, fontdb};
use std::sync::{Arc, LazyLock};

/// Noto Sans in the weights and slants that drawings use; loaded when the first picture is made.
static FONTS: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut fonts = fontdb::Database::new();
    for font in [notosans::REGULAR_TTF, notosans::BOLD_TTF, notosans::ITALIC_TTF] {
        fonts.load_font_source(fontdb::Source::Binary(Arc::new(font)));
    }
    fonts.set_sans_serif_family(FAMILY);
    fonts.set_serif_family(FAMILY);
    fonts.set_monospace_family(FAMILY);
    Arc::new(fonts)
});

const FAMILY: &str = "Noto Sans";
/// Where a picture tells what it was made from.
const KEYWORD: &str = "Source";
/// What pictures are made with: another version may draw a hair differently.
const TOOLS: &str = "resvg 0.49, notosans 0.1, flat 7, flate2 1.1 with zlib-rs 0.6";

/// What tells two pictures apart: the same drawing at the same width gives the same picture.
pub fn key(svg: &str, width: u32) -> String {
    let mut hasher = blake3::Hasher::new();
    hasher.update(TOOLS.as_bytes());
    hasher.update(&width.to_le_bytes());
    hasher.update(svg.as_bytes());
    hasher.finalize().to_hex()[..32].to_owned()
}

/// Was this picture made from what the key stands for?
pub fn has_key(png: &[u8], key: &str) -> bool {
    let start = &png[..png.len().min(256)];
    start.windows(key.len()).any(|window| window == key.as_bytes())
}

/// A picture that could not be made.
#[derive(Debug)]
pub struct Unmade(pub String);

impl std::fmt::Display for Unmade {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "de PNG kan niet worden gemaakt: {}", self.0)
    }
}

/// A drawing of which every letter is set as lines, so that it can be made into pictures of any width.
pub struct Drawn(Tree);

impl Drawn {
    /// Reads the drawing and sets its letters.
    pub fn of(svg: &str) -> Result<Self, Unmade> {
        let options = Options { fontdb: FONTS.clone(), font_family: FAMILY.to_owned(), ..Options::default() };
        Tree::from_str(svg, &options).map(Self).map_err(|e| Unmade(e.to_string()))
    }

    /// Makes a picture so wide; its height follows. `key` is written in it.
    pub fn png(&self, width: u32, key: &str) -> Result<Vec<u8>, Unmade> {
        let size = self.0.size();
        let scale = width as f32 / size.width();
        let height = (size.height() * scale).round().max(1.0) as u32;
        let too_large = || Unmade("de tekening is te groot".to_owned());
        let mut picture = Flat::new(width);
        let mut pixels = Vec::new();
        for rows in bands(&self.0, scale, height) {
            pixels.clear();
            pixels.resize(width as usize * rows.len() * 4, 0);
            let place = Transform::from_scale(scale, scale).post_translate(0.0, -(rows.start as f32));
            let mut band = PixmapMut::from_bytes(&mut pixels, width, rows.len() as u32).ok_or_else(too_large)?;
            resvg::render(&self.0, place, &mut band);
            // Every sheet has a ground, so nothing shines through and the fourth channel can go.
            picture.add(&pixels);
        }
        picture.encode((KEYWORD, key)).map_err(|e| Unmade(e.to_string()))
    }
}
