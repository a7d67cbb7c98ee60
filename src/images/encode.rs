//! Writes images in the form that is smallest.

use image::DynamicImage;
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use std::sync::Arc;

/// What the original was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// A photo: small losses are not seen.
    Photo,
    /// It may be a drawing or a picture of a screen, where edges must stay sharp.
    Drawing,
}

/// Out of 100: so that the losses are not seen at arm's length.
const WEBP_QUALITY: f32 = 80.0;
const JPEG_QUALITY: u8 = 82;

/// The images in one form: WebP where that is smaller than the form of the original; and how the files' names end. `None` when no
/// encoder can write them.
pub fn smallest(source: Source, images: &[DynamicImage]) -> Option<(&'static str, Vec<Arc<[u8]>>)> {
    type Encode = fn(&DynamicImage) -> Option<Vec<u8>>;
    let forms: &[(&'static str, Encode)] = match source {
        Source::Photo => &[("webp", webp_lossy), ("jpg", jpeg)],
        Source::Drawing => &[("webp", webp_sharp), ("png", png)],
    };
    // The largest decides: it weighs most.
    let largest = images.last()?;
    let sizes = forms.iter().filter_map(|(extension, encode)| Some((encode(largest)?.len(), *extension, *encode)));
    let (_, extension, encode) = sizes.min_by_key(|(size, ..)| *size)?;
    let files = images.iter().map(|image| encode(image).map(Into::into)).collect::<Option<Vec<_>>>()?;
    Some((extension, files))
}

fn webp_encoder(image: &DynamicImage) -> Option<webp::Encoder<'_>> {
    let (width, height) = (image.width(), image.height());
    match image {
        DynamicImage::ImageRgb8(pixels) => Some(webp::Encoder::from_rgb(pixels, width, height)),
        DynamicImage::ImageRgba8(pixels) => Some(webp::Encoder::from_rgba(pixels, width, height)),
        _ => None,
    }
}

fn webp_lossy(image: &DynamicImage) -> Option<Vec<u8>> {
    Some(webp_encoder(image)?.encode(WEBP_QUALITY).to_vec())
}

/// Without losses, unless that costs far more: then it was a photo after all.
fn webp_sharp(image: &DynamicImage) -> Option<Vec<u8>> {
    let sharp = webp_encoder(image)?.encode_lossless().to_vec();
    let lossy = webp_lossy(image)?;
    Some(if sharp.len() > lossy.len() * 2 { lossy } else { sharp })
}

fn jpeg(image: &DynamicImage) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    image.write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, JPEG_QUALITY)).ok()?;
    Some(bytes)
}

fn png(image: &DynamicImage) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let encoder = PngEncoder::new_with_quality(&mut bytes, CompressionType::Best, FilterType::Adaptive);
    image.write_with_encoder(encoder).ok()?;
    Some(bytes)
}
