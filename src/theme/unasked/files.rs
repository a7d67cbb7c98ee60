//! Files in the folders for style, script and words that are not read: of another sort, or a folder too deep (`BESTAND001`).

use super::own;
use crate::diag::{Diagnostic, Span, words};
use crate::source::Sources;

/// The folders, and how the names in them end.
const FOLDERS: [(&str, &str); 3] = [("css/", ".css"), ("js/", ".js"), ("text/", ".toml")];
/// Scripts that a page asks for when somebody searches.
const ASKED_LATER: &str = "zoeken/";

pub fn tell(sources: &Sources, problems: &mut Vec<Diagnostic>) {
    for (folder, ending) in FOLDERS {
        for (id, name, _) in own(sources, folder) {
            let bare = name.strip_prefix(ASKED_LATER).filter(|_| folder == "js/").unwrap_or(name);
            let fits = name.to_lowercase().ends_with(ending);
            if !fits || bare.contains('/') {
                let last = name.rsplit('/').next().unwrap_or(name);
                let folder = folder.trim_end_matches('/');
                problems.push(words::files::unread_in_folder(Span::top(id), last, folder, ending, fits));
            }
        }
    }
}
