//! A site of which every file is made. What stands ready is held; what is made from recipes lies aside on the disk until it goes to
//! its place: all pictures of a large site together are many times the rest of it.

use super::aside::Aside;
use super::print::Print;
use super::{Bytes, Output, PublishError};
use crate::export::{Desk, Recipe};
use rayon::prelude::*;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

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
        let aside = Aside::near(folder).map_err(PublishError::io(folder))?;
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
            Made::Held(bytes) => (path.clone(), bytes.print()),
            Made::Aside(_, print) => (path.clone(), *print),
        };
        self.files.iter().collect::<Vec<_>>().into_par_iter().map(print).collect()
    }

    /// Do the bytes of a file lie in this place already?
    pub(super) fn lies_at(&self, path: &str, place: &Path) -> bool {
        matches!(self.files.get(path), Some(Made::Held(bytes)) if bytes.lie_at(place))
    }

    /// The bytes of a file.
    pub(super) fn bytes(&self, path: &str) -> io::Result<Cow<'_, [u8]>> {
        match (self.files.get(path), &self.aside) {
            (Some(Made::Held(bytes)), _) => bytes.read(),
            (Some(Made::Aside(start, print)), Some(aside)) => aside.take(*start, print.length).map(Cow::Owned),
            _ => Err(io::ErrorKind::NotFound.into()),
        }
    }
}
