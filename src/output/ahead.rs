//! Files of a new site that go to their place while others are yet to be made, where nobody sees it yet: then they wait neither in
//! memory nor in a second place on the disk.
//!
//! Only for a folder in which nothing stands: of another most files stay as they are, and nothing is written when all do.

use super::finished::Finished;
use super::inspect::{look, on_disk};
use super::manifest::Manifest;
use super::ours::{self, make_folder, on_different_disks};
use super::paths::is_safe;
use super::print::Print;
use super::work::{self, Work};
use super::{Bytes, PublishError, target};
use crate::source::{Project, Stamp};
use rayon::prelude::*;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};

/// A new site that is being written. Dropped before it is published, it is removed.
#[derive(Debug)]
pub struct Ahead {
    pub(super) work: Work,
    new: PathBuf,
    /// The files that may come, in order of path. They are written down before the first of them is, so that all are known as ours after
    /// a kill.
    expected: OnceLock<Vec<Expected>>,
}

#[derive(Debug)]
struct Expected {
    path: Box<str>,
    is_written: AtomicBool,
    stamp: OnceLock<Stamp>,
}

/// The stamps that files got as they were written ahead, in order of path.
#[derive(Debug, Default)]
pub struct AheadStamps(Vec<Expected>);

impl AheadStamps {
    /// The stamp of a file.
    pub(super) fn get(&self, path: &str) -> Option<Stamp> {
        let at = self.0.binary_search_by(|file| (*file.path).cmp(path)).ok()?;
        self.0[at].stamp.get().filter(|_| self.0[at].is_written.load(Ordering::Relaxed)).copied()
    }
}

impl Ahead {
    /// For a folder to publish to; `None` when something stands there, or when anything is not as it should be: publishing tells.
    pub fn open(folder: &Path, project: &Project) -> Option<Self> {
        let folder = target::resolve(folder).ok()?;
        target::refuse_dangerous(&folder, project).ok()?;
        let present = look(&folder).ok()?;
        let (parent, work) = (folder.parent()?, work::beside(&folder)?);
        let is_free = present.files.is_empty() && present.folders.is_empty() && !present.leftovers;
        if !is_free || !parent.is_dir() || present.exists && on_different_disks(parent, &folder) {
            return None;
        }
        let work = Work::open(work, &folder).ok()?;
        work.clear().ok()?;
        let new = work.new_site();
        Some(Self { work, new, expected: OnceLock::new() })
    }

    /// Tells which files may come. Before this none is written.
    pub fn expect(&self, paths: impl Iterator<Item = String>) {
        let mut paths: Vec<String> = paths.filter(|path| is_safe(path)).collect();
        paths.sort_unstable();
        paths.dedup();
        let unknown = Print { hash: blake3::Hash::from_bytes([0; 32]), length: 0 };
        let list: Manifest = paths.iter().map(|path| (path.clone(), unknown)).collect();
        if self.expected.get().is_none() && self.work.list(&list).is_ok() && fs::create_dir(&self.new).is_ok() {
            let expected = |path: String| Expected {
                path: path.into(),
                is_written: AtomicBool::new(false),
                stamp: OnceLock::new(),
            };
            let _ = self.expected.set(paths.into_iter().map(expected).collect());
        }
    }

    /// Writes a file that must not exist yet; `None` when it can't be, or was not expected.
    pub fn put(&self, path: &str, bytes: &[u8]) -> Option<Bytes> {
        let expected = self.expected.get()?;
        let file = &expected[expected.binary_search_by(|file| (*file.path).cmp(path)).ok()?];
        let place = on_disk(&self.new, path);
        if path.contains('/') {
            make_all(place.parent()?).ok()?;
        }
        match ours::written_new(&place, bytes) {
            Ok(written) => {
                // To ask by its path later takes the system longer.
                if let Some(stamp) = written.metadata().ok().as_ref().and_then(Stamp::of) {
                    let _ = file.stamp.set(stamp);
                }
            }
            Err(e) if e.kind() == io::ErrorKind::AlreadyExists => return None,
            Err(_) => {
                // A full disk leaves a part of it.
                let _ = fs::remove_file(&place);
                return None;
            }
        }
        file.is_written.store(true, Ordering::Relaxed);
        Some(Bytes::on_disk(&place, Print::of(bytes)))
    }

