//! Everything that is read, read once: an immutable snapshot of the site's and the theme's files.
//!
//! Nothing but this module and [`output`](crate::output) touches the file system (clippy's `disallowed-methods` holds it).

mod again;
mod boundary;
mod cache;
mod embedded;
mod encoding;
mod folders;
mod inputs;
mod kept;
mod names;
mod nearby;
mod read;
mod stamps;
mod told;
mod versions;
mod walk;

use crate::diag::{FileId, Files, hidden};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;

pub use again::Reader;
pub use boundary::Refusal;
pub use cache::{CLOCK, Kept, is_kept_name};
pub use embedded::{ci_files, embedded_themes, starter_site};
pub use encoding::{Encoding, Misread};
pub use inputs::{inputs, program};
pub use kept::{
    answers_file, change_file, image_name, images_folder, kept_answers, kept_change, kept_folder, kept_images,
};
pub use names::{Misnamed, is_leftover, misnamed};
pub use nearby::{site_name, sites_below};
pub use read::{DEFAULT_THEME, Project, ProjectError, holds, is_empty_folder, read};
pub use stamps::{Print, Stamp, Stamps, Tick, written};
pub use told::{garbled, tell};
pub use versions::Versions;

/// What a file is for; follows from where it lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// A file of the theme or an override of it: templates, css, js, words. The number tells the layer: 0 is the site's
    /// own, 1 the chosen theme, 2 the theme that one extends, and so on.
    /// First in order, so that the numbers of theme files stay the same when pages come and go.
    Theme(u8),
    /// `portal.toml`.
    Config,
    /// `content/**/*.md`.
    Page,
    /// Another file beside the pages, such as a picture; copied along.
    Companion,
    /// `data/**/*.toml`.
    Data,
    /// `static/**`, copied as it is.
    Static,
    /// A file that is meant as one of the above, but whose name says otherwise, such as `pagina.md.txt`. It is only told.
    Misnamed,
    /// What is not read: see [`Refusal`]. Its name starts with the folder of the site that it lies in. It is only told.
    Refused,
}

/// One file as it was read.
#[derive(Debug, Clone)]
pub struct SourceFile {
    /// Path as the editor knows it, from the project's folder, with `/`: `site/content/index.md`.
    pub path: String,
    /// Path within its role's folder: `index.md`, `templates/page.html`.
    pub name: String,
    /// What it is for.
    pub role: Role,
    /// The bytes.
    pub bytes: Arc<[u8]>,
    /// blake3 of the bytes.
    pub hash: [u8; 32],
    /// Where it lies on disk; `None` for what is embedded in the program.
    pub disk: Option<PathBuf>,
}

impl SourceFile {
    /// The text without byte order mark, and the number of bytes that the mark took; or the offset of the first byte that
    /// is not UTF-8.
    pub fn text(&self) -> Result<(&str, usize), usize> {
        match std::str::from_utf8(&self.bytes) {
            Ok(text) => match text.strip_prefix('\u{feff}') {
                Some(rest) => Ok((rest, 3)),
                None => Ok((text, 0)),
            },
            Err(e) => Err(e.valid_up_to()),
        }
    }
}

/// The snapshot. Files are in order of role, layer and name, so that numbers are the same on every machine.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    files: Vec<SourceFile>,
    misread: BTreeMap<FileId, Misread>,
    versions: BTreeMap<FileId, Versions>,
    refused: BTreeMap<FileId, Refusal>,
    linked: Vec<PathBuf>,
}

impl Sources {
    /// A snapshot of these files, put in order. Text in another encoding than UTF-8 becomes what it is meant to be, and of
    /// two versions in one file the first is read.
    pub fn new(mut files: Vec<SourceFile>) -> Self {
        files.sort_by(|a, b| (a.role, &a.name, &a.path).cmp(&(b.role, &b.name, &b.path)));
        let (mut found, mut versions) = (BTreeMap::new(), BTreeMap::new());
        for (i, file) in files.iter_mut().enumerate() {
            let is_text = matches!(file.role, Role::Config | Role::Page | Role::Data);
            if let Some((text, how)) = is_text.then(|| encoding::misread(&file.bytes)).flatten() {
                file.bytes = text.into_bytes().into();
                found.insert(FileId(i as u32), how);
            }
            if let Some((first, all)) = versions::first_version(file) {
                file.bytes = first;
                versions.insert(FileId(i as u32), all);
            }
        }
        Self { files, misread: found, versions, ..Self::default() }
    }

