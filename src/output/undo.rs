//! What commands changed in the sources is kept, so that it can be taken back one after the other without any other program, and
//! without losing what was not saved elsewhere.

use super::kept::open_kept;
use super::new_file::NewFileError;
use super::ours::write_over;
use super::rewrite::Rewrite;
use crate::diag::words::output::io_cause;
use serde::{Deserialize, Serialize};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// So many changes are kept.
const MOST: usize = 20;

/// The changes that are kept, the last one at the end.
#[derive(Default, Serialize, Deserialize)]
struct Chain {
    changes: Vec<Kept>,
}

/// A change that is kept.
#[derive(Serialize, Deserialize)]
struct Kept {
    /// What was done, in Dutch.
    what: String,
    files: Vec<Step>,
}

/// A file of it; paths from the project on.
#[derive(Serialize, Deserialize)]
struct Step {
    from: PathBuf,
    to: PathBuf,
    before: Before,
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
    fn bytes(self, now: Option<&[u8]>) -> Option<Vec<u8>> {
        let now = now.unwrap_or_default();
        match self {
            Self::Nothing => None,
            Self::Same => Some(now.to_vec()),
            Self::Bytes(bytes) => Some(bytes),
            Self::Piece { start, length, bytes } => {
                let (before, after) = (now.get(..start)?, now.get(start + length..)?);
                Some([before, &bytes, after].concat())
            }
        }
    }
}

fn chain(kept: Option<&[u8]>) -> Chain {
    kept.and_then(|bytes| serde_json::from_slice(bytes).ok()).unwrap_or_default()
}

/// Keeps a change that was made, after those that were kept before; the oldest are forgotten.
pub fn keep_change(path: &Path, root: &Path, what: &str, files: &[Rewrite], before: Option<&[u8]>) -> io::Result<()> {
    let inner = |path: &Path| path.strip_prefix(root).unwrap_or(path).to_path_buf();
    let step = |file: &Rewrite| Step {
        from: inner(&file.from),
        to: inner(&file.to),
        before: Before::of(file),
        after: file.after.as_ref().map(|bytes| *blake3::hash(bytes).as_bytes()),
    };
    let mut chain = chain(before);
    chain.changes.push(Kept { what: what.to_owned(), files: files.iter().map(step).collect() });
    let old = chain.changes.len().saturating_sub(MOST);
    chain.changes.drain(..old);
    write_chain(path, &chain)
}

fn write_chain(path: &Path, chain: &Chain) -> io::Result<()> {
    if let Some(hidden) = path.parent() {
        open_kept(hidden)?;
    }
    write_over(path, &path.with_extension("tmp"), &serde_json::to_vec(chain)?)
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
    /// It can.
    Whole {
        /// What was done.
        what: String,
        /// The change that takes it back.
        files: Vec<Rewrite>,
        /// What was done before it, which can be taken back next.
        before: Option<String>,
    },
}

/// What it takes to take back the last change.
pub fn taken_back(root: &Path, kept: &[u8]) -> Result<Back, NewFileError> {
    let mut chain = chain(Some(kept));
    let Some(last) = chain.changes.pop() else { return Ok(Back::Nothing) };
    let (mut files, mut since) = (Vec::new(), Vec::new());
    for step in last.files {
        let (from, to) = (root.join(&step.to), root.join(&step.from));
        let now = match fs::read(&from) {
            Ok(bytes) => Some(bytes),
            Err(e) if e.kind() == io::ErrorKind::NotFound => None,
            Err(e) => return Err(NewFileError { path: from, cause: io_cause(&e) }),
        };
        if now.as_ref().map(|bytes| *blake3::hash(bytes).as_bytes()) != step.after {
            since.push(from);
            continue;
        }
        let after = step.before.bytes(now.as_deref()).map(Into::into);
        files.push(Rewrite { from, to, before: now.map(Into::into), after });
    }
    if !since.is_empty() {
        return Ok(Back::Since { what: last.what, files: since });
    }
    Ok(Back::Whole { what: last.what, files, before: chain.changes.pop().map(|kept| kept.what) })
}

/// Forgets the last change that was kept, since it was taken back.
pub fn forget_change(path: &Path, kept: &[u8]) {
    let mut chain = chain(Some(kept));
    chain.changes.pop();
    let written = if chain.changes.is_empty() { Ok(()) } else { write_chain(path, &chain) };
    if chain.changes.is_empty() || written.is_err() {
        let _ = fs::remove_file(path);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::rewrite;

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
        keep_change(&kept, root, "Iets.", &files, None).unwrap();
        fs::write(root.join("a"), "newer").unwrap();
        fs::write(root.join("new"), "newer").unwrap();
        let Back::Since { files, .. } = taken_back(root, &fs::read(&kept).unwrap()).unwrap() else { panic!() };
        assert_eq!(files, [root.join("a"), root.join("new")]);
        fs::write(root.join("a"), "A").unwrap();
        fs::write(root.join("new"), "N").unwrap();
        let Back::Whole { what, files, before } = taken_back(root, &fs::read(&kept).unwrap()).unwrap() else {
            panic!()
        };
        rewrite(root, &files).unwrap();
        assert_eq!((what.as_str(), before), ("Iets.", None));
        let text = |name: &str| fs::read_to_string(root.join(name)).unwrap();
        assert_eq!((text("a"), text("gone"), text("moved")), ("a\r\n".into(), "weg".into(), "same".into()));
        assert!(!root.join("new").exists() && !root.join("in").exists());
        assert!(matches!(taken_back(root, b"something else").unwrap(), Back::Nothing));
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
            keep_change(&kept, root, &format!("Stap {n}."), &[file], fs::read(&kept).ok().as_deref()).unwrap();
        }
        let mut taken = 0;
        while let Ok(bytes) = fs::read(&kept) {
            let Back::Whole { files, .. } = taken_back(root, &bytes).unwrap() else { panic!() };
            rewrite(root, &files).unwrap();
            forget_change(&kept, &bytes);
            taken += 1;
        }
        assert_eq!((taken, fs::read(root.join("a")).unwrap()), (MOST, text(5)));
    }
}
