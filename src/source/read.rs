//! Finds the project and reads its files.

use super::names::{LOOSE, is_leftover, misnamed};
use super::{Role, SourceFile, Sources, embedded_themes};
use crate::diag::words;
use include_dir::Dir;
use rayon::prelude::*;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The folders of one site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Project {
    /// The project's folder; paths in messages start here.
    pub root: PathBuf,
    /// The folder with `portal.toml`, `content`, `data`, `static`: `<root>/site`, or the root itself.
    pub site: PathBuf,
    /// Themes on disk: `<root>/themes`; may be absent.
    pub themes: PathBuf,
    /// Where the finished site goes: `<root>/public` unless told otherwise.
    pub public: PathBuf,
}

/// Why the project could not be found or read.
#[derive(Debug)]
pub enum ProjectError {
    /// There is no `portal.toml` in the folder or in its `site` folder.
    NotFound(PathBuf),
    /// There is no `portal.toml`, but a file that was meant as one.
    Misnamed(PathBuf),
    /// A folder or file could not be read.
    Unreadable(PathBuf, std::io::Error),
}

impl fmt::Display for ProjectError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotFound(folder) => write!(
                f,
                "In de map {} staat geen site: er is geen site/portal.toml. Ga naar de map van uw site, of maak er een met: verbeeld init",
                folder.display()
            ),
            Self::Misnamed(path) => f.write_str(&words::files::portal_misnamed(path)),
            Self::Unreadable(path, cause) => {
                write!(f, "{} kan niet worden gelezen: {}", path.display(), words::output::io_cause(cause))
            }
        }
    }
}

impl std::error::Error for ProjectError {}

impl Project {
    /// The project in this folder: it holds `site/portal.toml`, or `portal.toml` itself.
    pub fn find(root: &Path) -> Result<Self, ProjectError> {
        let nested = root.join("site");
        let site = if nested.join("portal.toml").is_file() {
            nested
        } else if root.join("portal.toml").is_file() {
            root.to_path_buf()
        } else {
            let meant = [&nested, root].into_iter().flat_map(loose_files).find(|file| {
                file.file_name().and_then(|name| misnamed(&name.to_string_lossy())).is_some_and(|m| m.right == LOOSE[0])
            });
            let root = root.to_path_buf();
            return Err(meant.map_or(ProjectError::NotFound(root), ProjectError::Misnamed));
        };
        Ok(Self { root: root.to_path_buf(), site, themes: root.join("themes"), public: root.join("public") })
    }

    /// The folders to watch for changes; those that exist.
    pub fn watched(&self) -> Vec<PathBuf> {
        [&self.site, &self.themes].into_iter().filter(|p| p.is_dir()).cloned().collect()
    }
}

/// The folders of a site, and what their files are for.
const FOLDERS: &[(&str, Role)] = &[
    ("content", Role::Page),
    ("data", Role::Data),
    ("static", Role::Static),
    ("templates", Role::Theme(0)),
    ("css", Role::Theme(0)),
    ("js", Role::Theme(0)),
    ("text", Role::Theme(0)),
];

/// Reads the whole project. `previous` saves work: a file's bytes that did not change keep their allocation.
pub fn read(project: &Project) -> Result<Sources, ProjectError> {
    let mut wanted: Vec<(PathBuf, Role, String)> = Vec::new();
    let portal = project.site.join("portal.toml");
    wanted.push((portal, Role::Config, "portal.toml".into()));
    for (folder, role) in FOLDERS {
        list(&project.site.join(folder), &mut wanted, |name| {
            let inside = format!("{folder}/{name}");
            match role {
                _ if misnamed(&inside).is_some() => Some((Role::Misnamed, inside)),
                Role::Page if !name.ends_with(".md") => Some((Role::Companion, name.to_owned())),
                // Notes for editors.
                Role::Data if !name.ends_with(".toml") => None,
                Role::Theme(_) => Some((*role, inside)),
                _ => Some((*role, name.to_owned())),
            }
        })?;
    }
    for disk in loose_files(&project.site) {
        let name = disk.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if misnamed(&name).is_some() {
            wanted.push((disk, Role::Misnamed, name));
        } else if LOOSE[1..].contains(&name.as_str()) {
            wanted.push((disk, Role::Theme(0), name));
        }
    }

    let read_one = |(disk, role, name): (PathBuf, Role, String)| {
        let bytes = load(&disk).map_err(|e| ProjectError::Unreadable(disk.clone(), e))?;
        Ok(source_file(shown(&project.root, &disk), name, role, bytes.into(), Some(disk)))
    };
    let mut files: Vec<SourceFile> = wanted.into_par_iter().map(read_one).collect::<Result<_, ProjectError>>()?;

    let theme = files.iter().find(|f| f.role == Role::Config).and_then(chosen_theme);
    files.extend(theme_layers(project, theme.as_deref().unwrap_or(DEFAULT_THEME))?);
    Ok(Sources::new(files))
}

/// The theme of a site that names none.
pub const DEFAULT_THEME: &str = "weefsel";

