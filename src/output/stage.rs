//! Writes the whole new site into the work folder, where nobody sees it yet.

use super::finished::Finished;
use super::inspect::{Plan, Present, folders, on_disk};
use super::manifest::Manifest;
use super::paths::{GITIGNORE, MARKER};
use super::{Ahead, PublishError, ours};
use rayon::prelude::*;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// At most so many files go to their place by one thread while another has none.
const AT_ONCE: usize = 8;

/// Writes `site` to `into`, which must not exist but for what was written `ahead`. Files that stand in `folder` already are linked, not
/// written.
pub(super) fn whole_site(
    site: &Finished,
    wanted: &Manifest,
    present: &Present,
    plan: &Plan,
    folder: &Path,
    into: &Path,
    ahead: Option<&Ahead>,
) -> Result<(), PublishError> {
    if ahead.is_none() {
        fs::create_dir(into).map_err(PublishError::io(into))?;
    }
    let made = ahead.map(|ahead| folders(ahead.written())).unwrap_or_default();
    make_folders(site, into, |folder| made.contains(folder))?;
    let paths: Vec<_> = site.paths().collect();
    // Those that are yet to be written lie together.
    paths.into_par_iter().with_max_len(AT_ONCE).try_for_each(|path| {
        let target = on_disk(into, path);
        if site.lies_at(path, &target) {
            return Ok(());
        }
        // A disk without hard links gets a copy.
        if plan.same.contains(path) && fs::hard_link(on_disk(folder, path), &target).is_ok() {
            return Ok(());
        }
        write_new(&target, &site.bytes(path).map_err(PublishError::io(&target))?)
    })?;
    if present.gitignore {
        let (from, to) = (folder.join(GITIGNORE), into.join(GITIGNORE));
        fs::hard_link(&from, &to).or_else(|_| fs::copy(&from, &to).map(drop)).map_err(PublishError::io(from))?;
    }
    write_new(&into.join(MARKER), wanted.text().as_bytes())?;
    keep_rights(present, folder, into).map_err(PublishError::io(into))
}

/// Makes all folders of a site but those that are there, parents first.
pub(super) fn make_folders(site: &Finished, into: &Path, is_there: impl Fn(&str) -> bool) -> Result<(), PublishError> {
    // Those of one depth side by side.
    let mut by_depth: Vec<Vec<PathBuf>> = Vec::new();
    for name in folders(site.paths()).into_iter().filter(|name| !is_there(name)) {
        let depth = name.matches('/').count();
        by_depth.resize(by_depth.len().max(depth + 1), Vec::new());
        by_depth[depth].push(on_disk(into, &name));
    }
    let make = |path: PathBuf| fs::create_dir(&path).map_err(PublishError::io(path));
    by_depth.into_iter().try_for_each(|folders| folders.into_par_iter().try_for_each(make))
}

/// Writes a file that must not exist: on a disk that ignores case, two names for one file are an error, not a loss.
pub(super) fn write_new(path: &Path, bytes: &[u8]) -> Result<(), PublishError> {
    ours::write_new(path, bytes).map_err(PublishError::io(path))
}

/// The new folder takes over the rights of the old one, such as those of a web server's group.
fn keep_rights(present: &Present, folder: &Path, into: &Path) -> io::Result<()> {
    if !present.exists {
        return Ok(());
    }
    fs::set_permissions(into, folder.metadata()?.permissions())
}
