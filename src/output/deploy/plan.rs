//! What is brought and what goes, and in which order.

use crate::output::manifest::Manifest;
use crate::output::print::Print;
use std::collections::BTreeSet;

/// So many files are brought before the marker tells of them: what a run that is broken off does twice at most.
const BATCH: usize = 64;

/// One thing that changes at the target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// A file that wasn't there.
    New,
    /// A file that is another now.
    Changed,
    /// A file of an earlier version of the site, which goes.
    Gone,
}

/// What was done, or would be: in the order in which it happens.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Deployment {
    /// What happens to which file.
    pub steps: Vec<(Step, String)>,
    /// Files that stand there already as they should.
    pub unchanged: usize,
}

impl Deployment {
    /// How many files one thing happens to.
    pub fn count(&self, step: Step) -> usize {
        self.steps.iter().filter(|(own, _)| *own == step).count()
    }
}

/// A few files that are brought or go, and what the marker says before and after.
#[derive(Debug, Default)]
pub(super) struct Batch {
    /// What is brought.
    pub files: Vec<String>,
    /// What goes.
    pub gone: Vec<String>,
    /// Folders that must be there, the outer ones first.
    pub folders: BTreeSet<String>,
    /// Folders that may be empty afterwards, the inner ones first.
    pub empty: Vec<String>,
    /// The marker before the first file moves; `None` when what stands there will do.
    pub before: Option<String>,
    /// The marker when the batch is done.
    pub after: String,
    /// Does nothing come after it?
    pub last: bool,
}

/// What is brought and what goes.
#[derive(Debug)]
pub(super) struct Plan {
    wanted: Manifest,
    /// What stands there.
    pub known: Manifest,
    /// Does the marker tell so?
    pub marked: bool,
    steps: Vec<(Step, String)>,
    /// So many steps come first: they take away what stands in the way of others.
    first: usize,
}

impl Plan {
    /// Compares what is wanted with what is `known` to be there; `marked`: does the marker tell so?
    pub(super) fn of(wanted: Manifest, known: Manifest, marked: bool) -> Self {
        let step = |(path, print): (&String, &Print)| match known.0.get(path) {
            None => Some((Step::New, path.clone())),
            Some(there) if there != print => Some((Step::Changed, path.clone())),
            Some(_) => None,
        };
        let mut steps: Vec<_> = wanted.0.iter().filter_map(step).collect();
        let gone = known.0.keys().filter(|path| !wanted.has(path)).map(|path| (Step::Gone, path.clone()));
        steps.extend(gone);
        let in_the_way = in_the_way(&wanted);
        let first = |step: Step, path: &str| step == Step::Gone && in_the_way(path);
        steps.sort_by_key(|(step, path)| (!first(*step, path), rank(*step, path), path.clone()));
        let first = steps.iter().take_while(|(step, path)| first(*step, path)).count();
        Self { wanted, known, marked, steps, first }
    }

    /// The files that are not known to be there: what stands in their place is another's.
    pub(super) fn fresh(&self) -> impl Iterator<Item = &str> {
        self.steps.iter().filter(|(step, _)| *step == Step::New).map(|(_, path)| path.as_str())
    }

    pub(super) fn deployment(&self) -> Deployment {
        let brought = self.steps.iter().filter(|(step, _)| *step != Step::Gone).count();
        Deployment { steps: self.steps.clone(), unchanged: self.wanted.0.len() - brought }
    }

    /// The work in pieces. Each says first what may change, so that the marker is never wrong.
    pub(super) fn batches(&self) -> Vec<Batch> {
        let mut told = self.known.clone();
        // Of all that is to come it may be that a part is there already.
        let coming = self.steps.iter().filter(|(step, _)| *step != Step::Gone);
        told.0.extend(coming.map(|(_, path)| (path.clone(), UNSURE)));
        let mut before = Some(told.text());
        let mut batches = Vec::new();
        let (first, rest) = self.steps.split_at(self.first);
        for piece in first.chunks(BATCH) {
            batches.push(self.batch(piece, &mut told, before.take(), self.empty()));
        }
        for piece in rest.chunks(BATCH) {
            batches.push(self.batch(piece, &mut told, before.take(), Vec::new()));
        }
        match batches.last_mut() {
            Some(last) => {
                last.empty = self.empty();
                last.last = true;
            }
            None if !self.marked => batches.push(Batch { after: self.wanted.text(), last: true, ..Batch::default() }),
            None => {}
        }
        batches
    }

    fn batch(
        &self,
        piece: &[(Step, String)],
        told: &mut Manifest,
        before: Option<String>,
        empty: Vec<String>,
    ) -> Batch {
        let mut batch = Batch { before, empty, ..Batch::default() };
        for (step, path) in piece {
            if *step == Step::Gone {
                told.0.remove(path);
                batch.gone.push(path.clone());
            } else {
                told.0.extend(self.wanted.0.get(path).map(|print| (path.clone(), *print)));
                batch.folders.extend(folders_of(path));
                batch.files.push(path.clone());
            }
        }
        batch.after = told.text();
        batch
    }

    /// Folders that nothing wanted lies in any more.
    fn empty(&self) -> Vec<String> {
        let needed: BTreeSet<String> = self.wanted.0.keys().flat_map(|path| folders_of(path)).collect();
        let were: BTreeSet<String> = self.known.0.keys().flat_map(|path| folders_of(path)).collect();
        were.iter().rev().filter(|name| !needed.contains(*name)).cloned().collect()
    }
}

