//! `verbeeld terug`: takes back what the last command changed in the sources, and then the one before it.

use super::{FAILED, GOOD, MISTAKES, fail, folder, held, say};
use crate::diag::shown;
use crate::output::{Back, Hold, NewFileError, taken_back};
use crate::source::{Project, kept_change};
use clap::ArgMatches;
use std::path::{Path, PathBuf};

pub fn run(matches: &ArgMatches) -> u8 {
    let project = match Project::find(&folder(matches)) {
        Ok(project) => project,
        Err(e) => return fail(e),
    };
    let hold = match Hold::of(&project) {
        Ok((hold, None)) => hold,
        Ok((hold, Some(broken))) => {
            let whole = held::tell(&broken, &project);
            // What was to be taken back is that.
            if !broken.finished {
                return if whole { GOOD } else { MISTAKES };
            }
            hold
        }
        Err(refused) => return held::not_held(&refused),
    };
    let kept = kept_change(&project).unwrap_or_default();
    let refused = |NewFileError { path, cause }: NewFileError| {
        say::line(format_args!("fout: {} kan niet terug: {cause}. Er is niets veranderd.", shown(&path)));
        FAILED
    };
    let (what, files, already, before) = match taken_back(&project.root, &kept) {
        Ok(Back::Whole { what, files, already, before }) => (what, files, already, before),
        Ok(Back::Already { what, before }) => {
            // What is not forgotten is told once more.
            let _ = hold.forget(what.len());
            say::line("Dit was al teruggenomen, buiten Verbeeld om (zoals met git). Er hoefde niets te veranderen:");
            what.iter().for_each(|what| say::line(format_args!("  {what}")));
            next(before);
            return GOOD;
        }
        Ok(Back::Since { what, files }) => return since(&project.root, &what, &files),
        Ok(Back::Nothing) => {
            say::line(
                "Er is niets om terug te nemen. Dat kan met de laatste opdrachten van Verbeeld die hier iets veranderden, zolang de map \
                 .verbeeld er is. Alles wat daarin staat, is al teruggenomen.",
            );
            return MISTAKES;
        }
        Err(e) => return refused(e),
    };
    if let Err(refused) = hold.take_back(&format!("Teruggenomen: {what}"), &files) {
        return super::written::not_written(&refused, "teruggezet");
    }
    say::line(format_args!(
        "Teruggenomen is de opdracht die dit vastlegde:\n  {what}\nDeze bestanden zijn weer zoals ze waren:"
    ));
    for file in &files {
        let gone = if file.after.is_none() { " (weg: was nieuw)" } else { "" };
        say::line(format_args!("  {}{gone}", shown(inner(&project.root, &file.to))));
    }
    if !already.is_empty() {
        say::line("Deze waren al zo, want iemand zette ze zelf terug:");
        already.iter().for_each(|file| say::line(format_args!("  {}", shown(inner(&project.root, file)))));
    }
    // The list of places to look at asked for changes by hand: those stand in other files, of which nothing is kept.
    say::line(
        "Paste u na die opdracht zelf nog teksten in andere bestanden aan? Die zijn niet teruggezet: kijk ze na.",
    );
    next(before);
    GOOD
}

/// What can be taken back after this.
fn next(before: Option<String>) {
    match before {
        Some(before) => say::line(format_args!("Nog eens verbeeld terug neemt ook dit terug: {before}")),
        None => say::line("Een eerdere opdracht is er niet meer om terug te nemen."),
    }
}

/// Files were changed by other hands since: which, and what can be done.
fn since(root: &Path, what: &str, files: &[PathBuf]) -> u8 {
    say::line(format_args!("fout: dit is niet terug te nemen:\n  {what}\nNa die opdracht is nog gewijzigd:"));
    for file in files {
        let gone = if file.exists() { "" } else { " (weg, of met een andere naam)" };
        say::line(format_args!("  {}{gone}", shown(inner(root, file))));
    }
    say::line(
        "Er is niets veranderd. Wat u kunt doen: maak uw latere wijziging in deze bestanden ongedaan (met Ctrl+Z in uw tekstprogramma) en \
         typ nog eens verbeeld terug. Kan dat niet meer, verander dan de plekken zelf (in de handleiding: “Een opdracht terugnemen”). Werkt u met git, dan laat git diff zien wat er veranderde.",
    );
    MISTAKES
}

fn inner<'p>(root: &Path, path: &'p Path) -> &'p Path {
    path.strip_prefix(root).unwrap_or(path)
}
