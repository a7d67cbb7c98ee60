//! What the system keeps of files beside their bytes, as a proof that nobody touched them.
//!
//! A time alone proves nothing: it can be put back. The time of the last change to anything of a file (`ctime`) cannot, so a file
//! with the same number, length and both times holds the same bytes, unless it changed twice within one tick of the disk's
//! clock. Hence what is only just written proves nothing yet (see [`Print::is_settled`]), nor does a system without such a time.

use std::fs::Metadata;
use std::path::Path;
use std::time::Duration;

/// A moment by the clock of a disk: seconds and nanoseconds.
pub type Tick = (i64, i64);

/// Within this time a disk may give two changes the same time.
const FINE: Duration = Duration::from_millis(20);
/// The same for a disk that keeps whole milliseconds or seconds.
const COARSE: Duration = Duration::from_secs(2);

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

/// What the system keeps of one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    /// Disk, number on it, and length.
    which: [u64; 3],
    written: Tick,
    changed: Tick,
}

impl Stamp {
    /// The stamp of a file; `None` when this system keeps none that proves anything.
    #[cfg(unix)]
    pub fn of(meta: &Metadata) -> Option<Self> {
        use std::os::unix::fs::MetadataExt;
        Some(Self {
            which: [meta.dev(), meta.ino(), meta.len()],
            written: (meta.mtime(), meta.mtime_nsec()),
            changed: (meta.ctime(), meta.ctime_nsec()),
        })
    }

    /// The stamp of a file; `None`, as this system keeps none that proves anything.
    #[cfg(not(unix))]
    pub fn of(_meta: &Metadata) -> Option<Self> {
        None
    }

    /// How long it takes until another change has another time.
    pub fn tick(&self) -> Duration {
        if self.changed.1 % 1_000_000 == 0 { COARSE } else { FINE }
    }

    /// The moment from which a change shows.
    pub fn settled(&self) -> Tick {
        let (seconds, nanos) = self.changed;
        let nanos = nanos + i64::from(self.tick().subsec_nanos());
        (seconds + self.tick().as_secs() as i64 + nanos / 1_000_000_000, nanos % 1_000_000_000)
    }
}

/// Takes in files one by one, in a fixed order.
#[derive(Debug, Default)]
pub struct Stamps {
    /// What is hashed: many small pieces cost a hasher more than all of it at once.
    taken: Vec<u8>,
    settled: Tick,
    written: Tick,
}

impl Stamps {
    /// Takes in a name without a file, such as that of a folder.
    pub fn name(&mut self, name: &Path) {
        self.taken.extend_from_slice(name.as_os_str().as_encoded_bytes());
        self.taken.push(0);
    }

    /// Takes in a file.
    pub fn file(&mut self, name: &Path, stamp: &Stamp) {
        self.name(name);
        for number in stamp.which {
            self.taken.extend(number.to_le_bytes());
        }
        for (seconds, nanos) in [stamp.written, stamp.changed] {
            self.taken.extend([seconds, nanos].map(i64::to_le_bytes).as_flattened());
        }
        self.settled = self.settled.max(stamp.settled());
        self.written = self.written.max(stamp.written);
    }

    /// The state of all that was taken in.
    pub fn print(self) -> Print {
        Print { hash: *blake3::hash(&self.taken).as_bytes(), settled: self.settled, written: self.written }
    }
}

/// When a file was written, by the clock of its disk.
pub fn written(meta: &Metadata) -> Option<Tick> {
    let since = meta.modified().ok()?.duration_since(std::time::UNIX_EPOCH).ok()?;
    Some((i64::try_from(since.as_secs()).ok()?, i64::from(since.subsec_nanos())))
}

#[cfg(all(test, unix))]
mod tests {
    use super::{Stamp, Stamps};
    use std::path::Path;

    #[test]
    #[allow(clippy::disallowed_methods, reason = "a test of files")]
    fn a_change_shows_though_length_and_time_are_put_back() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        let stamp = || Stamp::of(&path.metadata().unwrap()).unwrap();
        std::fs::write(&path, "een").unwrap();
        let first = stamp();
        let time = path.metadata().unwrap().modified().unwrap();
        assert_eq!(stamp(), first);
        std::thread::sleep(first.tick());
        std::fs::write(&path, "een").unwrap();
        std::fs::OpenOptions::new().write(true).open(&path).unwrap().set_modified(time).unwrap();
        assert_eq!(path.metadata().unwrap().modified().unwrap(), time);
        assert_ne!(stamp(), first);
    }

    #[test]
    fn what_is_only_just_written_is_not_settled() {
        let stamp = |changed| Stamp { which: [1, 2, 3], written: (0, 0), changed };
        assert_eq!(stamp((7, 999_000_001)).settled(), (8, 19_000_001));
        assert_eq!(stamp((7, 5_000_000)).settled(), (9, 5_000_000), "a disk that keeps no finer times");
        let mut stamps = Stamps::default();
        stamps.file(Path::new("a"), &stamp((7, 1)));
        stamps.file(Path::new("b"), &stamp((5, 1)));
        let print = stamps.print();
        assert!(!print.is_settled((7, 20_000_001)) && print.is_settled((7, 20_000_002)));
    }
}
