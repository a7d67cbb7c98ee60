//! What the system keeps of files beside their bytes, as a proof that nobody touched them.
//!
//! A time alone proves nothing: it can be put back. The time of the last change to anything of a file (`ctime`) cannot, so a file
//! with the same number, length and both times holds the same bytes, unless it changed twice within one tick of the disk's
//! clock. Hence what is only just written proves nothing yet (see [`Print::is_settled`]), nor does a system without such a time.

use std::fs::Metadata;
use std::path::Path;

/// A moment by the clock of a disk: seconds and nanoseconds.
pub type Tick = (i64, i64);

/// Nanoseconds within which a disk may give two changes the same time.
#[cfg(unix)]
const FINE: i64 = 20_000_000;
/// Seconds within which a disk may do so that keeps no finer times.
#[cfg(unix)]
const COARSE: i64 = 2;

/// The state of one file or more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Print {
    /// A hash of all names and stamps.
    pub hash: [u8; 32],
    /// When bytes were written last.
    pub written: Tick,
    settled: Tick,
}

impl Print {
    /// Would every change after this moment show?
    pub fn is_settled(&self, at: Tick) -> bool {
        self.settled < at
    }
}

/// Takes in files one by one, in a fixed order.
#[derive(Debug, Default)]
pub struct Stamps {
    hasher: blake3::Hasher,
    settled: Tick,
    written: Tick,
}

impl Stamps {
    /// Takes in a name without a file, such as that of a folder.
    pub fn name(&mut self, name: &Path) {
        self.hasher.update(name.as_os_str().as_encoded_bytes()).update(b"\0");
    }

    /// Takes in a file; gives the moment from which a change of it shows, or `None` when this system keeps no stamp that proves anything.
    #[cfg(unix)]
    pub fn file(&mut self, name: &Path, meta: &Metadata) -> Option<Tick> {
        use std::os::unix::fs::MetadataExt;
        self.name(name);
        let changed = (meta.ctime(), meta.ctime_nsec());
        let numbers = [meta.dev(), meta.ino(), meta.len()];
        for number in numbers {
            self.hasher.update(&number.to_le_bytes());
        }
        let written = (meta.mtime(), meta.mtime_nsec());
        for (seconds, nanos) in [written, changed] {
            self.hasher.update(&seconds.to_le_bytes()).update(&nanos.to_le_bytes());
        }
        let settled = match changed {
            (seconds, nanos) if nanos % 1_000_000 == 0 => (seconds + COARSE, nanos),
            (seconds, nanos) => (seconds + (nanos + FINE) / 1_000_000_000, (nanos + FINE) % 1_000_000_000),
        };
        self.settled = self.settled.max(settled);
        self.written = self.written.max(written);
        Some(settled)
    }

    /// Takes in a file; `None`, as this system keeps no stamp that proves anything.
    #[cfg(not(unix))]
    pub fn file(&mut self, _name: &Path, _meta: &Metadata) -> Option<Tick> {
        None
    }

    /// The state of all that was taken in.
    pub fn print(self) -> Print {
        Print { hash: *self.hasher.finalize().as_bytes(), settled: self.settled, written: self.written }
    }
}

/// When a file was written, by the clock of its disk.
pub fn written(meta: &Metadata) -> Option<Tick> {
    let since = meta.modified().ok()?.duration_since(std::time::UNIX_EPOCH).ok()?;
    Some((i64::try_from(since.as_secs()).ok()?, i64::from(since.subsec_nanos())))
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    fn print(path: &Path) -> Print {
        let mut stamps = Stamps::default();
        stamps.file(Path::new("naam"), &path.metadata().unwrap()).unwrap();
        stamps.print()
    }

    #[test]
    #[allow(clippy::disallowed_methods, reason = "a test of files")]
    fn a_change_shows_though_length_and_time_are_put_back() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        std::fs::write(&path, "een").unwrap();
        let first = print(&path);
        let time = path.metadata().unwrap().modified().unwrap();
        assert_eq!(print(&path), first);
        // Until the disk's clock has ticked, two changes look alike: that is what settling is for.
        let other = loop {
            std::fs::write(&path, "drie".split_at(3).0).unwrap();
            let file = std::fs::OpenOptions::new().write(true).open(&path).unwrap();
            file.set_modified(time).unwrap();
            let now = print(&path);
            if now.settled != first.settled {
                break now;
            }
        };
        assert_eq!(path.metadata().unwrap().modified().unwrap(), time);
        assert_ne!(other.hash, first.hash);
        assert!(!first.is_settled(first.written) && !first.is_settled((first.written.0, first.written.1 + 1)));
        assert!(first.is_settled((first.written.0 + COARSE + 1, 0)));
    }
}
