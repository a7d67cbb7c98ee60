//! The site's mark as pictures, for what does not read SVG: bookmarks and old browsers ask for `favicon.ico`, a telephone that puts the
//! site among its programs for `apple-touch-icon.png`. Both are drawn from the mark that pages lead to.

use ::png::{BitDepth, ColorType, Encoder};
use resvg::tiny_skia::{PixmapMut, Transform};
use resvg::usvg::{Options, Tree};
use std::sync::Arc;

/// The mark, as the theme or the site itself gives it.
pub const MARK: &str = "favicon.svg";
/// What is asked for at the top of a host, and in bookmarks.
pub const FAVICON: &str = "favicon.ico";
/// What a telephone shows.
pub const TOUCH: &str = "apple-touch-icon.png";
/// Sides of the pictures in an icon, in pixels.
const SIDES: [u32; 3] = [16, 32, 48];
const TOUCH_SIDE: u32 = 180;
/// How much of the side of the last one is left free on each side: a telephone cuts off its corners.
const FREE: f32 = 0.14;

/// An icon of a mark, by its path; `ground` is the colour of pages. Without a mark that can be drawn there is none.
pub fn icon(path: &str, mark: &[u8], ground: &str) -> Option<Arc<[u8]>> {
    let mark = std::str::from_utf8(mark).ok().and_then(|svg| Tree::from_str(svg, &Options::default()).ok())?;
    let bytes = match path {
        // A telephone makes black of what is clear.
        TOUCH => picture(&mark, TOUCH_SIDE, FREE, Some(&plain(ground)?))?,
        _ => icons(&mark)?,
    };
    Some(bytes.into())
}

/// A drawing of one colour.
fn plain(colour: &str) -> Option<Tree> {
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><path fill=\"{colour}\" d=\"M0 0h1v1H0z\"/></svg>"
    );
    Tree::from_str(&svg, &Options::default()).ok()
}

/// The form that Windows gave icons: a list of sizes, then the pictures, which may be PNG.
fn icons(mark: &Tree) -> Option<Vec<u8>> {
    const HEAD: usize = 6;
    const ENTRY: usize = 16;
    let pictures: Vec<Vec<u8>> = SIDES.iter().map(|side| picture(mark, *side, 0.0, None)).collect::<Option<_>>()?;
    let mut out = vec![0, 0, 1, 0];
    out.extend(u16::try_from(pictures.len()).ok()?.to_le_bytes());
    let mut at = HEAD + ENTRY * pictures.len();
    for (side, bytes) in SIDES.iter().zip(&pictures) {
        let side = u8::try_from(*side).ok()?;
        // Width, height, no list of colours, one plane, 32 bits a pixel.
        out.extend([side, side, 0, 0, 1, 0, 32, 0]);
        out.extend(u32::try_from(bytes.len()).ok()?.to_le_bytes());
        out.extend(u32::try_from(at).ok()?.to_le_bytes());
        at += bytes.len();
    }
    pictures.iter().for_each(|bytes| out.extend(bytes));
    Some(out)
}

/// A square picture with the mark in the middle, as large as fits.
fn picture(mark: &Tree, side: u32, free: f32, ground: Option<&Tree>) -> Option<Vec<u8>> {
    let mut pixels = vec![0; side as usize * side as usize * 4];
    let mut square = PixmapMut::from_bytes(&mut pixels, side, side)?;
    if let Some(ground) = ground {
        resvg::render(ground, Transform::from_scale(side as f32, side as f32), &mut square);
    }
    let (size, room) = (mark.size(), side as f32 * (1.0 - 2.0 * free));
    let scale = (room / size.width()).min(room / size.height());
    let middle = |length: f32| (side as f32 - length * scale) / 2.0;
    let place = Transform::from_scale(scale, scale).post_translate(middle(size.width()), middle(size.height()));
    resvg::render(mark, place, &mut square);
    for pixel in pixels.chunks_exact_mut(4) {
        // Colours as they are, not as far as they cover what is behind.
        let cover = u32::from(pixel[3]);
        for colour in &mut pixel[..3] {
            *colour = (u32::from(*colour) * 255 + cover / 2).checked_div(cover).map_or(0, |c| c.min(255) as u8);
        }
    }
    let mut out = Vec::new();
    let mut encoder = Encoder::new(&mut out, side, side);
    encoder.set_color(ColorType::Rgba);
    encoder.set_depth(BitDepth::Eight);
    encoder.write_header().ok()?.write_image_data(&pixels).ok()?;
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SQUARE: &[u8] = b"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 4\"><path fill=\"#204060\" d=\"M0 0h4v4H0z\"/></svg>";

    /// Width, height and pixels.
    fn read(png: &[u8]) -> (u32, u32, Vec<u8>) {
        let mut reader = ::png::Decoder::new(std::io::Cursor::new(png)).read_info().unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut pixels).unwrap();
        (info.width, info.height, pixels)
    }

    #[test]
    fn an_icon_holds_a_picture_of_each_size() {
        let ico = icon(FAVICON, SQUARE, "#ffffff").unwrap();
        assert_eq!(ico[..6], [0, 0, 1, 0, 3, 0]);
        let number = |at: usize| u32::from_le_bytes(ico[at..at + 4].try_into().unwrap()) as usize;
        for (i, side) in SIDES.iter().enumerate() {
            let entry = 6 + 16 * i;
            let (length, start) = (number(entry + 8), number(entry + 12));
            let (width, height, pixels) = read(&ico[start..start + length]);
            assert_eq!((width, height, u32::from(ico[entry])), (*side, *side, *side));
            assert_eq!(pixels[..4], [0x20, 0x40, 0x60, 0xff]);
        }
    }

    #[test]
    fn a_telephone_gets_the_ground_of_pages_around_the_mark() {
        let (width, _, pixels) = read(&icon(TOUCH, SQUARE, "#fafaf0").unwrap());
        assert_eq!(width, TOUCH_SIDE);
        assert_eq!(pixels[..4], [0xfa, 0xfa, 0xf0, 0xff]);
        let middle = (TOUCH_SIDE as usize / 2) * (TOUCH_SIDE as usize + 1) * 4;
        assert_eq!(pixels[middle..middle + 4], [0x20, 0x40, 0x60, 0xff]);
        assert!(icon(TOUCH, b"no drawing", "#fff").is_none());
    }
}
