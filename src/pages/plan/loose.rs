//! Pages that belong to no file and no record: the 404 page, and those at old addresses.

use crate::diag::{Diagnostic, is_filled_in, words};
use crate::markup::Html;
use crate::pages::book::{Addresses, address, former_sheet, has_place, place_address};
use crate::pages::page::Page;
use crate::pages::view::PageView;
use crate::site::{join, percent_decode, root_of};
use std::collections::BTreeSet;
use std::sync::Arc;

/// The page that a host shows for an address that is not there. It may be shown anywhere, so its addresses are absolute.
pub fn not_found(book: &Addresses<'_>) -> Page {
    let title = book.site.phrases.pages().not_found();
    Page {
        path: "404.html".into(),
        template: "404.html".into(),
        template_place: None,
        view: Arc::new(PageView {
            title: title.to_owned(),
            root: book.site.portal.base_path(),
            ..blank(book, "404.html")
        }),
        listed: false,
        changed: None,
        published: None,
    }
}

/// A page at each old address, leading to the new one.
pub fn redirects(book: &Addresses<'_>, problems: &mut Vec<Diagnostic>) -> Vec<Page> {
    let mut pages: Vec<Page> = Vec::new();
    let mut taken: BTreeSet<String> = BTreeSet::new();
    for (old, now) in former_addresses(book) {
        // Whatever else stands at the old address now is told by a rule of the data.
        if !book.slots.contains_key(&old) && !book.files.contains_key(&old) && taken.insert(old.clone()) {
            pages.push(redirect(book, old, &now));
        }
    }
    for page in &book.site.documents {
        let Some(front) = page.front.as_ref() else { continue };
        for alias in &front.aliassen {
            // As the address bar gives it: `oud%20adres/`.
            let old = percent_decode(alias).unwrap_or_else(|| alias.to_string());
            let fits = !old.contains([':', '?', '#', '\\']) && !is_filled_in(alias);
            let Some(path) = join("", &old).filter(|path| fits && !path.is_empty()) else {
                problems.push(words::pages::bad_alias(alias.place, alias));
                continue;
            };
            let is_file = path.ends_with(".html") || path.ends_with(".htm");
            let url = if is_file || path.ends_with('/') { path } else { format!("{path}/") };
            if book.slots.contains_key(&url) || book.files.contains_key(&url) || !taken.insert(url.clone()) {
                problems.push(words::pages::alias_taken(alias.place, &url));
                continue;
            }
            pages.push(redirect(book, url, &page.url));
        }
    }
    pages
}

/// A page at an old address, which leads to `now`.
fn redirect(book: &Addresses<'_>, url: String, now: &str) -> Page {
    let root = root_of(&url);
    let title = book.slots.get(now).map(|s| s.title.clone()).unwrap_or_default();
    let mut view = PageView { title, root, ..blank(book, &url) };
    view.canonical = format!("{}{now}", book.site.portal.basis_url.value);
    view.extra = serde_json::json!({ "naar": now });
    Page {
        path: if url.ends_with('/') { format!("{url}index.html") } else { url },
        template: "omleiding.html".into(),
        template_place: None,
        view: Arc::new(view),
        listed: false,
        changed: None,
        published: None,
    }
}

/// The addresses that records had under the ids that they had before, and those that they have now. A record without a page of its
/// own has its old anchors beside the new one instead.
fn former_addresses(book: &Addresses<'_>) -> Vec<(String, String)> {
    let model = &book.site.model;
    let mut found = Vec::new();
    for record in model.all().filter(|record| record.kind().own_page) {
        let ids = record.common().former;
        found.extend(ids.iter().map(|old| (address(record.kind(), old), book.of_record(record))));
    }
    for e in &model.organisaties {
        let places: Vec<&str> = model.plekken.iter().filter(|p| has_place(p, e)).map(|p| p.id.value.as_str()).collect();
        let ids = std::iter::once(&e.id).chain(&e.voorheen);
        for id in ids.map(|id| id.value.as_str()) {
            // What stood on the sheet is for the first place now.
            found.extend(places.first().map(|place| (former_sheet(id), place_address(place, &e.id))));
            if id != e.id.value {
                found.extend(places.iter().map(|place| (place_address(place, id), place_address(place, &e.id))));
            }
        }
    }
    for place in &model.plekken {
        for e in model.organisaties.iter().filter(|e| has_place(place, e)) {
            found.extend(place.voorheen.iter().map(|id| (place_address(id, &e.id), place_address(&place.id, &e.id))));
        }
    }
    found
}

fn blank(book: &Addresses<'_>, url: &str) -> PageView {
    PageView {
        url: url.to_owned(),
        canonical: format!("{}{url}", book.site.portal.basis_url.value),
        root: "./".into(),
        title: String::new(),
        description: String::new(),
        lead: Html::default(),
        breadcrumbs: Vec::new(),
        section: String::new(),
        answers: Vec::new(),
        place: None,
        explained: false,
        words: Vec::new(),
        toc: Vec::new(),
        letters: Vec::new(),
        previous: None,
        next: None,
        status: None,
        sources: Vec::new(),
        updated: String::new(),
        updated_iso: String::new(),
        review: String::new(),
        review_iso: String::new(),
        period: String::new(),
        owner: book.site.portal.eigenaar.clone().unwrap_or_default(),
        correction: String::new(),
        source_file: String::new(),
        body: Vec::new(),
        items: Vec::new(),
        key_figures: Vec::new(),
        places: Vec::new(),
        news: Vec::new(),
        groups: Vec::new(),
        long: false,
        compare: None,
        entity: None,
        extra: serde_json::Value::Null,
        card: String::new(),
        gallery: Vec::new(),
        json_ld: String::new(),
        draft: false,
        hidden: true,
    }
}
