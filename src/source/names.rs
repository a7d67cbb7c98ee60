//! Names of files that are nearly right: Windows hides how a name ends, and then a page is called `pagina.md.txt`.

use crate::diag::nearest;

/// Endings that programs put behind the one that was typed.
const ADDED: &[&str] = &[".txt", ".doc", ".docx", ".rtf"];
/// Other endings that Markdown has elsewhere.
const MARKDOWN: &[&str] = &[".markdown", ".mdown", ".mkdn", ".mkd"];
/// What texts for editors are called.
const NOTES: &[&str] = &["readme", "leesmij", "lees-mij", "lees mij", "changelog", "notities", "todo"];
/// Files that a site has beside its folders.
pub(super) const LOOSE: &[&str] = &["portal.toml", "huisstijl.tokens.json", "huisstijl.donker.tokens.json"];

/// A file that is passed over because of its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misnamed {
    /// What it should be called, without its folder.
    pub right: String,
    /// Does it hold data, so that much may be missing without it?
    pub data: bool,
    /// A page beside the folder for pages, or data beside that for data.
    pub misplaced: bool,
    /// A spreadsheet or the like among the data: no other name makes that readable.
    pub sheet: bool,
    /// A document or picture right in the folder of the site, where nothing reads it.
    pub loose: bool,
    /// What is wrong is the name of the folder; `right` is what that should be.
    pub folder: bool,
}

/// What the folders of a site are called elsewhere.
const FOLDERS_ELSEWHERE: &[(&str, &[&str])] = &[
    ("content", &["inhoud", "pages", "paginas", "pagina's"]),
    ("data", &["gegevens", "_data"]),
    ("static", &["assets", "bestanden", "media", "images", "img"]),
    ("templates", &["layouts", "_layouts", "sjablonen"]),
    ("css", &["styles", "style", "stijl", "stijlen"]),
    ("js", &["scripts", "script", "javascript"]),
    ("text", &["teksten", "woorden", "i18n", "lang", "locales"]),
];

fn is_note(lower: &str) -> bool {
    NOTES.iter().any(|note| lower.starts_with(note))
}

/// The folder that another one was meant to be, as far as its files fit there.
fn meant_folder(folder: &str, file: &str) -> Option<&'static str> {
    let lower = folder.to_lowercase();
    let known = super::folders::FOLDERS.map(|(known, _)| known);
    let elsewhere =
        FOLDERS_ELSEWHERE.iter().find(|(_, names)| names.contains(&lower.as_str())).map(|(known, _)| *known);
    let meant =
        elsewhere.or_else(|| nearest(&lower, known).and_then(|near| known.into_iter().find(|name| *name == near)))?;
    let fits = match meant {
        "content" => file.ends_with(".md") && !is_note(file),
        "data" | "text" => file.ends_with(".toml"),
        "templates" => file.ends_with(".html"),
        "css" => file.ends_with(".css"),
        "js" => file.ends_with(".js"),
        _ => [".css", ".js", ".svg", ".png", ".jpg", ".jpeg", ".webp", ".pdf", ".txt", ".ico", ".woff2"]
            .iter()
            .any(|ending| file.ends_with(ending)),
    };
    fits.then_some(meant)
}

/// The file that a copy was made of, by the name that systems give to copies: `over.md` for `over - kopie.md` and `over (1).md`.
pub(super) fn copied(path: &str) -> Option<String> {
    let (stem, ending) = path.rsplit_once('.')?;
    let (folder, name) = stem.rsplit_once('/').map_or(("", stem), |(folder, name)| (&path[..=folder.len()], name));
    // `over - kopie (2)` is the second copy.
    let bare = name.strip_suffix(')').and_then(|name| name.rsplit_once(" ("));
    let numbered = bare.filter(|(_, number)| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()));
    let once = numbered.map_or(name, |(name, _)| name);
    let stem = [" - kopie", " - copy", " copy", " kopie"].iter().find_map(|end| {
        let at = once.len().checked_sub(end.len())?;
        once.get(at..).filter(|last| last.eq_ignore_ascii_case(end)).map(|_| &once[..at])
    });
    let first = ["kopie van ", "copy of "].iter().find_map(|start| {
        once.get(..start.len()).filter(|first| first.eq_ignore_ascii_case(start)).map(|_| &once[start.len()..])
    });
    let original = stem.or(first).unwrap_or(once);
    (original != name && !original.is_empty()).then(|| format!("{folder}{original}.{ending}"))
}

