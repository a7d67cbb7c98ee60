//! The careful fallback for a folder whose name cannot change: a mount point, or a folder in one that is read-only.
//!
//! Everything new is written to a work folder inside first, so a full disk or a missing right shows before anything
//! changes, and then the [`journal`]. After that file after file is put in place, each in one step: first pictures, styles and
//! scripts, then pages, then what is stale goes. A failure undoes all of it. A reader may see a mix in these few
//! milliseconds; a kill in them leaves one until the next start, which goes on from the journal: this is the one case in
//! which a published site is not replaced as a whole.

use super::finished::Finished;
use super::inspect::{Plan, Present, folders, look, on_disk};
use super::manifest::Manifest;
use super::paths::{BOTH, INNER_WORK, MARKER};
use super::patient;
use super::stage::{make_folders, write_new};
use super::work::{JOURNAL, Work};
use super::{PublishError, journal};
use std::collections::BTreeSet;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// One step that was taken, to be taken back when a later one fails.
enum Step {
    /// A file or folder was moved away.
    Moved { from: PathBuf, to: PathBuf },
    /// A new file was put in the place of an old one, which was kept.
    Replaced { path: PathBuf, staged: PathBuf, kept: PathBuf },
    /// A new file was put where nothing was.
    Placed { path: PathBuf, staged: PathBuf },
    /// A folder was made.
    MadeFolder(PathBuf),
    /// An empty folder was removed.
    RemovedFolder(PathBuf),
}

/// Makes `folder` hold `site` without renaming the folder itself.
pub(super) fn publish(
    site: &Finished,
    wanted: &Manifest,
    present: &Present,
    plan: &Plan,
    folder: &Path,
    work: &Work,
) -> Result<(), PublishError> {
    let staged = work.new_site();
    fs::create_dir(&staged).map_err(PublishError::io(&staged))?;
    make_folders(site, &staged, |_| false)?;
    let mut changed = Vec::new();
    for path in site.paths().filter(|path| !plan.same.contains(*path)) {
        let target = on_disk(&staged, path);
        write_new(&target, &site.bytes(path).map_err(PublishError::io(&target))?)?;
        changed.push(path.to_owned());
    }
    journal::in_order(&mut changed);
    write_new(&staged.join(MARKER), wanted.text().as_bytes())?;
    write_new(&staged.join(BOTH), wanted.and(&present.known).text().as_bytes())?;
    journal::begin(work, wanted)?;
    change(wanted, &changed, present, &plan.stale, folder, work)
}

/// Finishes what a killed publish began; `false` when there is nothing that can be finished.
pub(super) fn finish(folder: &Path) -> Result<bool, PublishError> {
    if !journal::is_open(&folder.join(INNER_WORK)) {
        return Ok(false);
    }
    let work = Work::open(folder.join(INNER_WORK), folder)?;
    // Another publish may have finished it while we waited.
    if !journal::is_open(&folder.join(INNER_WORK)) {
        return Ok(false);
    }
    let Some(begun) = journal::read(&work)? else {
        return Err(PublishError::Foreign { folder: folder.to_path_buf(), found: format!("{INNER_WORK}/{JOURNAL}") });
    };
    let present = look(folder)?;
    let stale: Vec<_> = present.files.iter().filter(|e| !begun.wanted.has(&e.path)).map(|e| e.disk.clone()).collect();
    work.forget_old()?;
    change(&begun.wanted, &begun.waiting, &present, &stale, folder, &work)?;
    Ok(true)
}

/// Puts what lies ready in place. When that fails, all is as it was and the journal is closed; or the journal stays.
fn change(
    wanted: &Manifest,
    waiting: &[String],
    present: &Present,
    stale: &[PathBuf],
    folder: &Path,
    work: &Work,
) -> Result<(), PublishError> {
    let old = work.old_site();
    fs::create_dir(&old).map_err(PublishError::io(&old))?;
    let mut change = Change { folder, staged: work.new_site(), old, steps: Vec::new() };
    match change.all(wanted, waiting, present, stale) {
        Ok(()) => journal::end(work),
        Err(why) => {
            if change.undo() {
                journal::end(work)?;
            }
            Err(why)
        }
    }
}

struct Change<'a> {
    folder: &'a Path,
    staged: PathBuf,
    old: PathBuf,
    steps: Vec<Step>,
}

