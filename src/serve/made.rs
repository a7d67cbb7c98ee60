//! Files that are made when someone asks for them: each once, a few at a time, and kept as long as there is room.

use crate::export::Recipe;
use rayon::{ThreadPool, ThreadPoolBuilder};
use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZero;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

/// So many bytes are kept.
const BUDGET: usize = 64 * 1024 * 1024;
/// Drawing a picture takes tens of megabytes; that a machine has many cores is no reason to use them all at once.
const MOST_AT_ONCE: usize = 4;

/// What a file is made from; the same recipe gives the same bytes.
pub(super) trait Making: Clone + PartialEq + Sync {
    /// The bytes; `before` are those of an earlier version, of use when it comes to the same. `None` when it cannot be made.
    fn make(&self, before: Option<Arc<[u8]>>) -> Option<Arc<[u8]>>;
}

impl Making for Recipe {
    fn make(&self, before: Option<Arc<[u8]>>) -> Option<Arc<[u8]>> {
        self.bytes(|| before).ok()
    }
}

/// The files that were made lately.
#[derive(Debug)]
pub(super) struct Made<R> {
    shelf: Mutex<Shelf<R>>,
    /// Rings when a file is made, or could not be.
    bell: Condvar,
    /// The few threads that make all: so many at once, and what drawing needed is used again for the next.
    makers: Option<ThreadPool>,
    budget: usize,
}

#[derive(Debug)]
struct Shelf<R> {
    files: BTreeMap<String, File<R>>,
    /// Paths that somebody is making.
    under_way: BTreeSet<String>,
    /// Goes up at every use.
    clock: u64,
}

#[derive(Debug)]
struct File<R> {
    recipe: R,
    bytes: Arc<[u8]>,
    used: u64,
}

impl<R: Making> Made<R> {
    /// As many at once as the machine has cores for.
    pub(super) fn new() -> Self {
        let cores = thread::available_parallelism().map_or(1, NonZero::get);
        Self::with(cores.min(MOST_AT_ONCE), BUDGET)
    }

    fn with(at_once: usize, budget: usize) -> Self {
        let shelf = Shelf { files: BTreeMap::new(), under_way: BTreeSet::new(), clock: 0 };
        let makers = ThreadPoolBuilder::new().num_threads(at_once).thread_name(|_| "make".into()).build().ok();
        Self { shelf: Mutex::new(shelf), bell: Condvar::new(), makers, budget }
    }

    fn shelf(&self) -> MutexGuard<'_, Shelf<R>> {
        self.shelf.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The file at this path, made from this recipe.
    pub(super) fn get(&self, path: &str, recipe: &R) -> Option<Arc<[u8]>> {
        let mut shelf = self.shelf();
        loop {
            if let Some(bytes) = shelf.find(path, recipe) {
                return Some(bytes);
            }
            if !shelf.under_way.contains(path) {
                break;
            }
            shelf = self.bell.wait(shelf).unwrap_or_else(PoisonError::into_inner);
        }
        shelf.under_way.insert(path.to_owned());
        let before = shelf.files.get(path).map(|file| Arc::clone(&file.bytes));
        drop(shelf);
        // Gives the turn to the next, also when making panics.
        let _turn = Turn { made: self, path };
        let bytes = match &self.makers {
            Some(makers) => makers.install(|| recipe.make(before))?,
            // The system gave no threads; then on our own.
            None => recipe.make(before)?,
        };
        self.shelf().keep(path, recipe, &bytes, self.budget);
        Some(bytes)
    }

    fn end_turn(&self, path: &str) {
        self.shelf().under_way.remove(path);
        self.bell.notify_all();
    }
}

impl<R: Making> Shelf<R> {
    fn find(&mut self, path: &str, recipe: &R) -> Option<Arc<[u8]>> {
        let file = self.files.get_mut(path).filter(|file| file.recipe == *recipe)?;
        self.clock += 1;
        file.used = self.clock;
        Some(Arc::clone(&file.bytes))
    }

