//! What several test programs share.
#![allow(dead_code, reason = "each test program uses its own part")]

use rayon::prelude::*;
use std::cell::RefCell;
use verbeeld::diag::Diagnostic;
use verbeeld::pipeline::{Keep, Memo, Options, build};
use verbeeld::source::Sources;

pub mod case;
pub mod desk;
pub mod diff;
pub mod html;
pub mod project;

/// So many random trials of a sort: a few in every run, and as many as an environment variable says in `tests/random/run`.
pub fn trials(variable: &str, few: u64) -> u64 {
    std::env::var(variable).ok().and_then(|n| n.parse().ok()).unwrap_or(few)
}

thread_local! {
    /// What one site after another on this thread left behind: nothing of it may show in the next, and the theme is read once.
    static BEFORE: RefCell<Memo> = RefCell::new(Memo::that_keeps(Keep::Nothing));
}

/// What is told of a site, by a program that has judged others before it.
pub fn told(sources: &Sources, options: Options) -> Vec<Diagnostic> {
    BEFORE.with_borrow_mut(|memo| build(sources, options, memo).problems)
}

/// The seeds of the random collaborations that every drawing is tried on. `ZAADJES=2000` in the environment tries more of them, for who
/// changes how something is drawn.
pub fn seeds() -> impl ParallelIterator<Item = u64> {
    (0..=trials("ZAADJES", 30)).into_par_iter()
}
