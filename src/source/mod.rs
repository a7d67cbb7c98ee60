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
mod project;
mod read;
mod stamps;
mod told;
mod versions;
mod walk;

use crate::diag::{FileId, Files, hidden};
use std::borrow::Cow;
use std::collections::{BTreeMap, HashSet};
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

pub use again::Reader;
pub use boundary::Refusal;
pub use cache::{CLOCK, Kept, begun_site, is_kept_name};
pub use embedded::{ci_files, embedded_themes, starter_site};
pub use encoding::{Encoding, Misread};
pub use inputs::{Inputs, inputs, program};
pub use kept::{
    answers_file, begun_change, begun_file, change_file, image_name, images_folder, kept_answers, kept_change,
    kept_folder, kept_images, lock_file, made_file, made_hashes,
};
pub use names::{Misnamed, is_leftover, misnamed};
pub use nearby::{site_name, sites_below};
pub use project::{Project, ProjectError};
pub use read::{DEFAULT_THEME, holds, is_empty_folder, read, read_found};
pub use stamps::{Print, Stamp, Stamps, Tick, written};
pub use told::{garbled, passed_over, tell};
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
    /// See [`hash`](Self::hash).
    pub hashed: OnceLock<[u8; 32]>,
    /// Where it lies on disk; `None` for what is embedded in the program.
    pub disk: Option<PathBuf>,
}

impl SourceFile {
    /// blake3 of the bytes as they were read. Most pages of a site that is built once are never asked for it.
    pub fn hash(&self) -> &[u8; 32] {
        self.hashed.get_or_init(|| *blake3::hash(&self.bytes).as_bytes())
    }

    /// The text without byte order mark, and the number of bytes that the mark took; or the offset of the first byte that
    /// is not UTF-8.
    pub fn text(&self) -> Result<(&str, usize), usize> {
        let (bytes, mark) = self.without_mark();
        std::str::from_utf8(bytes).map(|text| (text, mark)).map_err(|e| mark + e.valid_up_to())
    }

    /// The bytes without byte order mark, and the number of bytes that the mark took.
    pub fn without_mark(&self) -> (&[u8], usize) {
        let rest = self.bytes.strip_prefix(b"\xef\xbb\xbf");
        rest.map_or((&self.bytes, 0), |rest| (rest, 3))
    }
}

/// A file with what was found in it as it was read.
#[derive(Debug)]
struct Loaded {
    file: SourceFile,
    misread: Option<Misread>,
    versions: Option<Versions>,
}

impl Loaded {
    /// Text in another encoding than UTF-8 becomes what it is meant to be, and of two versions in one file the first is read.
    fn of(mut file: SourceFile) -> Self {
        let is_text = matches!(file.role, Role::Config | Role::Page | Role::Data);
        let misread = is_text.then(|| encoding::misread(&file.bytes)).flatten();
        let misread = misread.map(|(text, how)| {
            file.hash();
            file.bytes = text.into_bytes().into();
            how
        });
        let versions = versions::first_version(&file).map(|(first, all)| {
            file.hash();
            file.bytes = first;
            all
        });
        Self { file, misread, versions }
    }
}

/// The snapshot. Files are in order of role, layer and name, so that numbers are the same on every machine.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    files: Vec<Arc<Loaded>>,
    refused: BTreeMap<FileId, Refusal>,
    linked: Vec<PathBuf>,
}

impl Sources {
    /// A snapshot of these files, put in order.
    pub fn new(files: Vec<SourceFile>) -> Self {
        Self::of_loaded(files.into_iter().map(|file| Arc::new(Loaded::of(file))).collect())
    }

    fn of_loaded(mut files: Vec<Arc<Loaded>>) -> Self {
        files.sort_by(|a, b| {
            let [a, b] = [&a.file, &b.file];
            (a.role, &a.name, &a.path).cmp(&(b.role, &b.name, &b.path))
        });
        Self { files, ..Self::default() }
    }

    /// The same with what was kept out, by path, and the links that were met.
    fn with(mut self, refused: &BTreeMap<String, Refusal>, linked: Vec<PathBuf>) -> Self {
        if !refused.is_empty() {
            let known = self.iter().filter_map(|(id, file)| Some((id, refused.get(&file.path)?.clone())));
            self.refused = known.collect();
        }
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
        self.loaded().filter_map(|(id, loaded)| Some((id, loaded.misread.as_ref()?)))
    }

