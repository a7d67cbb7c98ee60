//! Source files that a command changes for an editor: all of them, or none.

use super::ours::{self, beside};
use super::patient;
use crate::diag::words::output::io_cause;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// One file as it was read, and as it is to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rewrite {
    /// Where it lies.
    pub from: PathBuf,
    /// Where it comes to lie; mostly the same.
    pub to: PathBuf,
    /// What was read; `None` for a file that is new.
    pub before: Option<Arc<[u8]>>,
    /// What is to be written; `None` for a file that goes away.
    pub after: Option<Arc<[u8]>>,
}

/// Why the files were not written.
#[derive(Debug)]
pub struct NotWritten {
    /// The file at which it ended.
    pub path: PathBuf,
    /// Why, in Dutch.
    pub cause: String,
    /// Files that were changed already and could not be put back either: mostly none.
    pub changed: Vec<PathBuf>,
}

/// Writes all files. Every one is first written beside its place, so that a full disk or a locked folder changes nothing; then each
/// takes its place in one step. When one cannot, those before it are put back. A file that someone else changed since it was read is told, and nothing is written; neither is
/// anything where a link leads out of `root`, the project.
pub fn rewrite(root: &Path, files: &[Rewrite]) -> Result<(), NotWritten> {
    let told = |path: &Path, cause: String| NotWritten { path: path.to_path_buf(), cause, changed: Vec::new() };
    for file in files {
        if file.to != file.from && file.to.symlink_metadata().is_ok() {
            return Err(told(&file.to, "er staat al een bestand met die naam".into()));
        }
        for path in [&file.from, &file.to] {
            stay(root, path).map_err(|e| told(path, io_cause(&e)))?;
        }
        // It would get another in its place, which who shut it may not want to.
        let is_shut = || fs::metadata(&file.from).is_ok_and(|meta| meta.permissions().readonly());
        if file.before.is_some() && file.before != file.after && is_shut() {
            return Err(told(&file.from, "het bestand is alleen-lezen".into()));
        }
        let now = fs::read(&file.from).ok();
        if now.as_deref() != file.before.as_deref() {
            return Err(told(&file.from, "het is intussen door iets anders veranderd".into()));
        }
    }
    let mut staged: Vec<(&Rewrite, PathBuf, PathBuf)> = Vec::new();
    for file in files {
        let Some(bytes) = &file.after else { continue };
        match stage(file, bytes) {
            Ok((beside, place)) => staged.push((file, beside, place)),
            Err(e) => {
                staged.iter().for_each(|(_, beside, _)| drop(fs::remove_file(beside)));
                return Err(told(&file.to, io_cause(&e)));
            }
        }
    }
    let mut done: Vec<Done<'_>> = Vec::new();
    for (i, (file, beside, place)) in staged.iter().enumerate() {
        may_end();
        let new = file.before.is_none() || file.to != file.from;
        if let Err(e) = if new { ours::take_free_place(beside, place) } else { patient::rename(beside, place) } {
            staged[i..].iter().for_each(|(_, beside, _)| drop(fs::remove_file(beside)));
            return Err(NotWritten { changed: put_back(done), ..told(place, io_cause(&e)) });
        }
        // What lay there is known, unless the file came from elsewhere: then there was nothing.
        let was = file.before.as_deref().filter(|_| file.to == file.from);
        done.push(Done { place: place.clone(), was });
    }
    for file in files.iter().filter(|file| file.before.is_some() && (file.to != file.from || file.after.is_none())) {
        may_end();
        if let Err(e) = patient::remove_file(&file.from) {
            return Err(NotWritten { changed: put_back(done), ..told(&file.from, io_cause(&e)) });
        }
        done.push(Done { place: file.from.clone(), was: file.before.as_deref() });
    }
    may_end();
    // A folder that became empty goes too; one that did not refuses, and stays.
    for file in files.iter().filter(|file| file.to != file.from || file.after.is_none()) {
        let _ = file.from.parent().map(fs::remove_dir);
    }
    Ok(())
}

/// Here the program may be killed; a test does it.
fn may_end() {
    #[cfg(test)]
    kill::now_perhaps();
}

/// A file that has its new form already.
struct Done<'f> {
    place: PathBuf,
    /// What it was; `None` when there was none.
    was: Option<&'f [u8]>,
}

/// Gives files their old form again, the last first; those that refuse.
fn put_back(done: Vec<Done<'_>>) -> Vec<PathBuf> {
    let mut refused = Vec::new();
    for Done { place, was } in done.into_iter().rev() {
        let back = match was {
            None => patient::remove_file(&place),
            Some(bytes) => {
                let file = Rewrite { from: place.clone(), to: place.clone(), before: None, after: None };
                stage(&file, bytes).and_then(|(beside, place)| {
                    patient::rename(&beside, &place).inspect_err(|_| drop(fs::remove_file(&beside)))
                })
            }
        };
        if back.is_err() {
            refused.push(place);
        }
    }
    refused
}