impl Change<'_> {
    fn all(
        &mut self,
        wanted: &Manifest,
        waiting: &[String],
        present: &Present,
        stale: &[PathBuf],
    ) -> Result<(), PublishError> {
        let marker = self.folder.join(MARKER);
        // From the first step on all that is there is known as ours, also if the process is killed.
        self.place(BOTH, &marker).map_err(PublishError::io(&marker))?;
        let needed = folders(wanted.0.keys().map(String::as_str));
        for name in &needed {
            let path = on_disk(self.folder, name);
            self.make_folder(&path).map_err(PublishError::io(path))?;
        }
        for path in waiting {
            let target = on_disk(self.folder, path);
            self.place(path, &target).map_err(PublishError::io(target))?;
        }
        let needed_folders: BTreeSet<PathBuf> = needed.iter().map(|name| on_disk(self.folder, name)).collect();
        // What gave way to a new folder is gone already; its name is now that of the folder.
        for path in stale.iter().filter(|path| !needed_folders.contains(*path)) {
            match self.move_away(path) {
                // It went along with a folder that gave way to a new file.
                Err(e) if matches!(e.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {}
                done => done.map_err(PublishError::io(path))?,
            }
        }
        for name in present.folders.iter().rev().filter(|name| !needed.contains(*name)) {
            let path = on_disk(self.folder, name);
            if fs::remove_dir(&path).is_ok() {
                self.steps.push(Step::RemovedFolder(path));
            }
        }
        self.place(MARKER, &marker).map_err(PublishError::io(marker))
    }

    fn make_folder(&mut self, path: &Path) -> io::Result<()> {
        match path.symlink_metadata() {
            Ok(meta) if meta.is_dir() => return Ok(()),
            Ok(_) => self.move_away(path)?,
            Err(_) => {}
        }
        fs::create_dir(path)?;
        self.steps.push(Step::MadeFolder(path.to_path_buf()));
        Ok(())
    }

    /// Puts a file that lies ready in place; one that does not any more was put there before a kill.
    fn place(&mut self, name: &str, target: &Path) -> io::Result<()> {
        let new = on_disk(&self.staged, name);
        if new.symlink_metadata().is_err() {
            return Ok(());
        }
        if target.symlink_metadata().is_ok_and(|meta| meta.is_file()) {
            // Linked, not moved, so that there is no moment without the file.
            let kept = self.kept(target)?;
            if fs::hard_link(target, &kept).is_ok() {
                patient::rename(&new, target)?;
                self.steps.push(Step::Replaced { path: target.to_path_buf(), staged: new, kept });
                return Ok(());
            }
        }
        if target.symlink_metadata().is_ok() {
            self.move_away(target)?;
        }
        patient::rename(&new, target)?;
        self.steps.push(Step::Placed { path: target.to_path_buf(), staged: new });
        Ok(())
    }

    fn move_away(&mut self, path: &Path) -> io::Result<()> {
        let kept = self.kept(path)?;
        patient::rename(path, &kept)?;
        self.steps.push(Step::Moved { from: path.to_path_buf(), to: kept });
        Ok(())
    }

    /// Where this step keeps what gives way: under its own path, by which it is known as ours when it is cleared.
    fn kept(&self, path: &Path) -> io::Result<PathBuf> {
        let own = path.strip_prefix(self.folder).unwrap_or(path);
        let kept = self.old.join(self.steps.len().to_string()).join(own);
        kept.parent().map_or(Ok(()), fs::create_dir_all)?;
        Ok(kept)
    }

    /// Takes back every step, the last first, so that at any moment the journal could still be finished; `false` when one could
    /// not be taken back: there is nothing better to do about that than to take back the rest as well.
    fn undo(&mut self) -> bool {
        let mut whole = true;
        while let Some(step) = self.steps.pop() {
            whole &= match step {
                Step::Moved { from, to } => patient::rename(to, from),
                Step::Replaced { path, staged, kept } => {
                    fs::hard_link(&path, staged).and_then(|()| patient::rename(kept, path))
                }
                Step::Placed { path, staged } => patient::rename(path, staged),
                Step::MadeFolder(path) => fs::remove_dir(path),
                Step::RemovedFolder(path) => fs::create_dir(path),
            }
            .is_ok();
        }
        whole
    }
}
