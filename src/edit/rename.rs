//! Another id for a record, everywhere.

use super::blocks::{Blocks, literal};
use super::called::{called_so, unknown};
use super::change::{Change, Refused};
use super::named::note_named;
use super::written::{Place, occurrence, places_of};
use crate::diag::words::nearly::{CLOSES, OPENS};
use crate::diag::{FileId, Files, Lines, Span};
use crate::model::{Ids, Kind, Model};
use crate::site::{Site, page_url};
use crate::source::{Role, Sources};
use std::collections::BTreeMap;

/// The change that gives the record `old` the id `new`, in all places. An id of which only the record itself was changed by hand is
/// changed in all the others.
pub fn renamed<'s>(sources: &'s Sources, site: &Site, old: &str, new: &str) -> Result<Change<'s>, Refused> {
    let model = &site.model;
    let by_hand = !model.ids.contains_key(old) && model.ids.contains_key(new);
    let old = if by_hand { old } else { called_so(model, old)? };
    let known = if by_hand { new } else { old };
    let Some((kind, _)) = model.ids.get(known) else {
        return Err(unknown(model, "gegeven", old, model.ids.keys().map(String::as_str)));
    };
    may_be_called(model, *kind, old, new, by_hand)?;
    let mut names = BTreeMap::from([(old.to_owned(), new.to_owned())]);
    names.extend(relations_of(model, old, new));
    let mut change = Change::of(sources);
    let mut own = BTreeMap::new();
    let lost = by_hand.then(|| (old, format!("{}/{old}/", kind.plural)));
    for place in places_of(sources, site, lost) {
        if let Some(new) = names.get(&place.id) {
            change.put(place.at, written_as(sources, &place, new));
            if place.own {
                own.insert(place.id, place.at.file);
            }
        }
    }
    if by_hand {
        own.insert(old.to_owned(), model.ids[new].1.file);
    }
    for (was, new) in &names {
        let known = if by_hand && was == old { new } else { was };
        let old = was;
        if let (Some(file), Some((kind, _))) = (own.get(old), model.ids.get(known)) {
            remember(&mut change, sources, *file, *kind, known, old, new)?;
            if kind.own_page {
                may_move_to(sources, *kind, old, new, by_hand)?;
                move_page(&mut change, sources, *kind, old, new);
            }
        }
    }
    if model.get(known).is_some() {
        note_samples(&mut change, sources, site, &names);
        change.note(
            "Afbeeldingen en bestanden met de oude id in hun webadres (zoals relatiekaart-….svg) krijgen de nieuwe, en blijven ook onder het \
             oude webadres staan.",
        );
    }
    let said = format!(
        "De naam blijft “{}”. Wordt ook die (of de korte naam) een andere? Hij staat in gewone woorden in:",
        model.name_of(known)
    );
    note_named(&mut change, sources, site, known, true, &said);
    Ok(change)
}

/// Notes where an old id stands in a sample of code or in a comment: that is no reference, so nobody knows whether it should follow.
fn note_samples(change: &mut Change<'_>, sources: &Sources, site: &Site, names: &BTreeMap<String, String>) {
    let mut lines = String::new();
    let home = site.portal.basis_url.trim_end_matches('/');
    let data = sources.of(Role::Data).map(|(file, _)| (file, true));
    for (file, data) in data.chain(site.documents.iter().map(|page| (page.file, false))) {
        let (mut start, mut fence, mut remark) = (0, "", false);
        for line in sources.text(file).split_inclusive('\n') {
            let place = Span::new(file, start..start + line.len());
            start += line.len();
            let bare = line.trim();
            let sign = if bare.starts_with('~') { '~' } else { '`' };
            let signs = &bare[..bare.len() - bare.trim_start_matches(sign).len()];
            // Within a block of code a shorter row of signs is a part of it.
            match fence.is_empty() {
                true if !data && signs.len() >= 3 => fence = signs,
                false if bare == signs && signs.starts_with(fence) => fence = "",
                _ => {}
            }
            let begun = remark || bare.contains(OPENS);
            remark = begun && bare.rfind(CLOSES) < bare.rfind(OPENS).or(remark.then_some(0));
            // A whole address of the site itself is no link within it.
            let own = !home.is_empty() && line.contains(home);
            let sample =
                own || if data { bare.contains('#') } else { !fence.is_empty() || bare.contains('`') || begun };
            // A word that is an id as well stands in many sentences.
            let named = |id: &String| id.contains('-') && occurrence(line, id).is_some();
            if sample && names.keys().any(named) && !change.touches(place) {
                lines.push_str(&format!("\n  {}:{}  {bare}", change.path(file), change.line(place)));
            }
        }
    }
    if !lines.is_empty() {
        change.note(format!(
            "In een voorbeeld van code, in een opmerking of in een heel webadres staat de oude id nog. Verander die zelf:{lines}"
        ));
    }
}

