//! Pixels → PNG, for pictures of flat colours: with a palette where that loses nothing, and with no more than one byte for what a
//! row has in common with the row above it.

use flate2::{Compress, Compression, FlushCompress, Status};
use png::{BitDepth, ColorType, Encoder, chunk};
use std::io;

/// More colours than this make no palette.
const MOST: usize = 256;
/// How hard to look for repeats. A palette leaves little to look through; of three bytes a pixel a thorough search takes twice as
/// long for one twentieth.
const WITH_PALETTE: u32 = 6;
const WITHOUT: u32 = 4;
/// Filters of a row: as it is, and the difference with the row above.
const AS_IT_IS: u8 = 0;
const LIKE_ABOVE: u8 = 2;

/// The file; `pixels` are four bytes each, of which the last is not looked at: nothing shines through.
pub fn encode(pixels: &[u8], width: u32, height: u32, note: (&str, &str)) -> io::Result<Vec<u8>> {
    let row = width as usize * 4;
    let palette = Palette::of(pixels, row);
    let (bytes, level) = if palette.is_some() { (1, WITH_PALETTE) } else { (3, WITHOUT) };
    let mut data = Stream::new(Compression::new(level));
    let same = vec![0; width as usize * bytes];
    let mut line = Vec::with_capacity(same.len());
    let mut above: &[u8] = &[];
    for pixels in pixels.chunks_exact(row) {
        if pixels == above {
            data.write(&[LIKE_ABOVE])?;
            data.write(&same)?;
            continue;
        }
        above = pixels;
        line.clear();
        match &palette {
            Some(palette) => palette.translate(pixels, &mut line),
            None => line.extend(pixels.as_chunks::<4>().0.iter().flat_map(|p| [p[0], p[1], p[2]])),
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

/// The colours of a picture, when they are few: each with its number.
struct Palette {
    /// Three bytes each.
    colours: Vec<u8>,
    /// Colour → number, found by hashing: four times as many places as colours, so that most are found at once.
    places: Vec<Option<(u32, u8)>>,
}

impl Palette {
    const PLACES: usize = 4 * MOST;

    fn of(pixels: &[u8], row: usize) -> Option<Self> {
        let mut palette = Self { colours: Vec::new(), places: vec![None; Self::PLACES] };
        let mut above: &[u8] = &[];
        for pixels in pixels.chunks_exact(row).filter(|row| std::mem::replace(&mut above, row) != *row) {
            let mut last = None;
            for pixel in pixels.as_chunks::<4>().0 {
                let colour = Some(colour(pixel));
                if colour != last {
                    palette.add(pixel)?;
                    last = colour;
                }
            }
        }
        Some(palette)
    }

    /// Gives a colour a number, unless it has one; `None` when there are too many.
    fn add(&mut self, pixel: &[u8; 4]) -> Option<()> {
        let colour = colour(pixel);
        let mut at = place(colour);
        while let Some((known, _)) = self.places[at] {
            if known == colour {
                return Some(());
            }
            at = (at + 1) % Self::PLACES;
        }
        let number = u8::try_from(self.colours.len() / 3).ok()?;
        self.colours.extend(&pixel[..3]);
        self.places[at] = Some((colour, number));
        Some(())
    }

    fn translate(&self, pixels: &[u8], into: &mut Vec<u8>) {
        let mut last = (None, 0);
        for pixel in pixels.as_chunks::<4>().0 {
            let colour = colour(pixel);
            if last.0 != Some(colour) {
                let mut at = place(colour);
                last = loop {
                    match self.places[at] {
                        Some((known, number)) if known == colour => break (Some(colour), number),
                        Some(_) => at = (at + 1) % Self::PLACES,
                        // Every colour of the picture has a number.
                        None => break (Some(colour), 0),
                    }
                };
            }
            into.push(last.1);
        }
    }
}

fn colour(pixel: &[u8; 4]) -> u32 {
    u32::from_le_bytes(*pixel) & 0x00ff_ffff
}

fn place(colour: u32) -> usize {
    (colour.wrapping_mul(0x9e37_79b1) >> 22) as usize % Palette::PLACES
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

    /// A picture with so many colours, in which rows repeat.
    fn picture(colours: u32, width: u32, height: u32) -> Vec<u8> {
        let colour = |x: u32, y: u32| (x + y / 3 * width) % colours;
        let pixel = |c: u32| [c as u8, (c >> 8) as u8, (c * 7) as u8, 255];
        (0..height).flat_map(|y| (0..width).flat_map(move |x| pixel(colour(x, y)))).collect()
    }

    #[test]
    fn every_pixel_is_read_back_as_it_was() {
        for (colours, form) in
            [(1, ColorType::Indexed), (255, ColorType::Indexed), (256, ColorType::Indexed), (257, ColorType::Rgb)]
        {
            let pixels = picture(colours, 64, 48);
            let file = encode(&pixels, 64, 48, ("Source", "key")).unwrap();
            let three: Vec<u8> = pixels.as_chunks::<4>().0.iter().flat_map(|p| [p[0], p[1], p[2]]).collect();
            assert_eq!(read(&file), (three, form), "{colours}");
        }
    }
}
