//! What the commands that change the sources have in common.

use super::report;
use super::say;
use super::{FAILED, GOOD, MISTAKES, fail, folder};
use crate::diag::{Files, shown, terminal};
use crate::edit::{Change, Refused};
use crate::output::NewFileError;
use crate::pipeline::{Options, site};
use crate::site::Site;
use crate::source::{Project, Sources, read};
use clap::ArgMatches;

/// Makes a change of the site in the folder that is asked for, looks at what comes of it, and writes it.
pub fn make(
    matches: &ArgMatches,
    change: impl for<'s> FnOnce(&'s Sources, &Site) -> Result<Change<'s>, Refused>,
    done: &str,
) -> u8 {
    let found = Project::find(&folder(matches)).and_then(|project| Ok((read(&project)?, project.root)));
    let (sources, root) = match found {
        Ok(found) => found,
        Err(e) => return fail(e),
    };
    let site = site(&sources, Options { drafts: true, today: None });
    if !site.whole && site.model.lost.some {
        say::line("fout: niet alle gegevens zijn te lezen. Verbeter dat eerst: verbeeld check");
        return MISTAKES;
    }
    let change = match change(&sources, &site) {
        Ok(change) => change,
        Err(refused) => return tell(&refused),
    };
    let tried = match change.tried(super::check::today()) {
        Ok(tried) => tried,
        Err(refused) => return tell(&refused),
    };
    if let Err(NewFileError { path, cause }) = change.write(&root) {
        say::line(format_args!("fout: {} kan niet worden gewijzigd: {cause}. Er is niets veranderd.", shown(path)));
        return FAILED;
    }
    say::err(terminal::render(&tried.new, &tried.sources, report::colour()));
    say::line(done);
    for (path, places) in change.summary() {
        let places = if places == 1 { "1 plek".to_owned() } else { format!("{places} plekken") };
        say::line(format_args!("  {path}: {places}"));
    }
    say::line(
        "Bekijk het met: verbeeld serve. Toch niet goed? Zet de bestanden terug, bijvoorbeeld met: git checkout .",
    );
    GOOD
}

/// Why nothing was changed.
fn tell(refused: &Refused) -> u8 {
    if let Some((problems, sources)) = refused.problems.as_deref() {
        let files: &dyn Files = sources;
        say::err(terminal::render(problems, files, report::colour()));
    }
    say::line(format_args!("fout: {}", refused.why));
    MISTAKES
}