/// Is the new id one, and free?
fn may_be_called(model: &Model, kind: Kind, old: &str, new: &str, by_hand: bool) -> Result<(), Refused> {
    if !kind.allows(new) {
        let meant = match kind.ids.meant(new) {
            meant if meant.is_empty() => "groot-overleg".to_owned(),
            meant => meant,
        };
        return Err(format!(
            "“{new}” kan geen id zijn. Gebruik kleine letters, cijfers en koppeltekens, zoals “{meant}”."
        )
        .into());
    }
    if kind.ids == Ids::Ends && !by_hand {
        let relation = model.relaties.get(old);
        let fits = relation.map(|r| format!("{}--{}", r.van.id, r.naar.id)).unwrap_or_default();
        if !new.strip_prefix(&fits).is_some_and(|rest| rest.is_empty() || rest.starts_with('-')) {
            return Err(format!(
                "De id van een band volgt uit haar twee kanten en begint met “{fits}”. Geef een van de kanten een andere id, \
                 dan gaat de band mee."
            )
            .into());
        }
    }
    if by_hand {
        return Ok(());
    }
    if new == old {
        return Err("De nieuwe id is dezelfde als de oude.".to_owned().into());
    }
    if let Some((kind, _)) = model.ids.get(new) {
        return Err(
            format!("De id “{new}” bestaat al: het is een {}. Kies een andere.", kind.label.to_lowercase()).into()
        );
    }
    match model.now_called(new).filter(|now| *now != old) {
        Some(now) => {
            Err(format!("“{new}” is een oude id van “{now}”; haar webadres leidt daarheen. Kies een andere.").into())
        }
        None => Ok(()),
    }
}

/// The relations whose ids are made of this one, with what they are called then.
fn relations_of(model: &Model, old: &str, new: &str) -> Vec<(String, String)> {
    let renamed = |end: &str| if end == old { new.to_owned() } else { end.to_owned() };
    let of = model.relaties.iter().filter_map(|relation| {
        let (from, to) = (&relation.van.id, &relation.naar.id);
        // By hand an end may have its new id already, while the tie is still called by the old one.
        let before = |end: &str| if end == new { old.to_owned() } else { end.to_owned() };
        let written = [format!("{from}--{to}"), format!("{}--{}", before(from), before(to))];
        let rest = written.iter().find_map(|ends| relation.id.strip_prefix(ends.as_str()))?;
        let now = format!("{}--{}{rest}", renamed(from), renamed(to));
        (now != relation.id.value).then(|| (relation.id.value.clone(), now))
    });
    of.collect()
}

/// The new id as it must be written in a place: bare, or as a whole text where the old one had escapes.
fn written_as(sources: &Sources, place: &Place, new: &str) -> String {
    let text = &sources.get(place.at.file).bytes[place.at.range()];
    let whole = matches!(text.first(), Some(b'"' | b'\''));
    if whole { literal(new) } else { new.to_owned() }
}

