//! Files that are made only when someone asks for one of them: the dev server need not make after each save what nobody
//! looks at.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, OnceLock};

/// Path → bytes.
pub type Files = BTreeMap<String, Arc<[u8]>>;

/// All files under one prefix (a folder, or the path of a single file), and how they are made.
pub struct Later {
    prefix: String,
    make: Box<dyn Fn() -> Files + Send + Sync>,
    made: OnceLock<Files>,
}

impl Later {
    /// `make` gives the same files whenever it is called.
    pub fn new(prefix: String, make: impl Fn() -> Files + Send + Sync + 'static) -> Self {
        Self { prefix, make: Box::new(make), made: OnceLock::new() }
    }

    /// One of the files.
    pub fn get(&self, path: &str) -> Option<&Arc<[u8]>> {
        if path.starts_with(&self.prefix) { self.files().get(path) } else { None }
    }

    /// All of them, made now if they were not.
    pub fn files(&self) -> &Files {
        self.made.get_or_init(&self.make)
    }
}

impl fmt::Debug for Later {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Later").field("prefix", &self.prefix).field("made", &self.made.get().is_some()).finish()
    }
}
