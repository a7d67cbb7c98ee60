//! What commands changed in the sources is kept, so that it can be taken back one after the other without any other program, and
//! without losing what was not saved elsewhere.

use super::kept::open_kept;
use super::new_file::NewFileError;
use super::ours::write_over;
use super::rewrite::Rewrite;
use crate::diag::words::output::io_cause;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

/// So many changes are kept.
const MOST: usize = 20;

/// The changes that are kept, the last one at the end.
#[derive(Default, Serialize, Deserialize)]
pub(super) struct Chain {
    changes: Vec<Kept>,
}

/// A change that is kept.
#[derive(Serialize, Deserialize)]
pub(super) struct Kept {
    /// What was done, in Dutch.
    pub what: String,
    pub files: Vec<Step>,
}

/// A file of it; paths from the project on.
#[derive(Serialize, Deserialize)]
pub(super) struct Step {
    from: PathBuf,
    to: PathBuf,
    before: Before,
    /// The hash of what stood there; `None` when nothing did, or when an older version of the program kept it.
    #[serde(default)]
    was: Option<[u8; 32]>,
    /// The hash of what was written; `None` when the file went away.
    after: Option<[u8; 32]>,
}

/// What stood there.
#[derive(Serialize, Deserialize)]
enum Before {
    Nothing,
    /// The same bytes under another name.
    Same,
    Bytes(Vec<u8>),
    /// What stands there now but for one piece, so that a small change of a large file takes little room.
    Piece {
        start: usize,
        /// How many bytes stand in the place of the piece.
        length: usize,
        bytes: Vec<u8>,
    },
}

impl Before {
    fn of(file: &Rewrite) -> Self {
        match (&file.before, &file.after) {
            (None, _) => Self::Nothing,
            (Some(before), None) => Self::Bytes(before.to_vec()),
            (Some(before), Some(after)) if before == after => Self::Same,
            (Some(before), Some(after)) => {
                let start = before.iter().zip(after.iter()).take_while(|(a, b)| a == b).count();
                let (old, new) = (&before[start..], &after[start..]);
                let end = old.iter().rev().zip(new.iter().rev()).take_while(|(a, b)| a == b).count();
                Self::Piece { start, length: new.len() - end, bytes: old[..old.len() - end].to_vec() }
            }
        }
    }

    /// The bytes that stood there, from those that stand there now; `None` where nothing stood.
    fn bytes(&self, now: Option<&[u8]>) -> Option<Vec<u8>> {
        let now = now.unwrap_or_default();
        match self {
            Self::Nothing => None,
            Self::Same => Some(now.to_vec()),
            Self::Bytes(bytes) => Some(bytes.clone()),
            Self::Piece { start, length, bytes } => {
                let (before, after) = (now.get(..*start)?, now.get(start.checked_add(*length)?..)?);
                Some([before, bytes, after].concat())
            }
        }
    }
}

pub(super) fn hash(bytes: Option<&[u8]>) -> Option<[u8; 32]> {
    bytes.map(|bytes| *blake3::hash(bytes).as_bytes())
}

/// What stands in a file now; `None` when it is not there.
fn read(path: &Path) -> Result<Option<Vec<u8>>, NewFileError> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(e) => Err(NewFileError { path: path.to_path_buf(), cause: io_cause(&e) }),
    }
}

impl Chain {
    /// What is kept; nothing when it is not there, or not ours.
    pub fn of(kept: Option<&[u8]>) -> Self {
        kept.and_then(|bytes| serde_json::from_slice(bytes).ok()).unwrap_or_default()
    }

    /// Adds a change; the oldest are forgotten.
    pub fn add(&mut self, change: Kept) {
        self.changes.push(change);
        let old = self.changes.len().saturating_sub(MOST);
        self.changes.drain(..old);
    }

    /// Forgets the last changes, so many.
    pub fn forget(&mut self, count: usize) {
        self.changes.truncate(self.changes.len().saturating_sub(count));
    }

    /// How it is kept; nothing when there is none.
    pub fn bytes(&self) -> Option<Vec<u8>> {
        if self.changes.is_empty() { None } else { serde_json::to_vec(self).ok() }
    }