    /// Keeps a file; those that were not used longest make room for it.
    fn keep(&mut self, path: &str, recipe: &R, bytes: &Arc<[u8]>, budget: usize) {
        self.clock += 1;
        let file = File { recipe: recipe.clone(), bytes: Arc::clone(bytes), used: self.clock };
        self.files.insert(path.to_owned(), file);
        while self.files.values().map(|file| file.bytes.len()).sum::<usize>() > budget {
            let oldest = self.files.iter().min_by_key(|(_, file)| file.used).map(|(path, _)| path.clone());
            let Some(oldest) = oldest else { return };
            self.files.remove(&oldest);
        }
    }
}

/// Somebody's turn to make a file.
struct Turn<'a, R: Making> {
    made: &'a Made<R>,
    path: &'a str,
}

impl<R: Making> Drop for Turn<'_, R> {
    fn drop(&mut self) {
        self.made.end_turn(self.path);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Barrier;
    use std::sync::atomic::{AtomicUsize, Ordering};

    /// A recipe for so many bytes, that counts how often and with how many at once it is made.
    #[derive(Clone)]
    struct Counted {
        bytes: usize,
        busy: Arc<AtomicUsize>,
        most: Arc<AtomicUsize>,
        times: Arc<AtomicUsize>,
        fails: bool,
    }

    impl PartialEq for Counted {
        fn eq(&self, other: &Self) -> bool {
            self.bytes == other.bytes
        }
    }

    impl Making for Counted {
        fn make(&self, _: Option<Arc<[u8]>>) -> Option<Arc<[u8]>> {
            let busy = self.busy.fetch_add(1, Ordering::SeqCst) + 1;
            self.most.fetch_max(busy, Ordering::SeqCst);
            self.times.fetch_add(1, Ordering::SeqCst);
            thread::yield_now();
            self.busy.fetch_sub(1, Ordering::SeqCst);
            assert!(self.bytes != 13, "as asked");
            (!self.fails).then(|| vec![0; self.bytes].into())
        }
    }

    fn counted(bytes: usize) -> Counted {
        Counted { bytes, busy: Arc::default(), most: Arc::default(), times: Arc::default(), fails: false }
    }

    #[test]
    fn sixteen_that_ask_for_one_file_have_it_made_once() {
        let (made, recipe, start) = (Made::with(2, 1000), counted(10), Barrier::new(16));
        thread::scope(|scope| {
            for _ in 0..16 {
                scope.spawn(|| {
                    start.wait();
                    assert_eq!(made.get("a", &recipe).unwrap().len(), 10);
                });
            }
        });
        assert_eq!(recipe.times.load(Ordering::SeqCst), 1);
    }

    #[test]
    fn no_more_are_made_at_once_than_there_is_room_for() {
        let (made, recipe, start) = (Made::with(2, 1000), counted(10), Barrier::new(16));
        thread::scope(|scope| {
            for number in 0..16 {
                let (made, recipe, start) = (&made, &recipe, &start);
                scope.spawn(move || {
                    start.wait();
                    made.get(&number.to_string(), recipe).unwrap();
                });
            }
        });
        assert_eq!(recipe.times.load(Ordering::SeqCst), 16);
        assert!(recipe.most.load(Ordering::SeqCst) <= 2);
    }

    #[test]
    fn what_was_not_used_longest_makes_room() {
        let (made, recipe) = (Made::with(1, 25), counted(10));
        let times = |path: &str| {
            made.get(path, &recipe).unwrap();
            recipe.times.load(Ordering::SeqCst)
        };
        assert_eq!((times("a"), times("b"), times("a")), (1, 2, 2));
        assert_eq!((times("c"), times("a"), times("b")), (3, 3, 4), "b went");
        assert!(made.get("groot", &counted(26)).is_some(), "too large to keep, and given all the same");
        assert!(made.shelf().files.values().map(|file| file.bytes.len()).sum::<usize>() <= 25);
    }

    #[test]
    fn another_recipe_is_made_anew() {
        let made = Made::with(1, 1000);
        assert_eq!(made.get("a", &counted(1)).unwrap().len(), 1);
        assert_eq!(made.get("a", &counted(2)).unwrap().len(), 2);
    }

    #[test]
    fn what_fails_or_breaks_holds_nobody_up() {
        let made = Made::with(1, 1000);
        assert!(made.get("a", &Counted { fails: true, ..counted(1) }).is_none());
        thread::scope(|scope| assert!(scope.spawn(|| made.get("a", &counted(13))).join().is_err()));
        assert!(made.get("a", &counted(1)).is_some());
    }
}