    /// The stamps of what was written and published.
    pub fn stamps(self) -> AheadStamps {
        AheadStamps(self.expected.into_inner().unwrap_or_default())
    }

    /// Was the folder of the new site made?
    pub(super) fn is_begun(&self) -> bool {
        self.expected.get().is_some()
    }

    /// What was written, in order of path.
    pub(super) fn written(&self) -> impl Iterator<Item = &str> {
        let expected = self.expected.get().into_iter().flatten();
        expected.filter(|file| file.is_written.load(Ordering::Relaxed)).map(|file| &*file.path)
    }

    /// Removes what was written and is no part of the site after all, or is another file in it.
    pub(super) fn forget_others(&self, site: &Finished) -> Result<(), PublishError> {
        let expected = self.expected.get().map(Vec::as_slice).unwrap_or_default();
        let written = expected.par_iter().filter(|file| file.is_written.load(Ordering::Relaxed));
        let others = written.map(|file| (file, on_disk(&self.new, &file.path)));
        let others: Vec<_> = others.filter(|(file, place)| !site.lies_at(&file.path, place)).collect();
        for (file, place) in others {
            fs::remove_file(&place).map_err(PublishError::io(&place))?;
            file.is_written.store(false, Ordering::Relaxed);
            // Folders in which nothing else stands, from the inside out.
            let folders = place.ancestors().skip(1).take_while(|folder| *folder != self.new);
            for folder in folders {
                if fs::remove_dir(folder).is_err() {
                    break;
                }
            }
        }
        Ok(())
    }
}

