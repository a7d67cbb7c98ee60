//! Files in the folders for style, script and words that are not read: of another sort, or a folder too deep; and in a theme of one's
//! own all that no part of the program looks at (`BESTAND001`).

use crate::diag::{Diagnostic, Span, nearest, words};
use crate::source::Sources;
use std::collections::BTreeSet;

/// The folders, and how the names in them end.
const FOLDERS: [(&str, &str); 3] = [("css/", ".css"), ("js/", ".js"), ("text/", ".toml")];
/// All folders of a theme, and its one file.
const OF_A_THEME: [&str; 5] = ["templates", "css", "js", "text", "static"];
const SETTINGS: &str = "theme.toml";
/// What people keep beside a theme for themselves.
const NOTES: &[&str] = &["readme", "leesmij", "license", "licence", "licentie", "changelog", "notice", "package"];
/// Scripts that a page asks for when somebody searches.
const ASKED_LATER: &str = "zoeken/";

pub fn tell(sources: &Sources, problems: &mut Vec<Diagnostic>) {
    for (folder, ending) in FOLDERS {
        let on_disk = sources.theme().filter(|(_, layer, file)| *layer == 0 || file.disk.is_some());
        for (id, name) in on_disk.filter_map(|(id, _, file)| Some((id, file.name.strip_prefix(folder)?))) {
            let bare = name.strip_prefix(ASKED_LATER).filter(|_| folder == "js/").unwrap_or(name);
            let fits = name.to_lowercase().ends_with(ending);
            if !fits || bare.contains('/') {
                let last = name.rsplit('/').next().unwrap_or(name);
                let folder = folder.trim_end_matches('/');
                problems.push(words::files::unread_in_folder(Span::top(id), last, folder, ending, fits));
            }
        }
    }
    in_themes(sources, problems);
}

/// What lies in a theme on disk and in none of its folders: a folder is told once.
fn in_themes(sources: &Sources, problems: &mut Vec<Diagnostic>) {
    let mut folders = BTreeSet::new();
    for (id, layer, file) in sources.theme().filter(|(_, layer, file)| *layer > 0 && file.disk.is_some()) {
        let lower = file.name.to_lowercase();
        let problem = match file.name.split_once('/') {
            Some((folder, _)) if OF_A_THEME.contains(&folder) || !folders.insert((layer, folder)) => continue,
            Some((folder, _)) => words::files::unread_in_theme(
                Span::top(id),
                &format!("De map “{folder}”"),
                nearest(folder, OF_A_THEME).map(|near| format!("de map {near}")),
            ),
            None if lower == SETTINGS && file.name == SETTINGS => continue,
            None if lower.ends_with(".md") || NOTES.iter().any(|note| lower.starts_with(note)) => continue,
            None => {
                let near = nearest(&lower, [SETTINGS]).map(str::to_owned);
                let ending = lower.rsplit('.').next().unwrap_or_default();
                let folder = FOLDERS.iter().find(|(_, end)| end[1..] == *ending).map(|(folder, _)| *folder);
                let folder = folder.or((ending == "html").then_some("templates/"));
                let folder = folder.map(|folder| format!("de map {}", folder.trim_end_matches('/')));
                words::files::unread_in_theme(Span::top(id), &format!("Het bestand “{}”", file.name), near.or(folder))
            }
        };
        problems.push(problem);
    }
}
