//! A prepared image as one file, to be kept between runs.

use super::{Prepared, Size};
use std::sync::Arc;

/// How a file of ours begins. Those of earlier versions had no more than the list of numbers.
const HEADER: &str = "verbeeld-beeld ";
/// Changes when images are prepared in another way: what was kept before no longer counts.
const VERSION: u32 = 3;

/// Was this file kept by Verbeeld, whole or damaged?
pub fn is_kept(bytes: &[u8]) -> bool {
    bytes.starts_with(HEADER.as_bytes()) || bytes.starts_with(b"[1,")
}

/// How the bytes of a form begin.
type Begins = fn(&[u8]) -> bool;
/// The forms in which images are published, and how to know them.
const FORMS: &[(&str, Begins)] = &[
    ("webp", |bytes| bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP")),
    ("jpg", |bytes| bytes.starts_with(b"\xff\xd8\xff")),
    ("png", |bytes| bytes.starts_with(b"\x89PNG\r\n\x1a\n")),
];

impl Prepared {
    /// One file: a line of JSON, the bytes of all sizes, and a hash of both.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = self.head().into_bytes();
        self.sizes.iter().for_each(|size| bytes.extend_from_slice(&size.bytes));
        let hash = blake3::hash(&bytes);
        bytes.extend_from_slice(hash.as_bytes());
        bytes
    }

    /// How long that file is.
    pub fn kept_length(&self) -> u64 {
        let bytes: usize = self.sizes.iter().map(|size| size.bytes.len()).sum();
        (self.head().len() + bytes + blake3::OUT_LEN) as u64
    }

    fn head(&self) -> String {
        let sizes: Vec<(u32, usize)> = self.sizes.iter().map(|size| (size.width, size.bytes.len())).collect();
        let head = serde_json::json!([VERSION, self.width, self.height, self.colour, self.extension, sizes]);
        format!("{HEADER}{head}\n")
    }

    /// Reads it back; `None` when it is of another version, or not whole.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (body, hash) = bytes.split_last_chunk::<32>()?;
        if blake3::hash(body).as_bytes() != hash {
            return None;
        }
        let end = body.iter().position(|byte| *byte == b'\n')?;
        let head = body[..end].strip_prefix(HEADER.as_bytes())?;
        type Head = (u32, u32, u32, Option<[u8; 3]>, String, Vec<(u32, usize)>);
        let (version, width, height, colour, extension, lengths): Head = serde_json::from_slice(head).ok()?;
        // What lies in the project may come from anywhere: a picture is published under a picture's name, or not at all.
        let form = FORMS.iter().find(|(end, _)| *end == extension).map(|(_, start)| *start)?;
        if version != VERSION {
            return None;
        }
        let mut rest = &body[end + 1..];
        let mut sizes = Vec::with_capacity(lengths.len());
        for (width, length) in lengths {
            let (bytes, after) = rest.split_at_checked(length)?;
            if !form(bytes) {
                return None;
            }
            sizes.push(Size { width, bytes: Arc::from(bytes) });
            rest = after;
        }
        (rest.is_empty() && !sizes.is_empty()).then_some(Self { width, height, colour, extension, sizes })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_comes_back_and_what_is_damaged_does_not() {
        let webp = |end: u8| Arc::from([b"RIFF\x04\0\0\0WEBP".as_slice(), &[end, b'\n']].concat());
        let sizes = vec![Size { width: 2, bytes: webp(1) }, Size { width: 4, bytes: webp(3) }];
        let image = Prepared { width: 4, height: 3, colour: Some([1, 2, 3]), extension: "webp".into(), sizes };
        let bytes = image.to_bytes();
        assert_eq!(bytes.len() as u64, image.kept_length());
        assert_eq!(Prepared::from_bytes(&bytes), Some(image));
        for at in 0..bytes.len() {
            let mut damaged = bytes.clone();
            damaged[at] ^= 1;
            assert_eq!(Prepared::from_bytes(&damaged), None, "byte {at}");
        }
        assert_eq!(Prepared::from_bytes(&bytes[..bytes.len() - 1]), None);
    }

    #[test]
    fn what_is_no_picture_does_not_come_back() {
        let kept = |extension: &str, bytes: &[u8]| {
            let sizes = vec![Size { width: 4, bytes: bytes.into() }];
            let image = Prepared { width: 4, height: 3, colour: None, extension: extension.into(), sizes };
            Prepared::from_bytes(&image.to_bytes()).is_some()
        };
        assert!(kept("jpg", b"\xff\xd8\xff\xe0"));
        assert!(!kept("html", b"\xff\xd8\xff\xe0") && !kept("html", b"<script>") && !kept("jpg", b"<script>"));
    }
}
