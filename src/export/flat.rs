//! Pixels → PNG, for pictures of flat colours: with a palette where no eye sees the difference, and with no more than one byte for what
//! a row has in common with the row above it.

use ahash::AHashMap;
use flate2::{Compress, Compression, FlushCompress, Status};
use png::{BitDepth, ColorType, Encoder, chunk};
use std::cmp::Reverse;
use std::io;

/// More colours than this make no palette.
const MOST: usize = 256;
/// So many of them, those of the most pixels, stay exactly what they are.
const EXACT: usize = 128;
/// A drawing has a few dozen colours of its own, and along the edges of its shapes hundreds of shades between them, each on a handful of
/// pixels. Shades that lie so close may be one; the closest that makes a palette is taken.
const CLOSE: [u8; 7] = [0, 2, 4, 6, 8, 12, 16];
/// What has more colours than this is no drawing.
const MOST_SHADES: usize = 4096;
/// How hard to look for repeats. A palette leaves little to look through; of three bytes a pixel a thorough search takes twice as
/// long for one twentieth.
const WITH_PALETTE: u32 = 6;
const WITHOUT: u32 = 4;
/// Filters of a row: as it is, and the difference with the row above.
const AS_IT_IS: u8 = 0;
const LIKE_ABOVE: u8 = 2;

/// The file; `pixels` are four bytes each, of which the last is not looked at: nothing shines through.
pub fn encode(pixels: &[u8], width: u32, height: u32, note: (&str, &str)) -> io::Result<Vec<u8>> {
    let rows = rows(pixels, width as usize * 4);
    let palette = Palette::of(&rows);
    let (bytes, level) = if palette.is_some() { (1, WITH_PALETTE) } else { (3, WITHOUT) };
    let mut data = Stream::new(Compression::new(level));
    let same = vec![0; width as usize * bytes];
    let mut line = Vec::with_capacity(same.len());
    for row in rows {
        let Some(pixels) = row else {
            data.write(&[LIKE_ABOVE])?;
            data.write(&same)?;
            continue;
        };
        line.clear();
        match &palette {
            Some(palette) => palette.translate(pixels, &mut line),
            None => line.extend(pixels.iter().flat_map(|p| [p[0], p[1], p[2]])),
        }
        data.write(&[AS_IT_IS])?;
        data.write(&line)?;
    }

    let mut out = Vec::new();
    let mut encoder = Encoder::new(&mut out, width, height);
    encoder.set_depth(BitDepth::Eight);
    encoder.add_text_chunk(note.0.to_owned(), note.1.to_owned())?;
    match palette {
        Some(palette) => {
            encoder.set_color(ColorType::Indexed);
            encoder.set_palette(palette.colours);
        }
        None => encoder.set_color(ColorType::Rgb),
    }
    let mut writer = encoder.write_header()?;
    writer.write_chunk(chunk::IDAT, &data.finish()?)?;
    drop(writer);
    Ok(out)
}

type Pixel = [u8; 4];

/// The rows from top to bottom; nothing for one that is the same as that above it.
fn rows(pixels: &[u8], length: usize) -> Vec<Option<&[Pixel]>> {
    let mut above: &[u8] = &[];
    let rows = pixels.chunks_exact(length);
    rows.map(|row| (std::mem::replace(&mut above, row) != row).then_some(row.as_chunks::<4>().0)).collect()
}

/// What is compressed so far.
struct Stream {
    compress: Compress,
    out: Vec<u8>,
}

impl Stream {
    fn new(level: Compression) -> Self {
        Self { compress: Compress::new(level, true), out: Vec::with_capacity(64 * 1024) }
    }

    fn write(&mut self, mut bytes: &[u8]) -> io::Result<()> {
        while !bytes.is_empty() {
            let before = self.compress.total_in();
            self.step(bytes, FlushCompress::None)?;
            bytes = &bytes[(self.compress.total_in() - before) as usize..];
        }
        Ok(())
    }

    fn step(&mut self, bytes: &[u8], flush: FlushCompress) -> io::Result<Status> {
        self.out.reserve(32 * 1024);
        self.compress.compress_vec(bytes, &mut self.out, flush).map_err(io::Error::other)
    }

    fn finish(mut self) -> io::Result<Vec<u8>> {
        while self.step(&[], FlushCompress::Finish)? != Status::StreamEnd {}
        Ok(self.out)
    }
}

/// The colours of a picture, when they are few or lie close.
struct Palette {
    /// Three bytes each.
    colours: Vec<u8>,
    /// Every colour of the picture: its number in the palette.
    numbers: AHashMap<u32, u8>,
}

