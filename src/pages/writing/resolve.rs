//! Fills in what a parsed page left open: links, names, figures, images, infographics.

use super::writer::{WantedAnchor, Writer};
use crate::content::{Calculator, ImageFile, Resolve, Suspected, is_file_name};
use crate::diag::{Span, nearest, words};
use crate::dutch::composed;
use crate::images::{foreign, from_camera, is_shown};
use crate::infographic::Infographic;
use crate::model::kind_meant;
use crate::model::kinds::{Cijfer, Keuze};
use crate::phrases::Phrases;
use crate::site::{SiteImage, beside, join, page_url, percent_decode};

/// What makes the parts of a page that stand beside its running text. They are made from records, on top of the writer; so the
/// writer is handed them and does not know them.
pub struct Blocks {
    /// An infographic from its TOML.
    pub infographic: fn(&mut Writer<'_>, &str, Span) -> Option<Infographic>,
    /// Is there a kind of infographic of this name?
    pub is_kind: fn(&str) -> bool,
    /// A calculator from its TOML.
    pub calculator: fn(&mut Writer<'_>, &str, Span) -> Option<Calculator>,
}

impl Blocks {
    /// For a sentence, which holds none.
    pub const NONE: Self = Self { infographic: |_, _, _| None, is_kind: |_| false, calculator: |_, _, _| None };
}

/// Resolves for one page.
pub struct PageResolver<'w, 'a> {
    writer: &'w mut Writer<'a>,
    name: &'w str,
    blocks: &'w Blocks,
}

impl<'w, 'a> PageResolver<'w, 'a> {
    /// `name` is the content file's path within `content/`, for links to `.md` files; empty for data.
    pub fn new(writer: &'w mut Writer<'a>, name: &'w str, blocks: &'w Blocks) -> Self {
        Self { writer, name, blocks }
    }
}

/// The only page in the same folder of which the name goes on where this one ends, or the other way round: `/over/bijdrage` became
/// `/over/bijdragen-van-partners`.
fn renamed<'u>(path: &str, urls: impl Iterator<Item = &'u str>) -> Option<&'u str> {
    const LEAST: usize = 5;
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let like = |url: &&str| {
        let (other, last) = url.rsplit_once('/').unwrap_or(("", url));
        other == folder && last.len().min(name.len()) >= LEAST && (last.starts_with(name) || name.starts_with(last))
    };
    let mut like = urls.map(|url| url.trim_end_matches('/')).filter(like);
    let (only, more) = (like.next(), like.next());
    only.filter(|_| more.is_none())
}

/// Does a figure as it is shown say this word or sign itself?
fn says_unit(shown: &str, word: &str) -> bool {
    match word {
        "€" | "euro" => shown.contains('€'),
        "%" | "procent" => shown.ends_with('%'),
        word => shown.rsplit_once(['\u{a0}', ' ']).is_some_and(|(_, unit)| unit.eq_ignore_ascii_case(word)),
    }
}

/// After so many problems on a page no name is looked for that is near: that means going through all of them.
const MOST_HINTS: usize = 100;

