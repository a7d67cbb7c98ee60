//! `build`: the one place where the steps meet.
//!
//! ```text
//! Sources ──parse──▶ Site ──plan──▶ Vec<Page> ──render──▶ Output
//! ```
//!
//! A build is a pure function of its sources and options. The [`Memo`] only saves work: parsed pages by the hash of their
//! file, rendered pages and open data by the hash of all they depend on. With an empty memo the output is the same, byte for byte.

#[cfg(test)]
mod growth;
mod missing;

use crate::decode::{Moment, Record};
use crate::diag::{self, Diagnostic, FileId, Span, nearest, words};
use crate::images::{self, Prepared, Seen, is_image, is_shown};
use crate::model;
use crate::model::rules::{Context, Prose};
use crate::output::Output;
use crate::pages::{AddressList, Addresses, Planning, Shared, has_gallery};
use crate::render::{self, Renderer};
use crate::search::{FOLDER, Gathering, Reader};
use crate::site::{Figures, Site, SiteImage, SitePage, by_hand, companions, controls, file_url, page_url, targets};
use crate::source::{self, Role, SourceFile, Sources, embedded_themes, misnamed};
use crate::theme::{Templates, bundle, unasked};
use jiff::civil::Date;
use rayon::prelude::*;
use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

mod built;
mod documents;
mod former;
mod join;
mod memo;
mod pages;
mod paths;
mod records;

pub use built::Built;
use documents::{Pages, documents};
use join::Joining;
use memo::Once;
pub use memo::{Keep, Memo};
pub use pages::SMALL;
use records::{Records, records};

/// What a build is asked beyond its sources.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Options {
    /// Also make pages that are marked `concept`.
    pub drafts: bool,
    /// The day that counts as today, for what is overdue; without it nothing is, so that a build does not depend on the
    /// clock.
    pub today: Option<Date>,
}

/// What a build does, one after another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Sources → site, and the theme's templates, words and style.
    Parse,
    /// Site → views.
    Plan,
    /// Views → HTML.
    Render,
    /// Everything that is published, put together and looked at once more.
    Join,
}

/// The site alone, without pages or output; problems are for [`build`] to tell.
pub fn site(sources: &Sources, options: Options) -> Site {
    site_with(sources, options, &mut Memo::default())
}

/// The same with what is remembered of an earlier time.
pub fn site_with(sources: &Sources, options: Options, memo: &mut Memo) -> Site {
    parse(sources, options, memo, &mut Vec::new())
}

/// Builds the site. Every step goes on after mistakes, so that all are told in one run.
pub fn build(sources: &Sources, options: Options, memo: &mut Memo) -> Built {
    build_told(sources, options, memo, &mut |_| {})
}

