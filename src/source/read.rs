//! Reads the project's files.

use super::boundary::{Boundary, Refusal, most_bytes};
use super::cache::begun_site;
use super::folders::FOLDERS;
use super::inputs::{Found, Inputs};
use super::names::{LOOSE, if_data, is_loose, misnamed};
use super::project::{Project, ProjectError};
use super::stamps::{Print, Stamp};
use super::walk::Walk;
use super::{Loaded, Role, SourceFile, Sources, cache, embedded_themes};
use crate::diag::visible;
use include_dir::Dir;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};
use unicode_normalization::UnicodeNormalization;

/// Reads the whole project, but for what the boundary keeps out; that is told with the other problems.
pub fn read(project: &Project) -> Result<Sources, ProjectError> {
    read_with(project, None, None).map(|(sources, _)| sources)
}

/// Reads what was found of the project, and tells in what state; none when one of the files is gone by now. A change since the look for
/// files is a change after the moment at which that began, and proves nothing, wherever a stamp comes from: so each is asked for once.
pub fn read_found(project: &Project, found: &Inputs) -> Result<(Sources, Option<Print>), ProjectError> {
    let (sources, stamped) = read_with(project, Some(found), None)?;
    let read = stamped.iter().filter_map(|one| Some((one.loaded.file.disk.as_deref()?, one.stamp)));
    let state = found.state_with(read);
    Ok((sources, state))
}

/// Gives a file that is known already as what it is now.
pub(super) type Before<'a> = Option<&'a (dyn Fn(&Path, &Stamp) -> Option<Arc<Loaded>> + Sync)>;

/// A file that the system keeps a stamp of.
pub(super) struct Stamped {
    pub stamp: Stamp,
    pub loaded: Arc<Loaded>,
    /// Was it known already?
    pub known: bool,
}

/// The same, but for the files that are known already, and without a look for what was found. Gives each file with its stamp as well.
pub(super) fn read_with(
    project: &Project,
    found: Option<&Inputs>,
    before: Before<'_>,
) -> Result<(Sources, Vec<Stamped>), ProjectError> {
    let boundary = &Boundary::new(&project.root, &project.public);
    let (files, refused, linked, stamped) = Default::default();
    let mut reading = Reading { project, boundary, found, before, files, refused, linked, stamped };
    match boundary.admit(&project.site) {
        Ok(Some(_)) => reading.site()?,
        Ok(None) => return Err(ProjectError::Gone(project.site.join("portal.toml"))),
        // It stands in for the settings, so that these are not missed as well.
        Err(why) => reading.refuse(&project.site, Role::Config, "portal.toml".to_owned(), why),
    }
    let config = reading.files.iter().map(|loaded| &loaded.file).find(|f| f.role == Role::Config);
    let theme = config.and_then(chosen_theme);
    reading.theme_layers(theme.as_deref().unwrap_or(DEFAULT_THEME));
    for (disk, why) in cache::foreign(&project.root) {
        reading.refuse(&disk, Role::Refused, String::new(), why);
    }
    Ok((Sources::of_loaded(reading.files).with(&reading.refused, reading.linked), reading.stamped))
}

/// At most so many files are read by one thread while another has none.
const AT_ONCE: usize = 16;

/// What is read of a project so far.
struct Reading<'a> {
    project: &'a Project,
    boundary: &'a Boundary,
    found: Option<&'a Inputs>,
    before: Before<'a>,
    files: Vec<Arc<Loaded>>,
    refused: BTreeMap<String, Refusal>,
    linked: Vec<PathBuf>,
    stamped: Vec<Stamped>,
}

/// What came of reading one file.
enum Taken {
    /// Also whether it was known already.
    File(Option<Stamp>, Arc<Loaded>, bool),
    TooLarge(u64),
    Failed(std::io::Error),
}

