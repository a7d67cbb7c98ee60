//! How heavy each check weighs on this site, and where a page excuses itself from one.

use super::{Site, SitePage, Zwaarte};
use crate::decode::At;
use crate::diag::words::{checks as words, explain, outside, pages};
use crate::diag::{Diagnostic, FileId, Severity, Span, nearest};
use crate::model::{Kind, Model};
use std::collections::HashMap;
use std::collections::hash_map::Entry;

/// Checks that the site's own settings are about themselves.
const SETTINGS: &[&str] = &["TEKST006", "TEKST007", "TEKST008"];

/// Tells of pages with one title: a reader, the search and a list of pages cannot tell them apart.
pub fn double_titles(site: &Site, problems: &mut Vec<Diagnostic>) {
    let mut first: HashMap<String, Span> = HashMap::new();
    for title in site.documents.iter().filter_map(|page| page.front.as_ref()?.titel.as_ref()) {
        match first.entry(title.trim().to_lowercase()) {
            Entry::Occupied(other) => problems.push(words::double_title(title.place, title, *other.get())),
            Entry::Vacant(none) => drop(none.insert(title.place)),
        }
    }
}

/// Tells of pages of a record that are called otherwise than the record: readers would meet it under two names.
pub fn other_titles(site: &Site, problems: &mut Vec<Diagnostic>) {
    for page in &site.documents {
        let Some(title) = page.front.as_ref().and_then(|front| front.titel.as_ref()) else { continue };
        let Some((folder, id)) = page.url.trim_end_matches('/').split_once('/') else { continue };
        let of_page = |(kind, _): &&(Kind, Span)| kind.own_page && kind.plural == folder;
        let Some((_, place)) = site.model.ids.get(id).filter(of_page) else {
            left_over(site, page, title, (folder, id), problems);
            continue;
        };
        let name = site.model.name_of(id);
        if title.trim() != name {
            // The name itself is what may have to change.
            let own = site.model.get(id).map_or(*place, |record| record.place_of("naam"));
            problems.push(pages::other_title(title.place, title.trim(), &name, own));
        }
    }
}

/// Tells of a page that has the name of a record, and the address of one that is not there: one that was left behind when only the
/// data were put back.
fn left_over(
    site: &Site,
    page: &SitePage,
    title: &At<String>,
    (folder, id): (&str, &str),
    problems: &mut Vec<Diagnostic>,
) {
    let model = &site.model;
    let Some(kind) = Model::KINDS.iter().find(|kind| kind.own_page && kind.plural == folder) else { return };
    if model.ids.contains_key(id) || model.now_called(id).is_some() || model.lost.some {
        return;
    }
    let same = model.of_kind(kind.name).into_iter().find(|record| record.name(model) == title.trim());
    if let Some(record) = same {
        let own = format!("{folder}/{}/", record.id());
        let twin = site.documents.iter().find(|other| other.url == own);
        if let Some(twin) = twin {
            // Of two that are the same the one with the longer name is taken for the copy; here the name tells which is.
            let of_pair = |place: &Span| place.file == page.file || place.file == twin.file;
            problems.retain(|told| told.code != pages::COPY || !told.place.as_ref().is_some_and(of_pair));
        }
        problems.push(pages::left_over(title.place, id, record.id(), record.common().id.place, twin.is_some()));
    }
}

/// Checks that a portal asks for: on many a site they would tell of much that readers know.
const ASKED_FOR: &[&str] = &["TEKST002", "TEKST009"];

/// Where a point stands before decimals, a comma before thousands is right.
pub fn numbers_of_the_language(site: &Site, problems: &mut Vec<Diagnostic>) {
    if site.phrases.decimal(".") == "." {
        problems.retain(|problem| problem.code != "TEKST015");
    }
}

/// Gives each problem the weight that the portal and its page give it, and tells of settings that mean nothing.
pub fn apply(site: &Site, problems: &mut Vec<Diagnostic>) {
    let asked = |code: &str| site.portal.controle.iter().any(|c| c.code.value == code);
    problems.retain(|problem| !ASKED_FOR.contains(&problem.code) || asked(problem.code));
    if site.portal.controle.is_empty() && site.documents.iter().all(|page| excuses(page).is_empty()) {
        return;
    }
    let mut told = Vec::new();
    for control in &site.portal.controle {
        tell_unknown(&control.code.value, control.code.place, problems, &mut told);
    }
    for page in &site.documents {
        for excuse in excuses(page) {
            let place = excuse.code.place.in_file(page.file);
            let code = excuse.code.value.as_str();
            if tell_unknown(code, place, problems, &mut told) {
                continue;
            }
            let before = problems.len();
            problems.retain(|problem| !(problem.code == code && is_in(problem, page.file)));
            // Only a look at other sites can tell whether there is something to excuse.
            if problems.len() == before
                && site.whole
                && !outside::CODES.contains(&code)
                && (!ASKED_FOR.contains(&code) || asked(code))
            {
                told.push(words::excuse_unused(place, code));
            }
        }
    }
    for control in &site.portal.controle {
        let code = control.code.value.as_str();
        let meant = |problem: &Diagnostic| problem.code == code && may_be_set(problem);
        match control.telt {
            Zwaarte::Uit => problems.retain(|problem| !meant(problem)),
            Zwaarte::LetOp => {}
            Zwaarte::Fout => {
                for problem in problems.iter_mut().filter(|problem| meant(problem)) {
                    problem.severity = Severity::Error;
                }
            }
        }
    }
    problems.extend(told);
}

fn excuses(page: &super::SitePage) -> &[crate::content::Uitzondering] {
    page.front.as_ref().map(|front| front.uitzondering.as_slice()).unwrap_or_default()
}

fn is_in(problem: &Diagnostic, file: FileId) -> bool {
    problem.place.is_some_and(|place| place.file == file)
}

/// An error keeps the site from being made, whatever it is called.
fn may_be_set(problem: &Diagnostic) -> bool {
    problem.severity == Severity::Warning
}

/// The messages of some families are explained together; of the others each code is.
fn is_code(code: &str) -> bool {
    let alone = ["TEKST", "REGEL"].iter().any(|family| code.starts_with(family));
    let digits = code.bytes().rev().take_while(u8::is_ascii_digit).count();
    explain::explanation(code).is_some_and(|found| found.code == code || (!alone && digits == 3))
}

/// Says so when a code is none, or that of an error. Was it told?
fn tell_unknown(code: &str, place: Span, problems: &[Diagnostic], told: &mut Vec<Diagnostic>) -> bool {
    if SETTINGS.contains(&code) || !is_code(code) {
        told.push(words::unknown_code(place, code, nearest(code, explain::codes())));
        return true;
    }
    let error = problems.iter().any(|problem| problem.code == code && problem.is_error());
    if error {
        told.push(words::cannot_be_excused(place, code));
    }
    error
}
