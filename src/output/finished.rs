//! A site of which every file is made. What stands ready is held; what is made from recipes lies aside on the disk until it goes to
//! its place: all pictures of a large site together are many times the rest of it.

use super::print::Print;
use super::{Bytes, Output, PublishError};
use crate::export::{Desk, Recipe};
use rayon::prelude::*;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

/// Path → bytes, or where they lie.
pub(super) struct Finished {
    files: BTreeMap<String, Made>,
    aside: Option<Aside>,
}

enum Made {
    Held(Bytes),
    /// From here on in the file aside.
    Aside(u64, Print),
}

impl Finished {
    /// The site without what is made from recipes.
    pub(super) fn ready(output: &Output) -> Self {
        let held = |(path, bytes): (&str, Bytes)| (path.to_owned(), Made::Held(bytes));
        Self { files: output.contents().map(held).collect(), aside: None }
    }

    /// The whole site, for this folder. `before` gives the bytes that an earlier publication has at a path; `told` hears how many of
    /// how many are made.
    pub(super) fn whole(
        output: &Output,
        folder: &Path,
        before: impl Fn(&str) -> Option<Arc<[u8]>> + Sync,
        told: &(dyn Fn(usize, usize) + Sync),
    ) -> Result<Self, PublishError> {
        let recipes: Vec<(&str, &Recipe)> = output.recipes().collect();
        let (all, ready) = (recipes.len(), AtomicUsize::new(0));
        let aside = Aside::near(folder)?;
        let one = |desk: &Desk, path: &str, recipe: &Recipe| {
            let known = || if recipe.is_picture() { before(path) } else { None };
            let bytes = recipe.bytes_at(desk, known).map_err(PublishError::Unmade)?;
            told(ready.fetch_add(1, Ordering::Relaxed) + 1, all);
            let start = aside.put(&bytes).map_err(PublishError::io(folder))?;
            Ok((path.to_owned(), Made::Aside(start, Print::of(&bytes))))
        };
        // The files of one drawing are made at one desk, one after the other.
        let drawings: Vec<_> = recipes.chunk_by(|(_, one), (_, next)| one.is_beside(next)).collect();
        let made: Result<Vec<Vec<_>>, PublishError> = drawings
            .into_par_iter()
            .map(|files| {
                let desk = Desk::default();
                files.iter().map(|(path, recipe)| one(&desk, path, recipe)).collect()
            })
            .collect();
        let mut site = Self::ready(output);
        site.files.extend(made?.into_iter().flatten());
        site.aside = Some(aside);
        Ok(site)
    }

    /// All paths, in order.
    pub(super) fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// Is there such a file?
    pub(super) fn has(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    /// How many files there are.
    pub(super) fn len(&self) -> usize {
        self.files.len()
    }

    /// What every file is, in order of path.
    pub(super) fn prints(&self) -> Vec<(String, Print)> {
        let print = |(path, made): (&String, &Made)| match made {
            Made::Held(bytes) => (path.clone(), Print::of(&bytes.read())),
            Made::Aside(_, print) => (path.clone(), *print),
        };
        self.files.iter().collect::<Vec<_>>().into_par_iter().map(print).collect()
    }

    /// The bytes of a file.
    pub(super) fn bytes(&self, path: &str) -> io::Result<Cow<'_, [u8]>> {
        match (self.files.get(path), &self.aside) {
            (Some(Made::Held(bytes)), _) => Ok(bytes.read()),
            (Some(Made::Aside(start, print)), Some(aside)) => aside.take(*start, print.length).map(Cow::Owned),
            _ => Err(io::ErrorKind::NotFound.into()),
        }
    }
}

/// A file without a name, which goes when the program ends.
struct Aside(Mutex<File>);

impl Aside {
    /// On the disk of the folder, where there must be room for the same bytes anyway; in the folder itself only where a system lets
    /// nothing else be written.
    fn near(folder: &Path) -> Result<Self, PublishError> {
        let above = folder.ancestors().skip(1).find_map(|above| tempfile::tempfile_in(above).ok());
        let there = above.or_else(|| tempfile::tempfile().ok());
        let file = there.map_or_else(|| tempfile::tempfile_in(folder), Ok).map_err(PublishError::io(folder))?;
        Ok(Self(Mutex::new(file)))
    }

    /// Puts bytes at its end; tells where they start.
    fn put(&self, bytes: &[u8]) -> io::Result<u64> {
        let mut file = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let start = file.seek(SeekFrom::End(0))?;
        file.write_all(bytes)?;
        Ok(start)
    }

    fn take(&self, start: u64, length: u64) -> io::Result<Vec<u8>> {
        let mut bytes = vec![0; length as usize];
        let mut file = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        file.seek(SeekFrom::Start(start))?;
        file.read_exact(&mut bytes)?;
        Ok(bytes)
    }
}
