//! Takes out of a picture what a camera or a program wrote beside it: where it was taken, by whom, with what. The picture itself
//! stays as it is, bit for bit; only which side is up is kept.
//!
//! The crates for this keep a JPEG as it is from its first scan on: also a film or a second picture behind its end, with notes of
//! their own.

use image::metadata::Orientation;

/// The picture without what was written beside it; `None` when there is nothing to take out, or it is no JPEG, PNG or WebP.
pub fn clean(bytes: &[u8]) -> Option<Vec<u8>> {
    let cleaned = match bytes {
        [0xff, 0xd8, ..] => jpeg(bytes),
        [0x89, b'P', b'N', b'G', ..] => png(bytes),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => webp(bytes),
        _ => None,
    }?;
    (cleaned != bytes).then_some(cleaned)
}

/// A JPEG is a row of segments. What follows its end (a film, a second picture) goes too.
fn jpeg(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut out = vec![0xff, 0xd8];
    let mut turn = None;
    let mut at = 2;
    // After the markers that cameras write, so that the note on which side is up can stand first.
    let mut rest = Vec::with_capacity(bytes.len());
    loop {
        let marker = *bytes.get(at + 1).filter(|_| bytes[at] == 0xff)?;
        match marker {
            // Filling.
            0xff => at += 1,
            0xd9 => {
                rest.extend_from_slice(&[0xff, 0xd9]);
                break;
            }
            0x01 | 0xd0..=0xd7 => {
                rest.extend_from_slice(&bytes[at..at + 2]);
                at += 2;
            }
            _ => {
                let length = usize::from(u16::from_be_bytes([*bytes.get(at + 2)?, *bytes.get(at + 3)?]));
                let segment = bytes.get(at..at + 2 + length).filter(|_| length >= 2)?;
                let body = &segment[4..];
                if marker == 0xe1 && body.starts_with(b"Exif\0\0") {
                    turn = turn.or_else(|| orientation(&body[6..]));
                }
                if belongs(marker, body) {
                    rest.extend_from_slice(segment);
                }
                at += segment.len();
                if marker == 0xda {
                    let end = scan_end(bytes, at);
                    rest.extend_from_slice(&bytes[at..end]);
                    at = end;
                    // One that was cut off is shown as far as it goes.
                    if end == bytes.len() {
                        break;
                    }
                }
            }
        }
    }
    if let Some(turn) = turn {
        let note = [b"Exif\0\0".as_slice(), &orientation_note(turn)].concat();
        out.extend_from_slice(&[0xff, 0xe1]);
        out.extend_from_slice(&(note.len() as u16 + 2).to_be_bytes());
        out.extend_from_slice(&note);
    }
    out.extend_from_slice(&rest);
    Some(out)
}

/// Is this segment of a JPEG needed to show it? The others tell of the camera, the place, the maker.
fn belongs(marker: u8, body: &[u8]) -> bool {
    match marker {
        0xe0 => body.starts_with(b"JFIF\0"),
        0xe2 => body.starts_with(b"ICC_PROFILE\0"),
        0xee => body.starts_with(b"Adobe"),
        0xe1..=0xef | 0xfe => false,
        _ => true,
    }
}

/// Where the picture's own data end: at a marker that is no part of them.
pub(super) fn scan_end(bytes: &[u8], from: usize) -> usize {
    let inside = |next: u8| next == 0 || (0xd0..=0xd7).contains(&next);
    let end = bytes[from..].windows(2).position(|two| two[0] == 0xff && !inside(two[1]));
    end.map_or(bytes.len(), |end| from + end)
}

