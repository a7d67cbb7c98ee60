//! The pages of one site as they are read, by as many threads as there are.

use super::read::{Cleared, Desk, Read, Row};
use super::{Files, Reader, index, shards};
use crate::pages::view::PageView;
use rayon::prelude::*;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// So many pages are read before another thread may go on at the same desk.
const CHUNK: usize = 64;

/// All that is read of one site.
#[derive(Debug)]
pub struct Gathering {
    reader: Arc<Reader>,
    desks: Mutex<Desks>,
}

#[derive(Debug, Default)]
struct Desks {
    /// Those at which nobody reads.
    free: Vec<Desk>,
    /// Those that have no room for more words.
    cleared: Vec<(usize, Cleared)>,
    /// How many there are.
    all: usize,
}

impl Gathering {
    /// Nothing was read yet.
    pub fn of(reader: Arc<Reader>) -> Self {
        Self { reader, desks: Mutex::default() }
    }

    fn desks(&self) -> MutexGuard<'_, Desks> {
        self.desks.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn free_desk(&self) -> Desk {
        let mut desks = self.desks();
        let free = desks.free.pop();
        free.unwrap_or_else(|| {
            desks.all += 1;
            Desk::of(desks.all - 1, &self.reader.spoken.stop)
        })
    }

    /// Reads the pages that readers are meant to find.
    pub fn read<'a>(&'a self, pages: impl IntoIterator<Item = &'a PageView>) -> Read {
        // The page of a place is in no list, but who names both finds it.
        let found = pages.into_iter().filter(|page| !page.hidden || page.place.is_some());
        let mut desk = self.free_desk();
        let read = Read::of(found.flat_map(|page| self.reader.entries(page)), &mut desk, &self.reader.ways);
        if desk.has_room(self.reader.many_pages) {
            self.desks().free.push(desk);
        } else {
            let cleared = desk.clear();
            self.desks().cleared.push(cleared);
        }
        read
    }

    /// The index as files of the site: of what was read, and of more pages behind it.
    pub fn files(self, mut read: Vec<Read>, pages: &[Arc<PageView>]) -> Files {
        read.par_extend(pages.par_chunks(CHUNK).map(|chunk| self.read(chunk.iter().map(Arc::as_ref))));
        let Desks { free, mut cleared, .. } = self.desks.into_inner().unwrap_or_else(PoisonError::into_inner);
        cleared.extend(free.into_iter().map(Desk::clear));
        cleared.sort_unstable_by_key(|(number, _)| *number);
        let desks: Vec<Cleared> = cleared.into_iter().map(|(_, desk)| desk).collect();

        let rows = read.iter_mut().flat_map(|read| std::mem::take(&mut read.rows));
        let mut rows: Vec<(usize, Row)> = rows.enumerate().collect();
        // What has one address answers the same questions, so it stands in one file.
        rows.par_sort_by(|(_, a), (_, b)| a.url.cmp(&b.url));
        let (order, rows): (Vec<usize>, Vec<_>) = rows.into_iter().unzip();
        let Reader { everyday, spoken, ways, subjects, .. } = &*self.reader;
        shards::files(&rows, index::index(read, &desks, &order), everyday, spoken, ways, subjects)
    }
}
