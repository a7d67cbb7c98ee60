//! Writing what a command changed, so that it can be taken back.

use super::{FAILED, say};
use crate::diag::shown;
use crate::edit::Change;
use crate::output::{Hold, NotWritten};

/// Writes a change and keeps what it was; gives how it is taken back.
pub fn written(hold: &Hold, change: &Change<'_>, done: &str) -> Result<&'static str, u8> {
    Ok(match hold.change(done, &change.files()).map_err(|refused| not_written(&refused, "gewijzigd"))? {
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
    say::line(
        "Bij de volgende opdracht probeert Verbeeld het opnieuw. Lukt dat niet, zet ze dan zelf terug, uit een reservekopie of met git.",
    );
    FAILED
}
