//! The pages that a site has of itself: where they stand, what shows them, and what they are called unless an editor calls them
//! otherwise.

use crate::model::Participation;
use crate::model::kinds::Organisatie;
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
            _ => say.keywords(),
        }
    }
}

/// The template of a sheet: a participant on one side of paper.
pub const SHEET_TEMPLATE: &str = "kaart.html";

/// Is there a sheet for this organisation? For those that take part, or are asked to.
pub fn has_sheet(e: &Organisatie) -> bool {
    matches!(e.deelname, Some(Participation::Deelnemer | Participation::BeoogdDeelnemer))
}

/// The address of the sheet.
pub fn sheet_address(id: &str) -> String {
    format!("organisaties/{id}/kaart/")
}
