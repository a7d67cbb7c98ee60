//! `verbeeld build`.

use super::report::{self, Format};
use super::{GOOD, MISTAKES, as_of, fail, folder, place, say, work};
use crate::difference::{between, is_compared};
use crate::output::{Output, finish, publish, published};
use crate::pipeline::{Memo, Options, build};
use crate::source::{self, Project};
use clap::ArgMatches;
use std::time::Instant;

pub fn run(matches: &ArgMatches) -> u8 {
    let start = Instant::now();
    let mut project = match Project::find(&folder(matches)) {
        Ok(project) => project,
        Err(e) => return fail(e),
    };
    match place::given(matches, "uit") {
        Ok(Some(public)) => project.public = public,
        Ok(None) => {}
        Err(why) => return fail(why),
    }
    // What a killed build left half is made whole first: this build may find a mistake and publish nothing. Why it could not be is
    // told when this build publishes.
    if finish(&project.public, &project).unwrap_or(false) {
        say::line(say::FINISHED);
    }
    let sources = match source::read(&project) {
        Ok(sources) => sources,
        Err(e) => return fail(e),
    };
    let options = Options { drafts: matches.get_flag("concepten"), today: as_of(matches) };
    let mut memo = Memo::default();
    work::recall(&project, &sources, &mut memo);
    let built = build(&sources, options, &mut memo);
    work::keep(&project, &memo);
    report::problems(&built, &sources, Format::of(matches));
    let Some(output) = &built.output else {
        say::line(format_args!(
            "De site is niet gemaakt: {}. In {} is niets veranderd.",
            report::summary(&built, start.elapsed()),
            project.public.display()
        ));
        if let Some(more) = report::unfinished(&built) {
            say::line(more);
        }
        return MISTAKES;
    };
    tell_losses(output, &project, Format::of(matches));
    match publish(output, &project.public, &project) {
        Ok(published) => {
            say::line(format_args!(
                "De site staat in {}: {}.",
                project.public.display(),
                report::summary(&built, start.elapsed())
            ));
            if published.in_place {
                say::line(say::IN_PLACE);
            }
            GOOD
        }
        Err(e) => fail(e),
    }
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
