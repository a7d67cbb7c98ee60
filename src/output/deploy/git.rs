//! A branch of the project's git repository as target: the site becomes what Verbeeld has on it, in one commit. Only git's own programs
//! are used, and neither the working copy nor its index is touched. A branch on which somebody else works is refused, and no commit
//! falls off one: every step names what it expects to find.

use super::ask_git::Git;
use super::standing::{NO_JEKYLL, SUBJECT, Standing, in_the_way};
use super::{DeployError, Deployment, MARKER, Step, plain, published};
use crate::output::inspect::on_disk;
use crate::output::manifest::Manifest;
use crate::source::Project;
use std::collections::BTreeMap;
use std::path::Path;

/// What would change.
pub(super) fn look(project: &Project, branch: &str, remote: Option<&str>) -> Result<Deployment, DeployError> {
    Ok(Prepared::of(&Git::new(&project.root)?, &project.public, branch, remote)?.done)
}

/// Commits the site to the branch and sends it on.
pub(super) fn bring(project: &Project, branch: &str, remote: Option<&str>) -> Result<Deployment, DeployError> {
    let git = Git::new(&project.root)?;
    let Prepared { here, there, tree, done } = Prepared::of(&git, &project.public, branch, remote)?;
    let commit = match there.as_ref().or(here.as_ref()) {
        Some(parent) if git.ask(&["rev-parse", &format!("{parent}^{{tree}}")])? == tree => parent.clone(),
        Some(parent) => git.ask(&["commit-tree", &tree, "-m", SUBJECT, "-p", parent])?,
        None => git.ask(&["commit-tree", &tree, "-m", SUBJECT])?,
    };
    let name = format!("refs/heads/{branch}");
    // First there: when it can't be sent, the branch here is as it was, and the next run finds no commit that nobody sent.
    if let Some(remote) = remote
        && there.as_ref() != Some(&commit)
    {
        git.ask(&["push", "--quiet", remote, &format!("{commit}:{name}")])?;
    }
    if here.as_ref() != Some(&commit) {
        // An empty name of what stands there: nothing may.
        git.ask(&["update-ref", "--no-deref", &name, &commit, here.as_deref().unwrap_or_default()])?;
    }
    Ok(done)
}

/// What the branch is at, and what it is to hold.
struct Prepared {
    here: Option<String>,
    there: Option<String>,
    tree: String,
    done: Deployment,
}

impl Prepared {
    /// Refuses what would lose somebody's work, before anything changes.
    fn of(git: &Git<'_>, site: &Path, branch: &str, remote: Option<&str>) -> Result<Self, DeployError> {
        git.ask(&["rev-parse", "--git-dir"])?;
        git.ask(&["check-ref-format", &format!("refs/heads/{branch}")])?;
        let foreign = |found: String| DeployError::BranchNotOurs { branch: branch.to_owned(), found };
        if git.is_worked_on(branch)? {
            return Err(DeployError::BranchInUse(branch.to_owned()));
        }
        let (here, there) = (git.tip(branch), remote.map(|remote| git.tip_of(remote, branch)).transpose()?.flatten());
        let own = here.as_ref().map(|tip| Standing::of(git, tip)).transpose()?;
        let sent = there.as_ref().map(|tip| Standing::of(git, tip)).transpose()?;
        if let Some(found) = own.iter().chain(&sent).find_map(Standing::work_of_others) {
            return Err(foreign(found));
        }
        if let (Some(here), Some(there), Some(remote)) = (&here, &there, remote)
            && here != there
            && git.ask(&["merge-base", "--is-ancestor", here, there]).is_err()
        {
            return Err(DeployError::BranchAhead { branch: branch.to_owned(), remote: remote.to_owned() });
        }
        let others = sent.or(own).map(|standing| standing.others).unwrap_or_default();
        let wanted = published(site)?;
        let tree = git.tree(site, &wanted, &others)?;
        let mut done = git.between(there.as_deref().or(here.as_deref()), &tree)?;
        let brought = done.steps.iter().filter(|(step, _)| *step != Step::Gone).count();
        let all = wanted.0.len() + usize::from(!wanted.has(NO_JEKYLL));
        done.unchanged = all.saturating_sub(brought);
        Ok(Self { here, there, tree, done })
    }
}

