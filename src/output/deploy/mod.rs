//! Brings the published site to where readers find it: changed files only, in an order in which nobody ever sees a half site.
//!
//! What stands at the target is told by the marker `.verbeeld` there, the same that [`publish`](fn@super::publish) writes. While files
//! are on their way the marker says of each that it may be anything, so a run that is broken off is taken up where it was: the
//! next one brings what isn't sure to be there, and no file of somebody else is ever touched.

mod ask_git;
mod error;
mod folder;
mod git;
mod plan;
mod script;
mod sftp;
mod standing;

pub use error::DeployError;
pub use plan::{Deployment, Step};

use super::manifest::Manifest;
use super::paths::MARKER;
use super::target::{TAKEN, refuse_dangerous, resolve};
use crate::diag::shown;
use crate::site::Target;
use crate::source::Project;
use folder::Folder;
use plan::{Batch, Plan};
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
    /// Keeps other runs away until this is dropped, where the place can. Asked of a place that is ours.
    fn lock(&mut self) -> Result<(), DeployError> {
        Ok(())
    }
    /// What really stands there of what the marker tells, where the place can be asked: of what is wanted, what is gone or damaged is
    /// no longer told to be there or to be whole.
    fn found(&mut self, known: Manifest, _wanted: &Manifest) -> Manifest {
        known
    }
    /// Can all be brought without writing over what is another's, and without writing or removing through what leads elsewhere? Asked
    /// before anything changes.
    fn admit(&mut self, plan: &Plan, batches: &[Batch]) -> Result<(), DeployError>;
    /// Brings one batch.
    fn bring(&mut self, batch: &Batch) -> Result<(), DeployError>;
}

/// What would be done, nothing more.
pub fn look(project: &Project, target: &Target) -> Result<Deployment, DeployError> {
    let project = &project.absolute();
    let mut place = match place(project, target)? {
        Where::Branch(branch, remote) => return git::look(project, branch, remote),
        Where::Files(place) => place,
    };
    let known = known(&mut *place)?;
    Ok(prepared(&project.public, &mut *place, known)?.0.deployment())
}

/// Brings the site that was published to the project's folder for it.
pub fn deploy(project: &Project, target: &Target) -> Result<Deployment, DeployError> {
    let project = &project.absolute();
    let mut place = match place(project, target)? {
        Where::Branch(branch, remote) => return git::bring(project, branch, remote),
        Where::Files(place) => place,
    };
    // In a folder of another not even a lock is put. Another run may have ended between the two.
    known(&mut *place)?;
    place.lock()?;
    let known = known(&mut *place)?;
    let (plan, batches) = prepared(&project.public, &mut *place, known)?;
    for batch in &batches {
        place.bring(batch)?;
    }
    Ok(plan.deployment())
}

/// Where a site is brought.
enum Where<'a> {
    Files(Box<dyn Place>),
    /// A branch has no files to bring: it changes in one step of git's own.
    Branch(&'a str, Option<&'a str>),
}

fn place<'a>(project: &Project, target: &'a Target) -> Result<Where<'a>, DeployError> {
    let site = &project.public;
    Ok(match target {
        Target::Folder(folder) => {
            refuse_sources(project, folder)?;
            Where::Files(Box::new(Folder::new(site, folder)))
        }
        Target::Sftp { host, port, folder } => Where::Files(Box::new(Sftp::new(site, host, *port, folder))),
        Target::Branch { branch, remote } => Where::Branch(branch, remote.as_deref()),
    })
}

/// Refuses a folder in which more stands than a site, or in which the site is made. One that isn't there is told later.
fn refuse_sources(project: &Project, folder: &Path) -> Result<(), DeployError> {
    let Ok(real) = resolve(folder) else { return Ok(()) };
    let refused = || Err(DeployError::NoPlace(folder.to_path_buf()));
    let root = project.root.canonicalize().unwrap_or_else(|_| project.root.clone());
    // The project itself may lie anywhere.
    let own = real.strip_prefix(&root).unwrap_or(&real);
    let is_taken = own.iter().any(|name| TAKEN.iter().any(|taken| name.eq_ignore_ascii_case(taken)));
    let is_made = resolve(&project.public).is_ok_and(|public| real.starts_with(public));
    if is_taken || is_made || refuse_dangerous(&real, project).is_err() { refused() } else { Ok(()) }
}

/// A path as another program is told of it: with a line end in it, it would be told of another.
fn plain(path: &Path) -> Result<String, DeployError> {
    match path.to_str() {
        Some(text) if !text.contains(char::is_control) => Ok(shown(path)),
        _ => Err(DeployError::BadName(shown(path))),
    }
}

/// What the marker tells of what stands there, if there is one.
fn known(place: &mut dyn Place) -> Result<Option<Manifest>, DeployError> {
    match place.marker()? {
        Some(text) if Manifest::is_one(&text) => Ok(Some(Manifest::parse(&text))),
        Some(_) => Err(DeployError::NotOurs),
        None if place.is_empty()? => Ok(None),
        None => Err(DeployError::NotOurs),
    }
}

fn prepared(site: &Path, place: &mut dyn Place, known: Option<Manifest>) -> Result<(Plan, Vec<Batch>), DeployError> {
    let wanted = published(site)?;
    let marked = known.is_some();
    let known = place.found(known.unwrap_or_default(), &wanted);
    let plan = Plan::of(wanted, known, marked);
    let batches = plan.batches();
    place.admit(&plan, &batches)?;
    Ok((plan, batches))
}

/// What was published, by its own marker.
fn published(site: &Path) -> Result<Manifest, DeployError> {
    let marker = site.join(MARKER);
    let text = fs::read_to_string(&marker).map_err(DeployError::io(&marker))?;
    Ok(Manifest::parse(&text))
}
