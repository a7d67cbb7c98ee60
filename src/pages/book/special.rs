//! The pages that a site has of itself: where they stand, what shows them, and what they are called unless an editor calls them
//! otherwise.

use crate::model::Entity;
use crate::model::kinds::{Organisatie, Plek};
use crate::phrases::Phrases;

/// A page that a site has of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Special {
    /// Where it stands.
    pub url: &'static str,
    /// What shows it; a theme may go without.
    pub template: &'static str,
}

/// Everything that has a name, by letter.
pub const ALPHABET: Special = Special { url: "a-z/", template: "a-z.html" };
/// All infographics of the site.
pub const GALLERY: Special = Special { url: "infographics/", template: "galerij.html" };
/// The files of open data.
pub const OPEN_DATA: Special = Special { url: "data/", template: "pagina.html" };
/// What each column of those files means.
pub const COLUMNS: Special = Special { url: "data/kolommen/", template: "pagina.html" };
/// The anchor of the table with all of a list beside each other.
pub const COMPARED: &str = "naast-elkaar";
/// What changed, by the day on which it was recorded.
pub const CHANGES: Special = Special { url: "veranderd/", template: "lijst.html" };
/// All keywords.
pub const KEYWORDS: Special = Special { url: "trefwoorden/", template: "lijst.html" };

impl Special {
    /// What it is called.
    pub fn title(self, phrases: &Phrases) -> &str {
        let say = phrases.pages();
        match self {
            ALPHABET => say.alphabet(),
            GALLERY => say.gallery(),
            OPEN_DATA => say.open_data(),
            COLUMNS => say.columns(),
            CHANGES => phrases.running().changes(),
            _ => say.keywords(),
        }
    }
}

/// The template of somebody's own page: a place at one organisation.
pub const PLACE_TEMPLATE: &str = "plek.html";

/// Is there such a place at this organisation?
pub fn has_place(place: &Plek, e: &Organisatie) -> bool {
    e.deelname.is_some_and(|how| place.deelname.contains(&how))
        && place.soort.as_ref().is_none_or(|sort| sort.value == e.soort.value)
}

/// The address of a place at an organisation.
pub fn place_address(place: &str, organisation: &str) -> String {
    format!("{}/{place}/{organisation}/", <Plek as Entity>::KIND.plural)
}

/// Where the sheet of an organisation stood, before its places had pages.
pub fn former_sheet(organisation: &str) -> String {
    format!("{}/{organisation}/kaart/", <Organisatie as Entity>::KIND.plural)
}
