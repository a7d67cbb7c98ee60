//! What a command changed in the sources is kept until the next one, so that it can be taken back without any other program, and
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
}

/// Keeps a change that was made, in the place of the one before.
pub fn keep_change(path: &Path, root: &Path, what: &str, files: &[Rewrite]) -> io::Result<()> {
    let inner = |path: &Path| path.strip_prefix(root).unwrap_or(path).to_path_buf();
    let step = |file: &Rewrite| Step {
        from: inner(&file.from),
        to: inner(&file.to),
        before: match &file.before {
            None => Before::Nothing,
            Some(bytes) if file.after.as_ref() == Some(bytes) => Before::Same,
            Some(bytes) => Before::Bytes(bytes.to_vec()),
        },
        after: file.after.as_ref().map(|bytes| *blake3::hash(bytes).as_bytes()),
    };
    let kept = Kept { what: what.to_owned(), files: files.iter().map(step).collect() };
    if let Some(hidden) = path.parent() {
        open_kept(hidden)?;
    }
    write_over(path, &path.with_extension("tmp"), &serde_json::to_vec(&kept)?)
}

/// What was done, and the change that takes it back. A file that was changed since is told.
pub fn taken_back(root: &Path, kept: &[u8]) -> Result<Option<(String, Vec<Rewrite>)>, NewFileError> {
    let Ok(kept) = serde_json::from_slice::<Kept>(kept) else { return Ok(None) };
    let mut files = Vec::new();
    for step in kept.files {
        let (from, to) = (root.join(&step.to), root.join(&step.from));
        let told = |cause: String| NewFileError { path: from.clone(), cause };
        let now = match fs::read(&from) {
            Ok(bytes) => Some(bytes),
            Err(e) if e.kind() == io::ErrorKind::NotFound => None,
            Err(e) => return Err(told(io_cause(&e))),
        };
        if now.as_ref().map(|bytes| *blake3::hash(bytes).as_bytes()) != step.after {
            return Err(told("het is na die opdracht nog veranderd".to_owned()));
        }
        let before = now.map(Into::into);
        let after = match step.before {
            Before::Nothing => None,
            Before::Same => before.clone(),
            Before::Bytes(bytes) => Some(bytes.into()),
        };
        files.push(Rewrite { from, to, before, after });
    }
    Ok(Some((kept.what, files)))
}

/// Forgets the change that was kept.
pub fn forget_change(path: &Path) {
    let _ = fs::remove_file(path);
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
        keep_change(&kept, root, "Iets.", &files).unwrap();
        fs::write(root.join("a"), "newer").unwrap();
        assert_eq!(taken_back(root, &fs::read(&kept).unwrap()).unwrap_err().path, root.join("a"));
        fs::write(root.join("a"), "A").unwrap();
        let (what, back) = taken_back(root, &fs::read(&kept).unwrap()).unwrap().unwrap();
        rewrite(root, &back).unwrap();
        assert_eq!(what, "Iets.");
        let text = |name: &str| fs::read_to_string(root.join(name)).unwrap();
        assert_eq!((text("a"), text("gone"), text("moved")), ("a\r\n".into(), "weg".into(), "same".into()));
        assert!(!root.join("new").exists() && !root.join("in").exists());
        assert!(taken_back(root, b"something else").unwrap().is_none());
    }
}
