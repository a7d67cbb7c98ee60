//! Paths as editors paste them from their own machine.

/// How a path on somebody's own machine or network begins.
const STARTS: &[&str] = &[
    "file:",
    "smb:",
    "onedrive:",
    "afp:",
    "/users/",
    "/home/",
    "/volumes/",
    "/mnt/",
    "/tmp/",
    "~/",
    "%userprofile%",
    "%onedrive%",
    "%homepath%",
    "%appdata%",
    "%temp%",
    "$home",
    "$onedrive",
    "$env:",
];

/// A path on the editor's own machine: `C:\foto.png`, `C:/foto.png`, `\\schijf\foto.png`, `file:///foto.png`, `/home/els/foto.png`.
pub fn is_on_own_disk(path: &str) -> bool {
    let bytes = path.as_bytes();
    let begins = |start: &&str| path.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start));
    path.contains('\\')
        // `//server/deel`, but `//voorbeeld.nl` is a website.
        || path.strip_prefix("//").is_some_and(|rest| !rest.split('/').next().unwrap_or_default().contains('.'))
        || STARTS.iter().any(begins)
        || (bytes.len() > 2 && bytes[0].is_ascii_alphabetic() && bytes[1] == b':')
}

/// A path on a disk that an organisation shares: `\\schijf\foto.png`, `//schijf/foto.png`, `smb://schijf/foto.png`. Markdown makes one backslash
/// of two.
pub fn is_on_network(path: &str) -> bool {
    let lower = path.to_ascii_lowercase();
    let host = lower.strip_prefix("file:").and_then(|rest| rest.strip_prefix("//"));
    let host = host.map(|rest| rest.split('/').next().unwrap_or_default());
    let shared = host.is_some_and(|host| !host.is_empty() && host != "localhost" && !host.contains([':', '|']));
    is_on_own_disk(path) && (shared || ["\\", "//", "smb:", "afp:"].iter().any(|start| lower.starts_with(start)))
}

/// A path that a machine fills in with a folder of its user: `~/over`, `%USERPROFILE%/over`, `$HOME/over`.
pub fn is_filled_in(path: &str) -> bool {
    let begins = |start: &&str| path.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start));
    STARTS.iter().filter(|start| start.starts_with(['~', '%', '$'])).any(begins)
}

/// The name at the end of a path.
pub fn file_name(path: &str) -> &str {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    // `C:plan.pdf`
    name.split_once(':').map_or(name, |(_, name)| name)
}

/// A name as it stands on disk: of `Mijn%20plan.pdf` the space.
pub fn plain_name(name: &str) -> String {
    let mut bytes = Vec::with_capacity(name.len());
    let mut rest = name.as_bytes();
    while let [first, after @ ..] = rest {
        let hex = after.get(..2).filter(|_| *first == b'%').and_then(|two| std::str::from_utf8(two).ok());
        match hex.and_then(|two| u8::from_str_radix(two, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| name.to_owned())
}

/// A path within the site with backslashes between its parts, with the strokes that belong there; `None` for one of a machine or network.
/// `\\server\\map` has two at its start.
pub fn turned(path: &str) -> Option<String> {
    let right = path.replace('\\', "/");
    (right != path && !path.starts_with("\\\\") && !is_on_own_disk(&right)).then_some(right)
}

/// Hosts where organisations keep what is theirs alone, and who opens it must often log in.
const CLOSED: &[&str] = &[
    ".sharepoint.com/",
    "//teams.microsoft.com/",
    "//onedrive.live.com/",
    "//1drv.ms/",
    "//teams.live.com/",
    "//docs.google.com/document/",
    "//docs.google.com/spreadsheets/",
    "//docs.google.com/presentation/",
    "//drive.google.com/",
    "//www.notion.so/",
    ".atlassian.net/wiki/",
    "//intranet.",
    "//sharepoint.",
    "//portaal.intern",
];

/// A web address that readers cannot reach: of one machine, of a network at the office, or behind a door.
pub fn is_within_walls(address: &str) -> bool {
    let Some((scheme, rest)) = address.split_once("://") else { return false };
    if !scheme.eq_ignore_ascii_case("https") && !scheme.eq_ignore_ascii_case("http") {
        return false;
    }
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = host.rsplit('@').next().unwrap_or(host).split(':').next().unwrap_or_default();
    let private = host.split('.').count() == 4
        && host.bytes().all(|b| b.is_ascii_digit() || b == b'.')
        && (["10.", "127.", "192.168.", "169.254."].iter().any(|start| host.starts_with(start))
            || host
                .strip_prefix("172.")
                .and_then(|rest| rest.split('.').next()?.parse::<u8>().ok())
                .is_some_and(|n| (16..32).contains(&n)));
    let named = !host.is_empty()
        && (!host.contains('.')
            || [".local", ".lan", ".intern", ".internal", ".corp"].iter().any(|end| host.ends_with(end)));
    private || named || CLOSED.iter().any(|known| address.contains(known))
}

#[cfg(test)]
mod tests {
    use super::{file_name, is_on_own_disk, is_within_walls};

    #[test]
    fn paths_of_ones_own() {
        for path in [
            "file:///C:/plan.pdf",
            "C:\\Users\\els\\plan.pdf",
            "g:/Team/plan.pdf",
            "\\\\server\\deel\\plan.pdf",
            "//server/deel/plan.pdf",
            "/home/els/plan.pdf",
            "/Users/els/plan.pdf",
            "~/plan.pdf",
            "%USERPROFILE%/plan.pdf",
            "$HOME/plan.pdf",
            "C:plan.pdf",
            "/mnt/c/plan.pdf",
            "smb://server/plan.pdf",
        ] {
            assert!(is_on_own_disk(path) && file_name(path) == "plan.pdf", "{path}");
        }
        for path in [
            "plan.pdf",
            "/over/plan.pdf",
            "../plan.pdf",
            "https://a.nl/home/x",
            "over:plan",
            "//a.nl/x",
            "/media/a.png",
            "",
        ] {
            assert!(!is_on_own_disk(path), "{path}");
        }
    }

    #[test]
    fn addresses_that_readers_cannot_reach() {
        for address in [
            "http://localhost:4321/over/",
            "http://192.168.1.10/x",
            "http://intranet/x",
            "https://intranet.stad.nl/x",
            "https://stad.sharepoint.com/sites/x",
            "http://172.20.0.1/",
            "https://server.local/x",
            "http://127.0.0.1",
        ] {
            assert!(is_within_walls(address), "{address}");
        }
        for address in ["https://stad.nl/intranet/", "https://172.nl/", "mailto:a@b.nl", "https://8.8.8.8/", "/over/"] {
            assert!(!is_within_walls(address), "{address}");
        }
    }
}
