//! `verbeeld check`.

use super::report::{self, Format};
use super::{GOOD, MISTAKES, fail, folder};
use crate::pipeline::{Memo, Options, build};
use crate::source::{self, Project};
use clap::ArgMatches;
use std::time::Instant;

pub fn run(matches: &ArgMatches) -> u8 {
    let start = Instant::now();
    let sources = match Project::find(&folder(matches)).and_then(|p| source::read(&p)) {
        Ok(sources) => sources,
        Err(e) => return fail(e),
    };
    // A whole build, so that what only shows while pages are made is found too.
    let built = build(&sources, Options { drafts: matches.get_flag("concepten") }, &mut Memo::default());
    report::problems(&built.problems, &sources, Format::of(matches));
    eprintln!("Gecontroleerd: {}.", report::summary(&built, start.elapsed()));
    if built.errors() == 0 { GOOD } else { MISTAKES }
}
