//! Tells of addresses that cannot be published, where they come from: so that publishing itself never finds one.

use crate::diag::{Diagnostic, FileId, Span, words};
use crate::dutch::slug;
use crate::pages::{Addresses, What};
use crate::site::portable::{Clash, clashes, unfit};
use std::collections::{BTreeMap, BTreeSet};

/// The same as [`tell`], but for paths of which it was seen already that there is nothing to tell: these are remembered.
pub fn tell_unless_known(
    fit: &mut Vec<String>,
    paths: &[&str],
    book: &Addresses<'_>,
    files: &BTreeMap<String, FileId>,
    problems: &mut Vec<Diagnostic>,
) {
    if fit.iter().map(String::as_str).eq(paths.iter().copied()) {
        return;
    }
    let before = problems.len();
    tell(paths, book, files, problems);
    *fit = if problems.len() == before { paths.iter().map(|path| (*path).to_owned()).collect() } else { Vec::new() };
}

/// Tells of every path that some system cannot hold, and of those that cannot both be.
fn tell(paths: &[&str], book: &Addresses<'_>, files: &BTreeMap<String, FileId>, problems: &mut Vec<Diagnostic>) {
    let origin = |path: &str| origin(path, book, files);
    let mut told = BTreeSet::new();
    // A folder of files that are yet to be made has no name of its own.
    for path in paths.iter().filter(|path| !path.ends_with('/')) {
        // What is made beside a page has the page's name in its path, and so has each size of a picture: it is told once.
        if let Some((part, why)) = unfit(path)
            && told.insert(part.strip_prefix("bestanden/").and_then(|name| name.split('.').next()).unwrap_or(part))
        {
            problems.push(words::pages::unfit_path(origin(path), part, why));
        }
    }
    for clash in clashes(paths.iter().copied()) {
        problems.push(match clash {
            Clash::FileAndFolder(file, inside) if is_of_all(file, files) => {
                words::pages::folder_at_own_file(origin(inside), file)
            }
            Clash::FileAndFolder(file, inside) => {
                words::pages::file_and_folder(origin(file), file, inside, origin(inside))
            }
            Clash::Alike(first, second) => words::pages::alike(origin(second), second, first, origin(first)),
        });
    }
}

/// Is it made for the whole site, and not for one of its files, pages or records?
fn is_of_all(path: &str, files: &BTreeMap<String, FileId>) -> bool {
    !path.contains('/') && path != "index.html" && !files.contains_key(path)
}

/// Where a path of the site comes from: a file, or the record or page that makes it.
pub fn origin(path: &str, book: &Addresses<'_>, files: &BTreeMap<String, FileId>) -> Span {
    if let Some(file) = files.get(path) {
        return Span::top(*file);
    }
    let site = book.site;
    // One of the sizes of a picture has the name of the picture in its own.
    let of_picture = site.images.iter().find(|(original, image)| {
        image.prepared.sizes.iter().any(|size| image.prepared.path(original, &image.hash, size.width).starts_with(path))
    });
    let picture = of_picture.and_then(|(original, _)| site.files.iter().find(|(known, _)| known == original));
    if let Some((_, file)) = picture.filter(|_| !path.is_empty()) {
        return Span::top(*file);
    }
    // A page's own folder, or one above it for what is made beside the page.
    let mut folder = path.rfind('/').map_or("", |slash| &path[..=slash]);
    loop {
        if let Some(page) = site.documents.iter().find(|page| page.url == folder) {
            return Span::top(page.file);
        }
        let old = site.documents.iter().filter_map(|page| page.front.as_ref()).flat_map(|front| &front.aliassen);
        if let Some(alias) = old.into_iter().find(|alias| alias.trim_matches('/') == folder.trim_matches('/')) {
            return alias.place;
        }
        match book.slots.get(folder).map(|slot| &slot.what) {
            Some(What::Record(id) | What::Place(_, id)) => {
                if let Some((_, place)) = site.model.ids.get(id) {
                    return *place;
                }
            }
            Some(What::Keyword(word)) => {
                let first = book.keywords.get(word).and_then(|(_, urls)| urls.first());
                if let Some(page) = site.documents.iter().find(|page| Some(&page.url) == first) {
                    let words = page.front.iter().flat_map(|front| &front.trefwoorden);
                    let place = words.into_iter().find(|said| slug(said) == *word).map(|said| said.place);
                    return place.unwrap_or(Span::top(page.file));
                }
            }
            _ => {}
        }
        match folder.trim_end_matches('/').rfind('/') {
            Some(slash) => folder = &folder[..=slash],
            None => return Span::top(site.portal_file),
        }
    }
}