impl Palette {
    fn of(rows: &[Option<&[Pixel]>]) -> Option<Self> {
        let mut counts: AHashMap<u32, u32> = AHashMap::new();
        for row in rows.iter().flatten() {
            for run in row.chunk_by(|one, next| one == next) {
                *counts.entry(colour(&run[0])).or_default() += run.len() as u32;
            }
            if counts.len() > MOST_SHADES {
                return None;
            }
        }
        let mut shades: Vec<(u32, u32)> = counts.into_iter().collect();
        shades.sort_unstable_by_key(|(colour, count)| (Reverse(*count), *colour));
        let shades: Vec<u32> = shades.into_iter().map(|(colour, _)| colour).collect();
        let chosen = CLOSE.iter().find_map(|close| chosen(&shades, *close))?;
        let number = |shade: u32| {
            let nearest = (0_u8..=255).zip(&chosen).min_by_key(|(_, colour)| distance(shade, **colour));
            (shade, nearest.map_or(0, |(number, _)| number))
        };
        let numbers = shades.iter().map(|shade| number(*shade)).collect();
        let colours = chosen.iter().flat_map(|colour| channels(*colour)).collect();
        Some(Self { colours, numbers })
    }

    fn translate(&self, pixels: &[Pixel], into: &mut Vec<u8>) {
        for run in pixels.chunk_by(|one, next| one == next) {
            let number = self.numbers.get(&colour(&run[0])).copied().unwrap_or_default();
            into.resize(into.len() + run.len(), number);
        }
    }
}

/// The colours of a palette in which every shade, the most used first, lies so close to one of them; `None` when that takes too many.
fn chosen(shades: &[u32], close: u8) -> Option<Vec<u32>> {
    let mut chosen = Vec::with_capacity(MOST);
    for shade in shades {
        if chosen.len() < EXACT || chosen.iter().all(|colour| distance(*shade, *colour) > close) {
            if chosen.len() == MOST {
                return None;
            }
            chosen.push(*shade);
        }
    }
    Some(chosen)
}

fn colour(pixel: &Pixel) -> u32 {
    u32::from_le_bytes(*pixel) & 0x00ff_ffff
}

fn channels(colour: u32) -> [u8; 3] {
    let [red, green, blue, _] = colour.to_le_bytes();
    [red, green, blue]
}

/// The difference in the channel in which two colours differ most.
fn distance(one: u32, other: u32) -> u8 {
    let [one, other] = [channels(one), channels(other)];
    std::array::from_fn::<u8, 3, _>(|at| one[at].abs_diff(other[at])).into_iter().max().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The three bytes of each pixel of a picture that was read back, and the form it had.
    fn read(bytes: &[u8]) -> (Vec<u8>, ColorType) {
        let mut decoder = png::Decoder::new(io::Cursor::new(bytes));
        let form = decoder.read_header_info().unwrap().color_type;
        decoder.set_transformations(png::Transformations::EXPAND);
        let mut reader = decoder.read_info().unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        reader.next_frame(&mut pixels).unwrap();
        (pixels, form)
    }

    /// A picture with so many colours, in which rows repeat; `step` tells how far apart the colours lie.
    fn picture(colours: u32, step: u32, width: u32, height: u32) -> Vec<u8> {
        let colour = |x: u32, y: u32| (x + y / 3 * width) % colours;
        let pixel = |c: u32| {
            let [a, b, c, _] = c.wrapping_mul(step).to_le_bytes();
            [a, b, c, 255]
        };
        (0..height).flat_map(|y| (0..width).flat_map(move |x| pixel(colour(x, y)))).collect()
    }

    fn three(pixels: &[u8]) -> Vec<u8> {
        pixels.as_chunks::<4>().0.iter().flat_map(|p| [p[0], p[1], p[2]]).collect()
    }

    #[test]
    fn every_pixel_is_read_back_as_it_was() {
        for (colours, form) in
            [(1, ColorType::Indexed), (255, ColorType::Indexed), (256, ColorType::Indexed), (1000, ColorType::Rgb)]
        {
            let pixels = picture(colours, 0x009e_3779, 64, 48);
            let file = encode(&pixels, 64, 48, ("Source", "key")).unwrap();
            assert_eq!(read(&file), (three(&pixels), form), "{colours}");
        }
    }

    #[test]
    fn many_shades_that_lie_close_are_fewer() {
        let pixels = picture(700, 3, 64, 48);
        let (found, form) = read(&encode(&pixels, 64, 48, ("Source", "key")).unwrap());
        assert_eq!(form, ColorType::Indexed);
        let off = found.iter().zip(three(&pixels)).map(|(one, other)| one.abs_diff(other));
        assert!((1..=16).contains(&off.max().unwrap()));
    }
}
