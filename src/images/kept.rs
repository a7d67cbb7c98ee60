//! A prepared image as one file, to be kept between runs.

use super::{Prepared, Size};
use std::sync::Arc;

/// Changes when images are prepared in another way: what was kept before no longer counts.
const VERSION: u32 = 1;

impl Prepared {
    /// One file: a line of JSON, the bytes of all sizes, and a hash of both.
    pub fn to_bytes(&self) -> Vec<u8> {
        let sizes: Vec<(u32, usize)> = self.sizes.iter().map(|size| (size.width, size.bytes.len())).collect();
        let head = serde_json::json!([VERSION, self.width, self.height, self.colour, self.extension, sizes]);
        let mut bytes = format!("{head}\n").into_bytes();
        self.sizes.iter().for_each(|size| bytes.extend_from_slice(&size.bytes));
        let hash = blake3::hash(&bytes);
        bytes.extend_from_slice(hash.as_bytes());
        bytes
    }

    /// Reads it back; `None` when it is of another version, or not whole.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (body, hash) = bytes.split_last_chunk::<32>()?;
        if blake3::hash(body).as_bytes() != hash {
            return None;
        }
        let end = body.iter().position(|byte| *byte == b'\n')?;
        type Head = (u32, u32, u32, Option<[u8; 3]>, String, Vec<(u32, usize)>);
        let (version, width, height, colour, extension, lengths): Head = serde_json::from_slice(&body[..end]).ok()?;
        if version != VERSION {
            return None;
        }
        let mut rest = &body[end + 1..];
        let mut sizes = Vec::with_capacity(lengths.len());
        for (width, length) in lengths {
            let (bytes, after) = rest.split_at_checked(length)?;
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
        let sizes = vec![Size { width: 2, bytes: [1, 2, b'\n'].into() }, Size { width: 4, bytes: [3].into() }];
        let image = Prepared { width: 4, height: 3, colour: Some([1, 2, 3]), extension: "webp".into(), sizes };
        let bytes = image.to_bytes();
        assert_eq!(Prepared::from_bytes(&bytes), Some(image));
        for at in 0..bytes.len() {
            let mut damaged = bytes.clone();
            damaged[at] ^= 1;
            assert_eq!(Prepared::from_bytes(&damaged), None, "byte {at}");
        }
        assert_eq!(Prepared::from_bytes(&bytes[..bytes.len() - 1]), None);
    }
}
