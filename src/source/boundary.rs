//! The boundary of what is read: the project's own folder. Links are followed within it and never out of it.

use super::Role;
use std::io::{Error, ErrorKind};
use std::path::{Component, Path, PathBuf};

/// Why something in the project is not read. Told as a problem of that one file; all else is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// A link that leads out of the project, or to something in it that is not for the site.
    Outside,
    /// A link that leads nowhere.
    Dangling,
    /// A link that leads back to where it stands.
    Loop,
    /// More links than anybody makes by hand.
    TooManyLinks,
    /// More bytes than such a file ever has; how many it has, and how many it may have.
    TooLarge(u64, u64),
    /// Neither a file nor a folder.
    NotPlain,
    /// A file where a folder belongs.
    NotAFolder,
    /// The system refuses; why, in Dutch.
    Unreadable(String),
    /// Something in the folder that Verbeeld keeps its own work in, which Verbeeld did not make.
    Foreign,
}

impl Refusal {
    /// What the system says of a path. `None` when nothing stands there.
    pub(super) fn of(path: &Path, cause: &Error) -> Option<Self> {
        let link = path.symlink_metadata().is_ok_and(|meta| meta.is_symlink());
        match cause.kind() {
            ErrorKind::NotFound | ErrorKind::NotADirectory if link => Some(Self::Dangling),
            ErrorKind::NotFound => None,
            ErrorKind::PermissionDenied => Some(Self::told(cause)),
            _ if link => Some(Self::Loop),
            _ => Some(Self::told(cause)),
        }
    }

    fn told(cause: &Error) -> Self {
        Self::Unreadable(crate::diag::words::output::io_cause(cause))
    }
}

/// How many bytes a file may have. A text of this size is a thousand pages long; what is made of it takes many times as much memory.
pub(super) fn most_bytes(role: Role) -> u64 {
    match role {
        Role::Companion | Role::Static => 256 << 20,
        _ => 2 << 20,
    }
}

/// The project's real folder, and what in it is not for reading.
pub(super) struct Boundary {
    root: PathBuf,
    public: Option<PathBuf>,
}

impl Boundary {
    pub(super) fn new(root: &Path, public: &Path) -> Self {
        Self { root: root.canonicalize().unwrap_or_else(|_| root.to_path_buf()), public: public.canonicalize().ok() }
    }

    /// The real path behind one that may have links in it; `None` when nothing stands there. A link may not lead to what is
    /// hidden (`.git`, `.env`) or was made (`public`) either: nobody means to publish that.
    pub(super) fn admit(&self, path: &Path) -> Result<Option<PathBuf>, Refusal> {
        let real = match path.canonicalize() {
            Ok(real) => real,
            Err(cause) => return Refusal::of(path, &cause).map_or(Ok(None), Err),
        };
        let hidden = |part: Component<'_>| part.as_os_str().to_string_lossy().starts_with('.');
        let link = path.is_symlink();
        match real.strip_prefix(&self.root) {
            Ok(inner) if link && inner.components().any(hidden) => Err(Refusal::Outside),
            Ok(_) if link && self.public.as_ref().is_some_and(|public| real.starts_with(public)) => {
                Err(Refusal::Outside)
            }
            Ok(_) => Ok(Some(real)),
            Err(_) => Err(Refusal::Outside),
        }
    }
}
