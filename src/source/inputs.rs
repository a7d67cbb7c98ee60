//! Which files a build would read, and their state, before any of them is read.

use super::boundary::Boundary;
use super::cache;
use super::folders::FOLDERS;
use super::names::is_loose;
use super::project::Project;
use super::stamps::{Print, Stamp, Stamps};
use super::walk::Walk;
use rayon::prelude::*;
use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// Where a file lies, and its name in the folder that was gone through.
pub(super) type Found = (PathBuf, String);

/// Everything that [`read`](super::read()) would read, found in one look. Nothing in it is kept out, nor a link.
pub struct Inputs {
    root: PathBuf,
    /// Right in the site's folder.
    pub(super) loose: Vec<Found>,
    /// In the [`FOLDERS`], in their order.
    pub(super) folders: Vec<Vec<Found>>,
    /// In other folders of the site.
    pub(super) others: Vec<Found>,
    /// In all themes: one that is made now may go before one in the program.
    themes: Vec<Found>,
}

/// The files to read; `None` when stamps alone can't tell their state: something is kept out, or there are links, whose way is not in the
/// stamp of where it leads.
pub fn inputs(project: &Project) -> Option<Inputs> {
    let boundary = &Boundary::new(&project.root, &project.public);
    boundary.admit(&project.site).ok()??;
    let found = |look: &dyn Fn(&mut Walk<'_>)| {
        let mut walk = Walk::new(boundary);
        look(&mut walk);
        (walk.refused.is_empty() && walk.linked.is_empty()).then_some(walk.files)
    };
    let known = FOLDERS.map(|(folder, _)| folder);
    let inputs = Inputs {
        root: project.root.clone(),
        loose: found(&|walk| walk.loose(&project.site, is_loose))?,
        folders: known
            .iter()
            .map(|folder| found(&|walk| walk.folder(&project.site.join(folder), "")))
            .collect::<Option<_>>()?,
        others: found(&|walk| walk.others(&project.site, &known))?,
        themes: found(&|walk| walk.folder(&project.themes, ""))?,
    };
    cache::foreign(&project.root).is_empty().then_some(inputs)
}

impl Inputs {
    /// The files of one theme; `None` when there are none here.
    pub(super) fn theme(&self, name: &str) -> Option<Vec<Found>> {
        let inner = |path: &str| Some(path.strip_prefix(name)?.strip_prefix('/')?.to_owned());
        let files = self.themes.iter().filter_map(|(disk, path)| Some((disk.clone(), inner(path)?)));
        Some(files.collect::<Vec<_>>()).filter(|files| !files.is_empty())
    }

    /// Their state; `None` when one is gone by now.
    pub fn state(&self) -> Option<Print> {
        self.state_with([].into_iter())
    }

    /// The same, of which these were read since, with their stamps as they were then.
    pub(super) fn state_with<'r>(&self, read: impl Iterator<Item = (&'r Path, Stamp)>) -> Option<Print> {
        let read: HashMap<_, _, ahash::RandomState> = read.map(|(disk, stamp)| (disk.as_os_str(), stamp)).collect();
        // However one came there: by the folder one stands in, or by its whole path.
        let root = std::path::absolute(&self.root).ok()?;
        let folders = self.folders.iter().flatten();
        let all: Vec<_> = self.loose.iter().chain(folders).chain(&self.others).chain(&self.themes).collect();
        let stamp = |(disk, _): &&Found| match read.get(disk.as_os_str()) {
            Some(stamp) => Some(*stamp),
            None => Stamp::of(&disk.metadata().ok()?),
        };
        let stamps: Vec<_> = all.par_iter().map(stamp).collect();
        let mut taken = Stamps::default();
        taken.name(&root);
        for ((disk, _), stamp) in all.into_iter().zip(stamps) {
            taken.file(disk.strip_prefix(&self.root).unwrap_or(disk), &stamp?);
        }
        Some(taken.print())
    }
}

/// The state of the program itself: another one may build another site.
pub fn program() -> Option<Print> {
    let path = std::env::current_exe().ok()?;
    let mut stamps = Stamps::default();
    stamps.file(&path, &Stamp::of(&path.metadata().ok()?)?);
    Some(stamps.print())
}
