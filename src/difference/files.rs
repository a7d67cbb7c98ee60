//! Files that lay with a page and will be gone: drawings, tables, slides, documents. A redirect is only there for a page, so a link to such
//! a file dies without a word.

use super::loss::{Both, Loss};
use super::pages::{PageChange, PageKind};
use super::{Published, is_compared};
use crate::output::Output;
use std::collections::BTreeMap;

/// So many are named.
const FEW: usize = 4;

/// The files beside pages that were published and will not be, in order of path.
pub fn gone(before: &Published, after: &Output) -> Vec<String> {
    let beside = |path: &str| {
        path.rsplit_once('/').is_some_and(|(folder, _)| before.contains_key(&format!("{folder}/index.html")))
    };
    let packed = |path: &str| path.ends_with(".gz") || path.ends_with(".br");
    let all = before.keys().filter(|path| !is_compared(path) && !packed(path) && beside(path));
    // How many slides a drawing takes follows from what it shows.
    let of_drawing =
        |path: &str| path.rsplit_once("-dia").is_some_and(|(drawing, _)| after.has(&format!("{drawing}.svg")));
    all.filter(|path| !after.has(path) && !of_drawing(path)).cloned().collect()
}

/// What is lost with them, once for each page. Of a page that is gone itself its own loss tells how it comes back, and so do they.
pub fn lost(pages: &[PageChange], both: &Both<'_>) -> Vec<Loss> {
    let mut folders: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for path in both.files {
        if let Some((folder, name)) = path.rsplit_once('/') {
            folders.entry(folder).or_default().push(name);
        }
    }
    let told_with_page = |folder: &str| {
        pages.iter().any(|page| page.kind == PageKind::Gone && page.url.strip_suffix('/') == Some(folder))
    };
    folders
        .into_iter()
        .filter(|(folder, _)| !told_with_page(folder))
        .map(|(folder, names)| told(folder, &names))
        .collect()
}

/// What goes with a page that is gone; empty when nothing does.
pub fn with_page(url: &str, both: &Both<'_>) -> String {
    match both.files.iter().filter(|path| path.strip_prefix(url).is_some_and(|name| !name.contains('/'))).count() {
        0 => String::new(),
        1 => " Ook 1 bestand van die pagina (afbeelding, tabel of dia's) verliest zijn webadres.".to_owned(),
        n => format!(" Ook {n} bestanden van die pagina (afbeeldingen, tabellen, dia's) verliezen hun webadres."),
    }
}

fn told(folder: &str, names: &[&str]) -> Loss {
    let more = if names.len() > FEW { format!(" en nog {}", names.len() - FEW) } else { String::new() };
    let shown = names.iter().take(FEW).copied().collect::<Vec<_>>().join(", ");
    let count = match names.len() {
        1 => "1 bestand (afbeelding, tabel of dia) heeft".to_owned(),
        n => format!("{n} bestanden (afbeeldingen, tabellen, dia's) hebben"),
    };
    Loss {
        what: format!("{count} geen webadres meer in /{folder}/: {shown}{more}. Wie daarheen linkt, vindt niets."),
        remedy: "Was dat niet de bedoeling? Zet het blok van de infographic, of de link naar het bestand, terug op de pagina. Wel? Zeg het \
                 aan wie ernaar linkt: voor een bestand is er geen doorverwijzing."
            .to_owned(),
    }
}
