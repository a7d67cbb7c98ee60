//! Paths of this computer as people know them. A path within the project is written with `/` on every system, as in
//! `site/content/index.md`: messages are the same everywhere, and editors' programs find the place. A path of the disk is written as
//! its system writes it.

use std::borrow::Cow;
use std::path::Path;

/// A name in which what nobody sees, and what turns the order of letters round, became a sign that everybody sees: so that two names that
/// differ look it, and a name changes nothing of the line in which it is told.
pub fn visible(name: &str) -> Cow<'_, str> {
    if name.contains(is_unseen) { name.replace(is_unseen, "\u{fffd}").into() } else { name.into() }
}

/// Is it a sign that nobody sees, or one that turns the order of letters round?
pub fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// A path on disk, for a message or for another program.
pub fn shown(path: impl AsRef<Path>) -> String {
    let text = path.as_ref().to_string_lossy();
    if cfg!(windows) { of_windows(&text) } else { text.into_owned() }
}

/// Windows puts `\\?\` before a path that may be long. Nobody types that, and few programs take it.
fn of_windows(path: &str) -> String {
    let path = path.replace('/', "\\");
    let bare = path.strip_prefix(r"\\?\").or_else(|| path.strip_prefix(r"\\.\")).unwrap_or(&path);
    match bare.get(..4) {
        Some(unc) if unc.eq_ignore_ascii_case(r"UNC\") => format!(r"\\{}", &bare[4..]),
        _ if is_drive(bare) => bare.to_owned(),
        // What has no shorter name, such as a volume by its number.
        _ => path,
    }
}

fn is_drive(path: &str) -> bool {
    let bytes = path.as_bytes();
    bytes.first().is_some_and(u8::is_ascii_alphabetic) && bytes.get(1) == Some(&b':')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_of_windows_is_shown_as_explorer_shows_it() {
        for (path, expected) in [
            (r"\\?\C:\Users\Anna\site\public", r"C:\Users\Anna\site\public"),
            (r"C:\Users\Anna/site/public", r"C:\Users\Anna\site\public"),
            (r"\\?\UNC\server\web\site", r"\\server\web\site"),
            (r"\\server\web\site", r"\\server\web\site"),
            ("//server/web/site", r"\\server\web\site"),
            (r"\\?\Volume{b75e2c83}\site", r"\\?\Volume{b75e2c83}\site"),
            (r".\public", r".\public"),
            ("./public", r".\public"),
            ("é", "é"),
            ("", ""),
        ] {
            assert_eq!(of_windows(path), expected, "{path}");
        }
    }

    #[test]
    fn what_nobody_sees_is_shown() {
        assert_eq!(visible("a\u{202e}b\tc\u{200b}.md"), "a\u{fffd}b\u{fffd}c\u{fffd}.md");
        assert_eq!(visible("één naam\u{a0}\"x\\y’.md"), "één naam\u{a0}\"x\\y’.md");
    }

    #[cfg(unix)]
    #[test]
    fn elsewhere_a_path_is_what_it_is() {
        assert_eq!(shown(Path::new(r"/srv/a\b")), r"/srv/a\b");
    }
}
