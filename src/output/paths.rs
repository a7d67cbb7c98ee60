//! Which paths an output may have: nothing that leaves the folder, nothing that cannot be a file everywhere.

use super::{Output, PublishError};

/// The file that makes a folder ours; see [`manifest`](super::manifest).
pub(super) const MARKER: &str = ".verbeeld";
/// Carried over from the old site as it is, so that the folder can stand in git while its content does not.
pub(super) const GITIGNORE: &str = ".gitignore";
/// Where the in-place fallback stages; only ever ours.
pub(super) const INNER_WORK: &str = ".verbeeld-werk";

/// Refuses an output that cannot be published, before anything is touched.
pub(super) fn check(output: &Output) -> Result<(), PublishError> {
    for (path, _) in output.iter() {
        if !is_safe(path) {
            return Err(PublishError::BadPath(path.to_owned()));
        }
        for (slash, _) in path.match_indices('/') {
            if output.get(&path[..slash]).is_some() {
                return Err(PublishError::FileAndFolder { file: path[..slash].to_owned(), inside: path.to_owned() });
            }
        }
    }
    Ok(())
}

fn is_safe(path: &str) -> bool {
    let reserved = [MARKER, GITIGNORE, INNER_WORK, ".git"];
    let first = path.split('/').next().unwrap_or_default();
    !reserved.iter().any(|name| first.eq_ignore_ascii_case(name)) && path.split('/').all(is_safe_segment)
}

fn is_safe_segment(segment: &str) -> bool {
    let windows = cfg!(windows)
        && (segment.contains(['<', '>', ':', '"', '|', '?', '*'])
            || segment.ends_with(['.', ' '])
            || is_device(segment));
    !segment.is_empty()
        && segment != "."
        && segment != ".."
        && !segment.contains(|c: char| c == '\\' || c.is_control())
        && !windows
}

/// Names that Windows keeps for devices, whatever their extension.
fn is_device(segment: &str) -> bool {
    let stem = segment.split('.').next().unwrap_or_default().to_ascii_uppercase();
    let numbered = |name: &str| {
        stem.strip_prefix(name).is_some_and(|rest| rest.len() == 1 && rest.chars().all(|c| c.is_ascii_digit()))
    };
    ["CON", "PRN", "AUX", "NUL"].contains(&stem.as_str()) || numbered("COM") || numbered("LPT")
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
        for good in ["index.html", "a/b.html", ".well-known/security.txt", "...", "a/..b", "één/ß.svg", "a/.gitignore"]
        {
            assert!(is_safe(good), "{good:?}");
        }
    }

    #[test]
    fn devices_of_windows_are_known() {
        assert!(is_device("con") && is_device("NUL.txt") && is_device("com1.html") && is_device("lpt9"));
        assert!(!is_device("concept") && !is_device("com") && !is_device("com10"));
    }
}
