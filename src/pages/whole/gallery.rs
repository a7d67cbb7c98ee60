//! The page that shows all infographics of the site, by what they tell.

use crate::infographic::Infographic;
use crate::markup::Html;
use crate::pages::book::GALLERY;
use crate::pages::page::Page;
use crate::pages::rows::{InfographicKind, Theme};
use crate::pages::view::{Exhibit, PageView, Shelf, TocItem};
use crate::pages::writing::lower_first;
use crate::site::Words;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Shelves in order: what was placed in a text by its question, then what stands with one record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Text(Theme),
    Record(Theme),
}

impl Place {
    fn of(view: &PageView, info: &Infographic) -> Self {
        let theme = InfographicKind::ALL.iter().find(|known| known.word() == info.kind);
        let theme = theme.map_or(Theme::Ties, |known| known.theme());
        let in_text = view.body.iter().any(|part| part.infographic.as_ref().is_some_and(|own| own.id == info.id));
        if in_text { Self::Text(theme) } else { Self::Record(theme) }
    }

    /// Heading and anchor.
    fn name(self, kind: &str, words: &Words) -> (String, String) {
        let say = words.phrases.gallery();
        let (title, id) = match self {
            Self::Text(Theme::Ties) => (say.ties(), "samen"),
            Self::Text(Theme::Roles) => (say.roles(), "wie-doet-wat"),
            Self::Text(Theme::Work) => (say.work(), "wat-wanneer"),
            Self::Text(Theme::Choices) => (say.choices(), "besluiten"),
            Self::Text(Theme::Amounts) => (say.amounts(), "bijdrage"),
            Self::Record(_) => match kind {
                "relatiekaart" => (say.of_body(), "per-overleg"),
                "niveauverloop" => (say.of_tie(), "per-band"),
                "planning" => {
                    let part = lower_first(words.kind_named("spoor").one);
                    return (say.of_line(&part), "per-deel".to_owned());
                }
                _ => (say.of_part(), "per-onderdeel"),
            },
        };
        (title.to_owned(), id.to_owned())
    }
}

/// What stands above it.
pub fn open(view: &mut PageView, words: &Words) {
    if view.lead.is_empty() {
        view.lead = words.phrases.pages().gallery_lead().into();
    }
}

/// Is it the page that shows them all?
pub fn is_one(page: &Page) -> bool {
    page.view.url == GALLERY.url && page.template == GALLERY.template
}

/// Fills the gallery with the infographics of all pages. The same infographic on several pages is shown once: where it
/// first stands.
pub fn fill(pages: &mut [Arc<Page>], words: &Words) {
    let Some(at) = pages.iter().position(|page| is_one(page)) else { return };
    let mut shelves: BTreeMap<(Place, String), Shelf> = BTreeMap::new();
    let mut seen: Vec<(String, String)> = Vec::new();
    // The home page shows what other pages tell more about: those go first.
    let order = pages.iter().filter(|p| !p.view.url.is_empty()).chain(pages.iter().filter(|p| p.view.url.is_empty()));
    let shown = order.filter(|page| !page.view.hidden);
    let mut all: Vec<(&Page, &Infographic)> =
        shown.flat_map(|page| page.view.infographics().map(move |info| (page.as_ref(), info))).collect();
    // Within a shelf the kinds stand in their own order: the map of the whole goes first.
    all.sort_by_key(|(_, info)| InfographicKind::ALL.iter().position(|known| known.word() == info.kind));
    for (page, info) in all {
        // The words of the cells: links differ from page to page.
        let one = (info.kind.clone(), info.table.rows.iter().flatten().map(Html::plain).collect());
        if seen.contains(&one) {
            continue;
        }
        seen.push(one);
        let place = Place::of(&page.view, info);
        let kind = if matches!(place, Place::Record(_)) { info.kind.clone() } else { String::new() };
        let (title, id) = place.name(&kind, words);
        let shelf = shelves.entry((place, kind)).or_insert_with(|| Shelf { title, id, exhibits: Vec::new() });
        shelf.exhibits.push(Exhibit {
            title: info.title.clone(),
            conclusion: info.conclusion.clone(),
            url: format!("{}#{}", page.view.url, anchor(info)),
            page: page.view.title.clone(),
            file: format!("{}{}", page.view.url, info.id),
        });
    }
    let view = Arc::make_mut(&mut Arc::make_mut(&mut pages[at]).view);
    view.gallery = shelves.into_values().collect();
    let heading = |shelf: &Shelf| TocItem { id: shelf.id.clone(), title: shelf.title.clone(), level: 2 };
    view.toc = view.gallery.iter().map(heading).collect();
}

/// The anchor of an infographic on its page: that of its heading.
fn anchor(info: &Infographic) -> String {
    format!("{}-kop", info.id)
}
