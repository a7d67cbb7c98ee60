//! The program as an editor runs it, in a folder of its own.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;

/// A folder to work in, and the program.
pub struct Desk {
    /// Gone with the desk.
    pub folder: TempDir,
}

/// What the program said and how it ended.
pub struct Said {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Desk {
    pub fn new() -> Self {
        Self { folder: TempDir::new().unwrap() }
    }

    /// With the starter site in it.
    pub fn with_site() -> Self {
        let desk = Self::new();
        desk.run(&["init"]).good();
        desk
    }

    pub fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    pub fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub fn run(&self, arguments: &[&str]) -> Said {
        self.with(arguments, &[])
    }

    pub fn with(&self, arguments: &[&str], environment: &[(&str, &str)]) -> Said {
        let mut command = Command::new(env!("CARGO_BIN_EXE_verbeeld"));
        // Nobody's desktop: there a start without arguments opens a page and waits.
        command.env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY");
        command.args(arguments).current_dir(self.folder.path()).envs(environment.iter().copied());
        let Output { status, stdout, stderr } = command.output().unwrap();
        Said {
            code: status.code().unwrap(),
            out: String::from_utf8(stdout).unwrap(),
            err: without_progress(&String::from_utf8(stderr).unwrap()),
        }
    }
}

/// What was said, without how far it was: on a slow machine a line now and then tells that.
fn without_progress(said: &str) -> String {
    said.split_inclusive('\n').filter(|line| !line.starts_with("Bezig: ")).collect()
}

impl Said {
    #[track_caller]
    pub fn ends(self, code: i32) -> Self {
        assert_eq!(self.code, code, "standard output:\n{}\nstandard error:\n{}", self.out, self.err);
        self
    }

    #[track_caller]
    pub fn good(self) -> Self {
        self.ends(0)
    }

    #[track_caller]
    pub fn says(self, words: &str) -> Self {
        assert!(self.err.contains(words), "“{words}” is not in:\n{}", self.err);
        self
    }
}

/// Every file under a folder with its bytes.
pub fn tree(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut todo = vec![folder.to_path_buf()];
    while let Some(next) = todo.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                todo.push(path);
            } else {
                let bytes = fs::read(&path).unwrap();
                found.insert(path, bytes);
            }
        }
    }
    found
}
