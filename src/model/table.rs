//! The records of one kind.

use super::{Entity, visits};
use std::collections::BTreeMap;

/// Records of one kind in the order of the data, found by id.
#[derive(Debug, Clone)]
pub struct Table<E> {
    items: Vec<E>,
    by_id: BTreeMap<String, usize>,
}

impl<E> Default for Table<E> {
    fn default() -> Self {
        Self { items: Vec::new(), by_id: BTreeMap::new() }
    }
}

impl<E: Entity> Table<E> {
    /// Adds a record; its id was found to be new.
    pub(super) fn push(&mut self, record: E) {
        self.by_id.insert(record.common().id.value.clone(), self.items.len());
        self.items.push(record);
    }

    /// The record with this id.
    pub fn get(&self, id: &str) -> Option<&E> {
        self.by_id.get(id).map(|i| &self.items[*i])
    }
}

impl<E> Table<E> {
    /// The so-manieth record.
    pub fn at(&self, place: usize) -> Option<&E> {
        visits::note(1);
        self.items.get(place)
    }

    /// Which one the record with this id is.
    pub fn place(&self, id: &str) -> Option<usize> {
        self.by_id.get(id).copied()
    }

    /// All, in the order of the data.
    pub fn iter(&self) -> std::slice::Iter<'_, E> {
        visits::note(self.items.len());
        self.items.iter()
    }

    /// How many.
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// None at all?
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }
}

impl<'a, E> IntoIterator for &'a Table<E> {
    type Item = &'a E;
    type IntoIter = std::slice::Iter<'a, E>;
    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
