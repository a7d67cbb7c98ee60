//! Publishes the finished site: whole, or not at all.
//!
//! The new site is written into a hidden work folder beside the old one, and then the two folders exchange names in a
//! single step. Until that step the old site stands untouched, after it the new one is complete; a kill at any moment
//! leaves one or the other, and the next publish clears what was left. Where a system or a disk cannot do this in one
//! step there are two fallbacks, [`swap`] and [`in_place`], each of which says what it cannot promise.
//!
//! The folder under the name is another one afterwards: a program that stands in it, or a container into which it is
//! mounted, keeps seeing the old one. It has to look up the name again, or be given the folder around it.
//!
//! Files are not flushed to the disk one by one: the site can be built again, so a loss of power is mended by the next
//! build, and 10,000 flushes would cost more than the build.

use super::finished::Finished;
use super::inspect::{Plan, Present, look, plan};
use super::manifest::Manifest;
use super::work::{self, Work};
use super::{Ahead, Output, PublishError, in_place, ours, paths, stage, swap, target};
use crate::source::Project;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

/// What publishing did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Published {
    /// Files that are new or changed.
    pub written: usize,
    /// Files that were the same already.
    pub unchanged: usize,
    /// Files of an earlier build that are gone.
    pub removed: usize,
    /// Were the files changed one by one, because the folder's own name cannot change?
    pub in_place: bool,
}

/// How far publishing is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HowFar {
    /// So many of so many files were made from their recipes.
    Made(usize, usize),
    /// All are made, and go to their place.
    Writing,
}

/// Makes `folder` hold exactly `output`; a `.gitignore` in it stays as it is.
///
/// The folder must be ours (it holds the marker `.verbeeld`), empty, or absent. On an error nothing has changed. When
/// the folder holds the output already, nothing is written.
pub fn publish(output: &Output, folder: &Path, project: &Project) -> Result<Published, PublishError> {
    publish_told(output, None, folder, project, &|_| {})
}

/// The same, with what was written of it ahead; tells how far it is.
pub fn publish_told(
    output: &Output,
    ahead: Option<&Ahead>,
    folder: &Path,
    project: &Project,
    told: &(dyn Fn(HowFar) + Sync),
) -> Result<Published, PublishError> {
    if output.recipes().next().is_none() {
        told(HowFar::Writing);
        return Publishing::new(&Finished::ready(output), ahead, swap::Way::Best).run(folder, project);
    }
    // Pictures take long to make, so those that stand there from the last time and would be the same are used again.
    let place = target::resolve(folder)?;
    target::refuse_dangerous(&place, project)?;
    if ahead.is_none() {
        recover(&place)?;
    }
    in_place::finish(&place)?;
    let present = look(&place)?;
    let made = |done, of| told(HowFar::Made(done, of));
    let site = Finished::whole(output, &place, |path| present.trusted(&place, path), &made)?;
    told(HowFar::Writing);
    Publishing::new(&site, ahead, swap::Way::Best).run(folder, project)
}

struct Publishing<'a> {
    site: &'a Finished,
    wanted: Manifest,
    /// What was written ahead: its work folder is the one to go on in.
    ahead: Option<&'a Ahead>,
    way: swap::Way,
}

impl<'a> Publishing<'a> {
    fn new(site: &'a Finished, ahead: Option<&'a Ahead>, way: swap::Way) -> Self {
        Self { site, wanted: Manifest::of(site), ahead, way }
    }

    fn run(&self, folder: &Path, project: &Project) -> Result<Published, PublishError> {
        paths::check(self.site)?;
        let folder = &target::resolve(folder)?;
        target::refuse_dangerous(folder, project)?;
        if self.ahead.is_none() {
            recover(folder)?;
        }
        in_place::finish(folder)?;

        let mut present = look(folder)?;
        if present.leftovers {
            Work::open(folder.join(paths::INNER_WORK), folder)?.clear()?;
            present = look(folder)?;
        }
        let plan = plan(&present, folder, self.site, &self.wanted);
        if plan.nothing_to_do {
            return Ok(self.done(&plan));
        }
        match self.beside(folder, &present)? {
            Some(published) => Ok(published),
            None => self.inside(folder),
        }
    }

