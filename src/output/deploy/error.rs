//! Why a site could not be brought to its place.

use crate::diag::words::deploy as words;
use crate::diag::words::output::io_cause;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// Why a site could not be brought; readers see the old site, or as much of the new one as is whole.
#[derive(Debug)]
#[non_exhaustive]
pub enum DeployError {
    /// Something stands there that Verbeeld didn't bring.
    NotOurs,
    /// Something of another stands where a file of the site is to come.
    Foreign(String),
    /// The place is one where the site is made, or what it is made from, or holds more than a site.
    NoPlace(PathBuf),
    /// Another run is bringing the site to the same folder right now.
    Busy(PathBuf),
    /// A path has a sign in it with which no other program can be told of it.
    BadName(String),
    /// The branch is checked out: an editor works on it.
    BranchInUse(String),
    /// On the branch stands what Verbeeld didn't bring.
    BranchNotOurs {
        /// The branch.
        branch: String,
        /// A file there.
        found: String,
    },
    /// The branch on this computer has commits that the remote lacks.
    BranchAhead {
        /// The branch.
        branch: String,
        /// The remote.
        remote: String,
    },
    /// The folder to bring it to isn't there.
    NoFolder(PathBuf),
    /// Something stands in the way that leads elsewhere: a link, a mount, or what is neither file nor folder.
    LeadsOut(PathBuf),
    /// The system refused.
    Io {
        /// What it refused to read or write.
        path: PathBuf,
        /// Why.
        cause: io::Error,
    },
    /// The program that does the work isn't on this computer.
    NoProgram(&'static str),
    /// The program gave up, and this is the last that it said.
    Failed {
        /// Its name.
        program: &'static str,
        /// What it said.
        said: String,
    },
}

impl DeployError {
    pub(super) fn io(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_path_buf();
        move |cause| Self::Io { path, cause }
    }
}

impl fmt::Display for DeployError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match self {
            Self::NotOurs => words::not_ours(),
            Self::Foreign(path) => words::foreign(path),
            Self::NoPlace(folder) => words::no_place(folder),
            Self::Busy(folder) => words::busy(folder),
            Self::BadName(name) => words::bad_name(name),
            Self::BranchInUse(branch) => words::branch_in_use(branch),
            Self::BranchNotOurs { branch, found } => words::branch_not_ours(branch, found),
            Self::BranchAhead { branch, remote } => words::branch_ahead(branch, remote),
            Self::NoFolder(folder) => words::no_folder(folder),
            Self::LeadsOut(path) => words::leads_out(path),
            Self::Io { path, cause } => words::system(path, &io_cause(cause)),
            Self::NoProgram(program) => words::no_program(program),
            Self::Failed { program, said } => words::failed(program, said),
        })
    }
}

impl std::error::Error for DeployError {}
