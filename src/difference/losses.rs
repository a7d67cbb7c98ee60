//! What an editor would lose without a word: told once each, with what to do.

use super::pages::{PageChange, PageKind, Pages};
use super::records::{RecordChange, RecordKind, Records};
use std::collections::BTreeSet;

/// Something that is lost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loss {
    /// What happened.
    pub what: String,
    /// What to do when that was not meant.
    pub remedy: String,
}

/// All losses.
pub fn of(pages: &[PageChange], records: &[RecordChange], old: &Pages, new: &Pages, now: &Records) -> Vec<Loss> {
    let mut losses = Vec::new();
    let mut told = BTreeSet::new();
    for record in records.iter().filter(|record| record.how == RecordKind::Gone) {
        let url = format!("{}/{}/", record.kind, record.id);
        losses.push(gone(
            record,
            records,
            old.contains_key(&url) && new.get(&url).is_some_and(|p| p.leads_to.is_none()),
        ));
        told.insert(url);
    }
    for page in pages.iter().filter(|page| page.kind == PageKind::Gone && !told.contains(&page.url)) {
        losses.push(address(page, pages, old, new));
    }
    for page in pages {
        losses.extend(text_moved(page, pages, new, now));
    }
    losses.extend(records.iter().filter_map(overwritten));
    losses.extend(records.iter().filter_map(|record| named_before(record, new)));
    losses
}

/// A record with another name, while pages still call it by the one before.
fn named_before(record: &RecordChange, new: &Pages) -> Option<Loss> {
    let (RecordKind::Changed(values) | RecordKind::Renamed(_, values)) = &record.how else { return None };
    let name = values.iter().find(|value| ["titel", "naam"].contains(&value.key.as_str()) && !value.was.is_empty())?;
    // The new name may hold the one before: “Kerngroep”, “VTH-kerngroep”.
    let still = |line: &String| line.replace(&name.now, "").contains(&name.was);
    let pages: Vec<&str> =
        new.iter().filter(|(_, page)| page.lines.iter().any(still)).map(|(url, _)| url.as_str()).collect();
    let shown: Vec<String> = pages.iter().take(FEW).map(|url| format!("/{url}")).collect();
    let more = if pages.len() > FEW { format!(" en nog {}", pages.len() - FEW) } else { String::new() };
    (!pages.is_empty()).then(|| Loss {
        what: format!(
            "“{}” heet nu “{}”, maar de oude naam staat nog op {} pagina's: {}{more}.",
            name.was,
            name.now,
            pages.len(),
            shown.join(", ")
        ),
        remedy: format!(
            "Zoek in de map site naar “{}” en kijk per plek wat er moet staan. Een verwijzing [[{}]] krijgt vanzelf de nieuwe naam.",
            name.was,
            match &record.how {
                RecordKind::Renamed(to, _) => to,
                _ => &record.id,
            }
        ),
    })
}

/// So many addresses are written out.
const FEW: usize = 8;

/// A record that is not there any more: taken away, or called by another id.
fn gone(record: &RecordChange, records: &[RecordChange], page_left: bool) -> Loss {
    let (kind, id) = (&record.kind, &record.id);
    let new = records.iter().filter(|other| other.how == RecordKind::New && other.kind == *kind);
    let ids: Vec<&str> = new.clone().map(|other| other.id.as_str()).collect();
    let same_name = new.clone().find(|other| other.name == record.name).map(|other| other.id.as_str());
    let now = same_name.or_else(|| crate::diag::nearest(id, ids.iter().copied()));
    let what = match (now, page_left) {
        (Some(now), _) => format!("De id “{id}” ({}) is weg, en “{now}” is nieuw.", record.name),
        (None, true) => {
            format!(
                "Het gegeven “{id}” ({}) is weg, maar de pagina {kind}/{id}/ staat er nog, als losse tekst.",
                record.name
            )
        }
        (None, false) => format!("Het gegeven “{id}” ({}) is weg, met het webadres {kind}/{id}/.", record.name),
    };
    let remedy = match (now, page_left) {
        (Some(now), _) => format!(
            "Is het hetzelfde? Zet dan bij “{now}”: voorheen = [\"{id}\"]. Het oude webadres leidt dan naar het nieuwe. \
             Of zet de oude id terug en typ: verbeeld hernoem {id} {now}"
        ),
        (None, true) => {
            format!("Zet het gegeven terug, of haal ook het bestand van de pagina weg: content/{kind}/{id}.md")
        }
        (None, false) => format!(
            "Was dat niet de bedoeling? Zet het gegeven terug. Wel? Zet dan het oude adres op de pagina die er het meest op \
             lijkt: aliassen = [\"{kind}/{id}/\"]"
        ),
    };
    Loss { what, remedy }
}

