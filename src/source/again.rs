//! Reads a project again and again: what has not changed is not read again.

use super::boundary::most_bytes;
use super::project::{Project, ProjectError};
use super::read::{SETTINGS, Stamped, load, read_with, source_file};
use super::stamps::{Stamp, Tick};
use super::{Loaded, Role, SourceFile, Sources};
use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;
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
    loaded: Arc<Loaded>,
}

impl Reader {
    /// Knows nothing yet. `clock` is the moment by the disk's clock.
    pub fn new(clock: Option<Tick>) -> Self {
        Self { known: HashMap::new(), clock }
    }

    /// Reads only these files, of which is told that what is in them changed since `before` was read. `None` when it may not be that
    /// alone: then all must be read. What is told may be less than what changed, so all must be read later, when there is time.
    pub fn read_changed(&mut self, project: &Project, before: &Sources, changed: &[PathBuf]) -> Option<Sources> {
        // What a link leads to would be read under two names.
        if changed.is_empty() || !before.linked.is_empty() {
            return None;
        }
        let now = Instant::now();
        // The system tells of real paths.
        let real = project.site.canonicalize().ok()?;
        let mut sources = before.clone();
        for path in changed {
            let disk = project.site.join(path.strip_prefix(&real).ok()?);
            let known = &self.known.get(&disk)?.loaded;
            let SourceFile { path, name, role, .. } = &known.file;
            // These tell which other files are read.
            if *role == Role::Config || name == SETTINGS {
                return None;
            }
            let meta = disk.symlink_metadata().ok().filter(|meta| meta.is_file() && meta.len() <= most_bytes(*role))?;
            let stamp = Stamp::of(&meta)?;
            let at = sources.files.iter().position(|loaded| Arc::ptr_eq(loaded, known))?;
            let bytes = load(&disk).ok()?.into();
            let file = source_file(path.clone(), name.clone(), *role, bytes, Some(disk.clone()));
            let loaded = Arc::new(Loaded::of(file));
            sources.files[at] = loaded.clone();
            self.known.insert(disk, Known { stamp, since: now, proven: false, loaded });
        }
        Some(sources)
    }

    /// Reads the project.
    pub fn read(&mut self, project: &Project) -> Result<Sources, ProjectError> {
        let now = Instant::now();
        let known = |path: &Path, stamp: &Stamp| {
            let known = self.known.get(path).filter(|known| known.proven && known.stamp == *stamp)?;
            Some(known.loaded.clone())
        };
        let (sources, read) = read_with(project, None, Some(&known))?;
        let clock = self.clock.take();
        for Stamped { stamp, loaded, .. } in read.iter().filter(|stamped| !stamped.known) {
            let (stamp, loaded) = (*stamp, loaded.clone());
            let Some(path) = loaded.file.disk.clone() else { continue };
            let kept = match self.known.remove(&path).filter(|before| before.stamp == stamp) {
                Some(before) if before.proven => before,
                // It was there with this stamp a while before its bytes were read now.
                Some(before) => Known { proven: now.duration_since(before.since) > stamp.tick(), loaded, ..before },
                None => Known { stamp, since: now, proven: clock.is_some_and(|clock| stamp.settled() < clock), loaded },
            };
            self.known.insert(path, kept);
        }
        if self.known.len() > read.len() {
            let there = read.iter().filter_map(|stamped| stamped.loaded.file.disk.as_deref());
            let there: HashSet<&Path> = there.collect();
            self.known.retain(|path, _| there.contains(path.as_path()));
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

    #[test]
    #[allow(clippy::disallowed_methods, reason = "a test of files")]
    fn of_files_that_are_named_only_those_are_read() {
        let root = tempfile::tempdir().unwrap();
        let site = root.path().join("site");
        fs::create_dir_all(site.join("content")).unwrap();
        fs::write(site.join("portal.toml"), "naam = \"P\"").unwrap();
        let [a, b] = ["a.md", "b.md"].map(|name| site.join("content").join(name));
        fs::write(&a, "een").unwrap();
        fs::write(&b, "twee").unwrap();
        let project = Project::find(root.path()).unwrap();
        let mut reader = Reader::new(None);
        let before = reader.read(&project).unwrap();
        fs::write(&a, "drie").unwrap();
        fs::write(&b, "vier").unwrap();
        let told = [a.canonicalize().unwrap()];
        let now = reader.read_changed(&project, &before, &told).unwrap();
        let texts: Vec<&[u8]> = now.of(Role::Page).map(|(_, file)| &*file.bytes).collect();
        assert_eq!(texts, ["drie".as_bytes(), b"twee"], "the other was not named");
        let all = reader.read(&project).unwrap();
        assert!(!all.is(&now) && all.is(&reader.read(&project).unwrap()));
        fs::remove_file(&b).unwrap();
        for other in [b, site.join("portal.toml"), site.join("content"), site.join("content/c.md")] {
            assert!(reader.read_changed(&project, &all, &[other]).is_none(), "more may have changed");
        }
    }
}
