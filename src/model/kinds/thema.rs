use crate::decode::Text;
use crate::entity;

entity! {
    /// Een onderwerp van de samenwerkingsagenda.
    kind "thema" / "themas", "Thema" / "Thema's van de agenda", page: false, sourced: true;
    pub struct Thema {
        /// De naam zoals die op de site staat.
        naam: String,
        /// Waar gaat het over?
        omschrijving: Text,
        /// Het vraagstuk.
        vraagstuk: Option<Text>,
        /// Doel en resultaat.
        doel: Option<Text>,
        /// Wat nodig is om het te kunnen doen.
        randvoorwaarden: Option<Text>,
        /// Aanpak en planning.
        aanpak: Option<Text>,
    }
    name(e, _model) { e.naam.clone() }
}
