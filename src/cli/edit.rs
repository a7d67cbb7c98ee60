//! What the commands that change the sources have in common.

use super::held::hold;
use super::report;
use super::say;
use super::written::written;
use super::{GOOD, MISTAKES, fail, folder};
use crate::diag::{Files, terminal};
use crate::edit::{Change, Refused};
use crate::output::Hold;
use crate::pipeline::{Options, site};
use crate::site::Site;
use crate::source::{Project, Sources, read};
use clap::ArgMatches;

/// A site that is read, so that a wrong word is told before anything is asked. No other command changes it meanwhile.
pub struct Opened {
    hold: Hold,
    pub sources: Sources,
    pub site: Site,
}

/// Takes the site in the folder that is asked for in hand, and reads it.
pub fn open(matches: &ArgMatches) -> Result<Opened, u8> {
    let project = Project::find(&folder(matches)).map_err(fail)?;
    let hold = hold(&project)?;
    let (sources, site) = whole(&project)?;
    Ok(Opened { hold, sources, site })
}

/// Reads a site of which all data can be read.
pub fn whole(project: &Project) -> Result<(Sources, Site), u8> {
    let sources = read(project).map_err(fail)?;
    let site = site(&sources, Options { drafts: true, today: None });
    if !site.whole && site.model.lost.some {
        say::line("fout: niet alle gegevens zijn te lezen. Verbeter dat eerst: verbeeld check");
        return Err(MISTAKES);
    }
    Ok((sources, site))
}

impl Opened {
    /// Makes a change, looks at what comes of it, and writes it.
    pub fn make(
        &self,
        change: impl for<'s> FnOnce(&'s Sources, &Site) -> Result<Change<'s>, Refused>,
        done: &str,
    ) -> u8 {
        let change = match change(&self.sources, &self.site) {
            Ok(change) => change,
            Err(refused) => return tell(&refused),
        };
        let tried = match change.tried(super::check::today()) {
            Ok(tried) => tried,
            Err(refused) => return tell(&refused),
        };
        let kept = match written(&self.hold, &change, done) {
            Ok(kept) => kept,
            Err(code) => return code,
        };
        say::err(terminal::render(&tried.new, &tried.sources, report::colour()));
        say::line(format_args!("{done} Gewijzigd:"));
        for (path, places) in change.summary() {
            match places {
                0 => say::line(format_args!("  {path}")),
                1 => say::line(format_args!("  {path}: 1 plek")),
                places => say::line(format_args!("  {path}: {places} plekken")),
            }
        }
        if !change.said().is_empty() {
            say::line(format_args!("Zo staat het er nu: {}", change.said()));
        }
        for note in change.notes() {
            say::line(format_args!("let op: {note}"));
        }
        say::line(format_args!("Klaar. Bekijk het met: verbeeld serve. {kept}"));
        GOOD
    }
}

/// Why nothing was changed.
pub fn tell(refused: &Refused) -> u8 {
    if let Some((problems, sources)) = refused.problems.as_deref() {
        let files: &dyn Files = sources;
        say::line(
            "Dit zou er niet kloppen. De regels tellen in het bestand zoals het dan zou zijn; het is niet gewijzigd:",
        );
        say::err(terminal::render(problems, files, report::colour()));
    }
    say::line(format_args!("fout: {}", refused.why));
    MISTAKES
}
