//! The bytes of one file of the site.

use super::print::Print;
use std::borrow::Cow;
use std::fs;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

/// As they are, or waiting until they are asked for.
#[derive(Debug, Clone, Default)]
pub struct Bytes {
    waiting: Option<Waiting>,
    plain: OnceLock<Arc<[u8]>>,
}

#[derive(Debug, Clone)]
enum Waiting {
    /// All pages of a large site together are many times what an editor wrote, and wait until all of them are made. Packing takes about
    /// a tenth of what making them took, and leaves a fifth or less.
    Packed(Packed),
    /// In a folder that was published before, and what stood there then.
    OnDisk(PathBuf, Print),
}

/// Packed beside a file like it, which must be there to unpack them.
#[derive(Debug, Clone)]
struct Packed {
    bytes: Arc<[u8]>,
    like: Arc<[u8]>,
}

impl Bytes {
    /// Packs them. What stands in `like` as well takes next to nothing: the frame of a page is half of it, and on every page the same.
    pub fn packed(bytes: &[u8], like: &Arc<[u8]>) -> Self {
        let packed = lz4_flex::block::compress_prepend_size_with_dict(bytes, like);
        Self::that_wait(Waiting::Packed(Packed { bytes: packed.into(), like: like.clone() }))
    }

    /// Those of a file that was published, which are read when they are asked for. None at all when it is another file by then.
    pub(super) fn on_disk(path: PathBuf, print: Print) -> Self {
        Self::that_wait(Waiting::OnDisk(path, print))
    }

    fn that_wait(waiting: Waiting) -> Self {
        Self { waiting: Some(waiting), plain: OnceLock::new() }
    }

    /// As they are, for once.
    pub fn read(&self) -> Cow<'_, [u8]> {
        match (self.plain.get(), &self.waiting) {
            (None, Some(waiting)) => Cow::Owned(waiting.taken()),
            _ => Cow::Borrowed(self.plain()),
        }
    }

    /// As they are, and so from now on.
    pub fn plain(&self) -> &Arc<[u8]> {
        self.plain.get_or_init(|| self.waiting.as_ref().map(Waiting::taken).unwrap_or_default().into())
    }

    /// Are they the same, without being looked at? Not all that are the same are known to be.
    pub fn is(&self, other: &Self) -> bool {
        matches!((self.plain.get(), other.plain.get()), (Some(one), Some(other)) if Arc::ptr_eq(one, other))
    }
}

impl Waiting {
    fn taken(&self) -> Vec<u8> {
        match self {
            Self::Packed(packed) => packed.unpacked(),
            Self::OnDisk(path, print) => {
                fs::read(path).ok().filter(|bytes| Print::of(bytes) == *print).unwrap_or_default()
            }
        }
    }
}

impl Packed {
    #[expect(clippy::expect_used, reason = "it was packed above, in this process")]
    fn unpacked(&self) -> Vec<u8> {
        lz4_flex::block::decompress_size_prepended_with_dict(&self.bytes, &self.like)
            .expect("what was packed can be unpacked")
    }
}

impl From<Arc<[u8]>> for Bytes {
    fn from(bytes: Arc<[u8]>) -> Self {
        Self { waiting: None, plain: OnceLock::from(bytes) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_comes_back() {
        let frame: String = (0..2_000).map(|word| format!("{word} ")).collect();
        let like: Arc<[u8]> = format!("<p>Een alinea.</p>{frame}").into_bytes().into();
        for like in [Arc::default(), like.clone(), like.repeat(10).into()] {
            for text in ["", "a", &"<p>Een alinea.</p>\n".repeat(5_000), &frame] {
                let packed = Bytes::packed(text.as_bytes(), &like);
                assert_eq!(&*packed.read(), text.as_bytes());
                assert_eq!(&**packed.plain(), text.as_bytes());
            }
        }
        let size = |text: &str, like: &Arc<[u8]>| match Bytes::packed(text.as_bytes(), like).waiting {
            Some(Waiting::Packed(packed)) => Some(packed.bytes.len()),
            _ => None,
        };
        assert!(size(&"<p>Een alinea.</p>\n".repeat(5_000), &Arc::default()) < Some(5_000));
        // The frame that both have takes no room.
        assert!(size(&format!("<p>Een andere alinea.</p>{frame}"), &like) < Some(200));
    }
}