impl<'a> Reading<'a> {
    fn site(&mut self) -> Result<(), ProjectError> {
        let site = &self.project.site;
        let walk = self.look(|found| found.loose.clone(), |walk| walk.loose(site, is_loose));
        let is_there = |name: &str| name == LOOSE[0];
        if !walk
            .files
            .iter()
            .map(|(_, name)| name)
            .chain(walk.refused.iter().map(|(_, name, _)| name))
            .any(|n| is_there(n))
        {
            return Err(ProjectError::Gone(site.join("portal.toml")));
        }
        self.take(walk, |name| match name {
            _ if misnamed(name).is_some() || if_data(name).is_some() => Some((Role::Misnamed, name.to_owned())),
            _ if is_there(name) => Some((Role::Config, name.to_owned())),
            _ => Some((Role::Theme(0), name.to_owned())),
        });
        let known = FOLDERS.map(|(folder, _)| folder);
        let walk = self.look(|found| found.others.clone(), |walk| walk.others(site, &known));
        self.take(walk, |name| misnamed(name).map(|_| (Role::Misnamed, name.to_owned())));
        for (at, (folder, role)) in FOLDERS.iter().enumerate() {
            let walk = self.look(|found| found.folders[at].clone(), |walk| walk.folder(&site.join(folder), ""));
            self.take(walk, |name| {
                let inside = format!("{folder}/{name}");
                match role {
                    _ if name.is_empty() => Some((Role::Refused, (*folder).to_owned())),
                    _ if misnamed(&inside).is_some() => Some((Role::Misnamed, inside)),
                    Role::Page if !name.ends_with(".md") => Some((Role::Companion, name.to_owned())),
                    Role::Data if if_data(&inside).is_some() => Some((Role::Misnamed, inside)),
                    // Notes for editors.
                    Role::Data if !name.ends_with(".toml") => None,
                    Role::Theme(_) => Some((*role, inside)),
                    _ => Some((*role, name.to_owned())),
                }
            });
        }
        Ok(())
    }

    /// What was found of a part of the project, else what a look finds.
    fn look(&self, known: impl FnOnce(&Inputs) -> Vec<Found>, look: impl FnOnce(&mut Walk<'a>)) -> Walk<'a> {
        let mut walk = Walk::new(self.boundary);
        match self.found {
            Some(found) => walk.files = known(found),
            None => look(&mut walk),
        }
        walk
    }

    /// Reads what was found. `role` tells what a file is for, and its name; `None` when it is for nothing.
    fn take(&mut self, walk: Walk<'_>, role: impl Fn(&str) -> Option<(Role, String)> + Sync) {
        self.linked.extend(walk.linked);
        let (root, before) = (&self.project.root, self.before);
        let read: Vec<_> = walk
            .files
            .into_par_iter()
            .with_max_len(AT_ONCE)
            .filter_map(|(disk, name)| {
                let (role, name) = role(&name)?;
                if let Some(before) = before
                    && let Some(stamp) = not_a_device(&disk).metadata().ok().as_ref().and_then(Stamp::of)
                    && let Some(known) = before(&disk, &stamp).filter(|known| known.file.role == role)
                {
                    return Some((disk, role, name, Taken::File(Some(stamp), known, true)));
                }
                let taken = Opened::at(&disk).and_then(|opened| {
                    // One that is too large is not read at all: it might not fit.
                    if opened.size() > most_bytes(role) {
                        return Ok(Taken::TooLarge(opened.size()));
                    }
                    let stamp = opened.stamp();
                    let bytes = opened.bytes()?.into();
                    let file = source_file(in_project(root, &disk), name.clone(), role, bytes, Some(disk.clone()));
                    Ok(Taken::File(stamp, Arc::new(Loaded::of(file)), false))
                });
                Some((disk, role, name, taken.unwrap_or_else(Taken::Failed)))
            })
            .collect();
        for (disk, role, name, taken) in read {
            // It may be a file of any kind: one that is not read holds no data.
            let guessed = role == Role::Misnamed && misnamed(&name).is_none();
            match taken {
                Taken::TooLarge(_) | Taken::Failed(_) if guessed => {}
                Taken::TooLarge(size) => self.refuse(&disk, role, name, Refusal::TooLarge(size, most_bytes(role))),
                Taken::File(stamp, loaded, known) => {
                    self.stamped.extend(stamp.map(|stamp| Stamped { stamp, loaded: loaded.clone(), known }));
                    self.files.push(loaded);
                }
                Taken::Failed(cause) => {
                    if let Some(why) = Refusal::of(&disk, &cause) {
                        self.refuse(&disk, role, name, why);
                    }
                }
            }
        }
        for (disk, name, why) in walk.refused {
            match role(&name) {
                Some((role, name)) => self.refuse(&disk, role, name, why),
                None => self.refuse(&disk, Role::Refused, name, why),
            }
        }
    }

    /// Of a text it stays known which one it is, so that what refers to it is no mistake of its own.
    fn refuse(&mut self, disk: &Path, role: Role, name: String, why: Refusal) {
        let (role, name) = match role {
            Role::Config | Role::Page | Role::Data => (role, name),
            _ => (Role::Refused, in_project(&self.project.site, disk)),
        };
        let path = in_project(&self.project.root, disk);
        // Nothing else has its hash, so nothing that is remembered is taken for it.
        let hashed = OnceLock::from(*blake3::hash(format!("\0{path}").as_bytes()).as_bytes());
        self.refused.insert(path.clone(), why);
        let file = SourceFile { path, name, role, bytes: Arc::from([]), hashed, disk: None };
        self.files.push(Arc::new(Loaded::of(file)));
    }

    /// Reads the theme and the themes it extends, each from disk when it lies there, else from the program. A theme that is
    /// nowhere gives no files; the configuration's decoder tells the editor.
    fn theme_layers(&mut self, first: &str) {
        let mut seen: Vec<String> = Vec::new();
        let mut next = Some(first.to_owned());
        while let Some(name) = next.take() {
            let layer = seen.len() as u8 + 1;
            let safe = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c));
            if !safe || seen.contains(&name) || layer > 8 {
                break;
            }
            let before = self.files.len();
            let mut walk = Walk::new(self.boundary);
            let on_disk = self.project.themes.join(&name);
            if let Some(files) = self.found.and_then(|found| found.theme(&name)) {
                walk.files = files;
            } else if on_disk.symlink_metadata().is_ok() {
                walk.folder(&on_disk, "");
            } else {
                walk.folder(&self.project.themes, "");
                walk.files.clear();
                walk.refused.retain(|(_, name, _)| name.is_empty());
            }
            let told = walk.refused.iter().any(|(_, name, _)| name.is_empty());
            self.take(walk, |name| Some((Role::Theme(layer), name.to_owned())));
            if self.files[before..].iter().all(|loaded| loaded.file.disk.is_none()) {
                let embedded = embedded_themes();
                // Of a theme that is kept out something must stand in: else all that it holds would be missed as well.
                let dir = embedded.get_dir(&name).or_else(|| embedded.get_dir(DEFAULT_THEME).filter(|_| told));
                self.files.extend(dir.map(|dir| embedded_layer(dir, layer)).unwrap_or_default());
            }
            let own = &self.files[before..];
            let settings = own.iter().map(|loaded| &loaded.file).find(|file| file.name == SETTINGS);
            next = settings.and_then(|file| line_value(file, "breidt_uit"));
            seen.push(name);
        }
    }
}

