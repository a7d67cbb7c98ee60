//! Where the site goes: the real folder behind a path, and whether it may be replaced.

use super::PublishError;
use super::paths::MARKER;
use crate::source::Project;
use std::ffi::OsString;
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};

/// Folders in which other programs, or Verbeeld itself, keep their own.
pub const TAKEN: [&str; 5] = [".git", ".hg", ".svn", ".verbeeld", "node_modules"];

/// The folder to publish to, free of `..` and of symbolic links in what exists of it.
///
/// A link to a folder is followed: the site lands where the link points, and the link itself stays.
pub(super) fn resolve(folder: &Path) -> Result<PathBuf, PublishError> {
    let absolute = std::path::absolute(folder).map_err(PublishError::io(folder))?;
    let mut base = absolute.as_path();
    let mut rest: Vec<OsString> = Vec::new();
    let real = loop {
        match base.canonicalize() {
            Ok(real) => break real,
            Err(e) if e.kind() == ErrorKind::NotFound && base.symlink_metadata().is_err() => {}
            // A link that points nowhere, a file halfway the path, or no right to look.
            Err(e) => return Err(PublishError::io(base)(e)),
        }
        match (base.parent(), base.components().next_back()) {
            (Some(parent), Some(Component::Normal(name))) => {
                rest.push(name.to_owned());
                base = parent;
            }
            _ => return Err(PublishError::Dangerous(folder.to_path_buf())),
        }
    };
    if !real.is_dir() {
        return Err(PublishError::NotAFolder(base.to_path_buf()));
    }
    Ok(rest.into_iter().rev().fold(real, |path, name| path.join(name)))
}

/// The folder behind a path, whether it is there or not.
fn real(path: &Path) -> Option<PathBuf> {
    path.canonicalize().or_else(|_| std::path::absolute(path)).ok()
}

/// The folders in which the sources of a site stand.
pub(super) fn sources(project: &Project) -> Vec<Option<PathBuf>> {
    let mut sources = vec![real(&project.themes)];
    if project.site == project.root {
        // `portal.toml` in the root itself: the sources are its folders, and `public` stands beside them.
        sources.extend(
            ["content", "data", "static", "templates", "css", "js", "text"].map(|f| real(&project.site.join(f))),
        );
    } else {
        sources.push(real(&project.site));
    }
    sources
}

/// Refuses a folder that holds more than a site: the root, a home, the project, its sources, or a folder inside those. And one inside another
/// published site.
pub(super) fn refuse_dangerous(folder: &Path, project: &Project) -> Result<(), PublishError> {
    let holds = |path: Option<PathBuf>| path.is_some_and(|p| p.starts_with(folder));
    let sources = sources(project);
    let inside_sources = sources.iter().flatten().any(|source| folder.starts_with(source));
    // The project's own `public` may have come along with a project of somebody else. Who means another place says so.
    let own = project.root.join("public");
    let leads_out = || real(&project.root).is_some_and(|root| own.is_symlink() && !folder.starts_with(root));
    if project.public == own && leads_out() {
        return Err(PublishError::LeadsOut { link: own, to: folder.to_path_buf() });
    }
    let dangerous = folder.parent().is_none()
        || holds(std::env::home_dir().and_then(|home| real(&home)))
        || holds(real(&project.root))
        || holds(real(&project.site))
        || sources.iter().cloned().any(holds)
        || inside_sources;
    if dangerous {
        return Err(PublishError::Dangerous(folder.to_path_buf()));
    }
    match folder.ancestors().skip(1).find(|above| above.join(MARKER).is_file()) {
        Some(site) => Err(PublishError::InSite { folder: folder.to_path_buf(), site: site.to_path_buf() }),
        None => Ok(()),
    }
}