/// The same; tells each step as it begins.
pub fn build_told(sources: &Sources, options: Options, memo: &mut Memo, begins: &mut dyn FnMut(Step)) -> Built {
    let (mut problems, mut of_theme) = (Vec::new(), Vec::new());
    begins(Step::Parse);
    let wording = wording_hash(sources);
    let (mut known_bundle, mut known_templates) = (memo.bundle.take(), memo.templates.take());
    let (site, (bundle, templates)) = rayon::join(
        || parse(sources, options, memo, &mut problems),
        || {
            let (theme, told) = (theme_hash(sources), &mut of_theme);
            let bundle = Once::made(&mut known_bundle, theme, told, |told| Arc::new(bundle(sources, told)));
            let compile = |told: &mut Vec<Diagnostic>| Arc::new(Templates::compile(sources, told));
            (bundle, Once::made(&mut known_templates, wording, told, compile))
        },
    );
    (memo.bundle, memo.templates) = (known_bundle, known_templates);
    problems.extend(of_theme);
    let site = Arc::new(site);
    let mut of_addresses = Vec::new();
    let (whole, (shared, listed)) = rayon::join(
        || check(&site, sources, options, &mut problems),
        || {
            let shared = shared(sources, options, &site);
            let listed = shared.all(&[has_gallery(&site).into()]);
            let listed = Once::made_in_silence(&mut memo.addresses, listed, &mut of_addresses, |told| {
                Arc::new(AddressList::of(&site, &|name| templates.has(name), told))
            });
            (shared, listed)
        },
    );
    problems.extend(of_addresses);
    check_theme(&site, sources, &mut problems);

    begins(Step::Plan);
    let mut book = Addresses::new(&site, listed);
    book.tell_empty_pages(&mut problems);
    book.unseen = memo.keep == Keep::Nothing;
    let by_names = Shared { fronts: book.names_hash, ..shared }.all(&[]);
    let by_keywords = Shared { fronts: book.keywords_hash, ..shared }.all(&book.hash);
    let (data, reader) = rayon::join(
        || {
            if let Some(ahead) = &memo.ahead {
                ahead.expect(book.slots.keys().map(|url| format!("{url}index.html")));
            }
            render::open_data(&book, by_names, &mut memo.data)
        },
        || Once::made(&mut memo.reader, by_keywords, &mut Vec::new(), |_| Arc::new(Reader::of(&book))),
    );
    let listed: Vec<_> = data.iter().map(|file| file.listed.clone()).collect();
    let planning = Planning::begin(&book, &bundle.assets, &listed, shared, &mut memo.plan, &mut problems);
    begins(Step::Render);
    let renderer = Renderer::begin(
        &planning.site,
        &planning.terms,
        &templates,
        wording,
        &bundle.assets.prints,
        sources,
        &mut memo.pages,
    );
    let search = Gathering::of(reader);
    let made = pages::make(
        &planning,
        renderer.as_ref(),
        &search,
        (memo.keep, memo.ahead.as_deref()),
        &mut memo.plan,
        &mut problems,
    );
    if !templates.is_broken() {
        memo.pages.update(made.known, made.plan.pages.iter().map(|page| page.path.as_str()));
    }
    let plan = made.plan;
    // Of an address the template: what one asks for is known only where no template is broken.
    let unused_theme = || {
        let templated = LazyCell::new(|| {
            plan.pages.iter().map(|page| (page.path.as_str(), page.template.as_str())).collect::<BTreeMap<_, _>>()
        });
        let mut told = Vec::new();
        if !templates.is_broken() {
            unasked(&site, &|url| templated.get(format!("{url}index.html").as_str()).copied(), sources, &mut told);
        }
        told
    };
    begins(Step::Join);
    let joining = Joining { site: &site, sources, options, book: &book, bundle: &bundle, plan: &plan, shared };
    joining.tell_files(&mut problems);

    let infographics = plan.pages.iter().map(|p| p.view.infographics().count()).sum();
    let mut texts = || {
        let sitemap = Once::made(&mut memo.sitemap, shared.all(&book.hash), &mut Vec::new(), |_| {
            render::sitemap(&plan).into_bytes().into()
        });
        let texts = [render::feed(&plan), render::robots(&site.portal.basis_url.value)];
        let [feed, robots] = texts.map(|text| text.into_bytes().into());
        [("sitemap.xml", sitemap), ("atom.xml", feed), ("robots.txt", robots)]
    };
    let (files, read, unread) = (made.files, made.read, made.unread);
    // Who serves waits for the page, and not for the search; and of a large site there is more in memory now than later.
    let at_once = memo.keep == Keep::Site && plan.pages.len() <= pages::SMALL;
    let output = || {
        let (mut output, taken) = Output::of(files);
        let index = output.add_later(FOLDER, move || search.files(read, &unread)).clone();
        (output, index, taken)
    };
    let ((feeds, told), (mut output, index, taken)) = rayon::join(|| (texts(), unused_theme()), output);
    problems.extend(told);
    joining.tell_taken(taken, &mut problems);
    let rest = || {
        let rules = joining.add_files(&mut output, data, feeds, memo, &mut problems);
        joining.tell(&output, memo, &mut problems);
        rules
    };
    let make_index = || {
        if at_once {
            index.files();
        }
    };
    let (rules, ()) = rayon::join(rest, make_index);
    let targets = targets(&site.portal, &mut problems);
    controls::apply(&site, &mut problems);
    let failed = problems.iter().any(Diagnostic::is_error);
    // In a page with a mistake a file may be used all the same; what no page names is not.
    let unused = if failed { companions::unnamed(sources, &plan.unused) } else { plan.unused.clone() };
    companions::unused(sources, &unused, &mut problems);
    by_hand::fold(&site.model, sources, &mut problems);
    diag::sort(&mut problems, sources);
    let built = Built {
        output: (!failed && memo.keep != Keep::Nothing).then_some(output),
        problems,
        pages: plan.pages.iter().filter(|p| p.template != "omleiding.html" && p.template != "404.html").count(),
        infographics,
        whole,
        drafts: site.drafts.len(),
        views: made.views,
        rendered: made.anew,
        base_path: rules.base,
        name: site.portal.naam.clone(),
        packed: rules.packed,
        targets,
    };
    if memo.keep != Keep::All {
        memo.spent = Some(Arc::new((site.clone(), plan)));
    }
    built
}