    /// Keeps it.
    pub fn write(&self, path: &Path) -> io::Result<()> {
        if let Some(hidden) = path.parent() {
            open_kept(hidden)?;
        }
        match self.bytes() {
            Some(bytes) => write_over(path, &path.with_extension("tmp"), &bytes),
            None => fs::remove_file(path),
        }
    }
}

/// Whether the last change that is kept can be taken back.
pub enum Back {
    /// None is kept.
    Nothing,
    /// Files of it were changed since.
    Since {
        /// What was done.
        what: String,
        /// Those files.
        files: Vec<PathBuf>,
    },
    /// All stands as it stood before the last changes: somebody else took them back.
    Already {
        /// What was done, the last first.
        what: Vec<String>,
        /// What was done before it, which can be taken back next.
        before: Option<String>,
    },
    /// It can.
    Whole {
        /// What was done.
        what: String,
        /// The change that takes it back.
        files: Vec<Rewrite>,
        /// Files that stand as they stood before it already.
        already: Vec<PathBuf>,
        /// What was done before it, which can be taken back next.
        before: Option<String>,
    },
}

/// What it takes to take back the last change.
pub fn taken_back(root: &Path, kept: &[u8]) -> Result<Back, NewFileError> {
    let mut chain = Chain::of(Some(kept));
    if let Some(count) = already(root, &chain)? {
        let what = chain.changes.split_off(chain.changes.len() - count).into_iter().rev().map(|kept| kept.what);
        return Ok(Back::Already { what: what.collect(), before: chain.changes.pop().map(|kept| kept.what) });
    }
    let Some(last) = chain.changes.pop() else { return Ok(Back::Nothing) };
    let (mut files, mut since, mut already) = (Vec::new(), Vec::new(), Vec::new());
    for step in last.files {
        let (from, to) = (root.join(&step.to), root.join(&step.from));
        let now = read(&from)?;
        let written = hash(now.as_deref()) == step.after;
        if written && step.came_back_beside(root)? {
            // What was written is there still, and what it came from as well: it needs no other place, and goes.
            files.push(Rewrite { to: from.clone(), from, before: now.map(Into::into), after: None });
            already.push(to);
        } else if written {
            let after = step.before.bytes(now.as_deref()).map(Into::into);
            files.push(Rewrite { from, to, before: now.map(Into::into), after });
        } else if step.stands_as_before(root)? {
            already.push(to);
        } else {
            since.push(from);
        }
    }
    if !since.is_empty() {
        return Ok(Back::Since { what: last.what, files: since });
    }
    Ok(Back::Whole { what: last.what, files, already, before: chain.changes.pop().map(|kept| kept.what) })
}

impl Step {
    /// That of a file in the project, whose folder is `root`.
    pub fn of(file: &Rewrite, root: &Path) -> Self {
        let inner = |path: &Path| path.strip_prefix(root).unwrap_or(path).to_path_buf();
        Self {
            from: inner(&file.from),
            to: inner(&file.to),
            before: Before::of(file),
            was: hash(file.before.as_deref()),
            after: hash(file.after.as_deref()),
        }
    }

    /// Where it was and where it comes.
    pub fn places(&self, root: &Path) -> [PathBuf; 2] {
        [root.join(&self.from), root.join(&self.to)]
    }

    /// Do both lie in the project?
    pub fn is_inside(&self) -> bool {
        let inside = |path: &Path| path.components().all(|part| matches!(part, Component::Normal(_)));
        inside(&self.from) && inside(&self.to)
    }

