//! The only disk writes: the finished site, published whole or not at all.

#![allow(clippy::disallowed_methods, reason = "the one room that writes files; it reads only the folder it writes")]

mod ahead;
mod aside;
mod before;
mod bytes;
mod deploy;
mod error;
mod finished;
mod hold;
mod in_place;
mod inspect;
mod journal;
mod kept;
mod later;
mod lock;
mod manifest;
mod new_file;
mod ours;
mod own_file;
mod paths;
mod patient;
#[cfg(test)]
mod place;
mod print;
mod publish;
mod receipt;
mod rewrite;
mod stage;
mod swap;
mod target;
mod undo;
mod work;

use crate::export::Recipe;
use later::Later;
use std::collections::BTreeMap;
use std::sync::Arc;

pub use ahead::{Ahead, AheadStamps};
pub use aside::Aside;
pub use before::{published, standing};
pub use bytes::Bytes;
pub use deploy::{DeployError, Deployment, Step, deploy, look};
pub use error::PublishError;
pub use hold::{Broken, Hold, NotHeld, is_begun};
pub use kept::{keep_images, keep_text};
pub use later::Files;
pub use new_file::{NewFileError, begin_site, end_site, write_new};
pub use own_file::{is_taken, make_named, write_own, write_when_other};
pub use publish::{HowFar, Published, finish, publish, publish_told};
pub use receipt::{Proof, disk_clock, keep_receipt};
pub use rewrite::{NotWritten, Rewrite, rewrite};
pub use target::TAKEN;
pub use undo::{Back, taken_back};

/// The finished site: path (with `/`, no leading slash, such as `gremia/pho-vth/index.html`) → bytes, or what they are made from.
#[derive(Debug, Clone, Default)]
pub struct Output {
    files: BTreeMap<String, Bytes>,
    later: Vec<Arc<Later>>,
    recipes: BTreeMap<String, Recipe>,
}

impl Output {
    /// These files, and the paths of those for which there was one already.
    pub fn of(mut files: Vec<(String, Bytes)>) -> (Self, Vec<String>) {
        files.sort_by(|(a, _), (b, _)| a.cmp(b));
        let mut taken = Vec::new();
        files.dedup_by(|(path, _), (first, _)| {
            let again = path == first;
            taken.extend(again.then(|| path.clone()));
            again
        });
        (Self { files: files.into_iter().collect(), ..Self::default() }, taken)
    }

    /// Adds a file; gives the path back when something stands there already.
    pub fn add(&mut self, path: String, bytes: Arc<[u8]>) -> Result<(), String> {
        self.add_held(path, bytes.into())
    }

    /// The same with bytes that may be packed.
    pub fn add_held(&mut self, path: String, bytes: Bytes) -> Result<(), String> {
        if self.recipes.contains_key(&path) {
            return Err(path);
        }
        match self.files.entry(path) {
            std::collections::btree_map::Entry::Occupied(e) => Err(e.key().clone()),
            std::collections::btree_map::Entry::Vacant(e) => {
                e.insert(bytes);
                Ok(())
            }
        }
    }

    /// Adds a file that is made when it is asked for; gives the path back when something stands there already.
    pub fn add_recipe(&mut self, path: String, recipe: Recipe) -> Result<(), String> {
        if self.has(&path) {
            return Err(path);
        }
        self.recipes.insert(path, recipe);
        Ok(())
    }

    /// Is there such a file?
    pub fn has(&self, path: &str) -> bool {
        self.get(path).is_some() || self.recipes.contains_key(path)
    }

    /// Is there such a file, or may it come of what is made later? Nothing is made to know.
    pub fn may_have(&self, path: &str) -> bool {
        self.files.contains_key(path)
            || self.recipes.contains_key(path)
            || self.later.iter().any(|later| later.may_have(path))
    }

    /// One file, made if need be; `None` when there is no such file, or it cannot be made.
    pub fn make(&self, path: &str) -> Option<Arc<[u8]>> {
        let known = self.get(path).cloned();
        known.or_else(|| self.recipes.get(path)?.bytes(|| None).ok())
    }

    /// What a file is made from, when it is made from a recipe.
    pub fn recipe(&self, path: &str) -> Option<&Recipe> {
        self.recipes.get(path)
    }

    /// What is made when it is asked for.
    pub fn recipes(&self) -> impl Iterator<Item = (&str, &Recipe)> {
        self.recipes.iter().map(|(path, recipe)| (path.as_str(), recipe))
    }

    /// Adds files that are made when one of them is asked for: all under `prefix`, which may be the path of a single one.
    /// A file that stands there already goes before one that is made.
    pub fn add_later(&mut self, prefix: &str, make: impl FnOnce() -> Files + Send + 'static) -> &Arc<Later> {
        self.later.push_mut(Arc::new(Later::new(prefix.to_owned(), make)))
    }

    /// The paths of files that are made when they are asked for, and the folders of which that is not yet known, with `/` behind them.
    pub fn later(&self) -> impl Iterator<Item = &str> {
        self.later.iter().map(|later| later.prefix())
    }

    /// Adds a packed form beside every text that is not made from a recipe, for hosts that send it as it is.
    pub fn pack(&mut self) {
        for (path, bytes) in crate::hosts::compressed(self.contents(), |bytes| bytes.read().unwrap_or_default()) {
            // A file of the site's own with that name goes before it.
            self.files.entry(path).or_insert(bytes.into());
        }
    }

    /// One of the files that need not be made any more, as it is held.
    pub fn held_at(&self, path: &str) -> Option<&Bytes> {
        self.files.get(path)
    }

    /// One file that is not made from a recipe.
    pub fn get(&self, path: &str) -> Option<&Arc<[u8]>> {
        let ready = self.files.get(path).map(Bytes::plain);
        ready.or_else(|| self.later.iter().find_map(|later| later.get(path)))
    }

    /// All files that are not made from a recipe, in order of path. What was to be made later is made now.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Arc<[u8]>)> {
        let later = self.later.iter().rev().flat_map(|later| later.files()).map(|(path, bytes)| (path.as_str(), bytes));
        let ready = self.ready();
        later.chain(ready).collect::<BTreeMap<_, _>>().into_iter()
    }

    /// The same, each as it is held.
    pub fn contents(&self) -> impl Iterator<Item = (&str, Bytes)> {
        let made = self.later.iter().rev().flat_map(|later| later.files());
        let made = made.map(|(path, bytes)| (path.as_str(), bytes.clone().into()));
        let ready = self.held().map(|(path, bytes)| (path, bytes.clone()));
        made.chain(ready).collect::<BTreeMap<_, _>>().into_iter()
    }

    /// The files that need not be made any more, in order of path.
    pub fn ready(&self) -> impl Iterator<Item = (&str, &Arc<[u8]>)> {
        self.held().map(|(path, bytes)| (path, bytes.plain()))
    }

    /// The same, each as it is held.
    pub fn held(&self) -> impl Iterator<Item = (&str, &Bytes)> {
        self.files.iter().map(|(path, bytes)| (path.as_str(), bytes))
    }

    /// Number of files that are not made from a recipe.
    pub fn len(&self) -> usize {
        self.contents().count()
    }

    /// Is there nothing?
    pub fn is_empty(&self) -> bool {
        self.files.is_empty() && self.contents().next().is_none()
    }
}

impl PartialEq for Output {
    fn eq(&self, other: &Self) -> bool {
        self.recipes == other.recipes && self.iter().eq(other.iter())
    }
}
