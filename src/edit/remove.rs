//! A record that goes away.

use super::blocks::Blocks;
use super::called::{called_so, unknown};
use super::change::{Change, Refused};
use super::named::note_named;
use crate::diag::Files;
use crate::site::{Site, page_url};
use crate::source::{Role, Sources};

/// The change that takes a record out of the data, with its page file. Whoever refers to it is not looked at here.
pub fn removed<'s>(sources: &'s Sources, site: &Site, id: &str) -> Result<Change<'s>, Refused> {
    let id = called_so(&site.model, id)?;
    let Some((kind, place)) = site.model.ids.get(id) else {
        if let Some(path) = page_called(sources, site, id) {
            return Err(format!(
                "“{id}” is een pagina, geen gegeven. Haal zelf het bestand weg: {path}. Moet haar webadres ergens anders heen leiden, zet \
                 dan daar boven aan: aliassen = [\"{}/\"]",
                id.trim_matches('/').trim_end_matches(".md")
            )
            .into());
        }
        return Err(unknown(&site.model, "gegeven", id, site.model.ids.keys().map(String::as_str)));
    };
    let path = sources.path(place.file);
    let cannot = || Refused::from(format!("Het blok van “{id}” in {path} kan ik niet weghalen. Doe het met de hand."));
    let (text, mark) = sources.get(place.file).text().map_err(|_| cannot())?;
    let blocks = Blocks::of(place.file, text, mark).ok_or_else(cannot)?;
    let record = blocks.record(kind.name, id).ok_or_else(cannot)?;
    let (place, nothing) = blocks.remove(record).ok_or_else(cannot)?;
    let mut change = Change::of(sources);
    let own = place.range();
    let rest = |range: std::ops::Range<usize>| sources.get(place.file).bytes[range].trim_ascii().is_empty();
    match rest(mark..own.start) && rest(own.end..mark + text.len()) {
        // A file in which nothing is left would be missed.
        true => change.remove_file(place.file),
        false => change.put(place, nothing),
    }
    if kind.happened {
        change.note(format!(
            "Wat “{id}” vertelde, kan nog bij de gegevens zelf staan: een uitkomst, een zetel, een niveau of een datum. Zie in de \
             handleiding: Een besluit terugnemen of verbeteren."
        ));
    }
    let address = format!("{}/{id}/", kind.plural);
    sources
        .of(Role::Page)
        .filter(|(_, page)| page_url(&page.name) == address)
        .for_each(|(file, _)| change.remove_file(file));
    note_named(&mut change, sources, site, id, false, "De naam staat hier nog:");
    Ok(change)
}

/// The file of the page that is meant: by its address, or by its name.
fn page_called(sources: &Sources, site: &Site, word: &str) -> Option<String> {
    let address = format!("{}/", word.trim_matches('/').trim_end_matches(".md"));
    let page = site.documents.iter().find(|page| page.url == address)?;
    Some(sources.path(page.file).to_owned())
}
