//! Why publishing failed.

use crate::diag::Diagnostic;
use crate::diag::words::output as words;
use crate::export::Unmade;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// Why publishing failed; the folder is as it was.
#[derive(Debug)]
#[non_exhaustive]
pub enum PublishError {
    /// A path in the output could leave the folder, or cannot be a file on every system.
    BadPath(String),
    /// One output is a file where another needs a folder: `a` and `a/b`.
    FileAndFolder {
        /// The path that is a file.
        file: String,
        /// A path that needs it to be a folder.
        inside: String,
    },
    /// The folder is the root of the disk, a home folder, or holds the project or its sources.
    Dangerous(PathBuf),
    /// The folder lies in a published site, which would hold what is not its own from then on.
    InSite {
        /// The folder.
        folder: PathBuf,
        /// The folder of that site.
        site: PathBuf,
    },
    /// Something other than a folder stands there.
    NotAFolder(PathBuf),
    /// The folder holds files that Verbeeld did not make; one of them is named.
    Foreign {
        /// The folder.
        folder: PathBuf,
        /// The first thing in it that is not ours.
        found: String,
    },
    /// The folder has a file `.verbeeld` that is not the marker which Verbeeld puts there.
    NoMarker(PathBuf),
    /// The folder `public` is a link that leads out of the project.
    LeadsOut {
        /// The link.
        link: PathBuf,
        /// Where it leads.
        to: PathBuf,
    },
    /// The folder is a git working copy of its own; replacing it would lose its history.
    GitFolder(PathBuf),
    /// Another Verbeeld is publishing to the same folder right now.
    Busy(PathBuf),
    /// A picture could not be made.
    Unmade(Unmade),
    /// The system refused.
    Io {
        /// What it refused to read or write.
        path: PathBuf,
        /// Why.
        cause: io::Error,
    },
}

impl PublishError {
    /// An error of the system, with the path it is about.
    pub(super) fn io(path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |cause| Self::Io { path, cause }
    }

    /// Names the file where it would have stood, not where it was being written out of sight.
    pub(super) fn told_of(self, staged: &Path, folder: &Path) -> Self {
        match self {
            Self::Io { path, cause } => match path.strip_prefix(staged) {
                Ok(rest) => Self::Io { path: folder.join(rest), cause },
                Err(_) => Self::Io { path, cause },
            },
            other => other,
        }
    }

    fn words(&self) -> words::Problem {
        match self {
            Self::BadPath(path) => words::bad_path(path),
            Self::FileAndFolder { file, inside } => words::file_and_folder(file, inside),
            Self::Dangerous(folder) => words::dangerous(folder),
            Self::InSite { folder, site } => words::in_site(folder, site),
            Self::NotAFolder(path) => words::not_a_folder(path),
            Self::Foreign { folder, found } => words::foreign(folder, found),
            Self::NoMarker(folder) => words::no_marker(folder),
            Self::LeadsOut { link, to } => words::leads_out(link, to),
            Self::GitFolder(folder) => words::git_folder(folder),
            Self::Busy(folder) => words::busy(folder),
            Self::Unmade(why) => words::unmade(&why.0),
            Self::Io { path, cause } => words::system(path, cause),
        }
    }

    /// The same as a diagnostic, so that it is shown like every other problem.
    pub fn diagnostic(&self) -> Diagnostic {
        let words::Problem { code, message, remedy } = self.words();
        Diagnostic::placeless(code, message).remedy(remedy)
    }
}

impl fmt::Display for PublishError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words::Problem { message, remedy, .. } = self.words();
        write!(f, "{message} {remedy}")
    }
}

impl std::error::Error for PublishError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io { cause, .. } => Some(cause),
            _ => None,
        }
    }
}
