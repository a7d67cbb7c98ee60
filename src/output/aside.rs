//! Bytes that wait on the disk, so that they need not wait in memory.

use std::fs::File;
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

/// A file without a name, which goes when the program ends.
#[derive(Debug)]
pub struct Aside(Mutex<File>);

impl Aside {
    /// On the disk of a folder that is to be published, where there must be room for the same bytes anyway; in the folder itself only
    /// where a system lets nothing else be written.
    pub(super) fn near(folder: &Path) -> io::Result<Self> {
        let above = folder.ancestors().skip(1).find_map(|above| tempfile::tempfile_in(above).ok());
        let there = above.or_else(|| tempfile::tempfile().ok());
        there.map_or_else(|| tempfile::tempfile_in(folder), Ok).map(|file| Self(Mutex::new(file)))
    }

    /// Where the system wants files for a while.
    pub fn somewhere() -> io::Result<Self> {
        tempfile::tempfile().map(|file| Self(Mutex::new(file)))
    }

    /// Puts bytes at its end; tells where they start.
    pub(super) fn put(&self, bytes: &[u8]) -> io::Result<u64> {
        let mut file = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let start = file.seek(SeekFrom::End(0))?;
        file.write_all(bytes)?;
        Ok(start)
    }

    /// The bytes that were put there.
    pub(super) fn take(&self, start: u64, length: u64) -> io::Result<Vec<u8>> {
        let mut bytes = vec![0; length as usize];
        let mut file = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        file.seek(SeekFrom::Start(start))?;
        file.read_exact(&mut bytes)?;
        Ok(bytes)
    }
}
