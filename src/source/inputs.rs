//! The state of all files that a build would read, without reading them.

use super::boundary::Boundary;
use super::cache;
use super::folders::FOLDERS;
use super::read::{Project, is_loose};
use super::stamps::{Print, Stamp, Stamps};
use super::walk::Walk;
use rayon::prelude::*;
use std::path::PathBuf;

/// Everything that [`read`](super::read()) would read, before it is.
pub struct Inputs(Vec<PathBuf>);

/// The files to read; `None` when stamps alone can't tell their state: something is kept out, or there are links, whose way is not in the
/// stamp of where it leads.
pub fn inputs(project: &Project) -> Option<Inputs> {
    let boundary = &Boundary::new(&project.root, &project.public);
    boundary.admit(&project.site).ok()??;
    let mut walk = Walk::new(boundary);
    walk.loose(&project.site, is_loose);
    FOLDERS.iter().for_each(|(folder, _)| walk.folder(&project.site.join(folder), folder));
    walk.others(&project.site, &FOLDERS.map(|(folder, _)| folder));
    // All of them: a theme that is made now may go before one in the program.
    walk.folder(&project.themes, "");
    if !walk.refused.is_empty() || !walk.linked.is_empty() || !cache::foreign(&project.root).is_empty() {
        return None;
    }
    Some(Inputs(walk.files.into_iter().map(|(disk, _)| disk).collect()))
}

impl Inputs {
    /// Their state; `None` when one is gone by now.
    pub fn state(self) -> Option<Print> {
        let found: Vec<_> =
            self.0.into_par_iter().map(|disk| Some((Stamp::of(&disk.metadata().ok()?)?, disk))).collect();
        let mut stamps = Stamps::default();
        for one in found {
            let (stamp, disk) = one?;
            stamps.file(&disk, &stamp);
        }
        Some(stamps.print())
    }
}

/// The state of the program itself: another one may build another site.
pub fn program() -> Option<Print> {
    let path = std::env::current_exe().ok()?;
    let mut stamps = Stamps::default();
    stamps.file(&path, &Stamp::of(&path.metadata().ok()?)?);
    Some(stamps.print())
}
