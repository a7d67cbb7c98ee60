//! The sources in the hands of a command, and what one that was broken off left of them.

use super::{FAILED, fail, folder, say};
use crate::diag::shown;
use crate::output::{Broken, Hold, NotHeld, is_begun};
use crate::source::{Project, ProjectError};
use clap::ArgMatches;
use std::path::Path;

/// The site in the folder that is asked for, in the state in which it was before a command that was broken off.
pub fn project(matches: &ArgMatches) -> Result<Project, u8> {
    whole(&folder(matches)).map_err(fail)
}

/// The same, for who asks no command of a terminal.
pub fn whole(folder: &Path) -> Result<Project, ProjectError> {
    let project = Project::find(folder)?;
    mend(&project);
    Ok(project)
}

/// Takes back what a command that was broken off had changed. One that is at work is left alone.
fn mend(project: &Project) {
    if !is_begun(project) {
        return;
    }
    match Hold::of(project) {
        Ok((_, broken)) => drop(broken.map(|broken| tell(&broken, project))),
        Err(NotHeld::Busy) => {}
        Err(refused) => drop(not_held(&refused)),
    }
}

/// Takes the sources in hand, to change them.
pub fn hold(project: &Project) -> Result<Hold, u8> {
    let (hold, broken) = Hold::of(project).map_err(|refused| not_held(&refused))?;
    broken.map(|broken| tell(&broken, project));
    Ok(hold)
}

/// Why the sources are not changed.
pub fn not_held(refused: &NotHeld) -> u8 {
    match refused {
        NotHeld::Busy => fail(
            "een andere opdracht van Verbeeld is nu met deze site bezig. Er is niets veranderd. Wacht tot die klaar is en geef deze opdracht \
             dan opnieuw. Vraagt zij in een ander venster iets? Antwoord daar, of stop haar met Ctrl+C.",
        ),
        NotHeld::Io(e) => fail(format_args!(
            "{} is niet te schrijven: {}. Daar bewaart Verbeeld hoe het was, zodat niets half veranderd blijft. Er is niets veranderd.",
            shown(&e.path),
            e.cause
        )),
        NotHeld::Stuck(e) => {
            say::line(format_args!(
                "fout: wat een afgebroken opdracht had veranderd, is niet terug te zetten: {}: {}. Verhelp dat, en geef de opdracht opnieuw.",
                shown(&e.path),
                e.cause
            ));
            FAILED
        }
    }
}

/// Tells what became of a command that was broken off. Was all of it taken back, or finished?
pub fn tell(broken: &Broken, project: &Project) -> bool {
    let Broken { what, finished, left } = broken;
    say::line(format_args!("De vorige opdracht werd afgebroken terwijl zij dit vastlegde:\n  {what}"));
    if *finished {
        say::line("Alles was al veranderd. Er hoefde niets meer te gebeuren.");
    } else if left.is_empty() {
        say::line("Wat zij al had veranderd, is nu teruggezet. Alle bestanden zijn weer zoals ze waren.");
    } else {
        say::line(
            "Wat zij al had veranderd, is nu teruggezet. Deze bestanden zijn daarna nog gewijzigd; die blijven zoals ze zijn:",
        );
        for file in left {
            say::line(format_args!("  {}", shown(file.strip_prefix(&project.root).unwrap_or(file))));
        }
        say::line("Kijk ze na. Wat er niet klopt, ziet u met: verbeeld check");
    }
    left.is_empty()
}
