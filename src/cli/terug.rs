//! `verbeeld terug`: takes back what the last command changed in the sources.

use super::{FAILED, GOOD, MISTAKES, fail, folder, say};
use crate::diag::shown;
use crate::output::{NewFileError, forget_change, rewrite, taken_back};
use crate::source::{Project, change_file, kept_change};
use clap::ArgMatches;

pub fn run(matches: &ArgMatches) -> u8 {
    let project = match Project::find(&folder(matches)) {
        Ok(project) => project,
        Err(e) => return fail(e),
    };
    let nothing =
        "Er is niets om terug te nemen: de laatste wijziging van een opdracht is er niet, of is al teruggenomen.";
    let Some(kept) = kept_change(&project) else {
        say::line(nothing);
        return MISTAKES;
    };
    let refused = |NewFileError { path, cause }: NewFileError| {
        say::line(format_args!("fout: {} kan niet terug: {cause}. Er is niets veranderd.", shown(&path)));
        FAILED
    };
    let (what, files) = match taken_back(&project.root, &kept) {
        Ok(Some(back)) => back,
        Ok(None) => {
            say::line(nothing);
            return MISTAKES;
        }
        Err(e) => return refused(e),
    };
    if let Err(e) = rewrite(&project.root, &files) {
        return refused(e);
    }
    forget_change(&change_file(&project));
    say::line(format_args!("Teruggenomen: {what} Zoals het was:"));
    for file in &files {
        let path = file.to.strip_prefix(&project.root).unwrap_or(&file.to);
        let gone = if file.after.is_none() { " (weg: was nieuw)" } else { "" };
        say::line(format_args!("  {}{gone}", shown(path)));
    }
    GOOD
}
