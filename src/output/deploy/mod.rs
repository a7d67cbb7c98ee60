//! Brings the published site to where readers find it: changed files only, in an order in which nobody ever sees a half site.
//!
//! What stands at the target is told by the marker `.verbeeld` there, the same that [`publish`](fn@super::publish) writes. While files
//! are on their way the marker says of each that it may be anything, so a run that is broken off is taken up where it was: the
//! next one brings what isn't sure to be there, and no file of somebody else is ever touched.

mod error;
mod folder;
mod git;
mod plan;
mod script;
mod sftp;

pub use error::DeployError;
pub use plan::{Deployment, Step};

use super::manifest::Manifest;
use super::paths::MARKER;
use crate::site::Target;
use folder::Folder;
use plan::Batch;
use sftp::Sftp;
use std::fs;
use std::path::Path;

/// Where what is under way lies at the target; readers don't look there.
const PENDING: &str = ".verbeeld-deel";

/// A place that files are brought to one batch at a time.
trait Place {
    /// The text of the marker there; `None` when there is none.
    fn marker(&mut self) -> Result<Option<String>, DeployError>;
    /// Does anything stand there? Asked only when there is no marker.
    fn is_empty(&mut self) -> Result<bool, DeployError>;
    /// Can a batch be brought without writing or removing through what leads elsewhere? Asked of all before the first is brought.
    fn admit(&mut self, _: &Batch) -> Result<(), DeployError> {
        Ok(())
    }
    /// Brings one batch.
    fn bring(&mut self, batch: &Batch) -> Result<(), DeployError>;
}

/// What would be done, nothing more.
pub fn look(site: &Path, root: &Path, target: &Target) -> Result<Deployment, DeployError> {
    match place(site, target) {
        Some(mut place) => Ok(prepared(site, &mut *place)?.deployment()),
        None => git::look(site, root, target),
    }
}

/// Brings the site that was published to `site`; `root` is the project.
pub fn deploy(site: &Path, root: &Path, target: &Target) -> Result<Deployment, DeployError> {
    let Some(mut place) = place(site, target) else { return git::bring(site, root, target) };
    let plan = prepared(site, &mut *place)?;
    for batch in plan.batches() {
        place.bring(&batch)?;
    }
    Ok(plan.deployment())
}

/// A branch has no files to bring: it changes in one step of git's own.
fn place(site: &Path, target: &Target) -> Option<Box<dyn Place>> {
    match target {
        Target::Folder(folder) => Some(Box::new(Folder::new(site, folder))),
        Target::Sftp { host, port, folder } => Some(Box::new(Sftp::new(site, host, *port, folder))),
        Target::Branch { .. } => None,
    }
}

fn prepared(site: &Path, place: &mut dyn Place) -> Result<plan::Plan, DeployError> {
    let wanted = published(site)?;
    let there = place.marker()?;
    let known = match &there {
        Some(text) if Manifest::is_one(text) => Manifest::parse(text),
        Some(_) => return Err(DeployError::NotOurs),
        None if place.is_empty()? => Manifest::default(),
        None => return Err(DeployError::NotOurs),
    };
    let plan = plan::Plan::of(wanted, known, there.is_some());
    plan.batches().iter().try_for_each(|batch| place.admit(batch))?;
    Ok(plan)
}

/// What was published, by its own marker.
fn published(site: &Path) -> Result<Manifest, DeployError> {
    let marker = site.join(MARKER);
    let text = fs::read_to_string(&marker).map_err(DeployError::io(&marker))?;
    Ok(Manifest::parse(&text))
}
