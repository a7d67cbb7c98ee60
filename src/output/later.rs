//! Files that are made only when someone asks for one of them: the dev server need not make after each save what nobody
//! looks at.

use std::collections::BTreeMap;
use std::fmt;
use std::panic::resume_unwind;
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

    /// A folder with `/` behind it, or the path of the only file.
    pub fn prefix(&self) -> &str {
        &self.prefix
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
            // Who made them broke off: then so does who asks for them. A site without some of its files would look whole.
            make.unwrap_or_else(|| resume_unwind(Box::new("broken off")))()
        })
    }
}

impl fmt::Debug for Later {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Later").field("prefix", &self.prefix).field("made", &self.made.get().is_some()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::{Files, Later};
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};

    #[test]
    fn what_is_asked_for_is_made_once() {
        let times = Arc::new(AtomicUsize::new(0));
        let counted = times.clone();
        let make = move || {
            counted.fetch_add(1, Ordering::Relaxed);
            Files::from([("zoek/a.json".to_owned(), b"[]".as_slice().into())])
        };
        let later = Later::new("zoek/".into(), make);
        assert!(later.get("elders").is_none());
        assert_eq!(times.load(Ordering::Relaxed), 0);
        assert_eq!(later.get("zoek/a.json").map(|bytes| &bytes[..]), Some(b"[]".as_slice()));
        assert!(later.get("zoek/b.json").is_none());
        assert_eq!(later.files().len(), 1);
        assert_eq!(times.load(Ordering::Relaxed), 1);
    }

    #[test]
    fn what_breaks_off_breaks_off_whoever_asks() {
        let make = || -> Files { std::panic::resume_unwind(Box::new("broken")) };
        let later = Later::new("zoek/".into(), make);
        for _ in 0..2 {
            let asked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| later.files().len()));
            assert!(asked.is_err());
        }
    }
}
