//! The threads that work side by side.

use rayon::ThreadPoolBuilder;
use std::env;
use std::num::NonZeroUsize;
use std::thread::available_parallelism;

/// Makes this thread one of them, for a command that ends when its work does. Else there would be one more than there are processors, and
/// what is done alone would be done by that one, on a processor from which it takes another.
///
/// Must come before anything is done side by side. Where there is one thread only, that one stays apart: while it waits for what is not
/// theirs nobody would do what is asked of them.
pub fn join_in() {
    let asked = env::var("RAYON_NUM_THREADS").ok().and_then(|number| number.parse().ok()).filter(|number| *number > 0);
    let threads = asked.unwrap_or_else(|| available_parallelism().map_or(1, NonZeroUsize::get));
    if threads > 1 {
        // Threads that are there already do the same work.
        let _ = ThreadPoolBuilder::new().num_threads(threads).use_current_thread().build_global();
    }
}
