//! The bytes of one file of the site.

use super::aside::Aside;
use super::print::Print;
use std::borrow::Cow;
use std::path::Path;
use std::sync::{Arc, OnceLock};
use std::{fs, io};

/// As they are, or waiting until they are asked for.
#[derive(Debug, Clone, Default)]
pub struct Bytes {
    /// In a place of its own: of ten thousand pages that are held as they are nothing waits.
    waiting: Option<Box<Waiting>>,
    plain: OnceLock<Arc<[u8]>>,
}

#[derive(Debug, Clone)]
enum Waiting {
    /// On the disk, from this place on: all pages of a large site together are many times what an editor wrote, and wait until all of
    /// them are made.
    Aside(Arc<Aside>, u64, Print),
    /// In a file of a site that was published before, or is being written; and what stood there then.
    OnDisk(Arc<Path>, Print),
}

impl Bytes {
    /// Puts them aside. Where there is no room for that, they are held.
    pub fn aside(bytes: &Arc<[u8]>, aside: &Arc<Aside>) -> Self {
        match aside.put(bytes) {
            Ok(start) => Self::that_wait(Waiting::Aside(aside.clone(), start, Print::of(bytes))),
            Err(_) => bytes.clone().into(),
        }
    }

    /// Those of a file of a site, which are read when they are asked for. None at all when it is another file by then.
    pub(super) fn on_disk(path: &Path, print: Print) -> Self {
        Self::that_wait(Waiting::OnDisk(path.into(), print))
    }

    /// Do they wait in this place?
    pub(super) fn lie_at(&self, place: &Path) -> bool {
        matches!(self.waiting.as_deref(), Some(Waiting::OnDisk(path, _)) if **path == *place)
    }

    fn that_wait(waiting: Waiting) -> Self {
        Self { waiting: Some(Box::new(waiting)), plain: OnceLock::new() }
    }

    /// As they are, for once. Fails when what was put aside can't be read.
    pub fn read(&self) -> io::Result<Cow<'_, [u8]>> {
        match (self.plain.get(), &self.waiting) {
            (None, Some(waiting)) => waiting.taken().map(Cow::Owned),
            _ => Ok(Cow::Borrowed(self.plain())),
        }
    }

    /// As they are, and so from now on; none when what was put aside can't be read.
    pub fn plain(&self) -> &Arc<[u8]> {
        let taken = || self.waiting.as_ref().and_then(|waiting| waiting.taken().ok());
        self.plain.get_or_init(|| taken().unwrap_or_default().into())
    }

    /// What tells them from all others.
    pub(super) fn print(&self) -> Print {
        match self.waiting.as_deref() {
            Some(Waiting::Aside(_, _, print) | Waiting::OnDisk(_, print)) => *print,
            None => Print::of(self.plain()),
        }
    }

    /// Are they the same, without being looked at? Not all that are the same are known to be.
    pub fn is(&self, other: &Self) -> bool {
        matches!((self.plain.get(), other.plain.get()), (Some(one), Some(other)) if Arc::ptr_eq(one, other))
    }
}

impl Waiting {
    fn taken(&self) -> io::Result<Vec<u8>> {
        match self {
            Self::Aside(aside, start, print) => aside.take(*start, print.length),
            Self::OnDisk(path, print) => {
                let bytes = fs::read(path)?;
                if Print::of(&bytes) == *print { Ok(bytes) } else { Err(io::ErrorKind::NotFound.into()) }
            }
        }
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
    fn what_is_put_aside_comes_back() {
        let aside = Arc::new(Aside::somewhere().unwrap());
        let texts: [Arc<[u8]>; 3] = [b"".as_slice().into(), b"a".as_slice().into(), vec![b'x'; 100_000].into()];
        let put: Vec<Bytes> = texts.iter().map(|text| Bytes::aside(text, &aside)).collect();
        for (bytes, text) in put.iter().zip(&texts).rev() {
            assert_eq!(bytes.read().unwrap(), Cow::<[u8]>::Owned(text.to_vec()));
            assert_eq!(bytes.print(), Print::of(text));
            assert_eq!(bytes.plain(), text);
        }
    }

    #[test]
    fn what_is_gone_is_an_error_and_not_empty() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x");
        fs::write(&path, "een").unwrap();
        let bytes = Bytes::on_disk(&path, Print::of(b"een"));
        assert_eq!(bytes.read().unwrap(), Cow::Borrowed(b"een"));
        fs::write(&path, "twee").unwrap();
        assert!(bytes.read().is_err());
    }
}