    /// Adds to `files` what takes it back, of a change that may have ended anywhere, or to `left` what others changed since.
    pub fn undone(&self, root: &Path, files: &mut Vec<Rewrite>, left: &mut Vec<PathBuf>) -> Result<(), NewFileError> {
        let [from, to] = self.places(root);
        let (old, new) = (read(&from)?, read(&to)?);
        let (was, written) = (hash(old.as_deref()) == self.was, hash(new.as_deref()) == self.after);
        let back = |from: PathBuf, to: PathBuf, after: Option<Vec<u8>>| {
            let before = new.as_deref().map(Into::into);
            Rewrite { from, to, before, after: after.map(Into::into) }
        };
        if self.from == self.to {
            match (was, written) {
                (true, _) => {}
                (_, true) => files.push(back(to.clone(), from, self.before.bytes(new.as_deref()))),
                _ => left.push(from),
            }
            return Ok(());
        }
        match (was, written, &old, &new) {
            (true, _, _, None) => {}
            (true, true, ..) => files.push(back(to.clone(), to, None)),
            (_, true, None, _) => files.push(back(to, from, self.before.bytes(new.as_deref()))),
            (.., None) => left.push(from),
            _ => left.push(to),
        }
        Ok(())
    }

    /// What has to stand where before it, as the hash of it.
    fn before(&self) -> Vec<(&Path, Option<[u8; 32]>)> {
        let mut all = vec![(self.from.as_path(), self.was)];
        if self.to != self.from {
            all.push((self.to.as_path(), None));
        }
        all
    }

    /// Is it known what stood there?
    fn is_known(&self) -> bool {
        self.was.is_some() || matches!(self.before, Before::Nothing)
    }

    /// Was a file that got another name put back under the one that it had, by other hands that left the other name alone?
    fn came_back_beside(&self, root: &Path) -> Result<bool, NewFileError> {
        Ok(self.from != self.to
            && self.was.is_some()
            && self.after.is_some()
            && stand(root, [(self.from.as_path(), self.was)])?)
    }

    fn stands_as_before(&self, root: &Path) -> Result<bool, NewFileError> {
        Ok(self.is_known() && stand(root, self.before())?)
    }
}

/// Do files hold what is said of them?
fn stand<'p>(root: &Path, all: impl IntoIterator<Item = (&'p Path, Option<[u8; 32]>)>) -> Result<bool, NewFileError> {
    for (path, wanted) in all {
        if hash(read(&root.join(path))?.as_deref()) != wanted {
            return Ok(false);
        }
    }
    Ok(true)
}

