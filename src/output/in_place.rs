//! The careful fallback for a folder whose name cannot change: a mount point, or a folder in one that is read-only.
//!
//! Everything new is written to a work folder inside first, so a full disk or a missing right shows before anything
//! changes. Then file after file is put in place, each in one step: first pictures, styles and scripts, then pages, then
//! what is stale goes. A failure undoes all of it. Only a kill in these few milliseconds leaves a mix, which the
//! next publish mends: this is the one case in which a published site is not replaced as a whole.

use super::inspect::{Plan, Present, folders, on_disk};
use super::manifest::Manifest;
use super::paths::MARKER;
use super::stage::{make_folders, write_new};
use super::work::Work;
use super::{Output, PublishError};
use std::collections::BTreeSet;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// The marker for the time between: it tells of the files of the old site and of the new.
const BOTH: &str = ".verbeeld-beide";

/// One step that was taken, to be taken back when a later one fails.
enum Step {
    /// A file or folder was moved away.
    Moved { from: PathBuf, to: PathBuf },
    /// Something new was put where nothing was.
    Placed(PathBuf),
    /// A folder was made.
    MadeFolder(PathBuf),
    /// An empty folder was removed.
    RemovedFolder(PathBuf),
}

/// Makes `folder` hold `output` without renaming the folder itself.
pub(super) fn publish(
    output: &Output,
    wanted: &Manifest,
    present: &Present,
    plan: &Plan,
    folder: &Path,
    work: &Work,
) -> Result<(), PublishError> {
    let (staged, old) = (work.new_site(), work.old_site());
    for path in [&staged, &old] {
        fs::create_dir(path).map_err(PublishError::io(path))?;
    }
    make_folders(output, &staged)?;
    let mut changed: Vec<(&str, &[u8])> =
        output.iter().filter(|(path, _)| !plan.same.contains(*path)).map(|(path, bytes)| (path, &bytes[..])).collect();
    // Pages last: what they need is there when they are.
    changed.sort_by_key(|(path, _)| (path.ends_with(".html"), *path));
    for (path, bytes) in &changed {
        write_new(&on_disk(&staged, path), bytes)?;
    }
    let marker = wanted.text();
    write_new(&staged.join(MARKER), marker.as_bytes())?;
    write_new(&staged.join(BOTH), wanted.and(&present.known).text().as_bytes())?;

    let mut change = Change { folder, old, steps: Vec::new() };
    let paths = changed.iter().map(|(path, _)| *path);
    change.all(&staged, paths, output, present, plan).inspect_err(|_| change.undo())
}

struct Change<'a> {
    folder: &'a Path,
    old: PathBuf,
    steps: Vec<Step>,
}

impl Change<'_> {
    fn all<'p>(
        &mut self,
        staged: &Path,
        changed: impl Iterator<Item = &'p str>,
        output: &Output,
        present: &Present,
        plan: &Plan,
    ) -> Result<(), PublishError> {
        let marker = self.folder.join(MARKER);
        // From the first step on all that is there is known as ours, also if the process is killed.
        self.place(&staged.join(BOTH), &marker).map_err(PublishError::io(&marker))?;
        let needed = folders(output);
        for name in &needed {
            let path = on_disk(self.folder, name);
            self.make_folder(&path).map_err(PublishError::io(path))?;
        }
        for path in changed {
            let target = on_disk(self.folder, path);
            self.place(&on_disk(staged, path), &target).map_err(PublishError::io(target))?;
        }
        let needed_folders: BTreeSet<PathBuf> = needed.iter().map(|name| on_disk(self.folder, name)).collect();
        // What gave way to a new folder is gone already; its name is now that of the folder.
        for path in plan.stale.iter().filter(|path| !needed_folders.contains(*path)) {
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
        self.place(&staged.join(MARKER), &marker).map_err(PublishError::io(marker))
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

    fn place(&mut self, new: &Path, target: &Path) -> io::Result<()> {
        if target.symlink_metadata().is_ok_and(|meta| meta.is_file()) {
            // Linked, not moved, so that there is no moment without the file.
            let kept = self.kept(target)?;
            if fs::hard_link(target, &kept).is_ok() {
                self.steps.push(Step::Moved { from: target.to_path_buf(), to: kept });
                return fs::rename(new, target);
            }
        }
        if target.symlink_metadata().is_ok() {
            self.move_away(target)?;
        }
        fs::rename(new, target)?;
        self.steps.push(Step::Placed(target.to_path_buf()));
        Ok(())
    }

    fn move_away(&mut self, path: &Path) -> io::Result<()> {
        let kept = self.kept(path)?;
        fs::rename(path, &kept)?;
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

    /// Takes back every step, the last first.
    fn undo(&mut self) {
        while let Some(step) = self.steps.pop() {
            // There is nothing better to do about a failure here than to take back the rest as well.
            let _ = match step {
                Step::Moved { from, to } => fs::rename(to, from),
                Step::Placed(path) => fs::remove_file(path),
                Step::MadeFolder(path) => fs::remove_dir(path),
                Step::RemovedFolder(path) => fs::create_dir(path),
            };
        }
    }
}