/// What programs make of rows and columns.
const SHEETS: &[&str] = &[".csv", ".xlsx", ".xls", ".xlsm", ".ods", ".numbers", ".json", ".yaml", ".yml"];

const OPENDOCUMENT: &[&str] = &[".odt", ".ods", ".odp"];
/// Files that people keep beside their site: documents, sheets, pictures.
const LEFT: &[&str] = &[
    ".docx", ".doc", ".rtf", ".xlsx", ".xls", ".csv", ".pptx", ".ppt", ".pdf", ".jpg", ".jpeg", ".png", ".webp",
    ".heic",
];

/// What a file is meant to be called; `None` when nothing is wrong with its name. `path` starts in the site's folder:
/// `content/over/pagina.md.txt`.
pub fn misnamed(path: &str) -> Option<Misnamed> {
    let named =
        |right: String| Misnamed { right, data: false, misplaced: false, sheet: false, loose: false, folder: false };
    let (folder, name) = path.split_once('/').unwrap_or(("", path));
    let name = name.rsplit('/').next().unwrap_or(name);
    let lower = name.to_lowercase();
    if folder == "data" && lower.ends_with(".md") && !is_note(&lower) {
        return Some(Misnamed { misplaced: true, ..named(name.to_owned()) });
    }
    if folder == "data" && SHEETS.iter().any(|end| lower.ends_with(end)) {
        return Some(Misnamed { sheet: true, ..named(name.to_owned()) });
    }
    let known = super::folders::FOLDERS.iter().any(|(known, _)| *known == folder);
    if let Some(meant) = (!known && !folder.is_empty()).then(|| meant_folder(folder, &lower)).flatten() {
        return Some(Misnamed { folder: true, data: meant == "data", ..named(meant.to_owned()) });
    }
    let page = lower.ends_with(".md") && !is_note(&lower);
    // A list beside the folders is one of another program more often than ours.
    let data = lower.ends_with(".toml") && !folder.is_empty();
    if !known && (page || data) {
        return Some(Misnamed { data, misplaced: true, ..named(name.to_owned()) });
    }
    let right = match folder {
        "" if lower.ends_with(".css") => return Some(Misnamed { misplaced: true, ..named(name.to_owned()) }),
        "" if LEFT.iter().chain(OPENDOCUMENT).any(|end| lower.ends_with(end)) && loose(name).is_none() => {
            return Some(Misnamed { loose: true, ..named(name.to_owned()) });
        }
        "" => loose(name),
        // How another program names the page of a folder.
        "content" if lower == "_index.md" => Some("index.md".to_owned()),
        "content" => ending(name, ".md").or_else(|| {
            let end = MARKDOWN.iter().find(|end| lower.ends_with(**end))?;
            Some(format!("{}.md", &name[..name.len() - end.len()]))
        }),
        "data" => ending(name, ".toml").or_else(|| {
            // `gremia.tml`
            let (stem, end) = name.rsplit_once('.').filter(|(stem, _)| !stem.is_empty())?;
            (end != "toml" && nearest(end, ["toml"]).is_some()).then(|| format!("{stem}.toml"))
        }),
        "templates" => ending(name, ".html"),
        "css" => ending(name, ".css"),
        "js" => ending(name, ".js"),
        "text" => ending(name, ".toml"),
        _ => None,
    }?;
    // The address is in small letters whatever the name; this name is known by heart.
    let right = if right.eq_ignore_ascii_case("index.md") { "index.md".to_owned() } else { right };
    Some(Misnamed { data: folder == "data", ..named(right) })
}

/// How copies end that somebody set aside.
const BACKUPS: &[&str] = &[".bak", ".old", ".orig", ".backup"];

/// Is this the name of a copy that was set aside?
pub(super) fn is_backup(name: &str) -> bool {
    let lower = name.to_lowercase();
    BACKUPS.iter().any(|end| lower.ends_with(end))
}