    /// The files in which two versions of a text stand.
    pub fn versions(&self) -> impl Iterator<Item = (FileId, &Versions)> {
        self.loaded().filter_map(|(id, loaded)| Some((id, loaded.versions.as_ref()?)))
    }

    /// A file as it was saved, with all versions of its text.
    pub fn saved(&self, id: FileId) -> SourceFile {
        let file = self.get(id).clone();
        match &self.files[id.0 as usize].versions {
            Some(all) => SourceFile { bytes: all.saved.clone(), ..file },
            None => file,
        }
    }

    /// Is this file, which should be text, no text at all, or was it not read?
    pub fn is_no_text(&self, file: FileId) -> bool {
        let misread = self.files.get(file.0 as usize).and_then(|loaded| loaded.misread.as_ref());
        misread.is_some_and(|how| how.encoding == Encoding::NoText) || self.refused.contains_key(&file)
    }

    /// Was something kept out that lies in this folder of the site, or the folder itself?
    pub fn lacks_of(&self, folder: &str) -> bool {
        let inside =
            |name: &str| name.strip_prefix(folder).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        self.of(Role::Refused).any(|(_, file)| inside(&file.name))
    }

    /// Has every file of the site something in it that had something in it before?
    pub fn still_fill(&self, before: &Self) -> bool {
        let filled = |file: &SourceFile| file.disk.is_some() && !file.bytes.is_empty();
        let kept = |(was, is): (&Arc<Loaded>, &Arc<Loaded>)| {
            Arc::ptr_eq(was, is) || (was.file.path == is.file.path && (filled(&is.file) || !filled(&was.file)))
        };
        if before.files.len() == self.files.len() && before.files.iter().zip(&self.files).all(kept) {
            return true;
        }
        let now: HashSet<&str> =
            self.iter().filter(|(_, file)| filled(file)).map(|(_, file)| file.path.as_str()).collect();
        before.iter().filter(|(_, file)| filled(file)).all(|(_, file)| now.contains(file.path.as_str()))
    }

    /// Is this what was read before?
    pub fn is(&self, before: &Self) -> bool {
        let same = |(was, is): (&Arc<Loaded>, &Arc<Loaded>)| {
            let key = |loaded: &Loaded| (loaded.file.role, *loaded.file.hash());
            Arc::ptr_eq(was, is) || (key(was) == key(is) && was.file.path == is.file.path)
        };
        before.files.len() == self.files.len()
            && before.files.iter().zip(&self.files).all(same)
            && (&before.refused, &before.linked) == (&self.refused, &self.linked)
    }

    fn loaded(&self) -> impl Iterator<Item = (FileId, &Loaded)> {
        self.files.iter().enumerate().map(|(i, loaded)| (FileId(i as u32), loaded.as_ref()))
    }

    /// All files with their numbers.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &SourceFile)> {
        self.loaded().map(|(id, loaded)| (id, &loaded.file))
    }

    /// The files of one role.
    pub fn of(&self, role: Role) -> impl Iterator<Item = (FileId, &SourceFile)> {
        let from = self.files.partition_point(|loaded| loaded.file.role < role);
        let of_role = self.files[from..].iter().take_while(move |loaded| loaded.file.role == role);
        of_role.zip(from as u32..).map(|(loaded, id)| (FileId(id), &loaded.file))
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
        &self.files[id.0 as usize].file
    }
}

impl Files for Sources {
    fn path(&self, file: FileId) -> &str {
        self.files.get(file.0 as usize).map_or("", |loaded| &loaded.file.path)
    }

    fn text(&self, id: FileId) -> Cow<'_, str> {
        let Some(loaded) = self.files.get(id.0 as usize) else { return Cow::Borrowed("") };
        let file = &loaded.file;
        match std::str::from_utf8(loaded.versions.as_ref().map_or(&file.bytes, |all| &all.saved)) {
            Ok(text) => hidden(Cow::Borrowed(text)),
            // Of a photo or a document there is nothing to show.
            Err(_) if matches!(file.role, Role::Companion | Role::Static | Role::Misnamed | Role::Refused) => {
                Cow::Borrowed("")
            }
            Err(_) => hidden(String::from_utf8_lossy(&file.bytes)),
        }
    }
}
