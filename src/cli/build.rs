//! `verbeeld build`.

use super::report::{self, Format};
use super::{GOOD, MISTAKES, as_of, fail, folder, place, say, work};
use crate::difference::{between, is_compared};
use crate::output::{Output, finish, publish, published};
use crate::pipeline::{Built, Memo, Options, build};
use crate::source::{self, Project};
use clap::ArgMatches;
use std::time::Instant;

pub fn run(matches: &ArgMatches) -> u8 {
    match make(matches, matches.get_flag("concepten")) {
        Ok(_) => GOOD,
        Err(code) => code,
    }
}

/// A site that was built and published to the project's folder for it.
pub struct Made {
    /// The project, with the folder that was published to.
    pub project: Project,
    /// What was built.
    pub built: Built,
}

/// Builds and publishes, and tells how it went; on an error gives the exit code.
pub fn make(matches: &ArgMatches, drafts: bool) -> Result<Made, u8> {
    let start = Instant::now();
    let mut project = Project::find(&folder(matches)).map_err(fail)?;
    // Only `build` has that option.
    if matches.try_contains_id("uit").unwrap_or(false)
        && let Some(public) = place::given(matches, "uit").map_err(fail)?
    {
        project.public = public;
    }
    // What a killed build left half is made whole first: this build may find a mistake and publish nothing. Why it could not be is
    // told when this build publishes.
    if finish(&project.public, &project).unwrap_or(false) {
        say::line(say::FINISHED);
    }
    let sources = source::read(&project).map_err(fail)?;
    let options = Options { drafts, today: as_of(matches) };
    let mut memo = Memo::default();
    work::recall(&project, &sources, &mut memo);
    let mut built = build(&sources, options, &mut memo);
    work::keep(&project, &memo);
    report::problems(&built, &sources, Format::of(matches));
    let Some(output) = &mut built.output else {
        say::line(format_args!(
            "De site is niet gemaakt: {}. In {} is niets veranderd.",
            report::summary(&built, start.elapsed()),
            project.public.display()
        ));
        if let Some(more) = report::unfinished(&built) {
            say::line(more);
        }
        return Err(MISTAKES);
    };
    if built.packed {
        output.pack();
    }
    tell_losses(output, &project, Format::of(matches));
    let published = publish(output, &project.public, &project).map_err(fail)?;
    say::line(format_args!(
        "De site staat in {}: {}.",
        project.public.display(),
        report::summary(&built, start.elapsed())
    ));
    if published.in_place {
        say::line(say::IN_PLACE);
    }
    Ok(Made { project, built })
}

/// Tells what the published site has that this one would lose without a word. Afterwards nobody can tell any more.
fn tell_losses(output: &Output, project: &Project, format: Format) {
    if format == Format::Json {
        return;
    }
    // What cannot be read is told when it is published.
    let Ok(Some(before)) = published(&project.public, is_compared) else { return };
    for loss in between(&before, output).losses {
        say::line(format_args!("let op: {}\noplossing: {}\n", loss.what, loss.remedy));
    }
}