/// What a file is to be called when it holds data: only what it says can tell that, as its name is one that other files have as well.
pub(super) fn if_data(path: &str) -> Option<Misnamed> {
    let (folder, name) = path.split_once('/').unwrap_or(("", path));
    let name = name.rsplit('/').next().unwrap_or(name);
    let lower = name.to_lowercase();
    let may = match folder {
        "data" => !lower.ends_with(".toml"),
        "" => lower.ends_with(".toml") && !LOOSE.contains(&name),
        "content" => lower.ends_with(".toml") || lower.ends_with(".txt"),
        _ => false,
    };
    if !may || is_note(&lower) || is_leftover(name) || misnamed(path).is_some() {
        return None;
    }
    let mut stem = name;
    while let Some((before, end)) = stem.rsplit_once('.').filter(|(before, _)| !before.is_empty()) {
        let known = end.eq_ignore_ascii_case("toml") || end.eq_ignore_ascii_case("txt") || is_backup(stem);
        stem = if known || stem == name { before } else { break };
    }
    let misplaced = folder != "data";
    Some(Misnamed { right: format!("{stem}.toml"), data: true, misplaced, sheet: false, loose: false, folder: false })
}

/// `pagina.md` for `pagina.md.txt` and `pagina.MD`.
fn ending(name: &str, wanted: &str) -> Option<String> {
    let lower = name.to_lowercase();
    let bare = ADDED.iter().find_map(|added| lower.strip_suffix(added)).unwrap_or(&lower);
    let stem = bare.strip_suffix(wanted).filter(|stem| !stem.is_empty())?;
    // Small letters may take another number of bytes than capitals: such a name is left alone.
    let right = format!("{}{wanted}", name.get(..stem.len()).filter(|s| s.to_lowercase() == stem)?);
    (right != name).then_some(right)
}

fn loose(name: &str) -> Option<String> {
    let lower = name.to_lowercase();
    let bare = ADDED.iter().find_map(|added| lower.strip_suffix(added)).unwrap_or(&lower);
    if LOOSE.contains(&name) {
        return None;
    }
    let right = LOOSE.iter().find(|right| **right == bare).copied();
    // "huisstijl.json" and "huisstijl.token.json" are no names that another file would have.
    let look = || {
        let dark = bare.contains("donker");
        (bare.starts_with("huisstijl") && bare.ends_with(".json")).then(|| LOOSE[if dark { 2 } else { 1 }])
    };
    // The lists of other programs are called quite otherwise.
    let near = || nearest(bare, LOOSE.iter().copied()).filter(|near| ends_alike(bare, near));
    right.or_else(look).or_else(near).map(str::to_owned)
}

fn ends_alike(one: &str, other: &str) -> bool {
    one.rsplit('.').next() == other.rsplit('.').next()
}

/// Hidden files, and what editors and systems leave beside the files that people make.
pub fn is_leftover(name: &str) -> bool {
    let lower = name.to_lowercase();
    name.starts_with(['.', '#'])
        || lower.starts_with("~$")
        || [".tmp", ".swp", ".swx", "~", "___jb_tmp___", "___jb_old___"].iter().any(|end| lower.ends_with(end))
        || ["thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r", "__macosx"].contains(&lower.as_str())
        // Vim tries with this name whether it may write in a folder.
        || name == "4913"
}