/// An address that leads nowhere any more.
fn address(page: &PageChange, pages: &[PageChange], old: &Pages, new: &Pages) -> Loss {
    let before = old.get(&page.url);
    let lines: BTreeSet<&String> = before.map(|words| words.lines.iter().collect()).unwrap_or_default();
    let likeness = |url: &str| new.get(url).map_or(0, |words| words.lines.iter().filter(|l| lines.contains(l)).count());
    // A new page to which another old address leads already is that page, and not this one.
    let taken = |url: &str| pages.iter().any(|other| matches!(&other.kind, PageKind::Moved(to) if to == url));
    let came = pages.iter().filter(|other| other.kind == PageKind::New && !taken(&other.url));
    let alike = came.clone().filter(|other| likeness(&other.url) * 2 > lines.len());
    let now =
        came.clone().find(|other| other.title == page.title).or_else(|| alike.max_by_key(|other| likeness(&other.url)));
    let line = format!("aliassen = [\"{}\"]", page.url);
    let what = format!("Het webadres {} ({}) leidt nergens meer heen.", page.url, page.title);
    let remedy = match now {
        Some(now) => format!(
            "Is dat nu de pagina {}? Zet daar dan boven aan: {line}. Is zij echt weg, zet de regel dan op de pagina waar de lezer nu \
             moet zijn.",
            now.url
        ),
        None => format!("Zet op de pagina waar de lezer nu moet zijn: {line}"),
    };
    Loss { what, remedy }
}

/// The page of a record that lost its text, which stands on a page of its own now: its file has another name.
fn text_moved(page: &PageChange, pages: &[PageChange], new: &Pages, now: &Records) -> Option<Loss> {
    let PageKind::Changed(gone, _) = &page.kind else { return None };
    let (kind, id) = page.url.trim_end_matches('/').split_once('/')?;
    if gone.is_empty() || !now.contains_key(&(kind.to_owned(), id.to_owned())) {
        return None;
    }
    let has = |other: &&PageChange| {
        let text = new.get(&other.url).map(|words| words.lines.as_slice()).unwrap_or_default();
        let (folder, name) = other.url.trim_end_matches('/').split_once('/').unwrap_or_default();
        let record = now.contains_key(&(folder.to_owned(), name.to_owned()));
        other.kind == PageKind::New
            && !record
            && gone.iter().filter(|line| text.contains(line)).count() * 2 > gone.len()
    };
    let moved = pages.iter().find(has)?;
    let name = moved.url.trim_end_matches('/');
    Some(Loss {
        what: format!("De tekst bij {} ({}) staat nu los, op {}.", page.url, page.title, moved.url),
        remedy: format!(
            "Een tekst hoort bij een gegeven als het bestand zo heet als de id. Geef content/{name}.md weer de naam \
             content/{kind}/{id}.md. Wilt u een andere id? Typ: verbeeld hernoem {id} nieuwe-id"
        ),
    })
}

/// A tie of which a level was written over.
fn overwritten(record: &RecordChange) -> Option<Loss> {
    let RecordKind::Changed(values) = &record.how else { return None };
    let levels = values.iter().find(|value| record.kind == "relaties" && value.key == "niveau")?;
    let before: Vec<&str> = levels.was.split("; ").collect();
    let level = |text: &str| -> Option<String> { Some(text.split("niveau ").nth(1)?.split(',').next()?.to_owned()) };
    let (was, now): (Vec<_>, Vec<_>) =
        (before.iter().filter_map(|t| level(t)).collect(), levels.now.split("; ").filter_map(level).collect());
    let kept = now.len() >= was.len() && was.iter().zip(&now).all(|(was, now)| was == now);
    if kept || was.is_empty() {
        return None;
    }
    Some(Loss {
        what: format!(
            "Bij de band “{}” is een niveau overschreven: het was {}, het is {}.",
            record.id,
            was.join(" → "),
            now.join(" → ")
        ),
        remedy: format!(
            "Laat het oude niveau staan: dat is de geschiedenis. Zet het terug en typ: verbeeld niveau {} {}",
            record.id,
            now.last().map_or("niveau", String::as_str)
        ),
    })
}