impl PageResolver<'_, '_> {
    /// The name that is near to one that is unknown.
    fn near<'n>(&self, name: &str, all: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
        if self.writer.problems.len() < MOST_HINTS { nearest(name, all) } else { None }
    }

    /// Says what is wrong with a link that leads nowhere.
    fn dead_link(&mut self, target: &str, place: Span) {
        let book = self.writer.book;
        let path = target.split(['?', '#']).next().unwrap_or_default();
        let joined = match path.ends_with(".md") {
            // A file, from the folder in which that of this page stands.
            true => join(self.name.rfind('/').map_or("", |i| &self.name[..i]), path).map(|name| page_url(&name)),
            false => join(&self.writer.url, path),
        };
        if joined.as_ref().is_some_and(|url| book.may_be_lost(url)) {
            return;
        }
        if let Some(draft) = book.draft(target, self.name, &self.writer.url) {
            return self.writer.problems.push(words::pages::link_to_draft(place, target, draft));
        }
        let moved = |url: &String| book.moved_to(url).or_else(|| book.moved_to(&percent_decode(url)?));
        if let Some(now) = joined.as_ref().and_then(moved) {
            // A question to the page and a heading on it go along.
            let rest = &target[path.len()..];
            return self.writer.problems.push(words::pages::link_to_former(place, target, &format!("/{now}{rest}")));
        }
        let path = target.split('#').next().unwrap_or_default();
        self.writer.problems.push(if is_file_name(path) {
            let wanted = beside(self.name, path).unwrap_or_default();
            words::pages::missing_file(place, target, self.near(&wanted, book.files.keys().map(String::as_str)))
        } else {
            let path = path.trim_matches('/').trim_start_matches("../");
            if !target.starts_with(['/', '.'])
                && path.contains('/')
                && book.urls().any(|u| u.trim_end_matches('/') == path)
            {
                self.writer.problems.push(words::pages::from_root(place, target));
                return;
            }
            // The path of its file, the address in the published folder, or that of another program.
            let bare = ["site/content/", "content/", "site/public/", "public/"]
                .iter()
                .find_map(|folder| path.strip_prefix(folder));
            let bare = bare.unwrap_or(path);
            let bare = [".md", "/index.html", ".html", ".htm", ".php", ".aspx"]
                .iter()
                .find_map(|end| bare.strip_suffix(end))
                .unwrap_or(bare);
            let bare = bare.strip_suffix("/index").unwrap_or(bare);
            // From the root, or from this page.
            let below = join(&self.writer.url, bare).filter(|_| !target.starts_with('/'));
            let right = [Some(bare.to_owned()), below]
                .into_iter()
                .flatten()
                .find(|page| bare.len() < path.len() && book.urls().any(|url| url.trim_end_matches('/') == page));
            if let Some(right) = right {
                self.writer.problems.push(words::meant::address_of_page(place, target, &format!("/{right}/")));
                return;
            }
            // A page that moved to another folder kept its own name.
            let name = |url: &str| url.rsplit('/').next().is_some_and(|last| Some(last) == path.rsplit('/').next());
            let mut moved = book.urls().map(|u| u.trim_end_matches('/')).filter(|url| name(url));
            match (moved.next(), moved.next(), joined) {
                (Some(only), None, Some(old)) => words::pages::link_to_moved(place, target, only, &old),
                (_, _, joined) => {
                    let near = renamed(bare, book.urls())
                        .or_else(|| self.near(bare, book.urls().map(|u| u.trim_end_matches('/'))));
                    // `overleggen/`: what readers call the kind, or several of it.
                    let spoken = path.rsplit('/').next().and_then(kind_meant).map(|kind| kind.plural);
                    let spoken = spoken.filter(|plural| book.urls().any(|u| u.trim_end_matches('/') == *plural));
                    // Where a relative address leads is not plain to who wrote it.
                    let wanted = joined.filter(|url| !target.starts_with('/') && !url.contains('.'));
                    words::pages::broken_link(place, target, near.or(spoken), wanted.as_deref())
                }
            }
        });
    }

    fn sizes(&self, path: &str, image: &SiteImage) -> ImageFile {
        let prepared = &image.prepared;
        let href = |width| self.writer.href(&prepared.path(path, &image.hash, width));
        let sizes: Vec<(String, u32)> = prepared.sizes.iter().map(|size| (href(size.width), size.width)).collect();
        // What stands in `src` is for programs that know no choice: not the smallest, not the largest.
        let middle = sizes.iter().rev().find(|(_, width)| *width <= 960).or(sizes.last());
        ImageFile {
            href: middle.map(|(href, _)| href.clone()).unwrap_or_default(),
            width: Some(prepared.width),
            height: Some(prepared.height),
            colour: prepared.colour.map(|[r, g, b]| format!("#{r:02x}{g:02x}{b:02x}")),
            sizes,
        }
    }
}

impl Resolve for PageResolver<'_, '_> {
    fn link(&mut self, target: &str, place: Span) -> Option<String> {
        let (book, target) = (self.writer.book, &*composed(target));
        match book.link(target, self.name, &self.writer.url).or_else(|| book.file_beside(target, self.name)) {
            Some((url, anchor)) => {
                // A question to a page, such as that of a search, goes along.
                let asked = target.split('#').next().and_then(|path| path.split_once('?')).map(|(_, asked)| asked);
                let asked =
                    asked.filter(|asked| !asked.is_empty()).map(|asked| format!("?{asked}")).unwrap_or_default();
                let href = match &anchor {
                    Some(anchor) if url == self.writer.url && asked.is_empty() => format!("#{anchor}"),
                    Some(anchor) => format!("{}{asked}#{anchor}", self.writer.href(&url)),
                    None => self.writer.href(&url) + &asked,
                };
                if book.files.contains_key(&url) {
                    if let Some(form) = from_camera(&url) {
                        self.writer.problems.push(words::pages::foreign_form(place, target, form));
                    }
                    self.writer.files_linked.push(url.clone());
                }
                if let Some(anchor) = anchor {
                    self.writer.anchors_wanted.push(WantedAnchor { url, anchor, place });
                }
                Some(href)
            }
            None => {
                self.dead_link(target, place);
                None
            }
        }
    }

