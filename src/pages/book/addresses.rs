//! Which addresses exist, and what each name, id or link leads to.

use super::downloads::{Download, downloads};
use super::special::{
    ALPHABET, CHANGES, COLUMNS, GALLERY, KEYWORDS, OPEN_DATA, PLACE_TEMPLATE, Special, has_place, place_address,
};
use crate::decode::At;
use crate::diag::{Diagnostic, FileId, Span, words};
use crate::model::{AnyEntity, Kind, Model};
use crate::site::portable::unfit;
use crate::site::{Site, SitePage, beside, join, percent_decode, slug};
use rayon::prelude::*;
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::iter::once;
use std::ops::Deref;
use std::sync::Arc;

/// What makes a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// A Markdown page.
    Content,
    /// The index page of a folder with pages.
    Section,
    /// The list of all records of a kind.
    List(Kind),
    /// A record's own page.
    Record(String),
    /// A place at an organisation: their ids.
    Place(String, String),
    /// All keywords.
    Keywords,
    /// The pages with one keyword.
    Keyword(String),
    /// The files of open data.
    OpenData,
    /// What the columns of those files mean.
    DataColumns,
    /// All infographics of the site.
    Gallery,
    /// Everything that has a name, by letter.
    Alphabet,
    /// What changed, by the day on which it was recorded.
    Changes,
}

/// A page that will exist.
#[derive(Debug, Clone)]
pub struct Slot {
    /// What makes it.
    pub what: What,
    /// The Markdown that belongs to it: index in [`Site::documents`].
    pub document: Option<usize>,
    /// Its title.
    pub title: String,
    /// Its title in menus and lists.
    pub short: String,
    /// Order within its folder: lower first, none last.
    pub order: Option<i64>,
    /// Publication date, for order and feed.
    pub date: Option<crate::decode::Moment>,
    /// Not in lists.
    pub hidden: bool,
    /// Which one of the pages in its folder it is, from 0.
    pub place: usize,
}

/// All addresses of the site.
#[derive(Debug)]
pub struct Addresses<'a> {
    /// The site.
    pub site: &'a Site,
    listed: Arc<AddressList>,
    /// Nobody will see the pages: only what is wrong with them is asked for.
    pub unseen: bool,
}

/// What the addresses are, apart from the site that they are of: this stays while nobody changes more than the text of pages.
#[derive(Debug, Default)]
pub struct AddressList {
    /// Pages by address.
    pub slots: BTreeMap<String, Slot>,
    /// Pages directly in a folder, in order, by the folder's address.
    pub children: BTreeMap<String, Vec<String>>,
    /// Other files by path.
    pub files: BTreeMap<String, FileId>,
    /// Pages per keyword (by its address part): words and addresses.
    pub keywords: BTreeMap<String, (String, Vec<String>)>,
    /// The files of open data that will be made.
    pub downloads: Vec<Download>,
    /// A hash of which pages there are.
    pub hash: [u8; 32],
    /// A hash of what they are called where their name is short, which texts of the data may mention.
    pub names_hash: [u8; 32],
    /// A hash of which of them have which keywords.
    pub keywords_hash: [u8; 32],
}

impl Deref for Addresses<'_> {
    type Target = AddressList;

    fn deref(&self) -> &AddressList {
        &self.listed
    }
}

/// The list while it is made.
struct Listing<'a> {
    site: &'a Site,
    list: AddressList,
    keywords: Vec<Keyword>,
}

/// A keyword: its address part, how it was written first, and the pages that have it, by their number among the documents.
struct Keyword {
    part: String,
    word: String,
    pages: Vec<usize>,
}