/// A PNG is a row of chunks. What follows its end goes too.
fn png(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut out = bytes.get(..8)?.to_vec();
    let mut at = 8;
    loop {
        let length = u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?) as usize;
        let chunk = bytes.get(at..at.checked_add(length)?.checked_add(12)?)?;
        let (kind, body) = (&chunk[4..8], &chunk[8..8 + length]);
        match kind {
            b"eXIf" => {
                if let Some(turn) = orientation(body) {
                    let note = orientation_note(turn);
                    out.extend_from_slice(&(note.len() as u32).to_be_bytes());
                    let named = [b"eXIf".as_slice(), &note].concat();
                    out.extend_from_slice(&named);
                    out.extend_from_slice(&crc32fast::hash(&named).to_be_bytes());
                }
            }
            b"tEXt" | b"zTXt" | b"iTXt" | b"tIME" => {}
            _ => out.extend_from_slice(chunk),
        }
        at += chunk.len();
        if kind == b"IEND" {
            return Some(out);
        }
    }
}

/// A WebP is a row of chunks, each of an even length, with their total before them.
fn webp(bytes: &[u8]) -> Option<Vec<u8>> {
    /// Bits of the first chunk that announce notes of a camera (EXIF) and of a program (XMP).
    const ANNOUNCED: [u8; 2] = [0x08, 0x04];
    let total = u32::from_le_bytes(bytes.get(4..8)?.try_into().ok()?) as usize;
    let end = total.checked_add(8)?.min(bytes.len());
    let mut out = bytes.get(..12)?.to_vec();
    let mut at = 12;
    let mut turn = None;
    while at < end {
        let length = u32::from_le_bytes(bytes.get(at + 4..at + 8)?.try_into().ok()?) as usize;
        let padded = length.checked_add(8 + length % 2)?;
        let chunk = bytes.get(at..at.checked_add(padded)?.min(bytes.len())).filter(|c| c.len() >= 8 + length)?;
        match &chunk[..4] {
            b"EXIF" => {
                let body = &chunk[8..8 + length];
                turn = orientation(body.strip_prefix(b"Exif\0\0").unwrap_or(body));
            }
            b"XMP " => {}
            _ => out.extend_from_slice(chunk),
        }
        at += padded;
    }
    if out.get(12..16) == Some(b"VP8X") {
        out[20] &= !(ANNOUNCED[0] | ANNOUNCED[1]);
        if let Some(turn) = turn {
            out[20] |= ANNOUNCED[0];
            let note = orientation_note(turn);
            out.extend_from_slice(b"EXIF");
            out.extend_from_slice(&(note.len() as u32).to_le_bytes());
            out.extend_from_slice(&note);
        }
    }
    let size = u32::try_from(out.len() - 8).ok()?;
    out[4..8].copy_from_slice(&size.to_le_bytes());
    Some(out)
}

/// Which side is up, as EXIF has it: 2 to 8; `None` when the picture stands as it was taken.
fn orientation(exif: &[u8]) -> Option<u8> {
    Orientation::from_exif_chunk(exif).map(Orientation::to_exif).filter(|turn| *turn > 1)
}

/// EXIF with that and nothing else.
fn orientation_note(turn: u8) -> Vec<u8> {
    let mut note = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    note.extend_from_slice(&[turn, 0, 0, 0, 0, 0, 0]);
    note
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_note_says_what_it_was_made_from() {
        for turn in 2..=8 {
            let note = orientation_note(turn);
            assert_eq!(note.len() % 2, 0);
            assert_eq!(orientation(&note), Some(turn));
        }
        assert_eq!(orientation(&orientation_note(1)), None);
    }

    #[test]
    fn no_bytes_make_it_fail() {
        let starts: [&[u8]; 3] =
            [b"\xff\xd8\xff\xe1\0\x10Exif\0\0", b"\x89PNG\r\n\x1a\n\0\0\0\x04eXIf", b"RIFF\xff\xff\xff\xffWEBPEXIF"];
        for start in starts {
            for end in 0..start.len() {
                let _ = clean(&start[..end]);
            }
            for noise in 0..=255_u8 {
                let _ = clean(&[start, &[noise; 40]].concat());
            }
        }
    }
}
