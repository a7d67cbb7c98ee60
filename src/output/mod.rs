//! The only disk writes: the finished site, published whole or not at all.

#![allow(clippy::disallowed_methods, reason = "the one room that writes files; it reads only the folder it writes")]

mod error;
mod in_place;
mod inspect;
mod manifest;
mod new_file;
mod own_file;
mod paths;
mod publish;
mod stage;
mod swap;
mod target;
mod work;

use std::collections::BTreeMap;
use std::sync::Arc;

pub use error::PublishError;
pub use new_file::{NewFileError, write_new};
pub use own_file::write_own;
pub use publish::{Published, publish};

/// The finished site: path (with `/`, no leading slash, such as `gremia/pho-vth/index.html`) → bytes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Output {
    files: BTreeMap<String, Arc<[u8]>>,
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

    /// One file.
    pub fn get(&self, path: &str) -> Option<&Arc<[u8]>> {
        self.files.get(path)
    }

    /// All files in order of path.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Arc<[u8]>)> {
        self.files.iter().map(|(path, bytes)| (path.as_str(), bytes))
    }

    /// Number of files.
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Is there nothing?
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }
}
