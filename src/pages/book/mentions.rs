//! Who mentions whom: for "wordt genoemd in".

use super::addresses::{Addresses, address};
use crate::content::Segment;
use crate::decode::Shown;
use crate::infographic::Infographic;
use crate::markup::Html;
use crate::model::AnyEntity;
use crate::pages::texts::Stand;
use crate::pages::view::{Block, PageView};
use std::collections::{BTreeMap, BTreeSet};

/// Record id → those that mention it: heading and address, in order.
pub type Mentions = BTreeMap<String, Vec<(String, String)>>;

/// Collects all mentions of records in data and pages. Sources list what rests on them themselves.
pub fn mentions(book: &Addresses<'_>) -> Mentions {
    let mut found = Mentions::new();
    let mut add = |id: &str, heading: &str, url: &str| {
        let list = found.entry(id.to_owned()).or_default();
        let entry = (heading.to_owned(), url.to_owned());
        // Who names it twice does so in one go.
        if list.last() != Some(&entry) {
            list.push(entry);
        }
    };
    for record in book.site.model.all() {
        let heading = book.site.words.kind(record.kind()).many;
        let url = address(record.kind(), record.id());
        Shown::Table(record.values()).walk(&mut |value| match value {
            Shown::Reference { id, .. } if *id != record.id() => add(id, heading, &url),
            Shown::Markdown(text) => names_in(&text.raw).for_each(|id| add(id, heading, &url)),
            _ => {}
        });
    }
    for page in &book.site.documents {
        for segment in &page.document.segments {
            if let Segment::Mention { id, .. } = segment {
                add(id, book.site.phrases.pages().pages(), &page.url);
            }
        }
    }
    // A record's own page does not count as a mention of itself.
    for (id, list) in &mut found {
        if let Some((kind, _)) = book.site.model.ids.get(id) {
            let own = address(*kind, id);
            list.retain(|(_, url)| *url != own);
        }
    }
    found
}

/// The names between `[[ ]]` in raw text.
pub fn names_in(raw: &str) -> impl Iterator<Item = &str> {
    raw.split("[[")
        .skip(1)
        .filter_map(|rest| rest.split_once("]]"))
        .map(|(inner, _)| inner.split('|').next().unwrap_or(inner).trim())
}

/// Is there anything that mentions this record?
pub fn of<'m>(mentions: &'m Mentions, record: &dyn AnyEntity) -> &'m [(String, String)] {
    mentions.get(record.id()).map(Vec::as_slice).unwrap_or_default()
}

fn in_table(infographic: &Infographic) -> impl Iterator<Item = &str> {
    infographic.table.rows.iter().flatten().flat_map(Html::links).map(|href| &**href)
}

/// The addresses to which a record's page links already: they need no second mention under it.
pub fn shown(view: &PageView) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    // From the root of the site, as addresses are written.
    let bare = |href: &str| href.strip_prefix(view.root.as_str()).unwrap_or(href).to_owned();
    view.texts(&mut |text, stand| {
        if !matches!(stand, Stand::Card | Stand::Entry) {
            found.extend(text.links().iter().map(|href| bare(href)));
        }
    });
    for infographic in view.infographics() {
        found.extend(in_table(infographic).map(bare));
    }
    for block in view.entity.iter().flat_map(|entity| &entity.blocks) {
        match block {
            Block::Infographic { infographic, .. } => {
                found.extend(infographic.svg.links().iter().map(|href| bare(href)))
            }
            Block::Cards { items, .. } => found.extend(items.iter().map(|card| card.url.clone())),
            _ => {}
        }
    }
    found
}