impl AddressList {
    /// Works out all addresses; two pages on one address are told. `shows`: has the theme this template? The pages that a site has of
    /// itself are there only when their template is.
    ///
    /// Of the text of pages it sees only [`has_gallery`], and the heading that a page without a title begins with, which is told.
    pub fn of(site: &Site, shows: &dyn Fn(&str) -> bool, problems: &mut Vec<Diagnostic>) -> Self {
        let list = Self { downloads: downloads(&site.model, &site.words), ..Self::default() };
        let mut listing = Listing { site, list, keywords: Vec::new() };
        listing.records();
        if shows(PLACE_TEMPLATE) {
            listing.places();
        }
        listing.open_data();
        if shows(GALLERY.template) && has_gallery(site) {
            listing.special(GALLERY, What::Gallery);
        }
        if shows(ALPHABET.template) {
            listing.special(ALPHABET, What::Alphabet);
        }
        if site.model.tells_of_recording() && shows(CHANGES.template) {
            listing.special(CHANGES, What::Changes);
        }
        listing.documents(problems);
        listing.sections();
        listing.keyword_pages(problems);
        listing.list_children();
        listing.other_files(problems);
        let list = &mut listing.list;
        list.hash = hash(list.slots.keys());
        list.names_hash = hash(list.slots.iter().flat_map(|(url, slot)| [url, &slot.short]));
        list.keywords_hash = hash(list.keywords.values().flat_map(|(word, urls)| once(word).chain(urls)));
        listing.list
    }
}

/// Is there a page with all infographics? When there are any: in a text, or on the page of a record.
pub fn has_gallery(site: &Site) -> bool {
    !site.model.relaties.is_empty() || site.documents.iter().any(|page| page.document.has_infographic())
}

