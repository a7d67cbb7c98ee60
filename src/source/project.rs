//! Finds the project.

use super::names::{LOOSE, misnamed};
use crate::diag::{shown, words};
use std::fmt;
use std::path::{Path, PathBuf};

/// The folders of one site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Project {
    /// The project's folder; paths in messages start here.
    pub root: PathBuf,
    /// The folder with `portal.toml`, `content`, `data`, `static`: `<root>/site`, or the root itself.
    pub site: PathBuf,
    /// Themes on disk: `<root>/themes`; may be absent.
    pub themes: PathBuf,
    /// Where the finished site goes: `<root>/public` unless told otherwise.
    pub public: PathBuf,
}

/// Why the project could not be found or read.
#[derive(Debug)]
pub enum ProjectError {
    /// There is no `portal.toml` in the folder or in its `site` folder.
    NotFound(PathBuf),
    /// There is no `portal.toml`, but a file that was meant as one.
    Misnamed(PathBuf),
    /// There was one, and now there is not: a branch without it, or a folder that is being moved.
    Gone(PathBuf),
}

impl fmt::Display for ProjectError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotFound(folder) => write!(
                f,
                "In de map {} staat geen site: er is geen site/portal.toml. Ga naar de map van uw site, of maak er een met: verbeeld init",
                shown(folder)
            ),
            Self::Misnamed(path) => f.write_str(&words::files::portal_misnamed(path)),
            Self::Gone(path) => f.write_str(&words::files::portal_gone(path)),
        }
    }
}

impl std::error::Error for ProjectError {}

impl Project {
    /// The same, with no path that starts at the folder in which the program was called.
    pub fn absolute(&self) -> Self {
        let whole = |path: &Path| std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let Self { root, site, themes, public } = self;
        Self { root: whole(root), site: whole(site), themes: whole(themes), public: whole(public) }
    }

    /// The project in this folder: it holds `site/portal.toml`, or `portal.toml` itself.
    pub fn find(root: &Path) -> Result<Self, ProjectError> {
        let nested = root.join("site");
        // A link that leads nowhere is there as well: reading tells what is wrong with it.
        let is_there = |folder: &Path| folder.join("portal.toml").symlink_metadata().is_ok();
        let site = if is_there(&nested) || (nested.is_symlink() && !is_there(root)) {
            nested
        } else if is_there(root) {
            root.to_path_buf()
        } else {
            let meant = [&nested, root].into_iter().flat_map(loose_files).find(|file| {
                file.file_name().and_then(|name| misnamed(&name.to_string_lossy())).is_some_and(|m| m.right == LOOSE[0])
            });
            let root = root.to_path_buf();
            return Err(meant.map_or(ProjectError::NotFound(root), ProjectError::Misnamed));
        };
        Ok(Self { root: root.to_path_buf(), site, themes: root.join("themes"), public: root.join("public") })
    }

    /// What is watched for changes: what should be there, whether it is or not.
    pub fn watched(&self) -> Vec<PathBuf> {
        vec![self.site.clone(), self.themes.clone(), self.root.join("portal.toml"), self.root.join("site/portal.toml")]
    }
}

/// The files right in a folder, not those in folders in it.
fn loose_files(folder: impl AsRef<Path>) -> Vec<PathBuf> {
    let walk = walkdir::WalkDir::new(folder).min_depth(1).max_depth(1).sort_by_file_name().into_iter();
    walk.flatten().filter(|e| e.file_type().is_file()).map(walkdir::DirEntry::into_path).collect()
}