impl Git<'_> {
    /// Is it checked out, here or in another working copy of the repository? A disk that knows no capitals takes `Main` for `main`.
    fn is_worked_on(&self, branch: &str) -> Result<bool, DeployError> {
        let listed = self.ask(&["worktree", "list", "--porcelain"])?;
        let mut branches = listed.lines().filter_map(|line| line.strip_prefix("branch refs/heads/"));
        Ok(branches.any(|own| own.eq_ignore_ascii_case(branch)))
    }

    /// The commit that the branch is at on this computer.
    fn tip(&self, branch: &str) -> Option<String> {
        self.ask(&["rev-parse", "--verify", "--quiet", &format!("refs/heads/{branch}^{{commit}}")]).ok()
    }

    /// The commit that the branch is at on the remote; it is fetched.
    fn tip_of(&self, remote: &str, branch: &str) -> Result<Option<String>, DeployError> {
        let name = format!("refs/heads/{branch}");
        let listed = self.ask(&["ls-remote", "--heads", remote, &name])?;
        let mut lines = listed.lines().filter_map(|line| line.split_once('\t'));
        let Some((commit, _)) = lines.find(|(_, own)| *own == name) else { return Ok(None) };
        self.ask(&["fetch", "--quiet", "--no-tags", remote, &name])?;
        Ok(Some(commit.to_owned()))
    }

    /// The site as a tree, with what others have beside it.
    fn tree(&self, site: &Path, wanted: &Manifest, others: &BTreeMap<String, Vec<u8>>) -> Result<String, DeployError> {
        let paths: Vec<&String> = wanted.0.keys().collect();
        let mut disk = String::new();
        for path in &paths {
            disk.push_str(&plain(&on_disk(site, path))?);
            disk.push('\n');
        }
        let hashes = self.told(&["hash-object", "-w", "--no-filters", "--stdin-paths"], disk.as_bytes())?;
        let empty = self.ask(&["hash-object", "-w", "--no-filters", "--stdin"])?;
        let marker = self.told(&["hash-object", "-w", "--no-filters", "--stdin"], wanted.text().as_bytes())?;
        let line = |hash: &str, path: &str| format!("100644 {hash}\t{path}").into_bytes();
        let mut index = others.clone();
        for (path, hash) in [(NO_JEKYLL, empty.as_str()), (MARKER, marker.as_str())]
            .into_iter()
            .chain(paths.iter().map(|path| path.as_str()).zip(hashes.lines()))
        {
            if let Some(found) = in_the_way(path, others) {
                return Err(DeployError::Foreign(found));
            }
            index.insert(path.to_owned(), line(hash, path));
        }
        let lines: Vec<u8> = index.into_values().flat_map(|line| line.into_iter().chain([0])).collect();
        self.bytes(&["update-index", "-z", "--index-info"], &lines)?;
        self.ask(&["write-tree"])
    }

    fn between(&self, parent: Option<&str>, tree: &str) -> Result<Deployment, DeployError> {
        let mut steps = Vec::new();
        match parent {
            Some(parent) => {
                let said = self.ask(&["diff-tree", "-r", "-z", "--no-renames", "--name-status", parent, tree])?;
                let mut parts = said.split('\0');
                while let (Some(sign), Some(path)) = (parts.next(), parts.next()) {
                    let step = match sign {
                        "A" => Step::New,
                        "D" => Step::Gone,
                        _ => Step::Changed,
                    };
                    steps.push((step, path.to_owned()));
                }
            }
            None => {
                let said = self.ask(&["ls-tree", "-r", "-z", "--full-tree", "--name-only", tree])?;
                let paths = said.split('\0').filter(|path| !path.is_empty());
                steps.extend(paths.map(|path| (Step::New, path.to_owned())));
            }
        }
        // It is no file of the site.
        steps.retain(|(_, path)| path != MARKER);
        steps.sort();
        Ok(Deployment { steps, unchanged: 0 })
    }
}