impl Listing<'_> {
    fn special(&mut self, special: Special, what: What) {
        self.list.slots.insert(special.url.to_owned(), Slot::new(what, special.title(&self.site.phrases).to_owned()));
    }

    fn records(&mut self) {
        let model = &self.site.model;
        for kind in Model::KINDS {
            let records = model.of_kind(kind.name);
            if records.is_empty() {
                continue;
            }
            let list = format!("{}/", kind.plural);
            self.list
                .slots
                .insert(list.clone(), Slot::new(What::List(*kind), self.site.words.kind(*kind).many.to_owned()));
            if kind.own_page {
                for (i, record) in records.into_iter().enumerate() {
                    let slot = Slot {
                        order: Some(i as i64),
                        ..Slot::new(What::Record(record.id().to_owned()), record.name(model))
                    };
                    self.list.slots.insert(format!("{list}{}/", record.id()), slot);
                }
            }
        }
    }

    /// There are as many as organisations times places, and each is somebody's own: they are in no lists, and search finds
    /// them by their names alone.
    fn places(&mut self) {
        let model = &self.site.model;
        for place in &model.plekken {
            for e in model.organisaties.iter().filter(|e| has_place(place, e)) {
                let say = self.site.phrases.place();
                // On the map it is a place where one works, else somebody to work for.
                let title =
                    if e.tegel.is_some() { say.within(&place.naam, &e.naam) } else { say.with(&place.naam, &e.naam) };
                let slot = Slot::new(What::Place(place.id.value.clone(), e.id.value.clone()), title);
                let slot = Slot { hidden: true, short: e.naam.clone(), ..slot };
                self.list.slots.insert(place_address(&place.id, &e.id), slot);
            }
        }
    }

    fn open_data(&mut self) {
        if self.list.downloads.is_empty() {
            return;
        }
        self.special(OPEN_DATA, What::OpenData);
        self.special(COLUMNS, What::DataColumns);
    }

    fn documents(&mut self, problems: &mut Vec<Diagnostic>) {
        for (i, page) in self.site.documents.iter().enumerate() {
            let first = self.list.slots.get(&page.url).and_then(|slot| slot.document);
            if let Some(first) = first {
                let first = Span::top(self.site.documents[first].file);
                // Names of which nothing is left have that in common only.
                let unfit = page.url.strip_suffix('/').and_then(unfit);
                problems.push(match unfit {
                    Some((part, why)) => words::pages::unfit_path(Span::top(page.file), part, why),
                    None => words::pages::same_address(Span::top(page.file), &page.url, first),
                });
                continue;
            }
            let front = page.front.as_ref();
            let title = front.and_then(|f| f.titel.as_ref()).map(|t| t.value.clone());
            // One that stands under `[extra]` is told there.
            let below = front.is_some_and(|f| f.extra.keys.iter().any(|key| key.value == "titel"));
            let excused = title.is_none() && (below || may_be_lost(&self.site.model, &page.url));
            let is_section = page.name.ends_with("/index.md");
            let fallback = if is_section { What::Section } else { What::Content };
            let slot =
                self.list.slots.entry(page.url.clone()).or_insert_with(|| Slot::new(fallback, page.name.clone()));
            let untold = matches!(slot.what, What::Content | What::Section) && front.is_some();
            if title.is_none() && untold && !excused {
                problems.push(words::pages::no_title(
                    Span::top(page.file),
                    page.document.headings.iter().next().as_ref().map(|heading| heading.text()),
                ));
            }
            slot.document = Some(i);
            if let Some(title) = title {
                slot.short.clone_from(&title);
                slot.title = title;
            }
            if let Some(front) = front {
                if let Some(short) = &front.menu_titel {
                    slot.short.clone_from(short);
                }
                slot.order = front.volgorde.or(slot.order);
                slot.date = front.datum;
                slot.hidden = front.verborgen == Some(true);
            }
        }
    }

    /// Folders without an index page get one, so that no crumb and no shortened address leads nowhere.
    fn sections(&mut self) {
        let folders: HashSet<&str> = self.list.slots.keys().flat_map(|url| ancestors(url).skip(1)).collect();
        let folders: Vec<String> = folders.into_iter().map(str::to_owned).collect();
        for folder in folders {
            self.list.slots.entry(folder.clone()).or_insert_with(|| {
                let name = folder.trim_end_matches('/').rsplit('/').next().unwrap_or_default().replace('-', " ");
                let mut letters = name.chars();
                let title = letters.next().map(|c| c.to_uppercase().chain(letters).collect()).unwrap_or_default();
                Slot::new(What::Section, title)
            });
        }
        if !self.list.slots.contains_key("") {
            self.list.slots.insert(String::new(), Slot::new(What::Section, self.site.portal.naam.clone()));
        }
    }

    fn keyword_pages(&mut self, problems: &mut Vec<Diagnostic>) {
        // By how it is written: its address part, and how it was written first.
        let mut known: HashMap<&str, (usize, &At<String>)> = HashMap::new();
        let mut written: HashMap<String, &At<String>> = HashMap::new();
        let mut places: HashMap<String, usize> = HashMap::new();
        let mut found: Vec<Keyword> = Vec::new();
        let pages = self.list.slots.values().filter_map(|slot| slot.document);
        for (page, front) in pages.filter_map(|page| Some((page, self.site.documents[page].front.as_ref()?))) {
            for word in &front.trefwoorden {
                if slug(word).is_empty() {
                    problems.push(words::checks::keyword_of_nothing(word.place, word.trim()));
                    continue;
                }
                let (place, first) = *known.entry(word.value.as_str()).or_insert_with(|| {
                    let part = slug(word);
                    let first = *written.entry(part.replace('-', "")).or_insert(word);
                    let place = *places.entry(part.clone()).or_insert_with(|| {
                        found.push(Keyword { part, word: word.value.clone(), pages: Vec::new() });
                        found.len() - 1
                    });
                    (place, first)
                });
                if first.trim() != word.trim() {
                    problems.push(words::checks::keyword_twice(word.place, word.trim(), first.trim(), first.place));
                }
                if found[place].pages.last() != Some(&page) {
                    found[place].pages.push(page);
                }
            }
        }
        if found.is_empty() {
            return;
        }
        let all = Slot::new(What::Keywords, KEYWORDS.title(&self.site.phrases).into());
        self.list.slots.entry(KEYWORDS.url.into()).or_insert(all);
        for Keyword { part, word, .. } in &found {
            let slot = Slot::new(What::Keyword(part.clone()), word.clone());
            self.list.slots.entry(format!("{}{part}/", KEYWORDS.url)).or_insert(slot);
        }
        self.keywords = found;
    }

    /// What stands in each folder and under each keyword, in order: all slots are put in order once.
    fn list_children(&mut self) {
        let slots: Vec<(&String, &Slot)> = self.list.slots.iter().collect();
        let mut sorted: Vec<usize> = (0..slots.len()).collect();
        sorted.par_sort_by_cached_key(|at| {
            let (url, slot) = slots[*at];
            (slot.order.unwrap_or(i64::MAX), Reverse(slot.date), slot.title.to_lowercase(), url)
        });
        let mut in_folder: HashMap<&str, Vec<&String>> = HashMap::new();
        let mut places = vec![0; slots.len()];
        let mut ranks = vec![0; self.site.documents.len()];
        for (rank, at) in sorted.into_iter().enumerate() {
            let (url, slot) = slots[at];
            if let Some(document) = slot.document {
                ranks[document] = rank;
            }
            if !url.is_empty() {
                let folder = in_folder.entry(ancestors(url).nth(1).unwrap_or_default()).or_default();
                places[at] = folder.len();
                folder.push(url);
            }
        }
        let owned = |(folder, urls): (&str, Vec<&String>)| (folder.to_owned(), urls.into_iter().cloned().collect());
        self.list.children = in_folder.into_iter().map(owned).collect();
        for (slot, place) in self.list.slots.values_mut().zip(places) {
            slot.place = place;
        }
        for Keyword { part, word, mut pages } in std::mem::take(&mut self.keywords) {
            pages.sort_by_key(|page| ranks[*page]);
            let urls = pages.into_iter().map(|page| self.site.documents[page].url.clone()).collect();
            self.list.keywords.insert(part, (word, urls));
        }
    }

    fn other_files(&mut self, problems: &mut Vec<Diagnostic>) {
        for (path, file) in &self.site.files {
            let folder = path.strip_suffix("index.html");
            let taken = self.list.files.contains_key(path) || folder.is_some_and(|f| self.list.slots.contains_key(f));
            if taken {
                problems.push(match unfit(path) {
                    Some((part, why)) => words::pages::unfit_path(Span::top(*file), part, why),
                    None => words::pages::same_file(Span::top(*file), path),
                });
            } else {
                self.list.files.insert(path.clone(), *file);
            }
        }
    }
}