/// Reads the theme and the themes it extends, each from disk when it lies there, else from the program. A theme that is
/// nowhere gives no files; the configuration's decoder tells the editor.
fn theme_layers(project: &Project, first: &str) -> Result<Vec<SourceFile>, ProjectError> {
    let mut files = Vec::new();
    let mut seen: Vec<String> = Vec::new();
    let mut next = Some(first.to_owned());
    while let Some(name) = next.take() {
        let layer = seen.len() as u8 + 1;
        let safe = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c));
        if !safe || seen.contains(&name) || layer > 8 {
            break;
        }
        let on_disk = project.themes.join(&name);
        let own: Vec<SourceFile> = if on_disk.is_dir() {
            let mut wanted = Vec::new();
            list(&on_disk, &mut wanted, |name| Some((Role::Theme(layer), name.to_owned())))?;
            wanted
                .into_iter()
                .map(|(disk, role, name)| {
                    let bytes = load(&disk).map_err(|e| ProjectError::Unreadable(disk.clone(), e))?;
                    Ok(source_file(shown(&project.root, &disk), name, role, bytes.into(), Some(disk)))
                })
                .collect::<Result<_, ProjectError>>()?
        } else {
            embedded_themes().get_dir(&name).map(|dir| embedded_layer(dir, &name, layer)).unwrap_or_default()
        };
        next = own.iter().find(|f| f.name == "theme.toml").and_then(|f| line_value(f, "breidt_uit"));
        files.extend(own);
        seen.push(name);
    }
    Ok(files)
}

fn embedded_layer(dir: &'static Dir<'static>, theme: &str, layer: u8) -> Vec<SourceFile> {
    let mut files = Vec::new();
    let mut folders = vec![dir];
    while let Some(folder) = folders.pop() {
        folders.extend(folder.dirs());
        for file in folder.files() {
            let path = file.path().to_string_lossy().replace('\\', "/");
            let name = path.strip_prefix(&format!("{theme}/")).unwrap_or(&path).to_owned();
            let bytes: Arc<[u8]> = file.contents().into();
            files.push(source_file(format!("themes/{path}"), name, Role::Theme(layer), bytes, None));
        }
    }
    files
}

fn source_file(path: String, name: String, role: Role, bytes: Arc<[u8]>, disk: Option<PathBuf>) -> SourceFile {
    let hash = *blake3::hash(&bytes).as_bytes();
    SourceFile { path, name, role, bytes, hash, disk }
}

fn chosen_theme(portal: &SourceFile) -> Option<String> {
    line_value(portal, "thema")
}

/// The string value of a top-level key; errors in the file are told by its decoder, not here.
fn line_value(file: &SourceFile, key: &str) -> Option<String> {
    let (text, _) = file.text().ok()?;
    let (table, _) = toml::de::DeTable::parse_recoverable(text);
    table.get_ref().get(key).and_then(|v| v.get_ref().as_str()).map(str::to_owned)
}

/// Path for messages: from the project's folder, with `/`.
fn shown(root: &Path, disk: &Path) -> String {
    disk.strip_prefix(root).unwrap_or(disk).to_string_lossy().replace('\\', "/")
}

/// Lists the files of a folder with what they are for and their names; an absent folder has none. Hidden files and leftovers of
/// programs are passed over.
fn list(
    folder: &Path,
    into: &mut Vec<(PathBuf, Role, String)>,
    role: impl Fn(&str) -> Option<(Role, String)>,
) -> Result<(), ProjectError> {
    if !folder.is_dir() {
        return Ok(());
    }
    let walk = walkdir::WalkDir::new(folder).follow_links(true).into_iter();
    for entry in walk.filter_entry(|e| e.depth() == 0 || !is_leftover(&e.file_name().to_string_lossy())) {
        let entry = entry.map_err(|e| {
            let path = e.path().unwrap_or(folder).to_path_buf();
            ProjectError::Unreadable(
                path,
                e.into_io_error().unwrap_or_else(|| std::io::Error::other("lus van koppelingen")),
            )
        })?;
        if entry.file_type().is_file() {
            let name = entry.path().strip_prefix(folder).unwrap_or(entry.path()).to_string_lossy().replace('\\', "/");
            into.extend(role(&name).map(|(role, name)| (entry.path().to_path_buf(), role, name)));
        }
    }
    Ok(())
}

/// The files right in a folder, not those in folders in it.
fn loose_files(folder: impl AsRef<Path>) -> Vec<PathBuf> {
    let walk = walkdir::WalkDir::new(folder).min_depth(1).max_depth(1).sort_by_file_name().into_iter();
    walk.flatten().filter(|e| e.file_type().is_file()).map(walkdir::DirEntry::into_path).collect()
}

#[allow(clippy::disallowed_methods, reason = "the one place that reads files")]
pub(super) fn load(path: &Path) -> std::io::Result<Vec<u8>> {
    std::fs::read(path)
}

/// Is there nothing in this folder (or no folder at all)? Hidden files do not count.
#[allow(clippy::disallowed_methods, reason = "the one place that reads folders")]
pub fn is_empty_folder(folder: &Path) -> std::io::Result<bool> {
    match std::fs::read_dir(folder) {
        Ok(entries) => {
            for entry in entries {
                if !entry?.file_name().to_string_lossy().starts_with('.') {
                    return Ok(false);
                }
            }
            Ok(true)
        }
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => Ok(true),
        Err(e) => Err(e),
    }
}