/// What must hold between the records and in what the pages say. No part of making the site: who only wants to know it goes without.
/// Was all of it looked at?
fn check(site: &Site, sources: &Sources, options: Options, problems: &mut Vec<Diagnostic>) -> bool {
    let pages: Vec<Prose<'_>> = site.documents.iter().map(|page| prose(sources, page)).collect();
    let (today, stand) = (options.today, site.portal.day());
    let context = Context { model: &site.model, pages: Some(&pages), today, stand, whole: site.whole };
    if let (Some(day), Some(now)) = (stand, today)
        && day > now
    {
        problems.push(words::rules::stand_in_future(site.portal.place_of("stand"), &Moment::Day(day).as_noun()));
    }
    model::check(&context, problems)
}

/// Sources → Site.
fn parse(sources: &Sources, options: Options, memo: &mut Memo, problems: &mut Vec<Diagnostic>) -> Site {
    let mut phrases = memo.phrases.take();
    let (records, (told, (pages, of_pages))) = rayon::join(
        || records(sources, &mut phrases, problems),
        || {
            rayon::join(
                || {
                    let mut told = Vec::new();
                    source::tell(sources, &model::holds_data, &mut told);
                    told
                },
                || {
                    let mut told = Vec::new();
                    (documents(sources, options, memo, &mut told), told)
                },
            )
        },
    );
    memo.phrases = phrases;
    let Records { portal_file, portal, phrases, words, model, whole } = records;
    problems.extend(told.into_iter().chain(of_pages));
    let Pages { documents, drafts, draft_files } = pages;
    let figures = Figures::of(&model, &phrases);
    let mut files: Vec<(String, FileId)> = sources.of(Role::Companion).map(|(id, f)| (file_url(&f.name), id)).collect();
    files.extend(sources.of(Role::Static).map(|(id, f)| (f.name.clone(), id)));
    files.sort();
    let companions = sources.of(Role::Companion).map(|(id, _)| id).collect();
    let seen = looked(sources, memo);
    let (images, bad_images) = images(sources, &seen, memo);
    let sizes = sizes(sources, &seen);
    tell_home(sources, portal_file, &documents, &drafts, problems);
    Site {
        portal,
        portal_file,
        model,
        phrases,
        words,
        figures,
        documents,
        drafts,
        files,
        companions,
        draft_files,
        images,
        sizes,
        bad_images,
        whole,
    }
}

/// A site without a home page has a list of pages there: nobody means that.
fn tell_home(
    sources: &Sources,
    portal: FileId,
    documents: &[Arc<SitePage>],
    drafts: &BTreeSet<String>,
    problems: &mut Vec<Diagnostic>,
) {
    let misnamed = |name: &str| misnamed(name).is_some_and(|m| m.right == "index.md") && name.matches('/').count() == 1;
    let kept_out = sources.lacks_of("content") || sources.is_no_text(portal);
    if kept_out
        || documents.iter().any(|page| page.url.is_empty())
        || sources.of(Role::Misnamed).any(|(_, f)| misnamed(&f.name))
    {
        return;
    }
    match sources.of(Role::Page).find(|(_, file)| page_url(&file.name).is_empty() && drafts.contains("")) {
        Some((id, _)) => problems.push(words::pages::home_is_draft(Span::top(id))),
        None => {
            let folder = sources.get(portal).path.trim_end_matches("portal.toml");
            problems.push(words::pages::no_home(Span::top(portal), &format!("{folder}content/index.md")));
        }
    }
}

