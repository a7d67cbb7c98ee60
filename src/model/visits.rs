//! Counts the records that are gone past, in tests only: so a test can tell what grows with the square of the data.

#[cfg(test)]
pub(crate) use count::{note, take};

/// Notes that so many records are gone past.
#[cfg(not(test))]
#[inline(always)]
pub(crate) fn note(_records: usize) {}

#[cfg(test)]
mod count {
    use std::cell::Cell;

    thread_local! {
        static VISITS: Cell<u64> = const { Cell::new(0) };
    }

    pub(crate) fn note(records: usize) {
        VISITS.set(VISITS.get() + records as u64);
    }

    /// What was counted on this thread since the last time.
    pub(crate) fn take() -> u64 {
        VISITS.take()
    }
}
