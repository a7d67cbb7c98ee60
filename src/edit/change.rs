//! A change to several files, made as a whole or not at all.

use crate::diag::{Diagnostic, FileId, Files, Lines, Span};
use crate::output::{NotWritten, Rewrite, rewrite};
use crate::pipeline::{Built, Keep, Memo, Options, build};
use crate::source::{SourceFile, Sources};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// What is to be changed in the sources.
#[derive(Debug)]
pub struct Change<'s> {
    sources: &'s Sources,
    splices: BTreeMap<FileId, Vec<(Span, String)>>,
    moves: BTreeMap<FileId, String>,
    gone: BTreeSet<FileId>,
    new: Vec<SourceFile>,
    notes: Vec<String>,
    said: String,
}

/// Why a change was not made, in Dutch; and what would have been wrong after it.
#[derive(Debug)]
pub struct Refused {
    /// One sentence.
    pub why: String,
    /// What `check` would tell of the changed site, with the site itself.
    pub problems: Option<Box<(Vec<Diagnostic>, Sources)>>,
}

impl From<String> for Refused {
    fn from(why: String) -> Self {
        Self { why, problems: None }
    }
}

impl<'s> Change<'s> {
    /// No change yet.
    pub fn of(sources: &'s Sources) -> Self {
        Self {
            sources,
            splices: BTreeMap::new(),
            moves: BTreeMap::new(),
            gone: BTreeSet::new(),
            new: Vec::new(),
            notes: Vec::new(),
            said: String::new(),
        }
    }

    /// Remembers what the change comes to, in a few sentences for the editor to read over.
    pub fn say(&mut self, words: String) {
        self.said = words;
    }

    /// What it comes to; empty when it has nothing to tell.
    pub fn said(&self) -> &str {
        &self.said
    }

    /// Remembers something that the editor should look at, though nothing is wrong.
    pub fn note(&mut self, words: impl Into<String>) {
        self.notes.push(words.into());
    }

    /// What the editor should look at.
    pub fn notes(&self) -> &[String] {
        &self.notes
    }

    /// Puts a text in the place of another. The same change of one place counts once.
    pub fn put(&mut self, place: Span, text: impl Into<String>) {
        let list = self.splices.entry(place.file).or_default();
        let splice = (place, text.into());
        // Two insertions at one point are both meant; of a place that is replaced there is one new text.
        if place.start == place.end || !list.contains(&splice) {
            list.push(splice);
        }
    }

    /// Gives a file another name within its folder of the site: `gremia/nieuw.md`.
    pub fn rename_file(&mut self, file: FileId, name: String) {
        self.moves.insert(file, name);
    }

    /// Takes a file away.
    pub fn remove_file(&mut self, file: FileId) {
        self.gone.insert(file);
    }

    /// Adds a file; `like` is a file of the same role, in whose folder it comes to stand.
    pub fn add_file(&mut self, like: &SourceFile, disk: PathBuf, name: String, text: String) {
        let path = like.path.strip_suffix(like.name.as_str()).map(|folder| format!("{folder}{name}"));
        self.new.push(SourceFile {
            path: path.unwrap_or_else(|| name.clone()),
            name,
            role: like.role,
            hashed: OnceLock::new(),
            bytes: text.into_bytes().into(),
            disk: Some(disk),
        });
    }

    /// Is there nothing to change?
    pub fn is_empty(&self) -> bool {
        self.splices.is_empty() && self.moves.is_empty() && self.gone.is_empty() && self.new.is_empty()
    }

    /// The paths of the files that change, with the number of places; a file that moves is told with both its names.
    pub fn summary(&self) -> Vec<(String, usize)> {
        let files: BTreeSet<FileId> = self.splices.keys().chain(self.moves.keys()).chain(&self.gone).copied().collect();
        let changed = files.into_iter().map(|id| {
            let path = self.sources.path(id);
            let moved = self.moves.get(&id).map(|name| format!("{path} → {name}"));
            (moved.unwrap_or_else(|| path.to_owned()), self.splices.get(&id).map_or(0, Vec::len))
        });
        changed.chain(self.new.iter().map(|file| (file.path.clone(), 1))).collect()
    }

    /// Where a file stands after the change.
    pub fn path(&self, file: FileId) -> String {
        let (path, name) = (self.sources.path(file), &self.sources.get(file).name);
        let end = |now: &String| path.strip_suffix(name.as_str()).map(|folder| format!("{folder}{now}"));
        self.moves.get(&file).and_then(end).unwrap_or_else(|| path.to_owned())
    }

    /// The line, from 1, on which a place stands after the change.
    pub fn line(&self, place: Span) -> usize {
        let bytes = &self.sources.get(place.file).bytes;
        let lines = |bytes: &[u8]| bytes.iter().filter(|b| **b == b'\n').count();
        let before = self.splices.get(&place.file).into_iter().flatten();
        let before = before.filter(|(at, _)| at.end <= place.start);
        let (gone, new) = before.fold((0, 0), |(gone, new), (at, text)| {
            (gone + lines(bytes.get(at.range()).unwrap_or_default()), new + lines(text.as_bytes()))
        });
        (1 + lines(bytes.get(..place.start as usize).unwrap_or_default()) + new).saturating_sub(gone)
    }

    /// Does a file go away?
    pub fn removes(&self, file: FileId) -> bool {
        self.gone.contains(&file)
    }

    /// The text of a file after the change.
    pub fn text(&self, file: FileId) -> String {
        let after = self.changed(file);
        after.text().map_or_else(|_| String::new(), |(text, _)| text.to_owned())
    }

