//! A branch of the project's git repository as target: the site becomes the whole of it, in one commit. Only git's own programs are
//! used, and neither the working copy nor its index is touched.

use super::{DeployError, Deployment, Step, published};
use crate::diag::shown;
use crate::output::inspect::on_disk;
use crate::site::Target;
use std::io::{ErrorKind, Write};
use std::path::Path;
use std::process::{Command, Stdio};

const PROGRAM: &str = "git";
/// Without it GitHub leaves out what begins with a low line.
const NO_JEKYLL: &str = ".nojekyll";

/// What would change.
pub(super) fn look(site: &Path, root: &Path, target: &Target) -> Result<Deployment, DeployError> {
    let Target::Branch { branch, remote } = target else { return Ok(Deployment::default()) };
    let git = Git::new(root)?;
    let parent = git.tip(branch, remote.as_deref())?;
    let tree = git.tree(site)?;
    git.between(parent.as_deref(), &tree)
}

/// Commits the site to the branch and sends it on.
pub(super) fn bring(site: &Path, root: &Path, target: &Target) -> Result<Deployment, DeployError> {
    let Target::Branch { branch, remote } = target else { return Ok(Deployment::default()) };
    let git = Git::new(root)?;
    let parent = git.tip(branch, remote.as_deref())?;
    let tree = git.tree(site)?;
    let done = git.between(parent.as_deref(), &tree)?;
    let name = format!("refs/heads/{branch}");
    if !done.steps.is_empty() || parent.is_none() {
        let mut arguments = vec!["commit-tree", &tree, "-m", "Site geplaatst met Verbeeld"];
        if let Some(parent) = &parent {
            arguments.extend(["-p", parent]);
        }
        let commit = git.ask(&arguments, b"")?;
        git.ask(&["update-ref", &name, &commit], b"")?;
    }
    if let Some(remote) = remote {
        git.ask(&["push", "--quiet", remote, &format!("{name}:{name}")], b"")?;
    }
    Ok(done)
}

struct Git<'a> {
    root: &'a Path,
    /// The index of this run alone.
    own: tempfile::TempDir,
}

impl<'a> Git<'a> {
    fn new(root: &'a Path) -> Result<Self, DeployError> {
        let own = tempfile::tempdir().map_err(DeployError::io(Path::new("tmp")))?;
        Ok(Self { root, own })
    }

    /// What git says to one question, without the line end.
    fn ask(&self, arguments: &[&str], input: &[u8]) -> Result<String, DeployError> {
        let mut command = Command::new(PROGRAM);
        command.arg("-C").arg(self.root).args(arguments);
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
            return Ok(String::from_utf8_lossy(&done.stdout).trim_end().to_owned());
        }
        Err(DeployError::Failed { program: PROGRAM, said: String::from_utf8_lossy(&done.stderr).into_owned() })
    }

    /// The commit that the branch is at, as the remote has it if there is one.
    fn tip(&self, branch: &str, remote: Option<&str>) -> Result<Option<String>, DeployError> {
        self.ask(&["rev-parse", "--git-dir"], b"")?;
        self.ask(&["check-ref-format", &format!("refs/heads/{branch}")], b"")?;
        let Some(remote) = remote else {
            return Ok(self
                .ask(&["rev-parse", "--verify", "--quiet", &format!("refs/heads/{branch}^{{commit}}")], b"")
                .ok());
        };
        let listed = self.ask(&["ls-remote", "--heads", remote, &format!("refs/heads/{branch}")], b"")?;
        let Some((commit, _)) = listed.split_once('\t') else { return Ok(None) };
        self.ask(&["fetch", "--quiet", remote, &format!("refs/heads/{branch}")], b"")?;
        Ok(Some(commit.to_owned()))
    }

    /// The site as a tree.
    fn tree(&self, site: &Path) -> Result<String, DeployError> {
        let wanted = published(site)?;
        let paths: Vec<String> = wanted.0.keys().cloned().collect();
        let disk: String = paths.iter().map(|path| format!("{}\n", shown(on_disk(site, path)))).collect();
        let hashes = self.ask(&["hash-object", "-w", "--no-filters", "--stdin-paths"], disk.as_bytes())?;
        let empty = self.ask(&["hash-object", "-w", "--no-filters", "--stdin"], b"")?;
        let mut index = String::new();
        for (path, hash) in paths.iter().map(String::as_str).zip(hashes.lines()).chain([(NO_JEKYLL, empty.as_str())]) {
            index.push_str(&format!("100644 {hash}\t{path}\0"));
        }
        self.ask(&["update-index", "-z", "--index-info"], index.as_bytes())?;
        self.ask(&["write-tree"], b"")
    }

    fn between(&self, parent: Option<&str>, tree: &str) -> Result<Deployment, DeployError> {
        let all = |tree: &str| self.ask(&["ls-tree", "-r", "-z", "--name-only", tree], b"");
        let count = |text: &str| text.split('\0').filter(|path| !path.is_empty()).count();
        let mut done = Deployment::default();
        match parent {
            Some(parent) => {
                let said = self.ask(&["diff-tree", "-r", "-z", "--no-renames", "--name-status", parent, tree], b"")?;
                let mut parts = said.split('\0');
                while let (Some(sign), Some(path)) = (parts.next(), parts.next()) {
                    let step = match sign {
                        "A" => Step::New,
                        "D" => Step::Gone,
                        _ => Step::Changed,
                    };
                    done.steps.push((step, path.to_owned()));
                }
            }
            None => {
                let said = all(tree)?;
                done.steps
                    .extend(said.split('\0').filter(|path| !path.is_empty()).map(|path| (Step::New, path.to_owned())));
            }
        }
        done.steps.sort();
        let brought = done.steps.iter().filter(|(step, _)| *step != Step::Gone).count();
        done.unchanged = count(&all(tree)?) - brought;
        Ok(done)
    }
}
