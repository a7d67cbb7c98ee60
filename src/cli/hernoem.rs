//! `verbeeld hernoem`: another id for a record, everywhere.

use super::edit::open;
use crate::edit::renamed;
use clap::ArgMatches;

pub fn run(matches: &ArgMatches) -> u8 {
    let word = |key| matches.get_one::<String>(key).map(|word| word.trim().to_owned()).unwrap_or_default();
    let (old, new) = (word("oud"), word("nieuw"));
    let done = format!("De id van “{old}” is nu “{new}”. Het oude webadres leidt naar het nieuwe.");
    let made = open(matches).map(|opened| opened.make(|sources, site| renamed(sources, site, &old, &new), &done));
    made.unwrap_or_else(|code| code)
}