/// Is this the name of a file right in the site's folder that is read, or told?
pub(super) fn is_loose(name: &str) -> bool {
    misnamed(name).is_some() || LOOSE.contains(&name) || if_data(name).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_are_known_by_their_names() {
        for (path, original) in [
            ("over - kopie.md", "over.md"),
            ("a/over - Kopie (2).md", "a/over.md"),
            ("over (1).md", "over.md"),
            ("over copy.md", "over.md"),
        ] {
            assert_eq!(copied(path).as_deref(), Some(original), "{path}");
        }
        for path in ["over.md", "plan (concept).md", "kopie.md", "over ().md", "een kopie maken.md"] {
            assert_eq!(copied(path), None, "{path}");
        }
    }

    #[test]
    fn names_that_are_nearly_right() {
        for (path, right) in [
            ("content/over/pagina.md.txt", "pagina.md"),
            ("content/over/INDEX.MD", "index.md"),
            ("content/Nieuws.Markdown", "Nieuws.md"),
            ("content/a.md.docx", "a.md"),
            ("content/nieuws/_index.md", "index.md"),
            ("data/gremia.toml.txt", "gremia.toml"),
            ("data/gremia.TOML", "gremia.toml"),
            ("huisstijl.tokens.json.txt", "huisstijl.tokens.json"),
            ("Huisstijl.Donker.tokens.json", "huisstijl.donker.tokens.json"),
            ("huisstijl.json", "huisstijl.tokens.json"),
            ("portal.toml.txt", "portal.toml"),
            ("templates/pagina.html.txt", "pagina.html"),
            ("text/nl.toml.txt", "nl.toml"),
            ("data/gremia.tml", "gremia.toml"),
            ("portaal.toml", "portal.toml"),
            ("huisstijl.tokes.json", "huisstijl.tokens.json"),
            ("dta/gremia.toml", "data"),
            ("Content/over.md", "content"),
            ("themplates/start.html", "templates"),
            ("assets/logo.svg", "static"),
            ("stijl.css", "stijl.css"),
        ] {
            assert_eq!(misnamed(path).map(|m| m.right).as_deref(), Some(right), "{path}");
        }
        assert!(misnamed("data/cijfers.XLSX").is_some_and(|m| m.sheet && !m.data));
        assert!(
            misnamed("Verslag.docx").is_some_and(|m| m.loose) && misnamed("portal.toml.docx").is_some_and(|m| !m.loose)
        );
        assert!(misnamed("data/x.toml.txt").is_some_and(|m| m.data));
        assert!(misnamed("content/x.md.txt").is_some_and(|m| !m.data));
    }

    #[test]
    fn what_a_file_is_called_when_it_holds_data() {
        for (path, right) in [
            ("data/extra", Some("extra.toml")),
            ("data/kust/extra.txt", Some("extra.toml")),
            ("data/begrippen.toml.bak", Some("begrippen.toml")),
            ("data/begrippen.bak.txt", Some("begrippen.toml")),
            ("data/versie 1.2", Some("versie 1.toml")),
            ("begrippen.toml", Some("begrippen.toml")),
            ("content/over/cijfers.toml", Some("cijfers.toml")),
            ("data/lees mij.txt", None),
            ("data/README", None),
            ("data/gremia.toml", None),
            ("data/gremia.toml~", None),
            ("data/gremia.toml.txt", None),
            ("data/gremia.csv", None),
            ("portal.toml", None),
            ("lijst.txt", None),
            ("static/gremia.toml", None),
        ] {
            assert_eq!(if_data(path).map(|m| m.right).as_deref(), right, "{path}");
        }
        assert!(is_backup("a.toml.BAK") && !is_backup("a.toml"));
    }

    #[test]
    fn names_that_are_right() {
        for path in [
            "content/over/pagina.md",
            "content/over/verslag.docx",
            "content/lijst.txt",
            "data/README.md",
            "data/gremia.toml",
            "huisstijl.tokens.json",
            "portal.toml",
            "static/robots.txt",
            "static/uitleg.md.txt",
            "README.md",
            "content/.md",
            "netlify.toml",
            "package.json",
            "test/plan.md.bak",
            "docs/index.html",
        ] {
            assert_eq!(misnamed(path), None, "{path}");
        }
    }

    #[test]
    fn leftovers_of_editors_and_systems() {
        for name in [
            ".DS_Store",
            "Thumbs.db",
            "desktop.ini",
            "~$notitie.docx",
            "a.md~",
            "#a.md#",
            ".~lock.a.odt#",
            "a.swp",
            "4913",
            "a.tmp",
            "a.md___jb_tmp___",
        ] {
            assert!(is_leftover(name), "{name}");
        }
        for name in ["a.md", "plan.pdf", "thumbs.png", "4913.md", "tmp", "a~b.md"] {
            assert!(!is_leftover(name), "{name}");
        }
    }
}