/// Tells which theme a theme extends.
pub(super) const SETTINGS: &str = "theme.toml";

/// The theme of a site that names none.
pub const DEFAULT_THEME: &str = "weefsel";

fn embedded_layer(dir: &'static Dir<'static>, layer: u8) -> Vec<Arc<Loaded>> {
    let mut files = Vec::new();
    let theme = dir.path().to_string_lossy();
    let mut folders = vec![dir];
    while let Some(folder) = folders.pop() {
        folders.extend(folder.dirs());
        for file in folder.files() {
            let path = file.path().to_string_lossy().replace('\\', "/");
            let name = path.strip_prefix(&format!("{theme}/")).unwrap_or(&path).to_owned();
            let bytes: Arc<[u8]> = file.contents().into();
            let file = source_file(format!("themes/{path}"), name, Role::Theme(layer), bytes, None);
            files.push(Arc::new(Loaded::of(file)));
        }
    }
    files
}

pub(super) fn source_file(
    path: String,
    name: String,
    role: Role,
    bytes: Arc<[u8]>,
    disk: Option<PathBuf>,
) -> SourceFile {
    // One system writes “é” as one sign, another as two; a link is to lead there on both.
    let name = if name.is_ascii() { name } else { name.nfc().collect() };
    SourceFile { path, name, role, bytes, hashed: OnceLock::new(), disk }
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
fn in_project(root: &Path, disk: &Path) -> String {
    let shown = disk.strip_prefix(root).unwrap_or(disk).to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/");
    // A name with a line's end or a terminal's commands in it must not reach whoever reads the message.
    visible(&shown).into_owned()
}

/// A file that is yet to be read. Its stamp is of what is read, whatever comes to stand in its place meanwhile.
struct Opened(std::fs::File, std::fs::Metadata);

impl Opened {
    #[allow(clippy::disallowed_methods, reason = "the one place that reads files")]
    fn at(path: &Path) -> std::io::Result<Self> {
        let file = std::fs::File::open(not_a_device(path))?;
        let meta = file.metadata()?;
        Ok(Self(file, meta))
    }

    fn size(&self) -> u64 {
        self.1.len()
    }

    fn stamp(&self) -> Option<Stamp> {
        Stamp::of(&self.1)
    }

    fn bytes(self) -> std::io::Result<Vec<u8>> {
        // As long as its stamp says: what is added meanwhile has another. So its end need not be asked for. Some that are made as they are
        // read have no length.
        let length = if self.size() == 0 { u64::MAX } else { self.size() };
        // With room for one more no more room is made.
        let mut bytes = Vec::with_capacity(self.size() as usize + 1);
        self.0.take(length).read_to_end(&mut bytes)?;
        Ok(bytes)
    }
}

pub(super) fn load(path: &Path) -> std::io::Result<Vec<u8>> {
    Opened::at(path)?.bytes()
}

/// Windows takes `aux.md` for a device, whatever folder it is in, and who reads that may wait for ever. After the folder's full name
/// (`\\?\C:\…`) it is a file like others, and is told to be unfit as on every system.
#[cfg(windows)]
fn not_a_device(path: &Path) -> std::borrow::Cow<'_, Path> {
    let full =
        path.parent().zip(path.file_name()).and_then(|(folder, name)| Some(folder.canonicalize().ok()?.join(name)));
    full.map_or(path.into(), Into::into)
}