/// How many of the last changes were taken back by other hands: all files of them stand as before the first of these.
fn already(root: &Path, chain: &Chain) -> Result<Option<usize>, NewFileError> {
    let mut before: BTreeMap<&Path, Option<[u8; 32]>> = BTreeMap::new();
    for (i, change) in chain.changes.iter().rev().enumerate() {
        if !change.files.iter().all(Step::is_known) {
            return Ok(None);
        }
        before.extend(change.files.iter().flat_map(Step::before));
        if stand(root, before.iter().map(|(path, hash)| (*path, *hash)))? {
            return Ok(Some(i + 1));
        }
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::rewrite::rewrite;

    fn keep(path: &Path, root: &Path, what: &str, files: &[Rewrite]) {
        let mut chain = Chain::of(fs::read(path).ok().as_deref());
        chain.add(Kept { what: what.to_owned(), files: files.iter().map(|file| Step::of(file, root)).collect() });
        chain.write(path).unwrap();
    }

    #[test]
    fn a_change_is_taken_back_whole_and_never_over_something_newer() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        let kept = root.join(".verbeeld/vorige-wijziging");
        for (name, text) in [("a", "a\r\n"), ("gone", "weg"), ("moved", "same")] {
            fs::write(root.join(name), text).unwrap();
        }
        let file = |from: &str, to: &str, before: Option<&str>, after: Option<&str>| Rewrite {
            from: root.join(from),
            to: root.join(to),
            before: before.map(|text| text.as_bytes().into()),
            after: after.map(|text| text.as_bytes().into()),
        };
        let files = [
            file("a", "a", Some("a\r\n"), Some("A")),
            file("gone", "gone", Some("weg"), None),
            file("moved", "in/moved", Some("same"), Some("same")),
            file("new", "new", None, Some("N")),
        ];
        rewrite(root, &files).unwrap();
        keep(&kept, root, "Iets.", &files);
        fs::write(root.join("a"), "newer").unwrap();
        fs::write(root.join("new"), "newer").unwrap();
        let Back::Since { files, .. } = taken_back(root, &fs::read(&kept).unwrap()).unwrap() else { panic!() };
        assert_eq!(files, [root.join("a"), root.join("new")]);
        fs::write(root.join("a"), "A").unwrap();
        fs::write(root.join("new"), "N").unwrap();
        let Back::Whole { what, files, before, .. } = taken_back(root, &fs::read(&kept).unwrap()).unwrap() else {
            panic!()
        };
        rewrite(root, &files).unwrap();
        assert_eq!((what.as_str(), before), ("Iets.", None));
        let text = |name: &str| fs::read_to_string(root.join(name)).unwrap();
        assert_eq!((text("a"), text("gone"), text("moved")), ("a\r\n".into(), "weg".into(), "same".into()));
        assert!(!root.join("new").exists() && !root.join("in").exists());
        assert!(matches!(taken_back(root, b"something else").unwrap(), Back::Nothing));
    }

    /// `git checkout .` brings back what was there, and leaves alone what is new.
    #[test]
    fn what_came_back_beside_its_new_name_loses_that_name() {
        let folder = tempfile::tempdir().unwrap();
        let (root, kept) = (folder.path(), folder.path().join(".verbeeld/vorige-wijziging"));
        fs::write(root.join("old"), "page").unwrap();
        let file = Rewrite {
            from: root.join("old"),
            to: root.join("new"),
            before: Some(b"page".as_slice().into()),
            after: Some(b"Page".as_slice().into()),
        };
        rewrite(root, std::slice::from_ref(&file)).unwrap();
        keep(&kept, root, "Iets.", &[file]);
        let back = || taken_back(root, &fs::read(&kept).unwrap()).unwrap();
        // Another file of that name is somebody's own.
        fs::write(root.join("old"), "other").unwrap();
        let Back::Whole { files, .. } = back() else { panic!() };
        assert!(rewrite(root, &files).is_err());
        fs::write(root.join("old"), "page").unwrap();
        let Back::Whole { files, already, .. } = back() else { panic!() };
        rewrite(root, &files).unwrap();
        assert_eq!(already, [root.join("old")]);
        assert_eq!(fs::read(root.join("old")).unwrap(), b"page");
        assert!(!root.join("new").exists());
    }

    /// Whatever the texts: what is kept of a change gives back what stood there.
    #[test]
    fn a_piece_gives_the_whole_again() {
        for (before, after) in
            [("", "a"), ("a", ""), ("aa", "aaa"), ("aba", "aa"), ("één", "eén"), ("x\r\ny", "x\r\nz\r\ny")]
        {
            let (path, bytes) = (PathBuf::new, |text: &str| Some(text.as_bytes().into()));
            let file = Rewrite { from: path(), to: path(), before: bytes(before), after: bytes(after) };
            let kept = Before::of(&file);
            assert!(matches!(kept, Before::Piece { .. }));
            assert_eq!(kept.bytes(Some(after.as_bytes())).unwrap(), before.as_bytes(), "{before} {after}");
        }
    }

    #[test]
    fn the_oldest_changes_are_forgotten() {
        let folder = tempfile::tempdir().unwrap();
        let (root, kept) = (folder.path(), folder.path().join(".verbeeld/vorige-wijziging"));
        let text = |n: usize| n.to_string().into_bytes();
        for n in 0..MOST + 5 {
            let (from, to) = (root.join("a"), root.join("a"));
            let file = Rewrite { from, to, before: Some(text(n).into()), after: Some(text(n + 1).into()) };
            fs::write(root.join("a"), text(n + 1)).unwrap();
            keep(&kept, root, &format!("Stap {n}."), &[file]);
        }
        let mut taken = 0;
        while let Ok(bytes) = fs::read(&kept) {
            let Back::Whole { files, .. } = taken_back(root, &bytes).unwrap() else { panic!() };
            rewrite(root, &files).unwrap();
            let mut chain = Chain::of(Some(&bytes));
            chain.forget(1);
            chain.write(&kept).unwrap();
            taken += 1;
        }
        assert_eq!((taken, fs::read(root.join("a")).unwrap()), (MOST, text(5)));
    }
}
