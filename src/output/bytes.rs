//! The bytes of one file of the site.

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

/// As they are, or packed until they are asked for: all pages of a large site together are many times what an editor wrote, and wait
/// until all of them are made. Packing takes about a tenth of what making them took, and leaves a fifth or less.
#[derive(Debug, Clone, Default)]
pub struct Bytes {
    packed: Option<Box<[u8]>>,
    plain: OnceLock<Arc<[u8]>>,
}

impl Bytes {
    /// Packs them.
    pub fn packed(bytes: &[u8]) -> Self {
        let packed = lz4_flex::compress_prepend_size(bytes).into_boxed_slice();
        Self { packed: Some(packed), plain: OnceLock::new() }
    }

    /// As they are, for once.
    pub fn read(&self) -> Cow<'_, [u8]> {
        match (self.plain.get(), &self.packed) {
            (None, Some(packed)) => Cow::Owned(unpacked(packed)),
            _ => Cow::Borrowed(self.plain()),
        }
    }

    /// As they are, and so from now on.
    pub fn plain(&self) -> &Arc<[u8]> {
        self.plain.get_or_init(|| self.packed.as_deref().map(unpacked).unwrap_or_default().into())
    }
}

impl From<Arc<[u8]>> for Bytes {
    fn from(bytes: Arc<[u8]>) -> Self {
        Self { packed: None, plain: OnceLock::from(bytes) }
    }
}

#[expect(clippy::expect_used, reason = "it was packed above, in this process")]
fn unpacked(packed: &[u8]) -> Vec<u8> {
    lz4_flex::decompress_size_prepended(packed).expect("what was packed can be unpacked")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_comes_back() {
        for text in ["", "a", &"<p>Een alinea.</p>\n".repeat(5_000)] {
            let packed = Bytes::packed(text.as_bytes());
            assert_eq!(&*packed.read(), text.as_bytes());
            assert_eq!(&**packed.plain(), text.as_bytes());
        }
        let small = Bytes::packed("<p>Een alinea.</p>\n".repeat(5_000).as_bytes());
        assert!(small.packed.is_some_and(|packed| packed.len() < 5_000));
    }
}