    /// Does the change put another text here?
    pub fn touches(&self, place: Span) -> bool {
        let mut here = self.splices.get(&place.file).into_iter().flatten();
        here.any(|(at, _)| at.start < place.end && at.end > place.start)
    }

    /// The sources after the change.
    pub fn applied(&self) -> Sources {
        let kept = self.sources.iter().filter(|(id, _)| !self.gone.contains(id));
        let changed = kept.map(|(id, _)| self.changed(id));
        Sources::new(changed.chain(self.new.iter().cloned()).collect())
    }

    fn changed(&self, id: FileId) -> SourceFile {
        let mut file = self.sources.saved(id);
        if let Some(splices) = self.splices.get(&id) {
            file.bytes = spliced(&file.bytes, splices).into();
            file.hashed = OnceLock::new();
        }
        if let Some(name) = self.moves.get(&id) {
            let end = |whole: &str| whole.strip_suffix(file.name.as_str()).map(|folder| format!("{folder}{name}"));
            file.path = end(&file.path).unwrap_or_else(|| name.clone());
            // On disk a separator may be another, so parts are counted, not letters.
            file.disk = file.disk.map(|disk| {
                let mut folder = disk;
                for _ in 0..=file.name.matches('/').count() {
                    folder.pop();
                }
                folder.join(name)
            });
            file.name.clone_from(name);
        }
        file
    }

    /// Builds the changed site. It is refused when something is wrong that was not wrong before.
    pub fn tried(&self, today: Option<Date>) -> Result<Tried, Refused> {
        let options = Options { drafts: true, today };
        let before = build(self.sources, options, &mut Memo::that_keeps(Keep::Nothing));
        let known: BTreeSet<(&str, &str)> = before.problems.iter().map(|p| (p.code, p.message.as_str())).collect();
        let sources = self.applied();
        let built = build(&sources, options, &mut Memo::default());
        // What was wrong before may be told in other words now, where those of the address that it is about have changed.
        let here = |p: &Diagnostic| Some((p.code, self.path(p.place?.file), self.line(p.place?)));
        let places: BTreeSet<_> = before.problems.iter().filter_map(here).collect();
        let mut lines: BTreeMap<FileId, Lines<'_>> = BTreeMap::new();
        let mut there = |p: &Diagnostic| {
            let place = p.place?;
            let text = lines.entry(place.file).or_insert_with(|| Lines::of(sources.text(place.file)));
            Some((p.code, sources.path(place.file).to_owned(), text.at(place.range().start).line))
        };
        let mut is_old = |p: &Diagnostic| {
            known.contains(&(p.code, p.message.as_str())) || there(p).is_some_and(|there| places.contains(&there))
        };
        let new: Vec<Diagnostic> = built.problems.iter().filter(|p| !is_old(p)).cloned().collect();
        drop(lines);
        if new.iter().any(Diagnostic::is_error) {
            let why = "Na deze wijziging klopt de site niet meer. Er is niets veranderd.".to_owned();
            return Err(Refused { why, problems: Some(Box::new((new, sources))) });
        }
        Ok(Tried { new, sources, built })
    }

    /// The files as they are and as they become.
    pub fn files(&self) -> Vec<Rewrite> {
        let mut files = Vec::new();
        for (id, _) in self.sources.iter() {
            let file = self.sources.saved(id);
            let after = self.changed(id);
            let gone = self.gone.contains(&id);
            if let (Some(from), Some(to)) = (&file.disk, after.disk)
                && (gone || after.bytes != file.bytes || *from != to)
            {
                let (from, before) = (from.clone(), Some(file.bytes.clone()));
                files.push(Rewrite { from, to, before, after: (!gone).then_some(after.bytes) });
            }
        }
        for file in &self.new {
            if let Some(disk) = &file.disk {
                let (from, to) = (disk.clone(), disk.clone());
                files.push(Rewrite { from, to, before: None, after: Some(file.bytes.clone()) });
            }
        }
        files
    }

    /// Writes the changed files, each whole or not at all, and none outside the project, whose folder is `root`.
    pub fn write(&self, root: &Path) -> Result<(), NotWritten> {
        rewrite(root, &self.files())
    }
}

/// A site after a change.
#[derive(Debug)]
pub struct Tried {
    /// What is told of it that was not told before; no errors.
    pub new: Vec<Diagnostic>,
    /// Its sources.
    pub sources: Sources,
    /// What came of it.
    pub built: Built,
}

/// The bytes with other texts in these places. Of places that overlap the first counts.
fn spliced(bytes: &[u8], splices: &[(Span, String)]) -> Vec<u8> {
    let mut order: Vec<&(Span, String)> = splices.iter().collect();
    // Insertions at one point stay in the order in which they were asked for.
    order.sort_by_key(|(place, _)| (place.start, place.end));
    let mut out = Vec::with_capacity(bytes.len() + 256);
    let mut done = 0;
    for (place, text) in order {
        let range = place.range();
        if range.start < done || range.end > bytes.len() {
            continue;
        }
        out.extend_from_slice(&bytes[done..range.start]);
        out.extend_from_slice(text.as_bytes());
        done = range.end;
    }
    out.extend_from_slice(&bytes[done..]);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn splices_leave_all_else() {
        let at = |start, end| Span::new(FileId(0), start..end);
        let splices = [
            (at(6, 7), "Z".to_owned()),
            (at(0, 0), "1".to_owned()),
            (at(0, 0), "2".to_owned()),
            (at(2, 4), String::new()),
        ];
        assert_eq!(spliced(b"abcdefg", &splices), b"12abefZ");
    }
}