    /// The same with what was kept out, by path, and the links that were met.
    fn with(mut self, refused: &BTreeMap<String, Refusal>, linked: Vec<PathBuf>) -> Self {
        let known = self.iter().filter_map(|(id, file)| Some((id, refused.get(&file.path)?.clone())));
        self.refused = known.collect();
        Self { linked, ..self }
    }

    /// What was kept out, and why; such a file has no bytes.
    pub fn refused(&self) -> impl Iterator<Item = (FileId, &Refusal)> {
        self.refused.iter().map(|(id, why)| (*id, why))
    }

    /// The links that were met and where they lead: a change there is a change of the site.
    pub fn linked(&self) -> &[PathBuf] {
        &self.linked
    }

    /// The text files that were not saved as UTF-8.
    pub fn misread(&self) -> impl Iterator<Item = (FileId, &Misread)> {
        self.misread.iter().map(|(id, how)| (*id, how))
    }

    /// The files in which two versions of a text stand.
    pub fn versions(&self) -> impl Iterator<Item = (FileId, &Versions)> {
        self.versions.iter().map(|(id, all)| (*id, all))
    }

    /// A file as it was saved, with all versions of its text.
    pub fn saved(&self, id: FileId) -> SourceFile {
        let file = self.get(id).clone();
        match self.versions.get(&id) {
            Some(all) => SourceFile { bytes: all.saved.clone(), ..file },
            None => file,
        }
    }

    /// Is this file, which should be text, no text at all, or was it not read?
    pub fn is_no_text(&self, file: FileId) -> bool {
        self.misread.get(&file).is_some_and(|how| how.encoding == Encoding::NoText) || self.refused.contains_key(&file)
    }

    /// Was something kept out that lies in this folder of the site, or the folder itself?
    pub fn lacks_of(&self, folder: &str) -> bool {
        let inside =
            |name: &str| name.strip_prefix(folder).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        self.of(Role::Refused).any(|(_, file)| inside(&file.name))
    }

    /// The paths of the site's own files that have something in them.
    pub fn filled(&self) -> BTreeSet<String> {
        let own = self.files.iter().filter(|file| file.disk.is_some() && !file.bytes.is_empty());
        own.map(|file| file.path.clone()).collect()
    }

    /// All files with their numbers.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &SourceFile)> {
        self.files.iter().enumerate().map(|(i, f)| (FileId(i as u32), f))
    }

    /// The files of one role.
    pub fn of(&self, role: Role) -> impl Iterator<Item = (FileId, &SourceFile)> {
        self.iter().filter(move |(_, f)| f.role == role)
    }

    /// The files of the theme with their layer, nearest layer (the site's own) first.
    pub fn theme(&self) -> impl Iterator<Item = (FileId, u8, &SourceFile)> {
        self.iter().filter_map(|(id, f)| match f.role {
            Role::Theme(layer) => Some((id, layer, f)),
            _ => None,
        })
    }

    /// One file.
    pub fn get(&self, id: FileId) -> &SourceFile {
        &self.files[id.0 as usize]
    }
}

impl Files for Sources {
    fn path(&self, file: FileId) -> &str {
        self.files.get(file.0 as usize).map_or("", |f| &f.path)
    }

    fn text(&self, id: FileId) -> Cow<'_, str> {
        let Some(file) = self.files.get(id.0 as usize) else { return Cow::Borrowed("") };
        match std::str::from_utf8(self.versions.get(&id).map_or(&file.bytes, |all| &all.saved)) {
            Ok(text) => hidden(Cow::Borrowed(text)),
            // Of a photo or a document there is nothing to show.
            Err(_) if matches!(file.role, Role::Companion | Role::Static | Role::Misnamed | Role::Refused) => {
                Cow::Borrowed("")
            }
            Err(_) => hidden(String::from_utf8_lossy(&file.bytes)),
        }
    }
}
