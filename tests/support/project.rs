//! A small project in a folder of its own, read with the program's own reader.

use std::fs;
use std::path::Path;
use tempfile::TempDir;
use verbeeld::source::{Project, Sources, read};

/// A project that goes away with its folder.
pub struct Place {
    folder: TempDir,
}

impl Place {
    /// An empty folder.
    pub fn new() -> Self {
        Self { folder: TempDir::new().unwrap() }
    }

    /// The folder.
    pub fn root(&self) -> &Path {
        self.folder.path()
    }

    /// Writes a file and its folders.
    pub fn write(&self, path: &str, bytes: &[u8]) {
        let path = self.root().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    /// Makes a link.
    #[cfg(unix)]
    pub fn link(&self, path: &str, to: &str) {
        let path = self.root().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::os::unix::fs::symlink(to, path).unwrap();
    }

    /// Takes a file away.
    pub fn remove(&self, path: &str) {
        fs::remove_file(self.root().join(path)).unwrap_or_else(|e| panic!("{path}: {e}"));
    }

    /// Is there such a file?
    pub fn has(&self, path: &str) -> bool {
        self.root().join(path).is_file()
    }

    /// What the program reads here.
    pub fn sources(&self) -> Sources {
        read(&Project::find(self.root()).unwrap()).unwrap()
    }
}
