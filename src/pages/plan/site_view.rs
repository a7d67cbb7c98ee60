//! What is the same on every page.

use crate::decode::{At, Moment, Record};
use crate::diag::{Diagnostic, is_secret_told_in, nearest, words};
use crate::infographic::legend::{line_sample, long_sample};
use crate::model::AnyEntity;
use crate::model::kinds::Begrip;
use crate::pages::book::{ALPHABET, Addresses};
use crate::pages::rows::{levels_in_order, look};
use crate::pages::view::{LevelView, Link, SiteView, TermView};
use crate::pages::writing::Writer;
use crate::site::{MenuRegel, POLICY};
use crate::theme::Assets;

/// The view that templates know as `site`.
pub fn site_view(book: &Addresses<'_>, assets: &Assets, problems: &mut Vec<Diagnostic>) -> SiteView {
    let portal = &book.site.portal;
    let mut links = |lines: &[MenuRegel]| -> Vec<Link> {
        lines.iter().filter_map(|line| link(book, &line.titel, &line.naar, problems)).collect()
    };
    let menu = links(&portal.menu);
    let footer = links(&portal.voet);
    let contact = portal.contact.as_ref().and_then(|c| link(book, book.site.phrases.pages().contact(), c, problems));
    // The levels stand in the shared view, so their texts are plain: no address depends on the page.
    let mut writer = Writer::new(book, "");
    let levels = levels_in_order(&writer)
        .into_iter()
        .map(|level| {
            let look = look(&writer, Some(level));
            LevelView {
                name: look.name,
                meaning: writer.plain(&level.betekenis).into(),
                url: book.of_record(level as &dyn AnyEntity),
                sample: line_sample(look.form, &look.colour),
                thread: long_sample(look.form, &look.colour),
                colour: look.colour,
            }
        })
        .collect();
    SiteView {
        name: portal.naam.clone(),
        tagline: portal.ondertitel.clone().unwrap_or_default(),
        language: portal.taal.clone().unwrap_or_else(|| "nl".into()),
        base_url: portal.basis_url.value.clone(),
        owner: portal.eigenaar.clone().unwrap_or_default(),
        contact,
        menu,
        footer,
        policy: POLICY,
        css: assets.css.clone(),
        js: assets.js.clone(),
        search_js: assets.search.clone(),
        alphabet: Link {
            title: book
                .slots
                .get(ALPHABET.url)
                .map_or_else(|| ALPHABET.title(&book.site.phrases).to_owned(), |s| s.short.clone()),
            url: ALPHABET.url.to_owned(),
            external: false,
        },
        ground: assets.ground.clone(),
        text: book.site.phrases.view().clone(),
        levels,
        as_of: portal.stand.map(|s| book.site.phrases.moment(&s)).unwrap_or_default(),
        as_of_iso: portal.stand.map(|s| s.to_string()).unwrap_or_default(),
        describes: portal.beschrijft.clone().unwrap_or_default(),
        // Filled when the events are known.
        latest: String::new(),
        area: portal.gebied.clone().unwrap_or_default(),
        period: period(portal.sinds, portal.stand),
        privacy: portal.privacy.clone().unwrap_or_default(),
        accessibility: portal.toegankelijkheid.as_ref().map(|a| a.value.clone()).unwrap_or_default(),
    }
}

/// A period as Dublin Core writes it: `start=2023; end=2026-11-23`; empty when neither end is known.
pub fn period(start: Option<Moment>, end: Option<Moment>) -> String {
    let ends = [("start", start), ("end", end)];
    let known = ends.into_iter().filter_map(|(name, when)| Some(format!("{name}={}", when?.first_day())));
    known.collect::<Vec<_>>().join("; ")
}

/// Which parts of the site fall under which entry of the menu: the entry's own address, and those that it takes with it.
pub fn sections(book: &Addresses<'_>, problems: &mut Vec<Diagnostic>) -> Vec<(String, String)> {
    let mut sections = Vec::new();
    for line in &book.site.portal.menu {
        // An entry that leads nowhere has been told.
        let Some(entry) = link(book, &line.titel, &line.naar, &mut Vec::new()) else { continue };
        sections.push((entry.url.clone(), entry.url.clone()));
        let also = line.ook.iter().filter_map(|folder| link(book, "", folder, problems));
        sections.extend(also.map(|part| (part.url, entry.url.clone())));
    }
    sections
}

