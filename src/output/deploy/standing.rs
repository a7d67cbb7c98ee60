//! What a branch of git holds: what Verbeeld placed there, and what others did.

use super::ask_git::Git;
use super::{DeployError, MARKER};
use crate::output::manifest::Manifest;
use std::collections::BTreeMap;

/// Without it GitHub leaves out what begins with a low line.
pub(super) const NO_JEKYLL: &str = ".nojekyll";
/// What every commit of ours is called.
pub(super) const SUBJECT: &str = "Site geplaatst met Verbeeld";

/// A commit.
#[derive(Debug)]
pub(super) struct Standing {
    /// Did Verbeeld place a site there?
    ours: bool,
    /// What Verbeeld did not place there, by path, as git lists it.
    pub others: BTreeMap<String, Vec<u8>>,
}

impl Standing {
    pub(super) fn of(git: &Git<'_>, commit: &str) -> Result<Self, DeployError> {
        let listed = git.bytes(&["ls-tree", "-r", "-z", "--full-tree", commit], b"")?;
        let lines = listed.split(|byte| *byte == 0).filter_map(|line| {
            let at = line.iter().position(|byte| *byte == b'\t')?;
            Some((String::from_utf8_lossy(&line[at + 1..]).into_owned(), line.to_vec()))
        });
        let mut others: BTreeMap<String, Vec<u8>> = lines.collect();
        let marker = others.contains_key(MARKER).then(|| git.ask(&["cat-file", "blob", &format!("{commit}:{MARKER}")]));
        let marker = marker.and_then(Result::ok).filter(|text| Manifest::is_one(text));
        if let Some(text) = &marker {
            let known = Manifest::parse(text);
            others.retain(|path, _| path != MARKER && path != NO_JEKYLL && !known.has(path));
            return Ok(Self { ours: true, others });
        }
        // Earlier versions put no marker on a branch. Their commit held the site and nothing else.
        let ours = git.ask(&["log", "-1", "--format=%s", commit])? == SUBJECT;
        others.retain(|path, _| !ours || is_source(path));
        Ok(Self { ours, others })
    }

    /// A file that tells that somebody works on the branch.
    pub(super) fn work_of_others(&self) -> Option<String> {
        let is_work = |path: &&String| is_source(path) || !self.ours && !is_of_hosts(path);
        self.others.keys().find(|path| is_source(path)).or_else(|| self.others.keys().find(is_work)).cloned()
    }
}

/// Every project has one, and a site has none unless an editor put it in `static`: then it stands in the marker.
fn is_source(path: &str) -> bool {
    path.rsplit('/').next() == Some("portal.toml")
}

/// What a host makes itself in a new repository, or when its owner gives the site a name.
fn is_of_hosts(path: &str) -> bool {
    let plain = [NO_JEKYLL, "CNAME", ".domains", ".gitignore", ".gitattributes", ".gitkeep"];
    let begin = |start: &str| path.get(..start.len()).is_some_and(|own| own.eq_ignore_ascii_case(start));
    !path.contains('/') && (plain.contains(&path) || begin("readme") || begin("license"))
}

/// What of others stands where a file of the site is to come. What hosts make gives way: it stays in the history.
pub(super) fn in_the_way(path: &str, others: &BTreeMap<String, Vec<u8>>) -> Option<String> {
    if others.contains_key(path) && !is_of_hosts(path) {
        return Some(path.to_owned());
    }
    let above = path.match_indices('/').map(|(at, _)| &path[..at]).find(|above| others.contains_key(*above));
    let below = format!("{path}/");
    let within = others.range(below.clone()..).next().filter(|(own, _)| own.starts_with(&below));
    above.map(str::to_owned).or_else(|| within.map(|(own, _)| own.clone()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_the_way_is_found_above_and_below() {
        let others = ["CNAME", "a/b", "c", "d/e/f", "d-g"].map(|path| (path.to_owned(), Vec::new()));
        let others = BTreeMap::from(others);
        for (path, found) in
            [("a/b", "a/b"), ("c/index.html", "c"), ("d", "d/e/f"), ("d/e", "d/e/f"), ("a/b/x/y", "a/b")]
        {
            assert_eq!(in_the_way(path, &others).as_deref(), Some(found), "{path}");
        }
        for free in ["CNAME", "a/c", "d/x", "index.html", "C"] {
            assert_eq!(in_the_way(free, &others), None, "{free}");
        }
    }

    #[test]
    fn hosts_make_few_files() {
        for path in ["README.md", "readme", "LICENSE", "CNAME", ".nojekyll", ".gitignore"] {
            assert!(is_of_hosts(path), "{path}");
        }
        for path in ["index.html", "docs/README.md", "site/portal.toml", "CNAME/x", "notitie.txt"] {
            assert!(!is_of_hosts(path), "{path}");
        }
    }
}
