//! The only disk writes: the finished site, published whole or not at all.

#![allow(clippy::disallowed_methods, reason = "the one room that writes files; it reads only the folder it writes")]

mod error;
mod in_place;
mod inspect;
mod later;
mod manifest;
mod new_file;
mod own_file;
mod paths;
mod publish;
mod stage;
mod swap;
mod target;
mod work;

use later::Later;
use std::collections::BTreeMap;
use std::sync::Arc;

pub use error::PublishError;
pub use later::Files;
pub use new_file::{NewFileError, write_new};
pub use own_file::write_own;
pub use publish::{Published, publish};

/// The finished site: path (with `/`, no leading slash, such as `gremia/pho-vth/index.html`) → bytes.
#[derive(Debug, Clone, Default)]
pub struct Output {
    files: BTreeMap<String, Arc<[u8]>>,
    later: Vec<Arc<Later>>,
}

impl Output {
    /// Adds a file; gives the path back when something stands there already.
    pub fn add(&mut self, path: String, bytes: Arc<[u8]>) -> Result<(), String> {
        match self.files.entry(path) {
            std::collections::btree_map::Entry::Occupied(e) => Err(e.key().clone()),
            std::collections::btree_map::Entry::Vacant(e) => {
                e.insert(bytes);
                Ok(())
            }
        }
    }

    /// Adds files that are made when one of them is asked for: all under `prefix`, which may be the path of a single one.
    /// A file that stands there already goes before one that is made.
    pub fn add_later(&mut self, prefix: &str, make: impl Fn() -> Files + Send + Sync + 'static) {
        self.later.push(Arc::new(Later::new(prefix.to_owned(), make)));
    }

    /// One file.
    pub fn get(&self, path: &str) -> Option<&Arc<[u8]>> {
        self.files.get(path).or_else(|| self.later.iter().find_map(|later| later.get(path)))
    }

    /// All files in order of path. What was to be made later is made now.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Arc<[u8]>)> {
        let later = self.later.iter().rev().flat_map(|later| later.files());
        let all: BTreeMap<_, _> = later.chain(&self.files).map(|(path, bytes)| (path.as_str(), bytes)).collect();
        all.into_iter()
    }

    /// The files that need not be made any more, in order of path.
    pub fn ready(&self) -> impl Iterator<Item = (&str, &Arc<[u8]>)> {
        self.files.iter().map(|(path, bytes)| (path.as_str(), bytes))
    }

    /// Number of files.
    pub fn len(&self) -> usize {
        self.iter().count()
    }

    /// Is there nothing?
    pub fn is_empty(&self) -> bool {
        self.files.is_empty() && self.iter().next().is_none()
    }
}

impl PartialEq for Output {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl Eq for Output {}
