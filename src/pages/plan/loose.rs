//! Pages that belong to no file and no record: the 404 page, and those at old addresses.

use crate::diag::{Diagnostic, words};
use crate::pages::book::Addresses;
use crate::pages::page::Page;
use crate::pages::view::{PageView, SiteView};
use crate::site::{join, root_of};
use std::collections::BTreeSet;
use std::sync::Arc;

/// The page that a host shows for an address that is not there. It may be shown anywhere, so its addresses are absolute.
pub fn not_found(book: &Addresses<'_>, site: &SiteView) -> Page {
    let title = site.text.get("niet_gevonden_titel").and_then(|t| t.as_str()).unwrap_or("Pagina niet gevonden");
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
    for page in &book.site.documents {
        let Some(front) = page.front.as_ref() else { continue };
        for alias in &front.aliassen {
            let Some(path) = join("", alias).filter(|p| !p.is_empty() && !alias.contains([':', '?', '#', '\\'])) else {
                problems.push(words::pages::bad_alias(alias.place, alias));
                continue;
            };
            let is_file = path.ends_with(".html") || path.ends_with(".htm");
            let url = if is_file || path.ends_with('/') { path } else { format!("{path}/") };
            if book.slots.contains_key(&url) || book.files.contains_key(&url) || !taken.insert(url.clone()) {
                problems.push(words::pages::alias_taken(alias.place, &url));
                continue;
            }
            let root = root_of(&url);
            let title = book.slots.get(&page.url).map(|s| s.title.clone()).unwrap_or_default();
            let mut view = PageView { title, root, ..blank(book, &url) };
            view.canonical = format!("{}{}", book.site.portal.basis_url.value, page.url);
            view.extra = serde_json::json!({ "naar": page.url });
            pages.push(Page {
                path: if is_file { url } else { format!("{url}index.html") },
                template: "omleiding.html".into(),
                template_place: None,
                view: Arc::new(view),
                listed: false,
                changed: None,
                published: None,
            });
        }
    }
    pages
}

fn blank(book: &Addresses<'_>, url: &str) -> PageView {
    PageView {
        url: url.to_owned(),
        canonical: format!("{}{url}", book.site.portal.basis_url.value),
        root: "./".into(),
        title: String::new(),
        description: String::new(),
        lead: String::new(),
        breadcrumbs: Vec::new(),
        section: String::new(),
        answers: Vec::new(),
        sheet: String::new(),
        explained: false,
        toc: Vec::new(),
        letters: Vec::new(),
        previous: None,
        next: None,
        status: None,
        sources: Vec::new(),
        updated: String::new(),
        updated_iso: String::new(),
        review: String::new(),
        owner: book.site.portal.eigenaar.clone().unwrap_or_default(),
        source_file: String::new(),
        body: Vec::new(),
        items: Vec::new(),
        key_figures: Vec::new(),
        groups: Vec::new(),
        entity: None,
        extra: serde_json::Value::Null,
        card: String::new(),
        gallery: Vec::new(),
        json_ld: String::new(),
        draft: false,
        hidden: true,
    }
}
