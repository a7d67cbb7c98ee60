use super::Uitvoerder;
use crate::decode::{Ref, Text};
use crate::entity;

entity! {
    /// Een stap op de weg van voorstel naar besluit.
    kind "besluitstap" / "besluitstappen", "Stap naar een besluit" / "Van voorstel naar besluit", page: false, sourced: true,
        telling_name: true;
    pub struct Besluitstap {
        /// Wat er gebeurt, in een of twee woorden.
        naam: String,
        /// Plaats in de volgorde.
        volgorde: i64,
        /// true: de bron noemt deze volgorde niet. Het beeld zegt dat erbij.
        volgorde_van_ons: Option<bool>,
        /// Wat er gebeurt, in een zin.
        omschrijving: Text,
        /// Wie het doet; de eerste bepaalt in welke laag de stap staat.
        wie: Vec<Ref<Uitvoerder>>,
        /// true: hier valt het besluit.
        besluit: Option<bool>,
    }
    name(e, _model) { e.naam.clone() }
}
