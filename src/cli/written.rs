//! Writing what a command changed, so that it can be taken back.

use super::{FAILED, say};
use crate::diag::shown;
use crate::edit::Change;
use crate::output::{NewFileError, keep_change, rewrite};
use crate::source::{Project, change_file, kept_change};

/// Writes a change and keeps what it was; gives how it is taken back.
pub fn written(project: &Project, change: &Change<'_>, done: &str) -> Result<&'static str, u8> {
    let files = change.files();
    if let Err(NewFileError { path, cause }) = rewrite(&project.root, &files) {
        say::line(format_args!("fout: {} kan niet worden gewijzigd: {cause}. Er is niets veranderd.", shown(&path)));
        return Err(FAILED);
    }
    let earlier = kept_change(project);
    Ok(match keep_change(&change_file(project), &project.root, done, &files, earlier.as_deref()) {
        Ok(()) => "Toch niet goed? Neem het terug met: verbeeld terug",
        Err(_) => "Hoe het was, is niet te bewaren: de map .verbeeld is niet te schrijven.",
    })
}