/// Writes the old id at `voorheen`, so that its addresses keep leading to the record.
fn remember(
    change: &mut Change<'_>,
    sources: &Sources,
    file: FileId,
    kind: Kind,
    known: &str,
    old: &str,
    new: &str,
) -> Result<(), Refused> {
    let path = sources.path(file);
    let cannot = || Refused::from(format!("Het blok van “{known}” in {path} is niet te wijzigen."));
    let (text, mark) = sources.get(file).text().map_err(|_| cannot())?;
    let blocks = Blocks::of(file, text, mark).ok_or_else(cannot)?;
    let record = blocks.record(kind.name, known).ok_or_else(cannot)?;
    let former = record.texts("voorheen");
    if !former.contains(&new) {
        record
            .with_item("voorheen", old)
            .ok_or_else(cannot)?
            .into_iter()
            .for_each(|(place, text)| change.put(place, text));
        return Ok(());
    }
    let mut kept: Vec<String> = former.iter().filter(|id| **id != new).map(|id| literal(id)).collect();
    if !former.contains(&old) {
        kept.push(literal(old));
    }
    let (place, text) = record.set("voorheen", &format!("[{}]", kept.join(", "))).ok_or_else(cannot)?;
    change.put(place, text);
    Ok(())
}

/// Is there no other page where that of the record comes?
fn may_move_to(sources: &Sources, kind: Kind, old: &str, new: &str, by_hand: bool) -> Result<(), Refused> {
    let page_of = |id: &str| {
        let address = format!("{}/{id}/", kind.plural);
        sources.of(Role::Page).find(|(_, page)| page_url(&page.name) == address).map(|(page, _)| page)
    };
    // Renamed by hand, the page may have its new name as well.
    match page_of(new).filter(|_| !by_hand || page_of(old).is_some()) {
        None => Ok(()),
        Some(page) => Err(format!(
            "Er staat al een andere pagina op het webadres /{}/{new}/: {}. Kies een andere id, of geef eerst die pagina een andere naam.",
            kind.plural,
            sources.path(page)
        )
        .into()),
    }
}

/// The page file of a record goes along, with what lies in its folder.
fn move_page(change: &mut Change<'_>, sources: &Sources, kind: Kind, old: &str, new: &str) {
    let address = format!("{}/{old}/", kind.plural);
    for (id, file) in sources.iter().filter(|(_, f)| matches!(f.role, Role::Page | Role::Companion)) {
        let is_page = file.role == Role::Page && page_url(&file.name) == address;
        if is_page && !file.name.ends_with("/index.md") {
            let folder = file.name.rfind('/').map_or("", |i| &file.name[..=i]);
            change.rename_file(id, format!("{folder}{new}.md"));
        } else if let Some((folder, rest)) = in_folder(&file.name, &address) {
            let parent = folder.rfind('/').map_or("", |i| &folder[..=i]);
            change.rename_file(id, format!("{parent}{new}/{rest}"));
        }
    }
}

/// The folder at an address that a file lies in, and the rest of its name.
fn in_folder<'n>(name: &'n str, address: &str) -> Option<(&'n str, &'n str)> {
    let depth = address.matches('/').count();
    let end = name.match_indices('/').nth(depth - 1)?.0;
    let folder = &name[..end];
    (page_url(&format!("{folder}/index.md")) == address).then(|| (folder, &name[end + 1..]))
}

/// Who refers to a record: path, line and the line itself, in order. Its own id is not among them, nor are files that do not count.
pub fn mentions_of(
    sources: &Sources,
    site: &Site,
    id: &str,
    counts: impl Fn(FileId) -> bool,
) -> Vec<(String, usize, String)> {
    let places = places_of(sources, site, None).into_iter();
    let places = places.filter(|place| place.id == id && !place.own && counts(place.at.file));
    let mut texts: BTreeMap<FileId, Lines<'_>> = BTreeMap::new();
    let shown = places.map(|place| {
        let text = texts.entry(place.at.file).or_insert_with(|| Lines::of(sources.text(place.at.file)));
        let line = text.at(place.at.start as usize).line;
        let words = text.line(line).unwrap_or_default().trim().to_owned();
        (sources.path(place.at.file).to_owned(), line, words)
    });
    let mut all: Vec<_> = shown.collect();
    all.sort();
    all.dedup();
    all
}