/// Does a file, or what a link in its place leads to, lie in the project?
pub(super) fn stay(root: &Path, path: &Path) -> std::io::Result<()> {
    match path.symlink_metadata() {
        Ok(meta) if meta.is_symlink() => ours::stay_inside(root, &path.canonicalize()?),
        _ => ours::stay_inside(root, path),
    }
}

/// The place of a file, and what it is called there while it is written. A link stays a link: what it leads to is changed.
pub(super) fn spare(path: &Path) -> (PathBuf, PathBuf) {
    let place = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    let beside = beside(&place);
    (place, beside)
}

/// Writes the new bytes beside their place: the path of what was written, and the place.
fn stage(file: &Rewrite, bytes: &[u8]) -> std::io::Result<(PathBuf, PathBuf)> {
    if let Some(folder) = file.to.parent() {
        fs::create_dir_all(folder)?;
    }
    let (place, beside) = spare(&file.to);
    // One that a run left when it was broken off is ours; a link there would have us write where it leads.
    if ours::is_real_file(&beside) {
        fs::remove_file(&beside)?;
    }
    may_end();
    // On the disk before it takes its place: a computer that fails must not leave an empty file there.
    ours::written_new(&beside, bytes)?.sync_all().inspect_err(|_| drop(fs::remove_file(&beside)))?;
    if let Err(e) = fs::metadata(&file.from).and_then(|meta| fs::set_permissions(&beside, meta.permissions()))
        && e.kind() != ErrorKind::NotFound
    {
        let _ = fs::remove_file(&beside);
        return Err(e);
    }
    Ok((beside, place))
}

/// A kill in a test.
#[cfg(test)]
pub(super) mod kill {
    use std::cell::Cell;
    use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

    thread_local! {
        /// How many steps are done still.
        static LEFT: Cell<usize> = const { Cell::new(usize::MAX) };
    }

    /// When it is time for it; nothing that comes after is done.
    pub(super) fn now_perhaps() {
        if LEFT.get() == 0 {
            resume_unwind(Box::new("killed"));
        }
        LEFT.set(LEFT.get() - 1);
    }

    /// Does something and is killed after so many steps; whether it was.
    pub fn killed_after(steps: usize, done: impl FnOnce()) -> bool {
        LEFT.set(steps);
        let ended = catch_unwind(AssertUnwindSafe(done));
        LEFT.set(usize::MAX);
        ended.is_err()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(folder: &Path, name: &str, before: Option<&str>, after: &str) -> Rewrite {
        let path = folder.join(name);
        Rewrite {
            from: path.clone(),
            to: path,
            before: before.map(|text| text.as_bytes().into()),
            after: Some(after.as_bytes().into()),
        }
    }

    /// What is there can be read and staged beside, and refuses only when it is to be replaced: the moment at which a file that another
    /// program holds refuses on Windows.
    #[test]
    fn what_was_changed_already_is_put_back_when_a_file_refuses() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path();
        fs::write(folder.join("a"), "a").unwrap();
        fs::write(folder.join("moved"), "m").unwrap();
        fs::create_dir_all(folder.join("refuses/full")).unwrap();
        let mut moved = file(folder, "moved", Some("m"), "M");
        moved.to = folder.join("elsewhere");
        let files = [
            file(folder, "a", Some("a"), "A"),
            moved,
            file(folder, "new", None, "N"),
            file(folder, "refuses", None, "R"),
        ];
        let refused = rewrite(folder, &files).unwrap_err();
        assert_eq!((refused.path, refused.changed), (folder.join("refuses"), Vec::new()));
        let mut names: Vec<_> = fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name()).collect();
        names.sort();
        assert_eq!(names, ["a", "moved", "refuses"]);
        assert_eq!(fs::read_to_string(folder.join("a")).unwrap(), "a");
        assert_eq!(fs::read_to_string(folder.join("moved")).unwrap(), "m");
    }

    #[test]
    fn all_or_none() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path();
        fs::write(folder.join("a"), "a").unwrap();
        fs::write(folder.join("b"), "changed meanwhile").unwrap();
        let files = [file(folder, "a", Some("a"), "A"), file(folder, "b", Some("b"), "B")];
        assert_eq!(rewrite(folder, &files).unwrap_err().path, folder.join("b"));
        assert_eq!(fs::read_to_string(folder.join("a")).unwrap(), "a");
        let mut moved = file(folder, "a", Some("a"), "A");
        moved.to = folder.join("c/d");
        rewrite(folder, &[moved, file(folder, "new", None, "N")]).unwrap();
        let mut names: Vec<_> = fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name()).collect();
        names.sort();
        assert_eq!(names, ["b", "c", "new"]);
        assert_eq!(fs::read_to_string(folder.join("c/d")).unwrap(), "A");
    }
}
