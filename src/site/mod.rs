//! The site as read: resolved, immutable, in a fixed order.

pub mod active;
pub mod by_hand;
pub mod companions;
pub mod controls;
mod figures;
pub mod going_live;
mod in_names;
pub mod moved_folder;
mod policy;
pub mod portable;
mod portal;
pub mod slips;
mod targets;
pub(crate) mod unreadable;
mod url;
mod words;

pub use crate::dutch::{dutch_number, slug};
pub use figures::{FigureParts, Figures, in_parts as figure_in_parts, in_words as figure_in_words};
pub use policy::POLICY;
pub use portal::{Beveiliging, Controle, HostSoort, MenuRegel, Plaats, Portal, Zoekwoord, Zwaarte};
pub use targets::{Target, targets};
pub use url::{beside, file_url, join, page_url, percent_decode, percent_encode, root_of};
pub use words::{KindWords, Words};

use crate::content::{Document, FrontMatter};
use crate::diag::{Diagnostic, FileId};
use crate::images::Prepared;
use crate::markup::Html;
use crate::model::Model;
use crate::phrases::Phrases;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

/// Everything that the pages are made from.
#[derive(Debug)]
pub struct Site {
    /// `portal.toml`.
    pub portal: Portal,
    /// The file of `portal.toml`.
    pub portal_file: FileId,
    /// The data.
    pub model: Model,
    /// What readers read, in the portal's language.
    pub phrases: Phrases,
    /// The fixed words as this portal says them.
    pub words: Words,
    /// Named numbers.
    pub figures: Figures,
    /// The Markdown pages, drafts left out, in order of path.
    pub documents: Vec<Arc<SitePage>>,
    /// The addresses of the drafts that were left out.
    pub drafts: BTreeSet<String>,
    /// Could all data be read?
    pub whole: bool,
    /// Other files by output path: those beside pages, and `static/`.
    pub files: Vec<(String, FileId)>,
    /// The first of these: a page must use one before it is published.
    pub companions: BTreeSet<FileId>,
    /// The output paths of the files that drafts use.
    pub draft_files: BTreeSet<String>,
    /// Those of them that are pictures of pixels beside pages, by output path.
    pub images: BTreeMap<String, SiteImage>,
    /// Width and height of every picture whose file tells them, by output path.
    pub sizes: BTreeMap<String, (u32, u32)>,
    /// What is wrong with those that cannot be shown, by output path; of no matter when nothing uses them.
    pub bad_images: Vec<(String, Diagnostic)>,
}

/// A picture beside a page.
#[derive(Debug, Clone)]
pub struct SiteImage {
    /// Its sizes.
    pub prepared: Arc<Prepared>,
    /// blake3 of the original.
    pub hash: [u8; 32],
}

/// A Markdown page and its place.
#[derive(Debug, Clone)]
pub struct SitePage {
    /// The file.
    pub file: FileId,
    /// Path within `content/`: `gremia/pho-vth.md`.
    pub name: String,
    /// Address from the site's root: `gremia/pho-vth/`.
    pub url: String,
    /// Its front matter, with places in its file; `None` when it could not be read.
    pub front: Option<FrontMatter>,
    /// What it holds.
    pub document: Arc<Document>,
    /// Its `omschrijving` as HTML, once somebody asked for it: a list for each of its keywords shows it. `None` when it has gaps that
    /// are filled on each page in another way, or something is wrong with it.
    pub described: OnceLock<Option<Html>>,
}
