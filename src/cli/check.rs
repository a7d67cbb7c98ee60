//! `verbeeld check`.

use super::reading_level;
use super::report::{self, Format};
use super::{FAILED, GOOD, MISTAKES, as_of, fail, folder, say};
use crate::diag::nearest;
use crate::diag::words::explain::{codes, explanation};
use crate::pipeline::{Memo, Options, build, site};
use crate::site::going_live::lacks;
use crate::source::{self, Project};
use clap::ArgMatches;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use std::time::Instant;

pub fn run(matches: &ArgMatches) -> u8 {
    if let Some(code) = matches.get_one::<String>("uitleg") {
        return explain(code);
    }
    let start = Instant::now();
    let sources = match Project::find(&folder(matches)).and_then(|p| source::read(&p)) {
        Ok(sources) => sources,
        Err(e) => return fail(e),
    };
    // A whole build, so that what only shows while pages are made is found too.
    let options = Options { drafts: matches.get_flag("concepten"), today: as_of(matches).or_else(today) };
    if matches.get_flag("livegang") {
        return going_live(&sources, options);
    }
    let built = build(&sources, options, &mut Memo::default());
    if matches.get_flag("leesniveau") {
        reading_level::print(&built, &sources);
    }
    report::problems(&built, &sources, Format::of(matches));
    say::line(format_args!("Gecontroleerd: {}.", report::summary(&built, start.elapsed())));
    for more in report::unfinished(&built).map(str::to_owned).into_iter().chain(report::drafts(&built)) {
        say::line(more);
    }
    if built.errors() == 0 { GOOD } else { MISTAKES }
}

/// What a public site still lacks. It is no mistake, but whoever puts the site on the web wants to know.
fn going_live(sources: &source::Sources, options: Options) -> u8 {
    let lacks = lacks(&site(sources, options), sources, options.today);
    for lack in &lacks {
        say::line(format_args!("ontbreekt: {}\n  waar: {}\n", lack.what, lack.place));
    }
    match lacks.len() {
        0 => say::line("Er ontbreekt niets voor een openbare site."),
        1 => say::line("Voor een openbare site ontbreekt nog 1 ding."),
        n => say::line(format_args!("Voor een openbare site ontbreken nog {n} dingen.")),
    }
    if lacks.is_empty() { GOOD } else { MISTAKES }
}

/// The day by the clock. Only here, where a person asks what needs attention now: a build never reads the clock.
pub(super) fn today() -> Option<Date> {
    Some(TimeZone::UTC.to_datetime(Timestamp::now()).date())
}

/// What a code means.
fn explain(code: &str) -> u8 {
    // `MD…` asks for a family.
    let code = code.trim().trim_end_matches(['…', '.', '*']).to_uppercase();
    match explanation(&code) {
        Some(found) => {
            say::out(format_args!("{code}: {}\n\n{}\n", found.title, found.text));
            GOOD
        }
        None => {
            let near = nearest(&code, codes());
            let hint = near.map(|n| format!(" Bedoelde u “{n}”?")).unwrap_or_default();
            say::line(format_args!("fout: de code “{code}” bestaat niet.{hint}"));
            FAILED
        }
    }
}
