//! Paths as editors paste them from their own machine.

/// A path on the editor's own machine: `C:\foto.png`, `C:/foto.png`, `\\schijf\foto.png`, `file:///foto.png`.
pub(super) fn is_disk_path(src: &str) -> bool {
    let bytes = src.as_bytes();
    let lower = src.to_lowercase();
    src.contains('\\')
        || ["file:", "/users/", "/home/", "/volumes/", "~/", "%userprofile%", "%onedrive%"]
            .iter()
            .any(|start| lower.starts_with(start))
        || (bytes.len() > 2 && bytes[0].is_ascii_alphabetic() && bytes[1] == b':')
}

/// The name at the end of a path.
pub(super) fn file_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}
