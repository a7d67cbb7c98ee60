//! Writing what a command changed, so that it can be taken back.

use super::{FAILED, say};
use crate::diag::shown;
use crate::edit::Change;
use crate::output::{NotWritten, keep_change, rewrite};
use crate::source::{Project, change_file, kept_change};

/// Writes a change and keeps what it was; gives how it is taken back.
pub fn written(project: &Project, change: &Change<'_>, done: &str) -> Result<&'static str, u8> {
    let files = change.files();
    if let Err(refused) = rewrite(&project.root, &files) {
        return Err(not_written(&refused, "gewijzigd"));
    }
    let earlier = kept_change(project);
    Ok(match keep_change(&change_file(project), &project.root, done, &files, earlier.as_deref()) {
        Ok(()) => "Toch niet goed? Neem het terug met: verbeeld terug",
        Err(_) => "Hoe het was, is niet te bewaren: de map .verbeeld is niet te schrijven.",
    })
}

/// Tells that files were not written, and which are left in another form than they were.
pub fn not_written(NotWritten { path, cause, changed }: &NotWritten, what: &str) -> u8 {
    say::line(format_args!("fout: {} kan niet worden {what}: {cause}.", shown(path)));
    if changed.is_empty() {
        say::line("Er is niets veranderd.");
        return FAILED;
    }
    say::line("Let op: deze bestanden waren al gewijzigd, en zijn niet terug te zetten:");
    changed.iter().for_each(|file| say::line(format_args!("  {}", shown(file))));
    say::line("Zet ze zelf terug, uit een reservekopie of met git.");
    FAILED
}