/// Every picture of pixels that is there, as far as it can be seen without unpacking it. Each is looked at once per content.
fn looked(sources: &Sources, memo: &mut Memo) -> BTreeMap<FileId, Option<Seen>> {
    let is_of_pixels = |name: &str| is_shown(name) && !name.to_lowercase().ends_with(".svg");
    let shown =
        sources.of(Role::Companion).chain(sources.of(Role::Static)).filter(|(_, file)| is_of_pixels(&file.name));
    let shown: Vec<_> = shown.collect();
    let known = &memo.looked;
    let look = |file: &SourceFile| known.get(file.hash()).copied().unwrap_or_else(|| images::look(&file.bytes));
    let seen: Vec<_> = shown.par_iter().map(|(id, file)| (*id, *file.hash(), look(file))).collect();
    memo.looked = seen.iter().map(|(_, hash, seen)| (*hash, *seen)).collect();
    seen.into_iter().map(|(id, _, seen)| (id, seen)).collect()
}

/// The pictures beside pages, each prepared once per content; and what is wrong with the others.
fn images(
    sources: &Sources,
    seen: &BTreeMap<FileId, Option<Seen>>,
    memo: &mut Memo,
) -> (BTreeMap<String, SiteImage>, Vec<(String, Diagnostic)>) {
    // What moves stays as it is.
    let moves = |id: &FileId| seen.get(id).copied().flatten().is_some_and(|seen| seen.moves);
    let is_prepared = |(id, file): &(FileId, &SourceFile)| is_image(&file.name) && !moves(id);
    let files: Vec<_> = sources.of(Role::Companion).filter(is_prepared).collect();
    let known = &memo.images;
    let prepared: Vec<Result<Arc<Prepared>, images::Problem>> = files
        .par_iter()
        .map(|(_, file)| match known.get(file.hash()) {
            Some(image) => Ok(image.clone()),
            None => images::prepare(&file.bytes).map(Arc::new),
        })
        .collect();
    let mut all = BTreeMap::new();
    let mut bad = Vec::new();
    let is_empty = |id| sources.of(Role::Companion).any(|(other, file)| other == id && file.bytes.is_empty());
    let mut tell = |id: FileId, path: String, problem: images::Problem| {
        let place = Span::top(id);
        bad.push((
            path,
            match problem {
                images::Problem::Unreadable if is_empty(id) => words::meant::empty_image(place),
                images::Problem::Unreadable => words::pages::unreadable_image(place),
                images::Problem::Disguised(form) => words::pages::disguised_image(place, form),
                images::Problem::TooLarge => words::pages::image_too_large(place),
                images::Problem::CutOff => words::pages::cut_off_image(place),
            },
        ));
    };
    for ((id, file), prepared) in files.into_iter().zip(prepared) {
        let path = file_url(&file.name);
        match prepared {
            Ok(prepared) => drop(all.insert(path, SiteImage { prepared, hash: *file.hash() })),
            Err(problem) => tell(id, path, problem),
        }
    }
    // The others are shown as they are, and must be pictures all the same.
    for (id, seen) in seen {
        let file = sources.get(*id);
        if file.role == Role::Companion && is_prepared(&(*id, file)) {
            continue;
        }
        let problem = match seen {
            Some(seen) if seen.whole => continue,
            Some(seen) if seen.size.is_some() => images::Problem::CutOff,
            _ => images::disguised(&file.bytes).map_or(images::Problem::Unreadable, images::Problem::Disguised),
        };
        tell(*id, path_of(file), problem);
    }
    memo.images = all.values().map(|image| (image.hash, image.prepared.clone())).collect();
    (all, bad)
}

/// Width and height of every picture that tells them, by output path: so that a page does not move when it comes.
fn sizes(sources: &Sources, seen: &BTreeMap<FileId, Option<Seen>>) -> BTreeMap<String, (u32, u32)> {
    let drawings = sources.of(Role::Companion).chain(sources.of(Role::Static));
    let drawings = drawings.filter(|(_, file)| file.name.to_lowercase().ends_with(".svg"));
    let drawings = drawings.filter_map(|(_, file)| Some((path_of(file), images::svg_size(&file.bytes)?)));
    let pictures = seen.iter().filter_map(|(id, seen)| Some((path_of(sources.get(*id)), (*seen)?.size?)));
    drawings.chain(pictures).collect()
}

