//! `verbeeld licenties`: the licences of all that goes into the program.

use super::{GOOD, say};

/// Written by the test `licences`, which also holds that it tells of every part.
const TEXT: &str = include_str!("licenties.txt");

pub fn run() -> u8 {
    say::out(TEXT);
    GOOD
}
