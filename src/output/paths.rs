//! Which paths an output may have: nothing that leaves the folder, nothing that cannot be a file everywhere.

use super::PublishError;
use super::finished::Finished;
use crate::site::portable::unfit;

/// The file that makes a folder ours; see [`manifest`](super::manifest).
pub(super) const MARKER: &str = ".verbeeld";
/// The marker for the time between, while files are changed in place: it tells of the files of the old site and of the new.
pub(super) const BOTH: &str = ".verbeeld-beide";
/// Carried over from the old site as it is, so that the folder can stand in git while its content does not.
pub(super) const GITIGNORE: &str = ".gitignore";
/// Where the in-place fallback stages; only ever ours.
pub(super) const INNER_WORK: &str = ".verbeeld-werk";

/// Refuses an output that cannot be published, before anything is touched.
pub(super) fn check(site: &Finished) -> Result<(), PublishError> {
    for path in site.paths() {
        if !is_safe(path) {
            return Err(PublishError::BadPath(path.to_owned()));
        }
        for (slash, _) in path.match_indices('/') {
            if site.has(&path[..slash]) {
                return Err(PublishError::FileAndFolder { file: path[..slash].to_owned(), inside: path.to_owned() });
            }
        }
    }
    Ok(())
}

/// Can this path be a file in the folder, and only there?
pub(super) fn is_safe(path: &str) -> bool {
    let reserved = [MARKER, GITIGNORE, INNER_WORK, ".git"];
    let first = path.split('/').next().unwrap_or_default();
    !reserved.iter().any(|name| first.eq_ignore_ascii_case(name)) && unfit(path).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_leaves_the_folder_is_refused() {
        for bad in [
            "",
            "/etc/passwd",
            "../x",
            "a/../../x",
            "a/..",
            "./a",
            "a//b",
            "a/",
            "a\\..\\b",
            "a\0b",
            "a\nb",
            ".verbeeld",
            ".Verbeeld",
            ".gitignore",
            ".git/config",
            ".verbeeld-werk/x",
        ] {
            assert!(!is_safe(bad), "{bad:?}");
        }
        for good in ["index.html", "a/b.html", ".well-known/security.txt", "één/ß.svg"] {
            assert!(is_safe(good), "{good:?}");
        }
    }
}
