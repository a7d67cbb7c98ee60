//! `verbeeld build`.

use super::progress::{Progress, Work};
use super::report::{self, Format};
use super::threads;
use super::unchanged::Question;
use super::work::{keep, recall};
use super::{GOOD, MISTAKES, as_of, fail, held, place, say};
use crate::content::load_languages;
use crate::diag::{json, shown};
use crate::difference::{between, is_compared};
use crate::output::{Ahead, AheadStamps, Output, finish, publish_told, published};
use crate::pipeline::{Built, Keep, Memo, Options, SMALL, build_told};
use crate::source::{self, Kept, Project, ProjectError, Sources};
use clap::ArgMatches;
use serde_json::Value;
use std::mem;
use std::sync::Arc;

pub fn run(matches: &ArgMatches) -> u8 {
    threads::join_in();
    match unless_done(matches) {
        Ok(()) => GOOD,
        Err(code) => code,
    }
}

/// Builds and publishes, or tells that what stands there is what would come.
fn unless_done(matches: &ArgMatches) -> Result<(), u8> {
    let mut progress = Progress::of(matches);
    let project = find(matches)?;
    let drafts = matches.get_flag("concepten");
    // A first build parses all pages: what that takes is loaded while it looks for them.
    if !Kept::Build.is_there(&project) {
        rayon::spawn(load_languages);
    }
    let mut question = Question::of(Kept::Build, &project, Options { drafts, today: as_of(matches) });
    let Some(built) = question.answered(&project) else {
        let made = from_nothing(matches, project, drafts, progress, &mut |project| question.read(project))?;
        question.keep(&made.project, &made.built, &made.ahead);
        if let Some(told) = &made.told {
            say::out(json::pretty(told));
        }
        // Nothing of it is asked any more, and the program ends.
        mem::forget(made);
        return Ok(());
    };
    let silent = progress.end();
    report::kept_problems(&built, &project, Format::of(matches)).map_err(fail)?;
    if silent {
        return Ok(());
    }
    say::line(format_args!(
        "Er is niets veranderd: de site staat al in {}: {}.",
        shown(&project.public),
        report::summary(&built, progress.elapsed())
    ));
    Ok(())
}

/// A site that was built and published to the project's folder for it.
pub struct Made {
    /// The project, with the folder that was published to.
    pub project: Project,
    /// What was built.
    pub built: Built,
    /// What there is to tell of it, when that was asked for as JSON: who asked may have more to tell.
    pub told: Option<Value>,
    /// The stamps of what was published ahead.
    ahead: AheadStamps,
}

/// Builds and publishes, and tells how it went; on an error gives the exit code.
pub fn make(matches: &ArgMatches, drafts: bool) -> Result<Made, u8> {
    threads::join_in();
    from_nothing(matches, find(matches)?, drafts, Progress::of(matches), &mut source::read)
}

/// The project, with the folder to publish to. What a killed build left half is made whole.
fn find(matches: &ArgMatches) -> Result<Project, u8> {
    let mut project = held::project(matches)?;
    // Only `build` has that option.
    if matches.try_contains_id("uit").unwrap_or(false)
        && let Some(public) = place::given(matches, "uit").map_err(fail)?
    {
        project.public = public;
    }
    // First: this build may find a mistake and publish nothing. Why it could not be is told when this build publishes.
    if finish(&project.public, &project).unwrap_or(false) {
        say::line(say::FINISHED);
    }
    Ok(project)
}

/// Reads a project.
type Read<'a> = &'a mut dyn FnMut(&Project) -> Result<Sources, ProjectError>;

fn from_nothing(
    matches: &ArgMatches,
    project: Project,
    drafts: bool,
    mut progress: Progress,
    read: Read<'_>,
) -> Result<Made, u8> {
    progress.begin(Work::Read);
    let sources = read(&project).map_err(fail)?;
    let options = Options { drafts, today: as_of(matches) };
    let mut memo = Memo::that_keeps(Keep::Site);
    let ahead = Ahead::open(&project.public, &project).map(Arc::new);
    memo.write_ahead(ahead.clone());
    recall(&project, &sources, &mut memo);
    let mut built = build_told(&sources, options, &mut memo, &mut |step| progress.begin(step.into()));
    keep(&project, &memo);
    let aside = progress.aside();
    let format = Format::of(matches);
    let told = (format == Format::Json && built.output.is_some()).then(|| json::list(&built.problems, &sources));
    if told.is_none() {
        report::problems(&built, &sources, format);
    }
    drop(aside);
    let Some(output) = &mut built.output else {
        progress.end();
        say::line(format_args!(
            "De site is niet gemaakt: {}. In {} is niets veranderd.",
            report::summary(&built, progress.elapsed()),
            shown(&project.public)
        ));
        if let Some(more) = report::unfinished(&built) {
            say::line(more);
        }
        return Err(MISTAKES);
    };
    // Publishing needs none of it. A large site is large in memory too; a small one the system takes back sooner than we do, as the program
    // ends, so it holds nothing that is to be cleared.
    memo.write_ahead(None);
    if built.pages <= SMALL {
        mem::forget((memo, sources));
    } else {
        rayon::join(|| memo.let_go(), || drop(sources));
    }
    if built.packed {
        output.pack();
    }
    progress.begin(Work::Compare);
    let losses = tell_losses(output, &project, format, &progress);
    progress.begin(Work::Make);
    let published = publish_told(output, ahead.as_deref(), &project.public, &project, &|at| progress.publishing(at));
    let silent = progress.end();
    let published = published.map_err(fail)?;
    let ahead = ahead.and_then(Arc::into_inner).map(Ahead::stamps).unwrap_or_default();
    if silent {
        return Ok(Made { project, built, told, ahead });
    }
    say::line(format_args!(
        "De site staat in {}: {}.",
        shown(&project.public),
        report::summary(&built, progress.elapsed())
    ));
    match losses {
        0 => {}
        1 => say::line(
            "Naast de waarschuwingen staat hierboven 1 keer “let op”, over wat er bij het publiceren verandert.",
        ),
        n => say::line(format_args!(
            "Naast de waarschuwingen staat hierboven {n} keer “let op”, over wat er bij het publiceren verandert."
        )),
    }
    if published.in_place {
        say::line(say::IN_PLACE);
    }
    Ok(Made { project, built, told, ahead })
}

/// Tells what the published site has that this one would lose without a word. Afterwards nobody can tell any more.
fn tell_losses(output: &Output, project: &Project, format: Format, progress: &Progress) -> usize {
    if format == Format::Json {
        return 0;
    }
    // What cannot be read is told when it is published.
    let Ok(Some(before)) = published(&project.public, is_compared) else { return 0 };
    let losses = between(&before, output).losses;
    let _aside = progress.aside();
    for loss in &losses {
        say::line(format_args!("let op: {}\noplossing: {}\n", loss.what, loss.remedy));
    }
    losses.len()
}
