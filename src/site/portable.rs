//! Which paths can be files on every system and every host. Publishing and the check of the content ask the same.

use crate::diag::is_unseen;
use crate::diag::words::pages::UnfitPath as Unfit;
use std::borrow::Cow;
use std::collections::BTreeMap;
use unicode_normalization::UnicodeNormalization;

/// Longer than this, in bytes, and some disk cannot hold the name, or the files that are made beside it.
const LONGEST_NAME: usize = 200;
/// The same for a whole path.
const LONGEST_PATH: usize = 1_000;

/// Hidden names that a host looks for, or that the program makes for one (`hosts/`).
const HIDDEN: [&str; 3] = [".well-known", ".htaccess", ".hosts"];

/// The part of a path that cannot be, up to where it ends, and why.
pub fn unfit(path: &str) -> Option<(&str, Unfit)> {
    let mut end = 0;
    for segment in path.split('/') {
        end += segment.len();
        if let Some(why) = unfit_name(segment) {
            return Some((&path[..end], why));
        }
        end += 1;
    }
    (path.len() > LONGEST_PATH).then_some((path, Unfit::Long))
}

fn unfit_name(name: &str) -> Option<Unfit> {
    if name.is_empty() || (name.starts_with('.') && !HIDDEN.contains(&name)) {
        return Some(Unfit::Empty);
    }
    // Most names are letters, digits and hyphens: of each of their signs nothing else need be asked.
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    let sign = || name.chars().find(|c| is_forbidden(*c));
    if let Some(sign) = (!name.bytes().all(is_plain)).then(sign).flatten() {
        return Some(Unfit::Sign(sign));
    }
    if name.ends_with(['.', ' ']) || name.starts_with(' ') {
        return Some(Unfit::Ending);
    }
    if name.len() > LONGEST_NAME {
        return Some(Unfit::Long);
    }
    is_device(name).then_some(Unfit::Device)
}

fn is_forbidden(c: char) -> bool {
    matches!(c, '<' | '>' | ':' | '"' | '|' | '?' | '*' | '\\' | '\u{fffd}')
        || crate::decode::is_unprintable(c)
        || is_unseen(c)
}

/// Names that Windows keeps for devices, whatever their extension.
fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end();
    // From `CON` to `CONOUT$`.
    if !(3..=7).contains(&stem.len()) || !stem.starts_with(['c', 'C', 'p', 'P', 'a', 'A', 'n', 'N', 'l', 'L']) {
        return false;
    }
    let stem = stem.to_ascii_uppercase();
    let numbered = |of: &str| {
        let mut rest = stem.strip_prefix(of).unwrap_or_default().chars();
        matches!((rest.next(), rest.next()), (Some('0'..='9' | '¹' | '²' | '³'), None))
    };
    ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"].contains(&stem.as_str()) || numbered("COM") || numbered("LPT")
}

/// The form in which a name is the same for every system: one form for letters with marks, and no capitals.
fn same_everywhere(path: &str) -> Cow<'_, str> {
    if path.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase()) {
        return Cow::Borrowed(path);
    }
    path.nfc().flat_map(char::to_lowercase).nfc().collect::<String>().into()
}

/// Why two paths cannot both be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Clash<'a> {
    /// The first would be a file, and the second needs it to be a folder.
    FileAndFolder(&'a str, &'a str),
    /// The two differ in capitals only, or in how a letter with a mark is written; some systems take them for one.
    Alike(&'a str, &'a str),
}

/// All clashes among the paths of a site, each pair of names once.
pub fn clashes<'a>(paths: impl Iterator<Item = &'a str>) -> Vec<Clash<'a>> {
    let paths: Vec<&str> = paths.collect();
    let mut files: BTreeMap<Cow<'a, str>, &'a str> = BTreeMap::new();
    let mut found = Vec::new();
    for path in &paths {
        if let Some(first) = files.insert(same_everywhere(path), path).filter(|first| first != path) {
            found.push(Clash::Alike(first, path));
        }
    }
    // Folders by how they are written everywhere: how they are written here, and a file in them.
    let mut folders: BTreeMap<Cow<'a, str>, (&'a str, &'a str)> = BTreeMap::new();
    for path in &paths {
        for (slash, _) in path.match_indices('/').collect::<Vec<_>>().into_iter().rev() {
            let folder = &path[..slash];
            let key = same_everywhere(folder);
            if let Some((written, inside)) = folders.get(&key) {
                if *written != folder {
                    found.push(Clash::Alike(inside, path));
                }
                // What is above it was seen with the first.
                break;
            }
            if let Some(file) = files.get(&key) {
                found.push(Clash::FileAndFolder(file, path));
            }
            folders.insert(key, (folder, path));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_some_system_cannot_hold() {
        for (bad, why) in [
            ("", Unfit::Empty),
            ("/index.html", Unfit::Empty),
            ("a//b", Unfit::Empty),
            ("a/.pdf", Unfit::Empty),
            ("../x", Unfit::Empty),
            ("con/index.html", Unfit::Device),
            ("a/NUL.txt", Unfit::Device),
            ("com1.tar.gz", Unfit::Device),
            ("lpt²", Unfit::Device),
            ("a./b", Unfit::Ending),
            ("a /b", Unfit::Ending),
            (" a", Unfit::Ending),
            ("a\nb", Unfit::Sign('\n')),
            ("a\\b", Unfit::Sign('\\')),
            ("12:30", Unfit::Sign(':')),
            ("a\u{fffe}", Unfit::Sign('\u{fffe}')),
            ("a\u{1b}[0m", Unfit::Sign('\u{1b}')),
        ] {
            assert_eq!(unfit(bad).map(|(_, why)| why), Some(why), "{bad:?}");
        }
        assert_eq!(unfit(&"a".repeat(201)).unwrap().1, Unfit::Long);
        assert_eq!(unfit("a/con.x/b"), Some(("a/con.x", Unfit::Device)));
        for good in [
            "index.html",
            ".well-known/security.txt",
            "a/..b.txt/x".trim_start_matches("a/.."),
            "één/ß.svg",
            "concept",
            "com",
            "com10",
            "a b",
        ] {
            assert_eq!(unfit(good), None, "{good:?}");
        }
    }

    #[test]
    fn paths_that_clash() {
        let found = |paths: &[&'static str]| clashes(paths.iter().copied());
        assert_eq!(found(&["a", "b/c", "b/d", "e/f/g"]), []);
        assert_eq!(found(&["a", "a-b", "a/b"]), [Clash::FileAndFolder("a", "a/b")]);
        assert_eq!(found(&["A", "a/b"]), [Clash::FileAndFolder("A", "a/b")]);
        assert_eq!(found(&["Foto.jpg", "foto.jpg"]), [Clash::Alike("Foto.jpg", "foto.jpg")]);
        assert_eq!(found(&["e\u{301}.txt", "é.txt"]).len(), 1);
        assert_eq!(found(&["A/b", "a/c", "a/d"]).len(), 2);
        assert_eq!(found(&["x/A/b", "x/a/b"]).len(), 2);
    }
}