#[cfg(not(windows))]
fn not_a_device(path: &Path) -> &Path {
    path
}

/// Is there a small text file with this in it? Not behind a link, and no pipe, which would be waited for.
pub fn holds(path: &Path, text: &str) -> bool {
    let small = |meta: std::fs::Metadata| meta.is_file() && meta.len() < most_bytes(Role::Config);
    path.symlink_metadata().is_ok_and(small)
        && load(path).is_ok_and(|found| String::from_utf8_lossy(&found).contains(text))
}

/// Is there nothing in this folder (or no folder at all)? Hidden files do not count.
#[allow(clippy::disallowed_methods, reason = "the one place that reads folders")]
pub fn is_empty_folder(folder: &Path) -> std::io::Result<bool> {
    // What is there of a site that is being laid is no reason not to lay it.
    if begun_site(folder).symlink_metadata().is_ok_and(|meta| meta.is_file()) {
        return Ok(true);
    }
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

#[cfg(all(test, unix))]
mod tests {
    use super::{Project, read, read_found};
    use crate::source::inputs;
    use std::fs;

    #[test]
    #[allow(clippy::disallowed_methods, reason = "a test of files")]
    fn what_was_found_is_read_and_in_the_state_in_which_it_lies_there() {
        let root = tempfile::tempdir().unwrap();
        let write = |path: &str, text: &str| {
            let path = root.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        };
        write("site/portal.toml", "naam = \"P\"\nthema = \"eigen\"");
        write("site/content/index.md", "een");
        write("site/content/map/foto.txt", "twee");
        write("site/data/gremia.toml", "");
        write("site/data/notities.txt", "wordt niet gelezen");
        write("site/css/eigen.css", "");
        write("site/pages/verdwaald.md", "elders");
        write("themes/eigen/theme.toml", "breidt_uit = \"weefsel\"");
        write("themes/ander/theme.toml", "wordt niet gelezen");
        let project = Project::find(root.path()).unwrap();
        let found = inputs(&project).unwrap();
        let (sources, state) = read_found(&project, &found).unwrap();
        let all = read(&project).unwrap();
        let of = |sources: &crate::source::Sources| {
            let file =
                |file: &crate::source::SourceFile| (file.path.clone(), file.name.clone(), file.role, file.disk.clone());
            sources.iter().map(|(_, one)| file(one)).collect::<Vec<_>>()
        };
        assert_eq!(of(&sources), of(&all));
        assert_eq!(state, found.state());
        for changed in ["site/content/index.md", "themes/ander/theme.toml"] {
            std::thread::sleep(std::time::Duration::from_millis(25));
            let before = found.state();
            write(changed, "anders");
            assert_ne!(found.state(), before, "{changed}");
            assert_eq!(inputs(&project).unwrap().state(), found.state(), "{changed}");
        }
        write("site/content/nog.md", "");
        assert_ne!(inputs(&project).unwrap().state(), found.state());
        fs::remove_file(root.path().join("themes/ander/theme.toml")).unwrap();
        assert_eq!(found.state(), None);
    }
}