    fn phrases(&self) -> &Phrases {
        self.writer.phrases()
    }

    fn mention(&mut self, id: &str, place: Span) -> Option<(String, String)> {
        let book = self.writer.book;
        let (name, anchor) = id.split_once('#').map_or((id, None), |(n, a)| (n, Some(a)));
        let led = match anchor.filter(|_| name.is_empty()) {
            // `[[#kop]]` leads to a heading of the page itself.
            Some(anchor) => Some((self.writer.url.to_owned(), anchor.to_owned())),
            None => book.mention(name),
        };
        match led {
            Some((url, words)) => {
                if !book.site.model.ids.contains_key(name) {
                    self.writer.pages_named.push((url.clone(), words.clone()));
                }
                if let Some(anchor) = anchor.filter(|_| !url.contains('#')) {
                    let wanted = WantedAnchor { url: url.clone(), anchor: anchor.to_owned(), place };
                    self.writer.anchors_wanted.push(wanted);
                    return Some((format!("{}#{anchor}", self.writer.href(&url)), words));
                }
                // A page does not lead to itself.
                let href = if url == self.writer.url { String::new() } else { self.writer.href(&url) };
                Some((href, words))
            }
            None => {
                if book.site.model.lost.may_be(name, &[]) || book.may_be_lost(name) {
                    return None;
                }
                if let Some(at) = book.site.model.unfinished.get(name) {
                    self.writer.problems.push(words::data::refers_to_unfinished(place, name, *at));
                    return None;
                }
                if book.site.drafts.contains(&format!("{}/", name.trim_matches('/'))) {
                    self.writer.problems.push(words::pages::link_to_draft(place, id, name));
                    return None;
                }
                if let Some(now) = book.site.model.now_called(name) {
                    self.writer.problems.push(words::data::former_id(place, name, now));
                    return None;
                }
                let called = book.site.model.called(name, &[]);
                if let Some(meant) = called {
                    self.writer.problems.push(words::pages::name_mentioned(place, name, meant));
                    return None;
                }
                let ids: Vec<&str> = name.split([',', ';']).map(str::trim).collect();
                if ids.len() > 1 && ids.iter().all(|id| book.mention(id).is_some()) {
                    self.writer.problems.push(words::meant::several_mentioned(place, &ids));
                    return None;
                }
                if let Some(now) = book.moved_to(name).filter(|_| name.contains('/')) {
                    let now = now.trim_end_matches('/');
                    self.writer.problems.push(words::pages::mention_of_former(place, name, now));
                    return None;
                }
                if is_shown(name) {
                    self.writer.problems.push(words::meant::image_mentioned(place, name));
                    return None;
                }
                if self.writer.problems.len() < MOST_HINTS
                    && let Some(page) = book.page_called(name)
                {
                    self.writer.problems.push(words::meant::page_mentioned(place, name, page));
                    return None;
                }
                let near = self.near(name, book.mentionable());
                self.writer.problems.push(words::pages::unknown_mention(place, name, near));
                None
            }
        }
    }

