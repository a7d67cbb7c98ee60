//! The sources of a project in the hands of one command. What it takes to take its change back is on the disk before the first
//! file of it changes: of a command that was killed the next one takes back what it had changed.

use super::kept::open_kept;
use super::lock::{self, Lock};
use super::new_file::NewFileError;
use super::ours::{is_real_file, write_over};
use super::paths::GITIGNORE;
use super::patient;
use super::rewrite::{NotWritten, Rewrite, rewrite, spare, stay};
use super::undo::{Chain, Kept, Step, hash};
use crate::diag::words::output::io_cause;
use crate::source::{Project, begun_change, begun_file, change_file, kept_change, kept_folder, lock_file};
use serde::{Deserialize, Serialize};
use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// No hash: what is kept afterwards never has it.
const NONE: Option<[u8; 32]> = Some([0; 32]);

/// The sources, until it is dropped.
#[derive(Debug)]
pub struct Hold {
    project: Project,
    slot: PathBuf,
    lock: Option<File>,
    /// Was the folder in which it lies not there before?
    made: bool,
}

/// Why the sources are not to be changed now.
#[derive(Debug)]
pub enum NotHeld {
    /// Another command is changing them.
    Busy,
    /// What was begun could not be written down.
    Io(NewFileError),
    /// What a killed command had changed could not be taken back.
    Stuck(NotWritten),
}

/// A command that was killed.
#[derive(Debug, PartialEq, Eq)]
pub struct Broken {
    /// What it did, in Dutch.
    pub what: String,
    /// Had it changed everything? Else what it had changed was taken back.
    pub finished: bool,
    /// Files that others changed since, which are left as they are.
    pub left: Vec<PathBuf>,
}

/// A change that was begun.
#[derive(Serialize, Deserialize)]
struct Begun {
    what: String,
    files: Vec<Step>,
    /// The hash of the changes that are kept when it is done.
    kept: Option<[u8; 32]>,
}

/// Was a change begun, by a command that is at work or that was killed?
pub fn is_begun(project: &Project) -> bool {
    begun_file(project).symlink_metadata().is_ok()
}

impl Hold {
    /// Takes the sources in hand, and takes back what a killed command had changed.
    pub fn of(project: &Project) -> Result<(Self, Option<Broken>), NotHeld> {
        let slot = lock_file(project);
        let told = |e: &io::Error| NotHeld::Io(NewFileError { path: slot.clone(), cause: io_cause(e) });
        let made = kept_folder(project).symlink_metadata().is_err();
        // Who had it may remove the file between our steps.
        for _ in 0..100 {
            open_kept(&kept_folder(project)).map_err(|e| told(&e))?;
            // A link in its place would have us make a file where it leads. Looked at once: who had it may remove it between two looks.
            if slot.symlink_metadata().is_ok_and(|meta| !meta.is_file()) {
                return Err(told(&ErrorKind::AlreadyExists.into()));
            }
            match lock::take(&slot).map_err(|e| told(&e))? {
                Lock::Gone => {}
                Lock::Ours(lock) => {
                    let hold = Self { project: project.clone(), slot, lock: Some(lock), made };
                    let broken = hold.recovered()?;
                    return Ok((hold, broken));
                }
                Lock::Busy => return Err(NotHeld::Busy),
            }
        }
        Err(NotHeld::Busy)
    }

    /// Makes a change and keeps it after those that were kept before; the inner error is that it could not be kept.
    pub fn change(&self, what: &str, files: &[Rewrite]) -> Result<io::Result<()>, NotWritten> {
        let mut chain = Chain::of(kept_change(&self.project).as_deref());
        chain.add(Kept { what: what.to_owned(), files: self.steps(files) });
        self.made(what, files, Some(&chain))
    }

    /// Takes the last change back, with what [`taken_back`](super::taken_back) gave for it.
    pub fn take_back(&self, what: &str, files: &[Rewrite]) -> Result<io::Result<()>, NotWritten> {
        let mut chain = Chain::of(kept_change(&self.project).as_deref());
        chain.forget(1);
        self.made(what, files, Some(&chain))
    }

    /// Forgets the last changes, so many, which others took back.
    pub fn forget(&self, count: usize) -> io::Result<()> {
        let mut chain = Chain::of(kept_change(&self.project).as_deref());
        chain.forget(count);
        chain.write(&change_file(&self.project))
    }

