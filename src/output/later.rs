//! Files that are made only when someone asks for one of them: the dev server need not make after each save what nobody
//! looks at.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// Path → bytes.
pub type Files = BTreeMap<String, Arc<[u8]>>;

type Make = Box<dyn FnOnce() -> Files + Send>;

/// All files under one prefix (a folder, or the path of a single file), and how they are made.
pub struct Later {
    prefix: String,
    make: Mutex<Option<Make>>,
    made: OnceLock<Files>,
}

impl Later {
    /// `make` is called once at most.
    pub fn new(prefix: String, make: impl FnOnce() -> Files + Send + 'static) -> Self {
        Self { prefix, make: Mutex::new(Some(Box::new(make))), made: OnceLock::new() }
    }

    /// May this be one of them?
    pub fn may_have(&self, path: &str) -> bool {
        path.starts_with(&self.prefix)
    }

    /// One of the files.
    pub fn get(&self, path: &str) -> Option<&Arc<[u8]>> {
        if self.may_have(path) { self.files().get(path) } else { None }
    }

    /// All of them, made now if they were not.
    pub fn files(&self) -> &Files {
        self.made.get_or_init(|| {
            // What they are made from is no longer held then.
            let make = self.make.lock().unwrap_or_else(PoisonError::into_inner).take();
            make.map(|make| make()).unwrap_or_default()
        })
    }
}

impl fmt::Debug for Later {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Later").field("prefix", &self.prefix).field("made", &self.made.get().is_some()).finish()
    }
}