impl<'a> Addresses<'a> {
    /// All addresses of the site: what [`AddressList::of`] lists.
    pub fn of(site: &'a Site, shows: &dyn Fn(&str) -> bool, problems: &mut Vec<Diagnostic>) -> Self {
        Self::new(site, Arc::new(AddressList::of(site, shows, problems)))
    }

    /// These addresses of this site.
    pub fn new(site: &'a Site, listed: Arc<AddressList>) -> Self {
        Self { site, listed, unseen: false }
    }

    /// Pages that an editor made and wrote nothing on. That of a folder shows the pages in it, the first one what the site holds.
    pub fn tell_empty_pages(&self, problems: &mut Vec<Diagnostic>) {
        for (url, slot) in self.slots.iter().filter(|(url, _)| !url.is_empty()) {
            let page = slot.document.map(|document| &self.site.documents[document]);
            let Some((page, front)) = page.and_then(|page| Some((page, page.front.as_ref()?))) else { continue };
            if !page.document.is_blank {
                continue;
            }
            let own = matches!(slot.what, What::Content | What::Section) && !self.children.contains_key(url);
            let shown = front.omschrijving.is_some() || front.sjabloon.is_some() || !front.extra.keys.is_empty();
            // Of a text that could not be read it was told why.
            let wrong = page.document.problems.iter().any(Diagnostic::is_error);
            if own && !shown && !wrong {
                problems.push(words::checks::no_text(Span::top(page.file), &slot.title));
            }
        }
    }

    /// The address of a record: its own page, or its anchor on the list of its kind.
    pub fn of_record(&self, record: &dyn AnyEntity) -> String {
        address(record.kind(), record.id())
    }

