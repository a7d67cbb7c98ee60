//! A project of their own for the tests of this room.

use crate::source::Project;
use std::fs;

/// Goes when it is dropped.
pub(super) struct Place {
    _keep: tempfile::TempDir,
    pub project: Project,
}

pub(super) fn place() -> Place {
    let keep = tempfile::tempdir().unwrap();
    let root = keep.path().canonicalize().unwrap();
    fs::create_dir(root.join("site")).unwrap();
    fs::write(root.join("site/portal.toml"), "").unwrap();
    Place { project: Project::find(&root).unwrap(), _keep: keep }
}
