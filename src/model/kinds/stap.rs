use super::Uitvoerder;
use crate::decode::{Ref, Text};
use crate::entity;
use crate::model::Loop;

entity! {
    /// Een stap van de beleidscyclus.
    kind "stap" / "stappen", "Stap" / "Stappen van de beleidscyclus", page: false, sourced: false,
        telling_name: true;
    pub struct Stap {
        /// De naam zoals die op de site staat.
        naam: String,
        /// De lus waar de stap bij hoort.
        lus: Loop,
        /// Plaats in de cyclus.
        volgorde: i64,
        /// Wat gebeurt er?
        omschrijving: Option<Text>,
        /// Wie het doet.
        wie: Vec<Ref<Uitvoerder>>,
    }
    name(e, _model) { e.naam.clone() }
}
