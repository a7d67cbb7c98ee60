//! Looks at a picture without unpacking it: how large it is, whether it moves, and whether its end is there. Browsers show what was
//! cut off as far as it goes, and grey or nothing for the rest, so nobody hears of it.

use image::{ImageDecoder, ImageReader};
use std::io::Cursor;

/// What is seen of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    /// Width and height in pixels, the right way up; `None` where the file doesn't say.
    pub size: Option<(u32, u32)>,
    /// Does it hold more than one picture, shown one after another?
    pub moves: bool,
    /// Is its end there?
    pub whole: bool,
}

/// What the bytes of a JPEG, PNG, WebP, GIF or AVIF tell; `None` when they are none of these.
pub fn look(bytes: &[u8]) -> Option<Seen> {
    match bytes {
        [0xff, 0xd8, 0xff, ..] => Some(Seen { size: decoded_size(bytes), moves: false, whole: jpeg_ends(bytes) }),
        [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, ..] => Some(png(bytes)),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(webp(bytes)),
        [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Some(gif(bytes)),
        [_, _, _, _, b'f', b't', b'y', b'p', b'a', b'v', b'i', b'f' | b's', ..] => Some(avif(bytes)),
        _ => None,
    }
}

/// Width and height as a decoder tells them, turned as a camera says.
fn decoded_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let mut decoder = ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok()?.into_decoder().ok()?;
    let (width, height) = decoder.dimensions();
    let lies = decoder.orientation().is_ok_and(|turn| turn.to_exif() > 4);
    Some(if lies { (height, width) } else { (width, height) })
}

/// Does a JPEG go on to the marker of its end?
fn jpeg_ends(bytes: &[u8]) -> bool {
    let mut at = 2;
    while let Some(&[0xff, marker]) = bytes.get(at..at + 2) {
        match marker {
            0xd9 => return true,
            // Filling, and markers of themselves.
            0xff => at += 1,
            0x01 | 0xd0..=0xd7 => at += 2,
            _ => {
                let Some(&[high, low]) = bytes.get(at + 2..at + 4) else { return false };
                at += 2 + usize::from(u16::from_be_bytes([high, low])).max(2);
                if marker == 0xda {
                    at = super::clean::scan_end(bytes, at.min(bytes.len()));
                }
            }
        }
    }
    false
}

fn png(bytes: &[u8]) -> Seen {
    let (mut at, mut moves, mut whole) = (8, false, false);
    while let Some(&[a, b, c, d, k0, k1, k2, k3]) = bytes.get(at..at + 8) {
        let length = u32::from_be_bytes([a, b, c, d]) as usize;
        at = at.saturating_add(length).saturating_add(12);
        moves |= [k0, k1, k2, k3] == *b"acTL";
        if at > bytes.len() {
            break;
        }
        if [k0, k1, k2, k3] == *b"IEND" {
            whole = true;
            break;
        }
    }
    Seen { size: decoded_size(bytes), moves, whole }
}

fn webp(bytes: &[u8]) -> Seen {
    /// The bit of the first chunk that announces movement.
    const MOVES: u8 = 0x02;
    let announced = bytes.get(4..8).and_then(|four| four.try_into().ok()).map_or(0, u32::from_le_bytes);
    let moves = bytes.get(12..16) == Some(b"VP8X") && bytes.get(20).is_some_and(|flags| flags & MOVES != 0);
    Seen { size: decoded_size(bytes), moves, whole: bytes.len() as u64 >= u64::from(announced) + 8 }
}

/// A GIF is a row of blocks; each is a row of pieces that ends with an empty one.
fn gif(bytes: &[u8]) -> Seen {
    let two = |at: usize| bytes.get(at..at + 2).map(|two| u32::from(u16::from_le_bytes([two[0], two[1]])));
    let table = |flags: u8| if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) };
    let size = two(6).zip(two(8));
    let mut at = 13 + bytes.get(10).map_or(0, |flags| table(*flags));
    let mut pictures = 0;
    loop {
        let picture = match bytes.get(at) {
            Some(0x21) => {
                at += 2;
                0
            }
            Some(0x2c) => {
                at += 11 + bytes.get(at + 9).map_or(0, |flags| table(*flags));
                1
            }
            // Without its last byte every program shows it all the same.
            None | Some(0x3b) => return Seen { size, moves: pictures > 1, whole: pictures > 0 },
            Some(_) => break,
        };
        while let Some(length) = bytes.get(at).filter(|length| **length > 0) {
            at += 1 + usize::from(*length);
        }
        if at >= bytes.len() {
            break;
        }
        at += 1;
        pictures += picture;
    }
    Seen { size, moves: pictures > 1, whole: false }
}

/// An AVIF is a row of boxes in boxes.
fn avif(bytes: &[u8]) -> Seen {
    let mut seen = Seen { size: None, moves: bytes.get(8..12) == Some(b"avis"), whole: true };
    let mut lies = false;
    for (kind, body, whole) in boxes(bytes) {
        seen.whole &= whole;
        if &kind != b"meta" {
            continue;
        }
        let body = body.get(4..).unwrap_or_default();
        for (kind, body, _) in inside(b"iprp", body).flat_map(|body| inside(b"ipco", body)).flat_map(boxes) {
            let four = |at: usize| body.get(at..at + 4).and_then(|four| four.try_into().ok()).map(u32::from_be_bytes);
            match &kind {
                // The picture itself is the largest; a small one beside it may be there too.
                b"ispe" => seen.size = seen.size.max(four(4).zip(four(8))),
                b"irot" => lies |= body.first().is_some_and(|turn| turn & 1 == 1),
                _ => {}
            }
        }
    }
    seen.size = seen.size.map(|(width, height)| if lies { (height, width) } else { (width, height) });
    seen
}

/// What is in the boxes of one kind.
fn inside<'b>(wanted: &'static [u8; 4], bytes: &'b [u8]) -> impl Iterator<Item = &'b [u8]> {
    boxes(bytes).filter(move |(kind, ..)| kind == wanted).map(|(_, body, _)| body)
}

/// The boxes in a row of them: kind, what is in it, and whether all of that is there.
fn boxes(bytes: &[u8]) -> impl Iterator<Item = ([u8; 4], &[u8], bool)> {
    let mut rest = bytes;
    std::iter::from_fn(move || {
        let (head, after) = rest.split_first_chunk::<8>()?;
        let [a, b, c, d, kind @ ..] = *head;
        let (head, length) = match u32::from_be_bytes([a, b, c, d]) {
            // Up to the end of the file.
            0 => (8, rest.len()),
            1 => (16, usize::try_from(u64::from_be_bytes(*after.first_chunk::<8>()?)).unwrap_or(usize::MAX)),
            length => (8, length as usize),
        };
        let whole = length <= rest.len() && length >= head;
        let body = rest.get(head..length.min(rest.len())).unwrap_or_default();
        rest = if whole { &rest[length..] } else { &[] };
        Some((kind, body, whole))
    })
}
