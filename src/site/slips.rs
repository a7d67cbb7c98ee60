//! Slips that only show when pages, data and settings are seen together: links to the site's own address and names of
//! persons in plain words.

use super::{Site, in_names};
use crate::content::persons_in;
use crate::decode::Record;
use crate::diag::words::checks::in_data;
use crate::diag::words::{files, pages};
use crate::diag::{Diagnostic, FileId, Span, nearest};
use std::collections::BTreeSet;

/// Tells of all of them.
pub fn tell(site: &Site, made: &[&str], problems: &mut Vec<Diagnostic>) {
    own_address(site, made, problems);
    persons(site, problems);
    copies_once(problems);
}

/// Tells of links to this site by its full address that lead to no page; `made` are the files of the site.
fn own_address(site: &Site, made: &[&str], problems: &mut Vec<Diagnostic>) {
    let own = site.portal.basis_url.value.trim_end_matches('/');
    let links = site.documents.iter().flat_map(|page| page.document.outside.iter().map(move |link| (page.file, link)));
    let own_links: Vec<_> = links.filter(|(_, (address, _))| !own.is_empty() && address.starts_with(own)).collect();
    if own_links.is_empty() {
        return;
    }
    let known: BTreeSet<&str> = made.iter().copied().collect();
    for (file, (address, place)) in own_links {
        let Some(path) = address[own.len()..].strip_prefix('/') else { continue };
        let path = path.split(['#', '?']).next().unwrap_or_default();
        let page = format!("{}/index.html", path.trim_end_matches('/'));
        if path.is_empty() || known.contains(path) || known.contains(page.as_str()) {
            continue;
        }
        let urls = known.iter().filter_map(|file| file.strip_suffix("/index.html"));
        let near = nearest(path.trim_end_matches('/'), urls);
        problems.push(pages::own_address(place.in_file(file), address, near));
    }
}

/// Tells of persons that are named where only a function may stand: plain words, which no text check comes by.
fn persons(site: &Site, problems: &mut Vec<Diagnostic>) {
    let portal = &site.portal;
    let told = |words: &str, place: Span| persons_in(words, place).into_iter().map(in_data);
    if let Some(owner) = &portal.eigenaar {
        problems.extend(told(owner, portal.place_of("eigenaar")));
    }
    for page in &site.documents {
        let Some(front) = &page.front else { continue };
        if let Some(owner) = &front.eigenaar {
            problems.extend(persons_in(owner, front.place_of("eigenaar").in_file(page.file)));
        }
    }
    for body in &site.model.gremia {
        for member in &body.lid {
            if let Some(function) = &member.functie {
                problems.extend(told(function, member.place_of("functie")));
            }
        }
    }
    in_names::tell(site, problems);
    for contact in &site.model.contacten {
        problems.extend(told(&contact.naam, contact.place_of("naam")));
        for (words, key) in [(&contact.email, "email"), (&contact.telefoon, "telefoon")] {
            problems.extend(words.iter().flat_map(|words| told(words, contact.place_of(key))));
        }
    }
}

/// A copy is told as that: that it is called otherwise than its address says nothing more.
fn copies_once(problems: &mut Vec<Diagnostic>) {
    let copies: BTreeSet<FileId> =
        problems.iter().filter(|p| p.code == files::COPY).filter_map(|p| Some(p.place?.file)).collect();
    problems.retain(|p| p.code != pages::LEFT_OVER || !p.place.is_some_and(|place| copies.contains(&place.file)));
}
