//! `verbeeld handleiding`: the manual, which travels inside the program.

use super::{GOOD, say};

const TEXT: &str = include_str!("../../HANDLEIDING.md");

pub fn run() -> u8 {
    say::out(TEXT);
    GOOD
}
