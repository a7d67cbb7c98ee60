//! `verbeeld verschil`: what publishing will change, beside the site as it was published last.

use super::{GOOD, MISTAKES, as_of, fail, held, place, report, say, work};
use crate::diag::shown;
use crate::difference::{self, between, is_compared};
use crate::output::{NewFileError, make_named, published};
use crate::pipeline::{Keep, Memo, Options, build};
use crate::source::read;
use clap::ArgMatches;

pub fn run(matches: &ArgMatches) -> u8 {
    let mut project = match held::project(matches) {
        Ok(project) => project,
        Err(code) => return code,
    };
    match place::given(matches, "uit") {
        Ok(Some(public)) => project.public = public,
        Ok(None) => {}
        Err(why) => return fail(why),
    }
    let file = match place::given(matches, "bestand") {
        Ok(file) => file,
        Err(why) => return fail(why),
    };
    let sources = match read(&project) {
        Ok(sources) => sources,
        Err(e) => return fail(e),
    };
    let before = match published(&project.public, is_compared) {
        Ok(Some(before)) => before,
        Ok(None) => {
            return fail(format_args!(
                "in {} staat nog geen site om mee te vergelijken. Maak haar eerst: verbeeld build",
                shown(&project.public)
            ));
        }
        Err(e) => return fail(e),
    };
    let mut memo = Memo::that_keeps(Keep::Site);
    work::recall(&project, &sources, &mut memo);
    let built = build(&sources, Options { drafts: false, today: as_of(matches) }, &mut memo);
    let Some(output) = &built.output else {
        report::problems(&built, &sources, report::Format::Full);
        say::line("Er is niets vergeleken: verbeter eerst de fouten.");
        return MISTAKES;
    };
    let difference = between(&before, output);
    let text = match matches.get_one::<String>("als").map(String::as_str) {
        Some("json") => difference::json(&difference),
        Some("html") => difference::html(&difference, &built.name),
        _ if matches.get_flag("alles") => difference::whole(&difference),
        _ => difference::brief(&difference),
    };
    match file {
        Some(path) => match make_named(&project, &path, text.as_bytes()) {
            Ok(()) => {
                say::line(format_args!("Het verschil staat in {}.", shown(&path)));
                GOOD
            }
            Err(NewFileError { path, cause }) => fail(format_args!("{} is niet te schrijven: {cause}", shown(path))),
        },
        None => {
            say::out(text);
            GOOD
        }
    }
}
