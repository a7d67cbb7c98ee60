//! From the bytes of an image file to its sizes.

use super::encode::{Source, smallest};
use super::{Prepared, Size};
use image::imageops::{self, FilterType};
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};
use std::io::Cursor;

/// Widths in pixels: a telephone, the column of text, the same on a sharp screen.
const WIDTHS: [u32; 3] = [480, 960, 1600];
/// Larger than this, in pixels each way, is no photo for a page.
const LARGEST: u32 = 20_000;
/// Memory for one image, in bytes.
const MEMORY: u64 = 1 << 30;

/// Why an image cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Problem {
    /// The bytes are no JPEG, PNG or WebP, or they end too early.
    Unreadable,
    /// It is of a form that is not made in sizes, whatever its name.
    Disguised(&'static str),
    /// Too many pixels.
    TooLarge,
    /// Its end is missing.
    CutOff,
}

/// Makes an image ready for the site.
pub fn prepare(bytes: &[u8]) -> Result<Prepared, Problem> {
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(|_| Problem::Unreadable)?;
    let source = match reader.format() {
        Some(ImageFormat::Jpeg) => Source::Photo,
        Some(ImageFormat::Png | ImageFormat::WebP) => Source::Drawing,
        _ => return Err(super::disguised(bytes).map_or(Problem::Unreadable, Problem::Disguised)),
    };
    if super::look(bytes).is_some_and(|seen| !seen.whole && seen.size.is_some()) {
        return Err(Problem::CutOff);
    }
    let mut reader = reader;
    let mut limits = Limits::default();
    limits.max_image_width = Some(LARGEST);
    limits.max_image_height = Some(LARGEST);
    limits.max_alloc = Some(MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(why)?;
    // A camera that is held upright says so beside the picture; that note is not kept, so the picture itself is turned.
    let turn = decoder.orientation().ok();
    let mut image = DynamicImage::from_decoder(decoder).map_err(why)?;
    if let Some(turn) = turn {
        image.apply_orientation(turn);
    }
    let image = flat(image);

    let (width, height) = (image.width(), image.height());
    let mut widths: Vec<u32> = WIDTHS.into_iter().filter(|w| *w < width).collect();
    if widths.len() < WIDTHS.len() {
        widths.push(width);
    }
    let images: Vec<DynamicImage> = widths.iter().map(|w| resized(&image, *w)).collect();
    let (extension, files) = smallest(source, &images).ok_or(Problem::Unreadable)?;
    let sizes = widths.iter().zip(files).map(|(width, bytes)| Size { width: *width, bytes }).collect();
    Ok(Prepared { width, height, colour: colour(&image), extension: extension.to_owned(), sizes })
}

/// Without what one can see through, when nobody can: some programs write that with every picture.
fn flat(image: DynamicImage) -> DynamicImage {
    if !image.color().has_alpha() {
        return image.into_rgb8().into();
    }
    let pixels = image.into_rgba8();
    let opaque = pixels.pixels().all(|pixel| pixel.0[3] == u8::MAX);
    let image = DynamicImage::from(pixels);
    if opaque { image.into_rgb8().into() } else { image }
}

fn why(error: image::ImageError) -> Problem {
    match error {
        image::ImageError::Limits(_) => Problem::TooLarge,
        _ => Problem::Unreadable,
    }
}

/// The image at another width. A far larger one is brought down roughly first: that costs little, and nobody sees it.
fn resized(image: &DynamicImage, width: u32) -> DynamicImage {
    if width == image.width() {
        return image.clone();
    }
    let height = |of: u32| ((u64::from(image.height()) * u64::from(of) / u64::from(image.width())) as u32).max(1);
    if image.width() > width * 3 {
        let near = width * 2;
        return image.thumbnail_exact(near, height(near)).resize_exact(width, height(width), FilterType::CatmullRom);
    }
    image.resize_exact(width, height(width), FilterType::CatmullRom)
}

/// The mean colour; `None` when one can see through the image.
fn colour(image: &DynamicImage) -> Option<[u8; 3]> {
    let DynamicImage::ImageRgb8(pixels) = image else { return None };
    let small = imageops::thumbnail(pixels, 8, 8);
    let mut sum = [0_u32; 3];
    for pixel in small.pixels() {
        for (sum, channel) in sum.iter_mut().zip(pixel.0) {
            *sum += u32::from(channel);
        }
    }
    Some(sum.map(|channel| (channel / 64) as u8))
}