    /// Stages beside the folder and swaps; `None` when this folder's name cannot change.
    fn beside(&self, folder: &Path, present: &Present) -> Result<Option<Published>, PublishError> {
        let (Some(parent), Some(place)) = (folder.parent(), work::beside(folder)) else { return Ok(None) };
        fs::create_dir_all(parent).map_err(PublishError::io(parent))?;
        if present.exists && ours::on_different_disks(parent, folder) {
            return Ok(None);
        }
        let opened;
        let work = match self.ahead {
            Some(ahead) => &ahead.work,
            None => match Work::open(place, folder) {
                Err(PublishError::Io { cause, .. }) if present.exists && is_closed(cause.kind()) => return Ok(None),
                work => {
                    opened = work?;
                    &opened
                }
            },
        };
        let begun = self.ahead.filter(|ahead| ahead.is_begun());
        match begun {
            Some(ahead) => ahead.forget_others(self.site)?,
            None => work.clear()?,
        }
        let (present, plan) = self.locked(folder, work)?;
        let new = work.new_site();
        stage::whole_site(self.site, &self.wanted, &present, &plan, folder, &new, begun)
            .map_err(|e| e.told_of(&new, folder))?;
        match swap::swap(self.way, &new, folder, &work.old_site()) {
            Ok(()) => Ok(Some(self.done(&plan))),
            Err(cause) if swap::is_fixed(&cause) => Ok(None),
            Err(cause) => Err(PublishError::io(folder)(cause)),
        }
    }

    /// Changes the files in the folder one by one.
    fn inside(&self, folder: &Path) -> Result<Published, PublishError> {
        in_place::finish(folder)?;
        let work = Work::open(folder.join(paths::INNER_WORK), folder)?;
        work.clear()?;
        let (present, plan) = self.locked(folder, &work)?;
        in_place::publish(self.site, &self.wanted, &present, &plan, folder, &work)
            .map_err(|e| e.told_of(&work.new_site(), folder))?;
        Ok(Published { in_place: true, ..self.done(&plan) })
    }

    /// Looks again, now that nobody else publishes: what was seen before may have been replaced since.
    fn locked(&self, folder: &Path, work: &Work) -> Result<(Present, Plan), PublishError> {
        let present = look(folder)?;
        let plan = plan(&present, folder, self.site, &self.wanted);
        work.list(&self.wanted.and(&present.known))?;
        Ok((present, plan))
    }

    fn done(&self, plan: &Plan) -> Published {
        Published {
            written: self.site.len() - plan.same.len(),
            unchanged: plan.same.len(),
            removed: plan.stale.len(),
            in_place: false,
        }
    }
}

/// Finishes what a killed publish began, or puts the old site back; `true` when something was finished or put back.
///
/// Whoever starts on a project calls this, also when nothing is to be published: a site that was left half stays so no longer than that.
pub fn finish(folder: &Path, project: &Project) -> Result<bool, PublishError> {
    let folder = target::resolve(folder)?;
    target::refuse_dangerous(&folder, project)?;
    let missing = folder.symlink_metadata().is_err();
    recover(&folder)?;
    Ok(in_place::finish(&folder)? || missing && folder.symlink_metadata().is_ok())
}

/// Clears what a killed publish left beside the folder, and puts the old site back if that was away.
fn recover(folder: &Path) -> Result<(), PublishError> {
    let Some(path) = work::beside(folder).filter(|path| path.symlink_metadata().is_ok()) else { return Ok(()) };
    let work = Work::open(path, folder)?;
    swap::put_back(folder, &work.old_site()).map_err(PublishError::io(folder))
}

/// Is it a folder in which nothing can be made, though a folder in it may be open to us?
fn is_closed(kind: ErrorKind) -> bool {
    matches!(kind, ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem)
}

#[cfg(test)]
mod tests;
