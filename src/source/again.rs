//! Reads a project again and again: what has not changed is not read again.

use super::read::{Project, ProjectError, read_with};
use super::stamps::{Stamp, Tick};
use super::{SourceFile, Sources};
use std::collections::HashMap;
use std::path::PathBuf;
use std::time::Instant;

/// The files as they were read the last time.
#[derive(Debug, Default)]
pub struct Reader {
    known: HashMap<PathBuf, Known>,
    /// The moment by the disk's clock at which reading began, when it is known.
    clock: Option<Tick>,
}

#[derive(Debug)]
struct Known {
    stamp: Stamp,
    /// When this stamp was met first.
    since: Instant,
    /// Would every change since it was read have given another stamp?
    proven: bool,
    file: SourceFile,
}

impl Reader {
    /// Knows nothing yet. `clock` is the moment by the disk's clock.
    pub fn new(clock: Option<Tick>) -> Self {
        Self { known: HashMap::new(), clock }
    }

    /// Reads the project.
    pub fn read(&mut self, project: &Project) -> Result<Sources, ProjectError> {
        let now = Instant::now();
        let mut known = std::mem::take(&mut self.known);
        let same = |stamp: &Stamp, known: &Known| known.proven && known.stamp == *stamp;
        let (sources, read) =
            read_with(project, &|path, stamp| Some(known.get(path).filter(|known| same(stamp, known))?.file.clone()))?;
        let clock = self.clock.take();
        for (stamp, file) in read {
            let Some(path) = file.disk.clone() else { continue };
            let kept = match known.remove(&path).filter(|before| before.stamp == stamp) {
                Some(before) if before.proven => before,
                // It was there with this stamp a while before its bytes were read now.
                Some(before) => Known { proven: now.duration_since(before.since) > stamp.tick(), file, ..before },
                None => Known { stamp, since: now, proven: clock.is_some_and(|clock| stamp.settled() < clock), file },
            };
            self.known.insert(path, kept);
        }
        Ok(sources)
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::Reader;
    use crate::source::{Project, Role};
    use std::fs;
    use std::time::Duration;

    #[test]
    #[allow(clippy::disallowed_methods, reason = "a test of files")]
    fn what_is_read_again_is_what_is_there() {
        let root = tempfile::tempdir().unwrap();
        let site = root.path().join("site");
        fs::create_dir_all(site.join("content")).unwrap();
        fs::write(site.join("portal.toml"), "naam = \"P\"").unwrap();
        let page = site.join("content/index.md");
        fs::write(&page, "een").unwrap();
        let project = Project::find(root.path()).unwrap();
        let mut reader = Reader::new(None);
        let mut text = || {
            let sources = reader.read(&project).unwrap();
            let bytes = sources.of(Role::Page).next().map(|(_, file)| file.bytes.clone());
            (bytes, reader.known.get(&page).map(|known| known.proven))
        };
        assert_eq!(text(), (Some("een".as_bytes().into()), Some(false)), "it may change once more in the same tick");
        std::thread::sleep(Duration::from_millis(60));
        let (first, _) = text();
        let (second, proven) = text();
        assert_eq!(proven, Some(true));
        assert!(std::sync::Arc::ptr_eq(&first.unwrap(), &second.unwrap()), "it is not read again");
        let time = page.metadata().unwrap().modified().unwrap();
        fs::write(&page, "ene").unwrap();
        fs::OpenOptions::new().write(true).open(&page).unwrap().set_modified(time).unwrap();
        assert_eq!(text(), (Some("ene".as_bytes().into()), Some(false)), "as long, and with its time put back");
        fs::remove_file(&page).unwrap();
        assert_eq!(text(), (None, None));
    }
}
