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