/// The glossary as running text uses it.
pub fn terms(book: &Addresses<'_>) -> Vec<TermView> {
    let mut writer = Writer::new(book, "");
    let model = writer.model();
    let mut of = |term: &Begrip| TermView {
        id: term.id.value.clone(),
        name: term.name(model),
        meaning: writer.plain(&term.betekenis).into(),
        url: writer.book.of_record(term),
        words: term.afkorting.iter().chain([&term.naam]).chain(&term.synoniemen).cloned().collect(),
    };
    model.begrippen.iter().map(&mut of).collect()
}

/// The address of the page whose file is meant: `content/vragen/index.md`, `over\\contact.md`.
fn of_file(book: &Addresses<'_>, written: &str) -> Option<String> {
    let path = written.replace('\\', "/");
    let path = path.trim_start_matches(['.', '/']).trim_start_matches("site/");
    let path = ["content/", "public/"].iter().find_map(|folder| path.strip_prefix(folder)).unwrap_or(path);
    let (url, _) = book.link(&format!("/{path}"), "", "")?;
    Some(if url.is_empty() { "/".to_owned() } else { url })
}

/// Lines of the menu, and of the footer, that say the same as one before, or lead to the same page.
pub fn doubles(book: &Addresses<'_>, problems: &mut Vec<Diagnostic>) {
    for lines in [&book.site.portal.menu, &book.site.portal.voet] {
        for (i, line) in lines.iter().enumerate() {
            let same = |other: &&MenuRegel| other.titel.trim().to_lowercase() == line.titel.trim().to_lowercase();
            let first = lines[..i].iter().find(same);
            let (title, meant) =
                (line.titel.trim(), |other: &&MenuRegel| other.naar.trim_matches('/') == line.naar.trim_matches('/'));
            if let Some(first) = first {
                problems.push(words::slips::entry_twice(line.place_of("titel"), title, first.place_of("titel"), true));
            } else if let Some(first) = lines[..i].iter().find(meant) {
                problems.push(words::slips::entry_twice(line.naar.place, title, first.naar.place, false));
            }
        }
    }
}

/// A link that `portal.toml` asks for; one that leads nowhere is told.
pub fn link(book: &Addresses<'_>, title: &str, to: &At<String>, problems: &mut Vec<Diagnostic>) -> Option<Link> {
    let title = title.to_owned();
    // The whole address of one's own page leads within the site.
    let own = to.strip_prefix(book.site.portal.basis_url.trim_end_matches('/')).filter(|path| path.starts_with('/'));
    if let Some((url, anchor)) = own.and_then(|path| book.link(path, "", "")) {
        return Some(Link {
            title,
            url: anchor.map_or_else(|| url.clone(), |a| format!("{url}#{a}")),
            external: false,
        });
    }
    if to.starts_with("https://") || to.starts_with("http://") || to.starts_with("mailto:") {
        if is_secret_told_in(to) {
            problems.push(words::meant::secret_in_address("DATA014", to.place));
            return None;
        }
        return Some(Link { title, url: to.value.clone(), external: true });
    }
    let found = book.mention(to).map(|(url, _)| url);
    let found = found.or_else(|| {
        let (url, anchor) = book.link(&format!("/{}", to.trim_start_matches('/')), "", "")?;
        Some(anchor.map_or_else(|| url.clone(), |a| format!("{url}#{a}")))
    });
    match found {
        Some(url) => Some(Link { title, url, external: false }),
        None if book.site.model.lost.may_be(to, &[]) || book.may_be_lost(to) => None,
        None => {
            if let Some(url) = of_file(book, to) {
                problems.push(words::slips::file_in_menu(to.place, to, &url));
                return None;
            }
            let (path, anchor) = to.split_at(to.find('#').unwrap_or(to.len()));
            if let Some(now) = book.moved_to(path) {
                problems.push(words::pages::entry_of_former(to.place, to, &format!("{now}{anchor}")));
                return None;
            }
            let near = nearest(to.trim_matches('/'), book.mentionable());
            problems.push(words::pages::broken_menu(to.place, to, near));
            None
        }
    }
}