    /// What a name between `[[ ]]` leads to: address and words. Ids come first, then paths of pages.
    pub fn mention(&self, name: &str) -> Option<(String, String)> {
        if let Some((kind, _)) = self.site.model.ids.get(name) {
            return Some((address(*kind, name), self.site.model.name_of(name)));
        }
        let path = name.trim_start_matches('/').trim_end_matches(".md").trim_end_matches('/');
        let url = if path.is_empty() { String::new() } else { format!("{path}/") };
        self.slots.get(&url).map(|slot| (url, slot.short.clone()))
    }

    /// The only page that is called like this, by its title or the name of its file, as other programs have it: `Een plan maken` for
    /// `werkwijze/een-plan-maken`. A path is that of a page which may have moved to another folder.
    pub fn page_called(&self, name: &str) -> Option<&str> {
        let path: Vec<String> = name.trim_end_matches(".md").split('/').map(slug).collect();
        let last = path.last()?;
        let pages = || self.slots.iter().map(|(url, slot)| (url.trim_end_matches('/'), slot));
        let only = |fits: &dyn Fn(&str, &Slot) -> bool| {
            let mut all = pages().filter(|(url, slot)| !url.is_empty() && fits(url, slot)).map(|(url, _)| url);
            all.next().filter(|_| all.next().is_none())
        };
        let whole = path.join("/");
        only(&|url, slot| {
            slot.title == name || url == whole || url.strip_suffix(&*whole).is_some_and(|f| f.ends_with('/'))
        })
        .or_else(|| only(&|url, _| url.rsplit('/').next() == Some(last)))
    }

    /// Names that a mention may have, for "bedoelde u".
    pub fn mentionable(&self) -> impl Iterator<Item = &str> {
        let pages = self.slots.keys().map(|u| u.trim_end_matches('/')).filter(|u| !u.is_empty());
        self.site.model.ids.keys().map(String::as_str).chain(pages)
    }

    /// Where a link as written in a page leads: address within the site and anchor; `None` when nothing is there.
    ///
    /// `name` is the content file that holds the link (for links to `.md` files), `url` the address of the page.
    pub fn link(&self, written: &str, name: &str, url: &str) -> Option<(String, Option<String>)> {
        let (path, anchor) = match written.split_once('#') {
            Some((path, anchor)) => (path, Some(anchor).filter(|a| !a.is_empty()).map(str::to_owned)),
            None => (written, None),
        };
        let path = path.split('?').next().unwrap_or_default();
        if path.is_empty() {
            return Some((url.to_owned(), anchor));
        }
        // As it stands in the bar of a browser; a name on disk has the letters themselves.
        let decoded = if path.contains('%') { percent_decode(path).filter(|decoded| decoded != path) } else { None };
        let path = decoded.as_deref().unwrap_or(path);
        if path.ends_with(".md") {
            let folder = name.rfind('/').map_or("", |i| &name[..i]);
            let target = crate::site::page_url(&join(folder, path)?);
            return self.slots.contains_key(&target).then_some((target, anchor));
        }
        let target = join(url, path)?;
        let page = match target.strip_suffix("index.html") {
            Some(folder) => folder.to_owned(),
            None if target.is_empty() || target.ends_with('/') => target.clone(),
            None => format!("{target}/"),
        };
        if self.slots.contains_key(&page) {
            return Some((page, anchor));
        }
        // What was decoded is the name of a file; a page's address has no spaces or accents.
        let named = decoded.is_some().then(|| crate::site::page_url(page.trim_end_matches('/')));
        if let Some(named) = named.filter(|named| self.slots.contains_key(named)) {
            return Some((named, anchor));
        }
        self.is_file(&target).then_some((target, anchor))
    }

    /// The path of the file beside a page (or anywhere in the content) that a link in content file `name` means, with the anchor as
    /// written.
    pub fn file_beside(&self, written: &str, name: &str) -> Option<(String, Option<String>)> {
        let path = beside(name, written).filter(|path| self.files.contains_key(path))?;
        Some((path, written.split_once('#').map(|(_, anchor)| anchor.to_owned()).filter(|a| !a.is_empty())))
    }

