//! What several test programs share.
#![allow(dead_code, reason = "each test program uses its own part")]

use rayon::prelude::*;

pub mod case;
pub mod desk;
pub mod diff;
pub mod html;
pub mod project;

/// The seeds of the random collaborations that every drawing is tried on. `ZAADJES=2000` in the environment tries more of them, for who
/// changes how something is drawn.
pub fn seeds() -> impl ParallelIterator<Item = u64> {
    let many = std::env::var("ZAADJES").ok().and_then(|n| n.parse().ok()).unwrap_or(200);
    (0..=many).into_par_iter()
}
