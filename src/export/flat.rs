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
/// How hard to look for repeats. A palette leaves little to look through: one step more takes four tenths longer for a twentieth; of
/// three bytes a pixel too.
const LEVEL: u32 = 2;
/// Filters of a row: as it is, and the difference with the row above.
const AS_IT_IS: u8 = 0;
const LIKE_ABOVE: u8 = 2;

/// A picture, row by row: which colour goes on for how many pixels. Of flat colours that is a small part of the pixels themselves, so
/// a large picture can be drawn a band at a time and is never held whole.
pub struct Flat {
    width: u32,
    shades: Shades,
    runs: Vec<Run>,
    /// Where the runs of each row end. A row without any is the same as that above it.
    rows: Vec<usize>,
    last: Vec<u8>,
}

/// The so-manieth shade, on so many pixels.
struct Run {
    shade: u32,
    length: u32,
}

impl Flat {
    /// Nothing yet, so many pixels wide.
    pub fn new(width: u32) -> Self {
        Self { width, shades: Shades::default(), runs: Vec::new(), rows: Vec::new(), last: Vec::new() }
    }

    /// More rows below those that are there. `pixels` are four bytes each, of which the last is not looked at: nothing shines through.
    pub fn add(&mut self, pixels: &[u8]) {
        let mut above: &[u8] = &std::mem::take(&mut self.last);
        for row in pixels.chunks_exact(self.width as usize * 4) {
            if row != above {
                self.add_row(row.as_chunks::<4>().0);
            }
            self.rows.push(self.runs.len());
            above = row;
        }
        self.last = above.to_vec();
    }

    fn add_row(&mut self, mut row: &[Pixel]) {
        while let Some(first) = row.first() {
            let length = same(row, *first);
            let shade = self.shades.number(colour(*first), length as u32);
            self.runs.push(Run { shade, length: length as u32 });
            row = &row[length..];
        }
    }

    /// The file.
    pub fn encode(self, note: (&str, &str)) -> io::Result<Vec<u8>> {
        let palette = Palette::of(&self.shades);
        let bytes = if palette.is_some() { 1 } else { 3 };
        let mut data = Stream::new(Compression::new(LEVEL));
        let like_above = [&[LIKE_ABOVE][..], &vec![0; self.width as usize * bytes]].concat();
        let mut line = Vec::with_capacity(like_above.len());
        let mut start = 0;
        for end in &self.rows {
            let runs = &self.runs[start..*end];
            start = *end;
            if runs.is_empty() {
                data.write(&like_above)?;
                continue;
            }
            line.clear();
            line.push(AS_IT_IS);
            for run in runs {
                match &palette {
                    Some(palette) => line.resize(line.len() + run.length as usize, palette.numbers[run.shade as usize]),
                    None => {
                        let colour = channels(self.shades.colours[run.shade as usize].0);
                        line.extend(std::iter::repeat_n(colour, run.length as usize).flatten());
                    }
                }
            }
            data.write(&line)?;
        }

        let mut out = Vec::new();
        let mut encoder = Encoder::new(&mut out, self.width, self.rows.len() as u32);
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
}

type Pixel = [u8; 4];

/// How many pixels from the first on are like it.
fn same(row: &[Pixel], first: Pixel) -> usize {
    // Most pixels stand in long runs, so many are compared at once.
    let first = u32::from_le_bytes(first);
    let is_other = |pixel: &Pixel| u32::from_le_bytes(*pixel) ^ first;
    let blocks = row
        .as_chunks::<16>()
        .0
        .iter()
        .take_while(|block| block.iter().fold(0, |all, pixel| all | is_other(pixel)) == 0);
    let alike = blocks.count() * 16;
    alike + row[alike..].iter().take_while(|pixel| is_other(pixel) == 0).count()
}

/// The colours of a picture in the order in which they were first met, and how many pixels have each.
#[derive(Default)]
struct Shades {
    colours: Vec<(u32, u32)>,
    numbers: AHashMap<u32, u32>,
}

impl Shades {
    /// The number of a colour that stands on so many more pixels.
    fn number(&mut self, colour: u32, pixels: u32) -> u32 {
        let number = *self.numbers.entry(colour).or_insert_with(|| {
            self.colours.push((colour, 0));
            self.colours.len() as u32 - 1
        });
        self.colours[number as usize].1 += pixels;
        number
    }
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
    /// Every shade of the picture: its number in the palette.
    numbers: Vec<u8>,
}

impl Palette {
    fn of(shades: &Shades) -> Option<Self> {
        if shades.colours.len() > MOST_SHADES {
            return None;
        }
        let mut by_use = shades.colours.clone();
        by_use.sort_unstable_by_key(|(colour, count)| (Reverse(*count), *colour));
        let by_use: Vec<u32> = by_use.into_iter().map(|(colour, _)| colour).collect();
        let chosen = CLOSE.iter().find_map(|close| Chosen::of(&by_use, *close))?;
        let numbers = shades.colours.iter().map(|(shade, _)| chosen.nearest(*shade).0).collect();
        Some(Self { colours: chosen.bytes(), numbers })
    }
}

/// The colours of a palette, channel by channel, so that a shade is compared with many at once.
#[derive(Default)]
struct Chosen([Vec<u8>; 3]);

impl Chosen {
    /// Those of a palette in which every shade, the most used first, lies so close to one of them; `None` when that takes too many.
    fn of(shades: &[u32], close: u8) -> Option<Self> {
        let mut chosen = Self::default();
        for (at, shade) in shades.iter().enumerate() {
            if at < EXACT || chosen.nearest(*shade).1 > close {
                if chosen.0[0].len() == MOST {
                    return None;
                }
                for (channel, value) in chosen.0.iter_mut().zip(channels(*shade)) {
                    channel.push(value);
                }
            }
        }
        Some(chosen)
    }

