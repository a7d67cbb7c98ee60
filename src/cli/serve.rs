//! stub
use clap::ArgMatches;
pub fn run(_m: &ArgMatches) -> u8 {
    0
}
