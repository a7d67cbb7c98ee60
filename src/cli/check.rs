//! `verbeeld check`.

use super::extern_links;
use super::held;
use super::progress::{Progress, Work};
use super::reading_level;
use super::report::{self, Format};
use super::threads;
use super::unchanged::Question;
use super::{FAILED, GOOD, MISTAKES, as_of, fail, say, work};
use crate::diag::words::explain::{Explanation, codes, examples, exemplified, explanation};
use crate::diag::{json, nearest};
use crate::output::AheadStamps;
use crate::pipeline::{Built, Keep, Memo, Options, build_told, site};
use crate::site::going_live::lacks;
use crate::source::{self, Kept};
use clap::ArgMatches;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde_json::{Value, json};

pub fn run(matches: &ArgMatches) -> u8 {
    if let Some(code) = matches.get_one::<String>("uitleg") {
        return explain(code, Format::of(matches));
    }
    threads::join_in();
    let mut progress = Progress::of(matches);
    let project = match held::project(matches) {
        Ok(project) => project,
        Err(code) => return code,
    };
    // What is mended is what was read.
    let hold = match matches.get_flag("verbeter").then(|| held::hold(&project)).transpose() {
        Ok(hold) => hold,
        Err(code) => return code,
    };
    let options = Options { drafts: matches.get_flag("concepten"), today: as_of(matches).or_else(today) };
    let more = ["livegang", "leesniveau", "extern", "verbeter"].iter().any(|flag| matches.get_flag(flag));
    let mut question = Question::of(Kept::Check, &project, options);
    if !more && let Some(built) = question.answered(&project) {
        let silent = progress.end();
        return match report::kept_problems(&built, &project, Format::of(matches)) {
            Ok(()) => conclude(&built, &progress, silent),
            Err(e) => fail(e),
        };
    }
    progress.begin(Work::Read);
    let sources = match question.read(&project) {
        Ok(sources) => sources,
        Err(e) => return fail(e),
    };
    if matches.get_flag("livegang") {
        progress.end();
        return going_live(&sources, options, Format::of(matches));
    }
    // A whole build, so that what only shows while pages are made is found too.
    // Only the reading level looks at the pages again.
    let mut memo = Memo::that_keeps(if matches.get_flag("leesniveau") { Keep::All } else { Keep::Nothing });
    work::recall(&project, &sources, &mut memo);
    let mut built = build_told(&sources, options, &mut memo, &mut |step| progress.begin(step.into()));
    work::keep(&project, &memo);
    let silent = progress.end();
    let notes = match matches.get_flag("extern") {
        true => extern_links::look(&project, &sources, options, &mut built),
        false => Vec::new(),
    };
    let format = Format::of(matches);
    if let Some(hold) = &hold {
        return super::verbeter::run(matches, hold, &built, &sources, options);
    }
    // One document of JSON, whatever was asked for.
    if matches.get_flag("leesniveau") && format == Format::Json {
        let told = json::list(&built.problems, &sources);
        let levels = reading_level::as_json(&built, &sources);
        say::out(json::pretty(&json!({ "meldingen": told, "leesniveau": levels })));
    } else {
        if matches.get_flag("leesniveau") {
            reading_level::print(&built, &sources);
        }
        report::problems(&built, &sources, format);
    }
    if !matches.get_flag("extern") {
        question.keep(&project, &built, &AheadStamps::default());
    }
    notes.into_iter().for_each(say::line);
    conclude(&built, &progress, silent)
}

/// The closing lines, and the exit code.
fn conclude(built: &Built, progress: &Progress, silent: bool) -> u8 {
    let code = if built.errors() == 0 { GOOD } else { MISTAKES };
    if silent {
        return code;
    }
    say::line(format_args!("Gecontroleerd: {}.", report::summary(built, progress.elapsed())));
    for more in report::unfinished(built).map(str::to_owned).into_iter().chain(report::drafts(built)) {
        say::line(more);
    }
    code
}

/// What a public site still lacks. It is no mistake, but whoever puts the site on the web wants to know.
fn going_live(sources: &source::Sources, options: Options, format: Format) -> u8 {
    let lacks = lacks(&site(sources, options), sources, options.today);
    if format == Format::Json {
        let all: Value = lacks.iter().map(|lack| json!({ "ontbreekt": lack.what, "waar": lack.place })).collect();
        say::out(json::pretty(&all));
        return if lacks.is_empty() { GOOD } else { MISTAKES };
    }
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
fn explain(code: &str, format: Format) -> u8 {
    // `MD…` asks for a family.
    let code = code.trim().trim_end_matches(['…', '.', '*']).to_uppercase();
    let shown = examples(&code);
    // Of a family more is told than of its codes, but a number that it does not have is none of them.
    let is_known = |found: &Explanation| found.code == code || shown.is_some();
    let meaning = explanation(&code).filter(is_known);
    if format == Format::Json && (meaning.is_some() || shown.is_some()) {
        let (title, text) = meaning.map(|found| (found.title, found.text)).unzip();
        say::out(json::pretty(&json!({ "code": code, "titel": title, "uitleg": text, "voorbeeld": shown })));
        return GOOD;
    }
    match (meaning, shown) {
        (Some(found), _) => {
            say::out(format_args!("{code}: {}\n\n{}\n", found.title, found.text));
            shown.into_iter().for_each(|shown| say::out(format_args!("\n{shown}\n")));
            GOOD
        }
        (None, Some(shown)) => {
            say::out(format_args!("{code}\n\n{shown}\n"));
            GOOD
        }
        (None, None) => {
            let near = nearest(&code, codes().chain(exemplified()));
            let hint = near.map(|n| format!(" Bedoelde u “{n}”?")).unwrap_or_default();
            say::line(format_args!("fout: de code “{code}” bestaat niet.{hint}"));
            FAILED
        }
    }
}