    /// The number of the colour that lies closest, and how far: the difference in the channel in which they differ most.
    fn nearest(&self, shade: u32) -> (u8, u8) {
        let mut far = [0_u8; MOST];
        for (channel, value) in self.0.iter().zip(channels(shade)) {
            for (far, other) in far.iter_mut().zip(channel) {
                *far = (*far).max(value.abs_diff(*other));
            }
        }
        let far = &far[..self.0[0].len()];
        let least = far.iter().copied().min().unwrap_or_default();
        (far.iter().position(|far| *far == least).unwrap_or_default() as u8, least)
    }

    /// Three bytes each.
    fn bytes(&self) -> Vec<u8> {
        let [red, green, blue] = &self.0;
        red.iter().zip(green).zip(blue).flat_map(|((red, green), blue)| [*red, *green, *blue]).collect()
    }
}

fn colour(pixel: Pixel) -> u32 {
    u32::from_le_bytes(pixel) & 0x00ff_ffff
}

fn channels(colour: u32) -> [u8; 3] {
    let [red, green, blue, _] = colour.to_le_bytes();
    [red, green, blue]
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

    /// The file of a picture so wide, given in bands.
    fn encode(pixels: &[u8], width: u32) -> Vec<u8> {
        let mut picture = Flat::new(width);
        pixels.chunks(width as usize * 4 * 5).for_each(|band| picture.add(band));
        picture.encode(("Source", "key")).unwrap()
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
            let file = encode(&pixels, 64);
            assert_eq!(read(&file), (three(&pixels), form), "{colours}");
        }
    }

    #[test]
    fn many_shades_that_lie_close_are_fewer() {
        let pixels = picture(700, 3, 64, 48);
        let (found, form) = read(&encode(&pixels, 64));
        assert_eq!(form, ColorType::Indexed);
        let off = found.iter().zip(three(&pixels)).map(|(one, other)| one.abs_diff(other));
        assert!((1..=16).contains(&off.max().unwrap()));
    }
}