    /// May an address that leads nowhere belong to a record that could not be read?
    pub fn may_be_lost(&self, url: &str) -> bool {
        may_be_lost(&self.site.model, url)
    }

    /// The address of the draft that a link leads to: a page that is there, but not on the site yet.
    pub fn draft(&self, written: &str, name: &str, url: &str) -> Option<&'a str> {
        let path = written.split(['#', '?']).next().unwrap_or_default();
        let target = if path.ends_with(".md") {
            let folder = name.rfind('/').map_or("", |i| &name[..i]);
            crate::site::page_url(&join(folder, path)?)
        } else {
            let target = join(url, path)?;
            if target.is_empty() || target.ends_with('/') { target } else { format!("{target}/") }
        };
        self.site.drafts.get(&target).map(String::as_str)
    }

    /// Where the page is now that stood at this address, as its `aliassen` or its record's `voorheen` say.
    pub fn moved_to(&self, old: &str) -> Option<String> {
        let old = old.trim_matches('/');
        let had = |page: &&Arc<SitePage>| {
            let front = page.front.as_ref();
            front.is_some_and(|front| front.aliassen.iter().any(|alias| alias.trim_matches('/') == old))
        };
        if let Some(page) = self.site.documents.iter().find(had) {
            return Some(page.url.clone());
        }
        let (folder, id) = old.split_once('/')?;
        let record = self.site.model.get(self.site.model.now_called(id)?)?;
        (record.kind().plural == folder).then(|| self.of_record(record))
    }

    /// Is there a file at this path: of the site, or made by the program?
    fn is_file(&self, path: &str) -> bool {
        self.files.contains_key(path) || GENERATED.contains(&path) || self.downloads.iter().any(|d| d.path == path)
    }

    /// Addresses of all pages and files that a page may link to, for "bedoelde u".
    pub fn urls(&self) -> impl Iterator<Item = &str> {
        let pages = self.slots.keys().map(String::as_str);
        pages.chain(self.downloads.iter().map(|d| d.path.as_str()))
    }
}

/// May an address that leads nowhere belong to a record that could not be read?
fn may_be_lost(model: &Model, url: &str) -> bool {
    let lost = &model.lost;
    let (path, anchor) = url.split_once('#').unwrap_or((url, ""));
    let (folder, rest) = path.trim_matches('/').split_once('/').unwrap_or((path.trim_matches('/'), ""));
    let id = if rest.is_empty() { anchor } else { rest };
    let Some(kind) = Model::KINDS.iter().find(|kind| kind.plural == folder) else { return lost.file };
    if id.is_empty() { lost.kinds.contains(kind.name) || lost.file } else { lost.may_be(id, &[kind.name]) }
}

/// Files that every site has and a page may link to.
const GENERATED: &[&str] = &["sitemap.xml", "atom.xml", "robots.txt"];

/// A hash of texts one behind the other.
fn hash<'t>(texts: impl Iterator<Item = &'t String>) -> [u8; 32] {
    let mut all = String::new();
    texts.for_each(|text| all.extend([text, "\0"]));
    *blake3::hash(all.as_bytes()).as_bytes()
}

impl Slot {
    fn new(what: What, title: String) -> Self {
        Self { what, document: None, short: title.clone(), title, order: None, date: None, hidden: false, place: 0 }
    }
}

/// The address of a record of a kind.
pub fn address(kind: Kind, id: &str) -> String {
    if kind.own_page { format!("{}/{id}/", kind.plural) } else { format!("{}/#{id}", kind.plural) }
}

/// The page itself and the folders above it, the nearest first; the home page is not among them.
pub fn ancestors(url: &str) -> impl Iterator<Item = &str> {
    let mut rest = url;
    std::iter::from_fn(move || {
        let this = rest;
        let above = this.strip_suffix('/').unwrap_or(this).rfind('/');
        rest = above.map_or("", |slash| &this[..=slash]);
        (!this.is_empty()).then_some(this)
    })
}
