//! A record that goes away.

use super::blocks::Blocks;
use super::change::{Change, Refused};
use crate::diag::Files;
use crate::site::{Site, page_url};
use crate::source::{Role, Sources};

/// The change that takes a record out of the data, with its page file. Whoever refers to it is not looked at here.
pub fn removed<'s>(sources: &'s Sources, site: &Site, id: &str) -> Result<Change<'s>, Refused> {
    let Some((kind, place)) = site.model.ids.get(id) else {
        let near = crate::diag::nearest(id, site.model.ids.keys().map(String::as_str));
        let hint = near.map(|near| format!(" Bedoelde u “{near}”?")).unwrap_or_default();
        return Err(format!("Er is geen gegeven met de id “{id}”.{hint}").into());
    };
    let path = sources.path(place.file);
    let cannot = || Refused::from(format!("Het blok van “{id}” in {path} kan ik niet weghalen. Doe het met de hand."));
    let (text, mark) = sources.get(place.file).text().map_err(|_| cannot())?;
    let blocks = Blocks::of(place.file, text, mark).ok_or_else(cannot)?;
    let record = blocks.record(kind.name, id).ok_or_else(cannot)?;
    let (place, nothing) = blocks.remove(record).ok_or_else(cannot)?;
    let mut change = Change::of(sources);
    change.put(place, nothing);
    let address = format!("{}/{id}/", kind.plural);
    sources
        .of(Role::Page)
        .filter(|(_, page)| page_url(&page.name) == address)
        .for_each(|(file, _)| change.remove_file(file));
    Ok(change)
}