/// Makes a folder in the new site, and those that it lies in: most lie in one that is there.
fn make_all(folder: &Path) -> io::Result<()> {
    match make_folder(folder) {
        Err(e) if e.kind() == io::ErrorKind::NotFound => {
            folder.parent().map_or(Ok(()), make_all)?;
            make_folder(folder)
        }
        done => done,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::place::{Place, place};
    use crate::output::{Output, Proof, finish, publish, publish_told};
    use std::sync::Arc;

    impl Place {
        fn open(&self) -> Option<Ahead> {
            Ahead::open(&self.project.public, &self.project)
        }

        /// All files in the folder with their bytes, the marker too.
        fn published(&self) -> Vec<(PathBuf, Vec<u8>)> {
            let all = walkdir::WalkDir::new(&self.project.public).sort_by_file_name().into_iter().map(Result::unwrap);
            let bytes = |path: &Path| if path.is_dir() { Vec::new() } else { fs::read(path).unwrap() };
            all.map(|entry| (entry.path().strip_prefix(&self.project.public).unwrap().into(), bytes(entry.path())))
                .collect()
        }

        /// Only the site and the folder that is published to.
        fn is_clean(&self) -> bool {
            let names = fs::read_dir(&self.project.root).unwrap().map(|entry| entry.unwrap().file_name());
            names.into_iter().all(|name| name == "site" || name == "public")
        }
    }

    const FILES: [(&str, &str); 4] =
        [("index.html", "begin"), ("a/index.html", "a"), ("a/b/index.html", "b"), ("x.css", "los")];

    /// The site with these files; of these paths what was put ahead.
    fn site(ahead: Option<&Ahead>, put: &[&str]) -> Output {
        let mut output = Output::default();
        for (path, text) in FILES {
            let bytes: Arc<[u8]> = text.as_bytes().into();
            let put = ahead.filter(|_| put.contains(&path)).and_then(|ahead| ahead.put(path, &bytes));
            output.add_held(path.to_owned(), put.unwrap_or_else(|| bytes.into())).unwrap();
        }
        output
    }

    fn expect(ahead: &Ahead, paths: &[&str]) {
        ahead.expect(paths.iter().map(|path| (*path).to_owned()));
    }

    #[test]
    fn what_goes_ahead_is_published_like_the_rest() {
        let plain = place();
        publish(&site(None, &[]), &plain.project.public, &plain.project).unwrap();
        for empty in [false, true] {
            let place = place();
            if empty {
                fs::create_dir(&place.project.public).unwrap();
                fs::write(place.project.public.join(".gitignore"), "*\n").unwrap();
            }
            let ahead = place.open().unwrap();
            expect(&ahead, &["a/index.html", "a/b/index.html"]);
            let output = site(Some(&ahead), &["a/index.html", "a/b/index.html", "x.css"]);
            assert!(output.held_at("a/index.html").unwrap().lie_at(&ahead.new.join("a/index.html")));
            assert!(!ahead.new.join("x.css").exists(), "what was not expected is not known as ours");
            assert!(!place.project.public.join("a").exists());
            let done = publish_told(&output, Some(&ahead), &place.project.public, &place.project, &|_| {}).unwrap();
            let (public, kept) = (&place.project.public, place.project.root.join("site/.verbeeld"));
            let proof = |stamps: &AheadStamps| Proof::of(public, &kept, stamps);
            let stamps = ahead.stamps();
            #[cfg(unix)]
            assert!(stamps.get("a/index.html").is_some() && stamps.get("x.css").is_none());
            assert_eq!(proof(&stamps).is_some_and(|proof| proof.stands(public)), cfg!(unix));
            assert_eq!(done.written, 4);
            let found = place.published();
            assert_eq!(found.iter().any(|(path, _)| path.ends_with(".gitignore")), empty);
            let found: Vec<_> = found.into_iter().filter(|(path, _)| !path.ends_with(".gitignore")).collect();
            assert_eq!(found, plain.published());
            assert!(place.is_clean());
            assert_eq!(publish(&site(None, &[]), &place.project.public, &place.project).unwrap().written, 0);
        }
    }

    #[test]
    fn dropped_it_leaves_nothing() {
        let place = place();
        let ahead = place.open().unwrap();
        expect(&ahead, &["a/b/index.html"]);
        assert!(ahead.put("a/b/index.html", b"b").is_some());
        drop(ahead);
        assert!(place.is_clean() && !place.project.public.exists());
    }

    #[test]
    fn where_a_site_stands_nothing_goes_ahead() {
        let place = place();
        publish(&site(None, &[]), &place.project.public, &place.project).unwrap();
        assert!(place.open().is_none());
        fs::remove_dir_all(&place.project.public).unwrap();
        let one = place.open().unwrap();
        assert!(place.open().is_none(), "two at once");
        drop(one);
        fs::create_dir(&place.project.public).unwrap();
        fs::write(place.project.public.join("mijn.txt"), "van een ander").unwrap();
        assert!(place.open().is_none());
        assert!(place.is_clean());
    }

    #[test]
    fn what_is_no_part_of_the_site_after_all_is_not_published() {
        let place = place();
        let ahead = place.open().unwrap();
        let expected = [
            "a/index.html",
            "a/weg/index.html",
            "weg/weg/index.html",
            "x.css",
            "x.css/index.html",
            "../buiten",
            ".verbeeld",
        ];
        expect(&ahead, &expected);
        for path in ["a/weg/index.html", "weg/weg/index.html", "x.css"] {
            assert!(ahead.put(path, b"weg").is_some(), "{path}");
        }
        for path in ["../buiten", ".verbeeld", "elders/index.html"] {
            assert!(ahead.put(path, b"weg").is_none(), "{path}");
        }
        assert!(ahead.put("x.css", b"nog eens").is_none());
        assert!(ahead.put("x.css/index.html", b"in een bestand").is_none());
        let output = site(Some(&ahead), &["a/index.html"]);
        publish_told(&output, Some(&ahead), &place.project.public, &place.project, &|_| {}).unwrap();
        drop(ahead);
        let plain = self::place();
        publish(&site(None, &[]), &plain.project.public, &plain.project).unwrap();
        assert_eq!(place.published(), plain.published());
        assert!(place.is_clean());
    }

    #[test]
    fn what_a_kill_leaves_goes_with_the_next_start() {
        let place = place();
        let ahead = place.open().unwrap();
        expect(&ahead, &["a/b/index.html"]);
        assert!(ahead.put("a/b/index.html", b"b").is_some());
        // As if the process were killed: nothing is cleared, and the lock is gone.
        let (work, away) = (work::beside(&place.project.public).unwrap(), place.project.root.join("site/weg"));
        fs::rename(&work, &away).unwrap();
        drop(ahead);
        fs::rename(&away, &work).unwrap();
        assert!(!finish(&place.project.public, &place.project).unwrap());
        assert!(place.is_clean());
    }
}