    /// Makes a new file, whole or not at all; it is no change to be taken back, for an editor goes on in it.
    pub fn add(&self, what: &str, path: &Path, bytes: &[u8]) -> Result<(), NotWritten> {
        if path.symlink_metadata().is_ok() {
            let cause = io_cause(&ErrorKind::AlreadyExists.into());
            return Err(NotWritten { path: path.to_path_buf(), cause, changed: Vec::new() });
        }
        let (from, to) = (path.to_path_buf(), path.to_path_buf());
        self.made(what, &[Rewrite { from, to, before: None, after: Some(bytes.into()) }], None).map(drop)
    }

    fn steps(&self, files: &[Rewrite]) -> Vec<Step> {
        files.iter().map(|file| Step::of(file, &self.project.root)).collect()
    }

    fn made(&self, what: &str, files: &[Rewrite], chain: Option<&Chain>) -> Result<io::Result<()>, NotWritten> {
        let path = begun_file(&self.project);
        let kept = match chain {
            Some(chain) => hash(chain.bytes().as_deref()),
            None => NONE,
        };
        let begun = Begun { what: what.to_owned(), files: self.steps(files), kept };
        let written = serde_json::to_vec(&begun).map_err(io::Error::from);
        let written = written.and_then(|bytes| write_over(&path, &path.with_extension("tmp"), &bytes));
        written.map_err(|e| NotWritten { path: path.clone(), cause: io_cause(&e), changed: Vec::new() })?;
        let made = rewrite(&self.project.root, files);
        // What could not be put back is for the next command.
        if made.as_ref().is_err_and(|refused| !refused.changed.is_empty()) {
            return made.map(Ok);
        }
        let kept = match (chain, &made) {
            (Some(chain), Ok(())) => chain.write(&change_file(&self.project)),
            _ => Ok(()),
        };
        if made.is_err() {
            self.sweep(&begun);
        }
        let _ = patient::remove_file(&path);
        made.map(|()| kept)
    }

    /// Where the files of a change are, and come.
    fn places<'b>(&self, begun: &'b Begun) -> impl Iterator<Item = PathBuf> + use<'b, '_> {
        let root = &self.project.root;
        begun.files.iter().flat_map(move |step| step.places(root)).filter(move |path| stay(root, path).is_ok())
    }

    /// Removes folders that were made for files that did not come.
    fn sweep(&self, begun: &Begun) {
        let root = &self.project.root;
        for place in self.places(begun).filter(|path| path.symlink_metadata().is_err()) {
            let made = place.ancestors().skip(1).take_while(|folder| folder != root && folder.starts_with(root));
            // One that is not empty refuses, and stays.
            let own = made.skip_while(|folder| folder.symlink_metadata().is_err());
            let _ = own.map(fs::remove_dir).take_while(Result::is_ok).count();
        }
    }

    /// Takes back what a killed command had changed, if there was one. Should this be killed, the next does it again.
    fn recovered(&self) -> Result<Option<Broken>, NotHeld> {
        let (root, path) = (&self.project.root, begun_file(&self.project));
        let begun = begun_change(&self.project).and_then(|bytes| serde_json::from_slice::<Begun>(&bytes).ok());
        // What leads out of the project is not ours.
        let Some(begun) = begun.filter(|begun| begun.files.iter().all(Step::is_inside)) else { return Ok(None) };
        let finished = begun.kept == hash(kept_change(&self.project).as_deref());
        for beside in self.places(&begun).map(|path| spare(&path).1).filter(|beside| is_real_file(beside)) {
            let _ = patient::remove_file(&beside);
        }
        let mut left = Vec::new();
        if !finished {
            let mut files = Vec::new();
            for step in &begun.files {
                step.undone(root, &mut files, &mut left).map_err(NotHeld::Io)?;
            }
            rewrite(root, &files).map_err(NotHeld::Stuck)?;
            self.sweep(&begun);
        }
        let told = |e: io::Error| NotHeld::Io(NewFileError { path: path.clone(), cause: io_cause(&e) });
        patient::remove_file(&path).map_err(told)?;
        Ok(Some(Broken { what: begun.what, finished, left }))
    }
}

impl Drop for Hold {
    fn drop(&mut self) {
        // Windows keeps the name of a file for as long as somebody has it open, ourselves included.
        if cfg!(windows) {
            self.lock = None;
        }
        let _ = patient::remove_file(&self.slot);
        // A command that changed nothing leaves nothing.
        let hidden = kept_folder(&self.project);
        if self.made && fs::read_dir(&hidden).is_ok_and(|left| left.count() == 1) {
            let _ = fs::remove_file(hidden.join(GITIGNORE));
            let _ = fs::remove_dir(&hidden);
        }
    }
}

#[cfg(test)]
mod tests;