    fn figure(&mut self, key: &str, place: Span) -> Option<String> {
        let figures = &self.writer.book.site.figures;
        let found = figures.get(key).map(str::to_owned);
        // One whose block holds a mistake is known by its id; that was told there.
        let model = self.writer.model();
        if found.is_none()
            && !model.lost.may_be(key, &["cijfer"])
            && model.ids.get(key).is_none_or(|(kind, _)| !kind.is::<Cijfer>())
        {
            let choice = key.strip_prefix("keuze.").and_then(|key| key.rsplit_once('.'));
            if let Some((id, _)) = choice.filter(|(id, _)| !model.ids.contains_key(*id)) {
                if !model.lost.may_be(id, &["keuze"]) {
                    let choices =
                        model.ids.iter().filter(|(_, (kind, _))| kind.is::<Keuze>()).map(|(id, _)| id.as_str());
                    let near = self.near(id, choices);
                    let start = place.range().start + "keuze.".len();
                    let exact = place.range().len() == key.len();
                    let place = if exact { Span::new(place.file, start..start + id.len()) } else { place };
                    self.writer.problems.push(words::pages::unknown_choice(place, id, near));
                }
                return None;
            }
            self.writer.problems.push(match key.strip_prefix("aantal.") {
                Some(what) => {
                    let counted: Vec<&str> = figures.keys().filter_map(|key| key.strip_prefix("aantal.")).collect();
                    let (sorts, kinds): (Vec<&str>, Vec<&str>) = counted.iter().partition(|c| c.contains('.'));
                    // `gemeenten` for `organisaties.gemeente`.
                    let sort = self.near(what, sorts.iter().filter_map(|c| c.rsplit('.').next()));
                    let sort = sort.and_then(|sort| sorts.iter().find(|c| c.rsplit('.').next() == Some(sort)).copied());
                    let spoken = kind_meant(what).map(|kind| kind.plural).filter(|plural| kinds.contains(plural));
                    let near = sort.or(spoken).or_else(|| self.near(what, kinds.iter().copied()));
                    words::data::unknown_count(place, what, near, &kinds)
                }
                None => match self.near(key, figures.keys()) {
                    near if key.contains('.') => words::data::unknown_figure(place, key, near),
                    near => words::slips::filled_in_elsewhere(place, key, near),
                },
            });
        }
        found
    }

    fn image(&mut self, src: &str, place: Span) -> Option<ImageFile> {
        let (book, src) = (self.writer.book, &*composed(src));
        let path = beside(self.name, src).unwrap_or_default();
        if let Some(form) = foreign(&path).filter(|_| book.files.contains_key(&path)) {
            self.writer.files_linked.push(path);
            self.writer.problems.push(words::pages::foreign_form(place, src, form));
            return None;
        }
        if let Some(image) = book.site.images.get(&path) {
            self.writer.images_shown.push(path.clone());
            return Some(self.sizes(&path, image));
        }
        if let Some((right, size)) = src.rsplit_once('|').filter(|_| !book.files.contains_key(&path))
            && size.bytes().all(|b| b.is_ascii_digit() || b == b'x')
        {
            self.writer.problems.push(words::meant::image_with_size(place, src, right.trim()));
            return None;
        }
        if !book.files.contains_key(&path) {
            let images = book.files.keys().map(String::as_str).filter(|f| is_shown(f) || foreign(f).is_some());
            // As it must be written here: bare beside the page, else from the root of the site.
            let folder = self.name.rfind('/').map_or("", |i| &self.name[..=i]);
            let near = self.near(&path, images).map(|near| match near.strip_prefix(folder) {
                Some(bare) if !bare.contains('/') => bare.to_owned(),
                _ => format!("/{near}"),
            });
            self.writer.problems.push(words::pages::missing_image(place, src, near.as_deref()));
            return None;
        }
        let href = self.writer.href(&path);
        let (width, height) = book.site.sizes.get(&path).copied().unzip();
        self.writer.files_linked.push(path);
        Some(ImageFile { href, width, height, ..ImageFile::default() })
    }

    fn suspect(&mut self, of: Suspected, name: &str, place: Span) {
        let site = self.writer.book.site;
        let problem = match of {
            Suspected::Figure => site.figures.get(name).map(|_| words::slips::single_braces(place, name)),
            Suspected::Mention => site.model.ids.get(name).map(|_| words::slips::single_brackets(place, name)),
            Suspected::Unit => {
                let (key, word) = name.rsplit_once(' ').unwrap_or((name, ""));
                let shown = site.figures.get(key).filter(|shown| says_unit(shown, word));
                shown.map(|shown| words::meant::unit_twice(place, word, shown))
            }
            Suspected::Drawing => (self.blocks.is_kind)(name).then(|| words::meant::drawing_as_language(place, name)),
            Suspected::Unfenced => (self.blocks.is_kind)(name).then(|| words::nearly::no_block(place)),
            Suspected::Unnamed => (self.blocks.is_kind)(name).then(|| words::nearly::no_name_of_block(place)),
        };
        self.writer.problems.extend(problem);
    }

    fn infographic(&mut self, toml: &str, place: Span) -> Option<Infographic> {
        (self.blocks.infographic)(self.writer, toml, place)
    }

    fn calculator(&mut self, toml: &str, place: Span) -> Option<Calculator> {
        (self.blocks.calculator)(self.writer, toml, place)
    }
}