/// The output path of a file beside a page or in `static`.
fn path_of(file: &SourceFile) -> String {
    if file.role == Role::Static { file.name.clone() } else { file_url(&file.name) }
}

/// A page as the rules of the model see it.
fn prose<'a>(sources: &'a Sources, page: &'a SitePage) -> Prose<'a> {
    let front = page.front.as_ref();
    // The places of its keys are those of a parsed page, which does not know its own file.
    let dated = |key: &str, date: Option<Moment>| Some((date?, Span { file: page.file, ..front?.place_of(key) }));
    Prose {
        file: page.file,
        bytes: &sources.get(page.file).bytes,
        abbreviations: Some(&page.document.abbreviations),
        names: Some(&page.document.names),
        sources: front.map(|f| f.bron.as_slice()).unwrap_or_default(),
        review: front.and_then(|f| f.herzien_voor.as_ref()).map(|r| (r.value, r.place)),
        dates: front.map(|f| [dated("datum", f.datum), dated("bijgewerkt", f.bijgewerkt)]).unwrap_or_default(),
    }
}

/// A hash of all that pages are made from, but for the bodies of the Markdown pages.
fn shared(sources: &Sources, options: Options, site: &Site) -> Shared {
    let mut whole = blake3::Hasher::new();
    whole.update(format!("{options:?}").as_bytes());
    for (id, file) in
        sources.iter().filter(|(_, file)| !matches!(file.role, Role::Page | Role::Data) && !is_style(file))
    {
        whole.update(&id.0.to_le_bytes());
        whole.update(file.path.as_bytes());
        whole.update(file.hash());
    }
    let mut data = blake3::Hasher::new();
    for (id, file) in sources.of(Role::Data) {
        data.update(&id.0.to_le_bytes());
        data.update(file.path.as_bytes());
        data.update(file.hash());
    }
    for draft in &site.drafts {
        whole.update(draft.as_bytes());
        whole.update(&[0]);
    }
    // Together: many small pieces cost a hasher more than all of it at once.
    let (mut names, mut fronts) = (Vec::new(), Vec::with_capacity(site.documents.len() * 32));
    for page in &site.documents {
        names.extend(page.file.0.to_le_bytes());
        names.extend(page.name.as_bytes());
        fronts.extend(page.document.front_hash);
    }
    whole.update(&names);
    let [whole, data] = [whole, data].map(|hasher| *hasher.finalize().as_bytes());
    Shared { whole, data, fronts: *blake3::hash(&fronts).as_bytes() }
}

/// Is it style or a script? Of those a page has only the names.
fn is_style(file: &SourceFile) -> bool {
    matches!(file.role, Role::Theme(_)) && ["css/", "js/"].iter().any(|folder| file.name.starts_with(folder))
}

/// A hash of all of the theme.
fn theme_hash(sources: &Sources) -> [u8; 32] {
    hash_of(sources.theme())
}

/// A hash of the theme without its style: templates and texts.
fn wording_hash(sources: &Sources) -> [u8; 32] {
    hash_of(sources.theme().filter(|(_, _, file)| !is_style(file)))
}

fn hash_of<'s>(files: impl Iterator<Item = (FileId, u8, &'s SourceFile)>) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new();
    for (id, layer, file) in files {
        hasher.update(&id.0.to_le_bytes());
        hasher.update(&[layer]);
        hasher.update(file.name.as_bytes());
        hasher.update(file.hash());
    }
    *hasher.finalize().as_bytes()
}

fn check_theme(site: &Site, sources: &Sources, problems: &mut Vec<Diagnostic>) {
    let Some(asked) = &site.portal.thema else { return };
    if sources.theme().any(|(_, layer, _)| layer > 0) {
        return;
    }
    let names: Vec<String> = embedded_themes().dirs().map(|d| d.path().to_string_lossy().into_owned()).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    problems.push(words::data::unknown_theme(asked.place, asked, nearest(asked, names.iter().copied()), &names));
}