/// What a file is held to be while it is on its way: no file has this length and this print.
pub(super) const UNSURE: Print = Print { hash: blake3::Hash::from_bytes([0; 32]), length: 0 };

/// First what pages need, then pages, then what goes. What is new goes before what is changed: a changed page may ask for it.
fn rank(step: Step, path: &str) -> u8 {
    let page = path.ends_with(".html") || path.ends_with(".html.gz");
    match (step, page) {
        (Step::New, false) => 0,
        (Step::Changed, false) => 1,
        (Step::New, true) => 2,
        (Step::Changed, true) => 3,
        // A page goes before what it needs.
        (Step::Gone, true) => 4,
        (Step::Gone, false) => 5,
    }
}

/// Does an old file stand where a folder is to come, or lie in a folder where a file is to come? Or is it, on a disk that knows no
/// capitals, the new file itself?
fn in_the_way(wanted: &Manifest) -> impl Fn(&str) -> bool + use<> {
    let files: BTreeSet<String> = wanted.0.keys().map(|path| path.to_lowercase()).collect();
    let folders: BTreeSet<String> = files.iter().flat_map(|path| folders_of(path)).collect();
    move |path| {
        let path = path.to_lowercase();
        files.contains(&path)
            || folders.contains(&path)
            || folders_of(&path).iter().any(|folder| files.contains(folder))
    }
}

/// The folders that a path lies in, from the outside in.
pub(super) fn folders_of(path: &str) -> Vec<String> {
    path.match_indices('/').map(|(at, _)| path[..at].to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manifest(files: &[(&str, &str)]) -> Manifest {
        let print = |text: &str| Print { hash: blake3::hash(text.as_bytes()), length: text.len() as u64 };
        Manifest(files.iter().map(|(path, text)| ((*path).to_owned(), print(text))).collect())
    }

    #[test]
    fn what_pages_need_comes_first_and_goes_last() {
        let known =
            manifest(&[("a/index.html", "1"), ("b/index.html", "1"), ("oud.css", "1"), ("p.svg", "1"), ("z", "1")]);
        let wanted =
            manifest(&[("a/index.html", "2"), ("c/index.html", "1"), ("nieuw.css", "1"), ("p.svg", "2"), ("z", "1")]);
        let plan = Plan::of(wanted, known, true);
        let steps: Vec<&str> = plan.steps.iter().map(|(_, path)| path.as_str()).collect();
        assert_eq!(steps, ["nieuw.css", "p.svg", "c/index.html", "a/index.html", "b/index.html", "oud.css"]);
        assert_eq!(plan.deployment().unchanged, 1);
    }

    /// Taken up after any number of batches, the rest is brought and nothing else is left.
    #[test]
    fn broken_off_after_any_batch_the_next_run_finishes() {
        let name = |prefix: &str, i: usize| format!("{prefix}/{i:03}.svg");
        let many = |prefix: &str| {
            Manifest((0..200).map(|i| (name(prefix, i), Print { hash: blake3::hash(b"x"), length: 1 })).collect())
        };
        let (old, new, newest) = (many("oud"), many("nieuw"), many("nieuwst"));
        let whole = Plan::of(new.clone(), old.clone(), true);
        let batches = whole.batches();
        assert!(batches.len() > 5);
        assert_eq!(batches.last().map(|b| b.after.clone()), Some(new.text()));
        for broken in &batches {
            for text in broken.before.iter().chain([&broken.after]) {
                let again = Plan::of(newest.clone(), Manifest::parse(text), true);
                let there = Manifest::parse(text);
                let gone: BTreeSet<_> =
                    again.steps.iter().filter(|(s, _)| *s == Step::Gone).map(|(_, p)| p.clone()).collect();
                assert_eq!(gone, there.0.keys().cloned().collect(), "all that may stand there goes");
                assert_eq!(again.deployment().count(Step::New), 200);
            }
        }
    }

    /// A page that was a file, and the other way about; and a name in other capitals.
    #[test]
    fn what_stands_in_the_way_goes_first() {
        let known = manifest(&[("a", "1"), ("b/c", "1"), ("Foto.png", "1"), ("oud.css", "1"), ("z", "1")]);
        let wanted = manifest(&[("a/index.html", "1"), ("b", "1"), ("foto.png", "1"), ("z", "1")]);
        let batches = Plan::of(wanted.clone(), known, true).batches();
        assert_eq!(batches[0].gone, ["Foto.png", "a", "b/c"]);
        assert!(batches[0].files.is_empty() && batches[0].before.is_some());
        assert_eq!(batches[0].empty, ["b"]);
        assert_eq!(batches[1].gone, ["oud.css"]);
        assert!(batches.len() == 2 && batches[1].last && batches[1].after == wanted.text());
    }

    #[test]
    fn nothing_to_do_is_nothing_done() {
        let site = manifest(&[("a", "1")]);
        assert!(Plan::of(site.clone(), site.clone(), true).batches().is_empty());
        assert_eq!(Plan::of(manifest(&[]), manifest(&[]), false).batches().len(), 1, "the folder becomes ours");
    }
}
