use super::Uitvoerder;
use crate::decode::{Ref, Text};
use crate::entity;

entity! {
    /// Hoe iemand een functie, overleg of organisatie bereikt; nooit het adres van een persoon.
    kind "contact" / "contacten", "Contact" / "Contact", page: false, sourced: false;
    pub struct Contact {
        /// De naam, bijvoorbeeld "Secretariaat van de havenraad".
        naam: String,
        /// De functie, het overleg of de organisatie die u zo bereikt.
        wie: Ref<Uitvoerder>,
        /// Waarvoor.
        waarvoor: Option<Text>,
        /// Het e-mailadres van de functie.
        email: Option<String>,
        /// Het telefoonnummer.
        telefoon: Option<String>,
        /// Het webadres van een formulier of pagina.
        url: Option<String>,
        /// Wanneer er iemand is.
        bereikbaar: Option<Text>,
    }
    name(e, _model) { e.naam.clone() }
}
