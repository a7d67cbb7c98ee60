//! What several test programs share.
#![allow(dead_code, reason = "each test program uses its own part")]

use rayon::prelude::*;

pub mod case;
pub mod desk;
pub mod diff;
pub mod html;
pub mod project;

/// So many random trials of a sort: a few in every run, and as many as an environment variable says in `tests/random/run`.
pub fn trials(variable: &str, few: u64) -> u64 {
    std::env::var(variable).ok().and_then(|n| n.parse().ok()).unwrap_or(few)
}

/// The seeds of the random collaborations that every drawing is tried on. `ZAADJES=2000` in the environment tries more of them, for who
/// changes how something is drawn.
pub fn seeds() -> impl ParallelIterator<Item = u64> {
    (0..=trials("ZAADJES", 60)).into_par_iter()
}
