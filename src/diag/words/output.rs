//! Problems with folders, files on disk and the output.

use std::io::{Error, ErrorKind};

/// What the system says, in Dutch.
pub fn io_cause(cause: &Error) -> String {
    match cause.kind() {
        ErrorKind::NotFound => "het bestaat niet".into(),
        ErrorKind::PermissionDenied => "u hebt er geen rechten voor".into(),
        ErrorKind::StorageFull => "de schijf is vol".into(),
        ErrorKind::ReadOnlyFilesystem => "de schijf is alleen-lezen".into(),
        ErrorKind::AlreadyExists => "er staat al iets met die naam".into(),
        ErrorKind::NotADirectory => "een deel van het pad is geen map".into(),
        ErrorKind::IsADirectory => "het is een map, geen bestand".into(),
        _ => format!("het systeem meldt: {cause}"),
    }
}

/// `UITVOER001`: two files of the site have one path.
pub fn path_taken(path: &str) -> crate::diag::Diagnostic {
    crate::diag::Diagnostic::placeless("UITVOER001", format!("Twee onderdelen van de site hebben hetzelfde pad: /{path}"))
        .remedy("Geef een van de twee een andere naam. Kijk in de mappen content en static, en bij aliassen.")
}
