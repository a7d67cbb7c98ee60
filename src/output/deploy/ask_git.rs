//! Asks git, of the repository that a folder lies in.

use super::DeployError;
use std::io::{ErrorKind, Write};
use std::path::Path;
use std::process::{Command, Stdio};

const PROGRAM: &str = "git";
/// They would lead git to another repository than that of the project, as in a hook or a terminal in which they were set.
const LEADING_ELSEWHERE: [&str; 15] = [
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_IMPLICIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_COMMON_DIR",
    "GIT_NAMESPACE",
    "GIT_PREFIX",
    "GIT_SHALLOW_FILE",
    "GIT_GRAFT_FILE",
    "GIT_REPLACE_REF_BASE",
    "GIT_NO_REPLACE_OBJECTS",
    "GIT_QUARANTINE_PATH",
    "GIT_INTERNAL_SUPER_PREFIX",
];

/// The repository that a folder lies in.
pub(super) struct Git<'a> {
    root: &'a Path,
    /// The index of this run alone.
    own: tempfile::TempDir,
}

impl<'a> Git<'a> {
    pub(super) fn new(root: &'a Path) -> Result<Self, DeployError> {
        let own = tempfile::tempdir().map_err(DeployError::io(Path::new("tmp")))?;
        Ok(Self { root, own })
    }

    /// What git says to one question, without the line end.
    pub(super) fn ask(&self, arguments: &[&str]) -> Result<String, DeployError> {
        self.told(arguments, b"")
    }

    /// The same, when it is told something first.
    pub(super) fn told(&self, arguments: &[&str], input: &[u8]) -> Result<String, DeployError> {
        self.bytes(arguments, input).map(|said| String::from_utf8_lossy(&said).trim_end().to_owned())
    }

    /// What git says, byte for byte.
    pub(super) fn bytes(&self, arguments: &[&str], input: &[u8]) -> Result<Vec<u8>, DeployError> {
        let mut command = Command::new(PROGRAM);
        command.arg("-C").arg(self.root).args(arguments);
        for name in LEADING_ELSEWHERE {
            command.env_remove(name);
        }
        command.env("GIT_INDEX_FILE", self.own.path().join("index")).env("GIT_TERMINAL_PROMPT", "0");
        // What stands in the site goes along byte for byte, whatever line ends this computer likes.
        command.env("GIT_ATTR_NOSYSTEM", "1").env("LC_ALL", "C");
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().map_err(|e| match e.kind() {
            ErrorKind::NotFound => DeployError::NoProgram(PROGRAM),
            _ => DeployError::io(Path::new(PROGRAM))(e),
        })?;
        let (input, pipe) = (input.to_vec(), child.stdin.take());
        let writer = std::thread::spawn(move || pipe.map(|mut pipe| pipe.write_all(&input)));
        let done = child.wait_with_output().map_err(DeployError::io(Path::new(PROGRAM)))?;
        let _ = writer.join();
        if done.status.success() {
            return Ok(done.stdout);
        }
        Err(DeployError::Failed { program: PROGRAM, said: String::from_utf8_lossy(&done.stderr).into_owned() })
    }
}
